#pragma once

// Debian's OpenBLAS contains LAPACK but not LAPACKE, so the Fortran entries are declared here.
// Eigenvalues and eigenvectors of a real symmetric matrix, divide and conquer.
extern void dsyevd_(
    const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
    double *work, const int *lwork, int *iwork, const int *liwork, int *info);

extern void openblas_set_num_threads(int threads);

// The least-squares solution of least norm, by singular values, divide and conquer.
extern void dgelsd_(
    const int *m, const int *n, const int *nrhs, double *a, const int *lda, double *b,
    const int *ldb, double *s, const double *rcond, int *rank, double *work, const int *lwork,
    int *iwork, int *info);
