#include "peak.h"

// Twelve chains of multiply-adds: more than latency (4 cycles) times units (2), so that the units never
// wait, and few enough to stay in registers.
enum { chains = 12 };

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f"))) static float run512(long iterations) {
  __m512 sums[chains];
  for (int chain = 0; chain < chains; chain++) sums[chain] = _mm512_set1_ps(chain);
  const __m512 factor = _mm512_set1_ps(0.999f), summand = _mm512_set1_ps(0.001f);
  for (long round = 0; round < iterations; round++)
#pragma clang loop unroll(full)
    for (int chain = 0; chain < chains; chain++)
      sums[chain] = _mm512_fmadd_ps(sums[chain], factor, summand);
  float total = 0;
  for (int chain = 0; chain < chains; chain++) total += _mm512_reduce_add_ps(sums[chain]);
  return total;
}

__attribute__((target("avx2,fma"))) static float run256(long iterations) {
  __m256 sums[chains];
  for (int chain = 0; chain < chains; chain++) sums[chain] = _mm256_set1_ps(chain);
  const __m256 factor = _mm256_set1_ps(0.999f), summand = _mm256_set1_ps(0.001f);
  for (long round = 0; round < iterations; round++)
#pragma clang loop unroll(full)
    for (int chain = 0; chain < chains; chain++)
      sums[chain] = _mm256_fmadd_ps(sums[chain], factor, summand);
  float lanes[8], total = 0;
  for (int chain = 0; chain < chains; chain++) {
    _mm256_storeu_ps(lanes, sums[chain]);
    for (int lane = 0; lane < 8; lane++) total += lanes[lane];
  }
  return total;
}
#endif

typedef float four __attribute__((vector_size(16)));

static float run128(long iterations) {
  four sums[chains];
  for (int chain = 0; chain < chains; chain++) sums[chain] = (four){chain, 1, 2, 3};
  for (long round = 0; round < iterations; round++)
#pragma clang loop unroll(full)
    for (int chain = 0; chain < chains; chain++) sums[chain] = sums[chain] * 0.999f + 0.001f;
  float total = 0;
  for (int chain = 0; chain < chains; chain++)
    for (int lane = 0; lane < 4; lane++) total += sums[chain][lane];
  return total;
}

static int lanes(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return 16;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 8;
#endif
  return 4;
}

float seiscope_peak_run(long iterations) {
#if defined(__x86_64__)
  if (lanes() == 16) return run512(iterations);
  if (lanes() == 8) return run256(iterations);
#endif
  return run128(iterations);
}

long seiscope_peak_operations(void) { return 2L * chains * lanes(); }

const char *seiscope_peak_name(void) {
  switch (lanes()) {
  case 16: return "AVX-512";
  case 8: return "AVX2";
  default: return "128-bit vectors";
  }
}
