"""From a draft to an exercise: which wrong options stand beside the right one, and in which order.

Belongs here: all that chance decides within one exercise. Does not belong here: which exercises there are (see
`types`) and which of them a sheet has (see `choosing`).
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from claimcheck.teaching.items import (
    Answer,
    Choice,
    Draft,
    Exercise,
    InOrder,
    Labelled,
    Matching,
    OneRight,
    Open,
    Option,
    Ordering,
    Pairs,
    Task,
)


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
