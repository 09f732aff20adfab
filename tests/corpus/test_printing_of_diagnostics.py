"""A diagnostic as it is printed: the caret stands under the right character."""

from __future__ import annotations

import shlex
import sys

import pytest
from wcwidth import wcswidth

from claimcheck.diagnostics import CODES, Position, Severity, diagnostic, format_diagnostic, installing


def _lines(line: str, column: int, length: int = 1) -> list[str]:
    return format_diagnostic(
        diagnostic(
            "CC101", Position("x.yaml", 3, column), "a message", "a remedy", length=length, source_line=line
        )
    ).split("\n")


def test_place_code_message_line_caret_and_remedy_stand_below_each_other() -> None:
    assert _lines("  a: {nte: x}", 7, 3) == [
        "x.yaml:3:7: error: a message [CC101]",
        "   3 |   a: {nte: x}",
        "     |       ^^^",
        "     = a remedy",
    ]


@pytest.mark.parametrize("before", ["abc", "日本語: ", "нет: ", "e\u0301te\u0301: ", "👨 x: ", "ｆｕｌｌ: "])
def test_wide_and_combining_characters_count_their_cells(before: str) -> None:
    _, line, caret, _ = _lines(before + "X rest", len(before) + 1)
    assert wcswidth(caret.removesuffix("^")) == wcswidth(line[: line.index("X")])


def test_tabs_before_the_caret_are_kept_as_tabs() -> None:
    _, line, caret, _ = _lines("\ta:\tX", 5)
    assert line == "   3 | \ta:\tX"
    assert caret == "     | \t  \t^"


def test_the_caret_of_a_wide_character_is_as_wide() -> None:
    assert _lines("日本", 2)[2] == "     |   ^^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    _, line, caret, _ = _lines("x" * 5000 + "HERE" + "y" * 5000, 5001, 4)
    assert line[caret.index("^") : caret.index("^") + 4] == "HERE"
    assert len(line) < 140


def test_a_terminal_obeys_nothing_that_stands_in_a_file() -> None:
    text = format_diagnostic(
        diagnostic(
            "CC101", Position("\x1b[2Jx", 1, 1), "\x1b[31mred", "\u202eturned", source_line="\x1b]0;x\x07\u2066"
        )
    )
    assert not set(text) & set("\x1b\x07\u202e\u2066")


def test_warnings_say_that_they_are() -> None:
    text = format_diagnostic(diagnostic("CC309", Position("x.yaml", 1, 1), "a message"))
    assert text.startswith("x.yaml:1:1: warning: a message [CC309]")


def test_further_places_are_named() -> None:
    place = (Position("y.yaml", 2, 3), "the first")
    text = format_diagnostic(diagnostic("CC110", Position("x.yaml", 1, 1), "a message", related=(place,)))
    assert "y.yaml:2:3: the first" in text


def test_codes_are_in_order_and_explained() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(entry.description and len(entry.explanation) > len(entry.description) for entry in CODES.values())
    assert {entry.severity for entry in CODES.values()} <= set(Severity)


def test_what_to_install_is_what_the_package_says_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the very Python that runs; where nothing is known of a package, the folder's own form."""
    stated = ["pydantic>=2", 'openpyxl>=3.1; extra == "tables"', "charset-normalizer>=3 ; extra == 'tables'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda name: stated)
    monkeypatch.setattr(sys, "executable", "/opt/my python/bin/python")
    words = ["/opt/my python/bin/python", "-m", "pip", "install", "openpyxl>=3.1", "charset-normalizer>=3"]
    assert shlex.split(installing("tables")) == words
    assert installing("docx") == 'pip install ".[docx]" in the folder it came in'
