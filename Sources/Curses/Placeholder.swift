// Placeholder of Curses until its first file.
