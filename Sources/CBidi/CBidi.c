#include "CBidi.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* As the stable ABI (libfribidi.so.0) declares them. */
typedef uint32_t type;
static void (*get_types)(const uint32_t *, int, type *);
static void (*get_brackets)(const uint32_t *, int, const type *, type *);
static int8_t (*get_levels)(const type *, const type *, int, type *, int8_t *);
static void (*get_joining)(const uint32_t *, int, uint8_t *);
static void (*join_arabic)(const type *, int, const int8_t *, uint8_t *);
static void (*shape)(uint32_t, const int8_t *, int, uint8_t *, uint32_t *);
static pthread_once_t once = PTHREAD_ONCE_INIT;

enum { TYPE_LTR = 0x110, TYPE_RTL = 0x111, TYPE_ON = 0x40 };
enum { SHAPE_MIRRORING = 0x1, SHAPE_ARAB_PRES = 0x100 };

static void load(void) {
  void *library = dlopen("libfribidi.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(pointer, name) pointer = (__typeof__(pointer))dlsym(library, name)
  FIND(get_types, "fribidi_get_bidi_types");
  FIND(get_brackets, "fribidi_get_bracket_types");
  FIND(get_joining, "fribidi_get_joining_types");
  FIND(join_arabic, "fribidi_join_arabic");
  FIND(shape, "fribidi_shape");
  if (get_types && get_brackets && get_joining && join_arabic && shape)
    FIND(get_levels, "fribidi_get_par_embedding_levels_ex");
}

int lec_bidi(const uint32_t *text, int count, int *base, int8_t *levels, uint32_t *drawn) {
  pthread_once(&once, load);
  if (!get_levels || count < 1) return 0;
  type *types = malloc(count * 2 * sizeof *types);
  uint8_t *joining = malloc(count);
  int done = 0;
  if (types && joining) {
    type direction = *base < 0 ? TYPE_ON : *base ? TYPE_RTL : TYPE_LTR;
    get_types(text, count, types);
    get_brackets(text, count, types, types + count);
    done = get_levels(types, types + count, count, &direction, levels) > 0;
    if (done) {
      *base = direction & 1;
      memcpy(drawn, text, count * sizeof *drawn);
      get_joining(text, count, joining);
      join_arabic(types, count, levels, joining);
      /* Letters are not made one: each keeps its column. */
      shape(SHAPE_MIRRORING | SHAPE_ARAB_PRES, levels, count, joining, drawn);
    }
  }
  free(types);
  free(joining);
  return done;
}
