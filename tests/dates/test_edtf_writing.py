"""Dates written back: ISO and EDTF for machines, words for readers, always inclusive, never 24:00."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import shape_of

from claimcheck.dates.calendars import day_number
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import (
    DAY,
    AllOf,
    Edge,
    Limit,
    OneOf,
    Point,
    Reading,
    Relation,
    Span,
    TimeSet,
    Unit,
    Window,
)
from claimcheck.dates.writing import edtf_of, in_words, iso, iso_inclusive_stop


def read(text: str) -> Window:
    found = read_edtf(text)
    assert isinstance(found, EdtfDate), found
    return found.window


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return day_number("gregorian", year, month, day) * DAY + hour * 3600 + minute * 60


class TestInstants:
    @pytest.mark.parametrize(
        ("instant", "unit", "written"),
        [
            (at(1956, 2, 13), Unit.DAY, "1956-02-13"),
            (at(1956, 2, 1), Unit.YEAR, "1956-02-01"),
            (at(1956, 2, 13, 20), Unit.HOUR, "1956-02-13T20:00"),
            (at(1956, 2, 13), Unit.HOUR, "1956-02-13T00:00"),
            (at(1956, 2, 13, 20) + 5, Unit.SECOND, "1956-02-13T20:00:05"),
            (at(1956, 2, 13, 20), Unit.DAY, "1956-02-13T20:00"),
            (at(-43, 3, 15), Unit.DAY, "-0043-03-15"),
            (at(0, 1, 1), Unit.DAY, "0000-01-01"),
            (at(12000, 1, 1), Unit.DAY, "+12000-01-01"),
        ],
    )
    def test_a_start_is_written_as_finely_as_it_was_stated(self, instant: int, unit: Unit, written: str) -> None:
        assert iso(instant, unit) == written

    @pytest.mark.parametrize(
        ("stop", "unit", "written"),
        [
            (at(1955, 11, 1), Unit.DAY, "1955-10-31"),
            (at(1955, 1, 1), Unit.YEAR, "1954-12-31"),
            (at(1956, 2, 14), Unit.HOUR, "1956-02-13T23:59"),
            (at(1956, 2, 14, 6), Unit.HOUR, "1956-02-14T05:59"),
            (at(1956, 2, 14), Unit.SECOND, "1956-02-13T23:59:59"),
            (at(1956, 2, 14, 6), Unit.DAY, "1956-02-14T05:59"),
        ],
    )
    def test_a_stop_is_written_as_the_last_moment_before_it(self, stop: int, unit: Unit, written: str) -> None:
        assert iso_inclusive_stop(stop, unit) == written

    @given(st.integers(-(10**12), 10**12), st.sampled_from(list(Unit)))
    def test_no_stop_is_written_as_24_hours_or_as_the_next_day(self, stop: int, unit: Unit) -> None:
        written = iso_inclusive_stop(stop, unit)
        assert "T24" not in written
        assert written != iso(stop, unit)


class TestEdtf:
    @pytest.mark.parametrize(
        "text",
        [
            "1956", "1956-02", "1956-02-14", "1955-10-21/1955-10-31", "1955-02/1955-04", "195X", "19XX",
            "-0049/-0043", "Y17000", "-0043-03-15", "../1956-02-13", "1956-02-14/..", "/1956", "1956/", "../..",
            "/", "[1955-12-31,1956-02-13]", "[..1760-11,1984]", "[1667,1670..1672,1984..]", "1956~", "1956-02-14~",
            "1950~/1960", "1950/1960~", "1950~/1960~", "2001-21", "2001-24",
            "1956-02-13T20:00:00/1956-02-14T05:59:59", "1985-04-12T23:20:30",
        ],
    )  # fmt: skip
    def test_a_canonical_text_comes_back_from_its_window(self, text: str) -> None:
        assert edtf_of(read(text)) == text

    @pytest.mark.parametrize(
        ("text", "short"),
        [
            ("1956-02-01/1956-02-29", "1956-02"),
            ("1956-01/1956-12", "1956"),
            ("1910/1919", "191X"),
            ("[1667,1668]", "1667/1668"),
            ("2004-06-~11", "2004-06-11~"),
        ],
    )
    def test_a_window_is_written_as_short_as_it_can_be(self, text: str, short: str) -> None:
        assert edtf_of(read(text)) == short

    def test_what_edtf_cannot_say_is_none(self) -> None:
        far = TimeSet((Span(at(12000, 3, 1), at(12000, 3, 2)),))
        assert edtf_of(Window(far, far)) is None
        unknown = TimeSet((Span(None, at(1900, 1, 1)), Span(at(1950, 1, 1), at(1951, 1, 1))))
        assert edtf_of(Window(unknown, unknown, Limit.UNKNOWN)) is None


class TestWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1956-02-13", "13 February 1956"),
            ("1955-10-21/1955-10-31", "21 to 31 October 1955"),
            ("1956-01-30/1956-02-02", "30 January to 2 February 1956"),
            ("1955-12-30/1956-01-02", "30 December 1955 to 2 January 1956"),
            ("1956-02", "February 1956"),
            ("1955-02/1955-04", "February to April 1955"),
            ("1955-11/1956-02", "November 1955 to February 1956"),
            ("1956", "1956"),
            ("195X", "the 1950s"),
            ("1801/1900", "the 19th century"),
            ("-0099/0000", "the 1st century BC"),
            ("1953/1956", "1953 to 1956"),
            ("-0049/-0043", "50 to 44 BC"),
            ("0000/0004", "1 BC to AD 4"),
            ("-0043-03-15", "15 March 44 BC"),
            ("../1956-02-13", "before 14 February 1956"),
            ("../1984", "before 1985"),
            ("1956-02-14/..", "from 14 February 1956 on"),
            ("1956-03/..", "from March 1956 on"),
            ("../..", "at any time"),
            ("[1955-12-31,1956-02-13]", "31 December 1955 or 13 February 1956"),
            ("1958-X2-18", "18 February 1958 or 18 December 1958"),
            ("195X-05", "May 1950, May 1951, May 1952, … or May 1959 (6 more between)"),
            ("1956-02-25T06:00:00/1956-02-25T11:59:59", "the morning of 25 February 1956"),
            ("1956-02-13T18:00:00/1956-02-13T23:59:59", "the evening of 13 February 1956"),
            ("1956-02-13T20:00:00/1956-02-14T05:59:59", "the night of 13 to 14 February 1956"),
            ("1956-02-13T22:00:00/1956-02-13T23:59:59", "from 22:00 to the end of 13 February 1956"),
            ("1956-02-13T14:00:00/1956-02-13T15:29:59", "between 14:00 and 15:30 on 13 February 1956"),
            ("1956-02-13T14:00:00/1956-02-15", "from 14:00 on 13 February 1956 to the end of 15 February 1956"),
            ("1985-04-12T23:20:30", "23:20:30 on 12 April 1985"),
            ("../1956-02-13T19:59:59", "before 20:00 on 13 February 1956"),
        ],
    )  # fmt: skip
    def test_a_date_is_named_as_one_would_say_it(self, text: str, words: str) -> None:
        assert in_words(read(text)) == words


def point(anchor: str) -> Point:
    return Point(anchor, Edge.START)


class TestJson:
    def test_a_reading_has_all_the_keys_in_their_order(self) -> None:
        written = shape_of(Reading(read("1956-02~"), "circa", edtf="1956-02~"))
        wide = {
            "edtf": "1956-01/1956-03",
            "earliest": "1956-01-01",
            "latest": "1956-03-31",
            "earliest_kind": "closed",
            "latest_kind": "closed",
            "spans": [["1956-01-01", "1956-03-31"]],
            "calendar": "gregorian",
            "gregorian": None,
            "rule": "circa",
            "wide": None,
        }
        narrow = {
            **wide,
            "edtf": "1956-02~",
            "earliest": "1956-02-01",
            "latest": "1956-02-29",
            "spans": [["1956-02-01", "1956-02-29"]],
            "wide": wide,
        }
        assert (written, list(written)) == (narrow, list(wide))

    @pytest.mark.parametrize(
        ("text", "earliest", "kind"),
        [("../1956", None, "open"), ("/1956", None, "unknown"), ("1956", "1956-01-01", "closed")],
    )
    def test_a_missing_limit_is_open_or_unknown(self, text: str, earliest: str | None, kind: str) -> None:
        written = shape_of(Reading(read(text), "edtf"))
        assert (written["earliest"], written["earliest_kind"]) == (earliest, kind)

    def test_a_relation_leaves_both_limits_unknown(self) -> None:
        relation = Relation(None, point("x"), None, point("x"), "before @x")
        written = shape_of(Reading(relation, "before"))
        assert (written["edtf"], written["earliest"], written["latest"], written["spans"]) == (
            None,
            None,
            None,
            [],
        )
        assert (written["earliest_kind"], written["latest_kind"]) == ("unknown", "unknown")

    def test_a_date_joined_with_a_relation_keeps_the_limits_of_the_date(self) -> None:
        relation = Relation(point("x"), None, point("x"), None, "not before @x")
        written = shape_of(Reading(AllOf((read("1956-02"), relation)), "joined"))
        assert (written["edtf"], written["earliest"], written["latest"]) == (None, "1956-02-01", "1956-02-29")

    def test_one_of_a_date_and_a_relation_has_no_limits(self) -> None:
        relation = Relation(point("x"), None, point("x"), None, "after @x")
        assert shape_of(Reading(OneOf((read("1956-02"), relation)), "or"))["earliest"] is None
        assert shape_of(Reading(OneOf((read("1956-02"), read("1957"))), "or"))["latest"] == "1957-12-31"
