"""Results written for other programs, from the command line: which command writes what, and what is refused."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import openpyxl
import pytest
from test_commands import NINE_LINES

from claimcheck.diagnostics import installing
from console import run, run_apart


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "corpus.yaml").write_text(NINE_LINES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "sheets"),
    [
        (("report", "case"), ["claims", "positions", "pairs", "line-up", "sources"]),
        (("compare", "case"), ["pairs"]),
        (("lineup", "case"), ["line-up"]),
        (("check", "case"), ["diagnostics"]),
    ],
)
def test_a_workbook_has_the_sheets_of_its_command(case: Path, command: tuple[str, ...], sheets: list[str]) -> None:
    done = run(*command, "-o", "out.xlsx", cwd=case)
    assert (done.returncode, done.stdout) == (0, "")
    assert openpyxl.load_workbook(case / "out.xlsx").sheetnames == sheets


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (("report", "case"), "claim"),
        (("report", "case", "--only", "conflicts"), "a"),
        (("report", "case", "--only", "sources"), "source"),
        (("report", "case", "--only", "questions"), "question"),
        (("compare", "case"), "a"),
        (("lineup", "case"), "claim"),
        (("check", "case"), "code"),
    ],
)
def test_a_file_of_csv_is_the_table_of_its_command(case: Path, command: tuple[str, ...], first: str) -> None:
    assert run(*command, "-o", "out.csv", cwd=case).returncode == 0
    with open(case / "out.csv", encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading[0] == first
    assert rows
    assert run(*command, "--format", "csv", cwd=case).stdout == (case / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("report", "case", "--only", "history", "-o", "x.csv"), "csv cannot hold --only history"),
        (("report", "case", "--only", "sources", "-o", "x.xlsx"), "xlsx cannot hold --only sources"),
        (("report", "case", "--format", "xlsx"), "xlsx goes to a file, not to the screen"),
        (("explain", "case", "Memoirs", "-o", "x.csv"), "csv is no format of this command"),
        (("compare", "case", "--against", "as-of=1900", "-o", "x.csv"), "csv is no format of this command"),
        (("lineup", "case", "--format", "sarif"), "sarif is no format of this command"),
    ],
)
def test_what_a_format_cannot_hold_is_refused(case: Path, command: tuple[str, ...], said: str) -> None:
    done = run(*command, cwd=case)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not list(case.glob("x.*"))


def test_without_its_package_a_workbook_is_refused_with_what_to_install(case: Path) -> None:
    (case / "hidden" / "xlsxwriter").mkdir(parents=True)
    (case / "hidden" / "xlsxwriter" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    path = os.pathsep.join([str(case / "hidden"), os.environ.get("PYTHONPATH", "")])
    done = run_apart("report", "case", "-o", "x.xlsx", cwd=case, PYTHONPATH=path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"csv needs nothing; for xlsx {installing('xlsx')}" in done.stderr


def test_check_speaks_to_github_and_to_code_scanning(case: Path) -> None:
    (case / "case" / "corpus.yaml").write_text("question: When?\nclaims: {a: {whn: 1900}}\n", encoding="utf-8")
    done = run("check", "case", "--format", "github", cwd=case)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=case/corpus.yaml,line=2,col=14,title=CC101")
    assert run("check", "case", "-o", "found.sarif", cwd=case).returncode == 1
    log = json.loads((case / "found.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["CC101"]


def test_the_name_of_a_bibliography_says_that_it_is_one(case: Path) -> None:
    assert run("report", "case", "-o", "sources.csl.json", cwd=case).returncode == 0
    (source,) = json.loads((case / "sources.csl.json").read_text(encoding="utf-8"))
    assert source["title"] == "Town Chronicle, 1931"
    assert run("report", "case", "-o", "sources.json", cwd=case).returncode == 0
    assert json.loads((case / "sources.json").read_text(encoding="utf-8"))["schema"] == "claimcheck/report/1"
