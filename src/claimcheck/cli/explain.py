"""`claimcheck explain`: why, for ids of a corpus and codes of diagnostics.

Belongs here: telling ids from codes and from a path. Does not belong here: explanations (see
`claimcheck.report.explaining` and the registry of codes).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    AllOption,
    AsOfOption,
    BridgeOption,
    ForceOption,
    Format,
    FormatOption,
    OutputOption,
    ThroughOption,
    TrustOption,
    WithoutOption,
)

if TYPE_CHECKING:
    from claimcheck.report.blocks import Document

_CODE = re.compile(r"CC\d{3}")


def explain(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="[PATH] ID...",
            help="Claims, events, questions, records, bridges, sources, or a diagnostic code such as CC101.",
            show_default=False,
        ),
    ],
    trust: TrustOption = None,
    without: WithoutOption = None,
    bridge: BridgeOption = None,
    as_of: AsOfOption = None,
    through: ThroughOption = None,
    all: AllOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Say why, step by step.

    Down to the line in the source. Of several ids: what is between them.
    """
    from claimcheck.cli.corpus_path import open_case
    from claimcheck.cli.exits import meant, refuse
    from claimcheck.cli.output import destination, render
    from claimcheck.cli.perspectives import perspective_of

    to = destination(format, output, force)
    codes = [id for id in ids if _CODE.fullmatch(id)]
    if codes and codes != ids and (codes != ids[1:] or not os.path.lexists(ids[0])):
        refuse("explain either codes of diagnostics or ids of a corpus, not both at once")
    if codes:
        from claimcheck.diagnostics import CODES

        unknown = next((code for code in codes if code not in CODES), None)
        if unknown is not None:
            refuse(f"there is no diagnostic {unknown}", meant(unknown, CODES))
        if to.format is Format.JSON:
            from claimcheck.report.json_models import CodesJson, written

            to.write(written(CodesJson.made_from(None, codes)))
        else:
            to.write(render(_codes_explained(codes), to))
        raise typer.Exit
    from claimcheck.examine import examine
    from claimcheck.report.explaining import explained, explanation, known_ids

    path = None
    if len(ids) > 1 and os.path.lexists(ids[0]) and (os.sep in ids[0] or not _is_id_here(ids[0])):
        path, *ids = ids
    elif len(ids) == 1 and os.path.lexists(ids[0]) and not _is_id_here(ids[0]):
        refuse(f"{ids[0]} is a path; explain what in it?", f"claimcheck explain {ids[0]} ID …")
    case = open_case(path)
    known = known_ids(case.corpus)
    for id in ids:
        if id not in known:
            refuse(f"the corpus has no entry {id}", meant(id, known))
    perspective = perspective_of(case.corpus, trust, without, bridge, as_of, through)
    found = examine(case.corpus, perspective)
    chosen = explained(found, tuple(ids))
    if to.format is Format.JSON:
        from claimcheck.report.json_models import ExplainJson, written

        to.write(written(ExplainJson.made_from(found, chosen)))
    elif to.format is Format.TEXT and not all and len(ids) == 1 and ids[0] in case.corpus.claims:
        from claimcheck.report.screen import explained_briefly

        to.write((f"{case.banner}\n" if case.banner else "") + explained_briefly(found, ids[0]))
    else:
        to.write(render(explanation(found, chosen, case.banner), to))
    raise typer.Exit(case.code)


def _codes_explained(codes: Sequence[str]) -> Document:
    """Each code with what it is, how much it weighs, and the longer explanation; all must be registered."""
    from claimcheck.diagnostics import CODES
    from claimcheck.report.blocks import Document, Paragraph, Section

    sections = []
    for code in codes:
        entry = CODES[code]
        said = Paragraph(f"{entry.explanation} Weight: {entry.severity}.")
        sections.append(Section(code, f"{code}: {entry.description}", (said,)))
    return Document("Diagnostics", (), tuple(sections))


def _is_id_here(word: str) -> bool:
    """Whether a word that is also the name of a file is an id of the corpus the user stands in."""
    from pathlib import Path

    from claimcheck.corpus.files import find_corpus
    from claimcheck.corpus.reading import read_corpus
    from claimcheck.report.explaining import known_ids

    here = find_corpus(Path.cwd())
    return here is not None and word in known_ids(read_corpus(here)[0])
