"""In how far the record bears a claim out: all of it, or which part of it.

Belongs here: entailment of a claim's parts by records, and the weaker limits that count as "in part". Does not
belong here: which records may be relied on (see `lineup` and `bearing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from claimcheck.dates.when import AllOf, Date, Relation, Span, TimeSet, Window
from claimcheck.engine.entailment import (
    Core,
    entails,
    entails_date,
    entails_existence,
    excludes,
    owners_of,
    stated_by,
)
from claimcheck.engine.findings import Derive, Role, Step, nothing_derived
from claimcheck.engine.hitting import without_needless
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Exclusion, Member, Occurrence, Part, Target, Value
from claimcheck.engine.premises import Premises, stated_limits
from claimcheck.engine.proof import entailment

Test = Callable[[Premises], Core | None]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What is borne out: everything, or the named parts; by which records; on which grounds.

    `records` are those without which it would not be, and all that would bear out as much by themselves; `tests`
    ask, by name, for each thing that is borne out in part. `core` says why, and `derive` makes the proof.
    """

    in_full: bool = False
    in_part: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    core: Core = ()
    tests: tuple[tuple[str, Test], ...] = ()
    derive: Derive = nothing_derived

    @property
    def is_any(self) -> bool:
        """Whether anything is borne out."""
        return self.in_full or bool(self.in_part)


def corroborate(
    inquiry: Inquiry,
    claim: Member,
    sound: Sequence[Member],
    bearing: Sequence[Member],
    dependent: frozenset[str] = frozenset(),
) -> Corroboration:
    """What sound records bear out of a claim; it must hold on the narrow and on the wide reading alike.

    `dependent` are the records whose dates may say what the claim means, but must not help to bear it out.
    """
    able = [record for record in sound if any(record is other for other in bearing)]
    if not able:
        return Corroboration()
    trial = _Trial(inquiry, claim, dependent)
    whole = trial.found(sound)
    if not whole.is_any:
        return whole
    needed = _needed(trial, whole, sound)
    if not needed:
        return Corroboration()  # structure alone: no record to name
    equals = [record for record in able if trial.bears_out(whole, (record,))]
    found = trial.found(needed)
    named = {record.id for record in (*needed, *equals)} | trial.lent_by_bridges(found)
    return replace(
        found,
        records=tuple(record.id for record in sound if record.id in named),
        derive=partial(_derivation, trial, needed, found),
    )


def _derivation(trial: _Trial, records: Sequence[Member], found: Corroboration) -> tuple[Step, ...]:
    """The proof that these records bear out as much."""
    claim = trial.claim

    def shows(premises: Premises) -> Core | None:
        if found.in_full:
            cores = [entails(premises, part) for part in claim.parts]
        else:
            tests = ([test for other, test in found.tests if other == name] for name in found.in_part)
            cores = [next((core for test in some if (core := test(premises)) is not None), None) for some in tests]
        return None if None in cores else tuple(refuted for core in cores if core for refuted in core)

    wide = trial.inquiry.widths((claim, *records))[0]
    conclusion = Step(Role.CONCLUSION, claim.id, relation=" ".join(found.in_part) or "as-said")
    return entailment(trial.inquiry, trial.premises(records, wide), shows, (claim, *records), conclusion)


def _needed(trial: _Trial, whole: Corroboration, sound: Sequence[Member]) -> list[Member]:
    """A smallest set of records that bears out as much, each of which is needed: of equal ones rather what is
    documented, then what stands first in the files."""
    owners = owners_of(whole.core)
    kept = [record for record in sound if record.key in owners]
    if not trial.bears_out(whole, kept):
        kept = list(sound)
    entries = trial.inquiry.record_entries
    documented = {record.id for record in kept if record.is_record and entries[record.id].basis == "documented"}
    documented_first = sorted(kept, key=lambda record: record.id not in documented)
    found = without_needless(documented_first, lambda rest: trial.bears_out(whole, _in_order(kept, rest)))
    return _in_order(kept, found)


