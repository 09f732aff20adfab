"""One claim as an entry of the page: who, in what words, where, how it stands to the record, and why.

Belongs here: what the entry shows and in which order. Does not belong here: wording of verdicts, layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Claim, Corpus, Dated
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Pair, Row, Standing
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Account as Filtered
from claimcheck.report.blocks import Block, Chain, Fold, Group, Item, Listing, Paragraph, Target
from claimcheck.report.dating import as_reasoned
from claimcheck.report.matrix import pair_target
from claimcheck.report.naming import claimants_of, event_label, place_of
from claimcheck.report.reasons import answer_says, claim_says, needs_telling, told_briefly
from claimcheck.report.standings import PLAINLY, standing_says, standing_words
from claimcheck.report.synopsis import Account
from claimcheck.report.words.grammar import quoted, stopped


def account_group(
    findings: Examination, account: Account, sign: str, row: Row | None, against: Sequence[Pair] = ()
) -> Group:
    """The entry of a claim under the sign that it has in the pictures of its question.

    `against` are the pairs in which it contradicts another claim.
    """
    corpus, claim = findings.corpus, account.claim
    source = corpus.sources.get(claim.source)
    # A claim is entered under the first of its questions in the order of the corpus.
    answered = {statement.question for statement in claim.statements}
    questions = tuple(id for id in corpus.questions if id in answered)
    filtered = Filtered(
        claim.id,
        claim.by or (claim.id,),
        questions[1:],
        public_from(source, corpus) if source is not None else None,
    )
    return Group(
        f"{sign} {claimants_of(corpus, claim)}",
        tuple(_blocks(findings, claim, row, against)),
        ("claim", claim.id),
        standing_words(row) if row is not None else "",
        str(row.verdict) if row is not None else "",
        filtered,
    )


def _blocks(findings: Examination, claim: Claim, row: Row | None, against: Sequence[Pair]) -> Iterator[Block]:
    corpus = findings.corpus
    said = "; ".join(dict.fromkeys(_answers(corpus, claim))) or _unasked(corpus, claim)
    about: tuple[Target, ...] = (("source", claim.source),) if _is_listed(corpus, claim.source) else ()
    yield Listing((Item(stopped(said), place_of(corpus, claim.id), about=about, url=claim.url or ""),))
    yield from _words(claim)
    if row is not None:
        yield from _standing(findings, row)
    across = [pair for pair in against if pair.question is None]
    if across:
        about = tuple(pair_target(pair) for pair in across)
        yield Listing((Item("At odds across questions:", about=about),))


def _unasked(corpus: Corpus, claim: Claim) -> str:
    """What a claim comes down to that answers no question; whose it is stands in the heading."""
    return claim_says(corpus, claim).removeprefix(f"According to {claimants_of(corpus, claim)}, ")


def _answers(corpus: Corpus, claim: Claim) -> Iterator[str]:
    """What the claim answers, with all that reasoning may take from its dates; nothing without a question."""
    if claim.stance != "asserts":
        return
    hedge = f" (hedged: {quoted(claim.hedge)})" if claim.hedge else ""

    def write(dated: Dated, reading: int) -> str:
        return as_reasoned(corpus, dated, reading)

    for statement in claim.statements:
        if statement.question in corpus.questions:
            named = f", namely {event_label(corpus, statement.event)}" if statement.event else ""
            yield f"{answer_says(corpus, statement, write)}{named}{hedge}"


def _words(claim: Claim) -> Iterator[Paragraph]:
    """What the corpus keeps of the wording."""
    for name, text in (
        ("", claim.says if claim.statements else None),
        ("Word for word", claim.quote),
        ("In translation", claim.translation),
        ("Note", claim.note),
    ):
        if text:
            yield Paragraph(f"{name}: {quoted(text)}" if name else stopped(" ".join(text.split())))


def _standing(findings: Examination, row: Row) -> Iterator[Block]:
    """How the claim stands to the record and which decide, over the reasons; then which others bear on it.

    What the word beside the name says already is not said again.
    """
    found: dict[Bearing, list[Target]] = {}
    for id, bearing in row.records:
        found.setdefault(bearing, []).append(("record", id))
    deciding = tuple(target for bearing in _DECIDES.get(row.verdict, ()) for target in found.pop(bearing, ()))
    said = standing_says(findings, row, by_record=not deciding)
    if needs_telling(row.because):
        yield Fold(said, (Chain("", told_briefly(findings.corpus, row.because)),), about=deciding)
    elif said != PLAINLY.get(row.verdict):
        yield Listing((Item(said, about=deciding),))
    for bearing, words in _DOES.items():
        if bearing in found:
            yield Listing((Item(words, about=tuple(found[bearing])),))


_DECIDES = {
    Standing.CONTRADICTED: (Bearing.CONTRADICTS,),
    Standing.CONTESTED: (Bearing.CONTRADICTS, Bearing.CONTESTS),
    Standing.CORROBORATED: (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART),
    Standing.CORROBORATED_IN_PART: (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART),
}
_DOES = {
    Bearing.CONTRADICTS: "Rule it out:",
    Bearing.CONTESTS: "Rule it out, but are in conflict themselves:",
    Bearing.CORROBORATES: "Bear it out:",
    Bearing.CORROBORATES_IN_PART: "Bear it out in part:",
    Bearing.CONSISTENT: "Bear on it:",
}


def _is_listed(corpus: Corpus, source: str) -> bool:
    entry = corpus.sources.get(source)
    return entry is not None and not entry.unnamed
