"""The Nu HTML checker finds nothing on any page. Style sheets are not put to it: it does not know `@view-transition` yet."""

import json
import shutil
import subprocess

import pytest

from doetank.urls import PATTERNS

from ..sites import built_content, built_example
from .conftest import NODE_MODULES, NODE_REMEDY, needed


@pytest.fixture(scope="module")
def checker():
    java = needed("Java", shutil.which("java"), "sudo apt-get install default-jre-headless")
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return [java, "-jar", str(needed("HTML checker", jar.exists() and jar, NODE_REMEDY))]


def shows_headings(found):
    """The pattern page of a component that holds the heading of a page shows it in all its forms."""
    return PATTERNS in found["url"] and found["message"].startswith("Consider using the “h1” element as a top-level heading only")


@pytest.mark.parametrize("built", [built_example, built_content])
def test_the_html_checker_has_neither_errors_nor_warnings(checker, built):
    options = ["--skip-non-html", "--skip-info-messages", "--exit-zero-always", "--stdout", "--format", "json"]
    done = subprocess.run([*checker, *options, str(built())], capture_output=True, text=True, check=True)
    messages = [found for found in json.loads(done.stdout)["messages"] if not shows_headings(found)]
    assert [(found["url"], found.get("lastLine"), found["message"]) for found in messages] == []
