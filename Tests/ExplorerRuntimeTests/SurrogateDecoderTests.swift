import Explorer
import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Testing

@testable import ExplorerRuntime

@Suite struct SurrogateDecoderTests {
  private func request(_ anchor: Anchor, offset: Double = 0, film: Lattice? = nil) -> DecodeRequest
  {
    var offsets = [Double](repeating: 0, count: 8)
    offsets[2] = offset
    return DecodeRequest(
      generation: 4,
      place: LatentPlace(barriers: .middle, anchor: anchor, offsets: offsets, film: film))
  }

  private func answer(
    _ decoder: any FilmDecoder, _ request: DecodeRequest
  ) -> DecodedResult? {
    var found: DecodedResult?
    decoder.answer(request, isWanted: { true }, publish: { found = $0 })
    return found
  }

  @Test func `each anchor lies where it should`() throws {
    try withModel { path in
      let source = try ModelSource(
        bundle: path, session: Session(barriers: .middle, seed: 1))
      let decoder = try source.open()
      let mean = try #require(answer(decoder, request(.latentMean)))
      #expect(mean.anchorCoordinates == [Double](repeating: 0, count: 8))
      #expect(mean.spread == nil)
      let sample = try #require(answer(decoder, request(.testSample(0))))
      #expect(abs(sample.anchorCoordinates[5] - (0.5 - 5)) < 1e-6)
      let prior = try #require(answer(decoder, request(.priorMean)))
      #expect(prior.spread?.count == 4)
      #expect(prior.regressed.count == 4)
      let draw = try #require(answer(decoder, request(.priorDraw(seed: 1))))
      #expect(draw.anchorCoordinates != prior.anchorCoordinates)
      let again = answer(decoder, request(.priorDraw(seed: 1)))
      #expect(again == draw)
      let early = answer(decoder, request(.simulated))
      #expect(early == nil, "no film yet")
      let film = Lattice(emptyWidth: 50, height: 50)
      let encoded = answer(decoder, request(.simulated, film: film))
      #expect(encoded?.generation == 4)
    }
  }

  @Test func `an offset moves the point along its axis and leaves the anchor`() throws {
    try withModel { path in
      let decoder = try ModelSource(
        bundle: path, session: Session(barriers: .middle, seed: 1)
      ).open()
      let there = try #require(answer(decoder, request(.testSample(0))))
      let moved = try #require(answer(decoder, request(.testSample(0), offset: 9)))
      #expect(moved.anchorCoordinates == there.anchorCoordinates)
      #expect(moved.regressed != there.regressed)
    }
  }

  @Test func `of what the decoder believes the film is the most probable species`() throws {
    try withModel { path in
      let session = Session(barriers: .middle, seed: 1)
      let decoder = try ModelSource(bundle: path, session: session).open()
      let found = try #require(answer(decoder, request(.testSample(1))))
      let (codes, sites) = (Species.allCases.count, found.lattice.codes.count)
      #expect(found.probabilities.count == codes * sites)
      func belief(_ code: UInt8, _ site: Int) -> Float {
        found.probabilities[Int(code) * sites + site]
      }
      let here = Species.allCases.filter { $0 != .electrode && $0 != .sink }.map(\.rawValue)
      for site in found.lattice.width..<(sites - found.lattice.width) {
        let beliefs = (0..<UInt8(codes)).map { belief($0, site) }
        #expect(beliefs.allSatisfy { (0...1).contains($0) } && beliefs.reduce(0, +) < 1.0001)
        let most = here.max { belief($0, site) < belief($1, site) }
        #expect(found.lattice.codes[site] == most)
      }
    }
  }

  @Test func `a point is far only once the films are known`() throws {
    try withModel { path in
      let session = Session(barriers: .middle, seed: 1)
      let decoder = try ModelSource(bundle: path, session: session).open()
      let (near, far) = (request(.testSample(0)), request(.testSample(0), offset: 500))
      #expect(answer(decoder, far)?.isFar == false)
      decoder.learnSeenFilms()
      #expect(answer(decoder, far)?.isFar == true)
      #expect(answer(decoder, near)?.isFar == false)
    }
  }

  @Test func `the stored picture stands in where the session begins at the model's start`() throws {
    try withModel { path in
      let start = Session(barriers: StartState.standard.barriers, seed: StartState.standard.seed)
      let here = try ModelSource(bundle: path, session: start)
      #expect(here.stored?.isStored == true)
      let session = Session(barriers: .middle, seed: 1)
      let elsewhere = try ModelSource(bundle: path, session: session)
      #expect(elsewhere.stored == nil)
    }
  }

  @Test func `a model for another size is refused in a sentence`() throws {
    try withModel(size: 16) { path in
      #expect(throws: ModelSizeError(path: path, width: 16, height: 16)) {
        try ModelSource(bundle: path, session: Session(barriers: .middle, seed: 1))
      }
    }
  }

  @Test func `damaged weights are refused before there is a screen`() throws {
    try withModel { path in
      let weights = path + "/weights.safetensors"
      let whole = try WholeFile.read(weights)
      try WholeFile.write(Array(whole.dropLast(8)), to: weights)
      let session = Session(barriers: .middle, seed: 1)
      #expect(throws: (any Error).self) { try ModelSource(bundle: path, session: session) }
    }
  }

  @Test func `a model that is not checked first says what is wrong when it is built`() throws {
    try withModel { path in
      let session = Session(barriers: .middle, seed: 1)
      let checked = try ModelSource(bundle: path, session: session)
      let source = try ModelSource(bundle: path, session: session, checksAll: false)
      #expect(source.summary == checked.summary)
      let weights = path + "/weights.safetensors"
      try WholeFile.write(Array(try WholeFile.read(weights).dropLast(8)), to: weights)
      #expect(throws: (any Error).self) { try source.open() }
      try WholeFile.write([], to: path + "/model.json")
      #expect(throws: (any Error).self) {
        try ModelSource(bundle: path, session: session, checksAll: false)
      }
    }
  }
}
