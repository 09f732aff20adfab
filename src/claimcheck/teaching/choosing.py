"""Which exercises a sheet has: so many, of these types and levels, none giving another away, by a seed.

Belongs here: the plan of a sheet, which chance has no part in, and filling it, in which it has. Does not belong
here: making exercises.

The plan says how many of which type and level, and follows from the corpus and the wishes alone. The seed decides
which exercise fills each place. So two seeds give two versions of equal difficulty, where the corpus has enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from claimcheck.teaching.drawing import drawn, spelled
from claimcheck.teaching.items import Draft, Exercise, ItemType, OneRight, Pairs
from claimcheck.teaching.wording import texts_of

SEED = 1  # the seed where none is given: a constant, never the clock
_ATTEMPTS = 40


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a teacher asked for. `types` empty: whatever there is, but for what takes a lesson of its own."""

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


COUNT = 8
# Each of these fills a lesson by itself, and is on a sheet only where it is asked for.
LESSONS = (ItemType.CONTROVERSY, ItemType.DOCUMENTS)


def choose(drafts: Mapping[ItemType, Sequence[Draft]], wishes: Wishes) -> Chosen:
    """The exercises for a sheet. The same drafts and wishes give the same exercises in the same order."""
    asked = wishes.types or tuple(type for type in drafts if type not in LESSONS)
    fit = {type: _fitting(drafts.get(type, ()), wishes) for type in asked}
    wanted = wishes.count if wishes.count is not None else (len(asked) if wishes.types else COUNT)
    unserved = tuple(type for type in asked if not fit[type]) if wishes.types else ()
    plan = _plan(fit, wanted)
    rng = Random(wishes.seed)
    best: list[Draft] = []
    for _ in range(_ATTEMPTS):
        filled = _filled(plan, fit, rng)
        if len(filled) > len(best):
            best = filled
        if len(best) == len(plan):
            break
    best.sort(key=lambda draft: list(ItemType).index(draft.type))  # in the order of a lesson
    return Chosen(tuple(drawn(draft, rng) for draft in best), wanted, unserved)


def _fitting(drafts: Iterable[Draft], wishes: Wishes) -> list[Draft]:
    return [
        draft
        for draft in drafts
        if (wishes.level is None or draft.level == wishes.level)
        and (wishes.question is None or wishes.question in draft.questions)
    ]


def _plan(fit: Mapping[ItemType, Sequence[Draft]], wanted: int) -> list[tuple[ItemType, int]]:
    """The types and levels of the places: types in turn, of each type its levels in turn, the easiest first."""
    left = {type: _by_level(found) for type, found in fit.items() if found}
    plan: list[tuple[ItemType, int]] = []
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
    plan: Sequence[tuple[ItemType, int]], fit: Mapping[ItemType, Sequence[Draft]], rng: Random
) -> list[Draft]:
    """A draft for each place of the plan, as far as they go together; places with the least choice come first."""
    pools = {
        place: rng.sample(found, len(found))
        for place in dict.fromkeys(plan)
        for found in [[draft for draft in fit[place[0]] if draft.level == place[1]]]
    }
    chosen: list[Draft] = []
    for place in sorted(plan, key=lambda place: len(pools[place])):
        pool = pools[place]
        draft = next((found for found in pool if all(go_together(found, other) for other in chosen)), None)
        if draft is not None:
            chosen.append(draft)
            pool.remove(draft)
    return chosen


def go_together(a: Draft, b: Draft) -> bool:
    """Whether two exercises can stand on one sheet: neither asks what the other asks, or tells."""
    if a.asks & b.asks or a.asks & b.reveals or b.asks & a.reveals:
        return False
    return not (_tells(a, b) or _tells(b, a))


def _tells(a: Draft, b: Draft) -> bool:
    """Whether what one exercise prints contains, word for word, a right answer of the other."""
    printed = _printed(a)
    return any(answer in printed for answer in _answers(b))


def _answers(draft: Draft) -> list[str]:
    match draft.solution:
        case OneRight(right, _, _):
            return [spelled(right.text)]
        case Pairs(pairs, _):
            return [spelled(option.text) for _, option in pairs]
    return []


def _printed(draft: Draft) -> str:
    return spelled(" \n ".join((draft.ask, *draft.further, *(text for b in draft.blocks for text in texts_of(b)))))
