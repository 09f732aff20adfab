"""The page of a report: the same findings as in every other format, set out question by question.

Belongs here: which sections the page has, and what each question shows. Does not belong here: wording (see
`sentences`, `standings`, `reasons`), escaping and layout (see `html`).

Nothing is told twice: a claim has one entry, under the first question that it answers; a pair of claims is told
under their question, or among those that answer different ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.findings import Findings, Pair, Row, Terminus, Verdict
from claimcheck.report.accounts import account_group
from claimcheck.report.asking import Asking
from claimcheck.report.bibliography import bibliography_section, record_section
from claimcheck.report.blocks import (
    Block,
    Document,
    Group,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    Target,
)
from claimcheck.report.figures import figures_section
from claimcheck.report.history import history_section
from claimcheck.report.matrix import Pairs, matrix
from claimcheck.report.naming import assumption, bridge_says, claimants_of, listed
from claimcheck.report.page_together import (
    MOST_TOLD,
    across_section,
    conflicts_folded,
    limit_folds,
    limits_folded,
    pair_folds,
)
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.remarks import remarks_section, silences_section
from claimcheck.report.sections import schools_section
from claimcheck.report.sentences import count_says
from claimcheck.report.slips import slips_section
from claimcheck.report.sourcing import sourcing_section
from claimcheck.report.standings import standing_words
from claimcheck.report.stemma import numbers_say, roots_say, stemma_blocks
from claimcheck.report.stemma_picturing import stemma_picture
from claimcheck.report.styles import styles_say
from claimcheck.report.telling import tell
from claimcheck.report.timelines import Drawn, timelines
from claimcheck.report.timelines_told import picture

_MOST_REASONS = 1500  # pairs in all, of which the reasons are told; of more, the page would be too large to open


@dataclass(frozen=True, slots=True)
class _Found:
    """The findings by what they are about."""

    rows: dict[str, Row]
    pairs: Pairs
    by_question: dict[str | None, list[Pair]]
    against: dict[str, list[Pair]]
    termini: dict[str, list[Terminus]]


def page(
    corpus: Corpus,
    findings: Findings,
    asking: Asking,
    *,
    name: str,
    banner: str = "",
    version: tuple[str, ...] = (),
) -> Document:
    """Everything found, as one page. `version` says which data and which program it was made from."""
    found = _gathered(findings)
    drawn = tuple(timelines(corpus, findings))
    heading = (
        banner,
        perspective_says(corpus, findings.perspective, findings.set_aside),
        styles_say(corpus),
        count_says(corpus, findings),
    )
    sections = (
        _findings(corpus, findings, asking),
        _synopsis(corpus, drawn, found),
        _questions(corpus, findings, drawn, found),
        across_section(corpus, found.by_question.get(None, [])),
        conflicts_folded(corpus, findings),
        schools_section(corpus, findings, asking),
        limits_folded(corpus, findings),
        remarks_section(corpus, findings, asking),
        silences_section(corpus, findings, asking),
        slips_section(corpus, findings, asking),
        _stemma(corpus, findings),
        sourcing_section(corpus, findings),
        history_section(corpus, findings, asking),
        figures_section(corpus, findings, asking),
        record_section(corpus, findings),
        _bridges(corpus),
        bibliography_section(corpus),
        _perspective(corpus, findings, heading[1]),
    )
    return Document(
        corpus.title or name,
        tuple(text for text in heading if text),
        tuple(section for section in sections if section.blocks),
        version,
    )


def _gathered(findings: Findings) -> _Found:
    by_question: dict[str | None, list[Pair]] = {}
    against: dict[str, list[Pair]] = {}
    for pair in findings.pairs:
        by_question.setdefault(pair.question, []).append(pair)
        if pair.verdict is Verdict.CONTRADICTS:
            against.setdefault(pair.a, []).append(pair)
            against.setdefault(pair.b, []).append(pair)
    termini: dict[str, list[Terminus]] = {}
    for terminus in findings.termini:
        if terminus.question is not None and (terminus.post_quem, terminus.ante_quem) != (None, None):
            termini.setdefault(terminus.question, []).append(terminus)
    return _Found(
        {row.claim: row for row in findings.rows},
        {(pair.a, pair.b): pair for pair in findings.pairs},
        by_question,
        against,
        termini,
    )


_MOST_FINDINGS = {"ruled-out": 12, "contradictions": 8, "together": 6}
_MOST_OTHERS = 3  # findings of any other sort; the accounts have the rest


def _findings(corpus: Corpus, findings: Findings, asking: Asking) -> Section:
    """The most telling findings of each sort; the others stand with the question and account they are about."""
    items: list[Item] = []
    counts: dict[str, int] = {}
    for found in tell(corpus, findings, asking):
        counts[found.sort] = counts.get(found.sort, 0) + 1
        if counts[found.sort] <= _MOST_FINDINGS.get(found.sort, _MOST_OTHERS):
            items.append(found.item)
    left = sum(counts.values()) - len(items)
    blocks: list[Block] = [Listing(tuple(items), numbered=True)] if items else []
    if not items:
        blocks.append(Paragraph("Nothing was found to compare."))
    if left:
        more = f"{left} more findings stand" if left > 1 else "One more finding stands"
        blocks.append(Paragraph(f"{more} below, with the questions and the accounts."))
    return Section("findings", "Findings", tuple(blocks))


# ------------------------------------------------------------------------------------------- questions


def _synopsis(corpus: Corpus, drawn: Iterable[Drawn], found: _Found) -> Section:
    """Every question with its accounts, on one line each."""
    rows: list[tuple[str, ...]] = []
    about: list[tuple[Target | None, ...]] = []
    for one in drawn:
        for number, account in enumerate(one.accounts):
            asked = _asked(one) if number == 0 else ""
            row = found.rows.get(account.claim.id)
            standing = standing_words(row) if row is not None else ""
            rows.append((asked, claimants_of(corpus, account.claim), account.says, account.read, standing))
            about.append((_question_target(one) if number == 0 else None, ("claim", account.claim.id)))
    heads = ("question", "account", "says", "read as", "against the record")
    return Section("synopsis", "Synopsis", (Table(heads, tuple(rows), tuple(about)),) if rows else ())


def _asked(one: Drawn) -> str:
    return " ".join(one.question.ask.split()) if one.question is not None else "Stated without a question"


def _question_target(one: Drawn) -> Target:
    return ("question", one.question.id) if one.question is not None else ("without-question", "")


def _questions(corpus: Corpus, findings: Findings, drawn: Iterable[Drawn], found: _Found) -> Section:
    groups: list[Block] = []
    entered: set[str] = set()
    for one in drawn:
        blocks = tuple(_question(corpus, findings, one, found, entered))
        groups.append(Group(_asked(one), blocks, _question_target(one)))
    return Section("questions", "Question by question", tuple(groups))


def _question(corpus: Corpus, findings: Findings, one: Drawn, found: _Found, entered: set[str]) -> Iterator[Block]:
    """One question: how many voices, the timeline, the matrix, the limits, each account, what is between them."""
    ids = [account.claim.id for account in one.accounts]
    witnesses = witnesses_of(corpus, ids)
    yield Paragraph(f"{numbers_say(corpus, witnesses)} {roots_say(corpus, witnesses)}".rstrip())
    if one.timeline is not None:
        yield picture(corpus, one, one.timeline)
    asked = one.question.id if one.question is not None else None
    pairs = found.by_question.get(asked, []) if asked is not None else []
    chosen = _at_odds(pairs)[:MOST_TOLD]
    linked = frozenset((pair.a, pair.b) for pair in chosen)
    made = matrix(corpus, "Agreement: " + _asked(one), one.accounts, one.signs, found.pairs, linked)
    if made is not None:
        yield made
    rows = [found.rows[id] for id in ids if id in found.rows]
    bearing = dict.fromkeys(id for row in rows for id, _ in row.records)
    if bearing:
        records: tuple[Target, ...] = tuple(("record", id) for id in bearing)
        yield Listing((Item("Records that bear on these accounts:", about=records),))
    for terminus in found.termini.get(asked, []) if asked is not None else []:
        yield from limit_folds(corpus, terminus)
    for account, sign in zip(one.accounts, one.signs, strict=True):
        if account.claim.id not in entered:
            entered.add(account.claim.id)
            yield account_group(
                corpus,
                account,
                sign,
                found.rows.get(account.claim.id),
                found.against.get(account.claim.id, ()),
            )
    if chosen:
        has_reasons = len(found.pairs) <= _MOST_REASONS
        why = "" if has_reasons else " (why is told by the command `explain`)"
        yield Paragraph(f"Between these accounts{why}:")
        yield from pair_folds(corpus, chosen, has_reasons=has_reasons)
    if len(pairs) > len(chosen):
        rest = f"The other {len(pairs) - len(chosen)} pairs" if len(pairs) - len(chosen) > 1 else "The other pair"
        yield Paragraph(f"{rest} can both be true: the command `explain` tells how and why.")
    tangles = _tangles(findings, set(ids))
    if tangles:
        yield Listing(tuple(tangles))


_AT_ODDS = (Verdict.CONTRADICTS, Verdict.DIFFERS_IN_TIME, Verdict.UNDETERMINED)


def _at_odds(pairs: list[Pair]) -> list[Pair]:
    """The pairs of which there is more to tell than the matrix shows: not those that plainly can both be true."""
    return [pair for pair in pairs if pair.verdict in _AT_ODDS or pair.strained or pair.if_bridge]


def _tangles(findings: Findings, ids: set[str]) -> Iterator[Item]:
    """Where the conflicts of these accounts are told, and what would settle them."""
    for number, conflict in enumerate(findings.conflicts):
        if len(conflict.members) != 2 and not ids.isdisjoint(conflict.members) and not conflict.bridges:
            said = f"Conflict {number + 1} among {len(conflict.members)}: {listed(conflict.members)}."
            yield Item(said, about=(("conflict", str(number + 1)),))


# ------------------------------------------------------------------------------------------- the rest


def _stemma(corpus: Corpus, findings: Findings) -> Section:
    blocks = stemma_blocks(corpus, findings, by_question=False)
    drawn = stemma_picture(corpus, findings)
    return Section("stemma", "Stemma", (drawn, *blocks) if drawn is not None else tuple(blocks))


def _bridges(corpus: Corpus) -> Section:
    items = tuple(Item(f"{bridge_says(corpus, id)}.", anchor=("bridge", id)) for id in corpus.bridges)
    blocks: tuple[Block, ...] = ()
    if items:
        blocks = (Paragraph("Assumptions that somebody has stated; off unless granted."), Listing(items))
    return Section("bridges", "Bridges", blocks)


def _perspective(corpus: Corpus, findings: Findings, seen: str) -> Section:
    """From where all of this was seen, said also where it is the plain one."""
    granted = findings.perspective.bridges
    blocks: list[Block] = []
    if seen:
        blocks.append(Paragraph(seen))
    else:
        blocks.append(
            Paragraph(
                "Seen plainly: what is documented and what is narrated counts as record, nothing is set aside, no "
                "bridge is granted, and all works are taken together, whenever they appeared."
            )
        )
    if granted:
        blocks.append(Paragraph(f"Granted: {listed(assumption(corpus, id) for id in granted)}."))
    return Section("perspective", "Perspective", tuple(blocks))
