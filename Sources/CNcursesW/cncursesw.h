/* ncursesw for Swift: wide characters on, and what the importer cannot see (macros with casts,
   globals that strict concurrency rejects) as inline functions. */
#ifndef SEISCOPE_CNCURSESW_H
#define SEISCOPE_CNCURSESW_H

#define NCURSES_WIDECHAR 1 /* before curses.h: cchar_t and its functions exist only with it */
#include <curses.h>
#include <term.h>

static inline FILE *nc_stdin(void) { return stdin; }
static inline FILE *nc_stdout(void) { return stdout; }
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_pair_capacity(void) { return COLOR_PAIRS; }

static const attr_t nc_bold = WA_BOLD;
static const attr_t nc_dim = WA_DIM;
static const attr_t nc_reverse = WA_REVERSE;
static const attr_t nc_underline = WA_UNDERLINE;

/* One cell. The pair goes through `opts`, since the plain argument holds 15 bits and attr_t 8. */
static inline cchar_t nc_cell(wchar_t glyph, attr_t attributes, int pair) {
  const wchar_t text[2] = {glyph, 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, (short)0, &pair);
  return cell;
}

/* Columns that a glyph takes by the locale; -1 for one that is not shown. */
extern int wcwidth(wchar_t glyph);
static inline int nc_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }

/* How many colours a terminfo entry has, 0 for none; -1 if there is no such entry, or none that can
   place the cursor. Leaves the current terminal as it was. */
static inline int nc_color_count(const char *name) {
  TERMINAL *before = cur_term;
  int status = 0, count = -1;
  if (before) set_curterm(NULL);
  if (setupterm(name, 1, &status) == OK) {
    const char *move = tigetstr("cup");
    if (move && move != (const char *)-1) {
      count = tigetnum("colors");
      if (count < 0) count = 0;
    }
  }
  if (cur_term) del_curterm(cur_term);
  if (before) set_curterm(before);
  return count;
}

/* A string of the current terminal's entry; NULL where it has none. */
static inline const char *nc_string(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

#endif
