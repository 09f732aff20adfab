"""Every remedy at its word: what it quotes is read, and to a time that keeps the words that limit the text."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck.dates.reading as reading
from claimcheck.dates.reading import read_date
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import Fault, Limit, Relation, When, Window

ROOT = Path(__file__).parents[2]


def fault(text: str) -> Fault:
    found = read_date(text)
    assert isinstance(found, Fault), found
    return found


def quoted(remedy: str) -> list[str]:
    return re.findall("“([^”]*)”", remedy)


def is_open(when: When, side: str) -> bool:
    """Whether each reading leaves the earliest (or latest) limit open."""
    return all(
        isinstance(reading.date, Window) and getattr(reading.date, side) is not Limit.CLOSED
        for reading in when.readings
    )


def is_wide(when: When) -> bool:
    """Whether each reading says "about": the wide reading is wider, or the anchor's is."""
    return all(
        isinstance(reading.date, Relation)
        or (isinstance(reading.date, Window) and reading.date.wide != reading.date.narrow)
        for reading in when.readings
    )


def broken(text: str, limit: str = "") -> list[str]:
    """What a refusal of the text promises and does not keep: a form that is not read, or that loses the limit."""
    found = read_date(text)
    if isinstance(found, When):
        return []
    wrong = [] if found.remedy else ["no remedy"]
    if not 0 <= found.start <= found.stop <= len(text):
        wrong.append(f"{found.start} to {found.stop} is no place in it")
    for form in quoted(found.remedy):
        read = read_date(form)
        if isinstance(read, Fault):
            wrong.append(f"“{form}” is not read: {read.message}")
        elif not keeps(read, limit):
            wrong.append(f"“{form}” loses “{limit}”")
    return wrong


def keeps(when: When, limit: str) -> bool:
    """Whether a form that stands for a text keeps what limits the text."""
    if limit in ("before", "by", "until"):
        return is_open(when, "earliest")
    if limit in ("after", "not-before"):
        return is_open(when, "latest")
    return is_wide(when) if limit == "about" else limit != "not"


# Wordings of databases, catalogues and records, with what limits them.
REFUSED = [
    ("-1XXX", ""),
    ("[189-]", ""),
    ("5/72005", ""),
    ("01-Jan-59", ""),
    ("fifteen hundred years ago", ""),
    ("1966-14-14", ""),
    ("1776 September 31", ""),
    ("1934, printed 1976", ""),
    ("?1790–3", ""),
    ("1798–5", ""),
    ("19c", ""),
    ("1500 x 1520", ""),
    ("7000/6500 BCE", ""),
    ("0 AD", ""),
    ("AM 6562, November 7", ""),
    ("25-5-2001", ""),
    ("2008/unknown", ""),
    ("199u", ""),
    ("BEF 3 FEB 1276", "before"),
    ("AFT 1301", "after"),
    ("ABT 1762", "about"),
    ("EST 1750", "about"),
    ("TO 1870", "before"),
    ("1059 [TPQ]", "after"),
    ("TAQ 1453", "by"),
    ("terminus post quem 1059", "after"),
    ("terminus ante quem: 1204", "by"),
    ("ante quem 711", "by"),
    ("1453 post quem", "after"),
    ("prima 1453", "before"),
    ("nach dem 1453", "after"),
    ("avant 1789 environ", "before"),
    ("omkring 1500", "about"),
    ("vers 1320", "about"),
    ("circiter 1066", "about"),
    ("dopo il 1348", "after"),
    ("hacia 1605", "about"),
    ("przed 1410", "before"),
    ("omstreeks 1642", "about"),
    ("before the siege 1453", "before"),
    ("before 31 June 1812", "before"),
    ("not after foo 1204", "by"),
    ("до осады 1609", "before"),
    ("не ранее чем осада 1609", "after"),
    ("около весьма 1500", "about"),
    ("до 31 июня 1812", "before"),
    ("not the year 1812", "not"),
    ("не 1812", "not"),
    ("before 14 February", "before"),
    ("after 13 or", "after"),
    ("until 0 AD", "until"),
    ("before 19c", "before"),
    ("after C17th", "after"),
    ("before 199u", "before"),
    ("about 29 February 1900", "about"),
    ("before /1 February 1000", "before"),
    ("after 3 May/1791", "after"),
    (">31 June 1812", "after"),
    ("≤ 19c", "by"),
]


