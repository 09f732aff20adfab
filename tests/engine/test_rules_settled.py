"""What second, independent readings asked of the fine print: one test for each answer in the decisions.

Belongs here: answers that no test of a rule gives. Does not belong here: the cases themselves (see `tests/cases`).
"""

from __future__ import annotations

import pytest
from casework import Case, case

from claimcheck.report.words.moments import gap_in_words


def death(a: str, b: str) -> Case:
    return case(
        f"""
        question: When did she die?
        claims:
          physician: {{when: {a}}}
          courtier: {{when: {b}}}
        """
    )


def test_the_gap_of_windows_that_touch_is_told_as_less_than_a_minute() -> None:
    found = death("between 1 and 2 a.m. on 24 March 1603", "between 2 and 3 a.m. on 24 March 1603")
    pair = found.pair("physician", "courtier")
    assert pair.verdict == "contradicts"
    assert pair.gap is not None
    assert (pair.gap.days, gap_in_words(pair.gap)) == (0, "less than a minute")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("27 February 1603", "overlaps"),
        ("26 February 1603", "contradicts"),
        ("7 March 1603", "overlaps"),
        ("8 March 1603", "contradicts"),
    ],
)
def test_three_weeks_are_off_by_half_a_week(day: str, expected: str) -> None:
    found = case(
        f"""
        question: When did she fall ill?
        events: {{death: {{label: she dies, record: {{in: Stone, when: 24 March 1603}}}}}}
        claims:
          physician: 3 weeks before @death
          courtier: {day}
        """
    )
    assert found.verdict("physician", "courtier") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("18 February 1956", "contradicts"),
        ("19 February 1956", "overlaps"),
        ("20 February 1956", "refined-by"),
        ("22 February 1956", "overlaps"),
        ("23 February 1956", "contradicts"),
    ],
)
def test_within_some_days_after_begins_with_the_end_of_the_event(day: str, expected: str) -> None:
    found = case(
        f"""
        question: When was it edited?
        events: {{dictation: {{label: it is dictated, record: {{in: Log, when: 19 February 1956}}}}}}
        claims:
          clerk: within 2 days after @dictation
          typist: {day}
        """
    )
    assert found.verdict("clerk", "typist") == expected


LAST_BED = """
questions:
  bed: {ask: When did she take to her bed for the last time?, last: to-bed}
  some: {ask: When was she in bed?, kind: to-bed}
kinds:
  to-bed: she takes to her bed
events:
  final: {label: to the bed in which she dies, kinds: to-bed}
  earlier: {label: to bed for two days, kinds: to-bed, record: {in: Despatch, when: 12 March 1603}}
  later: {label: to bed once more, kinds: to-bed, record: {in: Letter, when: 23 March 1603}}
claims:
  chaplain: {answers: bed, event: final, when: 21 March 1603}
  nurse: {event: final, when: 22 March 1603}
  maid: {kind: to-bed, when: 22 March 1603}
"""


def test_an_event_named_beside_the_answer_to_a_last_is_that_last() -> None:
    found = case(LAST_BED)
    assert found.verdict("chaplain", "nurse") == "contradicts"
    assert found.verdict("chaplain", "maid") == "contradicts"
    assert found.bearing("chaplain")["later"] == "contradicts"


def test_records_of_the_kind_bear_on_a_claim_that_names_an_event_of_it() -> None:
    text = (
        LAST_BED
        + """
  steward: {answers: some, event: final, when: 21 March 1603}
  usher: {none: to-bed, when: 14 to 20 March 1603}
"""
    )
    found = case(text)
    assert set(found.bearing("steward")) == set(found.bearing("usher")) == {"earlier", "later"}
    assert "earlier" not in found.bearing("chaplain")  # a record earlier than a last does not bear on it


def test_a_dispute_answers_the_question_of_the_claim_it_disputes() -> None:
    found = case(
        """
        question: When was it decided?
        claims:
          memoirist: 25 February 1956
          historian: {disputes: memoirist}
          son: {disputes: memoirist}
        """
    )
    disputed = found.pair("memoirist", "historian")
    assert (disputed.question, disputed.verdict) == ("question", "contradicts")
    between = found.pair("historian", "son")
    assert (between.question, between.verdict) == ("question", "agrees")


def test_a_date_that_a_claim_is_given_stands_in_for_that_of_the_record() -> None:
    found = case(
        """
        events:
          removal: {label: the court removes, record: {in: Letter, when: 21 January 1603}}
          illness: {label: she falls ill}
        claims:
          herald: {event: removal, when: 31 January 1603}
          annalist: {event: illness, when: the day before @removal, given: herald}
          copyist: {event: illness, when: 30 January 1603}
          diarist: {event: illness, when: 20 January 1603}
        """
    )
    assert found.verdict("annalist", "copyist") == "refined-by"
    assert found.verdict("annalist", "diarist") == "contradicts"
    assert found.bearing("annalist") == {"removal": "contradicts"}
