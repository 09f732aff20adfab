"""`claimcheck schema`: what the commands print as JSON fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_commands import NINE_LINES

from claimcheck.corpus.schema import corpus_schema
from console import run

BRIDGES = """\
bridges: {one: {same: [toll-ledger, opening]}}
sources: {Ledger: {type: archival, issued: 1950, covers: 1901}}
figures: {tolls: {terms: [1, 2], sum: 4, in: Ledger p. 3}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "corpus.yaml").write_text(NINE_LINES + BRIDGES, encoding="utf-8")
    return folder


def schema_of(command: str, folder: Path) -> Any:
    done = run("schema", command, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    Draft202012Validator.check_schema(found)
    return found


PRINTED = [
    ("compare",),
    ("compare", "--bridge", "one", "--through", "Ledger"),
    ("compare", ".", "--against", "as-of=1950"),
    ("lineup",),
    ("report",),
    *(("report", "--only", section) for section in ("sources", "stemma", "figures", "questions", "history")),
    ("explain", "Memoirs"),
    ("explain", "CC101"),
    ("check",),
    ("date", "late October 1955", "nonsense", "Whitsun 1381"),
    ("date", "--rules"),
    ("date", "--summary", "1900", "nonsense", "1 or 2 May 1900"),
]


@pytest.mark.parametrize("command", PRINTED, ids=lambda command: " ".join(command))
def test_what_a_command_prints_fits_its_schema(case: Path, command: tuple[str, ...]) -> None:
    fits = Draft202012Validator(schema_of(command[0], case))
    done = run(*command, "--format", "json", cwd=case)
    assert done.returncode in (0, 1), done.stderr
    lines = done.stdout.splitlines() if command[0] == "date" and "--" not in command[1] else [done.stdout]
    for line in lines:
        assert [fault.message for fault in fits.iter_errors(json.loads(line))] == []


def test_a_schema_refuses_what_is_not_printed(case: Path) -> None:
    fits = Draft202012Validator(schema_of("lineup", case))
    found = json.loads(run("lineup", "--format", "json", cwd=case).stdout)
    found["rows"][0]["verdict"] = "true"
    assert not fits.is_valid(found)


def test_the_schema_of_a_corpus_is_the_first(case: Path) -> None:
    assert json.loads(run("schema", cwd=case).stdout) == corpus_schema()
