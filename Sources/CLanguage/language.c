#include "CLanguage.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* CLD2's two values for "none", from its generated_language.h; both are plain ints to callers in C. */
enum { TG_UNKNOWN_LANGUAGE = 25, UNKNOWN_LANGUAGE = 26 };

static int (*detect_real)(const char *, int, bool, bool *);
static const char *(*code_real)(int);
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Loaded when a text is first asked about: the library and the C++ library it needs take as long to map and relocate
   as it takes to read a page, and most pages say truly what they are in. Its names are those of C++:
   CLD2::DetectLanguage(char const*, int, bool, bool*) and CLD2::LanguageCode(CLD2::Language). */
static void load(void) {
  void *library = dlopen("libcld2.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  code_real = (__typeof__(code_real))dlsym(library, "_ZN4CLD212LanguageCodeENS_8LanguageE");
  if (code_real) detect_real = (__typeof__(detect_real))dlsym(library, "_ZN4CLD214DetectLanguageEPKcibPb");
}

const char *lec_detect_language(const char *text, int length) {
  pthread_once(&once, load);
  if (!detect_real) return NULL;
  bool reliable = false;
  int language = detect_real(text, length, true, &reliable);
  if (!reliable || language == UNKNOWN_LANGUAGE || language == TG_UNKNOWN_LANGUAGE) return NULL;
  return code_real(language);
}
