"""`claimcheck convert`: a corpus in another form.

Belongs here: the command alone. Does not belong here: the forms.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.options import ForceOption, OutputOption, PathArgument


def convert(
    path: PathArgument = None,
    full: Annotated[
        bool, typer.Option("--full", help="The full form: every shorthand written out, in one file.")
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write a corpus in its full form.

    Every shorthand written out; the verdicts are the same.
    """
    from pathlib import Path

    from claimcheck.cli.leaving import refuse
    from claimcheck.cli.opening import corpus_here, open_case
    from claimcheck.cli.options import Format
    from claimcheck.cli.output import destination, keep_out
    from claimcheck.corpus.expansion import expanded

    if not full:
        refuse("convert to what?", "claimcheck convert --full writes every shorthand out")
    to = destination(Format.TEXT, output, force)
    if to.path is not None:
        keep_out(to.path, Path(path) if path is not None else corpus_here())
    case = open_case(path)
    to.write(expanded(case.corpus))
    raise typer.Exit(case.code)
