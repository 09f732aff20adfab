"""Where everything in a chart stands: bars, the words beside them, ticks, and what the pins are called.

Belongs here: places, for any width and any way to measure words; nothing collides, nothing is cut, nothing stands
over the edge. Does not belong here: what is shown (see `controversy`), how it is drawn (see `chart_text`,
`chart_svg`).

All places are in the unit of the `Room`: pixels, or cells of a terminal.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.dates.wording import Brief
from claimcheck.report.pictures.axis import Axis, Stretches, round_times, scaled, stretches_of
from claimcheck.report.pictures.chart import Chart, Fill, Pin, Row, spans_shown

Run = tuple[str, str]  # a stretch of a line of words, and its look
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture has room for, and how its words are measured.

    The axis stands between `left` and `right`; words may go on to `edge`. `width` measures a text with its look.
    `gap` is what parts a bar from its words, `crossed` from its cross; `least` is the width of the shortest bar,
    `cut` what a break takes, `tail` what a limit shows of the time that it leaves open. `verdicts` says that
    verdicts stand in the row. `grid` is 1 where places are whole numbers.
    """

    left: float
    right: float
    edge: float
    width: Callable[[str, str], float]
    gap: float
    crossed: float
    least: float
    cut: float
    tail: float
    verdicts: bool = False
    grid: float = 0

    def measure(self, runs: Runs) -> float:
        """The width of a line of words."""
        return sum(self.width(text, look) for text, look in runs)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time between two places; `torn` ends go on beyond what is shown."""

    x1: float
    x2: float
    torn: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit with a tail on the side of what it leaves open: at `x2` what is earlier, at `x1` what is `later`."""

    x1: float
    x2: float
    later: bool


@dataclass(frozen=True, slots=True)
class Beyond:
    """Something earlier (or later) than the axis shows: an arrow at its margin."""

    x1: float
    x2: float
    later: bool


Mark = Bar | Limit | Beyond


@dataclass(frozen=True, slots=True)
class Label:
    """A line of words between two places; `ends` says that it has to end at the second, not begin at the first."""

    x: float
    runs: Runs
    width: float
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its marks from left to right; words that found no place beside them stand above, in lines.

    `ties` join the marks of one date.
    """

    row: Row
    marks: tuple[Mark, ...]
    label: Label | None
    above: tuple[Label, ...] = ()
    ties: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, and its words."""

    x: float
    label: Label


@dataclass(frozen=True, slots=True)
class Flag:
    """A pin at `x` with its words: lines that begin at `left`, in a tier below the axis, the first being 0.

    `span` is what a record of a longer time takes of the axis. A limit has a `tail`: -1 to the left (no later
    than), 1 to the right (not before), else 0.
    """

    pin: Pin
    x: float
    span: tuple[float, float] | None
    tail: int
    tier: int
    left: float
    lines: tuple[Runs, ...]


# The axis.


def axis_for(chart: Chart, room: Room) -> Axis | None:
    """The axis of a chart in a room; None where nothing has a place in time."""
    found = stretches_of(spans_shown(chart.groups, chart.pins))
    if found is None:
        return None
    most = (room.right - room.left) * 0.22
    widths = [
        min(max(room.width(_stretch_name(chart, found, number), "tick") + room.gap, room.least), most)
        for number in range(len(found.spans))
    ]
    if room.grid:
        widths = [float(math.ceil(width)) for width in widths]
    return scaled(found, room.left, room.right, widths, room.cut)


def _stretch_name(chart: Chart, found: Stretches, number: int) -> str:
    start, stop = found.spans[number]
    return _stretch_words(replace(chart.brief, is_short=True), Span(start, stop))


def _stretch_words(brief: Brief, span: Span) -> str:
    """A stretch of the axis by its days, or by years where it lasts longer."""
    return brief.extent(TimeSet((span,)))


# Rows.


def lines_of(chart: Chart, axis: Axis | None, room: Room) -> tuple[Line, ...]:
    """Every row with its marks and its words, in order."""
    return tuple(_line(chart, row, axis, room) for row in chart.rows)


