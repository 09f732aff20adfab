"""Random small corpora: what is said in them as plain values, and the same in the file syntax.

Belongs here: drawing a world from a seed, and writing it as a historian would write the file. Does not belong
here: what anything in it means (see `z3_oracle`). Days are counted from 1 May 1500; spans are half-open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

FIRST_DAY = date(1500, 5, 1)
DAYS = 9  # how many days a world has: few, so that statements meet


@dataclass(frozen=True)
class Days:
    """One of these spans of days, each from its first day up to (not with) its second."""

    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Before:
    """Relative to an event: `word` is before, by, after, not before, during, or days after / days before."""

    word: str
    event: str
    count: int = 0


@dataclass(frozen=True)
class Both:
    """Two dates that both hold."""

    parts: tuple[Days | Before, ...]


@dataclass(frozen=True)
class Yearless:
    """One day of May, in some year: as the days of the world are counted, or as many whole years off."""

    day: int


When = Days | Before | Both | Yearless


@dataclass(frozen=True)
class Said:
    """One statement: `form` is event, kind, first, last, none, or value; `of` the event, kind or role.

    `when` dates it; `start` the `from` of a value; `ends` the days on which a value begins and ceases. `named` is
    the event that a first or last is said to be. `denied` turns it round, `by_date` with `not-when` and not with
    `stance`.
    """

    form: str
    of: str
    when: When | None = None
    value: str = ""
    start: When | None = None
    named: str | None = None
    denied: bool = False
    by_date: bool = False
    ends: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True)
class Member:
    """A claim, or a record of an event: what it says, and (claims only) which claim it disputes."""

    id: str
    is_record: bool
    said: tuple[Said, ...]
    disputes: str | None = None


@dataclass(frozen=True)
class Bridge:
    """An assumption: `form` is narrower, same, order, takes, permanent or if.

    `a` and `b` are the two kinds or events, `a` alone the role; `count` the days that it takes; `condition` and
    `consequence` the two sides of an "if".
    """

    id: str
    form: str
    a: str = ""
    b: str = ""
    count: int = 0
    condition: tuple[Said, ...] = ()
    consequence: tuple[Said, ...] = ()


@dataclass(frozen=True)
class World:
    """Kinds with what they are narrower than and presuppose, events with kinds and order, members and bridges.

    `granted` are the bridges of the perspective.
    """

    broader: dict[str, tuple[str, ...]]
    presupposes: dict[str, tuple[str, ...]]
    kinds_of: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    members: tuple[Member, ...]
    records_of: dict[str, tuple[Member, ...]] = field(default_factory=dict)
    bridges: tuple[Bridge, ...] = ()
    granted: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[Member, ...]:
        """The claims, in file order."""
        return tuple(member for member in self.members if not member.is_record)


EVENTS = ("e0", "e1", "e2", "e3")
KINDS = ("k0", "k1", "k2")


def world(seed: int, widening: bool = False) -> World:
    """The world of a seed. `widening` lets dates say by how many days they lie from an event."""
    draw = Random(seed)
    broader: dict[str, tuple[str, ...]] = {"k0": (), "k1": (), "k2": ()}
    presupposes: dict[str, tuple[str, ...]] = {"k0": (), "k1": (), "k2": ()}
    if draw.random() < 0.5:
        broader["k1"] = ("k0",)
    if draw.random() < 0.4:
        presupposes["k2"] = (draw.choice(("k0", "k1")),)
    elif draw.random() < 0.3:
        broader["k2"] = ("k1",)
    kinds_of: dict[str, tuple[str, ...]] = {
        event: (draw.choice(KINDS),) if draw.random() < 0.7 else () for event in EVENTS
    }
    after: dict[str, tuple[str, ...]] = dict.fromkeys(EVENTS, ())
    if draw.random() < 0.15:
        later = draw.randrange(1, len(EVENTS))
        after[EVENTS[later]] = (EVENTS[draw.randrange(later)],)
    records = {event: tuple(_records(draw, event, widening)) for event in EVENTS}
    members = [record for event in EVENTS for record in records[event]]
    claims: list[Member] = []
    for number in range(draw.randint(3, 7 - min(3, len(members)))):
        claims.append(_claim(draw, f"c{number}", claims, widening))
    return World(broader, presupposes, kinds_of, after, (*claims, *members), records)


def bridged(seed: int, widening: bool = False) -> World:
    """The world of a seed with one to three bridges, some of them granted; and some days without their year."""
    drawn = world(seed, widening)
    draw = Random(f"bridges {seed}")
    bridges = tuple(_bridge(draw, f"b{number}", drawn) for number in range(draw.randint(1, 3)))
    granted = tuple(bridge.id for bridge in bridges if draw.random() < 0.6)
    return replace(drawn, bridges=bridges, granted=granted)


def asked(seed: int) -> World:
    """The world of a seed in which up to eight claims speak of one thing: an event, a kind, an office."""
    drawn = world(seed, widening=seed % 3 == 0)
    draw = Random(f"asked {seed}")
    of = draw.choice((*EVENTS, *KINDS, "abbot"))
    claims: list[Member] = []
    number = draw.randint(3, 8)
    while len(claims) < number:
        id = f"c{len(claims)}"
        claim = _claim(draw, id, claims, widening=seed % 3 == 0)
        if claim.disputes is not None or (claim.said and claim.said[0].of == of):
            claims.append(claim)
    records = [member for member in drawn.members if member.is_record]
    return replace(drawn, members=(*claims, *records))


def yearless(seed: int) -> World:
    """The world of a seed, with a good part of its single days said without their year."""
    drawn = world(seed, widening=seed % 2 == 0)
    draw = Random(f"years {seed}")
    members = {member.id: _without_years(draw, member) for member in drawn.members}
    records = {event: tuple(members[one.id] for one in found) for event, found in drawn.records_of.items()}
    return replace(drawn, members=tuple(members.values()), records_of=records)


def _without_years(draw: Random, member: Member) -> Member:
    if not member.said:
        return member
    first, *more = (_said_without_year(draw, said) for said in member.said)
    if member.is_record:  # all that a record says has one date
        more = [replace(said, when=first.when) for said in more]
    return replace(member, said=(first, *more))


def _said_without_year(draw: Random, said: Said) -> Said:
    match said.when:
        case Days(spans=((first, last),)) if said.form in ("event", "kind") and last == first + 1:
            if draw.random() < 0.6 and not said.denied:
                return replace(said, when=Yearless(first))
    return said


def _bridge(draw: Random, id: str, drawn: World) -> Bridge:
    form = draw.choices(("narrower", "same", "order", "takes", "permanent", "if"), (2, 2, 4, 3, 1, 4))[0]
    if form == "narrower":
        return Bridge(id, form, *draw.choice((("k1", "k0"), ("k2", "k0"), ("k2", "k1"))))
    if form == "permanent":
        said = [said for claim in drawn.claims for said in claim.said if said.form == "value"]
        return Bridge(id, form, draw.choice(said).of) if said else Bridge(id, "order", "e0", "e3")
    if form == "if":
        condition = tuple(_plainly_said(draw) for _ in range(draw.choice((1, 1, 1, 2))))
        return Bridge(id, form, condition=condition, consequence=(_plainly_said(draw),))
    pairs = [(a, b) for a in EVENTS for b in EVENTS if a != b]
    if form == "same":  # records of one event that count from others are not tried: a rule of its own
        relative = {
            event
            for event, records in drawn.records_of.items()
            if any(not isinstance(record.said[0].when, Days) for record in records)
        }
        pairs = [pair for pair in pairs if relative.isdisjoint(pair)] or [("e0", "e0")]
        a, b = draw.choice(pairs)
        return Bridge(id, form, a, b) if a != b else Bridge(id, "order", "e0", "e3")
    return Bridge(id, form, *draw.choice(pairs), count=draw.randint(1, 4))


def _plainly_said(draw: Random) -> Said:
    """What one side of an "if" says."""
    form = draw.choices(("event", "kind", "first", "none", "value"), (8, 3, 2, 3, 3))[0]
    if form == "value":
        return _value(draw, widening=False)
    of = draw.choice(EVENTS if form == "event" else KINDS)
    if draw.random() < 0.1 and form != "first":
        return Said(form, of)
    return Said(
        form, of, _relation(draw, EVENTS, False) if draw.random() < 0.15 and form == "event" else _span(draw)
    )


def _records(draw: Random, event: str, widening: bool) -> Iterator[Member]:
    count = draw.choice((0, 0, 0, 1, 1, 2)) if event != "e0" else draw.choice((0, 1))
    for number in range(count):
        id = event if count == 1 else f"{event}/{number + 1}"
        earlier = [other for other in EVENTS if other < event]
        when: When = _days(draw)
        if count == 1 and earlier and draw.random() < 0.3:
            when = _relation(draw, earlier, widening)
        named = draw.choice(KINDS) if draw.random() < 0.12 else None
        said = [Said("event", event, when)]
        if named is not None:
            said.append(Said(draw.choice(("first", "last")), named, when, named=event))
        yield Member(id, True, tuple(said))


def _claim(draw: Random, id: str, others: Sequence[Member], widening: bool) -> Member:
    simple = [other for other in others if len(other.said) == 1 and _is_plain(other.said[0])]
    if simple and draw.random() < 0.12:
        disputed = draw.choice(simple)
        beside = (_beside(draw, disputed.said[0], widening),) if draw.random() < 0.5 else ()
        return Member(id, False, tuple(said for said in beside if said is not None), disputes=disputed.id)
    said = [_said(draw, widening)]
    if draw.random() < 0.12:
        more = _said(draw, widening)
        said += [more] if not (said[0].denied or more.denied) else []
    return Member(id, False, tuple(said))


def _beside(draw: Random, said: Said, widening: bool) -> Said | None:
    """A date of the disputer's own for what he disputes, where that is dated."""
    if said.form not in ("event", "first", "last") or said.when is None:
        return None
    return replace(said, when=_when(draw, said.named or said.of, widening))


