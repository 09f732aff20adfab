"""Rules 16 to 19 of the meaning: entailment, verdicts on pairs, dimensions and gaps, bridges and readings."""

from __future__ import annotations

from datetime import date

import pytest
from casework import Case, case

# ------------------------------------------------------------------------------------ 16, 17: the verdicts

RAID = """
defaults: {{calendar: gregorian}}  # EDTF days beside days in words
question: When was the monastery raided?
events:
  council: {{label: the council}}
claims:
  annals: {{{a}}}
  life: {{{b}}}
"""


def raid(a: str, b: str) -> Case:
    return case(RAID.format(a=a, b=b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 0793-06-08", "when: 0793-06-08", "agrees"),
        ("when: 0793-06-08", "when: 0793", "refines"),
        ("when: 0793", "when: 0793-06-08", "refined-by"),
        ("when: 0793/0795", "when: 0794/0796", "overlaps"),
        ("when: 0793", "when: 0794", "contradicts"),
        ("when: before 793", "when: 0790", "refined-by"),
        ("when: before 793", "when: 0790/0796", "overlaps"),
        ("when: before 793", "when: after 791", "overlaps"),
        ("when: before 793", "when: 0793", "contradicts"),
        ("when: before @council", "when: 0793", "undetermined"),
        ("when: before @council", "when: after @council", "contradicts"),
        ("when: 0793-06-08T18:00:00/0793-06-08T20:00:00", "when: 0793-06-08", "refines"),
        ("when: evening of 8 June 793", "when: 0793-06-08", "refines"),
        ("when: morning of 8 June 793", "when: evening of 8 June 793", "contradicts"),
    ],
)
def test_two_dates_of_one_event(a: str, b: str, expected: str) -> None:
    assert raid(a, b).verdict("annals", "life") == expected


def test_a_date_refines_bare_existence() -> None:
    found = case(
        """
        events:
          raid: {label: the monastery is raided}
        claims:
          annals: {event: raid}
          life: {event: raid, when: 0793}
          letter: {event: raid}
        """
    )
    assert found.verdict("annals", "life") == "refined-by"
    assert found.verdict("annals", "letter") == "agrees"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 0793", "when: 0794", "contradicts"),
        ("when: 0793-06", "when: 0793", "refines"),
        ("when: 0793", "when: 0793", "agrees"),
        ("when: 0793/0795", "when: 0794/0796", "overlaps"),
    ],
)
@pytest.mark.parametrize("part", ["first", "last"])
def test_two_dates_of_one_first_or_last(a: str, b: str, expected: str, part: str) -> None:
    found = case(
        f"""
        kinds:
          raid: {{label: a monastery is raided}}
        questions:
          raided: {{ask: When was a monastery raided?, {part}: raid}}
        claims:
          annals: {{{a}}}
          life: {{{b}}}
        """
    )
    assert found.verdict("annals", "life") == expected


def test_two_dates_of_some_event_of_a_kind_do_not_contradict() -> None:
    found = case(
        """
        kinds:
          raid: {label: a monastery is raided}
        claims:
          annals: {kind: raid, when: 0793}
          life: {kind: raid, when: 0794}
          saga: {kind: raid, when: 0793-06}
        """
    )
    assert found.verdict("annals", "life") == "overlaps"
    assert found.verdict("annals", "saga") == "refined-by"


def test_the_denial_of_an_exclusion_supposes_one_event_in_the_window() -> None:
    found = case(
        """
        kinds:
          raid: {label: a monastery is raided}
        claims:
          whole: {none: raid, when: 0790/0799}
          half: {none: raid, when: 0790/0794}
          halves: {none: raid, when: 0790/0794, also: {none: raid, when: 0795/0799}}
          other: {none: raid, when: 0798/0805}
        """
    )
    assert found.verdict("whole", "half") == "refines"
    assert found.verdict("whole", "halves") == "agrees"
    assert found.verdict("whole", "other") == "overlaps"


def test_a_first_entails_that_there_was_none_before() -> None:
    found = case(
        """
        kinds:
          raid: {label: a monastery is raided}
        claims:
          annals: {first: raid, when: 0793}
          life: {none: raid, when: before 793}
          saga: {none: raid, when: before 794}
          ode: {none: raid, when: before 780}
        """
    )
    assert found.verdict("annals", "life") == "refines"
    assert found.verdict("annals", "saga") == "contradicts"
    assert found.verdict("annals", "ode") == "refines"


