#!/usr/bin/env python3
"""How the pane feels: from a token's arrival to the screen, keys while tokens pour in, and how soon Esc ends it.

    pane.py LECTERN [--check]

A server of this script's own speaks the OpenAI protocol on 127.0.0.1 and says what it is told to, when it is told to;
Lectern runs in a pseudo-terminal. With --check it ends with status 1 when the best of the rounds misses a limit: 10 ms
for a token, 50 ms for Esc on the screen and at the server, no key lost at 500 tokens a second.
"""
import argparse, fcntl, json, os, pty, re, select, signal, socket, statistics, struct, sys, tempfile, termios, threading, time

ROUNDS = 5


class Server:
    """Answers /v1/chat/completions with what `script` says: pauses in seconds, texts, or None to wait for the end."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.script, self.sent, self.left, self.asked = [], {}, None, threading.Event()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        request = b""
        while b"\r\n\r\n" not in request:
            data = client.recv(1 << 16)
            if not data:
                return
            request += data
        head, _, body = request.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        while length and len(body) < int(length[1]):
            body += client.recv(1 << 16)
        path = head.split(b" ")[1]
        try:
            if path.endswith(b"/chat/completions"):
                self.stream(client)
            elif path.endswith(b"/models"):
                self.answer(client, "200 OK", json.dumps({"object": "list", "data": [{"id": "tiny", "object": "model"}]}))
            else:
                self.answer(client, "404 Not Found", "{}")
        except OSError:
            self.left = self.left or time.monotonic_ns()
        client.close()

    @staticmethod
    def answer(client, status, body):
        client.sendall(f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
                       f"Connection: close\r\n\r\n{body}".encode())

    def stream(self, client):
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        self.asked.set()
        script, self.left = self.script, None
        for step in script:
            if isinstance(step, (int, float)):
                # Until then, or until the client has gone.
                if select.select([client], [], [], step)[0] and not client.recv(1):
                    self.left = time.monotonic_ns()
                    return
            else:
                event = {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": step}}]}
                self.sent[step.strip()] = time.monotonic_ns()
                client.sendall(f"data: {json.dumps(event)}\n\n".encode())
        client.sendall(b'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n')


class Reader:
    def __init__(self, lectern, server, folder):
        page = os.path.join(folder, "days.md")
        with open(page, "w") as file:
            file.write("# A log\n\n" + "\n\n".join(f"Day{number:04} was quiet in the harbour." for number in range(1, 2000)))
        self.terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(inner, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(inner, descriptor)
            environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder}
            os.execvpe(lectern, [lectern, "--chat-url", server.url, page], environment)
        os.close(inner)

    def read(self, seconds):
        if not select.select([self.terminal], [], [], max(0, seconds))[0]:
            return b"", 0
        now = time.monotonic_ns()
        return os.read(self.terminal, 1 << 16), now

    def until(self, word, seconds=20):
        """When the bytes came that show it; the program is given up without them."""
        seen, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            data, now = self.read(end - time.monotonic())
            seen = seen[-400:] + data
            if word in seen:
                return now
        raise SystemExit(f"nothing shows {word!r}")

    def quiet(self, seconds=0.1):
        seen = b""
        while True:
            data, _ = self.read(seconds)
            if not data:
                return seen
            seen += data

    def press(self, keys):
        os.write(self.terminal, keys)
        return time.monotonic_ns()

    def first_day(self):
        """The number of the first paragraph on the screen, which is drawn anew."""
        self.quiet(0.3)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 139, 0, 0))
        seen = self.quiet(0.5)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        self.quiet(0.5)
        return min(int(day) for day in re.findall(rb"Day(\d{4})", seen))

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def ask(reader, server, script):
    server.script = script
    server.asked.clear()
    reader.press(b"a")
    reader.quiet()
    reader.press(b"why?\r")
    if not server.asked.wait(20):
        raise SystemExit("the server was not asked")


def first_token(reader, server, number):
    word = f"Zq{number}wxv"
    ask(reader, server, [0.4, word + " ", 0.3, "end."])
    shown = reader.until(word.encode())
    reader.quiet(0.8)
    return (shown - server.sent[word]) / 1e6


def keys_while_streaming(reader, server):
    """Milliseconds from a key to the first bytes after it, and how many of 60 line keys were not obeyed."""
    # Past the title.
    reader.press(b"g" + 10 * b"j")
    before = reader.first_day()
    tokens = []
    for number in range(1000):
        tokens += [0.002, f"word{number} "]
    ask(reader, server, tokens)
    time.sleep(0.2)
    times = []
    for _ in range(60):
        while reader.read(0)[0]:
            pass
        pressed = reader.press(b"j")
        _, shown = reader.read(1)
        times.append((shown - pressed) / 1e6)
        time.sleep(0.015)
    reader.quiet(0.5)
    reader.press(b"\x1b")
    reader.quiet(0.5)
    # A paragraph has a line and a space below it.
    return times, 60 - 2 * (reader.first_day() - before)


def escape(lectern, server, folder):
    """Milliseconds from Esc to the word that it has stopped, and to the end of the connection at the server."""
    reader = Reader(os.path.abspath(lectern), server, folder)
    try:
        reader.until(b"Day0001")
        reader.quiet(0.3)
        ask(reader, server, [step for number in range(2000) for step in (0.005, f"more{number} ")])
        reader.until(b"more9")
        pressed = reader.press(b"\x1b")
        shown = reader.until(b"stopped")
        end = time.monotonic() + 2
        while server.left is None and time.monotonic() < end:
            time.sleep(0.001)
    finally:
        reader.close()
    if server.left is None:
        raise SystemExit("the server was not let go")
    return (shown - pressed) / 1e6, (server.left - pressed) / 1e6


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lectern")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(20))
    except OSError:
        pass
    server = Server()
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(os.path.abspath(options.lectern), server, folder)
        try:
            reader.until(b"Day0001")
            reader.quiet(0.3)
            tokens = [first_token(reader, server, number) for number in range(ROUNDS)]
            keys, lost = keys_while_streaming(reader, server)
        finally:
            reader.close()
        stops = [escape(options.lectern, server, folder) for _ in range(ROUNDS)]
    keys.sort()
    figures = [
        ("token to screen, ms", tokens, 10),
        ("Esc to screen, ms", [stop[0] for stop in stops], 50),
        ("Esc to the server's end, ms", [stop[1] for stop in stops], 50),
    ]
    print("| | least | median | most | at most |\n|---|---|---|---|---|")
    for name, values, limit in figures:
        print(f"| {name} | {min(values):.1f} | {statistics.median(values):.1f} | {max(values):.1f} | {limit} |")
    print(f"| key to screen at 500 tokens a second, ms | {keys[0]:.1f} | {statistics.median(keys):.1f} | {keys[-1]:.1f} | |")
    print(f"| line keys of 60 not obeyed | | {lost} | | 0 |")
    failed = lost != 0 or any(min(values) > limit for _, values, limit in figures)
    return 1 if options.check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
