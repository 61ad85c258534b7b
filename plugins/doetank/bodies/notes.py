"""Footnotes become margin notes: each stands directly after the block that refers to it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

Word = Callable[[str], str]


def place_notes(root: Element, gettext: Word) -> None:
    """Move the list of footnotes at the end of `root` to where they are read."""
    footnotes = next((child for child in root if child.tag == "div" and child.get("class") == "footnote"), None)
    if footnotes is None:
        return
    root.remove(footnotes)
    notes = {item.get("id", ""): item for item in footnotes.iter("li") if item.get("id")}
    numbers: dict[str, str] = {}
    for index, block in enumerate(list(root)):
        here: list[Element] = []
        read = [block]
        for text in read:  # grows: a note may refer to a note
            for link in [link for link in text.iter("a") if link.get("class") == "footnote-ref"]:
                name = link.get("href", "")[1:]
                if name in notes and name not in numbers:
                    here.append(notes[name])
                    read.append(notes[name])
                numbers.setdefault(name, link.text or "")
            _mark_references(text, gettext("Note"))
        if here:
            root[index] = _noted(block, here, numbers, gettext)


def _noted(block: Element, notes: list[Element], numbers: dict[str, str], gettext: Word) -> Element:
    wrapper = Element("div", {"class": "noted"})
    wrapper.append(block)
    wrapper.tail, block.tail = block.tail, "\n"
    for item in notes:
        name = item.get("id", "")
        note = SubElement(wrapper, "div", {"class": "note", "id": name, "role": "note", "aria-label": f"{gettext('Note')} {numbers[name]}"})
        note.extend(list(item))
        _number(note, numbers[name])
        for link in note.iter("a"):
            if link.get("class") == "footnote-backref":
                link.attrib = {"class": "note__back", "href": link.get("href", ""), "aria-label": gettext("Back to the text")}
        note.tail = "\n"
    return wrapper


def _number(note: Element, number: str) -> None:
    """The number stands in the note's first paragraph."""
    shown = Element("span", {"class": "note__number"})
    shown.text = number
    first = note[0] if len(note) and note[0].tag == "p" else SubElement(note, "p")
    shown.tail, first.text = " " + (first.text or ""), None
    first.insert(0, shown)


def _mark_references(block: Element, word: str) -> None:
    for sup in block.iter("sup"):
        for link in sup:
            if link.get("class") == "footnote-ref":
                link.attrib.pop("class")
                hidden = Element("span", {"class": "visually-hidden"})
                hidden.text, hidden.tail, link.text = word + " ", link.text, None
                link.insert(0, hidden)
                sup.set("class", "note-ref")
