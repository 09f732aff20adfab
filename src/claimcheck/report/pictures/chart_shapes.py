"""A chart as shapes: for a page and paper 1120 pixels wide, for a phone 360.

Belongs here: how tall everything is, and what stands below what. Does not belong here: places along the axis (see
`layout`), colours, writing SVG (see `svg`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.report.pictures.axis import Axis
from claimcheck.report.pictures.chart import Chart, Fill, Group, Pin, Row
from claimcheck.report.pictures.layout import (
    Bar,
    Beyond,
    Flag,
    Label,
    Limit,
    Line,
    Room,
    Runs,
    axis_for,
    flags_of,
    lines_of,
    pin_place,
    ticks_of,
    wrapped_runs,
)
from claimcheck.report.pictures.shapes import (
    CROSS,
    Box,
    Bunch,
    Disc,
    Drawing,
    Shape,
    Stroke,
    Words,
    runs_width,
    word_width,
)

WIDE, PHONE = 1120, 360


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a wide chart stand: that of questions or names (its width), the axis with how far words
    beside bars may go on, and that of verdicts."""

    first: float
    axis: tuple[float, float, float]
    verdict: float
    row: float


_QUESTIONS = _Columns(152, (164, 871, 915), 922, 24)
_LANES = _Columns(258, (278, 920, 946), 954, 22)
_BAR, _SECOND, _GAP = 13, 18, 7  # pixels of a bar, a further line of words, between groups
_MARGIN = 8
_SWATCH = 17  # the sign of a verdict, before its word
_SPARED = 90  # that the axis gives to the column of verdicts, or gets from it
_PIN = 135  # pixels of the words of a pin
_LINE = 16  # between two lines of them
_TIERS = 4
_BASE = 16  # from the top of a row to the line that its words stand on
_TONES = {Fill.BORNE_OUT: "good", Fill.IN_PART: "good", Fill.RULED_OUT: "out", Fill.DOUBTED: "out"}


def wide(chart: Chart, titled: bool = True) -> Drawing:
    """The chart for a page and for paper; with its title unless that stands above it anyway."""
    shapes: list[Shape] = []
    y = 4.0
    if titled:
        y = _title(chart, WIDE, shapes)
    columns = _with_room_for_verdicts(_LANES if chart.is_lanes else _QUESTIONS, chart)
    room = Room(*columns.axis, word_width, 8, 3, 10, 20, 34)
    axis = axis_for(chart, room)
    top = y
    ticks = ticks_of(chart, axis, room) if axis is not None else ()
    shapes += [Words(tick.label.x + tick.label.width / 2, y + 12, tick.label.runs, "middle") for tick in ticks]
    y += 20 if ticks else 0
    grid = len(shapes)
    lines = iter(lines_of(without_names(chart) if chart.is_lanes else chart, axis, room))
    for number, group in enumerate(chart.groups):
        if number:
            shapes.append(Stroke(_MARGIN, y + 0.5, WIDE - _MARGIN, y + 0.5, "rule"))
            y += _GAP - 3
        drawn = [next(lines) for _ in group.rows]
        if chart.is_lanes:
            for row, line in zip(group.rows, drawn, strict=True):
                y = _row(line, y, columns, _name_lines(row, columns.first, room), shapes)
        else:
            y = _group(group, drawn, y, columns, room, shapes)
    below = y + 10
    shapes[grid:grid] = [
        Stroke(round(x) + 0.5, top + 18, round(x) + 0.5, below, looks)
        for looks, places in (("grid", [tick.x for tick in ticks]), ("broken", _breaks(axis)))
        for x in places
    ]
    y = _record(chart, axis, room, below, shapes) if axis is not None else y
    if chart.left_out and axis is not None:
        shapes.append(Words(WIDE - _MARGIN, below + 27, ((chart.left_out, "more"),), "end"))
        y = max(y, below + 34)
    return Drawing(chart.title, chart.says, WIDE, round(y + 6), tuple(shapes))


def _with_room_for_verdicts(columns: _Columns, chart: Chart) -> _Columns:
    """The columns with as much for verdicts as lets each stand on one line, within what the axis can spare."""
    longest = max(runs_width(_verdict_runs(row)) for row in chart.rows)
    left = WIDE - _MARGIN - _SWATCH - longest - 1
    shift = max(-_SPARED, min(left - columns.verdict, _SPARED))
    start, stop, edge = columns.axis
    return replace(columns, axis=(start, stop + shift, edge + shift), verdict=columns.verdict + shift)


