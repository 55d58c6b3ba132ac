#ifndef LECTERN_CLANGUAGE_H
#define LECTERN_CLANGUAGE_H
/* The language of a text, by Google's Compact Language Detector 2. */
/* The language's code (ISO 639, with script where it matters: "zh-Hant"), or NULL when the detector is not sure or not there.
   `text` is valid UTF-8 of `length` bytes. The string is static. */
const char *lec_detect_language(const char *text, int length);
#endif
