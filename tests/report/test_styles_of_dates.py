"""In which calendar a report says a date: that of the statement, the corpus's own for what is deduced."""

from __future__ import annotations

from pathlib import Path

from small_corpora import NINE_LINES, examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Unit
from claimcheck.dates.wording import Style
from claimcheck.engine.findings import Gap
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.document import report
from claimcheck.report.styles import styles_say
from claimcheck.report.text import render_text
from claimcheck.report.words.grammar import stopped
from claimcheck.report.words.moments import gap_in_words, limit_in_words

HERE = Asking(None, Perspective())

TWO_CALENDARS = """\
format: 1
defaults: {calendar: julian}
sources:
  envoy: {type: archival, title: The envoy's letters, calendar: gregorian}
  diary: {type: diary, title: The diary, year-begins: 25 March}
  court: {type: archival, title: The court roll}
questions:
  storm: {ask: "When was the storm?", event: storm}
events:
  storm:
    label: the storm
    record: {in: court m. 3, basis: documented, when: 21 February 1640}
claims:
  envoy-storm: {in: envoy 7 March, answers: storm, when: 2 March 1640}
  diary-storm: {in: diary f. 3, answers: storm, when: 21 February 1639}
"""

ONE_CALENDAR = """\
format: 1
defaults: {calendar: julian}
questions:
  sack: {ask: "When was the city taken?", event: sack}
events:
  sack: {label: the city is taken, record: {in: annals, basis: narrated, when: 387 BC}}
sources: {annals: {type: study, title: Annals}, list: {type: study, title: The list}}
claims:
  list-sack: {in: list, answers: sack, when: 390 BC}
"""


def printed(folder: Path, corpus_text: str, only: str | None = None) -> str:
    findings = examined(folder, corpus_text)
    return " ".join(render_text(report(findings, HERE, name="corpus", only=only)).split())


def test_each_date_is_said_as_it_was_stated_and_its_calendar_named(tmp_path: Path) -> None:
    said = printed(tmp_path, TWO_CALENDARS)
    assert "2 March 1640 n.s. = 21 February 1640 o.s." in said
    assert "21 February 1639/40 o.s." in said
    assert "what is deduced is Julian (o.s.)" in said


def test_the_limits_that_the_record_leaves_are_in_the_calendar_of_the_corpus(tmp_path: Path) -> None:
    assert "When was the storm? 21 February 1640 o.s." in printed(tmp_path, TWO_CALENDARS, "limits")


def test_with_one_calendar_no_date_names_it_and_the_heading_does(tmp_path: Path) -> None:
    said = printed(tmp_path, ONE_CALENDAR)
    assert "Dates are of the Julian calendar." in said
    assert "390 BC" in said
    assert "o.s." not in said and ", Julian" not in said


def test_years_of_the_julian_calendar_differ_by_their_numbers() -> None:
    last, first = day_number("julian", -388, 1, 1) * DAY - 1, day_number("julian", -386, 1, 1) * DAY
    assert gap_in_words(Gap(731, last, first, Unit.YEAR), Style("julian")) == "3 years"


def test_years_that_begin_in_march_differ_by_their_numbers() -> None:
    # 1602 and 1604 of the style of 25 March: to 24 March 1602/3, and from 25 March 1604.
    last, first = day_number("julian", 1603, 3, 25) * DAY - 1, day_number("julian", 1604, 3, 25) * DAY
    assert gap_in_words(Gap(366, last, first, Unit.YEAR), Style("julian", "25 March")) == "2 years"
    assert gap_in_words(Gap(366, last, first, Unit.YEAR), Style("julian")) == "1 year"


def test_months_of_a_gap_are_those_of_the_calendar() -> None:
    # 28 February to 28 May 1500, Julian; Gregorian from 9 March to 7 June, because 1500 had no leap day there.
    last, first = day_number("julian", 1500, 2, 28), day_number("julian", 1500, 5, 28)
    gap = Gap(first - last, last * DAY, first * DAY, Unit.DAY)
    assert gap_in_words(gap, Style("julian")) == "3 months"
    assert gap_in_words(gap, Style("gregorian")) == "90 days"


def test_a_limit_at_the_end_of_a_julian_year_is_the_year() -> None:
    assert limit_in_words(day_number("julian", -388, 1, 1) * DAY, Unit.YEAR, False, Style("julian")) == "390 BC"


def test_a_gregorian_corpus_says_nothing_of_calendars(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    assert styles_say(findings.corpus) == ""


def test_a_sentence_that_ends_in_a_calendar_has_one_full_stop() -> None:
    assert stopped("it was over by 24 March 1603 o.s.") == "it was over by 24 March 1603 o.s."
    assert stopped("it was over by 24 March 1603") == "it was over by 24 March 1603."
