"""Laws of the EDTF reader, over generated dates: exactness, round trip, narrowing, and no text that breaks it."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import DAY, Fault, TimeSet
from claimcheck.dates.writing import edtf_of

QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])
DIGIT_OR_X = st.sampled_from("0123456789X")


@st.composite
def masks(draw: st.DrawFn, size: int) -> str:
    return "".join(draw(DIGIT_OR_X) for _ in range(size))


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """Texts of the shape of one date, most of which are dates."""
    shape = draw(st.integers(0, 7))
    if shape == 0:
        return f"Y{draw(st.integers(-(10**12), 10**12))}{draw(QUALIFIERS)}"
    if shape == 1:
        return f"{draw(st.integers(0, 9999)):04}S{draw(st.integers(1, 4))}"
    if shape == 2:
        return f"Y{draw(st.integers(1, 99999))}E{draw(st.integers(0, 9))}"
    sign = draw(st.sampled_from(["", "", "-"]))
    year = sign + f"{draw(st.integers(1, 9999)):04}" if sign or shape < 6 else draw(masks(4))
    text = draw(QUALIFIERS) + year + draw(QUALIFIERS)
    if shape == 3:
        return text
    if shape == 4:
        return f"{text}-{draw(QUALIFIERS)}{draw(st.integers(21, 41))}{draw(QUALIFIERS)}"
    month = f"{draw(st.integers(1, 12)):02}" if shape < 7 else draw(masks(2))
    text += f"-{draw(QUALIFIERS)}{month}{draw(QUALIFIERS)}"
    if draw(st.booleans()):
        return text
    day = f"{draw(st.integers(1, 31)):02}" if shape < 7 else draw(masks(2))
    return text + f"-{draw(QUALIFIERS)}{day}{draw(QUALIFIERS)}"


def is_date(text: str) -> bool:
    return isinstance(read_edtf(text), EdtfDate)


valid_dates = single_dates().filter(is_date)
ends = st.one_of(valid_dates, st.just(".."), st.just(""))
intervals = st.builds(lambda a, b: f"{a}/{b}", ends, ends)
members = st.one_of(valid_dates, st.builds(lambda a, b: f"{a}..{b}", valid_dates, valid_dates))
sets = st.builds(
    lambda pair, items: f"{pair[0]}{','.join(items)}{pair[1]}",
    st.sampled_from(["[]", "{}"]),
    st.lists(members, min_size=1, max_size=4),
)
expressions = st.one_of(single_dates(), intervals, sets)


def read(text: str) -> EdtfDate:
    found = read_edtf(text)
    assume(isinstance(found, EdtfDate))
    assert isinstance(found, EdtfDate)
    return found


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 99), masks(1), masks(2), masks(2))
def test_the_days_of_a_masked_date_are_those_that_match_it_and_no_others(
    century: int, decade: str, month: str, day: str
) -> None:
    text = f"{century:02}{decade}X-{month}-{day}"
    pattern = re.compile(text.replace("X", "[0-9]"))
    first = date(int(f"{century:02}{decade.replace('X', '0')}0"), 1, 1).toordinal()
    last = date(int(f"{century:02}{decade.replace('X', '9')}9"), 12, 31).toordinal()
    expected = [n for n in range(first, last + 1) if pattern.fullmatch(date.fromordinal(n).isoformat())]
    found = read_edtf(text)
    assert ([] if isinstance(found, Fault) else _days(found.window.narrow)) == expected


def _days(dates: TimeSet) -> list[int]:
    return [day for span in dates.spans for day in range((span.start or 0) // DAY, (span.stop or 0) // DAY)]


@settings(max_examples=200)
@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_a_plain_day_is_the_day_of_pythons_calendar_or_no_day_at_all(year: int, month: int, day: int) -> None:
    found = read_edtf(f"{year:04}-{month:02}-{day:02}")
    try:
        expected = date(year, month, day).toordinal()
    except ValueError:
        assert isinstance(found, Fault)
    else:
        assert isinstance(found, EdtfDate)
        assert _days(found.window.narrow) == [expected]


@settings(max_examples=300, deadline=None)
@given(expressions)
def test_the_canonical_form_says_the_same_and_is_its_own_canonical_form(text: str) -> None:
    found = read(text)
    again = read(found.canonical)
    assert (again.window, again.all_of, again.canonical) == (found.window, found.all_of, found.canonical)


@settings(max_examples=300, deadline=None)
@given(expressions)
def test_a_window_written_as_edtf_reads_back_to_the_same_set(text: str) -> None:
    window = read(text).window
    assume(len(window.narrow.spans) < 200)
    written = edtf_of(window)
    assume(written is not None)
    assert written is not None
    again = read(written).window
    assert (again.narrow, again.earliest, again.latest) == (window.narrow, window.earliest, window.latest)


@settings(max_examples=300, deadline=None)
@given(expressions)
def test_sets_are_in_order_disjoint_and_within_their_wide_reading(text: str) -> None:
    window = read(text).window
    assert window.narrow.spans
    assert TimeSet.of(window.narrow.spans) == window.narrow
    assert TimeSet.of(window.wide.spans) == window.wide
    assert window.wide.contains(window.narrow)


month_masks = st.sampled_from(["01", "02", "12", "0X", "1X", "X1", "X2", "XX"])
day_masks = st.sampled_from(["01", "15", "29", "0X", "1X", "2X", "3X", "X1", "X9", "XX"])


@settings(max_examples=200, deadline=None)
@given(masks(4), month_masks, day_masks, st.data())
def test_a_digit_in_the_place_of_an_x_never_lets_in_new_days(
    year: str, month: str, day: str, data: st.DataObject
) -> None:
    text = f"{year}-{month}-{day}"
    places = [place for place, character in enumerate(text) if character == "X"]
    assume(places and len(places) < 6)
    at = data.draw(st.sampled_from(places))
    narrower = read_edtf(text[:at] + data.draw(st.sampled_from("0123")) + text[at + 1 :])
    if isinstance(narrower, EdtfDate):
        assert read(text).window.narrow.contains(narrower.window.narrow)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 999), st.sampled_from("7X"), month_masks, day_masks)
def test_leaving_off_the_last_part_of_a_date_takes_in_more(decade: int, last: str, month: str, day: str) -> None:
    year = f"{decade:03}{last}"
    with_month = read(f"{year}-{month}").window.narrow
    assert read(year).window.narrow.contains(with_month)
    with_day = read_edtf(f"{year}-{month}-{day}")
    assert isinstance(with_day, Fault) or with_month.contains(with_day.window.narrow)


@settings(max_examples=200, deadline=None)
@given(valid_dates, valid_dates)
def test_an_interval_is_what_lies_from_the_start_of_the_one_to_the_end_of_the_other(a: str, b: str) -> None:
    first, last = read(a).window.narrow, read(b).window.narrow
    found = read_edtf(f"{a}/{b}")
    assert first.start is not None and last.stop is not None
    assert isinstance(found, EdtfDate) == (first.start < last.stop)
    if isinstance(found, EdtfDate):
        assert [(span.start, span.stop) for span in found.window.narrow.spans] == [(first.start, last.stop)]


@settings(max_examples=200, deadline=None)
@given(st.lists(valid_dates, min_size=1, max_size=4))
def test_a_set_is_the_union_of_its_members(texts: list[str]) -> None:
    union = TimeSet(())
    for text in texts:
        union = union.union(read(text).window.narrow)
    assert read(f"[{','.join(texts)}]").window.narrow == union


ALPHABET = st.sampled_from(list("0123456789X?~%-/.,[]{}YESTZ:+ xu()–١é\u0301\u202eWP\n"))


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(ALPHABET, max_size=30), st.text(max_size=30)))
def test_any_text_is_a_date_or_a_located_fault(text: str) -> None:
    found = read_edtf(text)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.stop <= len(text)
        assert found.message and found.remedy
    else:
        assert found.text == text


@settings(max_examples=300, deadline=None)
@given(expressions, st.data())
def test_a_date_with_one_character_changed_is_a_date_or_a_located_fault(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + data.draw(ALPHABET) + text[at + data.draw(st.integers(0, 1)) :]
    found = read_edtf(changed)
    assert isinstance(found, EdtfDate) or 0 <= found.start <= found.stop <= len(changed)
