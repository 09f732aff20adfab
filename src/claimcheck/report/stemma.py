"""The stemma in words, as a section: accounts, roots and relays; points of agreement; loops.

Belongs here: how dependence is said. Does not belong here: counting (see `claimcheck.criticism.witnesses` and
`loops`), the stemma as a picture (see `stemma_pictures`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.loops import Circle, Link, Loop, loops
from claimcheck.criticism.witnesses import (
    Account,
    Agreement,
    Witnesses,
    agreements,
    is_taken_as_several,
    witnesses_by_question,
)
from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Table
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, is_plural, listed, sentence, stopped


def stemma_blocks(findings: Examination) -> list[Block]:
    """Points of agreement with the voices behind each, loops, and what is stated beside."""
    corpus = findings.corpus
    blocks: list[Block] = []
    asked = findings.once(witnesses_by_question)
    agreed = findings.once(agreements)
    if agreed:
        blocks.append(Paragraph("Points of agreement, and how many voices there are behind each:"))
        points = tuple(
            (_question(corpus, one.question), _agreeing(corpus, one), *_numbers(corpus, one.witnesses))
            for one in agreed
        )
        blocks.append(Table(("question", "agree", "accounts", "roots", "relays"), points))
    found = findings.once(loops)
    if found:
        blocks.append(Paragraph("These corroborations are circular, and count for nothing:"))
        blocks.append(
            Listing(tuple(Item(loop_says(corpus, loop), names.place_of(corpus, loop.claim)) for loop in found))
        )
    blocks.extend(
        _remarks(corpus, [id for one in asked for account in one.witnesses.accounts for id in account.by])
    )
    return blocks


def _question(corpus: Corpus, question: str | None) -> str:
    return names.asked(corpus, question) if question is not None else "stated without a question"


def _numbers(corpus: Corpus, found: Witnesses) -> tuple[str, str, str]:
    """The cells of the three numbers, each with what it counts."""
    accounts = "; ".join(_account(corpus, account) for account in found.accounts)
    roots = ", ".join(_source(corpus, root) for root in found.roots)
    relays = ", ".join(_source(corpus, relay) for relay in found.relays)
    return (
        f"{len(found.accounts)}{f': {accounts}' if accounts else ''}",
        f"{len(found.roots)}: {roots}",
        f"{len(found.relays)}: {relays}" if relays else "0",
    )


def _account(corpus: Corpus, account: Account) -> str:
    said = listed(names.person(corpus, id) for id in account.by) or names.claimants(corpus, account.claims[0])
    if account.is_several:
        return f"{said} (several, not named: how many is not said)"
    return f"{said} (jointly)" if len(account.by) > 1 else said


def _source(corpus: Corpus, id: str) -> str:
    entry = corpus.sources.get(id)
    if entry is not None and entry.unnamed:
        return "an unnamed source"
    return names.source(corpus, id)


def _agreeing(corpus: Corpus, agreement: Agreement) -> str:
    said = names.who(corpus, agreement.claims, len(agreement.claims))
    if agreement.more_precise:
        said += f"; more precisely {names.who(corpus, agreement.more_precise, len(agreement.more_precise))}"
    return f"{said} ({agreement.dimension})" if agreement.dimension is not None else said


def loop_says(corpus: Corpus, loop: Loop) -> str:
    """A circular corroboration in a sentence, link by link."""
    way = sentence("; ".join(_link(corpus, link) for link in loop.links))
    claim = names.claimants(corpus, loop.claim)
    record = capital(names.record(corpus, loop.record)) if loop.record is not None else ""
    match loop.circle:
        case Circle.OWN_SOURCE:
            return f"{record} would bear {claim} out, but stands in the same source. {way}"
        case Circle.SHARED_ROOT:
            return f"{record} would bear {claim} out, but both come from one root. {way}"
        case Circle.CITES_ITSELF:
            return f"{capital(claim)} rests in the end on its own source. {way}"


def _link(corpus: Corpus, link: Link) -> str:
    start, does = _end(corpus, link.start), str(link.tie)
    if is_plural(start):
        does = does.replace("is ", "are ", 1).replace("stands", "stand").replace("rests", "rest")
    return f"{start} {does} {_end(corpus, link.end)}"


def _end(corpus: Corpus, id: str) -> str:
    """What is at the end of a tie: an account, a record, or a work."""
    if id in corpus.claims and id not in corpus.sources:
        return f"the account of {names.claimants(corpus, id)}"
    if id in corpus.sources:
        return _source(corpus, id)
    return f"the record of {names.event(corpus, found.event)}" if (found := names.record_entry(corpus, id)) else id


def _remarks(corpus: Corpus, speakers: Iterable[str]) -> Iterator[Block]:
    wanted = set(speakers)
    taken = [one for one in corpus.claimants.values() if one.id in wanted and is_taken_as_several(one)]
    if taken:
        several = listed(f"{names.person(corpus, one.id)} ({one.position.place})" for one in taken)
        yield Paragraph(
            f"By the wording of the name, several who are not named are meant by {several}; `several: yes` or "
            "`several: no` at the claimant settles it."
        )
    independent = {source.id: source.independent_of for source in corpus.sources.values()}
    independent |= {claim.id: claim.independent_of for claim in corpus.claims.values() if claim.independent_of}
    stated = [
        f"{names.cited(corpus, id)} of {listed(names.cited(corpus, other) for other in others)}"
        for id, others in independent.items()
        if others
    ]
    if stated:
        said = stopped(f"These are stated to be independent: {'; '.join(stated)}")
        yield Paragraph(f"{said} Of no others is it presumed.")
    else:
        yield Paragraph("That any two roots are independent of each other is not stated, and not presumed.")