def test_a_first_and_an_event_before_it_contradict_whatever_the_question() -> None:
    found = case(
        """
        kinds:
          raid: {label: a monastery is raided}
        questions:
          began: {ask: When did it begin?, first: raid}
          burnt: {ask: When was it burnt?, event: burning}
        events:
          burning: {kinds: raid}
        claims:
          annals: {answers: began, when: 0793}
          life: {answers: burnt, when: 0787}
        """
    )
    pair = found.pair("annals", "life")
    assert (pair.verdict, pair.question, pair.dimension) == ("contradicts", None, "date")


def test_each_two_claims_are_paired_once_in_file_order_if_they_share_a_question() -> None:
    found = case(
        """
        questions:
          raided: {ask: When was it raided?, event: raid}
          rebuilt: {ask: When was it rebuilt?, event: rebuilding}
        events:
          raid: {label: the raid}
          rebuilding: {label: the rebuilding}
        claims:
          z: {answers: raided, when: 0793}
          m: {answers: rebuilt, when: 0800}
          a: {answers: raided, when: 0793}
          k: {answers: rebuilt, when: 0800}
        """
    )
    assert [(pair.a, pair.b, pair.question) for pair in found.findings.pairs] == [
        ("z", "a", "raided"),
        ("m", "k", "rebuilt"),
    ]


def test_claims_without_a_question_share_one_if_they_state_the_same() -> None:
    found = case(
        """
        kinds:
          raid: {label: a raid}
        events:
          burning: {label: the burning}
        claims:
          event-a: {event: burning, when: 0793}
          event-b: {event: burning, when: 0793}
          kind-a: {kind: raid, when: 0793}
          kind-b: {kind: raid, when: 0793}
          value-a: {role: abbot, of: house, value: Higbald}
          value-b: {role: abbot, of: house, value: Higbald}
        """
    )
    assert [(pair.a, pair.b, pair.verdict) for pair in found.findings.pairs] == [
        ("event-a", "event-b", "agrees"),
        ("kind-a", "kind-b", "agrees"),
        ("value-a", "value-b", "agrees"),
    ]


def test_a_claim_is_not_compared_with_its_authors_other_possibility() -> None:
    found = case(
        """
        question: When was the monastery raided?
        claims:
          annals: {when: 0793}
          annals-too: {when: 0794, alternative-to: annals}
          life: {when: 0793}
        """
    )
    assert found.verdict("annals", "annals-too") == "not-compared"
    assert ("annals", "annals-too") not in found.conflicts()
    assert found.verdict("annals-too", "life") == "contradicts"


def test_a_claim_that_only_says_something_is_not_compared() -> None:
    found = case(
        """
        question: When was the monastery raided?
        claims:
          annals: {when: 0793}
          homily: {says: "The heathen came because of our sins."}
        """
    )
    assert found.findings.pairs == ()


def test_several_parts_make_one_claim() -> None:
    found = case(
        """
        events:
          raid: {label: the raid}
          flight: {label: the flight of the monks}
        claims:
          annals: {event: raid, when: 0793, also: {event: flight, when: 0794}}
          life: {event: flight, when: 0795}
          saga: {event: raid, when: 0793-06, also: {event: flight, when: 0794-02}}
          ode: {event: raid, when: 0793-06, also: {event: flight, when: 0794/0796}}
        """
    )
    assert found.verdict("annals", "life") == "contradicts"
    assert found.verdict("annals", "saga") == "refined-by"
    assert found.verdict("annals", "ode") == "overlaps"


# --------------------------------------------------------------------------------- 18: dimensions and gaps


def test_agreement_and_disagreement_on_a_date_have_that_dimension() -> None:
    for b in ("when: 0793", "when: 0794", "when: 0792/0794", "when: 0793-06"):
        assert raid("when: 0793", b).pair("annals", "life").dimension == "date"


def test_a_yes_and_a_no_differ_in_existence() -> None:
    found = case(
        """
        kinds:
          raid: {label: a raid}
        questions:
          any: {ask: Was there a raid?, whether: raid}
        claims:
          annals: {value: yes}
          life: {value: no}
        """
    )
    assert found.pair("annals", "life").dimension == "existence"


