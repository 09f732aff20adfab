"""Rules 11 to 14 of the meaning: relations, disjunctions and readings, narrow and wide."""

from __future__ import annotations

from datetime import date

import pytest
from casework import Case, case

# ------------------------------------------------------------------------------------------ 11: relations

# Counts of days are exact here unless a test says otherwise, so that each rule shows by itself.
ARMADA = """
defaults: {{tolerances: {{counted: {counted}, next-unit: none}}}}
questions:
  sailed:
    ask: When did the fleet sail?
    event: sailing
events:
  sailing: {{label: the fleet sails}}
  storm:
    label: the storm
{storm}
claims:
  pilot: {{{a}}}
  friar: {{{b}}}
"""


def armada(a: str, b: str, storm: str = "", counted: str = "none") -> Case:
    """Two claims on the sailing; `storm` is the date of the storm's record, if it has one."""
    record = f"    record: {{in: Ship's log, when: {storm}}}" if storm else ""
    return case(ARMADA.format(a=a, b=b, storm=record, counted=counted))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("before @storm", "during @storm", "contradicts"),
        ("before @storm", "after @storm", "contradicts"),
        ("before @storm", "not before @storm", "contradicts"),
        ("by @storm", "after @storm", "contradicts"),
        ("during @storm", "after @storm", "contradicts"),
        ("before @storm", "by @storm", "refines"),
        ("during @storm", "by @storm", "refines"),
        ("during @storm", "not before @storm", "refines"),
        ("after @storm", "not before @storm", "refines"),
        ("not before @storm", "after @storm", "refined-by"),
        ("by @storm", "not before @storm", "undetermined"),
        ("after @storm", "after @storm", "agrees"),
        ("the same day as @storm", "the day after @storm", "contradicts"),
        ("the day after @storm", "after @storm", "refines"),
        ("the day before @storm", "before @storm", "refines"),
        ("the day after @storm", "before @storm", "contradicts"),
    ],
)
def test_relations_to_an_event_of_unknown_date(a: str, b: str, expected: str) -> None:
    assert armada(f"when: {a}", f"when: {b}").verdict("pilot", "friar") == expected


def test_by_and_not_before_a_dated_event_overlap() -> None:
    found = armada("when: by @storm", "when: not before @storm", "1588-08-10")
    assert found.verdict("pilot", "friar") == "overlaps"


@pytest.mark.parametrize(
    ("relation", "day", "expected"),
    [
        ("the same day as @storm", "1588-08-10", "agrees"),
        ("the same day as @storm", "1588-08-11", "contradicts"),
        ("the same month as @storm", "1588-08-25", "refined-by"),
        ("the same month as @storm", "1588-09-01", "contradicts"),
        ("the same year as @storm", "1588-01-01", "refined-by"),
        ("the same year as @storm", "1589-01-01", "contradicts"),
        ("the day after @storm", "1588-08-11", "agrees"),
        ("the day after @storm", "1588-08-12", "contradicts"),
    ],
)
def test_calendar_units_of_a_dated_event(relation: str, day: str, expected: str) -> None:
    assert armada(f"when: {relation}", f"when: {day}", "1588-08-10").verdict("pilot", "friar") == expected


def test_the_same_year_is_a_year_of_the_calendar_of_the_claim() -> None:
    julian = armada("calendar: julian, when: the same year as @storm", "when: 1589-01-05", "1588-12-20")
    assert julian.verdict("pilot", "friar") == "refined-by"
    gregorian = armada("when: the same year as @storm", "when: 1589-01-05", "1588-12-20")
    assert gregorian.verdict("pilot", "friar") == "contradicts"


def test_the_same_year_is_a_year_of_the_year_style_of_the_claim() -> None:
    lady_day = armada('year-begins: 25 March, when: "the same year as @storm"', "when: 1589-02-01", "1588-08-10")
    assert lady_day.verdict("pilot", "friar") == "refined-by"


def test_the_eve_is_the_calendar_day_before_the_first_day() -> None:
    assert armada("when: the eve of @storm", "when: 1588-08-09", "1588-08-10").verdict("pilot", "friar") == (
        "refined-by"
    )


EXACTLY_THREE_DAYS = """
    record:
      - {in: Log, when: 1588-08-10/1588-08-12}
      - {in: Log, when: 1588-08-10/1588-08-12, extent: throughout}
"""


