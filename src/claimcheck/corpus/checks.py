"""What can only be checked when everything has been read: references, circles, and who is left out with whom.

Belongs here: looking up references; finding each circle once; taking out entries with errors so that what is left
holds together, with stand-ins for what sound entries still refer to, which is no fault of their own and so not
reported. Does not belong here: reading, and the judgement of sources (`claimcheck.criticism`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from claimcheck.corpus.draft import Draft, Entries, did_you_mean
from claimcheck.corpus.entries import Claim, Claimant, Dated, Event, Kind, Source, Statement
from claimcheck.corpus.fields import SINGULAR
from claimcheck.corpus.shorthand import full_entry
from claimcheck.corpus.yaml_nodes import Text
from claimcheck.dates.when import anchors_of
from claimcheck.diagnostics import Position, Related


def check(draft: Draft, entries: Entries) -> None:
    """Reports what refers to nothing or to itself, and leaves in `entries` only what holds together."""
    _check_references(draft, entries)
    _check_roles(draft, entries)
    _check_reasons(draft, entries)
    find_circles(draft, entries)
    leave_out(draft, entries)


def _check_references(draft: Draft, entries: Entries) -> None:
    """Reports each id that nothing sound or unsound answers, and spoils the entry that refers to it."""
    sections = entries.by_section()
    for reference in draft.references:
        id = reference.id
        if any(
            id in sections[target] or draft.is_declared(target, id) or target in draft.lost
            for target in reference.targets
        ):
            continue
        known = [known for target in reference.targets for known in sections[target]]
        what = " or ".join(SINGULAR[target] for target in reference.targets)
        elsewhere = next((section for section in sections if id in draft.written[section]), None)
        remedy = did_you_mean(id, known)
        if elsewhere is not None:
            article = "an" if SINGULAR[elsewhere].startswith("e") else "a"
            remedy = f"`{id}` is the id of {article} {SINGULAR[elsewhere]}" + (f"; {remedy}" if remedy else "")
        _spoil(draft, *reference.owner)
        draft.found.append(
            reference.file.report(
                reference.code,
                reference.node.start + reference.offset,
                f"no {what} has the id `{id}`",
                remedy or f"declare it under `{reference.targets[0]}`",
                length=reference.length,
            )
        )


def _spoil(draft: Draft, section: str, id: str) -> None:
    if section in draft.spoiled:
        draft.spoiled[section].add(id)


def statements_of(claim: Claim) -> Iterator[Statement]:
    """All statements of a claim, those without its premises included."""
    yield from claim.statements
    yield from claim.otherwise


def _check_roles(draft: Draft, entries: Entries) -> None:
    """A bridge may call a role permanent only if something speaks of that role."""
    roles = [question.role for question in entries.questions.values()]
    roles += [event.role for event in entries.events.values()]
    roles += [statement.role for claim in entries.claims.values() for statement in statements_of(claim)]
    known = [role for role in dict.fromkeys((*roles, *_roles_left_out(draft))) if role is not None]
    for bridge in entries.bridges.values():
        lost = {"questions", "events", "claims"} & draft.lost
        if bridge.permanent is not None and bridge.permanent not in known and not lost:
            remedy = did_you_mean(bridge.permanent, known) or "a role stands under `role` of a question or claim"
            message = f"nothing speaks of the role `{bridge.permanent}`"
            _report_word(draft, "bridges", bridge.id, "permanent", "CC210", message, remedy)


def _roles_left_out(draft: Draft) -> Iterator[str]:
    """The roles that entries with errors speak of: what is wrong with them is something else."""
    for section in ("questions", "events", "claims"):
        for id in sorted(draft.spoiled[section] & draft.written[section].keys()):
            node = full_entry(section, draft.written[section][id])
            role = node.entries.get("role") if node is not None else None
            if role is not None and type(role[1]) is Text:
                yield role[1].text


def _check_reasons(draft: Draft, entries: Entries) -> None:
    """`because` takes words, or the id of a bridge; one word that is no id is a slip of the pen."""
    for claim in entries.claims.values():
        reason = claim.because
        if reason is None or " " in reason or "bridges" in draft.lost:
            continue
        if any(draft.is_declared(section, reason) for section in ("bridges", "claims", "events")):
            continue
        known = list(draft.written["bridges"])
        remedy = did_you_mean(reason, known) or "write the id of a bridge, or the reason in several words"
        id = draft.entry_of("claims", claim.id)
        _report_word(draft, "claims", id, "because", "CC212", f"no bridge has the id `{reason}`", remedy)


def _report_word(draft: Draft, section: str, id: str, name: str, code: str, message: str, remedy: str) -> None:
    entry = draft.written[section].get(id)
    node = full_entry(section, entry) if entry is not None else None
    if entry is None or node is None or name not in node.entries:
        return
    _spoil(draft, section, id)
    draft.found.append(entry.file.report_node(code, node.entries[name][1], message, remedy))


# --------------------------------------------------------------------------------------------------------- circles


Graph = Mapping[tuple[str, str], tuple[tuple[str, str], ...]]


def find_circles(draft: Draft, entries: Entries) -> None:
    """Reports every circle once, at its first member in the order of the files; its members are spoiled."""

    def resting(ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """An id after `rests-on` names a source, or a claim where no source has it."""
        return tuple(("sources" if id in entries.sources else "claims", id) for id in ids)

    graph: Graph = {
        **{("sources", id): resting(source.rests_on) for id, source in entries.sources.items()},
        **{("claims", id): resting((*claim.rests_on, *claim.reports)) for id, claim in entries.claims.items()},
    }
    _report_circles(draft, "CC221", graph, "rests on")
    sections = entries.by_section()
    for code, section, verb, linked in _CHAINS:
        graph = {
            (section, id): tuple((section, link) for link in linked(entry))
            for id, entry in sections[section].items()
        }
        _report_circles(draft, code, graph, verb)


def _anchors_of_event(event: Event) -> list[str]:
    dates: list[Dated | None] = [event.when, event.not_when, *event.or_when]
    for record in event.records:
        dates += [record.when, record.not_when, *record.or_when]
    return _anchors(*dates)


# What must not run in a circle. Two claims may well dispute each other; that is no circle.
_CHAINS: tuple[tuple[str, str, str, Callable[[Any], Iterable[str]]], ...] = (
    ("CC222", "sources", "comes through", lambda source: [source.through.source] if source.through else []),
    ("CC223", "kinds", "is a case of", lambda kind: kind.broader),
    ("CC224", "kinds", "presupposes", lambda kind: kind.presupposes),
    ("CC225", "sources", "is part of", lambda source: [source.part_of] if source.part_of else []),
    ("CC226", "events", "is dated by", lambda event: dict.fromkeys(_anchors_of_event(event))),
    ("CC227", "events", "comes after", lambda event: event.after),
    ("CC228", "claims", "revises", lambda claim: claim.revises),
    ("CC228", "claims", "assumes", lambda claim: claim.given),
)


def circles_of(graph: Graph) -> list[list[tuple[str, str]]]:
    """One circle for each knot of the graph, each beginning at its first member; iterative, as chains are long."""
    found: list[list[tuple[str, str]]] = []
    done: set[tuple[str, str]] = set()
    for start in graph:
        if start in done:
            continue
        path: list[tuple[str, str]] = [start]
        on_path = {start: 0}
        ahead = [iter(graph[start])]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                last = path.pop()
                del on_path[last]
                done.add(last)
            elif step in on_path:
                found.append(path[on_path[step] :])
            elif step not in done and step in graph:
                on_path[step] = len(path)
                path.append(step)
                ahead.append(iter(graph[step]))
    return found


def _report_circles(draft: Draft, code: str, graph: Graph, verb: str) -> None:
    for circle in circles_of(graph):
        entries = (draft.written[section].get(draft.entry_of(section, id)) for section, id in circle)
        written = [entry for entry in entries if entry is not None]
        for section, id in circle:
            draft.spoiled[section].add(draft.entry_of(section, id) or id)
        if not written:
            continue
        first = written[0]
        chain = f", which {verb} ".join(f"`{id}`" for _, id in (*circle[1:], circle[0]))
        related: tuple[Related, ...] = tuple(
            (entry.file.position(entry.key.start), f"`{entry.id}`") for entry in written[1:]
        )
        draft.found.append(
            first.file.report(
                code,
                first.key.start,
                f"`{circle[0][1]}` {verb} {chain}",
                "break the circle at the link that does not hold",
                length=max(1, len(first.id)),
                related=related,
            )
        )


# ------------------------------------------------------------------------------------------------ what is left out


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
