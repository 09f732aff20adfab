"""What parts of the day and times of the clock mean: evenings, nights between two days, "6 a.m.".

Belongs here: seconds within days. Does not belong here: parts of longer units (see `parts_evaluation`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.nodes import Clock, Daypart, Run
from claimcheck.dates.phrases.stretches import (
    Impossible,
    Instant,
    Stretch,
    Times,
    days,
    first_midnight,
    last_midnight,
    moved,
)
from claimcheck.dates.phrases.working import Working, instant
from claimcheck.dates.when import DAY

# Hours from the midnight that begins the day.
DAYPARTS = {
    "small-hours": (0, 6),
    "early-morning": (4, 8),
    "morning": (6, 12),
    "daytime": (6, 18),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (20, 30),
    "midnight": (24, 25),
    "noon": (12, 13),
}


def daypart(working: Working, node: Daypart) -> Times:
    """A part of each day of the child; the night of two days is the one between them."""
    start_hour, stop_hour = DAYPARTS[node.name]
    rule = "part-of-day"
    if node.parts:
        length = (stop_hour - start_hour) * 3600
        bounds = [start_hour * 3600 + k * length // 3 for k in range(4)]
        start, stop = bounds[min(node.parts)], bounds[max(node.parts) + 1]
    else:
        start, stop = start_hour * 3600, stop_hour * 3600
    whole = working.referred(node.child)
    stretches = whole.stretches
    if node.name in ("noon", "midnight"):
        rule = "clock-hour"
        ends_day = isinstance(node.child, Run) or node.name == "noon"
        if not ends_day and working.choose("midnight at the beginning or the end", 2) == 0:
            start, stop = 0, 3600
    if isinstance(node.child, Run):
        stretches = _run_of_days(working, node, stretches)
        if node.name in ("night", "midnight"):
            rule = "night-between-days" if node.name == "night" else rule
    if node.onto:
        rule, start, stop = "night-between-days", start - DAY, stop - DAY
    return Times(
        _widened_in_its_days(working, rule, _hours(stretches, start, stop, whole.grain)),
        "hour",
    )


def _run_of_days(working: Working, node: Daypart, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for stretch in stretches:
        first, stop = (
            instant(stretch.start, "a night") // DAY,
            instant(stretch.stop, "a night") // DAY,
        )
        if node.name in ("night", "midnight"):
            if stop - first != 2:
                raise Impossible(
                    "a night lies between two days that follow each other",
                    "write “night of 13–14 February 1956”",
                )
            found.append(days(first, first + 1))
        elif stop - first > 31:
            raise Impossible(
                "that is more days than one would count parts of",
                "write the first and the last day",
            )
        else:
            found += [days(day, day + 1) for day in range(first, stop)]
    return tuple(found)


def clock(working: Working, node: Clock) -> Times:
    """An hour or a minute of the clock on the child's day, or the stretch between two."""
    start = node.seconds
    stop = node.to if node.to is not None else start + (3600 if node.unit == "hour" else 60)
    whole = working.referred(node.child)
    if node.about and node.to is None:  # about six is from half past five to half past six, not from six on
        start, stop = max(start - 1800, 0), min(start + 1800, DAY)
    found = _hours(whole.stretches, start, stop, whole.grain)
    found = _widened_in_its_days(working, f"clock-{node.unit}", found)
    if node.about:
        found = _widened_in_its_days(working, "circa-hour", found)
    return Times(found, "minute" if node.about else node.unit)


def centred(stretch: Stretch) -> Stretch:
    """The hour around noon or midnight, where the stretch is the hour that begins then."""
    return Stretch(*(moved(limit, 0, 0, -1800, "gregorian") for limit in stretch))


def _widened_in_its_days(working: Working, rule: str, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The stretches with the rule's leeway, but never past a midnight: a part of a day stays part of that day."""
    found = []
    for before, after in zip(stretches, working.widen(rule, stretches), strict=True):
        if isinstance(before.wide_start, int) and isinstance(after.wide_start, int):
            after = after._replace(wide_start=max(after.wide_start, before.wide_start // DAY * DAY))
        if isinstance(before.wide_stop, int) and isinstance(after.wide_stop, int):
            after = after._replace(wide_stop=min(after.wide_stop, -(-before.wide_stop // DAY) * DAY))
        found.append(after)
    return tuple(found)


def _hours(stretches: tuple[Stretch, ...], start: int, stop: int, grain: str) -> tuple[Stretch, ...]:
    """These seconds of the day of each stretch, which must be a single day (an event may last longer)."""
    if grain in ("hour", "minute"):
        raise Impossible("this has a time of day already", "write one time of day")
    found = []
    for s in stretches:
        if isinstance(s.start, int) and isinstance(s.stop, int) and s.stop - s.start != DAY:
            raise Impossible(
                "a time of day needs a single day",
                "write the day: “the evening of 13 February 1956”",
            )
        found.append(
            Stretch(
                _at(first_midnight(s.start), start),
                _at(last_midnight(s.stop), stop),
                _at(first_midnight(s.wide_start), start),
                _at(last_midnight(s.wide_stop), stop),
                _at(first_midnight(s.late_start), start),
                _at(last_midnight(s.early_stop), stop),
            )
        )
    return tuple(found)


def _at(midnight: Instant, seconds: int) -> Instant | None:
    return moved(midnight, 0, 0, seconds, "gregorian")
