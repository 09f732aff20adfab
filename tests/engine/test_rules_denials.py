"""Rules 10 and 11 of the meaning: denials and disputes that are entailed, windows of relations to anchors."""

from __future__ import annotations

import pytest
from casework import case
from proof_checker import faults_of

ERUPTION = """
questions:
  erupted: {{ask: When did it erupt?, event: eruption}}
events:
  eruption: {{label: it erupts}}
claims:
  rings: {{in: Rings, answers: erupted, {a}}}
  ice: {{in: Ice, answers: erupted, {b}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 1613 BC", "not-when: 1530 BC", "refines"),
        ("when: 1600 BC to 1500 BC", "not-when: 1530 BC", "overlaps"),
        ("when: 1530 BC", "not-when: 1530 BC", "contradicts"),
        ("not-when: 1530 BC", "not-when: 1530 BC", "agrees"),
        ("not-when: between 1540 BC and 1520 BC", "not-when: 1530 BC", "refines"),
        ("not-when: between 1540 BC and 1530 BC", "not-when: between 1535 BC and 1520 BC", "overlaps"),
        ("not-when: 1530 BC", "not-when: 1613 BC", "overlaps"),
        ("when: 1530 BC, stance: denies", "when: 1530 BC, stance: denies", "agrees"),
        ("not-when: 1530 BC", "when: 1530 BC, stance: denies", "agrees"),  # two words for one thing
        ("not-when: c. 1530 BC", "when: 1532 BC", "refined-by"),  # never widened
        ("stance: denies", "stance: denies", "agrees"),
        ("stance: denies", "when: 1530 BC, stance: denies", "refines"),
        ("stance: denies", "not-when: 1530 BC", "refines"),
    ],
)
def test_a_denied_date_is_entailed_like_anything_else(a: str, b: str, expected: str) -> None:
    assert case(ERUPTION.format(a=a, b=b)).verdict("rings", "ice") == expected


def test_some_event_of_a_kind_beside_a_denied_date_is_one_and_the_same() -> None:
    found = case(
        """
        kinds:
          raid: {label: a raid}
        claims:
          annals: {kind: raid, when: June 793, also: [{kind: raid, when: 800}]}
          life: {kind: raid, when: 793, not-when: June 793}
          saga: {kind: raid, when: May 793}
        """
    )
    assert found.verdict("annals", "life") == "overlaps"
    assert found.verdict("life", "saga") == "refined-by"


DEATH = """
questions:
  day: {{ask: When did he die?, event: death}}
events:
  death: {{label: his death}}
claims:
  a: {{in: A, answers: day, when: 3 July 1762}}
  b: {{in: B, answers: day, {b}disputes: a}}
  c: {{in: C, answers: day, when: {c}}}
"""


def test_a_dispute_beside_a_date_takes_part_in_entailment_and_leaves_the_gap_to_the_dates() -> None:
    found = case(DEATH.format(b="when: 6 July 1762, ", c="6 July 1762"))
    pair = found.pair("a", "b")
    assert pair.gap is not None
    assert (pair.verdict.value, pair.dimension, pair.gap.days) == ("contradicts", "date", 3)
    assert found.verdict("b", "c") == "agrees"
    disputes = [n for n, step in enumerate(pair.because) if (step.id, step.relation) == ("b", "disputes")]
    assert len(disputes) == 1  # a step of its own, and cited as such
    assert [step.follows for step in pair.because if disputes[0] in step.follows] == [(0, disputes[0])]
    assert ("b", "disputes") in [(step.id, step.relation) for step in found.pair("b", "c").because]
    assert "disputes" not in [step.relation for step in found.pair("a", "c").because]


def test_a_dispute_of_a_dispute_counts() -> None:
    found = case(
        DEATH.format(b="when: 6 July 1762, ", c="6 July 1762")
        + "  d: {in: D, answers: day, when: 6 July 1762, disputes: b}\n"
        + "  e: {in: E, disputes: b}\n"
    )
    assert found.verdict("b", "d") == found.verdict("b", "e") == "contradicts"
    assert found.verdict("c", "d") != "contradicts"  # who denies a dispute need not deny its date
    assert found.verdict("a", "e") != "contradicts"


def test_who_disputes_the_day_and_says_the_month_is_refined_by_another_day_of_it() -> None:
    found = case(DEATH.format(b="when: July 1762, ", c="6 July 1762"))
    pair = found.pair("a", "b")
    assert (pair.verdict.value, pair.dimension, pair.gap) == ("contradicts", "date", None)  # no move undoes it
    assert found.verdict("b", "c") == "refined-by"
    assert case(DEATH.format(b="when: July 1762, ", c="July 1762")).verdict("b", "c") == "refines"


BUILT = """
questions:
  built: {ask: When was the church built?, event: church}
