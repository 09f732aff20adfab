"""Sequencing: events of the record, to be put in order of time.

Belongs here: that type. Does not belong here: accounts that differ about an event (see `dates` and `pairs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from claimcheck.corpus.entries import Record
from claimcheck.report.blocks import Item
from claimcheck.report.words.grammar import stopped
from claimcheck.report.words.names import event_label, record_place
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, InOrder, ItemType, Key, Option
from claimcheck.teaching.material import Material, Placed, spread
from claimcheck.teaching.types.givens import given_block, given_says, given_steps

_MOST_SETS = 60


def sequence(material: Material) -> Iterator[Draft]:
    """Three to five events of the record, each certainly over before the next began, even at the widest."""
    dated = [
        (record, placed)
        for record in material.dating.values()
        if (placed := material.placed(record.when, (record.event,))) is not None
    ]
    dated.sort(key=lambda pair: (pair[1].wide.start or 0, pair[1].wide.stop or 0))
    for size in (3, 4, 5):
        groups = (
            group
            for group in _near(dated, size)
            if all((a.wide.stop or 0) <= (b.wide.start or 0) for (_, a), (_, b) in pairwise(group))
        )
        for group in spread(groups, _MOST_SETS):
            draft = _ordering(material, group)
            if draft is not None:
                yield draft


def _near(dated: list[tuple[Record, Placed]], size: int) -> Iterator[tuple[tuple[Record, Placed], ...]]:
    """Groups of so many, neighbours first: the nearer in time, the more there is to think about."""
    for width in range(size, min(len(dated), size + 3) + 1):
        for first in range(len(dated) - width + 1):
            stretch = dated[first : first + width]
            for inner in combinations(stretch[1:-1], size - 2):
                yield (stretch[0], *inner, stretch[-1])


def _ordering(material: Material, group: tuple[tuple[Record, Placed], ...]) -> Draft | None:
    shown = {record.id for record, _ in group}
    anchors = {record.id: record for _, placed in group for record in placed.anchors if record.id not in shown}
    entries = tuple(Option(given_says(material, record), record.event) for record, _ in group)
    if len(distinct(entries)) < len(entries):
        return None
    steps = (
        *given_steps(material, anchors.values()),
        *(
            Item(
                stopped(f"{event_label(material.corpus, record.event)}: {material.words_of(placed.narrow)}"),
                record_place(material.corpus, record),
            )
            for record, placed in group
        ),
    )
    events = tuple(record.event for record, _ in group)
    return Draft(
        ItemType.SEQUENCE,
        events,
        "Put these events in order of time, the earliest first. The dates stand as the sources word them.",
        given_block(material, anchors.values()),
        "In which order did they happen?",
        InOrder(entries),
        Key((), steps, "Each is over before the next begins, even if its date is taken as widely as it can be."),
        asks=frozenset(f"event:{event}" for event in events),
        questions=frozenset(q.id for q in material.corpus.questions.values() if q.event in events),
    )
