"""Clean HTML to what can be printed: nothing that the allow-list lets through is lost."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.bodies.allowed import TAGS, clean
from doetank.paper.document import (
    Aside,
    Break,
    Code,
    Content,
    Definitions,
    Footnote,
    Foreign,
    Heading,
    InLanguage,
    Items,
    Link,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Styled,
    Table,
)
from doetank.paper.html_blocks import body_blocks, inline_content

from .builders import record_body

PAGE = "https://example.org/jaarlessen/2024/"


def paragraph(html: str) -> Content:
    return inline_content(html, PAGE)


def texts(value: object) -> Iterator[str]:
    """Every text in a document, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (text for item in value for text in texts(item))
    elif dataclasses.is_dataclass(value):
        names = (field.name for field in dataclasses.fields(value) if field.name not in ("address", "style", "language"))
        yield from (text for name in names for text in texts(getattr(value, name)))


def test_words_keep_their_emphasis_and_code():
    assert paragraph("Een <strong>vet</strong>, <em>schuin</em> en <code>#let  x</code> woord.") == (
        "Een ",
        Styled("strong", ("vet",)),
        ", ",
        Styled("emph", ("schuin",)),
        " en ",
        Code("#let  x"),
        " woord.",
    )


def test_an_address_is_a_whole_one_on_paper():
    assert [paragraph(f'<a href="{href}">hier</a>') for href in ("/lessen/a/", "#noot", "https://x.nl/é b", "mailto:info@x.nl")] == [
        (Link("https://example.org/lessen/a/", ("hier",)),),
        (Link("https://example.org/jaarlessen/2024/#noot", ("hier",)),),
        (Link("https://x.nl/%C3%A9%20b", ("hier",)),),
        (Link("mailto:info@x.nl", ("hier",)),),
    ]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "http://[half", " "])
def test_a_link_that_leads_nowhere_from_paper_is_only_words(href: str):
    assert paragraph(f'<a href="{href}">hier</a>') == ("hier",)


def test_a_line_ends_where_its_author_ended_it():
    assert paragraph("een <br> twee<wbr>drie") == ("een", Break(), "twee\u200bdrie")


def test_an_abbreviation_is_explained_once():
    shown = paragraph('<abbr title="Algemene wet">Awb</abbr> en <abbr title="Algemene wet">Awb</abbr>')
    assert shown == ("Awb (Algemene wet) en Awb",)


def test_words_in_another_language_say_so():
    assert paragraph('een <span lang="en-GB">pilot</span>') == ("een ", Foreign("en", ("pilot",)))
    assert body_blocks('<p lang="fy">Moai</p><h2 lang="fy">Kop</h2>', PAGE) == (
        InLanguage("fy", (Paragraph(("Moai",)),)),
        Heading(2, (Foreign("fy", ("Kop",)),)),
    )


def test_footnotes_stand_where_they_are_called():
    blocks = record_body("Tekst[^1].\n\n[^1]: De noot[^2].\n\n    Meer.\n\n[^2]: Dieper.\n")
    note = Footnote(("De noot", " (", "Dieper.", ")", ".", Break(), "Meer."))
    assert body_blocks(blocks, PAGE) == (Paragraph(("Tekst", note, ".")),)


def test_lists_in_lists_keep_their_numbers():
    assert body_blocks("<ol start='3'><li>drie<ul><li>onder</li></ul></li><li><p>vier</p></li></ol>", PAGE) == (
        Items(((Paragraph(("drie",)), Items(((Paragraph(("onder",)),),))), (Paragraph(("vier",)),)), start=3),
    )


def test_a_table_has_its_header_and_a_cell_that_spans_is_told_in_each_place():
    html = (
        "<table><caption>Wat</caption><thead><tr><th>A</th><th class='align-right'>B</th></tr></thead>"
        "<tbody><tr><th rowspan='2'>x</th><td>1</td></tr><tr><td>2</td></tr><tr><td colspan='2'>3</td></tr></tbody></table>"
    )
    strong = (Styled("strong", ("x",)),)
    rows = ((strong, ("1",)), (strong, ("2",)), (("3",), ("3",)))
    assert body_blocks(html, PAGE) == (Table((("A",), ("B",)), rows, ("Wat",), numbers=(1,)),)


