/// Who says what a film is, or what it will be.
package enum Source: String, CaseIterable, Sendable {
  /// The model.
  case model
  /// Nobody: all electrolyte, and what holds for the training split as a whole.
  case trivial
  /// The film of the training split whose barriers are nearest.
  case nearest
  /// The ``NearestFilms/count`` films of the training split whose barriers are nearest.
  case neighbours
}

/// What one source says of one film; `nil` where it says nothing.
package struct Answer: Sendable {
  /// The film.
  package var film: FilmComparison?
  /// Its properties, with the film before one's eyes: the model's are regressed from the latent mean.
  package var reading: PropertyVector?
  /// Its properties, from barriers alone: the model's are the mean over draws of its prior.
  package var prediction: PropertyVector?
  /// The properties at the prior's mean, that of the best single Gaussian.
  package var atPriorMean: PropertyVector?
  /// Where nine films in ten are expected at these barriers.
  package var interval: PropertyInterval?
  /// The chance that two runs at these barriers end far apart, see ``Disagreement``.
  package var disagreement: Double?

  /// An answer of which nothing is known yet.
  package init() {}
}

/// Where nine films in ten are expected, property by property.
package struct PropertyInterval: Hashable, Sendable {
  /// One film in twenty lies below.
  package var low: PropertyVector
  /// One film in twenty lies above.
  package var high: PropertyVector

  /// Gathers the ends.
  package init(low: PropertyVector, high: PropertyVector) {
    self.low = low
    self.high = high
  }
}

/// The answers of all sources to one film.
package struct Answers: Sendable {
  private var answers = [Answer](repeating: Answer(), count: Source.allCases.count)

  /// Nothing yet.
  package init() {}

  /// What a source says.
  package subscript(source: Source) -> Answer {
    get { answers[Self.place(of: source)] }
    set { answers[Self.place(of: source)] = newValue }
  }

  private static func place(of source: Source) -> Int {
    switch source {
    case .model: 0
    case .trivial: 1
    case .nearest: 2
    case .neighbours: 3
    }
  }
}
