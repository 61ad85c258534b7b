"""Everything the site consists of: the outputs, in the order in which they are made."""

from .outputs import (
    Output,
    PerRecord,
    Printed,
    agenda,
    citations,
    contribute,
    doetanks,
    feeds,
    home,
    known_words,
    lists,
    open_data,
    overviews,
    patterns,
    phases,
    records,
    redirects,
    review_pack,
    service,
    year_report,
)

OUTPUTS: tuple[Output | PerRecord, ...] = (
    home, doetanks, records, phases, year_report, lists, overviews, agenda, contribute, open_data, feeds, citations,
    redirects, service, known_words, review_pack, patterns,
)  # fmt: skip
ONCE: tuple[Output, ...] = (open_data, service, patterns)
"""The outputs whose files are the same in every language, and are made in that of the site only."""
PRINTED: tuple[Printed, ...] = (year_report,)
"""The outputs that make a PDF."""
