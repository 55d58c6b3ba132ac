#ifndef LECTERN_CCURL_H
#define LECTERN_CCURL_H
#include <curl/curl.h>
/* curl_easy_setopt and curl_easy_getinfo are variadic: one typed wrapper per argument kind. */
static inline CURLcode lec_setopt_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode lec_setopt_str(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode lec_setopt_list(CURL *h, CURLoption o, struct curl_slist *v) { return curl_easy_setopt(h, o, v); }
/* Sends the bytes as the body of a POST; libcurl keeps its own copy. */
static inline CURLcode lec_setopt_post(CURL *h, const void *bytes, size_t count) {
  curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return curl_easy_setopt(h, CURLOPT_COPYPOSTFIELDS, (const char *)bytes);
}
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
/* The result that came with a finished transfer: a union member Swift does not see by name. */
static inline CURLcode lec_message_result(const CURLMsg *m) { return m->data.result; }
#endif
