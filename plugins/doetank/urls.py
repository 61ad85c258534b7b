"""Where everything lives. Every address of the site comes from here."""

from typing import NamedTuple


class TypeName(NamedTuple):
    """One record type: its folder under content/, and its section of the site."""

    folder: str
    section: str


TYPES = {
    "doetank": TypeName("doetanks", "doetanks"),
    "experiment": TypeName("experiments", "experimenten"),
    "lesson": TypeName("lessons", "lessen"),
    "recommendation": TypeName("recommendations", "aanbevelingen"),
    "post": TypeName("posts", "blog"),
    "cafe": TypeName("cafes", "cafes"),
    "reflection": TypeName("reflections", "reflecties"),
    "report": TypeName("reports", "jaarlessen"),
    "discussion": TypeName("discussions", "vragen"),
    "inspiration": TypeName("inspiration", "inspiratie"),
    "method": TypeName("methods", "werkvormen"),
    "organisation": TypeName("organisations", "organisaties"),
    "person": TypeName("people", "mensen"),
    "page": TypeName("pages", ""),
}
LISTED = tuple(type_name for type_name, name in TYPES.items() if name.section)
"""The types that have a list of their own, in the order in which readers see them."""
FOLDERS = {name.folder: type_name for type_name, name in TYPES.items()}

VERDICTS = {"works": "werkt", "works-under-conditions": "werkt-onder-voorwaarden", "does-not-work": "werkt-niet"}

GUIDES = {
    "post": "bericht",
    "lesson": "les",
    "experiment": "experiment",
    "cafe": "cafe",
    "inspiration": "inspiratie",
    "discussion": "vraag",
}
"""What contributors write most, in the order in which it is offered, each with its part of the address."""

HOME = "/"
LESSONS = "/lessen/"
REPORTS = "/jaarlessen/"
AGENDA = "/agenda/"
SEARCH = "/zoeken/"
KNOWN_WORDS = f"{SEARCH}woorden.json"
"""The words of the site, which a search that finds nothing asks for."""
CONTRIBUTE = "/bijdragen/"
HANDBOOK = "handleiding"
"""The page of free text that is the guide for authors; it stands with the forms."""
FORM_CHOICES = f"{CONTRIBUTE}keuzes.json"
"""Every record that the form may refer to."""
DATA = "/data/"
ALL_DATA = f"{DATA}all.json"
CODEBOOK = f"{DATA}codebook.json"
DATA_PACKAGE = f"{DATA}datapackage.json"
DCAT_JSON_LD = f"{DATA}dcat.jsonld"
DCAT_TURTLE = f"{DATA}dcat.ttl"
THEMES = "/themas/"
PHASES = "/fasen/"
YEARS = "/jaren/"
PICTURES = "/beeld/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the texts and the data, elsewhere."""
MANIFEST = "/site.webmanifest"
PATTERNS = "/patronen/"
"""Where a development build shows the components."""
THEME_CSS = "/theme/css/theme.css"
MEDIA = "media"
"""The folder of images and films, in the content and on the site."""
FIXED = (
    HOME, LESSONS, REPORTS, AGENDA, SEARCH, CONTRIBUTE, DATA, THEMES, PHASES, YEARS, NOT_FOUND, SITEMAP, ROBOTS, MANIFEST, PATTERNS,
    *(f"/{name.section}/" for name in TYPES.values() if name.section), *(f"{LESSONS}{name}/" for name in VERDICTS.values()),
)  # fmt: skip
"""The addresses that every site has."""


def record(type_name: str, record_id: str, language: str, default_language: str) -> str:
    """`/lessen/small-start/`; a translation lives under its language."""
    section = CONTRIBUTE.strip("/") if (type_name, record_id) == ("page", HANDBOOK) else TYPES[type_name].section
    path = f"/{section}/{record_id}/" if section else f"/{record_id}/"
    return path if language == default_language else f"/{language}{path}"


def in_language(address: str, language: str, default_language: str) -> str:
    """`/en/lessen/`: a page or file of the site in another language. What is the same in all of them stays where it is."""
    prefix = f"/{language}/"
    shared = address in (NOT_FOUND, SITEMAP, ROBOTS, THEME_CSS) or address.startswith((f"/{MEDIA}/", "/theme/", PATTERNS, prefix))
    if language == default_language or shared or (address.startswith(DATA) and address != DATA):
        return address
    return prefix + address[1:]


def section(type_name: str) -> str:
    """The list of all records of a type."""
    return f"/{TYPES[type_name].section}/"


def guide(type_name: str) -> str:
    """Where one type is contributed."""
    return f"{CONTRIBUTE}{GUIDES[type_name]}/"


def template(type_name: str) -> str:
    """A file of one type to fill in."""
    return f"{guide(type_name)}voorbeeld.md"


def form_rules(type_name: str) -> str:
    """What the form of one type holds answers to."""
    return f"{guide(type_name)}regels.json"


def verdict(value: str) -> str:
    return f"{LESSONS}{VERDICTS[value]}/"


def phase(phase_id: str) -> str:
    return f"{PHASES}{phase_id}/"


def theme(theme_id: str) -> str:
    return f"{THEMES}{theme_id}/"


def review(period: str) -> str:
    """Where a development build shows what to look at before a report is published."""
    return f"{REPORTS}{period}/nakijken/"


def pattern(component: str) -> str:
    return f"{PATTERNS}{component}/"


def year(number: int) -> str:
    return f"{YEARS}{number}/"


def feed(name: str) -> str:
    return f"/feeds/{name}.atom.xml"


def data(type_name: str, form: str) -> str:
    """All records of a type as open data: `/data/lessons.csv`."""
    return f"{DATA}{TYPES[type_name].folder}.{form}"


def selection(address: str) -> str:
    """The records that a list shows as a table, beside that list."""
    return f"{address}lijst.csv"


def calendar(address: str, record_id: str) -> str:
    """A meeting's own calendar file, beside its page."""
    return f"{address}{record_id}.ics"


def report_data(address: str, name: str) -> str:
    """A report in another form, beside its page: `csv`, `json`, `codebook` or `pdf`."""
    return f"{address}{'codeboek.csv' if name == 'codebook' else f'lessen.{name}'}"


def counted(address: str) -> str:
    """What a report counted, beside its page."""
    return f"{address}geteld/"


def citation(address: str, form: str) -> str:
    """How to cite a page, beside that page; `form` is `bib` or `ris`."""
    return f"{address}cite.{form}"


def picture(name: str, ending: str) -> str:
    """A file made of a picture; its name says what is in it, so a host may let browsers keep it for ever."""
    return f"{PICTURES}{name}.{ending}"


def file_of(address: str) -> str:
    """The file of the output folder that serves an address."""
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]
