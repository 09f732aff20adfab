"""The accounts of each question in order of the date they give: who, in what words, read how, standing where.

Belongs here: gathering and ordering accounts. Does not belong here: wording, verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Dated, Question, Statement
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.engine.examination import Examination
from claimcheck.report.dating import as_read, dated_in, display_key
from claimcheck.report.naming import place_of
from claimcheck.report.sentences import answer_as_written


@dataclass(frozen=True, slots=True)
class Account:
    """One claim as an answer: `says` as written, `read` in words (empty where nothing is to be read)."""

    claim: Claim
    says: str
    read: str
    stands: str
    dated: Dated | None
    roots: tuple[str, ...]
    relays: tuple[str, ...]


def accounts_by_question(findings: Examination) -> tuple[tuple[Question | None, tuple[Account, ...]], ...]:
    """Each question with its accounts in view, then the claims that answer none; empty groups are left out.

    Accounts stand in order of `display_key`, ties in file order.
    """
    corpus = findings.corpus
    found: list[tuple[Question | None, tuple[Account, ...]]] = []
    present = {row.claim for row in findings.rows}
    claims = [claim for claim in corpus.claims.values() if claim.id in present]
    for question in corpus.questions.values():
        answers = [
            (claim, statement)
            for claim in claims
            for statement in claim.statements
            if statement.question == question.id
        ]
        if answers:
            found.append((question, _ordered(findings, answers)))
    free = [
        (claim, claim.statements[0] if claim.statements else None)
        for claim in claims
        if not any(statement.question in corpus.questions for statement in claim.statements)
    ]
    if free:
        found.append((None, _ordered(findings, free)))
    return tuple(found)


def accounts_by_id(findings: Examination) -> dict[str, tuple[Account, ...]]:
    """The accounts in view by the id of their question, in order of the dates that they give."""
    return {question.id: some for question, some in findings.once(accounts_by_question) if question is not None}


def _ordered(findings: Examination, answers: Sequence[tuple[Claim, Statement | None]]) -> tuple[Account, ...]:
    accounts = [_account(findings, claim, statement) for claim, statement in answers]
    return tuple(sorted(accounts, key=lambda account: display_key(findings, account.dated, account.claim)))


def _account(findings: Examination, claim: Claim, statement: Statement | None) -> Account:
    corpus = findings.corpus
    dated = dated_in(statement) if statement is not None else None
    return Account(
        claim=claim,
        says=answer_as_written(corpus, claim, statement.question if statement is not None else None),
        read=" / ".join(_readings(findings, claim, statement)),
        stands=place_of(corpus, claim.id),
        dated=dated,
        roots=tuple(roots_of(corpus, claim.id, is_claim=True)),
        relays=relays_of(corpus, claim.id, is_claim=True),
    )


def _readings(findings: Examination, claim: Claim, statement: Statement | None) -> Iterator[str]:
    """Every reading of the date, in the order in which readings are numbered."""
    if statement is None:
        return
    stated = [dated for dated in (dated_in(statement), *statement.or_when) if dated is not None]
    for dated in stated:
        for number in range(len(dated.when.readings)):
            words = as_read(findings, dated, number, claim)
            if words:
                yield words
