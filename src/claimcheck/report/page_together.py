"""What the page tells of several claims together: pairs, conflicts and limits, each verdict over its reasons.

Belongs here: the folds. Does not belong here: what stands under a single question or claim (see `page`,
`accounts`), wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Role, Standing, Step, Terminus, Verdict, no_gap
from claimcheck.report.blocks import Block, Chain, Couple, Couples, Fold, Paragraph, Section, Target
from claimcheck.report.matrix import apart, pair_target
from claimcheck.report.moments import limit_in_words
from claimcheck.report.naming import claimants_of, record_of
from claimcheck.report.reasons import needs_telling, told_briefly, way_of
from claimcheck.report.sentences import ACROSS, NO_RIVALS, conflict_named, repairs_of, verdict_says
from claimcheck.report.standings import subject_says, terminus_says
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import stopped
from claimcheck.report.words.proofs import FOLLOWING

MOST_TOLD = 200  # pairs or conflicts under one heading; the commands tell any
MOST_CHAINS = 40  # conflicts of which the reasons are told; a tangle has thousands of steps


def limit_fold(corpus: Corpus, terminus: Terminus) -> Fold:
    """The limits that the record leaves to a question, over their chain."""
    style = style_of_deductions(corpus)
    said = [
        f"terminus {'post' if is_lower else 'ante'} quem: {'not before' if is_lower else 'no later than'} "
        f"{limit_in_words(instant, terminus.unit, is_lower, style)}"
        for is_lower, instant, _ in _limits(terminus)
        if instant is not None
    ]
    told = "; ".join(said)
    return _limit_fold(corpus, stopped(f"{told[:1].upper()}{told[1:]}"), terminus)


def _limits(terminus: Terminus) -> tuple[tuple[bool, int | None, tuple[Step, ...]], ...]:
    return (
        (True, terminus.post_quem, terminus.because_post),
        (False, terminus.ante_quem, terminus.because_ante),
    )


def _limit_fold(corpus: Corpus, said: str, terminus: Terminus) -> Fold:
    """Over what it follows from; what its own records say of it stands by these alone."""
    steps = _both(terminus)
    stated = [step for step in steps if step.role is not Role.DEDUCTION]
    records = [record_of(corpus, step.id or "") for step in stated]
    if all(record is not None and record.event == terminus.subject.id for record in records):
        return Fold(said, (), None, tuple(("record", step.id or "") for step in stated))
    return Fold(said, (Chain("", told_briefly(corpus, _premises(steps))),))


def pair_blocks(
    corpus: Corpus, pairs: Iterable[Pair], *, has_reasons: bool = True, is_across: bool = False
) -> Iterator[Block]:
    """How claims stand to each other: each way in which it follows told once, with all pairs of which it is so.

    Pairs of which the same is said stand together: those across questions by the first of the two, with the names
    of the others, which no picture shows beside it, and with what ties the two questions as the reason.
    """
    ways: dict[object, list[Pair]] = {}
    for pair in pairs:
        is_told = has_reasons and needs_telling(pair.because)
        ways.setdefault(way_of(pair.because) if is_told else None, []).append(pair)
    for way, alike in sorted(ways.items(), key=lambda found: found[0] is None):
        if way is not None:
            first = alike.pop(0)
            names = ", and ".join(claimants_of(corpus, corpus.claims[id]) for id in (first.a, first.b))
            steps = _premises(first.because) if is_across else first.because
            about: tuple[Target, ...] = (("claim", first.a), ("claim", first.b)) if is_across else ()
            chain = Chain("", told_briefly(corpus, steps))
            yield Fold(stopped(_said(names, verdict_says(corpus, first))), (chain,), pair_target(first), about)
        yield from _coupled(corpus, alike, "Likewise: " if way is not None else "", is_across)


def _premises(steps: Sequence[Step]) -> tuple[Step, ...]:
    """What claims and limits that are told already follow from: kinds, orders, records, what is supposed."""
    return tuple(step for step in steps if step.role is not Role.CLAIM and step.role not in FOLLOWING)


def _coupled(corpus: Corpus, pairs: Iterable[Pair], before: str, is_across: bool) -> Iterator[Couples]:
    """Pairs by what is said of them, each with how far it is apart; across questions also with both names."""
    said: dict[str, list[Pair]] = {}
    for pair in pairs:
        said.setdefault(verdict_says(corpus, replace(pair, measure=no_gap)), []).append(pair)
    for verdict, alike in said.items():
        alike.sort(key=lambda pair: pair.a)
        shared = is_across and len({pair.a for pair in alike}) == 1
        who = claimants_of(corpus, corpus.claims[alike[0].a]) if shared else ""
        told = _said(who, verdict).rstrip(".:")
        ids = ((), ("a", "b"), ("b",))[is_across + shared]
        yield Couples(
            f"{before}{told}:" if told else before,
            tuple(
                Couple(
                    pair_target(pair),
                    ("claim", pair.a),
                    ("claim", pair.b),
                    _apart(corpus, pair, [claimants_of(corpus, corpus.claims[getattr(pair, id)]) for id in ids]),
                )
                for pair in alike
            ),
        )


def _apart(corpus: Corpus, pair: Pair, names: Sequence[str]) -> str:
    """What is to be said of one pair: the names, and how far apart its dates are."""
    notes = [", and ".join(names)] if names else []
    if far := apart(corpus, pair):
        notes.append(f"{far} apart")
    return f"({', '.join(notes)})" if notes else ""


def _said(names: str, verdict: str) -> str:
    """A verdict with the names before it; without what stands above all pairs across questions."""
    told = verdict
    for above in (ACROSS, NO_RIVALS):
        told = told.removeprefix(above).removeprefix(": they are ").removeprefix(".").strip()
    return ": ".join(part for part in (names, told) if part)


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
            blocks.extend(pair_blocks(corpus, some[:MOST_TOLD], has_reasons=some is not rest, is_across=True))
            if len(some) > MOST_TOLD:
                blocks.append(Paragraph(f"And {len(some) - MOST_TOLD} more; the command `explain` tells any."))
    return Section("across", "Across the questions", tuple(blocks))


def conflicts_folded(findings: Examination) -> Section:
    """Conflicts that no pair and no single claim tells; what would mend them once for each tangle."""
    corpus = findings.corpus
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


def limits_folded(findings: Examination) -> Section:
    """The limits of whatever no question asks for, each over its chain; not those that a record states itself."""
    corpus = findings.corpus
    folds: list[Block] = []
    stated = 0
    for terminus in findings.termini:
        if terminus.question is None:
            said = stopped(f"{subject_says(corpus, terminus)}: {terminus_says(corpus, terminus)}")
            fold = _limit_fold(corpus, said, terminus)
            stated += not fold.blocks
            folds += [fold] if fold.blocks else []
    if stated:
        events = f"{stated} events" if stated > 1 else "1 event"
        folds.append(Paragraph(f"The limits of {events} more are the dates that their own records give."))
    return Section("termini", "Limits that the record leaves", tuple(folds))


def _both(terminus: Terminus) -> tuple[Step, ...]:
    """Why both limits of a terminus hold, as one derivation: what both rest on once."""
    steps: list[Step] = []
    for _, instant, because in _limits(terminus):
        place: dict[int, int] = {}
        for number, step in enumerate(because if instant is not None else ()):
            moved = replace(step, follows=tuple(place[one] for one in step.follows))
            if moved not in steps:
                steps.append(moved)
            place[number] = steps.index(moved)
    return tuple(steps)
