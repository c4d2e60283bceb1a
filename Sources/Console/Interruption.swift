import Glibc
import Synchronization

/// Ctrl-C as a request: long work looks at it and ends with whole files.
package enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed (or SIGTERM or SIGHUP sent) since ``install()``.
  package static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Turns the first SIGINT, SIGTERM or SIGHUP into a request; the second ends the process as usual.
  package static func install() {
    // Made now, since a signal handler must not be the first to touch it.
    requested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        Interruption.requested.store(true, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(number, &action, nil)
    }
  }
}
