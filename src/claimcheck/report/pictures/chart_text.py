"""A chart in letters, for a terminal of 60 columns or more.

Belongs here: which letter stands in which cell. Does not belong here: places (see `layout`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.engine.examination import Examination
from claimcheck.report.pictures.axis import Axis
from claimcheck.report.pictures.chart import Chart, Fill, Group, Pin
from claimcheck.report.pictures.controversy import controversy
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
    extent_of,
    flags_of,
    lines_of,
    ticks_of,
)
from claimcheck.report.text import cells, visible, wrapped

LEAST = 60  # columns that a picture needs
MOST = 160  # cells: an axis that is longer is not seen at once, whatever the terminal holds
_INK = {
    Fill.BORNE_OUT: "█",
    Fill.IN_PART: "▒",
    Fill.OPEN: "░",
    Fill.STRAINED: "∷",
    Fill.DOUBTED: "─",
    Fill.RULED_OUT: "─",
}
_HOLLOW = (Fill.RULED_OUT, Fill.DOUBTED)
_LEAST_LABELS, _LABELS = 8, 18  # cells of the column of questions
_RECORD = "THE RECORD"
_SIGNS = ("● documented", "○ narrated")


def as_text(chart: Chart, width: int, tiers: int = 2, titled: bool = True) -> list[str]:
    """The lines of the picture, none longer than `width` cells (from 60 to 160); `tiers` are lines for the record.

    With its title unless that stands above it anyway.
    """
    width = min(max(width, LEAST), MOST)
    chart = replace(chart, brief=replace(chart.brief, is_short=True))
    labels, column = _labels(chart, width)
    room = Room(
        column, width, width, lambda text, look: cells(visible(text)), 1, 0, 2, 2, 3, verdicts=True, grid=1
    )
    axis = axis_for(chart, room)
    lines = _heading(chart, width) if titled else []
    if axis is not None:
        lines.append(_laid([tick.label for tick in ticks_of(chart, axis, room)], ""))
    drawn = iter(lines_of(chart, axis, room))
    for group, label in zip(chart.groups, labels, strict=True):
        told = [text for _ in group.rows for text in _row(next(drawn), width)]
        if label is None:
            lines.extend(wrapped(group.label.upper(), width))
            label = []
        for number in range(max(len(told), len(label))):
            name = label[number] if number < len(label) else ""
            rest = told[number] if number < len(told) else ""
            lines.append(f"{name}{' ' * (column - cells(name))}{rest[column:]}".rstrip())
    if axis is not None and chart.pins:
        lines.extend(_record(chart, axis, room, column, width, tiers))
    return lines


def _heading(chart: Chart, width: int) -> list[str]:
    title = wrapped(chart.title, width - cells(chart.counted) - 2)
    if len(title) == 1:
        space = " " * (width - cells(title[0]) - cells(chart.counted))
        return [f"{title[0]}{space}{chart.counted}".rstrip()]
    return [*wrapped(chart.title, width), *wrapped(chart.counted, width)]


def _labels(chart: Chart, width: int) -> tuple[list[list[str] | None], int]:
    """What stands before each group, in lines, and how wide that is; None for a label on a line of its own."""
    if len(chart.groups) == 1:
        needed = len(_RECORD) + 2 if chart.pins else 0
        return ([[] if _is_said(chart, chart.groups[0]) else None], needed)
    tried = ([_label(group, column) for group in chart.groups] for column in range(_LEAST_LABELS, _LABELS + 1))
    found = min(tried, key=lambda labels: sum(label is None for label in labels))
    widest = max((cells(line) for lines in found for line in lines or ()), default=0)
    return found, max(widest, len(_RECORD) if chart.pins else 0) + 2


def _label(group: Group, column: int) -> list[str] | None:
    """A label in so many cells, none of its words broken; None where it would take more lines than the group."""
    text = group.label.upper()
    lines = wrapped(text, column)
    is_whole = max(map(cells, text.split()), default=0) <= column
    return lines if is_whole and len(lines) <= max(len(group.rows), 2) else None


def _is_said(chart: Chart, group: Group) -> bool:
    return chart.title == group.label


def _laid(labels: Sequence[Label], base: Sequence[str]) -> str:
    """Words at their places over what stands there, cell by cell."""
    grid = list(base)
    for label in labels:
        text = visible("".join(text for text, _ in label.runs))
        at, size = int(label.x), cells(text)
        grid += " " * (at + size - len(grid))
        grid[at : at + size] = [text, *[""] * (size - 1)]
    return "".join(grid)


def _row(line: Line, width: int) -> Iterator[str]:
    for above in line.above:
        yield _laid([above], "")
    drawn = [" "] * width
    for x1, x2 in line.ties:
        drawn[int(x1) : int(x2)] = "·" * (int(x2) - int(x1))
    for mark in line.marks:
        match mark:
            case Bar(x1=x1, x2=x2):
                drawn[int(x1) : int(x2)] = _bar(line.row.fill, int(x2) - int(x1))
            case Limit(x1=x1, x2=x2, later=later):
                tail = "╌" * (int(x2) - int(x1) - 1)
                drawn[int(x1) : int(x2)] = f"├{tail}" if later else f"{tail}┤"
            case Beyond(x1=x1, later=later):
                drawn[int(x1)] = "►" if later else "◄"
    yield _laid([line.label] if line.label is not None else [], drawn)


def _bar(fill: Fill, size: int) -> str:
    if fill in _HOLLOW:
        return f"[{'─' * (size - 2)}]"
    return _INK[fill] * size


def _record(chart: Chart, axis: Axis, room: Room, column: int, width: int, tiers: int) -> Iterator[str]:
    """The axis with its pins, and what they are called."""

    def words(pin: Pin, tier: int) -> tuple[Runs, ...]:
        is_shown = tier == 0 or extent_of(pin, axis, room) is not None
        label = pin.label if is_shown else f"{chart.brief.span(pin.when)}: {pin.label}"
        return (((label, "happened"),),)

    flags, unplaced = flags_of(chart, axis, room, words, tiers)
    drawn = ["/"] * width
    drawn[:column] = " " * column
    for stretch in axis.stretches:
        start, stop = round(stretch.left), round(stretch.right)
        drawn[start:stop] = "─" * (stop - start)
    for flag in sorted(flags, key=lambda flag: flag.pin.decides):
        if flag.span is not None:
            first, last = (min(int(x), width - 1) for x in flag.span)
            drawn[first : last + 1] = "═" * (last - first + 1)
        drawn[min(int(flag.x), width - 1)] = _pin(flag)
    head = _RECORD if flags else " " * column
    yield f"{head}{''.join(drawn)[len(head) :]}".rstrip()
    signs = [
        sign
        for sign, basis in zip(_SIGNS, (True, False), strict=True)
        if any(flag.pin.is_documented is basis for flag in flags)
    ]
    for tier in range(max([flag.tier + 1 for flag in flags], default=0)):
        labels = [Label(flag.left, flag.lines[0], 0) for flag in flags if flag.tier == tier]
        sign = signs.pop(0) if signs and min((label.x for label in labels), default=0) > cells(signs[0]) else ""
        yield _laid(labels, sign).rstrip()
    for pin in unplaced:
        yield from wrapped(f"{chart.brief.span(pin.when)}: {pin.label}", width, " " * column, " " * column)


def _pin(flag: Flag) -> str:
    if flag.tail:
        return "┤" if flag.tail < 0 else "├"
    return "●" if flag.pin.is_documented else "○"


def picture_within(examination: Examination, height: int, width: int) -> list[str]:
    """The picture of the controversy in at most so many lines, with as many rows as they have room for.

    Empty where there is nothing to draw, or where it cannot be.
    """
    for rows in range(10, 0, -1) if width >= LEAST else ():
        chart = controversy(examination, rows)
        if chart is None:
            return []
        lines = as_text(chart, width)
        if len(lines) <= height:
            return lines
    return []