def _line(chart: Chart, row: Row, axis: Axis | None, room: Room) -> Line:
    marks: list[Mark] = []
    ties: list[tuple[float, float]] = []
    if row.times is not None and axis is not None:
        for span in row.times.spans:
            found = _marks(span, axis, room)
            if found and marks and len(row.times.spans) > 1:
                ties.append((marks[-1].x2, found[0].x1))
            ties += [(before.x2, after.x1) for before, after in pairwise(found)]
            marks += [mark for mark in found if not (isinstance(mark, Beyond) and mark in marks)]
    marks = _apart(sorted(marks, key=lambda mark: mark.x1))
    ties = [(x1, x2) for x1, x2 in ties if x2 > x1]
    taken = [(mark.x1, mark.x2) for mark in marks]
    wordings = list(_wordings(chart, row, room))
    for side, runs in wordings:
        label = _beside(side, runs, taken, room.crossed if row.fill is Fill.RULED_OUT else room.gap, room)
        if label is not None:
            return Line(row, tuple(marks), label, ties=tuple(ties))
    width = room.edge - room.left
    full = [runs for side, runs in wordings if side == "right"]
    short = next((runs for runs in full if room.measure(runs) <= width), full[0])
    above = tuple(Label(room.left, line, room.measure(line)) for line in wrapped_runs(short, width, room))
    return Line(row, tuple(marks), None, above, tuple(ties))


def _marks(span: Span, axis: Axis, room: Room) -> list[Mark]:
    """What is seen of one stretch of time."""
    if span.start is None or span.stop is None:
        return [_limit(span, axis, room)]
    parts = list(axis.parts(span))
    if not parts:
        return [_beyond(span.stop > axis.stretches[0].start, room)]
    bars: list[Mark] = []
    for number, (x1, x2) in enumerate(parts):
        torn = (
            number > 0 or axis.place(span.start) is None,
            number < len(parts) - 1 or axis.place(span.stop) is None,
        )
        bars.append(_bar(x1, x2, torn, axis, room))
    return bars


def _beyond(later: bool, room: Room) -> Beyond:
    size = 1 if room.grid else 9
    return Beyond(room.right - size, room.right, True) if later else Beyond(room.left, room.left + size, False)


def _bar(x1: float, x2: float, torn: tuple[bool, bool], axis: Axis, room: Room) -> Bar:
    """A bar that can be seen, however short, within the axis."""
    if room.grid:
        x1, x2 = math.floor(x1 + 1e-6), math.ceil(x2 - 1e-6)
    if x2 - x1 < room.least:
        middle = (x1 + x2) / 2
        x1 = min(max(middle - room.least / 2, axis.left), axis.right - room.least)
        x1 = math.floor(x1) if room.grid else x1
        x2 = x1 + room.least
    return Bar(x1, x2, torn)


