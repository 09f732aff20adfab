"""The limits that the record leaves for what a question asks, and the chain that derives each.

Belongs here: termini post quem and ante quem of firsts, lasts and events. Does not belong here: verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from claimcheck.dates.when import DAY, Span, TimeSet, Unit
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.findings import Step, Subject, Terminus
from claimcheck.engine.formulas import Stretch
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, Node, seconds_of
from claimcheck.engine.parts import Member, Target
from claimcheck.engine.proof import because_of_limit
from claimcheck.engine.scene import events_dated_otherwise
from claimcheck.engine.search import branches
from claimcheck.engine.theory import Theory


def termini_of(inquiry: Inquiry, record: Sequence[Member]) -> Iterator[Terminus]:
    """The termini of every question that asks for a first, a last or an event, in file order; then of the events
    that nobody asks for and whose limits come from more than a date of their own."""
    asked: list[tuple[Target, str | None]] = []
    for question in inquiry.view.corpus.questions.values():
        for form in ("first", "last", "event"):
            id: str | None = getattr(question, form)
            if id is not None:
                asked.append((Target(form, id), question.id))
    related = _related_events(inquiry, record)
    events = [id for id in inquiry.view.corpus.events if id in related and id not in {t.id for t, _ in asked}]
    further: list[tuple[Target, str | None]] = [(Target("event", id), None) for id in events]
    limits = limits_left(inquiry, record, [target for target, _ in (*asked, *further)])
    for target, asked_by in (*asked, *further):
        post, ante = limits[target]
        if asked_by is None and post is None and ante is None:
            continue
        yield Terminus(
            question=asked_by,
            subject=Subject(target.form, target.id),
            post_quem=post,
            ante_quem=ante,
            unit=Unit.DAY if all(limit is None or limit % DAY == 0 for limit in (post, ante)) else Unit.HOUR,
            derive_post=partial(_because, inquiry, record, target, post, True),
            derive_ante=partial(_because, inquiry, record, target, ante, False),
        )


def _related_events(inquiry: Inquiry, record: Sequence[Member]) -> set[str]:
    """The events that the record dates by others, or others by them, and those that stand in an order."""
    scene = inquiry.scene(inquiry.granted(record))
    found = set(scene.neighbours)
    for member in record:
        anchors = {scene.stands_for(anchor) for anchor in member.anchors}
        if anchors:
            found |= anchors | {scene.stands_for(event) for event in events_dated_otherwise(member)}
    return found


Limits = tuple[int | None, int | None]


def limits_left(inquiry: Inquiry, members: Sequence[Member], targets: Sequence[Target]) -> dict[Target, Limits]:
    """The earliest and the latest instant (half-open) that these members leave for each target.

    None where there is no limit, and nowhere any if they cannot hold together. On the narrow reading, or, if the
    members can hold together on the wide one only, on that.
    """
    theory, stretches = _theory(inquiry, members, targets)
    lows: dict[Target, list[int | None]] = {target: [] for target in targets}
    highs: dict[Target, list[int | None]] = {target: [] for target in targets}
    for network in branches(theory.clauses, theory.refine):
        latest, earliest = network.tree(ORIGIN), network.tree(ORIGIN, into=True)
        for target in targets:
            start, end = _ends(stretches[target])
            low, high = earliest.weight(start), latest.weight(end)
            lows[target].append(None if low is None else -seconds_of(low))
            highs[target].append(None if high is None else seconds_of(high))
    return {target: (_least(lows[target]), _most(highs[target])) for target in targets}


def times_left(inquiry: Inquiry, members: Sequence[Member], target: Target, wide: bool) -> TimeSet:
    """The set of time that these members leave for an event, a first or a last: a stretch for each way in which
    what is open can be decided; empty if they cannot hold together."""
    theory, stretches = _theory(inquiry, members, [target], wide)
    start, end = _ends(stretches[target])
    found = []
    for network in branches(theory.clauses, theory.refine):
        low, high = network.distance(start, ORIGIN), network.distance(ORIGIN, end)
        found.append(
            Span(
                -seconds_of(low[0]) if low is not None else None,
                seconds_of(high[0]) if high is not None else None,
            )
        )
    return TimeSet.of(found)


def _least(limits: Sequence[int | None]) -> int | None:
    known = [limit for limit in limits if limit is not None]
    return min(known) if known and len(known) == len(limits) else None


def _most(limits: Sequence[int | None]) -> int | None:
    known = [limit for limit in limits if limit is not None]
    return max(known) if known and len(known) == len(limits) else None


def _theory(
    inquiry: Inquiry, members: Sequence[Member], targets: Sequence[Target], wide: bool | None = None
) -> tuple[Theory, dict[Target, Stretch]]:
    scene = inquiry.scene(inquiry.granted(members))
    if wide is None:
        wide = not inquiry.is_possible(tuple(members), wide=False)
    assembly = Assembly(scene, wide)
    for member in members:
        assembly.include(member)
    for given in inquiry.givens(scene, members):
        assembly.lend(given)
    for target in targets:
        if target.form in ("first", "last"):
            assembly.speak_of(target, presupposed=True)
    stretches = {target: assembly.stretch_of(target) for target in targets}
    return assembly.theory(), stretches


def _ends(stretch: Stretch) -> tuple[Node, Node]:
    """The nodes that limit a stretch from below and from above."""
    return (
        stretch.start if stretch.start is not None else stretch.end,
        stretch.end if stretch.end is not None else stretch.start,
    )


def _because(
    inquiry: Inquiry, record: Sequence[Member], target: Target, limit: int | None, is_lower: bool
) -> tuple[Step, ...]:
    if limit is None:
        return ()
    wide = not inquiry.is_possible(tuple(record), wide=False)
    theory, stretches = _theory(inquiry, record, [target], wide)
    start, end = _ends(stretches[target])
    wanted = (start if is_lower else end, limit, is_lower)
    return because_of_limit(inquiry, record, theory, wanted, Subject(target.form, target.id), wide)
