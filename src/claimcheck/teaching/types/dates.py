"""Exercises on dates: read this date, match account to date, whose view is this.

Belongs here: the three types whose answer is the reading of a date. Does not belong here: how a date is read (see
`claimcheck.dates`), the order of events (see `events`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Dated, Record
from claimcheck.dates.calendars import add_months, calendar_date, day_number
from claimcheck.dates.phrases.rules import RULES
from claimcheck.dates.when import DAY, Span, TimeSet, Unit, Window
from claimcheck.dates.wording import in_words
from claimcheck.engine.findings import Role, Step
from claimcheck.report.blocks import Block, Item, Listing, Paragraph
from claimcheck.report.naming import event_label, question_text, quoted, record_of, record_place, stands_in
from claimcheck.report.reasons import step_says
from claimcheck.teaching.drawing import distinct, spelled
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option, Pairs
from claimcheck.teaching.material import Material, Placed, answer, apart, ref_of, spread
from claimcheck.teaching.wording import account, as_dated, date_text, who

_MOST_WRONG = 6  # the nearest of them: what lies far off misleads nobody
_MOST_SETS = 40  # groups of accounts made for one question


def words_of(dates: TimeSet) -> str:
    """A set of time in words, both ends included."""
    return in_words(Window(dates, dates))


def given_block(material: Material, records: Iterable[Record]) -> tuple[Block, ...]:
    """What may be taken as given to work out a date: the dates of the events that it counts from."""
    items = tuple(Item(given_says(material, record), record_place(material.corpus, record)) for record in records)
    return (Paragraph("Take as given:"), Listing(items)) if items else ()


def given_says(material: Material, record: Record) -> str:
    """A record as a given: "“the congress opens”: “the day after …”"."""
    dated = as_dated(material.corpus, record.when) if record.when is not None else ""
    return f"{event_label(material.corpus, record.event)}: {dated}"


def given_of(material: Material, steps: Iterable[Step]) -> Iterator[Block]:
    """What a derivation takes as given: dates of anchors, and how kinds and events hang together."""
    corpus = material.corpus
    items = []
    for step in steps:
        record = record_of(corpus, step.id or "")
        if step.role is Role.GIVEN and record is not None:
            items.append(Item(given_says(material, record), record_place(corpus, record)))
        elif step.role is Role.GIVEN and step.id in corpus.claims:
            claim = corpus.claims[step.id or ""]
            items.append(Item(account(corpus, claim, material.plain), stands_in(corpus, claim)))
        elif step.role in (Role.KIND, Role.ORDER):
            items.append(Item(step_says(corpus, step)))
    if items:
        yield Paragraph("Take as given:")
        yield Listing(tuple(dict.fromkeys(items)))


def given_steps(material: Material, records: Iterable[Record]) -> tuple[Item, ...]:
    """The same as steps of a derivation."""
    return tuple(Item(f"Given: {given_says(material, r)}.", record_place(material.corpus, r)) for r in records)


def rule_steps(placed: Placed) -> Iterator[Item]:
    """The conventions by which a date is read, a step for each."""
    known = {rule.name: rule for rule in RULES}
    for name in dict.fromkeys(placed.rule.split(" + ")):
        if name in known:
            yield Item(f"By convention ({name}): {known[name].reads}.")
    if placed.calendar != "gregorian":
        yield Item(f"It is stated in the {placed.calendar} calendar, and is turned into the Gregorian.")


# ------------------------------------------------------------------------------------------ read this date


def read_this_date(material: Material) -> Iterator[Draft]:
    """From when to when: for every claim whose date is worded otherwise than it is read."""
    for claim in material.claims:
        placed = material.placed_claim(claim)
        statement = answer(claim)
        if placed is None or statement is None or statement.when is None:
            continue
        right = Option(words_of(placed.narrow), ref_of(placed.narrow))
        if _same_words(statement.when, right.text) or len(placed.narrow.spans) > 3:
            continue
        wrong = tuple(Option(words_of(dates), ref_of(dates)) for dates in _elsewhere(placed))
        wrong = distinct(wrong, (right,))[:_MOST_WRONG]
        if len(wrong) >= 2:
            yield _reading(material, claim, statement.when, placed, right, wrong)


def _reading(
    material: Material, claim: Claim, dated: Dated, placed: Placed, right: Option, wrong: tuple[Option, ...]
) -> Draft:
    corpus = material.corpus
    gregorian = "" if placed.calendar == "gregorian" else f" It is a date of the {placed.calendar} calendar:"
    new_style = "" if placed.calendar == "gregorian" else " In the Gregorian calendar:"
    wide = ""
    if placed.wide != placed.narrow:
        wide = f"At the widest it can mean {words_of(placed.wide)}; no other option touches that."
    steps = (
        Item(f"The wording is {as_dated(corpus, dated)}.", stands_in(corpus, claim)),
        *given_steps(material, placed.anchors),
        *rule_steps(placed),
        Item(f"So it means {right.text}."),
    )
    return Draft(
        ItemType.DATE,
        (claim.id,),
        "Work out what a date can mean, from its first day to its last.",
        (
            Paragraph(f"{_matter(material, claim)} {who(corpus, claim)}: {as_dated(corpus, dated)}."),
            *given_block(material, placed.anchors),
        ),
        f"{quoted(date_text(corpus, dated.text))}:{gregorian}{new_style} from when to when?",
        OneRight(right, wrong),
        Key((), steps, "", cautions=(wide,) if wide else ()),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in placed.anchors),
        questions=questions_of(claim),
        further=("How sure are you? Which word of the source makes it wider or narrower?",) if wide else (),
    )


def questions_of(*claims: Claim) -> frozenset[str]:
    """The questions that claims answer."""
    return frozenset(part.question for claim in claims for part in claim.statements if part.question)


def _matter(material: Material, claim: Claim) -> str:
    """What a claim's date is the date of: its question, its event or its kind."""
    statement = answer(claim)
    if statement is not None and statement.question in material.corpus.questions:
        return question_text(material.corpus, statement.question or "")
    if statement is not None and statement.event is not None:
        return f"When was it that {event_label(material.corpus, statement.event)}?"
    return "When did it happen?"


