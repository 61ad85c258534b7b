"""Records by way of an issue on GitHub: the form that is filled in there, made from a record type, and what was filled in as a file."""

from .. import urls

ASKED = ("lesson", "post", "cafe", "discussion")
"""The types that have a form, in the order in which it is offered."""
LABELS = {f"inzending-{urls.GUIDES[name]}": name for name in ASKED}
"""The label that GitHub gives an issue made with the form of a type; `submission.yml` looks for how it begins."""
