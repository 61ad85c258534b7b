"""A body becomes safe HTML; what may not stand is told, and nothing disappears in silence."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from doetank.bodies import Converter, Heading
from doetank.bodies.links import Places
from doetank.bodies.tree import HeadingOrder
from doetank.pictures import Picture

from .builders import shown, told

PICTURE = Picture("media/foto.jpg", 800, 600, "0123456789abcdef", "jpeg")
PLACES = Places(
    {"lessons/begin-klein.md": "/lessen/begin-klein/", "pages/over.md": "/over/"},
    frozenset({"media/zaal.svg", "media/verslag.pdf", PICTURE.name}),
    {PICTURE.name: PICTURE},
)
CONVERTER = Converter(PLACES)


def body(text, name="lessons/begin-klein.md"):
    found, problems = CONVERTER.body(text, name, "a.md", 1, "nl")
    assert problems == ()
    return found


def html(text):
    return body(text).html


def wrong(text):
    return told(CONVERTER.body(text, "lessons/begin-klein.md", "a.md", 1, "nl")[1])


def places(text):
    return [problem.split(": ")[0] for problem in shown(CONVERTER.body(text, "lessons/begin-klein.md", "a.md", 5, "nl")[1])]


# What an author can write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een *zin* met **nadruk**.", "<p>Een <em>zin</em> met <strong>nadruk</strong>.</p>"),
        ("term\n:   uitleg", "<dl>\n<dt>term</dt>\n<dd>uitleg</dd>\n</dl>"),
        ("BSN\n\n*[BSN]: Nummer", '<p><abbr title="Nummer">BSN</abbr></p>'),
        ("## Kop {: #hier }", '<h2 id="hier">Kop</h2>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ('??? note "Meer"\n    tekst', '<details class="note">\n<summary>Meer</summary>\n<p>tekst</p>\n</details>'),
        ('!!! tip "Let op"\n    tekst', '<div class="admonition tip">\n<p class="admonition-title">Let op</p>\n<p>tekst</p>\n</div>'),
        ("Groot.\n{: .lead }", '<p class="lead">Groot.</p>'),
        ("<details><summary>x</summary>y</details>", "<details><summary>x</summary>y</details>"),
        ("Zie <https://example.org/>.", '<p>Zie <a href="https://example.org/">https://example.org/</a>.</p>'),
        ("Mail <info@example.org>.", '<p>Mail <a href="mailto:info@example.org">info@example.org</a>.</p>'),
        ("#woord", "<p>#woord</p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("[TOC]", "<p>[TOC]</p>"),
    ],
)
def test_markdown_becomes_html(text, expected):
    assert html(text).replace('<p class="admonition-title">Let op</p>', '<p class="admonition-title">Let op</p>') == expected


def test_code_is_shown_as_it_is():
    assert "<code" in html("```python\nprint('<b>')\n```")
    assert "&lt;b&gt;" in html("```python\nprint('<b>')\n```")


def test_a_table_scrolls_in_a_region_of_its_own():
    found = html("|a|b|\n|:-|-:|\n|1|2|")
    assert found.startswith('<div aria-label="Tabel, schuift opzij" class="table-region" role="region" tabindex="0"><table>')
    assert '<th class="align-left" scope="col">a</th>' in found
    assert '<td class="align-right">2</td>' in found


def test_an_empty_body_is_empty():
    assert (html(""), html(" \n")) == ("", "")


def test_headings_and_ids_are_known():
    found = body('## Een *kop*\n\nTwee woorden.\n\n### Dieper {: #diep }\n\n<span id="los">x</span>')
    assert found.headings == (Heading(2, "een-kop", "Een kop"), Heading(3, "diep", "Dieper"))
    assert found.ids == {"een-kop", "diep", "los"}


def test_one_text_leaves_nothing_for_the_next():
    body("## Kop\n\nTekst[^1].\n\n[^1]: Noot.\n\n*[BSN]: Nummer")
    assert html("BSN[^1]".replace("[^1]", "")) == "<p>BSN</p>"
    assert body("## Kop").ids == {"kop"}


# Notes


def test_a_footnote_stands_directly_after_the_block_that_refers_to_it():
    found = html("Een[^a].\n\nTwee.\n\n[^a]: De noot.")
    assert re.sub(r"<[^>]+>", "", found).split() == ["EenNoot", "1.", "1", "De", "noot.&nbsp;↩", "Twee."]
    assert 'id="fn-a" role="note"' in found
    assert 'href="#fn-a"' in found


def test_a_note_in_a_note_is_shown_too():
    assert "De derde." in html("Een[^a].\n\n[^a]: De noot[^b].\n[^b]: De tweede[^c].\n[^c]: De derde.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Een[^a].", "footnote `a` has no text; add a line `[^a]: …`"),
        ("`code` en een[^a].", "footnote `a` has no text; add a line `[^a]: …`"),
        ("Een.\n\n[^a]: De noot.", "footnote `a` is not used in the text"),
        ("Een[^a].\n\n[^a]: De noot.\n[^a]: Nog een.", "footnote `a` has a text already; give this one another name"),
    ],
)
def test_a_footnote_has_one_text_and_is_used(text, problem):
    assert wrong(text) == [problem]


def test_a_footnote_in_code_is_code():
    assert wrong("`[^a]`\n\n```\n[^b]\n```") == []


# Headings


def test_headings_start_at_level_two_and_may_come_back():
    assert wrong("## a\n\n### b\n\n#### c\n\n## d\n\n### e") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# a", "a heading of level 1; the title of the page is that, so start at `##`"),
        ("a\n===", "a heading of level 1; the title of the page is that, so start at `##`"),
        ("<h1>a</h1>", "a heading of level 1; the title of the page is that, so start at `##`"),
        ("### a", "heading “a” has level 3, but level 2 was expected; write `##`"),
        ("## a\n\n#### b *c*", "heading “b c” has level 4, but level 3 was expected; write `###`"),
        ("## a\n\n<h4>b</h4>", "heading “<h4>” has level 4, but level 3 was expected; write `###`"),
        ("<h3>a</h3>", "heading “<h3>” has level 3, but level 2 was expected; write `##`"),
        ("## ", "a heading without text"),
    ],
)
def test_headings_skip_no_level(text, problem):
    assert wrong(text) == [problem]


def test_a_skipped_level_is_told_once():
    assert len(wrong("## a\n\n#### b\n\n#### c")) == 1


def test_html_headings_count_where_they_stand():
    assert wrong("## a\n\n<h3>b</h3>\n\n#### c") == []
    assert wrong("#### c\n\n<h2>a</h2>\n\n<h3>b</h3>") == ["heading “c” has level 4, but level 2 was expected; write `##`"]


def test_heading_order_is_a_rule_by_itself():
    order = HeadingOrder()
    assert [order.next(level, "x") is None for level in (2, 3, 4, 2, 4)] == [True, True, True, True, False]


# Links and images


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("{filename}/lessons/begin-klein.md", "/lessen/begin-klein/"),
        ("{filename}begin-klein.md", "/lessen/begin-klein/"),
        ("{filename}../pages/over.md#wie", "/over/#wie"),
        ("{static}/media/verslag.pdf", "/media/verslag.pdf"),
        ("{filename}/media/verslag.pdf", "/media/verslag.pdf"),
        ("{static}/media/verslag.pdf#page=3", "/media/verslag.pdf#page=3"),
        ("/lessen/", "/lessen/"),
        ("/lessen/?a=b#c", "/lessen/?a=b#c"),
        ("#kop", "#kop"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("mailto:info@example.org", "mailto:info@example.org"),
    ],
)
def test_a_link_leads_where_it_says(target, address):
    assert f'href="{address}"' in html(f"[x]({target})")


def test_links_inside_the_site_are_kept_to_be_checked():
    links = body("\n[a](/lessen/#b) en [c](#d), [e]({filename}/pages/over.md) en [f](https://example.org/#g)").links
    assert [(link.path, link.line, link.column, link.inside, link.fragment) for link in links] == [
        ("a.md", 2, 5, "/lessen/", "b"), ("a.md", 2, 24, "", "d"), ("a.md", 2, 33, "/over/", ""),
    ]  # fmt: skip


UNCLEAR = "write {filename}/… for a page of this site, {static}/media/… for a file, or an address with `https://`"


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        (
            "{filename}/lessons/begin-klien.md",
            "`{filename}/lessons/begin-klien.md` leads nowhere; did you mean `{filename}/lessons/begin-klein.md`?",
        ),
        ("{filename}/x.txt", "`{filename}/x.txt` leads nowhere; there is no such file"),
        ("{static}/media/verslg.pdf", "`{static}/media/verslg.pdf` leads nowhere; did you mean `{static}/media/verslag.pdf`?"),
        ("{static}/../geheim.txt", "`{static}/../geheim.txt` leads nowhere; there is no such file"),
        ("{attach}/x.txt", f"`{{attach}}/x.txt`: {UNCLEAR}"),
        ("www.example.org", f"`www.example.org`: {UNCLEAR}"),
        ("../lessen/", f"`../lessen/`: {UNCLEAR}"),
        ("//example.org", "`//example.org`: write the whole address, with `https://`"),
        ("javascript:alert", "`javascript:alert`: a link starts with https, http or mailto"),
        ("JavaScript:alert", "`JavaScript:alert`: a link starts with https, http or mailto"),
        ("data:text/html,x", "`data:text/html,x`: a link starts with https, http or mailto"),
        ("vbscript:x", "`vbscript:x`: a link starts with https, http or mailto"),
        ("ftp://example.org", "`ftp://example.org`: a link starts with https, http or mailto"),
        ("tel:112", "`tel:112`: a link starts with https, http or mailto"),
        ("https://", "`https://` is not an address"),
        ("https://[x", "`https://[x` is not an address"),
        ("", "a link without an address"),
    ],
)
def test_a_link_that_leads_nowhere_or_elsewhere_than_the_web_is_told(target, problem):
    assert wrong(f"[x]({target})") == [problem]


@pytest.mark.parametrize(
    "text",
    [
        '<a href="javascript:alert">x</a>',
        'x <a href="javascript:alert">x</a>',
        '<blockquote cite="javascript:alert">x</blockquote>',
        "[x][1]\n\n[1]: javascript:alert",
    ],
)
def test_raw_html_and_references_obey_the_same_rules_for_links(text):
    assert wrong(text) == ["`javascript:alert`: a link starts with https, http or mailto"]


def test_a_disguised_scheme_is_no_link():
    assert len(wrong("[x](java&#115;cript:alert)")) == 1
    assert "script" not in CONVERTER.body("[x](java&#115;cript:alert)", "a.md", "a.md", 1, "nl")[0].html


def test_an_image_lies_under_media_and_has_a_text():
    assert html("![Een zaal]({static}/media/zaal.svg)") == '<p><img alt="Een zaal" src="/media/zaal.svg"></p>'
    assert wrong("![Een zaal](/media/zaal.svg)") == []


def picture(attributes):
    """The HTML of our picture, with what an author said of it."""
    size = 'width="800" height="600" loading="lazy" decoding="async"'
    address, sizes = "/beeld/foto-0123456789abcdef", "(min-width: 47rem) 43rem, 92vw"
    sources = "".join(
        f'<source type="image/{kind}" srcset="{address}-688.{kind} 688w, {address}-800.{kind} 800w" sizes="{sizes}">'
        for kind in ("avif", "webp")
    )
    return f'<picture>{sources}<img {attributes} src="{address}-800.jpg" {size}></picture>'


PLAIN = picture('alt="Een zaal"')
CAPTION = '<figcaption class="figure__caption">De zaal, *leeg*</figcaption>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie ![Een zaal]({static}/media/foto.jpg).", f"<p>Zie {PLAIN}.</p>"),
        ("![Een zaal](/media/foto.jpg)", f"<p>{PLAIN}</p>"),
        ("![Een zaal](/media/foto.jpg?groot#x)", f"<p>{PLAIN}</p>"),
        ("![]({static}/media/foto.jpg){: .decorative }", "<p>" + picture('alt="" class="decorative"') + "</p>"),
        ("![a > b & “c”]({static}/media/foto.jpg)", "<p>" + picture('alt="a &gt; b &amp; “c”"') + "</p>"),
        ('![Een zaal]({static}/media/foto.jpg "De zaal, *leeg*")', f'<figure class="figure">{PLAIN}{CAPTION}</figure>'),
        ('Zie ![x]({static}/media/foto.jpg "Leeg").', "<p>Zie " + picture('alt="x"').replace(".jpg", '.jpg" title="Leeg') + ".</p>"),
        ("[de foto]({static}/media/foto.jpg)", '<p><a href="/beeld/foto-0123456789abcdef-800.jpg">de foto</a></p>'),
    ],
)
def test_a_picture_is_offered_in_kinds_and_widths_with_its_real_size(text, expected):
    assert html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '<picture><source srcset="/media/foto.jpg"><img src="/media/zaal.svg" alt="x"></picture>',
        '<source srcset="https://example.org/a.avif">',
        '<img src="/media/zaal.svg" alt="x" srcset="https://example.org/a.avif 1x">',
        "![x](/media/zaal.svg){: srcset=https://example.org/a.avif }",
    ],
)
def test_a_picture_is_made_by_us_only(text):
    assert wrong(text)
    made = CONVERTER.body(text, "a.md", "a.md", 1, "nl")[0].html
    assert "<source" not in made
    assert "srcset" not in made


def test_an_image_of_ours_in_raw_html_is_told_to_be_written_in_markdown():
    assert wrong('<img src="/media/foto.jpg" alt="x">') == ["`/media/foto.jpg` works in Markdown only; write `![what it shows](…)`"]


NO_TEXT = "an image without a text; write `![what it shows](…)`, or add `{: .decorative}` when it adds nothing"


@pytest.mark.parametrize(
    "text",
    [
        "![]({static}/media/zaal.svg)",
        "![ ](/media/zaal.svg)",
        '<img src="/media/zaal.svg">',
        '<img src="/media/zaal.svg" alt="">',
        'x <img src="/media/zaal.svg">',
    ],
)
def test_an_image_without_a_text_is_told(text):
    assert wrong(text) == [NO_TEXT]


@pytest.mark.parametrize("text", ["![]({static}/media/zaal.svg){: .decorative }", '<img src="/media/zaal.svg" alt="" class="decorative">'])
def test_a_decorative_image_needs_no_text(text):
    assert wrong(text) == []


@pytest.mark.parametrize(
    "address", ["https://example.org/a.jpg", "http://example.org/a.jpg", "//example.org/a.jpg", "HTTPS://example.org/a.jpg"]
)
def test_an_image_from_elsewhere_tells_who_reads(address):
    assert wrong(f"![x]({address})") == [f"`{address}`: an image from elsewhere tells others who reads; put it under `media/`"]
    assert wrong(f'<img src="{address}" alt="x">') == [
        f"`{address}`: an image from elsewhere tells others who reads; put it under `media/`"
    ]


def test_an_image_inside_the_text_is_refused():
    assert wrong("![x](data:image/gif;base64,AAA)") == ["an image inside the text; put it under `media/`"]


def test_filename_and_static_work_in_markdown_only():
    assert wrong('<a href="{filename}/pages/over.md">x</a>') == ["`{filename}/pages/over.md` works in Markdown only; write `[text](…)`"]


# Raw HTML


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("<script>alert(1)</script>", ["`<script>` may not stand in a text; remove it"]),
        ("x <script>alert(1)</script>", ["`<script>` may not stand in a text; remove it"]),
        ('<iframe src="https://example.org"></iframe>', ["`<iframe>` may not stand in a text; remove it"]),
        ("<svg><g><circle/></g></svg>", ["`<svg>` may not stand in a text; remove it"]),
        ("<font>x</font>", ["`<font>` may not stand in a text; remove it"]),
        ("<p onclick='x'>a</p>", ["`onclick` may not stand on `<p>`; remove it"]),
        ("x <b ONMOUSEOVER=x>a</b>", ["`onmouseover` may not stand on `<b>`; remove it"]),
        ("a\n{: onclick=x }", ["`onclick` may not stand on `<p>`; remove it"]),
        ('<span style="x">a</span>', ["`style` may not stand on `<span>`; remove it"]),
        ('<a href="https://example.org" target="_blank">x</a>', ["`target` may not stand on `<a>`; remove it"]),
        ('<table><tr><td align="left">a</td></tr></table>', ["`align` may not stand on `<td>`; remove it"]),
        ("a\n{: .rood }", ["there is no class `rood`; choose from decorative, example, important, lead, note, quote, tip, warning"]),
        ("!!! danger\n    x", ["there is no class `danger`; choose from decorative, example, important, lead, note, quote, tip, warning"]),
        ("<?php x ?>", ["`<?php x ?>` may not stand in a text; remove it"]),
        ("<![CDATA[x]]>", ["`<![CDATA[x]]>` may not stand in a text; remove it"]),
        ("<!-- geheim -->", ["advice: this comment is not shown on the page, but stays readable in the source"]),
        ("a&#x202e;b", ["an invisible character stands here, U+202E (RIGHT-TO-LEFT OVERRIDE); remove it"]),
    ],
)
def test_what_would_be_removed_is_told(text, problems):
    assert wrong(text) == problems


def test_two_pieces_of_raw_html_are_two_mistakes():
    assert wrong("<script>x</script>\n\n<font>y</font>\n\nz <font>y</font>") == [
        "`<script>` may not stand in a text; remove it", "`<font>` may not stand in a text; remove it", "`<font>` may not stand in a text; remove it",
    ]  # fmt: skip


def test_a_mistake_has_the_line_on_which_it_stands():
    assert places("a\n\n<script>x</script>\n\n![](/media/zaal.svg) en ![](/media/zaal.svg)\n\n[^x]\n\n## a\n\n#### **b** c") == [
        "a.md:7:1", "a.md:9:5", "a.md:9:29", "a.md:11:1", "a.md:15:1",
    ]  # fmt: skip


# Texts in front matter


def inline(text):
    found, _, problems = CONVERTER.inline(text, "a.md", 1)
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewone tekst", None),
        ("*nadruk* en `code`", "<em>nadruk</em> en <code>code</code>"),
        ("[hier](https://example.org/)", '<a href="https://example.org/">hier</a>'),
        ("[hier]({filename}pages/over.md)", '<a href="/over/">hier</a>'),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("# *geen* kop", "# <em>geen</em> kop"),
        ("- *geen* lijst", "- <em>geen</em> lijst"),
        ("1. *geen* lijst", "1. <em>geen</em> lijst"),
        ("> *geen* citaat", "&gt; <em>geen</em> citaat"),
        ("![x](/media/zaal.svg)", "![x](/media/zaal.svg)"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("[a]: https://example.org/", "[a]: https://example.org/"),
        ("R&D", "R&amp;D"),
    ],
)
def test_a_text_in_a_field_has_emphasis_links_and_code_only(text, expected):
    assert inline(text) == expected


def test_a_link_in_a_field_is_checked_too():
    _, links, problems = CONVERTER.inline("[a](javascript:x) en [b](/lessen/)", "a.md", 3)
    assert told(problems) == ["`javascript:x`: a link starts with https, http or mailto"]
    assert [link.inside for link in links] == ["/lessen/"]


# Whatever is written


class _Unsafe(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [tag] if tag in ("script", "style", "iframe", "object", "svg") else []
        self.found += [
            name
            for name, value in attrs
            if name.startswith("on") or name == "style" or (value or "").strip().lower().startswith(("javascript:", "vbscript:", "data:"))
        ]


def unsafe(text):
    parser = _Unsafe()
    parser.feed(text)
    parser.close()
    return parser.found


PIECES = st.sampled_from([
    "a", "\n", "\n\n", " ", "    ", "\t", "#", "## ", "*", "**", "_", "`", "```\n", "> ", "- ", "1. ", "|", "|-|\n", "[", "]", "(", ")", "[x](", "![", "[^a]", "[^a]: ", ":", ":   ",
    "<", ">", "<b>", "</b>", "<div>", "</div>", "<h4>", "<p ", "<script>", "</script>", "<img src=x ", "onerror=x", "onclick='x'", "style=x", "{: ", "}", ".note", "#x", "!!! note\n    ", "??? tip\n    ",
    "<!--", "-->", "<![", "<?", "&", "&lt;", "&#x3c;", "javascript:", "data:", "https://x.nl", "/lessen/", "{filename}", "{static}", "\\", '"', "'", "=", "===\n", "---\n", "*[a]: b\n", "é", "\u202e", "<svg/onload=x>", "<a href=",
])  # fmt: skip
MARKDOWN = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def test_lists_that_are_too_deep_are_told_and_leave_nothing_for_the_next():
    assert wrong("- " * 3000 + "x") == ["lists or quotes stand too many levels deep inside each other to be read"]
    assert html("- a\n\nb") == "<ul>\n<li>a</li>\n</ul>\n<p>b</p>"


@settings(max_examples=300)
@given(MARKDOWN)
@example("<![")
@example("<div><![")
@example("<div>\n<![x")
@example("<" * 50)
@example("[" * 60)
@example("`" * 99 + "x")
@example("> " * 150 + "x")
@example("- " * 150 + "x")
@example("<div>" * 200)
def test_any_text_becomes_safe_html(text):
    found, problems = CONVERTER.body(text, "lessons/begin-klein.md", "a.md", 1, "nl")
    assert unsafe(found.html) == []
    assert all(problem.line >= 1 for problem in problems)


@given(MARKDOWN)
def test_any_text_in_a_field_becomes_safe_html(text):
    assert unsafe(CONVERTER.inline(text, "a.md", 1)[0] or "") == []
