"""Who denies without a date: "never" instead of one, and a stance that says of nothing what it is to."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

FIRST = "question: When was the bridge first crossed?\n"
WHETHER = "kinds: {crossing: {}}\nquestions: {ever: {ask: Was it crossed?, whether: crossing}}\n"
TWO = (
    "kinds: {crossing: {}}\nquestions:\n  first: {ask: When first?, first: crossing}\n"
    "  last: {ask: When last?, last: crossing}\n"
)


@pytest.mark.parametrize("word", ["never", "it did not happen", "not", "никогда", "jamais", "nie"])
@pytest.mark.parametrize(
    ("ask", "entry", "remedy", "mended"),
    [
        (FIRST, "WORD", "{answers: question, stance: denies}", "{answers: question, stance: denies}"),
        (
            FIRST,
            "{in: Annals p. 2, when: WORD}",
            "`answers: question, stance: denies` in place of the date",
            "{in: Annals p. 2, answers: question, stance: denies}",
        ),
        (
            TWO,
            "{answers: last, when: WORD}",
            "`stance: denies` in place of the date",
            "{answers: last, stance: denies}",
        ),
        (WHETHER, "{answers: ever, when: WORD}", "`value: no` in place of the date", "{answers: ever, value: no}"),
    ],
)
def test_never_is_no_date_and_the_denial_offered_is_one(
    tmp_path: Path, word: str, ask: str, entry: str, remedy: str, mended: str
) -> None:
    found = read(tmp_path, f"{ask}claims:\n  A: {entry.replace('WORD', word)}\n")
    assert "CC401" in found.codes
    assert f"if it never happened, write {remedy}" in found.printed
    found = read(tmp_path, f"{ask}claims:\n  A: {mended}\n")
    (statement,) = found.corpus.claims["A"].statements
    assert found.printed == "" and statement.when is None


@pytest.mark.parametrize("word", ["none", "unknown", "n.d.", '"?"'])
@pytest.mark.parametrize(
    ("entry", "remedy", "mended"),
    [
        ("WORD", "{says: WORDS}", "{says: It gives none.}"),
        ("{in: Annals p. 2, when: WORD}", "says: WORDS", "{in: Annals p. 2, says: It gives none.}"),
        ("{says: It gives none., when: WORD}", "leave `when` out", "{says: It gives none.}"),
    ],
)
def test_who_gives_no_date_still_says_something(
    tmp_path: Path, word: str, entry: str, remedy: str, mended: str
) -> None:
    found = read(tmp_path, f"{FIRST}claims:\n  A: {entry.replace('WORD', word)}\n")
    assert found.codes == ["CC401"] and found.printed.endswith(remedy)
    assert read(tmp_path, f"{FIRST}claims:\n  A: {mended}\n").printed == ""


@pytest.mark.parametrize("text", ["not 1204", "never in 1204", "not in the spring of 1204"])
def test_a_date_denied_is_an_excluded_date(tmp_path: Path, text: str) -> None:
    assert "under `not-when:`" in read(tmp_path, f"{FIRST}claims:\n  A: {text}\n").printed


@pytest.mark.parametrize(
    ("ask", "stance", "remedy"),
    [
        (FIRST, "denies", "answers: question"),
        (WHETHER, "denies", "answers: ever, value: yes"),
        (TWO, "denies", "answers: QUESTION (first, last)"),
        (TWO, "doubts", "answers: QUESTION (first, last)"),
        (TWO, "rejects", "answers: QUESTION (first, last)"),
    ],
)
def test_a_stance_to_nothing_is_told(tmp_path: Path, ask: str, stance: str, remedy: str) -> None:
    claim = f"claims:\n  A: {{in: Annals p. 2, says: Never., stance: {stance}}}\n"
    found = read(tmp_path, ask + claim)
    assert found.codes == ["CC316"]
    assert (
        f"the claim `A` {stance} and does not say what" in found.printed and f"add {remedy}, or" in found.printed
    )
    mended = remedy.replace("QUESTION (first, last)", "first")
    found = read(tmp_path, ask + claim.replace("says:", f"{mended}, says:"))
    assert found.printed == "" and len(found.corpus.claims["A"].statements) == 1


@pytest.mark.parametrize("entry", ["says: Never.", "disputes: B, stance: denies", "stance: doubts"])
def test_what_is_about_something_or_has_no_stance_is_not_told(tmp_path: Path, entry: str) -> None:
    claims = f"claims:\n  A: {{in: Annals p. 2, {entry}}}\n  B: {{in: Rolls p. 3, when: 1204}}\n"
    assert read(tmp_path, FIRST + claims).printed == ""


@pytest.mark.parametrize(
    ("section", "entry", "remedy", "mended"),
    [
        ("events", "1 May 1204", 'write siege: {when: "1 May 1204", record: SOURCE p. 12}', None),
        ("record", "1 May 1204", 'write siege: {when: "1 May 1204", record: SOURCE p. 12}', None),
        ("events", "{when: 1204}", "add record: SOURCE p. 12", "{when: 1204, record: SOURCE p. 12}"),
    ],
)
def test_a_date_that_nothing_attests_is_told_with_its_record_written_out(
    tmp_path: Path, section: str, entry: str, remedy: str, mended: str | None
) -> None:
    head = f"{FIRST}claims:\n  A: {{in: Annals p. 2, when: 1204}}\n{section}:\n  siege: "
    found = read(tmp_path, f"{head}{entry}\n")
    assert found.codes == ["CC309"] and f"= {remedy}; or through: SOURCE at the top" in found.printed
    found = read(tmp_path, head + (mended or remedy.partition("siege: ")[2]) + "\n")
    (record,) = found.corpus.events["siege"].records
    assert (found.printed, record.source) == ("", "SOURCE-p.-12")
