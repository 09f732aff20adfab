"""`claimcheck exercise`: a worksheet for the class and a key for the teacher.

Belongs here: the command: open, examine, choose, write, and say what could not be served. Does not belong here:
making exercises and knowing what a corpus lacks (see `claimcheck.teaching`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    AsOfOption,
    BridgeOption,
    ForceOption,
    PathArgument,
    TrustOption,
    WithoutOption,
)
from claimcheck.cli.sheet_files import Place, SheetFormat, place_of

if TYPE_CHECKING:
    from claimcheck.teaching.items import ItemType
    from claimcheck.teaching.sheets import Sheet

_TYPES = (
    "sourcing, witness, context, date, styles, match, sequence, terminus, view, question, corroboration, "
    "independence, voices, conflict, misprint, settle, silence, figure, as-of, controversy, documents, lesson"
)


def exercise(
    path: PathArgument = None,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help=f"A type of exercise: {_TYPES}. Repeatable; by default all but the last three, which take a "
            "lesson each.",
        ),
    ] = None,
    count: Annotated[
        int | None,
        typer.Option(
            "--count", metavar="N", min=1, max=100, help="How many exercises; by default one of each type."
        ),
    ] = None,
    level: Annotated[
        int | None,
        typer.Option(
            "--level", metavar="1|2|3", min=1, max=3, help="Only of this level, by the length of the derivation."
        ),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", metavar="N", help="Another number is another version of equal difficulty; 1 by default."
        ),
    ] = 1,
    question: Annotated[
        str | None, typer.Option("--question", metavar="ID", help="Only what belongs to this question.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Use the plain wordings of the corpus, for learners of the language.")
    ] = False,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft", help="Make a lesson also where passages are lacking, with marked boxes in their place."
        ),
    ] = False,
    key: Annotated[
        str | None,
        typer.Option(
            "--key", metavar="FILE", help="Write the key to this file (.txt, .md, .html, .docx, .pdf, .csv)."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where there are fewer exercises than asked for.")
    ] = False,
    trust: TrustOption = None,
    without: WithoutOption = None,
    bridge: BridgeOption = None,
    as_of: AsOfOption = None,
    format: Annotated[
        SheetFormat | None,
        typer.Option(
            "--format",
            metavar="text|markdown|html|self-check|docx|pdf|gift|moodle|qti12|qti21|quizlet|anki|csv",
            help="By default what the name of FILE says, or text. From self-check to anki they hold the answers.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write the worksheet to a file (.txt, .md, .html, .docx, .pdf, .gift, .xml, .apkg, .csv); "
            "`-` is the screen.",
        ),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Make a worksheet for a class, and a key.

    Every answer is derived from the corpus, and the key shows how.
    """
    from claimcheck.cli.corpus_path import open_case
    from claimcheck.cli.exits import ERRORS, meant, refuse
    from claimcheck.cli.output import screen_width
    from claimcheck.cli.perspectives import perspective_of
    from claimcheck.examine import examine
    from claimcheck.report.styles import styles_say
    from claimcheck.report.words.issue import perspective_says
    from claimcheck.teaching.items import ItemType
    from claimcheck.teaching.material import Material
    from claimcheck.teaching.registry import drafts_of, lack_of, needs_of
    from claimcheck.teaching.selection import Wishes, choose
    from claimcheck.teaching.sheets import Sheet

    types = _types(type or ())
    to = place_of(format, output, force)
    key_to = place_of(None, key, force, is_key=True) if key is not None else None
    if key_to is not None and key_to.path is not None and to.path is not None and key_to.path == to.path:
        refuse("the worksheet and the key are to go to one file", "give --key another name")
    case = open_case(path)
    corpus = case.corpus
    if question is not None and question not in corpus.questions:
        refuse(f"--question: the corpus has no question {question}", meant(question, corpus.questions))
    found = examine(corpus, perspective_of(corpus, trust, without, bridge, as_of))
    material = Material(corpus, found, plain, draft)
    drafts = drafts_of(material)
    wishes = Wishes(types, count, level, seed, question)
    chosen = choose(drafts, wishes, material.weights)
    can_serve = ", ".join(str(type) for type, made in drafts.items() if made)
    lacking = wishes.types if not chosen.exercises else chosen.unserved
    if not chosen.exercises:
        _say(*(lack_of(material, drafts, type, wishes) for type in lacking))
        refuse(
            "the corpus serves none of the exercises asked for"
            if types or level or question
            else "the corpus is too small for any exercise",
            f"it can serve: {can_serve}"
            if can_serve
            else f"for one, for example, it would need {needs_of(ItemType.DATE)}",
        )
    told = (case.banner, perspective_says(corpus, found.perspective, found.set_aside), styles_say(corpus))
    heading = tuple(text for text in told if text)
    sheet = Sheet(corpus.title or case.name, f"Version {seed}", chosen.exercises, heading, screen_width())
    _write(to, sheet, is_key=False)
    if key_to is not None:
        _write(key_to, sheet, is_key=True)
    _say(*(lack_of(material, drafts, type, wishes) for type in lacking))
    if lacking:
        _say(f"the corpus can serve: {can_serve}")
    if len(chosen.exercises) < chosen.wanted:
        _say(
            f"{len(chosen.exercises)} of the {chosen.wanted} exercises asked for: there are no more that do not "
            "ask the same or give each other away"
        )
    fewer = len(chosen.exercises) < chosen.wanted or bool(lacking)
    raise typer.Exit(ERRORS if strict and fewer else case.code)


def _write(place: Place, sheet: Sheet, *, is_key: bool) -> None:
    from claimcheck.cli.exits import refuse
    from claimcheck.diagnostics import installing
    from claimcheck.report.word import MissingExtra
    from claimcheck.teaching.formats import key_bytes, sheet_bytes

    try:
        data = key_bytes(sheet, place.format) if is_key else sheet_bytes(sheet, place.format)
    except MissingExtra as missing:
        refuse(f"{place.format} needs {missing.package}", installing(missing.extra))
    place.write(data)


def _types(words: Iterable[str]) -> tuple[ItemType, ...]:
    """The types asked for, each once, in the order given; several may be divided by commas."""
    from claimcheck.cli.exits import refuse_word
    from claimcheck.teaching.items import ItemType

    known = [str(type) for type in ItemType]
    chosen = [part.strip() for word in words for part in word.split(",") if part.strip()]
    for word in chosen:
        if word not in known:
            refuse_word("--type", word, known)
    return tuple(dict.fromkeys(ItemType(word) for word in chosen))


def _say(*texts: str) -> None:
    from claimcheck.cli.exits import printable

    for text in texts:
        typer.echo(f"claimcheck: {printable(text)}", err=True)
