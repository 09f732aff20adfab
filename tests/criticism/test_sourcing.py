"""The sourcing table: how long after, at what hand, by whom, and whose date it is."""

from __future__ import annotations

import pytest
from critical_corpora import corpus_of, examined

from claimcheck.criticism.sourcing import Sourcing, Supplied, sourcing, supplied_by
from claimcheck.report.sourcing import lag_in_words

WRITTEN = """
questions:
  landed: {{ask: "When did the ship land?", event: landing}}
claimants:
  pilot: {{name: The pilot, participant: yes, interest: his pension}}
  friar: {{name: A friar, participant: no}}
sources:
  log: {{type: archival, author: pilot{log}}}
  history: {{type: study, author: friar, rests-on: log{history}}}
  paper: {{type: press}}
events:
  landing: {{label: the ship lands, when: 6 September 1522, record: {{in: log f. 80, basis: documented}}}}
claims:
  log-says: {{in: log f. 80, answers: landed, when: {when}}}
  friar-says: {{in: history ch. 3, through: paper, answers: landed, when: September 1522}}
"""


def rows(log: str = "", history: str = "", when: str = "6 September 1522") -> dict[str, Sourcing]:
    text = WRITTEN.format(log=log, history=history, when=when)
    (table,) = sourcing(examined(text))
    return {row.id: row for row in table.rows}


def said(row: Sourcing, published: bool = False) -> str | None:
    lag = row.published if published else row.written
    return lag_in_words(lag) if lag is not None else None


def test_a_documents_own_date_says_when_it_was_written() -> None:
    assert said(rows(log=", dated: 8 September 1522")["log-says"]) == "2 days after"


def test_a_document_of_the_day_itself_is_of_the_same_day() -> None:
    assert said(rows(log=", dated: 6 September 1522")["log-says"]) == "on the same day"


def test_an_uncertain_year_gives_a_range() -> None:
    row = rows(history=", issued: 1601")["friar-says"]
    assert said(row, published=True) == "78 to 79 years after"


def test_the_lag_is_counted_in_days_between_the_nearest_and_the_furthest() -> None:
    lag = rows(log=", dated: 1522")["log-says"].written
    assert lag is not None
    assert (lag.least, lag.most) == (-248, 116)


def test_a_year_that_holds_the_event_lies_on_both_sides_of_it() -> None:
    assert said(rows(log=", dated: 1522")["log-says"]) == "between 8 months before and 3 months after"


def test_without_a_year_nothing_is_said_of_the_lag() -> None:
    row = rows()["log-says"]
    assert (row.written, row.published) == (None, None)


def test_a_claim_without_a_date_takes_the_records() -> None:
    text = WRITTEN.format(log=", dated: 8 September 1522", history="", when="6 September 1522").replace(
        "answers: landed, when: 6 September 1522}", "answers: landed}"
    )
    (table,) = sourcing(examined(text))
    assert said(table.rows[0]) == "2 days after"


def test_hands_and_relays_are_counted_apart() -> None:
    row = rows()["friar-says"]
    assert (row.hands, row.relays) == (1, ("paper",))


def test_a_participant_who_rests_on_nothing_speaks_at_first_hand() -> None:
    found = rows()
    assert found["log-says"].is_first_hand
    assert not found["friar-says"].is_first_hand


def test_one_of_whom_nothing_is_stated_is_not_taken_for_a_witness() -> None:
    text = WRITTEN.format(log="", history="", when="1522").replace(", participant: yes", "")
    (table,) = sourcing(examined(text))
    assert not table.rows[0].is_first_hand
    assert table.rows[0].participants == (None,)


def test_interest_is_told_with_whose_it_is() -> None:
    assert rows()["log-says"].interests == (("pilot", "his pension"),)
    assert rows()["friar-says"].interests == ()


def test_the_records_that_bear_stand_in_the_table_too() -> None:
    row = rows()["landing"]
    assert (row.is_record, row.source, row.by) == (True, "log", ("pilot",))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("3 May 1791", Supplied.SOURCE),
        ("3 May [1791]", Supplied.EDITOR_IN_PART),
        ('"[3 May 1791]"', Supplied.EDITOR),
        ('"[1791]"', Supplied.EDITOR),
        ("[1791, 1793]", Supplied.SOURCE),
        ('{as: in the spring, read: "1791-04"}', Supplied.EDITOR_READS),
        ('{as: "on the third [of May]", read: "1791-05-03"}', Supplied.EDITOR_IN_PART),
        ('{as: 3 May 1791, read: "3 May 1791"}', Supplied.SOURCE),
    ],
)
def test_who_supplied_a_date(date: str, expected: Supplied) -> None:
    text = f"question: When?\nclaims:\n  a:\n    by: Hugo the clerk\n    when: {date}\n"
    dated = corpus_of(text).claims["a"].statements[0].when
    assert dated is not None
    assert supplied_by(dated) is expected
