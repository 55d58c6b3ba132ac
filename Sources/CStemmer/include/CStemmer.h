#ifndef LECTERN_CSTEMMER_H
#define LECTERN_CSTEMMER_H
/* Endings cut off words, by the Snowball rules of their language (libstemmer), loaded when a question is first asked. */

/* The rules of a language (ISO 639-1, "fr"); NULL where it has none or libstemmer is not there. For one thread at a time. */
void *lec_stemmer(const char *language);
void lec_stemmer_free(void *stemmer);

/* The stem of a word: lower-case UTF-8 of `length` bytes. It holds until the stemmer is asked again; its length in bytes
   goes to `stem_length`. NULL when out of memory. */
const unsigned char *lec_stem(void *stemmer, const unsigned char *word, int length, int *stem_length);
#endif
