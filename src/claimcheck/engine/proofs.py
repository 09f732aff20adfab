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


Proof = Chain | Cases


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
        cycle = network.add(clause.atoms[0], number)
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
    number, rest = open_clauses[0], open_clauses[1:]
    cases: list[tuple[Atom, Proof]] = []
    used: frozenset[int] = frozenset()
    for atom in clauses[number].atoms:
        mark = network.mark()
        atoms[number] = atom
        clash = network.add(atom, number)
        proof: Proof | None
        if clash is not None:
            proof = _chain(network, clash, atoms)
            below = _used(proof)
        else:
            proof, below = _descend(network, clauses, refine, rest, atoms)
            network.retract(mark)
            if proof is None:
                return None, frozenset()
        if number not in below:
            return proof, below
        cases.append((atom, proof))
        used |= below
    return Cases(number, tuple(cases)), used


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
    return frozenset((proof.clause,)).union(*(_used(case) for _, case in proof.cases))
