import Files
import Foundation
import Interphase
import Testing

/// A folder of its own for one test.
private func withScratchFolder(_ body: (String) throws -> Void) throws {
  let path = NSTemporaryDirectory() + "/seiscope-files-\(UUID().uuidString)"
  try Folder.create(path)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(path)
}

struct WholeFileTests {
  @Test func `a link stays a link, and permissions stay`() throws {
    try withScratchFolder { folder in
      let (file, link) = ("\(folder)/file", "\(folder)/link")
      try WholeFile.write([1], to: file)
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      try manager.createSymbolicLink(atPath: link, withDestinationPath: "file")
      try WholeFile.write([2], to: link)
      #expect(try WholeFile.read(file) == [2])
      #expect(try manager.destinationOfSymbolicLink(atPath: link) == "file")
      let mode = try manager.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(WholeFile.identity(of: link) == WholeFile.identity(of: "\(folder)/./file"))
    }
  }

  @Test func `a file written whole reads back and leaves nothing beside it`() throws {
    try withScratchFolder { folder in
      try WholeFile.write([1, 2, 3], to: "\(folder)/a")
      try WholeFile.write([4], to: "\(folder)/a")
      #expect(try WholeFile.read("\(folder)/a") == [4])
      #expect(Folder.names(in: folder) == ["a"])
    }
  }

  @Test func `what cannot be read or written is named`() throws {
    try withScratchFolder { folder in
      let missing = #expect(throws: FileError.self) { try WholeFile.read("\(folder)/none") }
      #expect(
        missing?.description == "\(folder)/none: cannot be read: no such file or directory")
      #expect(missing?.exitStatus == .noInput)
      #expect(throws: FileError.self) { try WholeFile.read(folder) }
      let lost = #expect(throws: FileError.self) {
        try WholeFile.write([1], to: "\(folder)/none/a")
      }
      #expect(lost?.exitStatus == .cannotCreate)
    }
  }

  @Test func `an output is checked without a trace`() throws {
    try withScratchFolder { folder in
      try WholeFile.checkWritable("\(folder)/a")
      #expect(Folder.names(in: folder).isEmpty)
      try WholeFile.write([1], to: "\(folder)/a")
      try WholeFile.checkWritable("\(folder)/a")
      #expect(try WholeFile.read("\(folder)/a") == [1])
      for path in ["\(folder)/none/a", folder, "\(folder)/b/", "", "/dev/null"] {
        let error = #expect(throws: FileError.self) { try WholeFile.checkWritable(path) }
        #expect(error?.exitStatus == .cannotCreate, "'\(path)'")
      }
      #expect(Folder.names(in: folder) == ["a"])
    }
  }

  @Test func `replacing a folder leaves exactly the new files`() throws {
    try withScratchFolder { folder in
      let path = "\(folder)/model"
      try Folder.replace(path, files: [("a", [1]), ("b", [2])])
      try Folder.replace("\(path)/", files: [("a", [3])])
      #expect(Folder.names(in: path) == ["a"])
      #expect(try WholeFile.read("\(path)/a") == [3])
      #expect(Folder.names(in: folder) == ["model"])
    }
  }

  @Test func `a folder that cannot be written leaves the old one as it was`() throws {
    try withScratchFolder { folder in
      let path = "\(folder)/model"
      try Folder.replace(path, files: [("a", [1])])
      #expect(throws: FileError.self) {
        try Folder.replace(path, files: [("a", [2]), ("no/such", [3])])
      }
      #expect(try WholeFile.read("\(path)/a") == [1])
      #expect(Folder.names(in: folder) == ["model"])
    }
  }

  @Test func `a folder with foreign files is not to be replaced`() throws {
    try withScratchFolder { folder in
      try Folder.checkReplaceable("\(folder)/new", names: ["a"], what: "a model")
      try WholeFile.write([1], to: "\(folder)/a")
      try Folder.checkReplaceable(folder, names: ["a"], what: "a model")
      try WholeFile.write([1], to: "\(folder)/thesis")
      let error = #expect(throws: FileError.self) {
        try Folder.checkReplaceable(folder, names: ["a"], what: "a model")
      }
      #expect(
        error?.description
          == "\(folder): holds 'thesis', which is no part of a model: give another folder")
    }
  }

  @Test(arguments: [("a/b", "a"), ("a/b/", "a"), ("a", "."), ("/a", "/"), ("/", "/")])
  func `the folder above is found`(_ path: String, _ parent: String) {
    #expect(Folder.parent(of: path) == parent)
  }
}
