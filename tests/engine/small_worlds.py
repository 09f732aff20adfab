"""Random corpora over six days, as a model for the oracle and as a text for the engine.

Belongs here: what may be stated in a small world, and its two forms. Does not belong here: what it means (see
`oracle`), what is expected of the engine (see `test_oracle`).

All tolerances are set to none, so that the narrow and the wide reading of every wording are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from oracle import RELATIONS, TICKS, Date, Edge, Part, Stretch, World, days, related

DAYS = 6
EVENTS = ("e1", "e2", "e3", "e4")
FIRST_DAY = date(1903, 3, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it is written and as the oracle takes it."""

    words: str
    date: Date


@dataclass(frozen=True, slots=True)
class Stated:
    """A part as it is written (keys of the file) and as the oracle takes it."""

    keys: tuple[tuple[str, str], ...]
    part: Part


@dataclass(frozen=True, slots=True)
class SmallWorld:
    """A corpus: structure, records of events, and claims of one or two parts each."""

    world: World
    records: tuple[tuple[str, Said], ...]
    claims: tuple[tuple[str, tuple[Stated, ...]], ...]

    def members(self) -> dict[str, tuple[Part, ...]]:
        """The parts of every claim and record, by id."""
        found: dict[str, tuple[Part, ...]] = {
            event: (Part("event", event, said.date),) for event, said in self.records
        }
        found.update((id, tuple(stated.part for stated in parts)) for id, parts in self.claims)
        return found

    def text(self) -> str:
        """The corpus in the syntax of the file."""
        lines = [
            "defaults:",
            "  tolerances: {counted: none, next-unit: none, part-of-day: none, same-unit: none}",
            "kinds:",
        ]
        for kind in ("k1", "k2", "k3"):
            lines.append(f"  {kind}:")
            lines.append(f"    label: kind {kind}")
            for key, table in (("broader", self.world.broader), ("presupposes", self.world.presupposes)):
                if table.get(kind):
                    lines.append(f"    {key}: [{', '.join(table[kind])}]")
        lines.append("events:")
        recorded = dict(self.records)
        for event in EVENTS:
            lines.append(f"  {event}:")
            lines.append(f"    label: event {event}")
            for key, table in (("kinds", self.world.kinds), ("after", self.world.after)):
                if table.get(event):
                    lines.append(f"    {key}: [{', '.join(table[event])}]")
            if event in recorded:
                lines.append(f"    record: {{in: Archive of {event}, when: {_quoted(recorded[event].words)}}}")
        lines.append("claims:")
        for id, parts in self.claims:
            lines.append(f"  {id}:")
            lines.extend(f"    {key}: {value}" for key, value in parts[0].keys)
            if len(parts) > 1:
                lines.append("    also:")
                for further in parts[1:]:
                    lines.append("      - " + ", ".join(f"{key}: {value}" for key, value in further.keys[:1]))
                    lines.extend(f"        {key}: {value}" for key, value in further.keys[1:])
        return "\n".join(lines) + "\n"

    def without(self, *ids: str) -> SmallWorld:
        """The corpus without some claims or records."""
        records = tuple(pair for pair in self.records if pair[0] not in ids)
        claims = tuple(pair for pair in self.claims if pair[0] not in ids)
        return replace(self, world=_recording(self.world, records), records=records, claims=claims)


def _quoted(text: str) -> str:
    return f'"{text}"'


def _recording(world: World, records: Sequence[tuple[str, Said]]) -> World:
    return replace(world, recorded={event: said.date for event, said in records})


def day_name(number: int) -> str:
    """The day of that number, from 0, in EDTF."""
    return (FIRST_DAY + timedelta(days=number)).isoformat()


# ------------------------------------------------------------------------------------------------- dates


