"""What the documents say is so: names, tasks, paths, links, and the example that people copy."""

import ast
import re
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from doetank.catalogue import catalogue
from doetank.pipeline import check, make_outputs, read_library
from doetank.problems import ContentError
from doetank.records import RECORD_TYPES, choices
from doetank.urls import TYPES
from doetank.vocabulary import LISTS

from .sites import CONTENT, EXAMPLE, ROOT, site

PACKAGE = ROOT / "plugins" / "doetank"
README = ROOT / "README.md"
GLOSSARY = ROOT / ".github" / "GLOSSARY.md"
DOCUMENTS = (README, *sorted((ROOT / ".github").rglob("*.md")))
NAMED = (".css", ".html", ".lock", ".po", ".py", ".toml", ".yml")
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


def fenced(path: Path, language: str) -> list[str]:
    """The code blocks of a document, without the indent of the list they stand in."""
    blocks = (match for match in FENCE.finditer(path.read_text(encoding="utf-8")) if match[2] == language)
    return [re.sub(rf"^{match[1]}", "", match[3], flags=re.MULTILINE) for match in blocks]


def prose(path: Path) -> str:
    """A document without its code blocks."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def rows(path: Path) -> list[list[str]]:
    """The rows of a document's tables, without the heads and the lines below these."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    below_a_head = [number for number, line in enumerate(lines) if set(line) <= set("|- ")]
    left_out = {*below_a_head, *(number - 1 for number in below_a_head)}
    return [[cell.strip() for cell in line.strip("|").split("|")] for number, line in enumerate(lines) if number not in left_out]


