"""Rule 15 of the meaning: what the members of a comparison bring with them, and what they do not."""

from __future__ import annotations

from casework import case

VOYAGE = """
kinds:
  mutiny: {label: the crew mutinies}
questions:
  mutinied: {ask: When did the crew mutiny?, event: uprising}
events:
  uprising: {kinds: mutiny}
  landfall: {label: landfall, kinds: mutiny, record: {in: Port book, when: 1521-03-06}}
  departure: {label: departure, when: the day after @landfall, record: {in: Ship's log}}
claims:
"""


def test_an_anchor_is_dated_by_its_record() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {when: before @landfall}
  cook: {when: 1521-03-08}
"""
    )
    pair = found.pair("pilot", "cook")
    assert (pair.verdict, pair.given) == ("contradicts", ("landfall",))


def test_an_anchor_is_dated_through_other_anchors() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {when: before @departure}
  cook: {when: 1521-03-20}
"""
    )
    pair = found.pair("pilot", "cook")
    assert (pair.verdict, set(pair.given)) == ("contradicts", {"departure", "landfall"})


def test_an_anchor_lends_its_date_and_not_its_kinds() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {first: mutiny, when: after @landfall}
  cook: {first: mutiny, when: 1521-05}
"""
    )
    assert found.verdict("pilot", "cook") == "refined-by"
    assert ("pilot",) not in found.conflicts()


def test_the_record_that_an_anchor_lends_no_kinds_still_tests_the_claim() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {first: mutiny, when: after @landfall}
"""
    )
    assert found.standing("pilot") == "contradicted"


def test_anchors_of_a_record_are_given_and_named_in_the_reasons() -> None:
    found = case(
        """
        questions:
          mutinied: {ask: When did the crew mutiny?, event: uprising}
        events:
          uprising: {when: ten days after @landfall, record: {in: Ship's log}}
          landfall: {label: landfall, record: {in: Port book, when: 1521-03-06}}
        claims:
          cook: {in: Letter, when: 1521-02}
        """
    )
    row = found.row("cook")
    assert row.verdict == "contradicted"
    assert row.given == ("landfall",)
    assert {"cook", "uprising", "landfall"} <= {step.id for step in row.because}


def test_both_sides_bring_their_givens_to_an_entailment() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {when: after @landfall}
  cook: {when: 1521-03-20}
