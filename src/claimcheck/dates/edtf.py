"""The reader of EDTF, the Extended Date/Time Format: ISO 8601-2:2019, annex A, levels 0, 1 and 2.

Belongs here: turning a text into the exact set of time it stands for, or into a located fault. Does not belong
here: the arithmetic of masks (see `edtf_expansion`), telling why a text is no date (see `edtf_dates`), phrases.

A day of a year is proleptic Gregorian; what says less is in the calendar and year style of `Circa`. A time with
a zone is shifted to Universal Time; one without is local and taken as it stands, since nothing says where it
was told. Beyond the annex, ends of intervals and members of sets may be times of day, as ISO 8601-1 has it, and
spaces may stand after the commas of a set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.dates.edtf_dates import Bounds, Dated, days_of_plain_date, read_date_parts, read_marked_date
from claimcheck.dates.edtf_expansion import CIRCA, Circa
from claimcheck.dates.edtf_values import PLAIN_DATE, EdtfDate
from claimcheck.dates.when import DAY, Fault, Limit, Span, TimeSet, Unit, Window

_MOST_STRETCHES = 500_000  # separate stretches of time in one value, beyond one for each member of a set
_FINENESS = {unit: place for place, unit in enumerate(Unit)}


def read_edtf(text: str, circa: Circa = CIRCA) -> EdtfDate | Fault:
    """The date that a text is in EDTF, or the place and kind of what keeps it from being one.

    Nothing around the date is passed over, not even a space. `circa` says how far `~` and `%` reach on the wide
    reading, and in which calendar and year style is what names no day of a year; `?` alone moves no limit. The
    time taken is linear in the length of the text.
    """
    plain = PLAIN_DATE.fullmatch(text)
    if plain is not None:
        days = days_of_plain_date(plain[1], plain[2], plain[3], circa)
        if days is not None:
            narrow = TimeSet((Span(days[0] * DAY, days[1] * DAY),))
            return EdtfDate(text, Window(narrow, narrow, Limit.CLOSED, Limit.CLOSED, days[2]))
    if text[:1] in ("[", "{"):
        dated = _set(text, circa)
    elif "/" in text:
        return _interval(text, circa)
    else:
        dated = read_marked_date(text, 0, len(text), circa)
    if isinstance(dated, Fault):
        return dated
    return EdtfDate(text, _window(dated), all_of=text[0] == "{")


def _time_set(bounds: Sequence[Bounds]) -> TimeSet:
    return TimeSet(tuple([Span(start, stop) for start, stop in bounds]))


# ------------------------------------------------------------------------------------- sets, intervals


def _set(text: str, circa: Circa) -> Dated | Fault:
    """One of several dates, `[…]`, or all of them, `{…}`: members between commas."""
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) == 1:
        inner = re.compile(r"[\[\]{}]").search(text, 1)
        at = inner.start() if inner else len(text)
        remedy = "write one flat list, such as [1667,1668,1670..1672]"
        if inner and inner[0] == closing:
            return Fault(text, "nothing can follow a set", at + 1, len(text), remedy)
        message = f"{text[0]} is closed by {closing}" if inner is None else "a set holds dates alone"
        return Fault(text, message, at, min(at + 1, len(text)), remedy)
    members: list[Dated] = []
    count = 0
    start, last = 1, len(text) - 1
    while start <= last:
        comma = text.find(",", start, last)
        stop = last if comma < 0 else comma
        member = _member(text, start, stop, circa, last=stop == last)
        if isinstance(member, Fault):
            return member
        members.append(member)
        count += len(member.narrow) + len(member.wide)
        if count > 2 * _MOST_STRETCHES + 2 * len(members):
            message = f"this stands for more than {_MOST_STRETCHES:,} separate stretches of time"
            return Fault(text, message, start, stop, "write fewer members with unspecified digits")
        start = stop + 1
    narrow = TimeSet.of(Span(*bounds) for member in members for bounds in member.narrow)
    wide = TimeSet.of(Span(*bounds) for member in members for bounds in member.wide)
    unit = min((member.unit for member in members), key=_FINENESS.__getitem__)
    earliest, latest = members[0].earliest, members[-1].latest
    narrow_bounds = [(span.start, span.stop) for span in narrow.spans]
    if wide == narrow:
        return Dated(narrow_bounds, narrow_bounds, unit, earliest, latest)
    return Dated(narrow_bounds, [(span.start, span.stop) for span in wide.spans], unit, earliest, latest)


def _member(text: str, start: int, stop: int, circa: Circa, *, last: bool) -> Dated | Fault:
    """A member of a set: a date, `a..b`, `..b` in the first place or `a..` in the last."""
    first = start == 1
    while start < stop and text[start] == " ":
        start += 1
    while start < stop and text[stop - 1] == " ":
        stop -= 1
    dots = text.find("..", start, stop)
    if dots < 0:
        return read_date_parts(text, start, stop, circa)
    if stop - start == 2:
        return Fault(text, "two dots need a date on one side at least", start, stop, "write [..1984] or [1984..]")
    if dots == start:
        if not first:
            message = "“or earlier” stands in the first place of a set only"
            return Fault(text, message, dots, dots + 2, "move it to the front")
        return _range(None, read_date_parts(text, dots + 2, stop, circa))
    if dots + 2 == stop:
        if not last:
            return Fault(
                text, "“or later” stands in the last place of a set only", dots, stop, "move it to the end"
            )
        return _range(read_date_parts(text, start, dots, circa), None)
    earlier, later = read_date_parts(text, start, dots, circa), read_date_parts(text, dots + 2, stop, circa)
    return _misordered(text, earlier, later, dots + 2, stop) or _range(earlier, later)


def _interval(text: str, circa: Circa) -> EdtfDate | Fault:
    """From one date to another, `a/b`; `..` is an open end, nothing at all an unknown one."""
    slash = text.index("/")
    ends: list[Dated | None] = []
    kinds: list[Limit] = []
    for start, stop in ((0, slash), (slash + 1, len(text))):
        if start == stop or text[start:stop] == "..":
            ends.append(None)
            kinds.append(Limit.UNKNOWN if start == stop else Limit.OPEN)
            continue
        end = read_date_parts(text, start, stop, circa)
        if isinstance(end, Fault):
            return end
        ends.append(end)
        kinds.append(Limit.CLOSED)
    first, last = ends
    whole = _misordered(text, first, last, slash + 1, len(text)) or _range(first, last, kinds[0], kinds[1])
    if isinstance(whole, Fault):
        return whole
    windows = (None if first is None else _window(first), None if last is None else _window(last))
    return EdtfDate(text, _window(whole), False, windows)


def _window(dated: Dated) -> Window:
    narrow = _time_set(dated.narrow)
    wide = narrow if dated.wide is dated.narrow else _time_set(dated.wide)
    return Window(narrow, wide, dated.earliest, dated.latest, dated.unit)


def _misordered(
    text: str, earlier: Dated | Fault | None, later: Dated | Fault | None, start: int, stop: int
) -> Fault | None:
    """A fault if the second date is over before the first begins."""
    if not isinstance(earlier, Dated) or not isinstance(later, Dated):
        return None
    begins, over = earlier.narrow[0][0], later.narrow[-1][1]
    if begins is None or over is None or begins < over:
        return None
    return Fault(text, "the end is before the beginning", start, stop, "write the earlier date first")


def _range(
    earlier: Dated | Fault | None,
    later: Dated | Fault | None,
    before: Limit = Limit.OPEN,
    after: Limit = Limit.OPEN,
) -> Dated | Fault:
    """All from the first moment of one date to the last of the other; None is no limit, of the kind named."""
    if isinstance(earlier, Fault):
        return earlier
    if isinstance(later, Fault):
        return later
    if earlier is None or later is None:
        one = earlier or later
        unit = Unit.YEAR if one is None else one.unit
    else:
        unit = earlier.unit if _FINENESS[earlier.unit] < _FINENESS[later.unit] else later.unit
    narrow = [(earlier.narrow[0][0] if earlier else None, later.narrow[-1][1] if later else None)]
    wide = [(earlier.wide[0][0] if earlier else None, later.wide[-1][1] if later else None)]
    return Dated(
        narrow,
        narrow if wide == narrow else wide,
        unit,
        Limit.CLOSED if earlier else before,
        Limit.CLOSED if later else after,
    )
