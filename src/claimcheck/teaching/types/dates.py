"""Exercises on dates: read this date, old style and new, match account to date, whose view is this.

Belongs here: the types whose answer is the reading of a date, and the misreadings that pupils make of one, each
with its name and the date that it leads to. Does not belong here: how a date is read (see `claimcheck.dates`), the
order of events (see `events`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Dated
from claimcheck.dates.calendars import add_months, calendar_date, has_roman_months, month_start
from claimcheck.dates.when import DAY, Relation, Span, TimeSet
from claimcheck.dates.wording import calendar_in_words
from claimcheck.report.blocks import Item, Listing, Paragraph
from claimcheck.report.words.grammar import capital, quoted, stopped
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option, Pairs
from claimcheck.teaching.material import Material, Placed, answer, apart, dates_of, ref_of, spread
from claimcheck.teaching.types.givens import differences, given_block, given_steps, questions_of, rule_steps
from claimcheck.teaching.wording import as_dated, date_text, has_words_of, place, who

_MOST_SETS = 40  # groups of accounts made for one question


# ------------------------------------------------------------------------------------------ read this date


def read_this_date(material: Material) -> Iterator[Draft]:
    """From when to when: for every claim whose date is worded otherwise than it is read."""
    for claim, dated, placed in _dated_claims(material):
        is_read_out = (
            dated.read is not None and not placed.anchors and "clock" in placed.rule
        )  # only the hour's form
        if not _is_of_another_style(material, placed) and material.needs_working_out(dated) and not is_read_out:
            yield from _reading(material, claim, dated, placed, ItemType.DATE)


def old_and_new_style(material: Material) -> Iterator[Draft]:
    """A date of another calendar, or of a year that begins on another day, said in those of the corpus."""
    for claim, dated, placed in _dated_claims(material):
        if _is_of_another_style(material, placed):
            yield from _reading(material, claim, dated, placed, ItemType.STYLES)


def _dated_claims(material: Material) -> Iterator[tuple[Claim, Dated, Placed]]:
    for claim in material.claims:
        placed, statement = material.placed_claim(claim), answer(claim)
        if placed is None or statement is None or statement.when is None or len(placed.narrow.spans) != 1:
            continue
        yield claim, statement.when, placed


def _is_of_another_style(material: Material, placed: Placed) -> bool:
    """Whether the calendar or the beginning of the year makes a difference to this very date."""
    own = material.style
    start = (placed.narrow.start or 0) // DAY
    if placed.calendar != own.calendar and has_roman_months(placed.calendar) and has_roman_months(own.calendar):
        return calendar_date(placed.calendar, start) != calendar_date(own.calendar, start)
    return placed.year_begins != own.year_begins and calendar_date(own.calendar, start)[1] <= 3


def _reading(material: Material, claim: Claim, dated: Dated, placed: Placed, type: ItemType) -> Iterator[Draft]:
    right = Option(material.words_of(placed.narrow), ref_of(placed.narrow))
    # Of another style the misreadings of the style come first, and leave no room for others.
    wrong = tuple(misreadings(material, dated, placed))[: 3 if type is ItemType.STYLES else 6]
    if len(wrong) < 2:
        return
    corpus = material.corpus
    wording = quoted(date_text(corpus, dated.text, material.plain))
    asks = f"{wording}: from when to when?"
    if type is ItemType.STYLES:
        asks = f"{wording}: which day was that in the {calendar_in_words(material.style.calendar)} calendar, with "
        asks += f"years from {material.style.year_begins}?"
    wide = ""
    if placed.wide != placed.narrow:
        wide = f"At the widest it can mean {material.words_of(placed.wide)}; no other option touches that."
    steps = (
        Item(f"The wording is {as_dated(corpus, dated)}.", place(corpus, claim)),
        *given_steps(material, placed.anchors),
        *rule_steps(material, placed),
        Item(stopped(f"So it means {right.text}")),
    )
    yield Draft(
        type,
        (claim.id,),
        "Work out what a date can mean, from its first day to its last.",
        (
            Paragraph(
                f"{_matter(material, claim)} {who(corpus, claim)}: {as_dated(corpus, dated, material.plain)}."
            ),
            *differences(material, (placed,)),
            *given_block(material, placed.anchors),
        ),
        asks,
        OneRight(right, wrong),
        Key((), steps, cautions=(wide,) if wide else ()),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in placed.anchors),
        questions=questions_of(claim),
        further=("How sure are you? Which word of the source makes it wider or narrower?",) if wide else (),
    )


def _matter(material: Material, claim: Claim) -> str:
    """What a claim's date is the date of: its question, its event or its kind."""
    statement = answer(claim)
    if statement is not None and statement.question in material.corpus.questions:
        return material.asked(statement.question or "")
    if statement is not None and statement.event is not None:
        return f"When was it that {material.label(statement.event)}?"
    return "When did it happen?"


