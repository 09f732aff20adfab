"""Why a set of members cannot all hold: the fewest grounds, and the two limits that exclude each other.

Belongs here: the derivation of an impossible set. Does not belong here: finding such sets (see `verdicts`,
`lineup`, `conflicts`), wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.engine.derivations import clash_of, deduced, narrowed, premises_of
from claimcheck.engine.findings import Step, Subject
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import Node
from claimcheck.engine.parts import Elsewhen, Member, Occurrence, Target


def clash(inquiry: Inquiry, members: tuple[Member, ...], wide: bool = True) -> tuple[Step, ...]:
    """The derivation of an impossible set: its stated facts, and the two limits that exclude each other."""
    theory = inquiry.theory(members, wide)
    scene = inquiry.scene(inquiry.granted(members))
    givens = [given.key for given in inquiry.givens(scene, members)]
    keys = [member.key for member in members]
    grounds = narrowed(theory, keys, givens)
    needed_bridges = _needed_bridges(inquiry, members, wide)
    steps = premises_of(inquiry, members, grounds, needed_bridges)
    kept = frozenset(key for ground in grounds for key in ground.owners)
    for subject, nodes in _subjects(inquiry, members):
        for split in range(1, len(keys)):
            sides = tuple(frozenset(part) | (kept - frozenset(keys)) for part in (keys[:split], keys[split:]))
            found = clash_of(theory, subject, nodes, (sides[0], sides[1]))
            if found is not None:
                return deduced(steps, found)
    return steps


def _needed_bridges(inquiry: Inquiry, members: tuple[Member, ...], wide: bool) -> list[str]:
    """The granted bridges without which the members could hold together."""
    granted = inquiry.granted(members)
    needed = []
    for bridge in sorted(granted):
        scene = inquiry.scene(granted - {bridge})
        if inquiry.theory_in(scene, members, wide).is_possible():
            needed.append(bridge)
    return needed


def _subjects(inquiry: Inquiry, members: tuple[Member, ...]) -> Iterator[tuple[Subject, tuple[Node, Node]]]:
    """What the members speak of, most general first: the firsts and lasts, then events."""
    scene = inquiry.scene(inquiry.granted(members))
    targets: list[Target] = [
        part.target for member in members for part in member.parts if isinstance(part, Occurrence | Elsewhen)
    ]
    for form in ("first", "last", "event"):
        for target in dict.fromkeys(targets):
            if target.form == form:
                id = scene.stands_for(target.id) if form == "event" else target.id
                nodes: tuple[Node, Node] = (
                    (("start", id), ("end", id)) if form == "event" else ((form, id), (form, id))
                )
                yield Subject(form, id), nodes
