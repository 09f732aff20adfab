"""The timeline of one question: its accounts on a line each, over the record.

Belongs here: which accounts have a line, and what stands on it. Does not belong here: positions (see
`controversy`), the axis and places (see `axis`, `layout`), drawing.

Up to eight accounts have a line each. Where they are more, those share one that give the same time and stand
alike: accounts that make positions first, then those that leave open which, then suspected misprints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.corpus.entries import Claim, Statement
from claimcheck.dates.when import EVER, Span, TimeSet
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Answered, Bearing, Standing, Uncounted
from claimcheck.engine.findings import Row as Stood
from claimcheck.engine.parts import Elsewhen, Exclusion, Occurrence, Value
from claimcheck.report.pictures.chart import MOST_SPANS, Chart, Fill, Group, Row
from claimcheck.report.pictures.record import Evidence, brief_for, chart_says, pins_of
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer, value_says
from claimcheck.report.words.dates import accounts_in_order, dated_in
from claimcheck.report.words.grammar import letter, plural
from claimcheck.report.words.standing import STANDING_WORDS

MOST_LANES = 45  # lines that fit a page of paper
_ALONE = 8  # accounts that have a line each; of more, those that stand alike share one
_FILLS = {
    Standing.INCONSISTENT: Fill.DOUBTED,
    Standing.CONTRADICTED: Fill.RULED_OUT,
    Standing.CONTESTED: Fill.DOUBTED,
    Standing.CORROBORATED: Fill.BORNE_OUT,
    Standing.CORROBORATED_IN_PART: Fill.IN_PART,
}


def timeline(examination: Examination, asked: Answered) -> Chart | None:
    """The accounts of a question in time; None unless two of them have a place in it.

    Their sigla are those that they have in the matrix of the question.
    """
    order = [claim.id for claim, _ in examination.once(accounts_in_order).get(asked.question, ())]
    misprints = [id for id, why in asked.uncounted if why is Uncounted.MISPRINT]
    order += [id for id in dict.fromkeys((*asked.accounts, *misprints)) if id not in order]
    signs = dict(zip(order, map(letter, range(len(order))), strict=True))
    stood = {row.claim: row for row in examination.rows}
    held = [id for position in asked.positions for id in (*position.held_by, *position.left_with)]
    parts = [sorted(some, key=order.index) for some in (held, [id for id, _ in asked.undecided], misprints)]
    ids = list(dict.fromkeys(id for some in parts for id in some))
    if len(ids) <= _ALONE:
        ids.sort(key=order.index)
    rows = [_row(examination, asked.question, id, stood[id], signs[id]) for id in ids]
    if sum(row.times is not None for row in rows) < 2:
        return None
    if len(rows) > _ALONE:
        rows = _clustered(rows)
    rows.sort(key=lambda row: row.times is None)
    left_out = len(rows) - MOST_LANES
    rows = rows[:MOST_LANES]
    more = f"and {plural(left_out, 'more account')}" if left_out > 0 else ""
    evidence = [_evidence(stood[id]) for id in ids]
    pins = pins_of(examination, evidence, ids)
    name = names.asked(examination.corpus, asked.question)
    groups = (Group(name, tuple(rows), ("question", asked.question)),)
    brief = brief_for(examination.corpus, groups, pins)
    says = chart_says(f"{len(rows)} lines.", groups, pins, brief)
    return Chart(name, "", groups, tuple(pin for _, pin in pins), brief, more, says, is_lanes=True)


def _row(examination: Examination, question: str, id: str, stood: Stood, sign: str) -> Row:
    corpus = examination.corpus
    times = _times(examination, corpus.claims[id], question)
    fill = _FILLS.get(stood.verdict, Fill.OPEN)
    word = STANDING_WORDS[stood.verdict] if stood.verdict in _FILLS else "open"
    if stood.strained:
        fill, word = (Fill.STRAINED if fill is Fill.OPEN else fill), f"{word}, strained"
    if corpus.claims[id].misprint:
        word = f"{word}, a misprint"
    return Row(
        names=(names.joint(corpus, id),),
        times=times,
        fill=fill,
        word=word,
        short=word,
        answer=_answer(examination, id, question, times),
        sign=sign,
        about=(("claim", id),),
    )


def _answer(examination: Examination, id: str, question: str, times: TimeSet | None) -> str:
    """What is said where it is no date, or where a date says when a value held."""
    if times is None:
        return answer(examination, id, question)
    statements = examination.corpus.claims[id].statements
    return value_says(examination.corpus, question, id) if any(one.value for one in statements) else ""


def _times(examination: Examination, claim: Claim, question: str) -> TimeSet | None:
    """When an account puts what is asked; None where it gives no time, or only says when it was not."""
    statement = next((one for one in claim.statements if one.question in (question, None)), None)
    dated = dated_in(statement) if statement is not None else None
    if statement is None or dated is None:
        return None
    left = examination.placed_dated(dated, 0, claim)
    manner = _manner(examination, claim, statement)
    if left is None or left.narrow == EVER or manner == "not" or len(left.narrow.spans) > MOST_SPANS:
        return None
    if manner == "from":
        return TimeSet((Span(left.narrow.start, None),)) if left.narrow.start is not None else None
    return left.narrow


def _manner(examination: Examination, claim: Claim, statement: Statement) -> str:
    """How the date of a statement is meant: as that in which it was, was not, or from which it held."""
    number = claim.statements.index(statement)
    for part in examination.parts(claim.id):
        if part.number == number:
            match part:
                case Value(start=start, during=None) if start is not None:
                    return "from"
                case Exclusion() | Elsewhen() | Occurrence(date=None):
                    return "not"
            break
    return "in"


def _evidence(stood: Stood) -> Evidence:
    def those(*bearings: Bearing) -> tuple[str, ...]:
        return tuple(id for id, bearing in stood.records if bearing in bearings)

    against = those(Bearing.CONTRADICTS, Bearing.CONTESTS)
    in_favour = those(Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)
    return Evidence(against or in_favour, those(Bearing.CONSISTENT))


def _clustered(rows: Sequence[Row]) -> list[Row]:
    """Rows of the same time and verdict as one, under all their names and sigla."""
    alike: dict[object, list[Row]] = {}
    for row in rows:
        alike.setdefault((row.times, row.answer, row.word), []).append(row)
    return [_cluster(some) for some in alike.values()]


def _cluster(rows: Sequence[Row]) -> Row:
    return replace(
        rows[0],
        names=tuple(dict.fromkeys(name for row in rows for name in row.names)),
        sign=" ".join(row.sign for row in rows),
        about=tuple(target for row in rows for target in row.about),
    )
