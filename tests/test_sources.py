"""What a file's name says: its type, its id and its language."""

import pytest

from doetank.sources import find_media, find_sources

from .builders import found_in, lesson, recommendation, shown


def found(tmp_path, *names):
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    sources, problems = find_sources(tmp_path, "content", ("nl", "en"))
    return [(source.name, source.type, source.id, source.language) for source in sources], shown(problems)


def test_the_folder_says_the_type_and_the_name_the_id(tmp_path):
    assert found(tmp_path, "lessons/begin-klein.md", "people/jo.md", "inspiration/a1.md") == (
        [
            ("inspiration/a1.md", "inspiration", "a1", None),
            ("lessons/begin-klein.md", "lesson", "begin-klein", None),
            ("people/jo.md", "person", "jo", None),
        ],
        [],
    )


def test_sub_folders_are_free(tmp_path):
    assert found(tmp_path, "lessons/2013/Het Café/begin-klein.md") == (
        [("lessons/2013/Het Café/begin-klein.md", "lesson", "begin-klein", None)],
        [],
    )


def test_the_language_is_the_last_dotted_part_when_it_is_configured(tmp_path):
    assert found(tmp_path, "pages/over.en.md", "pages/over.md", "pages/over.nl.md")[0] == [
        ("pages/over.en.md", "page", "over", "en"), ("pages/over.md", "page", "over", None), ("pages/over.nl.md", "page", "over", "nl"),
    ]  # fmt: skip


def test_another_dotted_part_is_a_wrong_name(tmp_path):
    assert found(tmp_path, "pages/over.de.md")[1] == [
        "content/pages/over.de.md:1:1: a file name is made of a-z, 0-9 and `-`; name it `over-de.md`"
    ]


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Begin Klein", "begin-klein"),
        ("begin_klein", "begin-klein"),
        ("één-café", "een-cafe"),
        ("begin--klein", "begin-klein"),
        ("-klein-", "klein"),
        ("ʒ", "naam"),
        ("Klein.en", "klein.en"),
        ("2013.05.01", "2013-05-01"),
    ],
)
def test_a_wrong_name_is_refused_with_the_name_to_use(tmp_path, name, suggested):
    sources, problems = found(tmp_path, f"lessons/{name}.md")
    assert problems == [f"content/lessons/{name}.md:1:1: a file name is made of a-z, 0-9 and `-`; name it `{suggested}.md`"]
    assert [source[2] for source in sources] == [suggested.removesuffix(".en")]


def test_a_file_with_a_wrong_name_is_read_under_the_right_one():
    files = {"lessons/Begin Klein.md": lesson(verdict="werkt"), "recommendations/deel-lessen.md": recommendation()}
    assert found_in(files) == [
        "content/lessons/Begin Klein.md:1:1: a file name is made of a-z, 0-9 and `-`; name it `begin-klein.md`",
        "content/lessons/Begin Klein.md:8:10: verdict: `werkt` is not possible here; did you mean `works`?",
    ]


def test_a_wrong_name_beside_the_right_one_is_one_mistake():
    assert found_in({"lessons/Begin Klein.md": lesson(), "lessons/begin-klein.md": lesson()}) == [
        "content/lessons/Begin Klein.md:1:1: a file name is made of a-z, 0-9 and `-`; name it `begin-klein.md`",
    ]


def test_files_that_are_no_records_belong_under_media(tmp_path):
    assert found(tmp_path, "lessons/foto.jpg", "media/foto.jpg", "media/a/b.pdf", "vocabulary.yml") == (
        [], ["content/lessons/foto.jpg:1:1: only `.md` files are records; images, films and other files belong under `media/`"],
    )  # fmt: skip
    assert find_media(tmp_path) == ("media/a/b.pdf", "media/foto.jpg")


def test_hidden_files_and_the_frozen_editions_of_reports_are_no_records(tmp_path):
    assert found(tmp_path, ".git/a.md", "lessons/.begin.md.swp", "media/.DS_Store", "reports/2013.edition.json") == ([], [])
    assert find_media(tmp_path) == ()


@pytest.mark.parametrize("name", ["lessons/x.md", "media/x.png"])
def test_a_link_to_another_file_is_refused(tmp_path, name):
    (tmp_path / "elsewhere").write_text("geheim")
    (tmp_path / "content" / name).parent.mkdir(parents=True)
    (tmp_path / "content" / name).symlink_to(tmp_path / "elsewhere")
    assert shown(find_sources(tmp_path / "content", "content", ("nl",))[1]) == [
        f"content/{name}:1:1: a link to another file; put the file itself here"
    ]


def test_files_are_found_in_the_same_order_everywhere(tmp_path):
    names = ["lessons/b.md", "lessons/a.md", "lessons/2013/c.md", "pages/B.md", "cafes/z.md"]
    assert [source[0] for source in found(tmp_path, *names)[0]] == sorted(names)


@pytest.mark.parametrize("name", ["a.svg", "a.SVG", "a.html", "a.js", "deep/a.xml", "a.css"])
def test_media_that_can_hold_scripts_are_refused(tmp_path, name):
    suffix = "." + name.rpartition(".")[2]
    assert found(tmp_path, f"media/{name}")[1] == [
        f"content/media/{name}:1:1: `{suffix}` files can hold scripts; save a picture as PNG, JPEG or WebP, and a document as PDF",
    ]
