"""Texts of others in Markdown on GitHub."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.github_markdown import code, fenced, fitting, folded, literal, one_line

LIVE = re.compile(r"@\w|#\d|\bGH-\d|\bwww\.|://|(?<!\\)(?:\\\\)*[*_`\[\]<>~|$]", re.IGNORECASE)
"""What GitHub would make something of: a name, a number of an issue, an address, or Markdown."""
ALIVE = "@#GHwgh-.:/hpst1*_`[]()<>~|$!\\& \n\r\t\u202eab"
texts = st.text(st.sampled_from(ALIVE), max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Alle gemeenten", "Alle gemeenten"),
        ("@everyone", "@<!-- -->everyone"),
        ("Fixes #12, GH-3", r"Fixes \#<!-- -->12, GH<!-- -->-3"),
        ("https://example.org www.example.org", "https:<!-- -->//example.org www<!-- -->.example.org"),
        ("![](http://example.org/x.png)", r"\!\[\]\(http:<!-- -->//example.org/x.png\)"),
        ("</details><img src=x>", r"\</details\>\<img src=x\>"),
        ("één\n\n# kop\r\n- punt", r"één \#<!-- --> kop - punt"),
        ("a\u202eb\x00c", "a b c"),
    ],
)
def test_a_text_in_a_line_stays_what_was_written(text: str, shown: str) -> None:
    assert literal(text) == shown


@given(texts)
def test_nothing_in_a_line_does_anything(text: str) -> None:
    shown = literal(text)
    # GitHub takes the mark away only after it has looked for names, issues and addresses on either side of it.
    assert not LIVE.search(shown.replace("<!-- -->", "\ufffc"))
    assert len(shown.splitlines()) <= 1
    assert re.sub(r"\\(.)", r"\1", shown.replace("<!-- -->", "")) == one_line(text)


@given(texts)
def test_code_in_a_line_cannot_be_closed_from_inside(text: str) -> None:
    shown = code(text)
    fence = re.match("`+", shown)
    assert fence
    assert shown.endswith(fence[0])
    inside = shown[len(fence[0]) : -len(fence[0])]
    assert inside
    assert inside.strip(" ") == one_line(text)
    assert fence[0] not in re.findall("`+", inside)


@given(st.lists(texts, max_size=5))
def test_a_block_cannot_be_closed_from_inside(lines: list[str]) -> None:
    first, *inside, last = fenced(tuple(lines), "diff").split("\n")
    assert first == f"{last}diff"
    assert len(inside) == len(lines)
    assert not any(last in line for line in inside)


def test_what_opens_has_a_name_that_is_text() -> None:
    assert folded("Nieuw:", "/@a/</code>\n\n</summary>/", "inhoud") == (
        "<details><summary>Nieuw: <code>/@a/&lt;/code&gt; &lt;/summary&gt;/</code></summary>\n\ninhoud\n\n</details>"
    )


def test_blocks_are_kept_whole_and_a_missing_one_is_told() -> None:
    assert fitting(["één", "twee"], 100, "meer") == "één\n\ntwee"
    assert fitting(["één", "t" * 90, "drie"], 50, "meer") == "één\n\nmeer"
