"""What would settle it: the facts whose date, if it were found, would decide between two schools.

Belongs here: the limits that each school leaves for what the cluster's claims speak of, and where they part.
Does not belong here: schools themselves (see `conflicts`), wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import combinations

from claimcheck.dates.when import EVER, Span, TimeSet
from claimcheck.engine.findings import Cluster, Settlement, Subject
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Elsewhen, Member, Occurrence, Target
from claimcheck.engine.termini import Limits, limits_left

_SHOWN = 12  # facts that would settle something in one cluster, each for whichever schools it decides between
_SCHOOLS = 8  # schools, the largest, that are set against each other


def with_settlements(
    inquiry: Inquiry, record: Sequence[Member], clusters: Sequence[Cluster]
) -> tuple[Cluster, ...]:
    """The clusters with what would decide between each two of their schools, worked out when it is asked for."""
    recorded = _Recorded(inquiry, record, clusters)
    return tuple(replace(cluster, settle=partial(_settled, inquiry, recorded, cluster)) for cluster in clusters)


class _Recorded:
    """The limits that the record leaves for everything that some clusters speak of, worked out together."""

    def __init__(self, inquiry: Inquiry, record: Sequence[Member], clusters: Sequence[Cluster]) -> None:
        self._inquiry = inquiry
        self._record = record
        self._clusters = clusters

    @cached_property
    def limits(self) -> dict[Target, Limits]:
        """By target."""
        targets = dict.fromkeys(t for cluster in self._clusters for t in _targets(self._inquiry, cluster))
        return limits_left(self._inquiry, self._record, list(targets))


def _settled(inquiry: Inquiry, record: _Recorded, cluster: Cluster) -> tuple[Settlement, ...]:
    """What would decide between each two schools of a cluster, the sharpest decisions first.

    Where schools are many, only the largest are set against each other.
    """
    schools = cluster.schools[:_SCHOOLS]
    if len(schools) < 2:
        return ()
    targets = _targets(inquiry, cluster)
    limits = [
        {
            target: TimeSet.of((Span(*left),))
            for target, left in limits_left(inquiry, [inquiry.claim(id) for id in school.holds], targets).items()
        }
        for school in schools
    ]
    recorded = record.limits
    found = [
        settlement
        for first, second in combinations(range(len(schools)), 2)
        for settlement in _deciding(targets, limits, recorded, first, second)
    ]
    found.sort(key=lambda s: (not (s.for_first.spans and s.for_second.spans), s.is_recorded))
    facts = list(dict.fromkeys(settlement.subject for settlement in found))[:_SHOWN]
    return tuple(settlement for settlement in found if settlement.subject in facts)


def _targets(inquiry: Inquiry, cluster: Cluster) -> list[Target]:
    """The firsts, lasts and events that the claims of the cluster speak of, each once."""
    targets: dict[Target, None] = {}
    for id in cluster.claims:
        for part in inquiry.claim(id).parts:
            if isinstance(part, Occurrence | Elsewhen) and part.target.form != "kind":
                targets[replace(part.target, named=None)] = None
    return list(targets)


def _deciding(
    targets: Sequence[Target],
    limits: Sequence[dict[Target, TimeSet]],
    recorded: dict[Target, Limits],
    first: int,
    second: int,
) -> Iterator[Settlement]:
    for target in targets:
        one, other = limits[first][target], limits[second][target]
        only_one = one.intersection(other.complement())
        only_other = other.intersection(one.complement())
        if EVER in (one, other) or not (only_one.spans or only_other.spans):
            continue
        yield Settlement(
            subject=Subject(target.form, target.id),
            schools=(first, second),
            for_first=only_one,
            for_second=only_other,
            is_recorded=recorded[target] != (None, None),
        )
