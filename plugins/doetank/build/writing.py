"""What the parts of a site are written with, and what is known of the last ones."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from ..fingerprint import Fingerprints
from ..library import Library
from .compiled_before import CompiledBefore, TemplateTexts
from .environment import environments
from .looks import looks, said_of_texts
from .memory import Memory
from .render import Writing, compile_templates
from .spare import standing


def writing(environment: Environment, told: Sequence[Library], memory: Memory, folder: Path) -> Writing:
    """For writing below `folder` with the templates of an environment. Raises TemplateFailed."""
    texts = TemplateTexts(memory.kept)
    each = environments(environment.overlay(bytecode_cache=CompiledBefore()), told)
    # Where everything will be rendered, compile once here what every worker needs; otherwise what may have a mistake.
    compile_templates(each, texts.new(environment) if memory.last.keys else texts.names(environment))
    said = {library.language: said_of_texts(library) for library in told}
    around = Fingerprints().of(memory.chosen, told[0].vocabulary)
    stands = standing(folder, memory.last.folder, memory.last.names)
    return Writing(each, folder, memory.last, looks(each, said, around, texts), said, stands)
