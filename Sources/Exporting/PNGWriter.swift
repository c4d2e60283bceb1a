import CPNGWriter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A paletted PNG that is written row by row, from the top.
struct PNGWriter: ~Copyable {
  /// A text chunk.
  struct Note {
    /// 1 to 79 characters of Latin-1.
    let keyword: String
    let text: String
  }

  private let writer: OpaquePointer
  private let width: Int

  /// Writes what stands before the rows.
  ///
  /// - Parameters:
  ///   - width: Pixels in a row, 1 to 1,000,000.
  ///   - height: Rows, 1 to 1,000,000.
  ///   - palette: 1 to 256 colours; sixteen or fewer take 4 bits a pixel.
  ///   - notes: Text chunks.
  init(
    width: Int, height: Int, palette: [FilmColor], notes: [Note]
  ) throws(PictureError) {
    guard let writer = png_writer_create() else { throw .library("out of memory") }
    guard Self.start(writer, width, height, palette, notes) else {
      defer { png_writer_destroy(writer) }
      throw Self.failure(of: writer)
    }
    self.writer = writer
    self.width = width
  }

  deinit { png_writer_destroy(writer) }

  /// Writes a row: a palette index a pixel.
  borrowing func write(row: [UInt8]) throws(PictureError) {
    precondition(row.count == width, "\(row.count) pixels in a row of \(width)")
    guard png_writer_row(writer, row) == 1 else { throw Self.failure(of: writer) }
  }

  /// Ends the file, after `height` rows.
  consuming func finish() throws(PictureError) -> [UInt8] {
    guard png_writer_finish(writer) == 1 else { throw Self.failure(of: writer) }
    return Self.bytes(of: writer)
  }

  /// One chunk with its length and checksum.
  static func chunk(type: String, _ data: [UInt8]) throws(PictureError) -> [UInt8] {
    guard let writer = png_writer_create() else { throw .library("out of memory") }
    defer { png_writer_destroy(writer) }
    guard png_writer_chunk(writer, type, data, data.count) == 1 else {
      throw failure(of: writer)
    }
    return bytes(of: writer)
  }

  private static func bytes(of writer: OpaquePointer) -> [UInt8] {
    var count = 0
    let bytes = png_writer_bytes(writer, &count)
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  private static func failure(of writer: OpaquePointer) -> PictureError {
    .library(String(cString: png_writer_message(writer)))
  }

  private static func start(
    _ writer: OpaquePointer, _ width: Int, _ height: Int, _ palette: [FilmColor], _ notes: [Note]
  ) -> Bool {
    let colors = palette.flatMap { [$0.red, $0.green, $0.blue] }
    return colors.withUnsafeBufferPointer { colors in
      withNotes(notes) { notes in
        var header = png_writer_header(
          width: UInt32(width), height: UInt32(height), palette: colors.baseAddress,
          palette_count: Int32(palette.count), notes: notes.baseAddress, note_count: notes.count)
        return png_writer_start(writer, &header) == 1
      }
    }
  }

  /// Lends the notes as C strings for the time of a call.
  private static func withNotes<Result>(
    _ notes: [Note], _ body: (UnsafeBufferPointer<png_writer_note>) -> Result
  ) -> Result {
    let strings = notes.map { (strdup($0.keyword), strdup($0.text)) }
    defer {
      for pair in strings {
        free(pair.0)
        free(pair.1)
      }
    }
    let lent = strings.map { png_writer_note(keyword: $0.0, text: $0.1) }
    return lent.withUnsafeBufferPointer(body)
  }
}
