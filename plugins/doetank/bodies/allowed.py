"""What may stand in a body: the one list that decides which HTML passes."""

import nh3

COMMON = frozenset({"class", "id", "lang", "title", "dir"})
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "abbr": frozenset(),
    "blockquote": frozenset({"cite"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
TAGS = frozenset(ATTRIBUTES) | {
    "b", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "p", "pre", "q", "s", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var", "wbr",
}  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto"})

AUTHORS_CLASSES = frozenset({"decorative", "lead"})
ADMONITIONS = frozenset({"note", "tip", "important", "warning", "example", "quote"})
_OUR_CLASSES = frozenset({
    "admonition", "admonition-title", "note-ref", "note", "note__back", "note__number", "noted", "table-region", "visually-hidden",
    "align-left", "align-center", "align-right", "figure", "figure__caption",
})  # fmt: skip
_OUR_ATTRIBUTES = {"div": {"role", "tabindex", "aria-label"}, "a": {"aria-label"}}


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(COMMON - {"class"} | ATTRIBUTES.get(tag, frozenset())) | _OUR_ATTRIBUTES.get(tag, set()) for tag in TAGS},
    allowed_classes={tag: set(AUTHORS_CLASSES | ADMONITIONS | _OUR_CLASSES) for tag in TAGS},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def clean(html: str) -> str:
    """The net under all checks: whatever these missed does not reach the page."""
    return _CLEANER.clean(html)
