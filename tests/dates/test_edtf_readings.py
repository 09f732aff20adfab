"""What EDTF means where readers differ: unions, seasons, masks, qualifiers, years, times."""

from __future__ import annotations

import pytest

from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_expansion import Circa
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import Fault, Limit, TimeSet, Unit, Window
from claimcheck.dates.writing import iso, iso_inclusive_stop


def read(text: str) -> EdtfDate:
    date = read_edtf(text)
    assert isinstance(date, EdtfDate), date
    return date


def spans(dates: TimeSet) -> list[tuple[str, str]]:
    """The spans of a bounded set as pairs of days, both included."""
    assert dates.start is not None and dates.stop is not None
    return [(iso(s.start or 0, Unit.DAY), iso_inclusive_stop(s.stop or 0, Unit.DAY)) for s in dates.spans]


def narrow(text: str) -> list[tuple[str, str]]:
    return spans(read(text).window.narrow)


def wide(text: str) -> list[tuple[str, str]]:
    return spans(read(text).window.wide)


class TestUnions:
    def test_one_of_two_days_does_not_contain_the_month_between(self) -> None:
        assert narrow("[1955-12-31,1956-02-13]") == [("1955-12-31", "1955-12-31"), ("1956-02-13", "1956-02-13")]

    def test_an_unspecified_month_with_a_day_is_twelve_days(self) -> None:
        assert narrow("1958-XX-18") == [(f"1958-{month:02}-18",) * 2 for month in range(1, 13)]

    def test_members_that_abut_are_one_stretch(self) -> None:
        assert narrow("[1667,1668,1670..1672]") == [("1667-01-01", "1668-12-31"), ("1670-01-01", "1672-12-31")]

    def test_members_may_stand_in_any_order(self) -> None:
        assert read("[1670,1667]").window == read("[1667,1670]").window

    def test_braces_mean_all_of_them_and_brackets_one(self) -> None:
        assert (read("{1960,1961-12}").all_of, read("[1960,1961-12]").all_of) == (True, False)

    def test_spaces_around_the_members_are_accepted_and_left_out_of_the_canonical_form(self) -> None:
        assert read("{1960 ,  1961-12}").canonical == "{1960,1961-12}"

    def test_a_set_without_an_end_is_open_not_unknown(self) -> None:
        window = read("[1760-01,1760-12..]").window
        assert (window.earliest, window.latest, window.narrow.stop) == (Limit.CLOSED, Limit.OPEN, None)


