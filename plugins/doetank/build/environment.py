"""What a template may use besides its values: dates, terms and texts in the page's language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..catalogue import Label, catalogue
from ..dates import When
from ..library import Library
from ..records.values import Film

_FORMATS = {"year": "y", "month": "MMMM y", "day": "d MMMM y", "minute": "d MMMM y"}


def prepare(environment: Environment, library: Library) -> None:
    """Give Pelican's environment our filters. Values of records stay plain text, which Jinja escapes."""

    def inline(text: str) -> Markup:
        """Front-matter text with its emphasis, links and code; any other markup is shown as text."""
        html = library.inline.get(text)
        # Bodies and inline texts have passed the allow-list; nothing else becomes Markup.
        return Markup(html) if html is not None else escape(text)  # noqa: S704

    @pass_context
    def term(context: Context, term_id: str, name: str) -> str:
        return library.vocabulary.term(name, term_id).label.text(_language(context))

    @pass_context
    def definition(context: Context, term_id: str, name: str) -> str:
        return library.vocabulary.term(name, term_id).definition.text(_language(context))

    def transcript(film: Film) -> tuple[str, ...]:
        return library.transcripts.get(film.transcript, ())

    environment.filters.update(
        inline=inline, term=term, definition=definition, transcript=transcript, t=_translate_label, when=_when, day=_day, number=_number,
        absolute=library.site.absolute, word=_word,
    )  # fmt: skip
    environment.globals.update({"_": _gettext, "ngettext": _ngettext, "asset": _asset})
    environment.tests["unknown"] = lambda value: value == "unknown"


def _language(context: Context) -> str:
    language: str = context["page"].language
    return language


@pass_context
def _gettext(context: Context, text: str, **values: object) -> str:
    """A text of the template in the page's language, with `{names}` filled in."""
    translated = catalogue(_language(context)).gettext(text)
    return translated.format(**values) if values else translated


@pass_context
def _ngettext(context: Context, one: str, many: str, n: int, **values: object) -> str:
    return catalogue(_language(context)).ngettext(one, many, n).format(n=format_decimal(n, locale=_language(context)), **values)


@pass_context
def _translate_label(context: Context, text: str) -> str:
    """A label of ours in the page's language; a record's own text as it is."""
    return catalogue(_language(context)).gettext(text) if isinstance(text, Label) else text


@pass_context
def _when(context: Context, when: When) -> str:
    """A date exactly as precise as it is known."""
    locale = _language(context)
    text = format_date(when.first, _FORMATS[when.precision], locale=locale)
    if when.moment is None:
        return text
    clock = format_time(when.moment, "HH:mm", locale=locale)
    return catalogue(locale).gettext("{date}, {time}").format(date=text, time=clock)


@pass_context
def _day(context: Context, day: date) -> str:
    return format_date(day, "d MMMM y", locale=_language(context))


@pass_context
def _number(context: Context, number: int) -> str:
    return format_decimal(number, locale=_language(context))


def _word(text: str) -> str:
    """The first letter small, for a label inside a sentence."""
    return text[:1].lower() + text[1:]


def _asset(name: str) -> str:
    return f"/theme/{name}"


def constants(library: Library) -> Mapping[str, Any]:
    """What every template sees: the site's choices, its menu and its sections."""
    menu = sorted((entry for entry in library.all("page") if getattr(entry.record, "menu", None) is not None), key=lambda entry: getattr(entry.record, "menu", 0))
    return {
        "site": library.site,
        "menu": tuple((entry.record.title, entry.url) for entry in menu),
        "service": tuple((entry.record.title, entry.url) for entry in reversed(library.all("page")) if entry not in menu),
    }
