"""The search index is made of the written site; a build without one fails."""

import pytest

from doetank.search import SearchFailed, index_site


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
