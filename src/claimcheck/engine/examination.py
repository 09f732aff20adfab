"""One examination of a corpus from one perspective: everything found about it, each part when it is asked for.

Belongs here: the view and the solver of one perspective, and the parts that everybody above the engine asks for.
Does not belong here: how any part comes about (each has a file of its own), wording, criticism.

Whoever needs a date, a verdict or what a statement comes down to asks here; nobody above the engine makes a view
or a solver, resolves a date or reads a statement again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, cast

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import Date
from claimcheck.engine.conflicts import Together, conflicts_of
from claimcheck.engine.findings import Cluster, Conflict, Pair, Row, Terminus
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.limits import Left, left_of_date, left_of_event, left_of_member
from claimcheck.engine.lineup import Lineup
from claimcheck.engine.parts import Member, Part
from claimcheck.engine.perspective import Perspective, View, view
from claimcheck.engine.settling import with_settlements
from claimcheck.engine.termini import termini_of
from claimcheck.engine.verdicts import compare_claims

Found = TypeVar("Found")


class Examination:
    """What is found about a corpus from a perspective. To look at it is immutable; what is asked for is kept.

    Equal corpora and perspectives give equal findings, in the order of the files.
    """

    def __init__(self, corpus: Corpus, perspective: Perspective, known: Examination | None = None) -> None:
        self.corpus = corpus
        self.perspective = perspective
        self._family: dict[Perspective, Examination] = {} if known is None else known._family
        self._family[perspective] = self
        self._once: dict[object, object] = {}
        self._left: dict[tuple[object, ...], Left | None] = {}

    # From where one looks.

    @cached_property
    def view(self) -> View:
        """What the perspective leaves of the corpus."""
        return view(self.corpus, self.perspective)

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The sources left out for the year of the perspective, or for want of one."""
        return self.view.set_aside

    def seen_from(self, perspective: Perspective) -> Examination:
        """The examination of the same corpus from another perspective; the same one when asked for again."""
        return self._family.get(perspective) or Examination(self.corpus, perspective, self)

    def as_of(self, year: int | None) -> Examination:
        """The examination as of a year (its works included); None for no limit."""
        return self.seen_from(replace(self.perspective, as_of=year))

    # What is found.

    @cached_property
    def inquiry(self) -> Inquiry:
        """The members of the view, and the solver that knows which of them can hold together."""
        return Inquiry(self.view)

    @cached_property
    def _lineup(self) -> Lineup:
        return Lineup(self.inquiry)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Claims against claims (rule 17)."""
        return tuple(compare_claims(self.inquiry))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every claim in view against the record (rule 20)."""
        return tuple(self._lineup.rows())

    @cached_property
    def _together(self) -> Together:
        return conflicts_of(self.inquiry)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The minimal conflicts (rule 23)."""
        return self._together.conflicts

    @property
    def complete(self) -> bool:
        """Whether `conflicts` are certainly all there are."""
        return self._together.complete

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Conflicts that share members, with schools, repairs and what would settle it."""
        sound = self._lineup.sound
        return tuple(with_settlements(self.inquiry, sound, cluster) for cluster in self._together.clusters)

    @cached_property
    def termini(self) -> tuple[Terminus, ...]:
        """The limits that the record leaves for what is asked."""
        return tuple(termini_of(self.inquiry, self._lineup.sound))

    # What the engine leaves of a date, and what a statement comes down to.

    @cached_property
    def _members(self) -> dict[str, Member]:
        return {member.id: member for member in (*self.inquiry.records, *self.inquiry.claims)}

    def parts(self, id: str) -> tuple[Part, ...]:
        """What a claim (on its first reading) or a record comes down to; empty for one that is not in view."""
        member = self._members.get(id)
        return member.parts if member is not None else ()

    def placed(self, id: str, reading: int = 1) -> Left | None:
        """What is left of the date that a claim or a record in view gives first; None where nothing limits it."""
        key = ("member", id, reading)
        if key not in self._left:
            member = self._members.get(id)
            if member is not None and reading > 1:
                member = self.inquiry.claim(id, reading)
            self._left[key] = left_of_member(self.inquiry, member) if member is not None else None
        return self._left[key]

    def placed_event(self, event: str) -> Left | None:
        """What its records in view leave of an event; None where none dates it."""
        key = ("event", event)
        if key not in self._left:
            self._left[key] = left_of_event(self.inquiry, event)
        return self._left[key]

    def placed_date(self, date: Date, by: Sequence[str] = ()) -> Left | None:
        """What is left of any date as these claimants would give it; None where nothing limits it."""
        key = ("date", date, tuple(by))
        if key not in self._left:
            self._left[key] = left_of_date(self.inquiry, date, by)
        return self._left[key]

    # What is asked of the examination elsewhere.

    def once(self, ask: Callable[[Examination], Found]) -> Found:
        """What a function finds about this examination, worked out when first asked for."""
        if ask not in self._once:
            self._once[ask] = ask(self)
        return cast("Found", self._once[ask])
