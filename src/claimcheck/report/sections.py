"""The sections of a report: which rows and items there are, chosen once for every format.

Belongs here: what each section shows and in which order. Does not belong here: wording (see `sentences` and
`reasons`), escaping and layout (see the renderers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Step, Terminus, Verdict
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import (
    Block,
    Chain,
    Document,
    Paragraph,
    Section,
    Table,
)
from claimcheck.report.moments import gap_in_words, limit_in_words
from claimcheck.report.naming import assumption, claimants_of, question_text
from claimcheck.report.patterns import MOST_ALONE, MOST_ROWS, MOST_SUPPOSED
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.sentences import (
    conflict_named,
    repairs_by_conflict,
    verdict_says,
    verdict_words,
)
from claimcheck.report.standings import (
    independence_words,
    standing_says,
    standing_words,
    subject_says,
)
from claimcheck.report.styles import style_of_deductions, styles_say
from claimcheck.report.tangled import (
    conflicts_by_pattern,
    pairs_gathered,
    relations_gathered,
    suppositions_gathered,
    tangled_repairs,
)
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.proofs import told


def compare_document(findings: Examination, asking: Asking, *, name: str, banner: str = "") -> Document:
    """Claims against each other: the table of who contradicts whom, and every conflict as a chain."""
    return _document(findings, asking, ("claims", "conflicts"), name, banner)


def lineup_document(findings: Examination, asking: Asking, *, name: str, banner: str = "") -> Document:
    """Every claim against the record."""
    return _document(findings, asking, ("lineup",), name, banner)


def _document(findings: Examination, asking: Asking, chosen: Iterable[str], name: str, banner: str) -> Document:
    corpus = findings.corpus
    heading = (banner, perspective_says(corpus, findings.perspective, findings.set_aside), styles_say(corpus))
    return Document(
        title=corpus.title or name,
        heading=tuple(text for text in heading if text),
        sections=tuple(SECTIONS[id](findings, asking) for id in chosen),
    )


def _name(claim: Claim, corpus: Corpus) -> str:
    name = claimants_of(corpus, claim)
    return name if name == claim.id else f"{name}\n{claim.id}"


def claims_section(findings: Examination, asking: Asking) -> Section:
    """Who contradicts whom and by how much; then what conflicts under an assumption, and every other relation."""
    corpus = findings.corpus
    against = [pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS]
    blocks: list[Block] = []
    if len(against) > MOST_ROWS:
        blocks.append(pairs_gathered(corpus, against))
    elif against:
        blocks.append(
            Table(
                ("this", "cannot be true together with", "apart", "question"),
                tuple((*_two(corpus, pair), _apart(corpus, pair), _asked(corpus, pair)) for pair in against),
            )
        )
    else:
        blocks.append(Paragraph("No two claims contradict each other."))
    supposed = [pair for pair in findings.pairs if pair.if_bridge and pair.verdict is not Verdict.CONTRADICTS]
    if supposed:
        blocks.append(Paragraph("These contradict each other only under an assumption, or on another reading:"))
    if len(supposed) > MOST_SUPPOSED:
        blocks.append(suppositions_gathered(corpus, supposed))
    elif supposed:
        blocks.append(
            Table(
                ("this", "and this", "would contradict if"),
                tuple((*_two(corpus, pair), _if(corpus, pair)) for pair in supposed),
            )
        )
    others = [
        pair
        for pair in findings.pairs
        if pair.verdict not in (Verdict.CONTRADICTS, Verdict.DIFFERENT_QUESTIONS) or pair.strained
    ]
    if others:
        blocks.append(Paragraph("The other relations between claims:"))
    if len(others) > MOST_ROWS:
        blocks.append(relations_gathered(corpus, others))
    elif others:
        blocks.append(
            Table(
                ("this", "and this", "relation", "question"),
                tuple((*_two(corpus, pair), verdict_words(pair), _asked(corpus, pair)) for pair in others),
            )
        )
    return Section("claims", "Who contradicts whom", tuple(blocks))


def _two(corpus: Corpus, pair: Pair) -> tuple[str, str]:
    return _name(corpus.claims[pair.a], corpus), _name(corpus.claims[pair.b], corpus)


def _apart(corpus: Corpus, pair: Pair) -> str:
    return gap_in_words(pair.gap, style_of_deductions(corpus)) if pair.gap is not None else "–"


def _asked(corpus: Corpus, pair: Pair) -> str:
    return question_text(corpus, pair.question) if pair.question is not None else "different questions"


def _if(corpus: Corpus, pair: Pair) -> str:
    return "; or ".join(listed(assumption(corpus, id) for id in found) for found in pair.if_bridge)


def conflicts_section(findings: Examination, asking: Asking) -> Section:
    """The smallest sets that cannot all be true, told as chains, with what would mend them."""
    corpus = findings.corpus
    if len(findings.conflicts) > MOST_ALONE:
        return Section("conflicts", "What cannot all be true", tuple(conflicts_by_pattern(findings, asking)))
    blocks: list[Block] = []
    repairs = repairs_by_conflict(findings)
    for number, conflict in enumerate(findings.conflicts):
        steps = told(corpus, conflict.because)
        blocks.append(Chain(conflict_named(corpus, conflict), steps, repairs.get(number, "")))
    blocks.extend(tangled_repairs(findings))
    return Section("conflicts", "What cannot all be true", tuple(blocks) or (Paragraph("No conflicts."),))


def lineup_section(findings: Examination, asking: Asking) -> Section:
    """Each claim against the record: its standing, the records that bear on it, and how independent they are."""
    corpus = findings.corpus
    rows = tuple(
        (_name(corpus.claims[row.claim], corpus), standing_words(row), _bearing(row), independence_words(row))
        for row in findings.rows
    )
    heads = ("claim", "against the record", "records that bear on it", "independence")
    return Section("lineup", "Against the record", (Table(heads, rows),) if rows else ())


def _bearing(row: Row) -> str:
    """The records by what they do: "contradicts: a, b; consistent: c"."""
    found: dict[str, list[str]] = {}
    for id, bearing in row.records:
        found.setdefault(str(bearing).replace("-", " "), []).append(id)
    return "; ".join(f"{bearing}: {', '.join(ids)}" for bearing, ids in found.items()) or "–"


def chains_of_terminus(corpus: Corpus, terminus: Terminus) -> Iterator[Chain]:
    """Why the record leaves these limits: one chain for each limit that it leaves."""
    for is_lower, instant, steps in (
        (True, terminus.post_quem, terminus.because_post),
        (False, terminus.ante_quem, terminus.because_ante),
    ):
        if instant is not None:
            limit = limit_in_words(instant, terminus.unit, is_lower, style_of_deductions(corpus))
            title = f"{subject_says(corpus, terminus)}: {'not before' if is_lower else 'no later than'} {limit}"
            yield _chain(corpus, title, steps)


def chain_of_pair(corpus: Corpus, pair: Pair) -> Chain:
    """Why two claims stand to each other as they do."""
    title = f"{pair.a} and {pair.b}: {verdict_words(pair)}"
    return _chain(corpus, title, pair.because, verdict_says(corpus, pair))


def chain_of_row(findings: Examination, row: Row) -> Chain:
    """Why a claim stands to the record as it does."""
    return _chain(
        findings.corpus,
        f"{row.claim} against the record: {standing_words(row)}",
        row.because,
        standing_says(findings, row),
    )


def _chain(corpus: Corpus, title: str, steps: tuple[Step, ...], conclusion: str = "") -> Chain:
    return Chain(title, told(corpus, steps), conclusion)


# The sections of `compare` and `lineup`.
SECTIONS: dict[str, Callable[[Examination, Asking], Section]] = {
    "claims": claims_section,
    "conflicts": conflicts_section,
    "lineup": lineup_section,
}
