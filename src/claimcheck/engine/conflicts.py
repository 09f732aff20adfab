"""Everything that cannot be true together: minimal conflicts, with the clusters they form, repairs and schools.

Belongs here: one theory for all members at once, of which any set of them is a part; the blocks into which it
falls apart; which conflicts of members come of conflicts with given dates; what has to be given up, and what can
be held together. Does not belong here: pairs as such (see `verdicts`), which sets are probed (see `tangles`), what
would decide between schools (see `points`), wording.

Blocks. A negative cycle that passes no point twice lies within one biconnected component of the graph of
constraints (Hopcroft & Tarjan, Communications of the ACM 16, 1973). A disjunction ties the components of its
alternatives together, and a calendar point those of its limits. What cannot all be true is therefore impossible
within one block already: conflicts of different blocks are independent, and dates on separate events never meet.

Given dates. A claim that dates an anchor takes the place of its given date. More claims can therefore make
possible what fewer contradict; and still those fewer do. So given dates are elements of their own beside the
members: of these, more never make possible what fewer contradict. A smallest conflict of elements is one of
members if none of these keeps out a date in it, together with as many more as it takes to bring the dates along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import combinations
from random import Random

from claimcheck.dates.when import anchors_of
from claimcheck.engine import sat
from claimcheck.engine.anchor_points import Anchored
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.findings import Cluster, Conflict, School
from claimcheck.engine.hitting import minimal_hitting_sets, without_needless
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, Atom, Clause, Node, tied_by
from claimcheck.engine.parts import Key, Member
from claimcheck.engine.proof import clash
from claimcheck.engine.scene import Given, events_dated_otherwise
from claimcheck.engine.search import contradiction
from claimcheck.engine.selected import Selected
from claimcheck.engine.tangles import minimal_conflicts
from claimcheck.engine.theory import Ground, Theory

Members = frozenset[Key]

# How much a search may probe in each block before it says it is incomplete: sets times the square of the elements
# of the block, which is about what a probe costs. Where every two are tried, at least so many sets are as well.
BUDGET = 1_000_000
_LEAST = 250

_FEW = 150  # members of a block of which every two are tried


@dataclass(frozen=True, slots=True)
class Together:
    """The minimal conflicts of a view, in order of size and file, and the clusters they form.

    Where the search was cut short, `cut_short` are the claims that it concerns, and `unlisted` is about how many
    further conflicts of three and more there are among them, and the record; more likely more than fewer.
    """

    conflicts: tuple[Conflict, ...]
    clusters: tuple[Cluster, ...]
    complete: bool
    cut_short: tuple[str, ...] = ()
    unlisted: int = 0


def conflicts_of(inquiry: Inquiry, budget: int = BUDGET) -> Together:
    """All minimal conflicts among the claims and the record, within the budget."""
    members = _members(inquiry)
    order = {member.key: number for number, member in enumerate(members)}
    possible = [member for member in members if inquiry.is_possible_alone(member)]
    found = {frozenset((member.key,)) for member in members} - {frozenset((member.key,)) for member in possible}
    searches = [_searched(inquiry, probe, budget) for probe in probes(inquiry, possible)]
    cut_short = [search for search in searches if not search.complete]
    for search in searches:
        found |= search.found
    if cut_short:
        found = {_fewest(inquiry, members, order, keys) for keys in found}
    found = {keys for keys in found if not any(other < keys for other in found)}
    ordered = sorted(
        (keys for keys in found if not _holds_alternatives(inquiry, keys)),
        key=lambda keys: (len(keys), sorted(order[key] for key in keys)),
    )
    conflicts = [
        _told(inquiry, [members[place] for place in sorted(order[key] for key in keys)]) for keys in ordered
    ]
    unsure = frozenset(member.key for search in cut_short for member in search.members)
    corpus = inquiry.view.corpus
    misprints = frozenset(key for key in order if key[0] == "claim" and corpus.claims[key[1]].misprint)
    found_clusters = tuple(clusters(ordered, order, unsure, misprints))
    for cluster in found_clusters:
        for number in cluster.conflicts:
            conflicts[number] = replace(conflicts[number], repairs=cluster.repairs)
    return Together(
        tuple(conflicts),
        found_clusters,
        complete=not cut_short,
        cut_short=tuple(member.id for member in members if member.key in unsure and not member.is_record),
        unlisted=sum(search.unlisted for search in cut_short),
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """What was found among some members, whether that is all, and about how many more there are."""

    members: Sequence[Member]
    found: frozenset[Members]
    complete: bool
    unlisted: int = 0


def _searched(inquiry: Inquiry, probe: Probe, budget: int) -> _Search:
    """The conflicts of one probe; where they are too many, as two searches in different orders come upon them.

    How many there are in all is then estimated as fish in a pond are counted, by how many of the second catch were
    in the first (Chapman, University of California Publications in Statistics 1, 1951). Those that neither search
    is likely to meet make it too low.
    """
    most = budget // len(probe.elements) ** 2
    if len(probe.members) <= _FEW:
        most = max(most, min(budget, _LEAST))
    meaning = cache(lambda conflict: tuple(probe.meant_by(conflict)))
    first = minimal_conflicts(probe.elements, probe.core, most, _pairs(inquiry, probe), meaning)
    found = frozenset(told for conflict in first.conflicts for told in meaning(conflict))
    if first.complete:
        return _Search(probe.members, found, probe.is_exact)
    shuffled = Random(1).sample(probe.elements, len(probe.elements))
    pairs = [conflict for conflict in first.conflicts if any(len(told) < 3 for told in meaning(conflict))]
    second = minimal_conflicts(shuffled, probe.core, most // 2, (), meaning, pairs)
    again = frozenset(told for conflict in second.conflicts for told in meaning(conflict))
    one, other = ({some for some in catch if len(some) > 2} for catch in (found, again))
    in_all = (len(one) + 1) * (len(other) + 1) // (len(one & other) + 1) - 1
    return _Search(
        probe.members, found | again, second.complete and probe.is_exact, max(0, in_all - len(one | other))
    )


def _fewest(inquiry: Inquiry, members: Sequence[Member], order: Mapping[Key, int], keys: Members) -> Members:
    """The conflict without what it can do without, the later members first.

    A date may come from a record that is a member, or be given by it; a search that was cut short may have found
    the larger set of the one kind and not the smaller of the other.
    """

    def clash(rest: list[Key]) -> bool:
        return bool(rest) and not inquiry.is_possible([members[order[key]] for key in rest], wide=True)

    return frozenset(without_needless(sorted(keys, key=order.__getitem__), clash))


def _pairs(inquiry: Inquiry, probe: Probe) -> Iterator[Members]:
    """Every two members that can touch, with the dates given to them: no conflict of two is missed."""
    if len(probe.members) <= _FEW:
        for a, b in combinations(probe.members, 2):
            if inquiry.meets(a, b):
                yield probe.with_givens(frozenset((a.key, b.key)))


def _members(inquiry: Inquiry) -> list[Member]:
    """Every claim that states something testable, and every record; a trusted claim once."""
    claims = [claim for claim in inquiry.claims if claim.parts]
    return [*claims, *(record for record in inquiry.records if record.is_record)]


def _holds_alternatives(inquiry: Inquiry, keys: Members) -> bool:
    """Whether two of the members are one author's alternatives, which nobody holds together."""
    claims = inquiry.view.corpus.claims
    ids = {id for role, id in keys if role == "claim"}
    return any(other in ids for id in ids for other in claims[id].alternative_to)


