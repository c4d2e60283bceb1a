#pragma once

// Debian's OpenBLAS contains LAPACK but not LAPACKE, so the Fortran entry is declared here.
// Eigenvalues and eigenvectors of a real symmetric matrix, divide and conquer.
extern void dsyevd_(
    const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
    double *work, const int *lwork, int *iwork, const int *liwork, int *info);

extern void openblas_set_num_threads(int threads);
