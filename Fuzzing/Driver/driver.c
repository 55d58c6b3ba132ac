#include "FuzzDriver.h"

/* Weak, so that an ordinary build, which has no libFuzzer, links too and the target cannot rot. */
__attribute__((weak)) int LLVMFuzzerRunDriver(int *, char ***, int (*)(const uint8_t *, size_t));

int lec_fuzz(int *count, char ***arguments, int (*body)(const uint8_t *, size_t)) {
  return LLVMFuzzerRunDriver ? LLVMFuzzerRunDriver(count, arguments, body) : -1;
}
