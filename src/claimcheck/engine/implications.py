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

from claimcheck.dates.when import Date, Window
from claimcheck.engine.anchoring import start_of
from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    Stretch,
    either,
    from_on,
    not_covering,
    not_within,
    outside,
    short_of,
    touching,
)
from claimcheck.engine.holdings import Holding
from claimcheck.engine.network import Literal, Node
from claimcheck.engine.parts import Exclusion, Key, Occurrence, Part, Value
from claimcheck.engine.scene import Implication

if TYPE_CHECKING:
    from claimcheck.engine.assumptions import Assembly

Owned = tuple[tuple[Literal, ...], frozenset[Key]]  # a clause, and who must be under test for it to stand


def stands(bridge: Key) -> Literal:
    """The consequence of the bridge stands."""
    return short_of(("then", bridge), 0)


def falls(bridge: Key) -> Literal:
    """The consequence of the bridge does not stand."""
    return from_on(("then", bridge), 0)


def conditions_of(assembly: Assembly, bridge: Implication) -> Iterator[Owned]:
    """The clauses of the condition: one of its parts fails, or the consequence stands."""
    ways = [list(_fails(assembly, bridge, part)) for part in bridge.condition]
    for chosen in product(*ways):  # none, where there is a part of which the set asserts nothing
        literals = [literal for clause, _ in chosen for literal in clause]
        owners = frozenset[Key]().union(*(owners for _, owners in chosen))
        yield (*literals, stands(bridge.key)), owners


def _fails(assembly: Assembly, bridge: Implication, part: Part) -> Iterator[Owned]:
    """What must hold for a part not to, given what the set asserts; nothing at all where it can always fail."""
    match part:
        case Occurrence():
            for stretch, owner in _asserted(assembly, part):
                yield from _owned(_otherwise(assembly, stretch, part), owner)
        case Exclusion():
            if part.kind is not None:
                yield from _some(assembly, bridge, part.kind, part.date)
        case Value():
            subject = assembly.scene.stands_for(part.of)
            for holding in assembly.holdings:
                same = holding.part.role == part.role and holding.subject == subject
                if same and holding.part.values == part.values and holding.part.denied == part.denied:
                    yield from _owned(_not_then(assembly, holding, part), holding.owner)


def _asserted(assembly: Assembly, part: Occurrence) -> list[tuple[Stretch, Key]]:
    """Everything asserted in the set that the part speaks of, with whose it is."""
    target = part.target
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        return [(assembly.event(event), item.owner) for item in assembly.asserted if item.event == event]
    if target.form == "kind":
        things = [item for item in assembly.asserted if target.id in item.kinds]
        return [(assembly.event(item.event), item.owner) for item in things]
    owners = dict.fromkeys(owner for kind, owner, _, _ in assembly.supplies() if kind == target.id)
    return [(assembly.stretch_of(target), owner) for owner in owners]


def _otherwise(assembly: Assembly, stretch: Stretch, part: Occurrence) -> Formula:
    """The ways in which something asserted is not as the part says."""
    ways: list[Formula] = []
    if part.date is not None and part.extent == "throughout":
        ways.append(not_covering(stretch, part.date, assembly.node_of))
    elif part.date is not None:
        ways.append(not_within(stretch, part.date, False, assembly.node_of))
    if part.excluded is not None:
        ways.extend(touching(stretch, part.excluded, assembly.node_of))
    return either(*ways) if ways else FALSE


def _some(assembly: Assembly, bridge: Implication, kind: str, date: Date | None) -> Iterator[Owned]:
    """There is some event of the kind in the date, as far as the set does not exclude it."""
    event: Node = ("if", bridge.id, kind)
    stretch = assembly.event(event)
    if date is not None:
        yield from ((clause, frozenset()) for clause in either(*touching(stretch, date, assembly.node_of)))
    else:
        yield (from_on(start_of(event), 0), short_of(start_of(event), 0)), frozenset()  # at any time
    kinds = assembly.scene.broader_of(kind)
    for owner, limit in assembly.limits:
        if isinstance(limit, Exclusion):
            denied = limit.kind
        else:
            denied = limit.target.id if limit.target.form == "kind" else None
        if denied in kinds:
            formula = FALSE if limit.date is None else outside(stretch, limit.date, assembly.node_of)
            yield from _owned(formula, owner)


def _not_then(assembly: Assembly, holding: Holding, part: Value) -> Formula:
    """What makes a stated value not the one of the part; nothing where it may be another in any case."""
    if holding.is_always or (part.start is None and part.during is None):
        return FALSE
    if part.start is not None and holding.start is not None:
        return not_within(Stretch(holding.start, None), part.start, False, assembly.node_of)
    during = holding.part.during
    if isinstance(part.during, Window) and isinstance(during, Window):
        return FALSE if during.narrow.contains(part.during.narrow) else []
    return []


def _owned(formula: Formula, owner: Key) -> Iterator[Owned]:
    return ((clause, frozenset((owner,))) for clause in formula)
