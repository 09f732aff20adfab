"""The calendar of a corpus: how it is written, what is warned of, and the note on the one that nobody stated."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

from claimcheck.corpus.entries import Dated
from claimcheck.corpus.expansion import expanded
from claimcheck.criticism.cautions import cautions_of
from claimcheck.dates.date_json import reading_json
from claimcheck.dates.when import Window
from claimcheck.examine import examine

ONE = """
{head}question: When did it happen?
claims:
  Witness: {when}
"""


def one(tmp_path: Path, when: str, head: str = "") -> Dated:
    outcome = read(tmp_path, ONE.format(head=head, when=when))
    (statement,) = outcome.corpus.claims["Witness"].statements
    assert statement.when is not None
    return statement.when


def notes(tmp_path: Path, when: str, head: str = "") -> list[str]:
    corpus = read(tmp_path, ONE.format(head=head, when=when)).corpus
    return [found.message for found in cautions_of(examine(corpus)) if found.code == "CC511"]


def test_a_day_of_reform_is_written_as_a_mapping(tmp_path: Path) -> None:
    head = "defaults: {calendar: {julian-until: 1752-09-02}}\n"
    assert reading_json(one(tmp_path, "2 September 1752", head).when.readings[0]).calendar == "julian"
    refused = read(tmp_path, ONE.format(head=head, when="5 September 1752"))
    assert refused.only.code == "CC401"
    assert "left 5 September 1752 out" in refused.only.message
    assert "“5 September 1752 O.S.”" in refused.only.remedy


def test_a_reform_may_stand_on_a_source_and_a_claim_and_in_a_table(tmp_path: Path) -> None:
    text = """
    sources:
      gazette: {title: Gazette, calendar: {julian-until: 1752-09-02}}
    question: When did it happen?
    claims:
      a: {in: gazette, when: 1 August 1751}
      b: {calendar: {julian-until: 1752-09-02}, when: 1 August 1751}
    """
    table = "id,calendar,when\nc,julian-until 1752-09-02,1 August 1751\n"
    outcome = read(tmp_path, text, files={"more.claims.csv": table})
    assert outcome.codes == []
    dates = {claim.statements[0].when.when.readings[0].date for claim in outcome.corpus.claims.values()}  # type: ignore[union-attr]
    (date,) = dates
    assert isinstance(date, Window)


@pytest.mark.parametrize(
    ("calendar", "code"),
    [
        ("{julian-until: 1066-10-14}", "CC105"),
        ("{julian-until: 1752-02-30}", "CC105"),
        ("{julian-until: soon}", "CC105"),
        ("{julian-til: 1752-09-02}", "CC101"),
        ("{}", "CC103"),
        ("gregorain", "CC105"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_remedy(tmp_path: Path, calendar: str, code: str) -> None:
    outcome = read(tmp_path, ONE.format(head=f"defaults: {{calendar: {calendar}}}\n", when="1751"))
    assert outcome.codes[0] == code
    assert outcome.diagnostics[0].remedy


def test_what_is_written_out_in_full_has_the_same_calendars(tmp_path: Path) -> None:
    text = """
    defaults: {calendar: {julian-until: 1752-09-02}}
    sources:
      envoy: {title: Letters, calendar: {julian-until: 1700-12-31}}
    question: When did it happen?
    claims:
      a: {in: envoy, when: 1 August 1751}
      b: 2 September 1752
    """
    first = read(tmp_path, text).corpus
    again = read(tmp_path, expanded(first)).corpus
    assert again.defaults == first.defaults
    assert again.sources["envoy"].calendar == first.sources["envoy"].calendar == "julian-until 1700-12-31"
    unstated = read(tmp_path, ONE.format(head="", when="15 January 1743/44")).corpus
    assert "calendar" not in expanded(unstated)


def test_every_day_in_edtf_that_differs_is_warned_of_at_its_place(tmp_path: Path) -> None:
    outcome = read(tmp_path, ONE.format(head="", when="1381-06-02/1381-06-15"))
    assert outcome.codes == ["CC402", "CC402"]
    assert [found.position.column for found in outcome.diagnostics] == [12, 23]
    assert outcome.exit_code == 0
    assert (
        "-0043-03-15 is 17 March 44 BC, Julian" in read(tmp_path, ONE.format(head="", when="-0043-03-15")).printed
    )


def test_issued_and_opened_are_gregorian_and_of_years_from_january(tmp_path: Path) -> None:
    text = """
    defaults: {calendar: julian, year-begins: 25 March}
    sources:
      book: {title: A book, issued: 1603, opened: 10 March 1650, dated: 10 March 1602}
    question: When did it happen?
    claims:
      a: {in: book, when: 1603}
    """
    outcome = read(tmp_path, text)
    assert outcome.codes == []
    book = outcome.corpus.sources["book"]
    shown = {
        name: reading_json(dated.when.readings[0])
        for name, dated in (("issued", book.issued), ("opened", book.opened), ("dated", book.dated))
        if dated is not None
    }
    assert (shown["issued"].earliest, shown["issued"].latest) == ("1603-01-01", "1603-12-31")
    assert (shown["opened"].earliest, shown["opened"].calendar) == ("1650-03-10", "gregorian")
    assert (shown["dated"].earliest, shown["dated"].calendar) == ("1603-03-10", "julian")


# ------------------------------------------------------------------------------------------------ the note


@pytest.mark.parametrize("when", ["1381", "2 June 1381", "30 BC", "the 16th century", "15 January 1743/44"])
def test_a_reading_that_the_default_alters_is_noted_once_with_how_to_keep_it(tmp_path: Path, when: str) -> None:
    (said,) = notes(tmp_path, when)
    assert f"“{when}” is of the historical one" in said
    for calendar in ("historical", "gregorian"):
        assert notes(tmp_path, when, f"defaults: {{calendar: {calendar}}}\n") == []


def test_all_altered_dates_make_one_note(tmp_path: Path) -> None:
    text = "question: When did it happen?\nclaims:\n  a: 1381\n  b: 1382\n  c: 1956\n"
    found = [one for one in cautions_of(examine(read(tmp_path, text).corpus)) if one.code == "CC511"]
    assert len(found) == 1
    assert "(and 1 more)" in found[0].message
    assert "defaults: {calendar: gregorian}" in found[0].remedy


@pytest.mark.parametrize(
    "when", ["1956", "14 February 1956", "1381-06-02", "Whitsun 1381", "1941/42", "15 October 1582", "before 1956"]
)
def test_what_is_read_as_before_is_not_noted(tmp_path: Path, when: str) -> None:
    assert notes(tmp_path, when) == []


def test_what_a_source_or_claim_dates_in_a_calendar_of_its_own_is_not_noted(tmp_path: Path) -> None:
    text = """
    sources: {annals: {title: Annals, calendar: julian}}
    question: When did it happen?
    claims:
      a: {in: annals, when: 15 January 1743/44}
      b: {calendar: julian, when: 1381}
    """
    assert [one for one in cautions_of(examine(read(tmp_path, text).corpus)) if one.code == "CC511"] == []
