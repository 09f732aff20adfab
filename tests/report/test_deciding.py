"""What would settle it, in sentences: each fact once, as far as its dates decide alike."""

from __future__ import annotations

from pathlib import Path

from small_corpora import BRIDGED, examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.engine.findings import Settlement, Subject
from claimcheck.report.deciding import settlement_says, settlements_say

GATE = Subject("event", "gate")


def may(first: int, last: int | None = None) -> TimeSet:
    start = day_number("gregorian", 1310, 5, first)
    return TimeSet.of((Span(start * DAY, (start + (last or first) - first + 1) * DAY),))


def settled(first: int, second: int, for_first: TimeSet, for_second: TimeSet) -> Settlement:
    return Settlement(GATE, (first, second), for_first, for_second)


def said(folder: Path, *settlements: Settlement) -> list[str]:
    findings = examined(folder, BRIDGED)
    return list(settlements_say(findings.corpus, settlements))


def test_two_schools_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    assert settlement_says(findings.corpus, settled(0, 1, may(2), may(9))) == (
        "The date of the north gate: 2 May 1310 would decide for school 1; 9 May 1310 would decide for school 2."
    )


def test_a_fact_that_decides_between_many_schools_is_told_once(tmp_path: Path) -> None:
    pairs = (settled(0, 1, may(2), may(9)), settled(0, 2, may(2), may(9)), settled(1, 3, may(9), may(4)))
    assert said(tmp_path, *pairs) == [
        "The date of the north gate: 2 May 1310 would decide for school 1; "
        "9 May 1310 would decide for schools 2 and 3; 4 May 1310 would decide for school 4."
    ]


def test_where_the_dates_depend_on_the_other_school_those_of_the_same_dates_are_told_together(
    tmp_path: Path,
) -> None:
    pairs = (
        settled(0, 2, may(2, 5), may(9)),
        settled(1, 2, may(2, 5), may(9)),
        settled(0, 3, may(2), may(4, 9)),
    )
    assert said(tmp_path, *pairs) == [
        "The date of the north gate: 2 to 5 May 1310 would decide for schools 1 and 2; "
        "9 May 1310 would decide for school 3.",
        "The date of the north gate: 2 May 1310 would decide for school 1; "
        "4 to 9 May 1310 would decide for school 4.",
    ]


def test_a_school_that_no_date_would_decide_for_is_not_named(tmp_path: Path) -> None:
    assert said(tmp_path, settled(0, 1, may(2), TimeSet.of(()))) == [
        "The date of the north gate: 2 May 1310 would decide for school 1."
    ]