def in_code_form(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@cache
def glossary_names() -> frozenset[str]:
    return frozenset(name for row in rows(GLOSSARY) for name in in_code_form(row[2]))


@cache
def names_in_the_code() -> frozenset[str]:
    """What modules are called and what they define: classes, functions, fields, constants, and coded values."""
    found = {*RECORD_TYPES, *LISTS}
    for path in PACKAGE.rglob("*.py"):
        found |= {path.stem, path.parent.name}
        module = ast.parse(path.read_text(encoding="utf-8"))
        found |= {node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
        scopes: list[ast.Module | ast.ClassDef] = [module, *(node for node in ast.walk(module) if isinstance(node, ast.ClassDef))]
        for scope in scopes:
            given = [target for node in scope.body if isinstance(node, ast.Assign) for target in node.targets]
            given += [node.target for node in scope.body if isinstance(node, ast.AnnAssign)]
            found |= {target.id for target in given if isinstance(target, ast.Name)}
    return frozenset(found)


def tasks() -> set[str]:
    """The tasks as people type them. Read as text: to import the file is to run it."""
    functions = [node for node in ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    marked = [node for node in functions if any(ast.unparse(mark).partition("(")[0] == "task" for mark in node.decorator_list)]
    return {node.name.strip("_").replace("_", "-") for node in marked}


def tree() -> list[str]:
    """Every path that the README's map names."""
    drawing = next(block for block in fenced(README, "text") if block.startswith(".\n"))
    above: list[str] = []
    paths = []
    for match in re.finditer(r"^((?:│   |    )*)[├└]── (\S+)", drawing, re.MULTILINE):
        above = [*above[: len(match[1]) // 4], match[2]]
        paths.append("".join(above))
    return paths


def lesson_of_the_readme(folder: Path) -> Path:
    """The real content with the README's lesson in it, at the place that the README says."""
    (text,) = fenced(README, "markdown")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    path = folder / name_of_the_lesson()
    path.write_text(text, encoding="utf-8")
    return path


def name_of_the_lesson() -> str:
    match = re.search(r"Save this as `(content/lessons/\S+\.md)`", README.read_text(encoding="utf-8"))
    assert match
    return match[1]


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_the_glossary_names_every_record_type_with_the_word_that_readers_see(type_name: str) -> None:
    record_type = RECORD_TYPES[type_name]
    (row,) = [row for row in rows(GLOSSARY) if in_code_form(row[2]) == [record_type.__name__, type_name]]
    assert row[1] == catalogue("nl").gettext(record_type.label)


def test_the_glossary_names_every_set_of_coded_values() -> None:
    assert {choice.__name__ for choice in choices.Choice.__subclasses__()} - glossary_names() == set()


def test_the_glossary_names_every_list_of_the_vocabulary() -> None:
    assert set(LISTS) - glossary_names() == set()


def test_every_name_in_the_glossary_is_a_name_in_the_code() -> None:
    assert glossary_names() - names_in_the_code() == set()


def test_every_word_in_the_glossary_has_a_dutch_word_a_name_and_one_line() -> None:
    for row in rows(GLOSSARY):
        word, dutch, code, meaning = row
        assert word, row
        assert dutch, row
        assert in_code_form(code), row
        assert meaning.endswith("."), row


def test_the_readme_names_every_task_and_no_other() -> None:
    text = README.read_text(encoding="utf-8")
    in_table = {name for row in rows(README) for name in in_code_form(row[0])}
    assert in_table | set(re.findall(r"python3 tasks\.py ([\w-]+)", text)) == tasks()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_task_that_a_document_tells_to_run_is_there(path: Path) -> None:
    assert set(re.findall(r"tasks\.py ([\w-]+)", path.read_text(encoding="utf-8"))) - tasks() == set()


def test_every_path_on_the_readmes_map_is_there() -> None:
    paths = tree()
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert [path for path in paths if (ROOT / path).is_dir() != path.endswith("/")] == []


@cache
def files_of_the_project() -> tuple[str, ...]:
    folders = (ROOT / name for name in (".github", "content", "plugins", "tests", "theme"))
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in NAMED]
    return tuple(f"/{path.relative_to(ROOT).as_posix()}" for path in (*found, *ROOT.glob("*")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_in_code_form_is_there(path: Path) -> None:
    named = [name for name in in_code_form(prose(path)) if re.fullmatch(r"[\w./-]+", name) and Path(name).suffix in NAMED]
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in files_of_the_project())] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_to_a_file_leads_there(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", prose(path))
    inside = [link for link in links if not urlsplit(link).scheme and not link.startswith("#")]
    assert [link for link in inside if not (path.parent / unquote(urlsplit(link).path)).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_fragment_that_a_document_links_to_is_a_heading(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]*#[^)\s]+)\)", prose(path)):
        name, _, fragment = link.partition("#")
        if urlsplit(link).scheme:
            continue
        target = path.parent / name if name else path
        headings = re.findall(r"^#+ (.+)$", prose(target), re.MULTILINE)
        assert fragment in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}, link


def test_the_lesson_of_the_readme_is_right_and_stands_where_the_readme_says(tmp_path: Path) -> None:
    lesson_of_the_readme(tmp_path)
    assert check(tmp_path / "content", site(), "content") == ()
    pages, _ = make_outputs(read_library(tmp_path / "content", site()))
    (address,) = re.findall(r"<http://localhost:8000(/[^>]+)>", README.read_text(encoding="utf-8"))
    assert address in {page.url for page in pages}


def test_the_mistakes_that_the_readme_shows_are_what_the_checker_says(tmp_path: Path) -> None:
    path = lesson_of_the_readme(tmp_path)
    text = path.read_text(encoding="utf-8")
    wrong = text.replace("verdict: works\n", "verdict: worked\n").replace("learned: 2026-05\n", "learned: 04-05-2026\n")
    path.write_text(re.sub(r"^advice: .*\n", "", wrong, flags=re.MULTILINE), encoding="utf-8")
    words = catalogue("nl")
    problems = [problem.format(words) for problem in check(tmp_path / "content", site(), "content")]
    total = words.ngettext("{n} mistake. Nothing was written.", "{n} mistakes. Nothing was written.", len(problems)).format(n=len(problems))
    assert "\n".join([*problems, total]) + "\n" in fenced(README, "text")


def test_the_lesson_of_the_readme_is_invented_and_so_refused_for_the_public(tmp_path: Path) -> None:
    lesson_of_the_readme(tmp_path)
    with pytest.raises(ContentError) as refused:
        read_library(tmp_path / "content", site(production=True))
    assert {(problem.path, problem.field) for problem in refused.value.problems} == {(name_of_the_lesson(), "fictional")}


def test_the_answer_that_the_readme_quotes_is_what_the_checker_says() -> None:
    assert f"`{catalogue('nl').gettext('No mistakes found.')}`" in README.read_text(encoding="utf-8")


def test_the_invented_network_has_every_type_of_record() -> None:
    assert [name.folder for name in TYPES.values() if not any((EXAMPLE / name.folder).rglob("*.md"))] == []


def test_every_decision_has_a_context_a_decision_and_consequences_in_thirty_lines() -> None:
    decisions = sorted((ROOT / ".github" / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], path.name
        assert len(text.splitlines()) <= 30, path.name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_line_of_a_document_holds_one_sentence(path: Path) -> None:
    paragraphs = [line for line in prose(path).splitlines() if line and not re.match(r" *([|#<!>-]|\d+\.|- )", line)]
    assert [line for line in paragraphs if re.search(r"[.?!] [A-Z]", re.sub(r"`[^`]*`|\[[^\]]*\]", "", line))] == []
