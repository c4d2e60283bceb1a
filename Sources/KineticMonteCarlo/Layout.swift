/// Where things are in the engine's flat memory.
///
/// The lattice is padded by a wall on both sides of each row, so that a site's four neighbours are
/// at fixed offsets and no hop needs a test of the border. Directions are left, right, down, up:
/// the opposite of `d` is `d ^ 1`. A *slot* is what can stand in a list: `site * 4 + direction` for
/// what a site does to its neighbour, after those `cluster * 4 + direction` for what a cluster does,
/// and after those one for each site, for the hops of a precursor there.
struct Layout: Equatable, Sendable {
  let width: Int
  let height: Int

  /// Distance of two rows.
  var stride: Int { width + 2 }
  /// Sites, walls included.
  var siteCount: Int { stride * height }
  /// Clusters that can exist at once: each has three sites or more.
  var clusterCapacity: Int { width * height / 3 + 1 }
  /// The slot of cluster 0, direction 0.
  var firstClusterSlot: Int { siteCount * 4 }
  /// The slot of the precursor on site 0.
  var firstHopSlot: Int { (siteCount + clusterCapacity) * 4 }
  var slotCount: Int { firstHopSlot + siteCount }

  /// The padded index of a site of ``Lattice``.
  func padded(_ site: Int) -> Int { site / width * stride + site % width + 1 }

  /// The index in ``Lattice`` of a padded one.
  func unpadded(_ site: Int) -> Int { site / stride * width + site % stride - 1 }
}