def _is_plain(said: Said) -> bool:
    """Whether a dispute of it is tested: an occurrence or an exclusion with a date of its own, or none."""
    return said.form != "value" and not said.denied and isinstance(said.when, Days | None)


def _said(draw: Random, widening: bool) -> Said:
    form = draw.choices(
        ("event", "kind", "first", "last", "none", "value", "not-when", "denied"), (8, 3, 4, 3, 3, 3, 1, 2)
    )[0]
    event, kind = draw.choice(EVENTS), draw.choice(KINDS)
    match form:
        case "value":
            return _value(draw, widening)
        case "event":
            return Said("event", event, _when(draw, event, widening) if draw.random() < 0.95 else None)
        case "not-when":
            return Said("event", event, _span(draw), denied=True, by_date=True)
        case "none":
            return Said("none", kind, _window(draw) if draw.random() < 0.9 else None)
        case "denied":
            if draw.random() < 0.3:
                return draw.choice((Said("event", event, denied=True), Said("kind", kind, denied=True)))
            denied = draw.choice(("event", "kind", "first", "last"))
            return Said(denied, event if denied == "event" else kind, _span(draw), denied=True)
        case "kind":
            return Said("kind", kind, _when(draw, "", widening))
    named = draw.choice(EVENTS) if draw.random() < 0.25 else None
    return Said(form, kind, _when(draw, named or "", widening), named=named)


