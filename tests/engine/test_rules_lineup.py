"""Rules 20 to 22 of the meaning: how claims stand to the record, what bears on them, and independence."""

from __future__ import annotations

import pytest
from casework import Case, case

# ------------------------------------------------------------------------------------------ 20: standings

FOUNDED = """
questions:
  founded:
    ask: When was the college founded?
    event: foundation
sources:
  statutes: {{type: archival, title: Statutes}}
  charter-roll: {{type: archival, title: Charter roll}}
  history: {{type: study, title: History of the college}}
events:
  foundation: {{label: the college is founded, record: {record}}}
  visitation: {{label: a visitation, record: {{in: statutes f. 2, when: 1263}}}}
claims:
  historian: {{in: history p. 4, when: {when}}}
"""


def founded(when: str, record: str = "{in: charter-roll m. 3, when: 1264-01}") -> Case:
    return case(FOUNDED.format(when=when, record=record))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("1264", "corroborated"),
        ("1264-01", "corroborated"),
        ("1263", "contradicted"),
        ("7 January 1264", "consistent"),
    ],
)
def test_a_claim_on_an_event_against_a_record_of_it(when: str, expected: str) -> None:
    found = founded(when)
    assert found.standing("historian") == expected
    assert set(found.bearing("historian")) == {"foundation"}


def test_every_record_that_bears_out_as_much_of_a_claim_is_named() -> None:
    two = "[{in: charter-roll m. 3, when: 1264-01}, {in: statutes f. 1, when: 1264-01-10/1264-01-20}]"
    found = founded("1264-01-15/1264-03", two)
    assert found.bearing("historian") == {
        "foundation/1": "corroborates-in-part",
        "foundation/2": "corroborates-in-part",
    }


def test_a_claim_of_which_the_record_shows_one_limit_is_corroborated_in_part() -> None:
    found = founded("../1264-01-15", "{in: charter-roll m. 3, when: 1264-01}")
    assert found.standing("historian") == "consistent"
    later = founded("1264-01-15/1264-03", "{in: charter-roll m. 3, when: 1264-01}")
    assert (later.standing("historian"), later.row("historian").in_part) == (
        "corroborated-in-part",
        ("not-later",),
    )
    earlier = founded("1263-12/1264-01-15", "{in: charter-roll m. 3, when: 1264-01}")
    assert (earlier.standing("historian"), earlier.row("historian").in_part) == (
        "corroborated-in-part",
        ("not-earlier",),
    )


IN_CONFLICT = "[{in: charter-roll m. 3, when: 1264}, {in: statutes f. 9, when: 1274}]"


def test_records_that_conflict_contest_and_neither_contradict_nor_corroborate() -> None:
    for when in ("1264", "1274", "1250"):
        row = founded(when, IN_CONFLICT).row("historian")
        assert row.verdict == "contested", when
        assert row.independence is None


def test_records_in_conflict_do_not_touch_other_claims() -> None:
    found = case(
        FOUNDED.format(when="1264", record=IN_CONFLICT)
        + """
  poet: {event: visitation, when: 1263}
  priest: {event: visitation, when: 1262}
"""
    )
    assert found.standing("poet") == "corroborated"
    assert found.standing("priest") == "contradicted"
    assert found.bearing("priest") == {"visitation": "contradicts"}


def test_a_claim_is_contradicted_if_an_uncontested_record_does_it() -> None:
    found = case(
        """
        events:
          foundation:
            label: the college is founded
            record:
              - {in: Charter roll, when: 1264}
              - {in: Statutes, when: 1274}
              - {in: Chronicle, when: 1260/1280}
        claims:
          historian: {event: foundation, when: 1250}
        """
    )
    assert found.standing("historian") == "contradicted"
    assert found.bearing("historian")["foundation/3"] == "contradicts"


def test_what_bears_only_in_the_claims_own_source_is_no_independent_record() -> None:
    assert founded("1264", "{in: history p. 4, when: 1264}").standing("historian") == "no-independent-record"
    assert founded("1264", "{in: history p. 90, when: 1264}").standing("historian") == "no-independent-record"


