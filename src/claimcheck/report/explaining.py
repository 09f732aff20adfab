"""All that was found about some ids: claims, events, records, questions, bridges, sources, claimants.

Belongs here: choosing what bears on the ids asked about, a sentence for each entry, and setting it all out. Does
not belong here: the wording of findings, the explanation of diagnostic codes (they need no corpus).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from claimcheck.corpus.entries import Corpus, Entry
from claimcheck.criticism.changes import Change, changes
from claimcheck.diagnostics import Position
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Conflict, Pair, Row, Standing, Step, Terminus, Verdict
from claimcheck.report.blocks import Block, Chain, Document, Item, Listing, Paragraph, Section
from claimcheck.report.styles import style_of_deductions, styles_say
from claimcheck.report.words import names
from claimcheck.report.words.dates import as_reasoned
from claimcheck.report.words.findings import clash_says, has, repairs_say, says
from claimcheck.report.words.grammar import capital, listed, quoted, sentence, stopped
from claimcheck.report.words.issue import perspective_says
from claimcheck.report.words.moments import limit_in_words
from claimcheck.report.words.pairs import beside_says, verdict_says
from claimcheck.report.words.proofs import claim_says, record_told, told
from claimcheck.report.words.standing import STANDING_WORDS, limited, standing_says

Kind = Literal["claim", "question", "event", "record", "bridge", "source", "claimant", "kind", "figure"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that an id names: its sort, what it says, and where it stands."""

    id: str
    sort: str
    says: str
    place: str
    position: Position
    source: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """What bears on the ids asked about, in the order of the findings."""

    ids: tuple[str, ...]
    entries: tuple[Named, ...]
    pairs: tuple[Pair, ...]
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    termini: tuple[Terminus, ...]


def known_ids(corpus: Corpus) -> tuple[str, ...]:
    """Every id that can be asked about, each once, in the order of `KINDS`."""
    return tuple(dict.fromkeys(id for _, id in _all(corpus)))


def _all(corpus: Corpus) -> Iterator[tuple[str, str]]:
    records = [record.id for event in corpus.events.values() for record in event.records]
    groups: tuple[Iterable[str], ...] = (
        corpus.claims,
        corpus.questions,
        corpus.events,
        records,
        corpus.bridges,
        [source.id for source in corpus.sources.values() if not source.unnamed],
        corpus.claimants,
        corpus.kinds,
        corpus.figures,
    )
    for sort, ids in zip(KINDS, groups, strict=True):
        for id in ids:
            yield sort, id


def explained(findings: Examination, ids: tuple[str, ...]) -> Explained:
    """All that bears on one id; of several, what is between them.

    Every id must be known (`known_ids`). An id that several entries share is explained as each of them. Two
    claims of which nothing was listed stand to each other as different questions, or are not compared.
    """
    corpus = findings.corpus
    entries = tuple(
        Named(id, sort, entry_says(corpus, sort, id), *entry_place(corpus, sort, id))
        for wanted in ids
        for sort, id in _all(corpus)
        if id == wanted and not (sort == "record" and id in corpus.events)
    )
    claims = [id for id in dict.fromkeys(ids) if id in corpus.claims]
    others = [id for id in dict.fromkeys(ids) if id not in corpus.claims]
    if len(claims) >= 2:
        return Explained(
            ids,
            entries,
            tuple(_between(findings, a, b) for a, b in combinations(_in_file_order(corpus, claims), 2)),
            tuple(row for row in findings.rows_of(claims) if others and _bears(corpus, row, others)),
            tuple(
                conflict for conflict in findings.conflicts if set(ids) <= {*conflict.members, *conflict.bridges}
            ),
            (),
        )
    if claims and others:
        return Explained(
            ids,
            entries,
            tuple(pair for pair in findings.pairs_of(claims) if _under(pair, others)),
            findings.rows_of(claims),
            tuple(conflict for conflict in findings.conflicts if _holds(corpus, conflict, ids)),
            (),
        )
    return _about(findings, ids, entries)


def _about(findings: Examination, ids: tuple[str, ...], entries: tuple[Named, ...]) -> Explained:
    """Everything in which any of the ids has a part."""
    corpus = findings.corpus
    wanted = set(ids)
    stated = wanted | {
        claim.id
        for claim in corpus.claims.values()
        if wanted & {claim.source, *claim.by} and not wanted & set(corpus.claims)
    }
    if _speak_for_themselves(findings, entries):
        touching = tuple(conflict for conflict in findings.conflicts if _touches(corpus, conflict, wanted))
        return Explained(ids, entries, findings.pairs_of(stated), findings.rows_of(stated), touching, ())
    only_claims = wanted <= corpus.claims.keys()

    def concerns(pair: Pair) -> bool:
        if stated & {pair.a, pair.b} or pair.question in wanted:
            return True
        # A claim has a part in what is found of two others only where it lends an anchor its date.
        may = not only_claims or not wanted.isdisjoint(findings.given_to(pair.a, pair.b))
        return may and _under(pair, wanted)

    return Explained(
        ids,
        entries,
        tuple(pair for pair in findings.pairs if concerns(pair)),
        tuple(
            row
            for row in findings.rows
            if row.claim in stated or row.question in wanted or _bears(corpus, row, ids) or _under(row, wanted)
        ),
        tuple(conflict for conflict in findings.conflicts if _touches(corpus, conflict, wanted)),
        tuple(terminus for terminus in findings.termini if {terminus.question, terminus.subject.id} & wanted),
    )


