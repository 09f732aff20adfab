"""The date that any output shows for a claim or a record is what the engine leaves of it under that perspective.

Right values by hand for the kinds of anchor that tempt to another way of reckoning; then the law itself, over the
same corpora and over random ones: every place that shows a date against the examination, and the examination
against the verdicts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_corpora import examined

from claimcheck.corpus.entries import Claim, Dated, Record
from claimcheck.criticism.sourcing import sourcing
from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Span, TimeSet, Unit, Window
from claimcheck.dates.wording import in_words
from claimcheck.dates.writing import iso, iso_inclusive_stop
from claimcheck.engine.examination import Examination
from claimcheck.engine.limits import Left
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page
from claimcheck.report.json_models import report_json
from claimcheck.report.json_models import written as as_json
from claimcheck.report.markdown import render_markdown
from claimcheck.report.pictures.controversy import controversy
from claimcheck.report.pictures.timeline import timeline
from claimcheck.report.styles import style_of
from claimcheck.report.text import render_text
from claimcheck.report.words.answers import readings_say
from claimcheck.report.words.dates import as_read, display_key
from claimcheck.teaching.material import Material
from random_corpora import world, written

# Two records of one anchor, of which one says more than the other.
MARKET = """\
question: When was the fair?
claims:
  Alberti: {in: Letters p. 3, when: the day after @market}
  Bruno: {in: Ledger p. 9, when: 5 March 1655}
events:
  market:
    label: the market
    record: [{in: Annals p. 1, basis: BASIS, when: 1655}, {in: Diary p. 2, when: 1 March 1655}]
"""
TWO_RECORDS = MARKET.replace("BASIS", "narrated")
ONE_DOCUMENTED = MARKET.replace("BASIS", "documented")

# An anchor that has a date and nothing that attests it.
UNATTESTED = """\
question: When was the fair?
claims:
  Alberti: {in: Letters p. 3, when: the day after @market}
  Bruno: {in: Ledger p. 9, when: 5 March 1655}
events:
  market: {label: the market, when: 1 March 1655}
"""

# An anchor of one of two days, seventeen years apart.
UNION = """\
questions:
  day: {ask: When did it burn?, event: fire}
events:
  fire: {label: the fire}
  charter: {label: the charter, when: 17 October 1762 or 17 October 1779, record: Chest 1}
claims:
  prior: {in: Prior 1, answers: day, when: a week after @charter}
  clerk: {in: Clerk 1, answers: day, when: 5 May 1770}
"""

# A claim of several parts: what it dates itself, what it rules out, what it gives for other questions.
SEVERAL = """\
sources:
  roll: {type: archival, title: Roll, dated: 20 June 1701}
questions:
  opened: {ask: When was it opened?, event: opening}
  closed: {ask: When was it closed?, event: closing}
  who: {ask: Who kept it?, role: keeper, of: gate}
events:
  opening: {label: the opening}
  closing: {label: the closing}
  gate: {label: the gate}
  feast: {label: the feast, record: {in: roll m. 1, when: 2 May or 9 May 1701}}
  plan: {label: the plan, planned: yes, when: 1 May 1701, record: {in: roll m. 2, when: 1 May 1701}}
claims:
  steward: {in: roll m. 3, answers: {opened: 3 May 1701, closed: two days after @opening}}
  porter: {in: roll m. 4, answers: opened, when: the day after @feast, not-when: 10 May 1701}
  denier: {in: roll m. 5, answers: opened, stance: denies, when: the day of @feast}
  doubter: {in: roll m. 6, answers: opened, stance: doubts, when: the day before @feast}
  planner: {in: roll m. 7, answers: opened, when: the day after @plan, or-when: 12 May 1701}
  keeper: {in: roll m. 8, answers: who, value: Odo, from: the day after @feast}
