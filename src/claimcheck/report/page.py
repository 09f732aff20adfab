"""The page of a report: the same findings as in every other format, set out question by question.

Belongs here: which sections the page has, and what each question shows. Does not belong here: wording (see
`sentences`, `standings`, `reasons`), escaping and layout (see `html`).

Nothing is told twice: a claim has one entry, under the first question that it answers; a pair of claims is told
under their question, or among those that answer different ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Terminus, Verdict
from claimcheck.report.accounts import account_group
from claimcheck.report.asking import Asking
from claimcheck.report.bibliography import bibliography_section, record_section
from claimcheck.report.blocks import (
    Block,
    Document,
    Group,
    Item,
    Listing,
    Matrix,
    Paragraph,
    Section,
    Table,
    Target,
)
from claimcheck.report.figures import figures_section
from claimcheck.report.history import history_section
from claimcheck.report.matrix import MOST_ACCOUNTS, Pairs, matrix
from claimcheck.report.naming import assumption, bridge_says, claimants_of
from claimcheck.report.page_together import (
    MOST_TOLD,
    across_section,
    conflicts_folded,
    limit_fold,
    limits_folded,
    pair_blocks,
)
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.reasons import needs_telling
from claimcheck.report.remarks import remarks_section, silences_section
from claimcheck.report.sections import schools_section
from claimcheck.report.sentences import count_says
from claimcheck.report.short_titles import with_short_titles
from claimcheck.report.sigla import sigla_of, with_sigla
from claimcheck.report.slips import slips_section
from claimcheck.report.sourcing import sourcing_section
from claimcheck.report.standings import PLAINLY, STANDING_SIGNS
from claimcheck.report.stemma import numbers_say, roots_say, stemma_blocks
from claimcheck.report.stemma_picturing import stemma_picture
from claimcheck.report.styles import style_of_deductions, styles_say
from claimcheck.report.synopsis import Account
from claimcheck.report.telling import tell
from claimcheck.report.timelines import Drawn, timelines
from claimcheck.report.timelines_told import picture, widest
from claimcheck.report.words.grammar import listed

_MOST_REASONS = 1500  # pairs in all, of which the reasons are told; of more, the page would be too large to open


@dataclass(frozen=True, slots=True)
class _Found:
    """The findings by what they are about."""

    rows: dict[str, Row]
    pairs: Pairs
    by_question: dict[str | None, list[Pair]]
    against: dict[str, list[Pair]]
    termini: dict[str, list[Terminus]]
    sigla: Mapping[Target, str]


def page(
    findings: Examination,
    asking: Asking,
    *,
    name: str,
    banner: str = "",
    version: tuple[str, ...] = (),
) -> Document:
    """Everything found, as one page. `version` says which data and which program it was made from."""
    corpus = findings.corpus
    records = tuple(record.id for record in findings.view.records)
    lettered = tuple(findings.once(timelines))
    sigla = sigla_of(lettered, records, findings.pairs)
    found = _gathered(findings, sigla)
    drawn = tuple(with_sigla(number, one, sigla) for number, one in enumerate(lettered, start=1))
    heading = (
        banner,
        perspective_says(corpus, findings.perspective, findings.set_aside),
        styles_say(corpus),
        count_says(findings),
        _SIGLA if drawn else "",
    )
    sections = (
        _findings(findings, asking),
        _synopsis(corpus, drawn, found),
        _questions(findings, drawn, found),
        across_section(corpus, found.by_question.get(None, [])),
        conflicts_folded(findings),
        schools_section(findings, asking, sigla),
        limits_folded(findings),
        remarks_section(findings, asking, sigla),
        silences_section(findings, asking),
        slips_section(findings, asking, sigla),
        _stemma(findings, sigla),
        sourcing_section(findings),
        history_section(findings, asking, sigla),
        figures_section(findings, asking),
        record_section(findings),
        _bridges(corpus),
        bibliography_section(corpus),
        _perspective(findings, heading[1]),
    )
    return Document(
        corpus.title or name,
        tuple(text for text in heading if text),
        with_short_titles(corpus, [section for section in sections if section.blocks]),
        version,
        sigla,
    )


def _gathered(findings: Examination, sigla: Mapping[Target, str]) -> _Found:
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
        sigla,
    )


_MOST_FINDINGS = {"ruled-out": 5, "contradictions": 3, "together": 2}
_MOST_LINKED = 12  # claims that a finding names one by one
_MOST_OTHERS = 1  # findings of any other sort; the accounts have the rest


def _findings(findings: Examination, asking: Asking) -> Section:
    """The most telling findings of each sort; the others stand with the question and account they are about."""
    items: list[Item] = []
    counts: dict[str, int] = {}
    for found in tell(findings, asking):
        counts[found.sort] = counts.get(found.sort, 0) + 1
        if counts[found.sort] <= _MOST_FINDINGS.get(found.sort, _MOST_OTHERS):
            about = found.item.about
            items.append(replace(found.item, about=about if len(about) <= _MOST_LINKED else ()))
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
    """Every question with its accounts, on one line each: the table of all that the timelines draw of them."""
    rows: list[tuple[str, ...]] = []
    about: list[tuple[Target | None, ...]] = []
    style = style_of_deductions(corpus)
    for number, one in enumerate(drawn, start=1):
        lanes = {lane.id: lane for lane in one.timeline.accounts} if one.timeline is not None else {}
        for place, account in enumerate(one.accounts):
            asked = f"{number}. {_asked(one)}" if place == 0 else ""
            row = found.rows.get(account.claim.id)
            standing = STANDING_SIGNS.get(row.verdict, "") if row is not None else ""
            wide = widest(lanes.get(account.claim.id), style)
            answer = f"{_answer(account)}{f' (at the widest {wide})' if wide else ''}"
            rows.append((asked, claimants_of(corpus, account.claim), answer, standing))
            about.append((_question_target(one) if place == 0 else None, ("claim", account.claim.id)))
    heads = ("question", "account", "answer, as read", "record")
    made = Table(heads, tuple(rows), tuple(about))
    return Section("synopsis", "Synopsis", (made,) if rows else ())


def _answer(account: Account) -> str:
    """The date as read; what else an account answers as it is written, since nothing has to be read."""
    has_value = any(statement.value for statement in account.claim.statements)
    written = account.says if has_value or not account.read else ""
    return ", ".join(text for text in (written, account.read) if text)


def _asked(one: Drawn) -> str:
    return " ".join(one.question.ask.split()) if one.question is not None else "Stated without a question"


def _question_target(one: Drawn) -> Target:
    return ("question", one.question.id) if one.question is not None else ("without-question", "")


def _questions(findings: Examination, drawn: Sequence[Drawn], found: _Found) -> Section:
    groups: list[Group] = []
    entered: set[str] = set()
    signs: dict[tuple[str, str], None] = {}
    for number, one in enumerate(drawn, start=1):
        blocks: list[Block] = []
        for block in _question(findings, one, found, entered):
            if isinstance(block, Matrix):
                signs.update(dict.fromkeys(block.legend))
            blocks.append(replace(block, legend=()) if isinstance(block, Matrix) else block)
        groups.append(Group(f"{number}. {_asked(one)}", tuple(blocks), _question_target(one)))
    lead = [_legend(found.rows.values())] if groups else []
    if signs:
        lead.append(f"In a table of agreement {'; '.join(' '.join(pair).strip() for pair in signs)}.")
    return Section("questions", "Question by question", (*map(Paragraph, lead), *groups))


_SIGLA = (
    "A number and a letter (1A) name an account, r and a number (r1) a record, on this page alone; what lasts is "
    "the id beside the name."
)


def _legend(rows: Iterable[Row]) -> str:
    """What is said once, so that it need not be said with every account."""
    said = [
        "Each account stands in its own words, then as the corpus paraphrases it. Beside the name stands how it "
        "fares against the record. What the pictures show stands as tables in the synopsis "
        "and in the record. Pairs that can both be true are signs in the matrix; `explain` tells how and why."
    ]
    verdicts = {row.verdict for row in rows}
    for verdict, words in PLAINLY.items():
        if verdict in verdicts:
            name = str(verdict).replace("-", " ")
            meant = words.replace(f": it is {name}", "")
            said.append(f"{name.capitalize()}: {meant[:1].lower()}{meant[1:]}")
    signs = [f"{sign} {str(one).replace('-', ' ')}" for one, sign in STANDING_SIGNS.items() if one in verdicts]
    if signs:
        said.append(f"Signs of the synopsis: {', '.join(signs)}.")
    return " ".join(said)


def _question(findings: Examination, one: Drawn, found: _Found, entered: set[str]) -> Iterator[Block]:
    """One question: how many voices, the timeline, the matrix, the limits, each account, what is between them.

    Claims that answer no question are no rivals, so nothing is drawn of them together.
    """
    corpus = findings.corpus
    ids = [account.claim.id for account in one.accounts]
    asked = one.question.id if one.question is not None else None
    pairs = found.by_question.get(asked, []) if asked is not None else []
    chosen = _at_odds(pairs)[:MOST_TOLD]
    if asked is not None and len(ids) > 1:
        witnesses = witnesses_of(corpus, ids)
        yield Paragraph(f"{numbers_say(corpus, witnesses)} {roots_say(corpus, witnesses)}".rstrip())
    if asked is not None and one.timeline is not None and len(ids) + len(one.timeline.records) > 1:
        title = f"Question {found.sigla[('question', asked)]} in time"
        yield replace(picture(findings, one, one.timeline), title=title, table=Table((), ()))
    if len(ids) <= MOST_ACCOUNTS:
        chosen = [pair for pair in chosen if not (is_seen(pair) and {pair.a, pair.b} <= set(ids))]
    linked = frozenset((pair.a, pair.b) for pair in chosen)
    if asked is not None:
        made = matrix(corpus, "Agreement: " + _asked(one), one.accounts, one.signs, found.pairs, linked)
        if made is not None:
            yield made
    for terminus in found.termini.get(asked, []) if asked is not None else []:
        yield limit_fold(corpus, terminus)
    for account in one.accounts:
        if account.claim.id not in entered:
            entered.add(account.claim.id)
            yield account_group(
                findings,
                account,
                found.sigla[("claim", account.claim.id)],
                found.rows.get(account.claim.id),
                found.against.get(account.claim.id, ()),
            )
    if chosen:
        has_reasons = len(found.pairs) <= _MOST_REASONS
        why = "" if has_reasons else " (why is told by the command `explain`)"
        yield Paragraph(f"Between these accounts{why}:")
        yield from pair_blocks(corpus, chosen, has_reasons=has_reasons)
    tangles = _tangles(findings, set(ids))
    if tangles:
        yield Listing(tuple(tangles))


def is_seen(pair: Pair) -> bool:
    """Whether the two dates and the field of the matrix say all that there is to say of a contradiction."""
    is_plain = pair.verdict is Verdict.CONTRADICTS and not (pair.unless or pair.strained)
    return is_plain and not needs_telling(pair.because)


_AT_ODDS = (Verdict.CONTRADICTS, Verdict.DIFFERS_IN_TIME, Verdict.UNDETERMINED)


def _at_odds(pairs: list[Pair]) -> list[Pair]:
    """The pairs of which there is more to tell than the matrix shows: not those that plainly can both be true."""
    return [pair for pair in pairs if pair.verdict in _AT_ODDS or pair.strained or pair.if_bridge]


def _tangles(findings: Examination, ids: set[str]) -> Iterator[Item]:
    """Where the conflicts of these accounts are told, and what would settle them."""
    for number, conflict in enumerate(findings.conflicts):
        if len(conflict.members) != 2 and not ids.isdisjoint(conflict.members) and not conflict.bridges:
            said = f"Conflict {number + 1} among {len(conflict.members)}: {listed(conflict.members)}."
            yield Item(said, about=(("conflict", str(number + 1)),))


# ------------------------------------------------------------------------------------------- the rest


def _stemma(findings: Examination, sigla: Mapping[Target, str]) -> Section:
    blocks = stemma_blocks(findings, by_question=False, sigla=sigla)
    drawn = stemma_picture(findings)
    return Section("stemma", "Stemma", (drawn, *blocks) if drawn is not None else tuple(blocks))


def _bridges(corpus: Corpus) -> Section:
    items = tuple(Item(f"{bridge_says(corpus, id)}.", anchor=("bridge", id)) for id in corpus.bridges)
    blocks: tuple[Block, ...] = ()
    if items:
        blocks = (Paragraph("Assumptions that somebody has stated; off unless granted."), Listing(items))
    return Section("bridges", "Bridges", blocks)


def _perspective(findings: Examination, seen: str) -> Section:
    """From where all of this was seen, said also where it is the plain one."""
    corpus = findings.corpus
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
