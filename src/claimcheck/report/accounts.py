"""One claim as an entry of the page: who, in what words, where, how it stands to the record, and why.

Belongs here: what the entry shows and in which order. Does not belong here: wording of verdicts, layout.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.engine.findings import Row
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Account as Filtered
from claimcheck.report.blocks import Block, Chain, Fold, Group, Item, Listing, Paragraph, Target
from claimcheck.report.naming import claimants_of, listed, place_of, quoted
from claimcheck.report.reasons import claim_says, told
from claimcheck.report.sentences import answer_of
from claimcheck.report.standings import standing_says, standing_words
from claimcheck.report.synopsis import Account


def account_group(corpus: Corpus, account: Account, sign: str, row: Row | None) -> Group:
    """The entry of a claim under the sign that it has in the pictures of its question."""
    claim = account.claim
    source = corpus.sources.get(claim.source)
    questions = tuple(statement.question for statement in claim.statements if statement.question is not None)
    filtered = Filtered(
        claim.id,
        claim.by or (claim.id,),
        questions,
        public_from(source, corpus) if source is not None else None,
    )
    return Group(
        f"{sign}  {claimants_of(corpus, claim)}",
        tuple(_blocks(corpus, claim, row)),
        ("claim", claim.id),
        standing_words(row) if row is not None else "",
        str(row.verdict) if row is not None else "",
        filtered,
    )


def _blocks(corpus: Corpus, claim: Claim, row: Row | None) -> Iterator[Block]:
    asked = [statement.question for statement in claim.statements]
    if any(id in corpus.questions for id in asked):
        answers = dict.fromkeys(answer_of(corpus, claim, id) for id in asked if id is not None)
        said = f"{'; '.join(answers)}."
    else:
        said = f"{claim_says(corpus, claim)}."
    about: tuple[Target, ...] = (("source", claim.source),) if _is_listed(corpus, claim.source) else ()
    yield Listing((Item(said, place_of(corpus, claim.id), about=about, url=claim.url or ""),))
    yield from _words(claim)
    if row is not None:
        steps = told(corpus, row.because)
        records: tuple[Target, ...] = tuple(("record", id) for id, _ in row.records)
        beneath: list[Block] = []
        if steps:
            beneath.append(Chain("", steps))
        if row.records:
            beneath.append(Listing((Item(f"Records that bear on it: {_bearing(row)}.", about=records),)))
        yield (
            Fold(standing_says(corpus, row), tuple(beneath)) if beneath else Paragraph(standing_says(corpus, row))
        )


def _words(claim: Claim) -> Iterator[Paragraph]:
    """What the corpus keeps of the wording."""
    for name, text in (
        ("In the paraphrase of the corpus", claim.says if claim.statements else None),
        ("Word for word", claim.quote),
        ("In translation", claim.translation),
        ("Note", claim.note),
    ):
        if text:
            yield Paragraph(f"{name}: {quoted(text)}")


def _bearing(row: Row) -> str:
    found: dict[str, list[str]] = {}
    for id, bearing in row.records:
        found.setdefault(str(bearing).replace("-", " "), []).append(id)
    return "; ".join(f"{bearing}: {listed(ids)}" for bearing, ids in found.items())


def _is_listed(corpus: Corpus, source: str) -> bool:
    entry = corpus.sources.get(source)
    return entry is not None and not entry.unnamed
