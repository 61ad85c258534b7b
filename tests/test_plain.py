"""The short way for plain bodies gives what Python-Markdown, the checks and the clean-up give, or nothing at all."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doetank import urls
from doetank.bodies import Body, Converter
from doetank.bodies.allowed import clean
from doetank.bodies.links import Places
from doetank.bodies.pictures import by_address
from doetank.bodies.plain import plain_body
from doetank.front_matter import read_document
from doetank.pictures import Picture, is_picture
from doetank.sources import find_media, find_sources

from .benchmark.corpus import write_records
from .sites import CONTENT, EXAMPLE

REFUSED = Path(__file__).parent / "refused"


class Written(NamedTuple):
    """A body as it stands in a file, with all it can refer to."""

    text: str
    name: str
    line: int
    language: str
    converter: Converter

    def both(self) -> tuple[Body | None, Body | None]:
        """The short way's answer, and that of the whole way when nothing is wrong with the text."""
        full, problems = self.converter.full_body(self.text, self.name, f"content/{self.name}", self.line, self.language)
        return self.short(), None if problems else full

    def short(self) -> Body | None:
        places = self.converter.places
        pictures = by_address(places.pictures.values())
        return plain_body(self.text, self.name, f"content/{self.name}", self.line, self.language, places, pictures)

    def is_plain(self) -> bool:
        """Whether the short way answers, after making sure that it answers right."""
        short, full = self.both()
        assert short in (None, full)
        return short is not None


def written_in(content: Path) -> Iterator[Written]:
    """Every body of a folder; each picture counts as one, also one that cannot be read."""
    sources, _ = find_sources(content, "content", ("nl", "en"))
    media = frozenset(find_media(content))
    pictures = {name: Picture(name, 800, 600, "0123456789abcdef", "jpeg") for name in media if is_picture(name)}
    addresses = {source.name: urls.record(source.type, source.id, source.language or "nl", "nl") for source in sources}
    converter = Converter(Places(addresses, media, pictures))
    for source in sources:
        document, _ = read_document(source.read(), source.path)
        if document and document.body.strip():
            yield Written(document.body, source.name, document.body_line, source.language or "nl", converter)


PICTURE = Picture("media/foto.jpg", 800, 600, "0123456789abcdef", "jpeg")
ADDRESSES = {"lessons/begin-klein.md": "/lessen/begin-klein/", "pages/over.md": "/over/"}
CONVERTER = Converter(Places(ADDRESSES, frozenset({"media/zaal.svg", "media/een brief.pdf", PICTURE.name}), {PICTURE.name: PICTURE}))


def written(text: str, language: str = "nl") -> Written:
    return Written(text, "lessons/begin-klein.md", 7, language, CONVERTER)


# What people wrote


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["content", "example"])
def test_of_what_people_wrote_most_is_plain_and_comes_out_the_same(content: Path) -> None:
    plain = [body.is_plain() for body in written_in(content)]
    assert sum(plain) >= 0.8 * len(plain)


def test_texts_like_those_of_the_benchmark_are_plain(tmp_path: Path) -> None:
    write_records(tmp_path / "content", 200)
    plain = [body.is_plain() for body in written_in(tmp_path / "content")]
    assert plain == [True] * 200


def test_a_text_with_a_mistake_is_not_plain() -> None:
    folders = sorted(folder for folder in REFUSED.glob("*/content") if folder.is_dir())
    bodies = [body for folder in folders for body in written_in(folder)]
    plain = [body.is_plain() for body in bodies]
    assert any(plain)  # of those the mistake is elsewhere in the file
    assert sum(body.both()[1] is None for body in bodies) > 10


# What is plain