def _told(inquiry: Inquiry, members: Sequence[Member]) -> Conflict:
    return Conflict(
        tuple(member.id for member in members),
        may_assume=bool(inquiry.granted(members)),
        derive=partial(clash, inquiry, tuple(members)),
    )


# ---------------------------------------------------------------------------- probing members and given dates

_FEW_MEMBERS = 12  # members of a part whose sets are tried by a plain search
_MOST_WAYS = 64  # ways to bring along the given dates of one conflict


class Field:
    """All members in one scene: their clauses by owners, and what dates may be given to any of them."""

    def __init__(self, inquiry: Inquiry, members: Sequence[Member], granted: frozenset[str]) -> None:
        self.inquiry = inquiry
        self.scene = inquiry.scene(granted)
        self.members = {member.key: member for member in members}
        self._place = {key: place for place, key in enumerate(self.members)}
        self.keys = inquiry.given_keys(self.scene, members)
        assembly = Assembly(self.scene, wide=True)
        for member in members:
            assembly.include(member)
        for given, key in self.keys.items():
            assembly.lend(given, key)
        self.theory = assembly.theory()
        self.out_of = self._kept_out(members)
        self._offered: dict[Key, frozenset[Given]] = {}

    def _kept_out(self, members: Sequence[Member]) -> dict[Given, frozenset[Key]]:
        """The members that keep a given date out, for each date that some do."""
        stands_for = self.scene.stands_for
        dating: dict[str, set[Key]] = {}
        referring: dict[str, set[Key]] = {}
        for member in members:
            if not (member.is_record or member.trusted):
                for event in events_dated_otherwise(member):
                    dating.setdefault(stands_for(event), set()).add(member.key)
            for anchor in member.anchors:
                referring.setdefault(stands_for(anchor), set()).add(member.key)
        found: dict[Given, frozenset[Key]] = {}
        for given in self.keys:
            out = set(dating.get(given.event, ()))
            for anchor in {stands_for(anchor) for date in given.all_dates for anchor in anchors_of(date)}:
                if anchor in self.scene.counted_back(given.event):
                    out |= dating.get(anchor, set())
            if given.claimants is not None:
                others = referring.get(given.event, ())
                out |= {key for key in others if given.claimants.isdisjoint(self.members[key].by)}
            if out:
                found[given] = frozenset(out)
        return found

    def given_to(self, keys: frozenset[Key]) -> frozenset[Given]:
        """The dates that are given to a set of members."""
        return frozenset(self.inquiry.givens(self.scene, self._among(keys)))

    def offered_to(self, keys: frozenset[Key]) -> frozenset[Given]:
        """The dates that a set of members brings along, also those that clash and are given to nobody."""
        return frozenset(self.inquiry.offered(self.scene, self._among(keys)))

    def _among(self, keys: frozenset[Key]) -> list[Member]:
        return [self.members[key] for key in sorted(keys & self.members.keys(), key=self._place.__getitem__)]

    def offered_by(self, key: Key) -> frozenset[Given]:
        """The dates that a member brings along by itself, also those that another member has to make room for."""
        found = self._offered.get(key)
        if found is None:
            found = self._offered[key] = self.offered_to(frozenset((key,)))
        return found

    def bringing(self, given: Given) -> frozenset[Key]:
        """The members that bring a date along, if it is one of several records' perhaps with the others."""
        ids = set(given.ids)
        return frozenset(
            key
            for key in self.members
            if any(
                given == known or (given.event == known.event and ids < set(known.ids))
                for known in self.offered_by(key)
            )
        )