def _limit(span: Span, axis: Axis, room: Room) -> Mark:
    edge = span.stop if span.start is None else span.start
    assert edge is not None, "what has no limit at all has no mark"
    x = axis.place(edge)
    if x is None:
        return _beyond(edge > axis.stretches[0].start, room)
    tail = room.tail
    if span.start is None:
        x = max(math.ceil(x) if room.grid else x, room.left + tail)
        return Limit(x - tail, x, False)
    x = min(math.floor(x) if room.grid else x, room.right - tail)
    return Limit(x, x + tail, True)


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of one row; bars so short that they would run into each other are one."""
    found: list[Mark] = []
    for mark in marks:
        before = found[-1] if found else None
        if isinstance(mark, Bar) and isinstance(before, Bar) and mark.x1 <= before.x2:
            found[-1] = Bar(before.x1, max(before.x2, mark.x2), (before.torn[0], mark.torn[1]))
        else:
            found.append(mark)
    return found


def _wordings(chart: Chart, row: Row, room: Room) -> Iterator[tuple[str, Runs]]:
    """The words of a row, for the right side of its marks and for the left, the fullest first."""
    date = said_of(chart, row)
    note = f", {row.note}" if row.note else ""
    verdicts = (
        list(dict.fromkeys((f"{row.word}{_comma(row.because)}", row.word, row.short))) if room.verdicts else [""]
    )
    crossed: Runs = (("×", "cross"),) if row.fill is Fill.RULED_OUT else ()
    space = " " if crossed else ""
    for count in range(len(row.names), 0, -1) if row.names else (0,):
        more = len(row.names) - count
        who = f"{row.sign} {', '.join(row.names[:count])}".strip()
        if more:
            who += f" +{more}" if room.verdicts else f" and {more} more"
        for verdict in verdicts if count == len(row.names) else verdicts[1:] or verdicts:
            said: Runs = ((f": {verdict}", row.fill),) if verdict else ()
            named: Runs = ((f"{who}{note}", "name"),) if who else ()
            behind: Runs = ((f"  {who}{note}", "name"),) if who else ()
            yield "right", (*crossed, (f"{space}{date}", "date"), *behind, *said)
            if row.times is not None:
                parted = "  " if who else ""
                yield "left", (*named, *said, (f"{parted}{date}{space}", "date"), *crossed)


def said_of(chart: Chart, row: Row) -> str:
    """What a row says: its date, a value with its date, or whatever has no place in time."""
    if row.times is None:
        return row.answer
    is_one = row.dates == 1 or row.day is not None
    date = chart.brief.say(row.times) if is_one else chart.brief.extent(row.times)
    return f"{row.answer}, {date}" if row.answer else date


def _comma(because: str) -> str:
    return f",{because[1:]}" if because.startswith(":") else because


def _beside(side: str, runs: Runs, taken: Sequence[tuple[float, float]], gap: float, room: Room) -> Label | None:
    """A line of words on one side of the marks of its row; None where there is no room."""
    width = room.measure(runs)
    if not taken:
        return Label(room.left, runs, width) if room.left + width <= room.edge and side == "right" else None
    if side == "right":
        x = max(stop for _, stop in taken) + gap
        return Label(x, runs, width) if x + width <= room.edge else None
    x = min(start for start, _ in taken) - gap - width
    return Label(x, runs, width, True) if x >= room.left else None


def wrapped_runs(runs: Runs, width: float, room: Room) -> tuple[Runs, ...]:
    """A line of words as lines of at most a width; a word is broken only where it alone is too long."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for text, look in runs:
        words = text.split(" ")
        for place, word in enumerate(words):
            piece = f" {word}" if place else word
            while piece:
                size = room.width(piece, look)
                if used + size <= width:
                    _append(lines[-1], piece, look)
                    used += size
                    break
                if used and room.width(piece.lstrip(" "), look) <= width:
                    lines.append([])
                    used, piece = 0.0, piece.lstrip(" ")
                    continue
                fitting = _fitting(piece, width - used, look, room)
                if fitting == 0 and used:
                    lines.append([])
                    used, piece = 0.0, piece.lstrip(" ")
                    continue
                fitting = max(fitting, 1)
                _append(lines[-1], piece[:fitting], look)
                lines.append([])
                used, piece = 0.0, piece[fitting:]
    return tuple(tuple(line) for line in lines if any(text.strip() for text, _ in line))


def _append(line: list[Run], piece: str, look: str) -> None:
    if not line and not piece.strip():
        return
    if not line:
        piece = piece.lstrip(" ")
    if line and line[-1][1] == look:
        line[-1] = (f"{line[-1][0]}{piece}", look)
    else:
        line.append((piece, look))


def _fitting(word: str, width: float, look: str, room: Room) -> int:
    """How many letters of a word fit a width."""
    length = 0
    while length < len(word) and room.width(word[: length + 1], look) <= width:
        length += 1
    return length


# Ticks.


