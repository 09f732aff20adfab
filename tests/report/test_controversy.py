"""The picture of the controversy: which questions, positions and records it shows, and how they are drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from small_corpora import NINE_LINES, examined

from claimcheck.report.html.drawings import svg_file
from claimcheck.report.pictures.chart import Chart, Fill
from claimcheck.report.pictures.chart_shapes import phone, wide
from claimcheck.report.pictures.chart_text import as_text, picture_within
from claimcheck.report.pictures.controversy import controversy
from claimcheck.report.pictures.shapes import Stroke

BRIDGE = """\
title: How the bridge came about
questions:
  plan: {ask: When was the bridge planned?, short: the plan, event: planned, lead: yes}
  built: {ask: When was the bridge built?, short: the building, event: built, lead: yes}
  paint: {ask: When was it painted?, short: the paint, event: painted}
events:
  planned: {label: the plan}
  built:
    label: the opening
    when: 14 May 1901
    record: {in: ledger f. 3, basis: documented}
  painted: {label: the paint}
  deed:
    label: the deed
    when: by 2 May 1901
    record: {in: chronicle p. 8, basis: narrated}
sources:
  ledger: {title: The Ledger, type: reference}
  chronicle: {title: The Chronicle, type: study}
claims:
  anna-plan: {by: Anna, in: a book, answers: plan, when: 3 October 1900}
  bo-plan: {by: Bo, in: b book, answers: plan, when: 30 April 1901}
  cleo-built: {by: Cleo, in: c book, answers: built, when: 14 May 1901}
  dan-built: {by: Dan, in: d book, answers: built, when: 20 to 24 May 1901}
  eve-paint: {by: Eve, in: e book, answers: paint, when: 1 June 1901}
"""

UNANSWERED = """\
questions: {opened: {ask: When did it open?, event: opening}}
events: {opening: {label: the opening}}
claims:
  anna: {by: Anna, in: a book, answers: opened, when: "1901", stance: doubts}
"""


def drawn(folder: Path, text: str, rows: int = 15) -> Chart:
    chart = controversy(examined(folder, text), rows)
    assert chart is not None
    return chart


def names_shown(chart: Chart) -> list[tuple[str, ...]]:
    return [row.names for row in chart.rows]


def test_each_position_has_a_row_with_its_date_its_holders_and_what_the_record_says_of_it(tmp_path: Path) -> None:
    chart = drawn(tmp_path, BRIDGE)
    assert [
        (group.label, [(row.names, row.fill, f"{row.word}{row.because}") for row in group.rows])
        for group in chart.groups
    ] == [
        ("Plan", [(("Anna",), Fill.OPEN, "open: no record"), (("Bo",), Fill.OPEN, "open: no record")]),
        (
            "Building",
            [
                (("Cleo",), Fill.BORNE_OUT, "borne out by the opening"),
                (("Dan",), Fill.RULED_OUT, "ruled out by the opening"),
            ],
        ),
    ]
    assert [(pin.label, pin.source, pin.is_documented, pin.decides) for pin in chart.pins] == [
        ("the opening", "The Ledger", True, True)
    ]
    assert chart.left_out == "and 1 more question"


def test_the_picture_in_letters(tmp_path: Path) -> None:
    assert "\n".join(as_text(drawn(tmp_path, BRIDGE), 80)) == (
        """\
How the bridge came about                                    5 claims, 2 records
            3 Oct 1900 30 Apr 1901 14 May                20 May
PLAN        ░░░░░░░░░░░ 3 Oct 1900  Anna: open, no record
                         ░░░░░░░ 30 Apr  Bo: open, no record
BUILDING                           █████ 14 May  Cleo: borne out by the opening
                Dan: ruled out by the opening  20–24 May ×[───────────────────]
THE RECORD  ───────────//───────//───●──────────────────────────────────────────
● documented                         the opening"""
    )


def test_a_record_named_as_its_question_is_named_by_its_source(tmp_path: Path) -> None:
    rows = drawn(tmp_path, BRIDGE.replace("label: the opening", "label: the building")).groups[1].rows
    assert [row.because for row in rows] == [" by The Ledger", " by The Ledger"]


def test_where_there_are_too_many_rows_a_question_goes_and_no_row_within_one(tmp_path: Path) -> None:
    more = "  fay-plan: {by: Fay, in: f book, answers: plan, when: 2 November 1900}\n"
    chart = drawn(tmp_path, BRIDGE + more, rows=4)
    assert names_shown(chart) == [("Anna",), ("Fay",), ("Bo",)]
    assert chart.left_out == "and 2 more questions"


def test_forty_positions_on_one_question_share_rows_with_neighbours_of_the_same_verdict(tmp_path: Path) -> None:
    claims = "".join(f"  Writer{n}: {n} May 1{500 + 3 * n}\n" for n in range(1, 29))
    text = (
        f"question: When was the wall built?\nthrough: Annals, 1931\nclaims:\n{claims}record:\n  Deed: May 1530\n"
    )
    chart = drawn(tmp_path, text, rows=8)
    assert len(chart.rows) == 8
    assert {name for row in chart.rows for name in row.names} == {f"Writer{n}" for n in range(1, 29)}
    assert sum(row.dates for row in chart.rows) == 28
    assert [row.names for row in chart.rows if row.fill is not Fill.RULED_OUT] == [("Writer10",)]


def test_positions_that_differ_by_the_hour_share_a_row_of_their_day(tmp_path: Path) -> None:
    hours = """\
  fay-built: {by: Fay, in: f book, answers: plan, when: the morning of 6 May 1901}
  gus-built: {by: Gus, in: g book, answers: plan, when: the evening of 6 May 1901}
