"""Dates written back: instants as ISO 8601, windows as EDTF, readings as the JSON of `claimcheck date`.

Belongs here: forms for machines; `in_words` of `wording` is offered here too, so that there is one place to
ask. Does not belong here: reading.

All output is proleptic Gregorian and inclusive at both ends, though spans are half-open inside.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate, written_year
from claimcheck.dates.when import (
    DAY,
    AllOf,
    Date,
    Limit,
    OneOf,
    Reading,
    Relation,
    Span,
    TimeSet,
    Unit,
    Window,
)
from claimcheck.dates.wording import in_words

__all__ = ["bounds_of", "edtf_of", "in_words", "iso", "iso_inclusive_stop", "reading_json"]

_WHOLE_DAYS = (Unit.DAY, Unit.MONTH, Unit.YEAR)
_FINENESS = {unit: place for place, unit in enumerate(Unit)}
_SEASONS = {3: "21", 6: "22", 9: "23", 12: "24"}  # by the month in which they begin


# ------------------------------------------------------------------------------------------- instants


def iso(instant: int, unit: Unit) -> str:
    """An instant as ISO 8601: the date, and the time of day where `unit` is finer than a day.

    Years outside 0 to 9999 are signed: -0043-03-15, +12000-01-01. An instant within a day is given its time
    whatever the unit, since the date alone would move it.
    """
    day, second = divmod(instant, DAY)
    year, month, day_of_month = calendar_date("gregorian", day)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    date = f"{sign}{abs(year):04}-{month:02}-{day_of_month:02}"
    if unit in _WHOLE_DAYS and second == 0:
        return date
    time = f"{second // 3600:02}:{second // 60 % 60:02}"
    return f"{date}T{time}:{second % 60:02}" if unit is Unit.SECOND or second % 60 else f"{date}T{time}"


def iso_inclusive_stop(stop: int, unit: Unit) -> str:
    """The last day, minute or second before the exclusive `stop`, as `iso` writes it; never 24:00.

    The last minute also stands for a stop on the hour: an afternoon ends at 17:59.
    """
    if unit in _WHOLE_DAYS and stop % DAY == 0:
        return iso(stop - DAY, unit)
    if unit is Unit.SECOND or stop % 60:
        return iso(stop - 1, Unit.SECOND)
    return iso(stop - 60, Unit.MINUTE)


# ----------------------------------------------------------------------------------------------- EDTF


def edtf_of(window: Window) -> str | None:
    """The canonical EDTF of a window, or None where EDTF cannot say it.

    As short as it can be: whole years and months as such, whole decades and centuries with X. The narrow set
    is always exact; the wide one is expressed where `~` or a season says it, and is left out otherwise.
    """
    plain = _narrow_edtf(window)
    if plain is None or window.wide == window.narrow:
        return plain
    for candidate in _approximate_forms(plain, window):
        read = read_edtf(candidate)
        if isinstance(read, EdtfDate) and replace(read.window, unit=window.unit) == window:
            return candidate
    return plain


def _approximate_forms(plain: str, window: Window) -> list[str]:
    """Spellings whose wide reading may be that of the window; the caller tries them."""
    if plain[0] == "[":
        return []
    start = window.narrow.start
    season: list[str] = []
    if len(window.narrow.spans) == 1 and start is not None and start % DAY == 0:
        year, month, day = calendar_date("gregorian", start // DAY)
        if day == 1 and month in _SEASONS and -9999 <= year <= 9999:
            season = [f"{written_year(year)}-{_SEASONS[month]}"]
    first, slash, last = plain.partition("/")
    if not slash:
        return [*season, f"{plain}~"]
    return [*season, f"{first}~/{last}~", f"{first}~/{last}", f"{first}/{last}~"]


def _narrow_edtf(window: Window) -> str | None:
    spans = window.narrow.spans
    if not spans:
        return None
    written = [_ends(span) for span in spans]
    if len(written) == 1:
        if written[0] is None:
            return None
        first, last = written[0]
        if first and last:
            return first if first == last else _mask(spans[0]) or f"{first}/{last}"
        return f"{first or _edge(window.earliest)}/{last or _edge(window.latest)}"
    if spans[0].start is None and window.earliest is Limit.UNKNOWN:
        return None  # a set has open ends, but no unknown ones
    if spans[-1].stop is None and window.latest is Limit.UNKNOWN:
        return None
    members = []
    for ends, span in zip(written, spans, strict=True):
        if ends is None:
            return None
        members.append(ends[0] if ends[0] == ends[1] else _mask(span) or f"{ends[0]}..{ends[1]}")
    return f"[{','.join(members)}]"


def _edge(limit: Limit) -> str:
    return "" if limit is Limit.UNKNOWN else ".."


def _ends(span: Span) -> tuple[str, str] | None:
    """The first and the last date of a span, both at the coarsest unit that fits both; "" for no limit."""
    stated = [edge for edge in (span.start, span.stop) if edge is not None]
    if any(edge % DAY for edge in stated):
        return _written_times(span)
    dates = [calendar_date("gregorian", edge // DAY) for edge in stated]
    if all(date[1:] == (1, 1) for date in dates):
        first = "" if span.start is None else written_year(_date_of(span.start)[0])
        return first, "" if span.stop is None else written_year(_date_of(span.stop)[0] - 1)
    length = 7 if all(date[2] == 1 for date in dates) else 10
    first = "" if span.start is None else _written_day(span.start, length)
    last = "" if span.stop is None else _written_day(span.stop - DAY, length)
    return None if "Y" in first + last else (first, last)


def _date_of(instant: int) -> tuple[int, int, int]:
    return calendar_date("gregorian", instant // DAY)


def _written_day(instant: int, length: int) -> str:
    """A date cut to `length` characters of a four-digit year's: 7 for the month, 10 for the day."""
    year, month, day = _date_of(instant)
    written = written_year(year)
    return f"{written}-{month:02}" if length == 7 else f"{written}-{month:02}-{day:02}"


