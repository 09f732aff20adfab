"""Where a date lies once the record has dated its anchors, for whoever shows or measures it.

Belongs here: resolving the relations of one date against what the record says of their anchors. Does not belong
here: verdicts. What is resolved here is shown and measured, never reasoned with: the engine alone knows under
which assumptions an anchor's date may be used.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.relations import counts_from_start, move
from claimcheck.dates.when import DAY, EVER, AllOf, Date, OneOf, Point, Relation, Span, TimeSet, Window


def resolved(
    corpus: Corpus, date: Date, passed: frozenset[str] = frozenset(), *, is_wide: bool = False
) -> TimeSet | None:
    """The narrow set of a date, with each anchor dated by its first dated record; None where one has none.

    Of a relation it is the widest stretch that the anchor's own limits leave. With `is_wide` it is the wide set
    of the date; the anchors stay narrow, as in every verdict.
    """
    match date:
        case Window(narrow=narrow, wide=wide):
            return wide if is_wide else narrow
        case Relation(earliest=earliest, latest=latest):
            if is_wide:
                earliest, latest = date.wide_earliest, date.wide_latest
            start = _limit(corpus, earliest, True, passed) if earliest is not None else None
            stop = _limit(corpus, latest, False, passed) if latest is not None else None
            if (start is None and earliest is not None) or (stop is None and latest is not None):
                return None
            return TimeSet.of((Span(start, stop),))
        case AllOf(parts=parts):
            whole = EVER
            for part in parts:
                found = resolved(corpus, part, passed, is_wide=is_wide)
                if found is None:
                    return None
                whole = whole.intersection(found)
            return whole
        case OneOf(parts=parts):
            branches = [resolved(corpus, part, passed, is_wide=is_wide) for part in parts]
            return TimeSet.of(span for branch in branches if branch is not None for span in branch.spans)


def _limit(corpus: Corpus, point: Point, is_lower: bool, passed: frozenset[str]) -> int | None:
    """Where a point lies at the earliest or at the latest, given the anchor's first dated record."""
    event = corpus.events.get(point.anchor)
    if event is None or event.id in passed:
        return None
    stated = next((record.when for record in event.records if record.when is not None), event.when)
    if stated is None or not stated.when.readings:
        return None
    anchor = resolved(corpus, stated.when.readings[0].date, passed | {event.id})
    if anchor is None or not anchor.spans or anchor.start is None or anchor.stop is None:
        return None
    # A start lies short of the stop of its own day, an end beyond its start.
    if counts_from_start(point.edge):
        found = move(point, anchor.start if is_lower else anchor.stop - 1)
    else:
        found = move(point, anchor.start + 1 if is_lower else anchor.stop)
    # In whole days: the anchor has no hour. A lower limit falls to the midnight before, an upper one after.
    return found // DAY * DAY if is_lower else -(-found // DAY) * DAY
