"""Words of dates that are spelt like a given one but for a single slip.

Belongs here: finding them quickly. Does not belong here: whether a text with the word corrected can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from claimcheck.dates.phrases.lexemes import known_words, normal

_SHORTEST = 4  # letters; shorter words resemble too many others
_LONGEST = 20  # letters; no word of the tables has as many


def near_words(word: str) -> tuple[str, ...]:
    """Known words that a letter left out, added, changed or transposed makes of this one, the nearest first.

    Two words are compared by what is left of each when one letter is taken away: whatever is a slip apart has
    such a remainder in common. This takes a look-up for each letter, and not a comparison with every word.
    """
    plain = normal(word)
    if not _SHORTEST <= len(plain) <= _LONGEST:
        return ()
    found: dict[str, None] = {}
    for remainder in _remainders(plain):
        found.update(dict.fromkeys(_by_remainder().get(remainder, ())))
    found.pop(plain, None)
    return tuple(sorted(found, key=lambda near: _distance(plain, near)))


def _remainders(word: str) -> Iterator[str]:
    yield word
    for k in range(len(word)):
        yield word[:k] + word[k + 1 :]


@lru_cache(maxsize=1)
def _by_remainder() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in known_words():
        if len(word) >= _SHORTEST:
            for remainder in dict.fromkeys(_remainders(word)):
                found.setdefault(remainder, []).append(word)
    return {remainder: tuple(words) for remainder, words in found.items()}


def _distance(word: str, near: str) -> tuple[int, bool, bool, str]:
    """How far apart: in letters that differ at their places, then by the first letter, then by the length."""
    apart = sum(a != b for a, b in zip(word, near, strict=False)) + abs(len(word) - len(near))
    kept = sorted(word) == sorted(near)  # two letters transposed are one slip
    return 1 if kept else apart, word[0] != near[0], len(word) != len(near), near
