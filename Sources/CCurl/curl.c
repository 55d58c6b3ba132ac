/* libcurl, loaded when the first address is fetched and not before: with the 30 libraries behind it, linking it the
   ordinary way costs every start of the program about 4 ms, which is more than all the rest of starting.

   Each function below has libcurl's own name and type and hands over to the real one. They are hidden, so that
   libcurl's calls to itself never come here. */
#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL); }

static void *find(const char *name) {
  pthread_once(&once, load);
  return library ? dlsym(library, name) : 0;
}

#define HIDDEN __attribute__((visibility("hidden")))
/* The real function behind a name; the type is the declaration's. */
#define REAL(name) ((__typeof__(&name))find(#name))

HIDDEN CURLcode curl_global_init(long flags) {
  return find("curl_global_init") ? REAL(curl_global_init)(flags) : CURLE_FAILED_INIT;
}
HIDDEN CURL *curl_easy_init(void) { return find("curl_easy_init") ? REAL(curl_easy_init)() : 0; }
HIDDEN CURLM *curl_multi_init(void) { return find("curl_multi_init") ? REAL(curl_multi_init)() : 0; }

/* Below here a handle exists, so the library does. */
HIDDEN void curl_easy_cleanup(CURL *h) { REAL(curl_easy_cleanup)(h); }
HIDDEN const char *curl_easy_strerror(CURLcode code) { return REAL(curl_easy_strerror)(code); }
HIDDEN CURLMcode curl_multi_add_handle(CURLM *m, CURL *h) { return REAL(curl_multi_add_handle)(m, h); }
HIDDEN CURLMcode curl_multi_remove_handle(CURLM *m, CURL *h) { return REAL(curl_multi_remove_handle)(m, h); }
HIDDEN CURLMcode curl_multi_perform(CURLM *m, int *running) { return REAL(curl_multi_perform)(m, running); }
HIDDEN CURLMsg *curl_multi_info_read(CURLM *m, int *left) { return REAL(curl_multi_info_read)(m, left); }
HIDDEN CURLMcode curl_multi_wakeup(CURLM *m) { return REAL(curl_multi_wakeup)(m); }
HIDDEN CURLMcode curl_multi_poll(CURLM *m, struct curl_waitfd fds[], unsigned count, int ms, int *n) {
  return REAL(curl_multi_poll)(m, fds, count, ms, n);
}
HIDDEN struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
  return find("curl_slist_append") ? REAL(curl_slist_append)(list, text) : 0;
}
HIDDEN void curl_slist_free_all(struct curl_slist *list) {
  if (list) REAL(curl_slist_free_all)(list);
}

/* libcurl takes a long, a curl_off_t or a pointer: all of one register's width on the LP64 machines we build for. */
_Static_assert(sizeof(long) == sizeof(void *) && sizeof(curl_off_t) == sizeof(void *), "LP64 only");

HIDDEN CURLcode curl_easy_setopt(CURL *h, CURLoption option, ...) {
  va_list list;
  va_start(list, option);
  void *value = va_arg(list, void *);
  va_end(list);
  return REAL(curl_easy_setopt)(h, option, value);
}
HIDDEN CURLcode curl_easy_getinfo(CURL *h, CURLINFO info, ...) {
  va_list list;
  va_start(list, info);
  void *value = va_arg(list, void *);
  va_end(list);
  return REAL(curl_easy_getinfo)(h, info, value);
}
