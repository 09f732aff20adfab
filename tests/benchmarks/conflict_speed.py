"""How fast differences are checked and conflicts found, beside networkx and z3.

Run it with `python tests/benchmarks/conflict_speed.py`.
One run measures everything, so that the ratios hold on any machine:

- consistency of a network of n events and 3n differences, whole and with a conflict planted in it, beside
  networkx (Bellman & Ford); and how it grows from 100 to 100,000 events;
- one minimal conflict, beside z3's core of tracked differences, which need not even be minimal;
- all minimal conflicts and all largest possible sets of fifty tangled claims, beside the same search (Liffiton,
  Previti, Malik & Marques-Silva, Constraints 21, 2016) with z3 as map and as theory.

The exit is 1 if a ratio falls short of what is demanded: twice networkx, thirty times z3's core, and z3's search.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

import networkx as nx
import z3

from claimcheck.engine.hitting import minimal_hitting_sets
from claimcheck.engine.network import Atom, Clause, Network, at_most, seconds_of
from claimcheck.engine.parts import Key
from claimcheck.engine.search import contradiction
from claimcheck.engine.tangles import minimal_conflicts, smallest

DAY = 86_400
NETWORKX, CORE, SEARCH = 2.0, 30.0, 1.0


def differences(events: int, chance: random.Random, planted: bool) -> list[Atom]:
    """Three differences an event, true of hidden instants; with `planted`, one chain of five that is not."""
    instants = [chance.randrange(-36_500, 36_500) * DAY for _ in range(events)]
    found = []
    for event in range(events):
        near = (event + chance.randrange(1, 20)) % events
        far = chance.randrange(events)
        for one, other in ((event, near), (near, event), (event, far)):
            slack = chance.randrange(0, 400) * DAY
            found.append(Atom(one, other, at_most(instants[one] - instants[other] + slack)))
    if planted:
        chain = chance.sample(range(events), 5)
        for one, other in zip(chain, (*chain[1:], chain[0]), strict=True):
            found.append(Atom(one, other, at_most(instants[one] - instants[other] - DAY)))
    return found


def ours(atoms: Sequence[Atom]) -> bool:
    """Whether the differences can all hold."""
    network = Network()
    return all(network.add(atom, number) is None for number, atom in enumerate(atoms))


def by_networkx(atoms: Sequence[Atom]) -> bool:
    """The same, by networkx; of parallel differences the tightest."""
    graph = nx.DiGraph()
    for atom in atoms:
        known = graph.get_edge_data(atom.y, atom.x)
        if known is None or atom.weight < known["weight"]:
            graph.add_edge(atom.y, atom.x, weight=atom.weight)
    return not nx.negative_edge_cycle(graph)


def best(run: Callable[[], object], times: int = 3) -> float:
    """The seconds of the fastest of several runs."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        taken.append(time.perf_counter() - started)
    return min(taken)


def consistency() -> bool:
    """Prints and judges the comparison with networkx."""
    kept = True
    for events in (1_000, 10_000):
        for planted in (False, True):
            atoms = differences(events, random.Random(events), planted)
            assert ours(atoms) is by_networkx(atoms) is (not planted)
            mine, other = best(partial(ours, atoms)), best(partial(by_networkx, atoms), 1)
            what = "with a conflict" if planted else "consistent"
            print(f"{events:,} events, {what}: {mine * 1e3:.0f} ms; networkx {other / mine:.1f} times as long")
            kept = kept and other >= NETWORKX * mine
    return kept


def growth() -> None:
    """Prints how consistency grows with the number of events."""
    for events in (100, 1_000, 10_000, 100_000):
        atoms = differences(events, random.Random(7), planted=False)
        taken = best(partial(ours, atoms), 1 if events > 10_000 else 3)
        print(f"{events:,} events: {taken * 1e3:,.1f} ms, {taken / events * 1e6:.0f} µs an event")


