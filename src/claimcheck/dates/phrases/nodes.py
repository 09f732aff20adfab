"""What a phrase says, before any calendar is asked: a small tree of frozen nodes.

Belongs here: the nodes, and the completion of elliptic halves ("13 or 14 February 1956"). Does not belong
here: building them from words (see `grammar`), turning them into time (see `evaluation`).
"""

from __future__ import annotations

from typing import NamedTuple


class Stated(NamedTuple):
    """A calendar unit as stated; what is missing is None until the other half of the phrase supplies it.

    `unit` is day, month, year, season, decade, century, millennium, feast, roman-day, split-year, before-present,
    olympiad (`day` is its year), office (an archon's or the consuls' year), or "number" and "ordinal" for a bare
    number whose unit the other half supplies. `number` is the season, the decade, the century, the millennium, the
    feast; a Roman day is `day` days before the one named, and `number` says whether that was said in words. `era`
    is bc, ad, am, or the name of a named era. `rule` is the rule that read the form, if it is not the unit's own.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int = 0
    word: str = ""
    era: str = ""
    calendar: str = ""
    rule: str = ""


class Dual(NamedTuple):
    """One day written in both calendars, in either order."""

    first: Stated
    child: Stated


class Happening(NamedTuple):
    """An event: "@congress-opens"."""

    anchor: str


class Part(NamedTuple):
    """The early, middle or late part (0, 1, 2; several where the phrase joins them) of its child.

    `edge` is true for "the beginning" and "the end", which an event has too.
    """

    parts: tuple[int, ...]
    edge: bool
    child: Node


class Fraction(NamedTuple):
    """The nth half, third, quarter, week, ten-days, day … of its child; -1 is the last; `to` ends a run."""

    number: int
    to: int
    unit: str
    child: Node


class NthWeekday(NamedTuple):
    """The nth such day of the week in its child; 0 is any of them."""

    number: int
    weekday: int
    child: Node


class Circa(NamedTuple):
    """About its child."""

    child: Node


class Noted(NamedTuple):
    """Its child, with a rule that is noted and adds no more than its tolerance: uncertain, floruit."""

    rule: str
    child: Node


class PlusMinus(NamedTuple):
    """Its child, so many units (in months, days, seconds) more or less; the second figure is the larger one."""

    child: Node
    less: tuple[int, int, int]
    more: tuple[int, int, int]


class Daypart(NamedTuple):
    """A part of a day of its child; `onto` is «в ночь на 14-е», where the child is the day after the night."""

    name: str
    parts: tuple[int, ...]
    onto: bool
    child: Node


class Clock(NamedTuple):
    """A clock time on the day of its child: an hour or a minute, of so many seconds after midnight."""

    seconds: int
    to: int | None
    unit: str
    about: bool
    child: Node


class Run(NamedTuple):
    """From the start of one to the end of the other; `words` is "dash", "from", "between" or "exclusive"."""

    first: Node
    child: Node
    words: str


class Either(NamedTuple):
    """One of several ("or"), or several together ("and"); relations are `Quoted`."""

    parts: tuple[Node, ...]
    word: str


class Together(NamedTuple):
    """All of several limits: "mid-February, not before @x". Each with the words it was read from."""

    parts: tuple[Node, ...]


class Limited(NamedTuple):
    """Before, by, until, after or not before its child; `edge` 0 or 2 is "the beginning" or "end" of it."""

    word: str
    edge: int | None
    child: Node


class Length(NamedTuple):
    """A stretch of time as counted: months, days and seconds; `smallest` is the smallest unit named.

    `counted` is how many of it are, 0 where several units are named.
    """

    months: int
    days: int
    seconds: int
    smallest: str
    counted: int = 0


class Counted(NamedTuple):
    """So long before or after its child. `quantity` is "", least, most, more, less; `to` the larger count."""

    length: Length
    to: Length | None
    quantity: str
    about: bool
    after: bool
    inclusive: bool
    child: Node


class Within(NamedTuple):
    """No longer than that before, after or (word "of") either way of its child."""

    length: Length
    word: str
    child: Node


class Eve(NamedTuple):
    """On the eve of its child, or (`days`) on the day so many days after it, its octave or quindene."""

    child: Node
    days: int = -1


class SameUnit(NamedTuple):
    """In the same day, week, month or year as its child."""

    unit: str
    child: Node


class NextUnit(NamedTuple):
    """The day, week, month or year, or the day of the week, that follows or comes before its child."""

    unit: str
    weekday: int | None
    after: bool
    child: Node


class Aged(NamedTuple):
    """At so many completed years since its child, a birth; or (`birth`) the birth of who was so old then."""

    years: int
    to: int
    birth: bool
    child: Node


class Regnal(NamedTuple):
    """The nth year counted from its child, an accession."""

    number: int
    child: Node


class NthAfter(NamedTuple):
    """The nth week, month, year … after its child (or before it)."""

    number: int
    unit: str
    after: bool
    inclusive: bool
    child: Node


class Indiction(NamedTuple):
    """Its child, as far as it lies in years of that indiction, which begin as `era` has them."""

    number: int
    era: str
    child: Node


class Turn(NamedTuple):
    """The turn of its child, or from its first to its child: of a year, of centuries."""

    first: Node | None
    child: Node


class Likely(NamedTuple):
    """Ranges with the probability of each, the least probable first."""

    parts: tuple[tuple[int, Node], ...]


class Quoted(NamedTuple):
    """Its child with the words it was read from, as "first stop" of their numbers in the phrase."""

    words: str
    child: Node


Node = (
    Stated
    | Dual
    | Happening
    | Part
    | Fraction
    | NthWeekday
    | Circa
    | Noted
    | PlusMinus
    | Daypart
    | Clock
    | Run
    | Either
    | Together
    | Limited
    | Counted
    | Within
    | Eve
    | SameUnit
    | NextUnit
    | Aged
    | Regnal
    | NthAfter
    | Indiction
    | Turn
    | Likely
    | Quoted
)
