"""Rules 23, 24 and 26 of the meaning: conflicts and schools, bridges, perspective."""

from __future__ import annotations

import pytest
from casework import case, corpus_of

from claimcheck.engine.conflicts import conflicts_of
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view

# ------------------------------------------------------------------------------------------ 23: conflicts

COURIERS = """
events:
  paris: {label: the courier leaves Paris}
  turin: {label: the courier passes Turin}
  rome: {label: the courier reaches Rome}
  milan: {label: the courier passes Milan}
claims:
  ambassador: {event: turin, when: after @paris}
  postmaster: {event: rome, when: after @turin}
  legate: {event: rome, when: before @paris}
  innkeeper: {event: milan, when: after @paris}
"""


def test_a_conflict_can_be_of_three_of_which_any_two_agree() -> None:
    found = case(COURIERS)
    assert found.conflicts() == [("ambassador", "postmaster", "legate")]
    assert all(pair.verdict != "contradicts" for pair in found.findings.pairs)


def test_the_members_of_a_conflict_are_claims_and_records_and_what_lends_dates_is_given() -> None:
    found = case(
        """
        events:
          departure: {label: departure, record: {in: Log, when: 1707-05-01}}
          wreck: {label: the wreck}
        claims:
          sailor: {event: wreck, when: before @departure}
          widow: {event: wreck, when: 1707-10-22}
        """
    )
    assert found.conflicts() == [("sailor", "widow")]
    assert found.conflict("sailor", "widow").given == ("departure",)


def test_a_claim_and_a_record_of_its_event_are_a_conflict() -> None:
    found = case(
        """
        question: When was the wreck?
        events:
          question: {label: the wreck, record: {in: Log, when: 1707-10-22}}
        claims:
          widow: 1708
          owner: 1707
        """
    )
    assert {frozenset(members) for members in found.conflicts()} == {
        frozenset({"widow", "question"}),
        frozenset({"widow", "owner"}),
    }


def test_structure_stands_only_in_the_reasons() -> None:
    found = case(
        """
        events:
          keel: {label: the keel is laid}
          launch: {label: the ship is launched, after: keel}
        claims:
          shipwright: {event: keel, when: 1706}
          admiral: {event: launch, when: 1705}
        """
    )
    (conflict,) = found.findings.conflicts
    assert (conflict.members, conflict.given, conflict.bridges) == (("shipwright", "admiral"), (), ())
    assert {step.role.value for step in conflict.because} >= {"claim", "order"}
    assert found.verdict("shipwright", "admiral") == "contradicts"


def test_an_incomplete_search_names_no_record_that_is_given_anyhow() -> None:
    text = """
        events:
          word: {label: word comes, record: {in: Memoirs, when: 24 March 1603}}
          death: {label: she dies}
          news: {label: the news}
        claims:
          copyist: {event: word, when: 20 March 1603}
          printer: {event: word, when: 22 March 1603}
          courtier: {event: death, when: before @word}
          diarist: {event: news, when: 30 March 1603}
          chronicler: {event: news, when: within 2 days after @death}
        """
    found = conflicts_of(Inquiry(view(corpus_of(text), Perspective())), budget=0)
    assert not found.complete
    assert [c.members for c in found.conflicts if len(c.members) > 2] == [("courtier", "diarist", "chronicler")]


def test_a_search_that_was_cut_short_leaves_other_matters_complete() -> None:
    text = """
        questions:
          wreck: {ask: When was the wreck?, event: wrecked}
          sale: {ask: When was the sale?, event: sold}
        events:
          wrecked: {label: the ship is wrecked}
          sold: {label: the house is sold}
        claims:
          widow: {answers: wreck, when: 1708}
          owner: {answers: wreck, when: 1707}
          clerk: {answers: wreck, when: 1706}
          notary: {answers: sale, when: 1650}
          heir: {answers: sale, when: 1651}
        """
    inquiry = Inquiry(view(corpus_of(text), Perspective()))
    found = conflicts_of(inquiry, budget=2)
    assert not found.complete
    assert {cluster.claims: cluster.complete for cluster in found.clusters} == {
        ("widow", "owner", "clerk"): False,
        ("notary", "heir"): True,
    }