events:
  church: {label: the church is built}
claims:
  old: {in: A, answers: built, when: OLD}
  young: {in: B, answers: built, when: NEAR, disputes: old}
  third: {in: C, answers: built, when: OLD}
  fourth: {in: D, answers: built, when: NEAR}
  bare: {in: E, disputes: old}
"""


@pytest.mark.parametrize(
    ("date", "near"),
    [
        ("about 1500", "1503"),
        ("the eve of All Saints 1517", "1 November 1517"),
        ("ten years after 1490", "1503"),
        ("about 1500 or about 1510", "1503"),
    ],
)
def test_who_disputes_a_wide_date_denies_the_narrow_one_and_may_say_what_lies_near(date: str, near: str) -> None:
    found = case(BUILT.replace("OLD", date).replace("NEAR", near))
    assert found.standing("young") == "known-only-through-the-claimant"
    assert found.verdict("young", "fourth") == "agrees"
    assert found.verdict("fourth", "bare") == "refines"
    for claim in ("old", "third"):  # who says the same of the same date is denied with him
        pair = found.listed(*sorted(("young", claim), key=["old", "young", "third"].index))
        assert pair is not None
        assert pair.verdict.value == "contradicts"
    assert found.pair("old", "young").dimension == "date"
    assert found.verdict("old", "bare") == found.verdict("third", "bare") == "contradicts"
    proofs = [pair.because for pair in found.findings.pairs if pair.verdict.value == "contradicts"]
    assert proofs and all(faults_of(found.findings.corpus, steps) == [] for steps in proofs)


def test_who_says_the_wide_date_that_he_disputes_is_still_inconsistent_with_himself() -> None:
    found = case(BUILT.replace("OLD", "about 1500").replace("NEAR", "about 1500"))
    assert found.standing("young") == "inconsistent-with-itself"
    assert faults_of(found.findings.corpus, found.row("young").because) == []


def test_a_bare_dispute_is_entailed_by_what_excludes_the_other() -> None:
    assert case(DEATH.format(b="", c="6 July 1762")).verdict("b", "c") == "refined-by"
    assert case(DEATH.format(b="", c="July 1762")).verdict("b", "c") == "overlaps"


def test_a_record_that_rules_a_claim_out_bears_a_dispute_of_it_out() -> None:
    text = """
        events:
          death: {{label: his death, record: {{in: Register, when: {record}}}}}
        claims:
          a: {{in: A, event: death, when: 3 July 1762}}
          b: {{in: B, disputes: a}}
        """
    found = case(text.format(record="6 July 1762"))
    assert (found.standing("b"), found.bearing("b")) == ("corroborated", {"death": "corroborates"})
    assert case(text.format(record="July 1762")).standing("b") == "consistent"


# --------------------------------------------------------------------------------------- 11: windows of relations

DELIVERY = """
questions:
  typed: {{ask: When was it typed?, event: typing}}
events:
  typing: {{label: it is typed}}
  delivery: {{label: the delivery, record: {{in: Log, when: {delivery}}}}}
claims:
  a: {{in: A, answers: typed, when: {a}}}
  b: {{in: B, answers: typed, when: {b}}}
