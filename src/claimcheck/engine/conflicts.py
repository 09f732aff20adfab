"""Everything that cannot be true together: minimal conflicts, clusters of them, repairs, schools.

Belongs here: the search for minimal conflicts among claims and records, each member verified by leaving it
out, and what follows from the list of them. Does not belong here: pairs as such (see `verdicts`), hitting sets
(python-sat's business), wording.

Minimal conflicts and maximal consistent sets are each other's minimal hitting sets (Reiter, Artificial
Intelligence 32, 1987; Liffiton & Sakallah, J. Automated Reasoning 40, 2008): the search proposes what is left
when every known conflict is hit, and either that is possible, or it holds another conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.dates.when import AllOf, Date, OneOf, Relation, Window
from claimcheck.engine.derivations import given_ids
from claimcheck.engine.explaining import clash
from claimcheck.engine.findings import Cluster, Conflict, Role, School
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Key, Member, Value, dates_of

Members = frozenset[Key]

# How many sets a search may propose before it says that it is incomplete.
BUDGET = 2000
_SHOWN = 12  # repairs and schools of one cluster


@dataclass(frozen=True, slots=True)
class Together:
    """The minimal conflicts of a view, in order of size and file, and the clusters they form."""

    conflicts: tuple[Conflict, ...]
    clusters: tuple[Cluster, ...]
    complete: bool


def conflicts_of(inquiry: Inquiry, budget: int = BUDGET) -> Together:
    """All minimal conflicts among the claims and the record, within the budget."""
    members = _members(inquiry)
    order = {member.key: number for number, member in enumerate(members)}
    found: list[Members] = []
    complete = True
    possible = []
    for member in members:
        if inquiry.is_possible_alone(member):
            possible.append(member)
        else:
            found.append(frozenset((member.key,)))
    for component in _components(inquiry, possible):
        minimal, done = _minimal_conflicts(inquiry, component, budget)
        found.extend(minimal)
        complete = complete and done
    found = [keys for keys in found if not _holds_alternatives(inquiry, keys)]
    found.sort(key=lambda keys: (len(keys), sorted(order[key] for key in keys)))
    by_key = {member.key: member for member in members}
    conflicts = [
        _told(inquiry, [by_key[key] for key in sorted(keys, key=lambda key: order[key])]) for keys in found
    ]
    clusters = tuple(_clusters(found, order, complete))
    for cluster in clusters:
        for number in cluster.conflicts:
            conflicts[number] = replace(conflicts[number], repairs=cluster.repairs)
    return Together(tuple(conflicts), clusters, complete)


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
    because = clash(inquiry, tuple(members))
    return Conflict(
        members=tuple(member.id for member in members),
        given=given_ids(because),
        bridges=tuple(step.id for step in because if step.role is Role.BRIDGE and step.id is not None),
        because=because,
    )


def _components(inquiry: Inquiry, members: Sequence[Member]) -> Iterator[list[Member]]:
    """The members in groups that have to do with each other."""
    left = list(members)
    while left:
        group = [left.pop(0)]
        waiting = list(group)
        while waiting:
            one = waiting.pop()
            near = [other for other in left if inquiry.meets(one, other)]
            if near:
                left = [other for other in left if not any(other is found for found in near)]
                group.extend(near)
                waiting.extend(near)
        if len(group) > 1:
            yield [member for member in members if any(member is found for found in group)]


# The search.


def _minimal_conflicts(inquiry: Inquiry, members: Sequence[Member], budget: int) -> tuple[list[Members], bool]:
    """The minimal conflicts of a component, and whether these are certainly all."""
    pairs = [
        frozenset((a.key, b.key))
        for number, a in enumerate(members)
        for b in members[:number]
        if inquiry.meets(a, b) and not inquiry.is_possible((b, a), wide=True)
    ]
    if not any(_links(member) for member in members):
        return pairs, True  # nothing but windows: whatever clashes, clashes in pairs (Helly's theorem on the line)
    found = list(pairs)
    by_key = {member.key: member for member in members}

    def impossible(keys: Iterable[Key]) -> bool:
        chosen = set(keys)
        return not inquiry.is_possible([by_key[key] for key in by_key if key in chosen], wide=True)

    for number, proposal in enumerate(_maximal_sets(list(by_key), found)):
        if number >= budget:
            return found, False
        if impossible(proposal):
            found.append(_shrunk([key for key in by_key if key in proposal], impossible))
    return found, True


def _links(member: Member) -> bool:
    """Whether a member states more than windows, so that three may clash of which no two do."""
    return any(
        isinstance(part, Exclusion | Elsewhen | Value | Dispute)
        or any(_is_linking(date) for date in dates_of(part))
        for part in member.parts
    )


def _is_linking(date: Date) -> bool:
    match date:
        case Window():
            return len(date.wide.spans) > 1
        case AllOf():
            return any(_is_linking(part) for part in date.parts)
        case Relation() | OneOf():
            return True


def _shrunk(keys: Sequence[Key], impossible: Callable[[Iterable[Key]], bool]) -> Members:
    """A minimal impossible subset, keeping the earlier of equals."""
    kept = list(keys)
    for key in reversed(list(kept)):
        rest = [other for other in kept if other != key]
        if impossible(rest):
            kept = rest
    return frozenset(kept)


def _maximal_sets(universe: Sequence[Key], conflicts: list[Members]) -> Iterator[frozenset[Key]]:
    """What is left of the universe for every minimal way to hit all conflicts; conflicts may grow meanwhile."""
    for hitting in _hitting_sets(conflicts):
        yield frozenset(universe) - hitting


def _hitting_sets(conflicts: list[Members]) -> Iterator[Members]:
    """Every minimal set that has a member of each conflict, smallest first; conflicts may be added meanwhile.

    A set that stopped being a hitting set because of an added conflict is followed by those that hit it too.
    """
    if len(conflicts) < 2:  # nothing to search for, and no need to load a solver
        known = len(conflicts)
        for hitting in [frozenset((key,)) for key in sorted(conflicts[0])] if conflicts else [frozenset[Key]()]:
            yield hitting
            if len(conflicts) > known:
                break
        else:
            return
    from pysat.examples.hitman import Hitman

    with Hitman(bootstrap_with=[sorted(keys) for keys in conflicts], htype="sorted") as hitman:
        known = len(conflicts)
        while (hitting := hitman.get()) is not None:
            yield frozenset(hitting)
            if len(conflicts) == known:
                hitman.block(hitting)
            for keys in conflicts[known:]:
                hitman.hit(sorted(keys))
            known = len(conflicts)


# What follows from the list of conflicts.


def _clusters(found: Sequence[Members], order: dict[Key, int], complete: bool) -> Iterator[Cluster]:
    """The conflicts that share members, with the smallest repairs of all of them and the schools among them."""
    left = list(range(len(found)))
    while left:
        numbers = [left.pop(0)]
        keys = set(found[numbers[0]])
        grown = True
        while grown:
            near = [number for number in left if keys & found[number]]
            grown = bool(near)
            for number in near:
                keys |= found[number]
            numbers += near
            left = [number for number in left if number not in near]
        numbers.sort()
        conflicts = [found[number] for number in numbers]
        claims = sorted((key for key in keys if key[0] == "claim"), key=lambda key: order[key])
        yield Cluster(
            claims=tuple(id for _, id in claims),
            conflicts=tuple(numbers),
            schools=tuple(_schools(claims, conflicts, order)),
            repairs=tuple(_repairs(conflicts, order)),
            complete=complete,
        )


def _repairs(conflicts: list[Members], order: dict[Key, int]) -> Iterator[tuple[str, ...]]:
    """The smallest sets whose removal leaves no conflict."""
    if len(conflicts) == 1:
        for _, id in sorted(conflicts[0], key=lambda key: order[key]):
            yield (id,)
        return
    least: int | None = None
    shown = []
    for hitting in _hitting_sets(conflicts):
        if least is not None and len(hitting) > least:
            break
        least = len(hitting)
        shown.append(sorted(hitting, key=lambda key: order[key]))
        if len(shown) >= 10 * _SHOWN:
            break
    for keys in sorted(shown, key=lambda keys: [order[key] for key in keys])[:_SHOWN]:
        yield tuple(id for _, id in keys)


def _schools(claims: Sequence[Key], conflicts: Sequence[Members], order: dict[Key, int]) -> Iterator[School]:
    """The largest sets of claims that can all be true, and the claims and records each has to give up."""
    among_claims = [keys for keys in conflicts if all(role == "claim" for role, _ in keys)]
    if len(among_claims) == 1:
        hitting_sets: Iterable[Members] = [frozenset((key,)) for key in among_claims[0]]
    else:
        hitting_sets = list(_first(_hitting_sets(list(among_claims)), 10 * _SHOWN)) if among_claims else []
    for hitting in sorted(hitting_sets, key=lambda keys: (len(keys), sorted(order[key] for key in keys)))[:_SHOWN]:
        holds = [key for key in claims if key not in hitting]
        against = {
            key
            for keys in conflicts
            if all(key[0] == "record" or key in holds for key in keys)
            for key in keys
            if key[0] == "record"
        }
        yield School(
            holds=tuple(id for _, id in holds),
            gives_up=tuple(id for _, id in sorted(hitting, key=lambda key: order[key])),
            against_record=tuple(id for _, id in sorted(against, key=lambda key: order[key])),
        )


def _first(sets: Iterator[Members], count: int) -> Iterator[Members]:
    for _, keys in zip(range(count), sets, strict=False):
        yield keys
