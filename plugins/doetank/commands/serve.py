"""Serve a folder as production should: `python -m doetank.commands.serve output`."""

import argparse
import gzip
import os
import sys
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

HOST = "127.0.0.1"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""`wasm-unsafe-eval` is for the search, which runs WebAssembly; nothing inline and nothing from elsewhere."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What a host must send as well, so that what works here works there. Strict-Transport-Security it adds itself: that needs TLS."""

# Written out, since what `mimetypes` answers depends on the machine; with nosniff a wrong type is a script that does not run.
TYPES = {
    ".atom.xml": "application/atom+xml",
    ".avif": "image/avif",
    ".bib": "application/x-bibtex",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "text/plain; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".mp4": "video/mp4",
    ".pagefind": "application/octet-stream",
    ".pdf": "application/pdf",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}

PACKED = frozenset({".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".svg", ".ttl", ".txt", ".vtt", ".webmanifest", ".xml"})
"""What a host must send compressed: text. The other kinds are compressed already."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Files below one folder: no listings, nothing outside it, our own page for what is not there."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file of an address; a link that leads out of the folder is not there."""
        text = self.found()
        if text is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if text.suffix in PACKED and text.is_file() and "gzip" in self.headers.get("Accept-Encoding", ""):
            return self._packed(text)
        return super().send_head()

    def found(self) -> Path | None:
        """Where the file of the asked address is, or would be; None for what is outside the folder."""
        file = self.translate_path(self.path)
        if "\0" in file or not Path(file).resolve().is_relative_to(Path(self.directory).resolve()):
            return None
        return Path(file, "index.html") if self._leads_to_folder(file) else Path(file)

    def _leads_to_folder(self, file: str) -> bool:
        return self.path.partition("?")[0].endswith("/") and Path(file).is_dir()

    def _packed(self, file: Path) -> BytesIO:
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - the name and arguments are the standard library's
        """A folder without index.html is not there."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page, with the status that belongs to it."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self.told(page.read_bytes())
        self.log_error("%s is not there", self.path)
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def told(self, page: bytes) -> bytes:
        """An HTML page as it is sent."""
        return page

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The type by the longest ending we know."""
        endings = sorted((ending for ending in TYPES if str(path).endswith(ending)), key=len)
        return TYPES[endings[-1]] if endings else super().guess_type(path)

    def end_headers(self) -> None:
        """Add what every answer carries. A new build must show at the next request, so nothing is kept unasked."""
        for name, value in {**HEADERS, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of what went well."""


class SiteServer(ThreadingHTTPServer):
    """On Windows address reuse lets two servers share a port, and a reader of one would see the other."""

    allow_reuse_address = os.name != "nt"


def serve(folder: Path, port: int = 0) -> SiteServer:
    """A server of this machine only, to run with `serve_forever`; port 0 takes a free one. Raises OSError when the port is taken."""
    return SiteServer((HOST, port), partial(SiteHandler, directory=str(folder)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. 2 when there is nothing to serve or the port is taken."""
    parser = argparse.ArgumentParser(prog="serve", description="Serve a built site on this machine.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("output"), help="the folder to serve (default: output)")
    parser.add_argument("--port", type=int, default=8000, help="the port to use (default: 8000)")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"There is no folder {options.folder}; build the site first.", file=sys.stderr)
        return 2
    try:
        server = serve(options.folder, options.port)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error.strerror}); choose another with --port.", file=sys.stderr)
        return 2
    with server:
        try:
            print(f"The site is on http://localhost:{server.server_port}/ (Ctrl+C stops it)", flush=True)
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
