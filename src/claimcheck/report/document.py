"""The report, told once: what stands in it and in which order, for every format.

Belongs here: the document with its sections, each as deep as it is marked; from it screen, text, Markdown and page
are made. Does not belong here: which findings come first (see `ranking`), sentences (see `words`), layout.

It goes from the whole to the part: what is at issue, the findings, question by question; then the apparatus. A
claim has one entry, under the first question that it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.corpus.entries import Claim
from claimcheck.criticism.stemma import edges
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Answered,
    Bearing,
    HeldPosition,
    Pair,
    Role,
    Row,
    Ruling,
    Standing,
    Step,
    Verdict,
)
from claimcheck.report.ask_why import Asking
from claimcheck.report.bibliography import bibliography_section, cites_of, record_section, works_cited
from claimcheck.report.blocks import (
    Block,
    Chain,
    Depth,
    Document,
    Fold,
    Group,
    Item,
    Listing,
    Paragraph,
    Picture,
    Section,
    Table,
    Target,
)
from claimcheck.report.figures import figures_section
from claimcheck.report.history import history_section
from claimcheck.report.pictures.controversy import controversy
from claimcheck.report.pictures.stemma import stemma_of
from claimcheck.report.pictures.timeline import timeline
from claimcheck.report.ranking import Finding, patterns, ranked, told_first
from claimcheck.report.remarks import remarks_section, silences_section
from claimcheck.report.slips import slips_section
from claimcheck.report.sourcing import sourcing_blocks
from claimcheck.report.stemma import stemma_blocks
from claimcheck.report.styles import styles_say
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer, position_answer, readings_say
from claimcheck.report.words.dates import accounts_in_order
from claimcheck.report.words.findings import clash_says, has
from claimcheck.report.words.grammar import capital, letter, listed, plural, quoted, sentence
from claimcheck.report.words.issue import at_issue, counted, cut_short, perspective_says, points_say
from claimcheck.report.words.pairs import matrix, verdict_words
from claimcheck.report.words.positions import (
    holders,
    is_disputed,
    judged_of,
    never_row,
    never_say,
    notes,
    odds_say,
    ruling_says,
    state_says,
    who_says,
)
from claimcheck.report.words.proofs import FOLLOWING, IN_PART, told
from claimcheck.report.words.standing import STANDING_WORDS, deciding, limits_say, standing_says

MOST_IN_MATRIX = 12  # accounts; nobody reads more pairs than theirs
MOST_PROOFS = 60  # conflicts of which each is told as an argument
QUESTIONS = 10  # that a terminal shows, the most disputed

_NOTHING = Paragraph("Nothing of this sort was found.")


def report(
    findings: Examination,
    asking: Asking,
    *,
    name: str,
    banner: str = "",
    only: str | None = None,
    version: tuple[str, ...] = (),
) -> Document:
    """The whole report, or one of its sections. `version` says which data and which program it was made from."""
    chosen = SECTIONS.values() if only is None else [{**SECTIONS, **ALONE}[only]]
    sections = [make(findings, asking) for make in chosen]
    return Document(
        title=findings.corpus.title or name,
        heading=_heading(findings, banner, counted(findings) if only is None else ""),
        sections=tuple(
            section if section.blocks else replace(section, blocks=(_NOTHING,))
            for section in sections
            if section.blocks or only is not None
        ),
        colophon=version,
        works=works_cited(findings.corpus),
        sigla={("source", id): names.source(findings.corpus, id) for id in findings.corpus.sources},
    )


def compared(findings: Examination, asking: Asking, *, name: str, banner: str = "") -> Document:
    """Claims against each other, all of them: who contradicts whom, every other relation, and the proofs."""
    sections = (_relations(findings, asking), _pairs(findings, asking))
    return Document(
        findings.corpus.title or name,
        _heading(findings, banner, "" if findings.complete else cut_short(findings)),
        tuple(section if section.blocks else replace(section, blocks=(_NOTHING,)) for section in sections[::-1]),
    )


def lined_up(findings: Examination, asking: Asking, *, name: str, banner: str = "") -> Document:
    """Every claim against the record, with every record that bears on it."""
    return Document(findings.corpus.title or name, _heading(findings, banner, ""), (_lineup(findings, asking),))


def by_claimant(
    findings: Examination,
    asking: Asking,
    claimant: str,
    *,
    name: str,
    banner: str = "",
    version: tuple[str, ...] = (),
) -> Document:
    """Everything that one claimant says across the questions, with what bears on it."""
    corpus, rows = findings.corpus, findings.once(_rows)
    ids = [claim.id for claim in findings.view.claims if claimant in claim.by]
    about = [one for one in ranked(findings) if not set(ids).isdisjoint(id for _, id in one.about)]
    table = tuple((*_said(findings, id), _odds(findings, id)) for id in ids)
    out = sum(rows[id].verdict is Standing.CONTRADICTED for id in ids)
    says = f"{plural(len(ids), 'claim')}; the record rules out {plural(out, 'of them') if out else 'none'}"
    sections = (
        Section("claims", "What is said", (Table(("on what", "answer", "the record", "at odds with"), table),)),
        Section("findings", "What to know of it", (Listing(tuple(_item(asking, one) for one in about), True),)),
        Section("accounts", "Word for word", tuple(_card(findings, id, None) for id in ids)),
    )
    who = capital(names.person(corpus, claimant))
    return Document(
        f"{who}: {corpus.title or name}",
        _heading(findings, banner, sentence(says)),
        tuple(section for section in sections if ids and (section.id != "findings" or about)),
        version,
    )


def _said(findings: Examination, id: str) -> tuple[str, str, str]:
    """On what an account speaks, what it answers, and how it stands to the record."""
    row = findings.once(_rows)[id]
    record = deciding(findings, row)
    stands = f"{STANDING_WORDS[row.verdict]}{f': {record}' if record else ''}"
    return capital(names.matter(findings.corpus, id)), answer(findings, id), stands


def _odds(findings: Examination, id: str) -> str:
    """With whom an account is at odds outright, and how many more there are under a bridge."""
    own = [(pair, pair.b if pair.a == id else pair.a) for pair in findings.pairs if id in (pair.a, pair.b)]
    outright = [other for pair, other in own if pair.verdict is Verdict.CONTRADICTS]
    supposed = sum(bool(pair.if_bridge) and pair.verdict is not Verdict.CONTRADICTS for pair, _ in own)
    said = [names.who(findings.corpus, outright)] if outright else []
    return "; ".join([*said, *([f"{supposed} more under a bridge"] if supposed else [])]) or "–"


def _heading(findings: Examination, banner: str, said: str) -> tuple[str, ...]:
    corpus = findings.corpus
    seen = perspective_says(corpus, findings.perspective, findings.set_aside)
    return tuple(text for text in (banner, seen, styles_say(corpus), said) if text)


# The overview.


def _picture(findings: Examination, asking: Asking) -> Section:
    """The picture of the controversy; under the title of the report, of which it has no need itself."""
    chart = controversy(findings)
    drawn = (Picture(chart.title, chart.says, chart),) if chart is not None else ()
    return Section("picture", "", drawn)


def _issue(findings: Examination, asking: Asking) -> Section:
    corpus = findings.corpus
    known = Paragraph(" ".join((corpus.background or "").split()))
    background = [Fold("Background", (known,), depth=Depth.QUESTION)] if known.text else []
    said = at_issue(findings, [one.question for one in by_dispute(findings)])
    return Section("issue", "What is at issue", (*background, *([Paragraph(said)] if said else [])))


def _findings(findings: Examination, asking: Asking) -> Section:
    items = tuple(_item(asking, finding) for finding in told_first(findings))
    nothing = Paragraph("Nothing was found to compare.")
    return Section("findings", "Findings", (Listing(items, numbered=True) if items else nothing,))


def _item(asking: Asking, finding: Finding) -> Item:
    return Item(
        finding.ground,
        ask=asking.why(*finding.why) if finding.why else "",
        anchor=("finding", finding.name),
        about=finding.about,
        head=finding.headline,
    )


# Question by question.


def by_dispute(findings: Examination) -> tuple[Answered, ...]:
    """The questions, the most disputed first: by positions that exclude each other, then by pairs at odds."""
    order = {answered.question: number for number, answered in enumerate(findings.positions)}
    pairs: dict[str | None, int] = {}
    for pair in findings.pairs:
        pairs[pair.question] = pairs.get(pair.question, 0) + (pair.verdict is Verdict.CONTRADICTS)

    def place(answered: Answered) -> tuple[bool, bool, int, int]:
        lead = findings.corpus.questions[answered.question].lead
        return (
            not is_disputed(answered),
            not lead,
            -pairs.get(answered.question, 0),
            order[answered.question],
        )

    return tuple(sorted(findings.positions, key=place))


def is_stated_once(findings: Examination, answered: Answered) -> bool:
    """Whether there is nothing to compare on a question, and no verdict of the record that says something."""
    if len(answered.accounts) + len(answered.uncounted) > 1 or never_say(findings, answered):
        return False
    return all(judged_of(findings, position).ruling is Ruling.OPEN for position in answered.positions)


def _questions(findings: Examination, asking: Asking) -> Section:
    entered: set[str] = set()
    groups = [
        Group(
            names.asked(findings.corpus, answered.question),
            tuple(_question(findings, answered, entered)),
            ("question", answered.question),
        )
        for answered in by_dispute(findings)
        if not is_stated_once(findings, answered)
    ]
    return Section("questions", "Question by question", tuple(groups), Depth.QUESTION)


HEADS = ("answer", "who", "the record", "at odds with")


def _question(findings: Examination, answered: Answered, entered: set[str]) -> Iterator[Block]:
    """A question with its positions; under folds its accounts, but for those `entered`, and their pairs."""
    yield from question_blocks(findings, answered)
    in_order = [claim.id for claim, _ in findings.once(accounts_in_order).get(answered.question, ())]
    ids = list(dict.fromkeys((*in_order, *answered.accounts, *(id for id, _ in answered.uncounted))))
    cards = tuple(_card(findings, id, answered.question) for id in ids if id not in entered)
    entered.update(ids)
    if cards:
        yield Fold(capital(plural(len(cards), "account")), cards, depth=Depth.APPARATUS)
    if 2 < len(in_order) <= MOST_IN_MATRIX:
        pairs = findings.once(_pairs_by_claims)
        made = matrix(findings.corpus, "Agreement", in_order, tuple(map(letter, range(len(in_order)))), pairs)
        yield Fold("Account against account", (made,), depth=Depth.APPARATUS)


def question_blocks(findings: Examination, answered: Answered) -> Iterator[Block]:
    """A question with its state, its timeline and its positions."""
    denying, never = never_say(findings, answered), never_row(findings, answered)
    is_tabled = is_disputed(answered) or bool(never)
    alone = () if is_tabled else cites_of(findings.corpus, answered.accounts)
    yield Paragraph(state_says(findings, answered, is_tabled=is_disputed(answered)), alone)
    chart = timeline(findings, answered) if len(answered.positions) > 1 else None
    if chart is not None:
        yield Picture(chart.title, chart.says, chart)
    if is_tabled:
        rows = tuple(_row(findings, answered, position) for position in answered.positions)
        holding = (*(position.held_by for position in answered.positions), *((denying,) if denying else ()))
        cites = tuple(cites_of(findings.corpus, ids) for ids in holding)
        yield Table(HEADS, (*rows, *never), cites=cites, cited="who")
    items = tuple(Item(note) for note in notes(findings, answered))
    if items:
        yield Listing(items)


def _row(findings: Examination, answered: Answered, position: HeldPosition) -> tuple[str, ...]:
    return (
        position_answer(findings, position),
        who_says(findings, position),
        ruling_says(findings, position),
        odds_say(findings, answered, position),
    )


def _card(findings: Examination, id: str, question: str | None) -> Group:
    """An account: its words, where it stands, its verdict with the deciding record, its proof under a fold."""
    corpus, claim = findings.corpus, findings.corpus.claims[id]
    row = findings.once(_rows).get(id)
    standing = row.verdict if row is not None else Standing.NOT_COMPARED
    about: tuple[Target, ...] = (("source", claim.source),) if not corpus.sources[claim.source].unnamed else ()
    said, place, cites = _read(findings, claim, question), names.place_of(corpus, id), cites_of(corpus, (id,))
    read = Item(said, place, about=about, url=claim.url or "", cites=cites)
    blocks: list[Block] = [Listing((read,)), *_own_words(claim)]
    if row is not None:
        verdict = standing_says(findings, row)
        if row.verdict in _RULED_OUT and _needs_telling(row.because):
            blocks.append(Fold(verdict, (Chain("", told(corpus, row.because)),), depth=Depth.APPARATUS))
        else:
            blocks.append(Paragraph(verdict))
    return Group(names.joint(corpus, id), tuple(blocks), ("claim", id), STANDING_WORDS[standing], str(standing))


# What bears an account out its verdict says, and how it would be ruled out; `explain` tells the proofs of these.
_RULED_OUT = (
    Standing.INCONSISTENT,
    Standing.CONTRADICTED,
    Standing.CONTESTED,
)


def _needs_telling(steps: Sequence[Step]) -> bool:
    """Whether a derivation says more than which statements it rests on: a kind, an order, what is supposed.

    Of statements and given dates alone something follows only if there are more than two. What follows at once is
    not told either: the verdict says it.
    """
    if all(step.role is Role.CONCLUSION for step in steps if step.follows):
        return False
    stated = [step for step in steps if step.role not in FOLLOWING]
    is_derived = len(stated) < len(steps) and len(stated) > 2
    return is_derived or any(step.role not in (Role.CLAIM, Role.RECORD, Role.GIVEN) for step in stated)


def _rows(findings: Examination) -> dict[str, Row]:
    return {row.claim: row for row in findings.rows}


def _pairs_by_claims(findings: Examination) -> dict[tuple[str, str], Pair]:
    return {(pair.a, pair.b): pair for pair in findings.pairs}


def _timelines(findings: Examination, asking: Asking) -> Section:
    """The accounts of each question in time. Questions with nothing to compare are left out."""
    charts = (timeline(findings, answered) for answered in by_dispute(findings))
    drawn = tuple(Picture(chart.title, chart.says, chart, titled=True) for chart in charts if chart is not None)
    return Section("timeline", "Timelines", drawn)


def _read(findings: Examination, claim: Claim, question: str | None) -> str:
    """What an account answers, with the reading where its words are another, and its hedge."""
    said = answer(findings, claim.id, question)
    statement = next((one for one in claim.statements if question in (None, one.question)), None)
    readings = [read for read in readings_say(findings, claim, statement) if read not in said]
    hedge = f" It is hedged: {quoted(claim.hedge)}." if claim.hedge else ""
    read = f" {sentence('it is read as ' + listed(readings, 'or'))}" if readings else ""
    return f"{sentence(said)}{read}{hedge}"


def _own_words(claim: Claim) -> Iterator[Paragraph]:
    if claim.says and claim.statements:
        yield Paragraph(sentence(" ".join(claim.says.split())))
    for name, text in (("In its own words", claim.quote), ("In translation", claim.translation)):
        if text:
            yield Paragraph(f"{name}: {quoted(text)}")
    if claim.note:
        yield Paragraph(f"The editor notes: {quoted(claim.note)}")


def _once(findings: Examination, asking: Asking) -> Section:
    corpus = findings.corpus
    rows, about, cites = [], [], []
    for answered in findings.positions:
        if is_stated_once(findings, answered):
            for position in answered.positions:
                asked = names.asked(corpus, answered.question)
                record = ruling_says(findings, position)
                rows.append((asked, position_answer(findings, position), holders(findings, position), record))
                about.append((("question", answered.question), None, None, None))
                cites.append(cites_of(corpus, position.held_by))
    heads = ("question", "answer", "who", "the record")
    anchors = tuple(row[0] for row in about)
    blocks = (Table(heads, tuple(rows), (), anchors, tuple(cites), "who"),) if rows else ()
    return Section("once", "Stated once", blocks, Depth.QUESTION)


# The apparatus.


def _unasked(findings: Examination, asking: Asking) -> Section:
    """The claims that answer no question, and those whose question nobody else answers."""
    told_already = {
        id
        for answered in findings.positions
        if not is_stated_once(findings, answered)
        for id in (*answered.accounts, *(one for one, _ in answered.uncounted))
    }
    cards = tuple(
        _card(findings, claim.id, None) for claim in findings.view.claims if claim.id not in told_already
    )
    return Section("accounts", "The other accounts", cards)


def _points(findings: Examination, asking: Asking) -> Section:
    groups = tuple(
        Group(title, (Listing(tuple(map(Item, ways))), *map(Paragraph, further)), ("point", str(number)))
        for number, (title, ways, further) in enumerate(points_say(findings), start=1)
    )
    return Section("points", "Points of dispute", groups)


def _pairs(findings: Examination, asking: Asking) -> Section:
    """Who contradicts whom, a row for each account and question; then the proofs."""
    against = [pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS]
    rows = _gathered(findings, ((pair.a, _asked(findings, pair), pair.b) for pair in against))
    table = [Table(("this", "cannot be true together with", "question"), rows)] if rows else []
    return Section("conflicts", "What cannot all be true", (*table, *_proofs(findings)))


def _relations(findings: Examination, asking: Asking) -> Section:
    """What would contradict under an assumption or on another reading; and every other relation of two claims."""
    corpus = findings.corpus
    supposed = _gathered(
        findings,
        (
            (pair.a, f"if {listed(names.bridge(corpus, id) for id in found)}", pair.b)
            for pair in findings.pairs
            if pair.verdict is not Verdict.CONTRADICTS
            for found in pair.if_bridge
        ),
    )
    plain = (Verdict.CONTRADICTS, Verdict.DIFFERENT_QUESTIONS)
    others = [pair for pair in findings.pairs if pair.verdict not in plain or pair.strained]
    related = _gathered(findings, ((pair.a, verdict_words(pair), pair.b) for pair in others))
    blocks: list[Block] = []
    if supposed:
        blocks.append(Table(("this", "would contradict", "under what"), supposed))
    if related:
        blocks.append(Table(("this", "and these", "relation"), related))
    return Section("relations", "How the others stand to each other", tuple(blocks))


def _gathered(findings: Examination, pairs: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, ...], ...]:
    """A row for each claim and what is said of it, with all others; of triples (claim, said, other)."""
    found: dict[tuple[str, str], list[str]] = {}
    for id, said, other in pairs:
        found.setdefault((id, said), []).append(other)
    return tuple(
        (_marked(findings, id), "; ".join(dict.fromkeys(_marked(findings, other) for other in others)), said)
        for (id, said), others in sorted(found.items(), key=lambda row: findings.corpus.claims[row[0][0]].misprint)
    )


def _marked(findings: Examination, id: str) -> str:
    """An account with its answer, and whether the editor holds it to be a misprint."""
    return f"{has(findings, id)}{', held to be a misprint' if findings.corpus.claims[id].misprint else ''}"


def _asked(findings: Examination, pair: Pair) -> str:
    return names.question(findings.corpus, pair.question) if pair.question is not None else "different questions"


def _lineup(findings: Examination, asking: Asking) -> Section:
    """Each claim against the record: its standing, every record that bears on it, and how independent they are."""
    heads = ("claim", "against the record", "records that bear on it", "independence", "id")
    rows = tuple(
        (
            _marked(findings, row.claim),
            _standing(row),
            _bearing(findings, row),
            _independence(findings, row),
            row.claim,
        )
        for row in sorted(findings.rows, key=lambda row: findings.corpus.claims[row.claim].misprint)
    )
    return Section("lineup", "Against the record", (Table(heads, rows),) if rows else ())


def _standing(row: Row) -> str:
    parts = f": {listed(IN_PART.get(id, id) for id in row.in_part)}" if row.in_part else ""
    return f"{STANDING_WORDS[row.verdict]}{parts}{' (strained)' if row.strained else ''}"


_BEARINGS = {
    Bearing.CONTRADICTS: "against it",
    Bearing.CONTESTS: "against it, but contested",
    Bearing.CORROBORATES: "for it",
    Bearing.CORROBORATES_IN_PART: "for it in part",
    Bearing.CONSISTENT: "consistent with it",
}


def _bearing(findings: Examination, row: Row) -> str:
    """The records by what they do: "against it: the register; consistent with it: the toll ledger"."""
    found: dict[str, dict[str, None]] = {}
    for id, bearing in row.records:
        found.setdefault(_BEARINGS.get(bearing, str(bearing)), {})[names.record(findings.corpus, id)] = None
    return "; ".join(f"{does}: {', '.join(records)}" for does, records in found.items()) or "–"


def _independence(findings: Examination, row: Row) -> str:
    """Of what is borne out, or rests on the record, how independent the two are and which relays they share."""
    borne_out = row.verdict in (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART, Standing.CONSISTENT)
    if row.independence is None or not borne_out:
        return ""
    relays = (
        f"; both through {listed(names.source(findings.corpus, id) for id in row.relays)}" if row.relays else ""
    )
    return f"{str(row.independence).replace('-', ' ')}{relays}"


def _proofs(findings: Examination) -> Iterator[Block]:
    """Conflicts as arguments: where they are many, one of every pattern of three and more, and how many more."""
    found = patterns(findings, (conflict for conflict in findings.conflicts if len(conflict.members) > 2))
    if len(findings.conflicts) <= MOST_PROOFS:
        found = tuple((conflict,) for conflict in findings.conflicts)
    for conflicts in found:
        more = len(conflicts) - 1
        further = f"So do {plural(more, 'further set')} of answers to the same questions." if more > 1 else ""
        further = "So does one further set of answers to the same questions." if more == 1 else further
        steps = told(findings.corpus, conflicts[0].because)
        yield Chain(clash_says(findings, conflicts[0]), steps, further)


def _limits(findings: Examination, asking: Asking) -> Section:
    rows = tuple(limits_say(findings))
    return Section("limits", "Limits that the record leaves", (Table(("of", "limits"), rows),) if rows else ())


def _stemma(findings: Examination, asking: Asking) -> Section:
    corpus, drawn = findings.corpus, findings.once(stemma_of)
    rows = tuple(
        (names.cited(corpus, edge.start), str(edge.relation).replace("-", " "), names.cited(corpus, edge.end))
        for edge in findings.once(edges)
    )
    pictures = (
        (Picture("Stemma", drawn.says, drawn, Table(("what", "tie", "to what"), rows)),)
        if drawn is not None
        else ()
    )
    return Section("stemma", "Stemma", (*pictures, *stemma_blocks(findings)))


def _sources(findings: Examination, asking: Asking) -> Section:
    return bibliography_section(findings)


def _asking(findings: Examination, asking: Asking) -> Section:
    return Section("asking", "What to ask of each source", tuple(sourcing_blocks(findings)))


def _record(findings: Examination, asking: Asking) -> Section:
    return record_section(findings)


def _bridges(findings: Examination, asking: Asking) -> Section:
    corpus = findings.corpus
    items = tuple(Item(sentence(names.bridge(corpus, id)), id, anchor=("bridge", id)) for id in corpus.bridges)
    lead = Paragraph("These assumptions somebody has made or might make. None is granted unless it is asked for.")
    return Section("bridges", "Bridges", (lead, Listing(items)) if items else ())


def _perspective(findings: Examination, asking: Asking) -> Section:
    """From where all of this was seen, said also where it is the plain one; and how to cite it."""
    aside = findings.set_aside
    seen = perspective_says(findings.corpus, findings.perspective, aside, len(aside))
    plain = (
        "What is documented and what is narrated counts as record. Nothing is set aside, no bridge is granted, "
        "and all works are taken together, whenever they appeared."
    )
    cite = (
        "To cite a finding, name it with the title of this report and the version of the data below. The name of "
        "a finding stays the same when the corpus grows; it stands in the address of a link to it."
    )
    return Section("perspective", "Perspective, and how to cite", (Paragraph(seen or plain), Paragraph(cite)))


def _deep(make: Callable[[Examination, Asking], Section]) -> Callable[[Examination, Asking], Section]:
    """The same section as part of the apparatus."""
    return lambda findings, asking: replace(make(findings, asking), depth=Depth.APPARATUS)


# The sections in the order of the report; each stands under its name for `--only`.
SECTIONS: dict[str, Callable[[Examination, Asking], Section]] = {
    "picture": _picture,
    "issue": _issue,
    "findings": _findings,
    "questions": _questions,
    "once": _once,
    "accounts": _deep(_unasked),
    "points": _deep(_points),
    "conflicts": _deep(_pairs),
    "limits": _deep(_limits),
    "remarks": _deep(remarks_section),
    "silences": _deep(silences_section),
    "slips": _deep(slips_section),
    "history": _deep(history_section),
    "stemma": _deep(_stemma),
    "record": _deep(_record),
    "sources": _deep(_sources),
    "asking": _deep(_asking),
    "figures": _deep(figures_section),
    "bridges": _deep(_bridges),
    "perspective": _deep(_perspective),
}
# What is told only where it is asked for, since the questions have it.
ALONE: dict[str, Callable[[Examination, Asking], Section]] = {"timeline": _timelines}
