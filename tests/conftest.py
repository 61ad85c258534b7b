"""What all tests share: an option to write the expected messages anew."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-refused", action="store_true", help="write tests/refused/*/expected*.txt anew; read them before you commit")
