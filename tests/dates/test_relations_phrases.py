"""Relations to events as written: the points that they count from, narrow and wide."""

from __future__ import annotations

import pytest

from claimcheck.dates.calendars import HISTORICAL
from claimcheck.dates.reading import Conventions, read_date, read_duration_after
from claimcheck.dates.relations import move
from claimcheck.dates.when import (
    DAY,
    AllOf,
    Date,
    Edge,
    Fault,
    OneOf,
    Point,
    Relation,
    Unit,
    When,
    Window,
    anchors_of,
)

X = "x"


def date(text: str, conventions: Conventions | None = None) -> Date:
    found = read_date(text, conventions or Conventions())
    assert isinstance(found, When), found
    return found.readings[0].date


def point(edge: Edge, anchor: str = X) -> Point:
    return Point(anchor, edge, calendar=HISTORICAL)


def relation(text: str) -> Relation:
    found = date(text)
    assert isinstance(found, Relation), found
    return found


def written(point: Point | None) -> str:
    """A point in short: its edge, then months, days and hours, then the weekday it moves on to."""
    if point is None:
        return ""
    found = point.edge.value
    for count, unit in ((point.months, "m"), (point.days, "d"), (point.seconds // 3600, "h")):
        found += f" {count:+}{unit}" if count else ""
    return found + (f" >{point.weekday}" if point.weekday is not None else "")


CASES = [
    # text, earliest, latest, wide earliest, wide latest ("=" is as narrow)
    ("@x", "start", "end", "=", "="),
    ("during @x", "start", "end", "=", "="),
    ("before @x", "", "start", "=", "="),
    ("by @x", "", "end", "=", "="),
    ("no later than @x", "", "end", "=", "="),
    ("until @x", "", "end", "=", "="),
    ("after @x", "end", "", "=", "="),
    ("not before @x", "start", "", "=", "="),
    ("no earlier than @x", "start", "", "=", "="),
    ("since @x", "start", "", "=", "="),
    ("before the end of @x", "", "end", "=", "="),
    ("since the beginning of @x", "start", "", "=", "="),
    ("the day after @x", "next-day", "next-day +1d", "next-day -1d", "next-day +2d"),
    ("the next day after @x", "next-day", "next-day +1d", "next-day -1d", "next-day +2d"),
    ("2 days after @x", "next-day +1d", "next-day +2d", "next-day", "next-day +3d"),
    ("2 days before @x", "first-day -2d", "first-day -1d", "first-day -3d", "first-day"),
    ("the third day after @x", "next-day +2d", "next-day +3d", "next-day +1d", "next-day +4d"),
    ("3 days after @x, counted inclusively", "next-day +1d", "next-day +2d", "next-day", "next-day +3d"),
    ("a fortnight before @x", "first-day -14d", "first-day -13d", "first-day -21d", "first-day -6d"),
    ("within a week of @x", "first-day -7d", "next-day +7d", "first-day -11d", "next-day +11d"),
    ("within a week after @x", "end", "next-day +7d", "end", "next-day +11d"),
    ("within a week before @x", "first-day -7d", "start", "first-day -11d", "start"),
    ("at least 2 days after @x", "next-day +1d", "", "next-day", ""),
    ("at most 3 days after @x", "end", "next-day +3d", "end", "next-day +4d"),
    ("more than 2 days after @x", "next-day +2d", "", "next-day +1d", ""),
    ("3 to 5 days after @x", "next-day +2d", "next-day +5d", "next-day +1d", "next-day +6d"),
    ("about a fortnight after @x", "next-day +13d", "next-day +14d", "next-day -1d", "next-day +28d"),
    (
        "7 years and 3 months after @x",
        "last-day +87m",
        "last-day +87m +1d",
        "last-day +87m -15d",
        "last-day +87m +16d",
    ),
    ("2 years before @x", "first-day -24m", "first-day -24m +1d", "first-day -30m", "first-day -18m +1d"),
    ("6 hours after @x", "end +6h", "end +7h", "end +5h", "end +7h"),
    ("on the eve of @x", "first-day -1d", "first-day", "first-day -3d", "first-day +1d"),
    ("the same day as @x", "first-day", "next-day", "=", "="),
    ("the same month as @x", "month-start", "next-month", "=", "="),
    ("in the same year as @x", "year-start", "next-year", "=", "="),
    ("the year of @x", "year-start", "next-year", "=", "="),
    ("the same week as @x", "first-day -6d >0", "next-day >0", "=", "="),
    ("the following Monday after @x", "next-day >0", "next-day +1d >1", "=", "="),
    ("the Monday before @x", "first-day -7d >0", "first-day -6d >1", "=", "="),
    ("the year after @x", "next-year", "next-year +12m", "=", "="),
    ("the month before @x", "month-start -1m", "month-start", "=", "="),
    ("the second day of @x", "first-day +1d", "first-day +2d", "=", "="),
    ("the last day of @x", "last-day", "next-day", "=", "="),
    ("at the end of @x", "last-day", "next-day", "=", "="),
    ("in the third week after @x", "next-day +14d", "next-day +21d", "next-day +10d", "next-day +25d"),
    ("the 3rd year of @x", "first-day +24m", "last-day +36m", "first-day +18m", "last-day +42m"),
    ("aged 23, born @x", "first-day +276m", "last-day +288m", "first-day +270m", "last-day +294m"),
    ("aged 57 at @x", "first-day -696m +1d", "last-day -684m +1d", "first-day -702m +1d", "last-day -678m +1d"),
    ("the evening of @x", "first-day +18h", "last-day +24h", "first-day +17h", "last-day +25h"),
    ("2 days after (the day after @x)", "next-day +2d", "next-day +3d", "next-day", "next-day +5d"),
    (
        "2 days after the Monday after @x",
        "next-day +2d >2",
        "next-day +3d >3",
        "next-day +1d >1",
        "next-day +4d >4",
    ),
    ("by 3 days after @x", "", "next-day +3d", "", "next-day +4d"),
    ("not before the day after @x", "next-day", "", "next-day -1d", ""),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_relation_counts_from_the_edges_that_its_words_name(case: tuple[str, ...]) -> None:
    text, earliest, latest, wide_earliest, wide_latest = case
    found = relation(text)
    assert (written(found.earliest), written(found.latest)) == (earliest, latest)
    expected = (earliest if wide_earliest == "=" else wide_earliest, latest if wide_latest == "=" else wide_latest)
    assert (written(found.wide_earliest), written(found.wide_latest)) == expected


def test_a_relation_keeps_its_words() -> None:
    assert relation("7 years and 3 months after @accession").words == "7 years and 3 months after @accession"


def test_a_relation_joined_to_a_date_keeps_its_own_words() -> None:
    found = date("mid-February 1956, not before @congress-opens")
    assert isinstance(found, AllOf)
    window, limit = found.parts
    assert isinstance(window, Window)
    assert isinstance(limit, Relation)
    assert limit.words == "not before @congress-opens"


def test_ids_keep_their_capitals_and_dots() -> None:
    assert anchors_of(date("after @BB.LV-2 but before @Opening.")) == ("BB.LV-2", "Opening")


def test_between_two_events_is_after_one_and_before_the_other() -> None:
    found = relation("between @a and @b")
    assert found.earliest == point(Edge.END, "a")
    assert found.latest == point(Edge.START, "b")


def test_from_one_event_to_another_takes_in_both() -> None:
    found = relation("from @a to @b")
    assert found.earliest == point(Edge.START, "a")
    assert found.latest == point(Edge.END, "b")


def test_a_run_from_a_day_to_an_event_is_a_window_and_a_relation() -> None:
    found = date("between 3 May 1791 and @flight")
    assert isinstance(found, AllOf)
    window, limit = found.parts
    assert isinstance(window, Window) and window.narrow.stop is None
    assert isinstance(limit, Relation) and limit.latest == point(Edge.START, "flight")


def test_alternatives_of_relations_and_days_stay_apart() -> None:
    found = date("3 May 1791 or 7 May 1791 or the day after @x")
    assert isinstance(found, OneOf)
    assert [type(part) for part in found.parts] == [Window, Relation]
    window = found.parts[0]
    assert isinstance(window, Window) and len(window.narrow.spans) == 2


def test_the_calendar_and_year_style_of_the_claim_reach_the_points() -> None:
    found = date("the same year as @x", Conventions(calendar="julian", year_begins="25 March"))
    assert isinstance(found, Relation)
    assert found.earliest == Point("x", Edge.YEAR_START, calendar="julian", year_begins="25 March")


def test_a_time_of_day_has_the_unit_of_an_hour() -> None:
    assert relation("6 a.m. on the day after @x").unit is Unit.HOUR


@pytest.mark.parametrize(
    "text",
    [
        "1 month after (2 days after @x)",
        "2 days after (6 hours after @x)",
        "2 days after (before @x)",
        "2 days before (after @x)",
        "late @x",
        "the same decade as @x",
        "3 days after @x before @x",
    ],
)
def test_what_cannot_be_counted_from_an_event_is_refused_with_a_way_out(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault)
    assert found.remedy


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("3 days", "next-day +2d", "next-day +3d"),
        ("at least 2 days", "next-day +1d", ""),
        ("3 to 5 days", "next-day +2d", "next-day +5d"),
        ("about a fortnight", "next-day +13d", "next-day +14d"),
        ("a year and a half", "last-day +18m", "last-day +18m +1d"),
        ("не менее 2 дней", "next-day +1d", ""),
        ("полгода", "last-day +6m", "last-day +6m +1d"),
        ("two weeks", "next-day +13d", "next-day +14d"),
    ],
)
def test_a_length_of_time_is_so_long_after_its_anchor(text: str, earliest: str, latest: str) -> None:
    found = read_duration_after(text, "a")
    assert isinstance(found, When)
    (reading,) = found.readings
    assert isinstance(reading.date, Relation)
    assert (written(reading.date.earliest), written(reading.date.latest)) == (earliest, latest)
    assert anchors_of(reading.date) == ("a",)


@pytest.mark.parametrize(
    "text", ["", "3", "days", "3 days after @b", "3 May", "some days", "3 moons", "5 to 3 days"]
)
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    found = read_duration_after(text, "a")
    assert isinstance(found, Fault)
    assert found.text == text
    assert found.remedy


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ("2 days after {}", (6, 7)),
        ("the day after {}", (5, 6)),
        ("on the eve of {}", (3, 4)),
        ("the following Monday after {}", (8, 9)),
        ("within 3 days of {}", (1, 8)),
        ("the evening of {}", (4.75, 5)),
    ],
)
def test_a_relation_to_a_day_is_that_of_an_event_on_that_day(relative: str, absolute: tuple[float, float]) -> None:
    july = date("1 July 1776")
    assert isinstance(july, Window) and july.narrow.start is not None
    start = july.narrow.start + 3 * DAY
    of_event, of_day = relation(relative.format("@x")), date(relative.format("4 July 1776"))
    assert isinstance(of_day, Window)
    assert of_event.earliest is not None and of_event.latest is not None
    limits = [
        move(point, start if _from_start(point) else start + DAY) for point in (of_event.earliest, of_event.latest)
    ]
    assert limits == [of_day.narrow.start, of_day.narrow.stop]
    assert limits == [int(july.narrow.start + (day - 1) * DAY) for day in absolute]


def _from_start(point: Point) -> bool:
    return point.edge in (Edge.START, Edge.FIRST_DAY)
