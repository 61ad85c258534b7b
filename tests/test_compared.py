"""A report beside earlier ones: only where there is one, and only what was counted in the same way."""

from dataclasses import replace

from doetank.compared import comparison, year_to_year
from doetank.figures import MAIN, Count, counts_of, figures_of, plain, sentence
from doetank.records.fields import Ref
from doetank.year_lessons import year_lessons

from .sites import html_of, lesson, library_of, report


def of(years, learned=("2023", "2024", "2024"), **texts):
    lessons = {f"lessons/les-{number}.md": lesson(learned=year) for number, year in enumerate(learned)}
    reports = {}
    for name in years:
        first, _, last = name.partition("-")
        reports[f"reports/{name}.md"] = report(period={"from": first, "to": last or first})
    return library_of({**lessons, **reports, **texts})


def counted(library, name):
    return year_lessons(library, library.entry(Ref("report", name)).record)


def earlier(library, name):
    record = library.entry(Ref("report", name)).record
    return counts_of(library, record, figures_of(library, record))


def test_the_main_figures_stand_beside_those_of_the_report_before():
    library = of(["2023", "2024"])
    found = comparison(counted(library, "2024"), (earlier(library, "2023"),))
    assert (found.names, len(found.rows), found.otherwise) == (("2023", "2024"), len(MAIN), ())
    (row,) = [row for row in found.rows if row.label == "Lessen"]
    assert row.counts == (Count(1, "/jaarlessen/2023/geteld/#count-lessons"), Count(2, "/jaarlessen/2024/geteld/#count-lessons"))


def test_what_was_counted_in_another_way_is_named_and_not_compared():
    library = of(["2023", "2024"])
    before = earlier(library, "2023")
    otherwise = (
        replace(figure, measure=replace(figure.measure, method=2)) if figure.id == "posts" else figure for figure in before.figures
    )
    kept = tuple(figure for figure in otherwise if figure.id != "cafes")
    found = comparison(counted(library, "2024"), (replace(before, figures=kept),))
    assert found.otherwise == ("Cafés en andere bijeenkomsten", "Berichten")
    assert not {"Cafés en andere bijeenkomsten", "Berichten"} & {row.label for row in found.rows}


def test_without_a_report_before_the_page_says_why_nothing_is_compared():
    page = html_of(of(["2022", "2024"]), "/jaarlessen/2024/")
    assert "Er is geen verslag over 2023. Daarom zijn deze getallen niet met die periode vergeleken." in page
    assert "/jaarlessen/2022/geteld/" not in page


def test_a_report_of_several_years_is_put_beside_one_of_as_many():
    assert "Er is geen verslag over 2021-2022." in html_of(of(["2022", "2023-2024"]), "/jaarlessen/2023-2024/")
    assert "/jaarlessen/2021-2022/geteld/#count-lessons" in html_of(of(["2021-2022", "2023-2024"]), "/jaarlessen/2023-2024/")


def test_the_years_of_a_longer_report_stand_beside_each_other():
    found = year_to_year(counted(of(["2022-2024"]), "2022-2024"))
    assert found.names == ("2022", "2023", "2024")
    (row,) = [row for row in found.rows if row.label == "Lessen"]
    assert [count.number for count in row.counts] == [0, 1, 2]
    assert row.counts[2].url == "/jaarlessen/2022-2024/geteld/#count-year-2024-lessons"
    assert year_to_year(counted(of(["2024"]), "2024")) is None


def test_a_sentence_keeps_what_its_numbers_count():
    number = Count(3, "/a/#count-b")
    pieces = sentence("Van {names}: {n}.", names="Ee", n=number)
    assert pieces == ("Van ", "Ee", ": ", number, ".")
    assert plain(pieces) == "Van Ee: 3."
