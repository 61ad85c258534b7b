"""The same page in the other languages of the site: its addresses for search engines, and the way there for readers."""

from dataclasses import replace

from babel import Locale

from . import urls
from .catalogue import N_, Label, catalogue
from .library import Library
from .pages import Crumb, Page, Switch
from .records import RECORD_TYPES

# Each catalogue says this of its own language.
_MISSING, _INSTEAD = N_("Not in English"), N_("Go to: {title}")


def placed(page: Page, library: Library) -> Page:
    """A page in its language: one that is no record's at its address there, its crumbs in that language, and the others beside it."""
    if not page.path:
        page = _of_the_site(page, library)
    crumbs = tuple(Crumb(title, library.address(url)) for title, url in page.crumbs)
    others = [language for language in library.site.languages if language != page.language]
    return replace(page, crumbs=crumbs, switches=tuple(_switch(page, library, language) for language in others))


def _of_the_site(page: Page, library: Library) -> Page:
    default = library.site.language
    versions = tuple((language, urls.in_language(page.url, language, default)) for language in library.site.languages)
    alternates = versions if len({address for _, address in versions}) > 1 else ()
    return replace(page, url=library.address(page.url), language=library.language, text_language=library.language, alternates=alternates)


def _switch(page: Page, library: Library, language: str) -> Switch:
    """To this page in another language; or, where that is not there, to the list it would stand in, and says so."""
    same = dict(page.alternates).get(language)
    if same:
        return Switch(language, same, Locale.parse(language).get_display_name() or language)
    title, address = _list_of(page)
    words = catalogue(language)
    instead = words.gettext(_INSTEAD).format(title=words.gettext(title))
    return Switch(language, urls.in_language(address, language, library.site.language), words.gettext(_MISSING), instead)


def _list_of(page: Page) -> tuple[Label | str, str]:
    if page.section in urls.LISTED:
        return RECORD_TYPES[page.section].plural, urls.section(page.section)
    return N_("Home"), urls.HOME
