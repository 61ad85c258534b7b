"""The same seeded texts for every contestant, and our own records of them."""

import itertools
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

SITE = Path(__file__).parents[1] / "site" / "content"
VOCABULARY = SITE / "vocabulary.yml"
PICTURE = SITE / "media" / "brieven.png"
THEMES: dict[str, str] = {term["id"]: term["label"]["nl"] for term in yaml.safe_load(VOCABULARY.read_bytes())["themes"]}
"""Every theme with the word that readers see."""
_SYLLABLES = ["be", "ge", "ver", "lo", "ra", "ten", "ma", "ker", "sta", "pro", "bo", "li", "den", "wij", "zo", "nu", "ka", "mer"]
_CHOICE = random.Random("words")
_WORDS = ["".join(_CHOICE.choices(_SYLLABLES, k=_CHOICE.randint(1, 4))) for _ in range(5000)]
# As in any language, few words are said often and many seldom (Zipf).
_OFTEN = list(itertools.accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))
RECORDS_PER_DOETANK = 25
REPORT = "---\ntitle: Jaarlessen\nsummary: Alles.\nperiod: {from: 2021, to: 2025}\nfictional: true\n---\n\nEen voorwoord.\n"
_LINK, _PICTURE = "@LINK@", "@PICTURE@"


class Text(NamedTuple):
    """One record as every contestant gets it. `doetank` and `linked` are the names of others."""

    number: int
    kind: str
    title: str
    summary: str
    date: str
    themes: tuple[str, ...]
    doetank: str
    linked: str
    raw: str

    @property
    def name(self) -> str:
        """The name of its file, without ending."""
        return name_of(self.number)

    def body(self, link: str, picture: str) -> str:
        """Its Markdown, with the addresses of the record that it links to and of the picture."""
        return self.raw.replace(_LINK, link).replace(_PICTURE, picture)


def texts(count: int) -> Iterator[Text]:
    """The first `count` texts. The same number gives the same text, however many there are."""
    for number in range(count):
        yield Text(
            number,
            kind_of(number),
            _title(number),
            _sentence(number, 1),
            f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}",
            tuple(random.Random(f"themes {number}").sample(sorted(THEMES), 3)),
            name_of(number - number % RECORDS_PER_DOETANK),
            name_of(max(number - 1, 0)),
            _body(number),
        )


def kind_of(number: int) -> str:
    """A Doetank, then its experiments, lessons and posts, and so on."""
    place = number % RECORDS_PER_DOETANK
    return "doetank" if place == 0 else "experiment" if place < 5 else "lesson" if place < 15 else "post"


def name_of(number: int) -> str:
    return f"{kind_of(number)}-{number}"


def file_of(name: str) -> str:
    """Where our record of that name stands, below the content."""
    return f"{name.partition('-')[0]}s/{name}.md"


def write_records(folder: Path, count: int) -> None:
    """`count` linked records: Doetanks, and experiments, lessons and posts that belong to them."""
    folder.mkdir(parents=True)
    shutil.copy(VOCABULARY, folder / "vocabulary.yml")
    (folder / "media").mkdir()
    shutil.copy(PICTURE, folder / "media" / PICTURE.name)
    for text in texts(count):
        path = folder / file_of(text.name)
        path.parent.mkdir(exist_ok=True)
        themes = f"themes: [{', '.join(text.themes)}]\n"
        fields = f"title: {text.title}\nsummary: {text.summary}\n{themes}fictional: true\n{_FIELDS[text.kind](text)}"
        body = text.body(f"{{filename}}/{file_of(text.linked)}", f"{{static}}/media/{PICTURE.name}")
        path.write_text(f"---\n{fields}---\n\n{body}", encoding="utf-8")


def write_report(folder: Path, count: int) -> None:
    """The same, and the yearly lessons of all their years."""
    write_records(folder, count)
    (folder / "reports").mkdir()
    (folder / "reports" / "2021-2025.md").write_text(REPORT, encoding="utf-8")


def _body(number: int) -> str:
    """About 600 words with headings, a list, a table, code, a footnote, links and a picture."""
    words = random.Random(number)
    parts = []
    for section in range(4):
        parts.append(f"## {_title(number * 10 + section)}\n")
        parts += [_words(words, 60) + "\n" for _ in range(2)]
    parts.append("\n".join(f"- {_words(words, 8)}" for _ in range(5)) + "\n")
    parts.append("| wat | hoeveel |\n|---|---|\n" + "\n".join(f"| {_words(words, 2)} | {index} |" for index in range(4)) + "\n")
    # With a language: without one, stock Pelican guesses it, which takes longer than the rest of the page.
    parts.append("```text\n" + _words(words, 10) + "\n```\n")
    parts.append(f"![{_words(words, 3)}]({_PICTURE})\n")
    parts.append(f"{_words(words, 20)} **{_words(words, 1)}** [{_words(words, 2)}]({_LINK}) [bron](https://example.org/{number}).[^1]\n")
    parts.append(f"[^1]: {_words(words, 10)}\n")
    return "\n".join(parts)


def _doetank(text: Text) -> str:
    phases = f"phases:\n  - {{phase: question, start: {text.date}}}\n"
    return f"question: {_sentence(text.number, 2)}\nstate: running\norigin: unknown\n{phases}sources:\n  - {{title: Bron, url: https://example.org/{text.number}}}\n"


def _experiment(text: Text) -> str:
    outcome = ("worked", "partly", "did-not-work", "unknown")[text.number % 4]
    told = _told(text, "hypothesis", "expected", "happened", "because")
    return f"doetank: {text.doetank}\noutcome: {outcome}\nstart: {text.date}\n{told}"


def _lesson(text: Text) -> str:
    verdict = ("works", "works-under-conditions", "does-not-work")[text.number % 3]
    told = _told(text, "expected", "happened", "because", "advice", "conditions")
    return f"verdict: {verdict}\nlevel: issue\nabout: ['doetank:{text.doetank}']\nlearned: {text.date}\nphase: experiment\nevidence: experience\n{told}"


def _post(text: Text) -> str:
    return f"date: {text.date}\nkind: blog\nauthors:\n  - {{role: participant}}\nabout: ['doetank:{text.doetank}']\nphase: experiment\n"


_FIELDS = {"doetank": _doetank, "experiment": _experiment, "lesson": _lesson, "post": _post}


def _told(text: Text, *fields: str) -> str:
    return "".join(f"{name}: {_sentence(text.number, index)}\n" for index, name in enumerate(fields))


def _title(number: int) -> str:
    return _words(random.Random(f"title {number}"), 5).capitalize()


def _sentence(number: int, index: int) -> str:
    return _words(random.Random(f"{number} {index}"), 15).capitalize() + "."


def _words(words: random.Random, count: int) -> str:
    return " ".join(words.choices(_WORDS, cum_weights=_OFTEN, k=count))
