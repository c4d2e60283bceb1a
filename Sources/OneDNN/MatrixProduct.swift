internal import CDNNL

/// C ← `scale` · C + op(A) · op(B) for row-major matrices, on the calling thread.
///
/// C is [rows, columns], the sum runs over `depth`; `transposed` says whether A, B are stored as
/// [depth, rows], [columns, depth].
public func multiply(
  rows: Int, columns: Int, depth: Int,
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
  transposed: (a: Bool, b: Bool) = (false, false), adding scale: Float = 0
) throws(OneDNNError) {
  let no = CChar(UInt8(ascii: "N"))
  let yes = CChar(UInt8(ascii: "T"))
  try check("multiply matrices") {
    dnnl_sgemm(
      transposed.a ? yes : no, transposed.b ? yes : no, Int64(rows), Int64(columns), Int64(depth),
      1, a, Int64(transposed.a ? rows : depth), b, Int64(transposed.b ? depth : columns), scale, c,
      Int64(columns))
  }
}
