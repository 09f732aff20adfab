"""`claimcheck compare`: claims against each other; two corpora; two perspectives.

Belongs here: the command alone. Does not belong here: what changes (see `claimcheck.report.explaining`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    PLAIN,
    TABLES,
    AllOption,
    AsOfOption,
    BridgeOption,
    FailOnOption,
    ForceOption,
    Format,
    OutputOption,
    PathArgument,
    TableFormatOption,
    ThroughOption,
    TrustOption,
    WithoutOption,
)

if TYPE_CHECKING:
    from claimcheck.cli.corpus_path import Case
    from claimcheck.cli.output import Destination
    from claimcheck.engine.examination import Examination


def compare(
    path: PathArgument = None,
    other: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="A second corpus: what changes.", show_default=False),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="'KEY=VALUE …'",
            help="A second perspective: what changes to it. Keys: trust, without, bridge, as-of, through.",
        ),
    ] = None,
    trust: TrustOption = None,
    without: WithoutOption = None,
    bridge: BridgeOption = None,
    as_of: AsOfOption = None,
    through: ThroughOption = None,
    all: AllOption = False,
    fail_on: FailOnOption = None,
    format: TableFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Compare claims, corpora or perspectives.

    Who contradicts whom, by how much, and under which assumptions; with a second corpus or perspective, what
    changes.
    """
    from claimcheck.cli.corpus_path import open_case
    from claimcheck.cli.exits import refuse
    from claimcheck.cli.fail_on import exit_code, fail_words
    from claimcheck.cli.output import destination, render, tabled
    from claimcheck.cli.perspectives import perspective_against, perspective_of
    from claimcheck.examine import examine

    words = fail_words(fail_on)
    to = destination(format, output, force, (*PLAIN, *(TABLES if other is None and against is None else ())))
    if other is not None and against is not None:
        refuse("compare takes either a second corpus or --against, not both")
    if path is not None and other is not None:
        missing = next((name for name in (path, other) if not os.path.lexists(name)), None)
        if missing is not None:
            refuse(
                f"compare takes two corpora, and there is no file or folder {missing}",
                f"two claims of one corpus: claimcheck explain {path} {other}",
            )
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    found = examine(case.corpus, perspective)
    if other is not None:
        second = open_case(other)
        seen = perspective_of(second.corpus, trust, without, bridge, as_of, through)
        _changes(
            to,
            (case, found),
            (second, examine(second.corpus, seen)),
            (str(path), other),
        )
        raise typer.Exit(max(case.code, second.code))
    if against is not None:
        seen = perspective_against(case.corpus, against)
        _changes(to, (case, found), (case, examine(case.corpus, seen)), (case.name, against))
        raise typer.Exit(case.code)
    if to.format is Format.JSON:
        from claimcheck.report.json_models import CompareJson, written

        to.write(written(CompareJson.made_from(found, found)))
    elif to.format in TABLES:
        from claimcheck.convert.tables import pairs_table

        to.write(tabled((pairs_table(found),), to, case.corpus.title or case.name))
    elif to.format is Format.TEXT and not all:
        from claimcheck.report.screen import compared_briefly

        to.write(compared_briefly(found, case.name, case.banner))
    else:
        from claimcheck.report.ask_why import Asking
        from claimcheck.report.document import compared

        asking = Asking(case.named, perspective)
        to.write(render(compared(found, asking, name=case.name, banner=case.banner), to))
    raise typer.Exit(exit_code(case, found, words))


def _changes(
    to: Destination, before: tuple[Case, Examination], after: tuple[Case, Examination], names: tuple[str, str]
) -> None:
    from claimcheck.cli.output import render
    from claimcheck.report.explaining import changes_document

    sides = before[1], after[1]
    if to.format is Format.JSON:
        from claimcheck.report.json_models import ChangesJson, written

        to.write(written(ChangesJson.made_from(*sides)))
    else:
        banner = before[0].banner or after[0].banner
        to.write(render(changes_document(*sides, names, banner), to))