def _title(chart: Chart, width: float, shapes: list[Shape]) -> float:
    """The title with how many claims there are, on one line if both fit; returns what stands below it."""
    room = Room(0, width, width, word_width, 8, 3, 10, 20, 34)
    counted = ((chart.counted, "counted"),)
    free = width - 2 * _MARGIN
    lines = wrapped_runs(((chart.title, "title"),), free - runs_width(counted) - 20, room)
    beside = len(lines) == 1
    lines = lines if beside else wrapped_runs(((chart.title, "title"),), free, room)
    y = 4.0
    for line in lines:
        y += 26
        shapes.append(Words(_MARGIN, y - 2, line))
    if not beside:
        y += 20
    shapes.append(Words(width - _MARGIN if beside else _MARGIN, y - 2, counted, "end" if beside else "start"))
    return y + 14


def without_names(chart: Chart) -> Chart:
    """The chart with rows that leave their names to somebody else."""
    groups = (
        replace(group, rows=tuple(replace(row, names=(), sign="") for row in group.rows)) for group in chart.groups
    )
    return replace(chart, groups=tuple(groups))


def _name_lines(row: Row, width: float, room: Room) -> tuple[Runs, ...]:
    """The siglum and the names of a row, in lines."""
    sign: Runs = ((f"{row.sign}  ", "sign"),) if row.sign else ()
    note = f", {row.note}" if row.note else ""
    return wrapped_runs((*sign, (f"{', '.join(row.names)}{note}", "name")), width, room)


def _group(
    group: Group, lines: Sequence[Line], y: float, columns: _Columns, room: Room, shapes: list[Shape]
) -> float:
    top = y
    told: list[Shape] = []
    for number, text in enumerate(wrapped_runs(((group.label, "label"),), columns.first, room)):
        told.append(Words(_MARGIN, top + _BASE + number * _SECOND, text))
    shapes.append(Bunch(group.about, tuple(told)))
    for line in lines:
        y = _row(line, y, columns, (), shapes)
    return max(y, top + len(told) * _SECOND + 6) + 3


def _row(line: Line, y: float, columns: _Columns, names: Sequence[Runs], shapes: list[Shape]) -> float:
    own: list[Shape] = []
    for number, runs in enumerate(names):
        own.append(Words(_MARGIN, y + _BASE + number * _SECOND, runs))
    for number, above in enumerate(line.above):
        own += _words(above, y + _BASE + number * _SECOND)
    verdict = _verdict(line.row, columns.verdict + _SWATCH)
    for number, words in enumerate(verdict):
        own.append(replace(words, y=y + _BASE + number * _SECOND))
    own += _swatch(line.row.fill, columns.verdict, y + 5)
    last = y + len(line.above) * _SECOND
    own += _marks(line, last)
    if line.label is not None:
        own += _words(line.label, last + _BASE)
    about = line.row.about[0] if line.row.about else None
    shapes.append(Bunch(about, tuple(own)))
    return max(last + columns.row, y + max(len(verdict), len(names)) * _SECOND + columns.row - _SECOND)


def _words(label: Label, y: float, on_paper: bool = True) -> Iterator[Shape]:
    """A line of words, its cross drawn beside the bar."""
    runs = tuple(run for run in label.runs if run[1] != "cross")
    is_crossed = len(runs) < len(label.runs)
    start, end = label.x, label.x + label.width
    if is_crossed:
        x = end - 12 if label.ends else start + 1
        yield from _cross(x, y - 10)
        start, end = (start, end - CROSS) if label.ends else (start + CROSS, end)
    yield Words(end if label.ends else start, y, runs, "end" if label.ends else "start", on_paper=on_paper)


def _cross(x: float, y: float) -> Iterator[Shape]:
    yield Stroke(x, y, x + 10, y + 10, "crossline")
    yield Stroke(x, y + 10, x + 10, y, "crossline")


def _verdict(row: Row, left: float) -> list[Words]:
    """The verdict with what it rests on; on two lines where one is too short, alone where two are."""
    right = WIDE - _MARGIN
    room = Room(left, right, right, word_width, 0, 0, 0, 0, 0)
    runs = _verdict_runs(row)
    lines = wrapped_runs(runs, right - left, room)
    if len(lines) > 2:
        lines = wrapped_runs(runs[:1], right - left, room)
    return [Words(left, 0, line, tone=_TONES.get(row.fill, "muted")) for line in lines]


def _verdict_runs(row: Row) -> Runs:
    return ((row.word, "word"), (row.because, "because")) if row.because else ((row.word, "word"),)


def _swatch(fill: Fill, x: float, y: float) -> Iterator[Shape]:
    if fill is Fill.RULED_OUT:
        yield from _cross(x, y + 1)
    else:
        yield Box(x + 0.5, y + 0.5, 10, 10, f"bar {fill}")


