"""Every record comes back from JSON exactly as it was."""

import json

import pytest

from doetank.pipeline import read_library
from doetank.record_json import NotPlain, as_json, from_json
from doetank.records.fields import Ref

from .builders import cafe
from .sites import CONTENT, example_library, front_matter, library_of, site

ZONE = site().zone


@pytest.mark.parametrize("library", [example_library(), read_library(CONTENT, site())], ids=["invented", "real"])
def test_a_record_comes_back_as_it_was(library):
    records = [entry.record for entry in library.everything()]
    back = [from_json(as_json(record, ZONE), ZONE) for record in records]
    assert back == records
    # Equal to the type of each value in it: a moment in the site's own zone is no moment with an offset.
    assert [repr(record) for record in back] == [repr(record) for record in records]


@pytest.mark.parametrize("start", ["2024-07-01 14:00", "2024-07-01T14:00+02:00", "2024-07-01T12:00Z"])
def test_a_moment_keeps_the_zone_that_it_was_written_in(start):
    text = front_matter(title="Feest", kind="cafe", city="Den Haag", summary="Kort.", start=start, end="2024-07-01 18:00")
    (entry,) = library_of({"cafes/feest.md": text}).all("cafe")
    back = from_json(as_json(entry.record, ZONE), ZONE)
    assert repr(back.start.moment.tzinfo) == repr(entry.record.start.moment.tzinfo)


def test_what_records_do_not_hold_is_refused():
    with pytest.raises(NotPlain, match="object"):
        as_json((Ref("lesson", "a"), object()), ZONE)


@pytest.mark.parametrize(
    "text", ['{"#":"os.system"}', '{"#":"validation.Value"}', '{"=":["Status","onzin"]}', "{}", "[", '{"~":"geen dag"}']
)
def test_another_text_gives_no_value_and_runs_nothing(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text, ZONE)


def test_what_nobody_wrote_takes_no_room():
    (entry,) = library_of({"cafes/feest.md": cafe()}).all("cafe")
    assert set(json.loads(as_json(entry.record, ZONE))) < {"#", *type(entry.record).model_fields}
