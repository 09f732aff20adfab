"""Exercises for course platforms as XML: Moodle XML, QTI 1.2 (Canvas and others), QTI 2.1; and cards as text.

Belongs here: what the templates beside this module print of an exercise. Does not belong here: GIFT (see `gift`),
what stands in an exercise. All of these hold the answers.

Moodle XML: https://docs.moodle.org/en/Moodle_XML_format (matching with answers that return, the ordering of
Moodle 4.4, short answers for figures). QTI: IMS Question & Test Interoperability, ASI 1.2 (2002) and 2.1 (2012),
each in a content package (IMS CP 1.1) with its manifest. Feedback tells of each wrong option what misleads to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from claimcheck.report.word import text_of
from claimcheck.report.words.grammar import letter
from claimcheck.teaching.formats.plain import material_lines, reasons
from claimcheck.teaching.items import Answer, Choice, Exercise, ItemType, Matching, Open, Ordering
from claimcheck.teaching.registry import title_of
from claimcheck.teaching.sheets import Sheet, slips_of

# What Moodle and Canvas call each form of answer, and what QTI 2.1 has as its response.
_FORMS: dict[type[Answer], tuple[str, str, str, str]] = {
    Choice: ("multichoice", "multiple_choice_question", "single", "identifier"),
    Matching: ("matching", "matching_question", "multiple", "directedPair"),
    Ordering: ("ordering", "matching_question", "ordered", "identifier"),
    Open: ("essay", "essay_question", "single", "string"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to choose, for platforms that know no other form: prompt, options, the place of the right one."""

    prompt: str
    options: tuple[str, ...]
    right: int


class Asked:
    """An exercise as the templates print it; `number` is its place on the sheet."""

    def __init__(self, number: int, one: Exercise) -> None:
        task, answer = one.task, one.task.answer
        self.number = number
        self.name = f"{number} {title_of(task.type)}"
        self.points = task.points or 1
        lines = (task.instruction, *material_lines(task), task.ask)
        self.stem = [part for line in lines for part in line.split("\n") if part.strip()]
        self.why = [" ".join(line.split()) for line in reasons(one)]
        self.sort = type(answer).__name__
        self.moodle, self.canvas, self.cardinality, self.base = _FORMS[type(answer)]
        self.right = one.key.right
        self.options, self.prompts = answer.options, answer.prompts
        self.lines = answer.lines if isinstance(answer, Open) else 0
        self.fields: tuple[Field, ...] = ()
        self.values: tuple[str, ...] = ()  # the right response in QTI 2.1
        self.slips = [(place, option.slip) for place, option in slips_of(task)] if self.sort == "Choice" else []
        texts = tuple(option.text for option in answer.options)
        match answer:
            case Choice():
                self.fields = (Field("", texts, self.right[0]),)
                self.values = (f"o{self.right[0]}",)
                self.moodle = "shortanswer" if task.type is ItemType.FIGURE else self.moodle
            case Matching(prompts):
                rows = zip(prompts, self.right, strict=True)
                self.fields = tuple(Field(prompt.text, texts, right) for prompt, right in rows)
                self.values = tuple(f"p{place} o{right}" for place, right in enumerate(self.right))
            case Ordering():
                places = tuple(str(place) for place in range(1, len(texts) + 1))
                at = enumerate(texts)
                self.fields = tuple(Field(text, places, self.right.index(place)) for place, text in at)
                self.values = tuple(f"o{right}" for right in self.right)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The right number as it may be typed: with and without its mark and its commas."""
        text = self.options[self.right[0]].text
        bare = text.removesuffix("%").strip()
        return tuple(dict.fromkeys((text, bare, bare.replace(",", ""), f"{bare}%")))

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each prompt with the answer that belongs to it, then the answers that belong to none."""
        for prompt, right in zip(self.prompts, self.right, strict=True):
            yield prompt.text, self.options[right].text
        yield from (("", option.text) for place, option in enumerate(self.options) if place not in self.right)


def _html(lines: list[str]) -> str:
    """Lines as paragraphs of HTML, nothing in them obeyed; as text, which the XML around it escapes once more."""
    return "".join(f"<p>{escape(text_of(line))}</p>" for line in lines)


@cache
def _templates() -> Environment:
    """The templates beside this module: every text is made one that XML can hold, and escaped."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        finalize=lambda value: text_of(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["html"] = _html
    return made


def _written(name: str, **told: Any) -> bytes:
    return _templates().get_template(f"{name}.xml.j2").render(told).encode()


def _asked(sheet: Sheet) -> list[Asked]:
    return [Asked(number, one) for number, one in enumerate(sheet.exercises, start=1)]


def moodle_of(sheet: Sheet) -> bytes:
    """The exercises as Moodle XML, in a category of their own."""
    return _written("moodle", title=sheet.title, asked=_asked(sheet))


def qti12_of(sheet: Sheet) -> bytes:
    """The exercises as a content package with one QTI 1.2 assessment."""
    return _packed({"assessment.xml": _written("qti12", title=sheet.title, asked=_asked(sheet))}, is_12=True)


def qti21_of(sheet: Sheet) -> bytes:
    """The exercises as a content package of QTI 2.1 items."""
    return _packed({f"item{one.number}.xml": _written("qti21", one=one) for one in _asked(sheet)}, is_12=False)


def _packed(files: dict[str, bytes], *, is_12: bool) -> bytes:
    """Files with their manifest, as an archive that bears no trace of when it was made."""
    manifest = _written("imsmanifest", is_12=is_12, names=list(files))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in {"imsmanifest.xml": manifest, **files}.items():
            made.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)
    return out.getvalue()


def pairs_of(sheet: Sheet) -> bytes:
    """A card for each closed exercise, question and answer divided by a tab: for Quizlet and the like."""
    lines = []
    for one in _asked(sheet):
        stem = " / ".join(one.stem)
        match one.sort:
            case "Choice":
                listed = [f"{letter(n)}. {option.text}" for n, option in enumerate(one.options)]
                lines.append((f"{stem} / {' / '.join(listed)}", listed[one.right[0]]))
            case "Matching":
                lines += [(prompt, text) for prompt, text in one.pairs if prompt]
            case "Ordering":
                lines.append((stem, "; ".join(one.options[right].text for right in one.right)))
    return "".join(f"{_on_one_line(front)}\t{_on_one_line(back)}\n" for front, back in lines).encode()


def _on_one_line(text: str) -> str:
    return " / ".join(" ".join(line.split()) for line in text_of(text).split("\n"))