def test_a_source_can_contradict_itself() -> None:
    assert founded("1263", "{in: history p. 90, when: 1264}").standing("historian") == "contradicted"


def test_what_nothing_bears_on_is_known_only_through_the_claimant() -> None:
    found = case(
        """
        question: When did he see the comet?
        events:
          feast: {label: a feast, record: {in: Calendar, when: 1066-04-24}}
        claims:
          monk: {when: the day after @feast}
        """
    )
    row = found.row("monk")
    assert (row.verdict, row.records) == ("known-only-through-the-claimant", ())
    assert row.given == ("feast",)


def test_an_event_known_only_through_a_claimant_corroborates_nobody() -> None:
    found = case(
        """
        kinds:
          comet: {label: a comet is seen}
        events:
          sighting: {kinds: comet}
        claims:
          monk: {event: sighting, when: 1066-04-24}
          abbot: {first: comet, when: 1066}
        """
    )
    assert found.standing("monk") == "known-only-through-the-claimant"
    assert found.standing("abbot") == "known-only-through-the-claimant"


def test_what_the_record_leaves_open_is_consistent() -> None:
    assert founded("7 January 1264").standing("historian") == "consistent"
    assert founded("7 January 1264").bearing("historian") == {"foundation": "consistent"}


def test_a_trusted_claim_tests_others_and_never_itself() -> None:
    text = """
        sources:
          history: {type: study}
          survey: {type: study}
        events:
          foundation: {label: the college is founded}
        claims:
          historian: {in: history p. 4, event: foundation, when: 1264}
          surveyor: {in: survey p. 1, event: foundation, when: 1265}
          guide: {in: survey p. 2, event: foundation, when: 1264}
        """
    assert case(text).standing("surveyor") == "known-only-through-the-claimant"
    found = case(text, trust=("history",))
    assert found.standing("historian") == "known-only-through-the-claimant"
    assert found.standing("surveyor") == "contradicted"
    assert found.bearing("surveyor") == {"historian": "contradicts"}
    assert found.standing("guide") == "corroborated"


def test_a_record_under_which_a_bridge_would_contradict_is_named_with_it() -> None:
    text = """
        bridges:
          one-school: {same: [college, hall]}
        events:
          college: {label: the college is founded}
          hall: {label: the hall is founded, record: {in: Rental, when: 1280}}
        claims:
          historian: {event: college, when: 1264}
        """
    row = case(text).row("historian")
    assert (row.verdict, row.if_bridge) == ("known-only-through-the-claimant", (("one-school",),))
    granted = case(text, bridges=("one-school",))
    assert granted.standing("historian") == "contradicted"
    assert granted.bearing("historian") == {"hall": "contradicts"}


def test_a_bridge_that_sets_records_at_odds_is_a_condition_only_of_what_clashes_with_one_of_them() -> None:
    text = """
        bridges:
          one-school: {same: [college, hall]}
        events:
          college: {label: the college is founded, record: {in: Charter, when: 1264}}
          hall: {label: the hall is founded, record: {in: Rental, when: 1280}}
          fair: {label: a fair is held, record: {in: Roll, when: a year after @college}}
        claims:
          historian: {event: college, when: 1264/1270}
          vague: {event: college, when: 1260/1290}
          trader: {event: fair, when: after @college}
        """
    found = case(text)
    assert found.row("historian").if_bridge == (("one-school",),)
    assert found.row("vague").if_bridge == ()
    assert found.row("trader").if_bridge == ()
    granted = case(text, bridges=("one-school",))
    assert [granted.standing(claim) for claim in ("historian", "vague")] == ["contested", "consistent"]


# ----------------------------------------------------------------------------------------- 21: what bears

