"""The worksheet and its key as documents, which every renderer of reports can print.

Belongs here: how a task and a key are laid out, in words, and the terms of the trade, defined for a class. Does
not belong here: making or choosing exercises, rendering, escaping. The worksheet is made of tasks alone: nothing
of a key can get into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.report.blocks import Block, Chain, Document, Group, Item, Listing, Paragraph, Section, Table
from claimcheck.report.words.grammar import letter, plural
from claimcheck.teaching.items import (
    Answer,
    Choice,
    Exercise,
    ItemType,
    Key,
    Matching,
    Open,
    Option,
    Ordering,
    Task,
)
from claimcheck.teaching.registry import title_of
from claimcheck.teaching.wording import answer_lines, texts_of

BOX = "☐"


def worksheet(title: str, version: str, tasks: Sequence[Task], heading: Sequence[str] = ()) -> Document:
    """The sheet for the class. `version` names it, so that sheet and key can be told to belong together."""
    sections: list[Section] = []
    for number, task in enumerate(tasks, start=1):
        if task.type is ItemType.LESSON:
            sections += lesson_sections(task, number)
        else:
            sections.append(Section(f"exercise-{number}", heading_of(number, task), tuple(task_blocks(task))))
    points, minutes = sum(task.points for task in tasks), sum(task.minutes for task in tasks)
    line = f"Name: {'…' * 16}   Class: {'…' * 4}   Date: {'…' * 8}   Points: {'…' * 3} / {points}"
    words = glossary_section([one for one in sections if one.id.startswith("exercise")])
    return Document(title, (line, f"{version} · {plural(minutes, 'minute')}", *heading), (*sections, *words))


def lesson_sections(task: Task, number: int) -> Iterator[Section]:
    """A lesson as sections of its own, each part under its heading."""
    for place, block in enumerate(task.blocks, start=1):
        if isinstance(block, Group):
            title = f"{block.title} ({block.note})" if block.note else block.title
            yield Section(f"{block.kind}-{number}-{place}", title, block.blocks)


def heading_of(number: int, task: Task) -> str:
    """The heading of an exercise, with its points and minutes."""
    return f"Exercise {number}: {title_of(task.type)} ({task.points} pt, {task.minutes} min)"


def key(title: str, version: str, exercises: Sequence[Exercise], heading: Sequence[str] = ()) -> Document:
    """The key for the teacher: every answer, how it is derived, what to look for in what is open."""
    sections = tuple(
        Section(
            f"exercise-{number}",
            f"Exercise {number}: {title_of(one.task.type)} (level {one.level}, {one.task.points} pt)",
            tuple(_key(one)),
        )
        for number, one in enumerate(exercises, start=1)
    )
    return Document(f"Key: {title}", (version, *heading), sections)


def task_blocks(task: Task, *, with_lines: bool = True) -> Iterator[Block]:
    """A task as blocks; `with_lines` leaves room to write."""
    yield Paragraph(task.instruction)
    yield from task.blocks
    yield Paragraph(task.ask)
    options, prompts = lettered(task.answer), numbered(task.answer)
    match task.answer:
        case Choice():
            yield Listing(tuple(Item(f"{BOX} {text}") for text in options))
        case Matching():
            yield Listing(tuple(map(Item, options)))
            yield Table(("letter", ""), tuple(("……", text) for text in prompts))
        case Ordering():
            yield Table(("place", "what happened"), tuple(("……", text) for text in options))
        case Open(lines) if with_lines:
            yield answer_lines(lines)
        case Open():
            pass
    for question in task.further:
        yield Paragraph(question)
        if with_lines:
            yield answer_lines(3)


def lettered(answer: Answer) -> list[str]:
    """What is to be chosen from, matched or put in order, each with its letter."""
    return [f"{letter(number)}. {option.text}" for number, option in enumerate(answer.options)]


def numbered(answer: Answer) -> list[str]:
    """That to which something belongs, each with its number."""
    return [f"{number}. {prompt.text}" for number, prompt in enumerate(answer.prompts, start=1)]


def _key(one: Exercise) -> Iterator[Block]:
    answers = tuple(Item(text) for text in answers_say(one))
    if len(answers) == 1:
        yield Paragraph(f"Answer: {answers[0].text}")
    elif answers:
        yield Paragraph("Answers:")
        yield Listing(answers)
    else:
        yield Paragraph("There is no one right answer; this is what the findings give.")
    wrong = tuple(Item(f"{letter(number)}: {option.slip}.") for number, option in slips_of(one.task))
    if wrong:
        yield Paragraph("What misleads to the others:")
        yield Listing(wrong)
    yield from one.key.blocks
    yield Chain("Why", one.key.steps, one.key.conclusion)
    for caution in one.key.cautions:
        yield Paragraph(f"Mind: {caution}")
    yield from _open(one.key)


def slips_of(task: Task) -> Iterator[tuple[int, Option]]:
    """The wrong options of which it is known what misleads to them, each with its place."""
    if isinstance(task.answer, Choice | Matching):
        for number, option in enumerate(task.answer.options):
            if option.slip:
                yield number, option


def _open(found: Key) -> Iterator[Block]:
    if found.look_fors:
        yield Paragraph("What to look for:")
        yield Listing(tuple(Item(text) for text in found.look_fors))
    if found.rubric:
        yield Table(("level", "what it takes"), found.rubric)
    if found.samples:
        yield Paragraph("Sample answers, made of the findings:")
        yield Listing(tuple(Item(sample.text) for sample in found.samples))


def answers_say(one: Exercise) -> Iterator[str]:
    """The right answers in words, with their letters as on the worksheet; nothing for an open task."""
    right = one.key.right
    texts = [lettered(one.task.answer)[number] for number in right]
    if isinstance(one.task.answer, Ordering):
        yield ", ".join(letter(number) for number in right)
    if isinstance(one.task.answer, Matching):
        texts = [f"{place} → {text}" for place, text in enumerate(texts, start=1)]
    yield from texts


# ------------------------------------------------------------------------------------- the terms of the trade


class Term(NamedTuple):
    """A term, the pattern by which its use is found (whole words, either case), and what it means."""

    name: str
    pattern: str
    meaning: str


TERMS: tuple[Term, ...] = (
    Term(
        "account",
        "accounts?",
        "What somebody says about a matter, in one voice; a joint statement is one account.",
    ),
    Term("archive", "archives?", "A place that keeps documents; they can be read once it opens them."),
    Term("bear on", "bears? on|bearing on", "To have something to do with a question, for it or against it."),
    Term(
        "contradict",
        "contradicts?|cannot (?:both|all) be true",
        "Two statements contradict if they cannot both be true.",
    ),
    Term("convention", "conventions?", "A rule that people agree on, such as what “late in the month” means."),
    Term(
        "corroborate",
        "corroborat\\w+|bears? it out",
        "To bear out what somebody says by something else that says it too, and does not get it from him.",
    ),
    Term("documented", "documented", "Stated by a record made at the time."),
    Term("given", "as given", "Taken as known for this exercise, without asking how."),
    Term(
        "Gregorian calendar",
        "gregorian",
        "The calendar of today (the new style), in use since 1582 in some countries.",
    ),
    Term("hedge", "hedged?|hedges", "A word that makes a statement less sure: perhaps, apparently, about."),
    Term(
        "independent",
        "independent\\w*",
        "Two sources are independent if neither has its knowledge from the other, nor both from a third.",
    ),
    Term(
        "Julian calendar",
        "julian",
        "The older calendar (the old style), ten to thirteen days behind that of today.",
    ),
    Term("narrated", "narrated", "Told by a later work as a fact, without a record being named."),
    Term("record", "records?", "What attests an event apart from those who argue about it."),
    Term("rest on", "rests? on", "To have one’s knowledge from: a copy rests on what it was copied from."),
    Term("root", "roots?", "The source at which a chain of copying and retelling begins."),
    Term("silence", "silen\\w+", "Nothing said by a source that one would expect to say something."),
    Term("source", "sources?", "The text, document or thing from which we know something."),
    Term("terminus ante quem", "terminus ante quem", "The latest that something can have happened."),
    Term("terminus post quem", "terminus post quem", "The earliest that something can have happened."),
    Term(
        "through",
        "came (?:to us )?through|reached us through",
        "By way of another work: we have not seen the source itself.",
    ),
    Term(
        "witness",
        "witness\\w*",
        "Somebody from whom we know something; the nearer to the event the better, as a rule.",
    ),
)


def terms_in(texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that the texts use, in alphabetical order."""
    whole = " \n ".join(texts)
    return tuple(term for term in TERMS if re.search(rf"\b(?:{term.pattern})\b", whole, re.IGNORECASE) is not None)


def glossary_section(sections: Iterable[Section]) -> Iterator[Section]:
    """The box at the end of a sheet: the terms that its sections use; nothing if they use none."""
    texts = [
        text
        for section in sections
        for text in (section.title, *(text for block in section.blocks for text in texts_of(block)))
    ]
    found = terms_in(texts)
    if found:
        rows = tuple((term.name, term.meaning) for term in found)
        yield Section("words", "Words used here", (Table(("word", "what it means"), rows),))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The exercises of a sheet; `heading` stands above them; `width` is that of plain text, in cells."""

    title: str
    version: str
    exercises: tuple[Exercise, ...]
    heading: tuple[str, ...] = ()
    width: int = 80

    @property
    def worksheet(self) -> Document:
        """The sheet for the class, made of the tasks alone."""
        return worksheet(self.title, self.version, tuple(one.task for one in self.exercises), self.heading)

    @property
    def key(self) -> Document:
        """The sheet for the teacher."""
        return key(self.title, self.version, self.exercises, self.heading)
