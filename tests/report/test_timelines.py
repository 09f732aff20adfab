"""Accounts laid out in time, and drawn with letters: what stands in which lane, what ties and clashes."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from small_corpora import NINE_LINES, examined

from claimcheck.dates.when import Limit
from claimcheck.report.html.svg import svg_file
from claimcheck.report.lanes import Timeline
from claimcheck.report.pictures.sections import pictures_of
from claimcheck.report.text import cells
from claimcheck.report.timeline_svg import timeline_drawing
from claimcheck.report.timeline_text import timeline_lines
from claimcheck.report.timelines import letters, timelines
from claimcheck.report.timelines_told import timeline_says

MANY_KINDS = """\
sources:
  chronicle: {type: press, title: Town Chronicle, issued: 1931}
  letters: {type: archival, title: Letters}
events:
  fair: {label: the fair, when: 3 May 1901, record: {in: chronicle p. 1, basis: documented}}
  flood: {label: the flood, record: {in: letters no. 2}}
  crossing: {label: the crossing}
questions:
  when: {ask: When was the crossing?, event: crossing}
claims:
  about: {by: A, in: chronicle p. 2, answers: when, when: mid-May 1901}
  either: {by: B, in: chronicle p. 3, answers: when, when: 2 May or 9 May 1901}
  before: {by: C, in: chronicle p. 4, answers: when, when: before 1 May 1901}
  from-then: {by: D, in: chronicle p. 5, answers: when, when: 1901-05-12/..}
  related: {by: E, in: chronicle p. 6, answers: when, when: the day after @fair}
  undated: {by: F, in: chronicle p. 7, answers: when, when: two days after @flood}
  denied: {by: G, in: chronicle p. 8, answers: when, not-when: 20 May 1901}
  readings: {by: H, in: chronicle p. 9, answers: when, when: 5 May 1901, or-when: 25 May 1901}
"""


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    return timeline_of(tmp_path, MANY_KINDS)


def timeline_of(folder: Path, text: str) -> Timeline:
    findings = examined(folder, text)
    (drawn,) = timelines(findings)
    assert drawn.timeline is not None
    return drawn.timeline


def lane(timeline: Timeline, id: str) -> int:
    return next(number for number, one in enumerate(timeline.accounts) if one.id == id)


def test_accounts_stand_in_the_order_of_their_dates_and_are_lettered(timeline: Timeline) -> None:
    assert [one.sign for one in timeline.accounts] == list("ABCDEFGH")
    assert timeline.accounts[0].id == "before"
    assert timeline.accounts[-1].id == "undated"


def test_a_wide_date_reaches_farther_than_its_mark(timeline: Timeline) -> None:
    (mark,) = timeline.accounts[lane(timeline, "about")].marks
    assert mark.wide_start is not None and mark.start is not None and mark.wide_start < mark.start
    assert mark.wide_stop is not None and mark.stop is not None and mark.stop < mark.wide_stop


def test_one_of_two_dates_is_two_marks(timeline: Timeline) -> None:
    assert len(timeline.accounts[lane(timeline, "either")].marks) == 2


def test_an_end_that_nobody_states_is_told_from_one_that_is_open(timeline: Timeline) -> None:
    (before,) = timeline.accounts[lane(timeline, "before")].marks
    (after,) = timeline.accounts[lane(timeline, "from-then")].marks
    assert (before.start, before.earliest) == (None, Limit.UNKNOWN)
    assert (after.stop, after.latest) == (None, Limit.OPEN)


def test_a_date_that_rests_on_an_event_is_tied_to_the_record_of_it(timeline: Timeline) -> None:
    assert [(timeline.accounts[tie.lane].id, timeline.records[tie.record].id) for tie in timeline.ties] == [
        ("related", "fair")
    ]


def test_a_date_that_rests_on_an_undated_event_has_no_mark_and_says_why(timeline: Timeline) -> None:
    undated = timeline.accounts[lane(timeline, "undated")]
    assert undated.marks == ()
    assert undated.note == "dated only by @flood, which the record does not date"
    assert f"Without a place in time: {undated.sign}." in timeline_says(timeline)


def test_a_denied_date_and_a_further_reading_are_marks_of_their_own_kind(timeline: Timeline) -> None:
    assert timeline.accounts[lane(timeline, "denied")].manner == "not"
    assert len(timeline.accounts[lane(timeline, "readings")].others) == 1


def test_what_clashes_is_marked_between_the_two(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, NINE_LINES)
    assert timeline_says(timeline) == (
        "2 accounts in order of date, 2 records below. A clashes with B; B clashes with record 1."
    )
    clash = timeline.clashes[0]
    first, second = timeline.accounts[clash.lane].marks[0], timeline.accounts[clash.other].marks[0]
    assert clash.at is not None and first.stop is not None and second.start is not None
    assert first.stop <= clash.at <= second.start


def test_a_question_without_dates_has_no_timeline(tmp_path: Path) -> None:
    findings = examined(
        tmp_path,
        "questions: {who: {ask: Who was it?, role: author, of: text}}\n"
        "claims: {a: {answers: who, value: Anna}, b: {answers: who, value: Berta}}\n",
    )
    assert [drawn.timeline for drawn in timelines(findings)] == [None]
    assert pictures_of(findings, "timeline") == ()


def test_letters_go_on_after_z() -> None:
    assert list(letters(28))[-3:] == ["Z", "AA", "AB"]


def test_the_drawing_in_letters_shows_lanes_the_record_and_clashes(tmp_path: Path) -> None:
    lines = list(timeline_lines(timeline_of(tmp_path, NINE_LINES), 80))
    assert [line.split()[:2] for line in lines[2:4]] == [["A", "Register"], ["B", "Memoirs"]]
    assert "█" in lines[2] and "× B" in lines[2]
    assert "× A,1" in lines[3]
    assert lines[4].startswith("the record ═")
    register, memoirs = lines[2].index("█"), lines[3].index("█")
    assert register < lines[5].index("▒") < memoirs


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_the_drawing_in_letters_never_runs_over_the_line(timeline: Timeline, width: int) -> None:
    assert max(map(cells, timeline_lines(timeline, width))) <= width


def test_the_drawing_in_letters_says_what_its_letters_mean(timeline: Timeline) -> None:
    legend = " ".join(timeline_lines(timeline, 80)).rpartition("█ the date")[2]
    for mark in ("░ at the widest", "? a limit", "╳ not then", "· another reading"):
        assert mark in legend


def test_a_file_of_its_own_is_well_formed_and_needs_no_variables(tmp_path: Path) -> None:
    findings = examined(tmp_path, MANY_KINDS.replace("label: the fair", 'label: "the <fair> & \\u202E"'))
    text = svg_file("A <title>", pictures_of(findings, "timeline"))
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(" not in text
    assert "the <fair> & ‹U+202E›" in "".join(root.itertext())
    assert text == svg_file("A <title>", pictures_of(findings, "timeline"))


def test_every_mark_in_a_picture_has_a_width(timeline: Timeline) -> None:
    """A box without width is not drawn at all, and a day in a thousand years is very narrow."""

    def boxes(shapes: tuple[object, ...]) -> list[str]:
        found: list[str] = []
        for shape in shapes:
            found.extend(boxes(getattr(shape, "shapes", ())))
            if getattr(shape, "look", "").startswith(("bar", "hollow")):
                found.append(getattr(shape, "width", ""))
        return found

    widths = boxes(timeline_drawing(timeline).shapes)
    assert widths
    assert all(float(width.removesuffix("%")) > 0 for width in widths)
