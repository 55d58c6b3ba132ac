#include <zlib.h>
/* inflateInit2 is a macro: 15 + 32 reads both zlib and gzip headers. */
static inline int lec_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
