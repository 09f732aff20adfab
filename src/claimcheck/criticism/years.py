"""One corpus looked at as of many years, each verdict worked out once for each set of entries it can depend on.

Belongs here: remembering verdicts from year to year. Does not belong here: any verdict of its own: every one is
the engine's, and equal to what `examine` finds as of that year.

A verdict on a claim can depend on the records that touch it, on claims of the same claimants (whose dates serve
each other), on the claims that it is given or disputes, on the records that touch any of these, on trusted claims,
and on whatever records date the events from which any of them count; and on nothing else in view.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Verdict
from claimcheck.engine.inquiry import Inquiry, Reach
from claimcheck.engine.parts import Member
from claimcheck.engine.verdicts import compare_pair

Key = tuple[object, ...]
MemberKey = tuple[str, str]


class Looking:
    """Verdicts of examinations of one corpus, remembered; `whole` must take in whatever the others do."""

    def __init__(self, whole: Examination) -> None:
        self._examined = whole
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
        self._pairs: dict[Key, Pair | None] = {}

    def _all_members(self) -> Iterator[Member]:
        yield from self._whole.records
        for claim in self._whole.claims:
            for reading in range(1, self._whole.readings(claim.id) + 1):
                yield self._whole.claim(claim.id, reading)

    def rows(self, seen: Examination) -> dict[str, Row]:
        """Every claim in view against the record, in file order."""
        if not self._rows:
            lasting = self._whole, self._examined.lineup.contested
            self._rows = {self._row_key(*lasting, one): self._examined.row(one.id) for one in self._whole.claims}
        inquiry, contested = seen.inquiry, seen.lineup.contested
        found = {}
        for claim in inquiry.claims:
            key = self._row_key(inquiry, contested, claim)
            if key not in self._rows:
                self._rows[key] = seen.row(claim.id)
            found[claim.id] = self._rows[key]
        return found

    def _row_key(self, inquiry: Inquiry, contested: frozenset[str], claim: Member) -> Key:
        return (*self._key(inquiry, (claim,)), contested & self._touch(claim.id))

    def contradictions(self, seen: Examination) -> dict[tuple[str, str], Pair]:
        """Every two claims in view that cannot both hold, in file order."""
        if not self._pairs:
            against = {(pair.a, pair.b): pair for pair in self._examined.at_odds if _is_contradiction(pair)}
            self._pairs = {
                self._pair_key(self._whole, a, b): against.get((a.id, b.id))
                for a, b in self._whole.pairs_to_compare()
            }
        inquiry = seen.inquiry
        found = {}
        for a, b in inquiry.pairs_to_compare():
            if inquiry.meets(a, b):
                key = self._pair_key(inquiry, a, b)
                if key not in self._pairs:
                    self._pairs[key] = self._contradiction(inquiry, a, b)
                pair = self._pairs[key]
                if pair is not None:
                    found[a.id, b.id] = pair
        return found

    def _contradiction(self, inquiry: Inquiry, a: Member, b: Member) -> Pair | None:
        if inquiry.is_possible((a, b), wide=True):
            return None
        pair = compare_pair(inquiry, a, b)
        return pair if pair is not None and _is_contradiction(pair) else None

    def _pair_key(self, inquiry: Inquiry, a: Member, b: Member) -> Key:
        """What decides whether two claims contradict in a view: what they say, under which bridges, given what."""
        granted = inquiry.granted((a, b))
        scene = inquiry.scene(granted)
        given = tuple(
            (one.event, one.ids, one.claimants, one.event in scene.rivals) for one in inquiry.givens(scene, (a, b))
        )
        refused = frozenset(id for id in (*a.given, *b.given) if id in inquiry.view.refused)
        return (a.id, b.id, granted, given, refused)

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


def _is_contradiction(pair: Pair) -> bool:
    return pair.verdict is Verdict.CONTRADICTS


def _touches(a: Reach, b: Reach) -> bool:
    """Whether two members speak of an event, a kind or a role in common; wider than what can conflict."""
    return not (
        a.events.isdisjoint(b.events)
        and (a.supplies | a.restricts).isdisjoint(b.supplies | b.restricts)
        and a.roles.isdisjoint(b.roles)
        and b.id not in a.disputes
        and a.id not in b.disputes
    )
