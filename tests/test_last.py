"""What the last build wrote, as the next one knows it."""

from doetank.build.files import put
from doetank.build.last import Last, Made, as_text, last_from, made_from, what_is_there, what_was_written


def test_what_was_kept_is_what_was_told(tmp_path):
    seen = put(tmp_path, "a/index.html", "é".encode())
    last = Last(tmp_path, {"a/index.html": seen}, {"/a/": "sleutel\n"}, "index", ("/a.json",), Made("van", "daar", {"Lessons": 2}, 1))
    assert last_from(as_text(last), tmp_path) == last
    assert made_from(as_text(last)) == last.made


def test_where_nothing_was_kept_nothing_is_known(tmp_path):
    assert last_from(None, tmp_path) == Last(tmp_path)
    assert made_from(None) == Made()


def test_what_was_written_is_there_until_somebody_touches_it(tmp_path):
    files = {name: put(tmp_path, name, name.encode()) for name in ("b", "a/b", "a/a")}
    assert what_is_there(tmp_path) == what_was_written(files)
    put(tmp_path, "a/c", b"")
    assert what_is_there(tmp_path) != what_was_written(files)
    (tmp_path / "a" / "c").unlink()
    assert what_is_there(tmp_path) == what_was_written(files)
    (tmp_path / "b").unlink()
    assert what_is_there(tmp_path) != what_was_written(files)
