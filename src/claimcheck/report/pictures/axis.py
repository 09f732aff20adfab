"""A time axis that is broken where nothing happens: which stretches it has, and how each is scaled.

Belongs here: arithmetic on instants and places along a line. Does not belong here: what is drawn, measuring words.

Instants are seconds on the scale of `claimcheck.dates.when`, half-open. A place is in whatever the picture is
measured in (pixels, cells).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.dates.calendars import calendar_date, month_start
from claimcheck.dates.when import DAY, Span

Edges = tuple[int, int]

_MOST = 3  # stretches of an axis
_LONG = 12  # times the dense window; what lasts longer spans a break and does not prevent it
_NEAR = 10  # times its neighbour; a gap that is longer is not closed again, but leaves an outlier
_PLAIN = 50  # times the shortest bar; an axis that is no longer needs no break
_LEAST_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches that an axis shows, in order, and which of them is the dense one.

    `dense` is the stretch with the shortest window that holds half of all ends; the others are where the rest is.
    """

    spans: tuple[Edges, ...]
    dense: int

    def holding(self, span: Span) -> bool:
        """Whether any of a span can be seen."""
        return any(
            (span.start is None or span.start < stop) and (span.stop is None or span.stop > start)
            for start, stop in self.spans
        )


def stretches_of(spans: Iterable[Span]) -> Stretches | None:
    """Where the axis is cut for everything that is to be seen; None where no span has a limit.

    A gap is cut out that no bar covers and that is longer than the shortest window which holds half of all ends,
    unless everything can be seen as it is. Of more than three stretches those beside the dense one are joined
    again, the nearest first, where the gap is not out of scale; what is still too much is left out, from the far
    ends inward.
    """
    known = [(span.start, span.stop) for span in spans]
    bars = [(start, stop) for start, stop in known if start is not None and stop is not None]
    lone = [(stop - DAY, stop) for start, stop in known if start is None and stop is not None]
    lone += [(start, start + DAY) for start, stop in known if start is not None and stop is None]
    ends = sorted({end for bar in bars for end in bar} | {end for bar in lone for end in bar})
    if not ends:
        return None
    if ends[-1] - ends[0] <= _PLAIN * min(stop - start for start, stop in (*bars, *lone)):
        return Stretches(((ends[0], ends[-1]),), 0)
    window = _dense_window(ends)
    size = max(window[1] - window[0], _LEAST_SECONDS)
    long = [bar for bar in bars if bar[1] - bar[0] > _LONG * size]
    seen = [bar for bar in (*bars, *lone) if bar not in long]
    if long and len(set(seen)) < 2:  # one mark within a bar has room enough
        return Stretches(((ends[0], ends[-1]),), 0)
    seen += [edge for start, stop in long for edge in ((start, start + 1), (stop - 1, stop))]
    found = _cut(seen, size)
    dense = next(number for number, (start, stop) in enumerate(found) if start <= window[0] < stop)
    while len(found) > _MOST:
        near = [
            (after[0] - before[1], number)
            for number, (before, after) in enumerate(pairwise(found))
            if dense not in (number, number + 1)
            and after[0] - before[1] <= _NEAR * max(before[1] - before[0], after[1] - after[0], DAY)
        ]
        if near:
            _, number = min(near)
            found[number : number + 2] = [(found[number][0], found[number + 1][1])]
            dense -= number < dense
        elif dense > len(found) - 1 - dense or (
            dense == len(found) - 1 - dense and found[dense][0] - found[0][1] > found[-1][0] - found[dense][1]
        ):
            found.pop(0)
            dense -= 1
        else:
            found.pop()
    return Stretches(tuple(found), dense)


