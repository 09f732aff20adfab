"""`claimcheck check`: what is wrong with the files of a corpus.

Belongs here: the command alone. Does not belong here: any check (see `claimcheck.corpus`).
"""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.options import PLAIN, TABLES, ForceOption, Format, OutputOption, PathArgument


def check(
    path: PathArgument = None,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show how shorthand was taken, and every note.")
    ] = False,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="warning", help="Exit with 3 if there are warnings.")
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="text|markdown|json|csv|xlsx|github|sarif",
            help="By default what the name of FILE says, or text; github marks the lines of a pull request, sarif "
            "is for code scanning.",
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Check the files of a corpus.

    Every problem with its line, and how to mend it.
    """
    from claimcheck.cli.cautioning import cautions_for, gathered
    from claimcheck.cli.leaving import DONE, FAILED_ON, refuse
    from claimcheck.cli.opening import open_case, tell_diagnostics
    from claimcheck.cli.output import destination, render, tabled
    from claimcheck.corpus.quotations import quotations_of
    from claimcheck.diagnostics import Severity
    from claimcheck.report.checking import check_document

    if fail_on not in (None, "warning"):
        refuse(f"--fail-on: check knows only `warning`, not {fail_on}")
    to = destination(format, output, force, (*PLAIN, *TABLES, Format.GITHUB, Format.SARIF))
    case = open_case(path, quiet=True)
    quotations = quotations_of(case.corpus, case.folder)
    cautions = cautions_for(case, quotations)
    problems = (*case.diagnostics, *cautions)
    tell_diagnostics(problems, (*case.diagnostics, *(cautions if verbose else gathered(cautions))))
    if to.format is Format.JSON:
        from claimcheck.report.json_models import CheckJson, written

        to.write(written(CheckJson.made_from(None, (case.corpus, problems))))
    elif to.format in TABLES:
        from claimcheck.convert.tables import diagnostics_table

        to.write(tabled((diagnostics_table(problems),), to, case.corpus.title or case.name))
    elif to.format is Format.GITHUB:
        from claimcheck.convert.annotations import github_of

        to.write(github_of(problems))
    elif to.format is Format.SARIF:
        from claimcheck import __version__
        from claimcheck.convert.annotations import sarif_of

        to.write(sarif_of(problems, __version__))
    else:
        to.write(render(check_document(case.corpus, problems, case.name, quotations.found, verbose), to))
    warned = any(found.severity is Severity.WARNING for found in problems)
    raise typer.Exit(FAILED_ON if case.code == DONE and fail_on is not None and warned else case.code)
