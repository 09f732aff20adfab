"""Accounts, roots and relays: what counts as one, and what does not count."""

from __future__ import annotations

import pytest
from critical_corpora import corpus_of, examined

from claimcheck.corpus.entries import Claimant
from claimcheck.criticism.witnesses import agreements, are_several, witnesses_by_question, witnesses_of
from claimcheck.diagnostics import Position


def numbers(text: str, question: str = "question") -> tuple[int, int, int]:
    """Accounts, roots and relays of one question."""
    asked = next(one for one in witnesses_by_question(examined(text)) if one.question == question)
    return len(asked.witnesses.accounts), len(asked.witnesses.roots), len(asked.witnesses.relays)


def test_a_joint_statement_is_one_account() -> None:
    text = """
question: When did the embassy arrive at Aachen?
sources:
  letter: {type: archival}
  annals: {type: study}
claims:
  envoys: {by: [Isaac of Narbonne, Lantfrid], in: letter, when: 20 July 802}
  annalist: {by: A royal annalist, in: annals, when: July 802}
"""
    assert numbers(text) == (2, 2, 0)


def test_separate_statements_are_accounts_of_their_own() -> None:
    text = """
question: When did the embassy arrive at Aachen?
claims:
  isaac: {by: Isaac of Narbonne, in: his letter, when: 20 July 802}
  lantfrid: {by: Lantfrid the envoy, in: his letter too, when: 20 July 802}
"""
    assert numbers(text) == (2, 2, 0)


def test_two_claims_of_the_same_claimants_are_one_account() -> None:
    text = """
question: When did the fire begin?
sources: {diary: {type: memoir}}
claims:
  first: {by: Samuel the clerk, in: diary p. 1, when: 2 September 1666}
  second: {by: Samuel the clerk, in: diary p. 9, when: September 1666}
"""
    assert numbers(text) == (1, 1, 0)


def test_a_follower_adds_an_account_and_no_root() -> None:
    text = """
question: When did the king die?
sources:
  annals: {type: study}
  compiler: {type: study, rests-on: annals}
claims:
  old: {by: The old annalist, in: annals, when: 12 December 1271}
  new: {by: Matthew the compiler, in: compiler, when: 1271}
"""
    assert numbers(text) == (2, 1, 0)


def test_a_claim_can_rest_on_another_claim() -> None:
    text = """
question: When did the king die?
sources: {annals: {type: study}, letter: {type: archival}}
claims:
  old: {by: The old annalist, in: annals, when: 12 December 1271}
  new: {by: Joan the prioress, in: letter, rests-on: old, when: 1271}
"""
    corpus = corpus_of(text)
    found = witnesses_of(corpus, ("old", "new"))
    assert found.roots == ("annals",)
    assert [chain.ids for chain in found.accounts[1].chains] == [("new", "old", "annals")]


def test_what_only_reports_another_claim_adds_no_root() -> None:
    text = """
question: When was the treaty signed?
sources: {gazette: {type: press}, digest: {type: press}}
claims:
  envoy: {by: The envoy himself, in: gazette, when: 3 May 1791}
  digest-says: {by: The digest's editor, in: digest, reports: envoy, when: May 1791}
"""
    assert numbers(text) == (2, 1, 0)


def test_relays_are_counted_beside_the_roots_and_take_none_away() -> None:
    text = """
question: When was the treaty signed?
sources:
  paper: {type: press}
  one: {type: memoir, through: paper p. 2}
  two: {type: memoir, through: paper p. 3}
claims:
  a: {by: The first envoy, in: one, when: 3 May 1791}
  b: {by: The second envoy, in: two, when: 4 May 1791}
"""
    assert numbers(text) == (2, 2, 1)


def test_the_relay_of_a_root_is_a_relay_of_what_rests_on_it() -> None:
    text = """
question: When was the treaty signed?
sources:
  paper: {type: press}
  papers: {type: archival, through: paper p. 2}
claims:
  editor: {by: The editor, in: paper p. 2, rests-on: papers, when: 3 May 1791}
"""
    assert numbers(text) == (1, 1, 1)


