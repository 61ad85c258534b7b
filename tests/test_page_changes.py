"""Two built sites beside each other, as readers see them."""

from pathlib import Path

import pytest

from doetank.page_changes import LONGEST_LINE, MOST_LINES, PageChange, page_changes


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return tmp_path / "old"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new"


def put(site: Path, address: str, text: str, head: str = "") -> None:
    file = site / (address.lstrip("/") + "index.html" if address.endswith("/") else address.lstrip("/"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<html><head>{head}</head><body><main>{text}</main></body></html>", encoding="utf-8")


def test_a_page_is_new_changed_or_gone(old: Path, new: Path) -> None:
    put(old, "/", "<h1>Lessen</h1><p>1 les</p><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>Einde</p>")
    put(new, "/", "<h1>Lessen</h1><p>2 lessen</p><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>Slot</p>")
    put(old, "/weg/", "<p>Weg</p>")
    put(new, "/404.html", "<p>Nieuw</p>")
    assert page_changes(old, new) == (
        PageChange("/404.html", "new", ("+Nieuw",)),
        PageChange("/", "changed", (" # Lessen", "-1 les", "+2 lessen", " a", " b", "…", " e", " f", "-Einde", "+Slot")),
        PageChange("/weg/", "gone"),
    )


def test_what_no_reader_sees_is_no_change(old: Path, new: Path) -> None:
    put(old, "/", "<p>Tekst</p>", head='<link rel="stylesheet" href="a.css">')
    put(new, "/", '<p class="groot">Tekst</p>', head='<link rel="stylesheet" href="b.css">')
    put(new, "/patronen/card/", "<p>Alleen bij het bouwen</p>")
    for site in (old, new):
        put(site, "/gelijk/", "<p>Tekst</p>")
    assert page_changes(old, new) == ()


def test_what_changed_most_comes_first(old: Path, new: Path) -> None:
    for address, text in (("/a/", "<p>1</p>"), ("/b/", "<p>1</p><p>2</p>"), ("/c/", "<p>1</p>")):
        put(old, address, "")
        put(new, address, text)
    assert [change.address for change in page_changes(old, new)] == ["/b/", "/a/", "/c/"]


def test_a_long_page_is_cut_and_says_so(old: Path, new: Path) -> None:
    put(new, "/", "".join(f"<p>{number} {'x' * LONGEST_LINE}</p>" for number in range(MOST_LINES + 7)))
    old.mkdir()
    (change,) = page_changes(old, new)
    assert (len(change.lines), change.left_out) == (MOST_LINES, 7)
    assert change.lines[0] == f"+0 {'x' * (LONGEST_LINE - 3)}…"
