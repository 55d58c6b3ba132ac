/* Each function has libxml2's own name and hands over to the real one, loaded on first use. Hidden, so that libxml2's
   calls to itself never come here. */
#include "CXML2.h"
#include <dlfcn.h>
#include <pthread.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL); }

static void *find(const char *name) {
  pthread_once(&once, load);
  return library ? dlsym(library, name) : 0;
}

#define HIDDEN __attribute__((visibility("hidden")))
#define REAL(name) ((__typeof__(&name))find(#name))

HIDDEN void xmlInitParser(void) {
  if (find("xmlInitParser")) REAL(xmlInitParser)();
}
HIDDEN xmlTextReaderPtr xmlReaderForMemory(
    const char *bytes, int size, const char *url, const char *encoding, int options) {
  return find("xmlReaderForMemory") ? REAL(xmlReaderForMemory)(bytes, size, url, encoding, options) : 0;
}

/* Below here a reader exists, so the library does. Looked up once: these run for every node. */
#define FORWARD(type, name) \
  HIDDEN type name(xmlTextReaderPtr reader) { \
    static type (*real)(xmlTextReaderPtr); \
    type (*found)(xmlTextReaderPtr) = __atomic_load_n(&real, __ATOMIC_RELAXED); \
    if (!found) { \
      found = REAL(name); \
      __atomic_store_n(&real, found, __ATOMIC_RELAXED); \
    } \
    return found(reader); \
  }

HIDDEN void xmlFreeTextReader(xmlTextReaderPtr reader) { REAL(xmlFreeTextReader)(reader); }
FORWARD(int, xmlTextReaderRead)
FORWARD(int, xmlTextReaderNodeType)
FORWARD(int, xmlTextReaderIsEmptyElement)
FORWARD(int, xmlTextReaderHasAttributes)
FORWARD(int, xmlTextReaderMoveToNextAttribute)
FORWARD(int, xmlTextReaderMoveToElement)
FORWARD(const xmlChar *, xmlTextReaderConstName)
FORWARD(const xmlChar *, xmlTextReaderConstLocalName)
FORWARD(const xmlChar *, xmlTextReaderConstPrefix)
FORWARD(const xmlChar *, xmlTextReaderConstNamespaceUri)
FORWARD(const xmlChar *, xmlTextReaderConstValue)
