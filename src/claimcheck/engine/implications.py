"""Bridges of `if` and `then`, as material implications over everything in the set under test.

Belongs here: how the condition of such a bridge can fail. Does not belong here: what its consequence says, which
is taken in like what a member says, but stands only where the condition holds (see `assumptions`).

A node decides whether the consequence stands. The condition fails in as many ways as the set leaves open; where it
cannot fail, the consequence stands, and where the consequence cannot, the condition must fail. What nobody in the
set asserts can always be otherwise: a condition about it decides nothing. The condition is taken narrowly, the
consequence as widely as the set, so that a wide reading never makes the bridge say more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    Stretch,
    either,
    from_on,
    not_lasting,
    not_within,
    short_of,
    touching,
)
from claimcheck.engine.holdings import Holding, fails_at
from claimcheck.engine.network import Literal
from claimcheck.engine.parts import Exclusion, Key, Occurrence, Part, Target, Value
from claimcheck.engine.scene import Implication
from claimcheck.engine.theory import Link

if TYPE_CHECKING:
    from claimcheck.engine.assumptions import Assembly

# A clause, who must be under test for it to stand, and the structure by which it concerns them.
Owned = tuple[tuple[Literal, ...], frozenset[Key], tuple[Link, ...]]


def is_conditional(owner: Key) -> bool:
    """Whether an owner is no member or given, but something that holds in some cases only."""
    return owner[0] in ("bridge", "if")


def stands(conditional: Key) -> Literal:
    """What a conditional owner says holds: the consequence of a bridge, what is supposed lest a condition hold."""
    return short_of(("case", conditional), 0)


def falls(conditional: Key) -> Literal:
    """What a conditional owner says need not hold."""
    return from_on(("case", conditional), 0)


def suppose_against(assembly: Assembly, bridge: Implication) -> None:
    """Where a condition says that there was none of a kind: one, as far as the set allows it, so that it fails."""
    for number, part in enumerate(bridge.condition):
        if isinstance(part, Exclusion) and part.kind is not None:
            owner = _supposed(bridge, number)
            stretch = assembly.suppose(Target("kind", part.kind), owner, ("if", bridge.id, number))
            if part.date is not None:
                assembly.add(touching(stretch, part.date, assembly.node_of), [owner])


def _supposed(bridge: Implication, number: int) -> Key:
    return ("if", f"{bridge.id} {number}")


def conditions_of(assembly: Assembly, bridge: Implication) -> Iterator[Owned]:
    """The clauses of the condition: one of its parts fails, or the consequence stands."""
    ways = [list(_fails(assembly, bridge, number, part)) for number, part in enumerate(bridge.condition)]
    for chosen in product(*ways):  # none, where there is a part of which the set asserts nothing
        literals = [literal for clause, _, _ in chosen for literal in clause]
        owners = frozenset[Key]().union(*(owners for _, owners, _ in chosen))
        links = tuple(dict.fromkeys(link for _, _, links in chosen for link in links))
        yield (*literals, stands(bridge.key)), owners, links


def _fails(assembly: Assembly, bridge: Implication, number: int, part: Part) -> Iterator[Owned]:
    """What must hold for a part not to, given what the set asserts; nothing at all where it can always fail."""
    match part:
        case Occurrence():
            for stretch, owner, links in _asserted(assembly, part):
                yield from _owned(_otherwise(assembly, stretch, part), owner, links)
        case Exclusion():
            yield (stands(_supposed(bridge, number)),), frozenset(), ()
        case Value():
            subject = assembly.scene.stands_for(part.of)
            for holding in assembly.holdings:
                same = holding.part.role == part.role and holding.subject == subject
                if same and holding.part.values == part.values and holding.part.denied == part.denied:
                    yield from _owned(_not_then(assembly, holding, part), holding.owner)


def _asserted(assembly: Assembly, part: Occurrence) -> list[tuple[Stretch, Key, tuple[Link, ...]]]:
    """Everything asserted in the set that the part speaks of, with whose it is and why it falls under that."""
    target = part.target
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        return [(assembly.event(event), item.owner, ()) for item in assembly.asserted if item.event == event]
    if target.form == "kind":
        things = [item for item in assembly.asserted if target.id in item.kinds]
        named = [(assembly.event(i.event), i.owner, assembly.falls_under(i, target.id)) for i in things]
        return [*named, *((stretch, owner, ()) for stretch, owner in assembly.unnamed_by(target.id))]
    owners: dict[Key, tuple[Link, ...]] = {}
    for kind, owner, links, _ in assembly.supplies():
        if kind == target.id:
            owners.setdefault(owner, links)
    assembly.speak_of(target, presupposed=True)
    return [(assembly.stretch_of(target), owner, links) for owner, links in owners.items()]


def _otherwise(assembly: Assembly, stretch: Stretch, part: Occurrence) -> Formula:
    """The ways in which something asserted is not as the part says."""
    ways: list[Formula] = []
    if part.date is not None and part.extent == "throughout":
        ways.append(not_lasting(stretch, part.date, part.ends, False, assembly.node_of))
    elif part.date is not None:
        ways.append(not_within(stretch, part.date, False, assembly.node_of))
    if part.excluded is not None:
        ways.append(touching(stretch, part.excluded, assembly.node_of))
    return either(*ways) if ways else FALSE


def _not_then(assembly: Assembly, holding: Holding, part: Value) -> Formula:
    """What makes a stated value not the one of the part; nothing where it may be another in any case."""
    if holding.is_always or (part.start is None and part.during is None):
        return FALSE
    if part.start is not None:
        return not_within(Stretch(holding.start, None), part.start, False, assembly.node_of)
    if holding.end is None:
        return []  # it may have been superseded by then
    return fails_at(part, holding.stretch, False, assembly.node_of)


def _owned(formula: Formula, owner: Key, links: tuple[Link, ...] = ()) -> Iterator[Owned]:
    return ((clause, frozenset((owner,)), links) for clause in formula)
