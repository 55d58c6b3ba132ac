#include <curl/curl.h>
/* curl_easy_setopt and curl_easy_getinfo are variadic: one typed wrapper per argument kind. */
static inline CURLcode lec_setopt_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode lec_setopt_str(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode lec_setopt_ptr(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
typedef size_t (*lec_data_cb)(const char *p, size_t size, size_t count, void *context);
static inline CURLcode lec_setopt_write(CURL *h, lec_data_cb cb, void *context) {
  curl_easy_setopt(h, CURLOPT_WRITEDATA, context);
  return curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, cb);
}
static inline CURLcode lec_setopt_header(CURL *h, lec_data_cb cb, void *context) {
  curl_easy_setopt(h, CURLOPT_HEADERDATA, context);
  return curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, cb);
}
static inline long lec_getinfo_long(CURL *h, CURLINFO i) { long v = 0; curl_easy_getinfo(h, i, &v); return v; }
static inline const char *lec_getinfo_str(CURL *h, CURLINFO i) { char *v = 0; curl_easy_getinfo(h, i, &v); return v; }
