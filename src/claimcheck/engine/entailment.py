"""Whether a set entails a part: it does if it cannot hold together with the part's denial.

Belongs here: denials of every form of part, the windows that given anchors leave, and the weaker limits that
make a corroboration in part. Does not belong here: who is compared with whom.

What kinds presuppose bears on exclusions and upper limits only and never corroborates, so it is left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.dates.when import EVER, AllOf, Date, Window
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.formulas import (
    Formula,
    Stretch,
    before,
    either,
    not_after,
    not_lasting,
    not_within,
    touching,
)
from claimcheck.engine.holdings import Holding, fails_at, is_same_date
from claimcheck.engine.implications import is_conditional
from claimcheck.engine.network import ORIGIN, Clause, Network, Node
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Key, Member, Occurrence, Part, Target, Value
from claimcheck.engine.premises import Premises, windowed
from claimcheck.engine.theory import Ground, Link, Theory

DENIAL: Key = ("denial", "")
EVERYTHING = Window(EVER, EVER)


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a denial cannot stand: the grounds of it, and all that was said with the denial; where something is
    stated outright, and nothing had to be supposed against it, no theory."""

    grounds: tuple[Ground, ...]
    theory: Theory | None = None


Core = tuple[Refutation, ...]
# What denies a part of something asserted, and why that is of the kind that the part speaks of. No denial where
# nothing is asserted.
Denial = tuple[Formula, tuple[Link, ...]]
Deny = Callable[[Assembly, Date], Iterator[Denial]]


def entails(premises: Premises, part: Part) -> Core | None:
    """The grounds on which the premises entail the part (on the same reading); None if they do not."""
    if not _state_it(premises, part):
        return None
    premises = premises.in_whole_days
    match part:
        case Occurrence():
            return _entails_occurrence(premises, part)
        case Exclusion():
            return _entails_exclusion(premises, part)
        case Elsewhen():
            return _entails_elsewhen(premises, part)
        case Value():
            return _entails_value(premises, part)
        case Dispute():
            return _entails_dispute(premises, part)


def _state_it(premises: Premises, part: Part) -> bool:
    """Whether the premises state anything of what a part asserts: if not, nothing need be worked out."""
    scene = premises.scene
    stated = [one for member in premises.members for one in member.parts]
    if scene.implications or any(isinstance(one, Dispute) for one in stated):
        return True
    targets = [one.target for one in stated if isinstance(one, Occurrence)]
    named = (target.id if target.form == "event" else target.named for target in targets)
    events = {scene.stands_for(event) for event in named if event is not None}
    match part:
        case Value():
            asked = part.role, scene.stands_for(part.of)
            roles = {(one.role, scene.stands_for(one.of)) for one in stated if isinstance(one, Value)}
            entries = (entry for event in events for entry in scene.entries_of(event) if entry.role is not None)
            return asked in roles.union((entry.role or "", scene.stands_for(entry.of or "")) for entry in entries)
        case Occurrence(target=Target("event", event)):
            return scene.stands_for(event) in events
        case Occurrence():
            kinds = {target.id for target in targets if target.form != "event"}
            kinds.update(kind for event in events for kind in scene.own_kinds(event))
            return any(part.target.id in scene.broader_of(kind) for kind in kinds)
    return True


def _entails_occurrence(premises: Premises, part: Occurrence) -> Core | None:
    if part.date is None and part.excluded is None:
        return entails_existence(premises, part.target)
    if part.target.form == "kind" and part.date is not None and part.excluded is not None:
        return _entails_some_beside(premises, part.target, part.date, part.excluded)
    refuted: list[Refutation] = []
    if part.date is not None:
        if part.extent == "throughout":
            found = _entails_lasting(premises, part)
        else:
            found = entails_date(premises, part.target, part.date)
        if found is None:
            return None
        refuted.extend(found)
    if part.excluded is not None:
        found = _entails_outside(premises, part.target, part.excluded)
        if found is None:
            return None
        refuted.extend(found)
    return tuple(refuted)


def entails_existence(premises: Premises, target: Target) -> Core | None:
    """The grounds on which some such event happened."""
    assembly = premises.assembly()
    owners = _asserting(assembly, target)
    return stated_by(owners[0]) if owners else None


def stated_by(owner: Key) -> Core:
    """The grounds of what somebody states outright."""
    return (Refutation((Ground(frozenset((owner,))),)),)


def entails_date(premises: Premises, target: Target, date: Date) -> Core | None:
    """The grounds on which the target happened within the date."""
    if isinstance(date, AllOf):  # each by itself: one may follow from a shared anchor, another from a window
        refuted: list[Refutation] = []
        if target.form != "kind":
            for part in date.parts:
                found = entails_date(premises, target, part)
                if found is None:
                    return None
                refuted.extend(found)
            return tuple(refuted)

    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        for stretch, links in _stretches(assembly, target):
            yield not_within(stretch, date, premises.wide, assembly.node_of), links

    return _refute(premises, date, deny)


