"""The accounts and the record in time, for other programs: TimelineJS and Markwhen.

Belongs here: the two notations. Does not belong here: the program's own timelines, dates (see `dates_left`).

Neither knows an uncertain date, so each entry has its stretch at the narrowest and says in words what was written.
What begins or ends at no known time stands at the limit that is known; what has none is named and not placed.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.convert.dates_left import DateLeft, date_left
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY
from claimcheck.engine.examination import Examination
from claimcheck.report.words.names import event_label, question_text


@dataclass(frozen=True, slots=True)
class _Placed:
    """An account or a record: what groups it, who or what, in which words, and its date (None: it has none)."""

    id: str
    group: str
    title: str
    says: str
    date: DateLeft | None


def _placed(findings: Examination) -> Iterator[_Placed]:
    """What goes on a timeline, with what the engine leaves of its date; None where it has none."""
    corpus = findings.corpus
    for claim in findings.view.claims:
        who = ", ".join(corpus.claimants[id].name if id in corpus.claimants else id for id in claim.by)
        for statement in claim.statements:
            asked = statement.question
            group = question_text(corpus, asked) if asked is not None else "Claims"
            dated = statement.when or statement.start
            left = date_left(findings, dated, claim) if dated is not None else None
            yield _Placed(claim.id, group, who, claim.says or claim.quote or "", left)
    for record in findings.view.records:
        left = date_left(findings, record.when, record) if record.when is not None else None
        yield _Placed(record.id, "The record", event_label(corpus, record.event), record.quote or "", left)


def _limits(date: DateLeft | None) -> tuple[int, int] | None:
    """The first and the last day (inclusive, as day numbers); both the known one where the other has no limit."""
    if date is None or date.narrow is None:
        return None
    start, stop = date.narrow.start, date.narrow.stop
    first = start // DAY if start is not None else None
    last = -(-stop // DAY) - 1 if stop is not None else None
    found = [day for day in (first, last) if day is not None]
    return (found[0], found[-1]) if found else None


def _said(one: _Placed) -> str:
    date = one.date
    assert date is not None
    return f"“{date.text}” ({date.words})" if date.words and date.words != date.text else f"“{date.text}”"


def timelinejs_of(findings: Examination, title: str) -> str:
    """The data of a TimelineJS timeline; texts are escaped, since it takes them for HTML."""
    placed = [(one, limits) for one in _placed(findings) if (limits := _limits(one.date)) is not None]
    unplaced = list(dict.fromkeys(one.id for one in _placed(findings) if _limits(one.date) is None))
    below = f"No place in time: {', '.join(unplaced)}." if unplaced else ""
    events = [
        {
            "unique_id": f"{one.id}-{number}",
            "group": html.escape(_line(one.group)),
            "start_date": _day(first),
            "end_date": _day(last),
            "display_date": html.escape(_said(one)),
            "text": {"headline": html.escape(_line(one.title)), "text": html.escape(one.says)},
        }
        for number, (one, (first, last)) in enumerate(placed, 1)
    ]
    data = {"title": {"text": {"headline": html.escape(title), "text": html.escape(below)}}, "events": events}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _day(number: int) -> dict[str, Any]:
    year, month, day = calendar_date("gregorian", number)
    return {"year": year, "month": month, "day": day}


def markwhen_of(findings: Examination, title: str) -> str:
    """A Markwhen document: a group for each question, and one for the record; years before 1 it cannot hold."""
    groups: dict[str, list[str]] = {}
    unplaced: list[str] = []
    for one in _placed(findings):
        limits = _limits(one.date)
        if limits is None or calendar_date("gregorian", limits[0])[0] < 1:
            unplaced.append(one.id)
            continue
        first, last = (_iso(day) for day in limits)
        says = f": {_line(one.says)}" if one.says else ""
        groups.setdefault(_line(one.group), []).append(
            f"{first}/{last}: {_line(one.title)}, {_line(_said(one))}{says}"
        )
    lines = ["---", f"title: {json.dumps(_line(title), ensure_ascii=False)}", "---", ""]
    for group, entries in groups.items():
        lines += [f"group {group}", *entries, "end group", ""]
    if unplaced:
        lines.append(f"// No place here: {', '.join(dict.fromkeys(unplaced))}")
    return "\n".join(lines) + "\n"


def _iso(number: int) -> str:
    year, month, day = calendar_date("gregorian", number)
    return f"{year:04}-{month:02}-{day:02}"


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
