"""Three arguments in which only the whole is impossible, told as one would write them by hand.

The corpora stand in `together/`, each with the chain by hand at its head.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from casework import corpus_of

from claimcheck.engine.conflicts import conflicts_of
from claimcheck.engine.findings import Role
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view
from claimcheck.examine import examine
from claimcheck.report.words.proofs import step_says

CORPORA = Path(__file__).parent / "together"

ARGUMENTS = {
    "couriers": (
        ("leaves", "ferry", "arrives", "answers"),
        [
            "So the courier crosses the ferry, beginning no later than 5 May 1346.",
            "So the courier crosses the ferry not before 6 May 1346.",
        ],
    ),
    "reigns": (
        ("crowned", "reigned", "aged", "baptised"),
        [
            "So the younger king is crowned, beginning no later than 30 June 1087.",
            "So the younger king is crowned not before 10 August 1087.",
        ],
    ),
    "letters": (
        ("draft-after-reading", "read-on-arrival", "sent", "draft-date", "not-the-eighth"),
        [
            "So the author reads the letter, beginning no later than 8 March 1871.",
            "So the critic's letter is sent not before 9 March 1871.",
            "So the author reads the letter not before 9 March 1871.",
        ],
    ),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_the_whole_is_the_only_conflict_and_its_chain_is_that_of_the_hand(name: str) -> None:
    members, deductions = ARGUMENTS[name]
    corpus = corpus_of((CORPORA / f"{name}.yaml").read_text(encoding="utf-8"))
    findings = examine(corpus)
    assert [conflict.members for conflict in findings.conflicts] == [members]
    because = findings.conflicts[0].because
    assert [step_says(corpus, step, because) for step in because if step.role is Role.DEDUCTION] == deductions
    assert [step.id for step in because if step.role is Role.CLAIM] == list(members)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_all_but_any_one_of_them_can_be_true(name: str) -> None:
    members, _ = ARGUMENTS[name]
    corpus = corpus_of((CORPORA / f"{name}.yaml").read_text(encoding="utf-8"))
    inquiry = Inquiry(view(corpus, Perspective()))
    for fewer in combinations(members, len(members) - 1):
        assert inquiry.is_possible(tuple(inquiry.claim(id) for id in fewer), wide=True)


def _relay() -> str:
    """Four stages, of each of which three runners say how many days it took, and when the last one came in."""
    lines = ["questions:"]
    lines += [f"  q{stage}: {{ask: When did stage {stage} end?, event: stage-{stage}}}" for stage in range(1, 5)]
    lines += ["events:", "  stage-0: {label: the start, record: roll, when: 1 May 1897}"]
    lines += [f"  stage-{stage}: {{label: the end of stage {stage}}}" for stage in range(1, 5)]
    lines += ["claims:", "  came-in: {by: clerk, in: book, answers: q4, when: 20 July 1897}"]
    for stage in range(1, 5):
        for days in (10, 20, 30):
            when = f"{days} days after @stage-{stage - 1}"
            lines.append(
                f'  s{stage}-{days}: {{by: runner-{stage}-{days}, in: book, answers: q{stage}, when: "{when}"}}'
            )
    return "\n".join(lines)


def test_how_many_conflicts_a_search_that_was_cut_short_did_not_list_is_estimated() -> None:
    """Of 81 ways through the stages 19 take the eighty days from 1 May to 20 July, and 62 contradict the clerk."""
    corpus = corpus_of(_relay())
    whole = conflicts_of(Inquiry(view(corpus, Perspective())))
    assert whole.complete and (whole.cut_short, whole.unlisted) == ((), 0)
    assert [len(conflict.members) for conflict in whole.conflicts] == [2] * 12 + [5] * 62
    some = conflicts_of(Inquiry(view(corpus, Perspective())), budget=30)
    listed = sum(len(conflict.members) == 5 for conflict in some.conflicts)
    assert not some.complete and set(some.cut_short) == corpus.claims.keys()
    assert 0 < listed < 62 and 0 < some.unlisted < 62
