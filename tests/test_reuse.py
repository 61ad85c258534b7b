"""What an earlier build of the same process read, compiled, rendered and wrote, and when that may be used again."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from doetank.build.environment import ASKS_LIBRARY, environments
from doetank.build.read_before import ReadBefore
from doetank.build.render import TemplateFailed
from doetank.build.rendered_before import RenderedBefore
from doetank.build.update import Wanted, copy_of, found_in, update
from doetank.library import Library
from doetank.pages import Page
from doetank.pipeline import read_library
from doetank.problems import ContentError
from doetank.reading import Parsed, Reader
from doetank.sources import Source

from .sites import EXAMPLE, lesson, library_of, site

TEMPLATES = {
    "a.html": '{% from "part.html" import part %}{{ part(text) }}',
    "b.html": "{{ text | inline }}",
    "part.html": "{% macro part(text) %}<p>{{ text }}</p>{% endmacro %}",
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []
    ours = Reader.read

    def noted(reader: Reader, source: Source, content: bytes) -> Parsed:
        names.append(source.name)
        return ours(reader, source, content)

    monkeypatch.setattr(Reader, "read", noted)
    return names


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "vocabulary.yml").write_bytes((EXAMPLE / "vocabulary.yml").read_bytes())
    for name in ("a", "b"):
        (tmp_path / "lessons" / f"{name}.md").write_text(lesson(title=name), encoding="utf-8")
    return tmp_path


def titles(content: Path, before: ReadBefore) -> list[str]:
    return [entry.record.title for entry in read_library(content, site(), before=before).all("lesson")]


def test_only_a_file_with_other_bytes_is_read_again(content: Path, read: list[str]) -> None:
    before = ReadBefore()
    assert titles(content, before) == ["a", "b"]
    (content / "lessons" / "b.md").write_text(lesson(title="c"), encoding="utf-8")
    os.utime(content / "lessons" / "a.md")
    assert titles(content, before) == ["a", "c"]
    assert read == ["lessons/a.md", "lessons/b.md", "lessons/b.md"]


def test_only_what_links_to_a_file_that_moved_is_read_again(content: Path, read: list[str]) -> None:
    a, b = content / "lessons" / "a.md", content / "lessons" / "b.md"
    a.write_text(f"{lesson(title='a')}\n[Daar]({{filename}}/lessons/b.md) meer.\n", encoding="utf-8")
    (content / "lessons" / "d.md").write_text(lesson(title="d"), encoding="utf-8")
    before = ReadBefore()
    assert titles(content, before) == ["a", "b", "d"]
    b.rename(content / "lessons" / "c.md")
    with pytest.raises(ContentError):
        titles(content, before)
    (content / "lessons" / "c.md").rename(b)
    assert titles(content, before) == ["a", "b", "d"]
    assert read[3:] == ["lessons/a.md", "lessons/c.md", "lessons/a.md", "lessons/b.md"]


def test_everything_is_read_again_when_the_vocabulary_changes(content: Path, read: list[str]) -> None:
    before = ReadBefore()
    titles(content, before)
    words = (content / "vocabulary.yml").read_text(encoding="utf-8")
    (content / "vocabulary.yml").write_text(words.replace("nl: ", "nl: Anders ", 1), encoding="utf-8")
    titles(content, before)
    assert read[2:] == ["lessons/a.md", "lessons/b.md"]


def test_an_edition_is_read_again_when_it_was_changed() -> None:
    before = ReadBefore()
    first = read_library(EXAMPLE, site(), before=before)
    assert read_library(EXAMPLE, site(), before=before).editions == first.editions
    fresh = read_library(EXAMPLE, site())
    assert fresh.editions.keys() == first.editions.keys()
    assert [entry.record for entry in fresh.everything()] == [entry.record for entry in first.everything()]


def environment(texts: Mapping[str, str]) -> Environment:
    return Environment(loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined)


def pages(**texts: str) -> tuple[Page, ...]:
    return tuple(Page(f"/{name}/", name, name, values={"text": text}) for name, text in texts.items())


def same(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> list[str]:
    """The pages that were not rendered again."""
    return [address for address, html in first.items() if second.get(address) is html]


@pytest.fixture
def library() -> Library:
    return library_of({"lessons/les.md": lesson()})


def test_only_a_page_with_other_values_is_rendered_again(library: Library) -> None:
    before, theme = RenderedBefore(), environment(TEMPLATES)
    first = before.render(pages(a="een", b="twee"), theme, [library])
    second = before.render(pages(a="drie", b="twee"), theme, [library])
    assert second == {"/a/": b"<p>drie</p>", "/b/": b"twee"}
    assert same(first, second) == ["/b/"]


def test_a_changed_template_reaches_the_pages_that_use_it_and_no_other(library: Library) -> None:
    before, texts = RenderedBefore(), dict(TEMPLATES)
    first = before.render(pages(a="een", b="twee"), environment(texts), [library])
    texts["part.html"] = texts["part.html"].replace("p>", "b>")
    second = before.render(pages(a="een", b="twee"), environment(texts), [library])
    assert second == {"/a/": b"<b>een</b>", "/b/": b"twee"}
    assert same(first, second) == ["/b/"]


def test_a_page_is_rendered_again_when_the_library_answers_its_template_otherwise() -> None:
    before, theme = RenderedBefore(), environment(TEMPLATES)
    text = "Een [bericht]({filename}/lessons/les.md)."
    texts = {"lessons/les.md": lesson(), "lessons/b.md": lesson(title="B", advice=f'"{text}"')}
    first = before.render(pages(a="een", b=text), theme, [library_of(texts)])
    assert b'href="/lessen/les/"' in first["/b/"]
    second = before.render(pages(a="een", b=text), theme, [library_of({"lessons/les.md": lesson()})])
    assert same(first, second) == ["/a/"]
    assert b"href" not in second["/b/"]


def test_other_choices_of_the_site_reach_every_page() -> None:
    before, theme = RenderedBefore(), environment(TEMPLATES)
    first = before.render(pages(a="een"), theme, [library_of({"lessons/les.md": lesson()})])
    second = before.render(pages(a="een"), theme, [library_of({"lessons/les.md": lesson()}, url="https://other.example")])
    assert same(first, second) == []


def test_a_template_that_fails_leaves_what_was_rendered(library: Library) -> None:
    before, texts = RenderedBefore(), dict(TEMPLATES)
    first = before.render(pages(a="een", b="twee"), environment(texts), [library])
    with pytest.raises(TemplateFailed, match=r"^a.html:1: "):
        before.render(pages(a="een", b="twee"), environment({**texts, "a.html": "{% onzin %}"}), [library])
    assert same(first, before.render(pages(a="een", b="twee"), environment(texts), [library])) == ["/a/", "/b/"]


def test_every_filter_that_looks_into_the_library_is_heard(library: Library) -> None:
    """Asked of another library, all others answer from their arguments alone: they hold no library."""
    told = environments(environment(TEMPLATES), [library])["nl"]
    holds = [name for name, ask in told.filters.items() if _holds_library(ask)]
    assert sorted(holds) == sorted(ASKS_LIBRARY)


def _holds_library(ask: object) -> bool:
    cells = getattr(ask, "__closure__", None) or ()
    return any(isinstance(cell.cell_contents, Library) for cell in cells) or isinstance(getattr(ask, "__self__", None), Library)


def test_a_folder_gets_what_is_new_or_other_and_loses_what_is_gone(tmp_path: Path) -> None:
    folder, source = tmp_path / "site", tmp_path / "font.woff2"
    source.write_bytes(b"font")
    for name in ("old/index.html", "pagefind/index", "kept.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"earlier")
    first: Wanted = {"kept.html": b"earlier", "new/index.html": b"new", "font.woff2": copy_of(source)}
    assert sorted(update(folder, found_in(folder, "pagefind"), first)) == ["font.woff2", "kept.html", "new/index.html", "old/index.html"]
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert names == ["font.woff2", "kept.html", "new/index.html", "pagefind/index"]
    assert not (folder / "old").exists()
    assert update(folder, first, {**first, "new/index.html": b"newer"}) == ("new/index.html",)
    assert (folder / "new" / "index.html").read_bytes() == b"newer"
    source.write_bytes(b"other font")
    assert update(folder, first, {**first, "font.woff2": copy_of(source)}) == ("font.woff2",)
