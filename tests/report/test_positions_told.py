"""Positions as a command tells them: in a sentence, in a table, and in JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from small_corpora import NINE_LINES, examined

from claimcheck.engine.examination import Examination
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Block, Group, Listing, Paragraph, Table
from claimcheck.report.document import HEADS, report
from claimcheck.report.json_models import report_json, written

BRIDGE = """\
format: 1
title: When the bridge was first crossed
sources:
  chronicle: {type: press, title: Town Chronicle, issued: "1931", author: Gray}
  memoir: {type: memoir, issued: "1950", author: Bell, rests-on: chronicle}
  ledger: {type: archival, title: The toll ledger}
  lost-book: {type: archival, title: The lost book of the toll house, covers: 1901, unseen: yes}
claimants:
  Gray: {name: A. Gray, short: Gray}
  Bell: {name: B. Bell}
  Hope: {name: Hope}
questions:
  crossed: {ask: When was the bridge first crossed?, short: First crossed, event: crossing}
  opened: {ask: When was it opened?, short: Opened, event: opening}
events:
  crossing: {label: the first crossing}
  opening: {label: the opening}
bridges:
  no-early-crossing: {says: Nobody crossed before the opening, order: [opening, crossing]}
claims:
  gray: {in: chronicle, answers: crossed, when: 3 May 1901}
  bell: {in: memoir, answers: crossed, when: 3 May 1901}
  hope: {by: Hope, answers: crossed, when: 9 May 1901}
  mayor: {by: The mayor, answers: opened, when: 5 May 1901}
"""


def section(tmp_path: Path, text: str, only: str = "questions") -> tuple[Examination, tuple[Block, ...]]:
    """The blocks of the first question, or of another section."""
    found = examined(tmp_path, text)
    (made,) = report(found, Asking("case", found.perspective), name="case", only=only).sections
    first = made.blocks[0]
    return found, first.blocks if isinstance(first, Group) else made.blocks


def test_the_state_of_a_question_is_one_short_paragraph(tmp_path: Path) -> None:
    _, told = section(tmp_path, BRIDGE)
    says = told[0]
    assert isinstance(says, Paragraph)
    assert says.text == (
        "Three accounts make two positions. Nothing in the record decides. "
        "The lost book of the toll house would tell; it is known and unseen."
    )


def test_the_table_says_who_on_what_roots_since_when_and_at_odds_with_what(tmp_path: Path) -> None:
    _, told = section(tmp_path, BRIDGE)
    table = next(block for block in told if isinstance(block, Table))
    assert table.heads == HEADS
    assert table.rows == (
        (
            "3 May 1901",
            "Gray and Bell, since 1931; 2 accounts, 1 root",
            "open: no record",
            "the other, by 6 days; 1 more under a bridge",
        ),
        ("9 May 1901", "Hope", "open: no record", "the other, by 6 days"),
    )


def test_what_is_stated_once_stands_in_one_table(tmp_path: Path) -> None:
    _, told = section(tmp_path, BRIDGE, "once")
    (table,) = told
    assert isinstance(table, Table)
    assert table.rows == (("When was it opened?", "5 May 1901", "The mayor", "open: no record"),)


def test_the_record_that_decides_is_told(tmp_path: Path) -> None:
    # The toll ledger of the 2nd rules out mid-May.
    _, told = section(tmp_path, NINE_LINES)
    says = told[0]
    table = next(block for block in told if isinstance(block, Table))
    assert isinstance(says, Paragraph)
    assert says.text.endswith("The record rules out all but late April 1901.")
    assert table.rows[1][2] == "ruled out: toll ledger (Town Chronicle, 1931)"


def test_json_has_the_dates_of_positions_in_the_calendar_of_their_words(tmp_path: Path) -> None:
    told = examined(tmp_path, "question: When was it crossed?\nclaims: {Odo: 3 May 1204, Berta: 3 May 1804}\n")
    positions = json.loads(written(report_json(told, Asking("case", told.perspective), ())))["positions"]
    assert [(one["says"], one["dates"]) for one in positions[0]["positions"]] == [
        ("3 May 1204", [["1204-05-03", "1204-05-03"]]),
        ("3 May 1804", [["1804-05-03", "1804-05-03"]]),
    ]


def test_two_positions_are_as_far_apart_as_their_farthest_accounts(tmp_path: Path) -> None:
    text = """\
question: When was it crossed?
claims: {Odo: May 1204, Berta: 1204, Hugo: 1205}
"""
    _, told = section(tmp_path, text)
    table = next(block for block in told if isinstance(block, Table))
    assert [row[3] for row in table.rows] == ["the other, by 8 months"] * 2


def test_who_leaves_open_which_and_who_holds_several_is_said_beneath(tmp_path: Path) -> None:
    more = (
        "  hope-too: {by: Hope, answers: crossed, when: 3 May 1901}\n"
        "  sexton: {by: The sexton, answers: crossed, when: May 1901}\n"
    )
    _, told = section(tmp_path, BRIDGE + more)
    notes = next(block for block in told if isinstance(block, Listing))
    assert [item.text for item in notes.items] == [
        "The sexton fits every position and leaves open which.",
        "Hope holds positions 1 and 2.",
    ]


def test_json_holds_positions_and_points_in_the_documented_shape(tmp_path: Path) -> None:
    found = examined(tmp_path, BRIDGE)
    whole = report_json(found, Asking("case", found.perspective), ())
    read: dict[str, Any] = json.loads(written(whole))
    crossed = next(one for one in read["positions"] if one["question"] == "crossed")
    assert list(crossed) == [
        "question",
        "ask",
        "says",
        "accounts",
        "positions",
        "undecided",
        "not_opening",
        "uncounted",
        "claimants_of_several",
        "accord",
        "remaining",
        "decided_for",
        "would_decide",
        "look_in",
        "others",
        "complete",
    ]
    first = crossed["positions"][0]
    assert first["dates"] == [["1901-05-03", "1901-05-03"]]
    assert first["held_by"] == ["gray", "bell"]
    assert first["roots"] == ["chronicle"]
    assert first["since"] == 1931
    assert first["record"] == {
        "verdict": "open",
        "against": [],
        "in_favour": [],
        "fitting": [],
        "silent": True,
        "strained": False,
    }
    assert first["excludes"] == [{"question": "opened", "position": 1, "bridges": [["no-early-crossing"]]}]
    assert crossed["look_in"] == ["lost-book"]
    (point,) = read["points"]
    assert point["questions"] == ["crossed"]
    assert [side["positions"] for side in point["sides"]] == [
        [{"question": "crossed", "position": 1}],
        [{"question": "crossed", "position": 2}],
    ]
