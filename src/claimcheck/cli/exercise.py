"""`claimcheck exercise`: a worksheet for the class and a key for the teacher.

Belongs here: the command alone. Does not belong here: making exercises (see `claimcheck.teaching`), their formats
(see `claimcheck.teaching.formats`).
"""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.options import (
    AsOfOption,
    BridgeOption,
    ForceOption,
    PathArgument,
    TrustOption,
    WithoutOption,
)
from claimcheck.cli.sheet_files import SheetFormat

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
    from claimcheck.cli.exercising import Wanted, make_sheet

    make_sheet(
        path,
        Wanted(tuple(type or ()), count, level, seed, question, plain, strict, draft),
        trust,
        without,
        bridge,
        as_of,
        format,
        output,
        key,
        force,
    )
