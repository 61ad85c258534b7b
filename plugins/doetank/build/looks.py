"""What a page's bytes depend on besides its values: templates, the site's constants, and what the library says of the texts in it."""

from collections.abc import Mapping

from jinja2 import Environment

from ..fingerprint import Fingerprints, fingerprint
from ..library import Library
from .compiled_before import TemplateTexts

_CONSTANTS = ("site", "tagline", "menu", "service", "sections", "footer_lists")


Looks = Mapping[str, Mapping[str, str]]
Said = Mapping[str, str]


def looks(environments: Mapping[str, Environment], told: Mapping[str, Said], around: str, texts: TemplateTexts) -> Looks:
    """By language and template. `around` is what all pages depend on, `told` what the library says in a language."""
    found: dict[str, Mapping[str, str]] = {}
    for language, said in told.items():
        environment = environments[language]
        constants = Fingerprints().of(around, *(environment.globals[name] for name in _CONSTANTS))

        def look(parts: Mapping[str, str], constants: str = constants, said: Said = said) -> str:
            asked = sorted((word, said[word]) for word in texts.words(parts) & said.keys())
            return fingerprint(constants, tuple(asked), *sorted(parts.items()))

        found[language] = {name: look(parts) for name, parts in texts.parts(environment).items()}
    return found


def said_of_texts(library: Library) -> Mapping[str, str]:
    """What the filters of the templates answer for a text or a name, where that is more than the text itself."""
    prints = Fingerprints()
    said = {text: fingerprint(html, library.foreign(text)) for text, html in library.inline.items()}
    said |= {text: fingerprint(library.foreign(text)) for text in library.spoken if text not in said and library.foreign(text)}
    said |= {name: prints.of(picture) for name, picture in library.pictures.items()}
    return said | {name: prints.of(lines) for name, lines in library.transcripts.items()}
