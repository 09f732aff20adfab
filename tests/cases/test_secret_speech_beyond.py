"""The founding case beyond the article: what is found is what the reading by hand says, as it was settled.

The reading is docs/cases/secret-speech-beyond.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.slips import SlipKind, find_slips
from claimcheck.criticism.witnesses import witnesses_by_question
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Standing, Verdict
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
def contradictions() -> dict[frozenset[str], int | None]:
    return {
        frozenset((pair.a, pair.b)): pair.gap.days if pair.gap is not None else None
        for pair in findings().pairs
        if pair.verdict is Verdict.CONTRADICTS
    }


def with_claim(claim: str, among: set[str]) -> dict[str, int | None]:
    return {
        other: gap
        for pair, gap in contradictions().items()
        if claim in pair
        for other in pair - {claim}
        if other in among
    }


def claims_in(file: str) -> set[str]:
    return {id for id, claim in corpus().claims.items() if claim.position.file.endswith(file)}


THIRTEENTH = dict.fromkeys(("barsukov-approved", "izv-approved", "zenkovich-approved"))


def test_the_memoirs_are_contradicted_by_those_who_were_there_and_by_historians() -> None:
    assert with_claim("memoirs-corridors", claims_in("origins.yaml")) == {
        "mikoyan-urged": 1,
        "mn-autumn": 45,
        "rubanov-first-half": 229,
        "medvedev-section": None,
        "aksyutin-disputes-begin": 22,
        "aksyutin-9-feb": 5,
        "copy-approved": 5,
        "izv-approved": 1,
        "zenkovich-approved": 1,
        "zenkovich-discussed": 1,
        "pair-decided": 1,
        "s-khrushchev-before-plenum": 1,
    }


def test_three_dates_are_given_to_the_first_approval() -> None:
    answers = {
        id for id, claim in corpus().claims.items() if any(s.question == "approved" for s in claim.statements)
    }
    assert with_claim("copy-approved", answers) == {
        **dict.fromkeys(THIRTEENTH, 4),
        "khrushchev-consent": 5,
        "khrushchev-last-days": 11,
    }
    assert with_claim("khrushchev-consent", answers) == {**dict.fromkeys(THIRTEENTH, 1), "copy-approved": 5}
    assert with_claim("khrushchev-last-days", answers) == {**dict.fromkeys(THIRTEENTH, 7), "copy-approved": 11}


def test_kaganovichs_break_contradicts_all_that_came_before_it() -> None:
    assert with_claim("kaganovich-raised", set(corpus().claims)) == {
        **dict.fromkeys(("narrator-first-for-congress", "narrator-opponents", "narrator-advocates"), 24),
        "aksyutin-9-feb": 16,
        "copy-approved": 16,
        **dict.fromkeys(THIRTEENTH, 12),
        "pair-decided": 11,
        "aksyutin-aberration": None,
        "pair-myth": None,
    }


def test_the_one_hour_that_is_given_agrees_with_the_day() -> None:
    day = {"narrator-delivered", "latimes-delivered"}
    assert not [pair for pair in contradictions() if pair & day and "izv-delivered" in pair]
    refined = [p for p in findings().pairs if {p.a, p.b} & day and "izv-delivered" in (p.a, p.b)]
    assert {p.verdict for p in refined} == {Verdict.REFINED_BY}


@pytest.mark.parametrize(
    ("claim", "days"), [("nyt-delivered", 1), ("brackman-delivered", 1), ("frus-25-delivered", 20)]
)
def test_a_day_other_than_the_twenty_fifth_is_ruled_out_by_the_record(claim: str, days: int) -> None:
    bare = {"narrator-delivered", "latimes-delivered"}
    assert with_claim(claim, bare) == dict.fromkeys(bare, days)
    row = next(row for row in findings().rows if row.claim == claim)
    assert row.verdict is Standing.CONTRADICTED
    assert {"telegram-of-17-may", "telegram-of-2-june"} <= {id for id, how in row.records if how == "contradicts"}


def test_the_rest_that_contradicts() -> None:
    expected: dict[frozenset[str], int | None] = {
        frozenset(("mn-autumn", "rubanov-first-half")): 32,
        frozenset(("naumov-first-raised", "rubanov-first-half")): 108,
        frozenset(("shepilov-typed", "s-khrushchev-not-retyped")): None,
        frozenset(("kaganovich-booklet", "s-khrushchev-not-retyped")): None,
        frozenset(("rettie-journal-end", "rettie-statesman-end")): 1,
        # A report on the 5th has been raised and written by then.
        frozenset(("frus-25-delivered", "memoirs-corridors")): 9,
        frozenset(("frus-25-delivered", "barsukov-no-text")): 8,
        frozenset(("frus-25-delivered", "khrushchev-consent")): 9,
    }
    assert {pair: contradictions().get(pair, -1) for pair in expected} == expected
    assert len(contradictions()) == 71


def test_no_three_are_in_conflict_of_which_any_two_could_hold() -> None:
    assert not [conflict for conflict in findings().conflicts if len(conflict.members) > 2]


def test_what_the_editor_holds_for_a_misprint_is_marked() -> None:
    marked = {id for id, claim in corpus().claims.items() if claim.misprint}
    assert marked == {"frus-25-delivered", "mainstream-nyt"}


def test_the_memoirists_were_there_when_the_report_was_approved() -> None:
    present = corpus().events["approval-13-feb"].present
    assert {"khrushchev", "mikoyan", "kaganovich"} <= set(present)
    standing = {row.claim: row for row in findings().rows}
    for claim in ("memoirs-corridors", "khrushchev-consent", "khrushchev-last-days", "kaganovich-raised"):
        assert ("resolution-text", "contradicts") in standing[claim].records


def test_the_standings_are_those_of_the_reading() -> None:
    found = {row.claim: row.verdict for row in findings().rows}
    expected = {
        Standing.CONTRADICTED: {
            "memoirs-corridors",
            "kaganovich-raised",
            "kaganovich-booklet",
            "khrushchev-consent",
            "khrushchev-last-days",
            "nyt-delivered",
            "brackman-delivered",
            "frus-25-delivered",
            "mainstream-nyt",
        },
        Standing.CORROBORATED: {
            "narrator-insistence",
            # Disputes of what the record rules out.
            "narrator-myth",
            "aksyutin-aberration",
            "pair-myth",
            "s-khrushchev-fused",
            "zenkovich-denies",
            "narrator-delivered",
            "latimes-delivered",
            "guardian-delivered",
            "frus-9-delivered",
            "narrator-khrushchev-speaker",
            "barsukov-speaker",
            "narrator-after-elections",
            "zenkovich-place",
            "mikoyan-place",
            "zenkovich-discussed",
            "pair-decided",
            "aksyutin-9-feb",
            "latimes-closing-day",
        },
        Standing.CORROBORATED_IN_PART: {
            "barsukov-approved",
            "izv-approved",
            "zenkovich-approved",
            "barsukov-closed-session",
            "mikoyan-sitting",  # that it was closed, not since when
        },
        Standing.CONTESTED: set(),
    }
    for standing, claims in expected.items():
        assert {claim for claim, verdict in found.items() if verdict is standing} == claims
    assert found["copy-approved"] is Standing.CONSISTENT
    for claim in ("rettie-observer", "mikoyan-note", "barsukov-pencil-basis"):
        assert found[claim] is Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT


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
