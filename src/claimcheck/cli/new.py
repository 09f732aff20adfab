"""`claimcheck new`: a first corpus, with the schema by which an editor knows it.

Belongs here: the nine lines to be written over, the three questions that are asked on a terminal, the copy of a
shipped case, and where all of it is put. Does not belong here: reading it, drafting from an article (see
`convert.article`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli.options import ForceOption

# Complete as it stands: the memoirs are ruled out by the ledger, and the register is not.
NINE_LINES = """\
question: When was the bridge first crossed?
through: Town Chronicle, 1931
claims:
  Memoirs: mid-May 1901, not before @opening
  Register: late April 1901
record:
  toll-ledger: 2 May 1901
events:
  opening: 14 May 1901
"""


def new(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER]", help="Where to put it; by default here.", show_default=False),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option("--from", metavar="ARTICLE", help="Draft it from an article, English or Russian."),
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(
            "--example", metavar="NAME", help="Copy a case that comes with claimcheck, by default to NAME."
        ),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Begin a corpus: nine lines, answers to three questions, a draft from an article, or a case to try.

    On a terminal three questions are asked; without one, or where the first is left empty, the corpus is nine
    lines, complete as they stand, to be replaced by your own. The schema beside it is for editors. A draft quotes
    each sentence that says something, with its dates and claimants as comments, and states nothing.
    """
    from claimcheck.cli.exits import refuse
    from claimcheck.corpus.schema import MODELINE

    if example is not None:
        if article is not None:
            refuse("--from and --example are two beginnings", "give one of them")
        where, files = Path(folder or example), _case(example)
        _refuse_what_is_there(where, files, force)
        _put(where, files, "the case is copied; it is yours to change. Look at it:", "claimcheck")
        return
    where = Path(folder or ".")
    _refuse_what_is_there(where, ("corpus.yaml",), force)
    if article is not None:
        text, said = _drafted(Path(article))
    elif sys.stdin.isatty() and sys.stdout.isatty():
        text, said = _asked(), "what you answered. Compare its claims:"
    else:
        text, said = NINE_LINES, "nine lines, complete. Compare its claims:"
    command = "claimcheck" if article is None else "claimcheck check"
    said = f"{where / 'corpus.yaml'} is written: {said}"
    _put(where, {"corpus.yaml": (MODELINE + text).encode("utf-8")}, said, command)


def _refuse_what_is_there(where: Path, names: Iterable[str], force: bool) -> None:
    """Refuses, before anything is asked or written, to write into what is no folder, or over a file."""
    from claimcheck.cli.exits import refuse

    if where.exists() and not where.is_dir():
        refuse(f"{where} is not a folder")
    there = [where / name for name in names if (where / name).exists() or (where / name).is_symlink()]
    if there and not force:
        refuse(f"{there[0]} is there already", "--force overwrites it")


def _put(where: Path, files: dict[str, bytes], said: str, command: str) -> None:
    """Writes the files and the schema into a folder, and says what can be done next."""
    import shlex

    from claimcheck.cli.exits import printable, refuse
    from claimcheck.cli.replacing_files import write_file
    from claimcheck.corpus.schema import BESIDE, corpus_schema_text

    try:
        for name in files:
            (where / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        refuse(f"cannot make the folder {where}: {(fault.strerror or 'refused').lower()}")
    for name, data in files.items():
        write_file(where / name, data)
    if not (where / BESIDE).exists():
        write_file(where / BESIDE, corpus_schema_text().encode("utf-8"))
    typer.echo(printable(said))
    typer.echo(printable(f"  {command}" if where == Path() else f"  {command} {shlex.quote(str(where))}"))


def _case(name: str) -> dict[str, bytes]:
    """The files of a shipped case by their names."""
    from claimcheck.cli.exits import meant, refuse

    package = Path(__file__).parent.parent
    cases = package / "cases"  # in what is installed; in the folder it is built from they are claims/
    cases = cases if cases.is_dir() else package.parent.parent / "claims"
    known = (
        sorted(path.name for path in cases.iterdir() if (path / "corpus.yaml").is_file()) if cases.is_dir() else []
    )
    if name not in known:
        refuse(f"no case is called {name}", meant(name, known) or f"known: {', '.join(known)}")
    files = sorted(path for path in (cases / name).rglob("*") if path.is_file())
    return {str(path.relative_to(cases / name)): path.read_bytes() for path in files}


def _asked() -> str:
    """The corpus that the answers on a terminal make. Whoever breaks off has written nothing."""
    from claimcheck.cli.exits import INTERRUPTED

    def ask(prompt: str) -> str:
        return str(typer.prompt(prompt, default="", show_default=False, prompt_suffix=" ")).strip()

    try:
        return corpus_of_answers(ask, typer.echo)
    except typer.Abort:
        typer.echo("claimcheck: nothing is written", err=True)
        raise typer.Exit(INTERRUPTED) from None


def corpus_of_answers(ask: Callable[[str], str], tell: Callable[[str], Any]) -> str:
    """The corpus made of what `ask` brings for three questions; `tell` says what cannot be taken, and why.

    Nothing is asked after a first question without an answer: it is then the nine lines. A date that cannot be
    read is asked for again.
    """
    from claimcheck.corpus.draft import id_from
    from claimcheck.corpus.expansion import yaml_of

    question = ask(
        "What is disputed? For example “When was the bridge first crossed?”, or nothing for an example:"
    )
    if not question:
        return NINE_LINES
    sections: dict[str, Any] = {"question": question}
    if through := ask("Where did you read of it? An article or book with its year, or nothing:"):
        sections["through"] = through
    tell("Who says when? One to a line, as  Memoirs: mid-May 1901  and an empty line at the end.")
    claims: dict[str, Any] = {}
    while (line := ask("-")) or not claims:
        name, _, when = (part.strip() for part in line.partition(":"))
        if not name or not when:
            tell("  that is not WHO: WHEN")
        elif fault := _fault_of(when):
            tell(f"  {fault}")
        else:
            id = id_from(name) + "-" * bool(re.fullmatch(r"cc\d{3}", name, re.IGNORECASE))
            number, free = 1, id
            while free in claims:
                number += 1
                free = f"{id}-{number}"
            claims[free] = when if free == name else {"by": name, "when": when}
    return yaml_of({**sections, "claims": claims})


def _fault_of(when: str) -> str:
    """Why a date cannot be taken, and what can; empty if it can."""
    from claimcheck.dates.reading import read_date
    from claimcheck.dates.when import Fault, anchors_of

    read = read_date(when)
    if isinstance(read, Fault):
        return f"{read.message}; {read.remedy}" if read.remedy else read.message
    anchors = [anchor for reading in read.readings for anchor in anchors_of(reading.date)]
    return f"@{anchors[0]} is no event yet; write that date into the file, with the event" if anchors else ""


def _drafted(path: Path) -> tuple[str, str]:
    """The corpus drafted from an article, and what is to be said of it."""
    from claimcheck.cli.exits import refuse
    from claimcheck.convert.article import drafted_corpus
    from claimcheck.convert.sheets import Unreadable, text_of

    try:
        text, sentences, drafted = drafted_corpus(text_of(path)[0], path.stem)
    except Unreadable as fault:
        refuse(fault.message, fault.remedy)
    if not drafted:
        refuse(f"no sentence of {path} says when, who or how many", "it takes plain text, a paragraph to a line")
    return text, f"{drafted} of {sentences} sentences are drafted. Write in it, then:"
