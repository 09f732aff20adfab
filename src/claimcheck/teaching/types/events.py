"""Exercises on events of the record: put in order, what had happened by then, what a find allows.

Belongs here: the types in which events of the record are set beside each other or beside an account. Does not
belong here: accounts that differ about an event (see `dates` and `pairs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from claimcheck.corpus.entries import Record
from claimcheck.dates.when import AllOf, Relation
from claimcheck.engine.findings import Role, Step, Terminus
from claimcheck.report.blocks import Item, Listing, Paragraph
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, stopped
from claimcheck.report.words.moments import limit_in_words
from claimcheck.report.words.proofs import step_says, told
from claimcheck.teaching.items import Draft, InOrder, ItemType, Key, OneRight, Option, occurring
from claimcheck.teaching.material import Material, Placed, answer, spread
from claimcheck.teaching.types.givens import differences, given_block, given_steps, questions_of
from claimcheck.teaching.wording import UNPLAIN, place, record_says

_MOST_SETS = 60
Event = tuple[Record, Placed]


def _recorded(material: Material) -> list[Event]:
    """The events that one record dates beyond doubt, in order of time."""
    found = [
        (record, placed)
        for record in material.dating.values()
        if (placed := material.placed(record.when, (record.event,))) is not None
    ]
    return sorted(found, key=lambda pair: (pair[1].wide.start or 0, pair[1].wide.stop or 0))


# -------------------------------------------------------------------------------------------- put in order


def sequence(material: Material) -> Iterator[Draft]:
    """Three to five events of the record, each certainly over before the next began, even at the widest."""
    dated = _recorded(material)
    for size in (3, 4, 5):
        groups = (
            group
            for group in _near(dated, size)
            if all((a.wide.stop or 0) <= (b.wide.start or 0) for (_, a), (_, b) in pairwise(group))
        )
        for group in spread(groups, _MOST_SETS):
            yield _ordering(material, group)


def _near(dated: list[Event], size: int) -> Iterator[tuple[Event, ...]]:
    """Groups of so many, neighbours first: the nearer in time, the more there is to think about."""
    for width in range(size, min(len(dated), size + 3) + 1):
        for first in range(len(dated) - width + 1):
            stretch = dated[first : first + width]
            for inner in combinations(stretch[1:-1], size - 2):
                yield (stretch[0], *inner, stretch[-1])


def _ordering(material: Material, group: tuple[Event, ...]) -> Draft:
    corpus = material.corpus
    shown = {record.id for record, _ in group}
    anchors = {record.id: record for _, placed in group for record in placed.anchors if record.id not in shown}
    steps = (*given_steps(material, anchors.values()), *(_dated_step(material, *one) for one in group))
    events = tuple(record.event for record, _ in group)
    return Draft(
        ItemType.SEQUENCE,
        events,
        "Put these events in order of time, the earliest first. The dates stand as the sources word them.",
        (*differences(material, (placed for _, placed in group)), *given_block(material, anchors.values())),
        "In which order did they happen?",
        InOrder(tuple(Option(record_says(corpus, record, material.plain), record.event) for record, _ in group)),
        Key((), steps, "Each is over before the next begins, even if its date is taken as widely as it can be."),
        asks=frozenset(f"event:{event}" for event in events),
        questions=frozenset(q.id for q in corpus.questions.values() if q.event in events),
    )


def _dated_step(material: Material, record: Record, placed: Placed) -> Item:
    said = f"{capital(names.event(material.corpus, record.event))}: {material.words_of(placed.narrow)}"
    return Item(stopped(said), place(material.corpus, record))


# ------------------------------------------------------------------------------- what had happened by then

_LABELS = (Option("it had happened before", "before"), Option("it was still to come", "after"))


def in_its_time(material: Material) -> Iterator[Draft]:
    """An account that dates something, and three or four events of the record: which had happened by then?"""
    dated = _recorded(material)
    for claim in material.claims:
        placed, statement = material.placed_claim(claim), answer(claim)
        if placed is None or statement is None or statement.when is None:
            continue
        before = [one for one in dated if (one[1].wide.stop or 0) <= (placed.wide.start or 0)][-3:]
        after = [one for one in dated if (one[1].wide.start or 0) >= (placed.wide.stop or 0)][:3]
        chosen = (*before[-2:], *after[:2])
        own = {record.event for record, _ in chosen} & {record.event for record in placed.anchors}
        if not before or not after or len(chosen) < 3 or own:
            continue
        if not material.needs_working_out(statement.when) and not any(
            material.needs_working_out(record.when) for record, _ in chosen
        ):
            continue
        corpus = material.corpus
        anchors = {record.id: record for _, other in chosen for record in other.anchors}
        anchors.update({record.id: record for record in placed.anchors})
        refs = tuple("before" if one in before else "after" for one in chosen)
        prompts = tuple(Option(record_says(corpus, r, material.plain), r.event) for r, _ in chosen)
        steps = (
            *given_steps(material, placed.anchors),
            Item(
                stopped(f"As this account has it, it was {material.words_of(placed.wide)}"), place(corpus, claim)
            ),
            *(_dated_step(material, *one) for one in chosen),
        )
        yield Draft(
            ItemType.CONTEXT,
            (claim.id,),
            "To understand an account, put it into its time: what was known, and what was still to come?",
            (
                Paragraph(material.account(claim)),
                *differences(material, (placed, *(other for _, other in chosen))),
                *given_block(material, anchors.values()),
            ),
            "Suppose this account is right. What had happened before, and what was still to come?",
            occurring(prompts, _LABELS, refs),
            Key((), steps),
            asks=frozenset((f"context:{claim.id}",)),
            reveals=frozenset(f"event:{record.event}" for record, _ in chosen) | {f"reading:{claim.id}"},
            questions=questions_of(claim),
            further=("Which of these could people have had in mind at the time, and which could nobody know?",),
        )


# ------------------------------------------------------------------------------------- what a find allows


def terminus(material: Material) -> Iterator[Draft]:
    """What follows for the date of something from other things that are dated: a limit, and on which side."""
    for found in material.findings.termini:
        for instant, is_lower, steps in (
            (found.post_quem, True, found.because_post),
            (found.ante_quem, False, found.because_ante),
        ):
            stated = [step for step in steps if step.role is Role.RECORD and step.id is not None]
            about = {record.event for step in stated if (record := _record(material, step)) is not None}
            is_inferred = any(step.role in (Role.ORDER, Role.KIND) for step in steps) or len(about) > 1
            is_order = not any(_is_counted(material, step) for step in stated)
            if instant is not None and is_inferred and is_order and found.question is not None:
                yield _limit(material, found, instant, is_lower, steps)


def _record(material: Material, step: Step) -> Record | None:
    return names.record_entry(material.corpus, step.id or "")


def _is_counted(material: Material, step: Step) -> bool:
    """Whether a record counts from another event, so that more follows from it than a limit on one side."""
    record = _record(material, step)
    dates = record.when.when.readings if record is not None and record.when is not None else ()
    points = (
        point
        for reading in dates
        if isinstance(reading.date, Relation)
        for point in (reading.date.earliest, reading.date.latest)
    )
    both = any(isinstance(reading.date, AllOf) for reading in dates)
    return both or any(point is not None and bool(point.months or point.days or point.seconds) for point in points)


def _limit(material: Material, found: Terminus, instant: int, is_lower: bool, steps: tuple[Step, ...]) -> Draft:
    corpus = material.corpus
    limit = limit_in_words(instant, found.unit, is_lower, material.style)
    said, turned = (f"not before {limit}", f"not after {limit}")[:: 1 if is_lower else -1]
    ways = ("earliest", "latest")[:: 1 if is_lower else -1]
    wrong = (
        Option(
            turned, "turned", f"the limit was turned round: the {ways[0]} it can be was taken for the {ways[1]}"
        ),
        Option(f"{limit} and no other time", "day", "the limit was taken for the date itself"),
        Option("nothing: at any time", "none", "the order of the events was not used"),
    )
    facts = [
        Item(f"{record_says(corpus, record, material.plain)}.")
        for step in steps
        if step.role in (Role.RECORD, Role.GIVEN) and (record := _record(material, step)) is not None
    ]
    structure = [step for role in (Role.ORDER, Role.KIND) for step in steps if step.role is role]
    facts += [Item(step_says(corpus, step) if not material.plain else UNPLAIN) for step in structure]
    question = found.question or ""
    return Draft(
        ItemType.TERMINUS,
        (question,),
        "A find does not say when something happened, but it can say from when on, or until when, it can have "
        "happened.",
        (Paragraph("This is known:"), Listing(tuple(dict.fromkeys(facts)))),
        f"{material.asked(question)} What follows from this alone?",
        OneRight(Option(said, "limit"), wrong),
        Key(
            (),
            told(corpus, steps),
            "A limit on one side is no date: anything on the other side of it remains open.",
        ),
        asks=frozenset((f"terminus:{question}",)),
        reveals=frozenset(
            f"event:{record.event}" for step in steps if (record := _record(material, step)) is not None
        ),
        questions=frozenset((question,)),
        further=("What would one have to find for a limit on the other side?",),
    )
