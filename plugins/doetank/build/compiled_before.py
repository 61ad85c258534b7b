"""Templates that an earlier build of this process compiled, and what each page's template consists of."""

from collections.abc import Mapping
from types import CodeType

from jinja2 import BytecodeCache, Environment, TemplateSyntaxError, meta
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


class TemplateTexts:
    """The texts of all templates, of which only the changed ones are looked through for what they use."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._used: dict[tuple[str, str], frozenset[str]] = {}
        self._kept = kept

    def names(self, environment: Environment) -> list[str]:
        """All templates of the theme."""
        return [name for name in environment.list_templates(["html"]) if not name.startswith("!")]

    def parts(self, environment: Environment) -> Mapping[str, Mapping[str, str]]:
        """For each template the texts that it is made of, its own too. One with a mistake uses nothing, and fails when it is rendered."""
        assert environment.loader is not None
        texts = {name: environment.loader.get_source(environment, name)[0] for name in self.names(environment)}
        self._used = {(name, text): self._uses(environment, name, text) for name, text in texts.items()}
        direct = {name: used for (name, _), used in self._used.items()}
        return {name: {part: texts[part] for part in _closure(name, direct)} for name in texts}

    def _uses(self, environment: Environment, name: str, text: str) -> frozenset[str]:
        if (name, text) in self._used:
            return self._used[name, text]
        key = f"template:{fingerprint(name, text)}"
        kept = self._kept.get(key) if self._kept else None
        if kept is not None:
            return frozenset(kept.splitlines())
        try:
            used = frozenset(filter(None, meta.find_referenced_templates(environment.parse(text, name))))
        except TemplateSyntaxError:
            return frozenset()
        if self._kept:
            self._kept.put({key: "\n".join(sorted(used))})
        return used


def _closure(name: str, direct: Mapping[str, frozenset[str]]) -> list[str]:
    found, waiting = {name}, [name]
    while waiting:
        new = direct[waiting.pop()] & direct.keys() - found
        found |= new
        waiting += new
    return sorted(found)