def _value(draw: Random, widening: bool) -> Said:
    role, value = draw.choice(("abbot", "bailiff")), draw.choice(("Odo", "Suger", "Roger"))
    shape = draw.choice(("from", "from", "when", "ends", "ends", "window", "always"))
    if shape == "from":
        return Said("value", role, value=value, start=_span(draw))
    if shape == "ends":
        first = draw.randrange(DAYS - 2)
        last = draw.randrange(first, DAYS)
        return Said("value", role, value=value, ends=((first, first + 1), (last, last + 1)))
    if shape == "window":  # one of two days: at some time within it
        first = draw.randrange(DAYS - 3)
        last = draw.randrange(first + 2, DAYS)
        return Said("value", role, Days(((first, first + 1), (last, last + 1))), value=value)
    return Said("value", role, _day(draw) if shape == "when" else None, value=value)


def _when(draw: Random, event: str, widening: bool) -> When:
    shape = draw.random()
    others = [other for other in EVENTS if other != event]
    if shape < 0.5:
        return _days(draw)
    if shape < 0.85:
        return _relation(draw, others, widening)
    return Both((_days(draw), _relation(draw, others, widening)))


def _window(draw: Random) -> When:
    return _span(draw) if draw.random() < 0.7 else _relation(draw, EVENTS, False, ("before", "after", "during"))


