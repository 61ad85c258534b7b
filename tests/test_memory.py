"""What a build tells the next one."""

import pytest

from doetank.build.files import put
from doetank.build.last import Last
from doetank.build.memory import Memory

from .sites import site


@pytest.fixture
def build(tmp_path):
    """What a build knows that begins now."""
    for name in ("content", "theme"):
        (tmp_path / name).mkdir()
    (tmp_path / "content" / "een.md").write_text("een")
    settings = {"PATH": str(tmp_path / "content"), "THEME": str(tmp_path / "theme")}
    return lambda: Memory(tmp_path / "cache", tmp_path / "output", settings, site(), pytest.fail)


def written(folder):
    return Last(folder, {"index.html": put(folder, "index.html", b"een")})


def test_a_build_of_the_same_finds_its_output_current(tmp_path, build):
    with build() as memory:
        memory.keep(written(tmp_path / "output"))
    with build() as memory:
        assert memory.is_current


def test_a_text_that_changed_while_the_site_was_built_and_back_again_is_built_again(tmp_path, build):
    text = tmp_path / "content" / "een.md"
    with build() as memory:
        text.write_text("twee")
        memory.keep(written(tmp_path / "output"))
    text.write_text("een")
    with build() as memory:
        assert not memory.is_current
