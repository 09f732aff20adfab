"""The structure that assumptions stand on: kinds and their closures, events and who attests them, bridges.

Belongs here: everything about a view that does not depend on which claims are under test. A scene is made for
one set of granted bridges and never changes. Does not belong here: constraints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from claimcheck.corpus.entries import Bridge, Event, Record
from claimcheck.dates.when import AllOf, Date, Ends, OneOf, Window, anchors_of
from claimcheck.engine.network import Effort, Node
from claimcheck.engine.parts import (
    Elsewhen,
    Key,
    Member,
    Occurrence,
    Part,
    date_of,
    dates_of,
    ends_of,
    parts_of_statements,
)
from claimcheck.engine.perspective import View
from claimcheck.engine.theory import Link


@dataclass(frozen=True, slots=True)
class Given:
    """The date that an anchor brings along: from its records, or from a claim that is `given`.

    `ids` are the records (or the claim) that state it; `lasting` the dates throughout which the event went on,
    with their ends where these are stated; `claimants` are set where only they may use it.
    """

    ids: tuple[str, ...]
    event: str
    dates: tuple[Date, ...]
    lasting: tuple[tuple[Date, Ends | None], ...] = ()
    claimants: frozenset[str] | None = None

    @property
    def all_dates(self) -> tuple[Date, ...]:
        """Every date that states it."""
        return (*self.dates, *(date for date, _ in self.lasting))

    def as_one_of(self) -> Given:
        """Of several records of one event one holds; what a single record states still holds as a whole."""
        match self.dates:
            case (AllOf(parts),) if len(self.ids) - len(self.lasting) == len(parts) > 1:
                return replace(self, dates=(OneOf(parts),))
        return self

    @property
    def key(self) -> Key:
        """Under which the given is an owner of clauses."""
        return ("given", self.event)


@dataclass(frozen=True, slots=True)
class Implication:
    """A granted bridge of if and then: where all parts of the condition hold, so do those of the consequence."""

    id: str
    condition: tuple[Part, ...]
    consequence: tuple[Part, ...]

    @property
    def key(self) -> Key:
        """Under which it states a value of its own."""
        return ("bridge", self.id)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that it speaks of."""
        return (*self.condition, *self.consequence)


