"""The article of the founding case: accounts, roots and relays as read by hand, and how its question stood."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.history import History, histories
from claimcheck.criticism.loops import Circle, loops
from claimcheck.criticism.witnesses import Witnesses, witnesses_by_question
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Standing, Verdict
from claimcheck.engine.perspective import Perspective, public_from
from claimcheck.examine import examine

ROOT = Path(__file__).parents[2]


@cache
def case() -> Examination:
    corpus, _ = read_corpus(ROOT / "claims" / "secret-speech")
    return examine(corpus, Perspective(through=("bb-lv",)))


@cache
def witnesses() -> dict[str | None, Witnesses]:
    return {one.question: one.witnesses for one in witnesses_by_question(case())}


# Accounts, roots and relays as read by hand, question by question.
BOOK = "spitsyn-slyakot"  # the article rests on it
NARRATED = (1, (BOOK,), ())
BARSUKOV = (1, ("barsukov-study",), ("bb-lv",))
BY_HAND = {
    "first-raised": (2, ("khrushchev-memoirs", "naumov-study"), ("bb-lv",)),
    "october-memorandum-sent": (1, ("naumov-study",), ("bb-lv",)),
    "separate-report": (1, ("naumov-study",), ("bb-lv",)),
    "treatment": (2, ("naumov-study", BOOK), ("bb-lv",)),
    "first-discussed": (1, ("pikhoya-group",), ("bb-lv",)),
    **dict.fromkeys(("first-for-congress", "opponents", "advocates"), NARRATED),
    **dict.fromkeys(("commission-set-up", "commission-head", "commission-members", "commission-task"), NARRATED),
    "commission-idea": (1, ("mikoyan-memoirs",), ("bb-lv",)),
    **dict.fromkeys(("approved", "presented-to-presidium", "presented-to-plenum", "text-at-approval"), BARSUKOV),
    **dict.fromkeys(
        ("pencil-text-written", "pencil-text-made", "pencil-text-basis", "pencil-text-reason", "sitting"), BARSUKOV
    ),
    "speaker": (2, ("barsukov-study", BOOK), ("bb-lv",)),
    "first-proposed-speaker": (1, ("snegov-authors",), ("bb-lv",)),
    **dict.fromkeys(("on-whose-behalf", "place-in-congress", "completed-when", "dictated-when"), NARRATED),
    **dict.fromkeys(("dictation-made", "length", "delivered-when", "motive", "congress-purpose"), NARRATED),
    **dict.fromkeys(("initial-text-dated", "initial-text-authors"), (1, ("archival-documents", BOOK), ("bb-lv",))),
}


@pytest.mark.parametrize("question", BY_HAND)
def test_accounts_roots_and_relays_are_those_of_the_reading_by_hand(question: str) -> None:
    found = witnesses()[question]
    assert (len(found.accounts), found.roots, found.relays) == BY_HAND[question]


def test_the_reading_by_hand_speaks_of_every_question() -> None:
    assert set(BY_HAND) == {question for question in witnesses() if question is not None}


def test_the_joint_statement_of_the_memoirs_is_one_account() -> None:
    assert [account.by for account in witnesses()["first-raised"].accounts] == [
        ("khrushchev", "mikoyan"),
        ("naumov",),
    ]


def test_the_followers_of_mikoyan_are_several_who_add_no_root() -> None:
    (account,) = witnesses()["commission-idea"].accounts
    assert (account.is_several, account.roots) == (True, ("mikoyan-memoirs",))


def test_the_narrators_own_sentences_support_nothing() -> None:
    own = [loop for loop in loops(case()) if loop.circle is Circle.OWN_SOURCE]
    assert {"narrator-first-for-congress", "narrator-delivered"} <= {loop.claim for loop in own}
    assert all(case().corpus.claims[loop.claim].source == "bb-lv" for loop in own)


def test_before_the_archives_opened_nothing_contradicts_the_memoirs() -> None:
    findings = case()
    then = examine(findings.corpus, Perspective(as_of=1989, through=("bb-lv",)))
    row = next(row for row in then.rows if row.claim == "memoirs-corridors")
    assert row.verdict is Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT
    assert not [pair for pair in then.pairs if pair.verdict is Verdict.CONTRADICTS]


def _first_raised() -> History:
    return next(history for history in histories(case()) if history.question == "first-raised")


def test_the_history_says_when_the_memoirs_came_to_be_disputed_and_by_which_works() -> None:
    stages = {stage.year: stage for stage in _first_raised().stages}
    assert stages[1970].claims == ("memoirs-corridors",)
    assert not stages[1970].dissents
    assert {(*one.claims, one.works) for one in stages[2020].dissents} >= {
        ("memoirs-corridors", "naumov-first-raised", ("naumov-study",))
    }


def test_the_history_says_from_when_on_the_record_contradicts_the_memoirs() -> None:
    turns = [turn for stage in _first_raised().stages for turn in stage.turns if turn.claim == "memoirs-corridors"]
    assert [turn.after for turn in turns] == [
        Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT,
        Standing.CONTRADICTED,
    ]
    assert turns[-1].works == ("bb-lv",)
    assert set(turns[-1].records) >= {"debate-1-feb", "presidium-9-feb"}


def test_what_reached_us_through_the_article_alone_is_dated_by_the_book_behind_it() -> None:
    relayed = ("bb-lv", "barsukov-study", "naumov-study", "pikhoya-group", "snegov-authors", "mikoyan-followers")
    corpus = case().corpus
    assert {public_from(corpus.sources[work], corpus) for work in (BOOK, *relayed)} == {2020}
    assert not {work for history in histories(case()) for work in history.undated} & set(relayed)
