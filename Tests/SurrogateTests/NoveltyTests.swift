import Interphase
import Networks
import Surrogate
import Tensors
import Testing

struct NoveltyTests {
  /// A model whose map holds two heaps of films on the first axis, at −3 and +3, each a Gaussian of
  /// deviation 0.3 on the first two axes; the last two never vary.
  private func bundle(films count: Int = 600) throws -> ModelBundle {
    let template = Fixture.bundle()
    let architecture = template.description.architecture
    var source = RandomSource(seed: 31)
    let films = try (0..<count).map { index in
      let center: Double = index % 2 == 0 ? -3 : 3
      let point: [Double] = [center + 0.3 * source.normal(), 0.3 * source.normal(), 0, 0]
      return MappedFilm(
        mean: zip(Fixture.axes.mean, point).map { $0 + Float($1) },
        barriers: try Barriers(
          Reaction.withBarrier.map { Float($0.middleBarrier * (0.9 + 0.2 * source.unit())) }),
        properties: [1, 1, 1, 1], lattice: Fixture.film(seed: 1), seed: 1, index: index)
    }
    var description = template.description
    description.principalAxes.explainedVariance = [0.9, 0.1, 0, 0]
    description.principalAxes.standardDeviation = [3, 0.3, 0, 0]
    // The encoder's noise: a deviation of 0.05 on every dimension, as after a training.
    var tensors = template.tensors
    let weight = tensors["encoder.logvar.weight"]!.shape
    tensors["encoder.logvar.weight"] = Tensor(
      shape: weight, values: [Float](repeating: 0, count: weight.reduce(1, *)))
    tensors["encoder.logvar.bias"] = Tensor(shape: [4], values: [-6, -6, -6, -6])
    return ModelBundle(
      description: description, tensors: tensors,
      latentMap: LatentMap(films, architecture: architecture),
      startPicture: template.startPicture)
  }

  private func point(_ coordinates: Float...) -> [Float] {
    Fixture.axes.point(at: coordinates)
  }

  @Test func `about one film in a hundred is far from the others, and none from itself`() throws {
    let bundle = try bundle(films: 800)
    let map = bundle.latentMap
    let seen = try #require(SeenFilms(bundle, try Predictor(bundle)))
    let limit = seen.novelty(of: map.mean(at: 0), at: .middle).distanceLimit
    // Each film's distance from the others over their fifth neighbour's, by hand.
    let places = (0..<map.count).map { film in
      let mean = map.mean(at: film)
      return (x: (mean[0] - Fixture.axes.mean[0]) / 3, y: (mean[1] - Fixture.axes.mean[1]) / 0.3)
    }
    func distances(from film: Int) -> [Float] {
      places.map { other in
        let (dx, dy) = (places[film].x - other.x, places[film].y - other.y)
        return (dx * dx + dy * dy).squareRoot()
      }
    }
    let rooms = places.indices.map { distances(from: $0).sorted()[5] }
    let far = places.indices.count { film in
      let relative = zip(distances(from: film), rooms).map { $0 / $1 }
      return relative.enumerated().allSatisfy { $0.offset == film || $0.element > limit }
    }
    #expect(far <= 8)
    for film in 0..<map.count {
      let novelty = seen.novelty(of: map.mean(at: film), at: try map.barriers(at: film))
      #expect(novelty.distance == 0 && !novelty.isFar)
    }
  }

  @Test func `fresh points of the same heaps are known`() throws {
    let bundle = try bundle()
    let seen = try #require(SeenFilms(bundle, try Predictor(bundle)))
    var source = RandomSource(seed: 77)
    let far = (0..<1000).count { index in
      let fresh = point(
        Float((index % 2 == 0 ? -3 : 3) + 0.3 * source.normal()), Float(0.3 * source.normal()))
      return seen.novelty(of: fresh, at: .middle).isFar
    }
    // 1 % but for the map's own chance: a limit from 600 films is good to a factor of two.
    #expect((1...30).contains(far))
  }

  @Test func `points beyond, between and beside the heaps are far`() throws {
    let bundle = try bundle()
    let seen = try #require(SeenFilms(bundle, try Predictor(bundle)))
    let beyond = seen.novelty(of: point(9), at: .middle)
    #expect(beyond.axesOutside == [1] && beyond.isPointFar)
    let between = seen.novelty(of: point(0), at: .middle)
    #expect(between.axesOutside.isEmpty)
    #expect(between.distance > between.distanceLimit, "the mean, where no film is")
    #expect(seen.novelty(of: point(3, 3), at: .middle).axesOutside == [2])
    let across = seen.novelty(of: point(3, 0, 50), at: .middle)
    #expect(across.distance < across.distanceLimit)
    #expect(across.remainder > across.remainderLimit && across.isFar)
  }

  @Test func `the noise that the decoder was trained with is no novelty`() throws {
    let bundle = try bundle()
    let predictor = try Predictor(bundle)
    let seen = try #require(SeenFilms(bundle, predictor))
    let variance = predictor.encode([bundle.latentMap.lattice(at: 0)])[0].variance
    var source = RandomSource(seed: 19)
    let far = (0..<400).count { film in
      let noisy = zip(bundle.latentMap.mean(at: film), variance).map {
        $0 + $1.squareRoot() * Float(source.normal())
      }
      let novelty = seen.novelty(of: noisy, at: .middle)
      return novelty.distance > novelty.distanceLimit || novelty.remainder > novelty.remainderLimit
    }
    // 1 % of each of two: 8 of 400, and chance in the limits.
    #expect(far <= 20)
  }

  @Test func `barriers are judged by the design and by the films`() throws {
    let bundle = try bundle()
    let seen = try #require(SeenFilms(bundle, try Predictor(bundle)))
    let known = point(3, 0)
    func outside(_ share: Float) throws -> [Reaction] {
      let barriers = try Barriers.middle.setting(
        .pairing, to: Float(Reaction.pairing.middleBarrier) * share)
      return seen.novelty(of: known, at: barriers).barriersOutside
    }
    // The films reach from 0.9 to 1.1 of the middle, the design from 0.72 to 1.28.
    #expect(try outside(1.09) == [])
    #expect(try outside(1.2) == [.pairing])
    #expect(try outside(0.5) == [.pairing])
  }

  @Test func `a map of one film is no ground to judge by`() throws {
    let bundle = try bundle(films: 1)
    #expect(SeenFilms(bundle, try Predictor(bundle)) == nil)
  }
}
