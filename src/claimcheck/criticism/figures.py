"""Figures recomputed: percentages, sums, differences and averages, at the precision at which they are stated.

Belongs here: what a figure's numbers come to, whether that is what it states, and what else would fit. Does not
belong here: reading a printed number (see `numbers`), words (see `claimcheck.report.figures`).

Which numbers make a figure (all as printed; a list where there are several):

- `part`, `whole`, `percent`: part of whole is so many per cent (or ‰); with several parts, as many percentages;
- `terms`, `sum`;
- `minuend`, `subtrahend`, `difference`;
- `total`, `units`, `per-unit`: total divided by units is per-unit (deaths per day, roubles per head).

A figure may hold several of these at once. A whole number is a count, and exact; a number with decimals or with
"million" may itself have been rounded by half its last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import product

from claimcheck.corpus.entries import Corpus, Figure
from claimcheck.criticism.digits import MISREAD, TRANSPOSED, misreadings, transpositions
from claimcheck.criticism.numbers import Number, half_even, half_up, read_number, rounded_away, truncated

# The fields whose single comma is a decimal comma, and those that can be the base of a percentage.
DECIMAL_FIELDS = ("percent", "per-unit")
_BASES = ("part", "whole", "terms", "sum", "minuend", "subtrahend", "difference", "total")


class Operation(StrEnum):
    """What a figure reckons."""

    PERCENTAGE = "percentage"
    SUM = "sum"
    DIFFERENCE = "difference"
    PER_UNIT = "per-unit"


class Outcome(StrEnum):
    """How what is stated stands to what the numbers come to."""

    CONFIRMED = "confirmed"  # rounded in either way, or exact
    CONFIRMED_HALF_UP = "confirmed-half-up"  # a half, rounded up; to the even digit it would be another
    CONFIRMED_HALF_EVEN = "confirmed-half-even"  # a half, rounded to the even digit
    TRUNCATED = "truncated"  # cut off, not rounded
    ROUNDED_AWAY = "rounded-away"  # rounded up though less than a half was left
    ROUND_NUMBER = "round-number"  # stated in whole hundreds, thousands …, and right to that
    WITHIN_ROUNDING = "within-rounding"  # off, but no more than the rounding of the numbers themselves allows
    REFUSED = "refused"
    NOT_STATED = "not-stated"  # the result is not stated, so there is none to refuse
    IMPOSSIBLE = "impossible"  # division by nothing
    INCOMPLETE = "incomplete"  # a number is missing, or cannot be read, or the lists do not match


AGREEING = frozenset(
    (Outcome.CONFIRMED, Outcome.CONFIRMED_HALF_UP, Outcome.CONFIRMED_HALF_EVEN, Outcome.ROUND_NUMBER)
)


@dataclass(frozen=True, slots=True)
class Fit:
    """What one number would have to be for the statement to be right, all others as they are.

    `low` to `high` (both included) is the range that fits, `nearest` the value in it nearest to the stated one.
    `slips` are values in the range that the stated digits give if two neighbours change places, or (where there
    is none such) one digit is misread, each with which of the two it is.
    """

    field: str
    stated: Number
    nearest: Fraction
    low: Fraction
    high: Fraction
    slips: tuple[tuple[Fraction, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """A number among the figures of the corpus: the figure, the field, and the number."""

    figure: str
    field: str
    number: Number


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One statement of a figure, recomputed.

    `operands` are the numbers it is made of, by field. `right` is the result at the stated precision, a half
    rounded up; `even` the same with a half to the even digit, where that is another. `bases` are other numbers
    of the corpus that would make a refused percentage right as its whole; `tried` are all that were tried, those
    not smaller than the part.
    """

    figure: str
    operation: Operation
    outcome: Outcome
    operands: tuple[tuple[str, Number], ...]
    stated: Number | None = None
    exact: Fraction | None = None
    right: Fraction | None = None
    even: Fraction | None = None
    fits: tuple[Fit, ...] = ()
    bases: tuple[Base, ...] = ()
    tried: tuple[Base, ...] = ()


def recompute(corpus: Corpus) -> tuple[Reckoning, ...]:
    """Every statement of every figure, in the order of the files."""
    named = tuple(_named_bases(corpus))
    return tuple(found for figure in corpus.figures.values() for found in recompute_figure(figure, named))


def recompute_figure(figure: Figure, named: Sequence[Base] = ()) -> Iterator[Reckoning]:
    """The statements of one figure; `named` are the numbers that may be tried as bases of a percentage."""
    given: dict[str, list[Number | None]] = {}
    for field, text in figure.numbers:
        given.setdefault(field, []).append(read_field(field, text))
    if given.keys() & {"part", "whole", "percent"}:
        yield from _percentages(figure, given, named)
    if given.keys() & {"terms", "sum"}:
        yield from _sums(figure, given)
    if given.keys() & {"minuend", "subtrahend", "difference"}:
        yield from _quotients_or_differences(
            figure, given, Operation.DIFFERENCE, ("minuend", "subtrahend", "difference")
        )
    if given.keys() & {"total", "units", "per-unit"}:
        yield from _quotients_or_differences(figure, given, Operation.PER_UNIT, ("total", "units", "per-unit"))


