"""Disputes: that not all the parts of another claim hold, as formulas over what is asserted in the set under test.

Belongs here: the denial of each form of part, and of several together. Does not belong here: other limits on
what is asserted (see `assumptions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.engine.formulas import FALSE, Formula, either, not_within
from claimcheck.engine.parts import Dispute, Key, Occurrence, Part

if TYPE_CHECKING:
    from claimcheck.engine.assumptions import Assembly

Denial = tuple[Formula, Key]  # what denies a part of something asserted, and who asserts it


def denials(assembly: Assembly, dispute: Dispute) -> Iterator[tuple[Formula, frozenset[Key]]]:
    """What must hold for not all the parts to hold, once for each way in which all of them are asserted.

    A part that nobody in the set asserts anything about can always be denied: then nothing follows.
    """
    ways = [_denials(assembly, part) for part in dispute.denied]
    if ways:
        for chosen in product(*ways):
            yield either(*(formula for formula, _ in chosen)), frozenset(owner for _, owner in chosen)


def _denials(assembly: Assembly, part: Part) -> list[Denial]:
    """Ways to deny a part, each for something that is asserted; together they deny it for all of these."""
    if not isinstance(part, Occurrence):
        return []
    target = part.target
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        asserted = [(assembly.event(event), item.owner) for item in assembly.asserted if item.event == event]
    elif target.form == "kind":
        asserted = [
            (assembly.event(item.event), item.owner) for item in assembly.asserted if target.id in item.kinds
        ]
    else:
        point = assembly.stretch_of(target)
        owners = dict.fromkeys(owner for kind, owner, _, _ in assembly.supplies() if kind == target.id)
        asserted = [(point, owner) for owner in owners]
    if part.date is None:
        return [(FALSE, owner) for _, owner in asserted]
    return [
        (not_within(stretch, part.date, assembly.wide, assembly.node_of), owner) for stretch, owner in asserted
    ]
