#ifndef LECTERN_CXML2_H
#define LECTERN_CXML2_H
/* The part of libxml2's pull parser that feeds are read with, as its stable ABI (libxml2.so.2) declares it.
   http://xmlsoft.org/xmlreader.html. Declared here and not included, so that libxml2 can be loaded when the first feed
   is read: linked the ordinary way it costs every start of the program about 1 ms. */

typedef unsigned char xmlChar;
typedef struct _xmlTextReader *xmlTextReaderPtr;

enum {
  XML_PARSE_RECOVER = 1 << 0,
  XML_PARSE_NOERROR = 1 << 5,
  XML_PARSE_NOWARNING = 1 << 6,
  XML_PARSE_NONET = 1 << 11,
  XML_PARSE_COMPACT = 1 << 16,
};

enum {
  XML_READER_TYPE_ELEMENT = 1,
  XML_READER_TYPE_TEXT = 3,
  XML_READER_TYPE_CDATA = 4,
  XML_READER_TYPE_WHITESPACE = 13,
  XML_READER_TYPE_SIGNIFICANT_WHITESPACE = 14,
  XML_READER_TYPE_END_ELEMENT = 15,
};

void xmlInitParser(void);
/* NULL also where libxml2 is not installed. */
xmlTextReaderPtr xmlReaderForMemory(const char *bytes, int size, const char *url, const char *encoding, int options);
void xmlFreeTextReader(xmlTextReaderPtr reader);
int xmlTextReaderRead(xmlTextReaderPtr reader);
int xmlTextReaderNodeType(xmlTextReaderPtr reader);
int xmlTextReaderIsEmptyElement(xmlTextReaderPtr reader);
int xmlTextReaderHasAttributes(xmlTextReaderPtr reader);
int xmlTextReaderMoveToNextAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToElement(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstName(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstLocalName(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstPrefix(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstNamespaceUri(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstValue(xmlTextReaderPtr reader);
#endif