@pytest.mark.parametrize(
    ("relation", "day", "expected"),
    [
        ("ten days before @storm", "1588-07-31", "agrees"),
        ("ten days before @storm", "1588-08-02", "contradicts"),
        ("ten days after @storm", "1588-08-22", "agrees"),
        ("ten days after @storm", "1588-08-20", "contradicts"),
        ("the day before @storm", "1588-08-09", "agrees"),
        ("the day after @storm", "1588-08-13", "agrees"),
    ],
)
def test_days_are_counted_back_from_the_first_day_and_forward_from_the_last(
    relation: str, day: str, expected: str
) -> None:
    text = ARMADA.format(a=f"when: {relation}", b=f"when: {day}", storm=EXACTLY_THREE_DAYS, counted="none")
    assert case(text).verdict("pilot", "friar") == expected


def test_claims_that_name_one_anchor_share_its_unknown_day() -> None:
    for storm in ("", "1588-08"):
        found = armada("when: three days after @storm", "when: ten days after @storm", storm)
        assert found.verdict("pilot", "friar") == "contradicts"


def test_equal_displacements_agree_even_where_the_anchor_has_no_date() -> None:
    for storm in ("", "1588-08"):
        found = armada("when: three days after @storm", "when: three days after @storm", storm)
        assert found.verdict("pilot", "friar") == "agrees"


def test_a_relation_is_entailed_by_the_window_that_its_anchor_leaves_in_whole_days() -> None:
    storm = "1588-08-10/1588-08-12"
    assert armada("when: the day after @storm", "when: 1588-08-12", storm).verdict("pilot", "friar") == (
        "overlaps"
    )
    assert armada("when: the day after @storm", "when: 1588-08-11/1588-08-13", storm).verdict(
        "pilot", "friar"
    ) == ("refines")
    assert armada("when: the day after @storm", "when: 1588-08-14", storm).verdict("pilot", "friar") == (
        "contradicts"
    )


def test_a_day_without_an_hour_begins_at_midnight() -> None:
    before_dawn = "when: 1588-08-10T03:00:00/1588-08-10T04:00:00"
    found = armada(before_dawn, "when: not before @storm", "1588-08-10")
    assert found.verdict("pilot", "friar") != "contradicts"


def test_where_the_hour_is_said_it_matters() -> None:
    before_dawn = "when: 1588-08-10T03:00:00/1588-08-10T04:00:00"
    found = armada(before_dawn, "when: not before @storm", "in the daytime of 10 August 1588")
    assert found.verdict("pilot", "friar") == "contradicts"
    gap = found.pair("pilot", "friar").gap
    assert gap is not None and gap.days == 0


@pytest.mark.parametrize(
    ("storm", "relation", "day", "expected"),
    [
        ("10 August 1588", "before @storm, 10 August 1588", "10 August 1588", "refines"),
        ("9 a.m. on 10 August 1588", "before @storm, 10 August 1588", "10 August 1588", "refines"),
        ("9 a.m. on 10 August 1588", "before @storm, 10 August 1588", "7 a.m. on 10 August 1588", "refined-by"),
        ("9 a.m. on 10 August 1588", "within 6 hours after @storm", "10 August 1588", "refines"),
        ("9 a.m. on 10 August 1588", "30 hours after @storm", "afternoon of 11 August 1588", "refines"),
        ("9 a.m. on 10 August 1588", "the day after @storm", "11 August 1588", "agrees"),
    ],
)
def test_a_relation_is_entailed_to_the_hour_where_the_anchor_is_dated_by_hours(
    storm: str, relation: str, day: str, expected: str
) -> None:
    assert armada(f"when: '{relation}'", f"when: {day}", storm).verdict("pilot", "friar") == expected


# ---------------------------------------------------------------------------- 12: disjunctions, readings

# Days in EDTF stand beside months in words here, so both are of the calendar that EDTF is of.
CHARTER = """
defaults: {{calendar: gregorian}}
question: When was the charter granted?
claims:
  cartulary: {{{a}}}
  antiquary: {{{b}}}
"""


def charter(a: str, b: str) -> Case:
    return case(CHARTER.format(a=a, b=b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ('when: "[1180, 1190]"', "when: 1185", "contradicts"),
        ("when: 1180 or 1190", "when: 1185", "contradicts"),
        ('when: "[1180, 1190]"', "when: 1190", "refined-by"),
        ('when: "[1180, 1190]"', "when: 1184/1192", "overlaps"),
        ('when: "[1180, 1190]"', "when: 1180/1190", "refines"),
        ('when: "[1180, 1190]"', 'when: "[1180, 1185, 1190]"', "refines"),
        ('when: "[1180, 1190]"', 'when: "[1190, 1200]"', "overlaps"),
        ('when: "[1180, 1190]"', 'when: "[1170, 1200]"', "contradicts"),
        ('when: "[1180, 1181]"', "when: 1180-12/1181-01, extent: throughout", "refined-by"),
        ('when: "[1180, 1182]"', "when: 1180-12/1182-01, extent: throughout", "contradicts"),
        ('when: "[1180, 1181]"', "when: 1180/1181", "agrees"),
    ],
)
def test_a_disjunction_is_one_of_its_branches_and_abutting_branches_are_one(a: str, b: str, expected: str) -> None:
    assert charter(a, b).verdict("cartulary", "antiquary") == expected