def test_an_exclusion_takes_part_in_existence() -> None:
    found = case(
        """
        kinds:
          raid: {label: a raid}
        claims:
          annals: {none: raid, when: 0793}
          life: {kind: raid, when: 0793-06}
          ode: {none: raid, when: 0793-06}
        """
    )
    assert found.pair("life", "ode").dimension == "existence"
    assert found.pair("annals", "ode").dimension == "existence"


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("when: 0793-02-13", "when: 0793-02-14", 1),
        ("when: 0793-02-14", "when: 0793-02-13", 1),
        ("when: 0793", "when: 0893", (date(893, 1, 1) - date(793, 12, 31)).days),
        ("when: 0793-02-13T09:00:00/0793-02-13T10:00:00", "when: 0793-02-13T15:00:00/0793-02-13T16:00:00", 0),
        ("when: before 13 February 793", "when: 0793-02-13", 1),
        ("not-when: 0793-02-13", "when: 0793-02-13", 1),
        ("stance: denies, answers: question", "when: 0793-02-13", None),
    ],
)
def test_the_gap_is_by_how_many_days_a_date_must_move(a: str, b: str, days: int | None) -> None:
    pair = raid(a, b).pair("annals", "life")
    assert pair.verdict == "contradicts"
    assert (None if pair.gap is None else pair.gap.days) == days


@pytest.mark.parametrize("storm", ["", "when: 10 August 1588", "when: 10 to 12 August 1588"])
@pytest.mark.parametrize("before", ["before @storm", "by @storm", "2 days before @storm"])
def test_before_and_after_one_event_are_apart_by_a_day_whatever_its_date(storm: str, before: str) -> None:
    found = case(
        f"""
        question: When did the fleet turn?
        events:
          storm: {{label: a storm, record: {{in: Log, {storm}}}}}
        claims:
          pilot: {before}
          friar: after @storm
        """
    )
    gap = found.pair("pilot", "friar").gap
    assert gap is not None and gap.days == 1


def test_only_a_contradiction_has_a_gap() -> None:
    assert raid("when: 0793", "when: 0793-06").pair("annals", "life").gap is None


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("first: raid, when: 0893", "event: burning, when: 0793", (date(893, 1, 1) - date(793, 12, 31)).days),
        ("none: raid", "event: burning, when: 0793", None),
        (
            "none: raid, when: 0793",
            "event: burning, when: 0793-06-15",
            (date(793, 6, 15) - date(792, 12, 31)).days,
        ),
        ("none: raid, when: ../0793-06-14", "event: burning, when: 0793-06-01", 14),
    ],
)
def test_the_gap_to_a_first_or_an_exclusion(a: str, b: str, days: int | None) -> None:
    found = case(
        f"""
        defaults: {{calendar: gregorian}}
        kinds:
          raid: {{label: a raid}}
        events:
          burning: {{kinds: raid}}
        claims:
          annals: {{{a}}}
          life: {{{b}}}
        """
    )
    pair = found.pair("annals", "life")
    assert pair.verdict == "contradicts"
    assert (None if pair.gap is None else pair.gap.days) == days


def test_no_move_helps_between_rival_values_that_always_hold() -> None:
    found = case(
        """
        claims:
          annals: {role: patron, of: house, value: Offa}
          life: {role: patron, of: house, value: Alcuin}
        """
    )
    assert found.pair("annals", "life").gap is None


# ------------------------------------------------------------------------------------------ 19: if and unless

IDENTITIES = """
kinds:
  skirmish: {label: a skirmish}
  combat: {label: a combat}
  battle: {label: a battle}
bridges:
  skirmish-is-combat: {narrower: skirmish, broader: combat}
  combat-is-battle: {narrower: combat, broader: battle}
  skirmish-is-battle: {narrower: skirmish, broader: battle}
events:
  ambush: {kinds: skirmish}
claims:
  scout: {event: ambush, when: 1863-05-01}
  colonel: {first: battle, when: 1863-06}
"""


def test_the_smallest_sets_of_bridges_that_make_a_contradiction_are_listed() -> None:
    pair = case(IDENTITIES).pair("scout", "colonel")
    assert pair.verdict == "different-questions"
    assert {frozenset(found) for found in pair.if_bridge} == {
        frozenset({"skirmish-is-battle"}),
        frozenset({"skirmish-is-combat", "combat-is-battle"}),
    }


def test_a_bridge_that_is_granted_no_longer_counts_as_a_condition() -> None:
    pair = case(IDENTITIES, bridges=("combat-is-battle",)).pair("scout", "colonel")
    assert {frozenset(found) for found in pair.if_bridge} == {
        frozenset({"skirmish-is-battle"}),
        frozenset({"skirmish-is-combat"}),
    }


def test_two_bridges_that_are_granted_contradict_together() -> None:
    found = case(IDENTITIES, bridges=("skirmish-is-combat", "combat-is-battle"))
    assert found.verdict("scout", "colonel") == "contradicts"