PLAIN = [
    "Een zin.",
    "\n\nMeer\nregels; \"zo\" en 'zo'.",
    "a > b, é “ü” ² \u200b 😀",
    "Een.\n\n\n\nTwee.\n\n\nDrie.",
    "Een *zin* met **nadruk**, _zo_ (*of* zo), en ` een * -> code `.",
    "*Een*, **twee**.\n**Drie** en _vier_",
    "## Kop\n\n### Dieper > “dit”?\n\n#### Nog\n\n## Kop 2",
    "## Kop\nTekst direct eronder.",
    "- een\n- *twee*\n- [drie](/lessen/)",
    "* een\n- twee",
    "1. een\n7. twee",
    "- een\n\n1. twee",
    "- een[^a]\n- twee[^b]\n\n[^a]: A.\n[^b]: B.",
    "| a | b |\n|---|---|\n| 1 | *2* |\n|  | `x` |",
    "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
    "| a |\n|---|\n| 1[^a] |\n\n[^a]: Noot.",
    "> een\n> twee\n>\n> drie\n\nTekst.\n\n> vier",
    "```\ncode > 'x'\n\n\n    meer [^1] ## *\n```",
    "```python\nx\n```\n\nTekst.",
    "Een[^a] en[^b-2].\n\n[^b-2]: De **eerste**,\n    met meer.\n[^a]: De [tweede](#kop).\n\n## Kop",
    "[a]({filename}/pages/over.md#wie) [b]({filename}../pages/over.md) [c]({static}/media/foto.jpg)\n[a]({filename}/pages/over.md#wie)",
    "[a](https://example.org/a_b?c=d#e,f) [b](mailto:a.b@example.org) [c](/lessen/?a=b#c) [d](#kop)",
    "![Een zaal]({static}/media/foto.jpg)",
    "Zie ![een > (lege) zaal](/media/zaal.svg)!",
]


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_plain_markdown_is_plain(text: str, language: str) -> None:
    assert written(text, language).is_plain()


# What looks like it


@pytest.mark.parametrize(
    "text",
    [
        "a <b>b</b>", "a &amp; b", "R&D", "a\\*b", "a\\.", "a\tb", "a\u00a0b", "a\u2009b", "a\u2028b", "a\u3000b", "a\x02b", "a\r\nb", "a \nb", "a  \nb", "a ", " a", "    a",  # letters
        "# a", "#### a", "##a", "## a ##", "## *a*", "## a\n## b\n## c", "## a\n\n## a", "## a\n\n#### b", "## ?", "a\n## b", "##  ",  # headings
        "a\n---", "a\n===", "***", "---", "a\n- b", "a\n> b", "a\n!!! b", "a\n??? b", "+ a", "- a\nb", "- a\n  b", "- a\n    - b", "- a\n\n- b", "- a\n\n* b", "1. a\n\n2. b", "> a\n\n> b", "- a\n\n[^a]: b\n\n- c[^a]", "-  - a", "- # a", "- 1. a", "2. a", "- ٣. a", "- > a", "1. a\n- b", "1) a\n2. b\n\n٣. c",  # lines and lists
        "- ", "- a\n-", "٣. a", "| a |", "| a |\n|---|", "|a|b|\n|:|-|\n|1|2|", "|a|b|\n|-|-|\n|1|", "|a|\n|b|\n|c|", "a | b\n--|--\n1 | 2", "|a|b|\n|-|-|\n|`|`|1|",  # tables
        ">abc", "> a\nbcd", "> a\n>", "> a\nb", ">\n> a", ">", ">\n>\n> a", "> - a", "> a\n>\n>\n> b", ": a", "a\n: b", "a\n\n:   b", "!!! note\n    a", "!!! note", "??? note", "??? note\n    a", "~~~\na\n~~~", "a\n~~~",  # other blocks
        "```\na", "```\n```", "a\n```\nb\n```", "```\na\n```\nb", "```\na\n```\nb\n```", "``` {.x}\na\n```", "````\na\n````", "```\na\n```\n\nb\n```",  # code
        "a*b*", "a**b**", "*a *", "b ** a**", "*a*b", "*a b", "***a***", "**a *b* c**", "*[a](/b/)*", "a_b", "a_b_", "_a_b", "__a__", "``a``", "`a``", "`a``b`", "**a**b", "`a", "*a\nb*", "{a}", "a {b", "*a*{: .lead }", "a\n{: .lead }",  # emphasis
        "[a]", "[a][b]", "[a]: /b/", "[^a]", "[a](<b>)", '[a](/b/ "c")', "[a](b)", "[a](www.a.nl)", "[a](javascript:b)", "[a](HTTPS://a.nl)", "[a](https://a/)", "[a](https://1.2.3.999/)", "[a](https://xn--a.nl/)",  # links
        "[a](https://a.nl/(b))", "[a](https://a.nl:80/)", "[](/b/)", "[a]()", "[a]({filename}/x.md)", "[a]({static}/media/een%20brief.pdf)", "[a [b] c](/d/)", "[*a*](/b/)", "[a\nb](/c/)",
        "![a](https://a.nl/b.png)", "![](/media/zaal.svg)", "![ ](/media/zaal.svg)", '![a "b"](/media/zaal.svg)', '![a](/media/foto.jpg "b")', "![a](#b)", "!\\[a](/b/)",  # images
        "a[^a]", "a\n\n[^a]: b", "a[^a] b[^a]\n\n[^a]: c", "a[^a]\n\n[^a]: b\n[^a]: c", "a[^a]\n\n[^a]: b[^b]\n[^b]: c", "a[^a]\n\n[^a]: b\nc", "a[^a]\n\n[^a]: b\n  c", "a[^a]\n\n[^a]: b\n\n    c", "a[^a]\n\n[^a]: - b",  # notes
        "a[^a]\n[^a]: b", "a[^a]: b\n\n[^a]: c", "## a[^a]\n\n[^a]: b", "## fn-a\n\na[^a]\n\n[^a]: b", "a[^a é]\n\n[^a é]: b", "///Footnotes Go Here///\n\nb[^a]\n\n[^a]: c", "*[a]: b", "*[a] : b",
    ],
)  # fmt: skip
def test_what_is_or_may_be_more_than_plain_is_left_to_python_markdown(text: str) -> None:
    assert written(text).short() is None