def _relation(
    draw: Random,
    events: Sequence[str],
    widening: bool,
    words: Sequence[str] = ("before", "by", "after", "not before", "during"),
) -> Before:
    if widening and draw.random() < 0.6:
        return Before(draw.choice(("days after", "days before")), draw.choice(events), draw.randint(2, 4))
    return Before(draw.choice(words), draw.choice(events))


def _days(draw: Random) -> Days:
    if draw.random() < 0.75:
        return _span(draw)
    first = draw.randrange(DAYS - 3)
    second = draw.randrange(first + 2, DAYS)
    return Days(((first, first + 1), (second, second + draw.randint(1, 2))))


def _day(draw: Random) -> Days:
    first = draw.randrange(DAYS)
    return Days(((first, first + 1),))


def _span(draw: Random) -> Days:
    first = draw.randrange(DAYS)
    return Days(((first, first + draw.choice((1, 1, 1, 2, 3))),))


# In the file syntax.


def written(world: World, order: Sequence[int] | None = None, asking: bool = False) -> str:
    """The world as a corpus in one file; `order` puts its claims in another order (numbers of claims).

    With `asking` everything that can be claimed is asked for, and not the firsts and lasts alone.
    """
    lines = ["format: 1", "defaults: {calendar: gregorian}", "kinds:"]
    for kind in KINDS:
        lines += [f"  {kind}:", f"    label: a case of {kind}"]
        lines += _listed("broader", world.broader[kind]) + _listed("presupposes", world.presupposes[kind])
    lines.append("questions:")
    for kind in KINDS:
        for form in ("first", "last"):
            lines += [f"  {form}-{kind}:", f"    ask: When was the {form} {kind}?", f"    {form}: {kind}"]
    if asking:
        for event in EVENTS:
            lines += [f"  when-{event}:", f"    ask: When was {event}?", f"    event: {event}"]
        for kind in KINDS:
            lines += [f"  whether-{kind}:", f"    ask: Was there a {kind}?", f"    whether: {kind}"]
        for role in ("abbot", "bailiff"):
            lines += [f"  who-{role}:", f"    ask: Who was {role}?", f"    role: {role}", "    of: the house"]
    lines.append("events:")
    for event in EVENTS:
        lines += [f"  {event}:", f"    label: the event {event}"]
        lines += _listed("kinds", world.kinds_of[event]) + _listed("after", world.after[event])
        records = world.records_of[event]
        if len(records) == 1:
            lines += ["    record:", *(f"      {line}" for line in _record(records[0]))]
        elif records:
            lines.append("    record:")
            for record in records:
                first, *rest = _record(record)
                lines += [f"      - {first}", *(f"        {line}" for line in rest)]
    lines.append("claims:")
    claims = world.claims
    for number in order if order is not None else range(len(claims)):
        lines += claim_lines(claims[number])
    if world.bridges:
        lines.append("bridges:")
        for bridge in world.bridges:
            lines += [f"  {bridge.id}:", f"    says: the assumption {bridge.id}", *_bridged(bridge)]
    return "\n".join(lines) + "\n"