def _in_order(records: Sequence[Member], some: Sequence[Member]) -> list[Member]:
    ids = {record.id for record in some}
    return [record for record in records if record.id in ids]


@dataclass(frozen=True, slots=True)
class _Trial:
    """A claim, and the records that must not help to bear it out."""

    inquiry: Inquiry
    claim: Member
    dependent: frozenset[str]
    _premises: dict[tuple[bool, tuple[str, ...]], Premises] = field(default_factory=dict, compare=False)

    def found(self, records: Sequence[Member]) -> Corroboration:
        """What these records bear out; which of them are needed is not asked."""
        proofs: dict[str, Core] = {}
        shown: list[tuple[str, Test]] = []
        weaker: list[tuple[str, Test]] = []
        for part in self.claim.parts:
            whole = partial(entails, part=part)
            core = self._holds(whole, records)
            if core is not None:
                proofs["all"] = core
                shown.append((_name_of(part), whole))
                continue
            for name, test in self._weaker_tests(part):
                if (core := self._holds(test, records)) is not None:
                    proofs[name] = core
                    weaker.append((name, test))
        core = tuple(refuted for found in proofs.values() for refuted in found)
        if len(shown) == len(self.claim.parts):
            return Corroboration(True, core=core)
        shown += weaker
        return Corroboration(False, _strongest([name for name, _ in shown]), (), core, tuple(shown))

    def bears_out(self, whole: Corroboration, records: Sequence[Member]) -> bool:
        """Whether these records bear out as much."""
        if not records:
            return False
        # Fewer may bear out all, where more leave open how a date is meant.
        if all(self._holds(partial(entails, part=part), records) is not None for part in self.claim.parts):
            return True
        return not whole.in_full and all(
            any(self._holds(test, records) is not None for other, test in whole.tests if other == name)
            for name in whole.in_part
        )

    def _holds(self, test: Test, records: Sequence[Member]) -> Core | None:
        """The grounds on which the records show something, on the narrow and on the wide reading alike."""
        core: Core | None = None
        for wide in self.inquiry.widths((self.claim, *records)):
            core = test(self.premises(records, wide))
            if core is None:
                return None
        return core

    def _weaker_tests(self, part: Part) -> Iterator[tuple[str, Test]]:
        """What may be borne out of a part that is not borne out as a whole, by name."""
        if isinstance(part, Value):
            yield "value", partial(_same_value, part=part)
        elif isinstance(part, Occurrence) and part.date is not None:
            yield from _weaker(part, part.date)
            question = self.inquiry.view.corpus.questions.get(part.question or "")
            if question is not None and question.whether is not None:
                yield "existence", partial(entails_existence, target=part.target)

    def premises(self, records: Sequence[Member], wide: bool) -> Premises:
        """The records and what may be given, with the dates by which the claim itself is taken."""
        key = wide, tuple(record.id for record in records)
        found = self._premises.get(key)
        if found is None:
            found = self._premises[key] = self._of(records, wide)
        return found

    def _of(self, records: Sequence[Member], wide: bool) -> Premises:
        members = (self.claim, *records)
        scene = self.inquiry.scene(self.inquiry.granted(members))
        meant = self.inquiry.givens(scene, members)
        givens = tuple(given for given in meant if self._may_help(given.ids))
        if givens != meant:  # of several records of an anchor those that may help still do
            kept = {e: tuple(r for r in rs if r.id not in self.dependent) for e, rs in scene.records.items()}
            offered = self.inquiry.givens(replace(scene, records=kept), members)
            givens = tuple(given for given in offered if self._may_help(given.ids))
        return Premises(scene, tuple(records), givens, wide, meant)

    def lent_by_bridges(self, found: Corroboration) -> frozenset[str]:
        """The records of the events from which granted bridges count, where it rests on their dates."""
        scene = self.inquiry.scene(self.inquiry.granted((self.claim,)))
        events = {scene.stands_for(anchor) for anchor in scene.anchors} - set(
            map(scene.stands_for, self.claim.anchors)
        )
        used = {id for form, id in owners_of(found.core) if form == "given"} & events
        return frozenset(
            id for id, entry in self.inquiry.record_entries.items() if scene.stands_for(entry.event) in used
        )

    def _may_help(self, ids: tuple[str, ...]) -> bool:
        """Whether what dates an anchor is of the record, and of none of those that must not help."""
        trusted, entries = self.inquiry.view.trusted, self.inquiry.record_entries
        return all(id not in self.dependent and (id in entries or id in trusted) for id in ids)