class TestMasks:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1984-X1", [("1984-01-01", "1984-01-31"), ("1984-11-01", "1984-11-30")]),
            ("1984-0X", [("1984-01-01", "1984-09-30")]),
            ("2001-02-2X", [("2001-02-20", "2001-02-28")]),
            ("2004-02-2X", [("2004-02-20", "2004-02-29")]),
            ("2001-01-3X", [("2001-01-30", "2001-01-31")]),
            ("2001-04-X1", [("2001-04-01",) * 2, ("2001-04-11",) * 2, ("2001-04-21",) * 2]),
            ("199X-02-29", [("1992-02-29",) * 2, ("1996-02-29",) * 2]),
            ("000X", [("0000-01-01", "0009-12-31")]),
            ("XXXX-XX-XX", [("0000-01-01", "9999-12-31")]),
            ("156X-12", [(f"156{digit}-12-01", f"156{digit}-12-31") for digit in range(10)]),
            ("201X-24", [(f"201{d}-12-01", f"{2011 + d}-02-{29 if d in (1, 5, 9) else 28}") for d in range(10)]),
        ],
    )
    def test_a_mask_stands_for_exactly_what_matches_it(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert narrow(text) == expected

    def test_a_digit_may_be_unspecified_anywhere_in_a_year(self) -> None:
        assert [start for start, _ in narrow("1X56")] == [f"1{digit}56-01-01" for digit in range(10)]

    def test_every_leap_day_of_ten_thousand_years_is_counted(self) -> None:
        assert len(read("XXXX-02-29").window.narrow.spans) == 2425

    def test_a_mask_that_stands_for_no_day_is_refused(self) -> None:
        fault = read_edtf("2004-02-3X")
        assert isinstance(fault, Fault)
        assert (fault.message, fault.start, fault.stop) == ("no day of 2004-02 is 3X", 8, 10)


class TestSeasons:
    @pytest.mark.parametrize(
        ("code", "first", "last"),
        [
            ("21", "2001-03-01", "2001-05-31"),
            ("22", "2001-06-01", "2001-08-31"),
            ("23", "2001-09-01", "2001-11-30"),
            ("24", "2001-12-01", "2002-02-28"),
            ("25", "2001-03-01", "2001-05-31"),
            ("26", "2001-06-01", "2001-08-31"),
            ("27", "2001-09-01", "2001-11-30"),
            ("28", "2001-12-01", "2002-02-28"),
            ("29", "2001-09-01", "2001-11-30"),
            ("30", "2001-12-01", "2002-02-28"),
            ("31", "2001-03-01", "2001-05-31"),
            ("32", "2001-06-01", "2001-08-31"),
            ("33", "2001-01-01", "2001-03-31"),
            ("34", "2001-04-01", "2001-06-30"),
            ("35", "2001-07-01", "2001-09-30"),
            ("36", "2001-10-01", "2001-12-31"),
            ("37", "2001-01-01", "2001-04-30"),
            ("38", "2001-05-01", "2001-08-31"),
            ("39", "2001-09-01", "2001-12-31"),
            ("40", "2001-01-01", "2001-06-30"),
            ("41", "2001-07-01", "2001-12-31"),
        ],
    )
    def test_each_part_of_the_year_has_its_months(self, code: str, first: str, last: str) -> None:
        assert narrow(f"2001-{code}") == [(first, last)]

    def test_a_season_is_a_month_wider_as_the_word_is(self) -> None:
        assert wide("2001-21") == [("2001-02-01", "2001-06-30")]

    def test_a_quarter_has_sharp_bounds(self) -> None:
        assert wide("2001-34") == narrow("2001-34")


class TestQualifiers:
    def test_uncertainty_alone_moves_no_limit(self) -> None:
        assert wide("1956-02-14?") == [("1956-02-14", "1956-02-14")]

    @pytest.mark.parametrize("mark", ["~", "%"])
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("1956-02-14", "1956-02-12", "1956-02-16"),
            ("1956-02", "1956-01-01", "1956-03-31"),
            ("1956", "1951-01-01", "1961-12-31"),
            ("195X", "1945-01-01", "1964-12-31"),
            ("19XX", "1875-01-01", "2024-12-31"),
            ("1956-34", "1956-03-01", "1956-07-31"),
            ("-0003", "-0008-01-01", "0002-12-31"),
            ("0000-01", "-0001-12-01", "0000-02-29"),
        ],
    )
    def test_approximation_widens_by_the_unit_of_the_date(
        self, mark: str, text: str, first: str, last: str
    ) -> None:
        assert wide(text + mark) == [(first, last)]

    def test_an_approximate_year_keeps_the_day_and_the_month(self) -> None:
        assert wide("2004~-06-11") == [(f"{year}-06-11",) * 2 for year in range(1999, 2010)]

    def test_an_approximate_year_and_month_reach_by_the_month_and_keep_the_day(self) -> None:
        assert wide("2004-06~-11") == [("2004-05-11",) * 2, ("2004-06-11",) * 2, ("2004-07-11",) * 2]

    def test_a_qualifier_before_a_part_holds_for_it_alone(self) -> None:
        parts = read("2004-?06-11").dates[0]
        assert parts.month is not None and parts.day is not None
        assert (parts.year.uncertain, parts.month.uncertain, parts.day.uncertain) == (False, True, False)

    def test_a_qualifier_after_a_part_holds_for_all_to_its_left(self) -> None:
        parts = read("2004-06~-11").dates[0]
        assert parts.month is not None and parts.day is not None
        assert (parts.year.approximate, parts.month.approximate, parts.day.approximate) == (True, True, False)

    def test_both_ends_of_an_interval_are_widened_outwards(self) -> None:
        assert wide("2004-06-~01/2004-06-~20") == [("2004-05-30", "2004-06-22")]

    def test_a_member_of_a_set_is_widened_by_itself(self) -> None:
        assert wide("[1900~,1956-02]") == [("1895-01-01", "1905-12-31"), ("1956-02-01", "1956-02-29")]

    def test_the_reach_of_circa_can_be_set(self) -> None:
        date = read_edtf("1956~", Circa(years=2))
        assert isinstance(date, EdtfDate)
        assert spans(date.window.wide) == [("1954-01-01", "1958-12-31")]

    def test_the_qualifier_of_a_year_is_written_to_its_right(self) -> None:
        assert read("?2004-06-~11").canonical == "2004?-06-~11"


