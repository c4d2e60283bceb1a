/// What the engine knows of one cluster: its members, what touches it, and what it has listed.
///
/// A contact is a pair (member, direction) whose neighbour is not the cluster's own; contacts are
/// counted up and down as sites change, so that no event needs to scan a cluster's surface.
struct ClusterRecord {
  /// First of the members, which form a linked list through `Memory.nextMember`.
  var head: Int32 = -1
  /// Members; 0 for an identifier that is free.
  var size: Int32 = 0

  var monomerContacts: Int32 = 0
  var dimerContacts: Int32 = 0
  var inorganicContacts: Int32 = 0
  var sinkContacts: Int32 = 0
  var electrodeContacts: Int32 = 0
  /// Contacts by direction with a precursor or the electrode.
  var obstacles: InlineArray<4, Int32> = .init(repeating: 0)
  /// Contacts by direction with another cluster.
  var others: InlineArray<4, Int32> = .init(repeating: 0)
  /// Contacts by direction with the closed side walls.
  var walls: InlineArray<4, Int32> = .init(repeating: 0)

  /// Moves now listed, and the size they were listed with.
  var listedMoves: Int32 = 0
  var listedSize: Int32 = 0
  /// Whether the record waits for its events to be listed anew.
  var isStale = false
}
