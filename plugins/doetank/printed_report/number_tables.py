"""Tables of numbers, in which every number leads to what it counts: by verdict, by role, and of several periods."""

from collections.abc import Iterable, Iterator

from ..compared import Comparison, comparison, year_to_year
from ..figures import Count, Group, verdict_rows
from ..paper.document import Block, Blocks, Content, Paragraph, Table
from ..records.choices import Verdict
from .telling import Telling, paragraph, section


def verdict_table(telling: Telling, group: Group, first: str, caption: str) -> Blocks:
    """Lessons by verdict in equal form; a theme or phase without any is left out."""
    rows = [row for row in verdict_rows(telling.counted.counts, group) if row.total.number]
    if not rows:
        return ()
    heads: tuple[Content, ...] = (*((telling.mark(verdict),) for verdict in Verdict), (telling.words.gettext("All"),))
    told = tuple(_row(telling, row.label, (*row.verdicts, row.total)) for row in rows)
    return (Table(((first,), *heads), told, (caption,), (1, 2, 3, 4)),)


def took_part(telling: Telling) -> Blocks:
    """Who took part by role, in records; roles of which nothing is recorded are named."""
    words, counts = telling.words, telling.counted.counts
    told = telling.words.gettext(
        "People are not counted. These are the Doetanks at work and the posts of this period in which somebody with this role took part."
    )
    roles = telling.counted.group(Group.ROLE)
    rows = tuple(_row(telling, role.label, (counts.shown(role),)) for role in roles if role.number)
    head = ((words.gettext("Role"),), (words.gettext("Number"),))
    table = (Table(head, rows, (words.gettext("Records by role"),), (1,)),) if rows else ()
    silent = ", ".join(role.label for role in roles if not role.number)
    rest = (paragraph(f"{words.gettext('Of these roles nothing is recorded:')} {silent}."),) if silent else ()
    return section(1, words.gettext("Who took part"), (Paragraph((told,), kept=bool(table)), *table, *rest))


def compared_with_before(telling: Telling) -> Blocks:
    """The period before beside this one, or that it is not there; and the years of a report of several beside each other."""
    words, before = telling.words, telling.report.period.moved(-1).name
    beside, years = comparison(telling.counted, telling.before), year_to_year(telling.counted)
    if beside:
        told = tuple(_compared(telling, words.gettext("The main figures beside those of {period}").format(period=before), beside))
    else:
        text = words.gettext("There is no report over {period}, so these figures are not compared with that period.")
        told = (paragraph(text.format(period=before)),)
    each = tuple(_compared(telling, words.gettext("The main figures of each year"), years)) if years else ()
    return section(1, words.gettext("Compared with before"), (*told, *section(2, words.gettext("From year to year"), each)))


def _compared(telling: Telling, caption: str, compared: Comparison) -> Iterator[Block]:
    head = ((telling.words.gettext("Figure"),), *((name,) for name in compared.names))
    rows = tuple(_row(telling, row.label, row.counts) for row in compared.rows)
    yield Table(head, rows, (caption,), tuple(range(1, len(head))))
    if compared.otherwise:
        told = telling.words.gettext("Not compared, because it was counted in another way:")
        yield paragraph(f"{told} {', '.join(compared.otherwise)}.")


def _row(telling: Telling, label: str, counts: Iterable[Count]) -> tuple[Content, ...]:
    return ((label,), *((telling.count(count),) for count in counts))
