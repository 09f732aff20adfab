"""Suggested slips in words, as a section.

Belongs here: how a slip is said, with its arithmetic. Does not belong here: finding slips (see
`claimcheck.criticism.slips`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.definite import DefiniteDate
from claimcheck.criticism.slip_kinds import Explanation, SlipKind
from claimcheck.criticism.slips import Slip, find_slips
from claimcheck.dates.calendars import calendar_date, ordinal, weekday
from claimcheck.dates.when import DAY, Span, Unit
from claimcheck.dates.wording import Style, span_in_words
from claimcheck.engine.examination import Examination
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Section
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, few

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STYLES = {
    "25 March": "the year begun on 25 March",
    "25 March (Pisan)": "the year begun on 25 March before (the style of Pisa)",
    "1 March": "the year begun on 1 March",
    "1 September": "the year begun on 1 September before",
    "25 December": "the year begun at Christmas before",
}


def slips_section(findings: Examination, asking: Asking) -> Section:
    """The slips that would account for contradictions, as suggestions."""
    corpus = findings.corpus
    found = [slip for slip in findings.once(find_slips) if is_telling(slip)]
    blocks: tuple[Block, ...] = ()
    if found:
        groups = tuple(_gathered(found))
        said = [None, *(slip_says(slips[0]) for slips in groups)]
        items = tuple(
            _item(corpus, slips, asking, is_same=before == now)
            for slips, before, now in zip(groups, said, said[1:], strict=False)
        )
        blocks = (
            Paragraph("These would account for a contradiction. They are suggestions; nothing was corrected."),
        )
        blocks = (*blocks, Listing(items))
    return Section("slips", "Possible slips", blocks)


def is_telling(slip: Slip) -> bool:
    """Whether a slip explains more than any two neighbours: not every date as near is given by one of its kind."""
    return not slip.explanation.room or slip.explanation.given < slip.explanation.room


def _gathered(found: Sequence[Slip]) -> Iterator[list[Slip]]:
    """Slips with one arithmetic together, so far as one claim has a part in all; by arithmetic, in order."""
    groups: list[tuple[str, set[str], list[Slip]]] = []
    for slip in found:
        said = slip_says(slip)
        for text, shared, slips in groups:
            if text == said and shared & set(slip.claims):
                shared &= set(slip.claims)
                slips.append(slip)
                break
        else:
            groups.append((said, set(slip.claims), [slip]))
    first = {text: number for number, (text, _, _) in reversed(list(enumerate(groups)))}
    for _, _, slips in sorted(groups, key=lambda group: first[group[0]]):
        yield slips


_MOST_NAMED = 3


def _item(corpus: Corpus, slips: Sequence[Slip], asking: Asking, *, is_same: bool) -> Item:
    """One arithmetic with all whom it would reconcile: the one who is in every pair first.

    `is_same`: the arithmetic is that of the item before.
    """
    claims = [id for slip in slips for id in slip.claims]
    hub = max(dict.fromkeys(claims), key=claims.count)
    others = [names.joint(corpus, id) for id in dict.fromkeys(claims) if id != hub]
    others += [names.record(corpus, slip.record) for slip in slips if slip.record is not None]
    asked = slips[0].claims if len(slips) == 1 else (hub,)
    beside = "and" if len(others) == 1 else "beside"
    how = "the same arithmetic." if is_same else slip_says(slips[0])
    said = f"{capital(names.joint(corpus, hub))} {beside} {few(others, _MOST_NAMED)}: {how}"
    return Item(said, names.place_of(corpus, hub), asking.why(*asked))


def slip_says(slip: Slip) -> str:
    """A slip with its arithmetic, and how much chance would do: a sentence or two."""
    a, b = sorted((slip.a, slip.b), key=lambda date: date.first)
    said = _arithmetic(a, b, slip.explanation)
    chance = _chance(a, b, slip.explanation)
    return f"{said} {chance}" if chance else said


def _arithmetic(a: DefiniteDate, b: DefiniteDate, found: Explanation) -> str:
    """What turns one date into the other; `a` is the earlier."""
    first, second = _dates(a, b)
    dates = f"{first} and {second}"
    match found.kind:
        case SlipKind.CALENDAR:
            return (
                f"{first} + {found.detail} days = {second}: that many days lie between the Julian and the "
                f"Gregorian calendar in the {_century(a)} century. So the one may be the other in Old Style."
            )
        case SlipKind.CALENDAR_TWICE:
            return (
                f"{first} + 2 × {found.detail} days = {second}: twice what lies between the Julian and the "
                f"Gregorian calendar in the {_century(a)} century, as if a date had been converted the wrong way, "
                f"or once more."
            )
        case SlipKind.YEAR_STYLE:
            return f"{dates} are one date if the year of one of them is counted with {_STYLES[found.detail]}."
        case SlipKind.NEIGHBOURING_MONTH:
            return f"{dates} are the same day of neighbouring months."
        case SlipKind.NEIGHBOURING_YEAR:
            return f"{dates} are the same {_same(a, b)} of neighbouring years."
        case SlipKind.EXCHANGED:
            return f"{dates} are one date with day and month exchanged."
        case SlipKind.TRANSPOSED:
            return f"{dates} differ by two digits of the {_digits(found)}, transposed."
        case SlipKind.LOST:
            return f"{dates} differ by one digit of the {_digits(found)}, lost."
        case SlipKind.MISREAD:
            return f"{dates} differ by one digit of the {_digits(found)}, misread."
        case SlipKind.WEEKDAY if found.detail == "week":
            return f"{dates} lie 7 days apart: the same {WEEKDAYS[weekday(a.first)]} of two weeks."
        case SlipKind.WEEKDAY:
            stated = WEEKDAYS[int(found.detail.split()[1])]
            fits = WEEKDAYS[weekday(a.first)] == stated
            right, wrong = (first, second) if fits else (second, first)
            return (
                f"The {stated} that is stated fits {right}, not {wrong}, which was a "
                f"{WEEKDAYS[weekday((b if fits else a).first)]}."
            )
        case SlipKind.INCLUSIVE if found.detail:
            unit = found.detail.split()[1]
            return (
                f"{dates} would be one if one {unit} more or less were counted, as when the {unit} from which one "
                f"counts is counted too."
            )
        case SlipKind.INCLUSIVE:
            return f"{dates} lie one day apart, as when an interval is counted with its first day and without it."
        case SlipKind.SUNSET:
            return (
                f"{dates} would be one if the day were counted from sunset: its evening comes before its morning."
            )


def _chance(a: DefiniteDate, b: DefiniteDate, found: Explanation) -> str:
    """How many of the dates as near are given by slips of the kind: what chance alone might do."""
    if not found.room:
        return ""
    unit = "day" if a.is_day and b.is_day else "year" if a.unit is Unit.YEAR else "month"
    return f"Such slips give {found.given} of the {found.room:,} {unit}s that lie as near."


def _digits(found: Explanation) -> str:
    field, one, other = found.detail.split()
    return f"{field} ({one} and {other})"


def _same(a: DefiniteDate, b: DefiniteDate) -> str:
    return "day" if a.is_day and b.is_day else "month"


def _dates(a: DefiniteDate, b: DefiniteDate) -> tuple[str, str]:
    """Both dates, each in the calendar in which it was written; the calendars are named where they differ."""
    is_named = a.calendar != b.calendar
    return _date(a, is_named), _date(b, is_named)


def _date(date: DefiniteDate, is_named: bool) -> str:
    last = date.first if date.is_evening else date.last
    said = span_in_words(Span(date.first * DAY, (last + 1) * DAY), Style(date.calendar, is_named=is_named))
    return f"the evening of {said}" if date.is_evening else said


def _century(date: DefiniteDate) -> str:
    return ordinal((calendar_date("gregorian", date.first)[0] - 1) // 100 + 1)
