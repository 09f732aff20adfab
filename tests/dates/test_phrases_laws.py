"""Laws of phrases: what was written reads back to the window it was written from; no word is passed over."""

from __future__ import annotations

import calendar
import datetime
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.dates.conventions import Conventions
from claimcheck.dates.phrases.lexemes import known_words, normal, roman
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, Span, TimeSet, When, Window

MONTHS = tuple(calendar.month_name)
SHORT = tuple(calendar.month_abbr)
WEEKDAYS = tuple(calendar.day_name)

days = st.dates(min_value=datetime.date(100, 1, 1), max_value=datetime.date(2999, 12, 31))


GREGORIAN = Conventions("gregorian")  # that of Python's dates


def window(text: str) -> Window:
    found = read_date(text, GREGORIAN)
    assert isinstance(found, When), found
    date = found.readings[0].date
    assert isinstance(date, Window)
    return date


def day_span(first: datetime.date, last: datetime.date) -> TimeSet:
    return TimeSet((Span(first.toordinal() * DAY, (last.toordinal() + 1) * DAY),))


def month_end(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@given(day=days)
@pytest.mark.parametrize(
    "form",
    [
        "{d} {month} {y}",
        "{month} {d}, {y}",
        "{d} {short}. {y}",
        "the {nth} of {month}, {y}",
        "{weekday} {d} {month} {y}",
        "{weekday}, {month} {nth}, {y}",
        "{d:02}.{m:02}.{y:04}",
        "{y} {month} {d}",
        "on {d} {month} in the year {y}",
    ],
)
def test_a_day_reads_back_however_it_is_written(form: str, day: datetime.date) -> None:
    text = form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        month=MONTHS[day.month],
        short=SHORT[day.month],
        nth=ordinal(day.day),
        weekday=WEEKDAYS[day.weekday()],
    )
    assert window(text).narrow == day_span(day, day)


@given(day=days, wrong=st.integers(1, 6))
def test_a_wrong_weekday_is_refused_with_the_right_one(day: datetime.date, wrong: int) -> None:
    stated = WEEKDAYS[(day.weekday() + wrong) % 7]
    found = read_date(f"{stated} {day.day} {MONTHS[day.month]} {day.year}", GREGORIAN)
    assert isinstance(found, Fault)
    assert f"was a {WEEKDAYS[day.weekday()]}, not a {stated}" in found.message


@given(first=days, length=st.integers(1, 2000))
@pytest.mark.parametrize("form", ["from {} to {}", "between {} and {}", "{} – {}", "{} to {}"])
def test_a_run_reads_back_with_both_ends_included(form: str, first: datetime.date, length: int) -> None:
    assume(first.toordinal() + length < datetime.date(2999, 1, 1).toordinal())
    last = first + datetime.timedelta(days=length)
    text = form.format(*(f"{day.day} {MONTHS[day.month]} {day.year}" for day in (first, last)))
    assert window(text).narrow == day_span(first, last)


@given(first=days, length=st.integers(1, 27))
@pytest.mark.parametrize(
    "form", ["{}–{} {} {}", "from {} to {} {} {}", "between {} and {} {} {}", "с {} по {} {} {}"]
)
def test_an_elliptic_run_takes_month_and_year_from_its_second_half(
    form: str, first: datetime.date, length: int
) -> None:
    last = min(first + datetime.timedelta(days=length), month_end(first))
    assume(first < last)
    text = form.format(first.day, last.day, MONTHS[first.month], first.year)
    assert window(text).narrow == day_span(first, last)


@given(day=days)
def test_the_thirds_of_a_month_are_ten_days_ten_days_and_the_rest(day: datetime.date) -> None:
    month = f"{MONTHS[day.month]} {day.year}"
    assert window(f"early {month}").narrow == day_span(day.replace(day=1), day.replace(day=10))
    assert window(f"mid-{month}").narrow == day_span(day.replace(day=11), day.replace(day=20))
    assert window(f"late {month}").narrow == day_span(day.replace(day=21), month_end(day))


@given(day=days)
def test_parts_of_anything_lie_within_it_and_are_wide_within_it_at_the_outer_edge(day: datetime.date) -> None:
    for whole in (
        f"{MONTHS[day.month]} {day.year}",
        f"year {day.year}",
        f"{day.year // 10 * 10}s",
        "16th century",
    ):
        outer = window(whole).narrow
        for part in ("early", "mid", "late"):
            found = window(f"{part} {whole}")
            assert outer.contains(found.narrow)
            assert found.wide.contains(found.narrow)
            assert outer.contains(found.wide)


@given(day=days)
def test_early_mid_and_late_make_up_the_whole(day: datetime.date) -> None:
    for whole in (f"{MONTHS[day.month]} {day.year}", f"year {day.year}", "the 1780s", "the 3rd century BC"):
        parts = [window(f"{part} {whole}").narrow for part in ("early", "mid", "late")]
        assert parts[0].union(parts[1]).union(parts[2]) == window(whole).narrow