def _same_words(dated: Dated, words: str) -> bool:
    """Whether a date is worded as it is read, but for the order of the words."""
    return sorted(spelled(dated.text).replace(",", "").split()) == sorted(spelled(words).split())


def _elsewhere(placed: Placed) -> Iterator[TimeSet]:
    """Dates that a hasty reader could take it for, and that share nothing with it even at the widest."""
    for dates in _moved(placed):
        if dates.spans and apart(dates, placed.wide):
            yield dates


def _moved(placed: Placed) -> Iterator[TimeSet]:
    narrow = placed.narrow
    start, stop = narrow.start or 0, narrow.stop or 0
    whole_days = start % DAY == 0 and stop % DAY == 0
    length = stop - start
    if placed.calendar != "gregorian" and whole_days:
        yield _as_written_in(placed.calendar, narrow)  # not converted
    if "part-of-month" in placed.rule and whole_days:
        yield from _thirds(start // DAY)
    for steps in (1, -1, 2, -2):
        if whole_days and length >= 28 * DAY:
            break
        yield _by_seconds(narrow, steps * max(length, DAY if whole_days else length))
    for months in (1, -1, 2, -2, 12, -12, 24, -24, 120, -120):
        if whole_days and (months % 12 == 0 or placed.unit is not Unit.YEAR):
            yield _by_months(narrow, months)
    if not whole_days:
        for days in (1, -1, 7, -7):
            yield _by_seconds(narrow, days * DAY)


def _thirds(day: int) -> Iterator[TimeSet]:
    """The beginning, middle and end of the month of a day, and of its neighbours."""
    year, month, _ = calendar_date("gregorian", day)
    for months in (0, 1, -1):
        first = add_months("gregorian", day_number("gregorian", year, month, 1), months)
        after = add_months("gregorian", first, 1)
        for begins, ends in ((first, first + 10), (first + 10, first + 20), (first + 20, after)):
            yield TimeSet.of((Span(begins * DAY, ends * DAY),))


def _by_seconds(dates: TimeSet, seconds: int) -> TimeSet:
    return TimeSet.of(Span((s.start or 0) + seconds, (s.stop or 0) + seconds) for s in dates.spans)


def _by_months(dates: TimeSet, months: int) -> TimeSet:
    return TimeSet.of(Span(_month_on(s.start or 0, months), _month_on(s.stop or 0, months)) for s in dates.spans)


def _month_on(instant: int, months: int) -> int:
    return add_months("gregorian", instant // DAY, months) * DAY


def _as_written_in(calendar: str, dates: TimeSet) -> TimeSet:
    """The same day of the same month, as if the figures were Gregorian."""
    spans = []
    for span in dates.spans:
        edges = []
        for day in ((span.start or 0) // DAY, (span.stop or 0) // DAY - 1):
            year, month, date = calendar_date(calendar, day)
            edges.append(day_number("gregorian", year, month, min(date, 28)))
        spans.append(Span(edges[0] * DAY, (edges[1] + 1) * DAY))
    return TimeSet.of(spans)


# ---------------------------------------------------------------------------------- match account to date


def match_accounts(material: Material) -> Iterator[Draft]:
    """Three or four accounts and their dates, of which no two share a day even at the widest."""
    dated = [(claim, placed) for claim in material.claims if (placed := material.placed_claim(claim)) is not None]
    for size in (3, 4):
        groups = (
            group
            for group in combinations(dated, size)
            if all(apart(a.wide, b.wide) for (_, a), (_, b) in combinations(group, 2))
        )
        for group in spread(groups, _MOST_SETS):
            draft = _matching(material, group)
            if draft is not None:
                yield draft


def _matching(material: Material, group: tuple[tuple[Claim, Placed], ...]) -> Draft | None:
    corpus = material.corpus
    pairs = tuple(
        (
            Option(account(corpus, claim, material.plain), claim.id),
            Option(words_of(placed.narrow), ref_of(placed.narrow)),
        )
        for claim, placed in group
    )
    rights = tuple(option for _, option in pairs)
    prompts = tuple(prompt for prompt, _ in pairs)
    if len(distinct(rights)) < len(rights) or len(distinct(prompts)) < len(prompts):
        return None
    extra = (
        Option(words_of(dates), ref_of(dates))
        for _, placed in group
        for dates in _elsewhere(placed)
        if all(apart(dates, other.wide) for _, other in group)
    )
    beside = distinct(tuple(extra), rights)[:1]
    anchors = {record.id: record for _, placed in group for record in placed.anchors}
    steps = (
        *given_steps(material, anchors.values()),
        *(
            Item(f"{prompt.text} That is {option.text}.", stands_in(corpus, claim))
            for (prompt, option), (claim, _) in zip(pairs, group, strict=True)
        ),
    )
    claims = tuple(claim for claim, _ in group)
    return Draft(
        ItemType.MATCH,
        tuple(claim.id for claim in claims),
        "Find the date that belongs to each account. One date is left over." if beside else _NO_REST,
        given_block(material, anchors.values()),
        "Which date goes with which account?",
        Pairs(pairs, beside),
        Key((), steps, "No two of these dates share a day, even if each is taken as widely as it can be."),
        asks=frozenset(f"reading:{claim.id}" for claim in claims),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(*claims),
    )


_NO_REST = "Find the date that belongs to each account."


# ------------------------------------------------------------------------------------- whose view is this


def whose_view(material: Material) -> Iterator[Draft]:
    """A date in the words of the calendar, and accounts in their own: whose is it?"""
    for claim in material.claims:
        statement = answer(claim)
        placed = material.placed_claim(claim)
        if placed is None or statement is None or statement.question not in material.corpus.questions:
            continue
        others = tuple(_other_views(material, claim, placed))
        names = distinct(tuple(Option(who(material.corpus, o), "+".join(sorted(o.by)) or o.id) for o in others))
        right = Option(who(material.corpus, claim), "+".join(sorted(claim.by)) or claim.id)
        if len(distinct(names, (right,))) == len(names) >= 2:
            yield _view(material, claim, placed, right, others)


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
        pair = material.pair(claim.id, other.id)
        return bool(theirs) and not pair.if_bridge and not pair.strained
    elsewhere = material.placed_claim(other, claim.statements[0].question)
    return elsewhere is not None and apart(elsewhere.wide, placed.wide)


def _view(material: Material, claim: Claim, placed: Placed, right: Option, others: tuple[Claim, ...]) -> Draft:
    corpus = material.corpus
    shown = sorted((claim, *others), key=lambda one: list(corpus.claims).index(one.id))
    anchors = {record.id: record for record in placed.anchors}
    for other in others:
        theirs = material.placed_claim(other)
        anchors.update({record.id: record for record in theirs.anchors} if theirs is not None else {})
    question = claim.statements[0].question or ""
    view = f"{question_text(corpus, question)} – {words_of(placed.narrow)}."
    steps = (
        *given_steps(material, placed.anchors),
        Item(f"{account(corpus, claim, material.plain)}", stands_in(corpus, claim)),
        Item(f"That is {words_of(placed.narrow)}."),
        *(Item(f"Not {who(corpus, other)}: {_why_not(material, claim, other)}.") for other in others),
    )
    names = tuple(Option(who(corpus, other), "+".join(sorted(other.by)) or other.id) for other in others)
    return Draft(
        ItemType.VIEW,
        (claim.id,),
        "The accounts use words of their own. One of them says what stands below in the words of the calendar.",
        (
            *given_block(material, anchors.values()),
            Paragraph("The accounts:"),
            Listing(tuple(Item(account(corpus, one, material.plain)) for one in shown)),
        ),
        f"{view} Whose view is this?",
        OneRight(right, names),
        Key((), steps, ""),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(claim),
    )


def _why_not(material: Material, claim: Claim, other: Claim) -> str:
    if claim.statements[0].question in questions_of(other):
        placed = material.placed_claim(other, claim.statements[0].question)
        return f"the date given there is {words_of(placed.narrow)}" if placed is not None else "another date"
    asked = next(iter(sorted(questions_of(other))), "")
    return f"what is said there answers another question, {question_text(material.corpus, asked)}"
