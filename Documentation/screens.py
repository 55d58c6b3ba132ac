"""Takes the pictures of the screen that the README shows: `make demo`.

Runs the program in tmux, presses keys, and writes what tmux then holds as SVG: the true screen, cell for cell.
The same program gives the same files.

    python3 Documentation/screens.py BINARY FOLDER [NAME ...]
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from html import escape

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Name of the picture: columns, rows, arguments, keys, and words that show when the screen is as it should be.
SCENES = {
    "page": (76, 26, ["--theme", "ink"], [], "In five minutes"),
    "contents": (76, 24, ["--theme", "ink"], ["t"], "When something is wrong"),
    "hints": (76, 24, ["--theme", "paper"], ["f"], "In five minutes"),
    "pane": (108, 26, ["--theme", "ink", "Tests/ProgramTests/Pages/tides.html"], ["s"], "[2]"),
    "paper": (108, 26, ["--theme", "paper", "Tests/ProgramTests/Pages/tides.html"], ["s"], "[2]"),
    "code": (76, 30, ["--theme", "sepia", "Documentation/screens/signals.md"], ["}"], "func report"),
}

CELL_WIDTH, CELL_HEIGHT, BASELINE, MARGIN = 8.4, 16.5, 12.5, 10
BASIC = ("#000000 #cd3131 #0dbc79 #e5e510 #2472c8 #bc3fbc #11a8cd #e5e5e5 "
         "#666666 #f14c4c #23d18b #f5f543 #3b8eea #d670d6 #29b8db #ffffff").split()


class Screen:
    """The program on a screen of its own, in a tmux server of its own."""

    taken = 0

    def __init__(self, binary, columns, rows, arguments):
        # A server of its own for each: the one before may not be gone yet.
        Screen.taken += 1
        self.socket = f"lectern-screens-{os.getpid()}-{Screen.taken}"
        self.home = tempfile.TemporaryDirectory()
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": self.home.name, "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "TERM": "tmux-256color", "COLORTERM": "truecolor", "OLLAMA_HOST": "127.0.0.1:1",
        }
        words = ["env", "-i"] + [f"{name}={value}" for name, value in environment.items()]
        words += [binary, "--chatbot", "extract"] + arguments
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", TOP,
                  *words, ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0")

    def tmux(self, *words):
        done = subprocess.run(["tmux", "-L", self.socket, *words], capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"tmux {words[0]}: {done.stderr.strip()}")
        return done.stdout

    def text(self):
        return self.tmux("capture-pane", "-p", "-e", "-N")

    def settle(self, words=""):
        """Waits, 20 s at most, until the words show and nothing has moved for half a second."""
        last, since, end = "", time.monotonic(), time.monotonic() + 20
        while time.monotonic() < end:
            now = self.text()
            if now != last:
                last, since = now, time.monotonic()
            elif words in re.sub("\x1b[^m]*m", "", now) and now.strip() and time.monotonic() - since > 0.5:
                return now
            time.sleep(0.05)
        raise SystemExit(f"“{words}” never showed:\n{last}")

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True)
        self.home.cleanup()


def columns_of(character):
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def colour(words):
    """Takes a colour from the front of SGR parameters that follow 38 or 48."""
    if words.pop(0) == 2:
        return "#%02x%02x%02x" % (words.pop(0), words.pop(0), words.pop(0))
    number = words.pop(0)
    if number < 16:
        return BASIC[number]
    if number >= 232:
        return "#" + "%02x" % (8 + 10 * (number - 232)) * 3
    parts = [(number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6]
    return "#" + "".join("%02x" % (55 + 40 * part if part else 0) for part in parts)


def runs(line, look):
    """The runs of one row as [column, columns, text, look]; `look` goes on from row to row."""
    found, column = [], 0
    for escape_sequence, text in re.findall("\x1b\\[([\\d;:]*)m|([^\x1b]+)", line):
        if text:
            width = sum(map(columns_of, text))
            found.append([column, width, text, dict(look)])
            column += width
            continue
        words = [int(word or 0) for word in re.split("[;:]", escape_sequence)]
        while words:
            word = words.pop(0)
            if word == 0:
                look.clear()
            elif word in (38, 48):
                look["text" if word == 38 else "ground"] = colour(words)
            elif word in (39, 49):
                look.pop("text" if word == 39 else "ground", None)
            elif 30 <= word < 38 or 90 <= word < 98:
                look["text"] = BASIC[word % 10 + (8 if word >= 90 else 0)]
            elif 40 <= word < 48 or 100 <= word < 108:
                look["ground"] = BASIC[word % 10 + (8 if word >= 100 else 0)]
            elif word in (1, 2, 3, 4, 7, 9):
                look[{1: "bold", 2: "dim", 3: "italic", 4: "under", 7: "reverse", 9: "strike"}[word]] = True
            elif word in (22, 23, 24, 27, 29):
                for name in {22: ("bold", "dim"), 23: ["italic"], 24: ["under"], 27: ["reverse"], 29: ["strike"]}[word]:
                    look.pop(name, None)
    return found


def number(value):
    return f"{value:.1f}".removesuffix(".0")


def svg(screen, columns, rows):
    """The screen as SVG: a rectangle for each ground, a text for each run, held to its columns."""
    look, grounds, texts, names = {}, [], [], {}
    lines = [runs(line, look) for line in screen.split("\n")[:rows]]
    counts = {}
    for row in lines:
        for _, width, _, style in row:
            counts[style.get("ground")] = counts.get(style.get("ground"), 0) + width
    common = max(counts, key=counts.get) or "#000000"
    for y, row in enumerate(lines):
        for column, width, text, style in row:
            ink, ground = style.get("text", "#c0c0c0"), style.get("ground", common)
            if style.get("reverse"):
                ink, ground = ground, ink
            x = MARGIN + column * CELL_WIDTH
            if ground != common:
                if grounds and grounds[-1][1:] == [x, y, ground]:
                    grounds[-1][0] += width
                    grounds[-1][1] += width * CELL_WIDTH
                else:
                    grounds.append([width, x + width * CELL_WIDTH, y, ground])
            rule = f"fill:{ink}"
            rule += ";font-weight:700" if style.get("bold") else ""
            rule += ";font-style:italic" if style.get("italic") else ""
            rule += ";opacity:.6" if style.get("dim") else ""
            lined = [word for word, name in (("underline", "under"), ("line-through", "strike")) if style.get(name)]
            rule += f";text-decoration:{' '.join(lined)}" if lined else ""
            # Between gaps each piece has its own place: not every viewer holds a text to its length.
            for piece in re.finditer(".+" if lined else "[^ ]+(?: [^ ]+)*", text):
                name = names.setdefault(rule, f"s{len(names)}")
                left = x + sum(map(columns_of, text[:piece.start()])) * CELL_WIDTH
                width = sum(map(columns_of, piece[0])) * CELL_WIDTH
                texts.append(
                    f'<text class="{name}" x="{number(left)}" y="{number(MARGIN + y * CELL_HEIGHT + BASELINE)}"'
                    f' textLength="{number(width)}">{escape(piece[0], quote=False)}</text>')
    width, height = columns * CELL_WIDTH + 2 * MARGIN, rows * CELL_HEIGHT + 2 * MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="{number(width)}" height="{number(height)}"'
           f' viewBox="0 0 {number(width)} {number(height)}">', "<style>",
           "text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}"]
    out += [f".{name}{{{rule}}}" for rule, name in names.items()]
    out += ["</style>", f'<rect width="100%" height="100%" rx="8" fill="{common}"/>']
    for cells, end, y, ground in grounds:
        out.append(f'<rect x="{number(end - cells * CELL_WIDTH)}" y="{number(MARGIN + y * CELL_HEIGHT)}"'
                   f' width="{number(cells * CELL_WIDTH)}" height="{CELL_HEIGHT}" fill="{ground}"/>')
    return "\n".join(out + texts + ["</svg>"]) + "\n"


def take(binary, folder, name):
    columns, rows, arguments, keys, words = SCENES[name]
    screen = Screen(binary, columns, rows, arguments)
    try:
        screen.settle()
        for key in keys:
            screen.tmux("send-keys", key)
            screen.settle()
        picture = svg(screen.settle(words), columns, rows)
    finally:
        screen.close()
    with open(os.path.join(folder, f"{name}.svg"), "w", encoding="utf-8") as file:
        file.write(picture)


if __name__ == "__main__":
    for scene in sys.argv[3:] or SCENES:
        take(os.path.abspath(sys.argv[1]), sys.argv[2], scene)
