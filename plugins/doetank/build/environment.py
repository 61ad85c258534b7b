"""What a template may use besides its values: dates, terms and texts in the page's language."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from datetime import date
from functools import cache, partial
from types import CodeType, FunctionType, SimpleNamespace
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Impossible, TemplateData
from markupsafe import Markup, escape

from .. import urls
from ..cards import Card, cards
from ..catalogue import N_, Catalogue, Label, catalogue
from ..dates import When, in_words
from ..library import Library
from ..records.fields import Ref
from .compiled_before import CompiledBefore
from .media_filters import media_filters
from .own_ids import own_ids

SECTIONS = (
    (N_("Lessons"), urls.LESSONS, "lesson"),
    (N_("Doetanks"), urls.section("doetank"), "doetank"),
    (N_("Phases"), urls.PHASES, "phase"),
    (N_("Cafés"), urls.section("cafe"), "cafe"),
    (N_("Yearly lessons"), urls.REPORTS, "report"),
    (N_("Blog"), urls.section("post"), "post"),
)
"""The main menu: text, address, and the section of the site that it stands for."""

LISTS = (
    (N_("Experiments"), urls.section("experiment")),
    (N_("Recommendations"), urls.section("recommendation")),
    (N_("Methods"), urls.section("method")),
    (N_("Inspiration guide"), urls.section("inspiration")),
    (N_("Questions"), urls.section("discussion")),
    (N_("Reflections"), urls.section("reflection")),
    (N_("Organisations"), urls.section("organisation")),
    (N_("People"), urls.section("person")),
    (N_("Themes"), urls.THEMES),
    (N_("Years"), urls.YEARS),
)
"""The lists that the main menu does not name; they stand at the foot of every page."""


Answers = dict[tuple[str, tuple[Any, ...]], Any]
"""What templates asked of the library, as (filter, arguments), and what it said."""
ASKS_LIBRARY = ("inline", "foreign", "plain", "term", "definition", "picture", "transcript")
"""The filters whose answer is not known from their arguments alone."""


class _Template(Template):
    """With what it may use in one mapping: Jinja chains two, which is slow to copy for every page and every macro."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - as Jinja calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        return super().from_code(environment, code, dict(globals), uptodate)


class _Compiler(CodeGenerator):
    """Works nothing out beforehand: a template is compiled once for all languages, and a filter answers in one of them."""

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if not isinstance(node, TemplateData):
            raise Impossible
        return super()._output_child_to_const(node, frame, finalize)


def environments(environment: Environment, told: Iterable[Library], heard: Answers | None = None) -> Mapping[str, Environment]:
    """One environment a language, so that no filter has to ask for it and macros can be compiled once. `told` is the library in each.

    What a template asks of the library is put in `heard`, where that is given.
    """
    # No template changes while pages are made.
    shared = environment.overlay(optimized=False, auto_reload=False, bytecode_cache=environment.bytecode_cache or CompiledBefore())
    shared.code_generator_class = _Compiler
    return {library.language: _in_language(shared.overlay(), library, heard) for library in told}


def _in_language(environment: Environment, library: Library, heard: Answers | None) -> Environment:
    words = catalogue(library.language)
    filters, constants = _filters(library, words), _constants(library, words)
    if heard is not None:
        filters |= {name: _heard(name, filters[name], heard) for name in ASKS_LIBRARY}
    environment.template_class = _Template
    environment.filters = {**environment.filters, **filters}
    environment.globals = {**environment.globals, **constants}
    environment.tests = {**environment.tests, "unknown": lambda value: value == "unknown"}
    return environment


def _heard(name: str, ask: Callable[..., Any], heard: Answers) -> Callable[..., Any]:
    def asked(*arguments: Any) -> Any:
        answer = heard[name, arguments] = ask(*arguments)
        return answer

    return asked


