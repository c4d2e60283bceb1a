#include "CPNGWriter.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

struct png_writer {
  png_structp png;
  png_infop info;
  uint8_t *bytes;
  size_t count, capacity;
  char message[128];
};

static void fail(png_structp png, png_const_charp message) {
  png_writer *writer = png_get_error_ptr(png);
  strncpy(writer->message, message, sizeof writer->message - 1);
  png_longjmp(png, 1);
}

/* libpng warns of nothing that these pictures have; standard error is not ours to write to. */
static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void append(png_structp png, png_bytep data, size_t count) {
  png_writer *writer = png_get_io_ptr(png);
  if (writer->capacity - writer->count < count) {
    size_t capacity = 2 * writer->capacity + count + 4096;
    uint8_t *bytes = realloc(writer->bytes, capacity);
    if (bytes == NULL) png_error(png, "out of memory");
    writer->bytes = bytes;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, data, count);
  writer->count += count;
}

static void flush(png_structp png) { (void)png; }

png_writer *png_writer_create(void) {
  png_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, fail, ignore);
  writer->info = writer->png == NULL ? NULL : png_create_info_struct(writer->png);
  if (writer->info == NULL) {
    png_writer_destroy(writer);
    return NULL;
  }
  png_set_write_fn(writer->png, writer, append, flush);
  return writer;
}

void png_writer_destroy(png_writer *writer) {
  if (writer == NULL) return;
  png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
}

/* The fewest bits that hold an index of the palette. */
static int index_bits(int count) { return count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8; }

static int is_ascii(const char *text) {
  for (; *text != 0; text++)
    if ((unsigned char)*text >= 0x80) return 0;
  return 1;
}

static void set_notes(png_writer *writer, const png_writer_header *header) {
  for (size_t i = 0; i < header->note_count; i++) {
    png_text note = {0};
    /* Every reader knows tEXt, which is Latin-1; UTF-8 takes iTXt. */
    note.compression = is_ascii(header->notes[i].text) ? PNG_TEXT_COMPRESSION_NONE
                                                       : PNG_ITXT_COMPRESSION_NONE;
    note.key = (char *)header->notes[i].keyword;
    note.text = (char *)header->notes[i].text;
    note.text_length = strlen(note.text);
    png_set_text(writer->png, writer->info, &note, 1);
  }
}

static void set_palette(png_writer *writer, const png_writer_header *header) {
  png_color colors[PNG_MAX_PALETTE_LENGTH];
  if (header->palette_count < 1 || header->palette_count > PNG_MAX_PALETTE_LENGTH)
    png_error(writer->png, "a palette holds 1 to 256 colours");
  for (int i = 0; i < header->palette_count; i++) {
    const uint8_t *entry = header->palette + 3 * i;
    colors[i] = (png_color){entry[0], entry[1], entry[2]};
  }
  png_set_PLTE(writer->png, writer->info, colors, header->palette_count);
}

int png_writer_start(png_writer *writer, const png_writer_header *header) {
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  int is_paletted = header->palette != NULL;
  png_set_IHDR(
      writer->png, writer->info, header->width, header->height,
      is_paletted ? index_bits(header->palette_count) : 8,
      is_paletted ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (is_paletted) set_palette(writer, header);
  set_notes(writer, header);
  png_write_info(writer->png, writer->info);
  /* Rows come with a byte a pixel, also where the file packs several into one. */
  png_set_packing(writer->png);
  return 1;
}

int png_writer_row(png_writer *writer, const uint8_t *row) {
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  png_write_row(writer->png, row);
  return 1;
}

int png_writer_chunk(
    png_writer *writer, const char *type, const uint8_t *data, size_t count) {
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  png_write_chunk(writer->png, (png_const_bytep)type, data, count);
  return 1;
}

int png_writer_finish(png_writer *writer) {
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  png_write_end(writer->png, NULL);
  return 1;
}

const uint8_t *png_writer_bytes(const png_writer *writer, size_t *count) {
  *count = writer->count;
  return writer->bytes;
}

const char *png_writer_message(const png_writer *writer) { return writer->message; }