_ORDER = ("value", "within-date", "none-before", "none-after", "not-later", "not-earlier", "existence")
_IMPLIED = {"within-date": ("not-later", "not-earlier", "existence"), "value": ("existence",)}


def _strongest(names: Sequence[str]) -> tuple[str, ...]:
    weaker = {other for name in names for other in _IMPLIED.get(name, ())}
    return tuple(name for name in _ORDER if name in names and name not in weaker)


def _name_of(part: Part) -> str:
    """What a part that is borne out in full is called among the parts of a claim that is not."""
    match part:
        case Value():
            return "value"
        case Occurrence() if part.date is not None:
            return "within-date"
        case Exclusion():
            return "none-before"
    return "existence"


def _same_value(premises: Premises, part: Value) -> Core | None:
    subject = premises.scene.stands_for(part.of)
    for holding in premises.assembly().holdings:
        stated = holding.part
        same_role = stated.role == part.role and holding.subject == subject
        if same_role and stated.values == part.values and stated.denied == part.denied:
            return stated_by(holding.owner)
    return None


def _weaker(part: Occurrence, date: Date) -> Iterator[tuple[str, Test]]:
    """The weaker statements that a dated occurrence entails, strongest first.

    Limits are limits of a first, a last or an event; "some event of the kind" has none to be borne out.
    """
    target = part.target
    if target.form == "kind":
        return
    some = Target("kind", target.id) if target.form in ("first", "last") else target

    def within(premises: Premises) -> Core | None:
        if target.form not in ("first", "last"):
            return None  # that would be all of it
        return entails_date(premises, some, date)

    def limit(is_lower: bool) -> Test:
        def test(premises: Premises) -> Core | None:
            half = _half(premises, date, is_lower)
            return None if half is None else entails_date(premises, some, half)

        return test

    def beyond(premises: Premises) -> Core | None:
        window = _beyond(premises, date, before=target.form == "first")
        return None if window is None else excludes(premises, target.id, window)

    yield "within-date", within
    if target.form == "first":
        yield "none-before", beyond
        yield "not-later", limit(is_lower=False)
    elif target.form == "last":
        yield "none-after", beyond
        yield "not-earlier", limit(is_lower=True)
    else:
        yield "not-later", limit(is_lower=False)
        yield "not-earlier", limit(is_lower=True)


def _half(premises: Premises, date: Date, is_lower: bool) -> Date | None:
    """The date without its upper (or its lower) limits; None if nothing is left of it."""
    match date:
        case Relation():
            limits = (date.earliest, date.wide_earliest) if is_lower else (date.latest, date.wide_latest)
            if limits == (None, None):
                return None
            if is_lower:
                return replace(date, latest=None, wide_latest=None)
            return replace(date, earliest=None, wide_earliest=None)
        case AllOf():
            halves = tuple(h for part in date.parts if (h := _half(premises, part, is_lower)) is not None)
            return AllOf(halves) if halves else None
    start, stop = stated_limits(premises, date)
    limit = start if is_lower else stop
    if limit is None:
        return None
    window = TimeSet((Span(limit, None) if is_lower else Span(None, limit),))
    return Window(window, window)


def _beyond(premises: Premises, date: Date, before: bool) -> Window | None:
    """Everything before the date's earliest limit, or after its latest."""
    start, stop = stated_limits(premises, date)
    limit = start if before else stop
    if limit is None:
        return None
    window = TimeSet((Span(None, limit) if before else Span(limit, None),))
    return Window(window, window)
