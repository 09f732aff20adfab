"""`claimcheck check`: what is wrong with the files of a corpus.

Belongs here: the command, which cautions it shows, and the notations for programs that run checks (workflow
commands of GitHub, SARIF). Does not belong here: any check (see `claimcheck.corpus`,
`claimcheck.criticism.cautions`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import PLAIN, TABLES, ForceOption, Format, OutputOption, PathArgument

if TYPE_CHECKING:
    from claimcheck.cli.corpus_path import Case
    from claimcheck.corpus.quotations import Quotations
    from claimcheck.diagnostics import Diagnostic

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}  # of workflow commands; SARIF has ours


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
    from claimcheck.cli.corpus_path import open_case, tell_diagnostics
    from claimcheck.cli.exits import DONE, FAILED_ON, refuse
    from claimcheck.cli.output import destination, render, tabled
    from claimcheck.corpus.quotations import quotations_of
    from claimcheck.diagnostics import Severity
    from claimcheck.report.corpus_state import check_document

    if fail_on not in (None, "warning"):
        refuse(f"--fail-on: check knows only `warning`, not {fail_on}")
    to = destination(format, output, force, (*PLAIN, *TABLES, Format.GITHUB, Format.SARIF))
    case = open_case(path, quiet=True)
    quotations = quotations_of(case.corpus, case.folder)
    cautions = _cautions_for(case, quotations)
    problems = (*case.diagnostics, *cautions)
    tell_diagnostics(problems, (*case.diagnostics, *(cautions if verbose else _gathered(cautions))))
    if to.format is Format.JSON:
        from claimcheck.report.json_models import CheckJson, written

        to.write(written(CheckJson.made_from(None, (case.corpus, problems))))
    elif to.format in TABLES:
        from claimcheck.convert.tables import diagnostics_table

        to.write(tabled((diagnostics_table(problems),), to, case.corpus.title or case.name))
    elif to.format is Format.GITHUB:
        to.write(github_of(problems))
    elif to.format is Format.SARIF:
        from claimcheck import __version__

        to.write(sarif_of(problems, __version__))
    else:
        to.write(render(check_document(case.corpus, problems, case.name, quotations.found, verbose), to))
    warned = any(found.severity is Severity.WARNING for found in problems)
    raise typer.Exit(FAILED_ON if case.code == DONE and fail_on is not None and warned else case.code)


def _cautions_for(case: Case, quotations: Quotations) -> tuple[Diagnostic, ...]:
    """The cautions on an opened corpus and on its quotations, with the lines they point at."""
    from claimcheck.corpus.files import with_source_lines
    from claimcheck.criticism.cautions import cautions_of
    from claimcheck.examine import examine

    found = (*cautions_of(examine(case.corpus)), *quotations.cautions)
    return with_source_lines(sorted(found, key=lambda one: (one.position, one.code)))


def _gathered(cautions: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The cautions with all notes of one code told as one, at the first of their places."""
    from claimcheck.diagnostics import Severity

    told: dict[str, Diagnostic] = {}
    count: dict[str, int] = {}
    for found in cautions:
        key = found.code if found.severity is Severity.NOTE else repr(found)
        told.setdefault(key, found)
        count[key] = count.get(key, 0) + 1
    return tuple(
        replace(found, message=f"{found.message} (and {count[key] - 1} more: check -v)")
        if count[key] > 1
        else found
        for key, found in told.items()
    )


def github_of(diagnostics: Iterable[Diagnostic]) -> str:
    """A workflow command for each, by which GitHub marks the line in a pull request.

    As the runner reads it: `%`, line ends, and in properties also `:` and `,` are written as percent codes.
    """
    return "".join(f"{_command(one)}\n" for one in diagnostics)


def _command(one: Diagnostic) -> str:
    from claimcheck.diagnostics import CODES

    at = one.position
    told = f"{one.message}\n{one.remedy}" if one.remedy else one.message
    place = f"file={_escaped(at.file, ':,')},line={at.line},col={at.column}"
    title = _escaped(f"{one.code}: {CODES[one.code].description}", ":,")
    return f"::{_LEVELS[one.severity]} {place},title={title}::{_escaped(told)}"


def _escaped(text: str, further: str = "") -> str:
    return re.sub(f"[%\\r\\n{further}]", lambda found: f"%{ord(found[0]):02X}", text)


def sarif_of(diagnostics: Sequence[Diagnostic], version: str) -> str:
    """SARIF 2.1.0 (OASIS), as code scanning takes it: one run, a rule for each code that was found."""
    import json

    from claimcheck.diagnostics import CODES

    codes = sorted({one.code for one in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": version,
                "rules": [
                    {
                        "id": code,
                        "shortDescription": {"text": CODES[code].description},
                        "fullDescription": {"text": CODES[code].explanation},
                        "defaultConfiguration": {"level": str(CODES[code].severity)},
                    }
                    for code in codes
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes) for one in diagnostics],
    }
    log = {"$schema": SARIF, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _result(one: Diagnostic, codes: Sequence[str]) -> dict[str, Any]:
    """A diagnostic as a result of SARIF; lines and columns count from 1, and the end is half-open."""
    at = one.position
    region = {"startLine": at.line, "startColumn": at.column}
    if "\n" not in one.source_line and one.length > 1:
        region["endColumn"] = at.column + one.length
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": str(one.severity),
        "message": {"text": f"{one.message}. {one.remedy}." if one.remedy else f"{one.message}."},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(at.file)}, "region": region}},
        ],
    }


def _uri(file: str) -> str:
    """The path of a file as a relative reference, or as a file URI where it is absolute."""
    from urllib.parse import quote

    path = quote(os.fsencode(PurePath(file).as_posix()))
    return f"file://{path}" if path.startswith("/") else path