# ---------------------------------------------------------------------------------- match account to date


def match_accounts(material: Material) -> Iterator[Draft]:
    """Three or four accounts and their dates, of which no two share a day even at the widest."""
    dated = [
        (claim, when, placed)
        for claim, when, placed in _dated_claims(material)
        if not has_words_of(material.words_of(placed.narrow), material.account(claim))
    ]
    for size in (3, 4):
        groups = (
            group
            for group in combinations(dated, size)
            if all(apart(a.wide, b.wide) for (_, _, a), (_, _, b) in combinations(group, 2))
        )
        for group in spread(groups, _MOST_SETS):
            yield _matching(material, group)


def _matching(material: Material, group: tuple[tuple[Claim, Dated, Placed], ...]) -> Draft:
    corpus = material.corpus
    pairs = tuple(
        (
            Option(material.account(claim), claim.id),
            Option(material.words_of(placed.narrow), ref_of(placed.narrow)),
        )
        for claim, _, placed in group
    )
    extra = tuple(
        Option(option.text, option.ref, f"{option.slip} ({who(corpus, claim)})")
        for claim, dated, placed in group
        for option in misreadings(material, dated, placed)
        if all(apart(dates_of(option.ref), other.wide) for _, _, other in group)
    )[:1]
    anchors = {record.id: record for _, _, placed in group for record in placed.anchors}
    steps = (
        *given_steps(material, anchors.values()),
        *(
            Item(stopped(f"{capital(prompt.text)} That is {option.text}"), place(corpus, claim))
            for (prompt, option), (claim, _, _) in zip(pairs, group, strict=True)
        ),
    )
    claims = tuple(claim for claim, _, _ in group)
    return Draft(
        ItemType.MATCH,
        tuple(claim.id for claim in claims),
        f"Find the date that belongs to each account.{' One date is left over.' if extra else ''}",
        (*differences(material, (placed for _, _, placed in group)), *given_block(material, anchors.values())),
        "Which date goes with which account?",
        Pairs(pairs, extra),
        Key((), steps, "No two of these dates share a day, even if each is taken as widely as it can be."),
        asks=frozenset(f"reading:{claim.id}" for claim in claims),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(*claims),
    )


# ----------------------------------------------------------------- the misreadings that pupils make of a date


Misread = tuple[TimeSet, str]
_HOUR = 3600
_INCLUSIVE = "counted inclusively: the day or year from which it is counted was counted in, or left out twice"


def misreadings(material: Material, dated: Dated, placed: Placed) -> Iterator[Option]:
    """Dates for which it could be taken, that share nothing with it even at the widest, each once."""
    seen: set[str] = set()
    for dates, slip in _misread(material, dated, placed):
        if dates.spans and None not in (dates.start, dates.stop) and apart(dates, placed.wide):
            option = Option(material.words_of(dates), ref_of(dates), slip)
            if option.text not in seen:
                seen.add(option.text)
                yield option


