"""Derivations: the stated facts behind a verdict, in order, and what follows from them.

Belongs here: turning grounds and owners into steps with their places, and deducing the limits on which two
sides clash. Does not belong here: sentences (see `claimcheck.report.sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.corpus.entries import Claim, Record
from claimcheck.engine.findings import Bound, Role, Step, Subject
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import (
    ORIGIN,
    Clause,
    Effort,
    Node,
    branches,
    seconds_of,
)
from claimcheck.engine.parts import Key, Member
from claimcheck.engine.theory import Ground, Theory

_ROLES = {"claim": Role.CLAIM, "record": Role.RECORD, "given": Role.GIVEN}
_LINKS = {"broader": Role.KIND, "presupposes": Role.KIND, "order": Role.ORDER, "bridge": Role.BRIDGE}


def premises_of(
    inquiry: Inquiry,
    members: Sequence[Member],
    grounds: Iterable[Ground],
    bridges: Iterable[str] = (),
) -> tuple[Step, ...]:
    """The stated facts behind grounds: members in their order, then givens, structure, bridges."""
    grounds = list(grounds)
    keys = {key for ground in grounds for key in ground.owners}
    corpus = inquiry.view.corpus
    steps: list[Step] = []
    for member in members:
        if member.key in keys:
            steps.append(member_step(inquiry, member))
    for id, other in sorted(
        {(id, other) for g in grounds for relation, id, other in g.links if relation == "disputes"}
    ):
        step = dispute_step(inquiry, id, other)
        if step is not None:
            steps.append(step)
    events = sorted({event for role, event in keys if role == "given"})
    for event in events:
        steps.extend(given_steps(inquiry, event, members))
    order = list(corpus.kinds) + list(corpus.events) + list(corpus.bridges)
    place = {id: number for number, id in enumerate(order)}
    links = sorted(
        {link for ground in grounds for link in ground.links if link[0] in _LINKS},
        key=lambda link: (list(_LINKS).index(link[0]), place.get(link[1], -1), link),
    )
    for relation, id, other in links:
        if relation in ("bridge", "disputes"):
            continue
        entry = corpus.kinds.get(id) if _LINKS[relation] is Role.KIND else corpus.events.get(id)
        steps.append(
            Step(
                _LINKS[relation],
                id,
                other=other,
                relation=relation,
                position=entry.position if entry is not None else None,
            )
        )
    used = {id for relation, id, _ in links if relation == "bridge"} | set(bridges)
    for bridge in corpus.bridges.values():
        if bridge.id in used:
            steps.append(Step(Role.BRIDGE, bridge.id, position=bridge.position))
    return tuple(steps)


def member_step(inquiry: Inquiry, member: Member) -> Step:
    """The step that states a claim or a record."""
    corpus = inquiry.view.corpus
    entry: Claim | Record
    if member.is_record:
        entry = inquiry.record_entries[member.id]
        role = Role.RECORD
    else:
        entry = corpus.claims[member.id]
        role = Role.CLAIM
    return Step(
        role,
        member.id,
        reading=member.reading,
        position=entry.position,
        source=entry.source,
        locator=entry.locator,
    )


def dispute_step(inquiry: Inquiry, id: str, other: str) -> Step | None:
    """The step that states a dispute beside something of the claim's own; None where it says nothing else."""
    entry = inquiry.view.corpus.claims.get(id)
    if entry is None or not entry.statements:
        return None
    place = (entry.position, entry.source, entry.locator)
    return Step(
        Role.CLAIM, id, other=other, relation="disputes", position=place[0], source=place[1], locator=place[2]
    )


def given_steps(inquiry: Inquiry, event: str, members: Sequence[Member]) -> Iterable[Step]:
    """The steps that state the date of an anchor as given."""
    corpus = inquiry.view.corpus
    scene = inquiry.scene(inquiry.granted(members))
    for given in inquiry.givens(scene, members):
        if given.event != event:
            continue
        for id in given.ids:
            entry: Claim | Record
            entry = record if (record := inquiry.record_entries.get(id)) is not None else corpus.claims[id]
            yield Step(
                Role.GIVEN,
                id,
                other=event,
                position=entry.position,
                source=entry.source,
                locator=entry.locator,
            )