"""

DOCUMENTED = Perspective(trust=("documented",))
CORPORA = {
    "two records": (TWO_RECORDS, Perspective()),
    "one documented": (ONE_DOCUMENTED, Perspective()),
    "the documented alone": (ONE_DOCUMENTED, DOCUMENTED),
    "unattested": (UNATTESTED, Perspective()),
    "union": (UNION, Perspective()),
    "several parts": (SEVERAL, Perspective()),
    "several parts without the roll": (SEVERAL, Perspective(without=("feast",))),
}
ASKING = Asking(None, Perspective())


def day(year: int, month: int, number: int) -> Span:
    first = day_number("gregorian", year, month, number) * DAY
    return Span(first, first + DAY)


def drawn(findings: Examination) -> dict[str, TimeSet | None]:
    """What the timelines draw of each claim."""
    charts = (timeline(findings, asked) for asked in findings.positions)
    return {id: row.times for chart in charts if chart for row in chart.rows for _, id in row.about}


def pages(findings: Examination) -> Iterator[str]:
    """The report in every format, without line breaks and tags."""
    told = report(findings, ASKING, name="t")
    for text in (
        render_text(told, width=400),
        render_markdown(told),
        re.sub(r"<[^>]*>", "", render_page(told)),
    ):
        yield " ".join(text.split())


# --------------------------------------------------------------------------------------- right values


@pytest.mark.parametrize(
    ("name", "claim", "words", "spans"),
    [
        ("two records", "Alberti", "2 March 1655", (day(1655, 3, 2),)),
        ("one documented", "Alberti", "2 March 1655", (day(1655, 3, 2),)),
        (
            "the documented alone",
            "Alberti",
            "2 January 1655 to 1 January 1656",
            (Span(day(1655, 1, 2).start, day(1656, 1, 1).stop),),
        ),
        ("unattested", "Alberti", "", ()),
        ("union", "prior", "24 October 1762 or 24 October 1779", (day(1762, 10, 24), day(1779, 10, 24))),
        ("several parts", "porter", "3 May 1701", (day(1701, 5, 3),)),
    ],
)
def test_what_is_shown_is_what_is_right(
    tmp_path: Path, name: str, claim: str, words: str, spans: tuple[Span, ...]
) -> None:
    findings = examined(tmp_path, *CORPORA[name])
    entry = findings.corpus.claims[claim]
    assert " / ".join(readings_say(findings, entry, entry.statements[0])) == words
    times = drawn(findings).get(claim)
    assert times is None or times.spans == spans
    shown = {
        claim: lane["spans"]
        for timeline in json.loads(as_json(report_json(findings, ASKING, ())))["timelines"]
        for lane in timeline["lanes"]
        for claim in lane["claims"]
    }
    assert claim not in shown or len(shown[claim] or ()) == len(spans)
    if words:
        assert all(words in text for text in pages(findings))


def test_a_date_that_nothing_dates_is_said_in_its_own_words_and_not_drawn(tmp_path: Path) -> None:
    findings = examined(tmp_path, UNATTESTED)
    assert drawn(findings).get("Alberti") is None
    for text in pages(findings):
        assert "the day after the market" in text.lower()
        assert "2 March 1655" not in text


def test_an_hour_around_a_time_is_not_called_about_twice(tmp_path: Path) -> None:
    noon = "about noon on 4 July 1776"
    findings = examined(tmp_path, f"question: When?\nclaims:\n  A: {{when: {noon}}}\n  B: {{when: 5 July 1776}}\n")
    for text in pages(findings):
        assert "about between" not in text


def test_two_days_are_no_bar_of_seventeen_years(tmp_path: Path) -> None:
    times = drawn(examined(tmp_path, UNION))["prior"]
    assert times is not None
    assert [span.stop - span.start for span in times.spans if span.start and span.stop] == [DAY, DAY]


# --------------------------------------------------------------------------------------------- the law


def entries(findings: Examination) -> Iterator[tuple[Claim | Record, str | None, Dated]]:
    """Each claim in view that tests anything, with its question, and each record, with the date it gives first."""
    for claim in findings.view.claims:
        first = claim.statements[0] if claim.statements else None
        dated = (first.when or first.start) if first is not None else None
        if first is not None and dated is not None and claim.stance in ("asserts", "denies"):
            yield claim, first.question, dated
    for record in findings.view.records:
        if record.when is not None and not findings.corpus.events[record.event].planned:
            yield record, None, record.when


def test_is_the_law_of_something(tmp_path: Path) -> None:
    """The corpora of the law show dates of every sort: of one stretch, of several, and none."""
    shapes: set[int] = set()
    for name, (text, perspective) in CORPORA.items():
        (tmp_path / name).mkdir()
        findings = examined(tmp_path / name, text, perspective)
        for entry, _, _ in entries(findings):
            left = findings.placed(entry.id)
            shapes.add(len(left.narrow.spans) if left is not None else 0)
    assert shapes == {0, 1, 2}


@pytest.mark.parametrize("name", CORPORA)
def test_every_output_shows_what_the_engine_leaves(tmp_path: Path, name: str) -> None:
    assert_shown_as_placed(examined(tmp_path, *CORPORA[name]))


@pytest.mark.parametrize("seed", range(30))
def test_every_output_shows_what_the_engine_leaves_in_random_corpora(tmp_path: Path, seed: int) -> None:
    perspective = Perspective(without=("e0",)) if seed % 3 == 0 else Perspective()
    assert_shown_as_placed(examined(tmp_path, written(world(seed, widening=seed % 2 == 0)), perspective))


def assert_shown_as_placed(findings: Examination) -> None:
    left: dict[tuple[str, str | None], Left | None] = {}
    for entry, question, dated in entries(findings):
        found = left[entry.id, question] = findings.placed(entry.id)
        if found is not None:
            style = style_of(findings.corpus, dated)
            if found.narrow.start is not None:
                assert as_read(findings, dated, 0, entry) == in_words(Window(found.narrow, found.narrow), style)
        elif not isinstance(dated.when.readings[0].date, Window):
            assert as_read(findings, dated, 0, entry) == ""
        assert display_key(findings, dated, entry) == key_of(found)
    in_json = json.loads(as_json(report_json(findings, ASKING, ())))
    shown = {
        (claim, timeline["question"]): lane["spans"]
        for timeline in in_json["timelines"]
        for lane in timeline["lanes"]
        for claim in lane["claims"]
    }
    for asked in findings.positions:
        chart = timeline(findings, asked)
        for lane in chart.rows if chart is not None else ():
            for _, id in lane.about:
                place = left.get((id, asked.question))
                if lane.times is not None and place is not None and not lane.answer:
                    assert lane.times == place.narrow
                    assert shown[id, asked.question] == ends(place)
    picture = controversy(findings)
    for held_by in picture.rows if picture is not None else ():
        (_, question), *claims = held_by.about
        if held_by.times is not None:
            answered = findings.positions_of(question)
            assert answered is not None and claims
            held = [dates for one in answered.positions if (dates := one.held.dates) is not None]
            said = [place.narrow for id in claims if (place := left.get((id[1], question))) is not None]
            held += [day for day in said if day.start is not None and day.stop == day.start + DAY]
            assert all(any(dates.contains(TimeSet((span,))) for dates in held) for span in held_by.times.spans)
    for table in findings.once(sourcing):
        for row in table.rows:
            place = left.get((row.id, None if row.is_record else table.question))
            if place is not None and row.written is not None:
                assert row.written.event == days(place.narrow)
    material = Material(findings.corpus, findings)
    for claim in findings.view.claims:
        keyed = material.placed_claim(claim)
        if keyed is not None:
            place = findings.placed(claim.id)
            assert place is not None and (keyed.narrow, keyed.wide) == (place.narrow, place.wide)


def key_of(left: Left | None) -> tuple[int, int, int, int]:
    if left is None:
        return (1, 0, 0, 0)
    start, stop = left.narrow.start, left.narrow.stop
    if start is None:
        return (0, stop or 0, 0, 0)
    return (0, start, 1, stop if stop is not None else start)


def ends(left: Left | None) -> list[list[str | None]]:
    return [
        [
            iso(span.start, Unit.DAY) if span.start is not None else None,
            iso_inclusive_stop(span.stop, Unit.DAY) if span.stop is not None else None,
        ]
        for span in (left.narrow.spans if left is not None else ())
    ]


def days(dates: TimeSet) -> tuple[int | None, int | None]:
    return (
        dates.start // DAY if dates.start is not None else None,
        (dates.stop - 1) // DAY if dates.stop is not None else None,
    )
