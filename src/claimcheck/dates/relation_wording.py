"""Relations to events in plain English: "from the end of @x", "the 2nd day after the last day of @x".

Belongs here: how limits that count from an event are named. Does not belong here: stretches of the calendar (see
`wording`), the words in which a relation was written, which it keeps itself.
"""

from __future__ import annotations

from claimcheck.dates.when import AllOf, Date, Edge, OneOf, Point, Relation, Window
from claimcheck.dates.wording import GREGORIAN, Style, in_words

_EDGES = {
    Edge.START: "the start of {}",
    Edge.END: "the end of {}",
    Edge.FIRST_DAY: "the beginning of the first day of {}",
    Edge.LAST_DAY: "the beginning of the last day of {}",
    Edge.NEXT_DAY: "the end of the last day of {}",
    Edge.MONTH_START: "the beginning of the month in which {} starts",
    Edge.NEXT_MONTH: "the end of the month in which {} ends",
    Edge.YEAR_START: "the beginning of the year in which {} starts",
    Edge.NEXT_YEAR: "the end of the year in which {} ends",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_in_words(date: Date, style: Style = GREGORIAN) -> str:
    """A date in words, on its narrow reading; relations by the events and edges that they count from."""
    match date:
        case Window():
            return in_words(date, style)
        case Relation():
            return relation_in_words(date.earliest, date.latest)
        case AllOf():
            return " and ".join(date_in_words(part, style) for part in date.parts)
        case OneOf():
            return " or ".join(date_in_words(part, style) for part in date.parts)


def relation_in_words(earliest: Point | None, latest: Point | None) -> str:
    """From one limit up to another, either of which may be missing."""
    if earliest is None and latest is None:
        return "at any time"
    if earliest is None:
        return f"up to {_named(latest)}"
    if latest is None:
        return f"from {_named(earliest)} on"
    return f"from {_named(earliest)} to {_named(latest)}"


def _named(point: Point | None) -> str:
    if point is None:
        return "any time"
    found = _EDGES[point.edge].format(f"@{point.anchor}")
    moves = []
    years, months = divmod(abs(point.months), 12)
    sign = 1 if point.months >= 0 else -1
    for count, unit in ((sign * years, "year"), (sign * months, "month"), (point.days, "day")):
        if count:
            moves.append(
                f"{abs(count)} {unit}{'' if abs(count) == 1 else 's'} {'after' if count > 0 else 'before'}"
            )
    if point.seconds:
        size, unit = (3600, "hour") if point.seconds % 3600 == 0 else (60, "minute")
        count = abs(point.seconds) // size
        moves.append(f"{count} {unit}{'' if count == 1 else 's'} {'after' if point.seconds > 0 else 'before'}")
    # Months are added first, so they are named last: "3 days after 2 months after the end of @x".
    named = " ".join([*reversed(moves), found])
    if point.weekday is not None:
        return f"the first {_WEEKDAYS[point.weekday]} from {named} on"
    return named


def grace_in_words(relation: Relation) -> str:
    """By how much the wide reading widens a relation: "give or take 15 days"; empty where it does not."""
    early = _grace(relation.wide_earliest, relation.earliest)
    late = _grace(relation.latest, relation.wide_latest)
    if early and late:
        return f"give or take {early}" if early == late else f"or up to {early} earlier or {late} later"
    if early or late:
        return f"or up to {early} earlier" if early else f"or up to {late} later"
    return ""


def _grace(first: Point | None, second: Point | None) -> str:
    """How far one point lies before another of the same edge, in its own units; empty if it does not."""
    if first is None or second is None or first.edge is not second.edge or first.weekday != second.weekday:
        return ""
    moved = (second.months - first.months, second.days - first.days, (second.seconds - first.seconds) // 60)
    if min(moved) < 0:
        return ""
    (years, months), days, (hours, minutes) = divmod(moved[0], 12), moved[1], divmod(moved[2], 60)
    units = ((years, "year"), (months, "month"), (days, "day"), (hours, "hour"), (minutes, "minute"))
    return " and ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in units if count)
