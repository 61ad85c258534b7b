"""What the form for contributors says of itself; what it says of a field comes with the schema."""

from .bodies.allowed import ATTRIBUTES, COMMON, TAGS
from .catalogue import N_, Catalogue, catalogue
from .yaml_text import INVISIBLE

MESSAGES = {
    "unknown": N_("There is no question with this name."),
    "missing": N_("“{label}” is missing, and is required"),
    "long": N_("is {length} characters long; at most {limit}"),
    "reference": N_("{found} is not in the list; choose from what appears when you type"),
    "wrong": N_("{found} does not belong here"),
    "taken": N_("there is a text with this name already; choose another"),
    "name": N_("a file name is made of a-z, 0-9 and `-`"),
    "saved": N_("Saved in this browser at {time}."),
    "unsaved": N_("This browser keeps nothing; download the file before you go."),
    "forgotten": N_("Everything that stood here is forgotten."),
    "forget": N_("Forget all that you wrote here?"),
    "loaded": N_("{file} is in the form; go on where you were."),
    "unreadable": N_("{file} cannot be read here (line {line}). Only files that this form wrote, or that look like them, can."),
    "other": N_("{file} has fields that this form does not know: {names}. They were left out."),
    "words": N_("{n} words"),
    "sentence": N_("{found} has {n} words; up to {most} reads better"),
    "difficult": N_("{found}: “{instead}” is plainer"),
    "faults": N_("This is not right yet"),
    "copied": N_("Not every way can carry a text of this length, so it is on your clipboard too. Where it is missing, paste it (Ctrl+V)."),
    "uncopied": N_(
        "This browser does not let us use the clipboard. Open the downloaded file, copy what is in it, and paste that in the large field."
    ),
    "subject": N_("For {site}: {title}"),
    "mail": N_("Dear editors,\n\nthis is a text for the site. Its file is called {file}.\n\n"),
    "mail_paste": N_("Paste the text here (Ctrl+V): it is on your clipboard. Or add the file that you downloaded.\n"),
}
"""What the form says, by the names that its scripts use."""

BODY = {
    "heading_one": N_("a heading of level 1; the title of the page is that, so start at `##`"),
    "heading_empty": N_("a heading without text"),
    "heading_skip": N_("heading “{text}” has level {level}, but level {expected} was expected; write `{marks}`"),
    "image_alt": N_("an image without a text; write `![what it shows](…)`, or add `{{: .decorative}}` when it adds nothing"),
    "image_away": N_("`{found}`: an image from elsewhere tells others who reads; put it under `media/`"),
    "image_inside": N_("an image inside the text; put it under `media/`"),
    "link_empty": N_("a link without an address"),
    "link_unclear": N_(
        "`{found}`: write {{filename}}/… for a page of this site, {{static}}/media/… for a file, or an address with `https://`"
    ),
    "link_scheme": N_("`{found}`: a link starts with https, http or mailto"),
    "tag": N_("`<{tag}>` may not stand in a text; remove it"),
    "attribute": N_("`{name}` may not stand on `<{tag}>`; remove it"),
    "invisible": N_("an invisible character stands here, {code}; remove it"),
}
"""What is said of the text below the fields: the build says the same."""


def body_rules(words: Catalogue) -> dict[str, object]:
    """What may stand in a text, and what is said of the rest, in one language."""
    said = {name: words.gettext(text).replace("{{", "{").replace("}}", "}") for name, text in BODY.items()}
    allowed = {tag: sorted(COMMON | ATTRIBUTES.get(tag, frozenset())) for tag in sorted(TAGS)}
    return {"allowed": allowed, "invisible": INVISIBLE, "messages": said}


def messages(language: str) -> dict[str, str]:
    """Every message in one language, with its gaps: `{label}`."""
    return {name: catalogue(language).gettext(text) for name, text in MESSAGES.items()}
