"""Lists and numbers in a sentence: "A, B and C", "3 records", "three", "Three positions".

Belongs here: the one way to join names, to count things and to begin and end a sentence. Does not belong here: what
is listed.
"""

from __future__ import annotations

from collections.abc import Iterable

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as a list in a sentence: "A", "A and B", "A, B and C"."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number of things: "1 record", "2 records", "3 diaries"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def spelt(number: int) -> str:
    """A number in words up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def quoted(text: str) -> str:
    """A text in the corpus's own words, in quotes, on one line."""
    return f"“{' '.join(text.split())}”"


def capital(text: str) -> str:
    """The text with a capital letter at its beginning, also behind an opening quotation mark."""
    start = 1 if text[:1] == "“" else 0
    return f"{text[:start]}{text[start : start + 1].upper()}{text[start + 1 :]}"


def stopped(text: str) -> str:
    """A sentence with its full stop, which an abbreviation at its end ("24 March 1603 o.s.") has already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
