"""A site with news: each page also gets a script that listens, and says what is wrong."""

from functools import partial
from html import escape
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from string import Template
from typing import BinaryIO
from urllib.parse import parse_qs

from ..commands.serve import HOST, SiteHandler, SiteServer
from .news import News

OURS = Path(__file__).parents[3] / "theme" / "live"
PREFIX = "/_live/"
EVENTS = f"{PREFIX}events"
FILES = frozenset({"live.js", "live.css"})
ALIVE = 10.0
"""Seconds after which a page is told that the server still is there; so a closed page is noticed too."""


class LiveHandler(SiteHandler):
    """A site whose pages carry our script. It is no part of what is built."""

    def __init__(self, *arguments: object, news: News, directory: str) -> None:
        self.news, self._build = news, ""
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # the standard library's own three

    def do_GET(self) -> None:  # noqa: N802 - the standard library's own name
        """The news, our own files, or the site."""
        address, _, asked = self.path.partition("?")
        if address == EVENTS:
            self._send_news("".join(parse_qs(asked).get("of", ())))
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """A page with our script in it; without any page yet, one that waits."""
        self._build = self.news.build()  # before anything is looked for: it may come at any moment, and then this page is an old one
        if self.path.removeprefix(PREFIX) in FILES:
            file = OURS / self.path.removeprefix(PREFIX)
            return self._send(HTTPStatus.OK, file.read_bytes(), self.guess_type(file))
        found = self.found()
        if found and found.suffix == ".html" and found.is_file():
            return self._send(HTTPStatus.OK, self._page(found), self.guess_type(found))
        if not Path(self.directory, "index.html").is_file():
            return self._send(
                HTTPStatus.SERVICE_UNAVAILABLE, self.told((OURS / "waiting.html").read_bytes()), self.guess_type("waiting.html")
            )
        return super().send_head()

    def told(self, page: bytes) -> bytes:
        """A page that stands for what is not there; any build may bring that."""
        return _with_script(page, self._build)

    def _page(self, file: Path) -> bytes:
        name = file.relative_to(self.directory).as_posix()
        build = self.news.build(name)  # before it is read, for the same reason
        return _with_script(file.read_bytes(), build, name)

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _send_news(self, page: str) -> None:
        """What is known now, and then what is new, for as long as somebody listens; of a page, or of the whole site."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        last = -1
        while True:
            news = self.news.after(last, ALIVE, page)
            try:
                self.wfile.write(f"data: {news.text}\n\n".encode() if news else b": still here\n\n")
            except ConnectionError:  # the page was closed
                return
            last = news.number if news else last


def _with_script(page: bytes, build: str, name: str = "") -> bytes:
    """A page with our script at the end of its head, which knows the build that it comes from and the name of its file."""
    added = Template((OURS / "added.html").read_text(encoding="utf-8")).substitute(build=build, name=escape(name))
    return page.replace(b"</head>", added.encode() + b"</head>", 1)


def live_server(folder: Path, news: News, port: int) -> SiteServer:
    """A server of this machine only. Raises OSError when the port is taken."""
    return SiteServer((HOST, port), partial(LiveHandler, news=news, directory=str(folder)))