# Whatever is written


@cache
def real_blocks() -> tuple[str, ...]:
    blocks = {block for folder in (CONTENT, EXAMPLE) for body in written_in(folder) for block in body.text.split("\n\n")}
    return tuple(sorted(block for block in blocks if len(block) < 300))


MARKS = [
    *" \n*_`#->|:=+~!?[](){}^.0129<&\\\"'\t\x02\x00é٣²\u00a0\u2009\u200b\ufeff\r/;,a", "  ", "    ", "\n\n", "\n\n\n", "**", "__", "```", "```\n", "~~~", "## ", "# ", "- ", "* ", "1. ", "> ", "| ", "|-|\n", "](", "![",
    "]:", "] :", "*[", "---", "===", "***", "{: ", "{#a}", "!!! note", "??? note", "\n- ", "\n* ", "\n1. ", "\n> ", "\n# ", "\n    ", "\n:   ", "[^a]", "[^a]: ", "[^b]: x", "[a]: b", "https://", "/", "&#160;", "<b>", "{filename}", "{static}/media/zaal.svg",
    "*a*", "**a**", "_a_", "`a`", "[x](/a/)", "![x](/media/zaal.svg)", "///Footnotes Go Here///",
]  # fmt: skip
PLACES_IN = st.integers(0, 300)
EDITS = st.lists(
    st.tuples(PLACES_IN, st.integers(0, 3), st.sampled_from(MARKS) | st.sampled_from(PLAIN) | st.characters(codec="utf-8")), max_size=5
)
PARTED = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n\n\n\n", "\n"])


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """`text` with pieces put in, each in the place of some letters."""
    for place, removed, piece in edits:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + removed :]
    return text


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Plain and real blocks in any order, with a few edits."""
    blocks = draw(st.lists(st.sampled_from(PLAIN) | st.deferred(lambda: st.sampled_from(real_blocks())), min_size=1, max_size=4))
    return edited(draw(PARTED).join(blocks), draw(EDITS))


@settings(max_examples=400)
@given(bodies(), st.sampled_from(["nl", "en"]))
def test_almost_plain_texts_come_out_the_same_or_not_at_all(text: str, language: str) -> None:
    written(text, language).is_plain()


@settings(max_examples=400)
@given(st.lists(st.sampled_from(MARKS) | st.sampled_from(["a", "b ", " c", "d."]), max_size=12).map("".join))
def test_markup_in_any_order_comes_out_the_same_or_not_at_all(text: str) -> None:
    written(text).is_plain()


ADDRESSED = ["https://", "https://a.nl", "http://a.bc/", "mailto:a@b.nl", "/", "#", "{filename}/pages/over.md", "{filename}", "{static}/media/", ""]  # fmt: skip
FURTHER = [*"abz09.-_~/?#=%+,:;@!$&(*'é ", "..", "//", "--", "xn--", "%2", "%20", ".nl", "{filename}", "{static}"]
LINKED = ["[x](%)", "![x](%)", "a [x](%), b [y](%).", "x[^1]\n\n[^1]: [y](%)\n\n[x](%)"]


@settings(max_examples=300)
@given(st.sampled_from(LINKED), st.sampled_from(ADDRESSED), st.lists(st.sampled_from(FURTHER), max_size=6).map("".join))
def test_links_lead_to_the_same_place_or_are_left(text: str, begin: str, further: str) -> None:
    written(text.replace("%", begin + further)).is_plain()


# Whatever somebody tries

HOSTILE = [
    *">\"'`=;:/!-#%?()@ a\u00ad\u200b\u202e\u2066\ufeff\ufffd\ufffe\U0001f600\U0010ffff\u0301\u0130\ufb01\x7f\x85\x00", "<", "&", "<script>", "</p>", "&lt;", "&#60;", "&quot;", "-->", "<!--", "]]>", "?>",
    '" onerror="a', "' onload='a", "javascript:a", "JaVaScRiPt:a", "java\nscript:a", "data:text/html,a", "vbscript:a", 'https://a.nl/"onclick=a', "//a.nl", "\\\\a.nl", "http:a", "https:/a.nl",
    "https://a@b.nl", 'https://a.nl#"', "mailto:a@b.nl?subject=<b>", "/\u2215a", '#">', "{static}/media/zaal.svg", "{filename}/pages/over.md", '"title"', ' "a"', "style=a", "a>b", "\u2029",
]  # fmt: skip
SLOTS = [
    "%", "## %", "## A\n\n### a % b", "- %\n- b", "1. %", "> %\n> b", "```\n%\n```", "```%\na\n```", "`%`", "**%**", "*a %*", "_% a_", "[%](/lessen/)", "[a](%)", "[a](/%)", "[a](#%)", "[a](https://a.nl/%)", "[a](https://%)", "[a](mailto:%)",
    "![%](/media/zaal.svg)", "![a %](/media/foto.jpg)", "![a](%)", "![a]({static}/%)", "| a % | b |\n|---|:-:|\n| % | `%` |", "a[^a]\n\n[^a]: %", "a[^%]\n\n[^%]: b", "## Kop\n\n% [a](#kop)",
]  # fmt: skip
TRIED = st.lists(st.sampled_from(HOSTILE) | st.characters(codec="utf-8"), min_size=1, max_size=4).map("".join)


def harmless(text: str) -> None:
    """The short way gives what the whole way gives, and the clean-up finds nothing in it to take away or to write otherwise."""
    body = written(text)
    body.is_plain()
    short = plain_body(text, body.name, "", 1, "nl", CONVERTER.places, {})
    assert short is None or clean(short.html) == short.html


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(SLOTS), min_size=1, max_size=3).map("\n\n".join), TRIED)
def test_what_is_hostile_comes_out_clean_or_not_at_all(text: str, tried: str) -> None:
    harmless(text.replace("%", tried))


@pytest.mark.parametrize("slot", SLOTS)
def test_each_letter_comes_out_clean_or_not_at_all(slot: str) -> None:
    letters = [chr(code) for code in (*range(0x3000), *range(0xF900, 0x10000), 0x1F600, 0xE0001, 0x10FFFF)]
    some = "".join(letters[:0x80]) + "".join(letters[0x80 :: len(slot) + 13])
    for letter in some:
        harmless(slot.replace("%", f"a{letter}b"))
