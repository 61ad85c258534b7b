"""How long a film takes is written as on a player."""

import pytest

from doetank.durations import parse_duration


@pytest.mark.parametrize(
    ("text", "iso"),
    [("4:05", "PT4M5S"), ("0:04", "PT4S"), ("1:04:05", "PT1H4M5S"), ("75:00", "PT1H15M"), ("04:00", "PT4M"), ("0:00", "PT0S")],
)
def test_minutes_and_seconds_with_hours_where_there_are_some(text, iso):
    assert parse_duration(text).iso == iso


@pytest.mark.parametrize("text", ["4", "4:5", "4:60", ":30", "een kwartier", "4:05 ", "٤:٠٥", "1:2:3:04"])
def test_any_other_form_is_refused(text):
    with pytest.raises(ValueError, match="^" + text.replace("?", r"\?")):
        parse_duration(text)
