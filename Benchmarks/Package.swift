// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Figures of speed and memory, in a package of its own so that users of seiscope never build it.
// It needs no benchmark library: what it reports (a distribution over barrier vectors, costs by event
// class, ratios to a reference in the same run) none of them offers, and the counts of
// allocations that they print read 0 on some systems.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "seiscope", path: "..")],
  targets: [
    // Counts allocations, by standing in front of the C library's.
    .target(name: "CAllocations"),
    // A loop of multiply-adds in the widest vectors that the processor has.
    .target(name: "CPeak"),
    // Training steps and decoding as work that can be counted and timed.
    .target(
      name: "NetworkBenchmarks",
      dependencies: [
        "CPeak", .product(name: "InterphaseGrowth", package: "seiscope"),
        .product(name: "SurrogateModel", package: "seiscope"),
      ],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "seiscope-benchmark",
      dependencies: [
        "CAllocations", "NetworkBenchmarks",
        .product(name: "InterphaseGrowth", package: "seiscope"),
        .product(name: "ReferenceSimulator", package: "seiscope"),
        .product(name: "SurrogateModel", package: "seiscope"),
      ],
      swiftSettings: swiftSettings),
    // Our side of Benchmarks/compare-python. Apart from the other: it counts no allocations.
    .executableTarget(
      name: "seiscope-compare",
      dependencies: [
        "NetworkBenchmarks", .product(name: "SurrogateModel", package: "seiscope"),
      ],
      swiftSettings: swiftSettings),
  ]
)
