"""Laws of sets of time: what they contain is decided instant by instant, and they stay in order and apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.when import EVER, Span, TimeSet

INSTANTS = range(-1, 32)
LIMIT = st.one_of(st.none(), st.integers(0, 30))
SETS = st.lists(st.builds(Span, LIMIT, LIMIT), max_size=7).map(TimeSet.of)


def instants(times: TimeSet) -> set[int]:
    return {
        instant
        for instant in INSTANTS
        for span in times.spans
        if (span.start is None or span.start <= instant) and (span.stop is None or instant < span.stop)
    }


@given(SETS, SETS)
def test_both_sets_hold_what_each_of_them_holds(one: TimeSet, other: TimeSet) -> None:
    both = one.intersection(other)
    assert instants(both) == instants(one) & instants(other)
    assert both == TimeSet.of(both.spans) == other.intersection(one)


@given(SETS)
def test_outside_a_set_is_everything_else(times: TimeSet) -> None:
    outside = times.complement()
    assert instants(outside) == set(INSTANTS) - instants(times)
    assert outside == TimeSet.of(outside.spans) and outside.complement() == times


@given(SETS, SETS)
def test_a_set_contains_another_if_nothing_of_it_is_outside(one: TimeSet, other: TimeSet) -> None:
    assert one.contains(other) == (not other.intersection(one.complement()).spans)
    assert EVER.contains(one)
