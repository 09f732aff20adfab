"""Days of an unknown year, as an inscription without a year has them: what fits, what not, and how it is said."""

from __future__ import annotations

import time
from heapq import heappop
from itertools import count

import pytest
from casework import case

from claimcheck.dates.when import Window
from claimcheck.dates.wording import Style, in_words
from claimcheck.engine import proof

INSCRIPTION = """
question: When was it written?
events:
  inscription: {{when: {year}-10-17, record: House 1}}
claims:
  Osanna: a week after @inscription
  Berry: {berry}
  Stefani: {year}-10-17
"""


@pytest.mark.parametrize("year", ["XXXX", "0XXX"])
def test_an_inscription_without_a_year_is_compared_by_its_day(year: str) -> None:
    began = time.process_time()
    found = case(INSCRIPTION.format(year=year, berry="24 August AD 79"))
    assert found.verdict("Osanna", "Berry") == "contradicts"
    assert found.verdict("Berry", "Stefani") == "contradicts"
    assert found.verdict("Osanna", "Stefani") == "contradicts"
    # A week, give or take 4 days, after 17 October: the 20th at the earliest.
    gaps = {(pair.a, pair.b): pair.gap.days for pair in found.findings.pairs if pair.gap is not None}
    assert gaps == {("Osanna", "Berry"): 57, ("Osanna", "Stefani"): 3, ("Berry", "Stefani"): 54}
    assert time.process_time() - began < 10  # year by year it took hours


def test_once_no_year_will_do_no_other_proof_is_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    found = case(INSCRIPTION.format(year="XXXX", berry="24 August AD 79"))
    looked_at = count()
    monkeypatch.setattr(proof, "heappop", lambda waiting: (heappop(waiting), next(looked_at))[0])
    assert all(pair.because for pair in found.findings.pairs)
    assert 0 < next(looked_at) < 500  # of tens of thousands, year by year


@pytest.mark.parametrize("calendar", ["historical", "gregorian", "julian"])
def test_a_week_after_a_day_of_some_year_is_a_day_of_some_year(calendar: str) -> None:
    corpus = INSCRIPTION.format(year="XXXX", berry="24 August AD 79") + f"defaults: {{calendar: {calendar}}}\n"
    left = case(corpus).findings.placed("Osanna")
    assert left is not None
    assert in_words(Window(left.narrow, left.wide), Style(calendar)) == "24 October of some year"


def test_a_day_of_the_year_fits_an_inscription_of_some_year() -> None:
    found = case(INSCRIPTION.format(year="XXXX", berry="17 October AD 79"))
    assert found.verdict("Berry", "Stefani") == "refines"
    assert found.verdict("Osanna", "Berry") == "contradicts"
    found = case(INSCRIPTION.format(year="XXXX", berry="24 October AD 79"))
    assert found.verdict("Osanna", "Berry") != "contradicts"


def test_a_denied_day_of_every_year_leaves_the_others() -> None:
    found = case(
        """
        question: When was it written?
        claims:
          never: {not-when: XXXX-10-17}
          that-day: 17 October AD 79
          next-day: 18 October AD 79
        """
    )
    assert found.verdict("never", "that-day") == "contradicts"
    assert found.verdict("never", "next-day") != "contradicts"


def test_days_that_chase_each_other_from_year_to_year_are_seen_not_to_meet() -> None:
    found = case(
        """
        question: When was it written?
        events:
          feast: {when: XXXX-01-01, record: Calendar}
        claims:
          after-a-month: 1 month after @feast
          on-the-tenth: XXXX-02-10
          in-march: XXXX-03
        """
    )
    assert found.verdict("after-a-month", "in-march") == "contradicts"
    assert found.verdict("after-a-month", "on-the-tenth") == "overlaps"
