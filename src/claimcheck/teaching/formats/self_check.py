"""The self-check page: one HTML file that works without a network, and tells a learner how he did.

Belongs here: that page. Does not belong here: the worksheet (see `sheets`).

The page holds the answers, coded so that nobody reads them by looking at the source in passing; they are not
secret. A worksheet for a test is another file.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from claimcheck.report.text import visible
from claimcheck.teaching.formats.plain import encoded
from claimcheck.teaching.items import Exercise, Ordering, Task
from claimcheck.teaching.registry import title_of
from claimcheck.teaching.sheets import Sheet, answers_say, lettered, numbered, slips_of


@dataclass(frozen=True, slots=True)
class Field:
    """One control of an exercise: its label, and what can be chosen."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """An exercise as the page shows it: `sort` is choice, several or open; `coded` holds the answer."""

    title: str
    task: Task
    sort: str
    fields: tuple[Field, ...]
    coded: str


def self_check_of(sheet: Sheet) -> bytes:
    """The page as bytes."""
    from claimcheck.report.html.escaping import environment
    from claimcheck.report.html.page import Linking
    from claimcheck.report.html.shell import shell

    checked = tuple(
        Checked(
            f"Exercise {number}: {title_of(one.task.type)}",
            one.task,
            _sort(one),
            _fields(one),
            coded(one),
        )
        for number, one in enumerate(sheet.exercises, start=1)
    )
    module: Any = environment().get_template("self_check.html.j2").module
    body = module.page(sheet.title, (sheet.version, *sheet.heading), checked, Linking(frozenset()))
    return encoded(shell(sheet.title, body, styles=("sheet.css", "self_check.css"), scripts=("self_check.js",)))


def _sort(one: Exercise) -> str:
    return {"Choice": "choice", "Open": "open"}.get(type(one.task.answer).__name__, "several")


def _fields(one: Exercise) -> tuple[Field, ...]:
    answer = one.task.answer
    found = tuple(lettered(answer))
    if isinstance(answer, Ordering):
        places = tuple(str(place) for place in range(1, len(found) + 1))
        return tuple(Field(text, places) for text in found)
    labels = numbered(answer) or ([""] if found else [])
    return tuple(Field(label, found) for label in labels)


def coded(one: Exercise) -> str:
    """The answer and its reasons, as base64 of JSON: what is to be chosen in each field, and what to show."""
    right: list[int] = list(one.key.right)
    if isinstance(one.task.answer, Ordering):
        right = [one.key.right.index(place) for place in range(len(right))]
    told = {
        "right": right,
        "slips": {str(number): visible(option.slip) for number, option in slips_of(one.task)},
        "answer": [visible(text) for text in answers_say(one)],
        "why": [visible(step.text) for step in one.key.steps],
        "notes": [visible(text) for text in (one.key.conclusion, *one.key.cautions) if text],
        "look": [visible(text) for text in one.key.look_fors],
        "samples": [visible(sample.text) for sample in one.key.samples],
    }
    return base64.b64encode(json.dumps(told, ensure_ascii=True).encode()).decode("ascii")
