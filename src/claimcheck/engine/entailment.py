"""Whether a set entails a part: it does if it cannot hold together with the part's denial.

Belongs here: denials of every form of part, the windows that given anchors leave, and the weaker limits that
make a corroboration in part. Does not belong here: who is compared with whom.

What kinds presuppose bears on exclusions and upper limits only and never corroborates, so it is left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimcheck.dates.when import AllOf, Date, Window
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.formulas import (
    Formula,
    Stretch,
    from_on,
    not_after,
    not_covering,
    not_within,
    short_of,
    touching,
)
from claimcheck.engine.holdings import Holding, is_same_start
from claimcheck.engine.implications import is_conditional
from claimcheck.engine.network import ORIGIN, Clause, Network, Node
from claimcheck.engine.parts import Elsewhen, Exclusion, Key, Occurrence, Part, Target, Value
from claimcheck.engine.premises import Premises, windowed
from claimcheck.engine.theory import Ground, Theory

DENIAL: Key = ("denial", "")
Core = tuple[Ground, ...]


def entails(premises: Premises, part: Part) -> Core | None:
    """The grounds on which the premises entail the part (on the same reading); None if they do not."""
    match part:
        case Occurrence():
            return _entails_occurrence(premises, part)
        case Exclusion():
            return _entails_exclusion(premises, part)
        case Elsewhen():
            return _entails_elsewhen(premises, part)
        case Value():
            return _entails_value(premises, part)
    return None


def _entails_occurrence(premises: Premises, part: Occurrence) -> Core | None:
    if part.date is None and part.excluded is None:
        return entails_existence(premises, part.target)
    grounds: list[Ground] = []
    if part.date is not None:
        if part.extent == "throughout":
            found = entails_cover(premises, part.target, part.date)
        else:
            found = entails_date(premises, part.target, part.date)
        if found is None:
            return None
        grounds.extend(found)
    if part.excluded is not None:
        found = _entails_outside(premises, part.target, part.excluded)
        if found is None:
            return None
        grounds.extend(found)
    return tuple(grounds)


def entails_existence(premises: Premises, target: Target) -> Core | None:
    """The grounds on which some such event happened."""
    assembly = premises.assembly()
    owners = _asserting(assembly, target)
    return (Ground(frozenset(owners[:1])),) if owners else None


def entails_date(premises: Premises, target: Target, date: Date) -> Core | None:
    """The grounds on which the target happened within the date."""

    def deny(assembly: Assembly, windowed: Date) -> Formula | None:
        stretches = _stretches(assembly, target)
        if not stretches:
            return None
        return [
            clause
            for stretch in stretches
            for clause in not_within(stretch, windowed, premises.wide, assembly.node_of)
        ]

    return _refute(premises, date, deny)


def entails_cover(premises: Premises, target: Target, date: Date) -> Core | None:
    """The grounds on which the target went on throughout the date: begun by then, and not over before."""

    def deny(assembly: Assembly, _: Date) -> Formula | None:
        stretches = _stretches(assembly, target)
        if len(stretches) != 1:
            return None
        return not_covering(stretches[0], date, assembly.node_of)

    return _refute(premises, date, deny)


def _entails_outside(premises: Premises, target: Target, date: Date) -> Core | None:
    """The grounds on which the target touched no part of the date."""
    grounds: list[Ground] = []
    for number in range(_ways(premises, target, date)):

        def deny(assembly: Assembly, _: Date, number: int = number) -> Formula | None:
            stretches = _stretches(assembly, target)
            if not stretches:
                return None
            return touching(stretches[0], date, assembly.node_of)[number]

        found = _refute(premises, None, deny)
        if found is None:
            return None
        grounds.extend(found)
    return tuple(grounds)


def _ways(premises: Premises, target: Target, date: Date) -> int:
    assembly = premises.assembly()
    stretches = _stretches(assembly, target)
    return len(touching(stretches[0], date, assembly.node_of)) if stretches else 1


def _entails_exclusion(premises: Premises, part: Exclusion) -> Core | None:
    """No such event can be supposed anywhere in the window."""
    if part.event is not None:
        target = Target("event", part.event)
        if part.date is None or entails_existence(premises, target) is None:
            return None
        return _entails_outside(premises, target, part.date)
    if part.kind is None:
        return None
    return excludes(premises, part.kind, part.date)


def excludes(premises: Premises, kind: str, date: Date | None) -> Core | None:
    """The grounds on which no event of the kind can be supposed in the date (None: at any time)."""
    count = 1
    if date is not None:
        probe = premises.assembly()
        count = len(touching(probe.suppose(kind, DENIAL), date, probe.node_of))
    grounds: list[Ground] = []
    for number in range(count):
        assembly = premises.assembly()
        supposed = assembly.suppose(kind, DENIAL)
        if date is not None:
            assembly.add(touching(supposed, date, assembly.node_of)[number], [DENIAL])
        found = assembly.theory().core()
        if found is None:
            return None
        grounds.extend(found)
    return tuple(grounds)


def _entails_elsewhen(premises: Premises, part: Elsewhen) -> Core | None:
    if entails_existence(premises, part.target) is None:
        return None
    return _entails_outside(premises, part.target, part.date)


def _entails_value(premises: Premises, part: Value) -> Core | None:
    """Somebody states the same value, from a start within the part's, or throughout it, or always."""
    assembly = premises.assembly()
    subject = premises.scene.stands_for(part.of)
    for holding in assembly.holdings:
        if holding.part.role != part.role or holding.subject != subject:
            continue
        if holding.part.values != part.values or holding.part.denied != part.denied:
            continue
        found = _covers_value(premises, holding, part)
        if found is not None:
            return (Ground(frozenset((holding.owner,))), *found)
    return None