@dataclass(frozen=True, slots=True)
class Scene:
    """A view under granted bridges: closures of kinds, merged events, the records and orders of each event."""

    view: View
    bridges: tuple[Bridge, ...]
    broader: dict[str, frozenset[str]]  # a kind -> itself and all broader kinds
    presupposed: dict[str, frozenset[str]]  # a kind -> all kinds it presupposes, through broader kinds too
    merged: dict[str, str]  # an event -> the event that stands for it (only where a bridge merges)
    twins: dict[str, tuple[str, ...]]  # the event that stands for others -> all of them
    records: dict[str, tuple[Record, ...]]  # the event that stands -> its records in view
    neighbours: dict[str, tuple[str, ...]]  # events that orders and durations tie together
    permanent: frozenset[str]
    implications: tuple[Implication, ...] = ()
    claim_dates: dict[str, tuple[Given, ...]] = field(default_factory=dict)
    effort: Effort = field(default_factory=Effort, compare=False)  # of every search in the inquiry
    # Dates by days, as `premises` works them out: by the date, the width and what dates its anchors.
    in_days: dict[tuple[object, ...], tuple[Date, Date]] = field(default_factory=dict, compare=False, repr=False)
    takes_widely: bool = False  # whether lengths of time are meant widely even where all else is narrow
    rivals: frozenset[str] = frozenset()  # events of whose records one holds, as they cannot all be right
    _ways: dict[tuple[object, ...], tuple[Link, ...]] = field(default_factory=dict, compare=False, repr=False)

    def stands_for(self, event: str) -> str:
        """The event itself, or the one that a bridge makes it the same as."""
        return self.merged.get(event, event)

    def all_of(self, event: str) -> tuple[str, ...]:
        """The events that an event stands for, itself among them."""
        return self.twins.get(event, (event,))

    @property
    def is_sharp(self) -> bool:
        """Whether it says the same on the narrow and on the wide reading."""
        return not self.implications and (
            self.takes_widely or all(bridge.takes is None for bridge in self.bridges)
        )

    @property
    def anchors(self) -> tuple[str, ...]:
        """The events from which bridges count."""
        taken = [bridge.takes.when.readings[0].date for bridge in self.bridges if bridge.takes is not None]
        implied = [date for bridge in self.implications for part in bridge.parts for date in dates_of(part)]
        return tuple(dict.fromkeys(anchor for date in (*taken, *implied) for anchor in anchors_of(date)))

    def own_kinds(self, event: str) -> frozenset[str]:
        """The kinds stated of an event and of the events merged with it, without the broader ones."""
        return frozenset(kind for entry in self.entries_of(event) for kind in entry.kinds)

    def broader_of(self, kind: str) -> frozenset[str]:
        """A kind and all kinds broader than it."""
        return self.broader.get(kind) or frozenset((kind,))

    def presupposed_by(self, kinds: Iterable[str]) -> frozenset[str]:
        """All kinds of which some event had started by the time an event of these kinds did."""
        found: set[str] = set()
        for kind in kinds:
            found |= self.presupposed.get(kind, frozenset())
        return frozenset(found)

    def way(
        self, event: Node, said: frozenset[str], own: frozenset[str], kind: str, presupposed: bool
    ) -> tuple[Link, ...]:
        """The shortest way from an event to a kind: what it is, what that falls under, and what that presupposes.

        `said` are the kinds of it that need no step, as whoever asserts it states them; `own` all its own kinds.
        """
        key = (event if own - said else None, said, own, kind, presupposed)
        found = self._ways.get(key)
        if found is None:
            found = self._ways[key] = self._shortest_way(event, said, own, kind, presupposed)
        return found

    def _shortest_way(
        self, event: Node, said: frozenset[str], own: frozenset[str], kind: str, presupposed: bool
    ) -> tuple[Link, ...]:
        ways: list[tuple[str, bool, tuple[Link, ...]]] = [(one, False, ()) for one in sorted(said & own)]
        entries = self.entries_of(event) if isinstance(event, str) else ()
        for one in sorted(own - said):
            named = next((entry.id for entry in entries if one in entry.kinds), None)
            ways.append((one, False, (("is", named, one),) if named is not None else ()))
        seen = {(one, needs) for one, needs, _ in ways}
        for here, is_needed, links in ways:  # grows as it goes
            if here == kind and is_needed == presupposed:
                return links
            for other, link in self._above(here):
                state = (other, is_needed or link[0] == "presupposes")
                if (presupposed or link[0] != "presupposes") and state not in seen:
                    seen.add(state)
                    ways.append((*state, (*links, link)))
        return ()

    def _above(self, kind: str) -> Iterable[tuple[str, Link]]:
        """What a kind falls under or presupposes, each with the link that says so."""
        entry = self.view.corpus.kinds.get(kind)
        if entry is not None:
            yield from ((other, ("broader", kind, other)) for other in entry.broader)
            yield from ((other, ("presupposes", kind, other)) for other in entry.presupposes)
        for bridge in self.bridges:
            if bridge.narrower == kind and bridge.broader is not None:
                yield bridge.broader, ("bridge", bridge.id, "")

    def entries_of(self, event: str) -> tuple[Event, ...]:
        """The entries of an event and of all merged with it."""
        events = self.view.corpus.events
        return tuple(events[twin] for twin in self.all_of(event) if twin in events)

    def is_planned(self, event: str) -> bool:
        """Whether the event is only planned: it lends dates and asserts nothing."""
        return any(entry.planned for entry in self.entries_of(event))

    def given_date(self, event: str, by: tuple[str, ...], replaced: Set[str] = frozenset()) -> Given | None:
        """What dates an anchor for these claimants: its records, or else a claim that is theirs or trusted.

        A record that counts from an event whose given date is `replaced` is left out where there is another: it
        would date that event back.
        """
        records = [record for record in self.records.get(event, ()) if record.when is not None]
        free = [record for record in records if replaced.isdisjoint(self.counted_from(record))]
        records = free or records
        if records:
            lasting = tuple(
                (date_of(record.when), ends_of(record.when))
                for record in records
                if record.when is not None and record.extent == "throughout"
            )
            within = [record for record in records if record.extent != "throughout"]
            given = Given(tuple(record.id for record in records), event, _dates(within), lasting)
            return given.as_one_of() if event in self.rivals else given
        for given in self.claim_dates.get(event, ()):
            if given.claimants is None or given.claimants & set(by):
                return given
        return None

    def counted_from(self, record: Record) -> frozenset[str]:
        """The events to which the date of a record refers."""
        anchors = anchors_of(date_of(record.when)) if record.when is not None else ()
        return frozenset(self.stands_for(anchor) for anchor in anchors)

    def counted_back(self, event: str) -> frozenset[str]:
        """The events from which a record of this one counts, although another record of it does not."""
        counted = [self.counted_from(record) for record in self.records.get(event, ()) if record.when is not None]
        return frozenset(
            anchor for one in counted for anchor in one if any(anchor not in other for other in counted)
        )


