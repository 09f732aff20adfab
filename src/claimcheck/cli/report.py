"""`claimcheck report`: everything found, as text, Markdown or JSON.

Belongs here: the command alone. Does not belong here: sections (see `claimcheck.report.sections`), rendering.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.options import (
    PICTURES,
    AsOfOption,
    BridgeOption,
    FailOnOption,
    ForceOption,
    Format,
    OutputOption,
    PathArgument,
    ThroughOption,
    TrustOption,
    WithoutOption,
)


class Part(StrEnum):
    """The sections that `--only` can ask for, in the order of the report."""

    FINDINGS = "findings"
    SYNOPSIS = "synopsis"
    CLAIMS = "claims"
    CONFLICTS = "conflicts"
    SCHOOLS = "schools"
    LINEUP = "lineup"
    TERMINI = "termini"
    REMARKS = "remarks"
    SILENCES = "silences"
    SLIPS = "slips"
    FIGURES = "figures"
    STEMMA = "stemma"
    HISTORY = "history"
    SOURCES = "sources"
    REASONS = "reasons"


def report(
    path: PathArgument = None,
    only: Annotated[
        Part | None,
        typer.Option(
            "--only",
            metavar="SECTION",
            help=f"One section: {', '.join(Part)}.",
        ),
    ] = None,
    trust: TrustOption = None,
    without: WithoutOption = None,
    bridge: BridgeOption = None,
    as_of: AsOfOption = None,
    through: ThroughOption = None,
    fail_on: FailOnOption = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="text|markdown|json|dot|mermaid",
            help="By default what the name of FILE says, or text; dot and mermaid draw the stemma.",
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write the whole report.

    Findings, synopsis, who contradicts whom, the record, limits, sources, reasons.
    """
    from claimcheck.cli.failing import exit_code, fail_words
    from claimcheck.cli.opening import open_case
    from claimcheck.cli.output import destination, render
    from claimcheck.cli.viewing import perspective_of
    from claimcheck.examine import examine
    from claimcheck.report.asking import Asking

    words = fail_words(fail_on)
    to = destination(format, output, force, pictures=only is Part.STEMMA)
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    found = examine(case.corpus, perspective)
    asking = Asking(case.named, perspective)
    if to.format is Format.JSON:
        from claimcheck.report.json_shapes import only_json, report_json, written

        value = report_json(case.corpus, found, asking, case.diagnostics)
        to.write(written(only_json(value, only) if only is not None else value))
    elif to.format in PICTURES:
        from claimcheck.report.stemma_pictures import stemma_dot, stemma_mermaid

        draw = stemma_dot if to.format is Format.DOT else stemma_mermaid
        to.write(draw(case.corpus, found))
    else:
        from claimcheck.report.sections import report as report_document

        document = report_document(case.corpus, found, asking, name=case.name, banner=case.banner, only=only)
        to.write(render(document, to))
    raise typer.Exit(exit_code(case, found, words))
