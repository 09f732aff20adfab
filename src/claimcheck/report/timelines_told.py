"""The timelines in the report: as pictures with their words and data, as a section, and as JSON.

Belongs here: what is said of a timeline. Does not belong here: making it (see `timelines`), drawing it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.when import Span, TimeSet, Unit, Window
from claimcheck.dates.wording import Style, in_words
from claimcheck.dates.writing import iso, iso_inclusive_stop
from claimcheck.engine.examination import Examination
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Picture, Section, Table
from claimcheck.report.dating import as_read
from claimcheck.report.lanes import Lane, Timeline
from claimcheck.report.naming import claimants_of, question_text, record_of
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.timelines import Drawn, timelines
from claimcheck.report.words.grammar import listed


def timeline_section(findings: Examination, asking: Asking) -> Section:
    """The accounts of each question in time, with the record. Questions with nothing to place are left out."""
    blocks: list[Block] = [
        picture(findings, drawn, drawn.timeline)
        for drawn in findings.once(timelines)
        if drawn.timeline is not None
    ]
    return Section("timeline", "Timelines", tuple(blocks))


def picture(findings: Examination, drawn: Drawn, timeline: Timeline) -> Picture:
    """The timeline with its question, what it shows in a sentence, and its data as a table."""
    corpus = findings.corpus
    id = drawn.question.id if drawn.question is not None else ""
    asked = question_text(corpus, id) if drawn.question is not None else "Stated without a question"
    table = _table(findings, drawn, timeline)
    caption = " ".join(_unseen(timeline))
    return Picture(f"timeline-{id}", asked, timeline_says(timeline), timeline, table, caption)


_MOST_TOLD = 12  # clashes that a sentence can name


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
    if len(timeline.clashes) > _MOST_TOLD:
        ruling = sum(clash.with_record for clash in timeline.clashes)
        said.append(f"{len(timeline.clashes) - ruling} pairs of accounts clash, and {ruling} with a record.")
    elif clashing:
        said.append("; ".join(f"{sign} clashes with {listed(others)}" for sign, others in clashing.items()) + ".")
    missing = [lane.sign for lane in timeline.accounts if not lane.marks]
    if missing:
        said.append(f"Without a place in time: {listed(missing)}.")
    return " ".join((*said, *_unseen(timeline)))


def _unseen(timeline: Timeline) -> Iterator[str]:
    """What the picture does not show by itself: what was left out of it, and of which kind its scale is."""
    if timeline.accounts_left_out:
        yield f"{timeline.accounts_left_out} more accounts are in the table alone."
    if timeline.records_left_out:
        yield f"{timeline.records_left_out} more records bear on them."
    if len(timeline.axis.segments) > 1:
        yield "The axis is broken where nothing is dated; the scale differs from part to part."
    if timeline.axis.calendar == "julian":
        yield "The days are those of the Julian calendar."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(findings: Examination, drawn: Drawn, timeline: Timeline) -> Table:
    """What is drawn, in words: each lane with its date as written, as read, and at the widest."""
    corpus = findings.corpus
    lanes = {lane.id: lane for lane in timeline.accounts}
    style = style_of_deductions(corpus)
    rows = [
        (
            sign,
            claimants_of(corpus, account.claim),
            account.read,
            widest(lanes.get(account.claim.id), style),
        )
        for sign, account in zip(drawn.signs, drawn.accounts, strict=True)
    ]
    for lane in timeline.records:
        record = record_of(corpus, lane.id)
        if record is not None:
            dated = record.when or record.not_when
            read = as_read(findings, dated, 0, record) if dated is not None else ""
            rows.append((lane.sign, lane.name, read, widest(lane, style)))
    return Table(("", "account or record", "read as", "at the widest"), tuple(rows))


def widest(lane: Lane | None, style: Style) -> str:
    """How far the marks of a lane reach at the widest, where that is farther than narrow."""
    marks = lane.marks if lane is not None else ()
    if all((mark.wide_start, mark.wide_stop) == (mark.start, mark.stop) for mark in marks):
        return ""
    wide = TimeSet.of(Span(mark.wide_start, mark.wide_stop) for mark in marks)
    return in_words(Window(wide, wide), style)


# JSON.


def timelines_json(findings: Examination) -> list[dict[str, object]]:
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
        for drawn in findings.once(timelines)
        if drawn.timeline is not None
    ]


def _lane_json(lane: Lane) -> dict[str, object]:
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
