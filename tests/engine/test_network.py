"""The network of differences: consistency, reasons and limits against plain methods."""

from __future__ import annotations

from itertools import product

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Clause,
    Effort,
    Network,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)
from claimcheck.engine.search import branches, contradiction
from claimcheck.engine.selected import Selected

nodes = st.sampled_from([ORIGIN, "a", "b", "c", "d"])
weights = st.builds(lambda n, strict: less_than(n) if strict else at_most(n), st.integers(-4, 4), st.booleans())
atoms = st.builds(Atom, nodes, nodes, weights)


def _has_negative_cycle(chosen: list[Atom]) -> bool:
    graph = nx.DiGraph()
    for atom in chosen:
        known = graph.get_edge_data(atom.y, atom.x)
        graph.add_edge(atom.y, atom.x, weight=min(atom.weight, known["weight"]) if known else atom.weight)
    return bool(nx.negative_edge_cycle(graph))


@given(st.lists(atoms, max_size=12))
def test_a_set_of_differences_is_contradictory_exactly_if_a_cycle_is_negative(chosen: list[Atom]) -> None:
    clauses = [Clause((atom,), number) for number, atom in enumerate(chosen)]
    assert (contradiction(clauses) is not None) == _has_negative_cycle(chosen)


@given(st.lists(st.lists(atoms, min_size=1, max_size=3), max_size=6))
@settings(max_examples=200, deadline=None)
def test_disjunctions_are_contradictory_exactly_if_every_choice_is(chosen: list[list[Atom]]) -> None:
    clauses = [Clause(tuple(clause), number) for number, clause in enumerate(chosen)]
    expected = all(_has_negative_cycle(list(choice)) for choice in product(*chosen))
    core = contradiction(clauses)
    assert (core is not None) == expected
    if core is not None:
        assert contradiction([clauses[number] for number in core]) is not None


@given(st.lists(st.lists(atoms, min_size=1, max_size=3), max_size=6))
@settings(max_examples=200, deadline=None)
def test_the_solver_decides_disjunctions_as_the_search_does(chosen: list[list[Atom]]) -> None:
    clauses = [Clause(tuple(clause), number) for number, clause in enumerate(chosen)]
    expected = contradiction(clauses)
    owned = [(frozenset((number,)), (clause,)) for number, clause in enumerate(clauses)]
    found = Selected(owned, Effort(), lambda _: None).core(frozenset(range(len(clauses))))
    assert (found is None) == (expected is None)
    if found is not None:
        assert contradiction([clauses[number] for number in sorted(found)]) is not None


def test_hundreds_of_one_of_dates_that_cannot_all_fit_are_decided() -> None:
    count = 60  # each of 60 events on day 0 or day 1, all of them a day apart from the next: impossible
    clauses = [
        Clause((Atom(("e", n), ORIGIN, at_most(0)), Atom(ORIGIN, ("e", n), at_most(-1))), n) for n in range(count)
    ]
    clauses += [Clause((Atom(("e", n), ("e", n + 1), at_most(-1)),), count + n) for n in range(count - 1)]
    clauses += [
        Clause((Atom(ORIGIN, ("e", 0), at_most(0)),), 900),
        Clause((Atom(("e", count - 1), ORIGIN, at_most(1)),), 901),
    ]
    assert contradiction(clauses) is not None


@given(st.lists(st.lists(atoms, min_size=1, max_size=2), max_size=5))
@settings(max_examples=200, deadline=None)
def test_the_branches_are_the_consistent_choices(chosen: list[list[Atom]]) -> None:
    clauses = [Clause(tuple(clause), number) for number, clause in enumerate(chosen)]
    some = any(not _has_negative_cycle(list(choice)) for choice in product(*chosen))
    assert any(True for _ in branches(clauses)) == some


@given(st.lists(atoms, max_size=12), nodes, nodes)
def test_a_distance_is_the_tightest_difference_that_follows(chosen: list[Atom], y: str, x: str) -> None:
    network = Network()
    if any(network.add(atom, number) is not None for number, atom in enumerate(chosen)):
        return
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((x, y))
    for atom in chosen:
        graph.add_edge(atom.y, atom.x, weight=atom.weight)
    expected = nx.single_source_bellman_ford_path_length(graph, y).get(x)
    found = network.distance(y, x)
    if x == y:
        return
    assert (found[0] if found is not None else None) == expected


def test_a_constraint_that_fails_leaves_the_network_as_it_was() -> None:
    network = Network()
    assert network.add(Atom("a", "b", at_most(-1)), 0) is None
    assert network.add(Atom("b", "a", at_most(0)), 1) == (1, 0)
    assert network.add(Atom("b", "a", at_most(1)), 2) is None


def test_touching_is_a_contradiction_only_if_something_strict_lies_between() -> None:
    meets = [Clause((Atom("a", ORIGIN, at_most(5)),), 0), Clause((Atom(ORIGIN, "a", at_most(-5)),), 1)]
    assert contradiction(meets) is None
    lasts = [*meets[:1], Clause((Atom(ORIGIN, "a", less_than(-5)),), 1)]
    assert contradiction(lasts) == (0, 1)


@given(st.integers(-(10**12), 10**12), st.integers(0, 1000))
def test_strictness_never_changes_the_seconds_of_a_sum(seconds: int, strict: int) -> None:
    total = at_most(seconds) - strict
    assert seconds_of(total) == seconds
    assert is_strict(total) == (strict > 0)
