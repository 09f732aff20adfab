"""Claim against claim: the verdict on each pair, in which dimension, by what gap, on which conditions.

Belongs here: the graded relations of two claims. Does not belong here: the record (see `lineup`), conflicts
of more than two (see `conflicts`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import permutations, product

from claimcheck.corpus.entries import Claim
from claimcheck.dates.when import AllOf, Date, OneOf, Relation, Window, anchors_of
from claimcheck.engine.conditions import conditions, supposing, undoing
from claimcheck.engine.entailment import Core, bounded, entails, is_ordered, succession
from claimcheck.engine.findings import Condition, Dimension, Pair, Role, Step, Verdict
from claimcheck.engine.gaps import gap_between
from claimcheck.engine.holdings import are_of_one_day, are_rivals
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import Node
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Member, Occurrence, Part, Value
from claimcheck.engine.premises import Premises
from claimcheck.engine.proof import clash, entailment, joined, premises_of
from claimcheck.engine.search import branches


@dataclass(frozen=True, slots=True)
class Shared:
    """What two claims both answer: the question if it is one, and the parts of each that answer it."""

    question: str | None
    a: tuple[Part, ...]
    b: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Touching:
    """Two claims that may have to do with each other, and whether they contradict or are strained.

    How else they stand to each other is worked out when it is told; None where there is nothing to say of them.
    """

    a: str
    b: str
    is_at_odds: bool
    tell: Callable[[], Pair | None]


def touching_claims(inquiry: Inquiry, of: Container[str] | None = None) -> Iterator[Touching]:
    """Every two claims in file order that may be told of; with `of` only those of which one is among these."""
    for a, b in inquiry.pairs_to_compare():
        if of is None or a.id in of or b.id in of:
            found = _touching(inquiry, a, b)
            if found is not None:
                yield found


def compare_pair(inquiry: Inquiry, a: Member, b: Member) -> Pair | None:
    """The verdict on two claims; None if there is nothing to say of them."""
    found = _touching(inquiry, a, b)
    return found.tell() if found is not None else None


def _touching(inquiry: Inquiry, a: Member, b: Member) -> Touching | None:
    question = _common_question(inquiry, a, b)
    shared = shared_matter(inquiry, a, b)
    if shared is None and question is None and not inquiry.meets(a, b):
        return None
    if not a.parts or not b.parts or _are_alternatives(inquiry, a, b):
        untested = partial(Pair, a.id, b.id, question, Verdict.NOT_COMPARED)
        return Touching(a.id, b.id, False, untested) if question is not None else None
    asked = shared.question if shared is not None else None
    plain = inquiry.plain_date(a), inquiry.plain_date(b)
    if plain[0] is not None and plain[1] is not None and plain[0].event == plain[1].event:
        found = _pair_of_windows(inquiry, (a, plain[0].date), (b, plain[1].date), asked)
        return Touching(a.id, b.id, found.strained or found.verdict is Verdict.CONTRADICTS, lambda: found)
    if not inquiry.is_possible_alone(a) or not inquiry.is_possible_alone(b):
        return None  # a conflict of one stands in no pair
    meets = inquiry.meets(a, b)
    if meets and not inquiry.is_possible((a, b), wide=True):
        return Touching(a.id, b.id, True, partial(_contradiction, inquiry, a, b, asked, shared is not None))
    strained = meets and (not inquiry.is_possible((a, b), wide=False) or begin_on_one_day(inquiry, a, b))
    return Touching(a.id, b.id, strained, partial(_compatible, inquiry, a, b, shared, strained))


def _compatible(inquiry: Inquiry, a: Member, b: Member, shared: Shared | None, strained: bool) -> Pair | None:
    """Two claims that do not contradict each other; None if they share nothing and nothing makes them do so."""
    condition = cache(partial(conditions, inquiry, (a, b))) if _may_depend(inquiry, a, b) else tuple
    if shared is None:
        if not strained and not condition():
            return None
        verdict = Verdict.DIFFERENT_QUESTIONS
        dimension = _dimension(a.parts, b.parts) if strained else None
    else:
        verdict = _graded(inquiry, a, b, shared, strained)
        dimension = _dimension(shared.a, shared.b)
    parts = (shared.a, shared.b) if shared is not None else (a.parts, b.parts)
    return Pair(
        a.id,
        b.id,
        shared.question if shared is not None else None,
        verdict,
        dimension=dimension,
        strained=strained,
        condition=condition,
        derive=partial(_because, inquiry, a, b, verdict, parts, strained, condition),
        bring=partial(_bring, inquiry, a, b),
    )


def _pair_of_windows(
    inquiry: Inquiry, one: tuple[Member, Window], other: tuple[Member, Window], asked: str | None
) -> Pair:
    """The verdict on two claims that say of one event no more than when it was: their sets of time tell it all.

    What happened lies within one span of each, and lasts; so it is possible just where the sets meet, and one set
    entails another that contains it. The network would find the same.
    """
    (a, first), (b, second) = one, other
    if not first.wide.intersection(second.wide).spans:
        return _contradiction(inquiry, a, b, asked, True)
    strained = not first.narrow.intersection(second.narrow).spans
    forth, back = (
        not strained and y.narrow.contains(x.narrow) and y.wide.contains(x.wide)
        for x, y in ((first, second), (second, first))
    )
    shades = {(True, True): Verdict.AGREES, (True, False): Verdict.REFINES, (False, True): Verdict.REFINED_BY}
    verdict = shades.get((forth, back), Verdict.OVERLAPS)
    return Pair(
        a.id,
        b.id,
        asked,
        verdict,
        dimension=Dimension.DATE,
        strained=strained,
        derive=partial(_because, inquiry, a, b, verdict, (a.parts, b.parts), strained, tuple),
        bring=partial(_bring, inquiry, a, b),
    )


# What two claims share.


def shared_matter(inquiry: Inquiry, a: Member, b: Member) -> Shared | None:
    """The questions both answer; or, where one of them names none, the events, kinds or roles both speak of."""
    shared = [
        (part, other)
        for part in a.parts
        for other in b.parts
        if (
            part.question == other.question
            if part.question is not None and other.question is not None
            else (matter := matter_of(inquiry, part, (a, b))) is not None
            and matter == matter_of(inquiry, other, (a, b))
        )
    ]
    if not shared:
        return None
    asked = [part.question or other.question for part, other in shared]
    return Shared(
        next((question for question in asked if question is not None), None),
        tuple(dict.fromkeys(part for part, _ in shared)),
        tuple(dict.fromkeys(other for _, other in shared)),
    )


def matter_of(inquiry: Inquiry, part: Part, members: tuple[Member, ...]) -> tuple[str, ...] | None:
    """What a part speaks of: the event, the kind, or the role and its subject; two that share it are compared."""
    scene = inquiry.scene(inquiry.granted(members))
    match part:
        case Occurrence() | Elsewhen():
            form = "event" if part.target.form == "event" else "kind"
            return (form, scene.stands_for(part.target.id) if form == "event" else part.target.id)
        case Exclusion():
            if part.event is not None:
                return ("event", scene.stands_for(part.event))
            return ("kind", part.kind or "")
        case Value():
            return ("role", part.role, scene.stands_for(part.of))
    return None


def _common_question(inquiry: Inquiry, a: Member, b: Member) -> str | None:
    """The question that both claims answer, tested or not."""
    claims = inquiry.view.corpus.claims
    asked = [{s.question for s in claims[member.id].statements if s.question} for member in (a, b)]
    for statement in claims[a.id].statements:
        if statement.question in asked[0] & asked[1]:
            return statement.question
    return None


def _are_alternatives(inquiry: Inquiry, a: Member, b: Member) -> bool:
    claims: dict[str, Claim] = inquiry.view.corpus.claims
    return b.id in claims[a.id].alternative_to or a.id in claims[b.id].alternative_to


def _may_depend(inquiry: Inquiry, a: Member, b: Member) -> bool:
    corpus = inquiry.view.corpus
    if corpus.bridges and inquiry.meets(a, b):
        return True
    return inquiry.readings(a.id) > 1 or inquiry.readings(b.id) > 1


# Contradiction.


def _contradiction(inquiry: Inquiry, a: Member, b: Member, asked: str | None, shares: bool) -> Pair:
    parts = shared_matter(inquiry, a, b)
    dimension = _dimension(parts.a, parts.b) if parts is not None else _dimension(a.parts, b.parts)
    return Pair(
        a.id,
        b.id,
        asked if shares else None,
        Verdict.CONTRADICTS,
        dimension=dimension,
        undo=partial(undoing, inquiry, (a, b)),
        derive=partial(clash, inquiry, (a, b)),
        bring=partial(_bring, inquiry, a, b),
        measure=partial(gap_between, inquiry, a, b),
    )


# Agreement and its shades.


def _graded(inquiry: Inquiry, a: Member, b: Member, shared: Shared, strained: bool) -> Verdict:
    if _succeed_each_other(inquiry, a, b, shared):
        return Verdict.OVERLAPS if strained else Verdict.DIFFERS_IN_TIME
    if strained:
        return Verdict.OVERLAPS
    widths = inquiry.widths((a, b))
    forth = all(_entails(inquiry, a, b, shared.b, wide) for wide in widths)
    back = all(_entails(inquiry, b, a, shared.a, wide) for wide in widths)
    if forth and back:
        return Verdict.AGREES
    if forth:
        return Verdict.REFINES
    if back:
        return Verdict.REFINED_BY
    if any(
        not _only_denies(parts) and is_unbounded(inquiry, member, parts, (a, b))
        for member, parts in ((a, shared.a), (b, shared.b))
    ):
        return Verdict.UNDETERMINED
    return Verdict.OVERLAPS


def _entails(inquiry: Inquiry, one: Member, other: Member, parts: tuple[Part, ...], wide: bool) -> bool:
    """Whether one claim, with the givens of both, entails these parts of the other."""
    scene = inquiry.scene(inquiry.granted((one, other)))
    givens = inquiry.givens(scene, (one, other))
    premises = Premises(scene, (one,), givens, wide)
    return all(entails(premises, part) is not None for part in parts)


def _only_denies(parts: tuple[Part, ...]) -> bool:
    """Whether the parts only say when it was not."""
    return all(
        isinstance(part, Elsewhen | Dispute)
        or (isinstance(part, Occurrence) and part.date is None and part.excluded is not None)
        for part in parts
    )


def is_unbounded(inquiry: Inquiry, member: Member, parts: Sequence[Part], among: Sequence[Member]) -> bool:
    """Whether nothing limits what these parts of a claim say, on either side, with the givens of all `among`."""
    scene = inquiry.scene(inquiry.granted(among))
    givens = inquiry.givens(scene, among)
    assembly = Premises(scene, (member,), givens, False).assembly()
    stretches = []
    for part in parts:
        if isinstance(part, Occurrence) and part.target.form == "kind":
            named = part.target.named
            index = member.parts.index(part)
            event: Node = scene.stands_for(named) if named is not None else ("some", member.key, index)
            stretches.append(assembly.event(event))
        elif isinstance(part, Occurrence):
            stretches.append(assembly.stretch_of(part.target))
        elif isinstance(part, Exclusion) and part.date is not None and _is_relative(part.date):
            stretches.extend(assembly.event(scene.stands_for(anchor)) for anchor in anchors_of(part.date))
    if not stretches:
        return False
    network = next(branches(assembly.theory().clauses, None), None)
    return network is None or not any(bounded(network, stretch) for stretch in stretches)


def _is_relative(date: Date) -> bool:
    """Whether a date consists of relations to events and nothing else."""
    match date:
        case Relation():
            return True
        case AllOf() | OneOf():
            return all(_is_relative(part) for part in date.parts)
    return False


def _succeed_each_other(inquiry: Inquiry, a: Member, b: Member, shared: Shared) -> bool:
    """Whether they give rival values in an order that follows from what both say."""
    scene = inquiry.scene(inquiry.granted((a, b)))
    premises = Premises(scene, (a, b), inquiry.givens(scene, (a, b)), True)
    return any(
        isinstance(first, Value)
        and isinstance(second, Value)
        and are_rivals(first, second)
        and (succession(premises, first, second) or succession(premises, second, first)) is not None
        for first in shared.a
        for second in shared.b
    )


def begin_on_one_day(inquiry: Inquiry, a: Member, b: Member) -> bool:
    """Whether they give rival values that begin on one day, and nobody says in which order."""
    if inquiry.reach(a).roles.isdisjoint(inquiry.reach(b).roles):
        return False
    scene = inquiry.scene(inquiry.granted((a, b)))
    premises = Premises(scene, (a, b), inquiry.givens(scene, (a, b)), True)
    held = premises.assembly().holdings
    rivals = [
        (one, other)
        for number, one in enumerate(held)
        for other in held[:number]
        if one.owner != other.owner
        and one.part.role == other.part.role
        and one.subject == other.subject
        and are_of_one_day(one, other)
    ]
    return any(not is_ordered(premises, one, other) for one, other in rivals)


def _dimension(a: tuple[Part, ...], b: tuple[Part, ...]) -> Dimension:
    """Value for rival values; existence where an exclusion or a denial of existence takes part; otherwise date.

    A dispute beside something of the same claim's own leaves the dimension to that.
    """
    a, b = (tuple(p for p in parts if not isinstance(p, Dispute)) or parts for parts in (a, b))
    values = [(x, y) for x in a for y in b if isinstance(x, Value) and isinstance(y, Value)]
    if any(are_rivals(x, y) for x, y in values):
        return Dimension.VALUE
    if any(isinstance(part, Exclusion | Dispute) for part in (*a, *b)):
        return Dimension.EXISTENCE
    undated = [(x, y) for x, y in values if not (x.start or x.during or y.start or y.during)]
    return Dimension.VALUE if undated else Dimension.DATE


# Derivations.


def _bring(inquiry: Inquiry, a: Member, b: Member) -> tuple[Step, ...]:
    """Both claims and everything they bring along."""
    return premises_of(inquiry, (a, b), (a, b), in_full=True)


def _because(
    inquiry: Inquiry, a: Member, b: Member, verdict: Verdict, parts: Parts, strained: bool, condition: Condition
) -> tuple[Step, ...]:
    """Why two claims that can both be true stand to each other as they do.

    Of what would contradict on the narrow reading, or under what would have to be assumed first, how it would;
    failing all that, what both say.
    """
    if strained and not inquiry.is_possible((a, b), wide=False):
        return clash(inquiry, (a, b), wide=False)
    if verdict is Verdict.DIFFERS_IN_TIME:
        return _succession(inquiry, a, b, parts)
    steps: list[tuple[Step, ...]] = []
    if verdict in (Verdict.AGREES, Verdict.REFINES):
        steps.append(_as_said(inquiry, a, b, parts[1], (a, b)))
    if verdict in (Verdict.AGREES, Verdict.REFINED_BY):
        steps.append(_as_said(inquiry, b, a, parts[0], (a, b)))
    if steps:
        return joined(*steps)
    for assumed in condition():
        claims, bridges = supposing(inquiry, (a, b), assumed)
        return clash(inquiry, claims, more=bridges)
    return premises_of(inquiry, (a, b), (a, b))


Parts = tuple[tuple[Part, ...], tuple[Part, ...]]


def _as_said(
    inquiry: Inquiry, one: Member, other: Member, parts: tuple[Part, ...], both: tuple[Member, Member]
) -> tuple[Step, ...]:
    """Why it is as one claim says in these parts if it is as another says."""
    scene = inquiry.scene(inquiry.granted(both))
    premises = Premises(scene, (one,), inquiry.givens(scene, both), inquiry.widths(both)[0])

    def shows(premises: Premises) -> Core | None:
        found = [entails(premises, part) for part in parts]
        return None if None in found else tuple(refuted for core in found if core for refuted in core)

    numbers = tuple(dict.fromkeys(part.number for part in parts))
    conclusion = Step(Role.CONCLUSION, other.id, relation="as-said", parts=numbers)
    return entailment(inquiry, premises, shows, both, conclusion)


def _succession(inquiry: Inquiry, a: Member, b: Member, parts: Parts) -> tuple[Step, ...]:
    """Why of two values the one comes after the other."""
    scene = inquiry.scene(inquiry.granted((a, b)))
    premises = Premises(scene, (a, b), inquiry.givens(scene, (a, b)), True)
    for (one, first), (other, second) in permutations(zip((a, b), parts, strict=True)):
        for x, y in product(first, second):
            if isinstance(x, Value) and isinstance(y, Value) and are_rivals(x, y):
                shows = partial(succession, earlier=x, later=y)
                if shows(premises) is not None:
                    conclusion = Step(Role.CONCLUSION, other.id, other=one.id, relation="after")
                    return entailment(inquiry, premises, shows, (a, b), conclusion)
    raise AssertionError("they succeed each other")