@dataclass(frozen=True)
class Part:
    """A theory of a field, or one block of it, with its clauses by owners.

    `ties` are the clauses that tie a calendar point to its anchor, with the point; they say nothing where no
    clause of an owner speaks of the point.
    """

    field: Field
    theory: Theory
    owned: tuple[tuple[frozenset[Key], tuple[Clause, ...]], ...]
    ties: tuple[tuple[Anchored, tuple[Clause, ...]], ...]

    def core(self, elements: frozenset[Key]) -> frozenset[Key] | None:
        """Elements among these that cannot hold together (not always the fewest); None if all can.

        What a few say is tried by a plain search, which needs no solver; of many, a solver keeps what it learns.
        """
        if self._selected is not None:
            return self._selected.core(elements)
        clauses, theory = self._kept(elements)
        core = contradiction(clauses, theory.check, theory.effort)
        if core is None:
            return None
        grounds = [ground for number in core if isinstance(ground := clauses[number].reason, Ground)]
        return elements & frozenset(key for ground in grounds for key in ground.owners)

    @cached_property
    def _selected(self) -> Selected[Key] | None:
        members = {key for owners, _ in self.owned for key in owners if key[0] != "given"}
        if len(members) <= _FEW_MEMBERS or not sat.is_at_hand():
            return None
        return Selected(self.owned, self.theory.effort, lambda points: self._with(points).check, self.ties)

    def _with(self, points: Iterable[Anchored]) -> Theory:
        return replace(self.theory, points=tuple(points))

    def _kept(self, keep: frozenset[Key]) -> tuple[list[Clause], Theory]:
        """What these members and given dates say, and the theory with only the points of it."""
        clauses = [clause for owners, found in self.owned if owners <= keep for clause in found]
        spoken_of = {
            node for clause in clauses for atom in clause.atoms for tied in tied_by(atom) for node in tied
        }
        points = []
        for point, ties in self.ties:
            if point.node in spoken_of:
                points.append(point)
                clauses.extend(ties)
        return clauses, self._with(points)


