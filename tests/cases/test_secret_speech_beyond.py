"""The founding case beyond the article: what is found is what the reading by hand says, as it was settled.

The reading is docs/cases/secret-speech-beyond.md.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
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


THIRTEENTH = dict.fromkeys(("barsukov-approved", "barsukov-eve-of-plenum", "izv-approved", "zenkovich-approved"))


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
        "barsukov-eve-of-plenum": 1,
        "khrushchev-consent": 5,
        "khrushchev-last-days": 11,
    }
    assert with_claim("khrushchev-consent", answers) == {**dict.fromkeys(THIRTEENTH, 1), "copy-approved": 5}
    assert with_claim("khrushchev-last-days", answers) == {**dict.fromkeys(THIRTEENTH, 7), "copy-approved": 11}


def test_kaganovichs_break_contradicts_all_that_came_before_it() -> None:
    assert with_claim("kaganovich-raised", set(corpus().claims)) == {
        "narrator-first-for-congress": 24,
        "aksyutin-9-feb": 16,
        "copy-approved": 16,
        **dict.fromkeys(THIRTEENTH, 12),
        "pair-decided": 11,
        "aksyutin-aberration": None,
        "pair-myth": None,
    }


def test_the_hours_of_the_twenty_fifth_contradict_below_the_day_only() -> None:
    hours = [
        "izv-delivered",
        "talking-history-delivered",
        "wikipedia-delivered",
        "chapter-delivered",
        "marxdic-delivered",
        "kinaforum-delivered",
    ]
    compatible = {
        frozenset(("izv-delivered", "talking-history-delivered")),
        frozenset(("talking-history-delivered", "wikipedia-delivered")),
        frozenset(("chapter-delivered", "marxdic-delivered")),
        frozenset(("marxdic-delivered", "kinaforum-delivered")),
    }
    found = {pair: contradictions().get(pair, -1) for pair in map(frozenset, combinations(hours, 2))}
    assert found == {pair: -1 if pair in compatible else 0 for pair in found}
    day = {"narrator-delivered", "boffa-delivered", "latimes-delivered"}
    assert not [pair for pair in contradictions() if pair & day and pair & set(hours)]


@pytest.mark.parametrize(
    ("claim", "days"), [("nyt-delivered", 1), ("brackman-delivered", 1), ("frus-25-delivered", 20)]
)
def test_a_day_other_than_the_twenty_fifth_is_ruled_out_by_the_record(claim: str, days: int) -> None:
    bare = {"narrator-delivered", "boffa-delivered", "latimes-delivered"}
    assert with_claim(claim, bare) == dict.fromkeys(bare, days)
    row = next(row for row in findings().rows if row.claim == claim)
    assert row.verdict is Standing.CONTRADICTED
    assert {"telegram-of-17-may", "telegram-of-2-june"} <= {id for id, how in row.records if how == "contradicts"}


def test_the_rest_that_contradicts() -> None:
    expected: dict[frozenset[str], int | None] = {
        frozenset(("monograph-commission", "wikipedia-commission-day")): 1,
        frozenset(("monograph-commission", "atom-essay-commission")): 1,
        frozenset(("monograph-commission", "wikipedia-old-commission-day")): 333,
        frozenset(("wikipedia-commission-day", "wikipedia-old-commission-day")): 334,
        frozenset(("atom-essay-commission", "wikipedia-old-commission-day")): 334,
        frozenset(("mn-autumn", "rubanov-first-half")): 32,
        frozenset(("naumov-first-raised", "rubanov-first-half")): 108,
        frozenset(("shepilov-typed", "s-khrushchev-not-retyped")): None,
        frozenset(("kaganovich-booklet", "s-khrushchev-not-retyped")): None,
        frozenset(("rettie-journal-end", "rettie-statesman-end")): 1,
        frozenset(("wikipedia-public-end", "rettie-statesman-end")): 1,
        frozenset(("wikipedia-west", "chapter-west")): 1,
        frozenset(("wikipedia-reporter", "chapter-reporter")): None,
        frozenset(("rettie-reporter", "chapter-reporter")): None,
        frozenset(("imprint-1959", "s-khrushchev-imprint")): None,
        # What the reading had not seen.
        frozenset(("frus-25-delivered", "memoirs-corridors")): 9,
        frozenset(("frus-25-delivered", "barsukov-no-text")): 8,
    }
    assert {pair: contradictions().get(pair, -1) for pair in expected} == expected
    assert len(contradictions()) == 116


def test_the_narrators_there_and_two_days_cannot_all_be_true() -> None:
    threes = {frozenset(conflict.members) for conflict in findings().conflicts if len(conflict.members) == 3}
    days = ("monograph-commission", "wikipedia-old-commission-day")
    theres = ("narrator-commission-set-up", "commission-created/1")
    assert threes == {frozenset(("pikhoya-first-discussed", there, day)) for there in theres for day in days}


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
            "narrator-delivered",
            "boffa-delivered",
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
            "rettie-observer",
            "emersonkent-cia",
            # Disputes of what the record rules out.
            "narrator-myth",
            "aksyutin-aberration",
            "pair-myth",
            "s-khrushchev-fused",
            "zenkovich-denies",
        },
        Standing.CORROBORATED_IN_PART: {
            "barsukov-approved",
            "izv-approved",
            "zenkovich-approved",
            "mikoyan-note",
            "mikoyan-sitting",  # that it was closed, not since when
            "wikipedia-report-day",
            "barsukov-pencil-basis",
            "barsukov-closed-session",
            "mediasole-1989",
            "wikipedia-delivered",
            "night-delivered",
            "marxdic-delivered",
            "kinaforum-delivered",
        },
        Standing.CONTESTED: set(),
    }
    for standing, claims in expected.items():
        assert {claim for claim, verdict in found.items() if verdict is standing} == claims
    assert found["copy-approved"] is Standing.CONSISTENT
    assert found["wikipedia-old-commission-day"] is Standing.CONSISTENT


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
        "commission-set-up": (4, 5, 1),
        "commission-members": (2, 2, 0),
        "commission-idea": (2, 1, 2),
        "talk-dated": (2, 2, 1),
        "pospelov-report-dated": (2, 2, 1),
        "delivered-when": (14, 15, 2),
        "public-end": (2, 3, 0),
        "west-first-report": (2, 2, 0),
        "west-reporter": (3, 3, 0),
        "copy-at-cia": (3, 3, 0),
    }
    assert {question: counted[question] for question in expected} == expected


def test_a_lost_digit_is_offered_for_the_fifth_and_nothing_for_the_ninth_or_for_january() -> None:
    slips = {(claim, slip.kind) for slip in find_slips(findings()) for claim in slip.claims}
    assert ("frus-25-delivered", SlipKind.LOST) in slips
    assert not {kind for claim, kind in slips if claim in ("copy-approved", "wikipedia-old-commission-day")}


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