"""


@pytest.mark.parametrize(
    ("delivery", "a", "b", "expected"),
    [
        ("25 February 1956", "25 February 1956", "before @delivery", "overlaps"),
        ("25 February 1956", "25 February 1956", "after @delivery", "overlaps"),
        ("25 February 1956", "before 25 February 1956", "before @delivery", "agrees"),
        ("25 February 1956", "after 25 February 1956", "after @delivery", "agrees"),
        ("25 February 1956", "24 February 1956", "before @delivery", "refines"),
        ("25 February 1956", "morning of 25 February 1956", "before @delivery", "overlaps"),
        ("25 February 1956", "by 25 February 1956", "by @delivery", "agrees"),
        ("25 February 1956", "not before 25 February 1956", "not before @delivery", "agrees"),
        ("25 February 1956", "during @delivery", "25 February 1956", "agrees"),
        ("25 February 1956", "the day after @delivery", "26 February 1956", "refined-by"),
        (
            "25 February 1956",
            "3 days after @delivery",
            "after @delivery",
            "refines",
        ),  # one anchor, whatever its day
        ("evening of 25 February 1956", "morning of 25 February 1956", "before @delivery", "refines"),
        ("evening of 25 February 1956", "25 February 1956", "before @delivery", "overlaps"),
        # An anchor of which nobody knows the day: the widest of what is said, the narrowest of what is asked.
        ("February 1956", "14 February 1956", "before @delivery", "overlaps"),
        ("February 1956", "31 January 1956", "before @delivery", "refines"),
        ("February 1956", "before @delivery", "before March 1956", "refines"),
        ("February 1956", "before @delivery", "before 20 February 1956", "overlaps"),
        ("February 1956", "3 days after @delivery", "after @delivery", "refines"),
        ("February 1956", "3 days after @delivery", "12 February 1956", "overlaps"),
        ("February 1956", "3 days after @delivery", "not before 3 February 1956", "refines"),
    ],
)
def test_the_window_of_a_relation_is_the_widest_of_a_premise_and_the_narrowest_of_what_is_entailed(
    delivery: str, a: str, b: str, expected: str
) -> None:
    assert case(DELIVERY.format(delivery=delivery, a=a, b=b)).verdict("a", "b") == expected


@pytest.mark.parametrize(
    "day", ["24 February 1956", "25 February 1956", "26 February 1956", "February 1956", "1956"]
)
def test_nothing_refines_both_before_and_after(day: str) -> None:
    found = case(
        DELIVERY.format(delivery="25 February 1956", a="before @delivery", b="after @delivery")
        + f"  c: {{in: C, answers: typed, when: {day}}}\n"
    )
    assert [found.verdict(side, "c") for side in "ab"].count("refined-by") <= 1


AUTHOR = """
questions:
  author: {{ask: Who wrote the chronicle?, role: author, of: chronicle}}
claims:
  tatishchev: {{in: Tatishchev, answers: author, value: Nestor, {a}}}
  other: {{in: Other, answers: author, value: {value}, {b}}}
  schlozer: {{in: Schlozer, disputes: tatishchev}}
"""


@pytest.mark.parametrize(
    ("a", "value", "b", "expected"),
    [
        ("", "Nestor", "", "contradicts"),
        ("", "Sylvester", "", "refines"),
        # Denied is who says it always, or of the same start. From 1116 does not say that it was not so from 1113.
        ("from: 1113", "Nestor", "from: 1113", "contradicts"),
        ("from: 1113", "Nestor", "from: 1116", "overlaps"),
        ("from: 1113", "Nestor", "from: 1110 to 1120", "overlaps"),
        ("from: 1113", "Nestor", "", "contradicts"),
        ("", "Nestor", "from: 1113", "overlaps"),
        ("when: 1113", "Nestor", "when: 1113", "contradicts"),
    ],
)
def test_a_dispute_of_a_value_reaches_all_who_say_the_same(a: str, value: str, b: str, expected: str) -> None:
    found = case(AUTHOR.format(a=a, value=value, b=b))
    assert found.verdict("other", "schlozer") == expected
    assert found.verdict("tatishchev", "schlozer") == "contradicts"


def test_who_disputes_two_claims_of_one_value_contradicts_each_by_the_dispute_of_it() -> None:
    found = case(
        AUTHOR.format(a="", value="Nestor", b="")
        .replace("disputes: t", "disputes: [other, t")
        .replace("ev}", "ev]}")
    )
    for claim in ("tatishchev", "other"):
        named = [step.id for step in found.pair(claim, "schlozer").because if step.relation == "disputes"]
        assert found.verdict(claim, "schlozer") == "contradicts" and len(named) <= 1
