"""The accounts of each question laid out in time: a lane for each, the record beside them, where they clash.

Belongs here: from a corpus and its findings to the frozen lanes of `lanes`, and the section of the report that
shows them. Does not belong here: the scale and its ticks (see `axis`), drawing (see `timeline_svg`,
`timeline_text`), verdicts.

Dates that rest on others are placed as they are shown everywhere (see `claimcheck.criticism.placing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Corpus, Dated, Question, Record, Statement
from claimcheck.criticism.placing import resolved
from claimcheck.dates.when import DAY, AllOf, Date, Limit, OneOf, Relation, Span, TimeSet, Window, anchors_of
from claimcheck.dates.wording import in_words
from claimcheck.engine.findings import Bearing, Findings, Row, Verdict
from claimcheck.report.asking import Asking
from claimcheck.report.axis import Edges, axis_of
from claimcheck.report.blocks import Block, Picture, Section, Table, Target
from claimcheck.report.dating import as_read, dated_in
from claimcheck.report.lanes import Clash, Lane, Mark, Tie, Timeline
from claimcheck.report.naming import (
    claimants_of,
    event_label,
    listed,
    question_text,
    quoted,
    record_of,
)
from claimcheck.report.sentences import answer_as_written
from claimcheck.report.synopsis import Account, accounts_by_question

MOST_LANES, MOST_RECORDS = 40, 20  # of accounts and records in one picture, which has to fit a page


@dataclass(frozen=True, slots=True)
class Drawn:
    """The timeline of a question (None: of claims that answer none), and the signs of all its accounts."""

    question: Question | None
    accounts: tuple[Account, ...]
    signs: tuple[str, ...]
    timeline: Timeline | None


def timeline_section(corpus: Corpus, findings: Findings, asking: Asking) -> Section:
    """The accounts of each question in time, with the record. Questions with nothing to place are left out."""
    blocks: list[Block] = [
        picture(corpus, drawn, drawn.timeline)
        for drawn in timelines(corpus, findings)
        if drawn.timeline is not None
    ]
    return Section("timeline", "Timelines", tuple(blocks))


def timelines(corpus: Corpus, findings: Findings) -> Iterator[Drawn]:
    """Every question that has accounts, with its timeline; None where no account of it has a place in time."""
    rows = {row.claim: row for row in findings.rows}
    against = {frozenset((pair.a, pair.b)): pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS}
    opponents: dict[str, set[str]] = {}
    for pair in against.values():
        opponents.setdefault(pair.a, set()).add(pair.b)
        opponents.setdefault(pair.b, set()).add(pair.a)
    for question, accounts in accounts_by_question(corpus, findings):
        signs = tuple(letters(len(accounts)))
        yield Drawn(question, accounts, signs, _timeline(corpus, question, accounts, signs, rows, opponents))


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
    corpus: Corpus,
    question: Question | None,
    accounts: Sequence[Account],
    signs: Sequence[str],
    rows: Mapping[str, Row],
    opponents: Mapping[str, set[str]],
) -> Timeline | None:
    shown = list(zip(accounts, signs, strict=True))[:MOST_LANES]
    lanes = tuple(_account(corpus, question, account, sign) for account, sign in shown)
    if not any(lane.marks for lane in lanes):
        return None
    ids = [account.claim.id for account, _ in shown]
    anchors = [_anchors(account) for account, _ in shown]
    bearing = _records(corpus, [rows[id] for id in ids if id in rows], anchors)
    records = tuple(
        _record(corpus, record, str(number)) for number, record in enumerate(bearing[:MOST_RECORDS], start=1)
    )
    axis = axis_of(_stretches((*lanes, *records)), _calendar(account for account, _ in shown))
    if axis is None:
        return None
    found = {lane.id: number for number, lane in enumerate(records)}
    ties = tuple(
        Tie(number, found[id])
        for number, (lane, anchored) in enumerate(zip(lanes, anchors, strict=True))
        for id in _recording(corpus, anchored)
        if lane.marks and id in found
    )
    clashes = tuple(_clashes(lanes, records, rows, opponents))
    left = len(accounts) - len(shown), len(bearing) - len(records)
    return Timeline(axis, lanes, records, ties, clashes, *left)


# ------------------------------------------------------------------------------------------------ lanes


def _account(corpus: Corpus, question: Question | None, account: Account, sign: str) -> Lane:
    claim = account.claim
    statement = _statement(claim, question)
    dated = dated_in(statement) if statement is not None else None
    marks, others, note = _placed(corpus, statement, dated)
    manner = "in"
    if statement is not None and dated is not None:
        if statement.value and statement.when is None and statement.start is not None:
            manner = "from"
        elif claim.stance == "denies" or statement.none is not None or dated is statement.not_when:
            manner = "not"
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


def _placed(
    corpus: Corpus, statement: Statement | None, dated: Dated | None
) -> tuple[tuple[Mark, ...], tuple[Mark, ...], str]:
    """The marks of the first reading, those of the others, and why there are none."""
    if statement is None or dated is None:
        return (), (), "gives no date"
    stated = (dated, *statement.or_when)
    readings = [(one, number) for one in stated for number in range(len(one.when.readings))]
    placed = [marks_of(corpus, one, number) for one, number in readings]
    if not placed or not placed[0]:
        anchors = anchors_of(dated.when.readings[0].date) if dated.when.readings else ()
        named = listed(f"@{id}" for id in anchors)
        note = f"dated only by {named}, which the record does not date" if named else "its date sets no limit"
        return (), (), note
    return placed[0], tuple(mark for marks in placed[1:] for mark in marks if mark not in placed[0]), ""


def marks_of(corpus: Corpus, dated: Dated, reading: int = 0) -> tuple[Mark, ...]:
    """One mark for each stretch of a date, with its wide ends; none where nothing limits it."""
    date = dated.when.readings[reading].date
    narrow = resolved(corpus, date)
    if narrow is None or not narrow.spans or (narrow.start is None and narrow.stop is None):
        return ()
    wide = resolved(corpus, date, is_wide=True)
    if dated.wide is not None and dated.wide.readings:
        wider = resolved(corpus, dated.wide.readings[0].date)
        wide = narrow.union(wider) if wider is not None else wide
    earliest, latest = _limits(date)
    return tuple(_mark(span.start, span.stop, wide or narrow, earliest, latest) for span in narrow.spans)


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


def _record(corpus: Corpus, record: Record, sign: str) -> Lane:
    dated = record.when or record.not_when
    marks = marks_of(corpus, dated) if dated is not None and dated.when.readings else ()
    note = "" if marks else "attests it without a date" if dated is None else "its date sets no limit"
    return Lane(
        "record",
        record.id,
        sign,
        event_label(corpus, record.event),
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


def _records(corpus: Corpus, rows: Iterable[Row], anchors: Iterable[Sequence[str]]) -> list[Record]:
    """The records that bear on the accounts or date their anchors.

    Those of which there is room in a picture come first, in order of their dates; among them are those that
    decide and those that date.
    """
    rows = list(rows)
    decisive = [id for row in rows for id, bearing in row.records if bearing is not Bearing.CONSISTENT]
    wanted = dict.fromkeys(decisive)
    wanted.update(dict.fromkeys(id for group in anchors for id in _recording(corpus, group)))
    wanted.update(dict.fromkeys(id for row in rows for id, _ in row.records))
    found = [record for id in wanted if (record := record_of(corpus, id)) is not None]
    chosen = sorted(found[:MOST_RECORDS], key=lambda record: _start(corpus, record))
    return [*chosen, *found[MOST_RECORDS:]]


def _recording(corpus: Corpus, events: Iterable[str]) -> Iterator[str]:
    """The dated records of the events."""
    for id in events:
        event = corpus.events.get(id)
        for record in event.records if event is not None else ():
            if record.when is not None:
                yield record.id


def _start(corpus: Corpus, record: Record) -> tuple[int, int]:
    marks = marks_of(corpus, record.when) if record.when is not None and record.when.when.readings else ()
    first = marks[0] if marks else None
    if first is None:
        return (1, 0)
    return (0, first.start if first.start is not None else first.stop or 0)


# --------------------------------------------------------------------------------------------- the axis


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


def _calendar(accounts: Iterable[Account]) -> str:
    """The Julian calendar where every absolute date is stated in it; otherwise the Gregorian."""
    stated = Counter(
        account.dated.when.readings[0].calendar
        for account in accounts
        if account.dated is not None and account.dated.when.readings
    )
    return "julian" if set(stated) == {"julian"} else "gregorian"


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
    """The middle of the gap between two lanes; None where there is none."""
    if not a.marks or not b.marks:
        return None
    first, second = sorted((a, b), key=lambda lane: _edge(lane, True))
    end, start = _edge(first, False), _edge(second, True)
    return (end + start) // 2 if end <= start else None


_FAR = 10**15  # seconds; beyond any date that is drawn


def _edge(lane: Lane, is_start: bool) -> int:
    if is_start:
        start = lane.marks[0].start
        return start if start is not None else -_FAR
    stop = lane.marks[-1].stop
    return stop if stop is not None else _FAR


# ---------------------------------------------------------------------------------------- as a picture


def picture(corpus: Corpus, drawn: Drawn, timeline: Timeline) -> Picture:
    """The timeline with its question, what it shows in a sentence, and its data as a table."""
    id = drawn.question.id if drawn.question is not None else ""
    asked = question_text(corpus, id) if drawn.question is not None else "Stated without a question"
    return Picture(f"timeline-{id}", asked, timeline_says(timeline), timeline, _table(corpus, drawn, timeline))


def timeline_says(timeline: Timeline) -> str:
    """What can be seen: how many accounts and records, what clashes, what has no place, which calendar."""
    placed = sum(bool(lane.marks) for lane in timeline.accounts)
    said = [f"{_counted(placed, 'account')} in order of date"]
    if timeline.records:
        said[0] += f", {_counted(len(timeline.records), 'record')} below"
    said[0] += "."
    clashing: dict[str, list[str]] = {}
    for clash in timeline.clashes:
        other = timeline.records[clash.other] if clash.with_record else timeline.accounts[clash.other]
        name = f"record {other.sign}" if clash.with_record else other.sign
        clashing.setdefault(timeline.accounts[clash.lane].sign, []).append(name)
    if clashing:
        said.append("; ".join(f"{sign} clashes with {listed(others)}" for sign, others in clashing.items()) + ".")
    missing = [lane.sign for lane in timeline.accounts if not lane.marks]
    if missing:
        said.append(f"Without a place in time: {listed(missing)}.")
    if timeline.accounts_left_out:
        said.append(f"{timeline.accounts_left_out} more accounts are in the table alone.")
    if timeline.records_left_out:
        said.append(f"{timeline.records_left_out} more records bear on them and are not drawn.")
    if len(timeline.axis.segments) > 1:
        said.append("The axis is broken where nothing is dated; the scale differs from part to part.")
    if timeline.axis.calendar == "julian":
        said.append("The days are those of the Julian calendar.")
    return " ".join(said)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(corpus: Corpus, drawn: Drawn, timeline: Timeline) -> Table:
    """What is drawn, in words: each lane with its date as written, as read, and at the widest."""
    lanes = {lane.id: lane for lane in timeline.accounts}
    rows = [
        (
            sign,
            claimants_of(corpus, account.claim),
            account.says,
            account.read,
            _widest(lanes.get(account.claim.id)),
        )
        for sign, account in zip(drawn.signs, drawn.accounts, strict=True)
    ]
    about: list[tuple[Target | None, ...]] = [(None, ("claim", account.claim.id)) for account in drawn.accounts]
    for lane in timeline.records:
        record = record_of(corpus, lane.id)
        if record is not None:
            dated = record.when or record.not_when
            read = as_read(corpus, dated) if dated is not None else ""
            rows.append((lane.sign, lane.name, lane.says, read, _widest(lane)))
            about.append((None, ("record", record.id)))
    return Table(("", "account or record", "says", "read as", "at the widest"), tuple(rows), tuple(about))


def _widest(lane: Lane | None) -> str:
    """How far the marks of a lane reach at the widest, where that is farther than narrow."""
    marks = lane.marks if lane is not None else ()
    if all((mark.wide_start, mark.wide_stop) == (mark.start, mark.stop) for mark in marks):
        return ""
    wide = TimeSet.of(Span(mark.wide_start, mark.wide_stop) for mark in marks)
    return in_words(Window(wide, wide))


# ------------------------------------------------------------------------------------------------ JSON


def timelines_json(corpus: Corpus, findings: Findings) -> list[dict[str, object]]:
    """The lanes of every question that has a timeline; dates in ISO are in `synopsis` and `rows`."""
    return [
        {
            "question": drawn.question.id if drawn.question is not None else None,
            "says": timeline_says(drawn.timeline),
            "accounts": [_lane_json(lane) for lane in drawn.timeline.accounts],
            "records": [_lane_json(lane) for lane in drawn.timeline.records],
            "clashes": [
                {
                    "claim": drawn.timeline.accounts[clash.lane].id,
                    "with": (drawn.timeline.records if clash.with_record else drawn.timeline.accounts)[
                        clash.other
                    ].id,
                }
                for clash in drawn.timeline.clashes
            ],
        }
        for drawn in timelines(corpus, findings)
        if drawn.timeline is not None
    ]


def _lane_json(lane: Lane) -> dict[str, object]:
    from claimcheck.dates.when import Unit
    from claimcheck.dates.writing import iso, iso_inclusive_stop

    def stretch(start: int | None, stop: int | None) -> list[str | None]:
        return [
            iso(start, Unit.DAY) if start is not None else None,
            iso_inclusive_stop(stop, Unit.DAY) if stop is not None else None,
        ]

    return {
        "id": lane.id,
        "sign": lane.sign,
        "manner": lane.manner,
        "spans": [stretch(mark.start, mark.stop) for mark in lane.marks],
        "wide": [stretch(mark.wide_start, mark.wide_stop) for mark in lane.marks],
        "note": lane.note or None,
    }