def ticks_of(chart: Chart, axis: Axis, room: Room) -> tuple[Tick, ...]:
    """The ticks with their words, which stand side by side: in the dense stretch the dates of records.

    Every other stretch has one, with its name. Where two are nearer than their words these move apart; where that
    is not enough the one that decides less goes.
    """
    wanted: list[tuple[int, float, Span]] = []
    for number, stretch in enumerate(axis.stretches):
        if number != axis.dense:
            wanted.append((0, (stretch.left + stretch.right) / 2, Span(stretch.start, stretch.stop)))
    dense = axis.stretches[axis.dense]
    for pin in chart.pins:
        place = pin_place(pin, axis)
        if place is not None and dense.left <= place <= dense.right and not _is_long(pin, axis):
            wanted.append((1 if pin.decides else 2, place, pin.when))
    if sum(rank > 0 for rank, _, _ in wanted) < 3:
        letters = room.width("28 September 1888", "tick")
        most = max(int((dense.right - dense.left) / letters), 1)
        for start, stop in round_times(dense, chart.brief.style.calendar, most):
            place = axis.place(start if stop - start > DAY else (start + stop) // 2)
            if place is not None:
                wanted.append((3, place, Span(start, stop)))
    kept: list[tuple[int, float, Span]] = []
    shown: list[Tick] = []
    for one in sorted(wanted, key=lambda one: one[0]):
        if any(_is_same(one[2], other[2]) for other in kept):
            continue
        tried = sorted([*kept, one], key=lambda one: one[1])
        labels = _tick_words(chart, [span for _, _, span in tried])
        places = [place for _, place, _ in tried]
        starts = _side_by_side(places, [room.width(label, "tick") for label in labels], room)
        if starts is not None:
            kept = tried
            shown = [
                Tick(place, Label(start, ((label, "tick"),), room.width(label, "tick")))
                for place, start, label in zip(places, starts, labels, strict=True)
            ]
    return tuple(shown)


def _is_long(pin: Pin, axis: Axis) -> bool:
    """Whether a record gives so long a time that its middle says little."""
    parts = list(axis.parts(pin.when)) if None not in (pin.when.start, pin.when.stop) else []
    return bool(parts) and parts[-1][1] - parts[0][0] > (axis.right - axis.left) / 8


def _is_same(one: Span, other: Span) -> bool:
    """Whether two ticks would be of one day."""
    first, second = (
        (span.start if span.start is not None else (span.stop or 1) - 1) // DAY for span in (one, other)
    )
    return first == second


def _side_by_side(places: Sequence[float], widths: Sequence[float], room: Room) -> list[float] | None:
    """Where words begin that stand about their places and clear of each other; None if one leaves its place."""
    found = spaced(places, widths, room.gap, (room.left, room.edge))
    if found is None:
        return None
    if room.grid:
        found = [float(math.floor(x)) for x in found]
    slack = room.gap / 2
    for x, place, width in zip(found, places, widths, strict=True):
        if not x - slack <= place <= x + width + slack:
            return None
    return found


def spaced(
    places: Sequence[float], widths: Sequence[float], gap: float, limits: tuple[float, float]
) -> list[float] | None:
    """The left edges of things in a row, each with its middle as near its place as the others let it.

    None where they do not fit between the limits.
    """
    low, high = limits
    pushed_right: list[float] = []
    at = low
    for place, width in zip(places, widths, strict=True):
        at = max(at, place - width / 2)
        pushed_right.append(at)
        at += width + gap
    pushed_left: list[float] = []
    at = high
    for place, width in zip(reversed(places), reversed(widths), strict=True):
        at = min(at - width, place - width / 2)
        pushed_left.append(at)
        at -= gap
    found: list[float] = []
    at = low
    for one, other, width in zip(pushed_right, reversed(pushed_left), widths, strict=True):
        found.append(max(at, (one + other) / 2))
        at = found[-1] + width + gap
    at = high
    for number in reversed(range(len(found))):
        at = found[number] = min(found[number], at - widths[number])
        at -= gap
    return found if not found or found[0] >= low - 1e-9 else None


def _tick_words(chart: Chart, spans: Sequence[Span]) -> list[str]:
    """What each tick is called: no more than tells it from the one before."""
    brief = replace(chart.brief, known=None, is_short=True)
    calendar = chart.brief.style.calendar
    labels = []
    before: tuple[int, int] | None = None
    for number, span in enumerate(spans):
        edge = span.start if span.start is not None else (span.stop or DAY) - 1
        end = span.stop if span.stop is not None else edge + 1
        if span.start is None:
            edge = end - 1
        year, month, day = calendar_date(calendar, edge // DAY)
        is_day = end - edge <= DAY
        if is_day and before == (year, month) and number < len(spans) - 1:
            labels.append(str(day))
        else:
            known = (before[0], before[0]) if before is not None else None
            shown = Span(edge // DAY * DAY, edge // DAY * DAY + DAY) if is_day else Span(edge, end)
            labels.append(_stretch_words(replace(brief, known=known), shown))
        last = calendar_date(calendar, (end - 1) // DAY)
        before = (last[0], last[1])
    return labels


# The record.


def pin_place(pin: Pin, axis: Axis) -> float | None:
    """Where a pin stands; None where the axis does not show its time, or nothing but its time."""
    start, stop = pin.when.start, pin.when.stop
    if start is None or stop is None:
        return axis.place(stop if stop is not None else start or 0)
    if start <= axis.stretches[0].start and axis.stretches[-1].stop <= stop:
        return None
    parts = list(axis.parts(pin.when))
    return (parts[0][0] + parts[-1][1]) / 2 if parts else None


def flags_of(
    chart: Chart, axis: Axis, room: Room, words: Callable[[Pin, int], tuple[Runs, ...]], tiers: int
) -> tuple[tuple[Flag, ...], tuple[Pin, ...]]:
    """The pins with their words below the axis, none across another's leader; and the pins that found no place.

    `words` are the lines of a pin in a tier. What decides nothing goes first where there is no room.
    """
    placed = [(place, pin) for pin in chart.pins if (place := pin_place(pin, axis)) is not None]
    unplaced = [pin for pin in chart.pins if pin_place(pin, axis) is None]
    while True:
        found = _arranged(placed, room, words, tiers)
        if found is not None:
            break
        dropped = next((one for one in reversed(placed) if not one[1].decides), placed[-1])
        placed.remove(dropped)
        unplaced.append(dropped[1])
    flags = tuple(
        Flag(pin, place, extent_of(pin, axis, room), _tail(pin), one.tier, one.left, one.lines)
        for (place, pin), one in zip(placed, found, strict=True)
    )
    return flags, tuple(pin for pin in unplaced if pin.decides)


def _tail(pin: Pin) -> int:
    return -1 if pin.when.start is None else 1 if pin.when.stop is None else 0


def extent_of(pin: Pin, axis: Axis, room: Room) -> tuple[float, float] | None:
    """What a record of a longer time takes of the axis."""
    if pin.when.start is None or pin.when.stop is None:
        return None
    parts = list(axis.parts(pin.when))
    if not parts or parts[-1][1] - parts[0][0] <= 2 * room.least:
        return None
    return parts[0][0], parts[-1][1]


_MOST_TRIED = 2_000  # places, before something is left out instead


@dataclass(frozen=True, slots=True)
class _Signpost:
    """The words of a pin in a tier, from `left` to `right`."""

    place: float
    tier: int
    left: float
    right: float
    lines: tuple[Runs, ...]


def _arranged(
    placed: Sequence[tuple[float, Pin]],
    room: Room,
    words: Callable[[Pin, int], tuple[Runs, ...]],
    tiers: int,
) -> list[_Signpost] | None:
    """A tier and a left edge for the words of each pin so that no words touch others or the leader of others."""
    wordings = [
        [(lines, max(map(room.measure, lines))) for tier in range(tiers) for lines in [words(pin, tier)]]
        for _, pin in placed
    ]
    found: list[_Signpost] = []
    tried = 0

    def is_free(one: _Signpost) -> bool:
        for other in found:
            if one.tier == other.tier and one.left < other.right + room.gap and other.left < one.right + room.gap:
                return False
            if room.grid:
                continue
            upper, lower = (one, other) if one.tier < other.tier else (other, one)
            if upper.tier < lower.tier and upper.left - room.gap / 2 < lower.place < upper.right + room.gap / 2:
                return False
        return True

    def arrange(number: int) -> bool:
        nonlocal tried
        if number == len(placed):
            return True
        place = placed[number][0]
        for tier, (lines, width) in enumerate(wordings[number]):
            for left in (place, place - width, place - width / 2):
                tried += 1
                if tried > _MOST_TRIED:
                    return False
                left = min(max(left, room.left), room.edge - width)
                left = math.floor(left) if room.grid else left
                one = _Signpost(place, tier, left, left + width, lines)
                if left < room.left or not is_free(one):
                    continue
                found.append(one)
                if arrange(number + 1):
                    return True
                found.pop()
        return False

    return found if arrange(0) else None