@given(day=days, count=st.integers(1, 400))
def test_days_after_and_before_are_counted_from_the_day(day: datetime.date, count: int) -> None:
    assume(day.year > 102)
    written = f"{day.day} {MONTHS[day.month]} {day.year}"
    later, earlier = day + datetime.timedelta(days=count), day - datetime.timedelta(days=count)
    assert window(f"{count} days after {written}").narrow == day_span(later, later)
    assert window(f"{count} days before {written}").narrow == day_span(earlier, earlier)


@given(day=days, first=st.integers(1, 60), second=st.integers(1, 60))
def test_counts_of_days_add_up(day: datetime.date, first: int, second: int) -> None:
    written = f"{day.day} {MONTHS[day.month]} {day.year}"
    nested = window(f"{second} days after ({first} days after {written})")
    assert nested.narrow == window(f"{first + second} days after {written}").narrow


@given(day=days)
def test_before_and_not_before_share_no_time_and_leave_none_out(day: datetime.date) -> None:
    written = f"{day.day} {MONTHS[day.month]} {day.year}"
    assert window(f"not before {written}").narrow == window(f"before {written}").narrow.complement()
    assert window(f"after {written}").narrow == window(f"by {written}").narrow.complement()


@given(day=days)
def test_the_wide_reading_contains_the_narrow_one(day: datetime.date) -> None:
    written = f"{day.day} {MONTHS[day.month]} {day.year}"
    for form in (
        "c. {}",
        "on the eve of {}",
        "3 weeks after {}",
        "within a month of {}",
        "the evening of {}",
        "{} ± 3",
    ):
        found = window(form.format(written))
        assert found.wide.contains(found.narrow)


@given(
    text=st.sampled_from(
        [
            "mid-February 1956, not before 14 February 1956",
            "the night of 13–14 February 1956",
            "about six in the evening of 13 February 1956",
            "c. 1500–1510",
            "в ночь с 13 на 14 февраля 1956 г.",
            "не позднее чем через 3 дня после 4 июля 1776 г.",
            "the third quarter of the 16th century",
            "7 years and 3 months after @accession",
            "68 %: 1290–1320; 95 %: 1270–1340",
        ]
    ),
    stranger=st.text(alphabet="abcdefghijklmnopqrstuvwxyzабвгджзклмнопрстуфхцчшщыэюя", min_size=3, max_size=12),
    where=st.integers(0, 40),
)
def test_a_word_nobody_knows_is_never_passed_over(text: str, stranger: str, where: int) -> None:
    assume(normal(stranger) not in known_words() and not roman(stranger))
    words = text.split(" ")
    place = where % (len(words) + 1)
    spoiled = " ".join([*words[:place], stranger, *words[place:]])
    found = read_date(spoiled)
    assert isinstance(found, Fault)
    start = len(" ".join(words[:place])) + (place > 0)
    assert found.start <= start
    assert found.stop >= found.start


@given(day=days, stranger=st.sampled_from(["blah", "umm", "слово", "maand", "14a", "€"]))
def test_the_first_word_not_understood_is_the_one_pointed_at(day: datetime.date, stranger: str) -> None:
    text = f"{day.day} {MONTHS[day.month]} {stranger} {day.year}"
    found = read_date(text)
    assert isinstance(found, Fault)
    assert text[found.start :].startswith(text[found.start : found.stop])
    assert found.start >= text.index(stranger)
    assert found.stop <= text.index(stranger) + len(stranger)


FORMS = (
    "mid-February 1956, not before @Congress",
    "в ночь с 13 на 14 февраля 1956 г.",
    "зимой 1955/56 г.",
    "в течение трёх дней после @Congress",
    "the evening of the 13th or the night of 13–14 February 1956",
)


@pytest.mark.parametrize("text", FORMS)
def test_dashes_spaces_capitals_and_composition_make_no_difference(text: str) -> None:
    def dates(other: str) -> list[str]:
        found = read_date(other)
        assert isinstance(found, When), found
        return [str(reading.date).replace(other, "").lower() for reading in found.readings]

    plain = dates(text)
    for other in (
        text.replace("–", "-"),
        text.replace("–", "—"),
        text.replace(" ", "\u00a0"),
        text.replace("ё", "е"),
        unicodedata.normalize("NFD", text),
        f"  {text}\t",
    ):
        assert [shape.split("words=")[0] for shape in dates(other)] == [
            shape.split("words=")[0] for shape in plain
        ]
    capitals = text.upper().replace("@CONGRESS", "@Congress")
    assert len(dates(capitals)) == len(plain)


@given(text=st.text(max_size=60))
def test_any_text_has_a_reading_or_a_located_reason(text: str) -> None:
    found = read_date(text)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.stop <= len(text)
        assert found.message and found.remedy
    else:
        assert found.readings


@given(
    words=st.lists(
        st.sampled_from(
            [*sorted(known_words()), "13", "14", "1956", "3rd", "@x", "(", ")", ",", "–", "XX", "±", "%"]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_row_of_known_words_has_a_reading_or_a_located_reason(words: list[str]) -> None:
    text = " ".join(words)
    found = read_date(text)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.stop <= len(text)
        assert found.message and found.remedy
    else:
        assert all(reading.rule for reading in found.readings)
