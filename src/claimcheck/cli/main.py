"""The command line: which command a first word is, and how the program ends.

Belongs here: the application, the exit codes of faults. Does not belong here: any command (a file per command),
any import that a command does not need to be listed: bodies import what they use when they run, since starting
counts.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from claimcheck.cli.check import check
from claimcheck.cli.compare import compare
from claimcheck.cli.convert import convert
from claimcheck.cli.date import date
from claimcheck.cli.exercise import exercise
from claimcheck.cli.exits import DONE, FAULT, INTERRUPTED, USAGE, meant, refuse, refuse_word
from claimcheck.cli.explain import explain
from claimcheck.cli.findings import findings
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
        """Puts the unnamed command before arguments that begin with none; `--color` may stand behind any."""
        colors, rest = _colors(args)
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if not rest or (rest[0] not in self.commands and rest[0].partition("=")[0] not in own):
            rest = [ALONE, *rest]
        with _wrong_words_refused():
            return super().parse_args(ctx, [*colors, *rest])

    def invoke(self, ctx: Any) -> Any:
        """Runs the command, whose own options are read here."""
        with _wrong_words_refused():
            return super().invoke(ctx)


# Of the library below typer, which does not show it.
UsageError: Any = typer.BadParameter.__mro__[1]


@contextmanager
def _wrong_words_refused() -> Iterator[None]:
    """Whatever no command or option knows is refused with what is known here, in our words."""
    try:
        yield
    except UsageError as fault:
        _refuse_usage(fault)


def _refuse_usage(fault: Any) -> NoReturn:
    """Refuses words that a command does not take: which, and what it takes in their place."""
    param = getattr(fault, "param", None)
    own = fault.ctx.info_name if fault.ctx is not None and fault.ctx.parent is not None else ALONE
    path = "claimcheck" if own == ALONE else f"claimcheck {own}"
    remedy = f"{path} -h tells what it takes"
    option = getattr(fault, "option_name", "")
    if hasattr(fault, "possibilities"):
        refuse(f"there is no option {option}", meant(option, fault.possibilities or ()) or remedy)
    if option:
        is_without = "requires" not in fault.message
        refuse(f"{option} {'takes no value' if is_without else 'needs a value behind it'}", remedy)
    if param is None:
        takes = " ".join(str(one.metavar) for one in fault.ctx.command.params if one.param_type_name == "argument")
        over = fault.message.rpartition("(")[2].removesuffix(")")
        refuse(f"{over or fault.message} is too much: {path} takes {takes or 'no such word'}", remedy)
    name = next((word for word in param.opts if word.startswith("--")), own)
    causes = fault.__cause__.errors() if hasattr(fault.__cause__, "errors") else []
    if not causes:
        refuse(f"{name}: {param.metavar} is missing", remedy)
    kind = getattr(param, "type_descriptor", None)
    choices = [str(choice) for choice in (kind.choices if kind else None) or ()]
    here = [word for word in str(param.metavar).strip("[]").split("|") if word in choices]
    given = str(causes[0]["input"])
    if choices:
        refuse_word(name, given, here or choices)
    least, most = param.min, param.max
    within = f" from {least} to {most}" if most is not None else f" from {least} on" if least is not None else ""
    example = param.default if param.default is not None else min(most or 10, 10)
    refuse(f"{name}: {given or 'nothing'} is not a whole number{within}", f"for example {name} {example}")


def _colors(args: list[str]) -> tuple[list[str], list[str]]:
    """The `--color` of a command line, wherever it stands before `--`, and the rest."""
    for place, word in enumerate(args):
        if word == "--":
            break
        if word == "--color" and place + 1 == len(args):
            refuse("--color needs a word behind it", f"known: {', '.join(Color)}")
        if word == "--color" or word.startswith("--color="):
            end = place + (1 if "=" in word else 2)
            return args[place:end], [*args[:place], *args[end:]]
    return [], args


class Color(StrEnum):
    """Whether what is printed is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


app = typer.Typer(
    name="claimcheck",
    cls=FirstWord,
    help="Compare dated claims with each other and with the record, and say why.",
    epilog="Exit codes: 0 done (contradictions are findings), 1 the corpus has errors, 2 usage or unreadable "
    "input, 3 --fail-on was met, 70 a fault of the program.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[PATH | COMMAND [ARGS]...]",
)


def _version(wanted: bool) -> None:
    if wanted:
        from claimcheck import __version__

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    color: Annotated[
        Color,
        typer.Option(
            "--color",
            metavar="auto|always|never",
            help="Colour on a terminal (auto), always, or never; with every command.",
        ),
    ] = Color.AUTO,
) -> None:
    """Chooses the colour, by the variables that other programs heed as well; every command has its own options."""
    names = {Color.ALWAYS: "FORCE_COLOR", Color.NEVER: "NO_COLOR"}
    if color in names:
        before = dict(os.environ)
        other = ({"FORCE_COLOR", "NO_COLOR"} - {names[color]}).pop()
        os.environ.pop(other, None)
        os.environ[names[color]] = "1"
        ctx.call_on_close(partial(_restore, before))


def _restore(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)


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
    # Nobody plugs anything into pydantic here, and looking for it reads every package that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What a command reads it keeps to its end: the collector would walk through all of it again and again.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
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
