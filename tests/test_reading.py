"""One file gives one record, or everything that is wrong with it at once."""

from doetank.build.workers import forked_map
from doetank.records.fields import Ref

from .builders import lesson, mistakes, page, parsed, shown


def test_a_file_gives_a_record_a_body_and_the_html_of_its_texts():
    found = parsed(lesson("## Waarom\n\nOm *deze* reden.", advice="Begin *klein*, met [hulp](/mensen/)."))
    assert found.problems == ()
    assert found.record.ref == Ref("lesson", "begin-klein")
    assert found.body.html == '<h2 id="waarom">Waarom</h2>\n<p>Om <em>deze</em> reden.</p>'
    assert found.inline == {"Begin *klein*, met [hulp](/mensen/).": 'Begin <em>klein</em>, met <a href="/mensen/">hulp</a>.'}
    assert [link.inside for link in found.links] == ["/mensen/"]


def test_every_kind_of_mistake_in_a_file_is_told_in_one_run():
    text = lesson(
        "# Kop\n\nBel 06-12345678.",
        verdict="werkt",
        advce="x",
        advice=None,
        summary="Zie [dit](javascript:x).",
        contact="jo@example.org",
        phase="droom",
    )
    assert shown(parsed(text).problems) == [
        "lessons/begin-klein.md:3:10: summary: `javascript:x`: a link starts with https, http or mailto",
        "lessons/begin-klein.md:7:10: verdict: `werkt` is not possible here; did you mean `works`?",
        "lessons/begin-klein.md:12:1: advce: is not a field here; did you mean `advice`?",
        "lessons/begin-klein.md:13:10: contact: `jo@example.org` looks like a personal e-mail address; remove it, or name a role mailbox such as info@",
        "lessons/begin-klein.md:14:8: phase: `droom` is not in the list phases of vocabulary.yml; choose from question, explore, experiment",
        "lessons/begin-klein.md:16:1: a heading of level 1; the title of the page is that, so start at `##`",
        "lessons/begin-klein.md:18:5: `06-12345678` looks like a phone number; remove it",
    ]


def test_a_file_with_a_mistake_gives_no_record_but_what_is_known_of_it():
    found = parsed(lesson(verdict="werkt", about="[doetank:kennisbehoud]"))
    assert found.record is None
    assert (found.known.about, found.known.verdict) == ((Ref("doetank", "kennisbehoud"),), None)


def test_fields_that_cannot_be_read_do_not_hide_a_mistake_in_the_body():
    found = parsed("---\ntitle: a: b\n---\n# Kop\n", "pages/over.md")
    assert (found.record, found.known) == (None, None)
    assert shown(found.problems) == [
        "pages/over.md:2:9: a value with `: ` in it needs quotes around the whole value",
        "pages/over.md:4:1: a heading of level 1; the title of the page is that, so start at `##`",
    ]


def test_the_fields_of_a_list_with_a_wrong_item_are_looked_at_too():
    text = page(
        image="{file: media/a.svg, maker: Jo, right: x, alt: jo@example.org}",
        links="[{title: '[x](javascript:x)', url: x}, {title: jo@example.org, url: https://example.org/}]",
    )
    assert mistakes(text, "pages/over.md") == [
        "image.file: there is no file `media/a.svg`; put it in that place under `content/`",
        "image.right: is not a field here; did you mean `rights`?",
        "image.alt: `jo@example.org` looks like a personal e-mail address; remove it, or name a role mailbox such as info@",
        "links.1.url: expected an address that starts with `https://`, found `x`",
        "links.2.title: `jo@example.org` looks like a personal e-mail address; remove it, or name a role mailbox such as info@",
    ]


def test_a_bom_crlf_and_blank_lines_make_no_difference():
    plain = parsed(page("## Kop\n\nTekst.")).record
    assert parsed(b"\xef\xbb\xbf\r\n\r\n" + page("## Kop\n\nTekst.").replace("\n", "\r\n").encode()).record == plain


def test_markup_in_a_title_is_text():
    assert parsed(page(title='"*Over* <b>ons</b>"'), "pages/over.md").inline == {}


def test_a_record_may_have_no_body():
    assert parsed(page()).body.html == ""


def test_what_a_worker_reads_arrives_as_it_was():
    body = "## Kop “één”\n\nTekst.[^1]\n\n[^1]: Noot.\n"
    texts = [lesson(body, themes="[kennis]", sources="[{title: Verslag, date: 2013-05}]"), lesson(lang="fy"), page()]
    here, there = [parsed(text) for text in texts], forked_map(parsed, texts, 2, few=2)
    assert there == here
    assert there[0].body.html == here[0].body.html
    assert there[0].record.model_copy(update={"title": "Anders"}).title == "Anders"
    assert there[1].record == here[1].record
