import Interphase
import Networks
import Surrogate
import Testing
import Training

struct BatchesTests {
  @Test func `a mirrored film keeps its barriers and properties`() throws {
    let films = try Fixture.films(3, seed: 2)
    let batches = Batches(films, scaling: Scaling(properties: films.properties))
    let plain = try batches.batch([Placement(film: 1, isMirrored: false)])
    let mirrored = try batches.batch([Placement(film: 1, isMirrored: true)])
    #expect(plain.codes == films.lattice(at: 1).codes)
    #expect(mirrored.codes == films.lattice(at: 1).mirrored.codes)
    #expect(mirrored.codes != plain.codes)
    #expect(mirrored.barriers == plain.barriers)
    #expect(mirrored.properties == plain.properties)
    #expect(plain.barriers.count == 15)
    #expect(plain.properties.count == 4)
  }

  @Test func `an epoch visits each film once, half of them mirrored`() {
    let order = EpochOrder(count: 1000, seed: 1, epoch: 0).places
    #expect(Set(order.map(\.film)).count == 1000)
    // Binomial: 500 ± 4 · √250.
    #expect(abs(order.count(where: \.isMirrored) - 500) < 64)
    #expect(order == EpochOrder(count: 1000, seed: 1, epoch: 0).places)
    #expect(order != EpochOrder(count: 1000, seed: 1, epoch: 1).places)
    #expect(order != EpochOrder(count: 1000, seed: 2, epoch: 0).places)
  }

  @Test func `batches in order cover every film`() throws {
    let films = try Fixture.films(7, seed: 2)
    let batches = Batches(films, scaling: Scaling(properties: films.properties))
    #expect(batches.inOrder(of: 3) == [0..<3, 3..<6, 6..<7])
  }
}
