"""Whatever is done to a site, and in whatever order: a build that goes on from earlier ones makes what a build from nothing makes."""

import os
import shutil
from collections.abc import Sequence

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from .building import by_itself, cheaply
from .by_hand import BY_HAND, ByHand
from .invented import real_theme, small_site
from .mistakes import MISTAKES
from .moves import MOVES, Move
from .workplace import OUTPUTS, Workplace, differences, digests

SEQUENCES = int(os.environ.get("SEQUENCES", "500"))
"""How many ways through the life of a site are tried; more by hand: `SEQUENCES=20000 python3 tasks.py test --only tests/incremental`."""
STEPS = 3
"""How many times in each of them somebody builds."""


class Life(RuleBasedStateMachine):
    """A site that changes. Each step ends with a build, which is compared."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place, self.site, self.output, self.still = place, place.first, "one", False
        place.begin_again()

    @initialize(still=st.booleans())
    def set_the_clock(self, still: bool) -> None:
        """When it stands still, a file that changes keeps its time."""
        self.still = still

    @rule(moves=st.lists(st.sampled_from(MOVES), min_size=1, max_size=3), data=st.data())
    def save(self, moves: Sequence[Move], data: st.DataObject) -> None:
        """Some changes at once, as people save them or git brings them."""
        for move in moves:
            self.site = move(self.site, data)
        self.built_right()

    @rule(mistake=st.sampled_from(MISTAKES), move=st.sampled_from(MOVES), data=st.data())
    def mistake(self, mistake: Move, move: Move, data: st.DataObject) -> None:
        """A mistake together with a change; the mistake is mended, and the change stays."""
        moved = move(self.site, data)
        self.site = mistake(moved, data)
        self.built_right()
        self.site = moved
        self.built_right()

    @rule(by_hand=st.sampled_from(BY_HAND), data=st.data())
    @precondition(lambda self: (self.place.folder / self.output / "manifest.json").is_file())
    def change_by_hand(self, by_hand: ByHand, data: st.DataObject) -> None:
        by_hand(self.place.folder / self.output, data)
        self.built_right()

    @rule(move=st.sampled_from(MOVES), data=st.data())
    def build_elsewhere(self, move: Move, data: st.DataObject) -> None:
        """The other output folder, which has an older site or none, with the same cache."""
        self.output = next(name for name in OUTPUTS if name != self.output)
        self.site = move(self.site, data)
        self.built_right()

    @rule()
    def forget(self) -> None:
        """The cache is removed, as it may be at any time."""
        shutil.rmtree(self.place.folder / "cache", ignore_errors=True)
        self.built_right()

    def built_right(self) -> None:
        """The files of a build from nothing; or its refusal, with what stood there untouched."""
        place, output = self.place, self.place.folder / self.output
        place.save(self.site, self.still)
        clean = place.clean(self.site)
        before = {} if clean.files else digests(output)
        built = place.build(self.output, self.site)
        assert (built.status, built.refusal) == (clean.built.status, clean.built.refusal)
        assert differences(digests(output), clean.files or before) == []
        beside = {path.name for path in place.folder.iterdir()} - {"site", "kept", "cache", "clean", "pictures", *OUTPUTS}
        assert beside == set()


def lived(place: Workplace, sequences: int, steps: int = STEPS) -> None:
    """Try that many lives."""
    tried = settings(max_examples=sequences, stateful_step_count=steps, report_multiple_bugs=False)
    run_state_machine_as_test(lambda: Life(place), settings=tried)  # type: ignore[arg-type] # what makes a machine will do


@pytest.mark.no_cover  # what a build runs is measured elsewhere, and thousands of them take twice as long
def test_an_incremental_build_gives_what_a_clean_one_gives_whatever_was_done_before(folder):
    with cheaply():
        lived(Workplace(folder, small_site(), CONTACT=""), SEQUENCES)


@pytest.mark.no_cover
def test_so_it_is_with_the_real_theme_and_everything_that_a_site_consists_of(folder):
    with by_itself():
        lived(Workplace(folder, small_site(real_theme()), CONTACT=""), max(1, SEQUENCES // 100), steps=2)