class TestYears:
    def test_year_0_is_1_bc_and_a_leap_year(self) -> None:
        assert narrow("0000-02-29") == [("0000-02-29", "0000-02-29")]

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("1950S1", "1000-01-01", "1999-12-31"),
            ("1950S4", "1950-01-01", "1950-12-31"),
            ("-1950S2", "-1999-01-01", "-1900-12-31"),
            ("0950S2", "0950-01-01", "0959-12-31"),
            ("Y-12345S1", "-19999-01-01", "-10000-12-31"),
        ],
    )
    def test_significant_digits_bound_the_year(self, text: str, first: str, last: str) -> None:
        assert narrow(text) == [(first, last)]

    def test_a_year_with_an_exponent_is_written_out_in_the_canonical_form(self) -> None:
        assert read("Y17E7").canonical == "Y170000000"

    def test_a_year_of_a_thousand_digits_is_read_and_keeps_its_exponent(self) -> None:
        assert (read("Y1E999").window.unit, read("Y1E0999").canonical) == (Unit.YEAR, "Y1E999")


class TestIntervals:
    def test_an_unknown_end_is_not_an_open_end(self) -> None:
        unknown, stands_open = read("1955/").window, read("1955/..").window
        assert (unknown.latest, stands_open.latest) == (Limit.UNKNOWN, Limit.OPEN)
        assert unknown.narrow == stands_open.narrow

    def test_both_ends_may_be_open_or_unknown(self) -> None:
        windows = [read(text).window for text in ("../..", "/..", "../", "/")]
        kinds = [(window.earliest, window.latest) for window in windows]
        o, u = Limit.OPEN, Limit.UNKNOWN
        assert kinds == [(o, o), (u, o), (o, u), (u, u)]

    def test_an_interval_may_end_in_the_month_that_it_begins_in(self) -> None:
        assert narrow("2004-06-11/2004-06") == [("2004-06-11", "2004-06-30")]

    def test_seasons_bound_an_interval(self) -> None:
        assert narrow("2018-21/2018-23") == [("2018-03-01", "2018-11-30")]

    @pytest.mark.parametrize(
        "text", ["2005/2004", "2004-07/2004-06-30", "0800/-0999", "[1672..1670]", "0001/0000"]
    )
    def test_the_end_does_not_come_before_the_beginning(self, text: str) -> None:
        fault = read_edtf(text)
        assert isinstance(fault, Fault)
        assert fault.message == "the end is before the beginning"


class TestTimes:
    def moment(self, text: str) -> tuple[str, Unit]:
        window: Window = read(text).window
        assert window.narrow.start is not None and window.narrow.stop == window.narrow.start + 1
        return iso(window.narrow.start, window.unit), window.unit

    def test_a_time_is_a_second(self) -> None:
        assert self.moment("1985-04-12T23:20:30") == ("1985-04-12T23:20:30", Unit.SECOND)

    def test_a_time_with_a_zone_is_shifted_to_universal_time(self) -> None:
        assert self.moment("2000-01-01T01:00:00+05:30")[0] == "1999-12-31T19:30:00"

    def test_the_end_of_a_day_is_the_midnight_that_follows(self) -> None:
        assert self.moment("2000-02-28T24:00:00")[0] == "2000-02-29T00:00:00"
        assert read("2000-02-28T24:00:00Z").canonical == "2000-02-29T00:00:00Z"

    def test_the_parts_of_a_date_with_a_time_keep_it_as_written(self) -> None:
        assert [parts.time for parts in read("1985-04-12T23:20:30-04/1986").dates] == ["23:20:30-04", None]

    def test_a_shift_of_nothing_is_written_z(self) -> None:
        assert read("2000-01-01T01:00:00+00").canonical == "2000-01-01T01:00:00Z"

    def test_an_interval_may_run_from_one_time_to_another(self) -> None:
        window = read("1956-02-13T20:00:00/1956-02-14T05:59:59").window
        assert (window.narrow.start or 0, window.narrow.stop or 0) == (
            read("1956-02-13T20:00:00").window.narrow.start,
            read("1956-02-14T06:00:00").window.narrow.start,
        )


def test_dates_are_equal_by_what_they_say_and_can_be_hashed() -> None:
    assert read("1984~") == read("1984~")
    assert len({read("1984"), read("1984"), read("1984?")}) == 2
