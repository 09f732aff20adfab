"""Exercises as GIFT, for Moodle and other course platforms. The file holds the answers.

Belongs here: GIFT and its escaping (https://docs.moodle.org/en/GIFT_format). Does not belong here: other formats.

Its traps: `~ = # { } :` and the backslash are escaped with a backslash; a blank line ends a question, so a
question is one line and newlines are written `\\n`; nothing escapes `->`, so it becomes an arrow; a percent sign
at the start of an answer can begin a weight; `//` at the start of a line is a comment. A matching question needs
two prompts and three answers; options that belong to no prompt are answers of an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.report.text import visible
from claimcheck.teaching.formats.plain import encoded, material_lines, reasons
from claimcheck.teaching.items import Choice, Exercise, Matching, Open, Ordering
from claimcheck.teaching.registry import title_of
from claimcheck.teaching.sheets import Sheet

_SPECIAL = re.compile(r"([\\~=#{}:])")


def gift_of(sheet: Sheet) -> bytes:
    """The exercises as a GIFT file that ends with a newline."""
    head = f"// {_line(sheet.title)}, {_line(sheet.version)}"
    questions = [_question(number, one) for number, one in enumerate(sheet.exercises, start=1)]
    return encoded("\n\n".join((head, *questions)) + "\n")


def escaped(text: str) -> str:
    """A text in which nothing is obeyed, newlines kept as `\\n`, empty lines dropped."""
    text = visible(text).replace("->", "→")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\\n".join(_SPECIAL.sub(r"\\\1", line) for line in lines if line)


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _question(number: int, one: Exercise) -> str:
    title = escaped(f"{number} {title_of(one.task.type)}")
    stem = "\n".join((one.task.instruction, *material_lines(one.task), one.task.ask))
    # What is open beside a closed question cannot be asked on a platform; it stays with the worksheet.
    said = escaped("\n".join(reasons(one)))
    feedback = f"####{said}" if said else ""
    answers = "".join(_answers(one))
    return f"::{title}::[plain]{escaped(stem)} {{{answers}{feedback}}}"


def _answers(one: Exercise) -> Iterator[str]:
    right = one.key.right
    match one.task.answer:
        case Choice(options):
            for place, option in enumerate(options):
                yield f"{'=' if place == right[0] else '~'}{_answer(option.text)} "
        case Matching(prompts, options):
            for prompt, place in zip(prompts, right, strict=True):
                yield f"={_answer(prompt.text)} -> {_answer(options[place].text)} "
            for place, option in enumerate(options):
                if place not in right:
                    yield f"= -> {_answer(option.text)} "
        case Ordering(entries):
            for place, entry in enumerate(entries):
                yield f"={_answer(entry.text)} -> {right.index(place) + 1} "
        case Open():
            return


def _answer(text: str) -> str:
    """An answer; a percent sign at its start would be read as a weight."""
    said = escaped(text)
    return f"\u200b{said}" if said.startswith("%") else said
