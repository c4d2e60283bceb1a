#pragma once

#include <oneapi/dnnl/dnnl.h>
#include <oneapi/dnnl/dnnl_debug.h>

#if DNNL_VERSION_MAJOR != 2
#error "seiscope is written for oneDNN 2.x (Debian 12: libdnnl-dev 2.6.3); 3.x has another API"
#endif

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Threads that OpenMP, hence oneDNN, uses when called from the calling thread (libgomp).
extern void omp_set_num_threads(int);

/// The calling thread's floating-point control word, to be given back to `seiscope_restore_float`.
static inline unsigned seiscope_flush_denormals(void) {
#if defined(__x86_64__)
  unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040);  // FTZ and DAZ
  return before;
#else
  return 0;
#endif
}

/// Undoes `seiscope_flush_denormals` on the calling thread.
static inline void seiscope_restore_float(unsigned word) {
#if defined(__x86_64__)
  _mm_setcsr(word);
#else
  (void)word;
#endif
}
