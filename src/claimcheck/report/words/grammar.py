"""Numbers, lists and sentences, as English has them: the one plural and the one list of everything that is told.

Belongs here: what depends on the language and on nothing of a corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_SMALL = re.compile(
    r"(The|A|An|To|What|Whatever|Whoever|Who|When|Where|If|All|No|Nobody|Nothing|It|This|That|These|Those|There|"
    r"Both|Each|Every|Some|One|In|On|At|By|As|His|Her|Their|Its)\b"
)


def plural(number: int, noun: str) -> str:
    """A number with its noun, from "no records" over "1 record" to "1,200 records"."""
    return f"{f'{number:,}' if number else 'no'} {many(number, noun)}"


def many(number: int, noun: str) -> str:
    """A noun in the number that it is said in: "records", "inquiries"; the last word of several is changed."""
    if number == 1:
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}{'es' if re.search(r'(s|x|ch|sh)$', noun) else 's'}"


_OF_MANY = re.compile(r"(?:.* )?[A-Za-z]?[a-z]*[^su\W]s")  # the minutes, Town accounts


def is_plural(name: str) -> bool:
    """Whether a document's name is a plural: "the minutes", "the clerk's notes"."""
    return _OF_MANY.fullmatch(name) is not None and not name.endswith(("'s", "’s"))


def spelt(number: int) -> str:
    """A number in a sentence: in letters up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def ordinal(number: int) -> str:
    """Which of several, from 1: "third", "13th"."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as a list in a sentence: "A", "A and B", "A, B and C"."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def few(names: Iterable[str], most: int) -> str:
    """The first of many names, and how many more there are: "A, B and 3 more"."""
    found = list(dict.fromkeys(names))
    return listed(found if len(found) <= most else [*found[:most], f"{len(found) - most} more"])


def quoted(text: str) -> str:
    """A text in the corpus's own words, in quotes, on one line."""
    return f"“{' '.join(text.split())}”"


def stopped(text: str) -> str:
    """A sentence with its full stop, which an abbreviation at its end ("24 March 1603 o.s.") has already."""
    return text if text.endswith((".", "?", "!", ".”", "?”")) else f"{text}."


def sentence(text: str) -> str:
    """A clause as a sentence: with a capital and a full stop."""
    return stopped(capital(text))


def capital(text: str) -> str:
    """A text with its first letter, behind quotes and brackets, large."""
    first = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
    return f"{text[:first]}{text[first : first + 1].upper()}{text[first + 1 :]}"


def clause(text: str) -> str:
    """A sentence as part of another: without its full stop, with a small letter unless it begins with a name."""
    bare = " ".join(text.split()).removesuffix(".")
    return f"{bare[:1].lower()}{bare[1:]}" if _SMALL.match(bare) else bare


def letter(number: int) -> str:
    """The letters of a list, from 0: A, B … Z, AA, AB …"""
    said = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(ord("A") + rest) + said
    return said
