"""What bears on a claim, and how independent of it that is.

Belongs here: which records have to do with which claims, and dependence by `rests-on`. Does not belong here:
what a record does to a claim (see `lineup`).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.dates.when import anchors_of
from claimcheck.engine.anchor_points import Extreme, end_of, start_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.findings import Independence
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Member, Occurrence, Part, Target, Value
from claimcheck.engine.premises import limit_of
from claimcheck.engine.scene import Scene


def bears(inquiry: Inquiry, claim: Member, record: Member) -> bool:
    """Whether a record bears on a claim.

    On an event its own records; on a kind those of it, of narrower kinds and of kinds that presuppose it; on a
    value those of the same role and subject. On a first, a record later than the claim's latest does not bear;
    on a last, one earlier than its earliest does not.
    """
    scene = inquiry.scene(inquiry.granted((claim, record)))
    return any(_bears_on_part(inquiry, scene, claim, part, record) for part in _tested(claim))


def _tested(claim: Member) -> Sequence[Part]:
    parts: list[Part] = []
    for part in claim.parts:
        parts.extend(part.denied if isinstance(part, Dispute) else (part,))
    return parts


def _bears_on_part(inquiry: Inquiry, scene: Scene, claim: Member, part: Part, record: Member) -> bool:
    events, kinds, roles = _spoken_of(scene, record)
    match part:
        case Value():
            return (part.role, scene.stands_for(part.of)) in roles
        case Exclusion():
            if part.event is not None:
                return scene.stands_for(part.event) in events
            return part.kind in kinds
        case Occurrence() | Elsewhen():
            target = part.target
            if target.form == "event":
                return scene.stands_for(target.id) in events
            if target.named is not None and scene.stands_for(target.named) in events:
                return True
            if target.id not in kinds:
                return False
            return not (target.form in ("first", "last") and _is_past(inquiry, scene, claim, part, record))
    return False


def _spoken_of(scene: Scene, record: Member) -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str]]]:
    """The events, kinds (with broader and presupposed ones) and roles that a record speaks of."""
    events: set[str] = set()
    kinds: set[str] = set()
    roles: set[tuple[str, str]] = set()
    for part in record.parts:
        match part:
            case Occurrence() | Elsewhen():
                if part.target.form == "event":
                    events.add(scene.stands_for(part.target.id))
                else:
                    kinds.add(part.target.id)
                if part.target.named is not None:
                    events.add(scene.stands_for(part.target.named))
            case Exclusion() if part.kind is not None:
                # That no event of a kind happened says as much of every narrower kind.
                kinds.update(kind for kind, broad in scene.broader.items() if part.kind in broad)
                kinds.add(part.kind)
            case Value():
                roles.add((part.role, scene.stands_for(part.of)))
    for event in events:
        kinds |= scene.own_kinds(event)
        for entry in scene.entries_of(event):
            if entry.role is not None:
                roles.add((entry.role, scene.stands_for(entry.of or "")))
    broad = {other for kind in kinds for other in scene.broader_of(kind)}
    return frozenset(events), frozenset(broad | scene.presupposed_by(broad)), frozenset(roles)


def _is_past(inquiry: Inquiry, scene: Scene, claim: Member, part: Occurrence | Elsewhen, record: Member) -> bool:
    """Whether a record's event certainly lies beyond what the claim says of a first (or short of a last)."""
    if not any(isinstance(p, Occurrence) and p.target.form == "event" for p in record.parts):
        return False
    own = Assembly(scene, wide=True)
    own.include(claim)
    for given in inquiry.givens(scene, (claim,)):
        own.lend(given)
    attested = Assembly(scene, wide=True)
    attested.include(record)
    for given in inquiry.givens(scene, (record,)):
        attested.lend(given)
    event = next(p.target.id for p in record.parts if isinstance(p, Occurrence) and p.target.form == "event")
    event = scene.stands_for(event)
    if part.target.form == "first":
        latest = limit_of(own.theory(), Extreme("first", part.target.id), is_lower=False)
        earliest = limit_of(attested.theory(), start_of(event), is_lower=True)
        return latest is not None and earliest is not None and earliest >= latest
    first = limit_of(own.theory(), Extreme("last", part.target.id), is_lower=True)
    last = limit_of(attested.theory(), end_of(event), is_lower=False)
    return first is not None and last is not None and last <= first