"""
    )
    assert found.verdict("pilot", "cook") == "refined-by"


def test_an_event_with_a_date_and_no_record_dates_nothing() -> None:
    found = case(
        """
        question: When did the crew mutiny?
        events:
          landfall: 1521-03-06
        claims:
          pilot: {when: before @landfall}
          cook: {when: 1521-03-08}
        """
    )
    assert found.verdict("pilot", "cook") == "undetermined"


def test_a_claim_that_dates_an_anchor_replaces_its_given_date() -> None:
    text = """
        events:
          mutiny: {label: the crew mutinies}
          landfall: {label: landfall, record: {in: Port book, when: 1521-03-06}}
        claims:
          pilot: {event: mutiny, when: after @landfall}
          mate: {event: landfall, when: 1521-04-06, also: {event: mutiny, when: 1521-03-20}}
          cook: {event: landfall, when: 1521-04-06}
          boy: {event: mutiny, when: 1521-03-20}
        """
    found = case(text)
    assert found.verdict("pilot", "mate") == "contradicts"
    assert found.pair("pilot", "mate").given == ()
    assert found.verdict("pilot", "cook") == "unlisted"
    assert found.verdict("pilot", "boy") == "refined-by"


def test_what_counts_from_an_event_that_a_claim_dates_does_not_date_it_back() -> None:
    text = """
        questions: {approved: {ask: When was it approved?, event: approval}}
        events:
          approval: {label: the approval, record: {in: Note, when: 13 February 1956}}
          plenum:
            label: the plenum
            record:
              - {in: Minutes, when: 13 February 1956}
              - {in: Note, when: the same day as @approval}
          letter: {label: a letter}
        claims:
          copyist: {answers: approved, when: 9 February 1956}
          witness: {event: letter, when: before @plenum}
          memoirist: {answers: approved, when: 3 days after @plenum}
        """
    found = case(text)
    assert found.listed("copyist", "witness") is None
    assert found.pair("copyist", "memoirist").verdict == "contradicts"
    assert ("memoirist",) not in found.conflicts()
    assert found.standing("memoirist") == "contradicted"


def test_a_claim_that_is_given_lends_the_date_it_states() -> None:
    found = case(
        """
        events:
          mutiny: {label: the crew mutinies}
          landfall: {label: landfall}
        claims:
          mate: {event: landfall, when: 1521-04-06}
          pilot: {event: mutiny, when: after @landfall, given: mate}
          boy: {event: mutiny, when: 1521-03-20}
          cook: {event: mutiny, when: after @landfall}
        """
    )
    pair = found.pair("pilot", "boy")
    assert (pair.verdict, pair.given) == ("contradicts", ("mate",))
    assert found.verdict("boy", "cook") == "undetermined"


def test_a_claim_that_is_given_lends_dates_only() -> None:
    found = case(
        """
        kinds:
          mutiny: {label: the crew mutinies}
        events:
          uprising: {kinds: mutiny}
        claims:
          mate: {event: uprising, when: 1521-04-06}
          pilot: {first: mutiny, when: 1521-05, given: mate}
          boy: {first: mutiny, when: 1521-05}
        """
    )
    assert found.verdict("pilot", "boy") == "agrees"
    assert found.verdict("mate", "pilot") == "contradicts"


def test_a_claim_under_test_replaces_the_date_that_a_given_claim_lends() -> None:
    found = case(
        """
        events:
          mutiny: {label: the crew mutinies}
          landfall: {label: landfall}
        claims:
          mate: {event: landfall, when: 1521-04-06}
          pilot: {event: mutiny, when: after @landfall, given: mate}
          boy: {event: landfall, when: 1521-03-01, also: {event: mutiny, when: 1521-03-20}}
        """
    )
    assert found.verdict("pilot", "boy") != "contradicts"


def test_a_bridge_that_nobody_grants_takes_no_contradiction_away() -> None:
    text = """
        questions:
          city: {ask: When was the city founded?, event: founding}
          colony: {ask: When was the colony founded?, event: settling}
          games: {ask: When were the first games?, event: games}
        events:
          founding: {label: the city is founded}
          settling: {label: the colony is founded}
          layers: {label: the oldest layers, record: {in: Dig, when: 900 BC}}
          games: {label: the first games}
        bridges:
          layers-are-it: {same: [settling, layers]}
        claims:
          together: {by: Annalist, answers: city, when: "the same year as @settling, before 600 BC"}
          colony: {by: Annalist, answers: colony, when: 38 years before @games}
          later: {by: Antiquary, answers: games, when: 500 BC}
        """
    pair = case(text).pair("together", "later")
    assert (pair.verdict, pair.given) == ("contradicts", ("colony",))


GIVEN_BRIDGE = """
events:
  draft: {label: a draft}
  memorandum: {label: a memorandum}
bridges:
  one-paper: {same: [draft, memorandum]}
claims:
  editor: {event: draft, when: 1787-05, given: one-paper, otherwise: {when: 1787-06}}
  clerk: {event: memorandum, when: 1787-07}
  scribe: {event: draft, when: 1787-05}
  secretary: {event: draft, when: 1787-06-10}
"""


def test_a_bridge_that_is_given_is_granted_to_that_claim_alone() -> None:
    found = case(GIVEN_BRIDGE)
    assert found.verdict("editor", "clerk") == "contradicts"
    scribe = found.pair("clerk", "scribe")
    assert (scribe.verdict, scribe.if_bridge) == ("different-questions", (("one-paper",),))


def test_where_its_bridge_is_set_aside_a_claim_says_what_it_says_otherwise() -> None:
    assert case(GIVEN_BRIDGE).verdict("editor", "secretary") == "contradicts"
    found = case(GIVEN_BRIDGE, without=("one-paper",))
    assert found.verdict("editor", "clerk") == "unlisted"
    assert found.verdict("editor", "scribe") == "contradicts"
    assert found.verdict("editor", "secretary") == "refined-by"


def test_a_claim_impossible_with_its_own_givens_is_a_conflict_of_one_and_stands_in_no_pair() -> None:
    found = case(
        VOYAGE
        + """
  pilot: {when: "1521-03-01, not before @landfall"}
  cook: {when: 1521-03-20}
  boy: {when: 1521-03-20}
