"""The door from Python: every example runs, what it gives is what the command line gives, and comes back."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pandas
import polars
import pytest
from nbclient import NotebookClient

import claimcheck as cc
from claimcheck import notebook
from claimcheck.corpus.expansion import expanded
from random_corpora import world, written

ROOT = Path(__file__).parent.parent
OPTIONS = doctest.ELLIPSIS
CASES = sorted(path for path in (ROOT / "claims").iterdir() if path.is_dir())

BRIDGE: dict[str, Any] = {
    "question": "When was the bridge first crossed?",
    "through": "Town <b>Chronicle</b>, 1931",
    "claims": {"Memoirs": "mid-May 1901, not before @opening", "Register": "late April 1901"},
    "record": {"toll-ledger": "2 May 1901"},
    "events": {"opening": "14 May 1901"},
}


def test_the_examples_of_the_page_run() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=OPTIONS)
    assert (failed, tried > 15) == (0, True)


def test_the_examples_of_the_functions_run() -> None:
    failed, tried = doctest.testmod(notebook, optionflags=OPTIONS, extraglobs={"cc": cc})
    assert (failed, tried > 5) == (0, True)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_case_comes_back_from_json_without_loss(case: Path) -> None:
    opened = cc.open(case)
    again = cc.open(json.loads(json.dumps(opened.to_dict())))
    assert again.diagnostics == () or not any(found.severity == "error" for found in again.diagnostics)
    assert expanded(again.corpus) == expanded(opened.corpus)


@pytest.mark.parametrize("seed", range(15))
def test_any_corpus_comes_back_from_json_with_its_verdicts(tmp_path: Path, seed: int) -> None:
    (tmp_path / "corpus.yaml").write_text(written(world(seed, widening=seed % 2 == 0)), encoding="utf-8")
    opened = cc.open(tmp_path)
    again = cc.open(json.loads(json.dumps(opened.to_dict())))
    assert expanded(again.corpus) == expanded(opened.corpus)
    assert [(row["claim"], row["verdict"]) for row in again.lineup] == [
        (row["claim"], row["verdict"]) for row in opened.lineup
    ]


def test_a_frame_is_of_pandas_or_else_of_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    lineup = cc.open(BRIDGE).lineup
    frame = lineup.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert (list(frame.columns), len(frame)) == (list(lineup.columns), 2)
    monkeypatch.setitem(sys.modules, "pandas", None)
    other = lineup.to_frame()
    assert isinstance(other, polars.DataFrame)
    assert (other.columns, other.height) == (list(lineup.columns), 2)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(cc.ClaimcheckError, match="pip install pandas"):
        lineup.to_frame()


def test_nothing_of_a_corpus_is_markup_in_a_notebook() -> None:
    case = cc.open({**BRIDGE, "title": "<script>x</script>"})
    shown = case._repr_html_() + case.sources._repr_html_()
    assert "<script>" not in shown and "<b>" not in shown
    assert "&lt;b&gt;Chronicle" in shown


def test_numbers_and_truth_values_of_python_are_what_one_writes_for_them() -> None:
    claims = {
        "a": 1804,
        "b": {"when": date(1805, 5, 3), "misprint": True},
        "c": {"when": 1806, "by": ("Odo", "Berta")},
    }
    case = cc.open({"question": "When was it?", "claims": claims})
    assert case.diagnostics == ()
    assert [row["date"] for row in case.claims] == ["1804", "1805-05-03", "1806"]
    assert case.corpus.claims["b"].misprint
    assert cc.open({"question": "When?", "claims": {"a": None}}).diagnostics[0].code == "CC301"


def test_errors_of_entries_are_values_and_what_is_sound_is_there() -> None:
    case = cc.open({**BRIDGE, "claims": {**BRIDGE["claims"], "Third": {"whn": "1900"}}})
    assert [found.code for found in case.diagnostics] == ["CC101"]
    assert len(case.claims) == 2
    assert "1 error" in repr(case)


def test_pictures_are_svg_of_their_own() -> None:
    drawn = cc.open(BRIDGE).timeline
    assert drawn._repr_svg_().startswith("<svg xmlns=")
    with pytest.raises(cc.ClaimcheckError, match="nothing to draw"):
        _ = cc.open({"question": "When?", "claims": {"a": {"says": "long ago"}}}).timeline


def test_the_notebook_runs_from_the_spreadsheet_to_the_paragraph() -> None:
    opened: Any = nbformat.read
    read = opened(ROOT / "docs" / "notebook.ipynb", as_version=4)
    NotebookClient(read, timeout=300, kernel_name="python3").execute()
    cells = [cell for cell in read.cells if cell.cell_type == "code"]
    kinds = {kind for cell in cells for output in cell.outputs for kind in output.get("data", {})}
    assert {"image/svg+xml", "text/html", "text/markdown"} <= kinds
    assert cells[-1].outputs[0].text.startswith("Of three accounts the record rules out 1: Hope puts the first")


def test_the_command_line_starts_without_it() -> None:
    code = "import sys, claimcheck.cli.main; print('claimcheck.notebook' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "False\n"
