"""English and Russian say the same: a phrase and its translation have the same readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When

PAIRS = (
    ("14 February 1956", "14 февраля 1956 г."),
    ("the 14th of February 1956", "14-го февраля 1956 года"),
    ("in 44 BC", "в 44 г. до н. э."),
    ("the 16th century", "XVI век"),
    ("the sixteenth century", "шестнадцатый век"),
    ("16th–17th centuries", "XVI–XVII вв."),
    ("2nd millennium BC", "II тысячелетие до н. э."),
    ("the 1950s", "1950-е годы"),
    ("the fifties of the 20th century", "пятидесятые годы XX века"),
    ("the 60s of the 19th century", "60-е гг. XIX в."),
    ("late October 1955", "в конце октября 1955 г."),
    ("mid-February 1956", "в середине февраля 1956 г."),
    ("early 1956", "в начале 1956 г."),
    ("early 20th century", "в начале XX века"),
    ("the first half of 1956", "первая половина 1956 г."),
    ("the last third of the 16th century", "последняя треть XVI в."),
    ("first quarter of 1956", "I квартал 1956 г."),
    ("spring 1917", "весной 1917 г."),
    ("early spring 1917", "ранней весной 1917 г."),
    ("winter 1955/56", "зимой 1955/56 г."),
    ("winter 1917", "зимой 1917 г."),
    ("summer 1956 or 1957", "летом 1956 или 1957 г."),
    ("the first days of May 1791", "в первых числах мая 1791 г."),
    ("the last days of May 1791", "в последних числах мая 1791 г."),
    ("the first week of May 1791", "первая неделя мая 1791 г."),
    ("the last day of 1955", "последний день 1955 года"),
    ("the first Monday of May 1791", "первый понедельник мая 1791 г."),
    ("Friday, 24 February 1956", "пятница, 24 февраля 1956 г."),
    ("the turn of the 19th and 20th centuries", "на рубеже XIX и XX веков"),
    ("March–April 1955", "в марте—апреле 1955 г."),
    ("13–14 February 1956", "13–14 февраля 1956 г."),
    ("13 or 15 February 1956", "13 или 15 февраля 1956 г."),
    ("3, 5 or 7 May 1791", "3, 5 или 7 мая 1791 г."),
    ("the night of 13–14 February 1956", "в ночь с 13 на 14 февраля 1956 г."),
    (
        "the evening of the 13th or the night of 13–14 February 1956",
        "вечером 13-го или в ночь с 13 на 14 февраля 1956 г.",
    ),
    ("the evening of 13 February 1956", "вечером 13 февраля 1956 г."),
    ("the daytime of 14 February 1956", "днём 14 февраля 1956 г."),
    ("early morning of 14 February 1956", "рано утром 14 февраля 1956 г."),
    ("late evening of 13 February 1956", "поздно вечером 13 февраля 1956 г."),
    ("6 a.m. on 14 February 1956", "в 6 часов утра 14 февраля 1956 г."),
    ("about six in the evening of 13 February 1956", "около шести часов вечера 13 февраля 1956 г."),
    ("14 February 1956 at 18:30", "14 февраля 1956 г. в 18:30"),
    ("noon on 4 July 1776", "в полдень 4 июля 1776 г."),
    ("from 3 to 7 May 1791", "с 3 по 7 мая 1791 г."),
    ("between 3 and 7 May 1791", "между 3 и 7 мая 1791 г."),
    ("before 1453", "до 1453 г."),
    ("by 13 February 1956", "к 13 февраля 1956 г."),
    ("no later than 13 February 1956", "не позднее 13 февраля 1956 г."),
    ("after 1453", "после 1453 г."),
    ("not before 3 May 1791", "не ранее 3 мая 1791 г."),
    ("since 1950", "с 1950 г."),
    ("by the end of January 1956", "к концу января 1956 г."),
    ("before the end of January 1956", "до конца января 1956 г."),
    ("since the beginning of 1956", "с начала 1956 года"),
    ("c. 1500", "около 1500 г."),
    ("c. 13 February 1956", "ок. 13 февраля 1956 г."),
    ("25 October 1917 O.S.", "25 октября 1917 г. по старому стилю"),
    ("7 November 1917 N.S.", "7 ноября 1917 г. н. ст."),
    ("10 (23) October 1917", "10 (23) октября 1917 г."),
    ("25 October (7 November) 1917", "25 октября (7 ноября) 1917 г."),
    ("on the eve of 14 February 1956", "накануне 14 февраля 1956 г."),
    ("the next day after 4 July 1776", "на следующий день после 4 июля 1776 г."),
    ("3 days after 4 July 1776", "через 3 дня после 4 июля 1776 г."),
    ("a week before 4 July 1776", "за неделю до 4 июля 1776 г."),
    ("a month after 31 January 1956", "через месяц после 31 января 1956 г."),
    ("7 years and 3 months after 4 July 1776", "через 7 лет и 3 месяца после 4 июля 1776 г."),
    ("at least 2 days after 4 July 1776", "не менее чем через 2 дня после 4 июля 1776 г."),
    ("within a week after 4 July 1776", "в течение недели после 4 июля 1776 г."),
    ("the following Monday after 4 July 1776", "в следующий понедельник после 4 июля 1776 г."),
    ("the same day as 4 July 1776", "в тот же день, что и 4 июля 1776 г."),
    ("the third year of the reign of 25 December 1066", "на третьем году правления 25 декабря 1066 г."),
    ("aged 57 at 5 December 1791", "в возрасте 57 лет на 5 декабря 1791 г."),
    ("1500 ± 10", "1500 ± 10 лет"),
    ("3 May [1791]", "3 мая [1791] г."),
    ("mid-February 1956, not before 14 February 1956", "середина февраля 1956 г., не ранее 14 февраля 1956 г."),
)

MONTHS = (
    ("January", "января"),
    ("February", "февраля"),
    ("March", "марта"),
    ("April", "апреля"),
    ("May", "мая"),
    ("June", "июня"),
    ("July", "июля"),
    ("August", "августа"),
    ("September", "сентября"),
    ("October", "октября"),
    ("November", "ноября"),
    ("December", "декабря"),
)
UNITS = (("days", "дней"), ("weeks", "недель"), ("months", "месяцев"), ("years", "лет"))
LIMITS = (
    ("before", "до"),
    ("after", "после"),
    ("by", "к"),
    ("not before", "не ранее"),
    ("no later than", "не позднее"),
    ("c.", "около"),
    ("on the eve of", "накануне"),
    ("the evening of", "вечером"),
    ("the morning of", "утром"),
)
PARTS = (("early", "в начале"), ("mid", "в середине"), ("late", "в конце"))


def readings(text: str) -> list[tuple[object, str, str]]:
    found = read_date(text)
    assert isinstance(found, When), found
    return [(reading.date, reading.rule, reading.calendar) for reading in found.readings]


@pytest.mark.parametrize(("english", "russian"), PAIRS)
def test_a_phrase_and_its_translation_have_the_same_readings(english: str, russian: str) -> None:
    assert readings(english) == readings(russian)


@given(
    day=st.integers(1, 28),
    month=st.sampled_from(MONTHS),
    year=st.integers(100, 2100),
    limit=st.sampled_from(LIMITS),
)
def test_a_limit_on_any_day_is_the_same_in_both_languages(
    day: int, month: tuple[str, str], year: int, limit: tuple[str, str]
) -> None:
    assert readings(f"{limit[0]} {day} {month[0]} {year}") == readings(f"{limit[1]} {day} {month[1]} {year} г.")


@given(
    count=st.integers(5, 20),
    unit=st.sampled_from(UNITS),
    day=st.integers(1, 28),
    month=st.sampled_from(MONTHS),
    year=st.integers(100, 2100),
    after=st.booleans(),
)
def test_a_count_from_any_day_is_the_same_in_both_languages(
    count: int, unit: tuple[str, str], day: int, month: tuple[str, str], year: int, after: bool
) -> None:
    english = f"{count} {unit[0]} {'after' if after else 'before'} {day} {month[0]} {year}"
    russian = (
        f"{'через' if after else 'за'} {count} {unit[1]} {'после' if after else 'до'} {day} {month[1]} {year} г."
    )
    assert readings(english) == readings(russian)


@given(part=st.sampled_from(PARTS), month=st.sampled_from(MONTHS), year=st.integers(100, 2100))
def test_a_part_of_any_month_is_the_same_in_both_languages(
    part: tuple[str, str], month: tuple[str, str], year: int
) -> None:
    assert readings(f"{part[0]} {month[0]} {year}") == readings(f"{part[1]} {month[1]} {year} года")


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("on the eve of @x", "накануне @x"),
        ("the day after @x", "на другой день после @x"),
        ("between @a and @b", "между @a и @b"),
        ("the same year as @x", "в том же году, что и @x"),
        ("the second day of @x", "на второй день @x"),
        ("the 3rd year of the reign of @x", "на 3-м году правления @x"),
        ("3 to 5 days after @x", "через 3–5 дней после @x"),
        ("not before @x", "не раньше @x"),
    ],
)
def test_relations_to_events_count_from_the_same_points_in_both_languages(english: str, russian: str) -> None:
    def points(text: str) -> list[str]:
        return [str(date).replace(text, "") for date, _, _ in readings(text)]

    assert points(english) == points(russian)
