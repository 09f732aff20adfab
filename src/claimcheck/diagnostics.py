"""What is wrong with the input, where, and how to mend it.

Belongs here: positions, severities, the diagnostic value, the registry of codes, and a diagnostic as plain
text. Does not belong here: finding anything wrong (that is `corpus`), printing (that is `cli`). Imports
nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """How much a diagnostic weighs: an error takes its entry out of the comparison, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file; line and column count from 1, columns in characters (not bytes or cells)."""

    file: str
    line: int
    column: int = 1


Related = tuple[Position, str]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a stable code, where it stands, one sentence that names it and one that mends it.

    `length` is the number of characters to underline from `position` on. `source_line` is the original line
    as it stands in the file (without its line end). `related` are further places of the same problem, each
    with a short label.
    """

    code: str
    severity: Severity
    position: Position
    message: str
    remedy: str = ""
    length: int = 1
    source_line: str = ""
    related: tuple[Related, ...] = ()


class Code(NamedTuple):
    """What stands in the registry for a code: how much it weighs, what it is, and the longer explanation."""

    severity: Severity
    description: str
    explanation: str


_E, _W = Severity.ERROR, Severity.WARNING

# A code keeps its meaning for ever; what is no longer found keeps its number. There is no "other".
CODES: Mapping[str, Code] = MappingProxyType(
    {
        # Files
        "CC001": Code(_E, "the path does not exist", "Nothing stands at the path, or a link points to nothing."),
        "CC002": Code(_E, "the file or folder cannot be opened", "The system refuses to open it."),
        "CC003": Code(
            _E, "not a corpus file", "A corpus file ends in .yaml, .claims.csv or .claims.jsonl; no other is read."
        ),
        "CC004": Code(_E, "the folder holds no corpus", "A corpus is a folder with a corpus.yaml."),
        "CC005": Code(_E, "the file is not UTF-8", "Save the file in the encoding UTF-8."),
        "CC006": Code(_E, "the file is too large", "A corpus file may be up to 64 MiB; divide it into several."),
        "CC007": Code(_E, "a control character", "The file holds a character that no text has."),
        "CC008": Code(
            _W,
            "a hidden line separator",
            "U+0085, U+2028 and U+2029 come from pasted text. They are read as a space.",
        ),
        "CC009": Code(_W, "a file is passed over", "Only *.yaml, *.claims.csv and *.claims.jsonl are read."),
        "CC010": Code(_E, "the corpus has no claims", "There is nothing to compare."),
        # The layout of YAML
        "CC020": Code(_E, "the line does not fit the layout", "The line is neither a key, an item nor a text."),
        "CC021": Code(
            _E, "an unquoted colon", "A colon and a space divide a key from its text; within a text, quote it."
        ),
        "CC022": Code(_E, "a sign that cannot begin a text", "YAML keeps @ % ` & * ! | > for itself; quote."),
        "CC023": Code(
            _E, "text goes on after a bracket or quote", "A bracket or quote that begins a text must also end it."
        ),
        "CC024": Code(_E, "a tab where only spaces may stand", "YAML indents with spaces alone."),
        "CC025": Code(_E, "a bracket or quote is not closed", "What was opened must be closed in the same entry."),
        "CC026": Code(_E, "text lost after #", "A space and # begin a comment, and the text ends before it."),
        "CC027": Code(_E, "a comma ended the text", "Within braces and brackets a comma ends a text."),
        "CC028": Code(_E, "a key stands twice", "Of two equal keys one would be lost; keep one."),
        "CC029": Code(_E, "a YAML anchor, alias or tag", "The format has texts, lists and mappings only."),
        "CC030": Code(_E, "more than one document", "A line of three dashes begins a second document."),
        "CC031": Code(_E, "a key that is no text", "A key is one text and a colon."),
        "CC032": Code(_E, "nested too deep", "No part of the format needs more than eight levels."),
        "CC033": Code(_E, "a key without a value", "Write the value behind the colon, or take the key out."),
        "CC034": Code(_E, "the indentation fits nothing", "Lines that belong together begin in one column."),
        "CC035": Code(_E, "square brackets within braces", "Within {…} a text with [ or ] needs quotes."),
        "CC036": Code(_E, "too many faults of layout", "What follows is not read until these are mended."),
        # Tables
        "CC040": Code(_E, "a line that is not JSON", "A claims file in JSON lines has one object on each line."),
        "CC041": Code(_E, "a row that does not fit the table", "A row has as many cells as there are columns."),
        # The shape of entries
        "CC101": Code(_E, "an unknown key", "The format has no such key in this place."),
        "CC102": Code(_E, "an unknown section", "The format has no such section at the top of a file."),
        "CC103": Code(_E, "a key is missing", "The entry cannot be read without it."),
        "CC104": Code(_E, "the wrong shape", "A text, a list or a mapping stands where another is needed."),
        "CC105": Code(_E, "not one of the words allowed", "The key takes one of a few words."),
        "CC106": Code(_E, "neither yes nor no", "The key takes yes or no."),
        "CC107": Code(_E, "an unknown format", "This version reads format 1."),
        "CC108": Code(_E, "not an id", "An id is one word: no spaces, commas or brackets."),
        "CC109": Code(_E, "an id that looks like a code", "CC and three digits name diagnostics."),
        "CC110": Code(_E, "an id is used twice", "Two entries of one kind cannot share an id."),
        "CC111": Code(_E, "said twice of the whole corpus", "It may stand once, in one file."),
        # References
        "CC201": Code(_E, "an unknown claimant", "The section `claimants` has no such id."),
        "CC202": Code(_E, "an unknown source", "No source of that id is declared or cited."),
        "CC203": Code(_E, "an unknown kind", "The section `kinds` has no such id."),
        "CC204": Code(_E, "an unknown event", "The section `events` has no such id."),
        "CC205": Code(_E, "an unknown question", "The section `questions` has no such id."),
        "CC206": Code(_E, "an unknown claim", "No claim has that id."),
        "CC207": Code(_E, "an unknown claim or source", "`rests-on` names a source or a claim."),
        "CC208": Code(_E, "an unknown claim or bridge", "`given` names claims or bridges."),
        "CC209": Code(_E, "an unknown anchor", "The @ in a date stands before the id of an event."),
        "CC210": Code(_E, "an unknown role", "No question, claim or event speaks of that role."),
        "CC211": Code(_W, "a source that looks like a declared one", "It is taken as a source of its own."),
        "CC212": Code(_E, "an unknown reason", "`because` takes an id, or several words."),
        "CC221": Code(_E, "sources rest on each other", "A chain of `rests-on` must have a beginning."),
        "CC222": Code(_E, "sources come through each other", "A chain of `through` must have an end."),
        "CC223": Code(_E, "kinds are broader than each other", "A chain of `broader` must have an end."),
        "CC224": Code(_E, "kinds presuppose each other", "A chain of `presupposes` must have a beginning."),
        "CC225": Code(_E, "sources are part of each other", "A chain of `part-of` must have an end."),
        "CC226": Code(_E, "events are dated by each other", "A chain of dates must reach one that stands alone."),
        "CC227": Code(_E, "events come after each other", "A chain of `after` must have a beginning."),
        "CC228": Code(_E, "claims refer to each other in a circle", "Of two claims one must have been first."),
        # What entries state
        "CC301": Code(_E, "a claim states nothing", "A claim answers a question, states a part, or says words."),
        "CC302": Code(
            _E, "a claim states two things at once", "One part names one event, kind, role or question."
        ),
        "CC303": Code(_W, "an answer without a date", "It attests that the thing happened, not when."),
        "CC304": Code(_E, "a question asks nothing", "It asks for a first, last, kind, event, whether or role."),
        "CC305": Code(_E, "a question asks two things", "One question asks one thing; make two of it."),
        "CC306": Code(_E, "an answer without the value asked for", "The question asks who or what, not when."),
        "CC307": Code(_E, "a value where a date is asked for", "The question asks when."),
        "CC308": Code(_E, "a bridge that bridges nothing, or two things", "A bridge has exactly one form."),
        "CC309": Code(_W, "a date without a record", "The event's date is stated by nobody, and dates nothing."),
        "CC310": Code(_E, "which question?", "With several questions each claim names the one it answers."),
        "CC311": Code(_E, "a record of no question", "`record` at the top belongs to a sole question."),
        "CC312": Code(_E, "a record without a source", "What attests the event stands somewhere."),
        "CC313": Code(_E, "a figure without numbers", "There is nothing to recompute."),
        "CC314": Code(_E, "part of a value is missing", "A value needs its role and what it is the role of."),
        "CC315": Code(_E, "neither yes nor no to a whether", "A question whether takes the value yes or no."),
        # Dates
        "CC401": Code(_E, "a date that cannot be read", "The manual lists the forms that can be."),
    }
)


