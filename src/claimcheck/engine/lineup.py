"""Claim against record: what rules a claim out, what bears it out and how far, and how independently.

Belongs here: the standing of each claim under the record of a view. Does not belong here: claims against
claims (see `verdicts`); what bears (see `bearing`); in how far a part is borne out (see `corroboration`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial

from claimcheck.engine.bearing import bears, independence, is_own_source, shared_relays
from claimcheck.engine.conditions import Conditions, conditions, supposing
from claimcheck.engine.corroboration import Corroboration, corroborate
from claimcheck.engine.findings import Bearing, Independence, Row, Standing, Step
from claimcheck.engine.hitting import minimal_sets
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Member
from claimcheck.engine.proof import clash, premises_of
from claimcheck.engine.verdicts import begin_on_one_day

_ENOUGH = 12  # sets of records that refute one claim, beyond which no more are looked for


# Of a claim that nothing rules out: its question, the records that have to do with it, and those that bear on it.
_Open = tuple[str | None, Sequence[Member], Sequence[Member]]


class Lineup:
    """The record of a view, its own conflicts, and every claim lined up against it."""

    def __init__(self, inquiry: Inquiry) -> None:
        self.inquiry = inquiry
        self._known: dict[str, Row | _Open] = {}

    @cached_property
    def contested(self) -> frozenset[str]:
        """The records that stand in some minimal conflict of the record with itself."""
        records = self.inquiry.records
        if self.inquiry.is_possible(records, wide=True):
            return frozenset()
        by_id = {record.id: record for record in records}

        def impossible(ids: Iterable[str]) -> bool:
            chosen = set(ids)
            return not self.inquiry.is_possible([by_id[id] for id in by_id if id in chosen], wide=True)

        return frozenset(
            id for conflict in minimal_sets(list(by_id), impossible, self.inquiry.effort) for id in conflict
        )

    @property
    def sound(self) -> tuple[Member, ...]:
        """The records that are in no conflict with each other."""
        return tuple(record for record in self.inquiry.records if record.id not in self.contested)

    def rows(self) -> Iterator[Row]:
        """Every claim in file order."""
        return map(self.row, self.inquiry.claims)

    def row(self, claim: Member) -> Row:
        """The standing of one claim."""
        found = self._begun(claim)
        return found if isinstance(found, Row) else self._borne_out(claim, *found)

    def is_ruled_out(self, claim: Member) -> bool:
        """Whether the record contradicts a claim; what bears it out is not asked."""
        found = self._begun(claim)
        return isinstance(found, Row) and found.verdict is Standing.CONTRADICTED

    def _begun(self, claim: Member) -> Row | _Open:
        if claim.id not in self._known:
            self._known[claim.id] = self._refuted_or_open(claim)
        return self._known[claim.id]

    def _refuted_or_open(self, claim: Member) -> Row | _Open:
        question = next((part.question for part in claim.parts if part.question is not None), None)
        if question is None:
            entry = self.inquiry.view.corpus.claims[claim.id]
            question = next((s.question for s in entry.statements if s.question is not None), None)
        if not claim.parts:
            return Row(claim.id, question, Standing.NOT_COMPARED)
        records = [record for record in self.inquiry.records if record.id != claim.id or record.is_record]
        places = self.inquiry.records_near.to(self.inquiry.reach(claim))
        bearing = [
            record
            for place in places
            if ((record := self.inquiry.records[place]).id != claim.id or record.is_record)
            and bears(self.inquiry, claim, record)
        ]
        if not self.inquiry.is_possible_alone(claim):
            return self._impossible(claim, question, bearing)
        near = self._connected(claim, records, bearing)
        for contested, standing in ((False, Standing.CONTRADICTED), (True, Standing.CONTESTED)):
            refuting = self._refuting(claim, near, contested)
            if refuting:
                return self._refuted(claim, question, refuting, bearing, standing)
        return question, near, bearing

    def _connected(
        self, claim: Member, records: Sequence[Member], bearing: Sequence[Member]
    ) -> tuple[Member, ...]:
        """The records that bear on the claim or can touch it, those that can touch these, and so on, in order."""
        inquiry = self.inquiry
        reached = {record.key for record in bearing}
        waiting = [claim, *bearing]
        while waiting:
            one = waiting.pop()
            for place in inquiry.records_near.to(inquiry.reach(one)):
                record = inquiry.records[place]
                if record.key not in reached and inquiry.meets(one, record):
                    reached.add(record.key)
                    waiting.append(record)
        return tuple(record for record in records if record.key in reached)

    # Refutation.

    def _refuting(self, claim: Member, near: Sequence[Member], contested: bool) -> list[tuple[Member, ...]]:
        """The minimal sets of records that rule the claim out, smallest first; each possible in itself."""
        pool = [record for record in near if contested or record.id not in self.contested]
        found: list[tuple[Member, ...]] = [
            (record,)
            for record in pool
            if self.inquiry.meets(claim, record)
            and self.inquiry.is_possible_alone(record)
            and not self.inquiry.is_possible((claim, record), wide=True)
        ]
        alone = {record.id for (record,) in found}
        rest = {record.id: record for record in pool if record.id not in alone}
        if len(rest) > 1 and not self.inquiry.is_possible((claim, *rest.values()), wide=True):

            def impossible(ids: Iterable[str]) -> bool:
                chosen = set(ids)
                return not self.inquiry.is_possible((claim, *(rest[id] for id in rest if id in chosen)), wide=True)

            for ids in minimal_sets(list(rest), impossible, self.inquiry.effort)[:_ENOUGH]:
                members = tuple(rest[id] for id in ids)
                if self.inquiry.is_possible(members, wide=True):
                    found.append(members)
        return sorted(found, key=len)

    def _refuted(
        self,
        claim: Member,
        question: str | None,
        refuting: Sequence[tuple[Member, ...]],
        bearing: Sequence[Member],
        standing: Standing,
    ) -> Row:
        guilty = {record.id for records in refuting for record in records}
        word = Bearing.CONTRADICTS if standing is Standing.CONTRADICTED else Bearing.CONTESTS
        listed = self._in_order({*guilty, *(record.id for record in bearing)})
        alone = not self.inquiry.is_possible_alone(claim)  # what is given states it all
        return Row(
            claim.id,
            question,
            standing,
            records=tuple((id, word if id in guilty else Bearing.CONSISTENT) for id in listed),
            was_present=self._present(claim, guilty) if standing is Standing.CONTRADICTED else (),
            derive=partial(clash, self.inquiry, (claim,) if alone else (claim, *refuting[0])),
        )

    def _present(self, claim: Member, records: set[str]) -> tuple[tuple[str, str], ...]:
        """Those who make the claim and took part in an event of these records, each with the event."""
        events = self.inquiry.view.corpus.events
        attested = dict.fromkeys(entry.event for id, entry in self.inquiry.record_entries.items() if id in records)
        return tuple((who, event) for event in attested for who in claim.by if who in events[event].present)

    def _in_order(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(record.id for record in self.inquiry.records if record.id in ids)

    # What is impossible by itself, or with the dates of its own anchors.

    def _impossible(self, claim: Member, question: str | None, bearing: Sequence[Member]) -> Row:
        """Inconsistent with itself, if it is so whatever the record says; else ruled out by what dates anchors.

        What a claim assumes, or its claimant dates, is its own.
        """
        inquiry = self.inquiry
        scene = inquiry.scene(inquiry.granted((claim,)))
        entries = inquiry.record_entries
        dated = {event for event, records in scene.records.items() if records}
        own = {event: given for event, given in scene.claim_dates.items() if event not in dated}

        def impossible(ids: Iterable[str]) -> bool:
            chosen = set(ids)
            kept = {event: tuple(r for r in found if r.id in chosen) for event, found in scene.records.items()}
            bare = replace(scene, records=kept, claim_dates=own)
            return not inquiry.theory_in(bare, (claim,), True).is_possible()

        among = {id for given in inquiry.givens(scene, (claim,)) for id in given.ids}
        dating = [id for id in entries if id in among]
        found = [] if impossible(()) else minimal_sets(dating, impossible, inquiry.effort)[:_ENOUGH]
        by_id = {record.id: record for record in inquiry.records}
        sets = [records for ids in found if (records := tuple(by_id[id] for id in ids if id in by_id))]
        sound = [records for records in sets if self.contested.isdisjoint(r.id for r in records)]
        if sets:
            standing = Standing.CONTRADICTED if sound else Standing.CONTESTED
            return self._refuted(claim, question, sound or sets, bearing, standing)
        return Row(claim.id, question, Standing.INCONSISTENT, derive=partial(clash, inquiry, (claim,)))

    # Support.

    def _borne_out(
        self, claim: Member, question: str | None, near: Sequence[Member], bearing: Sequence[Member]
    ) -> Row:
        inquiry = self.inquiry
        strained = self._is_strained(claim, near)
        dependent = frozenset(
            record.id
            for record in inquiry.records
            if is_own_source(claim, record)  # no source corroborates itself
            or independence(inquiry, claim, record) is Independence.DEPENDENT
        )
        uncontested = [record for record in near if record.id not in self.contested]
        sound = [record for record in uncontested if record.id not in dependent]
        found = circular = Corroboration()
        if bearing and not strained:
            found = corroborate(inquiry, claim, sound, bearing, dependent)
            if not found.is_any and dependent:
                circular = corroborate(inquiry, claim, uncontested, bearing)
        supporting = set(found.records)
        if found.in_full:
            standing, word = Standing.CORROBORATED, Bearing.CORROBORATES
        elif found.in_part:
            standing, word = Standing.CORROBORATED_IN_PART, Bearing.CORROBORATES_IN_PART
        elif not bearing:
            standing, word = Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT, Bearing.CONSISTENT
        elif all(is_own_source(claim, record) for record in bearing):
            standing, word = Standing.NO_INDEPENDENT_RECORD, Bearing.CONSISTENT
        else:
            standing, word = Standing.CONSISTENT, Bearing.CONSISTENT
        listed = self._in_order({*supporting, *circular.records, *(record.id for record in bearing)})
        condition = cache(partial(self._if_bridge, claim, near))
        relied_on = [record for record in inquiry.records if record.id in (supporting or set(listed))]
        return Row(
            claim.id,
            question,
            standing,
            in_part=found.in_part if not found.in_full else (),
            records=tuple((id, word if id in supporting else Bearing.CONSISTENT) for id in listed),
            independence=(
                Independence.DEPENDENT
                if circular.is_any
                else self._weakest_shown(claim, relied_on)
                if listed
                else None
            ),
            relays=shared_relays(inquiry, claim, relied_on),
            strained=strained,
            condition=condition,
            derive=(
                found.derive if found.is_any else partial(self._open, claim, near, relied_on, condition, strained)
            ),
        )

    def _weakest_shown(self, claim: Member, records: Sequence[Member]) -> Independence | None:
        """Stated if any supporting record is stated to be independent; dependent only if all of them are."""
        shown = {independence(self.inquiry, claim, record) for record in records}
        for state in (Independence.STATED, Independence.NOT_SHOWN, Independence.DEPENDENT):
            if state in shown:
                return state
        return None

    def _is_strained(self, claim: Member, near: Sequence[Member]) -> bool:
        """Whether uncontested records rule the claim out on the narrow reading only."""
        pool = [record for record in near if record.id not in self.contested]
        if any(begin_on_one_day(self.inquiry, claim, record) for record in pool):
            return True
        if self.inquiry.is_possible((claim, *pool), wide=False):
            return False
        if not self.inquiry.is_possible_alone(claim, wide=False):
            return True
        return self.inquiry.is_possible(pool, wide=False) or any(
            not self.inquiry.is_possible((claim, record), wide=False) for record in pool
        )

    def _if_bridge(self, claim: Member, near: Sequence[Member]) -> tuple[tuple[str, ...], ...]:
        corpus = self.inquiry.view.corpus
        pool = [record for record in near if record.id not in self.contested]
        if not pool or (not corpus.bridges and self.inquiry.readings(claim.id) == 1):
            return ()
        return conditions(self.inquiry, (claim,), pool)

    def _open(
        self,
        claim: Member,
        near: Sequence[Member],
        bearing: Sequence[Member],
        condition: Callable[[], Conditions],
        strained: bool,
    ) -> tuple[Step, ...]:
        """Of what the record leaves open, how it is ruled out on the narrow reading, or under what would have to
        be assumed; failing that, what the claim and the records that bear on it say."""
        pool = [record for record in near if record.id not in self.contested]
        if strained:
            found = self._ruling_out((claim,), pool, False, frozenset())
            if found is not None:
                return clash(self.inquiry, (claim, *found), wide=False)
            bearing = [record for record in pool if begin_on_one_day(self.inquiry, claim, record)]
        for assumed in condition():
            claims, bridges = supposing(self.inquiry, (claim,), assumed)
            found = self._ruling_out(claims, pool, True, bridges)
            if found is not None:
                return clash(self.inquiry, (*claims, *found), more=bridges)
        return premises_of(self.inquiry, (claim, *bearing), (claim,))

    def _ruling_out(
        self, claims: Sequence[Member], pool: Sequence[Member], wide: bool, bridges: frozenset[str]
    ) -> tuple[Member, ...] | None:
        """The fewest records that rule claims out, none of them where the claims' own anchors do; or None."""
        by_id = {record.id: record for record in pool}

        def impossible(ids: Iterable[str]) -> bool:
            chosen = set(ids)
            among = [record for id, record in by_id.items() if id in chosen]
            return not self.inquiry.is_possible((*claims, *among), wide, bridges)

        alone = next((id for id in by_id if impossible((id,))), None)
        if alone is not None:
            return (by_id[alone],)
        sets = minimal_sets(list(by_id), impossible, self.inquiry.effort) if impossible(by_id) else []
        return tuple(by_id[id] for id in min(sets, key=len)) if sets else None