def test_a_bridge_that_is_set_aside_is_no_condition() -> None:
    found = case(IDENTITIES, without=("skirmish-is-battle",))
    assert [set(s) for s in found.pair("scout", "colonel").if_bridge] == [
        {"skirmish-is-combat", "combat-is-battle"}
    ]


def test_a_condition_can_join_a_reading_and_a_bridge() -> None:
    found = case(
        """
        kinds:
          skirmish: {label: a skirmish}
          battle: {label: a battle}
        bridges:
          skirmish-is-battle: {narrower: skirmish, broader: battle}
        events:
          ambush: {kinds: skirmish}
        claims:
          scout: {event: ambush, when: 1863-08-01, or-when: 1863-05-01}
          colonel: {first: battle, when: 1863-06}
        """
    )
    pair = found.pair("scout", "colonel")
    assert [set(found) for found in pair.if_bridge] == [{"scout#2", "skirmish-is-battle"}]


def test_a_bridge_under_which_one_claim_is_impossible_by_itself_is_no_condition_of_a_pair() -> None:
    text = """
        events:
          letter: {label: the letter is written}
          death: {label: the queen dies}
        bridges:
          of-the-living: {says: It was written while she lived., order: [letter, death]}
        claims:
          essayist: {event: letter, when: three days after @death}
          diarist: {event: death, when: 24 March 1603}
          biographer: {event: letter, when: 30 March 1603}
        """
    found = case(text)
    assert found.listed("essayist", "diarist") is None
    assert found.pair("essayist", "biographer").if_bridge == ()
    assert found.pair("diarist", "biographer").if_bridge == (("of-the-living",),)
    granted = case(text, bridges=("of-the-living",))
    assert ("essayist",) in granted.conflicts()
    assert granted.listed("essayist", "diarist") is None


def test_either_of_two_readings_can_undo_a_contradiction() -> None:
    pair = raid("when: 0793, or-when: 0794", "when: 0794, or-when: 0793").pair("annals", "life")
    assert pair.verdict == "contradicts"
    assert set(pair.unless) == {("annals#2",), ("life#2",)}


def test_a_contradiction_on_every_reading_has_no_unless() -> None:
    pair = raid("when: 0793, or-when: 0795", "when: 0794").pair("annals", "life")
    assert (pair.verdict, pair.unless) == ("contradicts", ())


def test_an_anchor_that_is_merely_ordered_is_no_date() -> None:
    # Rule 11: a relation to a *given* anchor is a window. The vigil is not dated, only earlier than the dated
    # feast. Who puts the fire before the vigil says more than who puts it before the feast.
    found = case(
        """
        questions:
          burnt: {ask: When was the fire?, event: fire}
        events:
          fire: {label: the fire}
          vigil: {label: the vigil}
          feast: {label: the feast, after: [vigil], record: {in: Rolls, when: 2 to 3 March 1500}}
        claims:
          canon: {answers: burnt, when: before @vigil}
          bell-ringer: {answers: burnt, when: before @feast}
        """
    )
    assert found.verdict("canon", "bell-ringer") == "refines"


def test_the_gap_of_two_who_count_from_one_anchor_is_that_of_their_counts() -> None:
    # The coronation is dated within twelve years, which is more than the two lengths of the reign differ by.
    found = case(
        """
        questions:
          died: {ask: When did the king die?, event: death}
        events:
          crowned: {label: the king is crowned, record: {in: Annals, when: 1100 to 1111}}
          death: {label: the king dies}
        claims:
          monk: {answers: died, when: 43 years after @crowned}
          canon: {answers: died, when: 39 years after @crowned}
        """
    )
    pair = found.pair("monk", "canon")
    assert pair.verdict == "contradicts" and pair.gap is not None
    assert 3 * 365 - 4 <= pair.gap.days <= 3 * 365 + 4  # half a year of grace on either side


def test_the_gap_of_what_a_given_order_rules_out_is_that_to_what_the_order_leaves() -> None:
    found = case(
        """
        events:
          finish: {label: the Bible is finished}
          binding: {label: it is bound, when: 24 August 1456, record: Copy 1, after: [finish]}
        claims:
          kapr: {event: finish, when: by @binding}
          ruppel: {event: finish, when: 1457}
        """
    )
    gap = found.pair("kapr", "ruppel").gap
    assert gap is not None and gap.days == 130  # 1 January 1457, and 24 August
