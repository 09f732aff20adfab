"""Derivations as an argument made aloud: numbered stated facts with their places, then what follows from which.

Belongs here: the wording of steps, in English, one function for each kind of step. Does not belong here: the
wording of verdicts (see `sentences`), choosing which derivations are shown (see `sections`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.corpus.entries import Claim, Corpus, Dated, Question, Statement
from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.findings import Bound, Clash, Gap, Role, Step, Subject
from claimcheck.engine.parts import role_of, target_of
from claimcheck.report.blocks import Item, Target
from claimcheck.report.dating import as_reasoned, as_taken
from claimcheck.report.moments import gap_in_words, limit_in_words
from claimcheck.report.naming import (
    bridge_says,
    claimants_of,
    event_label,
    event_of_record,
    kind_label,
    line_of,
    question_text,
    record_label,
    record_of,
    short_line_of,
    source_of,
)
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed, quoted, stopped

Written = Callable[[Dated, int], str]  # a date, on one of its readings (from 0), in words


def told(corpus: Corpus, steps: Sequence[Step]) -> tuple[Item, ...]:
    """The steps as items: each stated fact with its place, each deduction with the numbers it rests on."""
    return tuple(Item(step_says(corpus, step, steps), step_place(corpus, step)) for step in steps)


FOLLOWING = (Role.DEDUCTION, Role.CASE, Role.CLASH)  # what is not stated anywhere


def needs_telling(steps: Sequence[Step]) -> bool:
    """Whether a derivation says more than which statements it rests on: a kind, an order, what is supposed.

    Of statements and given dates alone something follows only if there are more than two.
    """
    stated = [step for step in steps if step.role not in FOLLOWING]
    is_derived = len(stated) < len(steps) and len(stated) > 2
    return is_derived or any(step.role not in (Role.CLAIM, Role.RECORD, Role.GIVEN) for step in stated)


def way_of(steps: Sequence[Step]) -> tuple[object, ...]:
    """In which way a derivation goes, whoever says what: two that go the same way need to be told once."""
    return tuple(
        (step.role, step.relation, step.follows, step.bound.subject if step.bound is not None else None)
        if step.role is not Role.CLAIM
        else (step.role,)
        for step in steps
    )


def told_briefly(corpus: Corpus, steps: Sequence[Step]) -> tuple[Item, ...]:
    """The steps for a page that has an entry for every claim and record: of those who and when, and a link.

    Records that give the same event its date are one step, told where the first of them stands.
    """
    gathered: dict[tuple[str, ...] | int, list[int]] = {}
    for number, step in enumerate(steps):
        gathered.setdefault(_dated_event(corpus, step) or number, []).append(number)
    place = {number: at for at, numbers in enumerate(gathered.values()) for number in numbers}
    renumbered = [
        replace(step, follows=tuple(dict.fromkeys(place[number] for number in step.follows if number in place)))
        for step in (steps[numbers[0]] for numbers in gathered.values())
    ]
    items = []
    for step, numbers in zip(renumbered, gathered.values(), strict=True):
        if len(numbers) > 1:
            items.append(_together(corpus, [steps[number] for number in numbers]))
        else:
            items.append(Item(*_brief(corpus, step, renumbered)))
    return tuple(items)


def _dated_event(corpus: Corpus, step: Step) -> tuple[str, ...] | None:
    """What a record attests that dates an event, and no more: its basis and its event."""
    record = record_of(corpus, step.id or "") if step.role in (Role.GIVEN, Role.RECORD) else None
    if record is None or record.when is None or record.none or record.first or record.last:
        return None
    return (step.role, record.basis, record.event or "", record.hedge or "")


def _together(corpus: Corpus, steps: Sequence[Step]) -> Item:
    """Records of one event as one step."""
    records = [record for step in steps if (record := record_of(corpus, step.id or "")) is not None]
    dates = dict.fromkeys(as_taken(corpus, record.when) for record in records if record.when is not None)
    basis = f"given as {records[0].basis}" if steps[0].role is Role.GIVEN else records[0].basis
    hedge = f" ({quoted(records[0].hedge)})" if records[0].hedge else ""
    text = f"{basis[:1].upper()}{basis[1:]}: {record_label(corpus, records[0])}, {'; '.join(dates)}{hedge}."
    return Item(text, about=tuple(("record", record.id) for record in records))


def _brief(corpus: Corpus, step: Step, steps: Sequence[Step]) -> tuple[str, str, str, tuple[Target, ...]]:
    id = step.id or ""
    claim = corpus.claims.get(id) if step.role in (Role.CLAIM, Role.GIVEN) else None
    if claim is not None and record_of(corpus, id) is None:
        who = (
            claimants_of(corpus, claim) if step.role is Role.CLAIM else f"Given, for {claimants_of(corpus, claim)}"
        )
        if claim.stance != "asserts" or not claim.statements:
            return claim_says(corpus, claim, reading=step.reading), "", "", (("claim", id),)

        def write(dated: Dated, reading: int) -> str:
            return as_taken(corpus, dated, max(reading, step.reading - 1))

        said = "; ".join(dict.fromkeys(answer_says(corpus, one, write) for one in claim.statements))
        return f"{who}: {said}", "", "", (("claim", id),)
    record = record_of(corpus, id) if step.role in (Role.RECORD, Role.GIVEN) else None
    if record is not None:
        said = record_says(corpus, id, as_taken)
        word = "Given as " if step.role is Role.GIVEN else ""
        return f"{word}{said}." if word else f"{said[:1].upper()}{said[1:]}.", "", "", (("record", id),)
    return (
        step_says(corpus, step, steps),
        short_line_of(step.position) if step.position is not None else "",
        "",
        (),
    )


def step_place(corpus: Corpus, step: Step) -> str:
    """Source, locator and line of a stated fact; empty for a deduction."""
    source = source_of(corpus, step.source, step.locator) if step.source is not None else step.locator or ""
    return ", ".join(part for part in (source, line_of(step.position)) if part)


def step_says(corpus: Corpus, step: Step, steps: Sequence[Step] = ()) -> str:
    """One step as a sentence; `steps` are those of the whole derivation, to which it may refer."""
    id = step.id or ""
    match step.role:
        case Role.CLAIM:
            claim = corpus.claims.get(id)
            if claim is not None and step.relation == "disputes":
                return f"According to {claimants_of(corpus, claim)}, not all that {step.other} says holds."
            return f"{claim_says(corpus, claim, reading=step.reading)}." if claim is not None else id
        case Role.RECORD:
            said = record_says(corpus, id)
            return f"{said[:1].upper()}{said[1:]}."
        case Role.GIVEN if id in corpus.claims and record_of(corpus, id) is None:
            said = claim_says(corpus, corpus.claims[id], reading=step.reading)
            return f"Given, for this claimant: {said[:1].lower()}{said[1:]}."
        case Role.GIVEN:
            return f"Given as {record_says(corpus, id)}."
        case Role.KIND:
            return _kind_says(corpus, step)
        case Role.ORDER:
            return f"{event_label(corpus, id)} comes after {event_label(corpus, step.other or '')}."
        case Role.BRIDGE:
            return f"Supposed: {bridge_says(corpus, id)}."
        case Role.CASE:
            supposed = bound_says(corpus, step.bound) if step.bound else "it is one of the others"
            return stopped(f"Suppose that {supposed}{_resting(step)}")
        case Role.DEDUCTION:
            said = bound_says(corpus, step.bound) if step.bound else "this follows"
            return stopped(f"So {said}{_resting(step)}")
        case Role.CLASH:
            return _clash_says(corpus, step, steps)


def _kind_says(corpus: Corpus, step: Step) -> str:
    kind, other = step.id or "", step.other or ""
    if step.relation == "is":
        return f"{event_label(corpus, kind)} is a case of {kind_label(corpus, other)}."
    if step.relation == "presupposes":
        return f"{kind_label(corpus, kind)} presupposes {kind_label(corpus, other)}."
    return f"{kind_label(corpus, kind)} counts as {kind_label(corpus, other)}."


def _resting(step: Step) -> str:
    numbers = ", ".join(str(number + 1) for number in step.follows)
    return f" ({numbers})" if numbers else ""


# Why the steps that a clash names cannot all be.
_CLASHING = {
    Clash.VALUES: "{} cannot {} be: they give one thing two values at one time",
    Clash.EXISTENCE: "{} cannot {} be: what is said to have happened is said not to have happened",
    Clash.DISPUTE: "{} cannot {} be: the one denies what the other says",
    Clash.ITSELF: "{} can be true at no time",
    Clash.UNIONS: "{} cannot {} be: there is no year in which their days fall together",
    Clash.BETWEEN: "{} cannot {} be: no such day lies between the two limits",
    Clash.SEARCHED: "{} cannot {} be: every way to date them was tried, and none is left",
}


def _clash_says(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    numbers = [str(number + 1) for number in step.follows]
    named = listed(numbers)
    if step.clash is Clash.CASES:
        return f"So none of the possibilities is left ({', '.join(numbers)})."
    if step.clash is not Clash.DATES:
        assert step.clash is not None
        return stopped(_CLASHING[step.clash].format(named, "both" if len(numbers) == 2 else "all"))
    bounds = [steps[number].bound for number in step.follows] if steps else []
    far = _distance(corpus, [bound for bound in bounds if bound is not None])
    return stopped(f"{named} cannot both be true{far}")


def _distance(corpus: Corpus, bounds: Sequence[Bound]) -> str:
    """How far apart the two limits are that exclude each other, or that one leaves off where the other begins."""
    if len(bounds) != 2:
        return ""
    upper, lower = sorted(bounds, key=lambda bound: bound.is_lower)
    last = upper.instant - (upper.strict or upper.edge in ENDS)
    first = lower.instant - (lower.edge in ENDS and not lower.strict)
    if first - last <= 1 and (first // DAY == last // DAY or upper.other is not None):
        return ": the one leaves off where the other begins"
    if upper.other is not None:
        far = (first - last) // DAY * DAY or first - last
        return f": they are at least {_length(far)} apart, whenever that was"
    gap = Gap(first // DAY - last // DAY, last, first, Unit.DAY)
    return f": they are {gap_in_words(gap, style_of_deductions(corpus))} apart"


ENDS = ("end", "last", "value-end")  # the edges that lie at the stop of a half-open date, and not at its start


def bound_says(corpus: Corpus, bound: Bound) -> str:
    """A limit as a clause: "“…” first happened no later than 13 February 1956"."""
    happened = {"first": "first happened", "last": "last happened", "value": "began to hold"}
    subject = subject_named(corpus, bound.subject)
    if bound.edge == "value-end":
        happened["value"] = "ceased to hold"
    is_plain = bound.subject.form not in happened
    if bound.other is not None:
        began = "began" if bound.edge == "start" else "was over"
        how = began if is_plain and bound.edge else happened.get(bound.subject.form, "happened")
        return f"{subject} {how} {_counted_from(corpus, bound)}"
    limit = _limit_says(corpus, bound)
    if bound.edge == "start" and is_plain:
        return f"{subject} {f'began {limit}' if bound.is_lower else f'had begun {limit}'}"
    if bound.edge == "end" and is_plain:
        return f"{subject} {f'ended {limit}' if bound.is_lower else f'was over {limit}'}"
    no = limit if bound.is_lower or not limit.startswith("by ") else f"no later than {limit[3:]}"
    return f"{subject} {happened.get(bound.subject.form, 'happened')} {no}"


def _limit_says(corpus: Corpus, bound: Bound) -> str:
    """The limit with its preposition: "by 13 February", "not before 14 February", "after 02:00 on …".

    A day is said for its first instant (of what begins not before it) or its last (of what is over by it); where
    the strictness is another, the words say so.
    """
    limit = limit_in_words(bound.instant, bound.unit, bound.is_lower, style_of_deductions(corpus))
    is_end = bound.edge in ENDS
    if bound.instant % DAY:
        if bound.is_lower:
            return f"after {limit}" if bound.strict else f"not before {limit}"
        return f"before {limit}" if bound.strict else f"by {limit}"
    if bound.is_lower:
        if is_end and not bound.strict:
            eve = limit_in_words(bound.instant, bound.unit, False, style_of_deductions(corpus))
            return f"not before the end of {eve}"
        return f"after the beginning of {limit}" if bound.strict and not is_end else f"not before {limit}"
    if is_end and bound.strict:
        return f"before the end of {limit}"
    if not is_end and not bound.strict and bound.edge:
        morrow = limit_in_words(bound.instant, bound.unit, True, style_of_deductions(corpus))
        return f"by the beginning of {morrow}"
    return f"by {limit}"


def _counted_from(corpus: Corpus, bound: Bound) -> str:
    """A limit relative to something without a date: "before “…” began", "at least 3 days after the end of “…”"."""
    assert bound.other is not None
    other = subject_named(corpus, bound.other)
    edges = {"start": "began", "end": "ended", "value": "began to hold", "value-end": "ceased to hold"}
    edge = edges.get(bound.other_edge, "happened")
    edge = f"{bound.other.form} happened" if bound.other.form in ("first", "last") else edge
    if bound.instant == 0:
        if bound.is_lower:
            return f"{'after' if bound.strict else 'not before'} {other} {edge}"
        return f"{'before' if bound.strict else 'no later than when'} {other} {edge}"
    side = "after" if bound.instant > 0 else "before"
    most = bound.is_lower == (bound.instant > 0)
    far = _length(abs(bound.instant))
    word = ("more than" if bound.strict else "at least") if most else ("less than" if bound.strict else "at most")
    return f"{word} {far} {side} {other} {edge}"


def _length(seconds: int) -> str:
    for size, noun in ((DAY, "day"), (3600, "hour"), (60, "minute")):
        if seconds % size == 0:
            number = seconds // size
            years = f" ({number * DAY // (365 * DAY + DAY // 4)} years)" if size == DAY and number > 800 else ""
            return f"{number} {noun}" if number == 1 else f"{number} {noun}s{years}"
    return f"{seconds} seconds"


def subject_named(corpus: Corpus, subject: Subject) -> str:
    """What a limit is about: an event or kind by its label, what a claim speaks of by who speaks."""
    if subject.form in ("first", "last"):
        return kind_label(corpus, subject.id)
    claim = corpus.claims.get(subject.id) if subject.form in ("some", "value") else None
    if claim is not None:
        s = "s" if len(claim.by) == 1 else ""
        said = f"state{s}" if subject.form == "value" else f"speak{s} of"
        return f"what {claimants_of(corpus, claim)} {said}"
    return kind_label(corpus, subject.id) if subject.id in corpus.kinds else event_label(corpus, subject.id)


def record_says(corpus: Corpus, id: str, write: Callable[[Corpus, Dated], str] = as_reasoned) -> str:
    """What a record attests: "documented: “the council meets”, “1 February 1402”"."""
    record = record_of(corpus, id)
    if record is None:
        event = event_of_record(corpus, id)
        return event_label(corpus, event.id) if event is not None else id
    label = record_label(corpus, record)
    date = ""
    if record.when is not None:
        date = f", {write(corpus, record.when)}"
    elif record.not_when is not None:
        date = f", not {write(corpus, record.not_when)}"
    what = f"{label}{date}"
    if record.none is not None:
        what = f"no {kind_label(corpus, record.none)}{date}"
    elif record.first is not None:
        what = f"{label}{date}, the first {kind_label(corpus, record.first)}"
    elif record.last is not None:
        what = f"{label}{date}, the last {kind_label(corpus, record.last)}"
    hedge = f" ({quoted(record.hedge)})" if record.hedge else ""
    return f"{record.basis}: {what}{hedge}"


def claim_says(corpus: Corpus, claim: Claim, part: int | None = None, reading: int = 1) -> str:
    """What a claim comes down to (all its parts, or one), with who says it, on which reading, and its hedge."""
    who = claimants_of(corpus, claim)
    hedge = f" (hedged: {quoted(claim.hedge)})" if claim.hedge else ""
    other = f" (reading {reading})" if reading > 1 else ""
    stated = claim.statements if part is None else claim.statements[part : part + 1]
    if stated:
        write = partial(as_reasoned, corpus)
        # The numbers of readings are those of the claim's own date, its first part.
        own = [reading if statement is claim.statements[0] else 1 for statement in stated]
        said = "; and ".join(
            statement_says(corpus, statement, write, number) for statement, number in zip(stated, own, strict=True)
        )
    elif claim.disputes:
        said = f"not all that {_claims(claim.disputes)} says holds"
    elif claim.reports:
        said = f"{_claims(claim.reports)} is so"
    else:
        said = quoted(claim.says or claim.quote or claim.id)
    match claim.stance:
        case "denies":
            return f"Denied by {who}: {said}{hedge}{other}"
        case "doubts":
            return f"Doubted by {who}: {said}{hedge}{other}"
        case "rejects":
            return f"Rejected as a question by {who}: {said}{hedge}{other}"
    return f"According to {who}, {said}{hedge}{other}"


def _claims(ids: Sequence[str]) -> str:
    return " and ".join(ids)


def statement_says(corpus: Corpus, statement: Statement, write: Written, reading: int = 1) -> str:
    """One stated part as a clause: "“…” first happened: “mid-February” (11–20 February)"."""
    question = _question(corpus, statement)
    dates = _dates(statement, write, reading)
    dated = f": {dates}" if dates else ""
    role, of = role_of(statement, question)
    if statement.none is not None:
        return f"{kind_label(corpus, statement.none)} {'did not happen' if dates else 'never happened'}{dated}"
    if role is not None and statement.value:
        subject = f" of {event_label(corpus, of)}" if of else ""
        return f"the {role}{subject} was {_values(statement)}{', ' if dates else ''}{dates}"
    if question is not None and question.whether is not None and statement.value:
        return f"{question_text(corpus, question.id)} {_values(statement)}{dated}"
    named = f", namely {event_label(corpus, statement.event)}" if statement.event and question else ""
    return f"{_happened(corpus, statement, question)}{named}{dated}"


def answer_says(corpus: Corpus, statement: Statement, write: Written) -> str:
    """What a statement adds to its question: a date or a value, the date as `write` has it."""
    question = _question(corpus, statement)
    if question is None or statement.none is not None:
        return statement_says(corpus, statement, write)
    dates = _dates(statement, write)
    if statement.value:
        return f"{_values(statement)}, {dates}" if dates else _values(statement)
    if dates:
        return dates
    return event_label(corpus, statement.event) if statement.event else "that it happened, without a date"


def _question(corpus: Corpus, statement: Statement) -> Question | None:
    return corpus.questions.get(statement.question) if statement.question is not None else None


def _happened(corpus: Corpus, statement: Statement, question: Question | None) -> str:
    target = target_of(statement, question)
    if target is None:
        return "it happened"
    if target.form == "event":
        return f"{event_label(corpus, target.id)} happened"
    how = "happened" if target.form == "kind" else f"{target.form} happened"
    return f"{kind_label(corpus, target.id)} {how}"


def _values(statement: Statement) -> str:
    return listed(quoted(value) for value in statement.value)


def _dates(statement: Statement, write: Written, reading: int = 1) -> str:
    """The dates of a statement, on the reading that is meant; empty if it has none."""
    dates = []
    if statement.start is not None:
        number = reading if statement.when is None else 1
        dates.append(f"from {_on_reading((statement.start,), write, number)}")
    if statement.when is not None:
        manner = {"throughout": "throughout ", "course": "in the course of "}.get(statement.extent, "")
        dates.append(f"{manner}{_on_reading((statement.when, *statement.or_when), write, reading)}")
    if statement.not_when is not None:
        dates.append(f"not {write(statement.not_when, 0)}")
    return ", ".join(dates)


def _on_reading(stated: Sequence[Dated], write: Written, reading: int) -> str:
    """Of the stated dates with all their readings in order, the one of that number (from 1)."""
    number = reading - 1
    for dated in stated:
        if number < len(dated.when.readings):
            return write(dated, number)
        number -= len(dated.when.readings)
    return write(stated[0], 0)
