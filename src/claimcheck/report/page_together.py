"""What the page tells of several claims together: pairs, conflicts and limits, each verdict over its reasons.

Belongs here: the folds. Does not belong here: what stands under a single question or claim (see `page`,
`accounts`), wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Findings, Pair, Standing, Terminus, Verdict
from claimcheck.report.blocks import Block, Chain, Fold, Paragraph, Section, Target
from claimcheck.report.matrix import pair_target
from claimcheck.report.moments import limit_in_words
from claimcheck.report.naming import claimants_of, stopped
from claimcheck.report.reasons import needs_telling, told_briefly, way_of
from claimcheck.report.sentences import conflict_named, repairs_of, verdict_says
from claimcheck.report.standings import subject_says, terminus_says
from claimcheck.report.styles import style_of_deductions

MOST_TOLD = 200  # pairs or conflicts under one heading; the commands tell any
MOST_CHAINS = 40  # conflicts of which the reasons are told; a tangle has thousands of steps


def limit_folds(corpus: Corpus, terminus: Terminus) -> Iterator[Block]:
    """The limits that the record leaves, each with its chain."""
    for is_lower, instant, steps in (
        (True, terminus.post_quem, terminus.because_post),
        (False, terminus.ante_quem, terminus.because_ante),
    ):
        if instant is not None:
            limit = limit_in_words(instant, terminus.unit, is_lower, style_of_deductions(corpus))
            name = "Terminus post quem" if is_lower else "Terminus ante quem"
            said = stopped(f"{name}: {'not before' if is_lower else 'no later than'} {limit}")
            yield Fold(said, (Chain("", told_briefly(corpus, steps)),) if steps else ())


def pair_folds(corpus: Corpus, pairs: Iterable[Pair], *, has_reasons: bool = True) -> Iterator[Fold]:
    """How two claims stand to each other, over the reasons; those that go the same way as others are told once."""
    ways: dict[tuple[object, ...], Pair] = {}
    for pair in pairs:
        names = ", and ".join(claimants_of(corpus, corpus.claims[id]) for id in (pair.a, pair.b))
        said = f"{names}: {verdict_says(corpus, pair)}"
        about: tuple[Target, ...] = (("claim", pair.a), ("claim", pair.b))
        blocks: tuple[Block, ...] = ()
        if has_reasons and needs_telling(pair.because):
            way = way_of(pair.because)
            if way in ways:
                said += " It follows in the same way as here:"
                about += (pair_target(ways[way]),)
            else:
                ways[way] = pair
                # The chain begins with links to both claims.
                about, blocks = (), (Chain("", told_briefly(corpus, pair.because)),)
        yield Fold(said, blocks, pair_target(pair), about)


def across_section(corpus: Corpus, pairs: Sequence[Pair]) -> Section:
    """Claims that answer different questions, or none, and bear on each other all the same."""
    against = [pair for pair in pairs if pair.verdict is Verdict.CONTRADICTS]
    others = [
        pair for pair in pairs if pair.verdict is not Verdict.CONTRADICTS and (pair.if_bridge or pair.strained)
    ]
    rest = [
        pair
        for pair in pairs
        if pair.verdict not in (Verdict.CONTRADICTS, Verdict.DIFFERENT_QUESTIONS)
        and not (pair.if_bridge or pair.strained)
    ]
    blocks: list[Block] = []
    for said, some in (
        ("These cannot both be true, though they answer different questions:", against),
        ("These can both be true, but not under an assumption, or on the narrow reading:", others),
        ("These speak of the same matter without a question that they share:", rest),
    ):
        if some:
            blocks.append(Paragraph(said))
            blocks.extend(pair_folds(corpus, some[:MOST_TOLD], has_reasons=some is not rest))
            if len(some) > MOST_TOLD:
                blocks.append(Paragraph(f"And {len(some) - MOST_TOLD} more; the command `explain` tells any."))
    return Section("across", "Across the questions", tuple(blocks))


def conflicts_folded(corpus: Corpus, findings: Findings) -> Section:
    """Conflicts that no pair and no single claim tells; what would mend them once for each tangle."""
    pairs = {(pair.a, pair.b) for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS}
    ruled_out = {row.claim for row in findings.rows if row.verdict is Standing.CONTRADICTED}
    blocks: list[Block] = []
    elsewhere = told = 0
    mended: set[tuple[tuple[str, ...], ...]] = set()
    for number, conflict in enumerate(findings.conflicts, start=1):
        claims = tuple(id for id in conflict.members if id in corpus.claims)
        is_told = not conflict.bridges and len(conflict.members) == 2
        is_told = is_told and (conflict.members in pairs or (len(claims) == 1 and claims[0] in ruled_out))
        if conflict.repairs and conflict.repairs not in mended:
            mended.add(conflict.repairs)
            blocks.append(Paragraph(repairs_of(findings, conflict)))
        if is_told:
            elsewhere += 1
            continue
        told += 1
        if told > MOST_TOLD:
            continue
        if told == MOST_CHAINS + 1:
            blocks.append(Paragraph("Why the following cannot all be true is told by `report --only conflicts`."))
        said = f"{number}. {conflict_named(corpus, conflict)}"
        about: tuple[Target, ...] = tuple(("claim", id) for id in claims)
        has_chain = told <= MOST_CHAINS and needs_telling(conflict.because)
        beneath = (Chain("", told_briefly(corpus, conflict.because)),) if has_chain else ()
        blocks.append(Fold(said, beneath, ("conflict", str(number)), () if beneath else about))
    if told > MOST_TOLD:
        blocks.append(Paragraph(f"And {told - MOST_TOLD} more; `report --only conflicts` has all."))
    if elsewhere:
        count = f"{elsewhere} conflicts" if elsewhere > 1 else "1 conflict"
        blocks.append(
            Paragraph(f"{count} of two are told above: with the pair, or with the claim that is ruled out.")
        )
    return Section("conflicts", "What cannot all be true", tuple(blocks))


def limits_folded(corpus: Corpus, findings: Findings) -> Section:
    """The limits of whatever no question asks for, each over its chains; those of a question stand with it."""
    folds: list[Block] = []
    for terminus in findings.termini:
        if terminus.question is None:
            beneath = tuple(limit_folds(corpus, terminus))
            said = stopped(f"{subject_says(corpus, terminus)}: {terminus_says(corpus, terminus)}")
            if len(beneath) == 1 and isinstance(beneath[0], Fold):
                beneath = beneath[0].blocks
            folds.append(Fold(said, beneath))
    return Section("termini", "Limits that the record leaves", tuple(folds))
