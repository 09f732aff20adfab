"""The stemma in words, as a section: accounts, roots and relays; points of agreement; loops.

Belongs here: how dependence is said. Does not belong here: counting (see `claimcheck.criticism.witnesses` and
`loops`), the stemma as a picture (see `stemma_pictures`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import (
    NO_SIGLA,
    Block,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    Target,
    claims_called,
)
from claimcheck.report.naming import line_of, place_of, question_text, source_of
from claimcheck.report.words.grammar import listed


def stemma_section(findings: Examination, asking: Asking) -> Section:
    """Who depends on whom: the three numbers of each question and point of agreement, chains, loops."""
    return Section("stemma", "Stemma", tuple(stemma_blocks(findings, by_question=True)))


def stemma_blocks(
    findings: Examination, *, by_question: bool, sigla: Mapping[Target, str] = NO_SIGLA
) -> list[Block]:
    """The blocks of the stemma; without the numbers `by_question`, and what rests on what, where a page has them.

    Where there are `sigla`, questions and claims are called by them.
    """
    corpus = findings.corpus
    blocks: list[Block] = []
    asked = findings.once(witnesses_by_question)
    if asked and by_question:
        heads = ("question", "accounts", "roots", "relays")
        rows = tuple((_question(corpus, one.question), *_numbers(corpus, one.witnesses)) for one in asked)
        blocks.append(Table(heads, rows))
    agreed = findings.once(agreements)
    if agreed:
        blocks.append(Paragraph("Points of agreement, and how many voices there are behind each:"))
        points = tuple(
            (
                _question(corpus, one.question, sigla),
                _agreeing(one, sigla),
                *_numbers(corpus, one.witnesses, by_name=not sigla),
            )
            for one in agreed
        )
        blocks.append(Table(("question", "agree", "accounts", "roots", "relays"), points))
    chains = tuple(_chains(corpus, [account for one in asked for account in one.witnesses.accounts]))
    if chains and by_question:
        blocks.append(Paragraph("What rests on what:"))
        blocks.append(Listing(tuple(Item(text) for text in chains)))
    found = findings.once(loops)
    if found:
        blocks.append(Paragraph("Circular, so it counts for nothing:"))
        blocks.append(
            Listing(tuple(Item(loop_says(corpus, loop, sigla), place_of(corpus, loop.claim)) for loop in found))
        )
    blocks.extend(
        _remarks(corpus, [id for one in asked for account in one.witnesses.accounts for id in account.by])
    )
    return blocks


def numbers_say(corpus: Corpus, witnesses: Witnesses) -> str:
    """The three numbers in a sentence: "2 accounts from 1 root, through 1 relay (the-gazette)."."""
    several = sum(account.is_several for account in witnesses.accounts)
    unnamed = f" ({several} of several who are not named)" if several else ""
    relays = ""
    if witnesses.relays:
        relays = f", through {_count(len(witnesses.relays), 'relay')} ({listed(witnesses.relays)})"
    accounts = f"{_count(len(witnesses.accounts), 'account')}{unnamed}"
    return f"{accounts} from {_count(len(witnesses.roots), 'root')}{relays}."


def roots_say(corpus: Corpus, witnesses: Witnesses) -> str:
    """The roots by name: "Roots: the-annals, the-chronicle."."""
    roots = listed(_source(corpus, root) for root in witnesses.roots)
    return f"{'Root' if len(witnesses.roots) == 1 else 'Roots'}: {roots}." if roots else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _question(corpus: Corpus, question: str | None, sigla: Mapping[Target, str] = NO_SIGLA) -> str:
    if question is None:
        return "(stated without a question)"
    return sigla.get(("question", question)) or question_text(corpus, question)


def _numbers(corpus: Corpus, found: Witnesses, *, by_name: bool = True) -> tuple[str, str, str]:
    """The cells of the three numbers, each with what it counts; of accounts all (`by_name`) or only several."""
    counted = (account for account in found.accounts if by_name or account.is_several)
    accounts = "; ".join(_account(corpus, account) for account in counted)
    roots = ", ".join(_source(corpus, root) for root in found.roots)
    relays = ", ".join(_source(corpus, relay) for relay in found.relays)
    return (
        f"{len(found.accounts)}{f': {accounts}' if accounts else ''}",
        f"{len(found.roots)}: {roots}",
        f"{len(found.relays)}: {relays}" if relays else "0",
    )


def _account(corpus: Corpus, account: Account) -> str:
    names = [corpus.claimants[id].name if id in corpus.claimants else id for id in account.by]
    said = listed(" ".join(name.split()) for name in names) or account.claims[0]
    if account.is_several:
        return f"{said} (several, not named: how many is not said)"
    return f"{said} (jointly)" if len(account.by) > 1 else said


def _source(corpus: Corpus, id: str) -> str:
    entry = corpus.sources.get(id)
    if entry is not None and entry.unnamed:
        return "an unnamed source"
    return source_of(corpus, id, None) or id


def _agreeing(agreement: Agreement, sigla: Mapping[Target, str]) -> str:
    said = listed(claims_called(agreement.claims, sigla))
    if agreement.more_precise:
        said += f"; more precisely {listed(claims_called(agreement.more_precise, sigla))}"
    return f"{said} ({agreement.dimension})" if agreement.dimension is not None else said


def _chains(corpus: Corpus, accounts: Iterable[Account]) -> Iterator[str]:
    """Each chain of dependence once, as one sentence."""
    chains = dict.fromkeys(chain for account in accounts for chain in account.chains if chain.steps)
    for chain in chains:
        yield f"{', which rests on '.join(_resting(corpus, chain.ids))}."


def _resting(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    names = [id if id in corpus.claims else _source(corpus, id) for id in ids]
    return [f"{names[0]} rests on {names[1]}", *names[2:]]


def loop_says(corpus: Corpus, loop: Loop, sigla: Mapping[Target, str] = NO_SIGLA) -> str:
    """A circular corroboration in a sentence, link by link; claims and records by their `sigla`, where given."""
    called = {
        id: name for (sort, id), name in sigla.items() if sort in ("claim", "record") and id not in corpus.sources
    }
    way = "; ".join(_link_says(corpus, link, called) for link in loop.links)
    record, claim = (called.get(id, id) for id in (loop.record or "", loop.claim))
    match loop.circle:
        case Circle.OWN_SOURCE:
            return f"{record} would bear {claim} out, but stands in the same source: {way}."
        case Circle.SHARED_ROOT:
            return f"{record} would bear {claim} out, but both come from one root: {way}."
        case Circle.CITES_ITSELF:
            return f"{claim} rests in the end on its own source: {way}."


def _link_says(corpus: Corpus, link: Link, called: Mapping[str, str]) -> str:
    ends = (link.start, link.end)
    start, end = (called.get(id) or (id if id in corpus.claims else _source(corpus, id)) for id in ends)
    return f"{start} {link.tie} {end}"


def _remarks(corpus: Corpus, speakers: Iterable[str]) -> Iterator[Block]:
    wanted = set(speakers)
    taken = [one for one in corpus.claimants.values() if one.id in wanted and is_taken_as_several(one)]
    if taken:
        names = listed(f"{one.id} ({line_of(one.position)})" for one in taken)
        yield Paragraph(
            f"By the wording of the name, several who are not named are meant by {names}; `several: yes` or "
            "`several: no` at the claimant settles it."
        )
    independent = {source.id: source.independent_of for source in corpus.sources.values()}
    independent |= {claim.id: claim.independent_of for claim in corpus.claims.values() if claim.independent_of}
    stated = [f"{id} of {listed(others)}" for id, others in independent.items() if others]
    if stated:
        yield Paragraph(f"Stated to be independent: {'; '.join(stated)}. Of no others is it presumed.")
    else:
        yield Paragraph("That any two roots are independent of each other is not stated, and not presumed.")
