"""Laws of reading: nothing is repaired, no list is narrower than its members, no width makes two dates meet."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from claimcheck.dates.conventions import Conventions
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault, Reading, TimeSet, When, Window
from claimcheck.dates.wording import in_words, stated_style

PLAIN = Conventions()
YEARS = st.integers(1000, 2020)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")


def readings(text: str, conventions: Conventions = PLAIN) -> tuple[Reading, ...]:
    found = read_date(text, conventions)
    return () if isinstance(found, Fault) else found.readings


def windows(text: str, conventions: Conventions = PLAIN) -> list[Window]:
    return [reading.date for reading in readings(text, conventions) if isinstance(reading.date, Window)]


# ------------------------------------------------------------------------------------------- figures

FIGURES = st.text(alphabet="0123456789X?~%-/.,[]{}() TYZ:", min_size=1, max_size=14)
NEARLY_EDTF = st.builds(
    lambda year, parts, marks: "-".join([year, *parts]) + marks,
    st.from_regex(r"[0-9X]{1,8}", fullmatch=True),
    st.lists(st.from_regex(r"\(?[0-9X]{1,3}\)?", fullmatch=True), max_size=3),
    st.sampled_from(["", "?", "??", "~", "%", "/", "X"]),
)


@settings(max_examples=600)
@given(st.one_of(FIGURES, NEARLY_EDTF))
@example("19140628")
@example("(2004)-06")
@example("1897-19??")
def test_figures_that_are_no_edtf_are_never_read_as_edtf(text: str) -> None:
    assume(isinstance(read_edtf(text.strip()), Fault))
    assert all(reading.rule != "edtf" for reading in readings(text))


@settings(max_examples=600)
@given(NEARLY_EDTF)
@example("1914-6-28")
@example("194041")
@example("(2004)-06")
@example("2004-02-3X")
def test_no_figure_is_passed_over_or_made_up(text: str) -> None:
    """Bare figures are read with a year of three or four of them, three as one day, none with X or a bracket."""
    assume(isinstance(read_edtf(text.strip()), Fault))
    figures = re.findall(r"[0-9X]+", text)
    longest = max(map(len, figures))
    for window in windows(text):
        assert 3 <= longest <= 4
        assert len(window.narrow.spans) == 1
        assert "??" not in text and "X" not in text
        assert "(" not in text or min(map(len, figures)) >= 3  # a whole year may stand in brackets
        if len(figures) == 3:
            start, stop = window.narrow.start, window.narrow.stop
            assert start is not None and stop is not None and stop - start == 86_400


@given(st.integers(10_000, 99_999_999))
def test_a_year_of_five_figures_and_more_wants_a_y(number: int) -> None:
    assert not readings(str(number))
    assert not readings(f"in the year {number}")


@given(year=st.integers(1000, 9999), month=st.integers(1, 12), day=st.integers(1, 28))
def test_three_figures_are_one_day_with_and_without_zeros(year: int, month: int, day: int) -> None:
    """Beside EDTF's own form, which is Gregorian in any calendar, all are of the calendar in force."""
    gregorian = Conventions(calendar="gregorian")
    padded = windows(f"{year}-{month:02}-{day:02}", gregorian)
    assert windows(f"{year}-{month}-{day}", gregorian) == padded
    assert padded[0] in windows(f"{day}-{month}-{year}", gregorian)
    if f"{month}-{day}" != f"{month:02}-{day:02}":
        assert windows(f"{year}-{month}-{day}")[0] in windows(f"{day}-{month}-{year}")


@given(YEARS, st.integers(1, 41))
def test_two_figures_after_a_year_have_every_reading_that_they_can_have(year: int, second: int) -> None:
    found = readings(f"{year}-{second:02}")
    is_edtf = second in (*range(1, 13), *range(21, 42))
    rolls_over = not is_edtf and second < year % 100  # "1998-13"
    assert len(found) == is_edtf + (second > year % 100) + rolls_over


SHORT = st.integers(1, 99)


@given(
    SHORT,
    st.sampled_from(
        [
            "14 February {}",
            "Feb {}",
            "February 14, {}",
            "14 февраля {} г.",
            "spring {}",
            "Easter {}",
            "Ides of March {}",
            "after Feb {}",
            "13 or 14 Feb {}",
            "14–16 Feb {}",
            "{} г.",
            "в {} году",
            "in {}",
            "c. {}",
            "14.02.{:02}",
            "{:02}",
        ]
    ),
)
def test_a_year_of_two_figures_is_never_of_the_first_century_in_silence(year: int, form: str) -> None:
    """Neither is it of any other; figures up to 31 may be days instead."""
    assert not readings(form.format(year))