FIRST = """
kinds:
  school: {{label: a school teaches law}}
  chair: {{label: a chair of law, broader: school}}
  degree: {{label: a degree in law is given, presupposes: school}}
  fair: {{label: a fair is held}}
sources:
  book: {{type: study}}
events:
  irnerius: {{kinds: chair, record: {{in: Placitum, {record}}}}}
  other: {{kinds: fair, record: {{in: Rental, when: 1088}}}}
claims:
  jurist: {{in: book, first: school, when: 1088/1100}}
"""


def first(record: str) -> Case:
    return case(FIRST.format(record=record))


@pytest.mark.parametrize(
    ("record", "standing", "in_part"),
    [
        ("when: 1080", "contradicted", ()),
        ("when: 1090", "corroborated-in-part", ("within-date",)),
        ("when: 1085/1100", "corroborated-in-part", ("not-later",)),
        ("when: 1085/1110", "consistent", ()),
        ("when: 1090, first: school", "corroborated", ()),
    ],
)
def test_a_first_is_refuted_by_an_earlier_record_and_borne_out_in_part_by_others(
    record: str, standing: str, in_part: tuple[str, ...]
) -> None:
    row = first(record).row("jurist")
    assert (row.verdict, row.in_part) == (standing, in_part)


@pytest.mark.parametrize(
    ("until", "standing", "in_part"),
    [
        ("before 1088", "corroborated-in-part", ("none-before",)),
        ("before 1080", "consistent", ()),
        ("before 1101", "contradicted", ()),
    ],
)
def test_a_first_is_borne_out_in_part_by_a_record_that_there_was_none_before(
    until: str, standing: str, in_part: tuple[str, ...]
) -> None:
    found = case(
        f"""
        kinds:
          school: {{label: a school teaches law}}
        events:
          inquiry: {{label: an inquiry, record: {{in: Placitum, when: {until}, none: school}}}}
        claims:
          jurist: {{first: school, when: 1088/1100}}
        """
    )
    row = found.row("jurist")
    assert (row.verdict, row.in_part) == (standing, in_part)


def test_a_record_later_than_a_first_does_not_bear_on_it() -> None:
    found = first("when: 1120")
    assert found.standing("jurist") == "known-only-through-the-claimant"
    assert found.bearing("jurist") == {}


def test_a_record_earlier_than_a_last_does_not_bear_on_it() -> None:
    text = """
        kinds:
          fair: {label: a fair is held}
        events:
          summer-fair: {kinds: fair, record: {in: Rolls, when: RECORD}}
        claims:
          antiquary: {last: fair, when: 1700}
        """
    earlier = case(text.replace("RECORD", "1650"))
    assert earlier.standing("antiquary") == "known-only-through-the-claimant"
    later = case(text.replace("RECORD", "1710"))
    assert later.standing("antiquary") == "contradicted"
    within = case(text.replace("RECORD", "1700-07")).row("antiquary")
    assert (within.verdict, within.in_part) == ("corroborated-in-part", ("within-date",))


def test_on_a_kind_bear_records_of_it_of_narrower_kinds_and_of_kinds_that_presuppose_it() -> None:
    found = case(
        """
        kinds:
          school: {label: a school teaches}
          law-school: {label: a school teaches law, broader: school}
          degree: {label: a degree is given, presupposes: school}
          institution: {label: an institution}
        events:
          a-school: {kinds: school, record: {in: Rolls, when: 1140/1160}}
          a-law-school: {kinds: law-school, record: {in: Rolls, when: 1140/1160}}
          a-degree: {kinds: degree, record: {in: Rolls, when: 1140/1160}}
          an-institution: {kinds: institution, record: {in: Rolls, when: 1140/1160}}
        claims:
          jurist: {kind: school, when: 1150}
        """
    )
    assert set(found.bearing("jurist")) == {"a-school", "a-law-school", "a-degree"}


def test_on_a_value_bear_records_of_values_of_the_same_role_and_subject() -> None:
    found = case(
        """
        events:
          election: {role: rector, of: university, value: Otto, record: {in: Matricula, when: 1420-06-01}}
          other-election: {role: rector, of: academy, value: Karl, record: {in: Matricula, when: 1420-06-01}}
          dean-election: {role: dean, of: university, value: Emil, record: {in: Matricula, when: 1420-06-01}}
        claims:
          jurist: {role: rector, of: university, value: Otto, from: 1420}
        """
    )
    assert set(found.bearing("jurist")) == {"election"}


