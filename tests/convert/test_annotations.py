"""Diagnostics for programs that run checks: commands as the runner of GitHub reads them, SARIF by its schema."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft4Validator, Draft7Validator

from claimcheck.cli.check import github_of, sarif_of
from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Diagnostic, Position, diagnostic
from consuming import node_packages

ROOT = Path(__file__).parent.parent.parent
HOSTILE = diagnostic(
    "CC101",
    Position("claims: 100%,\nnew/corpus.yaml", 3, 7),
    "no key `a::b`\r\n::error::no",
    "write %25, or 司馬遷",
    length=4,
    source_line="  a::b: 1",
)


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command taken apart as actions/runner does (ActionCommand.TryParseV2)."""
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert found is not None
    values = {}
    for pair in found[2].split(","):
        name, _, value = pair.partition("=")
        values[name] = _unescaped(value, ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","))
    return found[1], values, _unescaped(found[3], ("%0D", "\r"), ("%0A", "\n"))


def _unescaped(text: str, *codes: tuple[str, str]) -> str:
    for code, character in codes:
        text = text.replace(code, character)
    return text.replace("%25", "%")


def test_the_runner_reads_back_what_was_said_and_where() -> None:
    (line,) = github_of([HOSTILE]).splitlines()
    command, values, message = as_the_runner_reads(line)
    assert (command, values["line"], values["col"]) == ("error", "3", "7")
    assert values["file"] == HOSTILE.position.file
    assert message == f"{HOSTILE.message}\n{HOSTILE.remedy}"


def test_warnings_and_notes_are_no_errors(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "question: When?\nclaims: {a: 1900}\nevents: {x: 1900}\n", encoding="utf-8"
    )
    found = read_corpus(tmp_path)[1]
    assert [line.partition(" ")[0] for line in github_of(found).splitlines()] == ["::warning"]


def sarif(found: list[Diagnostic]) -> Any:
    return json.loads(sarif_of(found, "0.1.0"))


def every_example() -> list[Diagnostic]:
    folders = sorted((ROOT / "tests" / "errors").glob("CC*"))
    return [one for folder in folders for one in read_corpus(folder)[1]]


def test_sarif_is_sound_by_its_own_schema() -> None:
    file = node_packages() / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    schema = json.loads(file.read_text(encoding="utf-8-sig"))
    fits = (Draft4Validator if "draft-04" in schema["$schema"] else Draft7Validator)(schema)
    found = every_example()
    assert len(found) > 60
    assert [fault.message for fault in fits.iter_errors(sarif([*found, HOSTILE]))] == []


def test_sarif_says_what_where_and_by_which_rule() -> None:
    run = sarif([HOSTILE])["runs"][0]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "CC101"
    place = result["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == HOSTILE.position.file
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11}
    assert HOSTILE.message in result["message"]["text"]


def test_the_manifest_of_the_hook_is_sound() -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    ran = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", manifest], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