def _misread(material: Material, dated: Dated, placed: Placed) -> Iterator[Misread]:
    own = material.style.calendar
    narrow = placed.narrow
    start, stop = narrow.start or 0, narrow.stop or 0
    if placed.calendar != own and has_roman_months(placed.calendar) and has_roman_months(own):
        figures = _as_written_in(placed.calendar, own, narrow)
        yield figures, "the calendar was not turned: its figures were kept"
        offset = (figures.start or 0) - start
        yield _moved(figures, offset), "the difference of the calendars was counted the wrong way"
        yield _moved(narrow, DAY), "the difference of the calendars was counted inclusively"
    if placed.year_begins != material.style.year_begins:
        for months in (-12, 12):
            as_written = calendar_date(own, start // DAY)[0] + months // 12 == _year_as_written(dated)
            slip = "the year was taken as written" if as_written else "the year was moved the wrong way"
            yield _by_months(narrow, months, own), slip
    date = dated.when.readings[0].date
    if isinstance(date, Relation):
        yield from _of_relation(material, date, placed)
    if not start % DAY and not stop % DAY:
        yield from _of_part(placed.rule, start // DAY, stop // DAY, placed.calendar)
    else:
        yield from _of_hours(placed.rule, start, narrow)


def _year_as_written(dated: Dated) -> int:
    digits = "".join(char if char.isdigit() else " " for char in dated.read or dated.text).split()
    return max((int(number) for number in digits), default=0)


def _of_relation(material: Material, date: Relation, placed: Placed) -> Iterator[Misread]:
    """What is counted from another date: that date itself, one too many or too few, the other direction."""
    for record in placed.anchors[:1]:
        anchor = material.findings.placed_dated(record.when, 0, record)
        if anchor is not None:
            yield anchor.narrow, "what it is counted from was taken for the date itself"
            yield from _of_count(date, anchor.narrow, placed.narrow, material.style.calendar)


def _of_count(date: Relation, anchor: TimeSet, narrow: TimeSet, calendar: str) -> Iterator[Misread]:
    """One unit too many or too few, and as many the other way."""
    points = [point for point in (date.earliest, date.latest) if point is not None]
    start, from_start = narrow.start or 0, anchor.start or 0
    if any(point.months for point in points):
        here, there = calendar_date(calendar, start // DAY), calendar_date(calendar, from_start // DAY)
        months = (here[0] - there[0]) * 12 + here[1] - there[1]
        step = 12 if all(point.months % 12 == 0 for point in points) else 1
        yield _by_months(narrow, step, calendar), _INCLUSIVE
        yield _by_months(narrow, -step, calendar), _INCLUSIVE
        yield _by_months(anchor, -months, calendar), "counted the wrong way"
    elif start % DAY == 0 and abs(start - from_start) < 400 * DAY:
        yield _moved(narrow, DAY), _INCLUSIVE
        yield _moved(narrow, -DAY), _INCLUSIVE
        yield _moved(anchor, from_start - start), "counted the wrong way"


def _of_part(rule: str, first: int, after: int, calendar: str) -> Iterator[Misread]:
    """Parts of months and years, centuries, and years before Christ."""
    year, month, day = calendar_date(calendar, first)
    if "part-of-month" in rule:
        begins = month_start(calendar, year, month)
        ends = add_months(calendar, begins, 1)
        if day > 15:
            yield _days(begins, begins + 15), "the wrong half of the month"
            yield _days(ends, ends + 10), "“late” in the month was taken for after its end"
        elif day == 1:
            yield _days(begins + 15, ends), "the wrong half of the month"
            before = add_months(calendar, begins, -1)
            yield _days(before + 20, begins), "“early” in the month was taken for before its beginning"
        else:
            yield (
                _days(add_months(calendar, begins, 1) + 10, add_months(calendar, begins, 1) + 20),
                ("the middle of the next month: the month was counted from 0"),
            )
            before = add_months(calendar, begins, -1)
            yield _days(before + 10, before + 20), "the middle of the month before: the month was counted from 0"
    if "part-of-year" in rule or "season" in rule:
        begins = month_start(calendar, year, 1)
        half, ends = add_months(calendar, begins, 6), add_months(calendar, begins, 12)
        if month >= 7:
            yield _days(begins, half), "the wrong half of the year"
            yield _days(ends, add_months(calendar, ends, 4)), "“late” in the year was taken for after its end"
        elif month <= 4 and "season" not in rule:
            yield _days(half, ends), "the wrong half of the year"
            yield (
                _days(add_months(calendar, begins, -4), begins),
                ("“early” in the year was taken for before its beginning"),
            )
    last = calendar_date(calendar, after - 1)[0]
    if last <= 0 and (first, after) == (month_start(calendar, year, 1), month_start(calendar, last + 1, 1)):
        yield _days(month_start(calendar, 1 - last, 1), month_start(calendar, 2 - year, 1)), "BC was taken for AD"
    if "century" in rule and year > 0:
        begins = add_months(calendar, first, 1200)
        yield (
            _days(begins, add_months(calendar, after, 1200)),
            ("the number of the century was taken for its hundreds"),
        )
        yield _days(add_months(calendar, first, -1200), first), "the century was counted one too far"


def _of_hours(rule: str, start: int, narrow: TimeSet) -> Iterator[Misread]:
    """Hours: the other half of the day, the day for the night, the night before for the night after."""
    if "night" in rule or "part-of-day" in rule:
        day = start // DAY
        hour = start % DAY // _HOUR
        if hour >= 18:
            yield TimeSet.of((Span(day * DAY + 6 * _HOUR, day * DAY + 12 * _HOUR),)), "the wrong half of the day"
            yield _moved(narrow, -DAY), "the evening or night before was taken for that of the day"
            yield _moved(narrow, DAY), "the date of the morning after was taken for that of the night"
        else:
            yield _moved(narrow, 12 * _HOUR), "the wrong half of the day"
            yield _moved(narrow, -DAY), "the day before was taken for the day"
    elif "hour" in rule:
        yield _moved(narrow, 12 * _HOUR), "a.m. was taken for p.m., or p.m. for a.m."
        yield _moved(narrow, -12 * _HOUR), "the other half of the day, counted from the day before"
        yield _moved(narrow, DAY), "the next day was taken for the day"


def _days(first: int, after: int) -> TimeSet:
    return TimeSet.of((Span(first * DAY, after * DAY),))


def _moved(dates: TimeSet, seconds: int) -> TimeSet:
    return TimeSet.of(Span((s.start or 0) + seconds, (s.stop or 0) + seconds) for s in dates.spans)


def _by_months(dates: TimeSet, months: int, calendar: str) -> TimeSet:
    return TimeSet.of(
        Span(_month_on(s.start or 0, months, calendar), _month_on(s.stop or 0, months, calendar))
        for s in dates.spans
    )


def _month_on(instant: int, months: int, calendar: str) -> int:
    day, second = divmod(instant, DAY)
    return add_months(calendar, day, months) * DAY + second


def _as_written_in(calendar: str, other: str, dates: TimeSet) -> TimeSet:
    """The date moved as if its figures were those of the other calendar."""
    first = (dates.start or 0) // DAY
    year, month, day = calendar_date(calendar, first)
    return _moved(dates, (month_start(other, year, month) + min(day, 28) - 1 - first) * DAY)


# ------------------------------------------------------------------------------------------------- whose view


def whose_view(material: Material) -> Iterator[Draft]:
    """A date in the words of the calendar, and accounts of other positions or questions: whose is it?"""
    for claim in material.claims:
        statement = answer(claim)
        placed = material.placed_claim(claim)
        if placed is None or statement is None or statement.question not in material.corpus.questions:
            continue
        others = tuple(_other_views(material, claim, placed))
        words = material.words_of(placed.narrow).removesuffix(" o.s.").removesuffix(" n.s.")
        # Where the account has the very words of the calendar there is nothing to work out.
        if len(others) >= 2 and not has_words_of(words, material.account(claim)):
            yield _view(material, claim, placed, others)


def _other_views(material: Material, claim: Claim, placed: Placed) -> Iterator[Claim]:
    """A claim of each claimant who certainly does not hold this view: of another date, or another question."""
    question = claim.statements[0].question
    by: dict[tuple[str, ...], list[Claim]] = {}
    for other in material.claims:
        by.setdefault(tuple(sorted(other.by)) or (other.id,), []).append(other)
    own = set(claim.by) or {claim.id}
    found = []
    for people, claims in by.items():
        if own & set(people) or not all(_is_another(material, claim, placed, other) for other in claims):
            continue
        on_it = [other for other in claims if question in questions_of(other)]
        shown = next(iter(on_it), None) or next((o for o in claims if material.placed_claim(o)), None)
        if shown is not None:
            found.append((not on_it, shown))
    yield from (shown for _, shown in sorted(found, key=lambda pair: pair[0])[:3])


def _is_another(material: Material, claim: Claim, placed: Placed, other: Claim) -> bool:
    """Whether a claim certainly says something else: of another question, or of a date that shares no day."""
    if claim.id in (*other.reports, *other.disputes, *other.rests_on) or other.id in (
        *claim.reports,
        *claim.rests_on,
    ):
        return False
    mine, theirs = questions_of(claim), questions_of(other)
    if not mine & theirs:
        return bool(theirs) and material.is_clean(claim.id, other.id)
    elsewhere = material.placed_claim(other, claim.statements[0].question)
    return elsewhere is not None and apart(elsewhere.wide, placed.wide)


def _view(material: Material, claim: Claim, placed: Placed, others: tuple[Claim, ...]) -> Draft:
    corpus = material.corpus
    shown = sorted((claim, *others), key=lambda one: list(corpus.claims).index(one.id))
    anchors = {record.id: record for record in placed.anchors}
    for other in others:
        theirs = material.placed_claim(other)
        anchors.update({record.id: record for record in theirs.anchors} if theirs is not None else {})
    question = claim.statements[0].question or ""
    why = {other.id: _why_not(material, claim, other) for other in others}
    steps = (
        *given_steps(material, placed.anchors),
        Item(material.account(claim), place(corpus, claim)),
        Item(stopped(f"That is {material.words_of(placed.narrow)}")),
        *(Item(stopped(f"Not {who(corpus, other)}: {why[other.id]}")) for other in others),
    )

    def named(one: Claim, slip: str = "") -> Option:
        return Option(who(corpus, one), "+".join(sorted(one.by)) or one.id, slip)

    return Draft(
        ItemType.VIEW,
        (claim.id,),
        "The accounts use words of their own. One of them says what stands below in the words of the calendar.",
        (
            *given_block(material, anchors.values()),
            Paragraph("The accounts:"),
            Listing(tuple(Item(material.account(one)) for one in shown)),
        ),
        f"{stopped(f'{material.asked(question)} – {material.words_of(placed.narrow)}')} Whose view is this?",
        OneRight(named(claim), tuple(named(other, why[other.id]) for other in others)),
        Key((), steps),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(claim),
    )


def _why_not(material: Material, claim: Claim, other: Claim) -> str:
    question = claim.statements[0].question
    if question in questions_of(other):
        placed = material.placed_claim(other, question)
        return (
            f"the date given there is {material.words_of(placed.narrow)}" if placed is not None else "another date"
        )
    asked = next(iter(sorted(questions_of(other))), "")
    return f"another question was taken for this one: {material.asked(asked)}"