def _dense_window(ends: Sequence[int]) -> Edges:
    """The shortest window that holds half of the ends, the first of equally short ones."""
    half = max((len(ends) + 1) // 2, min(2, len(ends)))
    return min(
        ((ends[place], ends[place + half - 1]) for place in range(len(ends) - half + 1)),
        key=lambda window: window[1] - window[0],
    )


def _cut(bars: Iterable[Edges], size: int) -> list[Edges]:
    """Bars joined into stretches, cut at every gap that is longer than a size."""
    found: list[Edges] = []
    for start, stop in sorted(bars):
        if found and start - found[-1][1] <= size:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    return found


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch with an even scale: its instants and the places of its two ends."""

    start: int
    stop: int
    left: float
    right: float

    def place(self, instant: float) -> float:
        """Where an instant within it stands."""
        share = (instant - self.start) / (self.stop - self.start)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Axis:
    """Stretches side by side; between two of them the axis is broken."""

    stretches: tuple[Stretch, ...]
    dense: int

    def place(self, instant: int) -> float | None:
        """Where an instant stands; None where it is in a gap or beyond what is shown."""
        for stretch in self.stretches:
            if stretch.start <= instant <= stretch.stop:
                return stretch.place(instant)
        return None

    def parts(self, span: Span) -> Iterator[tuple[float, float]]:
        """What is seen of a span, stretch by stretch; what has no limit ends with its stretch."""
        for stretch in self.stretches:
            start = stretch.start if span.start is None else max(span.start, stretch.start)
            stop = stretch.stop if span.stop is None else min(span.stop, stretch.stop)
            if start < stop:
                yield stretch.place(start), stretch.place(stop)

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return self.stretches[0].left

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.stretches[-1].right


def scaled(found: Stretches, left: float, right: float, widths: Sequence[float], gap: float) -> Axis:
    """The stretches between two places: each but the dense one as wide as is given, the dense one what is left.

    `gap` is what a break takes. The dense stretch gets a little air on both sides.
    """
    others = sum(width for number, width in enumerate(widths) if number != found.dense)
    rest = right - left - others - gap * (len(found.spans) - 1)
    placed = []
    at = left
    for number, (start, stop) in enumerate(found.spans):
        width = rest if number == found.dense else widths[number]
        air = (stop - start) // 40 if number == found.dense else 0
        placed.append(Stretch(start - air, stop + air, at, at + width))
        at += width + gap
    return Axis(tuple(placed), found.dense)


# Round times.

_DAYS = (1, 2, 5, 10, 15)
_MONTHS = (1, 2, 3, 6)
_YEARS = tuple(size * 10**power for power in range(7) for size in (1, 2, 5))


def round_times(stretch: Stretch, calendar: str, most: int) -> list[Edges]:
    """The finest round hours, days, months or years of a stretch of which there are no more than `most`."""
    for hours in (1, 3, 6, 12):
        if stretch.stop - stretch.start <= hours * 3600 * (most + 1) and stretch.stop - stretch.start < 2 * DAY:
            step = hours * 3600
            return [(at, at + 3600) for at in range(-(-stretch.start // step) * step, stretch.stop, step)]
    for series in _series(stretch, calendar, most):
        if 1 <= len(series) <= most:
            return series
    return []


def _series(stretch: Stretch, calendar: str, most: int) -> Iterator[list[Edges]]:
    first, last = -(-stretch.start // DAY), (stretch.stop - 1) // DAY
    if last - first <= most * 31:
        for step in _DAYS:
            days = [day for day in range(first, last + 1) if _is_round(calendar_date(calendar, day)[2], step)]
            yield [(day * DAY, (day + 1) * DAY) for day in days]
    began, ended = calendar_date(calendar, first)[0], calendar_date(calendar, last)[0]
    if ended - began <= most:
        for step in _MONTHS:
            months = [(year, month) for year in range(began, ended + 1) for month in range(1, 13, step)]
            starts = [(month_start(calendar, *one), _after(calendar, *one)) for one in months]
            yield [(day * DAY, stop * DAY) for day, stop in starts if first <= day <= last]
    for step in _YEARS:
        if (ended - began) / step <= 2 * most + 2:
            years = [
                (month_start(calendar, year, 1), month_start(calendar, year + 1, 1))
                for year in _round_years(began, ended, step)
            ]
            yield [(day * DAY, stop * DAY) for day, stop in years if first <= day <= last]


def _is_round(day: int, step: int) -> bool:
    return step == 1 or (
        day == 1 if step > 15 else (day - 1) % step == 0 if step == 2 else day % step == 0 and day < 31
    )


def _after(calendar: str, year: int, month: int) -> int:
    return month_start(calendar, year + month // 12, month % 12 + 1)


def _round_years(start: int, stop: int, step: int) -> list[int]:
    """Years that are round as they are written: 1900; 750 BC, which is the year -749 here."""
    before = [1 - number for number in range(-(-max(1 - stop, 1) // step) * step, 2 - start, step)]
    after = list(range(-(-max(start, 1) // step) * step, stop + 1, step))
    return [*reversed(before), *after]
