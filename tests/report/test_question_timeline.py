"""The timeline of a question: a line for each account, or for those that give one time and stand alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import examined

from claimcheck.dates.when import Span
from claimcheck.report.pictures.chart import Chart, Fill, Row
from claimcheck.report.pictures.chart_shapes import wide
from claimcheck.report.pictures.chart_text import as_text
from claimcheck.report.pictures.shapes import Words
from claimcheck.report.pictures.timeline import timeline
from claimcheck.report.words.grammar import letter

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
"""
ONE = """\
questions: {when: {ask: When?, event: it}}
events: {it: {label: it}}
claims:
  anna: {by: Anna, in: a book p. 1, answers: when, when: 3 May 1901}
"""


def drawn(folder: Path, text: str, question: str = "when") -> Chart | None:
    examination = examined(folder, text)
    asked = examination.positions_of(question)
    assert asked is not None
    return timeline(examination, asked)


@pytest.fixture
def rows(tmp_path: Path) -> dict[str, Row]:
    chart = drawn(tmp_path, MANY_KINDS)
    assert chart is not None
    return {row.about[0][1]: row for row in chart.rows}


def test_accounts_stand_in_the_order_of_their_dates_under_their_sigla(rows: dict[str, Row]) -> None:
    dated = [row.sign for row in rows.values() if row.times is not None]
    assert dated == sorted(dated)
    assert [id for id, row in rows.items() if row.times is None] == ["denied", "undated"]


def test_one_of_two_dates_is_two_bars(rows: dict[str, Row]) -> None:
    times = rows["either"].times
    assert times is not None and len(times.spans) == 2


def test_a_limit_is_a_limit(rows: dict[str, Row]) -> None:
    before, after = rows["before"].times, rows["from-then"].times
    assert before is not None and before.start is None
    assert after is not None and after.stop is None


def test_what_says_only_when_it_was_not_has_no_bar(rows: dict[str, Row]) -> None:
    assert (rows["denied"].times, rows["denied"].answer) == (None, "not 20 May 1901")


def test_a_date_that_rests_on_what_nothing_dates_is_said_in_its_own_words(rows: dict[str, Row]) -> None:
    assert (rows["undated"].times, rows["undated"].answer) == (None, "two days after the flood")


def test_what_an_account_counts_from_stands_below(tmp_path: Path) -> None:
    chart = drawn(tmp_path, MANY_KINDS)
    assert chart is not None
    assert [pin.label for pin in chart.pins] == ["the fair"]


def test_a_single_account_has_no_timeline(tmp_path: Path) -> None:
    assert drawn(tmp_path, ONE) is None


def test_accounts_without_a_place_in_time_have_none_either(tmp_path: Path) -> None:
    text = (
        "questions: {who: {ask: Who was it?, role: author, of: text}}\n"
        "claims: {a: {answers: who, value: Anna}, b: {answers: who, value: Berta}}\n"
    )
    assert drawn(tmp_path, text, "who") is None


def test_of_more_than_eight_those_that_stand_alike_share_a_line_and_misprints_come_last(tmp_path: Path) -> None:
    more = "".join(
        f"  more-{n}: {{by: Writer {n}, in: w{n} p. 1, answers: when, when: {day} May 1901}}\n"
        for n, day in enumerate((3, 3, 3, 9, 9, 9))
    )
    slip = "  slip: {by: Zoe, in: z p. 1, answers: when, when: 1 April 1901, misprint: yes}\n"
    vague = "  vague: {by: Vic, in: v p. 1, answers: when, when: May 1901}\n"
    chart = drawn(tmp_path, ONE + more + slip + vague)
    assert chart is not None
    assert [row.names for row in chart.rows] == [
        ("Anna", "Writer 0", "Writer 1", "Writer 2"),
        ("Writer 3", "Writer 4", "Writer 5"),
        ("Vic",),
        ("Zoe",),
    ]
    assert chart.rows[-1].word == "open, a misprint"


def test_a_value_stands_with_the_time_from_which_it_held(tmp_path: Path) -> None:
    text = (
        "questions: {master: {ask: Who was the master?, role: master, of: works}}\n"
        "claims:\n"
        "  a: {by: Anna, in: a p. 1, answers: master, value: Conrad, from: 1301}\n"
        "  b: {by: Bo, in: b p. 1, answers: master, value: Ulrich, from: 1304}\n"
    )
    chart = drawn(tmp_path, text, "master")
    assert chart is not None
    assert any("Conrad, from 1301" in line for line in as_text(chart, 80))
    times = chart.rows[0].times
    assert times is not None and times.spans == (Span(times.start, None),)


def test_names_stand_before_the_bars_with_their_sigla(tmp_path: Path) -> None:
    chart = drawn(tmp_path, MANY_KINDS)
    assert chart is not None and all(row.fill is Fill.OPEN for row in chart.rows)
    words = [shape for shape in wide(chart).each() if isinstance(shape, Words)]
    first = {shape.runs[0][0].strip(): shape.x for shape in words if shape.runs[0][1] == "sign"}
    assert sorted(first) == list("ABCDEFG")
    assert len(set(first.values())) == 1


def test_letters_go_on_after_z() -> None:
    assert [letter(number) for number in (25, 26, 27)] == ["Z", "AA", "AB"]
