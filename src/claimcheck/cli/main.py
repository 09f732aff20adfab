"""The command line: which command a first word is, and how the program ends.

Belongs here: the application, the exit codes of faults. Does not belong here: any command (a file per command),
any import that a command does not need to be listed: bodies import what they use when they run, since starting
counts.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from claimcheck.cli.check import check
from claimcheck.cli.compare import compare
from claimcheck.cli.convert import convert
from claimcheck.cli.date import date
from claimcheck.cli.exercise import exercise
from claimcheck.cli.explain import explain
from claimcheck.cli.findings import findings
from claimcheck.cli.leaving import DONE, FAULT, INTERRUPTED, USAGE
from claimcheck.cli.lineup import lineup
from claimcheck.cli.new import new
from claimcheck.cli.report import report
from claimcheck.cli.schema import schema
from claimcheck.cli.streams import Unwritable, give_up, open_streams
from claimcheck.cli.watch import watch

# What a first word that is no command belongs to. Nobody types it, so it takes no folder's name away.
ALONE = "[PATH]"


class FirstWord(TyperGroup):
    """A group whose first word is a command if it is one, and otherwise the PATH of a corpus."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts the unnamed command before arguments that begin with none."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = [ALONE, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    name="claimcheck",
    cls=FirstWord,
    help="Compare dated claims with each other and with the record, and say why.",
    epilog="Exit codes: 0 done (contradictions are findings), 1 the corpus has errors, 2 usage or unreadable "
    "input, 3 --fail-on was met, 70 a fault of the program.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    subcommand_metavar="[PATH | COMMAND [ARGS]...]",
)


def _version(wanted: bool) -> None:
    if wanted:
        from claimcheck import __version__

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing is done here: every command has its own options."""


app.command(name=ALONE)(findings)
app.command()(check)
app.command()(compare)
app.command()(lineup)
app.command()(explain)
app.command()(report)
app.command()(date)
app.command()(exercise)
app.command()(convert)
app.command()(new)
app.command()(schema)
app.command()(watch)


def run() -> None:
    """Runs the command line and exits; no fault ever shows a traceback, and a reader that leaves is no fault."""
    open_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except Unwritable as fault:
        _leave_unwritten(fault)
    except KeyboardInterrupt:
        give_up("stdout")
        sys.exit(INTERRUPTED)
    except Exception as fault:  # the last resort: whatever happened is one line, and never the code of a finding
        said = " ".join(str(fault).split()) or "no more is known"
        with suppress(Unwritable):
            sys.stderr.write(f"claimcheck: a fault of the program ({type(fault).__name__}): {said[:300]}\n")
        sys.exit(FAULT)


def _leave_unwritten(fault: Unwritable) -> NoReturn:
    """Exits where a stream takes no more: without a word if its reader has left, as `head` does."""
    give_up(fault.stream)
    if fault.reader_left:
        sys.exit(DONE)
    with suppress(Unwritable):
        sys.stderr.write(f"claimcheck: {fault}\n")
    sys.exit(USAGE)
