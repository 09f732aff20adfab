"""The nearest form that can be read, for a text that cannot.

Belongs here: finding a readable form close to a text, and only among forms that were tried and did read. Does
not belong here: reading it instead, which nobody asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache

from claimcheck.dates.phrases.lexemes import known_words, normal, places

_EXAMPLES = "“14 February 1956”, “late October 1955”, “before 1453”, “2 days after @event”"
_SHORTEST_LIKENESS = 4  # letters; shorter words resemble too many others


def remedy_for(text: str, start: int, stop: int, unknown: bool, reads: Callable[[str], bool]) -> str:
    """One sentence with a form that can be read: a word corrected, or the part of the text that is a date.

    The text from `start` to `stop` is what stood in the way, `unknown` if it is no word of dates at all;
    `reads` says whether a form can be read.
    """
    word = text[start:stop]
    if unknown and len(word) >= _SHORTEST_LIKENESS:
        for near in get_close_matches(normal(word), _words(), n=3, cutoff=0.72):
            corrected = f"{text[:start]}{_like(word, near)}{text[stop:]}"
            if reads(corrected):
                return f"write “{corrected}” if that is meant"
    for part in _parts(text, start, stop):
        if reads(part):
            return f"“{part}” alone can be read"
    return f"write a date such as {_EXAMPLES}"


def _like(word: str, near: str) -> str:
    return near.capitalize() if word[:1].isupper() else near


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(word for word in known_words() if len(word) >= _SHORTEST_LIKENESS)


def _parts(text: str, start: int, stop: int) -> list[str]:
    """Parts of the text that may be a date: what is before, what is after, both without the word between."""
    before, after = text[:start].strip(" ,;-–("), text[stop:].strip(" ,;-–)")
    found = [f"{before} {after}".strip(), before, after]
    spans = places(text)
    figures = [k for k, (a, _) in enumerate(spans) if text[a].isdigit()]
    if figures:
        last = figures[-1]
        for first in range(max(0, last - 4), last + 1):
            found.append(text[spans[first][0] : spans[last][1]])
    found = [part.removesuffix(" .") for part in found]
    return [part for part in dict.fromkeys(found) if part and part != text]
