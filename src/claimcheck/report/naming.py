"""What claimants, sources, events, kinds, questions and places are called in a sentence.

Belongs here: a name for every entry that a finding can mention, made from the corpus alone. Does not belong
here: verdicts and derivations (see `sentences` and `reasons`), escaping.

Whatever a corpus says stands in its own words, in quotes; ids stand bare.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Claim, Corpus, Event, Record
from claimcheck.corpus.stemma import relays_of
from claimcheck.diagnostics import Position
from claimcheck.engine.parts import target_asked
from claimcheck.report.words.grammar import listed, quoted


def claimants_of(corpus: Corpus, claim: Claim) -> str:
    """Who puts a claim forward, by name: "N. S. Khrushchev and A. I. Mikoyan" for one joint statement."""
    names = [corpus.claimants[id].name if id in corpus.claimants else id for id in claim.by]
    return listed(" ".join(name.split()) for name in names) or claim.id


def source_of(corpus: Corpus, source: str, locator: str | None) -> str:
    """A source and the place in it: "bb-lv par. 10"; empty for an unnamed source."""
    entry = corpus.sources.get(source)
    if entry is not None and entry.unnamed:
        return locator or ""
    name = source
    if entry is not None and not entry.declared and entry.title:
        name = " ".join(entry.title.split())
    return f"{name} {locator}" if locator else name


def through_of(corpus: Corpus, source: str) -> str:
    """The works through which a source reached us, nearest first; empty where it stands by itself."""
    relays = relays_of(corpus, source, is_claim=False)
    return listed((source_of(corpus, relay, None) for relay in relays), "and then")


def line_of(position: Position | None) -> str:
    """A line in a file: "case/claims.yaml:12"."""
    return f"{position.file}:{position.line}" if position is not None else ""


def short_line_of(position: Position) -> str:
    """A line in a file by the file's name alone, where room is scarce: "claims.yaml:12"."""
    return f"{position.file.replace(chr(92), '/').rpartition('/')[2]}:{position.line}"


def stands_in(corpus: Corpus, claim: Claim) -> str:
    """Where a claim stands: its source and the place in it, and the place in the relay it came through."""
    stated = source_of(corpus, claim.source, claim.locator)
    through = claim.through
    if through is None and (source := corpus.sources.get(claim.source)) is not None:
        through = source.through
    relay = f"through {source_of(corpus, through.source, through.locator)}" if through is not None else ""
    return ", ".join(text for text in (stated, relay) if text)


def place_of(corpus: Corpus, id: str) -> str:
    """Where a claim stands, with its line in the files, by the file's name alone."""
    claim = corpus.claims[id]
    return ", ".join(text for text in (stands_in(corpus, claim), short_line_of(claim.position)) if text)


def record_place(corpus: Corpus, record: Record) -> str:
    """Where a record stands: source and locator."""
    return source_of(corpus, record.source, record.locator)


def record_of(corpus: Corpus, id: str) -> Record | None:
    """The record of that id: the event's own id, or `EVENT/1` where an event has several."""
    event = event_of_record(corpus, id)
    return next((record for record in event.records if record.id == id), None) if event is not None else None


def event_label(corpus: Corpus, id: str) -> str:
    """What an event is called, in quotes; an event made for a question by the question that asks for it."""
    event = corpus.events.get(id)
    if event is not None and event.declared and event.label:
        return quoted(event.label)
    return _asked(corpus, id) or quoted((event.label if event is not None else None) or _words(id))


def record_label(corpus: Corpus, record: Record) -> str:
    """What a record is called: by its event, or by a name of its own where the event has none but its question."""
    event = corpus.events.get(record.event)
    if record.own_name is not None and not (event is not None and event.declared and event.label):
        return quoted(record.own_name)
    return event_label(corpus, record.event)


def kind_label(corpus: Corpus, id: str) -> str:
    """What a kind is called, in quotes; a kind made for a question by the question that asks for it."""
    kind = corpus.kinds.get(id)
    if kind is not None and kind.declared and kind.label:
        return quoted(kind.label)
    return _asked(corpus, id) or quoted((kind.label if kind is not None else None) or _words(id))


def _asked(corpus: Corpus, id: str) -> str:
    """What a question asks for, where that was made with it: as in a corpus with one question."""
    question = corpus.questions.get(id)
    if question is None:
        return ""
    asked = target_asked(question)
    return f"what {quoted(question.ask)} asks for" if asked is not None and asked.id == id else ""


def _words(id: str) -> str:
    return id.replace("-", " ").replace("_", " ")


def question_text(corpus: Corpus, id: str) -> str:
    """A question in its own words, in quotes."""
    question = corpus.questions.get(id)
    return quoted(question.ask if question is not None else id)


def bridge_says(corpus: Corpus, id: str) -> str:
    """What a bridge assumes, in its own words, with its id: "“… are the same” (one-text)"."""
    bridge = corpus.bridges.get(id)
    if bridge is None:
        return id
    return f"{quoted(bridge.says.strip().removesuffix('.'))} ({id})" if bridge.says else id


def assumption(corpus: Corpus, id: str) -> str:
    """A bridge, or another stated reading (`CLAIM#2`), as something that may be supposed."""
    claim_id, mark, number = id.rpartition("#")
    if mark and claim_id in corpus.claims and id not in corpus.bridges:
        return f"{claim_id} is taken on its reading {number}"
    return bridge_says(corpus, id)


def event_of_record(corpus: Corpus, record_id: str) -> Event | None:
    """The event that a record attests."""
    for id in (record_id, record_id.rpartition("/")[0]):
        event = corpus.events.get(id)
        if event is not None and any(record.id == record_id for record in event.records):
            return event
    # A record may have an id of its own, which says nothing of its event.
    for event in corpus.events.values():
        if any(record.id == record_id for record in event.records):
            return event
    return corpus.events.get(record_id)