def read_field(field: str, text: str) -> Number | None:
    """The number of a field of a figure as printed; None if it cannot be read."""
    return read_number(text, decimal_comma=field in DECIMAL_FIELDS)


def _named_bases(corpus: Corpus) -> Iterator[Base]:
    """The counts that the figures name, each once, in the order of the files."""
    seen: set[Fraction] = set()
    for figure in corpus.figures.values():
        for field, text in figure.numbers:
            number = read_field(field, text) if field in _BASES else None
            if number is not None and number.value > 0 and number.value not in seen:
                seen.add(number.value)
                yield Base(figure.id, field, number)


# ------------------------------------------------------------------------------------ what is stated


Given = dict[str, list[Number | None]]
Reckon = Callable[[Sequence[Fraction]], Fraction | int]


def _percentages(figure: Figure, given: Given, named: Sequence[Base]) -> Iterator[Reckoning]:
    """Each part of the whole (or of its own whole) against the percentage in the same place."""
    for operands, stated in _lined_up(given, ("part", "whole"), "percent"):
        if operands is None:
            yield Reckoning(figure.id, Operation.PERCENTAGE, Outcome.INCOMPLETE, (), stated)
            continue
        per = Fraction(1000 if stated is not None and stated.mark == "‰" else 100)
        found = _judged(figure, Operation.PERCENTAGE, operands, stated, _share_in(per))
        if found.outcome is Outcome.REFUSED and stated is not None:
            found = _with_bases(found, stated, per, named)
        yield found


def _share_in(per: Fraction) -> Reckon:
    """The reckoning of a share in hundredths or thousandths."""
    return lambda values: values[0] * per / values[1]


def _sums(figure: Figure, given: Given) -> Iterator[Reckoning]:
    terms = given.get("terms", [])
    sums = given.get("sum", [])
    stated = sums[0] if sums else None
    read = [number for number in terms if number is not None]
    if not terms or len(read) != len(terms) or len(sums) > 1 or (sums and stated is None):
        yield Reckoning(figure.id, Operation.SUM, Outcome.INCOMPLETE, tuple(("terms", n) for n in read), stated)
        return
    yield _judged(figure, Operation.SUM, tuple(("terms", number) for number in read), stated, sum)


def _quotients_or_differences(
    figure: Figure, given: Given, operation: Operation, fields: tuple[str, str, str]
) -> Iterator[Reckoning]:
    for operands, stated in _lined_up(given, fields[:2], fields[2]):
        if operands is None:
            yield Reckoning(figure.id, operation, Outcome.INCOMPLETE, (), stated)
        elif operation is Operation.DIFFERENCE:
            yield _judged(figure, operation, operands, stated, lambda n: n[0] - n[1])
        else:
            yield _judged(figure, operation, operands, stated, lambda n: n[0] / n[1])


Operands = tuple[tuple[str, Number], ...]


def _lined_up(given: Given, fields: Sequence[str], result: str) -> Iterator[tuple[Operands | None, Number | None]]:
    """The operands and the stated result, place by place; a sole number stands for every place.

    No operands where one is missing or cannot be read, or where the lists are of different lengths.
    """
    lists = [given.get(field, []) for field in fields]
    stated = given.get(result, [])
    length = max(len(numbers) for numbers in (*lists, stated))
    if any(len(numbers) not in (1, length) for numbers in lists) or len(stated) not in (0, length):
        yield None, next((number for number in stated if number is not None), None)
        return
    for place in range(length):
        chosen = [numbers[place if len(numbers) > 1 else 0] for numbers in lists]
        answer = stated[place] if stated else None
        operands = tuple((field, n) for field, n in zip(fields, chosen, strict=True) if n is not None)
        is_whole = len(operands) == len(fields) and not (stated and answer is None)
        yield (operands if is_whole else None), answer


# ------------------------------------------------------------------------------------------ judgement


def _judged(
    figure: Figure, operation: Operation, operands: Operands, stated: Number | None, reckon: Reckon
) -> Reckoning:
    values = [number.value for _, number in operands]
    if operation in (Operation.PERCENTAGE, Operation.PER_UNIT) and values[1] == 0:
        return Reckoning(figure.id, operation, Outcome.IMPOSSIBLE, operands, stated)
    exact = Fraction(reckon(values))
    if stated is None:
        return Reckoning(figure.id, operation, Outcome.NOT_STATED, operands, None, exact)
    right, even = half_up(exact, stated.step), half_even(exact, stated.step)
    outcome = _outcome(exact, stated)
    if outcome is Outcome.REFUSED and _lies_within_rounding(operands, stated, reckon):
        outcome = Outcome.WITHIN_ROUNDING
    return Reckoning(
        figure.id,
        operation,
        outcome,
        operands,
        stated,
        exact,
        right,
        even if even != right else None,
        fits=tuple(_fits(operation, operands, stated, exact)) if outcome is Outcome.REFUSED else (),
    )