# Independence.


def is_own_source(claim: Member, record: Member) -> bool:
    """Whether the record stands in the source of the claim itself."""
    return claim.source == record.source


def independence(inquiry: Inquiry, claim: Member, record: Member) -> Independence:
    """Dependent, by what `rests-on` states or because the record is the claim's own sentence; stated to be
    independent; or not shown to be either."""
    corpus = inquiry.view.corpus
    if _share_a_root(corpus, claim, record) or _is_own_sentence(inquiry, claim, record):
        return Independence.DEPENDENT
    return Independence.STATED if _is_stated(corpus, claim, record) else Independence.NOT_SHOWN


def _share_a_root(corpus: Corpus, claim: Member, record: Member) -> bool:
    """Whether they share a root that at least one of them reaches by a `rests-on`."""
    of_claim = roots_of(corpus, claim.id, is_claim=True)
    attested = record.is_record
    of_record = roots_of(corpus, record.source if attested else record.id, is_claim=not attested)
    return any(of_claim[root] + of_record[root] > 0 for root in of_claim.keys() & of_record.keys())


def _is_own_sentence(inquiry: Inquiry, claim: Member, record: Member) -> bool:
    """Whether the same source speaks of the same event, or of the same kind at the same place."""
    if not is_own_source(claim, record):
        return False
    scene = inquiry.scene(inquiry.granted((claim, record)))
    events, kinds, _ = _spoken_of(scene, record)
    named = {
        scene.stands_for(event)
        for part in claim.parts
        if isinstance(part, Occurrence | Elsewhen)
        for event in (part.target.id if part.target.form == "event" else None, part.target.named)
        if event is not None
    }
    named |= {
        scene.stands_for(anchor)
        for part in claim.parts
        if isinstance(part, Value) and part.start is not None
        for anchor in anchors_of(part.start)
    }
    if named & events:
        return True
    return claim.locator == record.locator and bool(
        _kinds_of(claim, scene) & kinds or _roles(claim, record, scene)
    )


def _kinds_of(claim: Member, scene: Scene) -> frozenset[str]:
    kinds: set[str] = set()
    for part in claim.parts:
        match part:
            case Occurrence(target=Target(form=form, id=id)) | Elsewhen(target=Target(form=form, id=id)):
                kinds |= scene.own_kinds(scene.stands_for(id)) if form == "event" else {id}
            case Exclusion() if part.kind is not None:
                kinds.add(part.kind)
    return frozenset(kinds)


def _roles(claim: Member, record: Member, scene: Scene) -> bool:
    roles = {(p.role, scene.stands_for(p.of)) for p in claim.parts if isinstance(p, Value)}
    return not roles.isdisjoint(_spoken_of(scene, record)[2])


def _is_stated(corpus: Corpus, claim: Member, record: Member) -> bool:
    names = [{member.source, member.id} for member in (claim, record)]
    for (one, other), member in zip(((names[0], names[1]), (names[1], names[0])), (claim, record), strict=True):
        stated: set[str] = set()
        for id in one:
            source = corpus.sources.get(id)
            if source is not None:
                stated.update(source.independent_of)
        entry = None if member.is_record else corpus.claims.get(member.id)
        if entry is not None:
            stated.update(entry.independent_of)
        if member.is_record:
            for event in corpus.events.values():
                for attested in event.records:
                    if attested.id == member.id:
                        stated.update(attested.independent_of)
        if stated & other:
            return True
    return False


def shared_relays(inquiry: Inquiry, claim: Member, records: Sequence[Member]) -> tuple[str, ...]:
    """The works through which the claim and every one of the records reached us."""
    corpus = inquiry.view.corpus
    through = [{record.source, *_relays_of_record(corpus, record)} for record in records]
    of_claim = relays_of(corpus, claim.id, is_claim=True)
    return tuple(relay for relay in of_claim if through and all(relay in some for some in through))


def _relays_of_record(corpus: Corpus, record: Member) -> tuple[str, ...]:
    """The works through which a record, or a claim that is trusted, reached us."""
    return relays_of(corpus, record.source if record.is_record else record.id, is_claim=not record.is_record)