def _marks(line: Line, y: float) -> Iterator[Shape]:
    middle = y + 11.5
    fill = line.row.fill
    for x1, x2 in line.ties:
        yield Stroke(x1, middle, x2, middle, "tie")
    for mark in line.marks:
        match mark:
            case Bar(x1=x1, x2=x2, torn=torn):
                yield Box(x1 + 0.5, y + 5.5, max(x2 - x1 - 1, 1), _BAR - 1, f"bar {fill}")
                for is_torn, x in zip(torn, (x1, x2), strict=True):
                    if is_torn:
                        yield Stroke(x - 2.5, y + 19, x + 2.5, y + 4, "tear")
            case Limit(x1=x1, x2=x2, later=later):
                x = x1 if later else x2
                yield Stroke(x1, middle, x2, middle, f"until {fill}")
                yield Stroke(x, y + 4, x, y + 19, f"limit {fill}")
            case Beyond(x1=x1, x2=x2, later=later):
                tip, back = (x2, x1) if later else (x1, x2)
                yield Stroke(back, middle - 5, tip, middle, "beyond")
                yield Stroke(back, middle + 5, tip, middle, "beyond")


def _record(chart: Chart, axis: Axis, room: Room, y: float, shapes: list[Shape]) -> float:
    """The axis with its pins, what they are called, and what their signs mean; returns what stands below."""
    shapes += _axis_line(axis, y)
    if not chart.pins:
        return y + 10

    def words(pin: Pin, tier: int) -> tuple[Runs, ...]:
        source: Runs = ((f" ({pin.source})", "source"),) if pin.source and pin.decides else ()
        return (
            ((chart.brief.span(pin.when), "when"),),
            *wrapped_runs(((pin.label, "happened"), *source), _PIN, room),
        )

    flags, unplaced = flags_of(chart, axis, room, words, _TIERS)
    if not flags and not unplaced:
        return y + 10
    heights = [
        max((len(flag.lines) for flag in flags if flag.tier == tier), default=0) * _LINE + 8
        for tier in range(max((flag.tier + 1 for flag in flags), default=0))
    ]
    tops = [y + 13 + sum(heights[:tier]) for tier in range(len(heights))]
    for flag in flags:
        shapes += _pin(flag, y)
        top = tops[flag.tier]
        shapes.append(Stroke(flag.x, y + 6, flag.x, top if flag.tier else y + 12, "leader"))
        width = max(map(room.measure, flag.lines))
        ends = flag.left + width / 2 < flag.x - 1
        for number, runs in enumerate(flag.lines):
            x = flag.left + width if ends else flag.left
            shapes.append(Words(x, top + 11 + number * _LINE, runs, "end" if ends else "start"))
    shapes.append(Words(_MARGIN, y + 5, (("The record", "label"),)))
    signs = _sorts([flag.pin for flag in flags])
    for number, sort in enumerate(signs):
        base = y + 25 + number * _SECOND
        shapes += _sign(sort, _MARGIN + 6, base - 5)
        shapes.append(Words(_MARGIN + 17, base, ((sort, "source"),)))
    y = max(y + 20 + len(signs) * _SECOND, (tops[-1] + heights[-1]) if tops else y + 16)
    for pin in unplaced:
        for line in wrapped_runs((*words(pin, 0)[0], (f"  {pin.label}", "happened")), room.edge - room.left, room):
            shapes.append(Words(room.left, y + 12, line))
            y += _LINE
    return y


def _axis_line(axis: Axis, y: float) -> Iterator[Shape]:
    for stretch in axis.stretches:
        yield Stroke(stretch.left, y, stretch.right, y, "axis")
    for middle in _breaks(axis):
        for x in (middle - 3, middle + 3):
            yield Stroke(x - 3, y + 5, x + 3, y - 5, "tear")


def _breaks(axis: Axis | None) -> list[float]:
    """Where the axis is broken: what stands on one side is not near to what stands on the other."""
    stretches = axis.stretches if axis is not None else ()
    return [(before.right + after.left) / 2 for before, after in pairwise(stretches)]


def _pin(flag: Flag, y: float) -> Iterator[Shape]:
    if flag.span is not None:
        yield Box(flag.span[0], y - 2, flag.span[1] - flag.span[0], 4, "lasting")
    yield from _sign(_sort(flag.pin), flag.x, y, 16)


def _sort(pin: Pin) -> str:
    if pin.when.start is None:
        return "no later than"
    if pin.when.stop is None:
        return "not before"
    return "documented" if pin.is_documented else "narrated"


def _sign(sort: str, x: float, y: float, tail: float = 6) -> Iterator[Shape]:
    """The sign of a sort of records about a place."""
    if sort in ("documented", "narrated"):
        yield Disc(x, y, 5, "pin documented" if sort == "documented" else "pin")
        return
    yield Stroke(x - tail if sort == "no later than" else x + tail, y, x, y, "thick")
    yield Stroke(x, y - 7.5, x, y + 7.5, "thick")