def test_being_an_anchor_does_not_stop_a_record_from_bearing() -> None:
    found = case(
        """
        kinds:
          council: {label: a council meets}
        events:
          synod: {kinds: council, record: {in: Acts, when: 1215-11-11}}
        claims:
          canonist: {first: council, when: after @synod}
        """
    )
    row = found.row("canonist")
    assert row.verdict == "contradicted"
    assert dict(row.records) == {"synod": "contradicts"}


def test_records_that_refute_a_claim_through_a_chain_are_listed_with_it() -> None:
    found = case(
        """
        events:
          draft: {label: the draft}
          council: {label: the council, after: [draft], record: {in: Acts, when: 1215-11-11}}
        claims:
          canonist: {event: draft, when: 1216}
        """
    )
    row = found.row("canonist")
    assert row.verdict == "contradicted"
    assert dict(row.records) == {"council": "contradicts"}


WHETHER = """
kinds:
  synod: {label: a synod meets}
questions:
  met: {ask: Did a synod meet?, whether: synod}
events:
  gathering: {kinds: synod, record: {in: Acts, when: 1215-11-11}}
claims:
"""


def test_existence_is_borne_out_where_the_question_is_whether() -> None:
    found = case(
        WHETHER
        + """
  plain: {value: yes}
  dated: {value: yes, when: 1215}
  misdated: {value: yes, when: 1214}
  denier: {value: no}
"""
    )
    assert found.standing("plain") == "corroborated"
    assert found.standing("dated") == "corroborated"
    assert found.row("misdated").in_part == ("existence",)
    assert found.standing("denier") == "contradicted"


def test_bare_existence_does_not_bear_out_a_date() -> None:
    found = case(
        """
        question: When did the synod meet?
        events:
          question: {label: the synod, record: {in: Acts}}
        claims:
          canonist: {when: 1215}
          doctor: {event: question}
        """
    )
    assert (found.standing("canonist"), found.row("canonist").in_part) == ("consistent", ())
    assert found.standing("doctor") == "corroborated"


def test_a_value_is_borne_out_in_part_where_its_date_is_not() -> None:
    found = case(
        """
        events:
          election: {role: rector, of: university, value: Otto, record: {in: Matricula, when: 1420}}
        claims:
          jurist: {role: rector, of: university, value: Otto, from: 1420-06-01}
        """
    )
    row = found.row("jurist")
    assert (row.verdict, row.in_part) == ("corroborated-in-part", ("value",))


def test_a_claim_of_two_parts_is_borne_out_in_full_only_if_both_are() -> None:
    found = case(
        """
        events:
          synod: {label: a synod, record: {in: Acts, when: 1215-11-11}}
          decree: {label: a decree, record: {in: Acts 2, when: 1215/1220}}
        claims:
          canonist: {event: synod, when: 1215, also: {event: decree, when: 1216}}
          doctor: {event: synod, when: 1215, also: {event: decree, when: 1210/1220}}
        """
    )
    assert found.standing("canonist") == "corroborated-in-part"
    assert found.standing("doctor") == "corroborated"


def test_an_exclusion_is_borne_out_by_a_record_of_an_exclusion_alone() -> None:
    text = """
        kinds:
          flood: {label: the river floods}
        events:
          survey: {label: a survey, record: {in: Survey, when: WHEN, none: flood}}
        claims:
          miller: {none: flood, when: 1342}
        """
    assert case(text.replace("WHEN", "1340/1345")).standing("miller") == "corroborated"
    assert case(text.replace("WHEN", "1342-01/1342-06")).standing("miller") == "consistent"
    silent = text.replace("WHEN", "1340/1345").replace(", none: flood", "")
    assert case(silent).standing("miller") == "known-only-through-the-claimant"