def test_an_incomplete_search_does_not_take_two_for_possible_that_clash_in_another_matter() -> None:
    text = """
        kinds: {typed: a text is typed}
        events:
          speech: {label: the speech, record: {in: Note, when: 25 February 1956}}
        claims:
          first: {event: speech, when: 24 February 1956}
          second: {event: speech, when: 25 February 1956}
          third: {event: speech, when: 23 February 1956}
          secretary: {kind: typed, when: before @speech}
          son: {none: typed, when: before @speech}
        """
    inquiry = Inquiry(view(corpus_of(text), Perspective()))
    assert not conflicts_of(inquiry, budget=0).complete
    assert not inquiry.is_possible((inquiry.claim("secretary"), inquiry.claim("son")), wide=True)


def test_the_repairs_of_a_cluster_and_its_schools_hold_claims() -> None:
    found = case(
        """
        question: When was the wreck?
        claims:
          widow: 1708
          owner: 1707
          clerk: 1707-10
          poet: 1709
        """
    )
    (cluster,) = found.findings.clusters
    assert set(cluster.claims) == {"widow", "owner", "clerk", "poet"}
    assert {frozenset(school.holds) for school in cluster.schools} == {
        frozenset({"widow"}),
        frozenset({"owner", "clerk"}),
        frozenset({"poet"}),
    }
    assert {frozenset(repair) for repair in cluster.repairs} == {frozenset({"widow", "poet"})}


def test_conflicts_that_share_no_member_are_clusters_of_their_own() -> None:
    found = case(
        """
        questions:
          wreck: {ask: When was the wreck?, event: wreck}
          trial: {ask: When was the trial?, event: trial}
        events:
          wreck: {label: the wreck}
          trial: {label: the trial}
        claims:
          widow: {answers: wreck, when: 1708}
          owner: {answers: wreck, when: 1707}
          judge: {answers: trial, when: 1710}
          juror: {answers: trial, when: 1711}
        """
    )
    assert [set(cluster.claims) for cluster in found.findings.clusters] == [
        {"widow", "owner"},
        {"judge", "juror"},
    ]


# -------------------------------------------------------------------------------------------- 24: bridges


def test_same_makes_one_event_of_two_with_the_dates_of_both() -> None:
    text = """
        bridges:
          one: {same: [letter, epistle]}
        events:
          letter: {label: a letter}
          epistle: {label: an epistle}
        claims:
          scribe: {event: letter, when: 0387}
          bishop: {event: epistle, when: 0397}
        """
    assert case(text).pair("scribe", "bishop").if_bridge == (("one",),)
    assert case(text, bridges=("one",)).verdict("scribe", "bishop") == "contradicts"


def test_same_makes_one_event_of_two_with_the_kinds_of_both() -> None:
    text = """
        kinds:
          confession: {label: a confession is written}
        bridges:
          one: {same: [letter, epistle]}
        events:
          letter: {kinds: confession}
          epistle: {label: an epistle}
        claims:
          scribe: {first: confession, when: 0397}
          bishop: {event: epistle, when: 0387}
        """
    assert case(text).verdict("scribe", "bishop") == "different-questions"
    assert case(text, bridges=("one",)).verdict("scribe", "bishop") == "contradicts"


def test_same_makes_one_event_of_two_with_the_records_of_both() -> None:
    text = """
        bridges:
          one: {same: [letter, epistle]}
        events:
          letter: {label: a letter}
          epistle: {label: an epistle, record: {in: Register, when: 0397}}
        claims:
          scribe: {event: letter, when: 0397}
        """
    assert case(text).standing("scribe") == "known-only-through-the-claimant"
    assert case(text, bridges=("one",)).standing("scribe") == "corroborated"


def test_same_makes_one_subject_of_two() -> None:
    text = """
        bridges:
          one: {same: [letter, epistle]}
        events:
          letter: {label: a letter}
          epistle: {label: an epistle}
        claims:
          scribe: {role: author, of: letter, value: Jerome}
          bishop: {role: author, of: epistle, value: Rufinus}
        """
    assert case(text).pair("scribe", "bishop").if_bridge == (("one",),)
    bridged = case(text, bridges=("one",)).pair("scribe", "bishop")
    assert (bridged.verdict, bridged.dimension) == ("contradicts", "value")


