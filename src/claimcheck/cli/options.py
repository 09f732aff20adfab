"""The arguments and options that several commands share, declared once.

Belongs here: their names and help. Does not belong here: what they do (see `corpus_path`, `perspectives`,
`output`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """What a report can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    DOT = "dot"
    MERMAID = "mermaid"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    SVG = "svg"
    CSV = "csv"
    XLSX = "xlsx"
    TIMELINEJS = "timelinejs"
    MARKWHEN = "markwhen"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    TRIG = "trig"
    GITHUB = "github"
    SARIF = "sarif"


# What every command writes, and what has tables writes besides.
PLAIN = (Format.TEXT, Format.MARKDOWN, Format.JSON)
TABLES = (Format.CSV, Format.XLSX)
# What draws one section alone, and which sections each of them can draw.
PICTURES = {
    Format.DOT: ("stemma", "conflicts"),
    Format.MERMAID: ("stemma", "conflicts"),
    Format.SVG: ("picture", "timeline", "stemma"),
}
# The sections of a report that a format can write, where it cannot write all; "" is the whole report.
SECTIONS: dict[Format, tuple[str, ...]] = {
    **PICTURES,
    Format.SVG: ("", *PICTURES[Format.SVG]),  # the whole report as a picture is the picture of the controversy
    Format.CSV: ("", "questions", "accounts", "conflicts", "record", "sources"),
    Format.XLSX: ("",),
    Format.TIMELINEJS: ("", "timeline"),
    Format.MARKWHEN: ("", "timeline"),
    Format.CSL_JSON: ("", "sources"),
    Format.BIBTEX: ("", "sources"),
    Format.TRIG: ("",),
}
# What goes to a file alone: it is no text.
FILES = (Format.XLSX, Format.DOCX, Format.PDF)
# The forms of other programs that a report can be written in.
OF_OTHERS = (Format.TIMELINEJS, Format.MARKWHEN, Format.CSL_JSON, Format.BIBTEX, Format.TRIG)
# What `report` writes: everything.
OF_REPORT = (*PLAIN, *TABLES, *OF_OTHERS, *PICTURES, Format.HTML, Format.DOCX, Format.PDF)

PathArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]", help="Folder or file of the corpus; by default the one you stand in.", show_default=False
    ),
]
TrustOption = Annotated[
    list[str] | None,
    typer.Option(
        "--trust",
        metavar="BASIS|ID",
        help="What counts as record: `documented` alone, or also `narrated` (both by default); a source or "
        "claimant by id adds what it states. Repeatable.",
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="ID",
        help="Take away a source, claimant, claim, record or event, and what rests on it alone. Repeatable.",
    ),
]
BridgeOption = Annotated[
    list[str] | None,
    typer.Option("--bridge", metavar="ID", help="Grant a bridge of the corpus. Repeatable."),
]
ThroughOption = Annotated[
    list[str] | None,
    typer.Option(
        "--through",
        metavar="ID",
        help="Only what stands in this source or reached us through it. Repeatable: in or through any of them.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="YEAR", help="Only what was published or opened by the end of that year; -43 is 44 BC."
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="text|markdown|json",
        help="By default what the name of FILE says, or text.",
    ),
]
TableFormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="text|markdown|json|csv|xlsx",
        help="By default what the name of FILE says, or text; csv and xlsx are tables.",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to a file, whose name says the format (.txt, .md, .json …); `-` is the screen.",
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help="Everything, with every chain.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="WORD",
        help="Exit with 3 if there is such a finding: a verdict (contradicts, contradicted, contested, …), "
        "`strained`, `if-bridge` or `conflict`. Repeatable.",
    ),
]