def _outcome(exact: Fraction, stated: Number) -> Outcome:
    up, even = half_up(exact, stated.step), half_even(exact, stated.step)
    if stated.value == up:
        return Outcome.CONFIRMED if up == even else Outcome.CONFIRMED_HALF_UP
    if stated.value == even:
        return Outcome.CONFIRMED_HALF_EVEN
    if stated.value == truncated(exact, stated.step):
        return Outcome.TRUNCATED
    if stated.value == rounded_away(exact, stated.step):
        return Outcome.ROUNDED_AWAY
    if stated.is_count and _is_round(exact, stated):
        return Outcome.ROUND_NUMBER
    return Outcome.REFUSED


def _is_round(exact: Fraction, stated: Number) -> bool:
    """Whether the stated number ends in two noughts at least and is the exact one rounded to that place."""
    digits = str(abs(stated.value.numerator))
    noughts = len(digits) - len(digits.rstrip("0"))
    return 2 <= noughts < len(digits) and half_up(exact, Fraction(10**noughts)) == stated.value


def _lies_within_rounding(operands: Operands, stated: Number, reckon: Reckon) -> bool:
    """Whether the operands' own rounding leaves room for a result that rounds to the stated one.

    All four operations are monotonic in each operand of one sign, so the corners of the box are enough.
    """
    if all(number.is_count for _, number in operands):
        return False
    ranges = [
        (number.value - number.slack, number.value + number.slack) if number.slack else (number.value,)
        for _, number in operands
    ]
    if len(operands) > _MOST_CORNERS:  # only sums have so many, and theirs are reached term by term
        low, high = Fraction(sum(r[0] for r in ranges)), Fraction(sum(r[-1] for r in ranges))
    else:
        try:
            corners = [Fraction(reckon(corner)) for corner in product(*ranges)]
        except ZeroDivisionError:
            return True
        low, high = min(corners), max(corners)
    return low <= stated.value + stated.step / 2 and stated.value - stated.step / 2 <= high


_MOST_CORNERS = 8


# ------------------------------------------------------------------------------------- what would fit


def _fits(operation: Operation, operands: Operands, stated: Number, exact: Fraction) -> Iterator[Fit]:
    """For each operand, what it would have to be for the stated result to be right."""
    half = stated.step / 2
    low, high = stated.value - half, stated.value + half
    off = stated.value - exact
    for place, (field, number) in enumerate(operands):
        if operation is Operation.SUM:
            yield _fit(field, number, number.value + off - half, number.value + off + half)
        elif operation is Operation.DIFFERENCE:
            needed = number.value + (off if place == 0 else -off)
            yield _fit(field, number, needed - half, needed + half)
        elif stated.value > 0 and exact > 0:
            scale = number.value / exact if place == 0 else number.value * exact
            if place == 0:
                yield _fit(field, number, scale * low, scale * high)
            elif low > 0:
                yield _fit(field, number, scale / high, scale / low, is_high_open=False)


def _fit(field: str, number: Number, low: Fraction, high: Fraction, *, is_high_open: bool = True) -> Fit:
    """The range of what fits; of a count, in whole numbers, one edge open since a half is rounded up."""
    if number.is_count:
        whole_low, whole_high = -(-low // 1), high // 1
        if is_high_open and whole_high == high and whole_low < whole_high:
            whole_high -= 1
        if not is_high_open and whole_low == low and whole_low < whole_high:
            whole_low += 1
        if whole_low <= whole_high:
            low, high = Fraction(whole_low), Fraction(whole_high)
    nearest = min(max(number.value, low), high)
    return Fit(field, number, nearest, low, high, tuple(_slips(number, low, high)))


def _slips(number: Number, low: Fraction, high: Fraction) -> Iterator[tuple[Fraction, str]]:
    if not number.is_count or number.value < 10:
        return
    digits = str(number.value.numerator)
    transposed = [value for made in transpositions(digits) if low <= (value := Fraction(int(made))) <= high]
    yield from ((value, TRANSPOSED) for value in transposed)
    if not transposed:
        yield from (
            (value, MISREAD) for made in misreadings(digits) if low <= (value := Fraction(int(made))) <= high
        )


def _with_bases(found: Reckoning, stated: Number, per: Fraction, named: Sequence[Base]) -> Reckoning:
    """The reckoning with the other numbers of the corpus tried as its whole."""
    part, whole = (number for _, number in found.operands)
    tried = tuple(
        base
        for base in named
        if base.number.value >= part.value and base.number.value not in (part.value, whole.value)
    )
    return Reckoning(
        found.figure,
        found.operation,
        found.outcome,
        found.operands,
        found.stated,
        found.exact,
        found.right,
        found.even,
        found.fits,
        bases=tuple(
            base
            for base in tried
            if _outcome(part.value * per / base.number.value, stated) in (*AGREEING, Outcome.TRUNCATED)
        ),
        tried=tried,
    )
