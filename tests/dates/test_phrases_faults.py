"""What is refused: where it points, what it says, the nearest form; and texts that nobody writes in good faith."""

from __future__ import annotations

import pytest

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault, When


def fault(text: str) -> Fault:
    found = read_date(text)
    assert isinstance(found, Fault), found
    return found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("13 Febuary 1956", "Febuary"),
        ("late in the autumm of 1812", "autumm"),
        ("mid-February 1956, roughly speaking", "speaking"),
        ("  в конце октабря 1955 г.", "октабря"),
        ("13 February 1956 or thereabouts", "thereabouts"),
        ("3 May [1791] [sic]", "sic"),
        ("13 Fébruary 1956", "Fébruary"),
        ("the night of the long knives", "long"),
    ],
)
def test_the_place_of_a_fault_is_the_word_not_understood(text: str, word: str) -> None:
    found = fault(text)
    assert text[found.start : found.stop] == word
    assert word in found.message


def test_places_count_the_characters_as_typed() -> None:
    text = "13 \u0438\u0306 1956"  # a letter with a combining breve
    found = fault(text)
    assert text[found.start : found.stop].startswith("\u0438")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("13 Febuary 1956", "13 February 1956"),
        ("late Octobre 1955", "late October 1955"),
        ("spirng 1917", "spring 1917"),
        ("в конце октабря 1955 г.", "в конце октября 1955 г."),
        ("13 February 1956 (Monday?)", "13 February 1956"),
        ("written on 3 May 1791 in Warsaw", "on 3 May 1791"),
    ],
)
def test_the_remedy_is_a_near_form_that_can_be_read(text: str, form: str) -> None:
    assert f"“{form}”" in fault(text).remedy
    assert isinstance(read_date(form), When)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("not 1956", "not-when:"),
        ("not in February 1956", "not-when:"),
        ("1956, not in February", "not-when:"),
        ("не в феврале 1956 г.", "not-when:"),
        ("probably 13 February 1956", "hedge:"),
        ("вероятно, 13 февраля 1956 г.", "hedge:"),
        ("throughout 1956", "extent: throughout"),
        ("весь 1956 г.", "extent: throughout"),
        ("two days ago", "@event"),
        ("yesterday", "@event"),
        ("3 days later", "@event"),
        ("a few days after 4 July 1776", "2 to 5 days"),
    ],
)
def test_what_belongs_elsewhere_is_sent_there(text: str, remedy: str) -> None:
    assert remedy in fault(text).remedy


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "the",
        "of",
        "in the",
        "the the year 1956",
        "of 1956",
        "13",
        "13 February",
        "13 or 14 February",
        "February",
        "spring",
        "13.02.56",
        "56",
        "13 1956",
        "1956 13",
        "32 January 1956",
        "29 February 1900",
        "31 April 1956 to 3 May 1956",
        "November to February 1956",
        "1510–1500",
        "13–13 February 1956 or",
        "between 3 May 1791",
        "between 7 and 3 May 1791",
        "from 3 to",
        "or 1956 or",
        "before",
        "before before 1956",
        "13 February 1956, 14 February 1956",
        "after 1956 and before 1955",
        "quarter of 1956",
        "fifth quarter of 1956",
        "13th century AD BC",
        "the 30th February 1956",
        "25 p.m. on 3 May 1791",
        "6 a.m.",
        "evening",
        "the night of 13–15 February 1956",
        "2350 ± 50 BP",
        "11/23 February 1732",
        "3 days after",
        "3 days after and before 4 July 1776",
        "the following Monday",
        "the same year",
        "eve",
        "(13 February 1956",
        "13 February 1956)",
        "3 May [1791",
        "3 May 1791]",
        "@",
        "@ x",
        "68 %",
        "13 February 1956 ±",
        "1941/43",
        "spring 1917/18",
        "3rd decade",
    ],
)
def test_an_incomplete_or_contradictory_phrase_is_refused(text: str) -> None:
    found = fault(text)
    assert found.text == text
    assert found.message and found.remedy
    assert 0 <= found.start <= found.stop <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000_000,
        "13 " * 1_000_000,
        "(" * 100_000,
        "before " * 90 + "1956",
        "the day after " * 30 + "4 July 1776",
        "[" * 5_000 + "1956" + "]" * 5_000,
        "\u202e13 February 1956",
        "13\u0301 February 1956",
        "1\u06635\u0666",
        "13 February 1956\x00",
        "İ 13 February 1956",
        "½ 1956",
        "month " * 99,
        "10000000 days after 4 July 1776",
        "99999 millennia after 4 July 1776",
        "999999999 BC",
    ],
    ids=lambda text: text[:12],
)
def test_texts_of_bad_faith_get_a_reason(text: str) -> None:
    found = read_date(text)
    if isinstance(found, Fault):
        assert found.message and found.remedy
        assert 0 <= found.start <= found.stop <= len(text)
    else:
        assert found.readings


@pytest.mark.parametrize(
    "text",
    [
        "the evening of the 13th or the night of 13–14 February 1956",
        "mid-February 1956, not before @congress-opens",
        "в ночь с 13 на 14 февраля 1956 г.",
        "68 %: 1290–1320; 95 %: 1270–1340",
        "28 October (8 November) 1732",
    ],
)
def test_every_beginning_of_a_date_has_a_reading_or_a_located_reason(text: str) -> None:
    for length in range(len(text) + 1):
        found = read_date(text[:length])
        if isinstance(found, Fault):
            assert 0 <= found.start <= found.stop <= length
            assert found.remedy
        else:
            assert found.readings


@pytest.mark.parametrize("text", ["before 2, 3 January 900", "before 2,1 January 900", "after 3, 5 May 1204"])
def test_a_limit_before_a_list_does_not_vanish_in_it(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault)
    assert found.message == "is one of these dates meant, or are all of them?"
