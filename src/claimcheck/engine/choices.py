"""Disjunctions by a SAT solver over the network of differences, for sets too tangled for a plain search.

Belongs here: the lazy combination of a SAT core with the network as its theory (Nieuwenhuis, Oliveras &
Tinelli, J. ACM 53, 2006): the solver chooses atoms, the network says which choices clash, and every clash is
learned. Does not belong here: the network itself, and the plain search that is tried first (see `network`).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.engine.network import Clause, Effort, Literal, Network, Refine, settle

_MOST = 20_000  # choices that the network refutes, before the search gives up


def contradiction_by_choices(
    network: Network,
    open_clauses: Sequence[int],
    clauses: Sequence[Clause],
    refine: Refine | None,
    effort: Effort,
) -> set[int] | None:
    """None if an atom of every open clause can be chosen that the (consistent) network can take in.

    Otherwise the numbers of clauses, open ones and those already in the network, that cannot all hold. The
    network is left as it was, or with the chosen atoms added. After `_MOST` choices that came to nothing the
    effort is spent, and None says no more than that nothing was found.
    """
    from pysat.solvers import Solver

    numbers: dict[Literal, int] = {}
    for number in open_clauses:
        for atom in clauses[number].atoms:
            numbers.setdefault(atom, len(numbers) + 1)
    atoms = {variable: atom for atom, variable in numbers.items()}
    selectors: dict[int, frozenset[int]] = {}  # an assumption -> the clauses behind it
    with Solver(name="glucose4") as solver:
        top = len(numbers)
        for number in open_clauses:
            top += 1
            selectors[top] = frozenset((number,))
            solver.add_clause([-top, *(numbers[atom] for atom in clauses[number].atoms)])
        for atom, variable in numbers.items():
            solver.set_phases([variable if network.holds(atom) else -variable])
        tried = 0
        while solver.solve(assumptions=list(selectors)):
            tried += 1
            if tried > _MOST:
                effort.is_spent = True
                return None
            chosen = {variable for variable in solver.get_model() if 0 < variable <= len(numbers)}
            clash = _take_in(
                network, [(v, atoms[v]) for v in sorted(chosen)], open_clauses, clauses, numbers, refine
            )
            if clash is None:
                return None
            variables, others = clash
            top += 1
            selectors[top] = frozenset(others)
            solver.add_clause([-top, *(-variable for variable in variables)])
        core = solver.get_core() or []
    return {number for selector in core for number in selectors[selector]}


def _take_in(
    network: Network,
    chosen: Sequence[tuple[int, Literal]],
    open_clauses: Sequence[int],
    clauses: Sequence[Clause],
    numbers: dict[Literal, int],
    refine: Refine | None,
) -> tuple[set[int], set[int]] | None:
    """Adds one chosen atom for each open clause; if they clash, the variables and the other clauses that do."""
    mark = network.mark()
    available = {variable for variable, _ in chosen}
    by_clause: dict[int, int] = {}
    failed: set[int] | None = None
    for number in open_clauses:
        variable = next(numbers[atom] for atom in clauses[number].atoms if numbers[atom] in available)
        by_clause[number] = variable
        atom = next(atom for atom in clauses[number].atoms if numbers[atom] == variable)
        cycle = network.add(atom, number)
        if cycle is not None:
            failed = network.premises(cycle)
            break
    if failed is None:
        failed = settle(network, refine)
    if failed is None:
        return None
    network.retract(mark)
    variables = {by_clause[number] for number in failed if number in by_clause}
    return variables, {number for number in failed if number not in by_clause}
