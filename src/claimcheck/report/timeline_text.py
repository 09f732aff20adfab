"""A timeline drawn in letters, for a terminal: a line for each account and record under one axis.

Belongs here: which letter stands in which cell. Does not belong here: the scale (see `axis`), what the lanes are
(see `timelines`).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.when import Limit
from claimcheck.report.axis import LABEL, Tick, ticks
from claimcheck.report.lanes import Lane, Mark, Timeline
from claimcheck.report.text import cells, visible, wrapped

_FULL, _RECORD, _NARRATED, _WIDE, _HOLDS, _NOT = "█", "█", "▒", "░", "─", "╳"
_LEAST = 20  # cells of the axis


def timeline_lines(timeline: Timeline, width: int = 80) -> Iterator[str]:
    """The lines of the drawing, none longer than `width` cells, and what its letters mean."""
    names = [_name(lane) for lane in (*timeline.accounts, *timeline.records)]
    label = min(max(map(cells, names)) + 1, max(width // 3, 12))
    room = max(width - label, _LEAST)
    shown = ticks(timeline.axis, max(room // LABEL, 1))
    yield from (f"{' ' * label}{line}".rstrip() for line in _scale(timeline, shown, room))
    for number, lane in enumerate(timeline.accounts):
        yield _line(timeline, lane, label, room, _against(timeline, number))
    if timeline.records:
        title = "the record "
        yield f"{title}{'═' * (label + room - len(title))}"
    for lane in timeline.records:
        yield _line(timeline, lane, label, room, "")
    yield ""
    yield from wrapped(_legend(timeline), width)


def _name(lane: Lane) -> str:
    return visible(f"{lane.sign} {' '.join(lane.name.split())}")


def _fitted(text: str, width: int) -> str:
    if cells(text) > width:
        while cells(text) > width - 1:
            text = text[:-1]
        text = f"{text}…"
    return text + " " * (width - cells(text))


def _scale(timeline: Timeline, shown: tuple[Tick, ...], room: int) -> Iterator[str]:
    labels = [" "] * room
    line = ["─"] * room
    for before in timeline.axis.segments[:-1]:
        at = min(int((before.right + 0.015) * room), room - 1)
        line[at] = "/"
    for tick in shown:
        at = min(int(tick.at * room), room - 1)
        line[at] = "┬"
        start = max(0, min(at - len(tick.label) // 2, room - len(tick.label)))
        if all(letter == " " for letter in labels[max(start - 1, 0) : start + len(tick.label) + 1]):
            labels[start : start + len(tick.label)] = tick.label
    yield "".join(labels[:room])
    yield "".join(line)


def _line(timeline: Timeline, lane: Lane, label: int, room: int, against: str) -> str:
    drawn = [" "] * room
    for mark in lane.others:
        _draw(timeline, lane, mark, drawn, "·", "·")
    full = _NOT if lane.manner == "not" else _NARRATED if _is_narrated(lane) else _FULL
    for mark in lane.marks:
        _draw(timeline, lane, mark, drawn, full, _WIDE)
    text = "".join(drawn).rstrip()
    if not lane.marks and lane.note:
        text = f"({lane.note})"[:room]
    if against:
        said = f" × {against}"
        if len(text) + len(said) <= room:
            text += said
        elif not "".join(drawn[: len(said) + 1]).strip():
            text = said.strip() + text[len(said.strip()) :]
    return f"{_fitted(_name(lane), label - 1)} {text}".rstrip()


def _is_narrated(lane: Lane) -> bool:
    return lane.sort == "record" and not lane.is_documented


def _draw(timeline: Timeline, lane: Lane, mark: Mark, drawn: list[str], full: str, wide: str) -> None:
    room = len(drawn)

    def cell(instant: int) -> int:
        return max(0, min(int(timeline.axis.place(instant) * room), room - 1))

    start = cell(mark.start) if mark.start is not None else 0
    stop = cell(mark.stop - 1) if mark.stop is not None else room - 1
    first = cell(mark.wide_start) if mark.wide_start is not None else 0
    last = cell(mark.wide_stop - 1) if mark.wide_stop is not None else room - 1
    for place in range(min(first, start), max(last, stop) + 1):
        drawn[place] = wide
    if mark.start is not None and mark.stop is not None:
        for place in range(start, stop + 1):
            drawn[place] = full
    elif mark.start is not None:
        drawn[start] = full
        drawn[-1] = "›" if mark.latest is Limit.OPEN else "?"
    elif mark.stop is not None:
        drawn[stop] = full
        drawn[0] = "‹" if mark.earliest is Limit.OPEN else "?"
    if lane.manner == "from" and mark.start is not None:
        for place in range(max(stop, start) + 1, room):
            drawn[place] = _HOLDS
        drawn[-1] = "›"


def _against(timeline: Timeline, number: int) -> str:
    return ",".join(timeline.clashing(number))


def _legend(timeline: Timeline) -> str:
    """What the letters mean that occur here."""
    lanes = (*timeline.accounts, *timeline.records)
    marks = [mark for lane in lanes for mark in lane.marks]
    said = [f"{_FULL} the date"]
    if any(_is_narrated(lane) for lane in timeline.records):
        said.append(f"{_NARRATED} narrated")
    if any((mark.wide_start, mark.wide_stop) != (mark.start, mark.stop) for mark in marks):
        said.append(f"{_WIDE} at the widest")
    if any(None in (mark.start, mark.stop) for mark in marks):
        said.append("? a limit that nobody states, ‹ › open")
    if any(lane.manner == "from" for lane in lanes):
        said.append(f"{_HOLDS} holds from then on")
    if any(lane.manner == "not" for lane in lanes):
        said.append(f"{_NOT} not then")
    if any(lane.others for lane in lanes):
        said.append("· another reading")
    if timeline.clashes:
        said.append("× cannot be true together with")
    return "; ".join(said) + "."