def _speak_for_themselves(findings: Examination, entries: tuple[Named, ...]) -> bool:
    """Whether only what is found of some claims themselves can have to do with the entries."""
    return all(
        (entry.sort == "claim" and not findings.serves_others(entry.id)) or entry.sort in ("source", "claimant")
        for entry in entries
    )


def _in_file_order(corpus: Corpus, claims: list[str]) -> list[str]:
    return [id for id in corpus.claims if id in claims]


def _between(findings: Examination, a: str, b: str) -> Pair:
    for pair in findings.pairs_of((a,)):
        if (pair.a, pair.b) == (a, b):
            return pair
    untested = {row.claim for row in findings.rows_of((a, b)) if row.verdict is Standing.NOT_COMPARED}
    verdict = Verdict.NOT_COMPARED if {a, b} & untested else Verdict.DIFFERENT_QUESTIONS
    return Pair(a, b, None, verdict)


def _records_of(corpus: Corpus, ids: tuple[str, ...] | list[str] | set[str]) -> set[str]:
    """The ids, with the records of those that are events."""
    events = [corpus.events[id] for id in ids if id in corpus.events]
    return set(ids) | {record.id for event in events for record in event.records}


def _bears(corpus: Corpus, row: Row, ids: tuple[str, ...] | list[str]) -> bool:
    records = _records_of(corpus, ids)
    return any(id in records for id, _ in row.records) or any(step.id in records for step in row.because)


def _under(found: Pair | Row, ids: list[str] | set[str]) -> bool:
    return any(id in ids for assumed in found.if_bridge for id in assumed) or any(
        step.id in ids for step in found.because
    )


def _holds(corpus: Corpus, conflict: Conflict, ids: tuple[str, ...]) -> bool:
    members = {*conflict.members, *conflict.bridges, *conflict.given}
    return all(_records_of(corpus, {id}) & members for id in ids)


def _touches(corpus: Corpus, conflict: Conflict, ids: set[str]) -> bool:
    return bool(_records_of(corpus, ids) & {*conflict.members, *conflict.bridges})


def explanation(findings: Examination, found: Explained, banner: str = "") -> Document:
    """The explanation as a document."""
    corpus = findings.corpus
    items = tuple(Item(entry.says, entry.place) for entry in found.entries)
    sections = [Section("entries", ", ".join(found.ids), (Listing(items),))]
    asked = [question for question in found.ids if question in corpus.questions]
    if asked:
        from claimcheck.report.document import question_blocks

        told_of = [answered for id in asked if (answered := findings.positions_of(id)) is not None]
        blocks = tuple(block for answered in told_of for block in question_blocks(findings, answered))
        sections.append(Section("positions", "The positions", blocks))
    lineup = tuple(chain_of_row(findings, row) for row in found.rows)
    sections.append(Section("lineup", "Against the record", lineup))
    subject = found.ids[0] if len(found.ids) == 1 and found.ids[0] in corpus.claims else None
    pairs = tuple(pairs_told(findings, found.pairs, subject))
    sections.append(Section("claims", "Against other claims", pairs))
    told_already = {frozenset((pair.a, pair.b)) for pair in found.pairs if pair.because}
    conflicts = tuple(
        Chain(
            clash_says(findings, conflict), told(corpus, conflict.because), repairs_say(findings, conflict.repairs)
        )
        for conflict in found.conflicts
        if conflict.bridges or frozenset(conflict.members) not in told_already
    )
    sections.append(Section("conflicts", "What cannot all be true", conflicts))
    limits = tuple(chain for terminus in found.termini for chain in chains_of_terminus(corpus, terminus))
    sections.append(Section("termini", "Limits that the record leaves", limits))
    seen = perspective_says(corpus, findings.perspective, findings.set_aside)
    styles = styles_say(corpus)
    return Document(
        title="Why",
        heading=tuple(text for text in (banner, seen, styles) if text),
        sections=tuple(section for section in sections if section.blocks),
    )


