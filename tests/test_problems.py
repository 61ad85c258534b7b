"""A problem is a value with a place; all problems come out once and in order."""

from doetank.catalogue import Catalogue, catalogue
from doetank.problems import ContentError, Message, Problem, Word, say

DUTCH = Catalogue(
    "nl",
    {
        "advice": "advies",
        "`{found}` is wrong; {instead}": "`{found}` klopt niet; {instead}",
        "try {near}": "probeer {near}",
        "Lesson": "Les",
    },
    {},
)


def test_a_problem_reads_as_path_line_column_field_and_message():
    problem = Problem("content/a.md", 3, 7, "title", say("is missing, and is required"))
    assert problem.format(catalogue("en")) == "content/a.md:3:7: title: is missing, and is required"


def test_a_problem_in_no_field_has_no_field_in_its_text():
    assert Problem("a.md", 1, 1, "", say("the file is odd")).format(catalogue("en")) == "a.md:1:1: the file is odd"


def test_a_notice_says_that_it_is_advice():
    assert Problem("a.md", 1, 1, "", say("too long"), notice=True).format(DUTCH) == "a.md:1:1: advies: too long"


def test_a_message_and_the_messages_in_it_are_translated():
    message = say("`{found}` is wrong; {instead}", found="x", instead=say("try {near}", near="y"))
    assert message.format(DUTCH) == "`x` klopt niet; probeer y"


def test_a_found_text_with_braces_is_shown_as_it_is():
    assert say("`{found}` is wrong; {instead}", found="{near}", instead="").format(DUTCH) == "`{near}` klopt niet; "


def test_a_label_inside_a_sentence_loses_its_capital():
    assert say("no {kind}", kind=Word("Lesson")).format(DUTCH) == "no les"


def test_a_message_is_its_english_text_and_its_values():
    assert say("a {b}", b=1) == Message("a {b}", {"b": 1})


def test_a_content_error_has_its_problems_in_order_of_file_and_place():
    texts = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 2, 5), ("a.md", 2, 1)]
    error = ContentError(Problem(path, line, column, "", say("x")) for path, line, column in texts)
    assert [(problem.path, problem.line, problem.column) for problem in error.problems] == sorted(texts)
