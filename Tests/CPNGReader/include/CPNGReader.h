/* libpng's simplified reader, to look at pictures in tests. */
#ifndef SEISCOPE_CPNGREADER_H
#define SEISCOPE_CPNGREADER_H

#include <stddef.h>
#include <stdint.h>

/* Decodes a PNG into three bytes a pixel, rows from the top. Returns them, to be freed, or NULL. */
uint8_t *png_reader_rgb(const uint8_t *bytes, size_t count, uint32_t *width, uint32_t *height);

#endif
