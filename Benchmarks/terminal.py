#!/usr/bin/env python3
"""What it costs to read in a terminal: Lectern beside less, w3m and a bare ncurses program.

    terminal.py LECTERN [--runs N] [--case NAME] [--large]

Every program runs in a pseudo-terminal of 120 by 40 cells that answers as xterm does. The programs take turns, so that
whatever else the machine does is shared among them; where the system lets it, the bench and its programs go before all
else. The texts are made by this script, the same at every run. A time is from the key, or from just before exec, to
the bytes that show what was waited for; a key's time ends with its last byte. The least of several runs is what the
program costs, the median has the machine's noise in it.
"""
import argparse, fcntl, os, pty, random, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

COLUMNS, ROWS = 120, 40
FIRST, NEEDLE, FOUND, LAST = "Lanternfirst", "Lanternneedle", "Lanternfound", "Lanternlast"
WORDS = ("harbour tide lantern ferry island winter morning captain letter window market bridge garden river "
         "silver quiet narrow distant early heavy gentle broken crossing carries follows remembers watches waits "
         "the a of and in on with from under between was were had until while before after").split()


def sentences(dice, count):
    made = []
    for _ in range(count):
        words = dice.choices(WORDS, k=dice.randint(8, 18))
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


def paragraphs(size):
    """Paragraphs of about so many bytes in all, the marks in the first, the last but one and the last."""
    dice = random.Random(size)
    made, total = [FIRST + " " + sentences(dice, 3)], 0
    while total < size:
        made.append(sentences(dice, dice.randint(3, 6)))
        total += len(made[-1]) + 2
    return made + [sentences(dice, 2) + f" {NEEDLE}={FOUND}", sentences(dice, 1) + " " + LAST]


def plain(size):
    import textwrap
    return "\n\n".join(textwrap.fill(text, 78) for text in paragraphs(size)) + "\n"


def markdown(size):
    made = []
    for number, text in enumerate(paragraphs(size)):
        if number % 6 == 3:
            made.append(f"## Part {number}")
        words = text.split(" ")
        words[2:4] = [f"*{words[2]}*", f"[{words[3]}](https://example.org/{number})"]
        made.append(" ".join(words))
    return "# The harbour\n\n" + "\n\n".join(made) + "\n"


def page(size):
    made = []
    for number, text in enumerate(paragraphs(size)):
        if number % 6 == 3:
            made.append(f'<h2 id="p{number}">Part {number}</h2>')
        words = text.split(" ")
        words[2:4] = [f"<em>{words[2]}</em>", f'<a href="https://example.org/{number}">{words[3]}</a>']
        made.append("<p>" + " ".join(words) + "</p>")
    return ("<!doctype html><html lang=en><head><meta charset=utf-8><title>The harbour</title></head><body>"
            "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav><article><h1>The harbour</h1>"
            + "\n".join(made) + "</article></body></html>")