def _covers_value(premises: Premises, holding: Holding, part: Value) -> Core | None:
    if holding.is_always:
        return ()
    if part.start is not None and holding.start is not None:
        if is_same_start(holding, Holding(DENIAL, part, holding.subject, None, part.start)):
            return ()
        node = holding.start
        start = part.start

        def deny(assembly: Assembly, windowed: Date) -> Formula | None:
            return not_within(Stretch(node, None), windowed, premises.wide, assembly.node_of)

        return _refute(premises, start, deny)
    if part.during is not None and isinstance(part.during, Window):
        during = holding.part.during
        if isinstance(during, Window) and during.narrow.contains(part.during.narrow):
            return ()
    return None


def in_succession(premises: Premises, first: Value, second: Value) -> bool:
    """Whether the premises put two values they contain in an order, one way or the other.

    By their starts; a value that holds throughout a window takes its turn there.
    """
    if isinstance(first.during, Window) and isinstance(second.during, Window):
        return not first.during.wide.intersection(second.during.wide).spans
    assembly = premises.assembly()
    turns: list[tuple[int | Node | None, int | Node | None]] = []
    for part in (first, second):
        holding = next((holding for holding in assembly.holdings if holding.part == part), None)
        if holding is not None and holding.start is not None:
            turns.append((holding.start, holding.start))
        elif isinstance(part.during, Window) and part.during.wide.spans:
            turns.append((part.during.wide.start, part.during.wide.stop))
        else:
            return False
    theory = assembly.theory()
    return any(
        _is_entailed_before(theory, earlier[0] if isinstance(later[0], int) else earlier[1], later[0])
        for earlier, later in ((turns[0], turns[1]), (turns[1], turns[0]))
    )


def _is_entailed_before(theory: Theory, earlier: int | Node | None, later: int | Node | None) -> bool:
    if earlier is None or later is None:
        return False
    if isinstance(later, int):
        denied = from_on(earlier, later)
    elif isinstance(earlier, int):
        denied = short_of(later, earlier)
    else:
        denied = not_after(later, earlier)
    clause = Clause((denied,), Ground(frozenset((DENIAL,))))
    return not Theory((*theory.clauses, clause), theory.points, theory.asserted).is_possible()


# Denial.


def _refute(
    premises: Premises, date: Date | None, deny: Callable[[Assembly, Date], Formula | None]
) -> Core | None:
    left = windowed(premises, date) if date is not None else AllOf(())
    assembly = premises.assembly()
    formula = deny(assembly, left)
    if formula is None:
        return None
    assembly.add(formula, [DENIAL])
    return assembly.theory().core()


def _asserting(assembly: Assembly, target: Target) -> list[Key]:
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        asserting = [item.owner for item in assembly.asserted if item.event == event]
        return [owner for owner in asserting if not is_conditional(owner)]
    return [
        owner
        for kind, owner, links, _ in assembly.supplies()
        if kind == target.id
        and not is_conditional(owner)
        and not any(relation == "presupposes" for relation, _, _ in links)
    ]


def _stretches(assembly: Assembly, target: Target) -> list[Stretch]:
    """What must lie outside a date for the target not to have happened in it; none if nothing is asserted."""
    if not _asserting(assembly, target):
        return []
    if target.form == "kind":
        named = [assembly.event(item.event) for item in assembly.asserted if target.id in item.kinds]
        return [*named, *assembly.unnamed_of(target.id)]
    if target.form in ("first", "last"):
        assembly.speak_of(target)
    return [assembly.stretch_of(target)]


def bounded(network: Network, stretch: Stretch) -> bool:
    """Whether the network limits the stretch on either side."""
    ends: Sequence[Node] = [node for node in (stretch.start, stretch.end) if node is not None]
    return any(
        network.distance(ORIGIN, node) is not None or network.distance(node, ORIGIN) is not None for node in ends
    )


def owners_of(grounds: Iterable[Ground]) -> frozenset[Key]:
    """Whose the grounds are, the denial left out."""
    return frozenset(key for ground in grounds for key in ground.owners if key != DENIAL)