"""
    )
    assert ("pilot",) in found.conflicts()
    assert found.conflict("pilot").given == ("landfall",)
    assert not any("pilot" in (pair.a, pair.b) for pair in found.findings.pairs)
    assert found.verdict("cook", "boy") == "agrees"


def test_a_claim_impossible_in_itself_is_a_conflict_of_one_without_givens() -> None:
    found = case(
        """
        question: When did the crew mutiny?
        events:
          landfall: {label: landfall}
        claims:
          pilot: {when: "before @landfall, after @landfall"}
          cook: {when: 1521-03-20}
        """
    )
    assert found.conflicts() == [("pilot",)]
    assert found.findings.pairs == ()


def test_what_only_a_claimant_dates_serves_that_claimant() -> None:
    found = case(
        """
        events:
          mutiny: {label: the crew mutinies}
          landfall: {label: landfall}
        claims:
          pilot-landfall: {by: pilot, event: landfall, when: 1521-04-06}
          pilot-mutiny: {by: pilot, event: mutiny, when: after @landfall}
          cook-mutiny: {by: cook, event: mutiny, when: after @landfall}
          boy: {event: mutiny, when: 1521-03-20}
        """
    )
    mine = found.pair("pilot-mutiny", "boy")
    assert (mine.verdict, mine.given) == ("contradicts", ("pilot-landfall",))
    assert found.verdict("cook-mutiny", "boy") == "undetermined"


def test_of_records_that_cannot_all_be_right_one_dates_the_anchor_also_where_they_are_dated_by_events() -> None:
    text = """
        questions:
          mutinied: {ask: When did the crew mutiny?, event: uprising}
        events:
          uprising: {label: the crew mutinies}
          departure: {record: {in: Ship's log, when: 1521-03-01}}
          landfall:
            record:
              - {in: Port book, when: 5 days after @departure}
              - {in: Gunner's book, when: 1521-03-16}
        claims:
          pilot: {when: the day after @landfall}
          cook: {when: 1521-04-20}
          boy: {when: 1521-03-17}
        """
    found = case(text)
    assert found.verdict("pilot", "cook") == "contradicts"
    assert set(found.pair("pilot", "cook").given) == {"landfall/1", "landfall/2", "departure"}
    assert found.verdict("pilot", "boy") == "overlaps"  # it may have been the seventh


def test_twenty_records_of_one_event_that_differ_are_one_choice_and_no_million() -> None:
    records = "".join(f"\n              - {{in: Book {n}, when: 1521-03-{n:02d}}}" for n in range(1, 21))
    found = case(
        f"""
        questions:
          mutinied: {{ask: When did the crew mutiny?, event: uprising}}
        events:
          uprising: {{label: the crew mutinies}}
          landfall:
            record: {records}
        claims:
          pilot: {{when: the day after @landfall}}
          cook: {{when: 1521-05-20}}
          boy: {{when: 1521-03-12}}
        """
    )
    assert found.verdict("pilot", "cook") == "contradicts"
    assert found.verdict("pilot", "boy") == "overlaps"


def test_a_record_at_odds_with_its_anchor_dates_again_what_a_claim_moves_the_anchor_to() -> None:
    # The procession was between 1 and 5 May, on the day of the fair, which the Rolls have on 6 May: by themselves
    # the two records date nothing. Who puts the fair on 3 May replaces the Rolls, and the procession is dated.
    found = case(
        """
        events:
          fair: {label: the fair, record: {in: Rolls, when: 6 May 1500}}
          procession:
            label: the procession
            record: {in: Chronicle, when: "from 1 May 1500 to 5 May 1500, the same day as @fair"}
        kinds: {sermon: {label: a sermon is preached}}
        claims:
          sexton: {last: sermon, when: "from 1 May 1500 to 2 May 1500, not before @procession"}
          baker: {event: fair, when: 3 May 1500}
        """
    )
    assert found.verdict("sexton", "baker") == "contradicts"
