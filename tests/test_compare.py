"""The command that compares two built sites."""

import json
from pathlib import Path

import pytest

from doetank.commands.compare import main

from .sites import ROOT

SETTINGS = ("--settings", str(ROOT / "pelicanconf.py"))


def test_what_changed_is_printed_and_is_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, number in (("old", 16), ("new", 17)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(f"<main><p>{number} lessen</p></main>", encoding="utf-8")
    folders = (str(tmp_path / "old"), str(tmp_path / "new"))
    assert main([*folders, *SETTINGS]) == 0
    assert capsys.readouterr().out == (
        "Pagina's die voor lezers nieuw zijn: 0; veranderd: 1; weg: 0.\n\nVeranderd: /\n    -16 lessen\n    +17 lessen\n"
    )
    assert main([*folders, *SETTINGS, "--format", "json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"address": "/", "kind": "changed", "lines": ["-16 lessen", "+17 lessen"], "left_out": 0}
    ]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path), str(tmp_path / "new"), *SETTINGS])
    assert f"there is no folder {tmp_path / 'new'}" in capsys.readouterr().err