def diagnostic(
    code: str,
    position: Position,
    message: str,
    remedy: str = "",
    *,
    length: int = 1,
    source_line: str = "",
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A diagnostic of a registered code, with the severity that the registry gives it."""
    return Diagnostic(code, CODES[code].severity, position, message, remedy, max(1, length), source_line, related)


WIDEST = 100  # cells of a source line that are shown; a longer line is cut around the caret
# What a terminal obeys instead of showing: control characters, and the marks that turn the direction of text.
_UNSHOWN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """A diagnostic as plain text: where, code and message; the line with a caret under it; the remedy.

    The caret stands under the right character whatever stands before it: tabs are kept as tabs, wide
    characters count two cells, combining ones none.
    """
    at = diagnostic.position
    weight = "" if diagnostic.severity is Severity.ERROR else f" {diagnostic.severity}:"
    printed = [f"{_place(at)}: {diagnostic.code}{weight} {_shown(diagnostic.message)}"]
    if diagnostic.source_line.strip():
        before, marked, after = _excerpt(diagnostic.source_line, at.column - 1, diagnostic.length)
        indent = "".join("\t" if character == "\t" else " " * _cells(character) for character in before)
        printed.append(f"    {before}{marked}{after}".rstrip())
        printed.append(f"    {indent}{'^' * max(1, _cells(marked))}")
    printed.extend(f"    {_place(position)}: {_shown(label)}" for position, label in diagnostic.related)
    if diagnostic.remedy:
        printed.append(f"  = {_shown(diagnostic.remedy)}")
    return "\n".join(printed)


def _place(position: Position) -> str:
    return f"{_shown(position.file)}:{position.line}:{position.column}"


def _shown(text: str) -> str:
    return _UNSHOWN.sub("\ufffd", text)


def _cells(text: str) -> int:
    """How many terminal cells a text takes; a tab, which has no width of its own, counts one."""
    if text.isascii():
        return len(text)
    from wcwidth import wcwidth

    return sum(max(0, wcwidth(character)) for character in text)


def _excerpt(line: str, column: int, length: int) -> tuple[str, str, str]:
    """What stands before, under and after the caret, cut to `WIDEST` cells with an ellipsis."""
    column = min(column, len(line))
    if len(line) <= WIDEST:
        stop = column + length
        return _shown(line[:column]), _shown(line[column:stop]), _shown(line[stop:])
    before, marked = line[:column], line[column : column + length]
    after = line[column + length : column + length + WIDEST]
    if len(before) > WIDEST * 2 // 3:
        before = "…" + before[len(before) - WIDEST // 2 :]
    if len(marked) > WIDEST // 2:
        marked, after = marked[: WIDEST // 2], "…"
    room = max(0, WIDEST - len(before) - len(marked))
    if len(after) > room:
        after = after[:room] + "…"
    return _shown(before), _shown(marked), _shown(after)
