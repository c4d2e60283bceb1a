public import Files
public import Interphase

/// Why a data set cannot be made or read.
public enum DataSetError: UserError, Equatable {
  /// No folder there.
  case missing(path: String)
  /// A folder without a data set, with the first thing found in it, `nil` where it is empty.
  case notADataSet(path: String, found: String?)
  /// A data set whose generation has not ended.
  case incomplete(path: String, shards: Int, expected: Int)
  /// Shards that neither the folder nor those to be merged hold.
  case missingShards(path: String, numbers: [Int], plan: DataSetPlan)
  /// A set that was not simulated here, where one that was is needed.
  case imported(path: String)
  /// A manifest that was edited or damaged; `nil` where it carries no hash.
  case manifestHash(path: String, found: String?, expected: String)
  /// A shard whose checksum is not the manifest's.
  case checksum(path: String, found: String, expected: String)
  /// A manifest that cannot be understood.
  case manifest(path: String, reason: String)
  /// A data set of another version of the format.
  case version(path: String, found: Int, expected: Int)
  /// A shard whose size is not the manifest's [bytes], `nil` where it is missing.
  case shard(path: String, found: Int?, expected: Int)
  /// A record that is damaged or no sample.
  case record(path: String, index: Int, fault: RecordFault)
  /// A folder that holds a data set made with other parameters.
  case differs(path: String, differences: [PlanDifference])
  /// A parameter that no data set can have.
  case parameter(name: String, value: String, expected: String)
  /// Parameters that cannot be simulated.
  case simulation(ParameterError)
  /// A folder for a new data set that holds something else.
  case occupied(path: String, found: String)
  /// A folder for a new data set that holds one already.
  case exists(path: String, found: String)
  /// Another process writes to the folder.
  case busy(path: String)
  /// A folder that cannot be written to.
  case cannotCreate(path: String, reason: String)
  /// A file that cannot be read or written.
  case file(FileError)

  /// The status that the process ends with.
  public var exitStatus: ExitStatus {
    switch self {
    case .missing, .notADataSet, .incomplete, .missingShards: .noInput
    case .manifest, .manifestHash, .version, .shard, .checksum, .record: .data
    case .differs, .parameter, .simulation: .usage
    case .occupied, .exists, .cannotCreate, .imported: .cannotCreate
    case .busy: .temporaryFailure
    case .file(let error): error.exitStatus
    }
  }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such folder: make a data set with \(Self.remedy(path))"
    case .notADataSet(let path, let found):
      "\(path): no data set (\(found.map { "found \($0), but no" } ?? "empty, no") "
        + "\(DataSetManifest.fileName)): make one with \(Self.remedy(path))"
    case .incomplete(let path, let shards, let expected):
      "\(path): the data set is incomplete (\(shards) of \(expected) shards): run the same "
        + "'seiscope dataset' again to complete it"
    case .missingShards(let path, let numbers, let plan):
      "\(path): of \(plan.shards) shards these are missing: \(Self.list(numbers)): make each with "
        + "'seiscope dataset --samples \(plan.samples) --seed \(plan.seed) --event-limit "
        + "\(plan.eventLimit) --shard-size \(plan.shardSize) --shard \(numbers[0]) --out \(path)', or "
        + "name the folder that holds it"
    case .imported(let path):
      "\(path): holds an imported data set, which has no design to complete: give another folder"
    case .manifestHash(let path, let found, let expected):
      "\(path): its hash is \(found ?? "missing"), expected \(expected) (edited or damaged?): "
        + "restore it, or run the same 'seiscope dataset' again, which writes it anew"
    case .checksum(let path, let found, let expected):
      "\(path): its CRC-32C is \(found), expected \(expected): \(Self.repair)"
    case .manifest(let path, let reason):
      "\(path): \(reason): restore it, or move the folder away and make the data set again"
    case .version(let path, let found, let expected):
      "\(path): format version \(found), expected \(expected): use the seiscope that made it, or "
        + "make the data set again"
    case .shard(let path, let found, let expected):
      "\(path): \(found.map { "found \($0) bytes" } ?? "missing"), expected \(expected) bytes: "
        + Self.repair
    case .record(let path, let index, let fault):
      "\(path): record \(index): \(fault): \(Self.repair)"
    case .differs(let path, let differences):
      "\(path): holds a data set with "
        + differences.map { "\($0.name) \($0.found), not \($0.asked)" }.joined(separator: ", ")
        + ": give the same parameters to complete it, or another folder"
    case .parameter(let name, let value, let expected): "\(name) \(value): give \(expected)"
    case .simulation(let error): error.description
    case .occupied(let path, let found):
      "\(path): holds something else (\(found)): give a new or an empty folder"
    case .exists(let path, let found):
      "\(path): holds a data set already (\(found)): give another folder, or --force to replace it"
    case .busy(let path):
      "\(path): another process is writing this data set: wait for it, or give another folder"
    case .cannotCreate(let path, let reason):
      "\(path): cannot be created (\(reason)): give a folder that can be written to"
    case .file(let error): error.description
    }
  }

  private static func remedy(_ path: String) -> String {
    "'seiscope dataset --samples 4000 --out \(path)'"
  }

  /// Numbers in a row as ranges, the first few: `3, 7–9, 12 and 30 more`.
  private static func list(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let shown = ranges.prefix(8)
    let left = ranges.dropFirst(8).reduce(0) { $0 + $1.count }
    return shown.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ") + (left > 0 ? " and \(left) more" : "")
  }

  private static let repair =
    "delete the file and run the same 'seiscope dataset' again to make it anew"
}

/// A parameter in which a folder's data set and the asked-for one differ.
public struct PlanDifference: Equatable, Sendable {
  /// The parameter's name, as on the command line.
  public let name: String
  /// The folder's value.
  public let found: String
  /// The value asked for.
  public let asked: String
}
