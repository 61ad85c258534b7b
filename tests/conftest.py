"""What all tests share: an option to write the expected messages anew."""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, database=None, print_blob=True)  # a busy machine is no mistake
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-refused", action="store_true", help="write tests/refused/*/expected*.txt anew; read them before you commit")
