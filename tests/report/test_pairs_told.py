"""How two accounts stand to each other, what the record says of one, and from where one looks: in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.engine.findings import Dimension, Pair, Settlement, Subject, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.report.explaining import pairs_told
from claimcheck.report.words.issue import perspective_says
from claimcheck.report.words.pairs import beside_says, verdict_says
from claimcheck.report.words.positions import settlement_says
from claimcheck.report.words.standing import standing_says


def pair_of(folder: Path, *ids: str) -> tuple[str, Pair]:
    findings = examined(folder, BRIDGED)
    pair = next(pair for pair in findings.pairs if {pair.a, pair.b} == set(ids))
    return verdict_says(findings.corpus, pair), pair


def test_a_contradiction_gives_the_gap(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = next(pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS)
    assert verdict_says(findings.corpus, pair) == "They cannot both be true; they are 14 days apart."


def test_a_contradiction_across_questions_says_that_they_are_different_questions(tmp_path: Path) -> None:
    said, _ = pair_of(tmp_path, "chronicler-west", "late-first")
    assert said == ("They cannot both be true, though they answer different questions; they are 15 years apart.")


def test_what_conflicts_under_a_bridge_says_what_the_bridge_assumes(tmp_path: Path) -> None:
    said, _ = pair_of(tmp_path, "annalist-east", "chronicler-west")
    assert said.endswith("They cannot both be true if the east and the west wall are one wall.")


def test_a_succession_is_said_not_to_be_a_conflict(tmp_path: Path) -> None:
    said, _ = pair_of(tmp_path, "master-a", "master-b")
    assert said == "Both can be true, one after the other; that is a succession and no conflict."


@pytest.mark.parametrize(
    ("verdict", "dimension", "said"),
    [
        (Verdict.AGREES, Dimension.DATE, "They give the same date."),
        (Verdict.AGREES, Dimension.VALUE, "They name the same value."),
        (Verdict.AGREES, Dimension.EXISTENCE, "They agree on whether it happened."),
        (
            Verdict.REFINED_BY,
            Dimension.DATE,
            "Register agrees with Memoirs on the date, and is the more precise.",
        ),
        (Verdict.OVERLAPS, Dimension.DATE, "Both can be true; on the date neither follows from the other."),
    ],
)
def test_a_verdict_is_worded_to_its_dimension(
    tmp_path: Path, verdict: Verdict, dimension: Dimension, said: str
) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair("Memoirs", "Register", "question", verdict, dimension)
    assert verdict_says(findings.corpus, pair) == said


def test_a_strained_conflict_is_said_to_hold_on_the_narrow_reading_only(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair("Memoirs", "Register", "question", Verdict.OVERLAPS, Dimension.DATE, strained=True)
    said = verdict_says(findings.corpus, pair)
    assert said.endswith("With their dates taken narrowly, they cannot both be true.")


def test_another_reading_is_named_as_a_reading(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = Pair(
        "Memoirs", "Register", "question", Verdict.OVERLAPS, Dimension.DATE, condition=lambda: (("Memoirs#2",),)
    )
    assert verdict_says(findings.corpus, pair).endswith(
        "They cannot both be true if the words of Memoirs are taken in their sense 2."
    )


# The fire can be as Odo says, and the feast as Hugo and as Conrad say, but not all three.
THREE = """\
questions:
  fire: {ask: "When was the fire?", event: fire}
  feast: {ask: "When was the feast?", event: feast}
events: {fire: {label: the fire}, feast: {label: the feast}}
claims:
  odo: {by: Odo, answers: fire, when: 3 May 1402}
  hugo: {by: Hugo, answers: feast, when: 7 days after @fire}
  conrad: {by: Conrad, answers: feast, when: 20 May 1402}
"""


def test_what_a_third_forbids_two_is_said_to_be_possible_by_itself_only(tmp_path: Path) -> None:
    findings = examined(tmp_path, THREE)
    said = {
        (pair.a, pair.b): beside_says(findings, pair)
        for pair in findings.pairs
        if pair.verdict is not Verdict.CONTRADICTS
    }
    assert said == {
        ("hugo", "conrad"): "By themselves both can be true; not together with what Odo says.",
    }


BY_THE_SAME_STEPS = """\
questions:
  bridge: {ask: "When was the bridge built?", event: bridge}
  toll: {ask: "When was the toll first taken?", event: toll}
events:
  bridge: {label: the bridge}
  toll: {label: the toll}
claims:
  odo: {by: Odo, answers: bridge, when: 1402}
  hugo: {by: Hugo, answers: bridge, when: 1405}
  berta: {by: Berta, answers: bridge, when: 1410}
  conrad: {by: Conrad, answers: bridge, when: in or after 1450}
"""


def test_what_is_so_by_the_same_steps_is_told_once(tmp_path: Path) -> None:
    findings = examined(tmp_path, BY_THE_SAME_STEPS)
    pairs = [pair for pair in findings.pairs if "odo" in (pair.a, pair.b)]
    told = list(pairs_told(findings, pairs, "odo"))
    assert len(told) == 1
    (chain,) = told
    assert chain.conclusion.endswith(  # type: ignore[union-attr]
        "So too Berta (1410) and Conrad (from 1450 on), by the same steps."
    )


def test_what_the_record_rules_out_names_the_record(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    row = next(row for row in findings.rows if row.claim == "Memoirs")
    assert standing_says(findings, row) == "Toll ledger (Town Chronicle, 1931) rules it out."


GATE = Subject("event", "gate")


def may(day: int) -> TimeSet:
    start = day_number("gregorian", 1310, 5, day)
    return TimeSet.of((Span(start * DAY, (start + 1) * DAY),))


def test_two_schools_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    corpus = examined(tmp_path, BRIDGED).corpus
    assert settlement_says(corpus, Settlement(GATE, (0, 1), may(2), may(9))) == (
        "The date of the north gate: 2 May 1310 would decide for school 1; 9 May 1310 would decide for school 2."
    )
    assert settlement_says(corpus, Settlement(GATE, (0, 1), may(2), TimeSet.of(()))) == (
        "The date of the north gate: 2 May 1310 would decide for school 1."
    )


# From where one looks.


def test_the_plain_perspective_has_no_heading(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    assert perspective_says(findings.corpus, Perspective()) == ""


def test_several_that_are_trusted_state_and_a_single_one_states(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    one, two = (
        perspective_says(findings.corpus, Perspective(trust)) for trust in (("annals",), ("annals", "chronicle"))
    )
    assert one == "Seen from here: what The Annals states counts as record."
    assert two == "Seen from here: what The Annals and The Chronicle state counts as record."


def test_what_came_through_any_of_several_is_said_to_have_come_through_one_of_them(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    said = perspective_says(findings.corpus, Perspective(through=("annals", "almanac")))
    assert said == (
        "Seen from here: only what stands in The Annals or The Almanac or reached us through one of them."
    )


def test_a_perspective_says_what_it_changes(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    said = perspective_says(
        findings.corpus, Perspective(("documented",), ("annals",), ("one-wall",), 1990), ("annals",)
    )
    assert said == (
        "Seen from here: only what is documented counts as record, not what is narrated; "
        "without The Annals and what rests on nothing else; "
        "supposing that the east and the west wall are one wall; "
        "as of 1990 (set aside for want of a year: The Annals)."
    )
