"""The axis of a timeline: which stretch of time it shows, where it is broken, and where its ticks stand.

Belongs here: arithmetic on instants and places along a line. Does not belong here: accounts and records (see
`timelines`), drawing.

A place is a number from 0 (the left end) to 1. Within a segment the scale is even; where one gap would leave
everything else too small to be told apart, it is cut out and the axis is said to be broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.dates.calendars import MONTHS, calendar_date, month_start
from claimcheck.dates.when import DAY

Edges = tuple[int, int]  # from (inclusive) and to (exclusive), in seconds


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the axis with an even scale: instants (half-open) and the places of its two ends."""

    start: int
    stop: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The segments in order of time; between two of them the axis is broken. `calendar` is that of the ticks."""

    segments: tuple[Segment, ...]
    calendar: str = "gregorian"

    def place(self, instant: int) -> float:
        """Where an instant stands, 0 to 1; one in a gap stands in the middle of the break."""
        before = 0.0
        for segment in self.segments:
            if instant < segment.start:
                return (before + segment.left) / 2
            if instant <= segment.stop:
                share = (instant - segment.start) / (segment.stop - segment.start)
                return segment.left + share * (segment.right - segment.left)
            before = segment.right
        return before


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis with its label; `is_minor` where a narrow drawing can do without the label."""

    instant: int
    at: float
    label: str
    is_minor: bool = False


# A gap is cut out if it is so many times as long as all that would remain, and only while two beginnings stand
# closer together than this share of the line. How many may be cut out, and what a break takes of the line.
_OUT_OF_SCALE = 10
_TOO_CLOSE = 0.05
_MOST_BREAKS = 3
_BREAK = 0.03
_LEAST_SHARE = 0.16  # of the line, for a segment however short
_PADDING = 0.05


def axis_of(stretches: Iterable[Edges], calendar: str = "gregorian") -> Axis | None:
    """An axis on which all the stretches can be seen; None where there are none."""
    stretches = list(stretches)
    blocks = _joined(stretches)
    if not blocks:
        return None
    starts = sorted({start for start, _ in stretches})
    closest = min((after - before for before, after in pairwise(starts)), default=None)
    parts = [_padded(start, stop) for start, stop in _cut(blocks, closest)]
    parts = _joined(parts)  # padding may have closed a small gap
    whole = sum(stop - start for start, stop in parts)
    shares = [max((stop - start) / whole, _LEAST_SHARE) for start, stop in parts]
    room = (1 - _BREAK * (len(parts) - 1)) / sum(shares)
    segments = []
    left = 0.0
    for (start, stop), share in zip(parts, shares, strict=True):
        right = min(left + share * room, 1.0)
        segments.append(Segment(start, stop, round(left, 6), round(right, 6)))
        left = right + _BREAK
    return Axis(tuple(segments), calendar)


def _joined(stretches: Iterable[Edges]) -> list[Edges]:
    """The stretches in order, those that meet as one."""
    joined: list[Edges] = []
    for start, stop in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], stop))
        else:
            joined.append((start, stop))
    return joined


def _cut(blocks: Sequence[Edges], closest: int | None) -> list[Edges]:
    """The blocks as few stretches: gaps are kept but for those that are out of scale with all the rest.

    `closest` is the least distance of two beginnings; where it can be seen, nothing is cut out.
    """
    gaps = {number: after[0] - before[1] for number, (before, after) in enumerate(pairwise(blocks))}
    cut: list[int] = []
    left = blocks[-1][1] - blocks[0][0]
    for number in sorted(gaps, key=lambda number: -gaps[number])[:_MOST_BREAKS]:
        is_clear = closest is None or closest >= _TOO_CLOSE * left
        if is_clear or gaps[number] <= _OUT_OF_SCALE * (left - gaps[number]):
            break
        cut.append(number)
        left -= gaps[number]
    parts: list[Edges] = []
    first = 0
    for number in sorted(cut):
        parts.append((blocks[first][0], blocks[number][1]))
        first = number + 1
    parts.append((blocks[first][0], blocks[-1][1]))
    return parts


def _padded(start: int, stop: int) -> Edges:
    """A little air on both sides: more where there is but a day, or a part of one."""
    length = stop - start
    air = DAY // 4 if length < DAY else DAY * 2 if length <= DAY * 2 else 0
    air = max(air, int(length * _PADDING))
    if length >= DAY:
        return (start - air) // DAY * DAY, -(-(stop + air) // DAY) * DAY
    return (start - air) // 3600 * 3600, -(-(stop + air) // 3600) * 3600


# ----------------------------------------------------------------------------------------------- ticks


