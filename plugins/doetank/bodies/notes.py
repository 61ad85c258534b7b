"""Footnotes become margin notes: each stands directly after the block that refers to it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

Word = Callable[[str], str]


def place_notes(root: Element, word: Word) -> None:
    """Move the list of footnotes at the end of `root` to where they are read; `word` translates."""
    footnotes = next((child for child in root if child.tag == "div" and child.get("class") == "footnote"), None)
    if footnotes is None:
        return
    root.remove(footnotes)
    notes = {item.get("id", ""): item for item in footnotes.iter("li") if item.get("id")}
    for index, block in enumerate(list(root)):
        named = [link.get("href", "")[1:] for link in block.iter("a") if link.get("class") == "footnote-ref"]
        here = [notes.pop(name) for name in dict.fromkeys(named) if name in notes]
        _mark_references(block, word)
        if here:
            root[index] = _noted(block, here, word)


def _noted(block: Element, notes: list[Element], word: Word) -> Element:
    wrapper = Element("div", {"class": "noted"})
    wrapper.append(block)
    wrapper.tail, block.tail = block.tail, "\n"
    for note in notes:
        aside = SubElement(wrapper, "div", {"class": "note", "id": note.get("id", ""), "role": "note"})
        aside.extend(list(note))
        for link in aside.iter("a"):
            if link.get("class") == "footnote-backref":
                link.set("class", "note__back")
                link.set("aria-label", word("Back to the text"))
                link.attrib.pop("title", None)
        aside.tail = "\n"
    return wrapper


def _mark_references(block: Element, word: Word) -> None:
    for sup in block.iter("sup"):
        for link in sup:
            if link.get("class") == "footnote-ref":
                link.attrib.pop("class")
                hidden = Element("span", {"class": "visually-hidden"})
                hidden.text, hidden.tail, link.text = word("note") + " ", link.text, None
                link.insert(0, hidden)
                sup.set("class", "note-ref")