def test_the_gap_to_a_disjunction_is_that_to_its_nearest_branch() -> None:
    gap = charter('when: "[1180, 1190]"', "when: 1188").pair("cartulary", "antiquary").gap
    assert gap is not None and gap.days == (date(1190, 1, 1) - date(1188, 12, 31)).days


def test_verdicts_are_those_of_the_first_reading_and_others_are_numbered() -> None:
    undone = charter("when: 1180, or-when: 1190", "when: 1190").pair("cartulary", "antiquary")
    assert (undone.verdict, undone.unless) == ("contradicts", (("cartulary#2",),))
    made = charter("when: 1190, or-when: 1180", "when: 1190").pair("cartulary", "antiquary")
    assert (made.verdict, made.if_bridge) == ("agrees", (("cartulary#2",),))


def test_further_readings_are_numbered_behind_those_of_the_wording() -> None:
    pair = charter("when: 3/4/1901, or-when: July 1901", "when: 1901-07-04").pair("cartulary", "antiquary")
    assert (pair.verdict, pair.unless) == ("contradicts", (("cartulary#3",),))


def test_what_is_said_otherwise_is_numbered_last() -> None:
    found = case(
        """
        question: When was the charter granted?
        events:
          assize: {label: the assize}
          council: {label: the council}
        bridges:
          one-meeting: {same: [assize, council]}
        claims:
          cartulary: {when: 1180, given: one-meeting, or-when: 1181, otherwise: {when: 1190}}
          antiquary: {when: 1190}
        """
    )
    pair = found.pair("cartulary", "antiquary")
    assert (pair.verdict, pair.unless) == ("contradicts", (("cartulary#3",),))


# ------------------------------------------------------------------------------- 13, 14: narrow and wide


@pytest.mark.parametrize(
    ("wording", "strained", "outside"),
    [
        ("mid-February 1190", "1190-02-06", "1190-02-05"),
        ("mid-February 1190", "1190-02-25", "1190-02-26"),
        ("late October 1190", "1190-10-16", "1190-10-15"),
        ("early October 1190", "1190-10-15", "1190-10-16"),
        ("early 1190", "1190-05", "1190-06"),
        ("summer 1190", "1190-05", "1190-04"),
        ("c. 1190", "1185", "1184"),
        ("c. 1190", "1195", "1196"),
        ("c. 1190–1192", "1197", "1198"),
        ("c. 13 February 1190", "1190-02-15", "1190-02-16"),
        ("c. June 1190", "1190-05", "1190-04"),
        ("the early 1190s", "1194", "1195"),
        ("1190~", "1195", "1196"),
    ],
)
def test_what_conflicts_on_the_narrow_reading_alone_is_strained(wording: str, strained: str, outside: str) -> None:
    near = charter(f"when: {wording}", f"when: {strained}").pair("cartulary", "antiquary")
    assert (near.verdict, near.strained) == ("overlaps", True)
    far = charter(f"when: {wording}", f"when: {outside}").pair("cartulary", "antiquary")
    assert (far.verdict, far.strained) == ("contradicts", False)


@pytest.mark.parametrize("edge", ["1190-11-01", "1190-09-30"])
def test_a_late_or_early_part_of_a_month_is_not_widened_beyond_the_month(edge: str) -> None:
    wording = "late October 1190" if edge > "1190-10" else "early October 1190"
    pair = charter(f"when: {wording}", f"when: {edge}").pair("cartulary", "antiquary")
    assert (pair.verdict, pair.strained) == ("contradicts", False)


def test_a_gap_is_that_of_the_wide_reading() -> None:
    gap = charter("when: mid-February 1190", "when: 1190-02-27").pair("cartulary", "antiquary").gap
    assert gap is not None and gap.days == 2


def test_a_claim_refines_only_if_it_does_on_both_readings() -> None:
    inside = charter("when: mid-February 1190", "when: 1190-02-15").pair("cartulary", "antiquary")
    assert (inside.verdict, inside.strained) == ("refined-by", False)
    narrow_only = charter("when: 1190-02-11/1190-02-20", "when: c. 19 February 1190")
    assert narrow_only.verdict("cartulary", "antiquary") == "overlaps"


def test_equal_vague_dates_agree() -> None:
    assert charter("when: c. 1190", "when: c. 1190").verdict("cartulary", "antiquary") == "agrees"