def narrowed(theory: Theory, needed: Iterable[Key], optional: Iterable[Key]) -> tuple[Ground, ...]:
    """A core of an impossible theory with as few of the optional owners as can be (each one is needed).

    Of equal cores the one that keeps the earlier of the optional owners.
    """
    kept = list(optional)
    base = frozenset(needed)
    for key in reversed(list(kept)):
        rest = [other for other in kept if other != key]
        if theory.core(base | frozenset(rest)) is not None:
            kept = rest
    core = theory.core(base | frozenset(kept))
    return core if core is not None else ()


def limit_with_grounds(theory: Theory, node: Node, is_lower: bool) -> tuple[int, tuple[Ground, ...]] | None:
    """The limit that a theory leaves for a node, over all branches, and the grounds for it."""
    clauses = theory.clauses
    best: int | None = None
    grounds: dict[Ground, None] = {}
    effort = Effort()
    for network in branches(clauses, theory.refine, effort):
        found = network.distance(node, ORIGIN) if is_lower else network.distance(ORIGIN, node)
        if found is None:
            return None
        instant = -seconds_of(found[0]) if is_lower else seconds_of(found[0])
        if best is None or (instant < best if is_lower else instant > best):
            best = instant
        for number in network.premises(found[1]):
            if number < len(clauses) and isinstance(ground := clauses[number].reason, Ground):
                grounds[ground] = None
    if effort.is_spent:
        theory.effort.is_spent = True
        return None
    return None if best is None else (best, tuple(grounds))


def deduced(steps: Sequence[Step], bounds: Iterable[tuple[Bound, frozenset[Key]]]) -> tuple[Step, ...]:
    """The steps with the deductions added that follow from them."""
    result = list(steps)
    for bound, owners in bounds:
        roles = {(step.role, step.other if step.role is Role.GIVEN else step.id) for step in steps}
        wanted = {(_ROLES[role], id) for role, id in owners if role in _ROLES} & roles
        follows = tuple(
            number
            for number, step in enumerate(steps)
            if (step.role, step.other if step.role is Role.GIVEN else step.id) in wanted
            or (step.role in (Role.KIND, Role.ORDER, Role.BRIDGE) and not bound.is_lower)
        )
        result.append(Step(Role.DEDUCTION, bound=bound, follows=follows))
    return tuple(result)


def subject_of(node: Node) -> Subject | None:
    """What a node is an instant of; None for the points of relations, which are nobody's, and for what a bridge
    says of something without a name."""
    match node:
        case (_, ("some", ("bridge" | "if", _), _)) | ("value", ("bridge" | "if", _), _):
            return None
        case ("start" | "end", str(event)):
            return Subject("event", event)
        case ("start" | "end", ("some", (_, str(id)), _)):
            return Subject("some", id)
        case ("first" | "last" as form, str(kind)):
            return Subject(str(form), kind)
        case ("value" | "value-end", (_, str(id)), _):
            return Subject("value", id)
    return None


def stating(steps: Sequence[Step], clauses: Sequence[Clause], numbers: frozenset[int]) -> tuple[int, ...]:
    """The numbers of the steps that state these clauses."""
    owners: set[Key] = set()
    links: set[tuple[str, str, str]] = set()
    for number in numbers:
        ground = clauses[number].reason
        if isinstance(ground, Ground):
            owners |= ground.owners
            links |= set(ground.links)
    roles = {(_ROLES[role], id) for role, id in owners if role in _ROLES}
    return tuple(
        number
        for number, step in enumerate(steps)
        if (
            step.relation != "disputes"
            and (step.role, step.other if step.role is Role.GIVEN else step.id) in roles
        )
        or (step.role is Role.BRIDGE and ("bridge", step.id or "", "") in links)
        or (step.relation or "", step.id or "", step.other or "") in links
    )
