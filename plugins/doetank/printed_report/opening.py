"""What a printed report begins with: what to know first, its numbers, and what its makers say before the rest."""

from ..catalogue import N_
from ..paper.document import Aside, Blocks, Heading, InLanguage, Numbers
from ..paper.html_blocks import body_blocks
from .telling import Telling, paragraph, section

DRAFT = N_("This text is not published yet.")
INVENTED = N_("This record is invented. It is never on a published site.")


def notices(telling: Telling) -> Blocks:
    """That it is a draft, an invented example or retired, as on its page."""
    words, report = telling.words, telling.report
    told = (
        (report.is_draft, words.gettext("Draft"), (words.gettext(DRAFT),)),
        (report.fictional, words.gettext("Example"), (words.gettext(INVENTED),)),
        (report.is_retired, words.gettext("Retired"), telling.text(report.retired_because or "unknown")),
    )
    return tuple(Aside((title,), (paragraph(*content),)) for holds, title, content in told if holds)


def in_numbers(telling: Telling) -> Blocks:
    """The five figures that matter, each with the way to what it counts."""
    counted = telling.counted
    large = (((telling.count(counted.counts.shown(figure)),), figure.label) for figure in counted.headline)
    return section(1, telling.words.gettext("In numbers"), (Numbers(tuple(large)),))


def preface(telling: Telling) -> Blocks:
    """The text of the report itself; one that begins with a heading of its own needs no other."""
    html, language = telling.shown.entry.body.html, telling.report.lang
    blocks = body_blocks(html, telling.address, top=1)
    if not blocks or not isinstance(blocks[0], Heading):
        blocks = section(1, telling.words.gettext("Preface"), body_blocks(html, telling.address))
    return (InLanguage(language, blocks),) if blocks and language != telling.library.language else blocks
