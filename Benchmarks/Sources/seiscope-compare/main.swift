import Foundation
import NetworkBenchmarks

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments.first {
  case "prepare" where arguments.count == 3:
    try SharedFiles.write(Workload(model: arguments[1]), to: arguments[2])
  case "train" where arguments.count == 2:
    try Side.train(Workload(model: arguments[1]))
  case "decode" where arguments.count == 2:
    try Side.decode(Workload(model: arguments[1]))
  case "peak" where arguments.count == 1:
    Side.say(PeakRecord())
  default:
    print("seiscope-compare: use prepare MODEL DIR, train MODEL, decode MODEL or peak")
    exit(64)
  }
} catch {
  FileHandle.standardError.write(Data("seiscope-compare: \(error)\n".utf8))
  exit(65)
}
