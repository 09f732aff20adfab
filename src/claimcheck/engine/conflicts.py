"""Everything that cannot be true together: minimal conflicts, with their reasons and the clusters they form.

Belongs here: the minimal conflicts of a view among claims and records, each member verified by leaving it out.
Does not belong here: pairs as such (see `verdicts`), the search (see `tangles`), what has to be given up (see
`schools`), wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from claimcheck.engine.findings import Cluster, Conflict
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Key, Member
from claimcheck.engine.probing import Probe, probes
from claimcheck.engine.proof import clash
from claimcheck.engine.schools import clusters as clusters_of
from claimcheck.engine.tangles import minimal_conflicts

Members = frozenset[Key]

# How much a search may probe in each block before it says it is incomplete: sets times the square of the elements
# of the block, which is about what a probe costs. Where every two are tried, at least so many sets are as well.
BUDGET = 1_000_000
_LEAST = 250

_FEW = 150  # members of a block of which every two are tried


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
    possible = [member for member in members if inquiry.is_possible_alone(member)]
    found = {frozenset((member.key,)) for member in members} - {frozenset((member.key,)) for member in possible}
    cut_short: list[Probe] = []
    for probe in probes(inquiry, possible):
        most = budget // len(probe.elements) ** 2
        if len(probe.members) <= _FEW:
            most = max(most, min(budget, _LEAST))
        meant: set[Members] = set()

        def meaning(conflict: Members, probe: Probe = probe, meant: set[Members] = meant) -> Iterable[Members]:
            told = list(probe.meant_by(conflict))
            meant.update(told)
            return told

        tangle = minimal_conflicts(probe.elements, probe.core, most, _pairs(inquiry, probe), meaning)
        found |= meant
        if not (tangle.complete and probe.is_exact):
            cut_short.append(probe)
    complete = not cut_short
    if not complete:
        found = {_fewest(inquiry, members, order, keys) for keys in found}
    found = {keys for keys in found if not any(other < keys for other in found)}
    ordered = sorted(
        (keys for keys in found if not _holds_alternatives(inquiry, keys)),
        key=lambda keys: (len(keys), sorted(order[key] for key in keys)),
    )
    conflicts = [
        _told(inquiry, [members[place] for place in sorted(order[key] for key in keys)]) for keys in ordered
    ]
    unsure = frozenset(member.key for probe in cut_short for member in probe.members)
    corpus = inquiry.view.corpus
    misprints = frozenset(key for key in order if key[0] == "claim" and corpus.claims[key[1]].misprint)
    clusters = tuple(clusters_of(ordered, order, unsure, misprints))
    for cluster in clusters:
        for number in cluster.conflicts:
            conflicts[number] = replace(conflicts[number], repairs=cluster.repairs)
    return Together(tuple(conflicts), clusters, complete)


def _fewest(inquiry: Inquiry, members: Sequence[Member], order: Mapping[Key, int], keys: Members) -> Members:
    """The conflict without what it can do without, the later members first.

    A date may come from a record that is a member, or be given by it; a search that was cut short may have found
    the larger set of the one kind and not the smaller of the other.
    """
    for key in sorted(keys, key=order.__getitem__, reverse=True):
        rest = keys - {key}
        if rest and not inquiry.is_possible([members[order[other]] for other in sorted(rest)], wide=True):
            keys = rest
    return keys


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