def window(draw: Random) -> Said:
    """A day, some days, part of a day, or an open stretch."""
    form = draw.random()
    one = draw.randrange(DAYS)
    if form < 0.45:
        return Said(day_name(one), ((days(one, one),),))
    if form < 0.75:
        first, last = sorted((one, draw.randrange(DAYS)))
        return Said(f"{day_name(first)}/{day_name(last)}", ((days(first, last),),))
    if form < 0.85:
        hours = draw.choice((("morning", 6), ("afternoon", 12), ("evening", 18)))
        start = one * TICKS + hours[1] * TICKS // 24
        named = FIRST_DAY + timedelta(days=one)
        words = f"{hours[0]} of {named.day} March {named.year}"
        return Said(words, (((Edge(start), Edge(start + TICKS // 4)),),))
    if form < 0.92:
        return Said(f"../{day_name(one)}", (((None, Edge((one + 1) * TICKS)),),))
    return Said(f"{day_name(one)}/..", (((Edge(one * TICKS), None),),))


def one_of(draw: Random) -> Said:
    """One of two days that do not abut."""
    one = draw.randrange(DAYS - 2)
    other = draw.randrange(one + 2, DAYS)
    return Said(f"[{day_name(one)}, {day_name(other)}]", ((days(one, one),), (days(other, other),)))


def relation(draw: Random, anchors: Sequence[str], joined: float = 0.2) -> Said:
    """A relation to an event, sometimes joined with a window."""
    anchor = draw.choice(anchors)
    words = draw.choice(RELATIONS)
    stretch = related(words, anchor)
    if draw.random() < joined:
        first, last = sorted((draw.randrange(DAYS), draw.randrange(DAYS)))
        run = f"from {1 + first} March 1903 to {1 + last} March 1903"
        return Said(f"{run}, {words} @{anchor}", ((days(first, last), stretch),))
    return Said(f"{words} @{anchor}", ((stretch,),))


def some_date(draw: Random, anchors: Sequence[str]) -> Said:
    """Any date; relations only if there are anchors."""
    form = draw.random()
    if form < 0.4 and anchors:
        return relation(draw, anchors)
    return one_of(draw) if form > 0.85 else window(draw)


# ------------------------------------------------------------------------------------------------- parts


def event_part(draw: Random, event: str) -> Stated:
    """An event at a date, filling a date, not at a date, or without one."""
    others = [other for other in EVENTS if other != event]
    form = draw.random()
    if form < 0.06:
        return Stated((("event", event),), Part("event", event))
    if form < 0.14:
        first, last = sorted((draw.randrange(DAYS), draw.randrange(DAYS)))
        words = f"{day_name(first)}/{day_name(last)}"
        lasting = (("event", event), ("when", _quoted(words)), ("extent", "throughout"))
        return Stated(lasting, Part("event", event, ((days(first, last),),), throughout=True))
    said = some_date(draw, others)
    keys = (("event", event), ("when", _quoted(said.words)))
    if form < 0.22:
        first, last = sorted((draw.randrange(DAYS), draw.randrange(DAYS)))
        never: Stretch = days(first, last)
        excluded = ("not-when", _quoted(f"{day_name(first)}/{day_name(last)}"))
        if form < 0.18:
            denial = (excluded,) if form < 0.16 else (("stance", "denies"), ("when", excluded[1]))
            return Stated((("event", event), *denial), Part("event", event, never=never, denied=True))
        return Stated((*keys, excluded), Part("event", event, said.date, never=never))
    return Stated(keys, Part("event", event, said.date))


def kind_part(draw: Random, anchors: Sequence[str] = EVENTS) -> Stated:
    """The first, the last, some or none of a kind."""
    kind = draw.choice(("k1", "k2", "k3"))
    form = draw.choice(("first", "first", "last", "kind", "none"))
    if form == "none":
        if draw.random() < 0.2:
            return Stated((("none", kind),), Part("none", kind))
        said = relation(draw, anchors, joined=0) if draw.random() < 0.2 else window(draw)
    else:
        said = some_date(draw, anchors)
    return Stated(((form, kind), ("when", _quoted(said.words))), Part(form, kind, said.date))


def small_world(draw: Random, claims: int = 5) -> SmallWorld:
    """A random corpus."""
    broader = {"k2": ("k1",)} if draw.random() < 0.6 else {}
    presupposes = {"k3": ("k2",)} if draw.random() < 0.4 else {}
    kinds = {event: (draw.choice(("k1", "k2", "k3")),) for event in EVENTS if draw.random() < 0.7}
    after = {"e4": ("e3",)} if draw.random() < 0.15 else {}
    records: list[tuple[str, Said]] = []
    for number, event in enumerate(EVENTS):
        if draw.random() < 0.5:
            anchored = number > 0 and draw.random() < 0.3
            said = relation(draw, EVENTS[:number]) if anchored else window(draw)
            records.append((event, said))
    world = _recording(World(broader, presupposes, kinds, after), records)
    stated: list[tuple[str, tuple[Stated, ...]]] = []
    for number in range(claims):
        parts = [event_part(draw, draw.choice(EVENTS[:3])) if draw.random() < 0.6 else kind_part(draw)]
        if draw.random() < 0.15 and not parts[0].part.denied:
            further = kind_part(draw) if draw.random() < 0.5 else event_part(draw, draw.choice(EVENTS))
            if not further.part.denied:
                parts.append(further)
        stated.append((f"c{number + 1}", tuple(parts)))
    return SmallWorld(world, tuple(records), tuple(stated))
