"""`claimcheck new`: a first corpus of nine lines, to be written over, with the schema by which an editor knows it.

Belongs here: that corpus and where it is put. Does not belong here: reading it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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

SCHEMA = "corpus.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"  # by which editors complete keys and explain them


def new(
    folder: Annotated[str, typer.Argument(metavar="[FOLDER]", help="Where to put it.")] = ".",
    article: Annotated[
        str | None,
        typer.Option("--from", metavar="ARTICLE", help="Draft it from an article, English or Russian."),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Begin a corpus of nine lines, or draft one from an article.

    It is complete as it stands, to be replaced by your own. The schema beside it is for editors. A draft quotes
    each sentence that says something, with its dates and claimants as comments, and states nothing.
    """
    import shlex

    from claimcheck.cli.leaving import printable, refuse
    from claimcheck.cli.schema import Described, written
    from claimcheck.cli.writing import write_file

    text, said = NINE_LINES, "nine lines, complete. Compare its claims:"
    if article is not None:
        text, said = _drafted(Path(article))
    where = Path(folder)
    file = where / "corpus.yaml"
    if where.exists() and not where.is_dir():
        refuse(f"{folder} is not a folder")
    if (file.exists() or file.is_symlink()) and not force:
        refuse(f"{file} is there already", "--force overwrites it")
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        refuse(f"cannot make the folder {folder}: {(fault.strerror or 'refused').lower()}")
    write_file(file, (MODELINE + text).encode("utf-8"))
    if not (where / SCHEMA).exists():
        write_file(where / SCHEMA, written(Described.CORPUS).encode("utf-8"))
    typer.echo(printable(f"{file} is written: {said}"))
    command = "claimcheck" if article is None else "claimcheck check"
    typer.echo(printable(f"  {command} {shlex.quote(folder)}" if folder != "." else f"  {command}"))


def _drafted(path: Path) -> tuple[str, str]:
    """The corpus drafted from an article, and what is to be said of it."""
    from claimcheck.cli.leaving import refuse
    from claimcheck.convert.article import drafted_corpus
    from claimcheck.convert.sheets import Unreadable, text_of

    try:
        text, sentences, drafted = drafted_corpus(text_of(path)[0], path.stem)
    except Unreadable as fault:
        refuse(fault.message, fault.remedy)
    if not drafted:
        refuse(f"no sentence of {path} says when, who or how many", "it takes plain text, a paragraph to a line")
    return text, f"{drafted} of {sentences} sentences are drafted. Write in it, then:"
