"""What a page's bytes depend on besides its values: templates, the site's constants, and what the library says of the texts in it."""

from collections.abc import Iterable, Mapping

from jinja2 import Environment

from ..fingerprint import Fingerprints, fingerprint
from ..library import Library
from .compiled_before import TemplateTexts

_CONSTANTS = ("site", "tagline", "menu", "service", "sections", "footer_lists")


def looks(
    environments: Mapping[str, Environment], told: Iterable[Library], chosen: str, texts: TemplateTexts
) -> Mapping[str, Mapping[str, str]]:
    """By language and template; `chosen` is the fingerprint of our own code and all choices."""
    found: dict[str, Mapping[str, str]] = {}
    for library in told:
        environment = environments[library.language]
        constants = Fingerprints().of(chosen, library.vocabulary, *(environment.globals[name] for name in _CONSTANTS))
        found[library.language] = {name: fingerprint(constants, *sorted(parts.items())) for name, parts in texts.parts(environment).items()}
    return found


def said_of_texts(library: Library) -> Mapping[str, str]:
    """What the filters of the templates answer for a text or a name, where that is more than the text itself."""
    prints = Fingerprints()
    said = {text: fingerprint(html, library.foreign(text)) for text, html in library.inline.items()}
    said |= {text: fingerprint(library.foreign(text)) for text in library.spoken if text not in said and library.foreign(text)}
    said |= {name: prints.of(picture) for name, picture in library.pictures.items()}
    return said | {name: prints.of(lines) for name, lines in library.transcripts.items()}
