"""What claims and records say, at length; and derivations for a page that has an entry for each of them.

Belongs here: the wording of statements and their dates, in English. Does not belong here: the wording of verdicts
(see `sentences`) and of proofs (see `words.proofs`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from claimcheck.corpus.entries import Claim, Corpus, Dated, Question, Statement
from claimcheck.engine.findings import Role, Step
from claimcheck.engine.parts import role_of, target_of
from claimcheck.report.dating import as_reasoned
from claimcheck.report.naming import (
    claimants_of,
    event_label,
    event_of_record,
    kind_label,
    question_text,
    record_label,
    record_of,
)
from claimcheck.report.words.grammar import listed, quoted
from claimcheck.report.words.proofs import FOLLOWING

Written = Callable[[Dated, int], str]  # a date, on one of its readings (from 0), in words


def needs_telling(steps: Sequence[Step]) -> bool:
    """Whether a derivation says more than which statements it rests on: a kind, an order, what is supposed.

    Of statements and given dates alone something follows only if there are more than two.
    """
    stated = [step for step in steps if step.role not in FOLLOWING]
    is_derived = len(stated) < len(steps) and len(stated) > 2
    return is_derived or any(step.role not in (Role.CLAIM, Role.RECORD, Role.GIVEN) for step in stated)


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
        said = f"not all that {listed(claim.disputes)} says holds"
    elif claim.reports:
        said = f"{listed(claim.reports)} is so"
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
