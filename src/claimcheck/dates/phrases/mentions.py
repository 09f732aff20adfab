"""Days of the week, months and years mentioned in running prose, without reading the prose as a date.

Belongs here: looking for such words by the languages' tables. Does not belong here: reading dates (see
`claimcheck.dates.reading`); a mention is never a date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.dates.phrases.kinds import MONTH, WEEKDAY
from claimcheck.dates.phrases.lexemes import LANGUAGES

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