def _entails_lasting(premises: Premises, part: Occurrence) -> Core | None:
    """The grounds on which the target went on throughout a date: begun by then, and not over before."""

    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        stretches = _stretches(assembly, part.target)
        ends = part.ends
        if ends is not None:
            first, last = (windowed(premises, end) if end is not None else None for end in ends)
            ends = (first, last)
        if len(stretches) == 1:
            (stretch, links), *_ = stretches
            yield not_lasting(stretch, date, ends, premises.wide, assembly.node_of), links

    return _refute(premises, part.date or AllOf(()), deny, widest=True)


def _entails_outside(premises: Premises, target: Target, date: Date) -> Core | None:
    """The grounds on which the target touched no part of the date; of a kind, some event of it."""

    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        for stretch, links in _stretches(assembly, target):
            yield touching(stretch, date, assembly.node_of), links

    return _refute(premises, date, deny, widest=True)


def _entails_some_beside(premises: Premises, target: Target, date: Date, excluded: Date) -> Core | None:
    """The grounds on which one and the same event of a kind lay within one date and touched no part of another."""

    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        apart = windowed(premises, excluded, widest=True)
        for stretch, links in _stretches(assembly, target):
            outside = not_within(stretch, date, premises.wide, assembly.node_of)
            yield either(outside, touching(stretch, apart, assembly.node_of)), links

    return _refute(premises, date, deny)


def _entails_exclusion(premises: Premises, part: Exclusion) -> Core | None:
    """No such event can be supposed anywhere in the window."""
    if part.event is not None:
        return _excludes(premises, Target("event", part.event), part.date)
    return excludes(premises, part.kind, part.date) if part.kind is not None else None


def excludes(premises: Premises, kind: str, date: Date | None) -> Core | None:
    """The grounds on which no event of the kind can be supposed in the date (None: at any time)."""
    return _excludes(premises, Target("kind", kind), date)


def _entails_elsewhen(premises: Premises, part: Elsewhen) -> Core | None:
    """If there was such an event at all, it was not then: it cannot be supposed in the window."""
    return _excludes(premises, part.target, part.date)


def _excludes(premises: Premises, target: Target, date: Date | None) -> Core | None:
    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        supposed = assembly.suppose(target, DENIAL)
        yield touching(supposed, date, assembly.node_of), ()

    return _refute(premises, date, deny, widest=True)


def _entails_dispute(premises: Premises, part: Dispute) -> Core | None:
    """Not all that the other claim says can hold."""
    supposed = Member(DENIAL[1], False, part.denied, "", None)

    def deny(assembly: Assembly, _: Date) -> Iterator[Denial]:
        assembly.include(supposed, DENIAL)
        yield [], ()

    return _refute(premises, None, deny)


def _entails_value(premises: Premises, part: Value) -> Core | None:
    """Somebody states the same value, from a start within the part's, or at its date, or always; a value is denied
    by who gives another that always holds, or that leaves it no time within its date."""
    assembly = premises.assembly()
    subject = premises.scene.stands_for(part.of)
    for holding in assembly.holdings:
        if holding.part.role != part.role or holding.subject != subject:
            continue
        if part.denied and holding.is_always and not holding.part.denied and holding.part.values != part.values:
            return stated_by(holding.owner)
        if holding.part.values != part.values or holding.part.denied != part.denied:
            continue
        found = _covers_value(premises, holding, part)
        if found is not None:
            return (*stated_by(holding.owner), *found)
    if not part.denied or part.during is None:
        return None
    supposed = Member(DENIAL[1], False, (replace(part, denied=False, extent="within", ends=None),), "", None)

    def deny(assembly: Assembly, _: Date) -> Iterator[Denial]:
        assembly.include(supposed, DENIAL)
        yield [], ()

    return _refute(premises, None, deny)


