#include "CHyphen.h"
#include <dlfcn.h>
#include <iconv.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* The head of libhyphen's HyphenDict, as its stable ABI (libhyphen.so.0) declares it. */
struct dictionary {
  char lhmin, rhmin, clhmin, crhmin;
  char *nohyphen;
  int nohyphenl;
  int num_states;
  char cset[20];
  int utf8;
};

static struct dictionary *(*load_real)(const char *);
static int (*divide_real)(
    struct dictionary *, const char *, int, char *, char *, char ***, int **, int **, int, int, int, int);
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libhyphen.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  divide_real = (__typeof__(divide_real))dlsym(library, "hnj_hyphen_hyphenate3");
  if (divide_real) load_real = (__typeof__(load_real))dlsym(library, "hnj_hyphen_load");
}

void *lec_hyphen_load(const char *path) {
  pthread_once(&once, load);
  return load_real ? load_real(path) : 0;
}

enum { LONGEST = 120 };

int lec_hyphen_divide(void *patterns, const char *word, int characters, unsigned char *breaks) {
  struct dictionary *dictionary = patterns;
  char converted[LONGEST + 1], hyphens[LONGEST * 4 + 8];
  size_t length = strlen(word);
  if (!divide_real || characters < 1 || characters > LONGEST || length > LONGEST * 4) return 0;
  if (!dictionary->utf8) {
    /* The other character sets that patterns come in have one byte a character. */
    iconv_t conversion = iconv_open(dictionary->cset, "UTF-8");
    if (conversion == (iconv_t)-1) return 0;
    char *from = (char *)word, *to = converted;
    size_t left = length, room = LONGEST;
    size_t failed = iconv(conversion, &from, &left, &to, &room);
    iconv_close(conversion);
    if (failed || left || LONGEST - room != (size_t)characters) return 0;
    *to = 0;
    word = converted;
    length = characters;
  }
  char **replaced = 0;
  int *position = 0, *cut = 0;
  memset(hyphens, 0, sizeof hyphens);
  int failed = divide_real(
      dictionary, word, (int)length, hyphens, 0, &replaced, &position, &cut, 2, 3, 2, 2);
  for (int i = 0; i < characters; i++)
    breaks[i] = !failed && (hyphens[i] & 1) && !(replaced && replaced[i]);
  if (replaced) {
    for (int i = 0; i < (int)length; i++) free(replaced[i]);
    free(replaced);
  }
  free(position);
  free(cut);
  return !failed;
}
