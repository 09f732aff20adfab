"""Rule 8 of the meaning: dates of two ends, values at some time within a month or more, starts on one day."""

from __future__ import annotations

import pytest
from casework import Case, case

REIGN = """
questions:
  king: {{ask: Who was king?, role: king, of: the realm}}
events:
  crowning: {{label: the crowning, record: {{in: Roll, when: 25 December 1066}}}}
  burial: {{label: the burial, record: {{in: Roll 2, when: 5 January 1066}}}}
claims:
  annals: {{in: Annals, answers: king, value: {first}, {a}}}
  chronicle: {{in: Chronicle, answers: king, value: {second}, {b}}}
bridges:
  for-life: {{says: there is one king for ever, permanent: king}}
"""


def reign(a: str, b: str, first: str = "William", second: str = "Rufus", **options: tuple[str, ...]) -> Case:
    return case(REIGN.format(a=a, b=b, first=first, second=second), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected", "days"),
    [
        ("when: 1066–1087", "when: 1087–1100", "differs-in-time", None),
        ("when: from 1066 to 1087", "when: 1087/1100", "differs-in-time", None),
        ("when: from December 1066 to 9 September 1087", "when: 26 September 1087–1100", "differs-in-time", None),
        ("when: until 1087", "when: since 1088", "differs-in-time", None),
        ("when: until 1087", "when: since 1087", "overlaps", None),  # either may have come first, within the year
        ("when: 1066/1087", "when: 1087/..", "differs-in-time", None),
        ("when: from 1066 to @crowning", "when: from @crowning to 1100", "differs-in-time", None),
        ("when: from 1065 to @crowning", "from: '@crowning'", "differs-in-time", None),
        ("when: 1066–1087", "when: 1086–1100", "contradicts", 1),
        ("when: 1066–1087", "when: 1085–1100", "contradicts", 366),
        ("when: 1066–1087", "from: 1087", "differs-in-time", None),
        ("when: 1066–1087", "from: 1070", "contradicts", 1097),
        ("when: 3–6 May 1066", "when: 6–9 May 1066", "differs-in-time", None),
        ("when: 3–6 May 1066", "when: 5–9 May 1066", "contradicts", 1),
        ("when: 6 May 1066", "when: 6–9 May 1066", "contradicts", 1),
        # A window is no date of two ends: each held at some time within it.
        ("when: between 1066 and 1087", "when: between 1085 and 1100", "overlaps", None),
        ("when: '[1066, 1087]'", "when: 1085–1100", "differs-in-time", None),  # so it was in 1066
        ("when: '[1066, 1087]'", "when: 1086–1087", "overlaps", None),
        # One unit of a month or more: at some time within it. A day is held throughout.
        ("when: 1066", "when: 1066", "overlaps", None),
        ("when: 1066", "when: 1066–1087", "differs-in-time", None),
        ("when: January 1066", "when: 1066", "overlaps", None),
        ("when: 5 January 1066", "when: 5 January 1066", "contradicts", 1),
        ("when: 1066", "when: 1067", "differs-in-time", None),
    ],
)
def test_rival_values_follow_each_other_at_the_grain_of_their_ends(
    a: str, b: str, expected: str, days: int | None
) -> None:
    pair = reign(a, b).pair("annals", "chronicle")
    assert (pair.verdict.value, pair.dimension) == (expected, "value")
    assert (pair.gap.days if pair.gap is not None else None) == days


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 1066–1087", "when: 1070", "refines"),
        ("when: 1066–1087", "when: 1065", "overlaps"),
        ("note: ever", "when: 1070", "refines"),
        ("when: 1066–1087", "note: ever", "overlaps"),
        ("note: ever", "note: ever", "refines"),
    ],
)
def test_who_gives_a_value_denies_another_that_is_left_no_time(a: str, b: str, expected: str) -> None:
    assert reign(a, f"{b}, stance: denies").verdict("annals", "chronicle") == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 1066–1087", "when: 1066–1087", "agrees"),
        ("when: 1066–1087", "when: 1066–1088", "contradicts"),
        ("when: 1066–1087", "when: 1065–1087", "contradicts"),
        ("when: 25 December 1066–1087", "when: 1066–1087", "refines"),
        ("when: 1066–1087", "when: between 1066 and 1087", "refines"),
        ("when: 1066–1087", "when: 1066", "refines"),
        ("when: 1066–1087", "when: 1070", "refines"),
        ("when: 1066–1087", "when: 3 May 1070", "refines"),
        ("when: 1066–1087", "when: 3 May 1066", "overlaps"),
        ("when: 1066", "when: 1067", "overlaps"),
        ("when: 3 May 1066", "when: May 1066", "refines"),
        # At some time within 1066 is no word on when it began or ceased; since 1066 is from 1066 on.
        ("when: 1066", "when: since 1066", "refined-by"),
        ("when: until 1087", "when: 1087", "refines"),
        ("when: since 1066", "from: 1066", "agrees"),
        ("when: 1066–1087", "when: since 1066", "refines"),
        ("when: 1066–1087, stance: denies", "when: 1070", "contradicts"),
        ("when: 1066–1087, stance: denies", "when: 1090", "differs-in-time"),
    ],
)
def test_two_dates_of_one_value(a: str, b: str, expected: str) -> None:
    assert reign(a, b, second="William").verdict("annals", "chronicle") == expected


