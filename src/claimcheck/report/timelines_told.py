"""The timelines in the report: as pictures with their words and data, and as a section.

Belongs here: what is said of a timeline. Does not belong here: making it (see `timelines`), drawing it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.when import Span, TimeSet, Window
from claimcheck.dates.wording import Style, in_words
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
