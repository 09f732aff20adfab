"""The calendar in force: the historical one unless another is stated, and what it is shown and said in."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from shapes import shape_of

from claimcheck.dates.calendars import (
    CALENDARS,
    LeftOut,
    add_months,
    calendar_date,
    calendar_on,
    day_number,
    days_in_month,
    has_roman_months,
    julian_until,
    month_start,
    weekday,
    year_of,
    year_start,
)
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, Span, TimeSet, Unit, When, Window
from claimcheck.dates.wording import Style, in_words, stated_style
from claimcheck.dates.writing import edtf_of

ENGLISH = julian_until("1752-09-02")
RUSSIAN = julian_until("1918-01-31")  # the first of February did not exist
GRONINGEN = julian_until("1700-12-31")  # nor, there, New Year's Day of 1701
REFORMED = ("historical", ENGLISH, RUSSIAN, GRONINGEN)
_DAY_ZERO = 1_721_424.5  # the Julian day at the midnight that begins day number 0


def read(text: str, conventions: Conventions | None = None) -> When:
    found = read_date(text, conventions or Conventions())
    assert isinstance(found, When), (found.message, found.remedy)
    return found


def fault(text: str, conventions: Conventions | None = None) -> Fault:
    found = read_date(text, conventions or Conventions())
    assert isinstance(found, Fault), found
    return found


def shape(text: str, conventions: Conventions | None = None) -> dict[str, object]:
    return shape_of(read(text, conventions).readings[0])


def bounds(
    text: str, calendar: str = "historical", year_begins: str = "1 January"
) -> tuple[object, object, object]:
    found = shape(text, Conventions(calendar, year_begins))
    return found["earliest"], found["latest"], found["calendar"]


def days_of(text: str, calendar: str = "historical", year_begins: str = "1 January") -> TimeSet:
    date = read(text, Conventions(calendar, year_begins)).readings[0].date
    assert isinstance(date, Window)
    return date.narrow


# ------------------------------------------------------------------------------------------- day by day


@pytest.mark.parametrize(("calendar", "first", "last"), [("gregorian", 1, 2200), ("julian", 1, 2200)])
def test_every_day_of_twenty_two_centuries_has_the_date_that_convertdate_gives_it(
    calendar: str, first: int, last: int
) -> None:
    from convertdate import gregorian, julian

    module = gregorian if calendar == "gregorian" else julian
    months = [(year, month) for year in range(first, last) for month in range(1, 13)]
    # The peer says on which day each month begins, and so which days it has.
    begins = [round(module.to_jd(year, month, 1) - _DAY_ZERO) for year, month in [*months, (last, 1)]]
    for (year, month), begun, ended in zip(months, begins[:-1], begins[1:], strict=True):
        assert tuple(int(part) for part in module.from_jd(ended - 1 + _DAY_ZERO)) == (year, month, ended - begun)
        for day in range(begun, ended):
            date = (year, month, day - begun + 1)
            assert calendar_date(calendar, day) == date
            assert day_number(calendar, *date) == day


@pytest.mark.parametrize(
    ("calendar", "last_julian"),
    [
        ("historical", (1582, 10, 4)),
        (ENGLISH, (1752, 9, 2)),
        (RUSSIAN, (1918, 1, 31)),
        (GRONINGEN, (1700, 12, 31)),
    ],
)
def test_a_reformed_calendar_is_the_julian_of_convertdate_up_to_its_day_and_then_the_gregorian(
    calendar: str, last_julian: tuple[int, int, int]
) -> None:
    from convertdate import gregorian, julian

    reform = round(julian.to_jd(*last_julian) - _DAY_ZERO)
    for day in range(reform - 40_000, reform + 40_000):
        module = julian if day <= reform else gregorian
        expected = tuple(int(part) for part in module.from_jd(day + _DAY_ZERO))
        assert calendar_date(calendar, day) == expected
        assert day_number(calendar, *expected) == day
        assert calendar_on(calendar, day) == ("julian" if day <= reform else "gregorian")


@pytest.mark.parametrize("calendar", [name for name in CALENDARS if not has_roman_months(name)])
def test_the_days_about_each_new_month_of_some_years_have_the_dates_that_convertdate_gives_them(
    calendar: str,
) -> None:
    from importlib import import_module

    module = import_module(f"convertdate.{ {'indian': 'indian_civil'}.get(calendar, calendar.replace(' ', '_')) }")
    begun = 1793 if calendar == "french republican" else 1790
    years = 2 if calendar in ("french republican", "persian") else 8  # the peer looks for each equinox
    day, last = (day_number("gregorian", year, 1, 1) for year in (begun, begun + years))
    while day < last:
        expected = tuple(int(part) for part in module.from_jd(day + _DAY_ZERO))
        assert calendar_date(calendar, day) == expected
        assert day_number(calendar, *expected) == day
        # The middle of a month, its end and the beginning of the next; the five days that close a year one by one.
        day += 1 if expected[2] >= 28 or expected[2] < 3 or expected[1] == 13 else 13


def test_a_hebrew_year_begins_in_tishri() -> None:
    # 1 Tishri 5784 was 16 September 2023, 1 Tishri 5785 was 3 October 2024.
    found = days_of("5784", "hebrew")
    assert found == TimeSet(
        (Span(day_number("gregorian", 2023, 9, 16) * DAY, day_number("gregorian", 2024, 10, 3) * DAY),)
    )


# -------------------------------------------------------------------------------------------- the reform


@pytest.mark.parametrize("day", range(5, 15))
def test_the_days_that_the_reform_left_out_are_refused_with_a_remedy_that_works(day: int) -> None:
    refused = fault(f"{day} October 1582")
    assert f"left {day} October 1582 out: 4 October 1582 was followed by 15 October 1582" in refused.message
    for style in ("O.S.", "N.S."):
        assert f"“{day} October 1582 {style}”" in refused.remedy
        assert isinstance(read_date(f"{day} October 1582 {style}"), When)


@pytest.mark.parametrize(
    ("calendar", "text"),
    [
        (ENGLISH, "3 September 1752"),
        (ENGLISH, "Sunday 13 September 1752"),
        (RUSSIAN, "1 February 1918"),
        (RUSSIAN, "13.02.1918"),
        (GRONINGEN, "New Year 1701"),
        (GRONINGEN, "11 January 1701"),
        ("historical", "the Nones of October 1582"),
        ("historical", "before 10 October 1582"),
    ],
)
def test_days_left_out_by_another_reform_or_in_other_words_are_refused_too(calendar: str, text: str) -> None:
    if text == "New Year 1701":
        text = "1 January 1701"
    assert "left" in fault(text, Conventions(calendar)).message
    assert fault(text, Conventions(calendar)).remedy


def test_the_months_and_years_of_a_reform_are_as_short_as_they_were() -> None:
    assert days_in_month("historical", 1582, 10) == 21
    assert days_in_month(ENGLISH, 1752, 9) == 19
    assert month_start(RUSSIAN, 1918, 2) == day_number("gregorian", 1918, 2, 14)
    assert year_start("historical", 1583) - year_start("historical", 1582) == 355
    assert year_start(GRONINGEN, 1701) == day_number("gregorian", 1701, 1, 12)
    assert days_of("September 1752", ENGLISH) == TimeSet(
        (Span(day_number("julian", 1752, 9, 1) * DAY, day_number("gregorian", 1752, 10, 1) * DAY),)
    )
    assert days_of("1752-09", ENGLISH) == days_of("September 1752", ENGLISH)
    assert days_of("1582") == days_of("the year 1582")


@pytest.mark.parametrize("calendar", REFORMED)
def test_adding_months_across_a_reform_never_goes_back_and_keeps_the_day_where_it_can(calendar: str) -> None:
    last = max(day for day in range(577_000, 701_000) if calendar_on(calendar, day) == "julian")
    for months in (-13, -1, 1, 2, 12):
        moved = [add_months(calendar, day, months) for day in range(last - 500, last + 500)]
        assert all(a <= b for a, b in itertools.pairwise(moved))
    assert add_months("historical", day_number("julian", 1582, 9, 10), 1) == day_number("julian", 1582, 10, 4)
    assert add_months("historical", day_number("julian", 1582, 9, 20), 1) == day_number("gregorian", 1582, 10, 20)


@given(st.sampled_from(REFORMED), st.integers(500_000, 720_000))
def test_every_day_is_in_one_month_and_one_year_of_its_calendar(calendar: str, day: int) -> None:
    year, month, _ = calendar_date(calendar, day)
    first = month_start(calendar, year, month)
    assert first <= day < first + days_in_month(calendar, year, month)
    assert first + days_in_month(calendar, year, month) == month_start(
        calendar, year + month // 12, month % 12 + 1
    )
    for style in ("1 January", "25 March", "1 September"):
        number = year_of(calendar, day, style)
        assert year_start(calendar, number, style) <= day < year_start(calendar, number + 1, style)


@pytest.mark.parametrize("day", ["1752-02-30", "1066-10-14", "soon", "1752-9-2", "2024-01-01"])
def test_what_is_no_day_of_a_reform_is_refused(day: str) -> None:
    with pytest.raises(ValueError):
        julian_until(day)


def test_a_day_left_out_is_no_day_of_the_calendar() -> None:
    with pytest.raises(LeftOut):
        day_number("historical", 1582, 10, 10)


# ----------------------------------------------------------------------------- the days of the week in documents

DOCUMENTED = [
    ("Friday 25 December 800", "Charlemagne is crowned"),
    ("Saturday 14 October 1066", "Hastings"),
    ("Tuesday 29 December 1170", "Becket is murdered"),
    ("Monday 15 June 1215", "Magna Carta"),
    ("Monday 24 June 1314", "Bannockburn, second day"),
    ("Saturday 26 August 1346", "Crécy"),
    ("Thursday 13 June 1381", "the rebels enter London on Corpus Christi"),
    ("Friday 25 October 1415", "Agincourt"),
    ("Tuesday 29 May 1453", "Constantinople falls"),
    ("Monday 22 August 1485", "Bosworth"),
    ("Friday 12 October 1492", "Columbus makes landfall"),
    ("Sunday 24 August 1572", "St Bartholomew's day in Paris"),
    ("Thursday 4 October 1582", "the last Julian day in Rome"),
    ("Friday 15 October 1582", "the first Gregorian day in Rome"),
    ("Thursday 24 March 1602/3", "Elizabeth I dies"),
    ("Tuesday 5 November 1605 O.S.", "the Gunpowder Plot"),
    ("Friday 14 May 1610", "Henry IV of France is murdered"),
    ("Tuesday 23 April 1616 O.S.", "Shakespeare dies"),
    ("Wednesday 23 May 1618", "the defenestration of Prague"),
    ("Tuesday 30 January 1648/9", "Charles I is beheaded"),
    ("Sunday 2 September 1666 O.S.", "London begins to burn"),
    ("Wednesday 16 April 1746 O.S.", "Culloden"),
    ("Saturday 1 November 1755", "the earthquake of Lisbon"),
    ("Thursday 4 July 1776", "the Declaration of Independence"),
    ("Tuesday 14 July 1789", "the Bastille"),
    ("Monday 21 January 1793", "Louis XVI is beheaded"),
    ("Sunday 18 June 1815", "Waterloo"),
    ("Sunday 9 January 1905 O.S.", "Bloody Sunday"),
    ("Wednesday 25 October 1917 O.S.", "the Winter Palace"),
]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize(("text", "what"), DOCUMENTED)
def test_the_day_of_the_week_of_a_documented_day_is_that_of_its_documents(text: str, what: str) -> None:
    stated, _, day = text.partition(" ")
    assert weekday((read(text).readings[0].date.narrow.start or 0) // DAY) == WEEKDAYS.index(stated), what  # type: ignore[union-attr]
    for other in WEEKDAYS:
        if other != stated:
            assert f"was a {stated}, not a {other}" in fault(f"{other} {day}").message


@pytest.mark.parametrize(
    ("text", "weekday_of"),
    [("2 September 1752", "Wednesday"), ("14 September 1752", "Thursday"), ("5 November 1605", "Tuesday")],
)
def test_english_days_are_those_of_the_english_calendar(text: str, weekday_of: str) -> None:
    assert isinstance(read_date(f"{weekday_of} {text}", Conventions(ENGLISH)), When)


# Easter as Cheney's Handbook of Dates (table 8) has it, month and day; many are also dated by their chroniclers:
# Clontarf on the Good Friday of 1014, the Vespers on the Easter Monday of 1282, Barnet on Easter Day 1471.
EASTERS = {
    1014: (4, 25),
    1066: (4, 16),
    1170: (4, 5),
    1204: (4, 25),
    1215: (4, 19),
    1282: (3, 29),
    1381: (4, 14),
    1415: (3, 31),
    1453: (4, 1),
    1461: (4, 5),
    1471: (4, 14),
    1492: (4, 22),
}
WHITSUNS = {1014: (6, 13), 1066: (6, 4), 1170: (5, 24), 1204: (6, 13), 1215: (6, 7), 1282: (5, 17)}
WHITSUNS |= {1381: (6, 2), 1415: (5, 19), 1453: (5, 20), 1461: (5, 24), 1471: (6, 2), 1492: (6, 10)}


@pytest.mark.parametrize("year", EASTERS)
def test_easter_and_whitsun_are_those_of_the_tables(year: int) -> None:
    for feast, table in (("Easter", EASTERS), ("Whitsun", WHITSUNS)):
        month, day = table[year]
        expected = f"{year:04}-{month:02}-{day:02}"
        assert bounds(f"{feast} {year}") == (expected, expected, "julian")
        assert bounds(f"{feast} {year}", "julian") == (expected, expected, "julian")


def test_easter_is_reckoned_as_the_country_did() -> None:
    # England kept 29 March 1752 and 22 April 1753; Gregorian Europe 2 April 1752 and 22 April 1753.
    assert bounds("Easter 1752", ENGLISH) == ("1752-03-29", "1752-03-29", "julian")
    assert bounds("Easter 1752") == ("1752-04-02", "1752-04-02", "gregorian")
    assert bounds("Easter 1753", ENGLISH) == ("1753-04-22", "1753-04-22", "gregorian")


# --------------------------------------------------------------------------- which calendar a date is stated in


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "calendar", "gregorian"),
    [
        ("Whitsun 1381", "1381-06-02", "1381-06-02", "julian", ("1381-06-10", "1381-06-10")),
        ("30 BC", "-0029-01-01", "-0029-12-31", "julian", ("-0030-12-30", "-0029-12-29")),
        ("-0029", "-0029-01-01", "-0029-12-31", "julian", ("-0030-12-30", "-0029-12-29")),
        ("1025", "1025-01-01", "1025-12-31", "julian", ("1025-01-07", "1026-01-06")),
        ("1025-12", "1025-12-01", "1025-12-31", "julian", ("1025-12-07", "1026-01-06")),
        ("102X", "1020-01-01", "1029-12-31", "julian", ("1020-01-07", "1030-01-06")),
        ("the 11th century", "1001-01-01", "1100-12-31", "julian", ("1001-01-07", "1101-01-07")),
        ("spring 1381", "1381-03-01", "1381-05-31", "julian", ("1381-03-09", "1381-06-08")),
        ("1381-21", "1381-03-01", "1381-05-31", "julian", ("1381-03-09", "1381-06-08")),
        ("1381-XX-02", "1381-01-02", "1381-12-02", "julian", ("1381-01-10", "1381-12-10")),
        ("1381-06-02", "1381-06-02", "1381-06-02", "gregorian", None),
        ("1582", "1582-01-01", "1582-12-31", "historical", ("1582-01-11", "1582-12-31")),
        ("4 October 1582", "1582-10-04", "1582-10-04", "julian", ("1582-10-14", "1582-10-14")),
        ("15 October 1582", "1582-10-15", "1582-10-15", "gregorian", None),
        ("14 February 1956", "1956-02-14", "1956-02-14", "gregorian", None),
        ("15 Jan 1743/44", "1744-01-15", "1744-01-15", "julian", ("1744-01-26", "1744-01-26")),
        ("January 1743/4", "1744-01-01", "1744-01-31", "julian", ("1744-01-12", "1744-02-11")),
        ("1941/42", "1941-01-01", "1942-12-31", "gregorian", None),
        ("25 October 1917 O.S.", "1917-10-25", "1917-10-25", "julian", ("1917-11-07", "1917-11-07")),
        ("7 November 1917 N.S.", "1917-11-07", "1917-11-07", "gregorian", None),
        ("23 (10) October 1917", "1917-10-23", "1917-10-23", "gregorian", None),
        ("3600 cal BP", "-1650-01-01", "-1650-12-31", "julian", ("-1651-12-18", "-1650-12-17")),
        ("before 1500", None, "1499-12-31", "julian", (None, "1500-01-09")),
        ("Y-12000", "-12000-01-01", "-12000-12-31", "julian", ("-12001-10-01", "-12000-09-30")),
    ],
)
def test_a_date_is_shown_in_the_calendar_in_which_it_was_stated_with_the_gregorian_beside_it(
    text: str, earliest: str | None, latest: str | None, calendar: str, gregorian: tuple[str | None, str] | None
) -> None:
    found = shape(text)
    assert (found["earliest"], found["latest"], found["calendar"]) == (earliest, latest, calendar)
    beside = {"earliest": gregorian[0], "latest": gregorian[1]} if gregorian else None
    assert found["gregorian"] == beside


def test_a_double_year_is_in_the_calendar_that_is_stated_if_one_is() -> None:
    assert bounds("15 Jan 1743/44", "gregorian") == ("1744-01-15", "1744-01-15", "gregorian")
    assert bounds("15 Jan 1743/44 to 20 May 1744")[1:] == ("1744-05-20", "julian")  # one wording, one calendar


def test_edtf_that_names_no_day_of_a_year_has_the_year_style_in_force() -> None:
    style = "25 March"
    for edtf, words in (("1602", "in 1602"), ("1602-03", "March 1602"), ("1602-01", "January 1602")):
        assert days_of(edtf, "julian", style) == days_of(words, "julian", style)
    assert bounds("1602", "julian", style) == ("1602-03-25", "1603-03-24", "julian")
    assert bounds("1602-XX-18", "julian", style)[:2] == ("1602-04-18", "1603-03-18")
    assert bounds("1603-03-24", "julian", style) == ("1603-03-24", "1603-03-24", "gregorian")


def test_dates_in_two_calendars_joined_are_of_the_calendar_in_force() -> None:
    joined = read("5 January 1649 O.S. or 3 February 1649 N.S.")
    assert joined.readings[0].calendar == "historical"
    assert read("between 5 and 9 January 1649 O.S.").readings[0].calendar == "julian"
    assert read("3 days after 5 January 1649 O.S.").readings[0].calendar == "julian"
    assert read("3 days after @landing", Conventions("julian")).readings[0].calendar == "julian"


# ------------------------------------------------------------------------------------ days of a year in EDTF


@pytest.mark.parametrize(
    ("text", "says", "writes"),
    [
        ("-0043-03-15", "-0043-03-15 is 17 March 44 BC, Julian", "write “15 March 44 BC”"),
        ("1381-06-02", "1381-06-02 is 25 May 1381, Julian", "write “2 June 1381”"),
        ("1582-10-14", "1582-10-14 is 4 October 1582, Julian", "write “4 October 1582”"),
        ("1500-02-29", None, None),
        ("before 1381-06-02", "1381-06-02 is 25 May 1381, Julian", "write “2 June 1381”"),
        ("1381-06-02~", "1381-06-02 is", "write"),
        ("1381-06-02T10:00:00Z", "1381-06-02 is", "write"),
    ],
)
def test_a_day_of_a_year_in_edtf_is_warned_of_with_both_dates(
    text: str, says: str | None, writes: str | None
) -> None:
    if says is None or writes is None:
        assert isinstance(read_date(text), Fault)  # no leap year of the Gregorian calendar
        return
    (caution,) = read(text).cautions
    assert says in caution.message
    assert writes in caution.remedy
    assert text[caution.start : caution.stop] in says


def test_every_such_day_has_its_own_warning_and_what_is_written_as_advised_is_read_as_advised() -> None:
    found = read("1381-06-02/1381-06-15")
    assert [(caution.start, caution.stop) for caution in found.cautions] == [(0, 10), (11, 21)]
    assert found.readings[0].calendar == "gregorian"
    for caution, day in zip(found.cautions, (2, 15), strict=True):
        advised = caution.remedy.split("“")[1].split("”")[0]
        assert bounds(advised)[0] == f"1381-06-{day:02}"
        other = caution.remedy.split("“")[2].split("”")[0]
        assert days_of(other) == days_of(f"1381-06-{day:02}")


@pytest.mark.parametrize(
    "text",
    ["1956-02-14", "1381-06", "1381", "XXXX-06-02", "1381-XX-02", "138X-06-02", "1752-09-02", "2 June 1381"],
)
def test_what_is_the_same_day_or_names_no_day_of_a_year_is_not_warned_of(text: str) -> None:
    assert read(text).cautions == ()


def test_the_calendar_that_is_stated_decides_what_differs() -> None:
    assert read("1381-06-02", Conventions("gregorian")).cautions == ()
    assert read("1917-11-07", Conventions("julian")).cautions != ()
    assert read("1752-09-02", Conventions(ENGLISH)).cautions != ()
    assert read("1603-03-24 O.S.").cautions == ()


# ------------------------------------------------------------------------- calendars without January to December


@pytest.mark.parametrize("calendar", [name for name in CALENDARS if not has_roman_months(name)])
@pytest.mark.parametrize(
    "text", ["3 March 1442", "March 1442", "Mar. 3, 1442", "Easter 1442", "spring 1442", "the Ides of March 1442",
             "30 BC", "AD 622", "early March 1442", "3 or 4 March 1442", "before 3 March 1442", "3 марта 1442 г."],
)  # fmt: skip
def test_names_that_another_calendar_has_not_are_refused_with_a_remedy(calendar: str, text: str) -> None:
    refused = fault(text, Conventions(calendar))
    assert "`calendar: historical`" in refused.remedy
    assert isinstance(read_date(text), When)


def test_the_advised_figures_are_read_as_the_month_of_that_number() -> None:
    refused = fault("5 March 1442", Conventions("islamic"))
    assert "March is no month of the islamic calendar" in refused.message
    assert "“5.3.1442”" in refused.remedy
    # 5 Rabi I 1442 was 22 October 2020.
    assert days_of("5.3.1442", "islamic") == days_of("22 October 2020")
    assert bounds("5.3.1442", "islamic") == ("1442-03-05", "1442-03-05", "islamic")
    assert bounds("1442", "islamic")[:2] == ("1442-01-01", "1442-12-30")
    assert days_of("1442-09", "islamic") == days_of("13 April to 12 May 2021")
    assert fault("1442-XX-05", Conventions("islamic")).remedy


def test_a_day_marked_with_its_style_needs_no_other_calendar() -> None:
    assert days_of("3 March 1956 N.S.", "islamic") == days_of("3 March 1956")


# ------------------------------------------------------------------------- what a date prints reads back

CONVENTIONS = st.sampled_from(
    [
        *(Conventions(calendar) for calendar in ("historical", "gregorian", "julian", *REFORMED)),
        *(Conventions(calendar, "25 March") for calendar in ("julian", "gregorian", ENGLISH)),
        Conventions("julian", "1 September"),
        Conventions("julian", "Easter"),
    ]
)
OTHERS = st.sampled_from([Conventions(name) for name in CALENDARS if not has_roman_months(name)])


@st.composite
def dates(
    draw: st.DrawFn, first: int, last: int, conventions: st.SearchStrategy[Conventions]
) -> tuple[str, Conventions]:
    """A date of a calendar as it is printed in it: a day, a month, a year, a run of any of these."""
    given = draw(conventions)
    calendar = given.calendar
    spans = []
    for day in sorted(draw(st.lists(st.integers(first, last), min_size=1, max_size=2))):
        year, month, _ = calendar_date(calendar, day)
        grain = draw(st.sampled_from(["day", "month", "year"]))
        if grain == "day":
            spans.append((day, day + 1))
        elif grain == "month":
            start = month_start(calendar, year, month)
            spans.append((start, start + days_in_month(calendar, year, month)))
        else:
            number = year_of(calendar, day, given.year_begins)
            first_day, after = (year_start(calendar, n, given.year_begins) for n in (number, number + 1))
            spans.append((first_day, after))
    span = Span(spans[0][0] * DAY, max(stop for _, stop in spans) * DAY)
    dates = TimeSet((span,))
    return in_words(Window(dates, dates), Style(calendar, given.year_begins)), given


@settings(max_examples=600, deadline=None)
@given(dates(-100_000, 740_000, CONVENTIONS))
@example(("1 to 30 April 1380", Conventions("julian", "Easter")))
@example(("2 April 33 BC to 21 April 32 BC", Conventions("julian", "Easter")))
def test_what_a_date_prints_reads_back_to_the_same_time(printed: tuple[str, Conventions]) -> None:
    text, conventions = printed
    found = read(text, conventions)
    reading = found.readings[0]
    assert isinstance(reading.date, Window)
    assert in_words(reading.date, stated_style(reading)) == text
    again = read(in_words(reading.date, stated_style(reading)), conventions).readings[0].date
    assert isinstance(again, Window) and again.narrow == reading.date.narrow


@settings(max_examples=150, deadline=None)
@given(dates(690_000, 740_000, OTHERS))
def test_what_is_printed_of_other_calendars_reads_back_too(printed: tuple[str, Conventions]) -> None:
    text, conventions = printed
    reading = read(text, conventions).readings[0]
    assert isinstance(reading.date, Window)
    assert in_words(reading.date, stated_style(reading)) == text


@settings(max_examples=400, deadline=None)
@given(st.one_of(dates(-100_000, 740_000, CONVENTIONS), dates(690_000, 740_000, OTHERS)))
def test_the_edtf_that_a_date_prints_reads_back_in_the_calendar_and_style_that_it_names(
    printed: tuple[str, Conventions],
) -> None:
    reading = read(*printed).readings[0]
    assert isinstance(reading.date, Window)
    written = edtf_of(reading.date, reading.calendar, reading.year_begins)
    assume(written is not None)
    assert days_of(written or "", reading.calendar, reading.year_begins) == reading.date.narrow


@settings(max_examples=200, deadline=None)
@given(dates(-100_000, 740_000, CONVENTIONS))
def test_the_iso_dates_that_are_printed_are_days_of_the_calendar_that_is_named(
    printed: tuple[str, Conventions],
) -> None:
    reading = read(*printed).readings[0]
    assert isinstance(reading.date, Window)
    found = shape_of(reading)
    for key, edge in (("earliest", reading.date.narrow.start), ("latest", (reading.date.narrow.stop or 0) - DAY)):
        year, month, day = str(found[key]).rsplit("-", 2)
        assert day_number(str(found["calendar"]), int(year), int(month), int(day)) * DAY == edge
        beside = found["gregorian"]
        if isinstance(beside, dict):
            year, month, day = beside[key].rsplit("-", 2)
        assert day_number("gregorian", int(year), int(month), int(day)) * DAY == edge
    assert reading.date.unit in Unit


@pytest.mark.parametrize(
    ("text", "calendar", "offered"),
    [
        ("1204-02-30", "historical", "28 February 1204"),
        ("1204-02-30", "julian", "28 February 1204"),
        ("1204-02-30", "gregorian", "1204-02-28"),
        ("1956-02-30", "historical", "1956-02-28"),
        ("1204-14-05", "historical", "14 May 1204"),
    ],
)
def test_a_day_that_a_remedy_offers_is_read_in_the_calendar_in_force_without_a_caution(
    text: str, calendar: str, offered: str
) -> None:
    conventions = Conventions(calendar=calendar)
    fault = read_date(text, conventions)
    assert isinstance(fault, Fault) and fault.remedy.startswith(f"write “{offered}”")
    read = read_date(offered, conventions)
    assert isinstance(read, When) and not read.cautions