def _sorts(pins: Sequence[Pin]) -> list[str]:
    found = {_sort(pin) for pin in pins}
    return [sort for sort in ("documented", "narrated", "no later than", "not before") if sort in found]


# On a phone.

_NARROW = PHONE - 2 * _MARGIN


def phone(chart: Chart, titled: bool = True) -> Drawing:
    """The chart for a phone: names above bars, the record as a list."""
    left, right = float(_MARGIN), float(PHONE - _MARGIN)
    room = Room(left, right, right, word_width, 6, 3, 10, 14, 22)
    short = replace(chart, brief=replace(chart.brief, is_short=True))
    shapes: list[Shape] = []
    y = _title(chart, PHONE, shapes) if titled else 4.0
    axis = axis_for(short, room)
    ticks = ticks_of(short, axis, room) if axis is not None else ()
    shapes += [Words(tick.label.x + tick.label.width / 2, y + 12, tick.label.runs, "middle") for tick in ticks]
    y += 20 if ticks else 0
    for group in chart.groups:
        shapes.append(Stroke(left, y + 0.5, right, y + 0.5, "rule"))
        heading = wrapped_runs(((group.label, "label"),), _NARROW, room) if not chart.is_lanes else ()
        told = [Words(left, y + 17 + number * _SECOND, line) for number, line in enumerate(heading)]
        shapes.append(Bunch(group.about, tuple(told)))
        y += 4 + len(heading) * _SECOND
        nameless = without_names(replace(short, groups=(group,)))
        for row, line in zip(group.rows, lines_of(nameless, axis, room), strict=True):
            y = _phone_row(row, line, y, room, shapes)
        y += 4
    if axis is not None:
        y += 12
        shapes += _axis_line(axis, y)
        y = _listed_record(short, axis, room, y, shapes)
    if chart.left_out:
        y += 18
        shapes.append(Words(left, y, ((chart.left_out, "more"),)))
    return Drawing(chart.title, chart.says, PHONE, round(y + 10), tuple(shapes))


def _phone_row(row: Row, line: Line, y: float, room: Room, shapes: list[Shape]) -> float:
    """Names and verdict, and below them the bar with its date; returns what stands below."""
    own: list[Shape] = []
    verdict: Runs = ((row.word, "word"),)
    lines = _name_lines(row, _NARROW, room)
    for number, runs in enumerate(lines):
        own.append(Words(_MARGIN, y + _BASE + number * _SECOND, runs))
    y += len(lines) * _SECOND
    if not lines or runs_width(lines[-1]) + 12 + runs_width(verdict) > _NARROW:
        y += _SECOND
    own.append(Words(PHONE - _MARGIN, y - 2, verdict, "end", _TONES.get(row.fill, "muted")))
    for number, above in enumerate(line.above):
        own += _words(above, y + _BASE - 2 + number * _SECOND, on_paper=False)
    y += len(line.above) * _SECOND
    if line.marks:
        own += _marks(line, y - 2)
    if line.label is not None:
        own += _words(line.label, y + _BASE - 2, on_paper=False)
    if line.marks or line.label is not None:
        y += 20
    shapes.append(Bunch(row.about[0] if row.about else None, tuple(own)))
    return y


def _listed_record(chart: Chart, axis: Axis, room: Room, y: float, shapes: list[Shape]) -> float:
    pins = [(pin, pin_place(pin, axis)) for pin in chart.pins]
    pins = [(pin, place) for pin, place in pins if pin.decides or place is not None]
    for pin, place in pins:
        if place is not None:
            shapes += _sign(_sort(pin), place, y, min(12, room.right - place, place - room.left))
    if not pins:
        return y
    y += 28
    x = float(_MARGIN)
    shapes.append(Words(x, y, (("The record", "label"),)))
    x += word_width("The record", "label") + 12
    for sort in _sorts([pin for pin, _ in pins]):
        width = 16 + word_width(sort, "source")
        if x + width > PHONE - _MARGIN:
            x, y = float(_MARGIN), y + _SECOND
        shapes += _sign(sort, x + 6, y - 5)
        shapes.append(Words(x + 16, y, ((sort, "source"),)))
        x += width + 12
    for pin, _ in pins:
        y += 6
        shapes += _sign(_sort(pin), _MARGIN + 6, y + _SECOND - 5)
        said = ((f"{chart.brief.span(pin.when)}  ", "when"), (pin.label, "happened"))
        for runs in wrapped_runs(said, _NARROW - 18, room):
            y += _SECOND
            shapes.append(Words(_MARGIN + 18, y, runs))
    return y
