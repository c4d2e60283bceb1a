import Explorer
import Interphase

/// Settings of the view Compare.
enum CompareRecord {
  static func value(of settings: CompareSettings) -> JSONValue {
    .object([
      "species": .text(settings.species.name), "part": .text(settings.part.rawValue),
      "letters": .truth(settings.showsLetters),
    ])
  }

  static func settings(_ field: Field) throws(SessionError) -> CompareSettings {
    var settings = CompareSettings()
    let members = try field.members(["species", "part", "letters"])
    try members.read("species", into: &settings.species, SpeciesRecord.species)
    try members.read("part", into: &settings.part) { field throws(SessionError) in
      try field.word(CompareSettings.Part.allCases.map { ($0.rawValue, $0) })
    }
    try members.read("letters", into: &settings.showsLetters) { field throws(SessionError) in
      try field.truth()
    }
    return settings
  }
}

/// Settings of the view Map; axes count from 1, as on screen.
enum MapRecord {
  static func value(of settings: MapSettings) -> JSONValue {
    .object([
      "horizontal": .whole(UInt64(settings.horizontal + 1)),
      "vertical": .whole(UInt64(settings.vertical + 1)),
      "property": .text(settings.property.key), "contactSheet": .truth(settings.showsContactSheet),
    ])
  }

  static func settings(_ field: Field) throws(SessionError) -> MapSettings {
    var settings = MapSettings()
    let members = try field.members(["horizontal", "vertical", "property", "contactSheet"])
    try members.read("horizontal", into: &settings.horizontal, axis)
    try members.read("vertical", into: &settings.vertical, axis)
    try members.read("property", into: &settings.property) { field throws(SessionError) in
      try field.word(Property.allCases.map { ($0.key, $0) })
    }
    try members.read("contactSheet", into: &settings.showsContactSheet) {
      field throws(SessionError) in try field.truth()
    }
    return settings
  }

  private static func axis(_ field: Field) throws(SessionError) -> Int {
    try field.count(1...Session.sliderCount) - 1
  }
}

/// Settings of the view Walk.
enum WalkRecord {
  static func value(of settings: WalkSettings) -> JSONValue {
    var members: [String: JSONValue] = [
      "path": .text(settings.path.rawValue), "quantity": .text(settings.quantity.rawValue),
    ]
    switch settings.course {
    case .along(let control): members["along"] = .text(control.name)
    case .between(let first, let last): members["between"] = .list([.text(first), .text(last)])
    case nil: break
    }
    return .object(members)
  }

  static func settings(_ field: Field) throws(SessionError) -> WalkSettings {
    var settings = WalkSettings()
    let members = try field.members(["path", "quantity", "along", "between"])
    try members.read("path", into: &settings.path) { field throws(SessionError) in
      try field.word(LatentPath.allCases.map { ($0.rawValue, $0) })
    }
    try members.read("quantity", into: &settings.quantity) { field throws(SessionError) in
      try field.word(WalkQuantity.allCases.map { ($0.rawValue, $0) })
    }
    if let along = members["along"] { settings.course = .along(try ControlRecord.control(along)) }
    if let between = members["between"] {
      let names = try between.elements(atMost: 2)
      guard names.count == 2 else { throw between.wrong("the names of two bookmarks") }
      settings.course = .between(try names[0].text(), try names[1].text())
    }
    return settings
  }
}

/// Settings of the view Report.
enum ReportRecord {
  static func value(of settings: ReportSettings) -> JSONValue {
    .object(["page": .text(settings.page.rawValue)])
  }

  static func settings(_ field: Field) throws(SessionError) -> ReportSettings {
    var settings = ReportSettings()
    let members = try field.members(["page"])
    try members.read("page", into: &settings.page) { field throws(SessionError) in
      try field.word(ReportSettings.Page.allCases.map { ($0.rawValue, $0) })
    }
    return settings
  }
}
