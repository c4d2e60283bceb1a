#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* Signals that the event loop answers: the handler only passes their number on. */
static const int polite[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE};
enum { polite_count = sizeof polite / sizeof *polite };

/* Signals after which no Swift code runs; a trap is SIGILL or SIGTRAP. */
static const int fatal[] = {SIGSEGV, SIGILL, SIGBUS, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
enum { fatal_count = sizeof fatal / sizeof *fatal };

static struct sigaction old_polite[polite_count], old_fatal[fatal_count];
static struct termios settings;
static char sequences[256];
static size_t sequences_length;
static int pipe_ends[2] = {-1, -1};
static int real_stderr = -1, collected = -1;
static atomic_bool taken;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/* Puts standard error back and copies there what was collected. */
static void give_back_stderr(void) {
  char buffer[4096];
  ssize_t count;
  if (real_stderr < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  lseek(collected, 0, SEEK_SET);
  while ((count = read(collected, buffer, sizeof buffer)) > 0)
    write_all(STDERR_FILENO, buffer, (size_t)count);
}

/* Undoes what a person would notice, once, from wherever it is called first. */
static void make_whole(int write_sequences) {
  if (!atomic_exchange(&taken, 0)) return;
  if (write_sequences) write_all(STDOUT_FILENO, sequences, sequences_length);
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  give_back_stderr();
}

static void on_fatal(int number) {
  make_whole(1);
  signal(number, SIG_DFL);
  raise(number);
}

static void on_polite(int number) {
  /* A loop that hangs does not answer: the third request ends the process here. */
  static atomic_int requests;
  int saved = errno;
  if (number == SIGTERM && atomic_fetch_add(&requests, 1) >= 2) on_fatal(number);
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void at_exit(void) { make_whole(1); }

/* A stack of its own, so that a stack overflow of the main thread can be handled too. */
static void install_stack(void) {
  static char space[64 * 1024];
  stack_t stack = {.ss_sp = space, .ss_size = sizeof space};
  sigaltstack(&stack, NULL);
}

static void install_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_polite;
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < polite_count; i++) sigaction(polite[i], &action, &old_polite[i]);
  action.sa_handler = on_fatal;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | (int)SA_RESETHAND;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &old_fatal[i]);
}

static void remove_handlers(void) {
  for (int i = 0; i < polite_count; i++) sigaction(polite[i], &old_polite[i], NULL);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &old_fatal[i], NULL);
}

/* Standard error that goes elsewhere is left alone: nobody loses it. */
static void collect_stderr(void) {
  if (!isatty(STDERR_FILENO)) return;
#ifdef __linux__
  collected = memfd_create("stderr", MFD_CLOEXEC);
#else
  char path[] = "/tmp/stderr.XXXXXX";
  collected = mkstemp(path);
  unlink(path);
#endif
  if (collected < 0) return;
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_stderr >= 0) dup2(collected, STDERR_FILENO);
}

static int open_pipe(void) {
  if (pipe_ends[0] >= 0) return 0;
  if (pipe(pipe_ends) != 0) return errno;
  for (int i = 0; i < 2; i++) {
    fcntl(pipe_ends[i], F_SETFL, O_NONBLOCK);
    fcntl(pipe_ends[i], F_SETFD, FD_CLOEXEC);
  }
  return 0;
}

int guard_take(const char *restore) {
  static atomic_bool registered;
  if (atomic_load(&taken)) return EBUSY;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return errno;
  int failure = open_pipe();
  if (failure != 0) return failure;
  strncpy(sequences, restore, sizeof sequences - 1);
  sequences_length = strlen(sequences);
  install_stack();
  install_handlers();
  collect_stderr();
  atomic_store(&taken, 1);
  if (!atomic_exchange(&registered, 1)) atexit(at_exit);
  return 0;
}

void guard_release(int write_sequences) {
  if (!atomic_load(&taken)) return;
  make_whole(write_sequences);
  remove_handlers();
  if (collected >= 0) close(collected);
  if (real_stderr >= 0) close(real_stderr);
  collected = real_stderr = -1;
}

int guard_descriptor(void) { return pipe_ends[0]; }

void guard_wake(void) {
  if (pipe_ends[1] < 0) return;
  unsigned char byte = 0;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
}

/* Waits for SIGCONT's byte, which may share the pipe with others; those are put back.
   The limit is for a process that cannot be stopped, such as one of an orphaned group. */
static void await_continuation(void) {
  unsigned char bytes[256];
  struct pollfd ready = {.fd = pipe_ends[0], .events = POLLIN};
  unsigned char others[256];
  int other_count = 0, continued = 0;
  while (!continued && poll(&ready, 1, 200) > 0) {
    ssize_t count = read(pipe_ends[0], bytes, sizeof bytes);
    for (ssize_t i = 0; i < count; i++) {
      if (bytes[i] == SIGCONT) continued = 1;
      else if (bytes[i] != SIGTSTP && other_count < (int)sizeof others)
        others[other_count++] = bytes[i];
    }
  }
  for (int i = 0; i < other_count; i++) {
    ssize_t ignored = write(pipe_ends[1], &others[i], 1);
    (void)ignored;
  }
}

void guard_stop(void) {
  struct sigaction stop, own;
  struct termios program;
  int saved = tcgetattr(STDIN_FILENO, &program) == 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  if (real_stderr >= 0) dup2(real_stderr, STDERR_FILENO);
  memset(&stop, 0, sizeof stop);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, &own);
  kill(0, SIGTSTP); /* the whole job: a wrapping script must stop as well */
  await_continuation();
  sigaction(SIGTSTP, &own, NULL);
  tcgetattr(STDIN_FILENO, &settings); /* the shell may have changed them */
  if (collected >= 0) dup2(collected, STDERR_FILENO);
  if (saved) tcsetattr(STDIN_FILENO, TCSANOW, &program);
}
