"""One corpus looked at as of many years, each verdict worked out once for each set of entries it can depend on.

Belongs here: remembering verdicts from year to year. Does not belong here: any verdict of its own: every one is
the engine's, and equal to what `examine` finds as of that year.

A verdict on a claim can depend on the records that touch it, on claims of the same claimants (whose dates serve
each other), on the claims that it is given or disputes, on the records that touch any of these, on trusted claims,
and on whatever records date the events from which any of them count; and on nothing else in view.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Row, Step, Verdict
from claimcheck.engine.inquiry import Inquiry, Reach
from claimcheck.engine.parts import Member
from claimcheck.engine.verdicts import compare_pair

Key = tuple[object, ...]
MemberKey = tuple[str, str]


class Looking:
    """Verdicts of examinations of one corpus, remembered; `whole` must take in whatever the others do."""

    def __init__(self, whole: Examination) -> None:
        self._whole = whole.inquiry
        self._touching: dict[str, frozenset[str]] = {}
        self._touching_any: dict[tuple[str, ...], frozenset[str]] = {}
        self._lenders: dict[MemberKey, frozenset[str]] = {}
        # The events from which members count, and the records by what they are of, under whatever bridges.
        stands_for = self._whole.scene(frozenset(whole.corpus.bridges)).stands_for
        self._anchors: dict[MemberKey, tuple[str, ...]] = {}
        self._dating: dict[str, list[MemberKey]] = {}
        for member in self._all_members():
            known = self._anchors.get(member.key, ())
            self._anchors[member.key] = (*known, *(stands_for(anchor) for anchor in member.anchors))
            if member.is_record or member.trusted:
                for event in self._whole.reach(member).events.difference(self._anchors[member.key]):
                    self._dating.setdefault(event, []).append(member.key)
        self._rows: dict[Key, Row] = {}
        self._pairs: dict[Key, tuple[Step, ...] | None] = {}

    def _all_members(self) -> Iterator[Member]:
        yield from self._whole.records
        for claim in self._whole.claims:
            for reading in range(1, self._whole.readings(claim.id) + 1):
                yield self._whole.claim(claim.id, reading)

    def rows(self, seen: Examination) -> dict[str, Row]:
        """Every claim in view against the record, in file order."""
        inquiry, lineup = seen.inquiry, seen.lineup
        contested = lineup.contested
        found = {}
        for claim in inquiry.claims:
            key = (*self._key(inquiry, (claim,)), contested & self._touch(claim.id))
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = lineup.row(claim)
            found[claim.id] = row
        return found

    def contradictions(self, seen: Examination) -> dict[tuple[str, str], tuple[Step, ...]]:
        """Every two claims in view that cannot both hold, with the reason, in file order."""
        inquiry = seen.inquiry
        found = {}
        for a, b in combinations(inquiry.claims, 2):
            if not inquiry.meets(a, b):
                continue
            key = self._key(inquiry, (a, b))
            if key not in self._pairs:
                self._pairs[key] = self._contradiction(inquiry, a, b)
            because = self._pairs[key]
            if because is not None:
                found[(a.id, b.id)] = because
        return found

    def _contradiction(self, inquiry: Inquiry, a: Member, b: Member) -> tuple[Step, ...] | None:
        if inquiry.is_possible((a, b), wide=True):
            return None
        pair = compare_pair(inquiry, a, b)
        return pair.because if pair is not None and pair.verdict is Verdict.CONTRADICTS else None

    def _key(self, inquiry: Inquiry, members: tuple[Member, ...]) -> Key:
        """What the verdict on members can depend on in a view."""
        claims = inquiry.view.corpus.claims
        people = {name for member in members for name in member.by}
        named = {id for member in members for id in (*member.given, *claims[member.id].disputes)}
        refused = frozenset(id for id in named if id in inquiry.view.refused)
        kin = tuple(other.id for other in inquiry.claims if not people.isdisjoint(other.by) or other.id in named)
        ids = tuple(member.id for member in members)
        # What dates a claim that serves these as a given bears on them too, though it may touch neither.
        touching = self._touch_of_any(tuple(dict.fromkeys((*ids, *kin))))
        records = tuple(record.id for record in inquiry.records if record.id in touching)
        return (*ids, records, kin, refused)

    def _touch_of_any(self, claims: tuple[str, ...]) -> frozenset[str]:
        found = self._touching_any.get(claims)
        if found is None:
            found = self._touching_any[claims] = frozenset().union(*map(self._touch, claims))
        return found

    def _touch(self, claim: str) -> frozenset[str]:
        """The records that a claim could have to do with, on any reading and under whatever bridges there are."""
        found = self._touching.get(claim)
        if found is None:
            mine = [
                self._whole.reach(self._whole.claim(id, reading))
                for id in (claim, *self._whole.view.corpus.claims[claim].disputes)
                for reading in range(1, self._whole.readings(id) + 1)
            ]
            others = [(other.key, self._whole.reach(other)) for other in self._whole.records]
            touched = [key for key, reach in others if any(_touches(own, reach) for own in mine)]
            found = frozenset(id for _, id in touched).union(
                *(self._lending(key) for key in (("claim", claim), *touched))
            )
            self._touching[claim] = found
        return found

    def _lending(self, key: MemberKey) -> frozenset[str]:
        """The records that date the events from which a claim (on any reading) or a record counts, and so on."""
        found = self._lenders.get(key)
        if found is None:
            waiting = list(self._anchors.get(key, ()))
            events, ids = set(waiting), set[str]()
            while waiting:
                for record in self._dating.get(waiting.pop(), ()):
                    ids.add(record[1])
                    further = [event for event in self._anchors[record] if event not in events]
                    events.update(further)
                    waiting += further
            found = self._lenders[key] = frozenset(ids)
        return found


def _touches(a: Reach, b: Reach) -> bool:
    """Whether two members speak of an event, a kind or a role in common; wider than what can conflict."""
    return not (
        a.events.isdisjoint(b.events)
        and (a.supplies | a.restricts).isdisjoint(b.supplies | b.restricts)
        and a.roles.isdisjoint(b.roles)
        and b.id not in a.disputes
        and a.id not in b.disputes
    )
