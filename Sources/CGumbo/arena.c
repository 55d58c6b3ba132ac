#include "CGumbo.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Blocks are rounded up to a power of two; freed ones wait in a list per size, for gumbo grows its
   vectors and buffers by allocating, copying and freeing. */
enum { SMALLEST = 4, CLASSES = 40 };

typedef struct chunk {
    struct chunk *next;
    size_t used, size;
} chunk;

typedef union header {
    unsigned size_class;
    max_align_t align;
} header;

/* Where the first block of a chunk starts: behind the chunk's own fields, aligned. */
#define FIRST ((sizeof(chunk) + sizeof(header) - 1) / sizeof(header) * sizeof(header))

struct lec_page {
    chunk *chunks;
    void *spare[CLASSES];
    GumboOutput *output;
};

/* A chunk that the last page left, for the next one: fresh memory costs a page fault every 4 kB. */
static _Atomic(chunk *) left_over;
enum { KEPT = 1 << 21 };

static void *arena_alloc(void *context, size_t size) {
    lec_page *page = context;
    unsigned size_class = SMALLEST;
    while (((size_t)1 << size_class) < size) size_class++;
    if (page->spare[size_class]) {
        void *block = page->spare[size_class];
        page->spare[size_class] = *(void **)block;
        return block;
    }
    size_t need = sizeof(header) + ((size_t)1 << size_class);
    chunk *top = page->chunks;
    if (!top || top->size - top->used < need) {
        size_t room = top ? top->size * 2 : (size_t)1 << 17;
        if (room > (size_t)8 << 20) room = (size_t)8 << 20;
        /* The chunk's own header is rounded up below. */
        if (room < need + sizeof(chunk) + sizeof(header)) room = need + sizeof(chunk) + sizeof(header);
        chunk *fresh = top ? NULL : atomic_exchange(&left_over, NULL);
        if (fresh && fresh->size >= room) {
            room = fresh->size;
        } else {
            free(fresh);
            fresh = malloc(room);
        }
        /* gumbo cannot be told that memory ran out; nothing sensible can follow. */
        if (!fresh) abort();
        fresh->size = room;
        fresh->used = FIRST;
        fresh->next = top;
        page->chunks = top = fresh;
    }
    header *block = (header *)((char *)top + top->used);
    top->used += need;
    block->size_class = size_class;
    return block + 1;
}

static void arena_free(void *context, void *block) {
    lec_page *page = context;
    if (!block) return;
    unsigned size_class = ((header *)block - 1)->size_class;
    *(void **)block = page->spare[size_class];
    page->spare[size_class] = block;
}

lec_page *lec_page_parse(const char *source, size_t length) {
    lec_page *page = calloc(1, sizeof *page);
    if (!page) return NULL;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = arena_alloc;
    options.deallocator = arena_free;
    options.userdata = page;
    options.max_errors = 0;
    page->output = gumbo_parse_with_options(&options, source, length);
    return page;
}

const GumboNode *lec_page_root(const lec_page *page) { return page->output ? page->output->root : NULL; }

void lec_page_free(lec_page *page) {
    chunk *largest = NULL;
    while (page->chunks) {
        chunk *top = page->chunks;
        page->chunks = top->next;
        if (top->size <= KEPT && (!largest || top->size > largest->size)) {
            free(largest);
            largest = top;
        } else {
            free(top);
        }
    }
    free(atomic_exchange(&left_over, largest));
    free(page);
}
