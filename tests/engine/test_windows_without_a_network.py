"""Two claims that say no more than when one event was are compared as sets of time: the network finds the same."""

from __future__ import annotations

from casework import case
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Member

YEARS = ("1801", "1802", "1799", "c. 1801", "1801~", "1801 or 1803", "[1800,1802]", "1801/1802", "late 1801")
DAYS = ("May 1801", "c. May 1801", "3 May 1801", "3 May 1801 or 5 May 1801", "evening of 3 May 1801", "May 1802")
HALVES = ("before 1802", "after 1801", "not before May 1801")
DATES = st.sampled_from((*YEARS, *DAYS, *HALVES))
CORPUS = """
defaults: {{calendar: gregorian}}
question: When was it?
claims:
  a: {{when: "{a}"}}
  b: {{when: "{b}"}}
"""


@given(DATES, DATES)
def test_both_ways_find_the_same(a: str, b: str) -> None:
    text = CORPUS.format(a=a, b=b)
    by_windows = case(text).pair("a", "b")
    plain = Inquiry.plain_date
    Inquiry.plain_date = lambda self, member: None  # type: ignore[method-assign]
    try:
        by_network = case(text).pair("a", "b")
    finally:
        Inquiry.plain_date = plain  # type: ignore[method-assign]
    assert by_windows == by_network
    assert by_windows.gap == by_network.gap


def test_windows_are_told_from_what_needs_the_network() -> None:
    found = case(
        """
        defaults: {calendar: gregorian}
        questions:
          q: {ask: When was it?, event: e}
        events:
          e: {label: the event}
          x: {label: the other, when: 1801, record: Book 1}
        claims:
          window: {answers: q, when: 1801}
          relation: {answers: q, when: after @x}
          denial: {answers: q, not-when: 1801}
          two: {answers: q, when: 1801 or 1803, or-when: 1805}
        """
    )
    inquiry = found.findings.inquiry

    def is_plain(id: str) -> bool:
        member: Member = inquiry.claim(id)
        return inquiry.plain_date(member) is not None

    assert [is_plain(id) for id in ("window", "relation", "denial", "two")] == [True, False, False, False]
