"""`claimcheck convert`: a table or another's data into a corpus, and a corpus in its full form.

Belongs here: the command, and what is said of a conversion. Does not belong here: the forms (see
`claimcheck.convert`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import ForceOption, Format, OutputOption

if TYPE_CHECKING:
    from claimcheck.convert.columns import Meaning
    from claimcheck.convert.corpus_folder import Outcome, Place
    from claimcheck.convert.gathered import Gathered

_MOST_TOLD = 5  # refusals that are told on the screen; all stand in the file of rejects


def convert(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help="What to convert: .csv, .tsv, .xlsx, .ods, .json, .ged, .glx. With --full a corpus.",
            show_default=False,
        ),
    ] = None,
    folder: Annotated[
        str | None, typer.Argument(metavar="[FOLDER]", help="The corpus to make or to add to.", show_default=False)
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="The full form: every shorthand written out, in one file.")
    ] = False,
    table: Annotated[
        bool, typer.Option("--table", help="The claims as a table, which read again gives the same claims.")
    ] = False,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="text|json",
            help="Of the full form: text is YAML, json the same as JSON, which is read again. By default what the "
            "name of FILE says.",
        ),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=KEY|FILE",
            help="What a column is, where it was not guessed; or a file of such lines (NAME.map.txt). Repeatable.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="The encoding of a text file that is not UTF-8."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Make a corpus of a table, or write a corpus in its full form.

    What each column was taken for is shown, every row is a claim or is refused with the reason, and converting
    again keeps what you have added by hand.
    """
    from claimcheck.cli.exits import refuse

    if full or table or format is not None:
        if folder is not None:
            refuse("this is one file", f"claimcheck convert --{'table' if table else 'full'} PATH -o FILE")
        if table and (full or format is not None):
            refuse("--table is a form of its own", "give it without --full and --format")
        _write_whole(path, output, force, format, as_table=table)
    if path is None or folder is None:
        refuse(
            "convert what, and to where?",
            "claimcheck convert TABLE FOLDER makes a corpus; claimcheck convert --full writes every shorthand out",
        )
    if output is not None:
        refuse("a table is made into a folder", f"claimcheck convert {path} {folder}")
    _make(Path(path), Path(folder), mapping or [], encoding, force)


def _write_whole(
    path: str | None, output: str | None, force: bool, format: Format | None, *, as_table: bool
) -> None:
    """Writes a corpus in its full form, as YAML or JSON, or its claims as a table."""
    from claimcheck.cli.corpus_path import corpus_here, open_case
    from claimcheck.cli.exits import printable
    from claimcheck.cli.output import destination, keep_out
    from claimcheck.corpus.expansion import expanded, json_of
    from claimcheck.corpus.tables import csv_of_claims

    if format is None:
        is_json = output is not None and output.lower().endswith(".json") and not as_table
        format = Format.JSON if is_json else Format.TEXT
    to = destination(format, output, force, (Format.TEXT, Format.JSON))
    if to.path is not None:
        keep_out(to.path, Path(path) if path is not None else corpus_here())
    case = open_case(path)
    if not as_table:
        text = json_of(case.corpus) if format is Format.JSON else expanded(case.corpus)
    else:
        text, left_out = csv_of_claims(case.corpus)
        if left_out:
            shown = ", ".join(left_out[:5]) + (" …" if len(left_out) > 5 else "")
            typer.echo(printable(f"note: {len(left_out)} claims have what no row can hold: {shown}"), err=True)
    to.write(text)
    raise typer.Exit(case.code)


