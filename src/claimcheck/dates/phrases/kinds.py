"""The kinds of words that phrases of dates are made of, shared by all languages, and what a language is.

Belongs here: the kinds, and the one form in which a language's table lists its words. Does not belong here:
the words themselves (a table per language), what they mean in a row (see `grammar`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

NUMBER = "number"  # 13, 1956
CARDINAL = "cardinal"  # three
ORDINAL = "ordinal"  # 13th, third; -1 is the last
ROMAN = "roman"  # XVI
DECADE = "decade"  # 1950s
NUMERIC = "numeric"  # 13.02.1956, 3/4/1956, 1956-02-13: the text is kept
CLOCK = "clock"  # 18:00: seconds since midnight; the word is "hour" or "minute"
NOON = "noon"  # noon, midnight
ANCHOR = "anchor"  # @congress-opens
MONTH = "month"
WEEKDAY = "weekday"  # 0 is Monday
SEASON = "season"  # 0 is spring
FEAST = "feast"
FEAST_OF = "feast of"  # "the feast of", before the name of one
ROMAN_DAY = "roman day"  # ides, nones, kalends
UNIT = "unit"  # day, month, year, century …; half, third, quarter
QUARTER = "quarter"  # "Q" before the number of a quarter
ANY_YEAR = "of some year"
PART = "part"  # early, mid, late: 0, 1, 2
EDGE = "edge"  # the beginning, the end: 0, 2
DAYPART = "part of the day"
MERIDIEM = "a.m. or p.m."  # also "o'clock", "in the morning"
CIRCA = "circa"
LIMIT = "limit"  # before, by, until, after, not before
LATER = "limit after"  # "or later", "at the latest"
BETWEEN = "between"
FROM = "from"
TO = "to"
AND = "and"
OR = "or"
BUT = "but"
WITHIN = "within"
DURING = "during"
EVE = "eve"
SAME = "the same"
AS = "as"
NEXT = "next"  # the following, the previous: the word is "after" or "before"
QUANTITY = "quantity"  # at least, at most, more than, less than
AGO = "through"  # «через», «спустя», «за»: a count before its relation
INCLUSIVE = "inclusive"
HALF = "and a half"
A = "a"
ON = "on"  # «на»: "onto" a night, otherwise no more than "on"
ERA = "era"  # bc, ad, am; or the names of named eras, with bars between where several have the wording
OFFICE = "office"  # consuls, archons
STYLE = "style"  # julian, gregorian
CALIBRATED = "cal"
PRESENT = "BP"
INDICTION = "indiction"
FLORUIT = "floruit"
PERCENT = "per cent"  # in thousandths of one per cent
AGED = "aged"
BORN = "born"
REIGN = "reign"
TURN = "turn"
FILLER = "filler"  # the, of, in: the word says which
REFUSED = "refused"  # the word says why
SYMBOL = "symbol"  # , ; - / ( ) % : ± ? + ~ ×
UNKNOWN = "unknown"


class Lexeme(NamedTuple):
    """A word of a phrase as the grammar sees it: its kind and its value, a number or a word."""

    kind: str
    number: int = 0
    word: str = ""


class Words(NamedTuple):
    """One meaning of a language's table: all these wordings are such a word of such a value."""

    kind: str
    wordings: tuple[str, ...]
    number: int = 0
    word: str = ""


class Language:
    """The words of one language, and what is special to it.

    The table has one line for each meaning, `limit before: vor | bis vor`: the kind (`LIMIT` of this module), its
    number if it is not 0, its word if it has one, and its wordings. Behind `2+` each wording is one more than the
    last. What stands in braces are endings of the stem before them, `{e en}`, or the name of such a list in
    `endings`; in them "-" is no ending and "_" a space. Lines that begin with # are remarks. Where two or more
    words are joined by a hyphen, they stand apart ("dix - sept").

    `begins` are words that mean "from" where a phrase begins with them and "of" elsewhere, `goes_on` those that
    mean "to" behind a date and "in" elsewhere. `elided` are the words that an apostrophe ends ("l'an"), `ordinals`
    what is written behind a Roman numeral ("XVIe"); `decades` is the word before a round year that makes it one;
    `compounds` are words that say what several of the table do ("Spätherbst").
    """

    def __init__(
        self,
        table: str,
        *,
        endings: Mapping[str, str] = MappingProxyType({}),
        begins: tuple[str, ...] = (),
        goes_on: tuple[str, ...] = (),
        elided: tuple[str, ...] = (),
        ordinals: tuple[str, ...] = (),
        decades: str = "",
        compounds: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._table, self._endings = table, endings
        self.begins, self.goes_on = begins, goes_on
        self.elided, self.ordinals, self.decades, self.compounds = elided, ordinals, decades, compounds

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The table, a meaning each."""
        return tuple(
            words for line in self._table.splitlines() if line and line[0] != "#" for words in self._read(line)
        )

    def _read(self, line: str) -> Iterator[Words]:
        key, _, wordings = line.partition(": ")
        name, *value = key.split(maxsplit=2)
        counted = bool(value) and value[0].removeprefix("-").removesuffix("+").isdigit()
        number = int(value.pop(0).removesuffix("+")) if counted else 0
        kind, word = globals()[name.upper()], " ".join(value)
        expanded = [self._expanded(wording) for wording in wordings.split(" | ")]
        if "+" in key:
            for more, forms in enumerate(expanded):
                yield Words(kind, forms, number + more, word)
        else:
            yield Words(kind, tuple(form for forms in expanded for form in forms), number, word)

    def _expanded(self, wording: str) -> tuple[str, ...]:
        """The wording with each of its endings."""
        if "{" not in wording:
            return (wording,)
        parts = [
            [part] if k % 2 == 0 else [form.strip("-").replace("_", " ") for form in self._listed(part)]
            for k, part in enumerate(_BRACES.split(wording))
        ]
        return tuple(map("".join, product(*parts)))

    def _listed(self, part: str) -> list[str]:
        return self._endings.get(part, part).split()


_BRACES = re.compile("[{}]")
