#ifndef LECTERN_CBIDI_H
#define LECTERN_CBIDI_H
#include <stdint.h>
/* The Unicode bidirectional algorithm and the joined forms of Arabic (libfribidi, https://github.com/fribidi/fribidi),
   loaded when the first text from right to left is set. */

/* Levels of a paragraph's characters, and the form each is drawn in: joined, and mirrored where it runs from right to
   left. `base` is 0, 1, or -1 for what the first letter says; the level that was taken comes back. Returns 0 where
   libfribidi is not installed, or on failure. */
int lec_bidi(const uint32_t *text, int count, int *base, int8_t *levels, uint32_t *drawn);
#endif
