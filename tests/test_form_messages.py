"""What the form says: every text is used by its scripts, and every text that they ask for is there."""

import re

import pytest

from doetank.catalogue import LANGUAGES
from doetank.form_messages import BODY, MESSAGES, messages

from .sites import ROOT

SCRIPTS = ROOT / "theme" / "static" / "js"


def asked_for() -> set[str]:
    files = [SCRIPTS / "contribute.js", *(SCRIPTS / "contribute").glob("*.js")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    found = set(re.findall(r'\bsay\("(\w+)"|\btext\.([a-z_]+)\b(?!\()', code))
    return {one or other for one, other in found}


def test_every_message_is_used() -> None:
    # The heading above the mistakes stands in the page.
    assert {*MESSAGES, *BODY} - asked_for() == {"faults"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_asked_for_is_there(language: str) -> None:
    properties = {"length", "match", "replace", "split", "slice", "trim"}
    assert asked_for() - set(messages(language)) - set(BODY) - properties == set()