def test_a_first_row_of_header_cells_is_the_header():
    html = "<table><tbody><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></tbody></table>"
    assert body_blocks(html, PAGE) == (Table((("A",), ("B",)), ((("1",), ()),)),)


def test_a_span_that_fills_the_world_does_not():
    (table,) = body_blocks("<table><tbody><tr><td colspan='99999999'>a</td></tr></tbody></table>", PAGE)
    assert isinstance(table, Table)
    assert len(table.rows[0]) == 40


def test_terms_that_share_an_explanation_stand_together():
    assert body_blocks("<dl><dt>a</dt><dt>b</dt><dd>een</dd><dd>twee</dd><dt>c</dt><dd>drie</dd></dl>", PAGE) == (
        Definitions(((("a", ", ", "b"), (Paragraph(("een",)), Paragraph(("twee",)))), (("c",), (Paragraph(("drie",)),)))),
    )


def test_what_is_set_apart_or_folded_away_is_told_under_its_title():
    assert body_blocks(record_body('!!! note "Let op"\n    Kijk uit.\n\n??? "Meer"\n    Nog iets.\n'), PAGE) == (
        Aside(("Let op",), (Paragraph(("Kijk uit.",)),)),
        Aside(("Meer",), (Paragraph(("Nog iets.",)),)),
    )


def test_a_picture_is_told_by_its_text_and_what_stands_below_it():
    html = '<figure class="figure"><img src="/media/a.png" alt="Een brief"><figcaption>De eerste brief</figcaption></figure>'
    assert body_blocks(html, PAGE) == (Quotation((Paragraph(("Een brief",)), Paragraph((Styled("emph", ("De eerste brief",)),)))),)


def test_code_keeps_its_lines():
    assert body_blocks("<pre><code>#let x\n  *y*\n</code></pre><hr>", PAGE) == (Listing("#let x\n  *y*"), Rule())


def test_headings_never_skip_a_level_and_begin_where_they_are_put():
    html = "<h4>diep</h4><h2>hoog</h2><h5>dieper</h5><h6>nog dieper</h6><h3>terug</h3>"
    assert [block.level for block in body_blocks(html, PAGE) if isinstance(block, Heading)] == [2, 2, 3, 4, 3]


def test_a_heading_inside_something_else_is_no_part_of_the_order():
    assert body_blocks("<blockquote><h4>kop</h4></blockquote>", PAGE) == (
        Quotation((Paragraph((Styled("strong", ("kop",)),)),)),
    )  # fmt: skip


QUOTES = str.maketrans("“”", "  ")
WORDS = st.text("abcdefgh", min_size=1, max_size=4)
SHOWN = st.sampled_from(sorted(TAGS - {"br", "hr", "img", "wbr"}))
TREES = st.recursive(WORDS, lambda inside: st.tuples(SHOWN, st.lists(inside, min_size=1, max_size=4)), max_leaves=12)


def html_of_tree(tree: Any) -> str:
    if isinstance(tree, str):
        return f" {tree} "
    return f"<{tree[0]}>{''.join(map(html_of_tree, tree[1]))}</{tree[0]}>"


@given(st.lists(TREES, min_size=1, max_size=4))
def test_no_word_is_lost_whatever_stands_in_whatever(trees):
    html = clean("".join(map(html_of_tree, trees)))
    kept = "".join(child if child.isalpha() else " " for child in _without_tags(html)).split()
    found = " ".join(texts(body_blocks(html, PAGE))).translate(QUOTES).split()
    assert sorted(filter(str.isalpha, found)) == sorted(kept)


def _without_tags(html: str) -> str:
    inside, shown = False, []
    for character in html:
        inside = inside or character == "<"
        shown.append(" " if inside else character)
        inside = inside and character != ">"
    return "".join(shown)