def ticks(axis: Axis, most: int) -> tuple[Tick, ...]:
    """At most about `most` ticks, at least one in every segment, at round times of the calendar.

    Labels do not run into each other on a line of `most` times `LABEL` letters; on one of two fifths of that those
    that are minor have to go.
    """
    found: list[tuple[Tick, bool]] = []
    for segment in axis.segments:
        room = max(1, round(most * (segment.right - segment.left)))
        instants = _round_instants(segment, axis.calendar, room)
        labels = _labels(instants, axis.calendar)
        for number, (instant, label) in enumerate(zip(instants, labels, strict=True)):
            found.append((Tick(instant, round(axis.place(instant), 6), label), number == 0))
    letters = most * LABEL
    shown = _apart(found, letters)
    broad = {tick.instant for tick, _ in _apart(shown, letters * 2 // 5)}
    return tuple(replace(tick, is_minor=tick.instant not in broad) for tick, _ in shown)


LABEL = 12  # letters that a tick is given


def _apart(found: Sequence[tuple[Tick, bool]], letters: int) -> list[tuple[Tick, bool]]:
    """The ticks whose labels fit a line of so many letters; the first of a segment comes before others."""
    shown: list[tuple[Tick, bool]] = []
    for tick, is_first in found:
        while shown:
            before, was_first = shown[-1]
            needed = (len(before.label) + len(tick.label)) / 2 + 1
            if (tick.at - before.at) * letters >= needed:
                break
            if not is_first or was_first:
                break
            shown.pop()
        if (
            not shown
            or (tick.at - shown[-1][0].at) * letters >= (len(shown[-1][0].label) + len(tick.label)) / 2 + 1
        ):
            shown.append((tick, is_first))
    return shown


_HOURS = (1, 3, 6, 12)
_DAYS = ((1, 1), (2, 1), (5, 1), (7, 1), (10, 1), (15, 1))
_MONTHS = (1, 2, 3, 6)
_YEARS = tuple(size * 10**power for power in range(7) for size in (1, 2, 5))


def _round_instants(segment: Segment, calendar: str, most: int) -> list[int]:
    """The finest series of round times that has no more than `most`; failing all, the first day of the segment."""
    length = segment.stop - segment.start
    for hours in _HOURS:
        if length / (hours * 3600) <= most + 1:
            step = hours * 3600
            return list(range(-(-segment.start // step) * step, segment.stop, step))[: most + 1]
    for series in _series(segment, calendar, most):
        if 1 <= len(series) <= max(most, 1):
            return series
    return [-(-segment.start // DAY) * DAY]


def _series(segment: Segment, calendar: str, most: int) -> Iterator[list[int]]:
    first, last = segment.start // DAY, (segment.stop - 1) // DAY
    if last - first <= most * 31:
        for step, offset in _DAYS:
            days = []
            for day in range(first, last + 1):
                of_month = calendar_date(calendar, day)[2]
                if (of_month - offset) % step == 0 and not (step > 2 and of_month > 31 - step // 2):
                    days.append(day)
            yield [day * DAY for day in days if day * DAY >= segment.start]
    start_year, stop_year = calendar_date(calendar, first)[0], calendar_date(calendar, last)[0]
    if stop_year - start_year <= most:
        for step in _MONTHS:
            months = [
                month_start(calendar, year, month)
                for year in range(start_year, stop_year + 1)
                for month in range(1, 13, step)
            ]
            yield [day * DAY for day in months if first <= day <= last and day * DAY >= segment.start]
    for step in _YEARS:
        if (stop_year - start_year) / step > most + 1:
            continue
        years = _round_years(start_year, stop_year, step)
        days = [month_start(calendar, year, 1) for year in years]
        yield [day * DAY for day in days if first <= day <= last and day * DAY >= segment.start]


def _round_years(start: int, stop: int, step: int) -> list[int]:
    """Years that are round as they are written: 1900; 750 BC, which is the year -749 here."""
    before = [1 - number for number in range(-(-max(1 - stop, 1) // step) * step, 2 - start, step)]
    after = list(range(-(-max(start, 1) // step) * step, stop + 1, step))
    return [*reversed(before), *after]


def _labels(instants: Sequence[int], calendar: str) -> list[str]:
    """What each tick is called: no more than tells it from the one before, the first in full."""
    dates = [calendar_date(calendar, instant // DAY) for instant in instants]
    has_hours = any(instant % DAY for instant in instants)
    has_days = has_hours or any(day > 1 for _, _, day in dates)
    has_months = has_days or any(month > 1 for _, month, _ in dates)
    shown: list[str] = []
    before: tuple[int, int, int] | None = None
    for instant, date in zip(instants, dates, strict=True):
        year, month, day = date
        name = MONTHS[month - 1][:3]
        said = f"{day} {name}" if has_days else name if has_months else ""
        if not said or before is None or before[0] != year:
            said = f"{said} {year_label(year)}".strip()
        if has_hours:
            clock = f"{instant % DAY // 3600:02}:00"
            said = clock if before is not None and before == date else f"{said}, {clock}"
        shown.append(said)
        before = date
    return shown


def year_label(year: int) -> str:
    """A year on an axis: 1956, AD 79, 44 BC."""
    return f"{1 - year} BC" if year < 1 else f"AD {year}" if year < 100 else str(year)
