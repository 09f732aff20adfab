"""Disputes: that not all the parts of another claim hold, as formulas over what is asserted in the set under test.

Belongs here: the denial of each form of part, and of several together. Does not belong here: other limits on
what is asserted (see `assumptions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.engine.formulas import FALSE, Formula, Stretch, either, not_within
from claimcheck.engine.holdings import Holding, fails_at, is_same_date
from claimcheck.engine.parts import Dispute, Key, Occurrence, Part, Value, is_sharp
from claimcheck.engine.theory import Link

if TYPE_CHECKING:
    from claimcheck.engine.assumptions import Assembly

# What denies a part of something asserted, who asserts it, and why it is of the kind that the part speaks of.
Denial = tuple[Formula, Key, tuple[Link, ...]]


def denials(assembly: Assembly, dispute: Dispute) -> Iterator[tuple[Formula, frozenset[Key], tuple[Link, ...]]]:
    """What must hold for not all the parts to hold, once for each way in which all of them are asserted.

    A part that nobody in the set asserts anything about can always be denied: then nothing follows.
    """
    ways = [_denials(assembly, part) for part in dispute.denied]
    if ways:
        for chosen in product(*ways):
            links = tuple(dict.fromkeys(link for _, _, links in chosen for link in links))
            yield either(*(formula for formula, _, _ in chosen)), frozenset(o for _, o, _ in chosen), links


def _denials(assembly: Assembly, part: Part) -> list[Denial]:
    """Ways to deny a part, each for something that is asserted; together they deny it for all of these."""
    if isinstance(part, Value):
        return [
            (formula, holding.owner, ())
            for holding in assembly.holdings
            if (formula := _denied_value(assembly, part, holding)) is not None
        ]
    if not isinstance(part, Occurrence):
        return []
    target = part.target
    asserted: list[tuple[Stretch, Key, tuple[Link, ...]]]
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        asserted = [(assembly.event(event), item.owner, ()) for item in assembly.asserted if item.event == event]
    elif target.form == "kind":
        asserted = [
            (assembly.event(item.event), item.owner, assembly.falls_under(item, target.id))
            for item in assembly.asserted
            if target.id in item.kinds
        ]
    else:
        point = assembly.stretch_of(target)
        owners = {owner: links for kind, owner, links, _ in assembly.supplies() if kind == target.id}
        asserted = [(point, owner, links) for owner, links in owners.items()]
    if part.date is None:
        return [(FALSE, owner, links) for _, owner, links in asserted]
    saying = {owner for owner, stated in assembly.occurrences if _is_same(stated, part, assembly)}
    return [
        (
            FALSE if owner in saying else not_within(stretch, part.date, assembly.wide, assembly.node_of),
            owner,
            links,
        )
        for stretch, owner, links in asserted
    ]


def _is_same(stated: Occurrence, part: Occurrence, assembly: Assembly) -> bool:
    """Whether one gives the same thing the same wide date: it is denied with the other, however it is taken."""
    if stated.date is None or part.date is None or stated.extent != part.extent or is_sharp(stated):
        return False
    one, other = ((of.target.form, assembly.scene.stands_for(of.target.id)) for of in (stated, part))
    return one == other and is_same_date(stated.date, part.date)


def _denied_value(assembly: Assembly, part: Value, holding: Holding) -> Formula | None:
    """What must hold for a stated value not to bear out the part; None where it does not in any case."""
    stated = holding.part
    if (stated.role, holding.subject) != (part.role, assembly.scene.stands_for(part.of)):
        return None
    if (stated.values, stated.denied) != (part.values, part.denied):
        return None
    if holding.is_always:
        return FALSE if part.extent != "ends" else None
    since = Stretch(holding.start, None)
    if part.start is not None:
        if holding.end is not None:
            return None
        if holding.stated is not None and is_same_date(holding.stated, part.start):
            return FALSE
        return not_within(since, part.start, assembly.wide, assembly.node_of)
    if part.during is None:
        return None
    if holding.end is not None:
        same = stated.during is not None and is_same_date(stated.during, part.during)
        if same and stated.extent == part.extent and not is_sharp(stated):
            return FALSE
        return fails_at(part, holding.stretch, assembly.wide, assembly.node_of)
    if part.extent == "within":
        return not_within(since, part.during, assembly.wide, assembly.node_of)
    return None
