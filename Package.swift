// swift-tools-version: 6.2
import PackageDescription

/// Rules for every target of our own.
///
/// Continuous integration sets `SEISCOPE_STRICT`, which turns each warning into an
/// error; a user's newer compiler must not stop a build by a new warning.
let swiftSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (Context.environment["SEISCOPE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "seiscope",
  products: [
    .executable(name: "seiscope", targets: ["seiscope"]),
    // `seiscope dataset` for a cluster's nodes, which have neither ncurses nor oneDNN.
    .executable(name: "seiscope-dataset", targets: ["seiscope-dataset"]),
    // The simulator for other packages: the domain, one run, and experiments of many runs.
    .library(
      name: "InterphaseGrowth",
      targets: ["Interphase", "KineticMonteCarlo", "SampleStatistics", "Growth", "Checkpoints"]),
    // For the benchmarks, which time the simulator beside it.
    .library(name: "ReferenceSimulator", targets: ["ReferenceSimulator"]),
    // For the benchmarks, which time training and decoding beside other programs'.
    .library(
      name: "SurrogateModel", targets: ["ModelExchange", "Networks", "Surrogate", "Tensors"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    // Domain: species, lattice, reactions, barriers, observables. Imports nothing of ours.
    .target(name: "Interphase"),
    .testTarget(name: "InterphaseTests", dependencies: ["Interphase"]),

    // The mechanism as events on a lattice: the simulator.
    .target(name: "KineticMonteCarlo", dependencies: ["Interphase"]),
    // The same rules written a second time, as plainly as they read: what the simulator is tested
    // and validated against.
    .target(name: "ReferenceSimulator", dependencies: ["Interphase"]),
    .testTarget(
      name: "KineticMonteCarloTests",
      dependencies: [
        "Interphase", "KineticMonteCarlo", "ReferenceSimulator", "SampleStatistics",
      ]),

    // Means with their errors, quantiles, correlations, tests; what films have in common.
    .target(name: "SampleStatistics", dependencies: ["Interphase"]),
    .testTarget(
      name: "SampleStatisticsTests", dependencies: ["Interphase", "SampleStatistics"]),

    // Experiments of many runs: replicas, histories, sweeps, sensitivities.
    .target(
      name: "Growth",
      dependencies: ["Checkpoints", "Interphase", "KineticMonteCarlo", "SampleStatistics"]),
    .testTarget(
      name: "GrowthTests",
      dependencies: [
        "Checkpoints", "DataSets", "Growth", "Interphase", "KineticMonteCarlo", "SampleStatistics",
      ]),

    // libpng, whose errors leave by longjmp, behind calls that return.
    .target(name: "CPNGWriter", linkerSettings: [.linkedLibrary("png16")]),
    // Films and tables as files for other programs, each with what it was made from.
    .target(name: "Exporting", dependencies: ["CPNGWriter", "Interphase"]),
    .target(
      name: "CPNGReader", path: "Tests/CPNGReader", linkerSettings: [.linkedLibrary("png16")]),
    .testTarget(name: "ExportingTests", dependencies: ["CPNGReader", "Exporting", "Interphase"]),

    // Figures through gnuplot: table, script and pictures beside each other.
    .target(name: "Plotting", dependencies: ["Cells", "Exporting", "Files", "Interphase"]),
    .testTarget(
      name: "PlottingTests",
      dependencies: ["Cells", "Exporting", "Files", "Interphase", "Plotting"],
      exclude: ["Scripts"]),

    // The simulator beside closed forms and its master equation.
    .target(
      name: "Validation",
      dependencies: [
        "Growth", "Interphase", "KineticMonteCarlo", "ReferenceSimulator", "SampleStatistics",
      ]),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "Interphase", "KineticMonteCarlo", "ReferenceSimulator", "SampleStatistics", "Validation",
      ]),

    // A screen as a value: cells, styles, drawing. Imports nothing of ours.
    .target(name: "Cells"),
    .testTarget(name: "CellsTests", dependencies: ["Cells", "Theming"]),

    // Charts drawn on a canvas: values in, cells out.
    .target(name: "Charts", dependencies: ["Cells"]),
    .testTarget(name: "ChartsTests", dependencies: ["Cells", "Charts"]),

    // YAML that people wrote, without what would expand beyond memory.
    .target(name: "YAMLReading", dependencies: [.product(name: "Yams", package: "Yams")]),
    .testTarget(
      name: "YAMLReadingTests",
      dependencies: ["YAMLReading", .product(name: "Yams", package: "Yams")]),

    // Colours by role, and the files that hold them.
    .target(
      name: "Theming",
      dependencies: [
        "Cells", "Files", "Interphase", "YAMLReading", .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(name: "ThemingTests", dependencies: ["Theming", "Cells", "Interphase"]),

    // Files and folders that appear whole or not at all.
    .systemLibrary(name: "CFiles"),
    .target(
      name: "Files",
      dependencies: ["Interphase", .target(name: "CFiles", condition: .when(platforms: [.linux]))]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "Interphase"]),

    // Boxes of numbers, and the safetensors files that hold them.
    .target(name: "Tensors", dependencies: ["Files", "Interphase"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),

    // Runs on disk, to be gone on with.
    .target(
      name: "Checkpoints", dependencies: ["Files", "Interphase", "KineticMonteCarlo", "Tensors"]),
    .testTarget(
      name: "CheckpointsTests",
      dependencies: ["Checkpoints", "Interphase", "KineticMonteCarlo"]),

    // Eigenvectors by LAPACK, and principal components.
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["Interphase", "LinearAlgebra"]),

    // Debian's oneDNN 2.x, and the few calls of it that we need.
    .systemLibrary(name: "CDNNL", providers: [.apt(["libdnnl-dev"])]),
    .target(name: "OneDNN", dependencies: ["CDNNL"]),
    .testTarget(name: "OneDNNTests", dependencies: ["OneDNN"]),

    // The autoencoder of films: training and inference on oneDNN.
    .target(name: "Networks", dependencies: ["Interphase", "Tensors", "OneDNN"]),
    .testTarget(name: "NetworksTests", dependencies: ["Networks", "Tensors", "Interphase"]),

    // A screen as text, escape sequences and SVG, and a session as a recording.
    .target(name: "ScreenFiles", dependencies: ["Cells", "Files"]),
    .testTarget(name: "ScreenFilesTests", dependencies: ["Cells", "Files", "ScreenFiles"]),

    // ncursesw as the system has it. No pkgConfig: its flags are refused, with a warning each time.
    .systemLibrary(name: "CNcursesW", providers: [.apt(["libncurses-dev"])]),
    // Signals, a self-pipe and a whole terminal after a crash: what Swift may not do in a handler.
    .target(name: "CTerminalGuard"),
    // The one place that knows the terminal: shows canvases, reads keys and mouse.
    .target(
      name: "CursesTerminal", dependencies: ["Cells", "CNcursesW", "CTerminalGuard", "Interphase"]),
    .testTarget(name: "CursesTerminalTests", dependencies: ["CursesTerminal", "Cells"]),

    // Simulations in numbers: the design, TFRecord files, the split.
    .target(
      name: "DataSets",
      dependencies: [
        "Files", "Interphase", "KineticMonteCarlo",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Records/example.proto"]),
    .testTarget(
      name: "DataSetsTests",
      dependencies: [
        "DataSets", "Files", "Interphase", "KineticMonteCarlo",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ]),

    // Arrays for NumPy: libzip reads archives that others wrote, zlib makes the checksums of ours.
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "NumpyArchives", dependencies: ["CZip", "CZlib", "Files", "Interphase"]),
    .testTarget(
      name: "NumpyArchivesTests", dependencies: ["Files", "Interphase", "NumpyArchives"]),

    // Data sets to and from other people's programs.
    .target(
      name: "DataSetExchange", dependencies: ["DataSets", "Files", "Interphase", "NumpyArchives"]),
    .testTarget(
      name: "DataSetExchangeTests",
      dependencies: ["DataSetExchange", "DataSets", "Files", "Interphase", "NumpyArchives"]),

    // The explorer as a value: state, update, layout, drawing. Touches no terminal.
    .target(
      name: "Explorer",
      dependencies: ["Interphase", "Cells", "Charts", "SampleStatistics", "Theming"]),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer"], exclude: ["Screens"]),

    // Sessions as files, and where the explorer keeps what it writes by itself.
    .target(name: "SessionFiles", dependencies: ["Explorer", "Files", "Interphase"]),
    .testTarget(
      name: "SessionFilesTests",
      dependencies: ["Cells", "Explorer", "Files", "Interphase", "SessionFiles", "Theming"]),

    // A trained model: its folder, and its use in physical numbers.
    .target(
      name: "Surrogate",
      dependencies: ["Files", "Interphase", "Networks", "SampleStatistics", "Tensors"]),
    .testTarget(
      name: "SurrogateTests",
      dependencies: ["Files", "Interphase", "Networks", "Surrogate", "Tensors"]),

    // A model's network for other people's programs: ONNX files, weights with what they mean.
    .target(
      name: "ModelExchange",
      dependencies: [
        "Interphase", "Networks", "Surrogate", "Tensors",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Records/onnx.proto"]),
    .testTarget(
      name: "ModelExchangeTests",
      dependencies: [
        "Interphase", "ModelExchange", "Networks", "Surrogate", "Tensors",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ]),

    // What a model is worth: measures, baselines beside them, and what chance leaves to any model.
    .target(
      name: "Evaluation",
      dependencies: [
        "DataSets", "Growth", "Interphase", "KineticMonteCarlo", "Networks", "SampleStatistics",
        "Surrogate",
      ]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "DataSets", "Evaluation", "Interphase", "KineticMonteCarlo", "Networks",
        "SampleStatistics", "Surrogate", "Tensors",
      ]),

    // From films to a model: the training session, principal axes.
    .target(
      name: "Training",
      dependencies: [
        "DataSets", "Evaluation", "Files", "Interphase", "LinearAlgebra", "Networks",
        "SampleStatistics",
        "Surrogate", "Tensors",
      ]),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "DataSets", "Files", "Interphase", "Networks", "SampleStatistics", "Surrogate", "Tensors",
        "Training",
      ]),

    // The figures of the paper as values: tables, panels, and what agrees with the paper.
    .target(
      name: "PaperFigures",
      dependencies: [
        "Cells", "DataSets", "Evaluation", "Exporting", "Interphase", "LinearAlgebra", "Networks",
        "Plotting", "SampleStatistics", "Surrogate", "Tensors", "Training",
      ]),
    .testTarget(
      name: "PaperFiguresTests",
      dependencies: [
        "DataSets", "Exporting", "Interphase", "Networks", "PaperFigures", "Plotting",
        "SampleStatistics", "Surrogate", "Training",
      ]),

    // What the explorer asks for, done: threads that simulate and decode, the terminal's loop.
    .target(
      name: "ExplorerRuntime",
      dependencies: [
        "Cells", "CursesTerminal", "Explorer", "Exporting", "Files", "Growth", "Interphase",
        "KineticMonteCarlo", "Networks", "NumpyArchives", "SampleStatistics", "SessionFiles",
        "Surrogate", "Theming",
      ]),
    .testTarget(
      name: "ExplorerRuntimeTests",
      dependencies: [
        "ExplorerRuntime", "Explorer", "Files", "Interphase", "KineticMonteCarlo", "Networks",
        "NumpyArchives", "SessionFiles", "Surrogate",
      ]),

    // What every program of ours has: messages, errors' exit statuses, Ctrl-C, the version.
    .target(
      name: "Console",
      dependencies: [
        "Interphase", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The commands on data sets that need nothing but the simulator: in both programs.
    .target(
      name: "DatasetCommands",
      dependencies: [
        "Console", "DataSets", "Interphase",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "seiscope-dataset",
      dependencies: [
        "Console", "DatasetCommands",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(
      name: "seiscope",
      dependencies: [
        "Cells", "Charts", "Checkpoints", "Console", "CursesTerminal", "DatasetCommands",
        "DataSetExchange", "DataSets", "Evaluation", "Explorer", "ExplorerRuntime", "Exporting",
        "Files", "Growth", "Interphase", "KineticMonteCarlo", "ModelExchange", "Networks",
        "OneDNN", "PaperFigures", "Plotting", "SampleStatistics", "ScreenFiles", "SessionFiles",
        "Surrogate", "Tensors", "Theming", "Training", "Validation", "YAMLReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ]),
    // What the program makes of its surroundings and of its own help, as values.
    .testTarget(
      name: "ProgramTests",
      dependencies: ["Cells", "Theming", "seiscope"]),
    // The built program, run as a user would.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Interphase", "NumpyArchives", "seiscope", "seiscope-dataset"]),
  ]
)

for target in package.targets where ![.system, .plugin, .binary].contains(target.type) {
  target.swiftSettings = (target.swiftSettings ?? []) + swiftSettings
}
