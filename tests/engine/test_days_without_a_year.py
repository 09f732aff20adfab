"""A day of which only the year is unknown: ten thousand spans, and as few steps as for one."""

from __future__ import annotations

from casework import case

from claimcheck.engine.findings import Role

INSCRIPTION = """
question: When was it written?
events:
  inscription: {when: XXXX-10-17, record: House 1}
claims:
  Osanna: a week after @inscription
  Berry: 24 August AD 79
  Stefani: XXXX-10-17
"""


def test_a_week_after_an_unknown_year_is_a_day_of_some_year() -> None:
    found = case(INSCRIPTION)
    assert found.verdict("Osanna", "Berry") == "contradicts"
    assert found.verdict("Berry", "Stefani") == "contradicts"
    assert found.verdict("Osanna", "Stefani") == "contradicts"
    berry = found.pair("Berry", "Stefani")
    assert berry.gap is not None and berry.gap.days == 54  # 24 August to 17 October of that year
    # A week is counted with half a week's grace: from 21 October on.
    osanna = found.pair("Osanna", "Stefani")
    assert osanna.gap is not None and osanna.gap.days == 3


def test_an_unknown_year_is_one_step_of_a_proof() -> None:
    for pair in case(INSCRIPTION).findings.pairs:
        assert 0 < len(pair.because) <= 8, pair
        assert pair.because[-1].role is Role.CLASH
        assert not any(step.role is Role.CASE for step in pair.because)


def test_sets_of_days_are_compared_day_by_day_and_not_by_their_limits() -> None:
    found = case("""
    events:
      inscription: {label: the inscription, when: XXXX-10-17, record: House 1}
      graffito: {label: the graffito, when: 17 October AD 62 or 17 October AD 79, record: House 2}
      e: {label: the one}
      f: {label: the other}
    claims:
      after: {event: e, when: a week after @inscription}
      year: {event: e, when: AD 62}
      day: {event: e, when: 24 October AD 62}
      days: {event: e, when: XXXX-10-24}
      from-graffito: {event: f, when: a week after @graffito}
      f-year: {event: f, when: AD 62}
      f-day: {event: f, when: 24 October AD 62}
    """)
    assert found.verdict("after", "year") == "overlaps"
    # Of what is to be entailed the narrowest window (11): no one day is a week after whichever day it was.
    assert found.verdict("after", "day") == "overlaps"
    assert found.verdict("after", "days") == "overlaps"
    assert found.verdict("year", "days") == "overlaps"
    assert found.verdict("day", "days") == "refines"
    assert found.verdict("from-graffito", "f-year") == "overlaps"
    assert found.verdict("from-graffito", "f-day") == "overlaps"


def test_what_excludes_a_day_of_every_year_excludes_it_of_each() -> None:
    found = case("""
    kinds: {raised: {label: it is raised}}
    events: {e: {label: the event, kinds: raised}}
    claims:
      day: {event: e, when: XXXX-10-17}
      of-1500: {event: e, when: 17 October 1500}
      not-then: {event: e, not-when: XXXX-10-17}
      next-day: {event: e, when: XXXX-10-18}
      never: {none: raised, when: XXXX-10-18}
      month: {event: e, when: XXXX-10}
    """)
    assert found.verdict("day", "not-then") == "contradicts"
    assert found.verdict("of-1500", "not-then") == "contradicts"
    assert found.verdict("day", "next-day") == "contradicts"
    assert found.verdict("next-day", "never") == "contradicts"
    assert found.verdict("day", "never") == "unlisted"
    assert found.verdict("day", "of-1500") == "refined-by"
    assert found.verdict("day", "month") == "refines"
    assert found.verdict("of-1500", "month") == "refines"
    assert found.findings.complete


def test_an_anchor_of_an_unknown_year_is_found_from_what_is_dated() -> None:
    found = case("""
    events:
      fair: {label: the fair, when: XXXX-09-08, record: Custumal 1}
      sale: {label: the sale}
      deed: {label: the deed}
    claims:
      a: {event: sale, when: the day after @fair}
      b: {event: sale, when: 1301}
      c: {event: deed, when: the day after @sale}
      d: {event: deed, when: 14 September 1301}
      e: {event: deed, when: 10 September 1301}
    """)
    # A day after is counted with a day's grace: the sale was on the 8th to 10th, the deed on the 8th to 12th.
    assert found.conflicts() == [("d", "e"), ("a", "c", "d")]
