"""An entry of the corpus introduced in a sentence: what it is, in its own words.

Belongs here: one sentence for each sort of entry. Does not belong here: findings.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus, Entry
from claimcheck.diagnostics import Position
from claimcheck.report.dating import as_reasoned
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, listed, quoted, sentence, stopped
from claimcheck.report.words.proofs import claim_says, record_told

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