def chain_of_row(findings: Examination, row: Row) -> Chain:
    """Why a claim stands to the record as it does."""
    title = f"{capital(has(findings, row.claim))}: {STANDING_WORDS[row.verdict]}"
    return Chain(title, told(findings.corpus, row.because), standing_says(findings, row))


def pairs_told(findings: Examination, pairs: Iterable[Pair], subject: str | None = None) -> Iterator[Block]:
    """Pairs with the proof of each; those that are so by the same steps are told once, with whom that is so of.

    `subject` is the claim that all are about, if one is.
    """
    corpus = findings.corpus
    alike: dict[object, list[Pair]] = {}
    for pair in pairs:
        other = pair.b if pair.a == subject else pair.a
        key = (pair.verdict, pair.if_bridge, _moves(pair.because, other)) if pair.because and subject else pair
        alike.setdefault(key, []).append(pair)
    for first, *others in alike.values():
        title = sentence(f"{says(findings, first.a)}; {says(findings, first.b)}")
        verdict = verdict_says(corpus, first, is_proved=bool(first.because))
        too = [has(findings, pair.b if pair.a == subject else pair.a) for pair in others]
        alike_says = sentence(f"so too {listed(too)}, by the same steps") if too else ""
        said = " ".join(filter(None, (verdict, beside_says(findings, first), alike_says)))
        yield Chain(title, told(corpus, first.because), said) if first.because else Paragraph(f"{title} {said}")


def _moves(steps: Sequence[Step], other: str) -> tuple[object, ...]:
    """The moves of a proof, whoever the other claimant is and whatever date he gives."""
    return tuple(
        (
            step.role,
            "" if step.id == other else step.id,
            step.other,
            step.relation,
            step.clash,
            step.follows,
            (step.bound.subject.form, step.bound.edge, step.bound.is_lower) if step.bound is not None else None,
        )
        for step in steps
    )


def chains_of_terminus(corpus: Corpus, terminus: Terminus) -> Iterator[Chain]:
    """Why the record leaves these limits: one chain for each limit that it leaves."""
    for is_lower, instant, steps in (
        (True, terminus.post_quem, terminus.because_post),
        (False, terminus.ante_quem, terminus.because_ante),
    ):
        if instant is not None:
            limit = limit_in_words(instant, terminus.unit, is_lower, style_of_deductions(corpus))
            title = (
                f"{capital(limited(corpus, terminus))}: {'not before' if is_lower else 'no later than'} {limit}"
            )
            yield Chain(title, told(corpus, steps))


# What changes from one examination to another.


def changes_document(
    before: Examination, after: Examination, names: tuple[str, str], banner: str = ""
) -> Document:
    """The changes as a document; `names` are what the two sides are called.

    What there is on one side alone is named and not reasoned about, and of such claims the pairs are left out.
    """
    found = changes(before, after)
    on_both = [change for change in found if change.before is not None and change.after is not None]
    blocks: list[Block] = []
    for change in on_both:
        corpus = (after if change.told_after else before).corpus
        was, now = ((verdict or "").replace("-", " ") for verdict in (change.before, change.after))
        who = " and ".join(change.claims)
        against = " against the record" if len(change.claims) == 1 else ""
        title = f"{who}{against}: {was} → {now}"
        blocks.append(Chain(title, told(corpus, change.because), _causes_say(change)))
    if not on_both:
        blocks.append(Paragraph("No verdict changes on what is there on both sides."))
    for word, is_missing in (("before", "after"), ("after", "before")):
        alone = [
            change.claims[0] for change in found if len(change.claims) == 1 and getattr(change, is_missing) is None
        ]
        if alone:
            blocks.append(Paragraph(f"Only {word}: {listed(alone)}."))
    heading = [
        f"{word}: {name}. {perspective_says(side.corpus, side.perspective, side.set_aside)}".rstrip()
        for word, name, side in zip(("Before", "After"), names, (before, after), strict=True)
    ]
    if banner:
        heading.insert(0, banner)
    count = f"{len(on_both)} verdict{'' if len(on_both) == 1 else 's'} changed"
    return Document("What changes", tuple(heading), (Section("changed", count, tuple(blocks)),))


def _causes_say(change: Change) -> str:
    """Which steps are to be found on one side alone; empty where none is."""
    if not change.causes:
        return ""
    return f"Only {'after' if change.told_after else 'before'} (or otherwise there): {listed(change.causes)}."


# An entry in a sentence: what it is, in its own words.

Place = tuple[str, Position, str | None, str | None]


