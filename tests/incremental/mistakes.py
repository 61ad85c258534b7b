"""What goes wrong in a site: content, theme and choices that a build refuses. Each makes another site of one."""

from dataclasses import replace

from hypothesis.strategies import DataObject

from .invented import PICTURE
from .moves import Move, choose
from .site import Site, record_id


def unknown_value(site: Site, data: DataObject) -> Site:
    return site.having([choose(data, sorted(site.texts))], status="klaar")


def missing_title(site: Site, data: DataObject) -> Site:
    return site.having([choose(data, sorted(site.texts))], title=None)


def named_and_gone(site: Site, data: DataObject) -> Site:
    """A record goes, and others still name it; where none does, nothing is wrong."""
    gone = record_id(choose(data, sorted(site.texts)))
    return replace(site, texts={name: text for name, text in site.texts.items() if record_id(name) != gone})


def address_taken(site: Site, data: DataObject) -> Site:
    return site.having([choose(data, sorted(site.texts))], aliases=["/lessen/"])


def not_text(site: Site, data: DataObject) -> Site:
    """Bytes that are no UTF-8."""
    return site.with_file("content/lessons/stuk.md", b"---\ntitle: \xff\n---\n")


def no_picture(site: Site, _data: DataObject) -> Site:
    return site.with_file(PICTURE, b"geen plaatje")


def no_vocabulary(site: Site, _data: DataObject) -> Site:
    return site.with_file("content/vocabulary.yml", b"phases: geen\n")


def undefined_in_a_template(site: Site, data: DataObject) -> Site:
    """Found when the first page is made with it."""
    return site.with_file(f"theme/templates/{choose(data, ('home', 'list', 'page'))}.html", b"{{ nothing_of_that_name }}")


def unreadable_template(site: Site, data: DataObject) -> Site:
    """Found before any page is made."""
    return site.with_file(f"theme/templates/{choose(data, ('page', 'lesson'))}.html", b"{% if %}")


def missing_token_file(site: Site, _data: DataObject) -> Site:
    return replace(site, choices={**site.choices, "THEME_CSS": "weg.css"})


MISTAKES: tuple[Move, ...] = (
    unknown_value, missing_title, named_and_gone, address_taken, not_text, no_picture, no_vocabulary, undefined_in_a_template,
    unreadable_template, missing_token_file,
)  # fmt: skip
