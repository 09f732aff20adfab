"""The limits that the record leaves for what a question asks, and the chain that derives each.

Belongs here: termini post quem and ante quem of firsts, lasts and events. Does not belong here: verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.derivations import deduced, limit_with_owners, premises_of
from claimcheck.engine.findings import Bound, Step, Subject, Terminus
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Key, Member, Target
from claimcheck.engine.scene import events_dated_otherwise
from claimcheck.engine.theory import Ground


def termini_of(inquiry: Inquiry, record: Sequence[Member]) -> Iterator[Terminus]:
    """The termini of every question that asks for a first, a last or an event, in file order; then of the events
    that nobody asks for and whose limits come from more than a date of their own."""
    asked: set[str] = set()
    for question in inquiry.view.corpus.questions.values():
        for form in ("first", "last", "event"):
            id: str | None = getattr(question, form)
            if id is not None:
                asked.add(id)
                yield terminus_of(inquiry, record, Target(form, id), question.id)
    related = _related_events(inquiry, record)
    for event in inquiry.view.corpus.events:
        if event in related and event not in asked:
            found = terminus_of(inquiry, record, Target("event", event))
            if found.post_quem is not None or found.ante_quem is not None:
                yield found


def _related_events(inquiry: Inquiry, record: Sequence[Member]) -> set[str]:
    """The events that the record dates by others, or others by them, and those that stand in an order."""
    scene = inquiry.scene(inquiry.granted(record))
    found = set(scene.neighbours)
    for member in record:
        anchors = {scene.stands_for(anchor) for anchor in member.anchors}
        if anchors:
            found |= anchors | {scene.stands_for(event) for event in events_dated_otherwise(member)}
    return found


def terminus_of(
    inquiry: Inquiry, record: Sequence[Member], target: Target, question: str | None = None
) -> Terminus:
    """The limits that these members leave for a target; None where there is none.

    On the narrow reading, or, if the members can hold together on the wide one only, on that.
    """
    scene = inquiry.scene(inquiry.granted(record))
    assembly = Assembly(scene, wide=not inquiry.is_possible(tuple(record), wide=False))
    for member in record:
        assembly.include(member)
    for given in inquiry.givens(scene, record):
        assembly.lend(given)
    if target.form in ("first", "last"):
        assembly.speak_of(target, presupposed=True)
    stretch = assembly.stretch_of(target)
    theory = assembly.theory()
    start = stretch.start if stretch.start is not None else stretch.end
    end = stretch.end if stretch.end is not None else stretch.start
    everybody: frozenset[Key] = frozenset(
        key for clause in theory.clauses if isinstance(clause.reason, Ground) for key in clause.reason.owners
    )
    subject = Subject(target.form, target.id)
    post = limit_with_owners(theory, everybody, start, is_lower=True)
    ante = limit_with_owners(theory, everybody, end, is_lower=False)
    return Terminus(
        question=question,
        subject=subject,
        post_quem=post[0] if post is not None else None,
        ante_quem=ante[0] if ante is not None else None,
        unit=Unit.DAY if all(found is None or found[0] % DAY == 0 for found in (post, ante)) else Unit.HOUR,
        because_post=_because(inquiry, record, subject, post, is_lower=True),
        because_ante=_because(inquiry, record, subject, ante, is_lower=False),
    )


def _because(
    inquiry: Inquiry,
    record: Sequence[Member],
    subject: Subject,
    found: tuple[int, tuple[Ground, ...]] | None,
    is_lower: bool,
) -> tuple[Step, ...]:
    if found is None:
        return ()
    instant, grounds = found
    steps = premises_of(inquiry, record, grounds)
    unit = Unit.DAY if instant % DAY == 0 else Unit.HOUR
    owners = frozenset(key for ground in grounds for key in ground.owners)
    return deduced(steps, [(Bound(subject, is_lower, instant, unit), owners)])
