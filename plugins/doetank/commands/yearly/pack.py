"""The review pack as text: for the screen, and as a Markdown task list for a pull request."""

from collections.abc import Callable, Iterator, Mapping

from ...catalogue import Catalogue, Label
from ...github_markdown import literal
from ...problems import say
from ...review import Balance, Group, Item, Review
from .work import Work


def as_text(pack: Review, work: Work) -> str:
    """A heading with a number for each group, a line for each thing to look at, and the table."""
    lines: list[str] = []
    for group in pack.groups:
        lines += [_heading(group, work.words), *(_line(item, work) for item in group.items), ""]
    return "\n".join([*lines, *_aligned(_table(pack.balance, work.words)), *_end(pack, work.words)])


def as_checklist(pack: Review, work: Work) -> str:
    """The same with a box for each thing, and links to the files where the site has a repository."""
    lines: list[str] = []
    for group in pack.groups:
        lines += [f"### {_heading(group, work.words)}", "", *(_task(item, work) for item in group.items), *([""] if group.items else [])]
    head, *rows = _table(pack.balance, work.words)
    table = (f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
    return "\n".join([*lines, *table, *_end(pack, work.words)])


PACKS: Mapping[str, Callable[[Review, Work], str]] = {"text": as_text, "checklist": as_checklist}


def _heading(group: Group, words: Catalogue) -> str:
    if not group.items:
        form = say("{title}: none")
    else:
        form = say("{title} ({n}); `report build` waits for these") if group.stops else say("{title} ({n})")
    return words.gettext(form.text).format(title=words.gettext(group.title), n=len(group.items))


def _line(item: Item, work: Work) -> str:
    place = work.place(item.path, item.field)
    what = f"“{work.library.plain(item.what)}”: " if item.what else ""
    return f"{item.path}:{place.line}:{place.column}: {what}{item.message.format(work.words)} — {_who(item, work.words)}"


def _task(item: Item, work: Work) -> str:
    name = f"`{item.path}:{work.place(item.path, item.field).line}`"
    shown = f"[{name}]({work.site.repository.source(item.path)})" if work.site.repository else name
    what = f"“{literal(work.library.plain(item.what))}”: " if item.what else ""
    return f"- [ ] {shown}: {what}{item.message.format(work.words)} — {literal(_who(item, work.words))}"


def _who(item: Item, words: Catalogue) -> str:
    return ", ".join(words.gettext(settler.name) if isinstance(settler.name, Label) else settler.name for settler in item.settlers)


def _table(balance: Balance, words: Catalogue) -> Iterator[list[str]]:
    yield [words.gettext("Level"), words.gettext("Verdict"), *map(str, balance.years)]
    for level, rows in balance.levels:
        for verdict, numbers in rows:
            yield [words.gettext(level.label), words.gettext(verdict.label), *map(str, numbers)]


def _aligned(table: Iterator[list[str]]) -> Iterator[str]:
    rows = list(table)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        words, numbers = zip(row[:2], widths[:2], strict=True), zip(row[2:], widths[2:], strict=True)
        yield "  ".join([*(text.ljust(width) for text, width in words), *(text.rjust(width) for text, width in numbers)])


def _end(pack: Review, words: Catalogue) -> Iterator[str]:
    """What the table says, and how much there is to look at."""
    yield ""
    yield from (f"{words.gettext('advice')}: {notice.format(words)}" for notice in pack.notices)
    yield words.ngettext("{n} thing to look at", "{n} things to look at", pack.number).format(n=pack.number)
