"""Serve the site below a path, compressed, as a web server would."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
}
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}


@lru_cache(maxsize=512)
def _packed(path: Path, changed: float) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serve(site: Path, prefix: str = "/", pieces: int = 1) -> Iterator[str]:
    """Serve `site` at http://127.0.0.1:PORT/PREFIX; yields this address.

    With more `pieces` than one, pages arrive as slowly as on a poor line, and are painted half.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = unquote(urlsplit(self.path).path)
            path = site / address.removeprefix(prefix)
            if path.is_dir():
                path /= "index.html"
            found = address.startswith(prefix) and path.is_file()
            if not found:
                path = site / "404.html"
            slow = pieces > 1 and path.suffix == ".html"
            packed = path.suffix in COMPRESSED and not slow
            exists = path.is_file()
            body = b"" if not exists else path.read_bytes()
            if packed and exists:
                body = _packed(path, path.stat().st_mtime)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if not slow:
                self.wfile.write(body)
                return
            size = -(-len(body) // pieces)
            for start in range(0, len(body), size):
                self.wfile.write(body[start : start + size])
                sleep(0.1)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
