#include "CPNGReader.h"

#include <png.h>
#include <stdlib.h>

uint8_t *png_reader_rgb(const uint8_t *bytes, size_t count, uint32_t *width, uint32_t *height) {
  png_image image = {.version = PNG_IMAGE_VERSION};
  if (!png_image_begin_read_from_memory(&image, bytes, count)) return NULL;
  image.format = PNG_FORMAT_RGB;
  uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image));
  if (pixels == NULL || !png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
    png_image_free(&image);
    free(pixels);
    return NULL;
  }
  *width = image.width;
  *height = image.height;
  return pixels;
}
