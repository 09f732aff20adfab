"""Derivations: the stated facts behind a verdict, in order, and what follows from them.

Belongs here: turning grounds and owners into steps with their places, and deducing the limits on which two
sides clash. Does not belong here: sentences (see `claimcheck.report.sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.corpus.entries import Claim, Record
from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.findings import Bound, Role, Step, Subject
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, Atom, Clause, Node, branches, seconds_of
from claimcheck.engine.parts import Key, Member
from claimcheck.engine.proofs import Cases, Forced, Proof, prove
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
    events = sorted({event for role, event in keys if role == "given"})
    for event in events:
        steps.extend(given_steps(inquiry, event, members))
    order = list(corpus.kinds) + list(corpus.events) + list(corpus.bridges)
    place = {id: number for number, id in enumerate(order)}
    links = sorted(
        {link for ground in grounds for link in ground.links},
        key=lambda link: (list(_LINKS).index(link[0]), place.get(link[1], -1), link),
    )
    for relation, id, other in links:
        if relation == "bridge":
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


def given_ids(steps: Iterable[Step]) -> tuple[str, ...]:
    """The ids of what is given in a derivation."""
    return tuple(step.id for step in steps if step.role is Role.GIVEN and step.id is not None)


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


def told(theory: Theory, grounds: Sequence[Ground], steps: Sequence[Step]) -> tuple[Step, ...]:
    """The stated facts, and after them what follows from them until two limits exclude each other.

    `grounds` are those of a core of the theory. Where a choice was open, each case is followed in turn.
    """
    allowed = set(grounds)
    clauses = [c for c in theory.clauses if isinstance(c.reason, Ground) and c.reason in allowed]
    proof = prove(clauses, theory.refine)
    if proof is None:
        return tuple(steps)
    result = _Telling(clauses, list(steps))
    _tell(proof, result)
    return tuple(result.steps)


class _Telling:
    """The steps told so far, and which of them tell what became of a clause that left a choice."""

    def __init__(self, clauses: Sequence[Clause], steps: list[Step]) -> None:
        self.clauses = clauses
        self.steps = steps
        self.chosen: dict[int, int] = {}

    def stating(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """The numbers of the steps that state these clauses, or what became of them."""
        numbers = set(numbers)
        chosen = {self.chosen[number] for number in numbers if number in self.chosen}
        stated = _stating(self.steps, self.clauses, frozenset(numbers - set(self.chosen)))
        return tuple(sorted({*stated, *chosen}))

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


def _bound_of(atom: Atom) -> Bound | None:
    """What an open choice supposes, where it supposes a limit."""
    for node, is_lower in ((atom.x, False), (atom.y, True)):
        other = atom.y if node == atom.x else atom.x
        subject = subject_of(node)
        if other == ORIGIN and subject is not None:
            instant = -seconds_of(atom.weight) if is_lower else seconds_of(atom.weight)
            edge = str(node[0]) if isinstance(node, tuple) else ""
            return Bound(subject, is_lower, instant, Unit.DAY if instant % DAY == 0 else Unit.HOUR, edge)
    return None


def subject_of(node: Node) -> Subject | None:
    """What a node is an instant of; None for the points of relations, which are nobody's."""
    match node:
        case ("start" | "end", str(event)):
            return Subject("event", event)
        case ("start" | "end", ("some", (_, str(id)), _)):
            return Subject("some", id)
        case ("first" | "last" as form, str(kind)):
            return Subject(str(form), kind)
        case ("value", (_, str(id)), _):
            return Subject("value", id)
    return None


def _stating(steps: Sequence[Step], clauses: Sequence[Clause], numbers: frozenset[int]) -> tuple[int, ...]:
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
        if (step.role, step.other if step.role is Role.GIVEN else step.id) in roles
        or (step.role is Role.BRIDGE and ("bridge", step.id or "", "") in links)
        or (step.relation or "", step.id or "", step.other or "") in links
    )


def limit_with_owners(
    theory: Theory, keep: frozenset[Key], node: Node, is_lower: bool
) -> tuple[int, tuple[Ground, ...]] | None:
    """The limit that these owners alone leave for a node, over all branches, and the grounds for it."""
    clauses = theory.kept(keep)
    best: int | None = None
    grounds: dict[Ground, None] = {}
    for network in branches(clauses, theory.refine):
        found = network.distance(node, ORIGIN) if is_lower else network.distance(ORIGIN, node)
        if found is None:
            return None
        instant = -seconds_of(found[0]) if is_lower else seconds_of(found[0])
        if best is None or (instant < best if is_lower else instant > best):
            best = instant
        for number in network.premises(found[1]):
            if number < len(clauses) and isinstance(ground := clauses[number].reason, Ground):
                grounds[ground] = None
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
