"""Check this figure: what the numbers of a source come to.

Belongs here: that type. Does not belong here: reckoning (see `claimcheck.criticism.figures`).

Keyed are only figures that are right or wrong beyond rounding: what a half rounded either way, a cut-off digit or
the numbers' own rounding would explain is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.criticism.figures import Operation, Outcome, Reckoning, recompute
from claimcheck.criticism.numbers import in_digits
from claimcheck.report.blocks import Item, Paragraph
from claimcheck.report.figures import reckoning_says
from claimcheck.report.words import names
from claimcheck.report.words.grammar import quoted
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option
from claimcheck.teaching.material import Material
from claimcheck.teaching.wording import has_words_of

_KEYED = (Outcome.CONFIRMED, Outcome.REFUSED, Outcome.NOT_STATED)
_SIGNS = {
    Operation.PERCENTAGE: " of ",
    Operation.SUM: " + ",
    Operation.DIFFERENCE: " − ",
    Operation.PER_UNIT: " ÷ ",
}


def check_figure(material: Material) -> Iterator[Draft]:
    """Every figure whose result is beyond doubt: what is it?"""
    place = 0
    last = ""
    for found in recompute(material.corpus):
        place = place + 1 if found.figure == last else 0
        last = found.figure
        figure = material.corpus.figures[found.figure]
        is_exact = all(number.is_count for _, number in found.operands)
        if found.outcome not in _KEYED or found.exact is None or not is_exact or found.even is not None:
            continue
        if figure.source is not None and figure.source in material.seen.refused:
            continue
        places = found.stated.places if found.stated is not None else _places(found)
        value = found.right if found.right is not None else _rounded(found.exact, places)
        if value is None:
            continue
        right = Option(_written(found, value, places), str(value))
        wrong: dict[str, Option] = {}
        for other, slip in _slips(found, value, places):
            option = Option(_written(found, other, places), str(other), slip)
            if option.text != right.text:
                wrong.setdefault(option.text, option)
        if len(wrong) >= 2:
            yield _figure(material, found, place, right, tuple(wrong.values()))


def _places(found: Reckoning) -> int:
    return 2 if found.operation in (Operation.PERCENTAGE, Operation.PER_UNIT) else 0


def _rounded(exact: Fraction, places: int) -> Fraction | None:
    """Rounded to so many places; None where a half decides."""
    scaled = exact * 10**places
    low = scaled.numerator // scaled.denominator
    rest = scaled - low
    if rest == Fraction(1, 2):
        return None
    return Fraction(low + (rest > Fraction(1, 2)), 10**places)


def _written(found: Reckoning, value: Fraction, places: int) -> str:
    mark = ""
    if found.operation is Operation.PERCENTAGE:
        mark = f" {(found.stated.mark if found.stated is not None else None) or '%'}"
    return f"{in_digits(value, places)}{mark}"


def _slips(found: Reckoning, value: Fraction, places: int) -> Iterator[tuple[Fraction, str]]:
    """What slips of reckoning give: the source's own, digits exchanged, the wrong share, the decimal point."""
    if found.stated is not None:
        yield found.stated.value, "the figure of the source was copied"
    numbers = [number.value for _, number in found.operands]
    match found.operation:
        case Operation.PERCENTAGE:
            yield _near(100 - value, places), "the share of the rest was given"
            yield _near(100 * numbers[1] / numbers[0], places), "divided the wrong way round"
        case Operation.SUM:
            yield value - numbers[-1], "the last of the numbers was left out"
        case Operation.DIFFERENCE:
            yield numbers[0] + numbers[1], "added instead of taken away"
    digits = str(int(abs(value) * 10**places))
    for at in range(len(digits) - 1, 0, -1):
        if digits[at] != digits[at - 1] and not (at == 1 and digits[at] == "0"):
            swapped = [*digits[: at - 1], digits[at], digits[at - 1], *digits[at + 1 :]]
            yield (
                (-1 if value < 0 else 1) * Fraction(int("".join(swapped)), 10**places),
                "two digits were exchanged",
            )
            break
    yield value * 10, "the decimal point was moved" if places else "a nought too many"


def _near(value: Fraction, places: int) -> Fraction:
    return Fraction(round(value * 10**places), 10**places)


def _figure(material: Material, found: Reckoning, place: int, right: Option, wrong: tuple[Option, ...]) -> Draft:
    figure = material.corpus.figures[found.figure]
    numbers = [in_digits(number.value, number.places) for _, number in found.operands]
    steps = (
        *(Item(f"{field}: {digits}.") for (field, _), digits in zip(found.operands, numbers, strict=True)),
        Item(reckoning_says(found), names.source(material.corpus, figure.source or "", figure.locator)),
    )
    # Where the source is right, its sentence holds the answer.
    shown = figure.says if figure.says and not has_words_of(right.text, figure.says) else None
    return Draft(
        ItemType.FIGURE,
        (f"{found.figure}#{place}",),
        "Reckon again what a source reckons.",
        (Paragraph(quoted(shown)),) if shown and not material.plain else (),
        f"{_SIGNS[found.operation].join(numbers)}: what does it come to?",
        OneRight(right, wrong),
        Key((), steps),
        asks=frozenset((f"figure:{found.figure}#{place}",)),
        further=("Is that what the source states? If not, how may the other number have come about?",)
        if found.stated is not None and shown
        else (),
    )
