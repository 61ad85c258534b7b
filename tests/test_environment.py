"""What templates share, and what each language has by itself."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from doetank.build.environment import environments
from doetank.pipeline import in_each_language

from .sites import example_library

TEMPLATES = {
    "term.html": '{{ "experiment" | term("phases") }}, {{ _("Lessons") }}',
    "fixed.html": "{% set title %}{{ _('Lessons') }}{% endset %}",
    "page.html": "{% from 'fixed.html' import title %}{{ title }}",
}


@pytest.fixture
def told():
    loaded = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environments(loaded, in_each_language(example_library()))


def test_a_template_is_compiled_once_and_speaks_every_language(told):
    spoken = {language: environment.get_template("term.html").render() for language, environment in told.items()}
    assert spoken == {"nl": "Experimenteren, Lessen", "en": "Experiment, Lessons"}
    one, two = (environment.get_template("term.html").root_render_func.__code__ for environment in told.values())
    assert one is two


def test_what_is_the_same_on_every_page_is_worked_out_once_a_language(told):
    assert {language: environment.get_template("page.html").render() for language, environment in told.items()} == {
        "nl": "Lessen",
        "en": "Lessons",
    }
    module = told["nl"].get_template("fixed.html")._get_default_module()
    assert module.title is told["nl"].get_template("fixed.html")._get_default_module().title
