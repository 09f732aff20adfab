"""`claimcheck lineup`: every claim against the record.

Belongs here: the command alone. Does not belong here: the table (see `claimcheck.report.document`).
"""

from __future__ import annotations

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


def lineup(
    path: PathArgument = None,
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
    """Line every claim up against the record.

    What bears on it, what rules it out, what bears it out and how independently.
    """
    from claimcheck.cli.corpus_path import open_case
    from claimcheck.cli.fail_on import exit_code, fail_words
    from claimcheck.cli.output import destination, render, tabled
    from claimcheck.cli.perspectives import perspective_of
    from claimcheck.examine import examine

    words = fail_words(fail_on)
    to = destination(format, output, force, (*PLAIN, *TABLES))
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    found = examine(case.corpus, perspective)
    if to.format is Format.JSON:
        from claimcheck.report.json_models import LineupJson, written

        to.write(written(LineupJson.made_from(found, found)))
    elif to.format in TABLES:
        from claimcheck.convert.tables import lineup_table

        to.write(tabled((lineup_table(found),), to, case.corpus.title or case.name))
    elif to.format is Format.TEXT and not all:
        from claimcheck.report.screen import lineup_briefly

        to.write(lineup_briefly(found, case.name, case.banner))
    else:
        from claimcheck.report.ask_why import Asking
        from claimcheck.report.document import lined_up

        asking = Asking(case.named, perspective)
        to.write(render(lined_up(found, asking, name=case.name, banner=case.banner), to))
    raise typer.Exit(exit_code(case, found, words))