class Probe:
    """Probes sets of elements (members, and dates given to them) in one part of what they say together."""

    def __init__(
        self,
        members: Sequence[Member],
        fields: Sequence[Field],
        part_of: Callable[[frozenset[Key]], Part],
        without_rivals: Callable[[frozenset[Key]], Iterable[frozenset[Key]]] = lambda _: (),
    ) -> None:
        self.members = members
        self.is_exact = True
        self._part_of = part_of
        self._without_rivals = without_rivals
        givens = dict.fromkeys(key for field in fields for key in field.keys.values())
        # Members last: of equal conflicts the search keeps those with fewer of what stands last.
        self.elements: tuple[Key, ...] = (*givens, *(member.key for member in members))

    def core(self, elements: frozenset[Key]) -> frozenset[Key] | None:
        """Elements among these that cannot hold together (not always the fewest); None if all can."""
        core = self._part_of(elements).core(elements)
        if core is None:
            # Bridges that exclude each other are granted to no set with both; what one contradicts still is.
            cores = (self.core(less) for less in self._without_rivals(elements))
            return next((found for found in cores if found is not None), None)
        return core

    def with_givens(self, keys: frozenset[Key]) -> frozenset[Key]:
        """The elements of a set of members: these, and the dates that are given to them."""
        field = self._part_of(keys).field
        return keys.union(field.keys[given] for given in field.given_to(keys))

    def meant_by(self, conflict: frozenset[Key]) -> Iterator[frozenset[Key]]:
        """The members that cannot all be true, by a smallest conflict of elements; not always the fewest."""
        members = frozenset(key for key in conflict if key[0] != "given")
        field = self._part_of(members).field
        needed = [given for given, key in field.keys.items() if key in conflict]
        if len(needed) < len(conflict - members):
            return  # a date that is given only with other bridges
        out = frozenset[Key]().union(*(field.out_of.get(given, ()) for given in needed))
        if out & members:
            return
        missing = [given for given in needed if not field.bringing(given) & members]
        order = [key for key in field.members if key not in out]
        choices = [field.bringing(given) - out for given in missing]
        ways, all_of_them = minimal_hitting_sets(choices, order, _MOST_WAYS) if all(choices) else ([], True)
        self.is_exact = self.is_exact and all_of_them
        for way in ways:
            whole = members.union(way)
            if whole:
                for enough in self._with_room(field, whole, frozenset(needed), out):
                    yield self._shrunk(enough)

    def _with_room(
        self, field: Field, keys: frozenset[Key], needed: frozenset[Given], out: frozenset[Key]
    ) -> Iterator[frozenset[Key]]:
        """The members with as many more as it takes for all needed dates to be given, where that is impossible.

        A date that clashes with another is given only where a member replaces the other.
        """
        if self._is_impossible(keys):
            yield keys
            return
        given = field.given_to(keys)
        if needed <= given:
            return
        rivals = field.offered_to(keys) - given - needed
        makers = {key for rival in rivals for key in field.out_of.get(rival, ())} - out - keys
        for key in field.members:
            if key in makers:
                yield from self._with_room(field, keys | {key}, needed, out)

    def _is_impossible(self, keys: frozenset[Key]) -> bool:
        return self.core(self.with_givens(keys)) is not None

    def _shrunk(self, keys: frozenset[Key]) -> frozenset[Key]:
        """The members without each that is not needed: a record may say again what is given anyhow."""
        kept = (member.key for member in self.members if member.key in keys)
        return frozenset(without_needless(kept, lambda rest: bool(rest) and self._is_impossible(frozenset(rest))))


