import Explorer
import Interphase
import Surrogate

extension SurrogateDecoder {
  func map() -> MapData {
    let map = bundle.latentMap
    return MapData(
      samples: (0..<map.count).map { index in
        // Justified here by the fact that each barrier was checked when the map was read.
        MapData.Sample(
          coordinates: coordinates(of: map.mean(at: index)),
          properties: map.properties(at: index).map(Double.init),
          barriers: try! map.barriers(at: index),
          seed: map.seeds[index])
      })
  }
}
