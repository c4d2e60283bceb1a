#pragma once

// glibc 2.28 and newer; its header hides the declaration from programs that do not ask for GNU
// extensions before the first include.
extern int renameat2(
    int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
