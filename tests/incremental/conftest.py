"""Where the tests of this folder build."""

import os
import tempfile
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name that nobody can know before


@pytest.fixture
def folder():
    """In memory where the platform has files there: thousands of them are written."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        yield Path(name)
