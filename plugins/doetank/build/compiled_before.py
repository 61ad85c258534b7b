"""Templates that an earlier build of this process compiled, and what each page's template consists of."""

import json
from collections.abc import Mapping
from types import CodeType
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment, TemplateSyntaxError, meta, nodes
from jinja2.bccache import Bucket

from ..fingerprint import fingerprint
from .kept import Kept


class CompiledBefore(BytecodeCache):
    """Compiled templates by name and by what is in them."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key, bucket.checksum] = bucket.code


class _Used(NamedTuple):
    """What a template names: other templates, and texts."""

    templates: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


class TemplateTexts:
    """The texts of all templates, of which only the changed ones are looked through for what they use."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._used: dict[tuple[str, str], _Used] = {}
        self._kept = kept

    def names(self, environment: Environment) -> list[str]:
        """All templates of the theme."""
        return [name for name in environment.list_templates(["html"]) if not name.startswith("!")]

    def new(self, environment: Environment) -> list[str]:
        """The templates with a text that no build looked through yet."""
        return [name for name, text in self._texts(environment).items() if not self._kept or self._kept.get(_key(name, text)) is None]

    def parts(self, environment: Environment) -> Mapping[str, Mapping[str, str]]:
        """For each template the texts that it is made of, its own too. One with a mistake uses nothing, and fails when it is rendered."""
        texts = self._texts(environment)
        self._used = {(name, text): self._uses(environment, name, text) for name, text in texts.items()}
        direct = {name: used.templates for (name, _), used in self._used.items()}
        return {name: {part: texts[part] for part in _closure(name, direct)} for name in texts}

    def words(self, parts: Mapping[str, str]) -> frozenset[str]:
        """Every text in quotation marks in these templates, which it may ask the library about."""
        return frozenset().union(*(self._used[part].texts for part in parts.items()))

    def _texts(self, environment: Environment) -> Mapping[str, str]:
        assert environment.loader is not None
        return {name: environment.loader.get_source(environment, name)[0] for name in self.names(environment)}

    def _uses(self, environment: Environment, name: str, text: str) -> _Used:
        if (name, text) in self._used:
            return self._used[name, text]
        key = _key(name, text)
        kept = self._kept.get(key) if self._kept else None
        if kept is not None:
            return _Used(*map(frozenset, json.loads(kept)))
        try:
            tree = environment.parse(text, name)
        except TemplateSyntaxError:
            return _Used()
        templates = frozenset(filter(None, meta.find_referenced_templates(tree)))
        used = _Used(templates, frozenset(word.value for word in tree.find_all(nodes.Const) if isinstance(word.value, str)))
        if self._kept:
            self._kept.put({key: json.dumps([sorted(names) for names in used])})
        return used


def _key(name: str, text: str) -> str:
    return f"template:{fingerprint(name, text)}"


def _closure(name: str, direct: Mapping[str, frozenset[str]]) -> list[str]:
    found, waiting = {name}, [name]
    while waiting:
        new = direct[waiting.pop()] & direct.keys() - found
        found |= new
        waiting += new
    return sorted(found)
