"""The search index is made of the written site; a build without one fails."""

import re

import pytest

from doetank.search import SearchFailed, index_site

from .sites import built_content, built_example

PARTS = re.compile(r'<meta name="pagefind-parts"[^>]*>')


def write(folder, body):
    (folder / "lessen" / "les").mkdir(parents=True)
    (folder / "lessen" / "les" / "index.html").write_text(
        f'<!doctype html><html lang="nl"><head><title>T</title></head><body><main data-pagefind-body>{body}</main></body></html>'
    )


def test_a_site_gets_an_index(tmp_path):
    write(tmp_path, "<h1>Les</h1><p>Klein beginnen werkt.</p>")
    index_site(tmp_path, ["/lessen/les/"])
    assert (tmp_path / "pagefind" / "pagefind.js").exists()
    assert list((tmp_path / "pagefind" / "fragment").iterdir())


def test_an_empty_site_has_no_index_and_fails(tmp_path):
    with pytest.raises(SearchFailed):
        index_site(tmp_path, [])


def test_a_site_in_which_no_page_may_be_found_fails(tmp_path):
    write(tmp_path, '<div data-pagefind-ignore="all">niets</div>')
    with pytest.raises(SearchFailed):
        index_site(tmp_path, ["/over/"])


def test_only_the_pages_that_may_be_found_are_read(tmp_path):
    write(tmp_path, "<h1>Les</h1>")
    (tmp_path / "lessen" / "index.html").write_text('<!doctype html><html lang="nl"><body data-pagefind-body>Een lange lijst</body></html>')
    index_site(tmp_path, ["/lessen/les/", "/over/", "/en/lessen/les/"])
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 1


@pytest.mark.parametrize("built", [built_content, built_example], ids=["content", "example"])
def test_the_parts_of_compounds_let_the_index_grow_by_five_percent_at_most(built, tmp_path):
    assert size_of_index(built(), tmp_path / "with") <= 1.05 * size_of_index(built(), tmp_path / "without", parts=False)


def size_of_index(site, folder, parts=True):
    """Bytes of what Pagefind keeps of a site's pages; its programs, which are always equal, are left out."""
    pages = {file.relative_to(site): file.read_text(encoding="utf-8") for file in site.rglob("index.html")}
    found = {name: html for name, html in pages.items() if "data-pagefind-body" in html}
    for name, html in found.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(html if parts else PARTS.sub("", html), encoding="utf-8")
    index_site(folder, [f"/{name.parent.as_posix()}/" for name in found])
    return sum(file.stat().st_size for kind in ("index", "fragment", "filter") for file in (folder / "pagefind" / kind).iterdir())
