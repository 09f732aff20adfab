"""Where a date lies once the record has dated its anchors, for whoever shows or measures it.

Belongs here: resolving the relations of one date against what the record says of their anchors. Does not belong
here: verdicts. What is resolved here is shown and measured, never reasoned with: the engine alone knows under
which assumptions an anchor's date may be used.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.relations import left_by
from claimcheck.dates.when import EVER, AllOf, Date, OneOf, Relation, Span, TimeSet, Window


def resolved(
    corpus: Corpus, date: Date, passed: frozenset[str] = frozenset(), *, is_wide: bool = False
) -> TimeSet | None:
    """The narrow set of a date, with each anchor dated by its first dated record; None where one has none.

    Of a relation it is what the anchor leaves: a stretch for each stretch of the anchor. With `is_wide` it is the
    wide set of the date; the anchors stay narrow, as in every verdict.
    """
    match date:
        case Window(narrow=narrow, wide=wide):
            return wide if is_wide else narrow
        case Relation(earliest=earliest, latest=latest):
            if is_wide:
                earliest, latest = date.wide_earliest, date.wide_latest
            points = [point for point in (earliest, latest) if point is not None]
            placed = {point.anchor: _placed(corpus, point.anchor, passed) for point in points}
            anchors = [anchor for anchor in placed.values() if anchor is not None]
            if len(anchors) < len(placed):
                return None
            if len(anchors) == 1:
                return left_by(anchors[0], earliest, latest)
            from_one, to_other = anchors  # the earliest limit counts from another event than the latest
            start, stop = left_by(from_one, earliest, None).start, left_by(to_other, None, latest).stop
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


def _placed(corpus: Corpus, anchor: str, passed: frozenset[str]) -> TimeSet | None:
    """The set of an anchor by its first dated record; None if it has none, or none with limits."""
    event = corpus.events.get(anchor)
    if event is None or event.id in passed:
        return None
    stated = next((record.when for record in event.records if record.when is not None), event.when)
    if stated is None or not stated.when.readings:
        return None
    found = resolved(corpus, stated.when.readings[0].date, passed | {event.id})
    if found is None or not found.spans or found.start is None or found.stop is None:
        return None
    return found
