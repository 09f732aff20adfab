"""Sheets of paper as a reader of a PDF meets them, for the tests that print."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from consuming import program


def sheets_of(pdf: Path) -> list[str]:
    """The text of each sheet of a PDF."""
    ran = subprocess.run(
        [program("pdftotext"), str(pdf), "-"], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return ran.stdout.split("\f")[:-1]


def words_of(text: str) -> list[str]:
    """The words of a text; a PDF keeps neither its spaces nor hyphens at the end of a line."""
    return re.findall(r"[A-Za-z0-9]+", text)


def assert_no_heading_is_last(sheets: Sequence[str], heads: Iterable[str]) -> None:
    """No sheet ends with a heading; its number stands below everything."""
    known = {" ".join(words_of(head)) for head in heads} - {""}
    assert known
    for sheet in sheets[:-1]:
        lines = [" ".join(words_of(line)) for line in sheet.strip().split("\n")]
        lines = [line for line in lines if line][:-1]
        assert known.isdisjoint(" ".join(lines[-number:]) for number in (1, 2, 3)), lines[-3:]
