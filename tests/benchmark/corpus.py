"""The same seeded texts as our records and as plain Pelican articles."""

import itertools
import random
import shutil
from pathlib import Path

VOCABULARY = Path(__file__).parents[1] / "site" / "content" / "vocabulary.yml"
_SYLLABLES = ["be", "ge", "ver", "lo", "ra", "ten", "ma", "ker", "sta", "pro", "bo", "li", "den", "wij", "zo", "nu", "ka", "mer"]
_CHOICE = random.Random("words")
_WORDS = ["".join(_CHOICE.choices(_SYLLABLES, k=_CHOICE.randint(1, 4))) for _ in range(5000)]
# As in any language, few words are said often and many seldom (Zipf).
_OFTEN = list(itertools.accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))
RECORDS_PER_DOETANK = 25


def write_records(folder: Path, count: int) -> None:
    """`count` linked records: Doetanks, and experiments, lessons and posts that belong to them."""
    folder.mkdir(parents=True)
    shutil.copy(VOCABULARY, folder / "vocabulary.yml")
    for number in range(count):
        doetank = f"doetank-{number - number % RECORDS_PER_DOETANK}"
        kind = number % RECORDS_PER_DOETANK
        if kind == 0:
            _write(folder / "doetanks" / f"{doetank}.md", _doetank(number), number)
        elif kind < 5:
            _write(folder / "experiments" / f"experiment-{number}.md", _experiment(number, doetank), number)
        elif kind < 15:
            _write(folder / "lessons" / f"lesson-{number}.md", _lesson(number, doetank), number)
        else:
            _write(folder / "posts" / f"post-{number}.md", _post(number, doetank), number)


def write_articles(folder: Path, count: int) -> None:
    """The same titles, dates, summaries and bodies as articles that Pelican reads by itself."""
    folder.mkdir(parents=True)
    for number in range(count):
        head = f"Title: {_title(number)}\nDate: {_date(number)}\nCategory: lessen\nSummary: {_sentence(number, 1)}\n"
        (folder / f"article-{number}.md").write_text(f"{head}\n{body(number)}", encoding="utf-8")


def body(number: int) -> str:
    """About 600 words with headings, a list, a table, code, a footnote and a link."""
    words = random.Random(number)
    parts = []
    for section in range(4):
        parts.append(f"## {_title(number * 10 + section)}\n")
        parts += [_paragraph(words, 60) + "\n" for _ in range(2)]
    parts.append("\n".join(f"- {_paragraph(words, 8)}" for _ in range(5)) + "\n")
    parts.append("| wat | hoeveel |\n|---|---|\n" + "\n".join(f"| {_paragraph(words, 2)} | {index} |" for index in range(4)) + "\n")
    parts.append("```\n" + _paragraph(words, 10) + "\n```\n")
    parts.append(
        f"{_paragraph(words, 20)} **{_paragraph(words, 1)}** [link](https://example.org/{number}).[^1]\n\n[^1]: {_paragraph(words, 10)}\n"
    )
    return "\n".join(parts)


def _write(path: Path, fields: str, number: int) -> None:
    path.parent.mkdir(exist_ok=True)
    common = f"title: {_title(number)}\nsummary: {_sentence(number, 1)}\nfictional: true\n"
    path.write_text(f"---\n{common}{fields}---\n\n{body(number)}", encoding="utf-8")


def _doetank(number: int) -> str:
    phases = f"phases:\n  - {{phase: question, start: {_date(number)}}}\n"
    return f"question: {_sentence(number, 2)}\nstate: running\norigin: unknown\n{phases}sources:\n  - {{title: Bron, url: https://example.org/{number}}}\n"


def _experiment(number: int, doetank: str) -> str:
    outcome = ("worked", "partly", "did-not-work", "unknown")[number % 4]
    told = "".join(f"{name}: {_sentence(number, index)}\n" for index, name in enumerate(("hypothesis", "expected", "happened", "because")))
    return f"doetank: {doetank}\noutcome: {outcome}\nstart: {_date(number)}\n{told}"


def _lesson(number: int, doetank: str) -> str:
    verdict = ("works", "works-under-conditions", "does-not-work")[number % 3]
    told = "".join(
        f"{name}: {_sentence(number, index)}\n" for index, name in enumerate(("expected", "happened", "because", "advice", "conditions"))
    )
    return f"verdict: {verdict}\nlevel: issue\nabout: ['doetank:{doetank}']\nlearned: {_date(number)}\nphase: experiment\nevidence: experience\n{told}"


def _post(number: int, doetank: str) -> str:
    return f"date: {_date(number)}\nkind: blog\nauthors:\n  - {{role: participant}}\nabout: ['doetank:{doetank}']\nphase: experiment\n"


def _date(number: int) -> str:
    return f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"


def _title(number: int) -> str:
    return _paragraph(random.Random(f"title {number}"), 5).capitalize()


def _sentence(number: int, index: int) -> str:
    return _paragraph(random.Random(f"{number} {index}"), 15).capitalize() + "."


def _paragraph(words: random.Random, count: int) -> str:
    return " ".join(words.choices(_WORDS, cum_weights=_OFTEN, k=count))