def _covers_value(premises: Premises, holding: Holding, part: Value) -> Core | None:
    has_ends = holding.part.extent == "ends" or part.denied  # a denial is of all the time that its date takes in
    lasts_on = holding.end is None or (has_ends and _is_left_open(holding.part))
    if holding.is_always:  # which says nothing of when it began or ceased
        return () if part.extent != "ends" else None
    if part.start is not None:
        if not lasts_on:
            return None
        if holding.stated is not None and is_same_date(holding.stated, part.start):
            return ()
        return _starts_within(premises, holding, part.start)
    if part.during is None:
        return None
    if holding.end is None:  # it holds from some moment on, nobody says how long
        on = part.ends[0] if part.ends is not None and _is_left_open(part) else None
        on = part.during if part.extent == "within" else on
        return _starts_within(premises, holding, on) if on is not None else None
    if part.extent == "ends" and not has_ends:  # it holds at that time; nobody says that it began or ceased then
        return None

    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        meant = part
        if part.extent == "ends" and part.ends is not None:
            first, last = (windowed(premises, end) if end is not None else None for end in part.ends)
            meant = replace(part, ends=(first, last))
        yield fails_at(replace(meant, during=date), holding.stretch, premises.wide, assembly.node_of), ()

    return _refute(premises, part.during, deny, widest=part.extent == "throughout")


def _is_left_open(part: Value) -> bool:
    """Whether it is said to have begun and not to have ceased ("since 1066")."""
    return part.ends is not None and part.ends[0] is not None and part.ends[1] is None


def _starts_within(premises: Premises, holding: Holding, date: Date) -> Core | None:
    def deny(assembly: Assembly, date: Date) -> Iterator[Denial]:
        yield not_within(Stretch(holding.start, None), date, premises.wide, assembly.node_of), ()

    return _refute(premises, date, deny)


def succession(premises: Premises, earlier: Value, later: Value) -> Core | None:
    """The grounds on which one value that the premises contain is over, or has begun, when another begins."""
    assembly = premises.assembly()
    held = [next((h for h in assembly.holdings if h.part is part), None) for part in (earlier, later)]
    a, b = held
    return followed(premises, a, b) if a is not None and b is not None else None


def is_ordered(premises: Premises, a: Holding, b: Holding) -> bool:
    """Whether the premises put two values that they state in an order."""
    return followed(premises, a, b) is not None or followed(premises, b, a) is not None


def followed(premises: Premises, earlier: Holding, later: Holding) -> Core | None:
    """The same of two values as they stand in an assembly of the premises."""
    if earlier.start is None or later.start is None:
        return None
    denied = before(later.start, earlier.end) if earlier.end is not None else not_after(later.start, earlier.start)
    theory = premises.assembly().theory()
    clause = Clause((denied,), Ground(frozenset((DENIAL,))))
    return _refuted(Theory((*theory.clauses, clause), theory.points, theory.asserted))


# Denial.


def _refute(
    premises: Premises,
    date: Date | None,
    deny: Deny,
    widest: bool = False,
) -> Core | None:
    """The grounds on which a denial cannot stand: of the date as it is, anchors being what is shared with the
    premises; failing that, of the window that the anchors' limits leave of it (the widest, where the more it takes
    in the more is said)."""
    core = _refute_of(premises, EVERYTHING if date is None else date, deny)
    if core is not None or date is None or premises.is_literal:
        return core
    left = windowed(premises, date, widest)
    return _refute_of(premises, left, deny) if left != date else None


def _refute_of(premises: Premises, date: Date, deny: Deny) -> Core | None:
    assembly = premises.assembly()
    denials = list(deny(assembly, date))
    for formula, links in denials:
        assembly.add(formula, [DENIAL], links)
    return _refuted(assembly.theory()) if denials else None


def _refuted(theory: Theory) -> Core | None:
    grounds = theory.core()
    return (Refutation(grounds, theory),) if grounds is not None else None


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


def _stretches(assembly: Assembly, target: Target) -> list[tuple[Stretch, tuple[Link, ...]]]:
    """What must lie outside a date for the target not to have happened in it, and why it is of that kind; none if
    nothing is asserted."""
    if not _asserting(assembly, target):
        return []
    if target.form == "kind":
        named: dict[Node, tuple[Link, ...]] = {}
        for item in assembly.asserted:
            if target.id in item.kinds:
                links = assembly.falls_under(item, target.id)
                named[item.event] = min(named.get(item.event, links), links, key=len)
        unnamed = ((stretch, ()) for stretch in assembly.unnamed_of(target.id))
        return [*((assembly.event(event), links) for event, links in named.items()), *unnamed]
    if target.form in ("first", "last"):
        assembly.speak_of(target)
    return [(assembly.stretch_of(target), ())]


def bounded(network: Network, stretch: Stretch) -> bool:
    """Whether the network limits the stretch on either side."""
    ends: Sequence[Node] = [node for node in (stretch.start, stretch.end) if node is not None]
    return any(
        network.distance(ORIGIN, node) is not None or network.distance(node, ORIGIN) is not None for node in ends
    )


def owners_of(core: Core) -> frozenset[Key]:
    """Whose the grounds are, the denial left out."""
    return frozenset(key for one in core for ground in one.grounds for key in ground.owners if key != DENIAL)
