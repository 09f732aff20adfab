"""The raw text of dates, and where faults in them are pointed at."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

from claimcheck.corpus.entries import Dated

ASK = "question: When was it crossed?\n"


def _when(tmp_path: Path, text: str) -> Dated:
    found = read(tmp_path, ASK + text)
    assert found.printed == ""
    when = found.corpus.claims["c"].statements[0].when
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1956-02-13", "1956-02-13"),
        ("[1955-12-31, 1956-02-13]", "[1955-12-31, 1956-02-13]"),
        ("{1960, 1961}", "{1960, 1961}"),
        ("{1960,1961-12}", "{1960,1961-12}"),
        ("3 May [1791]", "3 May [1791]"),
        ("'1956-02-13'", "1956-02-13"),
        ("1956", "1956"),
        ("[1955-12-31,\n      1956-02-13]", "[1955-12-31, 1956-02-13]"),
    ],
)
def test_the_raw_text_is_taken_from_the_file_as_written(tmp_path: Path, written: str, text: str) -> None:
    assert _when(tmp_path, f"claims:\n  c:\n    when: {written}\n").text == text


def test_a_set_may_stand_for_a_whole_claim(tmp_path: Path) -> None:
    assert _when(tmp_path, "claims:\n  c: [1955, 1957]\n").text == "[1955, 1957]"


def test_wording_and_reading_are_both_kept(tmp_path: Path) -> None:
    when = _when(tmp_path, "claims:\n  c: {when: {as: in the third year of the king, read: 1206}}\n")
    assert (when.text, when.read) == ("in the third year of the king", "1206")
    assert when.when.text == "1206"


def test_wide_and_probability_stand_beside_when(tmp_path: Path) -> None:
    when = _when(tmp_path, "claims:\n  c: {when: 1206, wide: 1200/1210, probability: 68 %}\n")
    assert when.wide is not None and when.wide.text == "1200/1210"
    assert when.probability == "68 %"


def test_wide_without_when_is_an_error(tmp_path: Path) -> None:
    found = read(tmp_path, ASK + "claims:\n  c: {or-when: 1206, wide: 1200/1210}\n")
    assert found.only.code == "CC103"


def test_several_further_readings_stand_in_a_list(tmp_path: Path) -> None:
    found = read(
        tmp_path, ASK + "claims:\n  c:\n    when: 1206\n    or-when:\n      - 1207\n      - [1208, 1209]\n"
    )
    assert [date.text for date in found.corpus.claims["c"].statements[0].or_when] == ["1207", "[1208, 1209]"]


def test_a_date_knows_where_its_first_character_stands(tmp_path: Path) -> None:
    plain = _when(tmp_path, "claims:\n  c: 1206\n").position
    quoted = _when(tmp_path, "claims:\n  c: '1206'\n").position
    assert (plain.line, plain.column) == (3, 6)
    assert (quoted.line, quoted.column) == (3, 7)


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ("c: after @nowhere", 12),
        ("c: 'after @nowhere'", 13),
        ('c: "\\x61fter @nowhere"', 16),
        ("c: {when: after @nowhere, note: x}", 19),
        ("c: 1206, after @nowhere, before @flood", 18),
    ],
)
def test_an_unknown_anchor_is_pointed_at_within_the_text(tmp_path: Path, entry: str, column: int) -> None:
    text = ASK + f"events:\n  flood: {{when: 1205, record: Annals 3}}\nclaims:\n  {entry}\n"
    found = read(tmp_path, text)
    assert (found.only.code, found.only.position.column) == ("CC209", column)
    assert found.only.length == len("@nowhere")


@pytest.mark.parametrize(
    ("ask", "answer", "how"),
    [
        (
            "Who was king?",
            "Edgar",
            'question: {ask: "Who was king?", role: ROLE, of: SUBJECT}, and answer value: NAME',
        ),
        ("Did he go?", "no", 'question: {ask: "Did he go?", whether: KIND}, and answer value: yes, or value: no'),
    ],
)
def test_who_asks_no_date_in_words_alone_is_told_how_that_is_asked(
    tmp_path: Path, ask: str, answer: str, how: str
) -> None:
    found = read(tmp_path, f"question: {ask}\nclaims:\n  c: {answer}\n")
    assert found.only.remedy.endswith(f"; if no date is asked for, ask {how}")
    filled = how.partition(", and")[0].replace("ROLE", "king").replace("SUBJECT", "us").replace("KIND", "journey")
    kinds = "kinds: {journey: he goes}\n" if "journey" in filled else ""
    assert read(tmp_path, f"{filled}\n{kinds}claims:\n  c: {{value: {answer}}}\n").printed == ""


def test_an_event_named_without_its_sign_is_written_out_with_it(tmp_path: Path) -> None:
    text = ASK + "events:\n  flood: {when: 1205, record: Annals 3}\nclaims:\n  c: three days after the flood\n"
    found = read(tmp_path, text)
    assert (found.only.code, found.only.remedy) == (
        "CC401",
        'if the event is meant, write "three days after @flood"',
    )


def test_what_cannot_be_read_is_pointed_at_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, ASK + "claims:\n  c: 1956-02-30\n  d: 1956\n  e: NO\n")
    assert found.codes == ["CC401", "CC401"]
    assert [one.position.line for one in found.diagnostics] == [3, 5]
    assert list(found.corpus.claims) == ["d"]


def test_a_list_of_dates_is_no_date(tmp_path: Path) -> None:
    found = read(tmp_path, ASK + "claims:\n  c:\n    when:\n      - 1956\n      - 1957\n")
    assert found.only.code == "CC104"
    assert "or-when" in found.only.remedy