CASES = {  # name: (file, its text, who shows it; the floor and less are shown the plain text of an article)
    "article": ("article.html", lambda: page(8_000), ["lectern", "floor:article.txt", "less:article.txt", "w3m"]),
    "page 1 MB": ("page.html", lambda: page(1_000_000), ["lectern", "w3m"]),
    "page 10 MB": ("large.html", lambda: page(10_000_000), ["lectern", "w3m"]),
    "text 10 MB": ("text.txt", lambda: plain(10_000_000), ["lectern", "floor", "less"]),
    "Markdown 10 MB": ("text.md", lambda: markdown(10_000_000), ["lectern", "less"]),
    "text 100 MB": ("huge.txt", lambda: plain(100_000_000), ["lectern", "less"]),
}
LARGE = {"page 10 MB", "text 100 MB"}
PROGRAMS = {  # argv, line key, end key, search keys
    "lectern": (["{lectern}", "--chatbot", "none"], b"j", b"G", b"/" + NEEDLE.encode() + b"\r"),
    "floor": (["{folder}/floor"], b"j", b"G", b"/" + NEEDLE.encode() + b"\n"),
    "less": (["less"], b"j", b"G", b"/" + NEEDLE.encode() + b"\r"),
    "w3m": (["w3m"], b"J", b"G", b"/" + NEEDLE.encode() + b"\r"),
}
ANSWERS = [(b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"), (b"\x1b[c", b"\x1b[?62;22c")]


class Session:
    """A program in a pseudo-terminal."""

    def __init__(self, argv, home):
        self.terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        ready, tell = os.pipe2(os.O_CLOEXEC)
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(inner, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(inner, descriptor)
            environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLORTERM": "truecolor",
                           "LANG": "C.UTF-8", "HOME": home, "LESSHISTFILE": "-"}
            os.write(tell, struct.pack("q", time.monotonic_ns()))
            os.execvpe(argv[0], argv, environment)
        os.close(inner)
        os.close(tell)
        self.started = struct.unpack("q", os.read(ready, 8))[0]
        os.close(ready)
        self.open = True

    def read(self, seconds):
        """Bytes and when they came; none when nothing comes for so long."""
        if not self.open or not select.select([self.terminal], [], [], seconds)[0]:
            return b"", 0
        now = time.monotonic_ns()
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            data = b""
        self.open = bool(data)
        for question, answer in ANSWERS:
            if question in data:
                os.write(self.terminal, answer)
        return data, now

    def until(self, word, since, seconds=60):
        """Milliseconds until the word is written; None when it is not."""
        seen, end = b"", time.monotonic() + seconds
        while time.monotonic() < end and self.open:
            data, now = self.read(end - time.monotonic())
            seen = seen[-200:] + data
            if word.encode() in seen:
                return (now - since) / 1e6
        return None

    def quiet(self, seconds=0.05):
        """Reads until nothing comes for a while: bytes, and when the last came."""
        total, last = 0, 0
        while True:
            data, now = self.read(seconds)
            if not data:
                return total, last
            total, last = total + len(data), now

    def press(self, keys):
        now = time.monotonic_ns()
        os.write(self.terminal, keys)
        return now

    def resize(self, columns):
        now = time.monotonic_ns()
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        total, last = self.quiet(0.3)
        return (last - now) / 1e6 if total else None

    def status(self, key):
        with open(f"/proc/{self.process}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith(key))

    def processor(self):
        """Milliseconds of processor time of all its threads, and how often they were woken."""
        total = 0
        for task in os.listdir(f"/proc/{self.process}/task"):
            with open(f"/proc/{self.process}/task/{task}/schedstat") as line:
                total += int(line.read().split()[0])
        return total / 1e6, self.status("voluntary_ctxt_switches")

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def measure(program, file, folder, lectern, idle, missing):
    """What one run of a program shows; `missing` are the things that it was in vain waited for before."""
    argv, line, end, search = PROGRAMS[program]
    argv = [part.format(lectern=lectern, folder=folder) for part in argv] + [file]
    session, found = Session(argv, folder), {}
    try:
        found["first paint"] = session.until(FIRST, session.started)
        if found["first paint"] is None:
            return {}
        session.quiet(0.2)
        found["processor to first paint"] = session.processor()[0]
        times, sizes = [], []
        for _ in range(20):
            pressed = session.press(line)
            size, last = session.quiet(0.04)
            if size:
                times.append((last - pressed) / 1e6)
                sizes.append(size)
        found["line"], found["bytes a line"] = times, sizes
        pressed = session.press(end)
        found["end"] = session.until(LAST, pressed, 60) if "end" not in missing else None
        session.quiet()
        session.press(b"g")
        session.quiet()
        # The whole line at once, as some programs search while it is typed and others behind it.
        typed = session.press(search)
        found["search"] = session.until(FOUND, typed, 20) if "search" not in missing else None
        session.quiet()
        narrow, wide = session.resize(80), session.resize(COLUMNS)
        found["resize"] = max(narrow, wide) if narrow and wide else None
        if idle:
            before = session.processor()
            time.sleep(2)
            after = session.processor()
            found["idle ms/s"] = (after[0] - before[0]) / 2
            found["wake-ups/s"] = (after[1] - before[1]) / 2
        found["memory MB"] = session.status("VmHWM") / 1024
        missing.update(name for name in ("end", "search") if found.get(name) is None)
        return found
    finally:
        session.close()


def summary(runs, name):
    values = [value for run in runs for value in (run.get(name) if isinstance(run.get(name), list) else [run.get(name)])
              if value is not None]
    if not values:
        return "–"
    values.sort()
    middle = statistics.median(values)
    if name == "line":
        return f"{values[0]:.2f} / {middle:.2f} / {values[min(len(values) - 1, len(values) * 99 // 100)]:.2f}"
    if name in ("bytes a line", "memory MB", "idle ms/s", "wake-ups/s"):
        return f"{middle:.0f}"
    return f"{values[0]:.1f} / {middle:.1f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lectern")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--case", action="append", choices=CASES)
    parser.add_argument("--large", action="store_true", help="the largest files too")
    options = parser.parse_args()
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(20))
        order = "before all else"
    except OSError:
        order = "among whatever else runs"
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "?")
    print(f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, running {order}; "
          f"milliseconds as least / median\n")
    with tempfile.TemporaryDirectory() as folder:
        floor = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floor.c")
        compiler = shutil.which("cc") or shutil.which("clang") or "cc"
        subprocess.run([compiler, "-O2", "-o", f"{folder}/floor", floor, "-lncursesw"], check=True)
        with open(f"{folder}/article.txt", "w") as file:
            file.write(plain(8_000))
        for case, (name, text, programs) in CASES.items():
            if options.case and case not in options.case or not options.case and not options.large and case in LARGE:
                continue
            with open(f"{folder}/{name}", "w") as file:
                file.write(text())
            present = [p for p in programs if p.split(":")[0] in ("lectern", "floor") or shutil.which(p.split(":")[0])]
            runs = {program: [] for program in present}
            missing = {program: set() for program in present}
            for number in range(options.runs):
                for program in present[number % len(present):] + present[:number % len(present)]:
                    base, _, other = program.partition(":")
                    runs[program].append(
                        measure(base, f"{folder}/{other or name}", folder, os.path.abspath(options.lectern), number == 0,
                                missing[program]))
            os.remove(f"{folder}/{name}")
            columns = ["first paint", "processor to first paint", "line", "bytes a line", "end", "search", "resize",
                       "memory MB", "idle ms/s", "wake-ups/s"]
            print(f"### {case}\n\n| | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
            for program in present:
                print(f"| {program.split(':')[0]} | " + " | ".join(summary(runs[program], c) for c in columns) + " |")
            print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
