/* libpng's writer for Swift: its errors leave by longjmp, which must not cross Swift's frames, so
   each call here catches them and returns instead. The picture grows in memory. */
#ifndef SEISCOPE_CPNGWRITER_H
#define SEISCOPE_CPNGWRITER_H

#include <stddef.h>
#include <stdint.h>

typedef struct png_writer png_writer;

/* A text chunk: a keyword of 1 to 79 Latin-1 characters and a text in UTF-8. */
typedef struct png_writer_note {
  const char *keyword;
  const char *text;
} png_writer_note;

/* What stands before the rows. */
typedef struct png_writer_header {
  uint32_t width, height; /* pixels */
  const uint8_t *palette; /* red, green, blue of each entry; NULL for rows of RGB */
  int palette_count;      /* 1 to 256; decides on the bits of a pixel */
  const png_writer_note *notes;
  size_t note_count;
} png_writer_header;

/* A writer with an empty picture, or NULL without memory. */
png_writer *png_writer_create(void);

/* Writes everything before the rows. Returns 1, or 0 after an error: then only the message may be
   asked for, and the writer destroyed. */
int png_writer_start(png_writer *writer, const png_writer_header *header);

/* Writes the next row from the top: a palette index or three channels a pixel, a byte each.
   Returns 1, or 0 after an error. */
int png_writer_row(png_writer *writer, const uint8_t *row);

/* Writes one chunk with its length and checksum, and nothing around it. Returns 1, or 0 after an
   error. */
int png_writer_chunk(
    png_writer *writer, const char *type, const uint8_t *data, size_t count);

/* Ends the file. Returns 1, or 0 after an error. */
int png_writer_finish(png_writer *writer);

/* The file, valid until the writer is destroyed. */
const uint8_t *png_writer_bytes(const png_writer *writer, size_t *count);

/* What went wrong, in libpng's words. */
const char *png_writer_message(const png_writer *writer);

void png_writer_destroy(png_writer *writer);

#endif