# ---------------------------------------------------------------------------------------- 22: independence

SOURCES = """
kinds:
  relic: {{label: a relic is shown}}
sources:
  chronicle: {{type: memoir, through: edition{chronicle}}}
  legend: {{type: study, through: edition{legend}}}
  edition: {{type: study}}
  lost-annals: {{type: archival}}
events:
  showing: {{kinds: relic, record: {{in: legend p. 5, when: 1150-07{record}}}}}
claims:
  monk: {{in: chronicle p. 5, event: showing, when: 1150}}
"""


def monk(chronicle: str = "", legend: str = "", record: str = "") -> Case:
    return case(SOURCES.format(chronicle=chronicle, legend=legend, record=record))


def test_independence_that_is_not_stated_is_not_shown_and_relays_are_told_beside_it() -> None:
    row = monk().row("monk")
    assert (row.verdict, row.independence, row.relays) == ("corroborated", "not-shown", ("edition",))


def test_independence_can_be_stated_of_the_source_or_of_the_record() -> None:
    for found in (
        monk(chronicle=", independent-of: legend"),
        monk(legend=", independent-of: chronicle"),
        monk(record=", independent-of: chronicle"),
    ):
        assert found.row("monk").independence == "stated"


@pytest.mark.parametrize(
    ("chronicle", "legend"),
    [
        (", rests-on: lost-annals", ", rests-on: lost-annals"),
        (", rests-on: legend", ""),
        ("", ", rests-on: chronicle"),
    ],
)
def test_a_shared_root_makes_dependent_and_counts_for_nothing(chronicle: str, legend: str) -> None:
    row = monk(chronicle, legend).row("monk")
    assert row.verdict not in ("corroborated", "corroborated-in-part")
    assert row.independence == "dependent"


def test_a_relay_alone_never_makes_dependent() -> None:
    assert monk(chronicle=", rests-on: lost-annals").row("monk").independence == "not-shown"


def test_a_dependent_record_can_still_contradict() -> None:
    found = case(
        """
        sources:
          chronicle: {type: memoir, rests-on: legend}
          legend: {type: study}
        events:
          showing: {label: a relic is shown, record: {in: legend p. 5, when: 1151}}
        claims:
          monk: {in: chronicle p. 5, event: showing, when: 1150}
        """
    )
    assert found.standing("monk") == "contradicted"


def test_one_independent_record_suffices_beside_dependent_ones() -> None:
    found = case(
        """
        sources:
          chronicle: {type: memoir, rests-on: legend}
          legend: {type: study}
          inventory: {type: archival}
        events:
          showing:
            label: a relic is shown
            record: [{in: legend p. 5, when: 1150-07}, {in: inventory f. 1, when: 1150-07}]
        claims:
          monk: {in: chronicle p. 5, event: showing, when: 1150}
        """
    )
    row = found.row("monk")
    assert (row.verdict, row.independence) == ("corroborated", "not-shown")


def test_a_record_of_the_same_kind_at_the_same_place_is_the_same_sentence() -> None:
    found = case(
        """
        kinds:
          relic: {label: a relic is shown}
        sources:
          legend: {type: study}
        events:
          showing: {kinds: relic, record: {in: legend p. 5, when: 1150-07}}
        claims:
          monk: {in: legend p. 5, kind: relic, when: 1150}
        """
    )
    assert found.standing("monk") == "no-independent-record"


def test_a_relay_is_shared_only_if_every_record_that_bears_it_out_came_through_it() -> None:
    found = case(
        """
        sources:
          edition: {type: edition}
          chronicle: {type: memoir, through: edition}
          rolls: {type: archival, through: edition}
          inventory: {type: archival}
        events:
          showing:
            label: a relic is shown
            record: [{in: rolls m. 2, when: 1150-07}, {in: inventory f. 1, when: 1150-07}]
        claims:
          monk: {in: chronicle p. 5, event: showing, when: 1150}
        """
    )
    row = found.row("monk")
    assert (row.verdict, row.relays) == ("corroborated", ())
