#ifndef LECTERN_CGUMBO_H
#define LECTERN_CGUMBO_H
#include <gumbo.h>

/* A parsed page. Everything in it lives in one arena, so that freeing never walks the tree:
   gumbo's own destructor recurses as deep as the page nests. */
typedef struct lec_page lec_page;

/* Parses UTF-8; NULL when memory runs out. `source` must outlive the page. */
lec_page *lec_page_parse(const char *source, size_t length);
const GumboNode *lec_page_root(const lec_page *page);
void lec_page_free(lec_page *page);
#endif
