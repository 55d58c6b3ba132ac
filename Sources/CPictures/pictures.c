#include "CPictures.h"
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

/* As the stable ABIs (libgdk_pixbuf-2.0.so.0, libchafa.so.0) declare them. */
typedef struct pixbuf pixbuf;
static void *(*loader_new)(const char *, void **);
static int (*loader_write)(void *, const uint8_t *, size_t, void **);
static int (*loader_close)(void *, void **);
static pixbuf *(*loader_pixbuf)(void *);
static void (*loader_set_size)(void *, int, int);
static unsigned long (*connect)(void *, const char *, void (*)(void), void *, void *, int);
static pixbuf *(*upright)(pixbuf *);
static pixbuf *(*scale)(const pixbuf *, int, int, int);
static int (*get_width)(const pixbuf *), (*get_height)(const pixbuf *), (*get_stride)(const pixbuf *);
static int (*get_channels)(const pixbuf *), (*get_alpha)(const pixbuf *);
static uint8_t *(*get_pixels)(const pixbuf *);

static void *(*config_new)(void), *(*map_new)(void), *(*canvas_new)(void *);
static void (*set_geometry)(void *, int, int), (*set_mode)(void *, int), (*set_map)(void *, void *);
static void (*set_dither)(void *, int), (*set_ink)(void *, uint32_t), (*set_ground)(void *, uint32_t);
static void (*set_threads)(int), (*add_tags)(void *, int);
static void (*draw)(void *, int, const uint8_t *, int, int, int);
static uint32_t (*get_char)(void *, int, int);
static void (*get_colors)(void *, int, int, int *, int *);

/* Pixels of the largest picture, and of the longer side of what is kept of it. */
enum { MOST_PIXELS = 64 * 1000 * 1000, LONGEST = 1600 };

static void *loader;
static pixbuf *picture;
static int is_drawing;

#define FIND(library, pointer, name) if (!(pointer = (__typeof__(pointer))dlsym(library, name))) return 0