def entry_says(corpus: Corpus, sort: str, id: str) -> str:
    """What the entry of that sort and id is, in a sentence or two."""
    match sort:
        case "claim":
            return _claim(corpus, id)
        case "question":
            return f"The question is: {quoted(names.asked(corpus, id))}"
        case "event":
            return _event(corpus, id)
        case "record":
            return record_told(corpus, id)
        case "bridge":
            return sentence(f"this bridge, off unless granted, assumes that {names.bridge(corpus, id)}")
        case "source":
            return _source(corpus, id)
        case "claimant":
            stated = dict.fromkeys(
                names.source(corpus, one.source) for one in corpus.claims.values() if id in one.by
            )
            where = listed(filter(None, stated))
            puts = f"speaks in {where}" if where else "is named as a claimant"
            return stopped(f"{capital(corpus.claimants[id].name)} {puts}")
        case "kind":
            kind = corpus.kinds[id]
            said = f"{capital(quoted(kind.label or names.kind(corpus, id)))} is a kind of event"
            if kind.broader:
                said += f", a case of {listed(names.kind(corpus, other) for other in kind.broader)}"
            needs = listed(names.kind(corpus, other) for other in kind.presupposes)
            return f"{said}.{f' It presupposes {needs}.' if needs else ''}"
    figure = corpus.figures[id]
    numbers = ", ".join(f"{name} {number}" for name, number in figure.numbers)
    return f"The figure is: {quoted(figure.says) if figure.says else names.words_of(id)} ({numbers})."


def _claim(corpus: Corpus, id: str) -> str:
    claim = corpus.claims[id]
    said = [stopped(capital(claim_says(corpus, claim)))]
    if claim.says and claim.statements:
        said.append(f"In the paraphrase of the corpus: {quoted(claim.says)}")
    if claim.quote:
        said.append(f"Word for word: {quoted(claim.quote)}")
    if claim.translation:
        said.append(f"In translation: {quoted(claim.translation)}")
    if claim.note:
        said.append(f"The editor notes: {quoted(claim.note)}")
    return " ".join(said)


def _event(corpus: Corpus, id: str) -> str:
    event = corpus.events[id]
    label = quoted(event.label or names.event(corpus, id))
    kinds = f", a case of {listed(names.kind(corpus, kind) for kind in event.kinds)}" if event.kinds else ""
    said = [f"{capital(label)} is {'a planned event' if event.planned else 'an event'}{kinds}."]
    for record in event.records:
        place = ", ".join(text for text in (names.record_place(corpus, record), record.position.place) if text)
        said.append(f"{record_told(corpus, record.id)[:-1]} ({place}).")
    if not event.records:
        dated = f", dated {as_reasoned(corpus, event.when)}" if event.when is not None else ""
        said.append(f"No record attests it{dated}; it is known only through those who claim it.")
    if event.note:
        said.append(f"The editor notes: {quoted(event.note)}")
    return " ".join(said)


def _source(corpus: Corpus, id: str) -> str:
    source = corpus.sources[id]
    by = f" by {listed(names.person(corpus, id) for id in source.author)}" if source.author else ""
    said = [f"{capital(quoted(source.title or names.source(corpus, id)))} is a source{by}."]
    through = names.through_of(corpus, id)
    if through:
        said.append(f"It came to us through {through}.")
    if source.rests_on:
        said.append(f"It rests on {listed(names.cited(corpus, other) for other in source.rests_on)}.")
    stated = dict.fromkeys(
        names.claimants(corpus, claim.id) for claim in corpus.claims.values() if claim.source == id
    )
    if stated:
        said.append(f"In it {'speaks' if len(stated) == 1 else 'speak'} {listed(stated)}.")
    return " ".join(said)


def entry_place(corpus: Corpus, sort: str, id: str) -> Place:
    """Where the entry stands: in words, as a position, and its source and locator if it has one."""
    if sort == "claim":
        claim = corpus.claims[id]
        place = ", ".join(text for text in (names.stands_in(corpus, claim), claim.position.place) if text)
        return place, claim.position, claim.source, claim.locator
    if sort == "record":
        record = names.record_entry(corpus, id)
        if record is not None:
            place = ", ".join(text for text in (names.record_place(corpus, record), record.position.place) if text)
            return place, record.position, record.source, record.locator
    if sort == "figure":
        figure = corpus.figures[id]
        stated = names.source(corpus, figure.source, figure.locator) if figure.source is not None else ""
        place = ", ".join(text for text in (stated, figure.position.place) if text)
        return place, figure.position, figure.source, figure.locator
    entry = _entry(corpus, sort, id)
    return entry.position.place, entry.position, None, None


def _entry(corpus: Corpus, sort: str, id: str) -> Entry:
    sections: dict[str, dict[str, Entry]] = {
        "question": dict(corpus.questions),
        "event": dict(corpus.events),
        "bridge": dict(corpus.bridges),
        "source": dict(corpus.sources),
        "claimant": dict(corpus.claimants),
        "kind": dict(corpus.kinds),
    }
    return sections[sort][id]
