"""English, Russian, French and German say the same: a phrase and its translations have the same time."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault, When

ROWS = (
    ("14 February 1956", "14 февраля 1956 г.", "le 14 février 1956", "am 14. Februar 1956"),
    ("1 May 1791", "1 мая 1791 г.", "le 1er mai 1791", "am 1. Mai 1791"),
    ("Friday, 24 February 1956", "пятница, 24 февраля 1956 г.", "vendredi 24 février 1956",
     "Freitag, 24. Februar 1956"),
    ("44 BC", "44 г. до н. э.", "44 av. J.-C.", "44 v. Chr."),
    ("the 16th century", "XVI век", "le XVIe siècle", "das 16. Jahrhundert"),
    ("early 16th century", "в начале XVI века", "au début du XVIe siècle", "Anfang des 16. Jahrhunderts"),
    ("the first half of the 16th century", "первая половина XVI века", "la première moitié du XVIe siècle",
     "die erste Hälfte des 16. Jahrhunderts"),
    ("the 1950s", "1950-е годы", "les années 1950", "die 1950er Jahre"),
    ("about the end of October 1955", "около конца октября 1955 г.", "vers la fin d'octobre 1955",
     "um Ende Oktober 1955"),
    ("mid-February 1956", "в середине февраля 1956 г.", "mi-février 1956", "Mitte Februar 1956"),
    ("spring 1917", "весной 1917 г.", "au printemps de 1917", "Frühling 1917"),
    ("winter 1788/89", "зимой 1788/89 г.", "hiver 1788/89", "Winter 1788/89"),
    ("Christmas 800", "Рождество 800 г.", "Noël 800", "Weihnachten 800"),
    ("before 1453", "до 1453 г.", "avant 1453", "vor 1453"),
    ("no later than 1453", "не позднее 1453 г.", "au plus tard en 1453", "spätestens 1453"),
    ("not before 1453", "не ранее 1453 г.", "pas avant 1453", "nicht vor 1453"),
    ("since 1453", "начиная с 1453 г.", "depuis 1453", "seit 1453"),
    ("c. 1500", "около 1500 г.", "vers 1500", "um 1500"),
    ("from 3 to 7 May 1791", "с 3 по 7 мая 1791 г.", "du 3 au 7 mai 1791", "vom 3. bis 7. Mai 1791"),
    ("from 1500 to 1520", "с 1500 по 1520 г.", "de 1500 à 1520", "von 1500 bis 1520"),
    ("between 3 and 7 May 1791", "между 3 и 7 мая 1791 г.", "entre le 3 et le 7 mai 1791",
     "zwischen dem 3. und 7. Mai 1791"),
    ("3 May 1791", "от 3 мая 1791 г.", "du 3 mai 1791", "vom 3. Mai 1791"),
    ("1500 or 1510", "1500 или 1510 г.", "1500 ou 1510", "1500 oder 1510"),
    ("the evening of 13 February 1956", "вечером 13 февраля 1956 г.", "le soir du 13 février 1956",
     "am Abend des 13. Februar 1956"),
    ("the night of 13–14 February 1956", "в ночь с 13 на 14 февраля 1956 г.",
     "dans la nuit du 13 au 14 février 1956",
     "in der Nacht vom 13. auf den 14. Februar 1956"),
    ("3 days after @x", "через 3 дня после @x", "trois jours après @x", "drei Tage nach @x"),
    ("on the eve of @x", "накануне @x", "la veille de @x", "am Vorabend von @x"),
    ("the same year as @x", "в том же году, что и @x", "la même année que @x", "im selben Jahr wie @x"),
    ("between @a and @b", "между @a и @b", "entre @a et @b", "zwischen @a und @b"),
    ("not before @x", "не ранее @x", "pas avant @x", "nicht vor @x"),
    ("9 November 1799", "9 ноября 1799 г.", "le 9 novembre 1799", "9. November 1799"),
)  # fmt: skip
MONTHS = (
    ("January", "января", "janvier", "Januar"),
    ("February", "февраля", "février", "Februar"),
    ("March", "марта", "mars", "März"),
    ("April", "апреля", "avril", "April"),
    ("May", "мая", "mai", "Mai"),
    ("June", "июня", "juin", "Juni"),
    ("July", "июля", "juillet", "Juli"),
    ("August", "августа", "août", "August"),
    ("September", "сентября", "septembre", "September"),
    ("October", "октября", "octobre", "Oktober"),
    ("November", "ноября", "novembre", "November"),
    ("December", "декабря", "décembre", "Dezember"),
)
LIMITS = (
    ("before", "до", "avant le", "vor dem"),
    ("after", "после", "après le", "nach dem"),
    ("not before", "не ранее", "pas avant le", "nicht vor dem"),
    ("no later than", "не позднее", "au plus tard le", "spätestens am"),
    ("c.", "около", "vers le", "um den"),
    ("on the eve of", "накануне", "la veille du", "am Vorabend des"),
    ("the evening of", "вечером", "le soir du", "am Abend des"),
)
UNITS = (
    ("days", "дней", "jours", "Tage"),
    ("weeks", "недель", "semaines", "Wochen"),
    ("months", "месяцев", "mois", "Monate"),
    ("years", "лет", "ans", "Jahre"),
)
PARTS = (
    ("early", "в начале", "début", "Anfang"),
    ("mid", "в середине", "mi-", "Mitte"),
    ("late", "в конце", "fin", "Ende"),
)


def dates(text: str) -> list[str]:
    found = read_date(text)
    assert isinstance(found, When), found
    return [re.sub(r"words=(\"[^\"]*\"|'[^']*')", "", str(reading.date)) for reading in found.readings]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_phrase_has_the_same_time_in_four_languages(row: tuple[str, ...]) -> None:
    english, *others = map(dates, row)
    assert others == [english] * 3


@given(st.integers(1, 28), st.sampled_from(MONTHS), st.integers(100, 2100), st.sampled_from(LIMITS))
def test_a_limit_on_any_day_is_the_same_in_four_languages(
    day: int, month: tuple[str, ...], year: int, limit: tuple[str, ...]
) -> None:
    assume((year, month[0]) != (1582, "October"))  # which has not all these days
    written = [f"{limit[k]} {day}{'.' if k == 3 else ''} {month[k]} {year}" for k in range(4)]
    assert len({tuple(dates(text)) for text in written}) == 1


@given(st.integers(5, 20), st.sampled_from(UNITS), st.sampled_from(MONTHS), st.integers(100, 2100), st.booleans())
def test_a_count_from_any_month_is_the_same_in_four_languages(
    count: int, unit: tuple[str, ...], month: tuple[str, ...], year: int, after: bool
) -> None:
    way = ("after", "после", "après le", "nach dem") if after else ("before", "до", "avant le", "vor dem")
    lead = ("", "через " if after else "за ", "", "")
    written = [f"{lead[k]}{count} {unit[k]} {way[k]} 3{'.' if k == 3 else ''} {month[k]} {year}" for k in range(4)]
    assert len({tuple(dates(text)) for text in written}) == 1


@given(st.sampled_from(PARTS), st.sampled_from(MONTHS), st.integers(100, 2100))
def test_a_part_of_any_month_is_the_same_in_four_languages(
    part: tuple[str, ...], month: tuple[str, ...], year: int
) -> None:
    written = [f"{part[k]} {month[k]} {year}".replace("- ", "-") for k in range(4)]
    assert len({tuple(dates(text)) for text in written}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "l956",
        "vers",
        "avant",
        "um",
        "le 31 avril 1791",
        "am 31. April 1791",
        "fin",
        "an",
        "de 1500 à",
        "vom 3. Mai",
    ],
)
def test_what_is_no_date_in_french_or_german_is_refused(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault) and found.remedy
