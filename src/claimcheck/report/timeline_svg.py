"""A timeline as shapes: a lane for each account, the record on ruled lines below, uncertain ends fading.

Belongs here: where each shape of a timeline stands. Does not belong here: the scale (see `axis`), what the lanes
are (see `timelines`), colours.

Across, everything is a share of the width, so that the picture stretches with the page while its letters keep
their size. What tells things apart is form as well as colour: solid, hatched, hollow, dashed; letters and numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.dates.when import Limit
from claimcheck.report.axis import ticks
from claimcheck.report.lanes import Lane, Mark, Timeline
from claimcheck.report.shapes import Bar, Bunch, Drawing, Glyph, Labels, Rules, Shape, Stroke, Words
from claimcheck.report.text import cells

_HEAD = 26  # pixels of the axis
_LANE = 42
_RECORD = 37
_LABEL = 15  # from the top of a lane to the line its label stands on
_TOP, _TALL = 22, 11  # of a bar, from the top of its lane
_GAP = 12  # between the accounts and the record
_TICKS = 5
_NAME, _SAYS = 34, 64  # letters of a label
_RECORD_NAME = 44  # of which there is room on a phone, since nothing stands behind it
_MOST_CLASH_LINES = 14
_MOST_AGAINST = 4  # signs of opponents behind a name
_SEEN = 0.0005  # of the width; what is narrower is not drawn
_LEFT, _RIGHT = "M4,-5L-3,0L4,5", "M-4,-5L3,0L-4,5"


def timeline_drawing(timeline: Timeline) -> Drawing:
    """The timeline as shapes, as wide as whatever it stands in."""
    accounts = len(timeline.accounts)
    record_top = _HEAD + accounts * _LANE + _GAP
    height = record_top + len(timeline.records) * _RECORD if timeline.records else _HEAD + accounts * _LANE
    height += 4
    shapes = [
        *_axis(timeline, height),
        *_ruled(timeline, record_top),
        *_ties(timeline, record_top),
        *_clash_lines(timeline, record_top),
    ]
    for number, lane in enumerate(timeline.accounts):
        shapes.append(_lane(timeline, lane, _HEAD + number * _LANE, _against(timeline, number)))
    for number, lane in enumerate(timeline.records):
        shapes.append(_lane(timeline, lane, record_top + number * _RECORD, ""))
    return Drawing(tuple(shapes), height)


def _percent(place: float) -> str:
    return f"{round(place * 100, 1):g}%"


def _axis(timeline: Timeline, height: float) -> Iterator[Shape]:
    axis = timeline.axis
    for segment in axis.segments:
        yield Stroke(_percent(segment.left), _HEAD - 4, _percent(segment.right), _HEAD - 4, "axis")
    for before in axis.segments[:-1]:
        yield Glyph(_percent(before.right + 0.015), _HEAD - 4, "M-7,5L-2,-5M2,5L7,-5", "axis")
    shown = ticks(axis, _TICKS)
    yield Rules("grid", tuple(_percent(tick.at) for tick in shown), _HEAD - 8, height - 2)
    labels = []
    for tick in shown:
        anchor = "start" if tick.at < 0.04 else "end" if tick.at > 0.95 else "middle"
        labels.append(Words(_percent(tick.at), 12, tick.label, "minor" if tick.is_minor else "", anchor))
    yield Labels("ticks", 12, tuple(labels))


def _ruled(timeline: Timeline, top: float) -> Iterator[Shape]:
    """The ruled ground of the record."""
    if timeline.records:
        tall = len(timeline.records) * _RECORD + 4
        yield Bar("0", top - 2, "100%", tall, "", "ruled")


def _lane(timeline: Timeline, lane: Lane, top: float, against: str) -> Bunch:
    shapes: list[Shape] = [_label(lane, top, against)]
    base = "r" if lane.sort == "record" else "a"
    for mark in lane.others:
        shapes.extend(_other(timeline, mark, top))
    for mark in lane.marks:
        shapes.extend(_mark(timeline, lane, mark, top, base))
    if len(lane.marks) > 1:
        shapes.extend(_or(timeline, lane.marks, top))
    return Bunch((lane.sort, lane.id), tuple(shapes))


def _label(lane: Lane, top: float, against: str) -> Words:
    name = shortened(lane.name, _NAME + _SAYS)
    words = [(lane.sign, "sign"), (f" {name}", "")]
    if cells(name) > _RECORD_NAME or (cells(name) > _NAME and lane.sort == "claim"):
        # A phone has no room for more than the beginning.
        words[1:] = [(f" {name[:_NAME]}", ""), (name[_NAME:], "broad"), ("…", "narrow")]
    if lane.manner == "not":
        words.append((" not:", "says"))
    elif lane.manner == "from":
        words.append((" from:", "says"))
    if lane.note and not lane.marks:
        words.append((f" – {shortened(lane.note, 60)}", "note"))
    elif lane.says:
        words.append((f" {shortened(lane.says, max(_NAME + _SAYS - cells(name), 24))}", "says"))
    if against:
        words.append((f"  × {against}", "clash"))
    return Words("0", top + _LABEL, "", more=tuple(words))


def shortened(text: str, most: int) -> str:
    """A text on one line of at most so many cells, with a mark where something was left out."""
    text = " ".join(text.split())
    if cells(text) <= most:
        return text
    kept = text[: most - 1]
    while cells(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _against(timeline: Timeline, number: int) -> str:
    """The signs of those with which an account clashes."""
    signs = timeline.clashing(number)
    if len(signs) <= _MOST_AGAINST:
        return ", ".join(signs)
    return f"{', '.join(signs[: _MOST_AGAINST - 1])} +{len(signs) - _MOST_AGAINST + 1}"


def _mark(timeline: Timeline, lane: Lane, mark: Mark, top: float, base: str) -> Iterator[Shape]:
    place = timeline.axis.place
    y = top + _TOP
    left = place(mark.start) if mark.start is not None else None
    right = place(mark.stop) if mark.stop is not None else None
    wide_left = place(mark.wide_start) if mark.wide_start is not None else 0.0
    wide_right = place(mark.wide_stop) if mark.wide_stop is not None else 1.0
    if lane.manner == "from" and left is not None:
        yield Bar(_percent(left), y + 3, _percent(1 - left), _TALL - 6, "fade", f"{base}-right")
        yield Glyph("100%", y + _TALL / 2, "M-10,-5L-3,0L-10,5", f"end {base}")
    if left is not None and right is not None:
        if left - wide_left > _SEEN:
            yield Bar(_percent(wide_left), y, _percent(left - wide_left), _TALL, "fade", f"{base}-left")
        if wide_right - right > _SEEN:
            yield Bar(_percent(right), y, _percent(wide_right - right), _TALL, "fade", f"{base}-right")
        yield _solid(lane, left, right, y, base)
    elif left is not None:
        yield Bar(_percent(left), y, _percent(1 - left), _TALL, "fade", f"{base}-right")
        yield _solid(lane, left, left, y, base)
        yield from _endless(mark.latest, 1.0, y, base)
    elif right is not None:
        yield Bar("0", y, _percent(right), _TALL, "fade", f"{base}-left")
        yield _solid(lane, right, right, y, base)
        yield from _endless(mark.earliest, 0.0, y, base)


def _solid(lane: Lane, left: float, right: float, y: float, base: str) -> Bar:
    paint = ""
    look = f"bar {base}"
    if lane.manner == "not":
        look, paint = f"hollow {base}", f"{base}-crossed"
    elif lane.sort == "record" and not lane.is_documented:
        look, paint = f"hollow {base}", "r-hatched"
    # A box without width is not drawn at all.
    return Bar(_percent(left), y, _percent(max(right - left, 0.001)), _TALL, look, paint)


def _endless(limit: Limit, place: float, y: float, base: str) -> Iterator[Shape]:
    """An end without limit: an arrow where it is open on purpose, a question mark where nobody states it."""
    is_left = place == 0.0
    if limit is Limit.OPEN:
        yield Glyph("0" if is_left else "100%", y + _TALL / 2, _LEFT if is_left else _RIGHT, f"end {base}")
    else:
        yield Words("0" if is_left else "100%", y + _TALL - 1, "?", "unknown", "start" if is_left else "end")


def _other(timeline: Timeline, mark: Mark, top: float) -> Iterator[Shape]:
    """A further reading: a dashed outline."""
    left = timeline.axis.place(mark.start) if mark.start is not None else 0.0
    right = timeline.axis.place(mark.stop) if mark.stop is not None else 1.0
    yield Bar(_percent(left), top + _TOP - 2, _percent(right - left), _TALL + 4, "reading")


def _or(timeline: Timeline, marks: Sequence[Mark], top: float) -> Iterator[Shape]:
    """One-of dates: a dotted line from each mark to the next, with "or"."""
    place = timeline.axis.place
    for before, after in pairwise(marks):
        if before.stop is not None and after.start is not None:
            x1, x2 = place(before.stop), place(after.start)
            y = top + _TOP + _TALL / 2
            yield Stroke(_percent(x1), y, _percent(x2), y, "or")
            if x2 - x1 > 0.06:
                yield Words(_percent((x1 + x2) / 2), y - 2, "or", "orword", "middle")


def _ties(timeline: Timeline, record_top: float) -> Iterator[Shape]:
    """From the record that dates an account up to the account, and along to its mark."""
    place = timeline.axis.place
    drawn: set[tuple[int, str]] = set()
    for tie in timeline.ties:
        record, account = timeline.records[tie.record], timeline.accounts[tie.lane]
        if not record.marks or record.marks[0].start is None:
            continue
        x = place(record.marks[0].start)
        if (tie.lane, _percent(x)) in drawn:
            continue  # several records of one day
        drawn.add((tie.lane, _percent(x)))
        mark = account.marks[0]
        edges = [place(edge) for edge in (mark.start, mark.stop) if edge is not None]
        end = min(edges, key=lambda edge: abs(edge - x))
        y = _HEAD + tie.lane * _LANE + _TOP + _TALL + 3
        is_bent = abs(end - x) > 0.002
        yield Stroke(
            _percent(x), record_top + tie.record * _RECORD + _TOP, _percent(x), y, "tie" if is_bent else "tie tied"
        )
        if is_bent:
            yield Stroke(_percent(x), y, _percent(end), y, "tie tied")


def _clash_lines(timeline: Timeline, record_top: float) -> Iterator[Shape]:
    """A line between two that clash, where their dates part, crossed at both ends; not where they are many."""
    seen = [clash for clash in timeline.clashes if clash.at is not None]
    if len(seen) > _MOST_CLASH_LINES:
        return
    for clash in seen:
        x = _percent(timeline.axis.place(clash.at or 0))
        top = _HEAD + clash.lane * _LANE
        other = record_top + clash.other * _RECORD if clash.with_record else _HEAD + clash.other * _LANE
        first, second = sorted((top, other))
        y1, y2 = first + _TOP + _TALL / 2, second + _TOP + _TALL / 2
        yield Stroke(x, y1, x, y2, "clashline")
