"""The page of a report: the same findings as in every other format, set out question by question.

Belongs here: which sections the page has, and what each question shows. Does not belong here: wording (see
`sentences`, `standings`, `reasons`), escaping and layout (see `html`).

Nothing is told twice: a claim has one entry, under the first question that it answers; a pair of claims is told
under their question, or among those that answer different ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.findings import Findings, Pair, Row, Standing, Terminus, Verdict
from claimcheck.report.accounts import account_group
from claimcheck.report.asking import Asking
from claimcheck.report.bibliography import bibliography_section, record_section
from claimcheck.report.blocks import (
    Block,
    Chain,
    Document,
    Fold,
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
from claimcheck.report.matrix import Pairs, matrix, pair_target
from claimcheck.report.moments import limit_in_words
from claimcheck.report.naming import assumption, bridge_says, claimants_of, listed
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.reasons import told
from claimcheck.report.remarks import remarks_section, silences_section
from claimcheck.report.sections import findings_section, schools_section, termini_section
from claimcheck.report.sentences import conflict_named, count_says, repairs_say, verdict_says
from claimcheck.report.slips import slips_section
from claimcheck.report.sourcing import sourcing_section
from claimcheck.report.standings import standing_words, subject_says, terminus_says
from claimcheck.report.stemma import numbers_say, roots_say, stemma_blocks
from claimcheck.report.stemma_picturing import stemma_picture
from claimcheck.report.timelines import Drawn, picture, timelines

# With more accounts than this on one question only what is at odds is told pair by pair; the matrix has the rest.
_TOLD_IN_FULL = 12
_MOST_PAIRS = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """The findings by what they are about."""

    rows: dict[str, Row]
    pairs: Pairs
    by_question: dict[str | None, list[Pair]]
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
        count_says(corpus, findings),
    )
    sections = (
        findings_section(corpus, findings, asking),
        _synopsis(corpus, drawn, found),
        _questions(corpus, findings, drawn, found),
        _across(corpus, found),
        _conflicts(corpus, findings),
        schools_section(corpus, findings, asking),
        _limits(corpus, findings, asking),
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
    for pair in findings.pairs:
        by_question.setdefault(pair.question, []).append(pair)
    termini: dict[str, list[Terminus]] = {}
    for terminus in findings.termini:
        if terminus.question is not None and (terminus.post_quem, terminus.ante_quem) != (None, None):
            termini.setdefault(terminus.question, []).append(terminus)
    return _Found(
        {row.claim: row for row in findings.rows},
        {(pair.a, pair.b): pair for pair in findings.pairs},
        by_question,
        termini,
    )


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
    chosen = _chosen(pairs, len(ids))
    linked = frozenset((pair.a, pair.b) for pair in chosen)
    made = matrix(corpus, "Agreement: " + _asked(one), one.accounts, one.signs, found.pairs, linked)
    if made is not None:
        yield made
    for terminus in found.termini.get(asked, []) if asked is not None else []:
        yield from _limit(corpus, terminus)
    for account, sign in zip(one.accounts, one.signs, strict=True):
        if account.claim.id not in entered:
            entered.add(account.claim.id)
            yield account_group(corpus, account, sign, found.rows.get(account.claim.id))
    if chosen:
        yield Paragraph("Between these accounts:")
        yield from (pair_fold(corpus, pair) for pair in chosen)
    if len(pairs) > len(chosen):
        yield Paragraph(
            f"Of {len(pairs)} pairs those at odds are told here ({len(chosen)}); the command `explain` tells any."
        )
    tangles = _tangles(findings, set(ids))
    if tangles:
        yield Listing(tuple(tangles))


def _chosen(pairs: list[Pair], accounts: int) -> list[Pair]:
    if accounts <= _TOLD_IN_FULL:
        return pairs
    at_odds = [pair for pair in pairs if pair.verdict is Verdict.CONTRADICTS or pair.strained or pair.if_bridge]
    return at_odds[:_MOST_PAIRS]


def _tangles(findings: Findings, ids: set[str]) -> Iterator[Item]:
    """Where the conflicts of these accounts are told, and what would settle them."""
    for number, conflict in enumerate(findings.conflicts):
        if len(conflict.members) != 2 and not ids.isdisjoint(conflict.members) and not conflict.bridges:
            said = f"Conflict {number + 1} among {len(conflict.members)}: {listed(conflict.members)}."
            yield Item(said, about=(("conflict", str(number + 1)),))


def _limit(corpus: Corpus, terminus: Terminus) -> Iterator[Block]:
    """The limits that the record leaves, each with its chain."""
    for is_lower, instant, steps in (
        (True, terminus.post_quem, terminus.because_post),
        (False, terminus.ante_quem, terminus.because_ante),
    ):
        if instant is not None:
            limit = limit_in_words(instant, terminus.unit, is_lower)
            name = "Terminus post quem" if is_lower else "Terminus ante quem"
            said = f"{name}: {'not before' if is_lower else 'no later than'} {limit}."
            yield Fold(said, (Chain("", told(corpus, steps, is_handed_on=True)),) if steps else ())


def pair_fold(corpus: Corpus, pair: Pair) -> Fold:
    """How two claims stand to each other, over the reasons."""
    names = ", and ".join(claimants_of(corpus, corpus.claims[id]) for id in (pair.a, pair.b))
    said = f"{names}: {verdict_says(corpus, pair)}"
    blocks = (Chain("", told(corpus, pair.because, is_handed_on=True)),) if pair.because else ()
    return Fold(said, blocks, pair_target(pair), (("claim", pair.a), ("claim", pair.b)))


# -------------------------------------------------------------------------------------------- together


def _across(corpus: Corpus, found: _Found) -> Section:
    """Claims that answer different questions, or none, and bear on each other all the same."""
    pairs = found.by_question.get(None, [])
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
            blocks.extend(pair_fold(corpus, pair) for pair in some[:_MOST_PAIRS])
            if len(some) > _MOST_PAIRS:
                blocks.append(Paragraph(f"And {len(some) - _MOST_PAIRS} more; the command `explain` tells any."))
    return Section("across", "Across the questions", tuple(blocks))


def _conflicts(corpus: Corpus, findings: Findings) -> Section:
    blocks: list[Block] = []
    pairs = {(pair.a, pair.b): pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS}
    ruled_out = {row.claim for row in findings.rows if row.verdict is Standing.CONTRADICTED}
    for number, conflict in enumerate(findings.conflicts, start=1):
        said = f"{number}. {conflict_named(corpus, conflict)} {repairs_say(conflict.repairs)}".rstrip()
        claims = tuple(id for id in conflict.members if id in corpus.claims)
        about: tuple[Target, ...] = tuple(("claim", id) for id in claims)
        beneath: tuple[Block, ...] = (Chain("", told(corpus, conflict.because, is_handed_on=True)),)
        if not conflict.bridges and len(conflict.members) == 2 and (pair := pairs.get(conflict.members[:2])):
            about, beneath = (pair_target(pair),), ()  # its reasons are told with the pair
        elif not conflict.bridges and len(claims) == 1 and len(conflict.members) == 2 and claims[0] in ruled_out:
            beneath = ()  # its reasons are told with the claim
        blocks.append(Fold(said, beneath, ("conflict", str(number)), about))
        if number == _MOST_PAIRS and len(findings.conflicts) > number:
            blocks.append(
                Paragraph(f"And {len(findings.conflicts) - number} more; `report --only conflicts` has all.")
            )
            break
    return Section("conflicts", "What cannot all be true", tuple(blocks))


def _limits(corpus: Corpus, findings: Findings, asking: Asking) -> Section:
    """All limits in a table; beneath, the chains of those that no question has told."""
    whole = termini_section(corpus, findings, asking)
    folds: list[Block] = []
    for terminus in findings.termini:
        if terminus.question is None:
            beneath = tuple(_limit(corpus, terminus))
            if beneath:
                folds.append(
                    Fold(f"{subject_says(corpus, terminus)}: {terminus_says(corpus, terminus)}.", beneath)
                )
    return replace(whole, blocks=(*whole.blocks, *folds))


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
