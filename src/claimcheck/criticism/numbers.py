"""Numbers as sources print them: separators, signs, "million"; how exact each is; and rounding.

Belongs here: the reading of one printed number, and its writing back. Does not belong here: what figures state
(see `figures`), numbers of dates.

Values are exact fractions; nothing is ever reckoned in binary floating point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

# Spaces that printers set between thousands: the plain one, no-break, thin, narrow no-break.
_SPACES = " \u00a0\u2009\u202f"
_MULTIPLIERS = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "тыс": 3,
    "тысяч": 3,
    "тысячи": 3,
    "млн": 6,
    "миллион": 6,
    "миллиона": 6,
    "миллионов": 6,
    "млрд": 9,
}
_NUMBER = re.compile(
    rf"(?P<sign>[-+−–]?)[{_SPACES}]*"
    rf"(?P<digits>[0-9](?:[0-9.,'’{_SPACES}]*[0-9])?)"
    rf"(?:[{_SPACES}]*(?P<word>[^\W\d_]+)\.?)?"
    rf"[{_SPACES}]*(?P<mark>[%‰]?)"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'’ ])[0-9]{3})(?:\1[0-9]{3})*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed. `value` is exact; `places` are its decimals.

    `step` is the worth of its last digit (1/100 for "3.76", 100,000 for "3.5 million"); a whole number without
    a multiplier is a count, and exact. `mark` is "%", "‰" or empty. `other` is the value on the other way to
    take a point or comma before three digits, as decimals or as parting thousands, where both are possible.
    """

    text: str
    value: Fraction
    places: int = 0
    step: Fraction = Fraction(1)
    is_count: bool = True
    mark: str = ""
    other: Fraction | None = None

    @property
    def slack(self) -> Fraction:
        """By how much the number may be off through its own rounding: half its last digit; nothing for a count."""
        return Fraction(0) if self.is_count else self.step / 2


def read_number(text: str, *, decimal_comma: bool = False) -> Number | None:
    """The number that a text prints, or None where it prints none (or more than a number).

    Thousands may be parted by commas, spaces, apostrophes, or, twice at least, points: 1,360,303, 1 360 303,
    1.360.303. A point before three digits is a decimal point, a comma before three digits parts thousands;
    with `decimal_comma` (for percentages and averages) a single comma is a decimal comma. Both are marked as
    ambiguous, except where only one can be meant (0,376; 12,5).
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    word = (found["word"] or "").casefold()
    if word and word not in _MULTIPLIERS:
        return None
    digits = _plain_spaces(found["digits"])
    readings = _readings(digits, decimal_comma)
    if not readings:
        return None
    whole, decimals = readings[0]
    power = _MULTIPLIERS.get(word, 0)
    sign = -1 if found["sign"] in ("-", "−", "–") else 1
    return Number(
        text=" ".join(text.split()),
        value=sign * _value(whole, decimals) * 10**power,
        places=max(0, len(decimals) - power),
        step=Fraction(10) ** (power - len(decimals)),
        is_count=not decimals and not power,
        mark=found["mark"],
        other=sign * _value(*readings[1]) * 10**power if len(readings) > 1 else None,
    )


def _plain_spaces(digits: str) -> str:
    for space in _SPACES:
        digits = digits.replace(space, " ")
    return digits.replace("’", "'")


def _readings(digits: str, decimal_comma: bool) -> list[tuple[str, str]]:
    """How the digits can be taken, as whole part and decimals, the preferred way first; empty if in no way."""
    separators = [character for character in digits if not character.isdigit()]
    if not separators:
        return [(digits, "")]
    last = separators[-1]
    before, _, after = digits.rpartition(last)
    if len(set(separators)) == 2 and last in ".," and last not in separators[:-1]:
        # "1,360.5", "1 360,5": the last separator parts the decimals, the other one thousands.
        return [(_joined(before), after)] if _GROUPED.fullmatch(before) else []
    if len(set(separators)) > 1:
        return []
    is_grouped = _GROUPED.fullmatch(digits) is not None and not digits.startswith("0")
    if last in " '" or len(separators) > 1:
        return [(_joined(digits), "")] if is_grouped else []
    as_decimals = (before, after)
    if not is_grouped:
        return [as_decimals]
    as_thousands = (_joined(digits), "")
    if last == "." or decimal_comma:
        return [as_decimals, as_thousands]
    return [as_thousands]


def _joined(digits: str) -> str:
    return re.sub(r"\D", "", digits)


def _value(whole: str, decimals: str) -> Fraction:
    return Fraction(int(whole + decimals), 10 ** len(decimals))


# ------------------------------------------------------------------------------------------- rounding


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of `step`, a half away from zero, as in schools and most registers."""
    scaled = abs(value) / step
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return step * (rounded if value >= 0 else -rounded)


def half_even(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of `step`, a half to the even one, as bankers and statistical offices do."""
    return step * round(value / step)


def truncated(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of `step` towards zero: what is beyond is cut off."""
    return step * int(value / step)


def rounded_away(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of `step` away from zero: what is beyond counts as a whole one."""
    cut = truncated(value, step)
    if cut == value:
        return cut
    return cut + (step if value > 0 else -step)


def in_digits(value: Fraction, places: int | None = None) -> str:
    """A number with commas between thousands and a decimal point: "237,412", "3.78".

    With `places` so many decimals (half away from zero); without, as many as it has, six at most.
    """
    if places is None:
        places = next((n for n in range(6) if (value * 10**n).denominator == 1), 6)
    shown = half_up(value, Fraction(1, 10**places))
    scaled = abs(shown) * 10**places
    whole, rest = divmod(scaled.numerator, 10**places)
    sign = "−" if shown < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:0{places}}" if places else "")
