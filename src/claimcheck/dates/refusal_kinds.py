"""The kinds of refusal: what is the matter with a text that cannot be read as a date.

Belongs here: the kinds and what each of them means, as data, by which a column of dates is summed up. Does not
belong here: finding out which of them a text is (see `remedies`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """A kind of texts in a column: the value is the word for it in JSON, `meaning` what such a text does."""

    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        made = str.__new__(cls, word)
        made._value_ = word
        made.meaning = meaning
        return made


class Refusal(Kind):
    """A kind of refusal."""

    NO_DATE = "no-date", "says that there is no date"
    TWO_ACTS = "two-acts", "dates two acts or more"
    LIST = "list", "lists dates without a word that says how they belong together"
    SPREADSHEET = "spreadsheet", "was rewritten by a spreadsheet"
    TWO_DIGIT_YEAR = "two-digit-year", "has a year of two figures"
    DRAFT_EDTF = "draft-edtf", "has a form of the drafts of EDTF before 2019"
    EDTF = "edtf", "is not quite EDTF"
    IMPOSSIBLE_DAY = "impossible-day", "names a day, month, year or hour that there is not"
    CONTRADICTION = "contradiction", "contradicts itself, or cannot be worked out"
    MANGLED = "mangled", "has a sign too few or too many"
    SHORT_FORM = "short-form", "is shortened more than can be read"
    LIMIT = "limit", "has a limiting word that is not read"
    SPELLING = "spelling", "has a misspelt word"
    UNKNOWN_WORD = "unknown-word", "has a word that is not understood"
    MISPLACED = "misplaced", "has a word or sign where it does not fit"
    INCOMPLETE = "incomplete", "does not say enough"
    NEGATION = "negation", "says when not"
    HEDGE = "hedge", "has a hedge of the claimant's"
    RELATIVE = "relative-to-today", "counts from the day of writing"
    VAGUE = "vague", "has a number that nobody can tell"
    EXTENT = "extent", "says how the time is filled"
    TOO_LONG = "too-long", "is too long for a date"
    SETTING = "setting", "is read under a setting that is wrong"


# The remedy for a text that denies and names no time: "never", "it did not happen".
NEVER = "if it never happened, write `stance: denies` in place of the date"
# The remedy for a text that says that there is no date: "undated", "?".
UNDATED = "leave `when` out"
