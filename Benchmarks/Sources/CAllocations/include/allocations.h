#ifndef SEISCOPE_ALLOCATIONS_H
#define SEISCOPE_ALLOCATIONS_H

/// Calls of malloc, calloc, realloc and the aligned kin since the program began.
long seiscope_allocations(void);

#endif
