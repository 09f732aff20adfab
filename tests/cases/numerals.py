"""Numbers as the essays write them, so that a page can be held to what is counted."""

from __future__ import annotations

_UNITS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """A number below a thousand: "forty-three", "a hundred and fifty-one"."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens] + (f"-{_UNITS[rest]}" if rest else "")
    hundreds, rest = divmod(number, 100)
    start = "a hundred" if hundreds == 1 else f"{_UNITS[hundreds]} hundred"
    return f"{start} and {in_words(rest)}" if rest else start