def test_same_merges_events_that_are_only_anchors() -> None:
    text = """
        bridges:
          one: {same: [letter, epistle]}
        events:
          letter: {label: a letter}
          epistle: {label: an epistle}
          reply: {label: a reply}
        claims:
          scribe: {event: reply, when: before @letter}
          bishop: {event: reply, when: after @epistle}
        """
    assert case(text).pair("scribe", "bishop").if_bridge == (("one",),)
    assert case(text, bridges=("one",)).verdict("scribe", "bishop") == "contradicts"


ORDER = """
bridges:
  in-turn: {{order: [draft, decree]}}
events:
  draft: {{label: a draft}}
  decree: {{label: a decree}}
claims:
  scribe: {{event: draft, when: {draft}}}
  bishop: {{event: decree, when: {decree}}}
"""


@pytest.mark.parametrize(
    ("draft", "decree", "contradicts"),
    [
        ("0398", "0397", True),
        ("0397-05-10", "0397-05-10", False),
        ("0397-05-10", "0397-05-11", False),
        ("0397-05-11", "0397-05-10", True),
    ],
)
def test_order_ends_the_one_by_the_start_of_the_other(draft: str, decree: str, contradicts: bool) -> None:
    found = case(ORDER.format(draft=draft, decree=decree), bridges=("in-turn",))
    assert (found.verdict("scribe", "bishop") == "contradicts") == contradicts


def test_order_is_off_unless_granted() -> None:
    pair = case(ORDER.format(draft="0398", decree="0397")).pair("scribe", "bishop")
    assert (pair.verdict, pair.if_bridge) == ("different-questions", (("in-turn",),))


TAKES = """
bridges:
  by-sea: {{from: departure, to: arrival, takes: ten days}}
events:
  departure: {{label: departure}}
  arrival: {{label: arrival}}
claims:
  scribe: {{event: departure, when: 0397-05-01}}
  bishop: {{event: arrival, when: {arrival}}}
"""


@pytest.mark.parametrize(
    ("arrival", "contradicts"), [("0397-05-11", False), ("0397-05-05", True), ("0397-06", True)]
)
def test_a_stretch_is_counted_from_the_end_of_the_one_to_the_start_of_the_other(
    arrival: str, contradicts: bool
) -> None:
    found = case(TAKES.format(arrival=arrival), bridges=("by-sea",))
    assert (found.verdict("scribe", "bishop") == "contradicts") == contradicts
    pair = case(TAKES.format(arrival=arrival)).listed("scribe", "bishop")
    assert (pair is not None and pair.if_bridge == (("by-sea",),)) == contradicts


def test_narrower_and_broader_add_one_edge_in_one_direction() -> None:
    text = """
        kinds:
          hymn: {label: a hymn is written}
          psalm: {label: a psalm is written}
        bridges:
          hymns-are-psalms: {narrower: hymn, broader: psalm}
        events:
          te-deum: {kinds: KIND}
        claims:
          scribe: {event: te-deum, when: 0387}
          bishop: {none: OTHER, when: 0387}
        """
    hymn = text.replace("KIND", "hymn").replace("OTHER", "psalm")
    assert case(hymn, bridges=("hymns-are-psalms",)).verdict("scribe", "bishop") == "contradicts"
    psalm = text.replace("KIND", "psalm").replace("OTHER", "hymn")
    assert case(psalm, bridges=("hymns-are-psalms",)).verdict("scribe", "bishop") == "unlisted"


def test_a_bridge_brings_no_dates_of_its_own() -> None:
    text = """
        bridges:
          in-turn: {order: [draft, decree]}
        events:
          draft: {label: a draft, record: {in: Register, when: 0398}}
          decree: {label: a decree}
        claims:
          scribe: {event: decree, when: 0397}
          bishop: {event: decree, when: 0397-05}
        """
    pair = case(text).pair("scribe", "bishop")
    assert (pair.verdict, pair.if_bridge) == ("refined-by", ())
    granted = case(text, bridges=("in-turn",))
    assert granted.verdict("scribe", "bishop") == "refined-by"
    assert granted.pair("scribe", "bishop").given == ()