def probes(inquiry: Inquiry, members: Sequence[Member]) -> Iterator[Probe]:
    """A probe for all members that can have to do with each other; sets in which none finds anything can hold.

    Where some claims are given bridges, what a set says depends on which of them are in it, and all that have
    to do with each other are probed together. Otherwise it is block by block.
    """
    granted = {inquiry.granted((member,)) for member in members}
    if len(granted) > 1:
        for component in _tied_together(inquiry, members):
            parts = _PartsByBridges(inquiry, component)
            sets = [frozenset((member.key,)) for member in component] + [frozenset(m.key for m in component)]
            yield Probe(component, [parts(keys).field for keys in sets], parts, parts.without_rivals)
        return
    for bridges in granted:
        field = Field(inquiry, members, bridges)
        for block in blocks_of(field.theory):
            part = _part(field, block)
            among = _members_of(part)
            if len(among) > 1:
                yield Probe(among, [field], partial(_always, part))


def _members_of(part: Part) -> list[Member]:
    """The members that have something in a part, of their own or by a date that they bring along."""
    field = part.field
    owners = {key for keys, _ in part.owned for key in keys}
    return [
        member
        for member in field.members.values()
        if member.key in owners or any(field.keys[given] in owners for given in field.offered_by(member.key))
    ]


def _always(part: Part, keys: frozenset[Key]) -> Part:
    return part


class _PartsByBridges:
    """The part in which a set of members stands: that of the bridges they are given."""

    def __init__(self, inquiry: Inquiry, members: Sequence[Member]) -> None:
        self._inquiry = inquiry
        self._members = members
        self._parts: dict[frozenset[str], Part] = {}

    def __call__(self, keys: frozenset[Key]) -> Part:
        bridges = self._inquiry.granted([member for member in self._members if member.key in keys])
        if bridges not in self._parts:
            field = Field(self._inquiry, self._members, bridges)
            self._parts[bridges] = _part(field, field.theory)
        return self._parts[bridges]

    def without_rivals(self, keys: frozenset[Key]) -> Iterator[frozenset[Key]]:
        """The elements without those that are given one of the bridges that exclude each other among them."""
        inquiry = self._inquiry
        among = [member for member in self._members if member.key in keys]
        given = {member.key: frozenset(member.given) for member in among if member.given}
        every = frozenset[str]().union(*(inquiry.granted((member,)) for member in among))
        if inquiry.can_be_granted(every):
            return
        for rivals in inquiry.exclusions_among([id for id in inquiry.view.corpus.bridges if id in every]):
            for bridge in rivals:
                without = frozenset(key for key in keys if bridge not in given.get(key, ()))
                if without < keys:
                    yield without


def _part(field: Field, theory: Theory) -> Part:
    owned: dict[frozenset[Key], list[Clause]] = {}
    points = {point.node: point for point in theory.points if point.node != point.anchor}
    ties: dict[Anchored, list[Clause]] = {point: [] for point in points.values()}
    for clause in theory.clauses:
        if isinstance(clause.reason, Ground):
            tied = _tied_point(clause, points)
            if tied is not None:
                ties[tied].append(clause)
            else:
                owned.setdefault(clause.reason.owners, []).append(clause)
    return Part(
        field,
        theory,
        tuple((owners, tuple(clauses)) for owners, clauses in owned.items()),
        tuple((point, tuple(clauses)) for point, clauses in ties.items()),
    )


