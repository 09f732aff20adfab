"""Sentences: what is said of findings, on small invented corpora."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.findings import (
    Bearing,
    Conflict,
    Dimension,
    Independence,
    Pair,
    Role,
    Row,
    School,
    Standing,
    Step,
    Verdict,
)
from claimcheck.engine.perspective import Perspective
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.sentences import (
    conflict_says,
    pair_says,
    repairs_say,
    school_says,
    verdict_says,
)
from claimcheck.report.standings import row_says, standing_says


def test_a_contradiction_gives_both_wordings_their_readings_and_the_gap(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = next(pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS)
    assert pair_says(findings, pair) == (
        "“When was the bridge first crossed?” According to Memoirs: “mid-May 1901, not before @opening” "
        "(14 to 20 May 1901); according to Register: “late April 1901” (21 to 30 April 1901). "
        "Both cannot be true: they are 14 days apart."
    )


def test_what_the_record_rules_out_names_the_record_its_basis_and_its_place(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    row = next(row for row in findings.rows if row.claim == "Memoirs")
    assert row_says(findings, row) == (
        "“When was the bridge first crossed?” According to Memoirs: “mid-May 1901, not before @opening” "
        "(14 to 20 May 1901). The record rules it out: “toll ledger”, 2 May 1901 "
        "(narrated, Town Chronicle, 1931)."
    )


def test_a_contradiction_across_questions_says_that_they_are_different_questions(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    pair = next(pair for pair in findings.pairs if {pair.a, pair.b} == {"chronicler-west", "late-first"})
    assert verdict_says(findings.corpus, pair) == (
        "Both cannot be true, though they answer different questions: they are 15 years apart."
    )


def test_what_conflicts_under_a_bridge_names_the_bridge_in_its_own_words(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    pair = next(pair for pair in findings.pairs if {pair.a, pair.b} == {"annalist-east", "chronicler-west"})
    assert verdict_says(findings.corpus, pair).endswith(
        "Both cannot be true if “The east and the west wall are one wall” (one-wall)."
    )


def test_hedges_are_shown(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    pair = next(pair for pair in findings.pairs if pair.a == "annalist-east")
    assert "(hedged: “as they say”)" in pair_says(findings, pair)


def test_a_succession_is_said_not_to_be_a_conflict(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    pair = next(pair for pair in findings.pairs if {pair.a, pair.b} == {"master-a", "master-b"})
    assert verdict_says(findings.corpus, pair) == (
        "Both can be true, one after the other: a succession, not a conflict."
    )


@pytest.mark.parametrize(
    ("dimension", "said"),
    [
        (Dimension.DATE, "They give the same date."),
        (Dimension.VALUE, "They name the same value."),
        (Dimension.EXISTENCE, "They agree on whether it happened."),
    ],
)
def test_agreement_is_worded_to_its_dimension(tmp_path: Path, dimension: Dimension, said: str) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair("Memoirs", "Register", "question", Verdict.AGREES, dimension)
    assert verdict_says(findings.corpus, pair) == said


def test_a_strained_conflict_is_said_to_hold_on_the_narrow_reading_only(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair("Memoirs", "Register", "question", Verdict.OVERLAPS, Dimension.DATE, strained=True)
    assert "On the narrow reading of the dates, though, both cannot be true." in verdict_says(
        findings.corpus, pair
    )


def test_another_reading_is_named_as_a_reading(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair(
        "Memoirs", "Register", "question", Verdict.OVERLAPS, Dimension.DATE, condition=lambda: (("Memoirs#2",),)
    )
    assert verdict_says(findings.corpus, pair).endswith(
        "Both cannot be true if Memoirs is taken on its reading 2."
    )


@pytest.mark.parametrize(
    ("independence", "said"),
    [
        (
            Independence.NOT_SHOWN,
            "The two are not shown to be independent; both came to us through Town Chronicle",
        ),
        (Independence.STATED, "The two are stated to be independent; both came to us through Town Chronicle"),
        (Independence.DEPENDENT, "The two are not independent, so this counts for nothing"),
    ],
)
def test_corroboration_names_its_independence_and_the_relay(
    tmp_path: Path, independence: Independence, said: str
) -> None:
    findings = examined(tmp_path, NINE_LINES)
    relay = findings.rows[0].relays or ("Town-Chronicle-1931",)
    row = Row(
        "Register",
        "question",
        Standing.CORROBORATED_IN_PART,
        ("not-later",),
        (("toll-ledger", Bearing.CORROBORATES_IN_PART),),
        independence,
        relay,
    )
    assert "The record bears it out in part (that it was no later): " in standing_says(findings, row)
    assert said in standing_says(findings, row)


def test_a_conflict_of_three_says_that_any_fewer_could_be_true(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    members = ("annalist-east", "late-first", "gate")
    said = conflict_says(findings.corpus, Conflict(members, derive=lambda: (Step(Role.BRIDGE, "one-wall"),)))
    assert said.startswith(
        "If “The east and the west wall are one wall” (one-wall), these cannot all be true, "
        "though any fewer could: "
    )
    assert "(annalist-east)" in said
    assert "“the north gate”" in said


def test_a_school_names_what_it_gives_up_and_which_records(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    said = school_says(findings.corpus, School(("late-first",), ("annalist-east",), ("gate",)))
    assert said == (
        "Holds late-first (Odo | the late). Gives up annalist-east (Hugo the annalist). "
        "It would have to set aside the record gate."
    )


def test_what_must_be_given_up_says_how_many_conflicts_that_mends() -> None:
    assert repairs_say([["a"], ["b"]]) == "Giving up a, or b, leaves no conflict."
    assert (
        repairs_say([["a", "b"]], 6) == "Giving up a and b leaves none of the 6 conflicts that hang together here."
    )


def test_the_plain_perspective_has_no_heading(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    assert perspective_says(findings.corpus, Perspective()) == ""


def test_several_that_are_trusted_state_and_a_single_one_states(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    one, two = (
        perspective_says(findings.corpus, Perspective(trust)) for trust in (("annals",), ("annals", "chronicle"))
    )
    assert one == "Seen from here: what annals states counts as record."
    assert two == "Seen from here: what annals and chronicle state counts as record."


def test_what_came_through_any_of_several_is_said_to_have_come_through_one_of_them(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    said = perspective_says(findings.corpus, Perspective(through=("annals", "almanac")))
    assert said == "Seen from here: only what stands in annals or almanac or reached us through one of them."


def test_a_perspective_says_what_it_changes(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    said = perspective_says(
        findings.corpus, Perspective(("documented",), ("annals",), ("one-wall",), 1990), ("annals",)
    )
    assert said == (
        "Seen from here: only what is documented counts as record, not what is narrated; "
        "without annals and what rests on nothing else; "
        "supposing “The east and the west wall are one wall” (one-wall); "
        "as of 1990 (set aside for want of a year: annals)."
    )