@pytest.mark.parametrize(("text", "limit"), REFUSED)
def test_a_remedy_is_read_and_keeps_the_limit(text: str, limit: str) -> None:
    assert broken(text, limit) == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("BEF 3 FEB 1276", "3 FEB 1276"),
        ("ABT 1762", "1762"),
        ("prima 1453", "1453"),
        ("до осады 1609 г.", "1609 г."),
        ("not in Rome 1812", "1812"),
    ],
)
def test_the_date_without_its_limit_is_not_offered(text: str, bare: str) -> None:
    found = read_date(text)
    assert isinstance(found, When) or f"“{bare}”" not in found.remedy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("prima 1453", "before 1453"),
        ("dopo 1648", "after 1648"),
        ("omkring 1500", "about 1500"),
        ("antes de 1789", "before 1789"),
        ("przed 1410", "before 1410"),
        ("1812 or thereabouts", "about 1812"),
    ],
)
def test_a_limiting_word_that_is_not_read_is_replaced_by_one_that_is(text: str, form: str) -> None:
    assert f"“{form}”" in fault(text).remedy
    assert fault(text).kind is Refusal.LIMIT


def test_words_that_say_nothing_of_the_time_are_named_before_they_are_left_out() -> None:
    remedy = fault("written on 3 May 1791 in Warsaw").remedy
    assert remedy == "write “on 3 May 1791” if ‘written’ and ‘in Warsaw’ say nothing of the time"
    assert "“c. 1500”" in fault("c. 1500 in Rome").remedy
    assert "“1850” if ‘Marseille’" in fault("1850, Marseille").remedy


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("the Monday after Septuagint 1518", "Septuagint"),
        ("first Sunday of Epiphanytide 1517", "Epiphanytide"),
        ("closing weeks of 1517", "closing"),
        ("opening days of May 1517", "opening"),
        ("im hohen Sommer 1517", "hohen"),
        ("am Montag nach Sexagesimus 1518", "Sexagesimus"),
        ("le lundi après Sexagésime 1518", "Sexagésime"),
        ("в понедельник после Фоминой 1518 г.", "Фоминой"),
        ("во вторник седмицы 1518 г.", "седмицы"),
    ],
)
def test_no_word_is_left_out_that_may_move_the_date(text: str, unknown: str) -> None:
    """What is not known is named, and no form is offered that is another date."""
    found = fault(text)
    assert unknown in found.message
    assert "say nothing of the time" not in found.remedy and "says nothing of the time" not in found.remedy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("photographed by the studio in 1850", "in 1850"),
        ("painted by Rembrandt in 1642", "in 1642"),
        ("printed by Caxton, 1476", "1476"),
        ("built by Henry VIII in 1540", "in 1540"),
        ("by the artist, c. 1900", "c. 1900"),
        ("peint par Manet en 1863", "en 1863"),
        ("gemalt von Dürer 1504", "1504"),
        ("построен архитектором Растрелли в 1754 г.", "в 1754 г"),
    ],
)
def test_a_maker_is_no_limit(text: str, form: str) -> None:
    assert f"“{form}” if ‘" in fault(text).remedy


@pytest.mark.parametrize("text", ["after Rembrandt, 1650", "nach Rembrandt, 1650", "d'après Rembrandt, 1650"])
def test_a_model_may_be_an_event_for_all_that_is_known(text: str) -> None:
    model = text.partition(",")[0]
    assert fault(text).remedy == f"leave ‘{model}’ out if it names a model; write “after 1650” if it says when"


def test_by_before_a_date_is_a_limit_still() -> None:
    assert fault("completed by the end of Marhc 1503").remedy == "write such a date as “not after 1453”"


WAITING = ["the Monday after {} 1518", "the eve of {} 1518", "{} weeks of 1518", "early {} 1518", "after {} 1518"]
WAITING += [
    "am Montag nach {} 1518",
    "la veille de {} 1518",
    "в понедельник после {} 1518 г.",
    "{} ноября 1518 г.",
]


@given(st.sampled_from(WAITING), st.text("bcdfgklmnprstvz", min_size=6, max_size=9))
def test_a_word_beside_one_that_waits_for_it_is_never_left_out(form: str, word: str) -> None:
    assert "nothing of the time" not in fault(form.format(word)).remedy


