#ifndef LECTERN_CPICTURES_H
#define LECTERN_CPICTURES_H
/* One picture in a process of its own: gdk-pixbuf (https://docs.gtk.org/gdk-pixbuf/) decodes it, chafa
   (https://hpjansson.org/chafa/ref/) draws it in cells. Both are loaded here and nowhere else, so that the reader itself
   never runs a decoder. Only for a process that does nothing else and then ends. */
#include <stddef.h>
#include <stdint.h>

/* What the functions return, and the process's exit status. */
typedef enum {
  LEC_PICTURE_OK = 0,
  LEC_PICTURE_NO_PIXBUF, /* libgdk-pixbuf is not installed */
  LEC_PICTURE_NO_CHAFA,  /* libchafa is not installed */
  LEC_PICTURE_NO_LOADER, /* gdk-pixbuf has no loader for the type */
  LEC_PICTURE_TOO_LARGE, /* more pixels, or more memory, than may be */
  LEC_PICTURE_BROKEN,
} lec_picture_result;

/* Colours of the terminal. */
typedef enum {
  LEC_PICTURE_MONO = 0,
  LEC_PICTURE_8,
  LEC_PICTURE_16,
  LEC_PICTURE_256,
  LEC_PICTURE_DIRECT,
} lec_picture_colors;

/* A cell: a character, and its colours: 0xRRGGBB in direct colour, else the terminal's numbers; -1 for none. */
typedef struct {
  uint32_t scalar;
  int32_t foreground, background;
} lec_picture_cell;

/* Looks for the libraries, and for a loader of the type as gdk-pixbuf calls it; null: for the libraries alone. */
int lec_picture_load(const char *type);
/* From here on: no new files (reading is left where `reads`), no network, no programs, little memory and time. 0 or errno. */
int lec_picture_confine(int reads);
/* Decodes a whole file; a vector drawing is made large enough for any screen. Ends the process, with one of the numbers
   above, when the file says that it is too large. */
int lec_picture_decode(const uint8_t *bytes, size_t count, int is_vector);
/* Pixels of what was decoded, upright. */
void lec_picture_size(int *width, int *height);
/* Scales to so many pixels, on a ground of 0xRRGGBB where it is see-through, or on one that it stands out from. */
int lec_picture_scale(int width, int height, uint32_t ground);
/* What was scaled: rows of RGB, three bytes a pixel, to `out`, which has room for all of them. */
void lec_picture_pixels(uint8_t *out);
/* What was scaled as cells, row by row, to `out`, which has room for all of them. */
int lec_picture_cells(int columns, int rows, lec_picture_colors colors, uint32_t ink, uint32_t ground, lec_picture_cell *out);
#endif
