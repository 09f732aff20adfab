"""Taking out entries with errors, so that what is left holds together and nothing refers to what is gone.

Belongs here: removal, and the stand-ins for what sound entries still refer to. Does not belong here: finding
errors. Nothing is reported here: an entry that goes because of another has no fault of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck.corpus.draft import Draft, Entries
from claimcheck.corpus.entries import Claim, Claimant, Dated, Event, Kind, Source, Statement
from claimcheck.dates.when import anchors_of
from claimcheck.diagnostics import Position


def leave_out(draft: Draft, entries: Entries) -> None:
    """Removes spoiled entries, and resolves what remains against them.

    A claim whose question is gone goes with it, for nobody knows what it answers. A source, claimant, kind or
    event that is gone is stood in for by an undeclared one of that id, so that sound claims keep their place.
    """
    _expand_split(draft, entries)
    if not any(draft.spoiled.values()) and not draft.lost:
        return
    for section, by_id in entries.by_section().items():
        for id in draft.spoiled[section]:
            by_id.pop(id, None)
            for part in draft.split.get(id, ()) if section == "claims" else ():
                by_id.pop(part, None)
    for id, claim in list(entries.claims.items()):
        asked = {statement.question for statement in (*claim.statements, *claim.otherwise)} - {None}
        if any(question not in entries.questions for question in asked):
            del entries.claims[id]
    _drop_references(draft, entries)
    _stand_in(draft, entries)
    _drop_unreferred(entries)


_CLAIM_LINKS = ("reports", "disputes", "given", "revises", "alternative_to")


def _expand_split(draft: Draft, entries: Entries) -> None:
    """What refers to a claim that answers several questions refers to all the claims made of it."""
    if not draft.split:
        return
    for id, claim in entries.claims.items():
        changed = {
            name: tuple(part for link in getattr(claim, name) for part in draft.split.get(link, (link,)))
            for name in (*_CLAIM_LINKS, "rests_on")
            if any(link in draft.split for link in getattr(claim, name))
        }
        if changed:
            entries.claims[id] = claim.model_copy(update=changed)
    for id, source in entries.sources.items():
        if any(link in draft.split for link in source.rests_on):
            links = tuple(part for link in source.rests_on for part in draft.split.get(link, (link,)))
            entries.sources[id] = source.model_copy(update={"rests_on": links})


def _drop_references(draft: Draft, entries: Entries) -> None:
    """Links to claims and bridges that are gone are dropped."""
    for id, claim in entries.claims.items():
        changed = {}
        for name in _CLAIM_LINKS:
            links: tuple[str, ...] = getattr(claim, name)
            kept = tuple(
                link for link in links if link in entries.claims or (name == "given" and link in entries.bridges)
            )
            if kept != links:
                changed[name] = kept
        resting = _still_resting(draft, entries, claim.rests_on)
        if resting != claim.rests_on:
            changed["rests_on"] = resting
        if changed:
            entries.claims[id] = claim.model_copy(update=changed)
    for id, source in entries.sources.items():
        resting = _still_resting(draft, entries, source.rests_on)
        if resting != source.rests_on:
            entries.sources[id] = source.model_copy(update={"rests_on": resting})


def _still_resting(draft: Draft, entries: Entries, links: tuple[str, ...]) -> tuple[str, ...]:
    """What something rests on, without claims that are gone; a source that is gone keeps a stand-in."""
    return tuple(
        link
        for link in links
        if link in entries.sources or link in entries.claims or draft.is_declared("sources", link)
    )


def _stand_in(draft: Draft, entries: Entries) -> None:
    for section, ids in _referred(entries).items():
        for id in ids:
            written = draft.written[section].get(id)
            position = written.file.position(written.key.start) if written is not None else Position("", 1, 1)
            if section == "claimants" and id not in entries.claimants:
                entries.claimants[id] = Claimant(id=id, position=position, name=id, declared=False)
            elif section == "sources" and id not in entries.sources and id not in entries.claims:
                entries.sources[id] = Source(id=id, position=position, declared=False)
            elif section == "kinds" and id not in entries.kinds:
                entries.kinds[id] = Kind(id=id, position=position, declared=False)
            elif section == "events" and id not in entries.events:
                entries.events[id] = Event(id=id, position=position, declared=False)


def _drop_unreferred(entries: Entries) -> None:
    """Who and what was only named in passing, by an entry that is gone, goes with it."""
    sections: dict[str, dict[str, Any]] = entries.by_section()
    for section, ids in _referred(entries).items():
        by_id = sections[section]
        for id in [id for id, entry in by_id.items() if not entry.declared and id not in ids]:
            del by_id[id]


def _referred(entries: Entries) -> dict[str, dict[str, None]]:
    """The ids that the entries refer to, by section, in the order of the entries."""
    found: dict[str, dict[str, None]] = {name: {} for name in ("claimants", "sources", "kinds", "events")}

    def note(section: str, ids: Iterable[str | None]) -> None:
        found[section].update(dict.fromkeys(id for id in ids if id is not None))

    for source in entries.sources.values():
        note("claimants", source.author)
        note("sources", (*source.rests_on, *source.independent_of, source.part_of))
        note("sources", [source.through.source if source.through else None])
        note("kinds", (kind for coverage in source.covers for kind in coverage.kinds))
        note("events", _anchors(source.issued, source.dated, source.opened))
        note("events", _anchors(*(coverage.when for coverage in source.covers)))
    for kind in entries.kinds.values():
        note("kinds", (*kind.broader, *kind.presupposes))
    for event in entries.events.values():
        note("claimants", event.present)
        note("kinds", event.kinds)
        note("events", (*event.after, *_anchors(event.when, event.not_when, *event.or_when)))
        for record in event.records:
            note("sources", (record.source, *record.independent_of))
            note("sources", [record.through.source if record.through else None])
            note("kinds", (record.first, record.last, record.none))
            note("events", _anchors(record.when, record.not_when, *record.or_when))
    for question in entries.questions.values():
        note("kinds", (question.first, question.last, question.kind, question.whether))
        note("events", [question.event])
    for claim in entries.claims.values():
        _note_claim(claim, found)
    for bridge in entries.bridges.values():
        note("kinds", (bridge.narrower, bridge.broader))
        note("events", (*(bridge.same or ()), *(bridge.order or ()), bridge.start, bridge.end))
        for statement in (*bridge.condition, *bridge.consequence):
            _note_statement(statement, found)
    for figure in entries.figures.values():
        note("sources", [figure.source])
    return found


def _note_claim(claim: Claim, found: dict[str, dict[str, None]]) -> None:
    found["claimants"].update(dict.fromkeys(claim.by))
    sources = (claim.source, *claim.rests_on, *claim.independent_of)
    found["sources"].update(dict.fromkeys(sources))
    if claim.through is not None:
        found["sources"][claim.through.source] = None
    for statement in (*claim.statements, *claim.otherwise):
        _note_statement(statement, found)


def _note_statement(statement: Statement, found: dict[str, dict[str, None]]) -> None:
    kinds = (statement.kind, statement.first, statement.last, statement.none)
    found["kinds"].update(dict.fromkeys(kind for kind in kinds if kind is not None))
    if statement.event is not None:
        found["events"][statement.event] = None
    dates = (statement.when, statement.not_when, statement.start, *statement.or_when)
    found["events"].update(dict.fromkeys(_anchors(*dates)))


def _anchors(*dates: Dated | None) -> list[str]:
    return [
        anchor
        for date in dates
        if date is not None
        for reading in (*date.when.readings, *(date.wide.readings if date.wide is not None else ()))
        for anchor in anchors_of(reading.date)
    ]