def cores() -> bool:
    """Prints and judges the comparison with z3's core."""
    atoms = differences(1_000, random.Random(3), planted=True)
    clauses = [Clause((atom,), number) for number, atom in enumerate(atoms)]

    keys: list[Key] = [("claim", str(number)) for number in range(len(clauses))]

    def core(some: frozenset[Key]) -> frozenset[Key] | None:
        numbers = sorted(int(number) for _, number in some)
        found = contradiction([clauses[number] for number in numbers])
        return None if found is None else frozenset(keys[numbers[place]] for place in found)

    def mine() -> frozenset[Key]:
        found = contradiction(clauses)
        assert found is not None
        return smallest(frozenset(keys[number] for number in found), core, lambda key: int(key[1]))

    def others() -> int:
        solver = _differences_in_z3()
        points = [z3.Int(f"e{n}") for n in range(1_000)]
        for number, atom in enumerate(atoms):
            x, y = int(str(atom.x)), int(str(atom.y))
            solver.assert_and_track(points[x] - points[y] <= seconds_of(atom.weight) // DAY, f"c{number}")
        assert solver.check() == z3.unsat
        return len(solver.unsat_core())

    one, two = best(mine), best(others, 2)
    print(
        f"a minimal conflict among 3,000 differences: {one * 1e3:.1f} ms, z3's core {two / one:.0f} times as long"
    )
    return two >= CORE * one


def _differences_in_z3() -> z3.Solver:
    """The solver of z3 that is fastest here: its Bellman & Ford for differences."""
    solver = z3.SimpleSolver()
    solver.set("arith.solver", 1)
    return solver


def tangled(claims: int, chance: random.Random) -> dict[Key, list[Atom]]:
    """Claims of two differences each on thirty events, three of them wrong and at odds with many."""
    events = [f"e{n}" for n in range(30)]
    hidden = {event: chance.randrange(0, 60) for event in events}
    found: dict[Key, list[Atom]] = {}
    for number in range(claims):
        one, other = chance.sample(events, 2)
        error = 9 if number in (10, 25, 40) else 0  # three are wrong, by nine days
        gap = (hidden[one] - hidden[other] + error) * DAY
        found["claim", f"c{number:02}"] = [
            Atom(one, other, at_most(gap + 2 * DAY)),
            Atom(other, one, at_most(-gap + 2 * DAY)),
        ]
    return found


def search() -> bool:
    """Prints and judges the enumeration of all conflicts and all largest possible sets, beside one by z3."""
    said = tangled(50, random.Random(0))
    clauses = [Clause((atom,), key) for key, atoms in said.items() for atom in atoms]

    def core(keys: frozenset[Key]) -> frozenset[Key] | None:
        kept = [clause for clause in clauses if clause.reason in keys]
        found = contradiction(kept)
        return None if found is None else frozenset(key for n in found if isinstance(key := kept[n].reason, tuple))

    def mine() -> tuple[int, int]:
        tangle = minimal_conflicts(list(said), core, 100_000)
        assert tangle.complete
        held, all_of_them = minimal_hitting_sets(tangle.conflicts, list(said), 100_000)
        assert all_of_them
        return len(tangle.conflicts), len(held)

    def others() -> tuple[int, int]:
        theory, chosen = _differences_in_z3(), {key: z3.Bool(key[1]) for key in said}
        for key, atoms in said.items():
            for atom in atoms:
                x, y = z3.Int(str(atom.x)), z3.Int(str(atom.y))
                theory.add(z3.Implies(chosen[key], x - y <= seconds_of(atom.weight) // DAY))
        explored, keys = z3.Solver(), list(said)
        conflicts = largest = 0
        while explored.check() == z3.sat:
            model = explored.model()
            seed = {key for key in keys if not z3.is_false(model[chosen[key]])}
            if theory.check(*(chosen[key] for key in seed)) == z3.sat:
                for key in keys:
                    if key not in seed and theory.check(*(chosen[k] for k in seed), chosen[key]) == z3.sat:
                        seed.add(key)
                largest += 1
                explored.add(z3.Or([chosen[key] for key in keys if key not in seed]))
            else:
                for key in list(seed):
                    if theory.check(*(chosen[k] for k in seed if k != key)) == z3.unsat:
                        named = {str(part) for part in theory.unsat_core()}
                        seed = {k for k in seed if k != key and k[1] in named}
                conflicts += 1
                explored.add(z3.Or([z3.Not(chosen[key]) for key in seed]))
        return conflicts, largest

    assert mine() == others()
    one, two = best(mine, 2), best(others, 1)
    conflicts, largest = mine()
    print(
        f"50 tangled claims, {conflicts} conflicts, {largest} largest sets: {one:.2f} s; z3 {two / one:.1f} times"
    )
    return two >= SEARCH * one


def main() -> int:
    kept = [consistency(), cores(), search()]
    growth()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
