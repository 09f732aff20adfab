"""Words of dates and their misspellings: whether a text speaks of a date at all, and what a slip was made of.

Belongs here: these two questions, asked of the languages' tables. Does not belong here: reading dates, whether a
text with the word corrected can be read (see `remedies`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.kinds import MONTH, WEEKDAY
from claimcheck.dates.phrases.lexemes import (
    FIRST_LANGUAGES,
    FURTHER_LANGUAGES,
    LANGUAGES,
    composed,
    further_vocabularies,
    known_words,
    normal,
    places,
)

# Words that stand in any sentence ("the", "and", "first", "one text") and make no date without one of the others.
_EVERYDAY = frozenset(
    (
        kinds.A,
        kinds.AGED,
        kinds.AGO,
        kinds.AND,
        kinds.AS,
        kinds.BORN,
        kinds.BUT,
        kinds.FILLER,
        kinds.FROM,
        kinds.HALF,
        kinds.INCLUSIVE,
        kinds.NEXT,
        kinds.ON,
        kinds.OR,
        kinds.ORDINAL,
        kinds.PERCENT,
        kinds.QUANTITY,
        kinds.REIGN,
        kinds.SAME,
        kinds.SYMBOL,
        kinds.TO,
        kinds.TURN,
    )
)
# Names of feasts that are more often something else: a college, a call, a psalm.
_OTHERWISE = frozenset(
    (
        "trinity",
        "visitation",
        "transfiguration",
        "circumcision",
        "innocents",
        "misericordia",
        "jubilate",
        "cantate",
    )
)
_EVERYDAY_NUMBER = 12  # the greatest that is written as a word in any sentence; years have greater ones
_SHORTEST = 5  # letters; one letter of a shorter word is too much of it to be a slip ("wall" for "fall")
_SHORTEST_EXACT = 4  # "q", "est", "id", "Jan" and "Ian" stand in names and sentences as often as in dates
_SHORTEST_NEAR, _LONGEST_NEAR = 4, 20  # letters of a word beside figures that a slip may have made
# What a word of a further language is, where it stands in a text that may as well be English or Russian.
_NAMES_OF_TIMES = (kinds.MONTH, kinds.WEEKDAY, kinds.SEASON, kinds.UNIT)
_Remainders = Mapping[str, tuple[str, ...]]


def speaks_of_a_date(text: str) -> bool:
    """Whether a text has a figure, an anchor, or a word that is a date's or one slip away from a date's.

    A slip is a letter left out, added, changed, or swapped with the next. Of the languages that are read only
    where a text is not of the first ones, the names of months, days, seasons and units count, and no slips.
    """
    plain = normal(composed(text))
    if any(letter.isdigit() or letter in "@%~" for letter in plain):
        return True
    exact, everyday, slips = _words()
    words = [plain[start:stop] for start, stop in places(plain)]
    return any(word in exact or (word not in everyday and _is_a_slip(word, slips)) for word in words)


def near_words(word: str, beside: str) -> tuple[str, ...]:
    """Words of dates that a slip makes of this one, the nearest first; of a language with those `beside` it."""
    plain = normal(word)
    if not _SHORTEST_NEAR <= len(plain) <= _LONGEST_NEAR:
        return ()
    remainders = _remainders(plain)
    for k, known in enumerate(_near()):
        found = {near for remainder in remainders if remainder in known for near in known[remainder]} - {plain}
        if found and (k == 0 or further_vocabularies()[k - 1].may_have(beside, None)):
            return tuple(sorted(found, key=lambda near: _distance(plain, near)))
    return ()


def _remainders(word: str) -> set[str]:
    """The word, and the word without any one of its letters: words one slip apart have one of these in common.

    So it takes a look-up for each letter to find them, and not a comparison with every word.
    """
    return {word, *(word[:k] + word[k + 1 :] for k in range(len(word)))}


def _by_remainder(words: Iterable[str]) -> _Remainders:
    found: dict[str, list[str]] = {}
    for word in words:
        for remainder in _remainders(word):
            found.setdefault(remainder, []).append(word)
    return {remainder: tuple(meant) for remainder, meant in found.items()}


def _is_a_slip(word: str, slips: _Remainders) -> bool:
    return any(_one_slip_apart(word, meant) for short in _remainders(word) for meant in slips.get(short, ()))


def _one_slip_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    k = next((k for k, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), len(a))
    if len(a) < len(b):
        return a[k:] == b[k + 1 :]
    return a[k + 1 :] == b[k + 1 :] or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])


def _distance(word: str, near: str) -> tuple[int, bool, bool, str]:
    """How far apart: in letters that differ at their places, then by the first letter, then by the length."""
    apart = sum(a != b for a, b in zip(word, near, strict=False)) + abs(len(word) - len(near))
    kept = sorted(word) == sorted(near)  # two letters transposed are one slip
    return 1 if kept else apart, word[0] != near[0], len(word) != len(near), near


@lru_cache(maxsize=1)
def _near() -> tuple[_Remainders, ...]:
    """The words of the first languages, and those of each further one, by what is left without a letter."""
    known = [known_words(), *(words.known for words in further_vocabularies())]
    return tuple(_by_remainder(sorted(word for word in words if len(word) >= _SHORTEST_NEAR)) for words in known)


def _is_short_month(line: kinds.Words) -> bool:
    """Whether the line is of a month that has no longer name than its short ones: May."""
    return line.kind == kinds.MONTH and len(line.wordings[0]) < _SHORTEST_EXACT


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], _Remainders]:
    """The words of dates; those of the tables that stand in any sentence; what slips of the former may look like.

    Of wordings in several words ("good friday", "in the year") only those of limits count by their words: the
    others have a word of a date of their own, or are made of everyday ones.
    """
    exact: set[str] = set()
    everyday: set[str] = set()
    for line in (line for language in FIRST_LANGUAGES for line in language.words):
        is_everyday = (
            line.kind in _EVERYDAY
            or (line.kind == kinds.CARDINAL and line.number <= _EVERYDAY_NUMBER)
            or (line.kind == kinds.FEAST and line.word in ("lent", "advent"))  # a book is lent
        )
        for wording in line.wordings:
            words = wording.split()
            if is_everyday:
                everyday.update(words)
            elif len(words) == 1:
                known = len(words[0]) >= _SHORTEST_EXACT or _is_short_month(line)
                exact.update(words if known and words[0] not in _OTHERWISE else ())
            elif line.kind in (kinds.LIMIT, kinds.LATER):
                exact.update(word for word in words if len(word) >= _SHORTEST)
    slips = _by_remainder(word for word in exact if len(word) >= _SHORTEST)
    further = (line for language in FURTHER_LANGUAGES for line in language.words if line.kind in _NAMES_OF_TIMES)
    exact |= {
        word for line in further for word in line.wordings if len(word) >= _SHORTEST_EXACT and " " not in word
    }
    return frozenset(exact), frozenset(everyday - exact), slips


_SHORTEST_NAME = 4  # "sun", "sat", "mon" and «ср» are too many other things in prose
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN_YEAR = re.compile(r"\bM{1,3}[CDLXVI]{2,}\b|\b[CD][CDLXVI]{3,}\b")
_FIGURES = re.compile(r"(?<![0-9])[0-9]{3,}|['’][0-9]{2}(?![0-9])|\b[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}\b")
# Words in which years are written out: "in seventeen hundred and ninety-one", «тысяча девятьсот».
_WRITTEN_YEAR = re.compile(r"\b(?:hundred|thousand|тысяч\w*|\w*сот(?:ого|ом|ый)?)\b", re.IGNORECASE)


def weekdays_in(text: str) -> tuple[int, ...]:
    """The days of the week that a text names in full, 0 for Monday, each once, in the order of the text."""
    names = _names(WEEKDAY)
    found = (names.get(_normal(word)) for word in _WORD.findall(text) if len(word) >= _SHORTEST_NAME)
    return tuple(dict.fromkeys(day for day in found if day is not None))


def months_in(text: str) -> tuple[int, ...]:
    """The months beside whose name a number of at most two figures stands, 1 for January: "3 May", "May 3rd".

    Without the number "may" and "march" would be months too.
    """
    names = _names(MONTH)
    found: dict[int, None] = {}
    words = re.findall(r"[^\W_]+", text)
    for place, word in enumerate(words):
        month = names.get(_normal(word))
        beside = words[max(0, place - 2) : place] + words[place + 1 : place + 3]
        if month is not None and any(re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th|го|е)?", other) for other in beside):
            found[month] = None
    return tuple(found)


def mentions_year(text: str) -> bool:
    """Whether a text may name a year in whatever way: figures, Roman numerals, words."""
    return any(pattern.search(text) for pattern in (_FIGURES, _ROMAN_YEAR, _WRITTEN_YEAR))


@lru_cache(maxsize=2)
def _names(kind: str) -> dict[str, int]:
    return {
        _normal(wording): line.number
        for language in LANGUAGES
        for line in language.words
        if line.kind == kind
        for wording in line.wordings
    }


def _normal(word: str) -> str:
    return word.casefold().replace("ё", "е")
