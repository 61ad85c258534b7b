"""The record types: the only place where a field is defined. One small file a type."""

from collections.abc import Mapping

from .cafe import Cafe
from .discussion import Discussion
from .doetank import Doetank
from .experiment import Experiment
from .inspiration import Inspiration
from .lesson import Lesson
from .method import Method
from .organisation import Organisation
from .page import Page
from .person import Person
from .post import Post
from .recommendation import Recommendation
from .record import Record
from .reflection import Reflection
from .report import Report

RECORD_TYPES: Mapping[str, type[Record]] = {
    record_type.type: record_type
    for record_type in (
        Doetank,
        Experiment,
        Lesson,
        Recommendation,
        Post,
        Cafe,
        Reflection,
        Report,
        Discussion,
        Inspiration,
        Method,
        Organisation,
        Person,
        Page,
    )
}

__all__ = [
    "RECORD_TYPES",
    "Cafe",
    "Discussion",
    "Doetank",
    "Experiment",
    "Inspiration",
    "Lesson",
    "Method",
    "Organisation",
    "Page",
    "Person",
    "Post",
    "Recommendation",
    "Record",
    "Reflection",
    "Report",
]
