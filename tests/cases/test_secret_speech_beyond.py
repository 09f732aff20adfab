"""The founding case beyond the article: roots, relays, slips, and who was there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.slips import SlipKind, find_slips
from claimcheck.criticism.witnesses import witnesses_by_question
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

CASE = Path(__file__).parents[2] / "claims" / "secret-speech"


@cache
def corpus() -> Corpus:
    read, diagnostics = read_corpus(CASE)
    assert [d for d in diagnostics if d.severity in ("error", "warning")] == []
    return read


@cache
def findings() -> Examination:
    return examine(corpus())


@cache
def test_three_are_in_conflict_of_which_any_two_could_hold() -> None:
    """If it first came up on the 25th the approval was of the 25th, which is one of the last days after all."""
    larger = [set(conflict.members) for conflict in findings().conflicts if len(conflict.members) > 2]
    assert larger == [{"zenkovich-denies", "khrushchev-consent", "kaganovich-raised"}]


def test_what_the_editor_holds_for_a_misprint_is_marked() -> None:
    marked = {id for id, claim in corpus().claims.items() if claim.misprint}
    assert marked == {"frus-25-delivered", "mainstream-nyt"}


def test_the_memoirists_were_there_when_the_report_was_approved() -> None:
    present = corpus().events["approval-13-feb"].present
    assert {"khrushchev", "mikoyan", "kaganovich"} <= set(present)
    standing = {row.claim: row for row in findings().rows}
    for claim in ("memoirs-corridors", "khrushchev-consent", "khrushchev-last-days", "kaganovich-raised"):
        assert ("resolution-text", "contradicts") in standing[claim].records


def test_accounts_roots_and_relays_are_those_of_the_reading() -> None:
    counted = {
        one.question: tuple(map(len, (one.witnesses.accounts, one.witnesses.roots, one.witnesses.relays)))
        for one in witnesses_by_question(findings())
    }
    expected = {
        "first-raised": (2, 2, 1),
        "approved": (5, 5, 4),
        "first-for-congress": (2, 2, 1),
        "speaker": (3, 3, 1),
        "sitting": (3, 3, 3),
        "place-in-congress": (3, 3, 1),
        "commission-set-up": (2, 2, 0),
        "commission-members": (1, 1, 0),
        "commission-idea": (2, 1, 2),
        "talk-dated": (2, 2, 1),
        "pospelov-report-dated": (1, 1, 1),
        "delivered-when": (7, 8, 2),
        "public-end": (1, 2, 0),
        "west-reporter": (1, 1, 0),
        "copy-at-cia": (2, 2, 0),
    }
    assert {question: counted[question] for question in expected} == expected


def test_a_lost_digit_is_offered_for_the_fifth_and_nothing_for_the_ninth() -> None:
    slips = {(claim, slip.kind) for slip in find_slips(findings()) for claim in slip.claims}
    assert ("frus-25-delivered", SlipKind.LOST) in slips
    assert not {kind for claim, kind in slips if claim == "copy-approved"}


def test_the_memoirs_have_three_relays_and_each_can_be_looked_through() -> None:
    claims = [id for id, claim in corpus().claims.items() if claim.source == "khrushchev-memoirs"]
    seen = {
        relay: [row.claim for row in examine(corpus(), Perspective(through=(relay,))).rows if row.claim in claims]
        for relay in ("bb-lv", "rogovin", "zenkovich-tainy")
    }
    assert seen == {
        "bb-lv": ["memoirs-corridors"],
        "rogovin": ["khrushchev-consent"],
        "zenkovich-tainy": ["khrushchev-last-days"],
    }
