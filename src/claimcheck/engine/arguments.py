"""Proofs told as arguments: the stated facts, and after them the limits that follow until two exclude each other.

Belongs here: turning the chains of a proof into steps. Does not belong here: finding proofs (see `proofs`), stated
facts (see `derivations`), sentences (see `claimcheck.report.reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.derivations import stating, subject_of
from claimcheck.engine.findings import Bound, Role, Step
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Clause,
    Leaps,
    Literal,
    Network,
    Node,
    Refine,
    seconds_of,
    settle,
)
from claimcheck.engine.proofs import Cases, Forced, Proof, prove
from claimcheck.engine.theory import Ground, Theory


def told(theory: Theory, grounds: Sequence[Ground], steps: Sequence[Step]) -> tuple[Step, ...]:
    """The stated facts, and after them what follows from them until two limits exclude each other.

    `grounds` are those of a core of the theory. Where a choice was open, each case is followed in turn.
    """
    allowed = set(grounds)
    clauses = [c for c in theory.clauses if isinstance(c.reason, Ground) and c.reason in allowed]
    proof = prove(clauses, theory.refine)
    if proof is None:
        return tuple(steps)
    result = _Telling(clauses, theory.refine, list(steps))
    _tell(proof, result)
    return tuple(result.steps)


class _Telling:
    """The steps told so far, and which of them tell what became of a clause that left a choice."""

    def __init__(self, clauses: Sequence[Clause], refine: Refine, steps: list[Step]) -> None:
        self.clauses = clauses
        self.refine = refine
        self.steps = steps
        self.chosen: dict[int, int] = {}

    def stating(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """The numbers of the steps that state these clauses, or what became of them."""
        numbers = set(numbers)
        chosen = {self.chosen[number] for number in numbers if number in self.chosen}
        stated = stating(self.steps, self.clauses, frozenset(numbers - set(self.chosen)))
        return tuple(sorted({*stated, *chosen}))

    def weight(self, links: Sequence[tuple[Atom, frozenset[int]]], node: Node, is_lower: bool) -> int | None:
        """The tightest limit of a node that follows from some links and the plain clauses that they rest on.

        The clash may need less than the calendar says; a reader who counts along wants the day itself.
        """
        network = Network()
        numbers = sorted({number for _, rests_on in links for number in rests_on})
        plain = [self.clauses[number].atoms[0] for number in numbers if len(self.clauses[number].atoms) == 1]
        for number, atom in enumerate((*plain, *(atom for atom, _ in links))):
            if network.add(atom, number) is not None:
                return None
        if settle(network, self.refine) is not None:
            return None
        tree = network.tree(ORIGIN, into=is_lower)
        return tree.weight(node)

    def choose(self, clause: int, step: Step) -> None:
        """Tells what is supposed, or follows, from a clause that leaves a choice."""
        self.chosen[clause] = len(self.steps)
        self.steps.append(step)


def _tell(proof: Proof, telling: _Telling) -> None:
    if isinstance(proof, Cases):
        for atom, case in proof.cases:
            telling.chosen.pop(proof.clause, None)
            follows = telling.stating((proof.clause,))
            telling.choose(proof.clause, Step(Role.CASE, bound=_bound_of(atom), follows=follows))
            _tell(case, telling)
        return
    if isinstance(proof, Forced):
        bound = _bound_of(proof.atom)
        if bound is not None:
            follows = telling.stating(proof.because | {proof.clause})
            telling.choose(proof.clause, Step(Role.DEDUCTION, bound=bound, follows=follows))
        _tell(proof.then, telling)
        return
    links = proof.links
    if links[0][0].y != ORIGIN or len(links) < 2:
        follows = telling.stating(number for _, numbers in links for number in numbers)
        telling.steps.append(Step(Role.DEDUCTION, follows=follows))
        return
    meeting = _meeting(links)
    _walk(links[: meeting + 1], telling, is_lower=False)
    _walk(tuple(reversed(links[meeting + 1 :])), telling, is_lower=True)


def _meeting(links: Sequence[tuple[Atom, frozenset[int]]]) -> int:
    """Where on the cycle the two limits are best confronted: at the last first (or last) reached, else midway."""
    nodes = [atom.x for atom, _ in links[:-1]]
    points = [n for n, node in enumerate(nodes) if isinstance(node, tuple) and node[0] in ("first", "last")]
    if points:
        return points[-1]
    events = [n for n, node in enumerate(nodes) if isinstance(node, tuple) and node[0] in ("start", "end")]
    return events[len(events) // 2] if events else len(nodes) - 1


def _walk(links: Sequence[tuple[Atom, frozenset[int]]], telling: _Telling, is_lower: bool) -> None:
    """The limits along one half of a cycle, from the origin on: one deduction for each subject reached.

    A limit that the step just before it has told (of a choice, say) is not told again.
    """
    steps = telling.steps
    total = 0
    pending: set[int] = set()
    before: int | None = None
    for number, (atom, numbers) in enumerate(links):
        total += atom.weight
        pending |= numbers
        node = atom.y if is_lower else atom.x
        following = links[number + 1][0] if number + 1 < len(links) else None
        if following is not None:
            onward = following.y if is_lower else following.x
            if subject_of(onward) == subject_of(node):
                continue
        subject = subject_of(node)
        if subject is None:
            continue
        closest = telling.weight(links[: number + 1], node, is_lower)
        if closest is not None and closest < total:
            total = closest
        instant = -seconds_of(total) if is_lower else seconds_of(total)
        follows = telling.stating(pending)
        if before is not None:
            follows = (*follows, before)
        edge = str(node[0]) if isinstance(node, tuple) else ""
        bound = Bound(subject, is_lower, instant, Unit.DAY if instant % DAY == 0 else Unit.HOUR, edge)
        pending = set()
        if len(follows) == 1 and steps[follows[0]].bound == bound:
            before = follows[0]
            continue
        before = len(steps)
        steps.append(Step(Role.DEDUCTION, bound=bound, follows=follows))


def _bound_of(atom: Literal) -> Bound | None:
    """What an open choice supposes, where it supposes a limit."""
    if isinstance(atom, Leaps):
        return None
    for node, is_lower in ((atom.x, False), (atom.y, True)):
        other = atom.y if node == atom.x else atom.x
        subject = subject_of(node)
        if other == ORIGIN and subject is not None:
            instant = -seconds_of(atom.weight) if is_lower else seconds_of(atom.weight)
            edge = str(node[0]) if isinstance(node, tuple) else ""
            return Bound(subject, is_lower, instant, Unit.DAY if instant % DAY == 0 else Unit.HOUR, edge)
    return None
