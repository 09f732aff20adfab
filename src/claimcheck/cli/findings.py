"""`claimcheck [PATH]`: the findings of a corpus on one screen.

Belongs here: the command alone. Does not belong here: which findings are told (see `claimcheck.report.screen`).
"""

from __future__ import annotations

import os

import typer

from claimcheck.cli.options import (
    AsOfOption,
    BridgeOption,
    FailOnOption,
    ForceOption,
    Format,
    FormatOption,
    OutputOption,
    PathArgument,
    ThroughOption,
    TrustOption,
    WithoutOption,
)


def findings(
    context: typer.Context,
    path: PathArgument = None,
    trust: TrustOption = None,
    without: WithoutOption = None,
    bridge: BridgeOption = None,
    as_of: AsOfOption = None,
    through: ThroughOption = None,
    fail_on: FailOnOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """The findings on one screen.

    The most telling, each with its place and with how to ask why. Also without PATH, standing in a corpus.
    """
    from claimcheck.cli.corpus_path import open_case
    from claimcheck.cli.exits import meant, refuse
    from claimcheck.cli.fail_on import exit_code, fail_words
    from claimcheck.cli.output import destination, render, screen_width
    from claimcheck.cli.perspectives import perspective_of
    from claimcheck.examine import examine
    from claimcheck.report.ask_why import Asking

    words = fail_words(fail_on)
    if path is not None and not os.path.lexists(path):
        hint = meant(path, _commands(context)) if os.sep not in path else ""
        refuse(f"there is no file, folder or command {path}", hint or "a corpus is a folder with a corpus.yaml")
    to = destination(format, output, force)
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    found = examine(case.corpus, perspective)
    asking = Asking(case.named, perspective)
    if to.format is Format.JSON:
        from claimcheck.report.json_models import report_json, written

        to.write(written(report_json(found, asking, case.diagnostics)))
    elif to.format is Format.MARKDOWN:
        from claimcheck.report.document import report

        document = report(found, asking, name=case.name, banner=case.banner, only="findings")
        to.write(render(document, to))
    else:
        from claimcheck.report.screen import first_screen

        to.write(
            first_screen(
                found,
                asking,
                name=case.name,
                banner=case.banner,
                width=screen_width(),
                styled=to.styled,
            )
        )
    raise typer.Exit(exit_code(case, found, words))


def _commands(context: typer.Context) -> list[str]:
    group = context.parent.command if context.parent is not None else None
    names: dict[str, object] = getattr(group, "commands", {})
    return [name for name in names if name[0].isalpha()]
