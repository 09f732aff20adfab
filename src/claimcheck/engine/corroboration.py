"""In how far the record bears a claim out: all of it, or which part of it.

Belongs here: entailment of a claim's parts by records, and the weaker limits that count as "in part". Does not
belong here: which records may be relied on (see `lineup` and `bearing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.dates.when import Date, Span, TimeSet, Window
from claimcheck.engine.entailment import (
    Core,
    entails,
    entails_date,
    entails_existence,
    excludes,
    owners_of,
)
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Exclusion, Member, Occurrence, Part, Target, Value
from claimcheck.engine.premises import Premises, stated_limits
from claimcheck.engine.theory import Ground


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What is borne out: everything, or the named parts; by which records; on which grounds."""

    in_full: bool = False
    in_part: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


def corroborate(
    inquiry: Inquiry, claim: Member, sound: Sequence[Member], bearing: Sequence[Member]
) -> Corroboration:
    """What sound records bear out of a claim; it must hold on the narrow and on the wide reading alike."""
    able = [record for record in sound if any(record is other for other in bearing)]
    if not able:
        return Corroboration()
    proofs: dict[str, Core] = {}
    in_full = True
    for part in claim.parts:
        found = dict(_borne_out(inquiry, claim, part, sound))
        if "all" not in found:
            in_full = False
        proofs.update(found)
    if not proofs or (in_full and not owners_of(g for core in proofs.values() for g in core)):
        return Corroboration()
    grounds = tuple(ground for core in proofs.values() for ground in core)
    keys = owners_of(grounds)
    records = tuple(record.id for record in able if record.key in keys)  # what else is used is given
    if in_full:
        return Corroboration(True, (), _with_equals(inquiry, claim, able, records), grounds)
    in_part = _strongest([name for name in proofs if name != "all"])
    if "all" in proofs:  # one of several parts in full
        in_part = _strongest([*in_part, *_names_of(claim, inquiry, sound)])
    if not in_part:
        return Corroboration()
    return Corroboration(False, in_part, _with_equals_in_part(inquiry, claim, able, records, in_part), grounds)


def _with_equals_in_part(
    inquiry: Inquiry, claim: Member, able: Sequence[Member], records: tuple[str, ...], in_part: tuple[str, ...]
) -> tuple[str, ...]:
    """Together with the records found, all that would bear out as much by themselves."""
    equals = {
        record.id
        for record in able
        if all(
            any(name in dict(_borne_out(inquiry, claim, part, (record,))) for part in claim.parts)
            for name in in_part
        )
    }
    return tuple(record.id for record in able if record.id in equals or record.id in records)


def _with_equals(
    inquiry: Inquiry, claim: Member, able: Sequence[Member], records: tuple[str, ...]
) -> tuple[str, ...]:
    """Together with the records found, all that would do as well by themselves."""
    equals = {
        record.id
        for record in able
        if all("all" in dict(_borne_out(inquiry, claim, part, (record,))) for part in claim.parts)
    }
    return tuple(record.id for record in able if record.id in equals or record.id in records)


_ORDER = ("value", "within-date", "none-before", "none-after", "not-later", "not-earlier", "existence")
_IMPLIED = {"within-date": ("not-later", "not-earlier", "existence"), "value": ("existence",)}


def _strongest(names: Sequence[str]) -> tuple[str, ...]:
    weaker = {other for name in names for other in _IMPLIED.get(name, ())}
    return tuple(name for name in _ORDER if name in names and name not in weaker)


def _names_of(claim: Member, inquiry: Inquiry, sound: Sequence[Member]) -> list[str]:
    """What a part that is borne out in full is called among the parts of a claim that is not."""
    names = []
    for part in claim.parts:
        if "all" in dict(_borne_out(inquiry, claim, part, sound)):
            match part:
                case Value():
                    names.append("value")
                case Occurrence() if part.date is not None:
                    names.append("within-date")
                case Exclusion():
                    names.append("none-before")
                case _:
                    names.append("existence")
    return names


def _borne_out(
    inquiry: Inquiry, claim: Member, part: Part, records: Sequence[Member]
) -> Iterator[tuple[str, Core]]:
    """The names of what the records bear out of a part ("all" for the whole of it), with the grounds."""

    def holds(test: Callable[[Premises], Core | None]) -> Core | None:
        core: Core | None = None
        for wide in (True, False):
            core = test(_premises(inquiry, claim, records, wide))
            if core is None:
                return None
        return core

    whole = holds(lambda premises: entails(premises, part))
    if whole is not None:
        yield "all", whole
        return
    if isinstance(part, Value):
        found = holds(lambda premises: _same_value(premises, part))
        if found is not None:
            yield "value", found
    if isinstance(part, Occurrence):
        if part.date is None:
            return
        for name, test in _weaker(part, part.date):
            found = holds(test)
            if found is not None:
                yield name, found
        question = inquiry.view.corpus.questions.get(part.question or "")
        if question is not None and question.whether is not None:
            found = holds(lambda premises: entails_existence(premises, part.target))
            if found is not None:
                yield "existence", found


def _premises(inquiry: Inquiry, claim: Member, records: Sequence[Member], wide: bool) -> Premises:
    members = (claim, *records)
    scene = inquiry.scene(inquiry.granted(members))
    return Premises(scene, tuple(records), inquiry.givens(scene, members), wide)


def _same_value(premises: Premises, part: Value) -> Core | None:
    subject = premises.scene.stands_for(part.of)
    for holding in premises.assembly().holdings:
        stated = holding.part
        same_role = stated.role == part.role and holding.subject == subject
        if same_role and stated.values == part.values and stated.denied == part.denied:
            return (Ground(frozenset((holding.owner,))),)
    return None


Test = Callable[[Premises], Core | None]


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
            window = _half(premises, date, is_lower)
            return None if window is None else entails_date(premises, some, window)

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


def _half(premises: Premises, date: Date, is_lower: bool) -> Window | None:
    """Everything from the date's earliest limit on, or everything up to its latest."""
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
