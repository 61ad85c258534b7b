"""Begin a record: `python -m doetank.commands.new lesson`. It asks what is needed, and writes the file."""

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..catalogue import N_, Catalogue, catalogue
from ..guides import ABOUT
from ..new_file import write_new
from ..new_record.choose import Talk
from ..new_record.interview import Interview
from ..new_record.judge import Judge
from ..new_record.settings import NotUnderstood, read_settings
from ..problems import Message, say
from ..records import RECORD_TYPES
from ..records.describe import describe_fields
from ..scaffold import scaffold
from ..settings import site_of
from ..urls import TYPES
from ..validation import nearest
from ..written import Values
from .options import add_options

PURPOSES: Mapping[str, str] = {
    **ABOUT,
    "doetank": N_("A team that works on one question, with its way through the phases."),
    "recommendation": N_("What follows from lessons, for whom, and what became of it."),
    "reflection": N_("How the network looks at itself: what works, what does not, and what will change."),
    "report": N_("The yearly lessons; `report start` fills in what can be counted."),
    "method": N_("A way of working that teams use."),
    "organisation": N_("An organisation that takes part or is named."),
    "person": N_("Somebody who agreed to be named."),
    "page": N_("Free text, such as about the site or privacy."),
}
"""What each type is for; what contributors write most comes first."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one file. 0 when it is there, or when the types were listed; 2, with nothing written, when it could not be made."""
    options = _parser().parse_args(arguments)
    site = site_of(Path(options.settings))
    words = catalogue(options.lang or site.language)
    if not options.type:
        print(_types(words))
        return 0
    content = Path(options.content)
    judge = Judge(content, content.as_posix(), site)
    try:
        type_name = _type(options.type, words)
        values = _values(type_name, options, judge, words)
        record_id = _name(type_name, values, options, judge, words)
        path = _write(type_name, values, record_id, judge)
    except NotUnderstood as error:
        print(error.message.format(words), file=sys.stderr)
    except (KeyboardInterrupt, EOFError):
        print("\n" + words.gettext("Stopped halfway."), file=sys.stderr)
    else:
        return _told(judge, type_name, record_id, path, words, options.no_input)
    print(words.gettext("Nothing was written."), file=sys.stderr)
    return 2


def _types(words: Catalogue) -> str:
    lines = [f"  {name:<16}{words.gettext(RECORD_TYPES[name].label)}: {words.gettext(purpose)}" for name, purpose in PURPOSES.items()]
    return "\n".join([words.gettext("Say what you want to write, such as `new post`:"), "", *lines])


def _type(typed: str, words: Catalogue) -> str:
    """The type that was named in English or in the reader's language. Raises NotUnderstood."""
    names = {words.gettext(record_type.label).casefold(): name for name, record_type in RECORD_TYPES.items()}
    names |= {name: name for name in RECORD_TYPES}
    if typed.casefold() in names:
        return names[typed.casefold()]
    near = nearest(typed.casefold(), names)
    choose = say("choose from {names}", names=", ".join(PURPOSES))
    known = say("did you mean `{near}`?", near=names[near]) if near else choose
    raise NotUnderstood(say("`{type}` is not a type; {instead}", type=typed, instead=known))


def _values(type_name: str, options: argparse.Namespace, judge: Judge, words: Catalogue) -> Values:
    """What was given, with the answers to what was asked. Raises NotUnderstood, KeyboardInterrupt or EOFError."""
    fields = describe_fields(RECORD_TYPES[type_name])
    given = read_settings(fields, options.set)
    if not options.no_input:
        return Interview(type_name, fields, judge, Talk(input, print, words)).values(given)
    problems = judge.problems(type_name, given)
    if problems:
        told = (f"{problem.field}: {problem.message.format(words)}" for problem in problems)
        raise NotUnderstood(Message("{all}", {"all": "\n".join(told)}))
    return given


def _name(type_name: str, values: Values, options: argparse.Namespace, judge: Judge, words: Catalogue) -> str:
    """The id that was given or typed, or the one that goes with the title. Raises NotUnderstood for one that cannot be."""
    suggested = judge.suggested(type_name, values)
    record_id = options.id or suggested
    while not options.no_input and not options.id:
        print("\n" + words.gettext("Name of the file, which becomes its address:"))
        record_id = input(f"  [{suggested}] > ").strip().removesuffix(".md") or suggested
        if not (message := judge.refusal(type_name, record_id)):
            break
        print(message.format(words))
    if message := judge.refusal(type_name, record_id):
        raise NotUnderstood(message)
    return record_id


def _write(type_name: str, values: Values, record_id: str, judge: Judge) -> Path:
    """Write the file. Raises NotUnderstood when it came in between, or when something is wrong under this name."""
    fields, language = describe_fields(RECORD_TYPES[type_name]), catalogue(judge.site.language)
    text = scaffold(fields, values, "", judge.vocabulary, language)
    for problem in (found for found in judge.judged(type_name, record_id, text) if not found.notice):
        raise NotUnderstood(Message("{field}: {message}", {"field": problem.field, "message": problem.message}))
    path = judge.content / TYPES[type_name].folder / f"{record_id}.md"
    try:
        write_new(path, text.encode())
    except FileExistsError:
        raise NotUnderstood(say("{path} is there already, and is left as it is", path=path.as_posix())) from None
    return path


def _told(judge: Judge, type_name: str, record_id: str, path: Path, words: Catalogue, no_input: bool) -> int:
    """Say where it is and what to do now, and open it where there is an editor and somebody to use it."""
    found = judge.judged(type_name, record_id, path.read_text(encoding="utf-8"))
    for problem in found:
        print(problem.format(words), file=sys.stderr)
    print("\n" + words.gettext("{path} is written. What to do now:").format(path=path.as_posix()))
    steps = (
        say("write your text below the second line `---`, and use what you want of what stands behind a #"),
        say("`python3 tasks.py check {path}` says what is not right yet", path=path.as_posix()),
        say("`python3 tasks.py serve` shows it"),
    )
    for number, step in enumerate(steps, 1):
        print(f"{number}. {step.format(words)}")
    editor = shlex.split(os.environ.get("EDITOR", ""))
    if editor and not no_input and sys.stdin.isatty() and sys.stdout.isatty():
        return subprocess.run([*editor, str(path)], check=False).returncode
    return 2 if any(not problem.notice for problem in found) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="new",
        description="Begin a record: it asks what is needed and writes the file. Without a type it lists the types.",
        epilog="A field that may have more is set more than once (--set about=network --set about=doetank:slim-innen); "
        "a part of a group is named as messages do (--set sources.1.title=Verslag --set sources.1.date=2024-05).",
    )
    parser.add_argument("type", nargs="?", help="what to write, such as lesson or post")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="the value of a field; may be given more than once"
    )
    parser.add_argument("--id", help="the name of the file, without .md (default: made of the title)")
    parser.add_argument("--no-input", action="store_true", help="ask nothing; what is missing is a mistake")
    add_options(parser, "content", "settings", "lang")
    return parser


if __name__ == "__main__":
    sys.exit(main())