def _filters(library: Library, words: Catalogue) -> dict[str, Any]:
    language = words.language

    def inline(text: str) -> Markup:
        """Front-matter text with its emphasis, links and code; any other markup is shown as text."""
        html = library.inline.get(text)
        # Inline texts have passed the allow-list in bodies/; nothing else becomes Markup here.
        return Markup(html) if html is not None else escape(text)  # noqa: S704

    def term(term_id: str, name: str) -> str:
        return library.vocabulary.term(name, term_id).label.text(language)

    def definition(term_id: str, name: str) -> str:
        return library.vocabulary.term(name, term_id).definition.text(language)

    def translated(text: str) -> str:
        """A label of ours in the page's language; a record's own text as it is."""
        return words.gettext(text) if isinstance(text, Label) else text

    @cache
    def day(value: date) -> str:
        return format_date(value, "d MMMM y", locale=language)

    @cache
    def number(value: int) -> str:
        return format_decimal(value, locale=language)

    return {
        "inline": inline, "foreign": library.foreign, "plain": library.plain, "term": term, "definition": definition, "t": translated,
        "when": cache(partial(in_words, language=language)), "month": cache(partial(_month, language=language)), "day": day,
        "number": number, "language": cache(partial(_language, locale=language)), "weekday": partial(_weekday, language=language),
        "absolute": library.site.absolute, "word": _word, "size": partial(_size, language=language), "own_ids": own_ids,
        "looked_up": _looked_up, **media_filters(library, language),
    }  # fmt: skip


def _constants(library: Library, words: Catalogue) -> dict[str, Any]:
    """What every template sees: the site's choices, its menu, its addresses, and texts in its language."""

    def gettext(text: str, **values: object) -> str:
        return words.gettext(text).format(**values) if values else words.gettext(text)

    def ngettext(one: str, many: str, n: int, **values: object) -> str:
        return words.ngettext(one, many, n).format(n=format_decimal(n, locale=words.language), **values)

    shown = [entry for entry in library.all("page") if entry.record.site_lang in (library.language, library.site.language)]
    in_menu = sorted((entry for entry in shown if _place(entry.record) is not None), key=lambda entry: _place(entry.record) or 0)
    return {
        "_": gettext,
        "ngettext": ngettext,
        "asset": _asset,
        "address": SimpleNamespace(**{name: _here(value, library) for name, value in vars(urls).items() if not name.startswith("_")}),
        "site": library.site,
        "tagline": library.site.tagline_in(library.language),
        "page_language": words.language,
        "sections": tuple((title, library.address(url), section) for title, url, section in SECTIONS),
        "footer_lists": tuple((title, library.address(url)) for title, url in LISTS),
        "menu": cards(in_menu),
        "service": cards(entry for entry in shown if _place(entry.record) is None),
    }


def _here(value: Any, library: Library) -> Any:
    """What urls.py offers, with addresses in the language of the page."""
    if isinstance(value, str) and value.startswith("/"):
        return library.address(value)
    if isinstance(value, FunctionType):
        return lambda *values: library.address(value(*values))
    return value


def _place(record: object) -> int | None:
    place: int | None = getattr(record, "menu", None)
    return place


def _month(when: When, language: str) -> str:
    """Month and year, beside a day that stands apart."""
    text: str = format_date(when.first, "MMM y", locale=language)
    return text


def _language(language: str, locale: str) -> str:
    """The name of a language, in that of the page."""
    name: str | None = Locale.parse(locale).languages.get(language)
    return name or language


def _weekday(when: When, language: str) -> str:
    """The name of the day, where the day is known."""
    return format_date(when.first, "EEEE", locale=language) if when.first == when.last else ""


def _size(size: int, language: str) -> str:
    """How much there is to fetch; anything is at least a kilobyte."""
    text: str = format_unit(max(1, round(size / 1000)), "kilobyte", "short", locale=language)
    return text


def _word(text: str) -> str:
    """The first letter small, for a label inside a sentence."""
    return text[:1].lower() + text[1:]


def _looked_up(refs: Iterable[Ref], cards: Mapping[Ref, Card]) -> tuple[Card, ...]:
    """The cards of what a record refers to, in its order."""
    return tuple(cards[ref] for ref in refs)


def _asset(name: str) -> str:
    return f"/theme/{name}"
