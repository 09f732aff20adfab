"""The worksheet and its key as documents, which every renderer of reports can print.

Belongs here: how a task and a key are laid out, in words. Does not belong here: making or choosing exercises,
rendering, escaping. The worksheet is made of tasks alone: nothing of a key can get into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.report.blocks import Block, Chain, Document, Group, Item, Listing, Paragraph, Section, Table
from claimcheck.report.words.grammar import letter, plural
from claimcheck.teaching.glossary import glossary_section
from claimcheck.teaching.items import Choice, Exercise, ItemType, Key, Matching, Open, Option, Ordering, Task
from claimcheck.teaching.making import title_of

BOX = "☐"
LINE = "…" * 36


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
    match task.answer:
        case Choice(options):
            yield Listing(tuple(Item(f"{BOX} {letter(n)}. {option.text}") for n, option in enumerate(options)))
        case Matching(prompts, options):
            yield Listing(tuple(Item(f"{letter(n)}. {option.text}") for n, option in enumerate(options)))
            rows = tuple(("……", f"{n}. {prompt.text}") for n, prompt in enumerate(prompts, start=1))
            yield Table(("letter", ""), rows)
        case Ordering(entries):
            yield Table(
                ("place", "what happened"),
                tuple(("……", f"{letter(n)}. {entry.text}") for n, entry in enumerate(entries)),
            )
        case Open(lines) if with_lines:
            yield answer_lines(lines)
        case Open():
            pass
    for question in task.further:
        yield Paragraph(question)
        if with_lines:
            yield answer_lines(3)


def answer_lines(lines: int) -> Paragraph:
    """Room to write."""
    return Paragraph("\n".join([LINE] * lines))


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
    match one.task.answer:
        case Choice(options):
            yield f"{letter(right[0])}. {options[right[0]].text}"
        case Matching(_, options):
            for place, number in enumerate(right, start=1):
                yield f"{place} → {letter(number)}. {options[number].text}"
        case Ordering(entries):
            yield ", ".join(letter(number) for number in right)
            for number in right:
                yield f"{letter(number)}. {entries[number].text}"
        case Open():
            return
