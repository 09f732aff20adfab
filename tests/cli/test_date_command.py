"""`claimcheck date`: a reading or a reason for every line, as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

import pytest
import typer
from typer.testing import CliRunner

from claimcheck.cli.date import COLUMNS, date

APP = typer.Typer()
APP.command(context_settings={"ignore_unknown_options": True})(date)
READING = {
    "edtf",
    "earliest",
    "latest",
    "earliest_kind",
    "latest_kind",
    "spans",
    "calendar",
    "gregorian",
    "rule",
    "wide",
}


def run(*arguments: str, stdin: str | bytes | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(APP, arguments, input=stdin)
    return result.exit_code, result.stdout


def objects(*arguments: str, stdin: str | bytes | None = None) -> list[dict[str, object]]:
    _, shown = run(*arguments, "--format", "json", stdin=stdin)
    return [json.loads(line) for line in shown.splitlines()]


def test_json_has_the_stated_keys_narrow_and_wide() -> None:
    (found,) = objects("late October 1955")
    assert set(found) == {"schema", "text", "readings"}
    assert found["schema"] == "claimcheck/date/1"
    readings = found["readings"]
    assert isinstance(readings, list)
    (reading,) = readings
    assert set(reading) == READING
    assert (reading["earliest"], reading["latest"]) == ("1955-10-21", "1955-10-31")
    assert set(reading["wide"]) == READING
    assert reading["wide"]["earliest"] == "1955-10-16"


def test_several_texts_are_one_object_a_line_in_order() -> None:
    texts = ["1956", "44 BC", "@x", "3/4/1956"]
    assert [found["text"] for found in objects(*texts)] == texts


def test_lines_of_stdin_are_read_as_texts_are() -> None:
    assert objects(stdin="1956\n44 BC\n") == objects("1956", "44 BC")


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_a_date() -> None:
    found = objects(stdin="\ufeff1956\r\n44 BC\r\n".encode())
    assert [entry["text"] for entry in found] == ["1956", "44 BC"]


def test_years_outside_four_figures_are_signed_and_may_lead_an_argument() -> None:
    (found,) = objects("-0043-03-15")
    assert isinstance(found["readings"], list)
    assert found["readings"][0]["earliest"] == "-0043-03-15"


def test_what_cannot_be_read_has_no_readings_and_a_diagnostic_and_the_exit_is_1() -> None:
    found, good = objects("13 Febuary 1956", "1956")
    assert found["readings"] == []
    assert isinstance(found["diagnostic"], dict)
    assert "Febuary" in found["diagnostic"]["message"]
    assert "February" in found["diagnostic"]["remedy"]
    assert (found["diagnostic"]["start"], found["diagnostic"]["stop"]) == (3, 10)
    assert "diagnostic" not in good
    assert run("13 Febuary 1956", "1956")[0] == 1
    assert run("1956")[0] == 0


def test_text_shows_readings_numbered_with_rule_and_edtf() -> None:
    code, shown = run("3/4/1956")
    assert code == 0
    assert "1. 3 April 1956" in shown
    assert "2. 4 March 1956" in shown
    assert "rule: stroked-date; EDTF 1956-04-03" in shown


def test_text_shows_the_wide_reading_beside_the_narrow_one() -> None:
    assert "21 to 31 October 1955; widely 16 to 31 October 1955" in run("late October 1955")[1]


def test_text_points_at_the_word_that_is_not_understood() -> None:
    lines = run("13 Febuary 1956")[1].splitlines()
    assert lines[0] == "13 Febuary 1956"
    assert lines[1] == "   ^^^^^^^"


def test_text_says_from_which_edges_of_an_event_a_relation_counts() -> None:
    assert "from 2 years after the beginning of the last day of @x" in run("2 years after @x")[1]


def test_csv_has_a_row_for_each_reading_and_no_cell_that_is_a_formula() -> None:
    code, shown = run("3/4/1956", "44 BC", "@x", "=1+1", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert code == 1
    assert tuple(rows[0]) == COLUMNS
    assert [row["number"] for row in rows] == ["1", "2", "1", "1", ""]
    assert rows[2]["earliest"] == "'-0043-01-01"
    assert all(cell[:1] not in "=+-@" for row in rows for cell in row.values() if cell)
    assert rows[4]["diagnostic"]


def test_an_empty_csv_has_its_heading() -> None:
    assert run("--format", "csv", stdin="") == (0, ",".join(COLUMNS) + "\n")


def test_calendar_and_year_style_are_those_of_phrases() -> None:
    (found,) = objects("11 February 1731", "--calendar", "julian", "--year-begins", "25 March")
    assert isinstance(found["readings"], list)
    assert found["readings"][0]["earliest"] == "1732-02-11"
    assert found["readings"][0]["calendar"] == "julian"
    assert found["readings"][0]["gregorian"] == {"earliest": "1732-02-22", "latest": "1732-02-22"}


def test_a_calendar_can_have_its_own_day_of_reform() -> None:
    (found,) = objects("2 September 1752", "--calendar", "julian-until=1752-09-02")
    assert isinstance(found["readings"], list)
    assert found["readings"][0]["earliest"] == "1752-09-02"
    assert found["readings"][0]["calendar"] == "julian"
    assert run("5 September 1752", "--calendar", "julian-until=1752-09-02")[0] == 1


def test_a_day_in_edtf_is_warned_of_on_stderr_and_data_alone_is_printed() -> None:
    result = CliRunner().invoke(APP, ["--format", "json", "--", "-0043-03-15"])
    assert result.exit_code == 0
    assert "17 March 44 BC, Julian" in result.stderr and "“15 March 44 BC”" in result.stderr
    assert json.loads(result.stdout)["readings"][0]["earliest"] == "-0043-03-15"


def test_text_and_csv_have_the_gregorian_date_beside_the_stated_one() -> None:
    _, text = run("Whitsun 1381")
    assert "2 June 1381 = 10 June 1381, Gregorian" in text
    _, table = run("Whitsun 1381", "--format", "csv")
    assert "1381-06-02,1381-06-02" in table and "1381-06-10,1381-06-10" in table


def test_a_tolerance_can_be_given() -> None:
    (found,) = objects("c. 1500", "--tolerance", "circa-year=10 years")
    assert isinstance(found["readings"], list)
    assert found["readings"][0]["wide"]["earliest"] == "1490-01-01"


@pytest.mark.parametrize(
    "arguments",
    [
        ("1956", "--calendar", "gregorain"),
        ("1956", "--year-begins", "whenever"),
        ("1956", "--tolerance", "circa-yaer=5 years"),
        ("1956", "--tolerance", "circa-year"),
        ("1956", "--format", "yaml"),
    ],
)
def test_wrong_settings_are_refused_with_exit_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_every_rule_is_listed_with_its_source_and_tolerance() -> None:
    from claimcheck.dates.phrases.rules import RULES

    code, shown = run("--rules")
    assert code == 0
    for rule in RULES:
        assert f"{rule.name}: {rule.reads}\n" in shown
        assert rule.source in shown
    listed = json.loads(run("--rules", "--format", "json")[1])["rules"]
    assert [(row["rule"], row["tolerance"], row["source"]) for row in listed] == [
        (rule.name, rule.tolerance, rule.source) for rule in RULES
    ]


def test_rules_show_the_tolerance_in_force() -> None:
    listed = json.loads(run("--rules", "--tolerance", "eve=1 day", "--format", "json")[1])["rules"]
    assert next(row["tolerance"] for row in listed if row["rule"] == "eve") == "1 day"


def test_nothing_in_a_text_is_obeyed_by_a_terminal() -> None:
    for form in ("text", "json"):
        shown = run("13 February \x1b[2J1956\u202e", "--format", form)[1]
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_every_line_of_prose_gets_a_reading_or_a_reason() -> None:
    lines = [
        f"{chosen} {1000 + k}" for k, chosen in enumerate(("late May", "the battle in", "c.", "весной", "") * 100)
    ]
    found = objects(stdin="\n".join(lines) + "\n")
    assert [entry["text"] for entry in found] == lines
    assert all(bool(entry["readings"]) != ("diagnostic" in entry) for entry in found)
