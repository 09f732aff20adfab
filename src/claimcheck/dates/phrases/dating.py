"""From stretches to the values that the engine takes: windows, relations, and both joined.

Belongs here: the last step of reading a phrase. Does not belong here: what its words mean.
"""

from __future__ import annotations

from claimcheck.dates.phrases.stretches import Impossible, Stretch, Times
from claimcheck.dates.when import (
    AllOf,
    Date,
    Limit,
    OneOf,
    Point,
    Relation,
    Span,
    TimeSet,
    Unit,
    Window,
)

_UNITS = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "month": Unit.MONTH,
    "season": Unit.MONTH,
    "year": Unit.YEAR,
    "decade": Unit.YEAR,
    "century": Unit.YEAR,
    "millennium": Unit.YEAR,
}


def dated(times: Times, words: str) -> Date:
    """The window of alternatives that are all absolute; otherwise relations, one of which holds."""
    unit = _UNITS.get(times.grain, Unit.DAY)
    stretches = times.stretches
    if len(stretches) == 1 and _is_absolute(stretches[0]):
        return _window_of_one(stretches[0], unit)
    if all(map(_is_absolute, stretches)):
        return _window(stretches, unit)
    absolute = tuple(stretch for stretch in stretches if _is_absolute(stretch))
    found: list[Date] = [_relation(s, words, unit) for s in stretches if not _is_absolute(s)]
    if absolute:
        found.insert(0, _window(absolute, unit))
    return found[0] if len(found) == 1 else OneOf(tuple(found))


def everything(dates: list[Date]) -> Date:
    """All of several dates: windows become their common part, relations stand beside it."""
    window: Window | None = None
    others: list[Date] = []
    for date in dates:
        for part in date.parts if isinstance(date, AllOf) else (date,):
            if isinstance(part, Window):
                window = part if window is None else _common(window, part)
            else:
                others.append(part)
    found = others if window is None else [window, *others]
    return found[0] if len(found) == 1 else AllOf(tuple(found))


def any_of(dates: list[Date]) -> Date:
    """One of several dates: windows become one set, relations stand beside it."""
    window: Window | None = None
    others: list[Date] = []
    for date in dates:
        for part in date.parts if isinstance(date, OneOf) else (date,):
            if not isinstance(part, Window):
                others.append(part)
            elif window is None:
                window = part
            else:
                narrow = window.narrow.union(part.narrow)
                window = Window(
                    narrow,
                    window.wide.union(part.wide),
                    *_limits(narrow),
                    _finer(window, part),
                )
    found = others if window is None else [window, *others]
    return found[0] if len(found) == 1 else OneOf(tuple(found))


def _finer(a: Window, b: Window) -> Unit:
    order = list(Unit)
    return a.unit if order.index(a.unit) < order.index(b.unit) else b.unit


def _is_absolute(stretch: Stretch) -> bool:
    return not (isinstance(stretch.start, Point) or isinstance(stretch.stop, Point))


def _span(start: object, stop: object) -> Span:
    return Span(
        start if isinstance(start, int) else None,
        stop if isinstance(stop, int) else None,
    )


def _window_of_one(s: Stretch, unit: Unit) -> Window:
    start, stop, wide_start, wide_stop, _, _ = s
    narrow = wide = TimeSet((_span(start, stop),))
    if wide_start != start or wide_stop != stop:
        wide = TimeSet((_span(wide_start, wide_stop),))
    earliest = Limit.UNKNOWN if start is None else Limit.CLOSED
    return Window(narrow, wide, earliest, Limit.UNKNOWN if stop is None else Limit.CLOSED, unit)


def _window(stretches: tuple[Stretch, ...], unit: Unit) -> Window:
    narrow = TimeSet.of(_span(s.start, s.stop) for s in stretches)
    wide = TimeSet.of([*narrow.spans, *(_span(s.wide_start, s.wide_stop) for s in stretches)])
    if not narrow.spans:
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Window(narrow, wide, *_limits(narrow), unit)


def _limits(narrow: TimeSet) -> tuple[Limit, Limit]:
    return (
        Limit.UNKNOWN if narrow.start is None else Limit.CLOSED,
        Limit.UNKNOWN if narrow.stop is None else Limit.CLOSED,
    )


def _common(a: Window, b: Window) -> Window:
    narrow, wide = a.narrow.intersection(b.narrow), a.wide.intersection(b.wide)
    if not narrow.spans:  # where only the wide readings meet, nobody has said that both hold
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Window(narrow, wide, *_limits(narrow), _finer(a, b))


def _relation(s: Stretch, words: str, unit: Unit) -> Date:
    """A relation; where one limit is absolute, a window for that limit beside it."""
    start, stop, wide_start, wide_stop = s.start, s.stop, s.wide_start, s.wide_stop
    relation = Relation(_point(start), _point(stop), _point(wide_start), _point(wide_stop), words, unit)
    if not isinstance(start, int) and not isinstance(stop, int):
        return relation
    narrow = TimeSet((_span(start, stop),))
    window = Window(narrow, TimeSet((_span(wide_start, wide_stop),)), *_limits(narrow), unit)
    return AllOf((window, relation))


def _point(limit: object) -> Point | None:
    return limit if isinstance(limit, Point) else None
