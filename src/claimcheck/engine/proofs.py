"""Proofs that clauses cannot all hold: the negative cycles, in order, under each choice that was open.

Belongs here: from a small impossible set of clauses to the chains that show it. Does not belong here: finding
such sets (see `network`), what the chains say of claims (see `derivations`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.engine.network import ORIGIN, Atom, Clause, Network, Refine, settle


@dataclass(frozen=True, slots=True)
class Chain:
    """A negative cycle: each atom's `x` is the next one's `y`; it starts at the origin if it passes it.

    Beside each atom the numbers of the clauses it rests on.
    """

    links: tuple[tuple[Atom, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """A clause with several atoms, each of which fails by a proof of its own."""

    clause: int
    cases: tuple[tuple[Atom, Proof], ...]


@dataclass(frozen=True, slots=True)
class Forced:
    """A clause of which all atoms but this one fail at once, by `because` (clauses); and what follows."""

    clause: int
    atom: Atom
    because: frozenset[int]
    then: Proof


Proof = Chain | Cases | Forced


def prove(clauses: Sequence[Clause], refine: Refine | None = None) -> Proof | None:
    """A proof that the clauses cannot all hold; None if they can. For small sets: the search is exhaustive."""
    network = Network()
    atoms: dict[int, Atom] = {}
    open_clauses: list[int] = []
    for number, clause in enumerate(clauses):
        if not clause.atoms:
            return Chain(((Atom(ORIGIN, ORIGIN, -1), frozenset((number,))),))
        if len(clause.atoms) > 1:
            open_clauses.append(number)
            continue
        atoms[number] = clause.atoms[0]
        cycle = network.take(clause, number)
        if cycle is not None:
            return _chain(network, cycle, atoms)
    return _descend(network, clauses, refine, open_clauses, atoms)[0]


def _descend(
    network: Network,
    clauses: Sequence[Clause],
    refine: Refine | None,
    open_clauses: Sequence[int],
    atoms: dict[int, Atom],
) -> tuple[Proof | None, frozenset[int]]:
    """A proof below the present choices, with the numbers of the clauses it uses."""
    cycle = settle(network, len(clauses), refine)
    if cycle is not None:
        chain = _chain(network, network.last_cycle, atoms)
        return chain, _used(chain)
    if not open_clauses:
        return None, frozenset()
    number, clashes = min(
        ((number, _clashes(network, number, clauses[number], atoms)) for number in open_clauses),
        key=lambda tried: sum(chain is None for chain in tried[1].values()),
    )
    rest = [other for other in open_clauses if other != number]
    at_once = sorted(
        ((atom, chain) for atom, chain in clashes.items() if chain is not None),
        key=lambda tried: len(tried[1].links),
    )
    if len(at_once) == len(clashes):  # the one that takes longest to refute is followed, after all the others
        atom, chain = at_once[-1]
        others = frozenset(used for _, other in at_once[:-1] for used in _used(other))
        return Forced(number, atom, others - {number}, chain), others | _used(chain) | {number}
    failing = frozenset(used for chain in clashes.values() if chain is not None for used in _used(chain))
    viable = [atom for atom, chain in clashes.items() if chain is None]
    cases: list[tuple[Atom, Proof]] = []
    used: frozenset[int] = frozenset()
    for atom, fails in clashes.items():
        proof: Proof | None = fails
        below = _used(fails) if fails is not None else frozenset()
        if fails is None:
            mark = network.mark()
            atoms[number] = atom
            network.add(atom, number)
            proof, below = _descend(network, clauses, refine, rest, atoms)
            network.retract(mark)
            if proof is None:
                return None, frozenset()
            if number not in below:
                return proof, below
            if len(viable) == 1:
                because = failing - {number}
                return Forced(number, atom, because, proof), below | failing
        if proof is not None:
            cases.append((atom, proof))
        used |= below
    return Cases(number, tuple(cases)), used | {number}


def _clashes(network: Network, number: int, clause: Clause, atoms: dict[int, Atom]) -> dict[Atom, Chain | None]:
    """For each atom of a clause the chain by which it fails at once; None where it does not."""
    found: dict[Atom, Chain | None] = {}
    for atom in clause.atoms:
        mark = network.mark()
        atoms[number] = atom
        cycle = network.add(atom, number)
        found[atom] = _chain(network, cycle, atoms) if cycle is not None else None
        network.retract(mark)
    return found


def _chain(network: Network, cycle: Sequence[int], atoms: dict[int, Atom]) -> Chain:
    links = [
        (network.lemma_atoms.get(number) or atoms[number], frozenset(network.premises((number,))))
        for number in cycle
    ]
    for turn, (atom, _) in enumerate(links):
        if atom.y == ORIGIN:
            links = links[turn:] + links[:turn]
            break
    return Chain(tuple(links))


def _used(proof: Proof) -> frozenset[int]:
    if isinstance(proof, Chain):
        return frozenset(number for _, numbers in proof.links for number in numbers)
    if isinstance(proof, Forced):
        return _used(proof.then) | proof.because | {proof.clause}
    return frozenset((proof.clause,)).union(*(_used(case) for _, case in proof.cases))