static int load_pixbuf(void) {
  void *library = dlopen("libgdk_pixbuf-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  FIND(library, loader_new, "gdk_pixbuf_loader_new_with_type");
  FIND(library, loader_write, "gdk_pixbuf_loader_write");
  FIND(library, loader_close, "gdk_pixbuf_loader_close");
  FIND(library, loader_pixbuf, "gdk_pixbuf_loader_get_pixbuf");
  FIND(library, loader_set_size, "gdk_pixbuf_loader_set_size");
  FIND(library, connect, "g_signal_connect_data");
  FIND(library, upright, "gdk_pixbuf_apply_embedded_orientation");
  FIND(library, scale, "gdk_pixbuf_scale_simple");
  FIND(library, get_width, "gdk_pixbuf_get_width");
  FIND(library, get_height, "gdk_pixbuf_get_height");
  FIND(library, get_stride, "gdk_pixbuf_get_rowstride");
  FIND(library, get_channels, "gdk_pixbuf_get_n_channels");
  FIND(library, get_alpha, "gdk_pixbuf_get_has_alpha");
  FIND(library, get_pixels, "gdk_pixbuf_get_pixels");
  return 1;
}

static int load_chafa(void) {
  void *library = dlopen("libchafa.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  FIND(library, config_new, "chafa_canvas_config_new");
  FIND(library, map_new, "chafa_symbol_map_new");
  FIND(library, canvas_new, "chafa_canvas_new");
  FIND(library, set_geometry, "chafa_canvas_config_set_geometry");
  FIND(library, set_mode, "chafa_canvas_config_set_canvas_mode");
  FIND(library, set_map, "chafa_canvas_config_set_symbol_map");
  FIND(library, set_dither, "chafa_canvas_config_set_dither_mode");
  FIND(library, set_ink, "chafa_canvas_config_set_fg_color");
  FIND(library, set_ground, "chafa_canvas_config_set_bg_color");
  FIND(library, add_tags, "chafa_symbol_map_add_by_tags");
  FIND(library, draw, "chafa_canvas_draw_all_pixels");
  FIND(library, get_char, "chafa_canvas_get_char_at");
  FIND(library, get_colors, "chafa_canvas_get_raw_colors_at");
  FIND(library, set_threads, "chafa_set_n_threads");
  return 1;
}

/* Called when the size is known and nothing is decoded yet: JPEG is decoded to fewer pixels, drawings to more. */
static void prepared(void *self, int width, int height, void *unused) {
  (void)unused;
  /* Loaders differ in how they can be stopped from here; this stops them all. */
  if (width < 1 || height < 1) _exit(LEC_PICTURE_BROKEN);
  if (!is_drawing && (int64_t)width * height > MOST_PIXELS) _exit(LEC_PICTURE_TOO_LARGE);
  int longer = width > height ? width : height;
  if (longer <= LONGEST && !is_drawing) return;
  int64_t wide = (int64_t)width * LONGEST / longer, high = (int64_t)height * LONGEST / longer;
  loader_set_size(self, wide < 1 ? 1 : (int)wide, high < 1 ? 1 : (int)high);
}

int lec_picture_load(const char *type) {
  if (!load_pixbuf()) return LEC_PICTURE_NO_PIXBUF;
  if (!load_chafa()) return LEC_PICTURE_NO_CHAFA;
  if (!type) return LEC_PICTURE_OK;
  /* The loader's own library is loaded with it. */
  loader = loader_new(type, 0);
  if (!loader) return LEC_PICTURE_NO_LOADER;
  connect(loader, "size-prepared", (void (*)(void))prepared, 0, 0, 0);
  return LEC_PICTURE_OK;
}

int lec_picture_decode(const uint8_t *bytes, size_t count, int is_vector) {
  is_drawing = is_vector;
  int done = loader_write(loader, bytes, count, 0);
  done = loader_close(loader, 0) && done;
  pixbuf *found = done ? loader_pixbuf(loader) : 0;
  if (!found) return LEC_PICTURE_BROKEN;
  pixbuf *turned = upright(found);
  picture = turned ? turned : found;
  return LEC_PICTURE_OK;
}

void lec_picture_size(int *width, int *height) {
  *width = get_width(picture);
  *height = get_height(picture);
}

/* Lightness of 0xRRGGBB, 0...255 (ITU-R BT.601 luma). */
static int lightness(int red, int green, int blue) { return (299 * red + 587 * green + 114 * blue) / 1000; }

/* Black lines on nothing are not seen on a black page: such a picture gets white under it, a white one black. */
static uint32_t standing_out(uint32_t ground, const uint8_t *pixels, int width, int height, int stride) {
  int64_t light = 0, weight = 0;
  for (int y = 0; y < height; y++)
    for (const uint8_t *p = pixels + (size_t)y * stride, *end = p + (size_t)width * 4; p < end; p += 4) {
      light += (int64_t)lightness(p[0], p[1], p[2]) * p[3];
      weight += p[3];
    }
  /* Next to all of it is there: what is under the rest does not matter. */
  if (weight == 0 || weight >= (int64_t)width * height * 250) return ground;
  int drawn = (int)(light / weight);
  int under = lightness(ground >> 16 & 255, ground >> 8 & 255, ground & 255);
  int difference = drawn > under ? drawn - under : under - drawn;
  if (difference >= 72) return ground;
  return drawn < 128 ? 0xFFFFFF : 0x000000;
}

int lec_picture_scale(int width, int height, uint32_t ground) {
  enum { BILINEAR = 2 };
  if (get_width(picture) != width || get_height(picture) != height) {
    pixbuf *scaled = scale(picture, width, height, BILINEAR);
    if (!scaled) return LEC_PICTURE_TOO_LARGE;
    picture = scaled;
  }
  if (!get_alpha(picture)) return LEC_PICTURE_OK;
  uint8_t *pixels = get_pixels(picture);
  int stride = get_stride(picture);
  ground = standing_out(ground, pixels, width, height, stride);
  for (int y = 0; y < height; y++)
    for (uint8_t *p = pixels + (size_t)y * stride, *end = p + (size_t)width * 4; p < end; p += 4)
      for (int channel = 0; channel < 3; channel++) {
        int under = ground >> (16 - 8 * channel) & 255;
        p[channel] = (uint8_t)((p[channel] * p[3] + under * (255 - p[3])) / 255);
      }
  return LEC_PICTURE_OK;
}

void lec_picture_pixels(uint8_t *out) {
  int width = get_width(picture), height = get_height(picture), channels = get_channels(picture);
  int stride = get_stride(picture);
  const uint8_t *pixels = get_pixels(picture);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++, out += 3) memcpy(out, pixels + (size_t)y * stride + (size_t)x * channels, 3);
}

int lec_picture_cells(int columns, int rows, lec_picture_colors colors, uint32_t ink, uint32_t ground,
                      lec_picture_cell *out) {
  /* chafa-canvas-config.h and chafa-symbol-map.h; 240 colours leave out the 16 that terminals recolour. */
  enum { RGBA = 4, RGB = 8, SPACE = 1, SOLID = 2, BLOCK = 8, BRAILLE = 2048, ORDERED = 1, DIFFUSION = 2 };
  static const int modes[] = {[LEC_PICTURE_MONO] = 5, [LEC_PICTURE_8] = 6, [LEC_PICTURE_16] = 3, [LEC_PICTURE_256] = 2,
                              [LEC_PICTURE_DIRECT] = 0};
  set_threads(1);
  void *config = config_new(), *map = map_new();
  if (!config || !map) return LEC_PICTURE_TOO_LARGE;
  add_tags(map, colors == LEC_PICTURE_MONO ? SPACE | BRAILLE : SPACE | SOLID | BLOCK);
  set_geometry(config, columns, rows);
  set_mode(config, modes[colors]);
  set_map(config, map);
  set_ink(config, ink);
  set_ground(config, ground);
  if (colors <= LEC_PICTURE_16) set_dither(config, colors == LEC_PICTURE_MONO ? DIFFUSION : ORDERED);
  void *canvas = canvas_new(config);
  if (!canvas) return LEC_PICTURE_TOO_LARGE;
  draw(canvas, get_channels(picture) == 4 ? RGBA : RGB, get_pixels(picture), get_width(picture), get_height(picture),
       get_stride(picture));
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++, out++) {
      int foreground = -1, background = -1;
      out->scalar = get_char(canvas, column, row);
      get_colors(canvas, column, row, &foreground, &background);
      out->foreground = foreground;
      out->background = background;
    }
  return LEC_PICTURE_OK;
}
