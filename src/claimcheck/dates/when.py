"""The value of a date as a historian writes it: exact sets of instants, limits, readings, relations.

Belongs here: the frozen values that readers of dates (`edtf`, `phrases`, `relations`) produce and the engine
consumes, and set arithmetic on them. Does not belong here: parsing, calendars, anything about claims.

Instants are integers: seconds on one proleptic Gregorian scale, day n (0001-01-01 is day 1, as in
`date.toordinal`) beginning at n * 86400. Years go below 1 without a gap: year 0 is 1 BC. All spans are
half-open: the stop does not belong to the span.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from claimcheck.dates.refusal_kinds import Refusal

DAY = 86_400  # seconds
_NEVER = 1 << 100  # beyond every instant


class Limit(StrEnum):
    """How a span ends: at a stated limit, open on purpose (`..`), or at a limit nobody states."""

    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """The granularity at which a date was stated, and at which it is printed back."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in seconds, half-open; `None` means without limit on that side."""

    start: int | None
    stop: int | None


@dataclass(frozen=True, slots=True)
class TimeSet:
    """A union of spans, in order, disjoint and never abutting (abutting spans are joined)."""

    spans: tuple[Span, ...]

    def __hash__(self) -> int:
        """By the number of spans and the outermost: masks have ten thousand, and equality looks at all of them."""
        return hash((len(self.spans), self.spans[:2], self.spans[-2:]))

    @staticmethod
    def of(spans: Iterable[Span]) -> TimeSet:
        """The union of any spans, brought into order and joined where they meet or abut."""
        ordered = sorted(
            (span for span in spans if not _is_empty(span)),
            key=lambda span: -_NEVER if span.start is None else span.start,
        )
        joined: list[Span] = []
        for span in ordered:
            if joined and _meets(joined[-1], span):
                joined[-1] = Span(joined[-1].start, _later_stop(joined[-1].stop, span.stop))
            else:
                joined.append(span)
        return TimeSet(tuple(joined))

    @property
    def start(self) -> int | None:
        """The earliest limit; `None` if there is none. The set must not be empty."""
        return self.spans[0].start

    @property
    def stop(self) -> int | None:
        """The limit by which the set has ended (exclusive); `None` if there is none. Not for an empty set."""
        return self.spans[-1].stop

    def union(self, other: TimeSet) -> TimeSet:
        """Everything in either set."""
        return TimeSet.of((*self.spans, *other.spans))

    def intersection(self, other: TimeSet) -> TimeSet:
        """Everything in both sets; linear in those of their spans that can meet, which masks make thousands of."""
        if not self.spans or not other.spans:
            return TimeSet(())
        found = []
        mine, others = self._first_after(other.start), other._first_after(self.start)
        while mine < len(self.spans) and others < len(other.spans):
            a, b = self.spans[mine], other.spans[others]
            later, sooner = (
                b if a.start is None or (b.start is not None and b.start > a.start) else a,
                b if a.stop is None or (b.stop is not None and b.stop < a.stop) else a,
            )
            if later.start is None or sooner.stop is None or later.start < sooner.stop:
                found.append(later if later is sooner else Span(later.start, sooner.stop))
            if sooner.stop == a.stop:
                mine += 1
            else:
                others += 1
        return TimeSet(tuple(found))  # in order and apart, as both sets are

    def _first_after(self, instant: int | None) -> int:
        """The number of the first span that is not over by then."""
        if instant is None:
            return 0
        return bisect_right(self.spans, instant, key=lambda span: _NEVER if span.stop is None else span.stop)

    def complement(self) -> TimeSet:
        """Everything outside the set."""
        gaps: list[Span] = []
        edge: int | None = None
        first = True
        for span in self.spans:
            if not (first and span.start is None):
                gaps.append(Span(edge, span.start))
            edge, first = span.stop, False
            if edge is None:
                return TimeSet(tuple(gaps))
        gaps.append(Span(edge, None))
        return TimeSet(tuple(gaps))

    def contains(self, other: TimeSet) -> bool:
        """Whether every span of `other` lies within one span of this set."""
        return self.intersection(other) == other


EVER = TimeSet((Span(None, None),))


def _is_empty(span: Span) -> bool:
    return span.start is not None and span.stop is not None and span.start >= span.stop


def _meets(before: Span, after: Span) -> bool:
    return before.stop is None or after.start is None or after.start <= before.stop


