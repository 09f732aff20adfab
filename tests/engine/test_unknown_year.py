"""Days of an unknown year: what an inscription without a year says; ten thousand years are one constraint."""

from __future__ import annotations

import time

import pytest
from casework import case
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.engine.network import ORIGIN, Atom, Clause, Steps, at_most, contradiction, less_than
from claimcheck.engine.theory import NOBODY, Ground, Theory

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
    assert time.process_time() - began < 10  # without steps it took hours
    assert found.verdict("Osanna", "Berry") == "contradicts"
    assert found.verdict("Berry", "Stefani") == "contradicts"
    assert found.verdict("Osanna", "Stefani") == "contradicts"
    # A week, give or take 4 days, after 17 October: the 20th at the earliest.
    gaps = {(pair.a, pair.b): pair.gap.days for pair in found.findings.pairs if pair.gap is not None}
    assert gaps == {("Osanna", "Berry"): 57, ("Osanna", "Stefani"): 3, ("Berry", "Stefani"): 54}


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


numbers = st.integers(0, 30)
signs = st.booleans()


@st.composite
def theories(draw: st.DrawFn) -> tuple[list[Clause], list[Clause]]:
    """A set of constraints with steps in it, and the same with the steps spelt out as disjunctions."""
    ground = Ground(NOBODY)
    weight = at_most if draw(signs) else less_than
    plain = [Clause((Atom(ORIGIN, node, at_most(0)),), ground) for node in "abc"]
    plain += [Clause((Atom(node, ORIGIN, at_most(30)),), ground) for node in "abc"]
    for _ in range(draw(st.integers(0, 5))):
        x, y = draw(st.sampled_from([("a", "b"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")]))
        plain.append(Clause((Atom(x, y, at_most(draw(st.integers(-8, 8)))),), ground))
    stepped, spelt_out = list(plain), list(plain)
    for _ in range(draw(st.integers(1, 3))):
        places = sorted(draw(st.sets(numbers, min_size=2, max_size=8)))
        pairs = list(zip(places[::2], places[1::2], strict=False))
        early, late = draw(st.sampled_from([("a", "a"), ("b", "a"), ("c", "c"), ("c", "b"), ("a", "c")]))
        steps = Steps(
            early, late, tuple(weight(low) for low, _ in pairs), tuple(at_most(-high) for _, high in pairs)
        )
        stepped.append(Clause((steps.atom,), ground, steps))
        spelt_out += [Clause(atoms, ground) for atoms in steps.clauses()]
    return stepped, spelt_out


@settings(max_examples=300, deadline=None)
@given(theories())
def test_steps_say_what_their_disjunctions_say(both: tuple[list[Clause], list[Clause]]) -> None:
    stepped, spelt_out = both
    theory = Theory(tuple(stepped), (), ())
    core = theory.core()
    assert (core is None) == (contradiction(spelt_out) is None)


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
