#ifndef LECTERN_FUZZ_DRIVER_H
#define LECTERN_FUZZ_DRIVER_H
#include <stddef.h>
#include <stdint.h>

/* Runs libFuzzer on `body` with the program's arguments (https://llvm.org/docs/LibFuzzer.html); its exit status, or -1
   where libFuzzer is not linked in. */
int lec_fuzz(int *count, char ***arguments, int (*body)(const uint8_t *bytes, size_t count));
#endif