def _make(path: Path, folder: Path, given: list[str], encoding: str | None, force: bool) -> None:
    """Makes a corpus of a file, or adds to one.

    Ends with 1 where rows were refused, with 2 where nothing is written.
    """
    from claimcheck.cli.exits import DONE, ERRORS, refuse
    from claimcheck.cli.progress import progress
    from claimcheck.convert import others_data
    from claimcheck.convert.corpus_folder import outcome, place_for, standing_at
    from claimcheck.convert.sheets import ENDINGS, Unreadable
    from claimcheck.convert.table_claims import gather_table

    is_archive = path.is_dir() and any(path.rglob("*.glx"))
    if not path.is_file() and not is_archive:
        refuse(
            f"there is no file {path}" if not path.exists() else f"{path} is no file",
            "a folder may hold GLX: .glx",
        )
    if folder.exists() and not folder.is_dir():
        refuse(f"{folder} is not a folder")
    if not is_archive and not path.name.lower().endswith((*ENDINGS, *others_data.ENDINGS)):
        refuse(
            f"nobody knows how to convert {path.name}", "it takes " + ", ".join((*ENDINGS, *others_data.ENDINGS))
        )
    place = place_for(folder, path)
    stated = _stated(given)
    doing = f"looking at {folder}"
    lines: list[str] = []

    def count(rows: int) -> None:
        nonlocal doing
        doing = f"reading {path.name}, {rows:,} rows"

    try:
        with progress(lambda: doing):
            standing = standing_at(place)
            doing = f"reading {path.name}"
            if is_archive or path.name.lower().endswith(others_data.ENDINGS):
                gathered = others_data.gather_others_data(path, standing)
            else:
                gathered, lines = gather_table(path, standing, stated, encoding, count)
            doing = f"putting {len(gathered.claims):,} claims into {folder}"
            found = outcome(place, path.name, gathered, lines, overwrite=force)
    except Unreadable as fault:
        refuse(fault.message, fault.remedy)
    for line in lines:
        typer.echo(line)
    _tell(gathered, found, place)
    if found.clashes:
        refuse(
            "nothing is written",
            "take one of the two into the source or into the file; --force takes the source's",
        )
    _write(found, place, has_claims=bool(gathered.claims))
    raise typer.Exit(ERRORS if gathered.refused else DONE)


def _stated(given: list[str]) -> dict[str, Meaning]:
    """What --map says: mappings, and files of mappings."""
    from claimcheck.cli.exits import refuse
    from claimcheck.convert.columns import stated_columns

    lines: list[str] = []
    for text in given:
        if "=" in text or not Path(text).is_file():
            lines.append(text)
            continue
        try:
            lines += Path(text).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeError):
            refuse(f"{text} cannot be read", "it takes lines such as Shelf mark = note")
    stated, fault = stated_columns(lines)
    if fault:
        refuse(f"--map: {fault}", "for example --map “Shelf mark=note”")
    return stated


def _tell(gathered: Gathered, found: Outcome, place: Place) -> None:
    """What came of it: counts, refusals, what was kept, what clashes."""
    from claimcheck.cli.exits import printable

    for line in (*gathered.told, *found.told):
        typer.echo(printable(f"note: {line}"), err=True)
    for one in gathered.refused[:_MOST_TOLD]:
        where = ", ".join(filter(None, [one.sheet, f"row {one.row}", one.column]))
        typer.echo(printable(f"refused: {where}: {one.cell[:60] or 'empty'}: {one.reason}"), err=True)
        typer.echo(printable(f"  = {one.remedy}"), err=True)
    if len(gathered.refused) > _MOST_TOLD:
        typer.echo(f"… and {len(gathered.refused) - _MOST_TOLD} more: {place.rejects}", err=True)
    for clash in found.clashes:
        key = f" {clash.key}" if clash.key else ""
        typer.echo(printable(f"{clash.entry}{key}: by hand “{clash.by_hand}”, now “{clash.new}”"), err=True)
    noun = gathered.noun if gathered.read == 1 else f"{gathered.noun}s"
    claims, refused = len(gathered.claims), gathered.read - gathered.taken
    counts = [f"{gathered.read:,} {noun}", f"{claims:,} claim{'s' * (claims != 1)}", f"{refused:,} refused"]
    typer.echo(", ".join(counts) + ".")


def _write(found: Outcome, place: Place, *, has_claims: bool) -> None:
    """Writes the files of a conversion in their order; one that would be empty goes."""
    import shlex

    from claimcheck.cli.exits import printable, refuse
    from claimcheck.cli.replacing_files import write_file

    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        for path, text in found.files.items():
            if text:
                write_file(path, text.encode("utf-8"))
            else:
                path.unlink(missing_ok=True)
    except OSError as fault:
        refuse(f"cannot write into {place.folder}: {(fault.strerror or 'refused').lower()}")
    look = f". Look at it:  claimcheck {shlex.quote(str(place.folder))}" if has_claims else ", without any claim."
    typer.echo(printable(f"{place.made} is written{look}"))