def scene(view: View, granted: Iterable[str], members: Iterable[Member] = ()) -> Scene:
    """Sets the scene for a view with these bridges granted (ids); `members` are the claims in view."""
    corpus = view.corpus
    bridges = tuple(bridge for id in dict.fromkeys(granted) if (bridge := corpus.bridges.get(id)) is not None)
    merged, twins = _merge(bridges)
    up: dict[str, set[str]] = {kind.id: set(kind.broader) for kind in corpus.kinds.values()}
    for bridge in bridges:
        if bridge.narrower is not None and bridge.broader is not None:
            up.setdefault(bridge.narrower, set()).add(bridge.broader)
    broader = {kind: _reachable(kind, up) for kind in up}
    needs = {kind.id: set(kind.presupposes) for kind in corpus.kinds.values()}
    presupposed = {kind: _presupposed(kind, broader, needs) for kind in up}
    records: dict[str, list[Record]] = {}
    for record in view.records:
        records.setdefault(merged.get(record.event, record.event), []).append(record)
    result = Scene(
        view=view,
        bridges=bridges,
        broader=broader,
        presupposed=presupposed,
        merged=merged,
        twins=twins,
        records={event: tuple(found) for event, found in records.items()},
        neighbours=_neighbours(view, bridges, merged),
        permanent=frozenset(bridge.permanent for bridge in bridges if bridge.permanent is not None),
        implications=tuple(
            Implication(
                bridge.id,
                parts_of_statements(corpus, bridge.condition),
                parts_of_statements(corpus, bridge.consequence),
            )
            for bridge in bridges
            if bridge.condition
        ),
        claim_dates=_claim_dates(members, merged, view.trusted),
    )
    return result


