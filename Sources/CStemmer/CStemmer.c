#include "CStemmer.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static void *(*new_real)(const char *, const char *);
static void (*delete_real)(void *);
static const unsigned char *(*stem_real)(void *, const unsigned char *, int);
static int (*length_real)(void *);
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libstemmer.so.0d", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  delete_real = (__typeof__(delete_real))dlsym(library, "sb_stemmer_delete");
  stem_real = (__typeof__(stem_real))dlsym(library, "sb_stemmer_stem");
  length_real = (__typeof__(length_real))dlsym(library, "sb_stemmer_length");
  if (delete_real && stem_real && length_real)
    new_real = (__typeof__(new_real))dlsym(library, "sb_stemmer_new");
}

void *lec_stemmer(const char *language) {
  pthread_once(&once, load);
  return new_real ? new_real(language, "UTF_8") : NULL;
}

void lec_stemmer_free(void *stemmer) {
  if (stemmer) delete_real(stemmer);
}

const unsigned char *lec_stem(void *stemmer, const unsigned char *word, int length, int *stem_length) {
  const unsigned char *stem = stem_real(stemmer, word, length);
  *stem_length = stem ? length_real(stemmer) : 0;
  return stem;
}
