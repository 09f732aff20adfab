"""What an exercise is: what the class sees, what the teacher sees, and what lies between them.

Belongs here: the frozen values that the types make, that `selection` picks and that the sheets print. Does not
belong here: making them (see `types`), printing them.

A task and its key are two values, so that a worksheet, which is made of tasks alone, can hold nothing of a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from claimcheck.report.blocks import Block
from claimcheck.report.blocks import Item as Line


class ItemType(StrEnum):
    """The types of exercise, in the order of a lesson: from the source to the argued paragraph."""

    SOURCING = "sourcing"
    WITNESS = "witness"
    CONTEXT = "context"
    DATE = "date"
    STYLES = "styles"
    MATCH = "match"
    SEQUENCE = "sequence"
    TERMINUS = "terminus"
    VIEW = "view"
    QUESTION = "question"
    CORROBORATION = "corroboration"
    INDEPENDENCE = "independence"
    VOICES = "voices"
    CONFLICT = "conflict"
    MISPRINT = "misprint"
    SETTLE = "settle"
    SILENCE = "silence"
    FIGURE = "figure"
    AS_OF = "as-of"
    CONTROVERSY = "controversy"
    DOCUMENTS = "documents"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, match or put in order.

    `ref` says in machine form what the text says; `slip` of a wrong option is the misreading that leads to it. A
    worksheet prints neither.
    """

    text: str
    ref: str
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options is right."""

    options: tuple[Option, ...]
    prompts: ClassVar[tuple[Option, ...]] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """To every prompt belongs one of the options. Where they are `labels`, several prompts may share one."""

    prompts: tuple[Option, ...]
    options: tuple[Option, ...]
    labels: bool = False


@dataclass(frozen=True, slots=True)
class Ordering:
    """The options are to be put in order of time, the earliest first."""

    options: tuple[Option, ...]
    prompts: ClassVar[tuple[Option, ...]] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """To be answered in words, on so many lines."""

    lines: int = 6
    options: ClassVar[tuple[Option, ...]] = ()
    prompts: ClassVar[tuple[Option, ...]] = ()


Answer = Choice | Matching | Ordering | Open


@dataclass(frozen=True, slots=True)
class Task:
    """What the class sees. `about` are the ids of what is asked about, in machine form; they are never printed.

    `blocks` is the material, `ask` the question, `further` are open questions that follow the closed one. `points`
    are those of the whole, `minutes` what it takes.
    """

    type: ItemType
    about: tuple[str, ...]
    instruction: str
    blocks: tuple[Block, ...]
    ask: str
    answer: Answer
    further: tuple[str, ...] = ()
    points: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """A model answer, and the claims that it prefers to others."""

    text: str
    prefers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Key:
    """What the teacher sees.

    `right` are numbers (from 0): of a choice the right option, of a matching the option for each prompt, of an
    ordering the entries in their order; empty for an open task. `steps` is the derivation, `conclusion` what it
    comes to, `cautions` what qualifies it, `blocks` whatever else is laid out. What is open has look-fors, a
    rubric (level and what it takes), and model answers made of the findings. `ruled_out` are the claims that it
    calls so.
    """

    right: tuple[int, ...]
    steps: tuple[Line, ...]
    conclusion: str = ""
    cautions: tuple[str, ...] = ()
    look_fors: tuple[str, ...] = ()
    rubric: tuple[tuple[str, str], ...] = ()
    samples: tuple[Sample, ...] = ()
    ruled_out: frozenset[str] = frozenset()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A task with its key and its level (1 to 3)."""

    task: Task
    key: Key
    level: int


# ------------------------------------------------------------------------------------------------- drafts


@dataclass(frozen=True, slots=True)
class OneRight:
    """A choice to be: the right option, and all that may stand beside it, each certainly wrong."""

    right: Option
    wrong: tuple[Option, ...]
    most: int = 4


@dataclass(frozen=True, slots=True)
class Pairs:
    """A matching to be: prompts, each with its option; options that belong to none of them."""

    pairs: tuple[tuple[Option, Option], ...]
    extra: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A matching to be, with labels that always stand in the same order."""

    prompts: tuple[Option, ...]
    labels: tuple[Option, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InOrder:
    """An ordering to be: the entries in their right order."""

    entries: tuple[Option, ...]


Solution = OneRight | Pairs | Labelled | InOrder | Open


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise before its options are drawn and shuffled: nothing in it depends on chance.

    `asks` are the facts that the answer consists in, `reveals` those that the task gives in plain words
    ("reading:CLAIM", "pair:A,B" …), so that no two exercises of a sheet ask the same or give each other away.
    `questions` are the questions of the corpus it belongs to, `sources` those of which something is asked.
    """

    type: ItemType
    about: tuple[str, ...]
    instruction: str
    blocks: tuple[Block, ...]
    ask: str
    solution: Solution
    key: Key
    asks: frozenset[str]
    reveals: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    further: tuple[str, ...] = ()
    points: int = 0
    minutes: int = 0

    @property
    def level(self) -> int:
        """How hard it is, by the length of its derivation."""
        return level_of(len(self.key.steps))


def level_of(steps: int) -> int:
    """The level of a derivation of so many steps: 1 up to four, 2 up to seven, 3 beyond."""
    return 1 if steps <= 4 else 2 if steps <= 7 else 3


def occurring(prompts: tuple[Option, ...], labels: tuple[Option, ...], refs: tuple[str, ...]) -> Labelled:
    """Prompts to be sorted under those of the labels that occur (`refs`, one for each prompt)."""
    kept = tuple(label for label in labels if label.ref in refs)
    return Labelled(prompts, kept, tuple([label.ref for label in kept].index(ref) for ref in refs))
