#pragma once

/// Runs `iterations` rounds of independent multiply-adds in the widest vectors that this processor
/// has, and returns a number that depends on all of them.
float seiscope_peak_run(long iterations);

/// Floating-point operations of one round: two a multiply-add and lane.
long seiscope_peak_operations(void);

/// What the vectors are called.
const char *seiscope_peak_name(void);
