#!/usr/bin/env python3
"""A terminal that shows pixels: runs a program on a pty and answers what Kitty would.

    kitty.py COLUMNS ROWS STEP ... -- COMMAND ...

A step is `wait:TEXT`, until the program has written it, or `press:KEYS`. When all are done it waits for the program's
end, writes everything the program wrote to standard output, byte for byte, and ends with its exit status. Ends with 99
when a step takes more than 20 seconds. Python's own modules; nothing to install.
"""
import fcntl, os, pty, select, struct, sys, termios, time

columns, rows = int(sys.argv[1]), int(sys.argv[2])
split = sys.argv.index("--")
steps, command = sys.argv[3:split], sys.argv[split + 1:]
pid, terminal = pty.fork()
if pid == 0:
    time.sleep(0.05)  # until the size is set
    os.execvp(command[0], command)
# Cells of 10 by 20 pixels.
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 10, rows * 20))
ANSWERS = [
    (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x1b\\"), (b"a=q,", b"\x1b_Gi=31;OK\x1b\\"),
    (b"\x1b[c", b"\x1b[?62;4c")]
written, searched, answered = b"", 0, 0


def listen(seconds):
    """Takes in what the program writes, and answers its questions in their order; false at its end."""
    global written, answered
    if not select.select([terminal], [], [], seconds)[0]:
        return True
    try:
        part = os.read(terminal, 65536)
    except OSError:
        part = b""
    written += part
    while True:
        found = [(at, question, answer) for question, answer in ANSWERS
                 if (at := written.find(question, answered)) >= 0]
        if not found:
            return bool(part)
        at, question, answer = min(found)
        answered = at + len(question)
        os.write(terminal, answer)


for step in steps:
    kind, _, value = step.partition(":")
    if kind == "press":
        searched = len(written)
        os.write(terminal, value.encode())
        continue
    end = time.monotonic() + 20
    while written.find(value.encode().decode("unicode_escape").encode(), searched) < 0:
        if time.monotonic() > end or not listen(0.1):
            sys.stderr.write(f"never came: {value}\n")
            sys.stdout.buffer.write(written)
            os.kill(pid, 9)
            sys.exit(99)
while listen(10):
    pass
sys.stdout.buffer.write(written)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
