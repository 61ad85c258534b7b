"""Whether things became better, and what became of what was recommended and planned before: nothing drops out of sight."""

from collections.abc import Iterator

from ..became import Promise
from ..figures import promise_card
from ..paper.document import Block, Blocks, Definitions, Items, Paragraph
from .answers import answered
from .telling import Telling, Told, paragraph, section, with_number


def earlier_lessons(telling: Telling) -> Blocks:
    """The change score of each level with its reason, and then every promise: those that nobody answered first."""
    words, period = telling.words, telling.report.period
    intro = words.gettext(
        "Whether things became better, and what became of what was recommended and planned before {year}, "
        "as it was known at the end of {end}."
    )
    scores = section(2, words.gettext("Did it become better?"), (Definitions(tuple(_scores(telling))),))
    told = (paragraph(intro.format(year=period.start, end=period.end)), *scores, *_promises(telling))
    return section(1, words.gettext("What became of earlier lessons"), told)


def _scores(telling: Telling) -> Iterator[Told]:
    for level in telling.counted.levels:
        score, missing = level.score, telling.words.gettext("The reason is not recorded.")
        because = (missing,) if score.because == "unknown" else telling.text(score.because)
        yield (telling.label(score.level.label),), (paragraph(telling.mark(score.score)), Paragraph(because))


def _promises(telling: Telling) -> Iterator[Block]:
    words, lessons = telling.words, telling.counted
    promised = lessons.count("promises")
    yield with_number(2, words.gettext("Recommended or planned before"), telling.count(promised))
    if not promised.number:
        yield paragraph(words.gettext("No recommendations or plans of before this period are recorded."))
    silent = tuple(_promise(telling, promise, _last_known(telling, promise)) for promise in lessons.unanswered)
    yield from _group(telling, words.gettext("Not answered"), "promises-unanswered", silent)
    told = tuple(_promise(telling, promise) for promise in lessons.answered)
    yield from _group(telling, words.gettext("Answered in this period"), "promises-answered", told)
    if lessons.settled:
        yield with_number(3, words.gettext("Settled before this period"), telling.count(lessons.count("promises-settled")))
        yield Items(tuple((_settled(telling, promise),) for promise in lessons.settled))


def _group(telling: Telling, title: str, figure: str, told: tuple[Told, ...]) -> Blocks:
    """What was promised and stands alike, with how much it is; nothing when there is none."""
    return (with_number(3, title, telling.count(telling.counted.count(figure))), Definitions(told)) if told else ()


def _promise(telling: Telling, promise: Promise, beside: Blocks = ()) -> Told:
    return answered(telling, promise_card(telling.library, promise), promise.latest, beside)


def _last_known(telling: Telling, promise: Promise) -> Blocks:
    """What goes before an answer of before the period."""
    text = telling.words.gettext("No answer in {period}. The last that was known:").format(period=telling.report.period.name)
    return (Paragraph((text,), kept=True),) if promise.latest else ()


def _settled(telling: Telling, promise: Promise) -> Paragraph:
    """Short, because nobody has to ask again."""
    assert promise.latest
    link = telling.link(promise_card(telling.library, promise))
    return Paragraph((telling.mark(promise.latest.status), " ", *link, f" ({telling.date(promise.latest.date)})"))