def _tied_point(clause: Clause, points: dict[Node, Anchored]) -> Anchored | None:
    """The point that a clause of nobody's ties to its anchor, if it does that."""
    if len(clause.atoms) != 1 or not isinstance(clause.reason, Ground) or clause.reason.owners:
        return None
    atom = clause.atoms[0]
    if not isinstance(atom, Atom):
        return None
    for node, other in ((atom.x, atom.y), (atom.y, atom.x)):
        point = points.get(node)
        if point is not None and point.anchor == other:
            return point
    return None


def _tied_together(inquiry: Inquiry, members: Sequence[Member]) -> Iterator[list[Member]]:
    """The members in groups that have to do with each other."""
    left = list(members)
    while left:
        group = [left.pop(0)]
        waiting = list(group)
        while waiting:
            one = waiting.pop()
            near = [other for other in left if inquiry.meets(one, other)]
            left = [other for other in left if not any(other is found for found in near)]
            group.extend(near)
            waiting.extend(near)
        if len(group) > 1:
            yield [member for member in members if any(member is found for found in group)]


# ----------------------------------------------------------------------------------------------------- blocks


def blocks_of(theory: Theory) -> Iterator[Theory]:
    """The blocks, each as a theory of its own, in the order of their first clauses."""
    numbers: dict[Node, int] = {ORIGIN: 0}
    edges: list[tuple[int, int]] = []

    def edge(a: Node, b: Node) -> int:
        edges.append((numbers.setdefault(a, len(numbers)), numbers.setdefault(b, len(numbers))))
        return len(edges) - 1

    of_clause = [[edge(a, b) for atom in clause.atoms for a, b in tied_by(atom)] for clause in theory.clauses]
    of_point = [
        [edge(point.node, point.anchor), edge(ORIGIN, point.anchor), edge(ORIGIN, point.node)]
        for point in theory.points
        if not point.is_constant and point.node != point.anchor
    ]
    tied = _Ties(_biconnected(len(numbers), edges))
    for together in (*of_clause, *of_point):
        tied.join(together)
    clauses: dict[int, list[Clause]] = {}
    for number, clause in enumerate(theory.clauses):
        block = tied.block(of_clause[number][0]) if clause.atoms else -1 - number
        clauses.setdefault(block, []).append(clause)
    points: dict[int, list[Anchored]] = {}
    moving = [point for point in theory.points if not point.is_constant and point.node != point.anchor]
    for point, together in zip(moving, of_point, strict=True):
        points.setdefault(tied.block(together[0]), []).append(point)
    for block, found in clauses.items():
        yield Theory(tuple(found), tuple(points.get(block, ())), (), theory.effort)


class _Ties:
    """Components of edges, joined further; by the smallest number of each."""

    def __init__(self, component: Sequence[int]) -> None:
        self._component = component
        self._joined = list(range(max(component, default=-1) + 1))

    def block(self, edge: int) -> int:
        """The block that an edge is in."""
        return self._find(self._component[edge])

    def join(self, edges: Sequence[int]) -> None:
        """Puts the edges in one block."""
        for edge in edges[1:]:
            a, b = self.block(edges[0]), self.block(edge)
            self._joined[max(a, b)] = min(a, b)

    def _find(self, component: int) -> int:
        while self._joined[component] != component:
            self._joined[component] = self._joined[self._joined[component]]
            component = self._joined[component]
        return component


