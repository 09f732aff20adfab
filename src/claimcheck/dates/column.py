"""A column of dates as a whole: how many can be read, why the others cannot, which readings deserve a second look.

Belongs here: counting, in memory that does not grow with the column. Does not belong here: reading a date (see
`reading`), printing what was counted (see `claimcheck.cli.date`).
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from claimcheck.dates.calendars import day_number
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.phrases.kinds import EDGE
from claimcheck.dates.phrases.lexemes import LANGUAGES, normal
from claimcheck.dates.reading import read_date
from claimcheck.dates.refusal_kinds import Kind, Refusal
from claimcheck.dates.relation_wording import date_in_words
from claimcheck.dates.when import DAY, Fault, Limit, Unit, When, Window
from claimcheck.dates.wording import stated_style

_MOST_EXAMPLES = 3  # of each kind
_LONGEST_EXAMPLE = 120  # characters
_KEPT_RESULTS = 20_000  # different texts whose result is remembered, since columns repeat themselves
_KEPT_HASHES = 65_536  # up to so many different texts are counted exactly, beyond that estimated
_VERY_WIDE = 100 * 366 * DAY  # seconds: more than a century
_REFORM = day_number("gregorian", 1582, 10, 15) * DAY
_TWO_FIGURES = (day_number("gregorian", 1, 1, 1) * DAY, day_number("gregorian", 100, 1, 1) * DAY)


class Doubt(Kind):
    """Why a reading deserves a second look."""

    SEVERAL = "several-readings", "can be read in more than one way; the first is taken"
    SHORT_YEAR = "two-digit", "has a year of one or two figures, or an end of a run in so few"
    UNCERTAIN = "uncertain", "is marked as uncertain"
    SUPPLIED = "supplied", "has words that an editor supplied"
    VERY_WIDE = "very-wide", "covers more than a century"
    GREGORIAN = "edtf-before-1582", "is a day in EDTF before 1582, and so Gregorian"
    EVENT = "event", "counts from an event"
    EDGE = "edge", "names a beginning or an end, and nothing but a convention says how long that is"


class Example(NamedTuple):
    """A text of the column, shortened if need be, with the line it first stood on and what is made of it."""

    text: str
    line: int
    says: str


@dataclass(slots=True)
class Group:
    """How many texts are of a kind, and the first few different ones."""

    count: int = 0
    examples: list[Example] = field(default_factory=list)

    def add(self, text: str, line: int, says: str) -> None:
        """Counts one more text, and keeps it as an example if there are few and it is a new one."""
        self.count += 1
        shown = text if len(text) <= _LONGEST_EXAMPLE else text[:_LONGEST_EXAMPLE] + " …"
        if len(self.examples) < _MOST_EXAMPLES and all(shown != example.text for example in self.examples):
            self.examples.append(Example(shown, line, says))


@dataclass(slots=True)
class Column:
    """What was counted. `refusals` and `doubts` stand in the order of their counts, the largest first."""

    texts: int = 0
    read: int = 0
    distinct: int = 0
    is_exact: bool = True
    refusals: dict[Refusal, Group] = field(default_factory=dict)
    doubts: dict[Doubt, Group] = field(default_factory=dict)

    @property
    def refused(self) -> int:
        """How many of the texts cannot be read."""
        return self.texts - self.read


class _Result(NamedTuple):
    """What one text came to: the kind of its refusal with the remedy, or its doubts with the readings in words."""

    refusal: Refusal | None
    doubts: tuple[Doubt, ...]
    says: str


def column_of(texts: Iterable[str], conventions: Conventions) -> Column:
    """Counts the texts of a column, one at a time; of none more is kept than a few examples.

    The number of different texts is exact up to 65,536; beyond, it is estimated within about one per cent.
    """

    @lru_cache(maxsize=_KEPT_RESULTS)
    def result_of_short(text: str) -> _Result:
        return _result(text, conventions)

    column, different = Column(), _Different()
    for line, text in enumerate(texts, 1):
        column.texts += 1
        different.add(text)
        result = result_of_short(text) if len(text) <= _LONGEST_EXAMPLE else _result(text, conventions)
        if result.refusal is not None:
            column.refusals.setdefault(result.refusal, Group()).add(text, line, result.says)
            continue
        column.read += 1
        for doubt in result.doubts:
            column.doubts.setdefault(doubt, Group()).add(text, line, result.says)
    column.distinct, column.is_exact = different.number()
    column.refusals = dict(sorted(column.refusals.items(), key=lambda item: -item[1].count))
    column.doubts = dict(sorted(column.doubts.items(), key=lambda item: -item[1].count))
    return column


class _Different:
    """How many texts differ, by the k smallest hashes (Bar-Yossef et al. 2002); exact while there are fewer."""

    def __init__(self) -> None:
        self._smallest: list[int] = []  # negated, so that the largest of them is at hand
        self._known: set[int] = set()

    def add(self, text: str) -> None:
        found = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        if found in self._known:
            return
        if len(self._smallest) < _KEPT_HASHES:
            heapq.heappush(self._smallest, -found)
        elif found < -self._smallest[0]:
            self._known.discard(-heapq.heappushpop(self._smallest, -found))
        else:
            return
        self._known.add(found)

    def number(self) -> tuple[int, bool]:
        """The number, and whether it is exact."""
        if len(self._smallest) < _KEPT_HASHES:
            return len(self._smallest), True
        return round((_KEPT_HASHES - 1) * 2**64 / -self._smallest[0]), False


def _result(text: str, conventions: Conventions) -> _Result:
    found = read_date(text, conventions)
    if isinstance(found, Fault):
        return _Result(found.kind, (), found.remedy or found.message)
    says = " or ".join(date_in_words(reading.date, stated_style(reading)) for reading in found.readings[:2])
    return _Result(None, tuple(_doubts(found)), says)


# "the end of 1517", which is read as four months
_EDGE_WORDS = [form for words in LANGUAGES for line in words.words if line.kind == EDGE for form in line.wordings]
_EDGES = re.compile(rf"\b(?:{'|'.join(_EDGE_WORDS)})\b")

# "1965-8", also "1914-21"
_SHORT_END = re.compile(r"(?<![\d/.-])\d{3,4} ?[-–—/] ?\d{1,2}(?![\d/.–—-])")


def _doubts(when: When) -> Iterator[Doubt]:
    first = when.readings[0]
    if len(when.readings) > 1:
        yield Doubt.SEVERAL
    if first.supplied:
        yield Doubt.SUPPLIED
    if "uncertain" in first.rule or (first.edtf and any(mark in first.edtf for mark in "?%")):
        yield Doubt.UNCERTAIN
    if "part-of-" in first.rule and _EDGES.search(normal(when.text)):
        yield Doubt.EDGE
    if not isinstance(first.date, Window):
        yield Doubt.EVENT
        return
    spans = first.date.narrow.spans
    start, stop = spans[0].start, spans[-1].stop
    early = start is not None and stop is not None and _TWO_FIGURES[0] <= start < stop <= _TWO_FIGURES[1]
    stated = first.rule == "edtf" or "era" in first.rule or "century" in first.rule
    if (early and not stated) or _SHORT_END.search(when.text):
        yield Doubt.SHORT_YEAR
    closed = first.date.earliest is Limit.CLOSED and first.date.latest is Limit.CLOSED
    if closed and start is not None and stop is not None and stop - start > _VERY_WIDE:
        yield Doubt.VERY_WIDE
    if first.rule == "edtf" and first.date.unit is Unit.DAY and start is not None and start < _REFORM:
        yield Doubt.GREGORIAN
