"""Uncertain dates compared: certain, possible or impossible, never a bare yes or no.

Belongs here: what two windows say about two events, each of which happened somewhere within its own. Does not
belong here: relations to anchors, claims, verdicts (see `claimcheck.engine`).

There is no order on dates here, on purpose: "1984" is neither before nor after "May 1984". An event lasts longer
than no time, so one that is over by an instant and one that begins with it do not touch.

A window knows no calendar, so months and years are not counted in any: one month is known from two by its length,
whatever the calendar, and what would hold in one calendar only is possible, not certain.
"""

from __future__ import annotations

from enum import StrEnum

from claimcheck.dates.when import DAY, TimeSet, Unit, Window

# The shortest and the longest of each unit in any calendar, in seconds. Two in a row are longer than the longest.
# The days at the end of a Coptic year are a month of five; 1751 had 282 days in England, a Hebrew year up to 385.
_LENGTHS = {
    Unit.SECOND: (1, 1),
    Unit.MINUTE: (60, 60),
    Unit.HOUR: (3600, 3600),
    Unit.DAY: (DAY, DAY),
    Unit.MONTH: (5 * DAY, 31 * DAY),
    Unit.YEAR: (282 * DAY, 385 * DAY),
}


class Certainty(StrEnum):
    """How a question about two uncertain dates is answered."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


def before(a: Window, b: Window, *, wide: bool = False) -> Certainty:
    """Whether what is dated `a` was over when what is dated `b` began; on the narrow reading or the wide."""
    first, second = _set(a, wide), _set(b, wide)
    if first.stop is not None and second.start is not None and first.stop <= second.start:
        return Certainty.CERTAIN
    if first.start is None or second.stop is None or first.start < second.stop:
        # Even of two events of one day, the one may have been over before the other began.
        return Certainty.POSSIBLE
    return Certainty.IMPOSSIBLE


def after(a: Window, b: Window, *, wide: bool = False) -> Certainty:
    """Whether what is dated `a` began when what is dated `b` was over."""
    return before(b, a, wide=wide)


def within(a: Window, b: Window, *, wide: bool = False) -> Certainty:
    """Whether what is dated `a` fell within the time that `b` names."""
    inner, outer = _set(a, wide), _set(b, wide)
    shared = inner.intersection(outer)
    if shared == inner:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if shared.spans else Certainty.IMPOSSIBLE


def same(a: Window, b: Window, *, wide: bool = False) -> Certainty:
    """Whether both are one and the same day (month, year …): certain only if neither could be another.

    A month and a day in it are possibly the same date; a year and itself certainly.
    """
    first, second = _set(a, wide), _set(b, wide)
    if not first.intersection(second).spans:
        return Certainty.IMPOSSIBLE
    if a.unit is b.unit and first == second and _granule(first, a.unit):
        return Certainty.CERTAIN
    return Certainty.POSSIBLE


def _set(window: Window, wide: bool) -> TimeSet:
    return window.wide if wide else window.narrow


def _granule(dates: TimeSet, unit: Unit) -> bool:
    """Whether the set is a single unit, or less."""
    if len(dates.spans) > 1 or dates.start is None or dates.stop is None:
        return False
    return dates.stop - dates.start <= _LENGTHS[unit][1]
