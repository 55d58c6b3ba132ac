#ifndef LECTERN_CHYPHEN_H
#define LECTERN_CHYPHEN_H
/* Hyphenation patterns (libhyphen, https://github.com/hunspell/hyphen), loaded when the first word is to be divided. */

/* A language's patterns; NULL where they, or libhyphen, are not to be had. Kept for the run of the program. */
void *lec_hyphen_load(const char *path);

/* Where a word may be divided: sets breaks[n] for a division behind its character n, from 0. The word is lower case
   and UTF-8, of `characters` characters. Divisions that change the spelling are left out. Returns 0 on failure. */
int lec_hyphen_divide(void *patterns, const char *word, int characters, unsigned char *breaks);
#endif