def test_a_granted_bridge_is_named_in_the_conflict_it_makes() -> None:
    found = case(ORDER.format(draft="0398", decree="0397"), bridges=("in-turn",))
    assert found.conflict("scribe", "bishop").bridges == ("in-turn",)


# ---------------------------------------------------------------------------------------- 26: perspective

LOOKING = """
sources:
  annals: {type: archival, title: Annals, issued: 1850}
  tale: {type: study, title: A tale, issued: 1900, author: teller}
  copy: {type: study, title: A copy, issued: 1920, rests-on: tale}
  mixed: {type: study, title: A mixture, issued: 1930, rests-on: [tale, annals]}
  relayed: {type: study, title: Relayed, issued: 1940, through: tale}
  undated: {type: study, title: Undated}
  deposit: {type: archival, title: Deposit, opened: 1991}
events:
  battle:
    label: the battle
    record:
      - {in: annals p. 1, basis: documented, when: 0955-08-10}
      - {in: tale p. 2, basis: narrated, when: 0955}
claims:
  teller-battle: {in: tale p. 3, event: battle, when: 0956}
  copyist: {in: copy p. 1, event: battle, when: 0956}
  mixer: {in: mixed p. 1, event: battle, when: 0956}
  relayer: {in: relayed p. 1, event: battle, when: 0956}
  guesser: {in: undated p. 1, event: battle, when: 0956}
  archivist: {in: deposit f. 1, event: battle, when: 0956}
"""


def test_documented_alone_drops_what_is_narrated() -> None:
    everything = case(LOOKING).bearing("copyist")
    documented = case(LOOKING, trust=("documented",)).bearing("copyist")
    assert set(everything) == {"battle/1", "battle/2"}
    assert set(documented) == {"battle/1"}


def test_narrated_takes_in_what_is_documented() -> None:
    assert set(case(LOOKING, trust=("narrated",)).bearing("copyist")) == {"battle/1", "battle/2"}


def test_ids_add_what_they_state_to_the_record() -> None:
    found = case(LOOKING, trust=("documented", "deposit"))
    assert "archivist" in found.bearing("copyist")
    assert "battle/2" not in found.bearing("copyist")
    assert "teller-battle" in case(LOOKING, trust=("teller",)).bearing("copyist")


def test_without_takes_away_what_rests_on_it_alone_and_not_what_it_relays() -> None:
    found = case(LOOKING, without=("tale",))
    assert [row.claim for row in found.findings.rows] == ["mixer", "relayer", "guesser", "archivist"]
    assert set(found.bearing("mixer")) == {"battle/1"}


def test_without_a_claim_or_a_record_takes_away_that_alone() -> None:
    found = case(LOOKING, without=("copyist", "battle/1"))
    assert "copyist" not in [row.claim for row in found.findings.rows]
    assert set(found.bearing("mixer")) == {"battle/2"}


def test_as_of_a_year_includes_it_and_sets_undated_works_aside() -> None:
    found = case(LOOKING, as_of=1920)
    assert [row.claim for row in found.findings.rows] == ["teller-battle", "copyist"]
    assert set(found.findings.set_aside) == {"mixed", "relayed", "undated", "deposit"}


def test_as_of_a_year_counts_an_archive_from_its_opening() -> None:
    rows = case(LOOKING, as_of=1991).findings.rows
    assert "archivist" in [row.claim for row in rows]
    assert "archivist" not in [row.claim for row in case(LOOKING, as_of=1990).findings.rows]


def test_as_of_a_year_drops_records_of_later_works() -> None:
    text = """
        sources:
          annals: {issued: 1800}
          edition: {issued: 1900}
        events:
          battle: {label: the battle, record: {in: edition p. 1, when: 0955}}
        claims:
          annalist: {in: annals p. 1, event: battle, when: 0956}
        """
    assert case(text, as_of=1899).standing("annalist") == "known-only-through-the-claimant"
    assert case(text, as_of=1900).standing("annalist") == "contradicted"


def test_the_findings_carry_their_perspective() -> None:
    found = case(LOOKING, trust=("documented",), as_of=1950).findings
    assert (found.perspective.trust, found.perspective.as_of) == (("documented",), 1950)