def test_several_who_are_not_named_are_one_account_and_said_to_be_several() -> None:
    text = """
question: When was the mill built?
claims:
  them: {by: several historians, in: a handbook of 1950, when: 1480}
  her: {by: Clara Weiss, in: her thesis of 1960, when: 1490}
"""
    findings = examined(text)
    (asked,) = witnesses_by_question(findings)
    assert [account.is_several for account in asked.witnesses.accounts] == [True, False]


@pytest.mark.parametrize(
    "name",
    [
        *("several historians", "Some contemporaries", "others", "Other authors", "many", "a number of scholars"),
        *("most eyewitnesses", "ряд историков", "Некоторые авторы", "другие", "Naumov and others", "Smith et al."),
        "Наумов и др.",
    ],
)
def test_a_name_that_is_a_quantity_means_several(name: str) -> None:
    assert are_several(Claimant(id="x", position=Position("f", 1), name=name))


@pytest.mark.parametrize(
    "name",
    [
        *("Most Rev. John Smith", "William Few", "The Others Club", "Anonymous of Bern", "Ryadov", "Рядов"),
        *("three monks", "Prosper of Aquitaine", "Severalia", "Some Körner", "Группа Вагнера"),
    ],
)
def test_a_name_is_not_taken_for_a_quantity(name: str) -> None:
    assert not are_several(Claimant(id="x", position=Position("f", 1), name=name))


@pytest.mark.parametrize(("word", "expected"), [("yes", True), ("no", False)])
def test_what_the_entry_says_of_several_goes_before_the_name(word: str, expected: bool) -> None:
    text = f"""
question: When was the mill built?
claimants:
  circle: {{name: Some friends, several: {word}}}
claims:
  them: {{by: circle, in: a handbook, when: 1480}}
"""
    assert are_several(corpus_of(text).claimants["circle"]) is expected


def test_a_claim_and_a_source_of_one_id_are_told_apart() -> None:
    text = """
question: When was the mill built?
sources:
  memoirs: {type: memoir}
  ledger: {type: archival}
  digest: {type: study, rests-on: memoirs}
claims:
  memoirs: {by: Hugo the miller, in: ledger, when: 1480}
  digest-says: {by: Anna the bookseller, in: digest, when: 1481}
"""
    found = witnesses_of(corpus_of(text), ("memoirs", "digest-says"))
    assert found.roots == ("ledger", "memoirs")


AGREEING = """
questions:
  death: {ask: "When did the king die?", event: king-dies}
events: {king-dies: {label: the king dies}}
sources:
  annals: {type: study}
  copy: {type: study, rests-on: annals}
  letter: {type: archival}
claims:
  annalist: {by: The annalist, in: annals, answers: death, when: 12 December 1271}
  copyist: {by: The copyist, in: copy, answers: death, when: 12 December 1271}
  prioress: {by: Joan the prioress, in: letter, answers: death, when: December 1271}
"""


def test_a_point_of_agreement_counts_the_roots_behind_it() -> None:
    found = {agreement.claims: agreement for agreement in agreements(examined(AGREEING))}
    point = found[("annalist", "copyist")]
    assert (len(point.witnesses.accounts), point.witnesses.roots) == (2, ("annals",))


def test_who_is_more_precise_agrees_with_the_coarser_statement() -> None:
    found = {agreement.claims: agreement for agreement in agreements(examined(AGREEING))}
    point = found[("prioress",)]
    assert point.more_precise == ("annalist", "copyist")
    assert point.witnesses.roots == ("letter", "annals")


def test_where_all_differ_there_is_no_point_of_agreement() -> None:
    text = """
question: When was the mill built?
claims:
  a: {by: Hugo the miller, in: his ledger, when: 1480}
  b: {by: Anna the abbess, in: her letter, when: 1490}
"""
    assert agreements(examined(text)) == ()


def test_a_perspective_takes_accounts_away() -> None:
    from claimcheck.engine.perspective import Perspective

    findings = examined(AGREEING, Perspective(without=("annals",)))
    (asked,) = witnesses_by_question(findings)
    assert asked.claims == ("prioress",)
