import Glibc

let known = ["mix", "vectors", "classes", "sizes", "reference", "training", "decoding"]
let asked = Array(CommandLine.arguments.dropFirst())
if let unknown = asked.first(where: { !known.contains($0) }) {
  print("seiscope-benchmark: unknown part '\(unknown)': use \(known.joined(separator: ", "))")
  exit(64)
}
let parts = asked.isEmpty ? known.filter { $0 != "vectors" } : asked

print(Machine.description)
if parts.contains("mix") || parts.contains("vectors") {
  print("\nThe design's mix: \(Mix.vectors) vectors, up to \(Mix.eventLimit) events, 50 x 50\n")
  print(Mix.report(Mix.measure(rounds: 3), everyVector: parts.contains("vectors")))
}
if parts.contains("classes") {
  print("\nWhat an event costs, by what it is: runs that do little else\n")
  print(Classes.report())
}
if parts.contains("sizes") {
  print("\nThe same density on larger lattices\n")
  print(Sizes.report())
}
if parts.contains("reference") {
  print("\nBeside the simplest correct algorithm (list all, draw one, execute it)\n")
  print(Comparison.report())
}
if parts.contains("training") {
  print("\nTraining: forward, backward, Adam, statistics over the whole batch\n")
  print(try Network.trainingReport())
}
if parts.contains("decoding") {
  print("\nDecoding: from a latent point to the most probable species of each site\n")
  print(try Network.decodingReport())
}
