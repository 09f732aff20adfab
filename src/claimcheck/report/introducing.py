"""An entry of the corpus introduced in a sentence: what it is, in its own words.

Belongs here: one sentence for each sort of entry. Does not belong here: findings.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus, Entry
from claimcheck.diagnostics import Position
from claimcheck.report.dating import as_reasoned
from claimcheck.report.naming import (
    bridge_says,
    event_label,
    kind_label,
    line_of,
    record_of,
    record_place,
    source_of,
    stands_in,
    through_of,
)
from claimcheck.report.reasons import claim_says, record_says
from claimcheck.report.words.grammar import listed, quoted

Place = tuple[str, Position, str | None, str | None]


def entry_says(corpus: Corpus, sort: str, id: str) -> str:
    """What the entry of that sort and id is, in a sentence or two."""
    match sort:
        case "claim":
            return _claim(corpus, id)
        case "question":
            return f"The question {quoted(corpus.questions[id].ask)}"
        case "event":
            return _event(corpus, id)
        case "record":
            return f"A record – {record_says(corpus, id)}."
        case "bridge":
            return f"A bridge, off unless granted: {bridge_says(corpus, id)}."
        case "source":
            return _source(corpus, id)
        case "claimant":
            stated = [claim.id for claim in corpus.claims.values() if id in claim.by]
            return f"The claimant {corpus.claimants[id].name}, who puts forward: {listed(stated) or 'nothing'}."
        case "kind":
            kind = corpus.kinds[id]
            broader = (
                f" A case of {listed(kind_label(corpus, other) for other in kind.broader)}."
                if kind.broader
                else ""
            )
            needs = listed(kind_label(corpus, other) for other in kind.presupposes)
            presupposes = f" It presupposes {needs}." if needs else ""
            return f"The kind of event {kind_label(corpus, id)}.{broader}{presupposes}"
    figure = corpus.figures[id]
    numbers = ", ".join(f"{name} {number}" for name, number in figure.numbers)
    return f"A figure: {quoted(figure.says) if figure.says else id} ({numbers})."


def _claim(corpus: Corpus, id: str) -> str:
    claim = corpus.claims[id]
    said = [f"{claim_says(corpus, claim, number)}." for number in range(max(1, len(claim.statements)))]
    if claim.says and claim.statements:
        said.append(f"In the paraphrase of the corpus: {quoted(claim.says)}")
    if claim.quote:
        said.append(f"Word for word: {quoted(claim.quote)}")
    if claim.translation:
        said.append(f"In translation: {quoted(claim.translation)}")
    if claim.note:
        said.append(f"Note: {quoted(claim.note)}")
    return " ".join(said)


def _event(corpus: Corpus, id: str) -> str:
    event = corpus.events[id]
    said = [f"The event {event_label(corpus, id)}{' (planned)' if event.planned else ''}."]
    if event.kinds:
        said.append(f"A case of {listed(kind_label(corpus, kind) for kind in event.kinds)}.")
    for record in event.records:
        place = ", ".join(text for text in (record_place(corpus, record), line_of(record.position)) if text)
        attested = record_says(corpus, record.id)
        said.append(f"{attested[:1].upper()}{attested[1:]}{f' ({place})' if place else ''}.")
    if not event.records:
        dated = f", dated {as_reasoned(corpus, event.when)}" if event.when is not None else ""
        said.append(f"No record attests it{dated}: it is known only through those who claim it.")
    if event.note:
        said.append(f"Note: {quoted(event.note)}")
    return " ".join(said)


def _source(corpus: Corpus, id: str) -> str:
    source = corpus.sources[id]
    authors = listed(
        corpus.claimants[author].name if author in corpus.claimants else author for author in source.author
    )
    said = [f"The source {quoted(source.title or id)}{f' by {authors}' if authors else ''}."]
    through = through_of(corpus, id)
    if through:
        said.append(f"It came to us through {through}.")
    if source.rests_on:
        said.append(f"It rests on {listed(source.rests_on)}.")
    stated = [claim.id for claim in corpus.claims.values() if claim.source == id]
    if stated:
        said.append(f"Claims: {listed(stated)}.")
    return " ".join(said)


def entry_place(corpus: Corpus, sort: str, id: str) -> Place:
    """Where the entry stands: in words, as a position, and its source and locator if it has one."""
    if sort == "claim":
        claim = corpus.claims[id]
        place = ", ".join(text for text in (stands_in(corpus, claim), line_of(claim.position)) if text)
        return place, claim.position, claim.source, claim.locator
    if sort == "record":
        record = record_of(corpus, id)
        if record is not None:
            place = ", ".join(text for text in (record_place(corpus, record), line_of(record.position)) if text)
            return place, record.position, record.source, record.locator
    if sort == "figure":
        figure = corpus.figures[id]
        stated = source_of(corpus, figure.source, figure.locator) if figure.source is not None else ""
        place = ", ".join(text for text in (stated, line_of(figure.position)) if text)
        return place, figure.position, figure.source, figure.locator
    entry = _entry(corpus, sort, id)
    return line_of(entry.position), entry.position, None, None


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
