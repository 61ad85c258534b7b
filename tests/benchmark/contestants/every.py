"""Who takes part: our two forms, and the peers with the same records in equivalent minimal templates."""

from . import eleventy, floor, hugo, mkdocs, ours, pelican, real
from .contestant import Contestant

CONTESTANTS: dict[str, Contestant] = {
    found.name: found
    for found in (
        ours.CONTESTANT,
        hugo.CONTESTANT,
        eleventy.CONTESTANT,
        pelican.CONTESTANT,
        mkdocs.CONTESTANT,
        real.CONTESTANT,
        floor.CONTESTANT,
    )
}
"""By name, in the order in which they are measured."""