def _later_stop(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else max(a, b)


@dataclass(frozen=True, slots=True)
class Window:
    """An absolute date: the narrow set, and the wide one (equal to the narrow where nothing widens it)."""

    narrow: TimeSet
    wide: TimeSet
    earliest: Limit = Limit.CLOSED
    latest: Limit = Limit.CLOSED
    unit: Unit = Unit.DAY


class Edge(StrEnum):
    """The instant of an anchor event that a relation counts from.

    START and END are the event's own; FIRST_DAY is the midnight that begins its first calendar day, LAST_DAY
    the one that begins its last calendar day, NEXT_DAY the midnight that ends that day; MONTH_START …
    NEXT_YEAR likewise for the calendar month or year (in the point's calendar and year style) of its start
    and its end.
    """

    START = "start"
    END = "end"
    FIRST_DAY = "first-day"
    LAST_DAY = "last-day"
    NEXT_DAY = "next-day"
    MONTH_START = "month-start"
    NEXT_MONTH = "next-month"
    YEAR_START = "year-start"
    NEXT_YEAR = "next-year"


@dataclass(frozen=True)
class Point:
    """An instant stated relative to an anchor: an edge of it, moved by months, then days, then seconds.

    Months are added in `calendar` (to the calendar day, clipped to the month's length). If `weekday` is given
    (0 is Monday) the point moves on, after that, to the next midnight that begins such a day (staying if it
    is one).
    """

    anchor: str
    edge: Edge
    months: int = 0
    days: int = 0
    seconds: int = 0
    weekday: int | None = None
    calendar: str = "gregorian"
    year_begins: str = "1 January"

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # Points are looked up by the hundred thousand; each is hashed once.
        return hash((self.anchor, self.edge, self.months, self.days, self.seconds, self.weekday, self.calendar))

    def is_plain(self, edge: Edge) -> bool:
        """Whether this is just that edge of its anchor, not displaced."""
        displaced = self.months or self.days or self.seconds or self.weekday is not None
        return self.edge is edge and not displaced


@dataclass(frozen=True, slots=True)
class Relation:
    """A date relative to events: from `earliest` (inclusive) up to `latest` (exclusive); `None` is no limit.

    `wide_earliest` and `wide_latest` are the limits on the wide reading, equal to the narrow ones where
    nothing widens them. "Before @x" is up to x's START; "by" up to its END; "after" from its END; "not
    before" from its START; "during" from START to END; "n days after" is the day beginning n-1 days after
    NEXT_DAY. `words` is the relation as written, for the reasons.
    """

    earliest: Point | None
    latest: Point | None
    wide_earliest: Point | None
    wide_latest: Point | None
    words: str
    unit: Unit = Unit.DAY


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these hold: "mid-February 1956, not before @congress-opens"."""

    parts: tuple[Date, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these holds, used where a branch is a relation; plain windows are one TimeSet instead."""

    parts: tuple[Date, ...]


Date = Window | Relation | AllOf | OneOf
Ends = tuple[Date | None, Date | None]  # the date within which something begins, and that within which it ends


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a wording. `rule` names the conventions it rests on, joined by " + ".

    `edtf` is the canonical form of what was written in EDTF or has a qualifier that limits cannot show; for
    any other window `writing.edtf_of` works it out when it is asked for, since few readings are printed.
    `ends` are the two ends of what was written from one date to another (from–to, a dash, `/`), each at its own
    grain; an end that is open or unknown is None. They bear on what lasts: what happens once lies within `date`.
    `supplied` are the words that stood in square brackets, which the editor supplied. `calendar` and
    `year_begins` are those in which the wording was taken; the date is said back in them. The date itself knows
    no calendar: its instants are on the one scale.
    """

    date: Date
    rule: str
    calendar: str = "gregorian"
    edtf: str | None = None
    supplied: tuple[str, ...] = ()
    year_begins: str = "1 January"
    ends: Ends | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """What may have been meant otherwise in a date that is read: what, where (offsets into its text), a remedy."""

    message: str
    start: int
    stop: int
    remedy: str


@dataclass(frozen=True)
class When:
    """A date as written, with all its readings in a fixed order; the verdicts are those of the first."""

    text: str
    readings: tuple[Reading, ...]
    caution: Callable[[], tuple[Caution, ...]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be warned of in the wording, worked out when it is asked for."""
        return self.caution()


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that cannot be read as a date: what is wrong, where (offsets, half-open), a remedy, and its kind."""

    text: str
    message: str
    start: int = 0
    stop: int = 0
    remedy: str = ""
    kind: Refusal = Refusal.MISPLACED


def anchors_of(date: Date) -> tuple[str, ...]:
    """The ids of the events that a date refers to, each once, in order of appearance."""
    found: dict[str, None] = {}
    match date:
        case Window():
            pass
        case Relation():
            for point in (date.earliest, date.latest, date.wide_earliest, date.wide_latest):
                if point is not None:
                    found[point.anchor] = None
        case AllOf() | OneOf():
            for part in date.parts:
                found.update(dict.fromkeys(anchors_of(part)))
    return tuple(found)