"""
    row = drawn(tmp_path, BRIDGE + hours).groups[0].rows[-1]
    assert (row.names, row.note) == (("Fay", "Gus"), "at two different hours")


def test_the_axis_is_broken_where_nothing_happens_and_has_an_arrow_for_what_is_far_beyond(tmp_path: Path) -> None:
    old = """\
  gus-plan: {by: Gus, in: g book, answers: plan, when: 3 March 400 BC}
  hal-plan: {by: Hal, in: h book, answers: plan, when: 3 March 1215}
  ida-built: {by: Ida, in: i book, answers: built, when: 18 May 1901}
"""
    lines = as_text(drawn(tmp_path, BRIDGE + old), 80)
    assert any("◄ 3 Mar 400 BC  Gus" in line for line in lines)
    assert "//" in next(line for line in lines if line.startswith("THE RECORD"))
    shapes = wide(drawn(tmp_path, BRIDGE + old)).each()
    breaks = [shape for shape in shapes if isinstance(shape, Stroke) and shape.look == "broken"]
    assert len(breaks) == next(line for line in lines if line.startswith("THE RECORD")).count("//")


def test_a_limit_is_a_bracket_and_no_bar_over_the_whole_axis(tmp_path: Path) -> None:
    limit = "  fay-plan: {by: Fay, in: f book, answers: plan, when: before 1 May 1901}\n"
    text = BRIDGE.replace("when: 30 April 1901", "when: 4 May 1901") + limit
    lines = as_text(drawn(tmp_path, text.replace("3 October 1900", "5 May 1901")), 80)
    assert any("╌╌┤ by 30 Apr" in line for line in lines), lines


def test_what_a_corpus_without_dates_says_stands_in_rows_without_an_axis(tmp_path: Path) -> None:
    text = """\
questions: {master: {ask: Who was the master?, role: master, of: works}}
claims:
  anna: {by: Anna, in: a book, answers: master, value: Conrad, when: 1300}
  bo: {by: Bo, in: b book, answers: master, value: Ulrich, when: 1300}
"""
    lines = as_text(drawn(tmp_path, text), 80)
    assert any("Conrad" in line and "Anna" in line for line in lines)
    assert not any("─" in line for line in lines)


def test_nobody_s_answer_makes_no_picture(tmp_path: Path) -> None:
    assert controversy(examined(tmp_path, UNANSWERED)) is None


def test_a_short_corpus_of_one_question_is_headed_by_it(tmp_path: Path) -> None:
    lines = as_text(drawn(tmp_path, NINE_LINES), 80)
    assert lines[0].startswith("When was the bridge first crossed?")
    assert lines[0].endswith("2 claims, 2 records")


def test_the_picture_is_made_to_fit_a_number_of_lines(tmp_path: Path) -> None:
    examination = examined(tmp_path, BRIDGE)
    assert len(picture_within(examination, 9, 80)) <= 9
    assert len(picture_within(examination, 13, 80)) <= 13


def test_a_picture_tells_in_words_what_it_shows(tmp_path: Path) -> None:
    says = drawn(tmp_path, BRIDGE).says
    assert says.startswith("4 positions on 2 questions, 1 record below.")
    assert "14 May 1901, Cleo (borne out by the opening)" in says
    assert "20–24 May 1901, Dan (ruled out by the opening)" in says


def test_a_file_is_an_image_with_a_title_and_asks_for_nothing(tmp_path: Path) -> None:
    hostile = BRIDGE.replace("by: Anna", 'by: "</svg><script>alert(1)</script> & Anna \\u202e"')
    for draw in (wide, phone):
        svg = svg_file("A <title>", [draw(drawn(tmp_path, hostile))])
        root = ElementTree.fromstring(svg)
        names = [element.tag.rpartition("}")[2] for element in root.iter()]
        assert names[1:3] == ["title", "desc"]
        assert not {"script", "image", "use", "a", "foreignObject"} & set(names)
        assert "url(http" not in svg and "@import" not in svg and "\u202e" not in svg
