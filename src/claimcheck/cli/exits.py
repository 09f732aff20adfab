"""How a command ends: the exit codes, and refusing with a sentence.

Belongs here: the codes and the two ways to say on stderr why something was not done. Does not belong here:
diagnostics of a corpus (see `corpus_path`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NoReturn

import typer

DONE = 0  # contradictions are findings, not failures
ERRORS = 1  # the corpus has errors; what remains was reported
USAGE = 2  # usage, or input that could not be read at all
FAILED_ON = 3  # something named by --fail-on was found
FAULT = 70  # a fault of the program
INTERRUPTED = 130


def refuse(message: str, hint: str = "") -> NoReturn:
    """Ends with one sentence on stderr, a second that helps, and exit code 2."""
    typer.echo(f"claimcheck: {printable(message)}", err=True)
    if hint:
        typer.echo(f"  = {printable(hint)}", err=True)
    raise typer.Exit(USAGE)


def refuse_word(option: str, word: str, known: Sequence[str]) -> NoReturn:
    """Refuses a word that an option does not know: what is near to it, and all that it knows."""
    several = [part.strip() for part in word.split(",")]
    listing = f"known: {', '.join(known)}"
    if len(several) > 1 and all(part in known for part in several):
        refuse(f"{option} takes one of its words at a time, not {word}", f"{option} {several[0]}")
    near = meant(word, known)
    refuse(f"{option}: there is no {word}", near if near == listing else f"{near} {listing}".strip())


def printable(text: str) -> str:
    """A text that can go to a terminal: nothing in it is obeyed."""
    from claimcheck.report.text import visible

    return visible(text)


def meant(word: str, known: Iterable[str]) -> str:
    """A question that helps after a wrong word: "did you mean …?"; empty where nothing is near."""
    from difflib import get_close_matches

    known = list(known)
    near = get_close_matches(word, known, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 8 else ""
