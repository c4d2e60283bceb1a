public import Interphase

/// One listed event.
public struct ReferenceEvent: Hashable, Sendable {
  /// Which reaction.
  public let reaction: Reaction
  /// The acting site; for a cluster's own event its lowest site.
  public let site: Int
  /// The other site of a two-site event, the first new site of a dimer's hop, the neighbour taken
  /// in; −1 where there is none.
  public let other: Int
  /// The way of a cluster's move or merge.
  public let direction: Direction?
  /// Whether a cluster lists it as an event of its own.
  public let ofCluster: Bool
  /// Its propensity [1/s].
  public let rate: Double
}

extension ReferenceState {
  /// Every event that is possible here, listed as often as the rules list it.
  public func events(_ parameters: SimulationParameters) -> [ReferenceEvent] {
    var list: [ReferenceEvent] = []
    for site in species.indices {
      for direction in Direction.allCases {
        guard let other = neighbour(of: site, direction),
          let reaction = siteReaction(site, other, parameters)
        else { continue }
        list.append(
          ReferenceEvent(
            reaction: reaction, site: site, other: other, direction: nil, ofCluster: false,
            rate: parameters.rate(of: reaction)))
      }
    }
    for sites in clusterSites.values.sorted(by: { $0[0] < $1[0] }) {
      list += clusterEvents(sites, parameters)
    }
    return list.filter { $0.rate > 0 }
  }

  /// What the species of `site` does to (or with) that of `other`.
  private func siteReaction(
    _ site: Int, _ other: Int, _ parameters: SimulationParameters
  ) -> Reaction? {
    let row = other / width
    let tunnels = row >= 1 && row <= parameters.tunnellingDepth
    switch (species[site], species[other]) {
    case (.electrode, .electrolyte): return .ecReductionElectrode
    case (.inorganic, .electrolyte): return tunnels ? .ecReductionInorganic : nil
    case (.electrode, .precursor): return .precursorReductionElectrode
    case (.inorganic, .precursor): return tunnels ? .precursorReductionInorganic : nil
    case (.precursor, .precursor): return .dimerisation
    case (.monomer, .monomer): return .pairing
    case (.monomer, .dimer): return .nucleation3
    case (.monomer, .organic): return .growthMonomer
    case (.dimer, .organic): return .growthDimer
    case (.dimer, .dimer): return partner[site] == other ? nil : .nucleation4
    case (.dimer, .electrolyte): return free(around: other).isEmpty ? nil : .dimerDiffusion
    case (.monomer, .electrolyte): return .monomerDiffusion
    case (.precursor, .electrolyte): return .precursorDiffusion
    case (.precursor, .sink): return .precursorEscape
    case (.dimer, .sink): return .dimerEscape
    case (.monomer, .sink): return .monomerEscape
    default: return nil
    }
  }

  private func free(around site: Int) -> [Int] {
    neighbours(of: site).filter { species[$0] == .electrolyte }
  }

  private func clusterEvents(
    _ sites: [Int], _ parameters: SimulationParameters
  ) -> [ReferenceEvent] {
    let own = Set(sites)
    let touching = Set(sites.flatMap { neighbours(of: $0) }).subtracting(own).sorted()
    func event(
      _ reaction: Reaction, other: Int = -1, _ direction: Direction? = nil, factor: Double = 1
    ) -> ReferenceEvent {
      ReferenceEvent(
        reaction: reaction, site: sites[0], other: other, direction: direction, ofCluster: true,
        rate: parameters.rate(of: reaction) * factor)
    }

    if let taken = touching.first(where: { [.monomer, .dimer].contains(species[$0]) }) {
      return [event(species[taken] == .monomer ? .growthMonomer : .growthDimer, other: taken)]
    }
    let kinds = Set(touching.map { species[$0] })
    if kinds.contains(.sink) {
      return kinds.contains(.electrode) ? [] : [event(.clusterEscape)]
    }
    if kinds.contains(.inorganic) { return [] }
    return Direction.allCases.compactMap { direction in
      let reached = sites.map { neighbour(of: $0, direction) }
      guard !reached.contains(nil) else { return nil }
      let ahead = reached.compactMap { $0 }.filter { !own.contains($0) }
      if ahead.allSatisfy({ species[$0] == .electrolyte }) {
        let factor = RateLaw.clusterSlowdown(sites: sites.count)
        return event(.clusterDiffusion, direction, factor: factor)
      }
      // Where several clusters are ahead, the one on the site of lowest row-major index.
      guard let met = ahead.filter({ species[$0] == .organic }).min() else { return nil }
      return event(.coalescence, other: met, direction)
    }
  }

  /// The configurations that an event can lead to, equally likely.
  public func outcomes(of event: ReferenceEvent) -> [ReferenceState] {
    let site = event.site
    let other = event.other
    func changed(_ change: (inout ReferenceState) -> Void) -> ReferenceState {
      var result = self
      change(&result)
      return result
    }
    if event.ofCluster { return [changed { $0.executeOfCluster(event) }] }

    switch event.reaction {
    case .ecReductionElectrode, .ecReductionInorganic:
      return [changed { $0.place(.precursor, at: other) }]
    case .precursorReductionElectrode, .precursorReductionInorganic:
      return [changed { $0.place(.inorganic, at: other) }]
    case .dimerisation:
      return [(site, other), (other, site)].map { kept, freed in
        changed {
          $0.place(.monomer, at: kept)
          $0.clear(freed)
        }
      }
    case .pairing: return [changed { $0.pair(site, other) }]
    case .nucleation3:
      let sites = [site, other, partner[other]]
      return [changed { $0.join(sites, to: $0.unusedClusterName) }]
    case .nucleation4:
      let sites = [site, partner[site], other, partner[other]]
      return [changed { $0.join(sites, to: $0.unusedClusterName) }]
    case .growthMonomer: return [changed { $0.join([site], to: $0.cluster[other]) }]
    case .growthDimer:
      return [changed { $0.join([site, $0.partner[site]], to: $0.cluster[other]) }]
    case .dimerDiffusion:
      return free(around: other).map { second in
        changed {
          $0.clear($0.partner[site])
          $0.clear(site)
          $0.pair(other, second)
        }
      }
    case .monomerDiffusion, .precursorDiffusion:
      return [
        changed {
          $0.place(species[site], at: other)
          $0.clear(site)
        }
      ]
    case .precursorEscape, .monomerEscape: return [changed { $0.clear(site) }]
    case .dimerEscape:
      return [
        changed {
          $0.clear($0.partner[site])
          $0.clear(site)
        }
      ]
    case .coalescence, .clusterDiffusion, .clusterEscape: return []
    }
  }

  private mutating func executeOfCluster(_ event: ReferenceEvent) {
    let name = cluster[event.site]
    let sites = species.indices.filter { cluster[$0] == name }
    switch event.reaction {
    case .growthMonomer: join([event.other], to: name)
    case .growthDimer: join([event.other, partner[event.other]], to: name)
    case .clusterEscape: sites.forEach { clear($0) }
    case .coalescence:
      let met = cluster[event.other]
      for site in species.indices where cluster[site] == met { cluster[site] = name }
    default:
      let reached = sites.map { neighbour(of: $0, event.direction!)! }
      sites.forEach { clear($0) }
      join(reached, to: name)
    }
  }
}
