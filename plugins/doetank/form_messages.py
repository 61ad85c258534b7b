"""What the form for contributors says of itself; what it says of a field comes with the schema."""

from .catalogue import N_, catalogue

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
    "copied": N_(
        "The text is too long for an address, so it is on your clipboard. Paste it (Ctrl+V) in the large field of the page that opens."
    ),
    "name_only": N_("The text is on your clipboard. Paste it (Ctrl+V) in the large field of the page that opens."),
    "uncopied": N_(
        "This browser does not let us use the clipboard. Open the downloaded file, copy what is in it, and paste that in the large field."
    ),
    "subject": N_("For {site}: {title}"),
    "mail": N_("Dear editors,\n\nthis is a text for the site. Its file is called {file}.\n\n"),
    "mail_paste": N_("Paste the text here (Ctrl+V): it is on your clipboard. Or add the file that you downloaded.\n"),
}
"""What the form says, by the names that its scripts use."""


def messages(language: str) -> dict[str, str]:
    """Every message in one language, with its gaps: `{label}`."""
    return {name: catalogue(language).gettext(text) for name, text in MESSAGES.items()}