def examples_of_the_errors() -> list[str]:
    """Every date-like value in the corpora of the error gallery."""
    found = []
    for path in sorted((ROOT / "tests" / "errors").rglob("corpus.yaml")):
        text = path.read_text(encoding="utf-8", errors="replace")
        found += re.findall(r"(?:when|from|issued|opened|not-when|or-when): *\"?([^,}\"\n]+)", text)
        found += re.findall(r"^ +[\w-]+: ([^{\[\n]+)$", text, re.MULTILINE)
    return found


def test_every_remedy_for_a_value_of_the_error_gallery_is_taken_at_its_word() -> None:
    values = examples_of_the_errors()
    assert len(values) > 100
    assert {value: wrong for value in values if (wrong := broken(value))} == {}


def test_every_example_in_the_source_of_the_remedies_is_read() -> None:
    """A remedy written in the grammar quotes whole dates; what is less than a date stands in `backticks`."""
    checked = 0
    for path in sorted((ROOT / "src" / "claimcheck" / "dates").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Unread", "Impossible", "Fault")
            ):
                continue
            constants = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            for remedy in [value for value in constants if value.startswith("write ")]:
                for form in quoted(remedy):
                    checked += 1
                    assert isinstance(read_date(form), When), (path.name, remedy)
    assert checked > 30


LIMITS = st.sampled_from(
    [
        ("before ", "before"),
        ("BEF ", "before"),
        ("vor ", "before"),
        ("до ", "before"),
        ("after ", "after"),
        ("AFT ", "after"),
        ("после ", "after"),
        ("not before ", "not-before"),
        ("TPQ ", "not-before"),
        ("не ранее ", "not-before"),
        ("not after ", "by"),
        ("terminus ante quem ", "by"),
        ("не позднее ", "by"),
        ("about ", "about"),
        ("um ", "about"),
        ("около ", "about"),
        ("not ", "not"),
        ("не ", "not"),
        ("", ""),
    ]
)
DATES = st.one_of(
    st.builds("{}".format, st.integers(500, 2000)),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(1600, 2000), st.integers(0, 14), st.integers(0, 32)),
    st.builds(
        "{} {} {}".format,
        st.integers(0, 33),
        st.sampled_from(["January", "February", "Sept", "июня", "марта", "декабря"]),
        st.integers(900, 2000),
    ),
    st.builds("{}/{}/{}".format, st.integers(1, 13), st.integers(1, 32), st.integers(56, 2000)),
    st.builds("{}–{}".format, st.integers(1000, 1500), st.integers(1, 2000)),
    st.builds("the {}th century".format, st.integers(1, 21)),
    st.builds("late {}".format, st.sampled_from(["May 1791", "1812", "the 1870s"])),
    st.builds("{}u".format, st.integers(100, 199)),
)
NOISE = st.sampled_from(
    ["foo", "Rome", "in Paris", "sic", "(note)", "д.", ";", ")", "[", "]", "printed", "at noonn", "?"]
)
ALPHABET = "0159aeftб .,-/[]()?"


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A date with a limit before it, damaged behind the limit; and the limit."""
    prefix, limit = draw(LIMITS)
    text = draw(DATES)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(["drop", "add", "swap", "word", "word", "end"]))
        if kind == "drop":
            text = text[:at] + text[at + 1 :]
        elif kind == "add":
            text = text[:at] + draw(st.sampled_from(ALPHABET)) + text[at:]
        elif kind == "swap":
            text = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        elif kind == "word":
            text = f"{text} {draw(NOISE)}"
        else:
            text = f"{draw(NOISE)} {text}"
    return prefix + text, limit


@settings(max_examples=1500, deadline=None)
@given(damaged())
def test_a_remedy_for_a_damaged_date_is_read_and_keeps_the_limit(case: tuple[str, str]) -> None:
    assert broken(*case) == []


@settings(max_examples=400, deadline=None)
@given(damaged())
def test_a_refusal_asks_the_reader_three_times_at_most(case: tuple[str, str]) -> None:
    """Once for the text and twice for what might be written instead, so that a refusal costs little more."""
    asked = []
    read = reading._readings

    def counting(text: str, conventions: reading.Conventions) -> object:
        asked.append(text)
        return read(text, conventions)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_readings", counting)
        found = read_date(case[0])
    assert len(asked) <= (1 if isinstance(found, When) else 3)
    if isinstance(found, Fault) and quoted(found.remedy):
        assert set(asked[1:]) == set(asked[1:]) - {case[0]}