RELAYED = """
sources:
  chronicle: {type: study, title: A chronicle, part-of: library}
  library: {type: reference, title: A library of chronicles}
  digest: {type: press, title: A digest, rests-on: chronicle}
  memoirs: {type: memoir, title: Memoirs, author: widow}
  letters: {type: archival, title: Letters, through: digest p. 7}
  study: {type: study, title: A study}
kinds:
  siege: {label: a siege}
events:
  siege:
    label: the siege
    kinds: siege
    record:
      - {in: digest p. 1, when: 1204}
      - {in: letters f. 2, when: May 1204}
      - {in: letters f. 3, through: study, when: June 1204}
      - {in: chronicle ch. 4, when: 1205}
claims:
  widow-by-digest: {in: memoirs, through: digest p. 2, first: siege, when: 1206}
  widow-by-study: {in: memoirs, through: study p. 9, first: siege, when: 1203}
  in-letters: {in: letters f. 4, first: siege, when: 1204}
  in-digest: {in: digest p. 3, first: siege, when: 1204}
  in-chronicle: {in: chronicle ch. 5, first: siege, when: 1205}
"""


def test_through_a_source_leaves_what_stands_in_it_or_came_through_it() -> None:
    found = case(RELAYED, through=("digest",))
    assert [row.claim for row in found.findings.rows] == ["widow-by-digest", "in-letters", "in-digest"]
    assert set(found.bearing("widow-by-digest")) == {"siege/1", "siege/2"}


def test_two_relays_of_one_source_are_told_apart() -> None:
    assert [row.claim for row in case(RELAYED, through=("study",)).findings.rows] == ["widow-by-study"]
    both = case(RELAYED, through=("digest", "study")).findings
    assert ("widow-by-digest", "widow-by-study") in {(pair.a, pair.b) for pair in both.pairs}


def test_what_stands_in_a_part_stands_in_the_whole_and_what_rests_on_it_does_not() -> None:
    assert [row.claim for row in case(RELAYED, through=("library",)).findings.rows] == ["in-chronicle"]


def test_a_chain_of_relays_leads_through_each_of_them() -> None:
    chain = RELAYED.replace("title: A digest,", "title: A digest, through: study,")
    assert [row.claim for row in case(chain, through=("study",)).findings.rows] == [
        "widow-by-digest",
        "widow-by-study",
        "in-letters",
        "in-digest",
    ]


def test_a_claim_given_another_that_is_not_in_view_says_what_it_says_otherwise() -> None:
    text = (
        RELAYED
        + "  hedged: {in: digest, given: in-chronicle, event: siege, when: 1199, otherwise: {when: 1204}}\n"
    )
    assert case(text).standing("hedged") == "contested"
    assert case(text, through=("digest",)).standing("hedged") == "corroborated"


def test_a_first_that_somebody_denies_a_date_is_a_first_all_the_same() -> None:
    # Rule 10 (denies), and the first as an event of its kind: the Tuesday market was the first of all gatherings,
    # and so before the fair was over; then it was on 4 May, and the first market, which the friar denies.
    found = case(
        """
        kinds:
          gathering: {label: people gather in the town}
          market: {label: a market is held, broader: [gathering]}
        events:
          fair: {label: the fair, kinds: [gathering], record: {in: Rolls, when: 4 to 5 May 1500}}
          tuesday:
            label: the Tuesday market
            kinds: [market]
            record: {in: Ledger, when: 4 or 9 May 1500, first: gathering}
        claims:
          friar: {stance: denies, first: market, when: 4 May 1500}
        """
    )
    assert ("friar", "fair", "tuesday") in found.conflicts()


def test_nothing_excluded_begins_with_a_first_that_somebody_denies_a_date() -> None:
    # No market before the charter, which was given at a market on 9 May: then that was the first, on 9 May.
    found = case(
        """
        kinds: {market: {label: a market is held}}
        events:
          charter: {label: a market has its charter, kinds: [market], record: {in: Rolls, when: 9 May 1500}}
        claims:
          clerk: {none: market, when: before @charter}
          friar: {stance: denies, first: market, when: 9 to 10 May 1500}
        """
    )
    assert ("clerk", "friar", "charter") in found.conflicts()