def _bridged(bridge: Bridge) -> list[str]:
    match bridge.form:
        case "narrower":
            return [f"    narrower: {bridge.a}", f"    broader: {bridge.b}"]
        case "permanent":
            return [f"    permanent: {bridge.a}"]
        case "takes":
            days = "a day" if bridge.count == 1 else f"{bridge.count} days"
            return [f"    from: {bridge.a}", f"    to: {bridge.b}", f"    takes: {days}"]
        case "if":
            lines = []
            for key, side in (("if", bridge.condition), ("then", bridge.consequence)):
                lines.append(f"    {key}:")
                for said in side:
                    head, *rest = _statement(said)
                    lines += [f"      - {head}", *(f"        {line}" for line in rest)]
            return lines
    return [f"    {bridge.form}: [{bridge.a}, {bridge.b}]"]


def claim_lines(claim: Member) -> list[str]:
    """A claim as lines of the section `claims`."""
    lines = [f"  {claim.id}:", f"    by: witness {claim.id}"]
    if claim.disputes is not None:
        lines.append(f"    disputes: {claim.disputes}")
        if not claim.said:
            return lines
    first, *more = claim.said
    if first.denied and not first.by_date:
        lines.append("    stance: denies")
    lines += [f"    {line}" for line in _statement(first)]
    if more:
        lines.append("    also:")
        for said in more:
            head, *rest = _statement(said)
            lines += [f"      - {head}", *(f"        {line}" for line in rest)]
    return lines


def _listed(key: str, ids: Iterable[str]) -> list[str]:
    ids = list(ids)
    return [f"    {key}: [{', '.join(ids)}]"] if ids else []


def _record(record: Member) -> list[str]:
    lines = [f"in: book of {record.id.replace('/', '-')}", f'when: "{in_words(record.said[0].when)}"']
    return lines + [f"{said.form}: {said.of}" for said in record.said[1:]]


def _statement(said: Said) -> list[str]:
    lines: list[str] = []
    if said.form == "value":
        lines += [f"role: {said.of}", "of: the house", f"value: {said.value}"]
    elif said.named is not None:
        lines += [f"answers: {said.form}-{said.of}", f"event: {said.named}"]
    else:
        lines.append(f"{said.form}: {said.of}")
    if said.ends is not None:
        (first, _), (_, stop) = said.ends
        lines.append(f'when: "{_day_in_words(first)}/{_day_in_words(stop - 1)}"')
    for key, when in (("not-when" if said.by_date else "when", said.when), ("from", said.start)):
        if when is not None:
            lines.append(f'{key}: "{in_words(when)}"')
    return lines


def in_words(when: When | None) -> str:
    """A date as it is written in a file."""
    match when:
        case Days(spans=(span,)):
            return _span_in_words(span, "/")
        case Days():
            return f"[{', '.join(_span_in_words(span, '..') for span in when.spans)}]"
        case Before(word="days after" | "days before"):
            return f"{when.count} {when.word} @{when.event}"
        case Before():
            return f"{when.word} @{when.event}"
        case Yearless():
            return (FIRST_DAY + timedelta(days=when.day)).strftime("XXXX-%m-%d")
        case Both():
            return ", ".join(_in_a_phrase(part) for part in when.parts)
    return ""


def _in_a_phrase(when: Days | Before) -> str:
    if isinstance(when, Before):
        return in_words(when)
    days = [(first + 1, last) for first, last in when.spans]  # of May 1500, closed
    spans = [f"{first} to {last}" if first < last else f"{first}" for first, last in days]
    return " or ".join(f"{span} May 1500" for span in spans)


def _day_in_words(day: int) -> str:
    return (FIRST_DAY + timedelta(days=day)).isoformat()


def _span_in_words(span: tuple[int, int], to: str) -> str:
    first, last = (FIRST_DAY + timedelta(days=day) for day in (span[0], span[1] - 1))
    return first.isoformat() if first == last else f"{first.isoformat()}{to}{last.isoformat()}"
