"""Slips of the pen in figures: two numerals that differ as a copyist or a compositor would make them differ.

Belongs here: comparing two numerals digit by digit. Does not belong here: dates (see `slips`), sums (see
`figures`).
"""

from __future__ import annotations

from collections.abc import Iterator

TRANSPOSED = "transposed"  # two neighbouring digits have changed places: 1965 for 1956
LOST = "lost"  # one digit is missing (or, seen from the other side, added): 13 and 3
MISREAD = "misread"  # one digit is another: 13 and 18


def digit_slip(a: str, b: str) -> str | None:
    """How two numerals differ by a single slip: transposed, lost or misread; None if they are equal or differ by
    more.

    Plain digits, without separators. Symmetric: which of the two is the slip is not for the digits to say.
    """
    if a == b or not (a and b):
        return None
    if len(a) == len(b):
        apart = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(apart) == 1:
            return MISREAD
        if (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and a[apart[0]] == b[apart[1]]
            and a[apart[1]] == b[apart[0]]
        ):
            return TRANSPOSED
        return None
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    ):
        return LOST
    return None


def transpositions(digits: str) -> Iterator[str]:
    """Every numeral that neighbouring digits changing places make of this one, each once, in order."""
    seen = {digits}
    for place in range(len(digits) - 1):
        made = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if made not in seen and made[0] != "0":
            seen.add(made)
            yield made


def misreadings(digits: str) -> Iterator[str]:
    """Every numeral that differs from this one in one digit."""
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (place == 0 and other == "0" and len(digits) > 1):
                yield digits[:place] + other + digits[place + 1 :]
