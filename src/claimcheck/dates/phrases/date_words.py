"""Whether a text speaks of a date at all: the difference between what something is called and a misspelt date.

Belongs here: that question alone, asked of the languages' tables. Does not belong here: reading dates, and the
form that a misspelt one should have (see `remedies`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.english import ENGLISH
from claimcheck.dates.phrases.lexemes import composed, normal, places
from claimcheck.dates.phrases.russian import RUSSIAN

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
_EVERYDAY_NUMBER = 12  # the greatest that is written as a word in any sentence; years have greater ones
_SHORTEST = 5  # letters; one letter of a shorter word is too much of it to be a slip ("wall" for "fall")


_SHORTEST_EXACT = 4  # "q", "est", "id", "Jan" and "Ian" stand in names and sentences as often as in dates


def speaks_of_a_date(text: str) -> bool:
    """Whether a text has a figure, an anchor, or a word that is a date's or one slip away from a date's.

    A slip is a letter left out, added, changed, or swapped with the next.
    """
    plain = normal(composed(text))
    if any(letter.isdigit() or letter in "@%~" for letter in plain):
        return True
    exact, everyday, slips = _words()
    words = [plain[start:stop] for start, stop in places(plain)]
    return any(word in exact or (word not in everyday and _is_a_slip(word, slips)) for word in words)


def _is_a_slip(word: str, slips: Mapping[str, frozenset[str]]) -> bool:
    return any(_one_slip_apart(word, meant) for short in _shortened(word) for meant in slips.get(short, ()))


def _shortened(word: str) -> set[str]:
    """The word, and the word without any one of its letters: words one slip apart have one of these in common."""
    return {word, *(word[:k] + word[k + 1 :] for k in range(len(word)))}


def _one_slip_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    k = next((k for k, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), len(a))
    if len(a) < len(b):
        return a[k:] == b[k + 1 :]
    return a[k + 1 :] == b[k + 1 :] or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])


def _is_short_month(line: kinds.Words) -> bool:
    """Whether the line is of a month that has no longer name than its short ones: May."""
    return line.kind == kinds.MONTH and len(line.wordings.split(" | ")[0]) < _SHORTEST_EXACT


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], Mapping[str, frozenset[str]]]:
    """The words of dates; those of the tables that stand in any sentence; what slips of the former may look like.

    Of wordings in several words ("good friday", "in the year") only those of limits count by their words: the
    others have a word of a date of their own, or are made of everyday ones.
    """
    exact: set[str] = set()
    everyday: set[str] = set()
    for line in (*ENGLISH, *RUSSIAN):
        is_everyday = line.kind in _EVERYDAY or (line.kind == kinds.CARDINAL and line.number <= _EVERYDAY_NUMBER)
        for wording in line.wordings.split(" | "):
            words = wording.split()
            if is_everyday:
                everyday.update(words)
            elif len(words) == 1:
                exact.update(word for word in words if len(word) >= _SHORTEST_EXACT or _is_short_month(line))
            elif line.kind in (kinds.LIMIT, kinds.LATER):
                exact.update(word for word in words if len(word) >= _SHORTEST)
    slips: dict[str, set[str]] = {}
    for word in exact:
        if len(word) >= _SHORTEST:
            for short in _shortened(word):
                slips.setdefault(short, set()).add(word)
    frozen = {short: frozenset(meant) for short, meant in slips.items()}
    return frozenset(exact), frozenset(everyday - exact), frozen
