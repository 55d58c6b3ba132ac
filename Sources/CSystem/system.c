#define _GNU_SOURCE
#include "CSystem.h"
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

static int argument_count;
static char **arguments;

#ifdef __GLIBC__
/* glibc hands main's arguments to constructors too. */
__attribute__((constructor)) static void keep_arguments(int count, char **given) {
  argument_count = count;
  arguments = given;
}
#endif

const char *lec_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : 0;
}

static pthread_once_t locale_once = PTHREAD_ONCE_INIT;

static void settle_locale(void) {
  /* U+4E00 is two columns in every UTF-8 locale and unknown in the C locale. */
  if (wcwidth(0x4E00) == 2) return;
  setlocale(LC_CTYPE, "");
  if (wcwidth(0x4E00) != 2) setlocale(LC_CTYPE, "C.UTF-8");
}

int lec_wcwidth(uint32_t scalar) {
  pthread_once(&locale_once, settle_locale);
  return wcwidth((wchar_t)scalar);
}

int lec_signalfd(const int *signals, int count) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
  pthread_sigmask(SIG_BLOCK, &set, 0);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int lec_read_signal(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int lec_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int lec_watch(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int lec_watch_folder(int fd, const char *path) {
  return inotify_add_watch(fd, path, IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_ONLYDIR) < 0 ? errno : 0;
}

void lec_watch_forget(int fd) {
  char buffer[8192];
  while (read(fd, buffer, sizeof buffer) > 0) {}
}

int lec_winsize(int fd, int *rows, int *columns) {
  struct winsize w;
  if (ioctl(fd, TIOCGWINSZ, &w)) return -1;
  *rows = w.ws_row;
  *columns = w.ws_col;
  return 0;
}

int lec_cell_pixels(int fd, int *width, int *height) {
  struct winsize w;
  if (ioctl(fd, TIOCGWINSZ, &w) || !w.ws_col || !w.ws_row) return -1;
  *width = w.ws_xpixel / w.ws_col;
  *height = w.ws_ypixel / w.ws_row;
  return *width >= 1 && *width <= 100 && *height >= 1 && *height <= 100 ? 0 : -1;
}

/* What this program blocks or ignores is no business of the one that is started. */
static void init_with_default_signals(posix_spawnattr_t *attributes, short flags) {
  posix_spawnattr_init(attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags);
}

int lec_spawn_detached(char *const argv[]) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (int fd = 0; fd < 3; fd++) posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_t attributes;
  init_with_default_signals(&attributes, POSIX_SPAWN_SETSID);
  pid_t pid;
  int failed = posix_spawnp(&pid, argv[0], &files, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return failed;
}

int lec_spawn_piped(const char *path, char *const argv[], int *input, int *output, pid_t *pid) {
  int in[2], out[2];
  /* A socket: writing to one that nobody reads can be kept from raising SIGPIPE. */
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in)) return errno;
  if (pipe2(out, O_CLOEXEC)) {
    int failed = errno;
    close(in[0]), close(in[1]);
    return failed;
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in[0], 0);
  posix_spawn_file_actions_adddup2(&files, out[1], 1);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_t attributes;
  init_with_default_signals(&attributes, POSIX_SPAWN_SETPGROUP);
  int failed = posix_spawn(pid, path, &files, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  close(in[0]), close(out[1]);
  if (failed) {
    close(in[1]), close(out[0]);
    return failed;
  }
  fcntl(in[1], F_SETFL, O_NONBLOCK);
  fcntl(out[0], F_SETFL, O_NONBLOCK);
  *input = in[1];
  *output = out[0];
  return 0;
}

static struct termios saved_modes;
static int guarded_fd = -1;
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};

/* Only async-signal-safe calls. */
static void restore_and_die(int number) {
  static const char restore[] =
    "\033[?2004l\033[?1000l\033[?1002l\033[?1006l\033[m\033[?25h\033[?1l\033>\033[?1049l";
  if (guarded_fd >= 0) {
    ssize_t ignored = write(1, restore, sizeof restore - 1);
    (void)ignored;
    tcsetattr(guarded_fd, TCSANOW, &saved_modes);
  }
  signal(number, SIG_DFL);
  raise(number);
}

void lec_guard_terminal(int fd) {
  if (tcgetattr(fd, &saved_modes)) return;
  guarded_fd = fd;
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    struct sigaction action = {.sa_handler = restore_and_die, .sa_flags = SA_NODEFER | SA_ONSTACK};
    sigaction(crashes[i], &action, 0);
  }
}

void lec_unguard_terminal(void) {
  guarded_fd = -1;
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) signal(crashes[i], SIG_DFL);
}
