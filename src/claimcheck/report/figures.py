"""Recomputed figures in words, as a section.

Belongs here: how a reckoning is said. Does not belong here: reckoning (see `claimcheck.criticism.figures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.corpus.entries import Corpus, Figure
from claimcheck.criticism.digits import TRANSPOSED
from claimcheck.criticism.figures import Base, Fit, Operation, Outcome, Reckoning, recompute
from claimcheck.criticism.numbers import Number, in_digits
from claimcheck.engine.examination import Examination
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Item, Listing, Section
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed

_NAMES = {
    "part": "the part",
    "whole": "the whole",
    "terms": "the term",
    "minuend": "the number taken from",
    "subtrahend": "the number taken away",
    "total": "the total",
    "units": "the number of units",
}
_MISSING = {
    Operation.PERCENTAGE: "a `part`, its `whole` and a `percent` for each",
    Operation.SUM: "`terms` and one `sum`",
    Operation.DIFFERENCE: "a `minuend`, a `subtrahend` and a `difference` for each",
    Operation.PER_UNIT: "a `total`, its `units` and a `per-unit` for each",
}


def figures_section(findings: Examination, asking: Asking) -> Section:
    """Every figure of the corpus recomputed: those that are refused first, then the others, in file order."""
    corpus = findings.corpus
    found = recompute(corpus)
    refused = [one for one in found if one.outcome is Outcome.REFUSED]
    others = [one for one in found if one.outcome is not Outcome.REFUSED]
    items = tuple(
        Item(reckoning_says(one), figure_place(corpus, corpus.figures[one.figure])) for one in refused + others
    )
    return Section("figures", "Figures recomputed", (Listing(items),) if items else ())


def figure_place(corpus: Corpus, figure: Figure) -> str:
    """Where a figure stands: its source, the place in it, and the line in the files."""
    source = names.source(corpus, figure.source, figure.locator) if figure.source is not None else ""
    return ", ".join(text for text in (figure.id, source, figure.position.place) if text)


def reckoning_says(found: Reckoning) -> str:
    """What the numbers come to and whether that is what is stated, and what else would fit."""
    return " ".join(_sentences(found))


def _sentences(found: Reckoning) -> Iterator[str]:
    stated = found.stated
    if found.outcome is Outcome.INCOMPLETE:
        yield f"This cannot be recomputed: it takes {_MISSING[found.operation]}, in numbers that can be read."
        return
    said = _operation(found)
    if found.outcome is Outcome.IMPOSSIBLE or found.exact is None:
        yield f"{said} cannot be reckoned: nothing can be divided by 0."
        return
    if stated is None or found.right is None:
        places = 2 if found.operation in (Operation.PERCENTAGE, Operation.PER_UNIT) else None
        yield f"{said} {_is(found)} {_result(found, in_digits(found.exact, places))}; the source states no result."
        return
    right = _result(found, in_digits(found.right, stated.places))
    exact = _result(found, in_digits(found.exact, stated.places + 3))
    match found.outcome:
        case Outcome.CONFIRMED:
            yield f"{said} {_is(found)} {right}, as stated."
        case Outcome.CONFIRMED_HALF_UP:
            even = in_digits(found.even if found.even is not None else found.right, stated.places)
            yield (
                f"{said} {_is(found)} {right}, as stated: {exact} with the half rounded up "
                f"(to the even digit: {even})."
            )
        case Outcome.CONFIRMED_HALF_EVEN:
            yield (
                f"{said} {_is(found)} {_stated(found, stated)}, as stated: {exact} with the half rounded to the "
                f"even digit (rounded up: {in_digits(found.right, stated.places)})."
            )
        case Outcome.TRUNCATED:
            yield f"{said} {_is(found)} {right}; {_stated(found, stated)} is {exact} cut off, not rounded."
        case Outcome.ROUNDED_AWAY:
            yield (
                f"{said} {_is(found)} {right}; {_stated(found, stated)} is {exact} rounded up, though less than a "
                f"half is over."
            )
        case Outcome.ROUND_NUMBER:
            yield f"{said} {_is(found)} {exact}, which {_stated(found, stated)} states as a round number."
        case Outcome.WITHIN_ROUNDING:
            yield (
                f"{said} {_is(found)} {right}, not {_stated(found, stated)}; but the numbers are rounded "
                f"themselves, and that accounts for the difference."
            )
        case _:
            yield f"{said} {_is(found)} {right}, not {_stated(found, stated)}."
            yield from _what_would_fit(found, stated)


def _operation(found: Reckoning) -> str:
    """What is reckoned, in words: "121 of 3,240"."""
    numbers = [_number(number) for _, number in found.operands]
    match found.operation:
        case Operation.PERCENTAGE:
            return f"{numbers[0]} of {numbers[1]}"
        case Operation.SUM:
            return " + ".join(numbers) if len(numbers) > 1 else f"The sum of {numbers[0]} alone"
        case Operation.DIFFERENCE:
            return f"{numbers[0]} − {numbers[1]}"
        case Operation.PER_UNIT:
            return f"{numbers[0]} divided by {numbers[1]}"


def _is(found: Reckoning) -> str:
    return "makes" if found.operation in (Operation.SUM, Operation.DIFFERENCE) else "is"


def _number(number: Number) -> str:
    return in_digits(number.value, number.places)


def _result(found: Reckoning, digits: str) -> str:
    if found.operation is not Operation.PERCENTAGE:
        return digits
    return f"{digits} {found.stated.mark or '%' if found.stated is not None else '%'}"


def _stated(found: Reckoning, stated: Number) -> str:
    return _result(found, _number(stated))


def _what_would_fit(found: Reckoning, stated: Number) -> Iterator[str]:
    ways = [_fit_says(fit) for fit in found.fits[:_MOST_FITS]]
    if len(found.fits) > _MOST_FITS:
        ways.append(f"another of the {len(found.fits)} terms another number")
    for number, way in enumerate(ways):
        yield f"For {_stated(found, stated)} {way}." if number == 0 else f"Or {way}."
    if found.operation is Operation.PERCENTAGE:
        part = _number(found.operands[0][1])
        if found.bases:
            yield f"It would be right of {listed((_base(base) for base in found.bases), 'or')}."
        elif found.tried:
            tried = listed((_number(base.number) for base in found.tried), "or")
            yield f"{part} is {_stated(found, stated)} of no other number among the figures: not of {tried}."


_MOST_FITS = 4


def _fit_says(fit: Fit) -> str:
    """What a number would have to be: "the part would have to be 8,915 to 8,938 (the nearest is 8,938)"."""
    name = _NAMES.get(fit.field, fit.field)
    low, high, nearest = (in_digits(value, fit.stated.places) for value in (fit.low, fit.high, fit.nearest))
    subject = f"{name} {_number(fit.stated)}" if fit.field == "terms" else name
    notes = [] if low == high else [f"the nearest is {nearest}"]
    notes += [_slip_says(fit, value, kind) for value, kind in fit.slips[:2]]
    needed = low if low == high else f"{low} to {high}"
    return f"{subject} would have to be {needed}{_bracketed(notes)}"


def _bracketed(notes: list[str]) -> str:
    return f" ({'; '.join(notes)})" if notes else ""


def _slip_says(fit: Fit, value: Fraction, kind: str) -> str:
    how = "two digits transposed" if kind == TRANSPOSED else "one digit misread"
    return f"{in_digits(value)} is {_number(fit.stated)} with {how}"


def _base(base: Base) -> str:
    return f"{_number(base.number)} ({base.figure}, {base.field})"
