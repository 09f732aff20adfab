"""Kinds of refusal: what the text is found to be, and what it is sent to; in several languages and centuries."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from claimcheck.cli.date import summed_up
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.reading import read_date
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.remedies import modern_edtf
from claimcheck.dates.when import Fault, When


def fault(text: str) -> Fault:
    found = read_date(text)
    assert isinstance(found, Fault), found
    return found


@pytest.mark.parametrize(
    "text",
    [
        *(
            "n.d.",
            "N. D.",
            "[n.d.]",
            "nd",
            "undated",
            "no date",
            "not dated",
            "date unknown",
            "Unknown",
            "n/a",
            "tbd",
        ),
        *("s.d.", "[s.a.]", "sine anno", "[S.l. : s.n., s.d.]", "sans date", "date inconnue"),
        *("o. J.", "ohne Datum", "undatiert", "senza data", "sin fecha", "s/f", "z.j.", "b.d.", "u.å."),
        *("без даты", "б/д", "б. д.", "Б. г.", "не датировано", "дата неизвестна", "нет данных", "[б. м., б. г.]"),
        *("?", "??", "-", "—", "…", "(?)", "0000-00-00", "", "  "),
    ],
)
def test_a_text_that_says_there_is_no_date_is_left_out(text: str) -> None:
    assert fault(text).kind is Refusal.NO_DATE
    assert "leave `when` out" in fault(text).remedy


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("n.d. [1790?]", "[1790?]"),
        ("undated (c. 1850)", "[c. 1850]"),
        ("s.d., before 1640", "[before 1640]"),
        ("без даты, около 1905 г.", "[около 1905 г.]"),
        ("1612, undated", "[1612]"),
    ],
)
def test_a_date_supplied_for_what_has_none_goes_into_brackets(text: str, added: str) -> None:
    assert f"“{added}”" in fault(text).remedy
    assert isinstance(read_date(added), When)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("1934, printed 1976", ["1934", "1976"]),
        ("1873, published 1880", ["1873", "1880"]),
        ("cast 1905, from a model of 1890", ["1905", "1890"]),
        ("built 1911, altered 1934", ["1911", "1934"]),
        ("1516 (reprinted 1530)", ["1516", "1530"]),
        ("negative 1932, print 1975", ["1932", "1975"]),
        ("composed 1720; first performed 1729", ["1720", "1729"]),
        ("begun 1248 finished 1880", ["1248", "1880"]),
        ("gegossen 1905, Modell 1890", ["1905", "1890"]),
        ("1834, напечатано в 1976", ["1834", "1976"]),
        ("построен в 1491, перестроен в 1780", ["1491", "1780"]),
        ("отлита 1905, модель 1890", ["1905", "1890"]),
    ],
)
def test_dates_of_two_acts_are_two_claims(text: str, dates: list[str]) -> None:
    found = fault(text)
    assert found.kind is Refusal.TWO_ACTS
    assert "two claims" in found.remedy
    assert re.findall("“([^”]*)”", found.remedy) == dates


@pytest.mark.parametrize(
    "text", ["designed c. 1900, made 1910", "1850, finished before 1890", "начат до 1612, окончен в 1640"]
)
def test_of_two_acts_with_a_limit_no_date_is_quoted_without_it(text: str) -> None:
    found = fault(text)
    assert found.kind is Refusal.TWO_ACTS
    assert found.remedy == "write two claims, one for each act, each with its own date"


@pytest.mark.parametrize(
    "text", ["painted and signed 1850", "published between 1850 and 1860", "printed May 12, 1850"]
)
def test_one_act_is_not_two(text: str) -> None:
    found = read_date(text)
    assert not isinstance(found, Fault) or found.kind is not Refusal.TWO_ACTS


@pytest.mark.parametrize(
    "text",
    [
        "02/13/56",
        "02/01/56",
        "13-02-56",
        "01-Jan-59",
        "3-Dec-98",
        "Jan-59",
        "01-янв-59",
        "13-Feb",
        "#VALUE!",
        "####",
    ],
)
def test_what_a_spreadsheet_made_is_named_and_sent_back_to_the_source(text: str) -> None:
    found = fault(text)
    assert found.kind is Refusal.SPREADSHEET
    assert "spreadsheet" in found.message
    assert "as the source has it" in found.remedy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("199u", "199X"),
        ("19uu", "19XX"),
        ("156u-12-25", "156X-12-25"),
        ("1999-uu-uu", "1999-XX-XX"),
        ("2004-06-uu/2004-07-03", "2004-06-XX/2004-07-03"),
        ("198x", "198X"),
        ("2008/unknown", "2008/"),
        ("unknown/2008", "/2008"),
        ("2008/open", "2008/.."),
        ("1984-06-02?/unknown", "1984-06-02?/"),
        ("y-170000002", "Y-170000002"),
        ("y17e7", "Y17E7"),
        ("y17101e4p3", "Y17101E4S3"),
        ("2001-21^southernHemisphere", "2001-29"),
        ("2001-24^northernHemisphere", "2001-28"),
        ("2004-(06)?-11", "2004-?06-11"),
        ("2004-06-(11)~", "2004-06-~11"),
        ("2004-(06)?~", "2004-%06"),
        ("2004-(06-11)?", "2004-?06-?11"),
        ("2004?-06-(11)~", "2004?-06-~11"),
        ("(2004-(06)~)?", "2004?-%06"),
        ("(2011)-06-04~", "2011-~06-~04"),
        ("199u~", "199X~"),
    ],
)
def test_a_draft_of_edtf_gets_its_form_of_today(text: str, form: str) -> None:
    assert isinstance(read_edtf(form), EdtfDate)
    assert modern_edtf(text) == form
    found = read_date(text)
    if isinstance(found, Fault):
        assert found.kind is Refusal.DRAFT_EDTF
        assert found.remedy == f"write “{form}”"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1776 September 31", "1776 September 30"),
        ("31 June 1812", "30 June 1812"),
        ("30 February 1712", "28 February 1712"),
        ("before 31 June 1812", "before 30 June 1812"),
        ("31 апреля 1861 г.", "30 апреля 1861 г."),
        ("до 31 июня 1612", "до 30 июня 1612"),
        ("30.02.1956", "28.02.1956"),
        ("1966-14-14", "1966"),
        ("1956-13-05", "1956-05-13"),
        ("1800-00-00", "1800"),
        ("1800-05-00", "1800-05"),
        ("0 AD", "AD 1"),
        ("0 BC", "1 BC"),
        ("0 г. н. э.", "AD 1"),
        ("before 0 AD", "before AD 1"),
    ],
)
def test_of_a_day_that_there_is_not_the_nearest_is_told(text: str, form: str) -> None:
    assert fault(text).kind is Refusal.IMPOSSIBLE_DAY
    assert f"“{form}”" in fault(text).remedy


def test_a_leap_day_that_there_is_is_not_called_impossible() -> None:
    found = fault("Wednesday 29 February 2000")
    assert "that day was a Tuesday, not a Wednesday" in found.message
    assert "correct the day of the week" in found.remedy
    assert fault("29 February 1900").kind is Refusal.IMPOSSIBLE_DAY


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("5/72005", "5/7/2005"),
        ("12.121956", "12.12.1956"),
        ("1302.1956", "13.02.1956"),
        ("l956", "1956"),
        ("19O5", "1905"),
        ("1O66", "1066"),
        ("1956,", "1956"),
        ("«1612»", "1612"),
        ("1956]", "1956"),
    ],
)
def test_of_mangled_figures_the_nearest_form_is_told(text: str, form: str) -> None:
    assert fault(text).kind is Refusal.MANGLED
    assert f"“{form}”" in fault(text).remedy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("late 17c.", "late 17th century"),
        ("C18th", "18th century"),
        ("e19c", "early 19th century"),
        ("19??", "19XX"),
        ("1897-19??", "1897/19XX"),
        ("saec. XV ex.", "late 15th century"),
        ("19. Jh.", "19th century"),
        ("7000/6500 BCE", "between 7000 and 6500 BCE"),
        ("[189-]", "189X"),
        ("18--", "18XX"),
    ],
)
def test_what_is_shortened_is_written_out(text: str, form: str) -> None:
    found = read_date(text)
    if isinstance(found, Fault):
        assert found.kind in (Refusal.SHORT_FORM, Refusal.EDTF)
        assert f"“{form}”" in found.remedy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("13 February 1956, 14 February 1956", Refusal.LIST),
        ("13.02.56", Refusal.TWO_DIGIT_YEAR),
        ("56", Refusal.TWO_DIGIT_YEAR),
        ("1510–1500", Refusal.CONTRADICTION),
        ("13 Febuary 1956", Refusal.SPELLING),
        ("1850 Paris", Refusal.UNKNOWN_WORD),
        ("13 1956", Refusal.INCOMPLETE),
        ("1956 or 1957 1958", Refusal.MISPLACED),
        ("13 February", Refusal.INCOMPLETE),
        ("before", Refusal.INCOMPLETE),
        ("2350 ± 50 BP", Refusal.INCOMPLETE),
        ("not 1956", Refusal.NEGATION),
        ("вероятно, 1612", Refusal.HEDGE),
        ("yesterday", Refusal.RELATIVE),
        ("a few days after 4 July 1776", Refusal.VAGUE),
        ("throughout 1956", Refusal.EXTENT),
        ("before " * 100, Refusal.TOO_LONG),
    ],
)
def test_every_refusal_is_of_a_kind(text: str, kind: Refusal) -> None:
    assert fault(text).kind is kind


MANUAL = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (`.+`) \| (.+) \|$", MANUAL, re.MULTILINE)


def test_the_manual_lists_every_kind() -> None:
    assert [kind for kind, *_ in ROWS] == [
        kind for kind in Refusal if kind not in (Refusal.TOO_LONG, Refusal.SETTING)
    ]


@pytest.mark.parametrize(("kind", "meaning", "examples", "remedy"), ROWS)
def test_the_manual_shows_what_is_said(kind: str, meaning: str, examples: str, remedy: str) -> None:
    assert {known.value: known.meaning for known in Refusal}[kind] == meaning
    for example in re.findall("`([^`]+)`", examples):
        assert (fault(example).kind, fault(example).remedy) == (kind, remedy)


def test_the_manual_shows_the_summary_as_it_is_printed() -> None:
    command, shown = re.findall(
        r"```sh\nclaimcheck date --summary (.*?)\n```\n\n```text\n(.*?)```", MANUAL, re.DOTALL
    )[0]
    assert summed_up(shlex.split(command), Conventions(), as_json=False)[0] == shown


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1453-", "since 1453"),
        ("1453–", "since 1453"),
        ("1453+", "since 1453"),
        (">1453", "after 1453"),
        ("< 1789", "before 1789"),
        ("≥ 1648", "not before 1648"),
        ("<= 1648", "not after 1648"),
        ("≈1500", "about 1500"),
        ("1956.02", "1956-02"),
        ("18?", "18XX"),
        ("19?4", "19X4"),
        ("1845, 46", "1845 or 46"),
        ("1914/18", "1914–18"),
        ("1100/1101, November 1", "1100 or 1101, November 1"),
        ("06-1914", "1914-06"),
        ("October 24 [November 6], 1917", "October 24 (November 6), 1917"),
        ("October 24/November 6, 1917", "October 24 (November 6), 1917"),
        ("44 BC to 12", "44 BC to 12 BC"),
        ("44 BC to 60", "44 BC to AD 60"),
        ("17 October", "17 October of some year"),
        ("17 октября", "17 октября неизвестного года"),
    ],
)
def test_what_is_written_in_signs_is_answered_in_words_or_figures_that_are_read(text: str, form: str) -> None:
    found = read_date(text)
    if isinstance(found, Fault):
        assert f"“{form}”" in found.remedy
    assert isinstance(read_date(form), When)


def test_a_limit_on_a_day_of_no_year_is_not_sent_to_some_year() -> None:
    assert "some year" not in fault("before 17 October").remedy


@pytest.mark.parametrize("text", ["10001000", "19561345", "19560230", "00000000"])
def test_eight_figures_that_are_no_day_are_not_sent_to_a_day_that_there_is_not(text: str) -> None:
    for form in re.findall("“([^”]*)”", fault(text).remedy):
        assert isinstance(read_date(form), When)
