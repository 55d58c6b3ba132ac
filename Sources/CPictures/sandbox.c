#define _GNU_SOURCE
#include "CPictures.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Bytes of memory, all of it counted; seconds of processor time. */
enum { MEMORY = 768 << 20, SECONDS = 8 };

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static int limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit both = {value, value};
  return setrlimit(resource, &both) ? errno : 0;
}

#ifdef ARCHITECTURE
/* Both are little-endian: the low half of an argument comes first. */
#define ARGUMENT(n) ((unsigned)(offsetof(struct seccomp_data, args) + 8 * (n)))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, value)
#define REFUSE(error) RETURN(SECCOMP_RET_ERRNO | (error))
#define ALLOW(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), RETURN(SECCOMP_RET_ALLOW)
/* The call is allowed when the bits of an argument are all clear, or (SET) when one of them is set. */
#define ALLOW_CLEAR(call, n, bits, error) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), LOAD(ARGUMENT(n)), \
  BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1), REFUSE(error), RETURN(SECCOMP_RET_ALLOW)
#define ALLOW_SET(call, n, bits, error) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), LOAD(ARGUMENT(n)), \
  BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0), REFUSE(error), RETURN(SECCOMP_RET_ALLOW)
#define BEGINNING \
  LOAD(offsetof(struct seccomp_data, arch)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0), \
  RETURN(SECCOMP_RET_KILL_PROCESS), LOAD(offsetof(struct seccomp_data, nr))
/* What decoding, drawing and ending take: memory, threads, the clock, and the pipes that are open already. */
#define WORKING \
  ALLOW(read), ALLOW(write), ALLOW(writev), ALLOW(close), ALLOW(lseek), ALLOW(fstat), ALLOW(brk), ALLOW(munmap), \
  ALLOW(mremap), ALLOW(madvise), ALLOW(futex), ALLOW(sched_yield), ALLOW(sched_getaffinity), ALLOW(exit), \
  ALLOW(exit_group), ALLOW(rt_sigreturn), ALLOW(rt_sigaction), ALLOW(rt_sigprocmask), ALLOW(sigaltstack), \
  ALLOW(clock_gettime), ALLOW(clock_nanosleep), ALLOW(gettimeofday), ALLOW(getrandom), ALLOW(getpid), ALLOW(gettid), \
  ALLOW(tgkill), ALLOW(set_robust_list), ALLOW(rseq), \
  ALLOW_CLEAR(mmap, 2, PROT_EXEC, EPERM), ALLOW_CLEAR(mprotect, 2, PROT_EXEC, EPERM), \
  ALLOW_SET(clone, 0, CLONE_THREAD, EPERM)
/* A drawing's letters come from the fonts of this computer. */
#define READING \
  ALLOW_CLEAR(openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, EACCES), ALLOW(newfstatat), ALLOW(statx), \
  ALLOW(readlinkat), ALLOW(faccessat), ALLOW(getdents64), ALLOW(fstatfs), ALLOW(statfs), ALLOW(fcntl), ALLOW(pread64)
/* glibc makes threads the older way when told that there is no other. */
#define ENDING \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1), REFUSE(ENOSYS), REFUSE(EPERM)

static struct sock_filter working[] = {BEGINNING, WORKING, ENDING};
static struct sock_filter reading[] = {
    BEGINNING, WORKING, READING,
#ifdef __x86_64__
    ALLOW(access), ALLOW(readlink), ALLOW(stat), ALLOW_CLEAR(open, 1, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, EACCES),
#endif
    ENDING};
#endif

int lec_picture_confine(int reads) {
  int failed = limit(RLIMIT_AS, MEMORY);
  if (!failed) failed = limit(RLIMIT_CPU, SECONDS);
  if (!failed) failed = limit(RLIMIT_FSIZE, 0);
  if (!failed) failed = limit(RLIMIT_CORE, 0);
  if (!failed && !reads) failed = limit(RLIMIT_NOFILE, 3);
  if (failed) return failed;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
#ifdef ARCHITECTURE
  struct sock_fprog filter = {sizeof working / sizeof *working, working};
  if (reads) filter = (struct sock_fprog){sizeof reading / sizeof *reading, reading};
  /* A kernel built without filters still has the limits. */
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) && errno != EINVAL) return errno;
#endif
  return 0;
}