@given(
    SHORT, st.sampled_from(["14 February AD {}", "14 February {} AD", "14 Feb {:04}", "14 февраля {} г. н. э."])
)
def test_a_year_of_two_figures_with_its_era_or_all_its_zeros_is_read(year: int, form: str) -> None:
    (found,) = windows(form.format(year))
    (same,) = windows(f"14.02.{year:04}")
    assert found.narrow == same.narrow


# --------------------------------------------------------------------------------------------- lists


@st.composite
def members(draw: st.DrawFn) -> str:
    """A date that is whole in itself."""
    year = draw(YEARS)
    form = draw(
        st.sampled_from(
            [
                *(
                    "{y}",
                    "c. {y}",
                    "c.{y}",
                    "{y}?",
                    "{m} {y}",
                    "{d} {m} {y}",
                    "the {t}s",
                    "early {y}",
                    "spring {y}",
                ),
                *("{y}–{z}", "c. {y}–{z}", "late {m} {y}", "the {c}th century", "{y} or {z}", "first half of {y}"),
            ]
        )
    )
    return form.format(
        y=year,
        z=year + draw(st.integers(1, 30)),
        t=year // 10 * 10 + (10 if year // 10 % 10 == 0 else 0),
        c=year // 100 + 10,
        m=draw(st.sampled_from(MONTHS)),
        d=draw(st.integers(1, 28)),
    )


JOINERS = [", ", ",", "; ", " or ", " and ", ", or "]


@settings(max_examples=500)
@given(st.lists(members(), min_size=2, max_size=4), st.sampled_from(JOINERS))
@example(["1840s", "1845"], ", ")
@example(["c. 1845", "c. 1855"], ", ")
@example(["1983", "1985 or 1989"], ", ")
def test_a_list_is_never_narrower_than_any_of_its_members(parts: list[str], joiner: str) -> None:
    found = windows(joiner.join(parts))
    if "or" in joiner:  # "spring 1956 or 1957" is the spring of either first, and the year 1957 second
        found = found[-1:]
    for whole in found:
        for part in parts:
            (member, *_) = windows(part)
            assert whole.narrow.contains(member.narrow), (parts, whole)
            assert whole.wide.contains(member.wide)


@given(YEARS, st.integers(1, 20), st.sampled_from(["November 1", "spring", "May", "Christmas"]))
def test_a_day_behind_several_years_is_the_day_of_each(year: int, more: int, day: str) -> None:
    (found, *_) = windows(f"{year}-{year + more}, {day}") or windows(f"{year}–{year + more}, {day}")
    each = [windows(f"{day}, {each}")[0].narrow for each in range(year, year + more + 1)]
    assert found.narrow == TimeSet.of(span for one in each for span in one.spans)


@pytest.mark.parametrize("text", ["724,726", "[724,726]", "300,200 BC", "850,866", "1,873,1868", "120,135 AD"])
def test_a_comma_between_years_is_no_thousands_mark(text: str) -> None:
    assert not readings(text)


@pytest.mark.parametrize("text", ["12,000 BC", "1,500", "11,650 cal BP", "300,000 BC", "128,450 cal BP"])
def test_a_comma_that_can_be_nothing_else_is_a_thousands_mark(text: str) -> None:
    assert len(windows(text)) == 1


# -------------------------------------------------------------------------------------------- widths


@settings(max_examples=500)
@given(
    members(),
    st.sampled_from(["not before", "before", "after", "by", "until"]),
    members(),
    st.sampled_from([", ", ", but "]),
)
@example("mid-February 1956", "not before", "21 February 1956", ", ")
@example("c. 1500", "after", "1502", ", ")
def test_widening_never_makes_an_intersection(first: str, word: str, second: str, joiner: str) -> None:
    limit = f"{word} {second}"
    if windows(f"{first}{joiner}{limit}"):
        one, other = windows(first), windows(limit)
        assume(one and other)
        assert one[0].narrow.intersection(other[0].narrow).spans


@given(YEARS, st.integers(1, 300), st.integers(1, 12), st.booleans())
def test_each_end_of_a_run_is_widened_by_its_own_grain(year: int, more: int, month: int, turned: bool) -> None:
    first, last = str(year), f"{MONTHS[month % 9]} {year + more}"
    if turned:
        first, last = f"{MONTHS[month % 9]} {year}", str(year + more)
    (whole,) = windows(f"circa {first} to {last}")
    assert whole.narrow.start == windows(first)[0].narrow.start
    assert whole.wide.start == windows(f"circa {first}")[0].wide.start
    assert whole.wide.stop == windows(f"circa {last}")[0].wide.stop