def test_who_held_an_office_twice_is_told_of_twice() -> None:
    found = case(
        """
        questions:
          king: {ask: Who was king?, role: king, of: England}
        claims:
          both:
            in: A
            answers: king
            value: Henry VI
            when: 1422–1461
            also: [{answers: king, value: Henry VI, when: 1470–1471}]
          first: {in: B, answers: king, value: Henry VI, when: 1422–1461}
          second: {in: C, answers: king, value: Henry VI, when: 1470–1471}
          slip: {in: D, answers: king, value: Henry VI, when: 1470–1472}
        """
    )
    assert found.verdict("both", "first") == found.verdict("both", "second") == "refines"
    assert found.verdict("first", "second") == "contradicts"  # each of them names one reign
    assert found.verdict("both", "slip") == "contradicts"
    assert found.standing("both") != "inconsistent-with-itself"


@pytest.mark.parametrize(
    ("a", "b", "expected", "strained"),
    [
        ("from: '@crowning'", "from: '@crowning'", "contradicts", False),  # one event
        ("from: 25 December 1066", "from: 25 December 1066", "contradicts", False),  # one wording
        ("from: 25 December 1066", "from: Christmas 1066", "contradicts", False),  # one window
        ("from: 1066", "from: 1066", "contradicts", False),
        ("from: the day after @crowning", "from: the day after @crowning", "contradicts", False),
        ("from: '@crowning'", "from: 25 December 1066", "overlaps", True),  # an event, and its day
        ("from: '@crowning'", "from: 1066", "overlaps", False),  # more than a day
        ("from: '@crowning'", "from: 26 December 1066", "differs-in-time", False),
        ("from: '@burial'", "from: '@crowning'", "differs-in-time", False),
    ],
)
def test_equal_starts_are_those_of_one_event_or_of_one_date(a: str, b: str, expected: str, strained: bool) -> None:
    pair = reign(a, b).pair("annals", "chronicle")
    assert (pair.verdict.value, pair.strained) == (expected, strained)


def test_two_events_of_one_day_are_not_one_start_and_their_order_decides() -> None:
    text = """
        questions:
          speaker: {{ask: Who was to speak?, role: speaker, of: report}}
        events:
          sitting: {{label: the sitting, record: {{in: Minutes 1, when: 9 February 1956}}}}
          plenum: {{label: the plenum, {after}record: {{in: Minutes 2, when: 9 February 1956}}}}
        claims:
          one: {{in: A, answers: speaker, value: Pospelov, from: "@sitting"}}
          other: {{in: B, answers: speaker, value: Khrushchev, from: "@plenum"}}
        """
    pair = case(text.format(after="")).pair("one", "other")
    assert (pair.verdict.value, pair.strained) == ("overlaps", True)
    pair = case(text.format(after="after: [sitting], ")).pair("one", "other")
    assert (pair.verdict.value, pair.strained) == ("differs-in-time", False)


def test_a_permanent_role_makes_any_two_rivals_contradict() -> None:
    for a, b in (
        ("when: 1066–1087", "when: 1087–1100"),
        ("when: 1066", "when: 1067"),
        ("from: 1066", "when: 1050"),
    ):
        assert reign(a, b).verdict("annals", "chronicle") == "differs-in-time"
        assert reign(a, b, bridges=("for-life",)).verdict("annals", "chronicle") == "contradicts"
    same = reign("when: 1066", "when: 1067", second="William", bridges=("for-life",))
    assert same.verdict("annals", "chronicle") == "overlaps"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 1618–1648", "when: 1618–1648", "agrees"),
        ("when: 23 May 1618–24 October 1648", "when: 1618–1648", "refines"),
        ("when: 1618–1648", "when: 1617–1648", "contradicts"),
        (
            "when: 1618–1648",
            "when: between 1620 and 1640",
            "refines",
        ),  # throughout a window: that, and perhaps more
        ("when: 1618–1648", "when: 1630", "refines"),
        ("when: 1618", "when: 1619", "overlaps"),
    ],
)
def test_a_war_that_lasted_from_one_year_to_another_began_within_the_one(a: str, b: str, expected: str) -> None:
    found = case(
        f"""
        events:
          war: {{label: the war}}
        claims:
          school: {{event: war, {a}, extent: throughout}}
          treaty: {{event: war, {b}, extent: throughout}}
        """
    )
    assert found.verdict("school", "treaty") == expected


def test_a_record_of_two_ends_lends_them_to_what_counts_from_it() -> None:
    found = case(
        """
        events:
          siege: {label: the siege, record: {in: Annals, when: 1187–1191, extent: throughout}}
          relief: {label: the relief}
        claims:
          friar: {event: relief, when: after @siege}
          pilot: {event: relief, when: 1190}
          monk: {event: relief, when: 1191}
        """
    )
    assert found.verdict("friar", "pilot") == "contradicts"
    assert found.verdict("friar", "monk") == "overlaps"
