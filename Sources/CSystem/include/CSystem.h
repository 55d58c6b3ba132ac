#ifndef LECTERN_CSYSTEM_H
#define LECTERN_CSYSTEM_H
/* The corners of libc that Swift's Glibc module hides or cannot express. */
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* An argument of the program, 0 being its name; 0 behind the last, and on systems that do not say. Swift's own list is
   read from /proc, which takes as long as reading a small file. */
const char *lec_argument(int index);
/* Columns of one code point as this libc counts them: 0, 1 or 2; -1 for a control. Sees to a UTF-8 locale once. */
int lec_wcwidth(uint32_t scalar);

/* Blocks the given signals in this thread and makes a descriptor that reports them. Call before any thread. */
int lec_signalfd(const int *signals, int count);
/* The next signal waiting on the descriptor, or 0. */
int lec_read_signal(int fd);
/* An eventfd, close-on-exec and non-blocking. */
int lec_eventfd(void);
/* A descriptor that becomes readable when something changes in the folders given to it (inotify); -1 without it. */
int lec_watch(void);
/* Watches a folder for files that were saved, moved into it or deleted. 0 or errno. */
int lec_watch_folder(int fd, const char *path);
/* Reads all that waits. */
void lec_watch_forget(int fd);
/* The terminal's size in rows and columns; -1 when fd is no terminal. */
int lec_winsize(int fd, int *rows, int *columns);
/* Pixels of one cell of the terminal, 1...100 each; -1 where they are not known. */
int lec_cell_pixels(int fd, int *width, int *height);
/* Starts argv[0] (found in PATH) detached: no terminal, no descriptors, default signals. 0 or errno. */
int lec_spawn_detached(char *const argv[]);
/* Starts the program at `path` with a socket as its standard input and a pipe as its output, both non-blocking here, and
   nothing else: no other descriptors, no errors, default signals. 0 or errno. */
int lec_spawn_piped(const char *path, char *const argv[], int *input, int *output, pid_t *pid);
/* Remembers the terminal's modes behind fd and sees to it that a crash (SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT,
   SIGFPE) puts them back before the process dies as it would have. */
void lec_guard_terminal(int fd);
/* Ends the guard. */
void lec_unguard_terminal(void);
#endif
