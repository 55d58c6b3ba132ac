#!/usr/bin/env python3
"""A web server for the tests: a folder of pages, and the tricks that real sites play.

    web.py [--port N] [--bind ADDRESS] [--folder DIR] [--tied]

Prints "ready PORT" when it answers. --tied: leaves when its standard input ends, so that it never
outlives the program that started it. Python's own http.server; nothing to install.

    /pages/NAME             a file of the folder, its media type by its name
    /redirect/N             N redirects, then /hello
    /loop                   a redirect to itself
    /to?URL                 a redirect to URL as it stands, with the status of /to/STATUS?URL
    /status/N               a page with that status
    /slow?SECONDS           a page after that time          /slowhead?SECONDS  the same, each header line
    /stall                  half a page, then silence       /drip?SECONDS  a page, a byte each 10 ms
    /type?TYPE              a page under that media type
    /bytes?N                N bytes of text                 /endless   text without end
    /gzip  /deflate         a page, encoded                 /bomb?MB  gzip of that many MB of text
    /charset?NAME           "Größe: 5 €, naïve" in that charset, which is declared
    /chunked                a page of 1-byte chunks
    /echo                   the request's method, path, headers and body as JSON
    /cut                    a page shorter than announced
    /log                    all requests so far, one a line
"""
import argparse, gzip, http.server, json, mimetypes, os, socket, sys, threading, time, zlib

PAGE = "<!doctype html><html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>\n"
BODY = "".join(
    f"<p>Paragraph {n} of a page that a real server sends, long enough to read as prose.</p>" for n in range(1, 6))
LOG = []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = None

    def log_message(self, *_):
        pass

    def start(self, status=200, kind="text/html; charset=utf-8", length=None, **fields):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        if length is None and "Transfer_Encoding" not in fields:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()

    def page(self, title="A page", body=BODY, status=200, kind="text/html; charset=utf-8", **fields):
        data = PAGE.format(title, body).encode() if isinstance(body, str) else body
        self.start(status, kind, len(data), **fields)
        self.wfile.write(data)

    def redirect(self, target, status=302):
        self.page("Moved", "<p>elsewhere</p>", status, Location=target)

    def do_POST(self):
        size = int(self.headers.get("Content-Length", 0))
        self.answer(self.rfile.read(size))

    def do_GET(self):
        self.answer(b"")

    def answer(self, body):
        LOG.append(f"{self.command} {self.path}")
        path, _, query = self.path.partition("?")
        parts = [part for part in path.split("/") if part] or ["hello"]
        action = getattr(self, "serve_" + parts[0], None)
        try:
            if action is None:
                self.page("Not found", "<p>nothing here</p>", 404)
            else:
                action(parts[1:], query, body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def serve_hello(self, rest, query, body):
        self.page("Hello")

    def serve_pages(self, rest, query, body):
        path = os.path.normpath(os.path.join(self.folder or ".", *rest))
        if not self.folder or not path.startswith(os.path.abspath(self.folder) + os.sep) or not os.path.isfile(path):
            return self.page("Not found", "<p>nothing here</p>", 404)
        kind = {".md": "text/markdown; charset=utf-8"}.get(os.path.splitext(path)[1]) or mimetypes.guess_type(path)[0]
        with open(path, "rb") as file:
            self.page(body=file.read(), kind=kind or "application/octet-stream")

    def serve_redirect(self, rest, query, body):
        left = int(rest[0])
        self.redirect(f"/redirect/{left - 1}" if left > 1 else "/hello")

    def serve_loop(self, rest, query, body):
        self.redirect("/loop")

    def serve_to(self, rest, query, body):
        self.redirect(query, int(rest[0]) if rest else 302)

    def serve_status(self, rest, query, body):
        self.page(f"Status {rest[0]}", "<p>a sorry page</p>", int(rest[0]))

    def serve_slow(self, rest, query, body):
        time.sleep(float(query))
        self.page("Slow")

    def serve_slowhead(self, rest, query, body):
        for line in ["HTTP/1.1 200 OK", "Content-Type: text/html", "X-A: a", "X-B: b", "Connection: close", ""]:
            self.wfile.write(line.encode() + b"\r\n")
            time.sleep(float(query))
        self.wfile.write(PAGE.format("Slow head", BODY).encode())
        self.close_connection = True

    def serve_stall(self, rest, query, body):
        self.start(length=10_000)
        self.wfile.write(b"<p>half")
        self.connection.recv(1)  # until the client leaves

    def serve_drip(self, rest, query, body):
        self.start()
        end = time.monotonic() + float(query)
        while time.monotonic() < end:
            self.wfile.write(b"a")
            time.sleep(0.01)

    def serve_type(self, rest, query, body):
        self.page("Typed", kind=query)

    def serve_bytes(self, rest, query, body):
        left = int(query)
        self.start(kind="text/plain", length=left)
        block = b"a line of text that is forty bytes long\n" * 1000
        while left > 0:
            self.wfile.write(block[:left])
            left -= len(block[:left])

    def serve_endless(self, rest, query, body):
        self.start(kind="text/plain")
        while True:
            self.wfile.write(b"a line of text that is forty bytes long\n" * 1000)

    def serve_gzip(self, rest, query, body):
        self.page(body=gzip.compress(PAGE.format("Zipped", BODY).encode()), Content_Encoding="gzip")

    def serve_deflate(self, rest, query, body):
        self.page(body=zlib.compress(PAGE.format("Deflated", BODY).encode()), Content_Encoding="deflate")

    def serve_bomb(self, rest, query, body):
        self.start(Content_Encoding="gzip")
        packer = zlib.compressobj(9, wbits=31)
        for _ in range(int(query)):
            self.wfile.write(packer.compress(b"x" * 1_000_000))
        self.wfile.write(packer.flush())

    def serve_charset(self, rest, query, body):
        text = "<p>Größe: 5 €, naïve</p>".encode(query)
        self.page(body=text, kind=f'text/html; charset="{query}"')

    def serve_chunked(self, rest, query, body):
        self.start(Transfer_Encoding="chunked")
        for byte in PAGE.format("Größe in chunks", BODY).encode():
            self.wfile.write(b"1\r\n" + bytes([byte]) + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def serve_echo(self, rest, query, body):
        said = {"method": self.command, "path": self.path, "headers": dict(self.headers), "body": body.decode()}
        self.page(body=json.dumps(said).encode(), kind="application/json")

    def serve_cut(self, rest, query, body):
        self.start(length=10_000)
        self.wfile.write(b"<p>half")
        self.close_connection = True

    def serve_log(self, rest, query, body):
        self.page(body="\n".join(LOG).encode(), kind="text/plain")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self):
        # http.server would look the host's name up, which takes seconds without a name server.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--bind", default="127.0.0.1")
    parser.add_argument("--folder")
    parser.add_argument("--tied", action="store_true")
    options = parser.parse_args()
    Handler.folder = options.folder and os.path.abspath(options.folder)
    if ":" in options.bind:
        Server.address_family = socket.AF_INET6
    server = Server((options.bind, options.port), Handler)
    if options.tied:
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
    print("ready", server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
