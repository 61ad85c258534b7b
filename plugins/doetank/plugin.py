"""The only module that knows Pelican: settings in, pages through its generators and static copying.

It loads little. What makes a site is in making.py, which is loaded when something has changed.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pelican
from pelican import Pelican, signals
from pelican.generators import Generator, StaticGenerator
from pelican.settings import read_settings

from .build.garbage import uncollected
from .build.memory import Memory
from .catalogue import Catalogue, catalogue
from .media import is_picture
from .progress import close, say
from .settings import site_from


class Network(Pelican):
    """A Pelican that reads and checks everything first, builds beside the last good output, and says what it made."""

    def run(self) -> None:
        """Make the site, unless it is there as it would be made. Exits with 2, the output untouched, when something is not right."""
        started, output = time.monotonic(), Path(self.settings["OUTPUT_PATH"])
        words = catalogue(self.settings["DEFAULT_LANG"])
        with uncollected(), _memory(self.settings, output, words) as memory:
            if memory.is_current:
                say(words.gettext("Nothing has changed since the last build"))
                made = memory.made
            else:
                from .making import make  # noqa: PLC0415 - loading it takes longer than finding that there is nothing to make

                made = make(self.settings, memory, words, self._run_quietly).made
        close(made, output, time.monotonic() - started, self.settings, words)

    def _run_quietly(self, write: Callable[[Any, Path], None], folder: Path) -> None:
        """Pelican's closing line counts its own articles and pages, of which there are none."""
        self.settings["WRITE"], self.output_path = write, str(folder)
        pelican.console.quiet = True
        try:
            super().run()
        finally:
            pelican.console.quiet = False


class NetworkGenerator(Generator):
    """Has the pages written with what Pelican renders templates with; its static generator follows and copies theme and media."""

    def generate_output(self, _writer: object) -> None:
        """Write all pages and files below Pelican's output path. Raises ContentError."""
        self.settings["WRITE"](self.env, Path(self.output_path))


def _memory(settings: Mapping[str, Any], output: Path, words: Catalogue) -> Memory:
    """What is known of earlier builds. Nothing is where another plugin takes part, of which we do not know what it depends on."""
    folder = settings.get("BUILD_CACHE")
    ours = all(getattr(one, "__name__", one) == __name__ for one in settings["PLUGINS"])

    def say_why(reason: str) -> None:
        say(words.gettext("What was kept of earlier builds is not used: {reason}").format(reason=reason))

    return Memory(Path(folder) if folder and ours else None, output, settings, site_from(settings), say_why)


def settings_of(file: Path, content: Path) -> Mapping[str, Any]:
    """The choices of a site as Pelican reads them, for the texts in `content`."""
    settings: Mapping[str, Any] = read_settings(str(file), override={"PATH": str(content.resolve())})
    return settings


def template_environment(settings: Mapping[str, Any]) -> Any:
    """What renders the theme, as Pelican sets it up."""
    return Generator(context={}, settings=settings, path=settings["PATH"], theme=settings["THEME"], output_path="").env


def _generators(_pelican: Pelican) -> type[Generator]:
    return NetworkGenerator


def _keep_originals(generator: StaticGenerator) -> None:
    """Pictures are published as files of ours; the originals, with what a camera wrote in them, stay where they are."""
    generator.context["staticfiles"] = [file for file in generator.staticfiles if not is_picture(file.source_path)]


def register() -> None:
    """Called by Pelican. Receivers are held weakly, so they are functions of this module."""
    signals.static_generator_finalized.connect(_keep_originals)
    signals.get_generators.connect(_generators)
