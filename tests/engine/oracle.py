"""What is possible over a small calendar, decided by exhaustive search and written from the meaning alone.

Belongs here: a model of dated statements on a few days, and three decisions about it: whether statements can
hold together, whether they entail a part, how two claims stand to each other. Nothing of the engine is used,
so that the two can be compared. Does not belong here: corpora as text, random ones (see `small_worlds`).

Time is a grid of `TICKS` a day. That is fine enough: the statements only order instants among each other and
against the six-hour marks of the day, and ask on which day an instant lies. Between two marks the grid has 15
free points, so any arrangement in dense time of up to seven events and the marks has an equal one on the grid.
Days beyond the calendar are part of the grid, enough of them for every chain of "the day before" and "after".

For one choice of every alternative, all statements have the form "this instant is no earlier than a monotone
function of that one" or "no later than a constant". Raising instants until nothing is violated finds the least
solution if there is one (Tarski's fixed point), so that only the alternatives have to be searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

TICKS = 64
LOW, HIGH = -8 * TICKS, 16 * TICKS


@dataclass(frozen=True, slots=True)
class Edge:
    """An instant: a constant, or one of an event's, rounded down or up to a midnight and moved by days."""

    constant: int = 0
    variable: str | None = None  # "s:EVENT" or "t:EVENT"
    rounding: str = "none"  # none, down, up
    days: int = 0

    def at(self, instant: int) -> int:
        """The instant, if the variable lies at `instant`."""
        if self.variable is None:
            return self.constant
        if self.rounding == "down":
            instant = instant // TICKS * TICKS
        elif self.rounding == "up":
            instant = -(-instant // TICKS) * TICKS
        return instant + self.days * TICKS

    def least_for(self, wanted: int) -> int:
        """The least instant of the variable for which the edge is no earlier than `wanted`."""
        wanted -= self.days * TICKS
        if self.rounding == "down":
            return -(-wanted // TICKS) * TICKS
        if self.rounding == "up":
            return (-(-wanted // TICKS) - 1) * TICKS + 1
        return wanted


Stretch = tuple[Edge | None, Edge | None]  # from, up to; None is no limit
Branch = tuple[Stretch, ...]  # all of these hold
Date = tuple[Branch, ...]  # one of these holds; none at all: undated


def days(first: int, last: int) -> Stretch:
    """From the beginning of one day to the end of another."""
    return Edge(first * TICKS), Edge((last + 1) * TICKS)


def related(words: str, anchor: str) -> Stretch:
    """A relation to an event, as rule 11 has it."""
    start, end = f"s:{anchor}", f"t:{anchor}"
    return {
        "before": (None, Edge(variable=start)),
        "by": (None, Edge(variable=end)),
        "after": (Edge(variable=end), None),
        "not before": (Edge(variable=start), None),
        "during": (Edge(variable=start), Edge(variable=end)),
        "the same day as": (Edge(variable=start, rounding="down"), Edge(variable=end, rounding="up")),
        "the day after": (
            Edge(variable=end, rounding="up"),
            Edge(variable=end, rounding="up", days=1),
        ),
        "the day before": (
            Edge(variable=start, rounding="down", days=-1),
            Edge(variable=start, rounding="down"),
        ),
    }[words]


RELATIONS = ("before", "by", "after", "not before", "during", "the same day as", "the day after", "the day before")


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody states: of an event, or of the first, the last, some or none of a kind.

    `when` is empty where no date is stated. `never` is an excluded date of an event, which then lies before or
    after it; who only denies a date (`denied`) does not say that the event happened, and denies it of an event
    that somebody else asserts.
    """

    form: str  # event, first, last, kind, none
    of: str
    when: Date = ()
    never: Stretch | None = None
    denied: bool = False
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """The structure that statements stand in, and the dates that the record has for events.

    `broader` and `presupposes` map kinds to kinds, `kinds` events to kinds, `after` events to earlier ones.
    """

    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    presupposes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recorded: Mapping[str, Date] = field(default_factory=dict)

    def with_broader(self, kinds: Iterable[str]) -> frozenset[str]:
        """The kinds and all broader ones."""
        found: set[str] = set()
        waiting = list(kinds)
        while waiting:
            kind = waiting.pop()
            if kind not in found:
                found.add(kind)
                waiting.extend(self.broader.get(kind, ()))
        return frozenset(found)


# ------------------------------------------------------------------------------------------------ constraints


@dataclass(frozen=True, slots=True)
class NotBefore:
    """The variable is no earlier than the edge and `more` ticks."""

    variable: str
    edge: Edge
    more: int = 0


@dataclass(frozen=True, slots=True)
class NotAfter:
    """The variable and `more` ticks are no later than the edge."""

    variable: str
    edge: Edge
    more: int = 0


Constraint = NotBefore | NotAfter
Choice = tuple[Constraint, ...]  # all of these
Clause = tuple[Choice, ...]  # one of these


def solvable(clauses: Sequence[Clause]) -> bool:
    """Whether some choice from every clause can hold together."""
    fixed: list[Constraint] = []
    open_clauses = []
    for clause in clauses:
        if len(clause) == 1:
            fixed.extend(clause[0])
        else:
            open_clauses.append(clause)
    return _search(fixed, open_clauses)


def _search(chosen: list[Constraint], waiting: list[Clause]) -> bool:
    lows = _least(chosen)
    if lows is None:
        return False
    if not waiting:
        return True
    return any(_search([*chosen, *choice], waiting[1:]) for choice in waiting[0])


def _least(constraints: list[Constraint]) -> dict[str, int] | None:
    """The least solution, or None."""
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    for one in constraints:
        lows.setdefault(one.variable, LOW)
        if one.edge.variable is not None:
            lows.setdefault(one.edge.variable, LOW)
        elif isinstance(one, NotAfter):
            highs[one.variable] = min(highs.get(one.variable, HIGH), one.edge.constant - one.more)
    changed = True
    while changed:
        changed = False
        for one in constraints:
            if isinstance(one, NotBefore):
                raised = one.variable
                low = one.edge.at(lows[one.edge.variable] if one.edge.variable else 0) + one.more
            elif one.edge.variable is not None:
                raised = one.edge.variable
                low = one.edge.least_for(lows[one.variable] + one.more)
            else:
                continue
            if low > lows[raised]:
                lows[raised] = low
                changed = True
                if low > highs.get(raised, HIGH):
                    return None
    return lows if all(lows[name] <= high for name, high in highs.items()) else None


# -------------------------------------------------------------------------------------------- what parts mean


def _within(event: str, branch: Branch) -> Choice:
    found: list[Constraint] = []
    for start, stop in branch:
        if start is not None:
            found.append(NotBefore(f"s:{event}", start))
        if stop is not None:
            found.append(NotAfter(f"t:{event}", stop))
    return tuple(found)


def _starts_in(event: str, branch: Branch) -> Choice:
    found: list[Constraint] = []
    for start, stop in branch:
        if start is not None:
            found.append(NotBefore(f"s:{event}", start))
        if stop is not None:
            found.append(NotAfter(f"s:{event}", stop, 1))
    return tuple(found)


def _ends_in(event: str, branch: Branch) -> Choice:
    found: list[Constraint] = []
    for start, stop in branch:
        if start is not None:
            found.append(NotBefore(f"t:{event}", start, 1))
        if stop is not None:
            found.append(NotAfter(f"t:{event}", stop))
    return tuple(found)


def _covers(event: str, branch: Branch) -> Choice:
    """From one day to another: it begins on the first and ends on the last."""
    found: list[Constraint] = []
    for start, stop in branch:
        assert start is not None and stop is not None, "a date of two ends has both"
        found += [NotBefore(f"s:{event}", start), NotAfter(f"s:{event}", Edge(start.constant + TICKS), 1)]
        found += [NotBefore(f"t:{event}", Edge(stop.constant - TICKS), 1), NotAfter(f"t:{event}", stop)]
    return tuple(found)


def _denied(choice: Choice) -> Clause:
    """The ways in which not all constraints of a choice hold."""
    return tuple(
        (
            NotAfter(one.variable, one.edge, 1 - one.more)
            if isinstance(one, NotBefore)
            else NotBefore(one.variable, one.edge, 1 - one.more),
        )
        for one in choice
    )


def _outside(event: str, stretch: Stretch) -> Clause:
    """The ways in which an event does not overlap a stretch."""
    start, stop = stretch
    ways: list[Choice] = []
    if start is not None:
        ways.append((NotAfter(f"t:{event}", start),))
    if stop is not None:
        ways.append((NotBefore(f"s:{event}", stop),))
    return tuple(ways)


def _overlapping(event: str, stretch: Stretch) -> Choice:
    start, stop = stretch
    found: list[Constraint] = []
    if start is not None:
        found.append(NotBefore(f"t:{event}", start, 1))
    if stop is not None:
        found.append(NotAfter(f"s:{event}", stop, 1))
    return tuple(found)


_PLACED = {"first": _starts_in, "last": _ends_in, "kind": _within, "event": _within}


@dataclass(slots=True)
class _Set:
    """Statements on their way to clauses: the events they assert, and their kinds."""

    world: World
    clauses: list[Clause] = field(default_factory=list)
    asserted: dict[str, frozenset[str]] = field(default_factory=dict)
    exclusions: list[Part] = field(default_factory=list)
    denials: list[Part] = field(default_factory=list)
    firsts: list[tuple[str, str, str]] = field(default_factory=list)  # form, kind, event
    presuming: bool = True

    def state(self, part: Part) -> None:
        if part.form == "none":
            self.exclusions.append(part)
            return
        if part.form == "event":
            event = part.of
            kinds: Iterable[str] = self.world.kinds.get(event, ())
        else:
            event = f"{part.form}#{len(self.asserted)}"
            kinds = (part.of,)
            if part.form in ("first", "last"):
                self.firsts.append((part.form, part.of, event))
        if part.denied:
            self.denials.append(part)
            return
        if part.never is not None:
            self.clauses.append(_outside(event, part.never))
        self._assert(event, kinds)
        place = _covers if part.throughout else _PLACED[part.form]
        if part.when:
            self.clauses.append(tuple(place(event, branch) for branch in part.when))

    def _assert(self, event: str, kinds: Iterable[str]) -> None:
        all_kinds = self.world.with_broader(kinds)
        self.asserted[event] = all_kinds
        if not self.presuming:
            return
        for kind in sorted(all_kinds):
            for needed in self.world.presupposes.get(kind, ()):
                earlier = f"{event}<{needed}"
                if earlier not in self.asserted:
                    self.clauses.append(((NotAfter(f"s:{earlier}", Edge(variable=f"s:{event}")),),))
                    self._assert(earlier, (needed,))

    def give(self, event: str, date: Date) -> None:
        self.clauses.append(tuple(_within(event, branch) for branch in date))

    def suppose(self, event: str, kind: str) -> None:
        self.asserted[event] = self.world.with_broader((kind,))

    def closed(self) -> list[Clause]:
        """All clauses, with the exclusions acting on what is asserted, and every event lasting."""
        found = list(self.clauses)
        for part in self.denials:
            if part.of in self.asserted and part.never is not None:
                found.append(_outside(part.of, part.never))
        for event, kinds in self.asserted.items():
            for part in self.exclusions:
                if part.of in kinds:
                    stretches = [stretch for branch in part.when for stretch in branch] or [(None, None)]
                    found.extend(_outside(event, stretch) for stretch in stretches)
            for form, kind, point in self.firsts:
                if kind in kinds and form == "first":
                    found.append(((NotBefore(f"s:{event}", Edge(variable=f"s:{point}")),),))
                elif kind in kinds:
                    found.append(((NotAfter(f"t:{event}", Edge(variable=f"t:{point}")),),))
        for event, earlier in self.world.after.items():
            found.extend(((NotBefore(f"s:{event}", Edge(variable=f"t:{one}")),),) for one in earlier)
        names = {
            name[2:]
            for clause in found
            for choice in clause
            for one in choice
            for name in (one.variable, one.edge.variable)
            if name is not None
        }
        found.extend(((NotBefore(f"t:{name}", Edge(variable=f"s:{name}"), 1),),) for name in sorted(names))
        return found


def anchors(parts: Iterable[Part]) -> Iterator[str]:
    """The events that the dates of parts refer to."""
    for part in parts:
        stretches = [stretch for branch in part.when for stretch in branch]
        if part.never is not None:
            stretches.append(part.never)
        for stretch in stretches:
            for edge in stretch:
                if edge is not None and edge.variable is not None:
                    yield edge.variable[2:]


def givens(world: World, *members: Sequence[Part]) -> dict[str, Date]:
    """The recorded dates of the members' anchors, transitively, save of events that a member dates itself.

    Dates that cannot be given together are none of them given: a record at odds with itself dates nothing.
    """
    dated = {part.of for parts in members for part in parts if part.form == "event" and (part.when or part.never)}
    found: dict[str, Date] = {}
    waiting = [anchor for parts in members for anchor in anchors(parts)]
    while waiting:
        anchor = waiting.pop()
        date = world.recorded.get(anchor)
        if anchor in found or anchor in dated or not date:
            continue
        found[anchor] = date
        waiting.extend(anchors((Part("event", anchor, date),)))
    clashing: list[frozenset[str]] = []
    for size in range(1, len(found) + 1):
        for chosen in map(frozenset, combinations(sorted(found), size)):
            lent = {event: found[event] for event in chosen}
            if not any(known <= chosen for known in clashing) and not possible(world, (), lent):
                clashing.append(chosen)
    return {event: date for event, date in found.items() if not any(event in clash for clash in clashing)}


def possible(world: World, parts: Iterable[Part], given: Mapping[str, Date] | None = None) -> bool:
    """Whether all parts can hold together, with the given dates."""
    return solvable(_stated(world, parts, given or {}).closed())


def _stated(world: World, parts: Iterable[Part], given: Mapping[str, Date], presuming: bool = True) -> _Set:
    stated = _Set(world, presuming=presuming)
    for part in parts:
        stated.state(part)
    for event, date in given.items():
        stated.give(event, date)
    return stated


def entails(world: World, parts: Sequence[Part], part: Part, given: Mapping[str, Date]) -> bool:
    """Whether the parts, with the given dates, cannot hold together with the denial of `part`.

    Of what is entailed a relation to a given anchor is, besides what the anchors share, the narrowest window that
    the anchor's date leaves, in whole days or, where the anchor is dated by hours, to the hour; of what is said
    not to have been, the widest. The day of an anchor that is dated to a day belongs to neither side of it, in the
    premises too. What is presupposed is left out: it never corroborates.
    """
    parts = _in_whole_days(world, parts, given)
    if part.form == "none" or part.denied:
        stretches = [part.never] if part.denied and part.never is not None else []
        stretches += [stretch for branch in part.when for stretch in branch]
        return all(
            any(
                _excludes(world, parts, part, taken, given)
                for taken in (stretch, _window(stretch, given, widest=True))
            )
            for stretch in stretches or [(None, None)]
        )
    if part.form in ("event", "first", "last") and not _is_stated(world, parts, part, given):
        return False
    if part.never is not None and not part.when:
        return any(
            _refuted(world, parts, part, [(_touches(part, taken),)], given)
            for taken in (part.never, _window(part.never, given, widest=True))
        )
    if part.never is not None:
        alone = replace(part, when=())
        return entails(world, parts, alone, given) and entails(world, parts, replace(part, never=None), given)
    if not part.when:
        return _is_stated(world, parts, part, given)
    if len(part.when) == 1 and len(part.when[0]) > 1 and part.form != "kind":  # each by itself
        return all(entails(world, parts, replace(part, when=((one,),)), given) for one in part.when[0])
    windows = tuple(tuple(_window(stretch, given) for stretch in branch) for branch in part.when)
    return any(_lies_in(world, parts, replace(part, when=when), given) for when in (part.when, windows))


def _is_stated(world: World, parts: Sequence[Part], part: Part, given: Mapping[str, Date]) -> bool:
    stated = _stated(world, parts, given, presuming=False)
    if part.form == "event":
        return part.of in stated.asserted
    return any(part.of in kinds for kinds in stated.asserted.values())


def _excludes(
    world: World, parts: Sequence[Part], part: Part, stretch: Stretch, given: Mapping[str, Date]
) -> bool:
    supposed = _stated(world, parts, given, presuming=False)
    event = part.of if part.form == "event" else "supposed"
    if part.form == "event":
        supposed.asserted[event] = world.with_broader(world.kinds.get(event, ()))
    else:
        supposed.suppose(event, part.of)
    supposed.clauses.append((_overlapping(event, stretch),))
    return not solvable(supposed.closed())


def _touches(part: Part, stretch: Stretch) -> Choice:
    assert part.form == "event", "only of events is it said when they were not"
    return _overlapping(part.of, stretch)


def _refuted(
    world: World, parts: Sequence[Part], part: Part, denial: Sequence[Clause], given: Mapping[str, Date]
) -> bool:
    stated = _stated(world, parts, given, presuming=False)
    stated.clauses.extend(denial)
    return not solvable(stated.closed())


def _lies_in(world: World, parts: Sequence[Part], part: Part, given: Mapping[str, Date]) -> bool:
    """Whether the denial of a dated part is impossible, its relations being taken as they stand."""
    stated = _stated(world, parts, given, presuming=False)
    candidates = [event for event, kinds in stated.asserted.items() if part.of in kinds]
    if part.form == "event":
        place = _covers if part.throughout else _within
        stated.clauses.extend(_denied(place(part.of, branch)) for branch in part.when)
    elif part.form == "kind":
        if not candidates:
            return False
        for event in candidates:
            stated.clauses.extend(_denied(_within(event, branch)) for branch in part.when)
    else:
        stated.suppose("supposed", part.of)
        for event in candidates:
            if part.form == "first":
                stated.clauses.append(((NotAfter("s:supposed", Edge(variable=f"s:{event}")),),))
            else:
                stated.clauses.append(((NotBefore("t:supposed", Edge(variable=f"t:{event}")),),))
        stated.clauses.extend(_denied(_PLACED[part.form]("supposed", branch)) for branch in part.when)
    return not solvable(stated.closed())


def _in_whole_days(world: World, parts: Sequence[Part], given: Mapping[str, Date]) -> Sequence[Part]:
    """The premises with "before" and "after" an anchor that is dated to a day said of whole days, if that leaves
    anything."""
    taken = [
        replace(
            part, when=tuple(tuple(s for one in branch for s in _days_beside(one, given)) for branch in part.when)
        )
        if part.form != "none" and not part.throughout
        else part
        for part in parts
    ]
    return taken if solvable(_stated(world, taken, given, presuming=False).closed()) else parts


def _days_beside(stretch: Stretch, given: Mapping[str, Date]) -> tuple[Stretch, ...]:
    start, stop = stretch
    name = next((edge.variable for edge in stretch if edge is not None and edge.variable is not None), None)
    anchor = _days_of(name[2:], given) if name is not None else None
    if anchor is None or anchor[0] != anchor[1]:
        return (stretch,)
    if start is None and stop == Edge(variable=name) and name is not None and name.startswith("s:"):
        return stretch, (None, Edge(anchor[0] * TICKS))
    if stop is None and start == Edge(variable=name) and name is not None and name.startswith("t:"):
        return stretch, (Edge((anchor[0] + 1) * TICKS), None)
    return (stretch,)


def _days_of(anchor: str, given: Mapping[str, Date]) -> tuple[int, int] | None:
    """The first and the last day of a given anchor of one window of whole days; None for any other."""
    if anchor not in given:
        return None
    ((first, last),) = given[anchor][0]
    assert first is not None and last is not None and first.variable is None and last.variable is None
    if first.constant % TICKS or last.constant % TICKS:
        return None
    return first.constant // TICKS, last.constant // TICKS - 1


def _window(stretch: Stretch, given: Mapping[str, Date], widest: bool = False) -> Stretch:
    """A relation to a given anchor of one window as the narrowest (or the widest) window that it leaves: to the
    hour from the start or end of an anchor that is dated by hours, otherwise in whole days."""
    name = next((edge.variable for edge in stretch if edge is not None and edge.variable), None)
    if name is None or name[2:] not in given:
        return stretch
    ((first, last),) = given[name[2:]][0]
    assert first is not None and last is not None and first.variable is None and last.variable is None
    whole = _days_of(name[2:], given)

    def limit(edge: Edge | None, latest: bool) -> Edge | None:
        if edge is None:
            return None
        at_end = edge.variable is not None and edge.variable.startswith("t:")
        if edge.rounding == "none" and whole is None:
            return Edge(last.constant if latest else first.constant)
        days = whole or (first.constant // TICKS, -(-last.constant // TICKS) - 1)
        return Edge((days[1 if latest else 0] + (1 if at_end else 0) + edge.days) * TICKS)

    start, stop = stretch
    return limit(start, not widest), limit(stop, widest)


def verdict(world: World, a: Part, b: Part) -> str:
    """How two claims of one part each, on one question, stand to each other."""
    given = givens(world, (a,), (b,))
    if not possible(world, (a, b), given):
        return "contradicts"
    forth, back = entails(world, (a,), b, given), entails(world, (b,), a, given)
    if forth and back:
        return "agrees"
    if forth or back:
        return "refines" if forth else "refined-by"
    if any(_unlimited(part, given) and not _ordered(world, part, given) for part in (a, b)):
        return "undetermined"
    return "overlaps"


def _ordered(world: World, part: Part, given: Mapping[str, Date]) -> bool:
    """Whether the order of events limits a part: it is of an event before or after one with a date."""
    if part.form != "event":
        return False
    earlier: dict[str, set[str]] = {event: set(before) for event, before in world.after.items()}
    for _ in earlier:
        for before in earlier.values():
            before |= {one for event in before for one in earlier.get(event, ())}
    return any(
        event in earlier.get(part.of, ()) or part.of in earlier.get(event, ())
        for event in given
        if event != part.of
    )


def _unlimited(part: Part, given: Mapping[str, Date]) -> bool:
    """Whether a part has neither limit: no date, or only relations to events without one."""
    if part.never is not None:
        return False
    edges = [edge for branch in part.when for stretch in branch for edge in stretch if edge is not None]
    return all(edge.variable is not None and edge.variable[2:] not in given for edge in edges)
