/* The least a full-screen program costs: the lines of a file, mapped, drawn with ncurses. Keys: j G g q, / WORD Enter. */
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

static const char *start, *end, *top;

static const char *next_line(const char *line) {
  const char *stop = memchr(line, '\n', (size_t)(end - line));
  return stop ? stop + 1 : end;
}

static const char *line_before(const char *line) {
  if (line - start < 2) return start;
  const char *stop = memrchr(start, '\n', (size_t)(line - start - 1));
  return stop ? stop + 1 : start;
}

static void draw(void) {
  erase();
  const char *line = top;
  for (int row = 0; row < LINES - 1 && line < end; row++) {
    const char *after = next_line(line);
    int length = (int)(after - line) - (after[-1] == '\n');
    mvaddnstr(row, 0, line, length < 4 * COLS ? length : 4 * COLS);
    line = after;
  }
  mvprintw(LINES - 1, 0, "%ld %%", end == start ? 100 : 100 * (top - start) / (end - start));
  refresh();
}

static void find(void) {
  char word[80];
  size_t length = 0;
  for (int key; (key = getch()) != '\n' && length < sizeof word;) word[length++] = (char)key;
  const char *found = memmem(top, (size_t)(end - top), word, length);
  if (found) top = line_before(found + 1);
}

int main(int count, char **arguments) {
  struct stat facts;
  int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
  if (file < 0 || fstat(file, &facts) != 0 || facts.st_size == 0) return 66;
  start = top = mmap(0, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  end = start + facts.st_size;
  setlocale(LC_ALL, "");
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  idlok(stdscr, TRUE);
  draw();
  for (int key; (key = getch()) != 'q'; draw()) {
    switch (key) {
      case 'j': top = next_line(top); break;
      case 'g': top = start; break;
      case 'G':
        top = end;
        for (int row = 0; row < LINES - 2; row++) top = line_before(top);
        break;
      case '/': find(); break;
    }
  }
  endwin();
  return 0;
}
