#!/usr/bin/env python3
"""Says how a picture process is locked up while it decodes.

    locked.py BINARY

Hands it a picture but takes nothing of its answer, which is larger than a pipe, so that it waits in the middle of its work.
"""
import os, struct, subprocess, sys, time, zlib


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


picture = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 900, 900, 8, 2, 0, 0, 0))
           + chunk(b"IDAT", zlib.compress((b"\0" + b"\x40" * 2700) * 900)) + chunk(b"IEND", b""))
process = subprocess.Popen(
    [sys.argv[1], "--picture-process", "100", "50", "-1", "10", "20", "0", "16777215"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
process.stdin.write(picture)
process.stdin.close()
os.set_blocking(process.stdout.fileno(), False)
folder, end = f"/proc/{process.pid}", time.monotonic() + 30


def read(name):
    with open(f"{folder}/{name}") as file:
        return file.read()


try:
    while "Seccomp:\t2" not in read("status") and time.monotonic() < end:
        time.sleep(0.01)
    facts = dict(line.split(":", 1) for line in read("status").splitlines())
    for name in ["Seccomp", "NoNewPrivs"]:
        print(name, facts[name].strip())
    try:
        limits = read("limits").splitlines()
    except PermissionError:
        limits = []
    for name in ["Max open files", "Max file size"]:
        for line in limits:
            if line.startswith(name):
                print(name, line[len(name):].split()[0])
finally:
    process.kill()
    process.wait()
