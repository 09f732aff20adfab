"""The accounts of each question laid out in time: a lane for each, the record beside them, where they clash.

Belongs here: from a corpus and its findings to the frozen lanes of `lanes`. Does not belong here: what is said
of them (see `timelines_told`), the scale and its ticks (see `axis`), drawing (see `timeline_svg`,
`timeline_text`), verdicts.

Dates stand where the examination places them, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Claim, Dated, Question, Record, Statement
from claimcheck.dates.when import DAY, AllOf, Date, Limit, OneOf, Relation, TimeSet, Window, anchors_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Row, Verdict
from claimcheck.engine.parts import Elsewhen, Exclusion, Occurrence, Value
from claimcheck.report.axis import Edges, axis_of
from claimcheck.report.dating import dated_in
from claimcheck.report.lanes import Clash, Lane, Mark, Tie, Timeline
from claimcheck.report.naming import claimants_of, record_label, record_of
from claimcheck.report.sentences import answer_as_written
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.synopsis import Account, accounts_by_question
from claimcheck.report.words.grammar import listed, quoted

MOST_LANES, MOST_RECORDS = 40, 20  # of accounts and records in one picture, which has to fit a page


@dataclass(frozen=True, slots=True)
class Drawn:
    """The timeline of a question (None: of claims that answer none), and the signs of all its accounts."""

    question: Question | None
    accounts: tuple[Account, ...]
    signs: tuple[str, ...]
    timeline: Timeline | None


def timelines(findings: Examination) -> tuple[Drawn, ...]:
    """Every question that has accounts, with its timeline; None where no account of it has a place in time."""
    rows = {row.claim: row for row in findings.rows}
    against = {frozenset((pair.a, pair.b)): pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS}
    opponents: dict[str, set[str]] = {}
    for pair in against.values():
        opponents.setdefault(pair.a, set()).add(pair.b)
        opponents.setdefault(pair.b, set()).add(pair.a)
    drawn: list[Drawn] = []
    for question, accounts in findings.once(accounts_by_question):
        signs = tuple(letters(len(accounts)))
        timeline = _timeline(findings, question, accounts, signs, rows, opponents)
        drawn.append(Drawn(question, accounts, signs, timeline))
    return tuple(drawn)


def letters(number: int) -> Iterator[str]:
    """So many signs: A to Z, then AA, AB …"""
    for place in range(number):
        sign = ""
        left = place + 1
        while left:
            left, letter = divmod(left - 1, 26)
            sign = chr(65 + letter) + sign
        yield sign


def _timeline(
    findings: Examination,
    question: Question | None,
    accounts: Sequence[Account],
    signs: Sequence[str],
    rows: Mapping[str, Row],
    opponents: Mapping[str, set[str]],
) -> Timeline | None:
    shown = list(zip(accounts, signs, strict=True))[:MOST_LANES]
    lanes = tuple(_account(findings, question, account, sign) for account, sign in shown)
    if not any(lane.marks for lane in lanes):
        return None
    ids = [account.claim.id for account, _ in shown]
    anchors = [_anchors(account) for account, _ in shown]
    bearing, left = _records(findings, [rows[id] for id in ids if id in rows], anchors)
    records = tuple(_record(findings, record, str(number)) for number, record in enumerate(bearing, start=1))
    deciding = _deciding(rows[id] for id in ids if id in rows)
    core = _stretches((*lanes, *(lane for lane in records if lane.id in deciding)))
    records = tuple(lane if lane.id in deciding else _on_scale(lane, core) for lane in records)
    axis = axis_of(_stretches((*lanes, *records)), style_of_deductions(findings.corpus).calendar)
    if axis is None:
        return None
    found = {lane.id: number for number, lane in enumerate(records)}
    ties = tuple(
        Tie(number, found[id])
        for number, (lane, anchored) in enumerate(zip(lanes, anchors, strict=True))
        for id in _recording(findings, anchored)
        if lane.marks and id in found
    )
    clashes = tuple(_clashes(lanes, records, rows, opponents))
    return Timeline(axis, lanes, records, ties, clashes, len(accounts) - len(shown), left)


# ------------------------------------------------------------------------------------------------ lanes


def _account(findings: Examination, question: Question | None, account: Account, sign: str) -> Lane:
    corpus, claim = findings.corpus, account.claim
    statement = _statement(claim, question)
    dated = dated_in(statement) if statement is not None else None
    marks, others, note = _placed(findings, claim, statement, dated)
    manner = _manner(findings, claim, statement) if statement is not None and dated is not None else "in"
    asked = question.id if question is not None else None
    return Lane(
        "claim",
        claim.id,
        sign,
        claimants_of(corpus, claim),
        answer_as_written(corpus, claim, asked),
        marks,
        others,
        manner,
        note=note,
    )


def _statement(claim: Claim, question: Question | None) -> Statement | None:
    for statement in claim.statements:
        if question is None or statement.question == question.id:
            return statement
    return None


def _manner(findings: Examination, claim: Claim, statement: Statement) -> str:
    """How the first date of a statement is meant: as that in which it was, was not, or from which it held."""
    number = claim.statements.index(statement)
    for part in findings.parts(claim.id):
        if part.number == number:
            match part:
                case Value(start=start, during=None) if start is not None:
                    return "from"
                case Exclusion() | Elsewhen() | Occurrence(date=None):
                    return "not"
            break
    return "in"


def _placed(
    findings: Examination, claim: Claim, statement: Statement | None, dated: Dated | None
) -> tuple[tuple[Mark, ...], tuple[Mark, ...], str]:
    """The marks of the first reading, those of the others, and why there are none."""
    if statement is None or dated is None:
        return (), (), "gives no date"
    stated = (dated, *statement.or_when)
    readings = [(one, number) for one in stated for number in range(len(one.when.readings))]
    placed = [marks_of(findings, claim, one, number) for one, number in readings]
    if not placed or not placed[0]:
        anchors = anchors_of(dated.when.readings[0].date) if dated.when.readings else ()
        named = listed(f"@{id}" for id in anchors)
        note = f"dated only by {named}, which the record does not date" if named else "its date sets no limit"
        return (), (), _YEAR_UNKNOWN if _has_too_many(findings, claim, dated) else note
    return placed[0], tuple(mark for marks in placed[1:] for mark in marks if mark not in placed[0]), ""


_MOST_MARKS = 50  # stretches of one date; a day of an unknown year has ten thousand, and no place on an axis
_YEAR_UNKNOWN = "in a year that is not known"


def _has_too_many(findings: Examination, by: Claim | Record, dated: Dated) -> bool:
    left = findings.placed_dated(dated, 0, by) if dated.when.readings else None
    return left is not None and len(left.narrow.spans) > _MOST_MARKS


def marks_of(findings: Examination, by: Claim | Record, dated: Dated, reading: int = 0) -> tuple[Mark, ...]:
    """One mark for each stretch of a date, with its wide ends; none where nothing limits it."""
    left = findings.placed_dated(dated, reading, by)
    if left is None:
        return ()
    if len(left.narrow.spans) > _MOST_MARKS:
        return ()
    earliest, latest = _limits(dated.when.readings[reading].date)
    return tuple(_mark(span.start, span.stop, left.wide, earliest, latest) for span in left.narrow.spans)


def _mark(start: int | None, stop: int | None, wide: TimeSet, earliest: Limit, latest: Limit) -> Mark:
    wide_start, wide_stop = start, stop
    for span in wide.spans:
        within = (span.start is None or (start is not None and span.start <= start)) and (
            span.stop is None or (stop is not None and stop <= span.stop)
        )
        if within:
            wide_start, wide_stop = span.start, span.stop
    return Mark(
        start,
        stop,
        wide_start,
        wide_stop,
        earliest if start is None else Limit.CLOSED,
        latest if stop is None else Limit.CLOSED,
    )


def _limits(date: Date) -> tuple[Limit, Limit]:
    """What the ends without a limit are: open on purpose only where an absolute date says so."""
    match date:
        case Window(earliest=earliest, latest=latest):
            return (
                earliest if earliest is not Limit.CLOSED else Limit.UNKNOWN,
                latest if latest is not Limit.CLOSED else Limit.UNKNOWN,
            )
        case Relation() | AllOf() | OneOf():
            return Limit.UNKNOWN, Limit.UNKNOWN


def _record(findings: Examination, record: Record, sign: str) -> Lane:
    dated = record.when or record.not_when
    marks = marks_of(findings, record, dated) if dated is not None else ()
    note = "" if marks else "attests it without a date" if dated is None else "its date sets no limit"
    if dated is not None and not marks and _has_too_many(findings, record, dated):
        note = _YEAR_UNKNOWN
    return Lane(
        "record",
        record.id,
        sign,
        record_label(findings.corpus, record),
        quoted(dated.text) if dated is not None else "",
        marks,
        (),
        "not" if record.none is not None or (record.when is None and dated is not None) else "in",
        record.basis == "documented",
        note,
    )


# ------------------------------------------------------------------------------------------- the record


def _anchors(account: Account) -> tuple[str, ...]:
    """The events to which the date of an account refers, on any of its readings."""
    if account.dated is None:
        return ()
    return tuple(dict.fromkeys(id for one in account.dated.when.readings for id in anchors_of(one.date)))


def _records(
    findings: Examination, rows: Iterable[Row], anchors: Iterable[Sequence[str]]
) -> tuple[list[Record], int]:
    """The records that decide on the accounts or date their anchors, by their dates, as many as there is room for.

    And how many others there are that bear on the accounts.
    """
    rows = list(rows)
    wanted = dict.fromkeys(_deciding(rows))
    wanted.update(dict.fromkeys(id for group in anchors for id in _recording(findings, group)))
    shown = list(wanted)[:MOST_RECORDS]
    others = (id for row in rows for id, _ in row.records)
    every = [
        one for id in dict.fromkeys((*wanted, *others)) if (one := record_of(findings.corpus, id)) is not None
    ]
    chosen = sorted((one for one in every if one.id in shown), key=lambda record: _start(findings, record))
    return chosen, len(every) - len(chosen)


def _deciding(rows: Iterable[Row]) -> tuple[str, ...]:
    """The records that do something to a claim."""
    return tuple(id for row in rows for id, bearing in row.records if bearing is not Bearing.CONSISTENT)


def _recording(findings: Examination, events: Iterable[str]) -> Iterator[str]:
    """The dated records in view of the events."""
    for id in events:
        yield from (one.id for one in findings.view.records if one.event == id and one.when is not None)


def _start(findings: Examination, record: Record) -> tuple[int, int]:
    marks = marks_of(findings, record, record.when) if record.when is not None else ()
    first = marks[0] if marks else None
    if first is None:
        return (1, 0)
    return (0, first.start if first.start is not None else first.stop or 0)


# --------------------------------------------------------------------------------------------- the axis


def _on_scale(lane: Lane, core: Sequence[Edges]) -> Lane:
    """A record that decides nothing, without its mark where that would draw everything else together."""
    if not core or not lane.marks:
        return lane
    first, last = min(start for start, _ in core), max(stop for _, stop in core)
    room = max((last - first) // 3, DAY)
    edges = [edge for mark in lane.marks for edge in (mark.start, mark.stop) if edge is not None]
    if all(first - room <= edge <= last + room for edge in edges):
        return lane
    where = "earlier" if max(edges) < first else "later"
    return replace(lane, marks=(), note=f"{lane.says}, {where} than is drawn".strip(", "))


def _stretches(lanes: Iterable[Lane]) -> list[Edges]:
    """Every limit that must be seen, and room beside them for what is without limit on one side."""
    found: list[Edges] = []
    goes_back = goes_on = False
    for lane in lanes:
        for mark in (*lane.marks, *lane.others):
            start = mark.wide_start if mark.wide_start is not None else mark.start
            stop = mark.wide_stop if mark.wide_stop is not None else mark.stop
            goes_back = goes_back or mark.start is None
            goes_on = goes_on or mark.stop is None or lane.manner == "from"
            if start is not None or stop is not None:
                first = start if start is not None else (stop or 0) - DAY
                found.append((first, stop if stop is not None else first + DAY))
    if found:
        first, last = min(start for start, _ in found), max(stop for _, stop in found)
        room = max((last - first) // 8, DAY)
        found += [(first - room, first)] if goes_back else []
        found += [(last, last + room)] if goes_on else []
    return found


# --------------------------------------------------------------------------------------------- clashes


_RULING = (Bearing.CONTRADICTS, Bearing.CONTESTS)


def _clashes(
    lanes: Sequence[Lane], records: Sequence[Lane], rows: Mapping[str, Row], opponents: Mapping[str, set[str]]
) -> Iterator[Clash]:
    for number, lane in enumerate(lanes):
        against = opponents.get(lane.id, set())
        for other in range(number + 1, len(lanes)):
            if lanes[other].id in against:
                yield Clash(number, other, False, _between(lane, lanes[other]))
        row = rows.get(lane.id)
        ruling = {id for id, bearing in row.records if bearing in _RULING} if row else set()
        for place, record in enumerate(records):
            if record.id in ruling:
                yield Clash(number, place, True, _between(lane, record))


def _between(a: Lane, b: Lane) -> int | None:
    """The middle of the gap between two lanes, of several gaps the least; None where they share time."""
    gaps: list[tuple[int, int]] = []
    for one in a.marks:
        for other in b.marks:
            first, second = sorted((_edges(one), _edges(other)))
            if second[0] < first[1]:
                return None
            gaps.append((second[0] - first[1], (first[1] + second[0]) // 2))
    return min(gaps)[1] if gaps else None


_FAR = 10**15  # seconds; beyond any date that is drawn


def _edges(mark: Mark) -> Edges:
    return mark.start if mark.start is not None else -_FAR, mark.stop if mark.stop is not None else _FAR
