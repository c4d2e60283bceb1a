// swift-tools-version: 6.2
import PackageDescription

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
    .executableTarget(
      name: "seiscope-benchmark",
      dependencies: [
        "CAllocations",
        .product(name: "InterphaseGrowth", package: "seiscope"),
        .product(name: "ReferenceSimulator", package: "seiscope"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ]
)
