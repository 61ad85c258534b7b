"""Every colour can be told from what it lies on: our tokens and the example of an organisation's, light and dark."""

import re
from pathlib import Path

import pytest

from doetank.tokens import colours, contrast, tokens

from .sites import ROOT

OURS = ROOT / "theme" / "static" / "css" / "tokens.css"
EXAMPLE = ROOT / "theme" / "examples" / "theme.css"

PAGE = "utrecht-document-background-color"
SURFACE = "werkboek-surface-background-color"
ADVICE = "werkboek-advice-background-color"
MARK = "nl-mark-background-color"
CONTROL = "utrecht-form-control-background-color"
INK = "utrecht-document-color"
READ_ON = (PAGE, SURFACE, ADVICE, MARK)

TEXT = {
    **{(INK, ground): "text stands on the page, in a notice, in advice and in a note that was just followed" for ground in READ_ON},
    **{("werkboek-muted-color", ground): "who said it, when, and what is not recorded, stand with the text" for ground in READ_ON},
    **{("nl-link-color", ground): "a text may hold a link wherever it stands" for ground in READ_ON},
    **{("nl-link-visited-color", ground): "and that link may have been followed" for ground in READ_ON},
    **{("nl-link-hover-color", ground): "and it may be pointed at" for ground in READ_ON},
    (INK, CONTROL): "what somebody types",
    ("werkboek-accent-color", PAGE): "the line above a title, the years of a report, the second button",
    ("werkboek-accent-color", ADVICE): "the heading of the advice",
    ("nl-button-primary-color", "nl-button-primary-background-color"): "the button",
    (PAGE, INK): "a button that is pointed at, and the way to the content, turn page and ink around",
}
"""Text and what it lies on, with where that is; WCAG 1.4.3 asks 4.5."""

SHAPES = {
    **{("utrecht-focus-outline-color", ground): "a link in a text shows that it has the focus" for ground in (*READ_ON, CONTROL)},
    ("utrecht-form-control-border-color", PAGE): "a field is told from the page by its border",
    ("utrecht-form-control-border-color", CONTROL): "and from what is typed in it; the axis of a chart is drawn so too",
    ("werkboek-accent-color", SURFACE): "the line beside the choice that was made",
    ("werkboek-strong-separator-color", PAGE): "the mark of a phase",
    ("nl-button-primary-background-color", PAGE): "a button is told from the page by its fill",
}
"""Controls and graphics and what they lie on; WCAG 1.4.11 asks 3."""

DECORATION = {"werkboek-separator-color": "a hairline between things that their space and headings part already"}
"""Colours that tell nothing by themselves, with the reason."""


def tokens_of(*sheets: Path, more: bool = False) -> dict[str, str]:
    return tokens([sheet.read_text(encoding="utf-8") for sheet in sheets], more)


def pair(values: dict[str, str], name: str) -> tuple[str, str]:
    """A token as its colours, light and dark."""
    found = colours(values, name)
    assert found, f"--{name}: {values[name]} is not light-dark() of two colours of six digits"
    return found


def too_little(values: dict[str, str], pairs: dict[tuple[str, str], str], least: float) -> list[str]:
    found = [
        (front, ground, mode, contrast(*both))
        for front, ground in pairs
        for mode, both in zip(("light", "dark"), zip(pair(values, front), pair(values, ground), strict=True), strict=True)
    ]
    return [f"{front} on {ground}, {mode}: {value:.2f}" for front, ground, mode, value in found if value < least]


@pytest.mark.parametrize("more", [False, True], ids=["usual", "more contrast"])
@pytest.mark.parametrize("sheets", [(OURS,), (OURS, EXAMPLE)], ids=["ours", "example"])
def test_text_and_shapes_can_be_told_from_what_they_lie_on(sheets, more):
    values = tokens_of(*sheets, more=more)
    assert too_little(values, TEXT, 4.5) == []
    assert too_little(values, SHAPES, 3) == []


def test_every_colour_that_rules_use_is_in_a_pair_or_is_decoration():
    values = tokens_of(OURS)
    rules = "".join(path.read_text(encoding="utf-8") for path in OURS.parent.rglob("*.css") if path != OURS)
    used = {name for name in re.findall(r"var\(--([\w-]+)\)", rules) if name.endswith("color")}
    assert used - set(values) == set()
    paired = {name for pair in (*TEXT, *SHAPES) for name in pair}
    assert paired | set(DECORATION) == used
    assert paired & set(DECORATION) == set()


def test_rules_have_no_colours_of_their_own():
    sheets = [
        path for path in OURS.parent.rglob("*.css") if path.name not in ("tokens.css", "print.css")
    ]  # print gives tokens other values
    own = re.compile(r"(?<![\w\"'(])#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(")
    assert [path.name for path in sheets if own.search(re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))] == []


def test_the_example_gives_other_values_to_tokens_that_there_are():
    ours, example = tokens_of(OURS), tokens_of(EXAMPLE)
    assert set(example) - set(ours) == set()
    assert [name for name in example if example[name] == ours[name]] == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1b1f23", "#faf8f4", 15.6)]
)
def test_contrast_is_reckoned_as_wcag_does(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(other, one) == contrast(one, other)
