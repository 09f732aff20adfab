"""One examination of a corpus from one perspective: everything found about it, each part when it is asked for.

Belongs here: the view and the solver of one perspective, and the parts that everybody above the engine asks for.
Does not belong here: how any part comes about (each has a file of its own), wording, criticism.

Whoever needs a date, a verdict or what a statement comes down to asks here; nobody above the engine makes a view
or a solver, resolves a date or reads a statement again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.dates.when import Date
from claimcheck.engine.parts import (
    Member,
    Part,
    date_of,
    dates_of,
    denials_of,
    member_of_claim,
    member_of_record,
    statements_of,
)
from claimcheck.engine.perspective import Perspective, View, view

if TYPE_CHECKING:
    from claimcheck.engine.conflicts import Together
    from claimcheck.engine.findings import (
        Answered,
        Cluster,
        Conflict,
        Independence,
        Judged,
        Pair,
        Point,
        Row,
        State,
        Terminus,
        Tie,
    )
    from claimcheck.engine.inquiry import Inquiry
    from claimcheck.engine.limits import Left
    from claimcheck.engine.lineup import Lineup
    from claimcheck.engine.positions import Response
    from claimcheck.engine.verdicts import Touching

# What finds a part is imported when that part is asked for: `check` starts in half the time.

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
        self._pairs: dict[tuple[str, str], Pair | None] = {}
        self._left: dict[tuple[object, ...], Left | None] = {}
        self._answered: dict[str, Answered | None] = {}
        self._rows: dict[str, Row] = {}
        self._judged: dict[str, tuple[Judged, ...]] = {}
        self._states: dict[str, State] = {}

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
        from claimcheck.engine.inquiry import Inquiry

        return Inquiry(self.view)

    @cached_property
    def lineup(self) -> Lineup:
        """What stands every claim in view against the record."""
        from claimcheck.engine.lineup import Lineup

        return Lineup(self.inquiry)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Claims against claims (rule 17)."""
        return self._told(self._touching)

    @cached_property
    def at_odds(self) -> tuple[Pair, ...]:
        """Those of the pairs that contradict or are strained; how others stand to each other is not asked."""
        return self._told(one for one in self._touching if one.is_at_odds)

    def pairs_of(self, claims: Collection[str]) -> tuple[Pair, ...]:
        """The pairs in which one of these claims is; all others need not be compared for it."""
        from claimcheck.engine.verdicts import touching_claims

        touching = self._touching if "_touching" in self.__dict__ else touching_claims(self.inquiry, claims)
        return self._told(one for one in touching if one.a in claims or one.b in claims)

    def pairs_among(self, claims: Collection[str]) -> tuple[Pair, ...]:
        """The pairs of which both claims are among these."""
        return self._told(one for one in self._touching if one.a in claims and one.b in claims)

    @cached_property
    def _touching(self) -> tuple[Touching, ...]:
        from claimcheck.engine.verdicts import touching_claims

        return tuple(touching_claims(self.inquiry))

    def _told(self, touching: Iterable[Touching]) -> tuple[Pair, ...]:
        found = []
        for one in touching:
            key = one.a, one.b
            if key not in self._pairs:
                self._pairs[key] = one.tell()
            found.append(self._pairs[key])
        return tuple(pair for pair in found if pair is not None)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every claim in view against the record (rule 20)."""
        return tuple(self.row(claim.id) for claim in self.inquiry.claims)

    def row(self, claim: str) -> Row:
        """The row of a claim in view."""
        if claim not in self._rows:
            self._rows[claim] = self.lineup.row(self.inquiry.claim(claim))
        return self._rows[claim]

    def rows_of(self, claims: Collection[str]) -> tuple[Row, ...]:
        """The rows of these claims."""
        return tuple(self.row(claim.id) for claim in self.inquiry.claims if claim.id in claims)

    def is_ruled_out(self, claim: str) -> bool:
        """Whether the record contradicts a claim in view; how else it stands to the record is not asked."""
        return self.lineup.is_ruled_out(self.inquiry.claim(claim))

    def serves_others(self, claim: str) -> bool:
        """Whether what is found of other claims may rest on this one: it is trusted, given, or dates an anchor."""
        return claim in self.inquiry.serving

    @cached_property
    def _together(self) -> Together:
        from claimcheck.engine.conflicts import conflicts_of

        return conflicts_of(self.inquiry)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The minimal conflicts (rule 23)."""
        return self._together.conflicts

    @property
    def complete(self) -> bool:
        """Whether `conflicts` are certainly all there are."""
        return self._together.complete and not self.inquiry.effort.is_spent

    @property
    def cut_short(self) -> tuple[str, ...]:
        """The claims among which there may be conflicts that `conflicts` does not have."""
        return self._together.cut_short

    @property
    def unlisted(self) -> int:
        """About how many conflicts of three and more `conflicts` does not have: there are hardly fewer."""
        return self._together.unlisted

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Conflicts that share members, with schools, repairs and what would settle it."""
        from claimcheck.engine.points import with_settlements

        return with_settlements(self.inquiry, self.lineup.sound, self._together.clusters)

    # Positions.

    @cached_property
    def _responses(self) -> dict[str, tuple[Response, ...]]:
        from claimcheck.engine.positions import responses_by_question

        return responses_by_question(self.inquiry)

    def positions_of(self, question: str) -> Answered | None:
        """The positions on a question (the fine print, rule 27); None where nobody in view answers it."""
        from claimcheck.engine.positions import positions_of

        if question not in self._answered:
            entry = self.corpus.questions[question]
            self._answered[question] = positions_of(self.inquiry, entry, self._responses[question])
        return self._answered[question]

    @cached_property
    def positions(self) -> tuple[Answered, ...]:
        """Every question that somebody answers, in file order, with its positions."""
        found = map(self.positions_of, self.corpus.questions)
        return tuple(asked for asked in found if asked is not None)

    def state_of(self, question: str) -> State | None:
        """The state of a question (rule 28): what the record says of its positions, and what would decide."""
        from claimcheck.engine.states import state_of

        asked = self.positions_of(question)
        if asked is None:
            return None
        if question not in self._states:
            entry, accounts = self.corpus.questions[question], self._responses[question]
            self._states[question] = state_of(
                self.inquiry, entry, asked, accounts, self.judged(question), self.row
            )
        return self._states[question]

    def judged(self, question: str) -> tuple[Judged, ...]:
        """What the record says of each position on a question."""
        from claimcheck.engine.states import judged

        if question not in self._judged:
            asked = self.positions_of(question)
            positions = asked.positions if asked is not None else ()
            self._judged[question] = tuple(judged(position, self.row) for position in positions)
        return self._judged[question]

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Which positions exclude positions on other questions, or carry them with them."""
        from claimcheck.engine.states import ties_between

        return tuple(ties_between(self.inquiry, self.positions, self._responses, self.pairs))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points of dispute (rule 23)."""
        from claimcheck.engine.points import points_of

        ids = [claim.id for claim in self.view.claims]
        return points_of(self.conflicts, self.clusters, ids, self.view.misprints, self.positions)

    @cached_property
    def termini(self) -> tuple[Terminus, ...]:
        """The limits that the record leaves for what is asked."""
        from claimcheck.engine.termini import termini_of

        return tuple(termini_of(self.inquiry, self.lineup.sound))

    # What the engine leaves of a date, and what a statement comes down to.

    @cached_property
    def _members(self) -> dict[str, Member]:
        return {member.id: member for member in (*self.inquiry.records, *self.inquiry.claims)}

    @cached_property
    def _record(self) -> dict[str, Member]:
        return {member.id: member for member in self.inquiry.records}

    def parts(self, id: str) -> tuple[Part, ...]:
        """What a claim (on its first reading) or a record comes down to; empty for one that is not in view."""
        member = self._members.get(id)
        return member.parts if member is not None else ()

    def spoken_of(self, claim: Claim) -> tuple[Part, ...]:
        """What a claim speaks of, whatever its stance: what it would come down to if it asserted it."""
        asserted = claim.model_copy(update={"stance": "asserts"})
        return member_of_claim(self.corpus, asserted, 1, self.view.refused).parts

    def statements(self, claim: Claim) -> tuple[Statement, ...]:
        """What a claim states under the perspective, in the order of its parts' numbers."""
        return statements_of(claim, self.view.refused)

    def placed(self, id: str, reading: int = 1) -> Left | None:
        """What is left of the date that a claim or a record in view gives first; None where nothing limits it."""
        from claimcheck.engine.limits import left_of_member

        key = ("member", id, reading)
        if key not in self._left:
            member = self._members.get(id)
            if member is not None and reading > 1:
                member = self.inquiry.claim(id, reading)
            self._left[key] = left_of_member(self.inquiry, member) if member is not None else None
        return self._left[key]

    def placed_dated(self, dated: Dated | None, reading: int = 0, by: Claim | Record | None = None) -> Left | None:
        """What is left of a date in the files, on one of its own readings (from 0); None where nothing limits it.

        `by` is the claim or the record that states it: what it states beside counts with it. In view or not, it
        is dated by what is in view.
        """
        if dated is None or reading >= len(dated.when.readings):
            return None
        date = date_of(dated, reading)
        if by is None:
            return self.placed_date(date)
        from claimcheck.engine.limits import left_of_stated

        key = (type(by), by.id, date)
        if key not in self._left:
            self._left[key] = left_of_stated(self.inquiry, self._stating(by, date), date)
        return self._left[key]

    def _stating(self, entry: Claim | Record, date: Date) -> Member:
        """The claim or record as a member, on the first of its readings on which it gives the date."""
        if isinstance(entry, Record):
            return member_of_record(self.corpus, entry)
        members = [self.inquiry.claim(entry.id, one + 1) for one in range(self.inquiry.readings(entry.id))]
        giving = (m for m in members if any(date in dates_of(part) for part in m.parts))
        return next(giving, members[0])

    def placed_event(self, event: str) -> Left | None:
        """What its records in view leave of an event; None where none dates it."""
        from claimcheck.engine.limits import left_of_event

        key = ("event", event)
        if key not in self._left:
            self._left[key] = left_of_event(self.inquiry, event)
        return self._left[key]

    def placed_date(self, date: Date, by: Sequence[str] = ()) -> Left | None:
        """What is left of any date as these claimants would give it; None where nothing limits it."""
        from claimcheck.engine.limits import left_of_date

        key = ("date", date, tuple(by))
        if key not in self._left:
            self._left[key] = left_of_date(self.inquiry, date, by)
        return self._left[key]

    # What could be, of claims and records two at a time.

    def given_to(self, a: str, b: str) -> frozenset[str]:
        """The records and claims that lend dates to two claims taken together."""
        members = self._members[a], self._members[b]
        scene = self.inquiry.scene(self.inquiry.granted(members))
        return frozenset(id for given in self.inquiry.givens(scene, members) for id in given.ids)

    def is_own(self, claim: str, record: str) -> bool:
        """Whether a record stands in the claim's own source."""
        from claimcheck.engine.bearing import is_own_source

        return is_own_source(self._members[claim], self._record[record])

    def independence(self, claim: str, record: str) -> Independence:
        """How independent a record is of a claim (rule 22)."""
        from claimcheck.engine.bearing import independence

        return independence(self.inquiry, self._members[claim], self._record[record])

    def would_bear_out(self, claim: str, record: str) -> bool:
        """Whether a record would corroborate a claim, or part of it, if it were independent."""
        from claimcheck.engine.corroboration import corroborate

        one = (self._record[record],)
        found = corroborate(self.inquiry, self._members[claim], one, one)
        return found.in_full or bool(found.in_part)

    def compared(self, a: Claim, b: Claim) -> Pair | None:
        """How two claims would stand to each other as they are given here, whatever the corpus has of them."""
        from claimcheck.engine.verdicts import compare_pair

        members = [member_of_claim(self.corpus, claim, 1, self.view.refused) for claim in (a, b)]
        return compare_pair(self.inquiry, *members) if all(member.parts for member in members) else None

    def denies(self, claim: Claim, other: Claim) -> bool:
        """Whether what a claim denies, apart from what it asserts, cannot hold together with the other."""
        member, rival = (member_of_claim(self.corpus, entry) for entry in (claim, other))
        denials = denials_of(member)
        if not denials or not rival.parts:
            return False
        return not self.inquiry.theory((replace(member, parts=denials), rival), True).is_possible()

    # What is asked of the examination elsewhere.

    def once(self, ask: Callable[[Examination], Found]) -> Found:
        """What a function finds about this examination, worked out when first asked for."""
        if ask not in self._once:
            self._once[ask] = ask(self)
        return cast("Found", self._once[ask])
