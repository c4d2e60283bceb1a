/* What must work when Swift no longer can: signal handlers, a self-pipe that turns signals and
   wake-ups into something to poll, and a terminal that is whole after a crash.

   One terminal a process. Handlers call only async-signal-safe functions. */
#ifndef SEISCOPE_CTERMINALGUARD_H
#define SEISCOPE_CTERMINALGUARD_H

/* Takes the signals, saves the terminal's settings, and, where standard error is the terminal,
   collects what is written there until the terminal is given back.
   `restore`: the escape sequences that undo everything (kept as a copy, at most 255 bytes).
   Returns 0, or the errno of what failed. */
int guard_take(const char *restore);

/* Gives everything back: settings, signal handlers, standard error with what was collected.
   Writes the restore sequences first if `write_sequences` is not 0. Harmless when nothing is taken. */
void guard_release(int write_sequences);

/* The end of the self-pipe to poll, or -1. Each byte read is a signal's number, or 0 for a wake-up. */
int guard_descriptor(void);

/* Makes the self-pipe readable; from any thread, any time. */
void guard_wake(void);

/* Stops the process group as SIGTSTP does by default, and returns when it goes on.
   Call with the terminal's modes already undone; settings are saved and restored around it. */
void guard_stop(void);

#endif
