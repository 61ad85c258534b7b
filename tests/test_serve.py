"""The server that shows a built site."""

import gzip
import http.client
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from doetank.commands import serve as server

FILES = {
    "index.html": "<h1>Thuis</h1>",
    "404.html": "<h1>Niet hier</h1>",
    "lessen/index.html": "<h1>Lessen</h1>",
    "media/foto.avif": "",
    "feeds/all.atom.xml": "<feed/>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("not for readers", encoding="utf-8")
    return folder


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    with server.serve(site, 0) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running.server_port
        running.shutdown()
        thread.join()


def ask(port: int, address: str, method: str = "GET", encoding: str = "identity") -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, address, headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    body = answer.read()
    unpacked = gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" and body else body
    found = (answer.status, unpacked.decode(), answer.headers)
    connection.close()
    return found


def test_a_folder_shows_its_index(port: int) -> None:
    assert ask(port, "/")[:2] == (200, "<h1>Thuis</h1>")
    assert ask(port, "/lessen/")[:2] == (200, "<h1>Lessen</h1>")


def test_a_folder_without_its_slash_leads_to_the_one_with_it(port: int) -> None:
    status, _, headers = ask(port, "/lessen")
    assert (status, headers["Location"]) == (301, "/lessen/")


def test_what_is_not_there_gets_the_sites_own_page_and_the_right_status(port: int) -> None:
    assert ask(port, "/er-was-eens/")[:2] == (404, "<h1>Niet hier</h1>")
    assert ask(port, "/er-was-eens/", "HEAD")[:2] == (404, "")


def test_a_site_without_that_page_still_says_not_found(site: Path, port: int) -> None:
    (site / "404.html").unlink()
    assert ask(port, "/er-was-eens/")[0] == 404


def test_a_folder_without_index_is_not_listed(port: int) -> None:
    assert ask(port, "/media/")[:2] == (404, "<h1>Niet hier</h1>")


@pytest.mark.parametrize(
    "address", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/lessen/../../secret.txt", "//secret.txt", "/%00"]
)
def test_nothing_outside_the_folder_is_served(port: int, address: str) -> None:
    assert ask(port, address)[:2] == (404, "<h1>Niet hier</h1>")


def test_a_link_that_leads_outside_is_not_followed(site: Path, port: int) -> None:
    (site / "link.txt").symlink_to(site.parent / "secret.txt")
    assert ask(port, "/link.txt")[0] == 404


@pytest.mark.parametrize("address", ["/", "/er-was-eens/", "/lessen"])
def test_every_answer_carries_the_headers_of_production(port: int, address: str) -> None:
    headers = ask(port, address)[2]
    assert server.HEADERS.items() <= set(headers.items())
    assert headers["Cache-Control"] == "no-cache"


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe-inline" not in server.POLICY
    assert "data:" not in server.POLICY
    assert "http" not in server.POLICY
    assert {"default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"} <= set(server.POLICY.split("; "))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feeds/all.atom.xml", "application/atom+xml"),
        ("sitemap.xml", "application/xml"),
        ("agenda.ics", "text/calendar; charset=utf-8"),
        ("font.woff2", "font/woff2"),
        ("film.vtt", "text/vtt; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json"),
        ("lessons.csv", "text/csv; charset=utf-8"),
        ("lessons.jsonl", "text/plain; charset=utf-8"),
        ("dcat.jsonld", "application/ld+json"),
        ("dcat.ttl", "text/turtle; charset=utf-8"),
        ("cite.bib", "application/x-bibtex"),
        ("cite.ris", "application/x-research-info-systems"),
        ("index.wasm", "application/wasm"),
        ("wasm.nl.pagefind", "application/octet-stream"),
        ("search.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_has_its_type(site: Path, port: int, name: str, expected: str) -> None:
    (site / name).touch()
    assert ask(port, f"/{name}")[2]["Content-Type"] == expected


@pytest.mark.parametrize(
    ("address", "text"), [("/", "<h1>Thuis</h1>"), ("/lessen/?q=a", "<h1>Lessen</h1>"), ("/404.html", "<h1>Niet hier</h1>")]
)
def test_text_is_compressed_for_who_can_read_that(port: int, address: str, text: str) -> None:
    status, body, headers = ask(port, address, encoding="gzip, br")
    assert (status, body, headers["Content-Encoding"], headers["Vary"]) == (200, text, "gzip", "Accept-Encoding")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert ask(port, address, "HEAD", encoding="gzip")[:2] == (200, "")
    assert ask(port, address)[2]["Content-Encoding"] is None


@pytest.mark.parametrize("address", ["/lessen", "/media/foto.avif", "/media/", "/er-was-eens/"])
def test_what_is_no_text_file_is_sent_as_it_is(port: int, address: str) -> None:
    assert ask(port, address, encoding="gzip")[2]["Content-Encoding"] is None


def test_a_new_build_shows_at_once(site: Path, port: int) -> None:
    ask(port, "/")
    site.rename(site.with_name("old"))
    site.mkdir()
    (site / "index.html").write_text("<h1>Nieuw</h1>", encoding="utf-8")
    assert ask(port, "/")[1] == "<h1>Nieuw</h1>"


def test_a_taken_port_is_refused_in_one_line(site: Path, port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert server.main([str(site), "--port", str(port)]) == 2
    assert capsys.readouterr().err.startswith(f"Port {port} cannot be used (")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert server.main([str(tmp_path / "output")]) == 2
    assert capsys.readouterr().err == f"There is no folder {tmp_path / 'output'}; build the site first.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that is Ctrl+C")
def test_it_says_where_the_site_is_and_ends_quietly_when_interrupted(site: Path) -> None:
    command = [sys.executable, "-m", "doetank.commands.serve", str(site), "--port", "0"]
    folder = Path(server.__file__).parents[2]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=30)
    assert line.startswith("The site is on http://localhost:")
    assert (rest.strip(), errors, running.returncode) == ("", "", 0)
