"""Which exercises a sheet has: so many, of these types and levels, none giving another away, by a seed.

Belongs here: the plan of a sheet, which chance has no part in, filling it, in which it has, and drawing options
and their order. Does not belong here: making exercises.

The plan says how many of which type and level. It follows from the corpus and the wishes alone, and is one that
can be filled; the seed decides which exercise fills each place. So two seeds give versions of equal difficulty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from claimcheck.report.text import visible
from claimcheck.teaching.items import (
    Answer,
    Choice,
    Draft,
    Exercise,
    InOrder,
    ItemType,
    Labelled,
    Matching,
    OneRight,
    Open,
    Option,
    Ordering,
    Pairs,
    Task,
)
from claimcheck.teaching.wording import texts_of

SEED = 1  # the seed where none is given: a constant, never the clock
_ATTEMPTS = 20
_ENOUGH = 8  # drafts of a type from which versions differ

Weights = Mapping[str, tuple[int, ...]]
NO_WEIGHTS: Weights = {}

Place = tuple[ItemType, int]  # a type and a level
Fitting = Mapping[ItemType, Sequence[Draft]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a teacher asked for.

    `types` empty: whatever the corpus serves, but for what takes a lesson of its own. `count` None: one of each.
    """

    types: tuple[ItemType, ...] = ()
    count: int | None = None
    level: int | None = None
    seed: int = SEED
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The exercises of a sheet, how many were wanted, and the types asked for that the corpus cannot serve."""

    exercises: tuple[Exercise, ...]
    wanted: int
    unserved: tuple[ItemType, ...]


# Each of these fills a lesson by itself, and is on a sheet only where it is asked for.
LESSONS = (ItemType.CONTROVERSY, ItemType.DOCUMENTS, ItemType.LESSON)


def choose(drafts: Mapping[ItemType, Sequence[Draft]], wishes: Wishes, weights: Weights = NO_WEIGHTS) -> Chosen:
    """The exercises for a sheet. The same drafts and wishes give the same exercises in the same order.

    Those on the questions with most weight come first: what is chosen from are the drafts of the weightiest
    question and of the next ones, until there are enough for versions that differ.
    """
    asked = wishes.types or tuple(type for type in drafts if type not in LESSONS)
    fit = {type: _weightiest(_fitting(drafts.get(type, ()), wishes), weights, wishes) for type in asked}
    served = sum(1 for type in asked if fit[type])
    wanted = wishes.count if wishes.count is not None else served
    unserved = tuple(type for type in asked if not fit[type]) if wishes.types else ()
    told: dict[int, Told] = {}
    basis = _basis(_plan(fit, wanted), fit, wishes.count or 0, told)
    plan = [(draft.type, draft.level) for draft in basis]
    rng = Random(wishes.seed)
    chosen = _best(plan, fit, rng, told, exact=True)
    if len(chosen) < len(plan):
        chosen = basis  # this version is there for certain
    chosen.sort(key=lambda draft: list(ItemType).index(draft.type))  # in the order of a lesson
    wanted = wishes.count if wishes.count is not None else len(chosen)
    return Chosen(tuple(drawn(draft, rng) for draft in chosen), wanted, unserved)


def _basis(plan: Sequence[Place], fit: Fitting, wanted: int, told: dict[int, Told]) -> list[Draft]:
    """One version of the sheet in which no seed has a part: as many places filled as are found to go together.

    Where a type has none that goes together with the others, one of another type takes its place.
    """
    chosen = _best(plan, fit, Random(SEED), told, exact=False)
    for draft in (draft for found in fit.values() for draft in found):
        if len(chosen) >= wanted:
            break
        if draft not in chosen and all(go_together(draft, other, told) for other in chosen):
            chosen.append(draft)
    return chosen


def _best(plan: Sequence[Place], fit: Fitting, rng: Random, told: dict[int, Told], *, exact: bool) -> list[Draft]:
    """The fullest of a number of attempts; `exact` keeps the levels of the plan."""
    best: list[Draft] = []
    for attempt in range(_ATTEMPTS):
        filled = _filled(plan, fit, rng, told, exact=exact, scarce_first=attempt % 2 == 0)
        if len(filled) > len(best):
            best = filled
        if len(best) == len(plan):
            break
    return best


def _fitting(drafts: Iterable[Draft], wishes: Wishes) -> list[Draft]:
    return [
        draft
        for draft in drafts
        if (wishes.level is None or draft.level == wishes.level)
        and (wishes.question is None or wishes.question in draft.questions)
    ]


def _weightiest(drafts: list[Draft], weights: Weights, wishes: Wishes) -> list[Draft]:
    """The drafts on the weightiest questions, so many that there is a choice; of a lesson the weightiest alone."""
    tiers: dict[tuple[int, ...], list[Draft]] = {}
    for draft in drafts:
        tiers.setdefault(max((weights.get(id, ()) for id in draft.questions), default=()), []).append(draft)
    found: list[Draft] = []
    for weight in sorted(tiers, reverse=True):
        if len(found) >= max(_ENOUGH, 3 * (wishes.count or 1)) or (found and found[0].type in LESSONS):
            break
        found += tiers[weight]
    return found


def _plan(fit: Fitting, wanted: int) -> list[Place]:
    """The types and levels of the places: types in turn, of each type its levels in turn, the easiest first."""
    left = {type: _by_level(found) for type, found in fit.items() if found}
    plan: list[Place] = []
    while len(plan) < wanted and left:
        for type in list(left):
            if len(plan) < wanted:
                plan.append((type, left[type].pop(0)))
                if not left[type]:
                    del left[type]
    return plan


def _by_level(drafts: Sequence[Draft]) -> list[int]:
    """The level of each draft, the levels in turn as long as they last: 1, 2, 3, 1, 2, 1 …"""
    counts = {level: sum(draft.level == level for draft in drafts) for level in (1, 2, 3)}
    turns: list[int] = []
    while any(counts.values()):
        for level in (1, 2, 3):
            if counts[level]:
                turns.append(level)
                counts[level] -= 1
    return turns


def _filled(
    plan: Sequence[Place], fit: Fitting, rng: Random, told: dict[int, Told], *, exact: bool, scarce_first: bool
) -> list[Draft]:
    """A draft for each place of the plan, as far as they go together.

    Either the places with the least choice come first, or any. Of several levels the one planned is preferred.
    """
    pools = {type: rng.sample(found, len(found)) for type, found in fit.items()}
    places = rng.sample(list(plan), len(plan))
    if scarce_first:
        places.sort(key=lambda place: sum(draft.level == place[1] for draft in pools[place[0]]))
    chosen: list[Draft] = []
    for type, level in places:
        pool = pools[type]
        ranked = [draft for draft in pool if draft.level == level]
        if not exact:
            ranked += [draft for draft in pool if draft.level != level]
        draft = next((found for found in ranked if all(go_together(found, other, told) for other in chosen)), None)
        if draft is not None:
            chosen.append(draft)
            pool.remove(draft)
    return chosen


def go_together(a: Draft, b: Draft, told: dict[int, Told]) -> bool:
    """Whether two exercises can stand on one sheet: neither asks what the other asks, or tells.

    `told` remembers, by the identity of a draft, its answers and what it prints.
    """
    if a.asks & b.asks or a.asks & b.reveals or b.asks & a.reveals:
        return False
    (mine, printed), (theirs, other) = (_told(draft, told) for draft in (a, b))
    return not any(answer in other for answer in mine) and not any(answer in printed for answer in theirs)


Told = tuple[list[str], str]


def _told(draft: Draft, told: dict[int, Told]) -> Told:
    known = told.get(id(draft))
    if known is None:
        known = told[id(draft)] = _answers(draft), _printed(draft)
    return known


# Types whose right answer, printed anywhere else, would be read off; a name or "1 and 2" would not.
_READ_OFF = (ItemType.DATE, ItemType.STYLES, ItemType.MATCH, ItemType.TERMINUS, ItemType.FIGURE)


def _answers(draft: Draft) -> list[str]:
    if draft.type not in _READ_OFF:
        return []
    match draft.solution:
        case OneRight(right, _, _):
            return [spelled(right.text)]
        case Pairs(pairs, _):
            return [spelled(option.text) for _, option in pairs]
    return []


def _printed(draft: Draft) -> str:
    return spelled(" \n ".join((draft.ask, *draft.further, *(text for b in draft.blocks for text in texts_of(b)))))


def spelled(text: str) -> str:
    """A text as it is compared: on one line, letters all alike."""
    return " ".join(visible(text).split()).casefold()


# -------------------------------------------------------------------------------- from a draft to an exercise


def drawn(draft: Draft, rng: Random) -> Exercise:
    """The exercise that chance makes of a draft. The same draft and the same state of `rng` give the same."""
    answer, right = _answer(draft, rng)
    task = Task(
        draft.type,
        draft.about,
        draft.instruction,
        draft.blocks,
        draft.ask,
        answer,
        draft.further,
        draft.points or _points(answer, draft.further),
        draft.minutes or _minutes(answer, draft.further),
    )
    return Exercise(task, replace(draft.key, right=right), draft.level)


def _answer(draft: Draft, rng: Random) -> tuple[Answer, tuple[int, ...]]:
    match draft.solution:
        case OneRight(right, wrong, most):
            beside = rng.sample(wrong, min(len(wrong), most - 1))
            options = _shuffled((right, *beside), rng)
            return Choice(options), (options.index(right),)
        case Pairs(pairs, extra):
            prompts = _shuffled(tuple(prompt for prompt, _ in pairs), rng)
            belongs = {prompt.ref: option for prompt, option in pairs}
            options = _shuffled((*(option for _, option in pairs), *extra), rng)
            return Matching(prompts, options), tuple(options.index(belongs[prompt.ref]) for prompt in prompts)
        case Labelled(prompts, labels, right):
            order = list(range(len(prompts)))
            rng.shuffle(order)
            return (
                Matching(tuple(prompts[number] for number in order), labels, labels=True),
                tuple(right[number] for number in order),
            )
        case InOrder(entries):
            mixed = _shuffled(entries, rng)
            while len(entries) > 1 and mixed == entries:
                mixed = _shuffled(entries, rng)  # the order asked for would give itself away
            return Ordering(mixed), tuple(mixed.index(entry) for entry in entries)
        case Open() as answer:
            return answer, ()


def _shuffled(options: tuple[Option, ...], rng: Random) -> tuple[Option, ...]:
    mixed = list(options)
    rng.shuffle(mixed)
    return tuple(mixed)


def _points(answer: Answer, further: tuple[str, ...]) -> int:
    """A point for each thing that is keyed, three for what is argued, two for a question that follows."""
    match answer:
        case Choice():
            own = 1
        case Matching(prompts):
            own = len(prompts)
        case Ordering():
            own = 2
        case Open():
            own = 3
    return own + 2 * len(further)


def _minutes(answer: Answer, further: tuple[str, ...]) -> int:
    match answer:
        case Choice():
            own = 3
        case Matching(prompts):
            own = 1 + len(prompts)
        case Ordering():
            own = 3
        case Open(lines):
            own = 2 + lines
    return own + 2 * len(further)