def _biconnected(nodes: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """For each edge the number of its biconnected component; without recursion, since chains can be long."""
    near: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for number, (a, b) in enumerate(edges):
        near[a].append((b, number))
        near[b].append((a, number))
    component = [-1] * len(edges)
    entered = [0] * nodes
    low = [0] * nodes
    clock = count = 0
    for root in range(nodes):
        if entered[root]:
            continue
        clock += 1
        entered[root] = low[root] = clock
        path: list[tuple[int, int, Iterator[tuple[int, int]]]] = [(root, -1, iter(near[root]))]
        walked: list[int] = []
        while path:
            here, arrived_by, onward = path[-1]
            for there, number in onward:
                if number == arrived_by:
                    continue
                if not entered[there]:
                    walked.append(number)
                    clock += 1
                    entered[there] = low[there] = clock
                    path.append((there, number, iter(near[there])))
                    break
                if entered[there] < entered[here] or there == here:
                    walked.append(number)
                    low[here] = min(low[here], entered[there])
            else:
                path.pop()
                if path:
                    before = path[-1][0]
                    low[before] = min(low[before], low[here])
                    if low[here] >= entered[before]:
                        while True:
                            number = walked.pop()
                            component[number] = count
                            if number == arrived_by:
                                break
                        count += 1
        for number in walked:  # loops at a root that has no other edge
            component[number] = count
            count += 1
    return component


# --------------------------------------------------------------------------------- clusters, repairs, schools

MOST = 500  # schools and repairs of one cluster; beyond that the cluster says that it is incomplete


def clusters(
    found: Sequence[Members], order: Mapping[Key, int], unsure: Members, misprints: Members = frozenset()
) -> Iterator[Cluster]:
    """The conflicts that share members, with the smallest repairs of all of them and the schools among them.

    Independent conflicts multiply what can be held together, so each cluster has schools of its own. It is not
    complete if one of its members is `unsure`: may have conflicts that were not found; nor if repairs are many and
    no solver is there to find the smallest. What the editor takes for a misprint opens no school: it is in none,
    and what is at odds with it alone divides nobody.
    """
    for numbers in _sharing(found):
        conflicts = [found[number] for number in numbers]
        keys = sorted({key for conflict in conflicts for key in conflict}, key=order.__getitem__)
        claims = [key for key in keys if key[0] == "claim"]
        repairs, all_repairs = minimal_hitting_sets(conflicts, keys, MOST)
        schools, all_of_them = _schools(
            [key for key in claims if key not in misprints],
            [keys for keys in conflicts if keys.isdisjoint(misprints)],
        )
        yield Cluster(
            claims=tuple(id for _, id in claims),
            conflicts=tuple(numbers),
            schools=tuple(schools),
            repairs=tuple(tuple(id for _, id in keys) for keys in repairs if len(keys) == len(repairs[0])),
            complete=all_of_them and unsure.isdisjoint(keys) and (all_repairs or sat.is_at_hand()),
        )


def _sharing(found: Sequence[Members]) -> Iterator[list[int]]:
    """The numbers of conflicts in groups that share members, directly or through others."""
    left = list(range(len(found)))
    while left:
        numbers = [left.pop(0)]
        keys = set(found[numbers[0]])
        near = numbers
        while near:
            near = [number for number in left if keys & found[number]]
            for number in near:
                keys |= found[number]
            numbers += near
            left = [number for number in left if number not in near]
        yield sorted(numbers)


def _schools(claims: Sequence[Key], conflicts: Sequence[Members]) -> tuple[list[School], bool]:
    """The largest sets of claims that can all be true, the larger first, with what each has to give up.

    A claim that is impossible by itself is in none. Where no two claims are at odds, there are no schools.
    """
    among_claims = [keys for keys in conflicts if all(role == "claim" for role, _ in keys)]
    if not among_claims:
        return [], True
    hitting, all_of_them = minimal_hitting_sets(among_claims, claims, MOST)
    schools = []
    for given_up in hitting:
        holds = [key for key in claims if key not in given_up]
        stands = {*holds}
        against: dict[Key, None] = {}
        for keys in conflicts:
            if all(key[0] == "record" or key in stands for key in keys):
                against.update(dict.fromkeys(sorted(key for key in keys if key[0] == "record")))
        schools.append(
            School(
                holds=tuple(id for _, id in holds),
                gives_up=tuple(id for _, id in given_up),
                against_record=tuple(id for _, id in against),
            )
        )
    return schools, all_of_them