def _written_times(span: Span) -> tuple[str, str] | None:
    edges = [None if span.start is None else span.start, None if span.stop is None else span.stop - 1]
    first, last = ("" if edge is None else iso(edge, Unit.SECOND) for edge in edges)
    if any(edge is not None and not -9999 <= _date_of(edge)[0] <= 9999 for edge in edges):
        return None
    return first, last


def _mask(span: Span) -> str | None:
    """`195X` and `19XX` for the years of a decade or century that share their first digits."""
    if span.start is None or span.stop is None or span.start % DAY or span.stop % DAY:
        return None
    first, after = _date_of(span.start), _date_of(span.stop)
    if first[1:] != (1, 1) or after[1:] != (1, 1) or not 0 <= first[0] <= 9999:
        return None
    for length in (10, 100):
        if first[0] % length == 0 and after[0] - first[0] == length:
            return f"{first[0] // length:0{5 - len(str(length))}}" + "X" * (len(str(length)) - 1)
    return None


# ----------------------------------------------------------------------------------------------- JSON


def reading_json(reading: Reading) -> dict[str, object]:
    """A reading as `claimcheck date --format json` prints it.

    Keys: edtf, earliest, latest, earliest_kind, latest_kind, spans, calendar, rule, wide. What a relation to
    an event leaves open is null, of the kind "unknown"; `wide` is null where it is the same, else such a
    dictionary itself.
    """
    window = bounds_of(reading.date)
    if window is None:
        return _json(reading, reading.edtf, None)
    narrow = Window(window.narrow, window.narrow, window.earliest, window.latest, window.unit)
    stated = reading.edtf or (None if _is_relative(reading.date) else edtf_of(window))
    written = _json(reading, stated, narrow)
    if window.wide != window.narrow:
        wide = Window(window.wide, window.wide, window.earliest, window.latest, window.unit)
        written["wide"] = _json(reading, None if _is_relative(reading.date) else edtf_of(wide), wide)
    return written


def _json(reading: Reading, edtf: str | None, window: Window | None) -> dict[str, object]:
    start = window.narrow.start if window else None
    stop = window.narrow.stop if window else None
    earliest = Limit.UNKNOWN if window is None or window.earliest is Limit.CLOSED else window.earliest
    latest = Limit.UNKNOWN if window is None or window.latest is Limit.CLOSED else window.latest
    return {
        "edtf": edtf,
        "earliest": _start(start, window),
        "latest": _stop(stop, window),
        "earliest_kind": str(earliest if start is None else Limit.CLOSED),
        "latest_kind": str(latest if stop is None else Limit.CLOSED),
        "spans": [[_start(s.start, window), _stop(s.stop, window)] for s in window.narrow.spans] if window else [],
        "calendar": reading.calendar,
        "rule": reading.rule,
        "wide": None,
    }


def _start(start: int | None, window: Window | None) -> str | None:
    return None if start is None or window is None else iso(start, window.unit)


def _stop(stop: int | None, window: Window | None) -> str | None:
    return None if stop is None or window is None else iso_inclusive_stop(stop, window.unit)


def bounds_of(date: Date) -> Window | None:
    """The window that a date leaves without knowing the events it refers to; None if it leaves none.

    All of several dates leave what all their windows share; one of several leaves what any of them holds, if
    each has a window.
    """
    match date:
        case Window():
            return date
        case Relation():
            return None
        case AllOf():
            found = [window for part in date.parts if (window := bounds_of(part)) is not None]
        case OneOf():
            found = []
            for part in date.parts:
                window = bounds_of(part)
                if window is None:
                    return None
                found.append(window)
    if not found:
        return None
    combined = found[0]
    for window in found[1:]:
        combined = _combined(combined, window, shared=isinstance(date, AllOf))
    return combined if combined.narrow.spans and combined.wide.spans else None


def _combined(a: Window, b: Window, *, shared: bool) -> Window:
    def of(x: TimeSet, y: TimeSet) -> TimeSet:
        return x.intersection(y) if shared else x.union(y)

    return Window(
        of(a.narrow, b.narrow),
        of(a.wide, b.wide),
        b.earliest if a.earliest is Limit.CLOSED else a.earliest,
        b.latest if a.latest is Limit.CLOSED else a.latest,
        min(a.unit, b.unit, key=_FINENESS.__getitem__),
    )


def _is_relative(date: Date) -> bool:
    """Whether a date refers to any event."""
    match date:
        case Window():
            return False
        case Relation():
            return True
        case AllOf() | OneOf():
            return any(_is_relative(part) for part in date.parts)
