"""Chains that run in a circle: `rests-on`, `through`, `broader`, dates by dates, and their like.

Belongs here: finding each circle once and reporting it with all its members. Does not belong here: what the
chains mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Table

from claimcheck.corpus.draft import Draft, Entries
from claimcheck.corpus.entries import Dated, Event
from claimcheck.dates.when import anchors_of
from claimcheck.diagnostics import Related

Graph = Table[tuple[str, str], tuple[tuple[str, str], ...]]


def find_circles(draft: Draft, entries: Entries) -> None:
    """Reports every circle once, at its first member in the order of the files; its members are spoiled."""
    sources, kinds, events, claims = entries.sources, entries.kinds, entries.events, entries.claims
    resting = {
        **{("sources", id): _either(entries, source.rests_on) for id, source in sources.items()},
        **{("claims", id): _either(entries, (*claim.rests_on, *claim.reports)) for id, claim in claims.items()},
    }
    _report(draft, "CC221", resting, "rests on")
    _report(
        draft,
        "CC222",
        {
            ("sources", id): _in("sources", [source.through.source] if source.through else [])
            for id, source in sources.items()
        },
        "comes through",
    )
    _report(
        draft, "CC223", {("kinds", id): _in("kinds", kind.broader) for id, kind in kinds.items()}, "is a case of"
    )
    _report(
        draft,
        "CC224",
        {("kinds", id): _in("kinds", kind.presupposes) for id, kind in kinds.items()},
        "presupposes",
    )
    _report(
        draft,
        "CC225",
        {("sources", id): _in("sources", [source.part_of or ""]) for id, source in sources.items()},
        "is part of",
    )
    _report(
        draft,
        "CC226",
        {("events", id): _in("events", _anchors(event)) for id, event in events.items()},
        "is dated by",
    )
    _report(
        draft, "CC227", {("events", id): _in("events", event.after) for id, event in events.items()}, "comes after"
    )
    # Two claims may well dispute each other; that is no circle.
    for name, what in (("revises", "revises"), ("given", "assumes")):
        _report(
            draft,
            "CC228",
            {("claims", id): _in("claims", getattr(claim, name)) for id, claim in claims.items()},
            what,
        )


def _in(section: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((section, id) for id in ids if id)


def _either(entries: Entries, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """An id after `rests-on` names a source, or a claim where no source has it."""
    return tuple(("sources" if id in entries.sources else "claims", id) for id in ids)


def _anchors(event: Event) -> list[str]:
    dates: list[Dated | None] = [event.when, event.not_when, *event.or_when]
    for record in event.records:
        dates += [record.when, record.not_when, *record.or_when]
    found: dict[str, None] = {}
    for date in dates:
        for reading in date.when.readings if date is not None else ():
            found.update(dict.fromkeys(anchors_of(reading.date)))
    return list(found)


def circles(graph: Graph) -> list[list[tuple[str, str]]]:
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


def _report(draft: Draft, code: str, graph: Graph, verb: str) -> None:
    for circle in circles(graph):
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
