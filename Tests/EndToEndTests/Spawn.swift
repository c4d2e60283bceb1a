import Glibc

/// Runs programs without Foundation's `Process`, which waits for every descendant that holds its
/// end of a socket: a tmux server, which outlives the command that starts it, would be waited for.
enum Spawn {
  /// Runs a program to its end; standard input is empty, the outputs go to files.
  ///
  /// - Parameter seconds: When to kill it, if it is still running then.
  /// - Returns: Its exit status, or the negative number of the signal that ended it.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], output: String,
    errors: String, killedAfter seconds: Double? = nil
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, creating, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, creating, 0o600)

    // Threads of the test runner block signals, and a child inherits that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, &attributes, argv, envp) == 0 else { return 127 }
    if let seconds {
      usleep(UInt32(seconds * 1e6))
      kill(process, SIGKILL)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }
}
