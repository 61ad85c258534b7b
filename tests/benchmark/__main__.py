"""Everybody builds the same records in turn: `python3 tasks.py benchmark`."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .contestants.contestant import Contestant
from .contestants.every import CONTESTANTS
from .contestants.peers import install
from .measure import use_cores
from .results import Results, Row, read_results
from .rounds import Rounds
from .saving import saves
from .surroundings import ROOT, machine, today, versions
from .table import markdown, write_readme
from .targets import SAVED, SAVED_RECORDS

FOLDER = ROOT / ".build" / "benchmark"
PROJECTS = FOLDER / "projects"
RESULTS = FOLDER / "results.json"
TITLES = {name: one.title for name, one in CONTESTANTS.items()}


def main() -> int:
    """Print the tables, and keep the numbers in `.build/benchmark/results.json`, anew after every round."""
    options = _options()
    results = read_results(RESULTS) if options.kept else _measured(options)
    print(markdown(results, TITLES))
    if options.write:
        write_readme(results, TITLES)
    return 0


def _measured(options: argparse.Namespace) -> Results:
    use_cores()
    chosen = [CONTESTANTS[name] for name in options.only]
    peers = any(one.peer for one in chosen)
    if peers:
        install()
    results = Results(today(), machine(), versions(peers), options.runs, os.getloadavg()[0])
    for rows in _rounds(chosen, options.records, options.runs):
        results = replace(results, rows=rows)
        results.write(RESULTS)
    if "real" in options.only and SAVED_RECORDS in options.records:
        (saved,) = saves(SAVED_RECORDS, options.runs, (SAVED,))
        results = replace(results, saving={SAVED: saved.page})
        results.write(RESULTS)
    return results


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python3 tasks.py benchmark --", description="The same records, built by us and by others in turn."
    )
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 5000, 10000], help="how many; default 1000 5000 10000")
    parser.add_argument("--runs", type=int, default=5, help="how often each build is done; default 5")
    parser.add_argument("--only", nargs="+", choices=TITLES, default=list(TITLES), metavar="NAME", help=f"some of {', '.join(TITLES)}")
    parser.add_argument("--quick", action="store_true", help="200 records, once: to see that it works")
    parser.add_argument("--write", action="store_true", help="put the tables in tests/benchmark/README.md")
    parser.add_argument(
        "--kept", action="store_true", help="build nothing: the tables of the numbers that were kept, also by a run that did not end"
    )
    options = parser.parse_args()
    if options.quick:
        options.records, options.runs = [200], 1
    return options


def _rounds(chosen: Sequence[Contestant], records: Sequence[int], runs: int) -> Iterator[tuple[Row, ...]]:
    """All that is measured so far, after each round."""
    done: tuple[Row, ...] = ()
    shutil.rmtree(PROJECTS, ignore_errors=True)
    for count in records:
        rounds = Rounds(PROJECTS / str(count), chosen, count)
        for run in range(1, runs + 1):
            rounds.once(run)
            yield done + rounds.rows
        done += rounds.rows
    shutil.rmtree(PROJECTS)


if __name__ == "__main__":
    sys.exit(main())
