"""Every search has a bound in steps; where it is met, the findings are incomplete and none of them is wrong."""

from __future__ import annotations

import pytest
from casework import case

from claimcheck.engine import hitting, search, selected
from claimcheck.engine.network import ORIGIN, Atom, Clause, Effort, Network, at_most, less_than
from claimcheck.engine.search import branches, contradiction
from random_corpora import bridged, world, written, yearless


def _choices(count: int) -> list[Clause]:
    """Each of some points lies at 0 or at 1."""
    return [Clause((Atom(n, ORIGIN, at_most(0)), Atom(ORIGIN, n, at_most(-1))), n) for n in range(1, count + 1)]


def test_a_solver_that_stops_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = [
        *_choices(6),
        *(Clause((Atom(n, n + 1, less_than(0)),), 10 + n) for n in range(1, 6)),
        Clause((Atom(ORIGIN, 1, at_most(0)),), 20),
        Clause((Atom(6, ORIGIN, at_most(1)),), 21),
        Clause((Atom(3, 4, at_most(-2)),), 22),
    ]
    effort = Effort()
    assert contradiction(clauses, None, effort) is not None
    assert not effort.is_spent
    monkeypatch.setattr(search, "_LONGEST", 0)
    monkeypatch.setattr(selected, "_MOST", 0)
    found = contradiction(clauses, None, effort)
    assert found is not None or effort.is_spent


def test_branches_that_are_too_many_are_not_taken_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    effort = Effort()
    assert len(list(branches(_choices(4), None, effort))) == 16
    assert not effort.is_spent
    monkeypatch.setattr(search, "_MOST_LEAVES", 5)
    assert len(list(branches(_choices(4), None, effort))) == 5
    assert effort.is_spent


def test_sets_that_are_too_many_are_not_taken_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    effort = Effort()

    def impossible(ids: object) -> bool:
        return len(list(ids)) >= 2  # type: ignore[call-overload]

    assert len(hitting.minimal_sets("abcd", impossible, effort)) == 6
    assert not effort.is_spent
    monkeypatch.setattr(hitting, "_MOST_SETS", 3)
    assert len(hitting.minimal_sets("abcd", impossible, effort)) < 6
    assert effort.is_spent


def test_lemmas_without_end_leave_it_open_and_say_so() -> None:
    """Months of events without any date can chase each other for ever."""
    effort = Effort()
    step = iter(range(10_000))

    def refine(_: Network) -> list[tuple[Atom, frozenset[int]]]:
        return [(Atom(ORIGIN, "x", at_most(-next(step))), frozenset((0,)))]

    clauses = [Clause((Atom(ORIGIN, "x", at_most(0)),), 0)]
    assert contradiction(clauses, refine, effort) is None
    assert effort.is_spent


@pytest.mark.parametrize("draw", [world, bridged, yearless])
def test_no_random_world_meets_a_bound(draw: object) -> None:
    for seed in range(40):
        drawn = draw(seed)  # type: ignore[operator]
        assert case(written(drawn), bridges=drawn.granted).findings.complete, seed
