"""Why a set of members cannot all hold: the fewest grounds, and the two limits that exclude each other.

Belongs here: the derivation of an impossible set. Does not belong here: finding such sets (see `verdicts`,
`lineup`, `conflicts`), wording.
"""

from __future__ import annotations

from claimcheck.engine.arguments import told
from claimcheck.engine.derivations import narrowed, premises_of
from claimcheck.engine.findings import Step
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Member


def clash(inquiry: Inquiry, members: tuple[Member, ...], wide: bool = True) -> tuple[Step, ...]:
    """The derivation of an impossible set: its stated facts, and what follows until two limits clash."""
    theory = inquiry.theory(members, wide)
    scene = inquiry.scene(inquiry.granted(members))
    givens = [given.key for given in inquiry.givens(scene, members)]
    keys = [member.key for member in members]
    grounds = narrowed(theory, keys, givens)
    needed_bridges = _needed_bridges(inquiry, members, wide)
    steps = premises_of(inquiry, members, grounds, needed_bridges)
    return told(theory, grounds, steps)


def _needed_bridges(inquiry: Inquiry, members: tuple[Member, ...], wide: bool) -> list[str]:
    """The granted bridges without which the members could hold together."""
    granted = inquiry.granted(members)
    needed = []
    for bridge in sorted(granted):
        scene = inquiry.scene(granted - {bridge})
        if inquiry.theory_in(scene, members, wide).is_possible():
            needed.append(bridge)
    return needed
