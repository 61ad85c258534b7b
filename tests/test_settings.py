"""The site's choices out of pelicanconf.py: what is not settled, and what cannot be."""

import pytest

from doetank.settings import site_from
from doetank.site import Publisher

SETTINGS = {"SITENAME": "Netwerk", "DEFAULT_LANG": "nl"}


def test_a_publisher_that_is_not_settled_is_none():
    assert site_from(SETTINGS).publisher is None
    assert site_from({**SETTINGS, "PUBLISHER": {}}).publisher is None


def test_a_publisher_has_a_name_and_may_have_an_address():
    assert site_from({**SETTINGS, "PUBLISHER": {"name": "Stichting"}}).publisher == Publisher("Stichting")
    told = {"name": "Stichting", "uri": "https://ror.org/0"}
    assert site_from({**SETTINGS, "PUBLISHER": told}).publisher == Publisher("Stichting", "https://ror.org/0")


@pytest.mark.parametrize(
    "told", [{"uri": "https://ror.org/0"}, {"name": "", "uri": "https://ror.org/0"}, {"name": "A", "uri": "ror.org/0"}]
)
def test_a_publisher_without_a_name_or_with_half_an_address_is_refused(told):
    with pytest.raises(ValueError, match="PUBLISHER"):
        site_from({**SETTINGS, "PUBLISHER": told})


@pytest.mark.parametrize(("found", "pdf"), [(object(), True), (None, False)])
def test_there_is_a_pdf_where_it_is_asked_for_and_typst_is_installed(monkeypatch, found, pdf):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: found if name == "typst" else None)
    assert site_from({**SETTINGS, "PDF": True}).pdf is pdf
    assert site_from(SETTINGS).pdf is False


@pytest.mark.parametrize("contact", ["", "/colofon/", "https://example.org/meld", "mailto:info@example.org", "tel:+31000000000"])
def test_a_contact_is_a_page_or_an_address(contact):
    assert site_from({**SETTINGS, "CONTACT": contact}).contact == contact


@pytest.mark.parametrize("contact", ["info@example.org", "http://example.org/meld", "colofon"])
def test_a_contact_that_nobody_can_follow_is_refused(contact):
    with pytest.raises(ValueError, match="CONTACT"):
        site_from({**SETTINGS, "CONTACT": contact})
