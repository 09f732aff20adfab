"""`claimcheck report`: everything found, as text, Markdown, JSON, a page or a picture.

Belongs here: the command alone. Does not belong here: sections (see `claimcheck.report.sections`), rendering.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.options import (
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
    POSITIONS = "positions"
    SYNOPSIS = "synopsis"
    TIMELINE = "timeline"
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
            metavar="text|markdown|json|html|svg|dot|mermaid",
            help="By default what the name of FILE says, or text; html is one page, svg draws the timelines or "
            "the stemma, dot and mermaid the stemma.",
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write the whole report.

    Findings, synopsis, timelines, who contradicts whom, the record, limits, sources, reasons. With `-o FILE.html`
    it is one page to look at, print and hand on.
    """
    from claimcheck.cli.failing import exit_code, fail_words
    from claimcheck.cli.leaving import refuse
    from claimcheck.cli.opening import open_case
    from claimcheck.cli.output import destination, render
    from claimcheck.cli.progress import progress
    from claimcheck.cli.viewing import perspective_of
    from claimcheck.examine import examine
    from claimcheck.report.asking import Asking

    words = fail_words(fail_on)
    to = destination(format, output, force, section=only or "", pages=True)
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    with progress(f"comparing {len(case.corpus.claims):,} claims"):
        found = examine(case.corpus, perspective)
    asking = Asking(case.named, perspective)
    with progress("writing the report"):
        if to.format is Format.JSON:
            from claimcheck.report.json_models import report_json, written

            text = written(report_json(found, asking, case.diagnostics, only))
        elif to.format in (Format.DOT, Format.MERMAID):
            from claimcheck.report.stemma_pictures import stemma_dot, stemma_mermaid

            draw = stemma_dot if to.format is Format.DOT else stemma_mermaid
            text = draw(found)
        elif to.format is Format.SVG:
            from claimcheck.report.html.svg import svg_file
            from claimcheck.report.pictures.sections import pictures_of

            pictures = pictures_of(found, only or "")
            if not pictures:
                refuse("there is nothing to draw", "no date of an account has a place in time, or no source a tie")
            text = svg_file(case.corpus.title or case.name, pictures)
        elif to.format is Format.HTML and only is None:
            from claimcheck.cli.versions import version_of
            from claimcheck.report.html.page import render_page
            from claimcheck.report.page import page

            said = version_of(case)
            document = page(found, asking, name=case.name, banner=case.banner, version=said)
            text = render_page(document, case.corpus)
        else:
            from claimcheck.report.sections import report as report_document

            document = report_document(found, asking, name=case.name, banner=case.banner, only=only)
            text = render(document, to, case.corpus)
    to.write(text)
    raise typer.Exit(exit_code(case, found, words))
