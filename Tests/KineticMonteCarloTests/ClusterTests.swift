import Interphase
import KineticMonteCarlo
import ReferenceSimulator
import Testing

/// The events that a cluster has of its own, on hand-made configurations.
@Suite struct ClusterTests {
  /// A picture, and the clusters' own events that the rules list for it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let picture: String
    let events: [String]
    var testDescription: String { name }
  }

  static let moves = ["down", "left", "right", "up"].map { "cluster-diffusion \($0)" }

  static let cases = [
    Case(
      name: "a free cluster moves four ways",
      picture: """
        ~~~~~
        .....
        .aa..
        .a...
        .....
        #####
        """, events: moves),
    Case(
      name: "a hole is ahead too: electrolyte in it lets the cluster move",
      picture: """
        ~~~~~
        .....
        .aaa.
        .a.a.
        .aaa.
        .....
        #####
        """, events: moves),
    Case(
      name: "a precursor in a hole blocks every way",
      picture: """
        ~~~~~
        .....
        .aaa.
        .aPa.
        .aaa.
        .....
        #####
        """, events: []),
    Case(
      name: "a precursor blocks its way alone",
      picture: """
        ~~~~~
        .....
        .aaP.
        .a...
        .....
        #####
        """, events: moves.filter { $0 != "cluster-diffusion right" }),
    Case(
      name: "a side wall blocks its way",
      picture: """
        ~~~~
        ....
        aa..
        a...
        ....
        ####
        """, events: moves.filter { $0 != "cluster-diffusion left" }),
    Case(
      name: "the electrode blocks the way down and fixes nothing",
      picture: """
        ~~~~~
        .....
        .aa..
        .a...
        #####
        """, events: moves.filter { $0 != "cluster-diffusion down" }),
    Case(
      name: "inorganic pins a cluster wherever it touches",
      picture: """
        ~~~~~
        .....
        .aa..
        Fa...
        .....
        #####
        """, events: []),
    Case(
      name: "inorganic at a corner touches nothing",
      picture: """
        ~~~~~
        .....
        .aa..
        .a...
        F....
        #####
        """, events: moves),
    Case(
      name: "a cluster at the sink leaves and does nothing else",
      picture: """
        ~~~~~
        .aaa.
        .....
        .....
        #####
        """, events: ["cluster-escape"]),
    Case(
      name: "a cluster at the sink leaves even from inorganic",
      picture: """
        ~~~~~
        .aaaF
        .....
        .....
        #####
        """, events: ["cluster-escape"]),
    Case(
      name: "a cluster from sink to electrode does nothing",
      picture: """
        ~~~~~
        .a...
        .a...
        .a...
        #####
        """, events: []),
    Case(
      name: "a monomer is taken in before a cluster leaves",
      picture: """
        ~~~~~
        .aaaO
        .....
        .....
        #####
        """, events: ["growth-monomer"]),
    Case(
      name: "a dimer is taken in before inorganic pins",
      picture: """
        ~~~~~~
        ......
        F.aaa.
        ..<>..
        F.....
        ######
        """, events: ["growth-dimer"]),
    Case(
      name: "of monomer and dimer the lowest site counts: monomer below",
      picture: """
        ~~~~~~
        ..<>..
        ..aaa.
        ....O.
        ......
        ######
        """, events: ["growth-monomer"]),
    Case(
      name: "of monomer and dimer the lowest site counts: dimer below",
      picture: """
        ~~~~~~
        ......
        ..aaaO
        ..<>..
        ......
        ######
        """, events: ["growth-dimer"]),
    Case(
      name: "in one row the left one counts, though it is a dimer's upper half",
      picture: """
        ~~~~~~
        ......
        ^aaaO.
        v.....
        ......
        ######
        """, events: ["growth-dimer"]),
    Case(
      name: "clusters that touch are two, and merge both ways",
      picture: """
        ~~~~~~~
        .......
        .aaabbb
        .......
        .......
        #######
        """,
      events: [
        "cluster-diffusion down", "cluster-diffusion down", "cluster-diffusion left",
        "cluster-diffusion up", "cluster-diffusion up", "coalescence left", "coalescence right",
      ]),
    Case(
      name: "a merge happens whatever else is ahead",
      picture: """
        ~~~~~~~
        .......
        .aaaP..
        ..aabbb
        .......
        #######
        """,
      events: [
        "cluster-diffusion down", "cluster-diffusion down", "cluster-diffusion left",
        "cluster-diffusion up", "coalescence left", "coalescence right",
      ]),
    Case(
      name: "the electrode ahead stops no merge",
      picture: """
        ~~~~~~
        ......
        .aaa..
        .a.bbb
        ######
        """,
      events: [
        "cluster-diffusion left", "cluster-diffusion left", "cluster-diffusion right",
        "cluster-diffusion up", "coalescence down", "coalescence up",
      ]),
    Case(
      name: "at a wall there is no event that way, a merge neither",
      picture: """
        ~~~~~~~
        .......
        aaa....
        ..a....
        bba....
        b......
        .......
        #######
        """,
      events: [
        "cluster-diffusion down", "cluster-diffusion down", "cluster-diffusion right",
        "cluster-diffusion up", "cluster-diffusion up", "coalescence right",
      ]),
    Case(
      name: "pinned and leaving clusters are merged into",
      picture: """
        ~~~~~~~
        .bbb...
        .aa....
        .a.....
        .ccc...
        .F.....
        #######
        """,
      events: [
        "cluster-diffusion left", "cluster-diffusion right", "cluster-escape",
        "coalescence down", "coalescence up",
      ]),
  ]

  @Test(arguments: cases)
  func `a cluster lists what the rules say`(example: Case) throws {
    let run = try simulation(example.picture)
    #expect(run.clusterEvents == example.events)
    let reference = ReferenceState(run.configuration)
    #expect(run.listing == reference.listing(run.parameters))
    #expect(run.checkInvariants() == [])
  }

  @Test func `a merge joins both in place, and moves nothing`() throws {
    var run = try simulation(
      "~~~~~~~\n.......\n.aaabbb\n.......\n#######", barriers: .only([.coalescence: 0.3]))
    let before = run.lattice
    run.advance(toEvents: 1)
    #expect(run.reactionCounts[Reaction.coalescence.rawValue - 1] == 1)
    #expect(run.lattice == before)
    #expect(run.configuration.clusters.map { $0.sorted() } == [Array(15...20)])
    #expect(run.checkInvariants() == [])
  }

  @Test func `of several clusters ahead the one on the lowest site is met`() throws {
    // Inorganic pins `b` and `c`, so that the one event is a's merge upwards.
    var run = try simulation(
      """
      ~~~~~~~
      F......
      ccc...F
      .aa.bbb
      ..aaa..
      .......
      #######
      """, barriers: .only([.coalescence: 0.3]))
    run.advance(toEvents: 1)
    #expect(run.reactionCounts[Reaction.coalescence.rawValue - 1] == 1)
    #expect(Set(run.configuration.clusters.map(\.count)) == [3, 8])
    let lone = run.configuration.clusters.filter { $0.count == 3 }.map { $0.sorted() }
    #expect(lone == [[28, 29, 30]])
  }

  @Test func `a cluster leaves whole`() throws {
    var run = try simulation("~~~~~\n.aaa.\n.a.a.\n.....\n#####")
    run.advance(toEvents: 1)
    #expect(run.reactionCounts[Reaction.clusterEscape.rawValue - 1] == 1)
    #expect(run.lattice.count(of: .organic) == 0)
    #expect(run.configuration.clusters.isEmpty)
    #expect(run.checkInvariants() == [])
  }

  @Test func `an intake takes both halves of a dimer into the cluster that took it`() throws {
    var run = try simulation(
      "~~~~~~\n......\n.aaa^.\n....v.\n......\n######", barriers: .only([.growthDimer: 0.3]))
    run.advance(toEvents: 1)
    #expect(run.configuration.clusters.map(\.count) == [5])
    #expect(run.configuration.dimers.isEmpty)
  }

  @Test func `a product joins no cluster that it happens to touch`() throws {
    var run = try simulation(
      "~~~~~~\n......\n.aaaO.\n....<>\n######",
      barriers: .only([.nucleation3: 0.3]))
    run.advance(toEvents: 1)
    #expect(run.reactionCounts[Reaction.nucleation3.rawValue - 1] == 1)
    #expect(
      run.configuration.clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        == [[10, 11, 16], [13, 14, 15]])
  }

  @Test(arguments: ["aaa....\n.a.a...\n.aaaa..", "aaaa...\na..a...\naaaa...", "aaa...."])
  func `a cluster moves as one rigid body, and slower with its size`(shape: String) throws {
    let rows = shape.split(separator: "\n").map { "......" + $0 + "......" }
    let empty = Array(repeating: String(repeating: ".", count: rows[0].count), count: 6)
    let picture =
      ([String(repeating: "~", count: rows[0].count)] + empty + rows + empty
      + [String(repeating: "#", count: rows[0].count)]).joined(separator: "\n")
    for seed in 1...20 as ClosedRange<UInt64> {
      var run = try simulation(
        picture, barriers: .only([.clusterDiffusion: 0.3]), seed: seed)
      let before = try #require(run.configuration.clusters.first).sorted()
      let rate = run.parameters.rate(of: .clusterDiffusion)
      for event in run.listedEvents where event.ofCluster {
        #expect(abs(event.rate / rate / RateLaw.clusterSlowdown(sites: before.count) - 1) < 1e-12)
      }
      for event in 1...5 {
        run.advance(toEvents: event)
        let after = try #require(run.configuration.clusters.first).sorted()
        #expect(Set(zip(before, after).map { $1 - $0 }).count == 1)
        #expect(run.lattice.count(of: .organic) == before.count)
        #expect(run.checkInvariants() == [])
      }
      #expect(run.reactionCounts[Reaction.clusterDiffusion.rawValue - 1] == 5)
    }
  }
}
