"""Diagnostics for the programs that run checks: workflow commands of GitHub, and SARIF.

Belongs here: the two notations. Does not belong here: finding anything wrong, diagnostics for people.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.diagnostics import CODES, Diagnostic, Severity

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_of(diagnostics: Iterable[Diagnostic]) -> str:
    """A workflow command for each, by which GitHub marks the line in a pull request.

    As the runner reads it: `%`, line ends, and in properties also `:` and `,` are written as percent codes.
    """
    return "".join(f"{_command(one)}\n" for one in diagnostics)


def _command(one: Diagnostic) -> str:
    at = one.position
    told = f"{one.message}\n{one.remedy}" if one.remedy else one.message
    place = f"file={_escaped(at.file, ':,')},line={at.line},col={at.column}"
    title = _escaped(f"{one.code}: {CODES[one.code].description}", ":,")
    return f"::{_LEVELS[one.severity]} {place},title={title}::{_escaped(told)}"


def _escaped(text: str, further: str = "") -> str:
    return re.sub(f"[%\\r\\n{further}]", lambda found: f"%{ord(found[0]):02X}", text)


def sarif_of(diagnostics: Sequence[Diagnostic], version: str) -> str:
    """SARIF 2.1.0 (OASIS), as code scanning takes it: one run, a rule for each code that was found."""
    codes = sorted({one.code for one in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": version,
                "rules": [
                    {
                        "id": code,
                        "shortDescription": {"text": CODES[code].description},
                        "fullDescription": {"text": CODES[code].explanation},
                        "defaultConfiguration": {"level": _level(CODES[code].severity)},
                    }
                    for code in codes
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes) for one in diagnostics],
    }
    log = {"$schema": SARIF, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _level(severity: Severity) -> str:
    return str(severity)  # error, warning and note are SARIF's own words


def _result(one: Diagnostic, codes: Sequence[str]) -> dict[str, Any]:
    at = one.position
    region = {"startLine": at.line, "startColumn": at.column}
    if "\n" not in one.source_line and one.length > 1:
        region["endColumn"] = at.column + one.length
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _level(one.severity),
        "message": {"text": f"{one.message}. {one.remedy}." if one.remedy else f"{one.message}."},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(at.file)}, "region": region}},
        ],
    }


def _uri(file: str) -> str:
    """The path of a file as a relative reference, or as a file URI where it is absolute."""
    path = quote(os.fsencode(PurePath(file).as_posix()))
    return f"file://{path}" if path.startswith("/") else path
