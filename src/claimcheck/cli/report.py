"""`claimcheck report`: everything found, as text, Markdown, JSON, a page or a picture.

Belongs here: the command, and which module writes which form. Does not belong here: what stands in it
(see `claimcheck.report.document`), layout.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    OF_OTHERS,
    OF_REPORT,
    TABLES,
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

if TYPE_CHECKING:
    from claimcheck.engine.examination import Examination

if TYPE_CHECKING:
    from claimcheck.corpus.entries import Corpus


class Part(StrEnum):
    """The sections that `--only` can ask for, in the order of the report."""

    PICTURE = "picture"
    ISSUE = "issue"
    FINDINGS = "findings"
    QUESTIONS = "questions"
    ONCE = "once"
    ACCOUNTS = "accounts"
    POINTS = "points"
    CONFLICTS = "conflicts"
    LIMITS = "limits"
    REMARKS = "remarks"
    SILENCES = "silences"
    SLIPS = "slips"
    HISTORY = "history"
    STEMMA = "stemma"
    RECORD = "record"
    SOURCES = "sources"
    ASKING = "asking"
    FIGURES = "figures"
    BRIDGES = "bridges"
    PERSPECTIVE = "perspective"
    TIMELINE = "timeline"


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
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="CLAIMANT", help="What one claimant says, on every question."),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--all",
            "--full",
            help="With every question, the accounts with their proofs, and the apparatus.",
        ),
    ] = False,
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
            metavar="text|markdown|json|html|docx|pdf|csv|xlsx|svg|dot|mermaid|timelinejs|markwhen|csl-json|bibtex|trig",
            help="By default what the name of FILE says, or text; html is one page, xlsx a workbook with a sheet "
            "for each table, csv one table, svg draws the picture, the timelines or the stemma, dot and mermaid "
            "the stemma or the conflicts; the others are the forms of other programs.",
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write the report.

    What is at issue, the findings, question by question; with --all the accounts and the apparatus. With
    `-o FILE.html` it is one page to look at, print and hand on.
    """
    from claimcheck.cli.corpus_path import open_case, version_of
    from claimcheck.cli.exits import refuse
    from claimcheck.cli.fail_on import exit_code, fail_words
    from claimcheck.cli.output import destination, render, tabled
    from claimcheck.cli.perspectives import perspective_of
    from claimcheck.cli.progress import progress
    from claimcheck.examine import examine
    from claimcheck.report.ask_why import Asking

    words = fail_words(fail_on)
    to = destination(format, output, force, OF_REPORT, only or "")
    case = open_case(path)
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    with progress(f"comparing {len(case.corpus.claims):,} claims"):
        found = examine(case.corpus, perspective)
    asking = Asking(case.named, perspective)
    speaker = _speaker(case.corpus, by, only, to.format) if by is not None else None
    made: str | bytes
    with progress("writing the report"):
        if to.format is Format.JSON:
            from claimcheck.report.json_models import report_json, written

            made = written(report_json(found, asking, case.diagnostics, only))
        elif to.format in TABLES:
            from claimcheck.convert.tables import report_tables, section_table

            tables = report_tables(found) if to.format is Format.XLSX else (section_table(found, only or ""),)
            made = tabled(tables, to, case.corpus.title or case.name)
        elif to.format in (Format.DOT, Format.MERMAID):
            from claimcheck.convert.conflict_net import conflicts_dot, conflicts_mermaid
            from claimcheck.report.stemma_pictures import stemma_dot, stemma_mermaid

            ways = (stemma_dot, stemma_mermaid) if only is Part.STEMMA else (conflicts_dot, conflicts_mermaid)
            made = ways[to.format is Format.MERMAID](found)
        elif to.format in OF_OTHERS:
            made = written_for_others(found, to.format, case.corpus.title or case.name)
        elif to.format is Format.SVG:
            from claimcheck.report.html.drawings import section_svg

            made = section_svg(found, asking, name=case.name, only=only or Part.PICTURE)
            if not made:
                refuse("there is nothing to draw", "no date of an account has a place in time, or no source a tie")
        else:
            from claimcheck.report.blocks import Depth, shown
            from claimcheck.report.document import QUESTIONS, by_claimant
            from claimcheck.report.document import report as report_document

            version = version_of(case)
            if speaker is not None:
                document = by_claimant(found, asking, speaker, name=case.name, banner=case.banner, version=version)
            else:
                document = report_document(
                    found, asking, name=case.name, banner=case.banner, only=only, version=version
                )
            if to.format is not Format.HTML and not full:
                on_screen = to.format is Format.TEXT and to.path is None and only is None and speaker is None
                depths = [section.depth for section in document.sections] if only is not None else []
                more = f"{asking.command('report')} --all"
                depth = max(Depth.QUESTION, *depths) if depths else Depth.QUESTION
                document = shown(document, depth, QUESTIONS if on_screen else None, more)
            made = render(document, to, is_full=full)
    to.write(made)
    raise typer.Exit(exit_code(case, found, words))


def written_for_others(findings: Examination, form: Format, title: str) -> str:
    """What was found in the form of another program, one of `OF_OTHERS`."""
    if form in (Format.CSL_JSON, Format.BIBTEX):
        from claimcheck.convert.bibliographies import bibtex_of, csl_json_of

        return (csl_json_of if form is Format.CSL_JSON else bibtex_of)(findings)
    if form is Format.TRIG:
        from claimcheck.convert.linked_data import trig_of

        return trig_of(findings)
    from claimcheck.convert.timelines_out import markwhen_of, timelinejs_of

    return (markwhen_of if form is Format.MARKWHEN else timelinejs_of)(findings, title)


def _speaker(corpus: Corpus, by: str, only: Part | None, format: Format) -> str:
    """The claimant who is meant, by id or by name."""
    from claimcheck.cli.exits import meant, refuse
    from claimcheck.report.words.names import person

    if only is not None:
        refuse("report takes either --only or --by, not both")
    if format not in (Format.TEXT, Format.MARKDOWN, Format.HTML):
        refuse(f"{format} cannot hold --by {by}", "it is told as text, Markdown or a page")
    called = {name: id for id, one in corpus.claimants.items() for name in (one.name, person(corpus, id), id)}
    if by not in called:
        refuse(f"--by: the corpus has no claimant {by}", meant(by, called))
    return called[by]