@given(st.integers(1, 2000), st.sampled_from(["days", "years", "months"]))
def test_a_round_number_is_as_wide_as_what_it_was_rounded_to(count: int, unit: str) -> None:
    power = 100 if count % 100 == 0 else 10 if count % 10 == 0 else 1
    (about,) = windows(f"about {count} {unit} after 1 January 500")
    if power > 1:
        half = power // 2
        (low,), (high,) = (
            windows(f"exactly {number} {unit} after 1 January 500") for number in (count - half, count + half)
        )
        assert (about.wide.start, about.wide.stop) == (low.narrow.start, high.narrow.stop)
    else:
        (plain,) = windows(f"{count} {unit} after 1 January 500")
        assert about.wide != plain.wide and about.wide.contains(plain.wide)


@given(st.integers(2, 19), st.sampled_from(["Kalends", "Nones", "Ides"]), st.sampled_from(MONTHS), YEARS)
def test_days_before_a_roman_day_are_counted_with_it(number: int, name: str, month: str, year: int) -> None:
    ordinal = f"{number}{'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    (found,) = windows(f"the {ordinal} day before the {name} of {month} {year}")
    (itself,) = windows(f"the {name} of {month} {year}")
    assert itself.narrow.start is not None and found.narrow == found.wide
    assert found.narrow.start == itself.narrow.start - (number - 1) * 86_400


LATIN_MONTHS = (
    *("Ianuarias", "Februarias", "Martias", "Apriles", "Maias", "Iunias", "Iulias", "Augustas"),
    *("Septembres", "Octobres", "Novembres", "Decembres"),
)
NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@given(
    st.integers(3, 16),
    st.sampled_from([("Kal.", "Kalends"), ("Non.", "Nones"), ("Id.", "Ides"), ("Kalendas", "Kalends")]),
    st.integers(2, 12),
    YEARS,
)
def test_days_of_the_roman_month_are_the_same_in_latin_and_in_english(
    number: int, names: tuple[str, str], month: int, year: int
) -> None:
    """Where the Latin name is one that the Roman calendar has, and no day of a leap year stands between."""
    assume(number <= {"Nones": 4, "Ides": 8, "Kalends": 5 if month == 3 else 16}[names[1]])
    numeral = ("X" if number >= 10 else "") + NUMERALS[number % 10]
    latin, english = names
    (found,) = windows(f"{numeral} {latin} {LATIN_MONTHS[month - 1]} {year}")
    assert windows(f"{numeral} {latin} {LATIN_MONTHS[month - 1][:3]}. {year}") == [found]
    assert windows(
        f"the {number}{'rd' if number == 3 else 'th'} day before the {english} of {month_name(month)} {year}"
    ) == [found]


def month_name(month: int) -> str:
    return (*MONTHS, "October", "November", "December")[month - 1]


# --------------------------------------------------------------------------------------- there and back


@settings(max_examples=500, deadline=None)
@given(
    members(),
    st.sampled_from(["", "before ", "not before ", "the evening of ", "the night of ", "about 6 p.m. on "]),
)
@example("17 October of some year", "")
@example("29 February of some year", "")
@example("October of some year", "")
@example("17 October or 24 November of some year", "")
@example("44 BC", "")
def test_what_a_date_prints_reads_back_to_the_same_time(text: str, before: str) -> None:
    for reading in readings(before + text):
        window, style = reading.date, stated_style(reading)
        assert isinstance(window, Window)
        said = in_words(window, style)
        if "more between" in said:
            continue
        back = read_date(said, Conventions(style.calendar, style.year_begins))
        assert isinstance(back, When), (said, back)
        assert any(isinstance(r.date, Window) and r.date.narrow == window.narrow for r in back.readings), said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("[XXXX-10-17,XXXX-11-24]", "17 October or 24 November of some year"),
        ("XXXX-10-17", "17 October of some year"),
        ("[XXXX-02,XXXX-10]", "February or October of some year"),
        ("XXXX-XX-17", "17 January, 17 February, 17 March, … or 17 December of some year (8 more between)"),
    ],
)
def test_days_of_no_known_year_are_named_without_one(edtf: str, said: str) -> None:
    (reading,) = readings(edtf)
    assert isinstance(reading.date, Window)
    assert in_words(reading.date, stated_style(reading)) == said
