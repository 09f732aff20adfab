"""Wordings with several readings: all of them, in a fixed order; and those that only seem to have several."""

from __future__ import annotations

import pytest
from shapes import shape_of

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When


def spans(text: str) -> list[str]:
    """The first and last day of each reading."""
    found = read_date(text)
    assert isinstance(found, When), found
    shapes = [shape_of(reading) for reading in found.readings]
    return [f"{shape['earliest']}/{shape['latest']}" for shape in shapes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/1956", ["1956-04-03/1956-04-03", "1956-03-04/1956-03-04"]),
        ("before 3/4/1956", ["None/1956-04-02", "None/1956-03-03"]),
        ("winter 1956", ["1956-12-01/1957-02-28", "1955-12-01/1956-02-29"]),
        ("50-е годы", ["1950-01-01/1959-12-31", "1850-01-01/1859-12-31"]),
        ("the late fifties", ["1957-01-01/1959-12-31", "1857-01-01/1859-12-31"]),
        ("the 1500s", ["1500-01-01/1599-12-31", "1500-01-01/1509-12-31"]),
        ("summer 1956 or 1957", ["1956-06-01/1957-08-31", "1956-06-01/1957-12-31"]),
        ("3 May 1791 or 1792", ["1791-05-03/1792-05-03", "1791-05-03/1792-12-31"]),
        ("1905-06", ["1905-06-01/1905-06-30", "1905-01-01/1906-12-31"]),
        ("1914-21", ["1914-03-01/1914-05-31", "1914-01-01/1921-12-31"]),
        ("1910-30?", ["1910-12-01/1911-02-28", "1910-01-01/1930-12-31"]),
        ("199?", ["1990-01-01/1999-12-31", "0199-01-01/0199-12-31"]),
        ("3-4-1956", ["1956-04-03/1956-04-03", "1956-03-04/1956-03-04"]),
        ("the 1890s and 1900s", ["1890-01-01/1909-12-31", "1890-01-01/1999-12-31"]),
        ("1890–1900-е годы", ["1890-01-01/1909-12-31", "1890-01-01/1999-12-31"]),
        ("на третий день после 5 мая 1791 г.", ["1791-05-08/1791-05-08", "1791-05-07/1791-05-07"]),
        ("Юрьев день 1649 г.", ["1649-11-26/1649-11-26", "1649-04-23/1649-04-23"]),
        ("c. 1905-06", ["1905-06-01/1905-06-30", "1905-01-01/1906-12-31"]),
        ("turn of the 20th century", ["1891-01-01/1910-12-31", "1991-01-01/2010-12-31"]),
        ("Пасха 1917 г.", ["1917-04-15/1917-04-15", "1917-04-08/1917-04-08"]),
        (
            "6 o'clock on 13 February 1956",
            ["1956-02-13T06:00/1956-02-13T06:59", "1956-02-13T18:00/1956-02-13T18:59"],
        ),
        (
            "midnight of 13 February 1956",
            ["1956-02-13T00:00/1956-02-13T00:59", "1956-02-14T00:00/1956-02-14T00:59"],
        ),
        ("the week after 15 February 1956", ["1956-02-16/1956-02-22", "1956-02-20/1956-02-26"]),
    ],
)
def test_every_reading_of_an_ambiguous_wording_is_given_in_order(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "13/4/1956",
        "4/13/1956",
        "4/4/1956",
        "winter 1955/56",
        "winter 1955–56",
        "50-е годы XX века",
        "the 1950s",
        "1905–06",
        "1955-56",
        "summer 1956 or summer 1957",
        "13 or 14 February 1956",
        "6 o'clock in the evening of 13 February 1956",
        "midnight 13–14 February 1956",
        "turn of the 19th and 20th centuries",
    ],
)
def test_a_wording_that_says_enough_has_one_reading(text: str) -> None:
    assert len(spans(text)) == 1


def test_a_weekday_that_fits_one_reading_settles_it() -> None:
    assert spans("Tuesday 3/4/1956") == ["1956-04-03/1956-04-03"]
    assert spans("Sunday 3/4/1956") == ["1956-03-04/1956-03-04"]


def test_one_text_orders_all_its_figures_alike() -> None:
    assert spans("between 3/4/1956 and 5/6/1956") == ["1956-04-03/1956-06-05", "1956-03-04/1956-05-06"]


def test_figures_that_can_be_read_one_way_only_say_nothing_of_the_others() -> None:
    assert spans("between 3/4/1956 and 13/6/1956") == ["1956-04-03/1956-06-13", "1956-03-04/1956-06-13"]


def test_readings_come_in_the_same_order_every_time() -> None:
    assert spans("winter 1956 or 3/4/1957") == spans("winter 1956 or 3/4/1957")
    assert len(spans("winter 1956 or 3/4/1957")) == 4


def test_alternatives_of_one_wording_are_one_reading() -> None:
    found = read_date("13 or 15 February 1956")
    assert isinstance(found, When)
    assert len(found.readings) == 1
    assert shape_of(found.readings[0])["spans"] == [["1956-02-13", "1956-02-13"], ["1956-02-15", "1956-02-15"]]
