#ifndef LECTERN_CNCURSES_SHIM_H
#define LECTERN_CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1  /* before curses.h: cchar_t, add_wch, get_wch */
#define NCURSES_NOMACROS 1  /* functions only: Swift cannot see macros */
#include <locale.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

/* Swift 6 refuses C globals and skips macros that are not plain constants. */
/* What `doupdate` brings to the screen. */
static inline WINDOW *lec_newscr(void) { return newscr; }
static inline int lec_colors(void) { return COLORS; }
/* 0 for terminals that can only write on, such as TERM=dumb. */
static inline int lec_has_cursor_address(void) {
  const char *sequence = tigetstr("cup");
  return sequence != NULL && sequence != (const char *)-1;
}
static inline int lec_color_pairs(void) { return COLOR_PAIRS; }
static const attr_t LEC_A_NORMAL = A_NORMAL, LEC_A_BOLD = A_BOLD, LEC_A_DIM = A_DIM,
  LEC_A_ITALIC = A_ITALIC, LEC_A_UNDERLINE = A_UNDERLINE, LEC_A_REVERSE = A_REVERSE;
static const mmask_t LEC_BUTTON1_PRESSED = BUTTON1_PRESSED, LEC_BUTTON1_RELEASED = BUTTON1_RELEASED,
  LEC_BUTTON1_CLICKED = BUTTON1_CLICKED, LEC_WHEEL_UP = BUTTON4_PRESSED, LEC_WHEEL_DOWN = BUTTON5_PRESSED,
  LEC_MOUSE_MOVED = REPORT_MOUSE_POSITION,
  LEC_MOUSE = REPORT_MOUSE_POSITION | BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED;

/* A blank with attributes and an extended pair: the pattern of all cells that look so. */
static inline cchar_t lec_blank(attr_t a, int pair) {
  cchar_t c;
  setcchar(&c, L" ", a, 0, &pair);
  return c;
}
#endif