def _merge(bridges: Iterable[Bridge]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = {}
    stands: dict[str, str] = {}
    for bridge in bridges:
        if bridge.same is None:
            continue
        first, second = (stands.get(event, event) for event in bridge.same)
        if first == second:
            continue
        group = [*groups.pop(first, [first]), *groups.pop(second, [second])]
        groups[first] = group
        stands.update(dict.fromkeys(group, first))
    return stands, {event: tuple(group) for event, group in groups.items()}


def _reachable(start: str, up: dict[str, set[str]]) -> frozenset[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for kind in up.get(waiting.pop(), ()):
            if kind not in found:
                found.add(kind)
                waiting.append(kind)
    return frozenset(found)


def _presupposed(kind: str, broader: dict[str, frozenset[str]], needs: dict[str, set[str]]) -> frozenset[str]:
    """Transitive, through the broader kinds of the kind and of what it presupposes."""
    found: set[str] = set()
    waiting = list(broader[kind])
    seen = set(waiting)
    while waiting:
        for needed in needs.get(waiting.pop(), ()):
            for other in broader.get(needed, frozenset((needed,))):
                found.add(other)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
    return frozenset(found)


def _neighbours(view: View, bridges: Iterable[Bridge], merged: dict[str, str]) -> dict[str, tuple[str, ...]]:
    pairs = [(event.id, other) for event in view.corpus.events.values() for other in event.after]
    for bridge in bridges:
        if bridge.order is not None:
            pairs.append(bridge.order)
        if bridge.start is not None and bridge.end is not None:
            pairs.append((bridge.start, bridge.end))
    found: dict[str, dict[str, None]] = {}
    for a, b in ((merged.get(a, a), merged.get(b, b)) for a, b in pairs):
        found.setdefault(a, {})[b] = None
        found.setdefault(b, {})[a] = None
    return {event: tuple(others) for event, others in found.items()}


def _dates(records: Iterable[Record]) -> tuple[Date, ...]:
    """What the records of one event say of its date together; one of them, where they cannot all be right."""
    dates = tuple(date_of(record.when) for record in records if record.when is not None)
    windows = [date.narrow for date in dates if isinstance(date, Window)]
    if len(windows) > 1:
        common = windows[0]
        for window in windows[1:]:
            common = common.intersection(window)
        if not common.spans:
            # One set of spans, and no choice of thirty branches; what is dated by other events stays a branch.
            others = tuple(date for date in dates if not isinstance(date, Window))
            whole = _all_of_them([date for date in dates if isinstance(date, Window)])
            return (OneOf((whole, *others)),) if others else (whole,)
        finest = [date for place, date in enumerate(dates) if not _is_said_already(date, place, dates)]
        if len(finest) == 1:
            return tuple(finest)
    return (AllOf(dates),) if len(dates) > 1 else dates


def _all_of_them(windows: Sequence[Window]) -> Window:
    """One window of all the spans of several."""
    whole = windows[0]
    for window in windows[1:]:
        whole = replace(whole, narrow=whole.narrow.union(window.narrow), wide=whole.wide.union(window.wide))
    return whole


def _is_said_already(date: Date, place: int, dates: tuple[Date, ...]) -> bool:
    """Whether another record says the same window, or one within it: what is dated twice alike has one date."""
    return isinstance(date, Window) and any(
        isinstance(other, Window)
        and date.narrow.contains(other.narrow)
        and (number < place or date.narrow != other.narrow)
        for number, other in enumerate(dates)
        if number != place
    )


def _claim_dates(
    members: Iterable[Member], merged: dict[str, str], trusted: frozenset[str]
) -> dict[str, tuple[Given, ...]]:
    """The events that claims date, each for those who make the claim; for everybody if it is trusted."""
    found: dict[str, list[Given]] = {}
    for member in members:
        for event, part in dated_events(member):
            event = merged.get(event, event)
            claimants = None if member.id in trusted else frozenset(member.by)
            found.setdefault(event, []).append(given_by(member.id, event, part, claimants))
    return {event: tuple(given) for event, given in found.items()}


def given_by(claim: str, event: str, part: Occurrence, claimants: frozenset[str] | None = None) -> Given:
    """The date that a dated part of a claim lends an event."""
    dates = (part.date,) if part.date is not None else ()
    if part.extent == "throughout":
        return Given((claim,), event, (), tuple((date, part.ends) for date in dates), claimants)
    return Given((claim,), event, dates, (), claimants)


def events_dated_otherwise(member: Member) -> Iterable[str]:
    """The events of whose date a member says anything, be it when they were or when they were not."""
    for part in member.parts:
        if isinstance(part, Occurrence) and (part.date is not None or part.excluded is not None):
            if part.target.form == "event":
                yield part.target.id
            elif part.target.named is not None:
                yield part.target.named
        elif isinstance(part, Elsewhen) and part.target.form == "event":
            yield part.target.id


def dated_events(member: Member) -> Iterable[tuple[str, Occurrence]]:
    """The events that a member dates, by name, with the part that dates them."""
    for part in member.parts:
        if isinstance(part, Occurrence) and part.date is not None:
            if part.target.form == "event":
                yield part.target.id, part
            elif part.target.named is not None:
                yield part.target.named, part
