"""The sections of a report: which rows and items there are, chosen once for every format.

Belongs here: what each section shows and in which order. Does not belong here: wording (see `sentences` and
`reasons`), escaping and layout (see the renderers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.corpus.entries import Claim, Corpus, Question
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Standing, Step, Terminus, Verdict
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import (
    NO_SIGLA,
    Block,
    Chain,
    Document,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    Target,
)
from claimcheck.report.deciding import settlements_say
from claimcheck.report.figures import figures_section
from claimcheck.report.history import history_section
from claimcheck.report.moments import gap_in_words, limit_in_words
from claimcheck.report.naming import assumption, claimants_of, question_text
from claimcheck.report.patterns import MOST_ALONE, MOST_PATTERNS, MOST_REASONS, MOST_ROWS, MOST_SUPPOSED
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.questions import positions_section
from claimcheck.report.remarks import remarks_section, silences_section
from claimcheck.report.sentences import (
    common_school,
    conflict_named,
    count_says,
    repairs_by_conflict,
    school_says,
    verdict_says,
    verdict_words,
)
from claimcheck.report.slips import slips_section
from claimcheck.report.sourcing import sources_section
from claimcheck.report.standings import (
    independence_words,
    standing_says,
    standing_words,
    subject_says,
    terminus_says,
)
from claimcheck.report.stemma import numbers_say, stemma_section
from claimcheck.report.styles import style_of_deductions, styles_say
from claimcheck.report.synopsis import Account, accounts_by_question
from claimcheck.report.tangled import (
    conflicts_by_pattern,
    pairs_gathered,
    relations_gathered,
    suppositions_gathered,
    tangled_repairs,
)
from claimcheck.report.telling import tell
from claimcheck.report.timelines_told import timeline_section
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.proofs import told


def report(
    findings: Examination,
    asking: Asking,
    *,
    name: str,
    banner: str = "",
    only: str | None = None,
) -> Document:
    """The whole report, or one of its sections with the heading that it stands under."""
    corpus = findings.corpus
    heading = [banner, perspective_says(corpus, findings.perspective, findings.set_aside), styles_say(corpus)]
    chosen = [only] if only is not None else [id for id in SECTIONS if id not in ALONE]
    if only is None:
        heading.append(count_says(findings))
    sections = (SECTIONS[id](findings, asking) for id in chosen)
    return Document(
        title=corpus.title or name,
        heading=tuple(text for text in heading if text),
        sections=tuple(
            section if section.blocks else replace(section, blocks=(_NOTHING,))
            for section in sections
            if section.blocks or only is not None
        ),
    )


_NOTHING = Paragraph("Nothing of this sort was found.")


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


def findings_section(findings: Examination, asking: Asking) -> Section:
    """Everything found, in prose, the most telling first."""
    items = tuple(found.item for found in tell(findings, asking))
    blocks: tuple[Block, ...] = (
        (Listing(items, numbered=True),) if items else (Paragraph("Nothing was found to compare."),)
    )
    return Section("findings", "Findings", blocks)


def synopsis_section(findings: Examination, asking: Asking) -> Section:
    """Per question, the accounts in order of the date they give, as written and as read."""
    corpus = findings.corpus
    accounts = findings.once(accounts_by_question)
    return Section("synopsis", "Synopsis", tuple(synopsis_blocks(corpus, accounts)))


def synopsis_blocks(
    corpus: Corpus, questions: Iterable[tuple[Question | None, tuple[Account, ...]]]
) -> Iterator[Block]:
    """For each question a line with how many accounts, roots and relays it has, and the table of its accounts."""
    for question, accounts in questions:
        asked = question_text(corpus, question.id) if question is not None else "Stated without a question:"
        yield Paragraph(f"{asked} {_three_numbers(corpus, accounts)}")
        rows = tuple(
            (_name(account.claim, corpus), account.says, account.read, account.stands) for account in accounts
        )
        yield Table(("account", "says", "read as", "stands in"), rows)


def _three_numbers(corpus: Corpus, accounts: Iterable[Account]) -> str:
    """Accounts, roots, relays: three numbers and never one; several who are not named are no number."""
    return numbers_say(corpus, witnesses_of(corpus, (account.claim.id for account in accounts)))


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


SHOWN_SCHOOLS = 12  # of a cluster; nobody compares sixty by reading
MOST_NAMED = 30  # claims of a cluster whose schools name the claimants; beyond, the ids alone
SHOWN_OF_LARGE = 4  # schools of such a cluster: each is half a page
_SCHOOLS_CUT_SHORT = (
    "The search stopped at its limit: there may be more ways, and conflicts not found that would split these."
)


def schools_section(findings: Examination, asking: Asking, sigla: Mapping[Target, str] = NO_SIGLA) -> Section:
    """For each cluster of conflicts, the largest sets of claims that can all be true together.

    Where there are `sigla`, claims are called by them in schools that are too large to give every name.
    """
    corpus = findings.corpus
    blocks: list[Block] = []
    for cluster in findings.clusters:
        if cluster.schools:
            cut = "" if cluster.complete else f" {_SCHOOLS_CUT_SHORT}"
            ways = f"{len(cluster.schools)} ways to hold as many as can be true together"
            is_large = len(cluster.claims) > MOST_NAMED
            shown = SHOWN_OF_LARGE if is_large else SHOWN_SCHOOLS
            first = f" The first {shown} are told; the JSON has all." if len(cluster.schools) > shown else ""
            blocks.append(Paragraph(f"{len(cluster.claims)} claims, {ways}.{cut}{first}"))
            told_schools = cluster.schools[:shown]
            if is_large and len(told_schools) > 1:
                all_hold, told_schools = common_school(told_schools)
                shared = school_says(corpus, all_hold, in_ids=True, sigla=sigla)
                blocks.append(Paragraph(f"What all of these have in common: {shared} Besides:"))
            items = tuple(
                Item(school_says(corpus, school, in_ids=is_large, sigla=sigla)) for school in told_schools
            )
            blocks.append(Listing(items, numbered=True))
        known = SHOWN_OF_LARGE if len(cluster.claims) > MOST_NAMED else SHOWN_SCHOOLS
        settled = [found for found in cluster.settled_by if max(found.schools) < known]
        if settled:
            blocks.append(Paragraph("What would settle it:"))
            blocks.append(Listing(tuple(map(Item, settlements_say(corpus, settled)))))
    return Section("schools", "Schools", tuple(blocks))


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


def termini_section(findings: Examination, asking: Asking) -> Section:
    """The limits that the record leaves to what each question asks for, and to each event."""
    corpus = findings.corpus
    limited = [
        terminus for terminus in findings.termini if (terminus.post_quem, terminus.ante_quem) != (None, None)
    ]
    rows = tuple((subject_says(corpus, terminus), terminus_says(corpus, terminus)) for terminus in limited)
    return Section("termini", "Limits that the record leaves", (Table(("of", "limits"), rows),) if rows else ())


def reasons_section(findings: Examination, asking: Asking) -> Section:
    """Every derivation that no conflict has told, down to file and line, source and locator."""
    corpus = findings.corpus
    is_tangled = len(findings.conflicts) > MOST_ALONE
    told_already = {
        frozenset(conflict.members) for conflict in findings.conflicts if not (conflict.bridges or is_tangled)
    }
    untold = [pair for pair in findings.pairs if pair.because and frozenset((pair.a, pair.b)) not in told_already]
    chosen = untold
    if len(untold) > MOST_REASONS:
        chosen = [pair for pair in untold if pair.strained][:MOST_PATTERNS]
    blocks: list[Block] = [chain_of_pair(corpus, pair) for pair in chosen]
    if len(chosen) < len(untold):
        blocks.insert(
            0,
            Paragraph(
                f"Of {len(untold)} pairs the reasons of {len(chosen)} are told, the first of those at odds on the "
                f"narrow reading alone. For any other: {asking.why('ID', 'ID')}"
            ),
        )
    rows = [row for row in findings.rows if row.because]
    telling = [row for row in rows if row.verdict is not Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT]
    blocks.extend(chain_of_row(findings, row) for row in (telling if is_tangled else rows))
    if is_tangled and len(telling) < len(rows):
        supposed = "known only through the claimant, what an assumption would make of them"
        blocks.append(Paragraph(f"Of {len(rows) - len(telling)} claims {supposed}: {asking.why('ID')}"))
    for terminus in findings.termini:
        blocks.extend(chains_of_terminus(corpus, terminus))
    return Section("reasons", "Reasons", tuple(blocks))


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


# What is told only where it is asked for.
ALONE = ("positions",)

# The sections in the order of the report; each stands under its name for `--only`.
SECTIONS: dict[str, Callable[[Examination, Asking], Section]] = {
    "findings": findings_section,
    "positions": positions_section,
    "synopsis": synopsis_section,
    "timeline": timeline_section,
    "claims": claims_section,
    "conflicts": conflicts_section,
    "schools": schools_section,
    "lineup": lineup_section,
    "termini": termini_section,
    "remarks": remarks_section,
    "silences": silences_section,
    "slips": slips_section,
    "figures": figures_section,
    "stemma": stemma_section,
    "history": history_section,
    "sources": sources_section,
    "reasons": reasons_section,
}
