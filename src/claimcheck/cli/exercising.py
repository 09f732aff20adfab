"""What `claimcheck exercise` does: open, examine, choose, print, and say what could not be served.

Belongs here: that way, and its refusals. Does not belong here: the options (see `exercise`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

import typer

from claimcheck.cli.leaving import ERRORS, meant, printable, refuse, refuse_word
from claimcheck.cli.opening import Case, open_case
from claimcheck.cli.output import screen_width
from claimcheck.cli.sheet_files import Place, SheetFormat, place_of
from claimcheck.cli.viewing import perspective_of
from claimcheck.diagnostics import installing
from claimcheck.examine import examine
from claimcheck.report.extras import MissingExtra
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.styles import styles_say
from claimcheck.teaching.choosing import LESSONS, Chosen, Wishes, choose
from claimcheck.teaching.formats import Sheet, key_bytes, sheet_bytes
from claimcheck.teaching.items import Draft, ItemType
from claimcheck.teaching.making import drafts_of, needs_of
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.controversy import missing_for as controversy_lacks
from claimcheck.teaching.types.lesson import missing_for as lesson_lacks


@dataclass(frozen=True, slots=True)
class Wanted:
    """The wishes as typed."""

    types: tuple[str, ...]
    count: int | None
    level: int | None
    seed: int
    question: str | None
    plain: bool
    strict: bool
    draft: bool = False


def make_sheet(
    path: str | None,
    wanted: Wanted,
    trust: Iterable[str] | None,
    without: Iterable[str] | None,
    bridges: Iterable[str] | None,
    as_of: str | None,
    format: SheetFormat | None,
    output: str | None,
    key: str | None,
    force: bool,
) -> NoReturn:
    """Writes the worksheet, and the key where one is wanted; ends with the exit code."""
    types = _types(wanted.types)
    to = place_of(format, output, force)
    key_to = place_of(None, key, force, is_key=True) if key is not None else None
    if key_to is not None and key_to.path is not None and to.path is not None and key_to.path == to.path:
        refuse("the worksheet and the key are to go to one file", "give --key another name")
    case = open_case(path)
    if wanted.question is not None and wanted.question not in case.corpus.questions:
        refuse(
            f"--question: the corpus has no question {wanted.question}",
            meant(wanted.question, case.corpus.questions),
        )
    perspective = perspective_of(case.corpus, trust, without, bridges, as_of)
    found = examine(case.corpus, perspective)
    material = Material(case.corpus, found, wanted.plain, wanted.draft)
    drafts = drafts_of(material)
    wishes = Wishes(types, wanted.count, wanted.level, wanted.seed, wanted.question)
    chosen = choose(drafts, wishes, material.weights)
    if not chosen.exercises:
        _refuse_too_small(material, drafts, wishes)
    heading = tuple(
        text
        for text in (
            case.banner,
            perspective_says(case.corpus, found.perspective, found.set_aside),
            styles_say(case.corpus),
        )
        if text
    )
    sheet = Sheet(
        case.corpus.title or case.name, f"Version {wanted.seed}", chosen.exercises, heading, screen_width()
    )
    _write(to, sheet, is_key=False)
    if key_to is not None:
        _write(key_to, sheet, is_key=True)
    _say_what_is_missing(chosen, drafts, wanted, material)
    fewer = len(chosen.exercises) < chosen.wanted or bool(chosen.unserved)
    raise typer.Exit(ERRORS if wanted.strict and fewer else case.code)


def _write(place: Place, sheet: Sheet, *, is_key: bool) -> None:
    try:
        data = key_bytes(sheet, place.format) if is_key else sheet_bytes(sheet, place.format)
    except MissingExtra as missing:
        refuse(f"{place.format} needs {missing.package}", installing(missing.extra))
    place.write(data)


def _types(words: Iterable[str]) -> tuple[ItemType, ...]:
    """The types asked for, each once, in the order given; several may be divided by commas."""
    known = [str(type) for type in ItemType]
    chosen = [part.strip() for word in words for part in word.split(",") if part.strip()]
    for word in chosen:
        if word not in known:
            refuse_word("--type", word, known)
    return tuple(dict.fromkeys(ItemType(word) for word in chosen))


def _served(drafts: dict[ItemType, tuple[Draft, ...]]) -> str:
    return ", ".join(str(type) for type, found in drafts.items() if found)


def _refuse_too_small(material: Material, drafts: dict[ItemType, tuple[Draft, ...]], wishes: Wishes) -> NoReturn:
    """Says what the corpus lacks for what was asked, and which types it can serve."""
    asked = wishes.types or tuple(drafts)
    for type in asked if wishes.types else ():
        _say(_lack(material, drafts, type, wishes))
    served = _served(drafts)
    refuse(
        "the corpus serves none of the exercises asked for"
        if wishes.types or wishes.level or wishes.question
        else "the corpus is too small for any exercise",
        f"it can serve: {served}" if served else f"for one, for example, it would need {needs_of(ItemType.DATE)}",
    )


def _lack(material: Material, drafts: dict[ItemType, tuple[Draft, ...]], type: ItemType, wishes: Wishes) -> str:
    found = drafts.get(type, ())
    question = wishes.question or next(
        iter(sorted(material.weights, key=material.weights.__getitem__)[::-1]), None
    )
    if question is not None and type in LESSONS and not any(question in draft.questions for draft in found):
        lack = controversy_lacks if type is ItemType.CONTROVERSY else lesson_lacks
        said = lack(material, question, type)
        if said:
            more = (
                ""
                if material.is_draft or type is ItemType.CONTROVERSY
                else "; --draft leaves marked boxes for passages"
            )
            return f"{type}: for the question {question} what is missing is {said}{more}"
    if material.plain and not found:
        return f"{type}: there is none of which every text has a plain wording (`plain:`)"
    if not found:
        return f"{type}: what is missing is {needs_of(type)}"
    on_question = [draft for draft in found if wishes.question is None or wishes.question in draft.questions]
    if not on_question:
        return f"{type}: there is none that belongs to the question {wishes.question}"
    levels = sorted({draft.level for draft in on_question})
    return f"{type}: there is none of level {wishes.level}; there are some of level {', '.join(map(str, levels))}"


def _say_what_is_missing(
    chosen: Chosen, drafts: dict[ItemType, tuple[Draft, ...]], wanted: Wanted, material: Material
) -> None:
    wishes = Wishes(chosen.unserved, wanted.count, wanted.level, wanted.seed, wanted.question)
    for type in chosen.unserved:
        _say(_lack(material, drafts, type, wishes))
    if chosen.unserved:
        _say(f"the corpus can serve: {_served(drafts)}")
    if len(chosen.exercises) < chosen.wanted:
        _say(
            f"{len(chosen.exercises)} of the {chosen.wanted} exercises asked for: there are no more that do not "
            "ask the same or give each other away"
        )


def _say(text: str) -> None:
    typer.echo(f"claimcheck: {printable(text)}", err=True)


__all__ = ["Case", "Wanted", "make_sheet"]
