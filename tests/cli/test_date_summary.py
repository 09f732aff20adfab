"""`claimcheck date --summary`: what to do with a column of dates."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from claimcheck.cli.date import date
from claimcheck.dates import column as module
from claimcheck.dates.column import Column, Doubt, column_of
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.refusal_kinds import Refusal

HERE = Path(__file__).parent
COLUMN = (HERE / "column.txt").read_text(encoding="utf-8")
APP = typer.Typer()
APP.command()(date)


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(APP, arguments, input=stdin)
    return result.exit_code, result.stdout


def test_a_column_is_summed_up_as_it_is_expected_to() -> None:
    code, shown = run("--summary", stdin=COLUMN)
    assert shown == (HERE / "column-summary.txt").read_text(encoding="utf-8")
    assert code == 1


def test_the_json_says_the_same_in_its_stated_shape() -> None:
    found = json.loads(run("--summary", "--format", "json", "n.d.", "s.d.", "1956", "3/4/1956", "1956")[1])
    assert found == {
        "schema": "claimcheck/date-summary/1",
        "texts": 5,
        "distinct": 4,
        "distinct_is_exact": True,
        "read": 3,
        "refused": 2,
        "refusals": [
            {
                "kind": "no-date",
                "meaning": "says that there is no date",
                "count": 2,
                "examples": [
                    {"text": "n.d.", "line": 1, "remedy": "leave `when` out"},
                    {"text": "s.d.", "line": 2, "remedy": "leave `when` out"},
                ],
            }
        ],
        "second_look": [
            {
                "kind": "several-readings",
                "meaning": "can be read in more than one way; the first is taken",
                "count": 1,
                "examples": [{"text": "3/4/1956", "line": 4, "reading": "3 April 1956 or 4 March 1956"}],
            }
        ],
    }


def test_a_column_without_refusals_is_done() -> None:
    code, shown = run("--summary", "1956", "1957")
    assert code == 0
    assert shown == "2 dates, 2 different\n    2 read, 100.0 %\n    0 refused, 0.0 %\n"


def test_an_empty_column_has_nothing_in_it() -> None:
    assert run("--summary", stdin="")[1] == "0 dates, 0 different\n    0 read\n    0 refused\n"


def test_a_summary_is_no_table() -> None:
    assert run("--summary", "--format", "csv", "1956")[0] == 2


def test_every_line_is_read_or_of_one_kind() -> None:
    column = column_of(COLUMN.splitlines(), Conventions())
    assert column.read + sum(group.count for group in column.refusals.values()) == column.texts
    assert all(1 <= len(group.examples) <= 3 for group in (*column.refusals.values(), *column.doubts.values()))


def test_the_readings_that_deserve_a_second_look() -> None:
    def doubts(text: str) -> set[Doubt]:
        return set(column_of([text], Conventions()).doubts)

    assert doubts("6/7/1957") == {Doubt.SEVERAL}
    assert doubts("3 May [1791]") == {Doubt.SUPPLIED}
    assert doubts("1789?") == {Doubt.UNCERTAIN}
    assert doubts("1965-8") == {Doubt.SHORT_YEAR}
    for text in (
        "the end of 1517",
        "в конце 1517 г.",
        "Ende 1517",
        "fin 1517",
        "the beginning of the 16th century",
    ):
        assert doubts(text) == {Doubt.EDGE}
    assert doubts("late 1517") == doubts("1517") == set()
    assert doubts("1200–1500") == {Doubt.VERY_WIDE}
    assert doubts("1556-07-02") == {Doubt.GREGORIAN}
    assert doubts("before @siege") == {Doubt.EVENT}
    assert (
        doubts("14 February 1956")
        == doubts("16th century")
        == doubts("AD 14")
        == doubts("0079-08-24") - {Doubt.GREGORIAN}
    )


def summed(lines: int) -> tuple[Column, int]:
    """The summary of so many different lines, and the most memory that it held, in bytes."""

    def column() -> Iterator[str]:
        for number in range(lines):
            yield f"{number % 1500 + 500}-{number % 12 + 1:02}" if number % 3 else f"object {number}"

    tracemalloc.start()
    try:
        found = column_of(column(), Conventions())
        return found, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_of_a_long_column_no_more_is_kept_than_counters_and_examples() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_KEPT_HASHES", 256)
        patch.setattr(module, "_KEPT_RESULTS", 256)
        summed(500)  # tables are built once
        short, held = summed(3_000)
        long, held_longer = summed(12_000)
    assert (short.texts, long.texts) == (3_000, 12_000)
    assert held_longer < 1.2 * held
    assert not long.is_exact
    assert 0.7 < long.distinct / 5_000 < 1.3  # 1,000 months, 4,000 objects
    assert long.refusals[Refusal.UNKNOWN_WORD].count == 4_000