def test_a_vague_date_and_its_narrow_reading_do_not_agree() -> None:
    assert charter("when: mid-February 1190", "when: 1190-02-11/1190-02-20").verdict("cartulary", "antiquary") == (
        "refined-by"
    )


def test_a_stated_wide_reading_replaces_that_of_the_rule() -> None:
    tight = charter("when: mid-February 1190, wide: 1190-02-10/1190-02-21", "when: 1190-02-23")
    assert tight.verdict("cartulary", "antiquary") == "contradicts"
    loose = charter("when: mid-February 1190, wide: 1190-02", "when: 1190-02-27").pair("cartulary", "antiquary")
    assert (loose.verdict, loose.strained) == ("overlaps", True)


def test_the_eve_is_widened_to_the_days_before_and_the_day_itself() -> None:
    for day, expected, strained in (
        ("1588-08-10", "overlaps", True),
        ("1588-08-07", "overlaps", True),
        ("1588-08-06", "contradicts", False),
        ("1588-08-11", "contradicts", False),
    ):
        pair = armada("when: the eve of @storm", f"when: {day}", "1588-08-10").pair("pilot", "friar")
        assert (pair.verdict, pair.strained) == (expected, strained), day


def test_a_number_of_units_is_widened_by_half_the_smallest_and_at_least_a_day() -> None:
    for day, expected, strained in (
        ("1588-08-20", "refined-by", False),
        ("1588-08-21", "overlaps", True),
        ("1588-08-22", "contradicts", False),
    ):
        found = armada("when: ten days after @storm", f"when: {day}", "1588-08-10", counted="half")
        pair = found.pair("pilot", "friar")
        assert (pair.verdict, pair.strained) == (expected, strained), day


def test_given_dates_are_never_widened() -> None:
    found = armada("when: before @storm", "when: 1588-08-11", "c. 10 August 1588")
    pair = found.pair("pilot", "friar")
    assert (pair.verdict, pair.strained) == ("contradicts", False)


def test_exclusions_are_never_widened() -> None:
    found = case(
        """
        kinds:
          duel: {label: a duel is fought}
        events:
          pistols: {kinds: duel}
        claims:
          prefect: {none: duel, when: mid-February 1829}
          second: {event: pistols, when: 1829-02-22}
          surgeon: {event: pistols, when: 1829-02-12}
        """
    )
    assert found.verdict("prefect", "second") == "unlisted"
    assert found.verdict("prefect", "surgeon") == "contradicts"


def test_the_exclusion_inside_a_first_is_not_widened_by_widening_the_first() -> None:
    found = case(
        """
        kinds:
          duel: {label: a duel is fought}
        events:
          pistols: {kinds: duel}
        claims:
          gazette: {first: duel, when: mid-February 1829}
          surgeon: {event: pistols, when: 1829-02-08}
        """
    )
    pair = found.pair("gazette", "surgeon")
    assert (pair.verdict != "contradicts", pair.strained) == (True, True)


RECORDED = """
defaults: {{calendar: gregorian}}
questions:
  granted:
    ask: When was the charter granted?
    event: charter
events:
  charter: {{label: the charter is granted, record: {{in: Calendar of rolls, when: {record}}}}}
claims:
  antiquary: {{in: Antiquities, when: {claim}}}
"""


@pytest.mark.parametrize(
    ("claim", "record", "standing", "strained"),
    [
        ("mid-February 1190", "1190-02-15", "corroborated", False),
        ("mid-February 1190", "1190-02-22", "consistent", True),
        ("mid-February 1190", "1190-02-27", "contradicted", False),
        ("mid-February 1190", "c. 18 February 1190", "corroborated", False),
        ("1190-02-11/1190-02-20", "c. 22 February 1190", "consistent", True),
    ],
)
def test_records_under_test_are_widened_with_the_claims(
    claim: str, record: str, standing: str, strained: bool
) -> None:
    row = case(RECORDED.format(claim=claim, record=record)).row("antiquary")
    assert (row.verdict, row.strained) == (standing, strained)


def test_a_claim_is_corroborated_only_on_both_readings() -> None:
    row = case(RECORDED.format(claim="1190-02-11/1190-02-20", record="c. 19 February 1190")).row("antiquary")
    assert row.verdict != "corroborated"


def test_a_wide_reading_of_ones_own_widens_what_is_counted_from_an_event_too() -> None:
    wide = "'no earlier than 20 days before @storm, no later than 5 days before @storm'"
    a = f"when: 10 days before @storm, wide: {wide}"
    for day, expected in (("1588-07-16", "overlaps"), ("1588-07-30", "contradicts")):
        found = armada(a, f"when: {day}", storm="1588-08-01")
        assert found.verdict("pilot", "friar") == expected
        assert found.pair("pilot", "friar").strained is (expected == "overlaps")
