"""The kinds of words that phrases of dates are made of, shared by all languages.

Belongs here: the kinds, and the one form in which a language's table lists its words. Does not belong here:
the words themselves (a table per language), what they mean in a row (see `grammar`).
"""

from __future__ import annotations

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


class Words(NamedTuple):
    """One line of a language's table: all these wordings, separated by bars, are such a word of such a value."""

    kind: str
    wordings: str
    number: int = 0
    word: str = ""


class Lexeme(NamedTuple):
    """A word of a phrase as the grammar sees it: its kind and its value, a number or a word."""

    kind: str
    number: int = 0
    word: str = ""
