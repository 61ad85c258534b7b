"""A page leads to its source and its history, on every kind of git host that is known."""

import shutil

import pytest

from doetank.repository import FORGES, Repository
from doetank.settings import site_from

from .sites import EXAMPLE, ROOT, lesson, pelican

PATH = "content/lessons/2024/begin klein.md"
SETTINGS = {"SITENAME": "Netwerk", "DEFAULT_LANG": "nl"}


@pytest.mark.parametrize(
    ("forge", "edit", "source", "history"),
    [
        ("github", "/edit/main/", "/blob/main/", "/commits/main/"),
        ("gitlab", "/-/edit/main/", "/-/blob/main/", "/-/commits/main/"),
        ("forgejo", "/_edit/main/", "/src/branch/main/", "/commits/branch/main/"),
        ("gitea", "/_edit/main/", "/src/branch/main/", "/commits/branch/main/"),
    ],
)
def test_each_host_has_its_own_addresses(forge, edit, source, history):
    repository = Repository("https://git.example.org/netwerk/teksten", forge)
    assert [repository.edit(PATH), repository.source(PATH), repository.history(PATH)] == [
        f"https://git.example.org/netwerk/teksten{part}content/lessons/2024/begin%20klein.md" for part in (edit, source, history)
    ]


def test_every_host_that_is_known_is_tested():
    assert set(FORGES) == {"github", "gitlab", "forgejo", "gitea"}


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "/new/site/nieuw%231?filename={path}&value={text}"),
        ("gitlab", "/-/new/site/nieuw%231?file_name={path}"),
        ("forgejo", "/_new/site/nieuw%231?filename={path}&value={text}"),
        ("gitea", "/_new/site/nieuw%231?filename={path}&value={text}"),
    ],
)
def test_a_file_is_begun_on_each_host_with_its_name_and_where_that_can_be_its_text(forge, address):
    assert Repository("https://git.example.org/a/b", forge, "site/nieuw#1").new == f"https://git.example.org/a/b{address}"


def test_a_branch_may_have_a_slash_and_signs_in_its_name():
    repository = Repository("https://git.example.org/a/b", branch="site/nieuw#1")
    assert repository.edit("content/a.md") == "https://git.example.org/a/b/edit/site/nieuw%231/content/a.md"


def test_a_host_of_an_unknown_kind_is_refused_with_those_that_are_known():
    with pytest.raises(ValueError, match="FORGE: expected one of github, gitlab, forgejo, gitea, found 'sourcehut'"):
        Repository("https://git.example.org/a/b", "sourcehut")


def test_the_settings_make_a_repository_and_none_without_an_address():
    assert site_from(SETTINGS).repository is None
    assert site_from({**SETTINGS, "REPOSITORY": ""}).repository is None
    given = {"REPOSITORY": "https://git.example.org/a/b/", "FORGE": "gitlab", "BRANCH": "site"}
    assert site_from({**SETTINGS, **given}).repository == Repository("https://git.example.org/a/b", "gitlab", "site")


def test_a_page_leads_to_its_source_and_its_history_when_the_repository_is_known(tmp_path):
    content = tmp_path / "content"
    (content / "lessons").mkdir(parents=True)
    shutil.copy(EXAMPLE / "vocabulary.yml", content)
    (content / "lessons" / "a.md").write_text(lesson(modified="2025-02-03"), encoding="utf-8")
    settings = tmp_path / "settings.py"
    own = 'REPOSITORY = "https://git.example.org/a/b"\nFORGE = "forgejo"\nTHEME = str(ROOT / "theme")\n'
    settings.write_text(
        f"import sys\nfrom pathlib import Path\nROOT = Path({str(ROOT)!r})\nsys.path.insert(0, str(ROOT))\nfrom pelicanconf import *\n{own}"
    )
    done = pelican("content", "-s", str(settings), "-o", "output", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "output" / "lessen" / "a" / "index.html").read_text(encoding="utf-8")
    for part in ("_edit/main", "src/branch/main", "commits/branch/main"):
        assert f'href="https://git.example.org/a/b/{part}/content/lessons/a.md"' in page
    assert 'datetime="2025-02-03"' in page
    form = (tmp_path / "output" / "bijdragen" / "les" / "index.html").read_text(encoding="utf-8")
    assert 'data-new="https://git.example.org/a/b/_new/main?filename={path}&amp;value={text}"' in form
