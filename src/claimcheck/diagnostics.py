"""What is wrong with the input, where, and how to mend it.

Belongs here: positions, severities, the diagnostic value, the registry of codes, and a diagnostic as plain
text. Does not belong here: finding anything wrong (that is `corpus`), printing (that is `cli`). Imports
nothing of ours.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


def installing(extra: str) -> str:
    """What to type to install the packages of an extra beside this very claimcheck, wherever that came from."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        wanted = [one.split(";") for one in requires("claimcheck") or ()]
    except PackageNotFoundError:
        wanted = []
    names = [one[0].strip() for one in wanted if len(one) > 1 and f'"{extra}"' in one[1].replace("'", '"')]
    if not names:
        return f'pip install ".[{extra}]" in the folder it came in'
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return " ".join([python, "-m pip install", *(f'"{name}"' for name in names)])


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

    @property
    def place(self) -> str:
        """The line in the file: "case/claims.yaml:12"."""
        return f"{self.file}:{self.line}"

    @property
    def short_place(self) -> str:
        """The line by the name of the file alone, where room is scarce: "claims.yaml:12"."""
        return f"{self.file.replace(chr(92), '/').rpartition('/')[2]}:{self.line}"


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


# The registry: a code, how much it weighs, what it is; then the longer explanation. A code keeps its meaning for
# ever, and what is no longer found keeps its number. There is no code for "other".
_REGISTRY = """\
CC001 error: the path does not exist
    Nothing stands at the path, or a link points to nothing. A broken link within a corpus is an error too: the
    claims that it was to bring are missing.
CC002 error: the file or folder cannot be opened
    The system refuses to open it, for want of permission or because of a fault of the disk. The rest is read.
CC003 error: not a corpus file
    A corpus is a folder, or a single file that ends in .yaml, .claims.csv or .claims.jsonl.
CC004 error: the folder holds no corpus
    A corpus is a folder with a corpus.yaml and any other *.yaml, *.claims.csv and *.claims.jsonl in and below
    it. Hidden folders, and folders below with a corpus.yaml of their own, are not looked into.
CC005 error: the file is not UTF-8
    Text is read as UTF-8 and as nothing else, because a guessed encoding changes names. The byte is counted
    from 0. Editors and spreadsheets offer UTF-8 when saving.
CC006 error: the file is too large
    A file may be up to 64 MiB. More is hardly written by hand; divide it, or use .claims.jsonl files.
CC007 error: a control character
    The file holds a character that no text has, such as NUL, or half of a character. Perhaps it is not a text file
    at all; or an escape such as "\\u0000" stands in a quoted text.
CC008 warning: a hidden line separator
    U+0085, U+2028 and U+2029 end a line for YAML but not for most editors; they come from pasted text. They
    are read as a space, so that the line numbers of messages are those of the editor.
CC009 warning: a file is passed over
    Its name looks as if it were meant to be part of the corpus, but only *.yaml, *.claims.csv and
    *.claims.jsonl are.
CC010 error: the corpus has no claims
    There is nothing to compare. This is an error because an empty result must not look like agreement.
CC011 error: a link that leads out of the corpus
    A corpus is what its folder holds, so that whoever is handed the folder reads the same. A link within the
    folder is read, one to a file elsewhere is not. The folder itself may be a link.
CC020 error: the line does not fit the layout
    A line is a key with a colon and its text, or an item behind a dash. The colon needs a space behind it.
CC021 error: an unquoted colon
    A colon and a space divide a key from its text. Where they belong to the text, the text needs quotes.
CC022 error: a sign that cannot begin a text
    YAML keeps @ % ` & * ! | > - ? and the brackets for itself at the beginning of a text. A date that begins
    with an anchor, such as "@siege", needs quotes.
CC023 error: text goes on after a bracket or quote
    A text that begins with a bracket or quote must end with it. Put the whole text in quotes.
CC024 error: a tab where only spaces may stand
    YAML indents with spaces alone, because a tab has no certain width.
CC025 error: a bracket or quote is not closed
    What is opened in an entry must be closed in it. The entry is left out; what follows is read.
CC026 error: text lost after #
    A space and # begin a comment, and the text ends before it. As the sign is followed by a letter or figure
    ("document #12"), the rest is taken to be text that would be lost. A comment has a space behind its #.
CC027 error: a comma ended the text
    Within braces a comma ends a text, and what follows it becomes a key without a value. Put the text in quotes.
CC028 error: a key stands twice
    Of two equal keys YAML keeps the last and loses the other. Neither is taken; keep one.
CC029 error: a YAML anchor, alias, tag or merge
    The format has texts, lists and mappings only: what is written in a place stands in that place. Claims that
    share keys are grouped under `with`.
CC030 error: more than one document
    A line of three dashes begins a second YAML document. One file is one document.
CC031 error: a key that is no text
    A key is one text and a colon.
CC032 error: nested too deep
    Nothing in the format needs more than eight levels; beyond thirty-two a bracket was surely lost.
CC033 error: a key without a value
    An empty key states nothing, and it might be that its text was lost.
CC034 error: the indentation fits nothing
    Lines that belong together begin in the same column; what belongs under a line begins further to the right.
    Where one entry of a list begins with a dash, each does.
CC035 error: square brackets within braces
    In block style, `when: 3 May [1791]` needs no quotes. Within braces, brackets end a text, so there it does.
CC036 error: too many faults of layout
    Behind each fault the file is read again. After twenty-five of them it is given up; mend those first.
CC037 error: a comma is missing
    Within braces and brackets commas divide. A key that follows a text without one would be taken into the text.
CC040 error: a line that is not JSON
    A file of JSON lines has one object on each line, with the keys of a claim and an `id`.
CC041 error: a row that does not fit the table
    The first row of a CSV file names the columns. A row has an id and no more cells than there are columns.
CC042 warning: a column that is no key
    Tables come with columns of their own. What stands in such a column is kept in the note of its claim, with the
    name of the column before it, and is not compared. A misspelt key must be mended, or its dates are lost.
CC044 warning: a date in a bibliography that cannot be read
    A bibliography is not written for this program, so that one date does not take its work away. The work is
    undated until the date is mended, there or under `sources`.
CC045 warning: something in a bibliography that cannot be read
    The rest of it is read. What is left out and cited is told of as missing.
CC101 error: an unknown key
    The format has no such key in this place. It is an error, not a remark, because a date under a misspelt key
    would be lost. Further remarks go under `note`; sources take the variables of CSL.
CC102 error: an unknown section
    Sections are claimants, sources, kinds, events, questions, claims, bridges and figures; beside them stand
    format, title, background, defaults, eras, question, through and record.
CC103 error: a key is missing
    The entry cannot be read without it.
CC104 error: the wrong shape
    A text, a list or a mapping stands where another is needed. Brackets make a list unless they are quoted.
CC105 error: not one of the words allowed
    The key takes one of a few words, which the message or the manual lists.
CC106 error: neither yes nor no
    The key takes yes or no (or true or false).
CC107 error: an unknown format
    This version reads format 1. A later format needs a later version.
CC108 error: not an id
    An id is one word without spaces, commas, brackets, quotes or @, so that it can stand before a locator and
    behind an @.
CC109 error: an id that looks like a code
    CC and three digits name diagnostics, and `explain` must know which of the two is meant.
CC110 error: an id is used twice
    Two entries of one section cannot share an id, in whichever files they stand. Neither is taken, as nobody
    knows which is meant by those that refer to it.
CC111 error: said twice of the whole corpus
    Title, question, through and defaults hold for all files, so that they may stand once.
CC201 error: an unknown claimant
    Where there is a section `claimants`, a single word under `by` or `author` is the id of one of them. A text
    of several words is a name. Without that section every text is a name.
CC202 error: an unknown source
    No source of that id is declared or cited.
CC203 error: an unknown kind
    The section `kinds` has no such id.
CC204 error: an unknown event
    The section `events` has no such id.
CC205 error: an unknown question
    The section `questions` has no such id. The question stated at the top has the id `question`.
CC206 error: an unknown claim
    No claim has that id. A claim that answers several questions may be named as a whole, or as CLAIM/QUESTION.
CC207 error: an unknown claim or source
    `rests-on` names a source or a claim.
CC208 error: an unknown claim or bridge
    `given` names claims or bridges.
CC209 error: an unknown anchor
    The @ in a date stands before the id of an event, declared under `events` or under `record` at the top.
CC210 error: an unknown role
    No question, claim or event speaks of the role that the bridge calls permanent.
CC211 warning: a source that looks like a declared one
    A text under `in` that begins with no declared source is a source of its own. This one differs from a
    declared one by so little that it may be a slip.
CC212 error: an unknown reason
    `because` takes the id of a bridge, or the reason in several words. One word that is no id is a slip.
CC213 warning: a citation key that no bibliography has
    There is a bibliography beside the corpus, and the text looks like one of its keys. It is taken as a source
    of its own.
CC221 error: sources rest on each other
    Of two accounts that depend on each other neither can have been the first. The links are those of `rests-on`
    and `reports`.
CC222 error: sources come through each other
    A work cannot have reached you through one that reached you through it.
CC223 error: kinds are broader than each other
    If each of two kinds is a case of the other, they are one kind.
CC224 error: kinds presuppose each other
    If each of two kinds needs the other to have happened before, neither can happen.
CC225 error: sources are part of each other
    A part cannot contain what it is part of.
CC226 error: events are dated by each other
    A date relative to an event must lead, in the end, to one that stands by itself.
CC227 error: events come after each other
    A chain of `after` must have a beginning.
CC228 error: claims refer to each other in a circle
    Of two claims that revise or assume each other, one must have come first.
CC301 error: a claim states nothing
    A claim answers a question, or states a part of its own with event, kind, first, last, none or role, or says
    something under says, quote, reports or disputes.
CC302 error: a claim states two things at once
    A part is of one question, event, kind or role. Only the event meant may stand beside a question. Further
    parts of the same claim go under `also`.
CC303 warning: an answer without a date
    The claim answers a question that asks when, without saying when. It only attests that the thing happened.
CC304 error: a question asks nothing
    A question asks for the first or last of a kind, for some event of a kind, for an event, whether there was
    one of a kind, or for the value of a role. A question stated as a text asks for an event of its own, or, with
    the word "first" or "last", for that of a kind of its own; with both words it must be said which.
CC305 error: a question asks two things
    One question asks one thing, or its answers could not be compared.
CC306 error: an answer without the value asked for
    The question asks who, what or whether. A date alone does not answer that.
CC307 error: a value where a date is asked for
    The question asks when. Who or what is another question, or a part of its own under `also`.
CC308 error: a bridge that bridges nothing, or two things
    A bridge is one assumption, so that it can be granted or refused: same, order, permanent, narrower with
    broader, from with to and takes, or if with then.
CC309 warning: a date without a record
    Nobody is said to attest the date, so that it dates nothing. Give the event a record, or state at the top
    the work that narrates all events, under `through`. What was only planned wants a record as well:
    somebody says for when.
CC310 error: which question?
    A claim without `answers` answers the sole question. With several questions each claim names its own.
CC311 error: a record of no question
    `record` at the top holds the events of the sole question of the corpus. With several questions, events stand
    under `events`, each with its own record.
CC312 error: a record without a source
    What attests an event stands somewhere: in: SOURCE LOCATOR. Only under a `through` at the top may it be left
    out.
CC313 error: a figure without numbers
    A figure is recomputed from its numbers: part, whole and percent; terms and sum; minuend, subtrahend and
    difference; total, units and per-unit.
CC314 error: part of a value is missing
    A value is that of a role of something: role: speaker, of: report, value: NAME.
CC315 error: neither yes nor no to a whether
    A question with `whether` is answered by value: yes or value: no.
CC316 warning: a stance to nothing
    The claim denies, doubts or rejects, but neither names what nor disputes another claim, so that nothing of it
    can be compared: add what it answers.
CC401 error: a date that cannot be read
    Dates are EDTF, phrases in English or Russian, and relations to events. No word of a date is passed over: what
    is not understood is said, with the nearest form that is. `claimcheck date TEXT` shows how a text is read.
CC402 warning: a day in EDTF is Gregorian
    A day of a year in EDTF is of the Gregorian calendar whatever `calendar` says, as the standard has it:
    1381-06-02 is 25 May to whoever dates that year as it was dated then. In words, 2 June 1381, a day is of the
    calendar in force.
CC501 note: no locator
    A claim or record names its source and not the place in it, so that nobody can look it up: in: SOURCE p. 12.
    The place in the work through which it came is enough. `check -v` lists every one.
CC502 note: everything through one relay
    All claims, though of several sources, came through one work. Its choice and its wording may colour them all,
    and their agreement may be its own. Three voices in one article are three accounts and one relay.
CC503 warning: a year supplied and not marked
    The quoted words name a day and a month and no year, but the date has one. Put in square brackets what is not
    in the source: 3 May [1791]; or keep both wordings: {as: 3 May, read: 3 May 1791}.
CC504 warning: a claim that excludes its own alternative
    One of the possibilities that the claim states is ruled out by another part of it: by what is joined to the
    date, by `not-when`, by `none`, or by the claim to which it is an alternative.
CC505 warning: one measurement with different errors
    The same measurement (one laboratory number, or one mean for one event) is quoted with two errors. One of them
    is misquoted, or they are of one and of two standard deviations.
CC506 warning: a claimant who is never used
    He is declared, but nothing is claimed by him, no source is by him, and he is the value of nothing.
CC507 warning: a number that cannot be read for certain
    The numbers of a figure are figures alone, with or without separators: 237412, 237,412, 237 412, 3.76. A single
    point before three digits is a decimal point, and in percentages and averages a comma is one too.
CC508 warning: a figure that cannot be recomputed
    Its numbers are too few, or its lists differ in length. A percentage takes `part` and `whole`, a sum `terms`, a
    difference `minuend` and `subtrahend`, an average `total` and `units`.
CC509 note: two bridges that exclude each other
    They order two events both ways, or give one stretch two lengths that have none in common. Each may be granted
    alone; together nothing could be true under them.
CC510 warning: a bridge against the stated order
    The bridge puts an event before one that it comes `after`, or makes two events one of which one comes after the
    other. Nothing could be true under it.
CC511 note: the calendar is the historical one
    No calendar is stated, and a date is so old that it matters. It is taken as historians write it: Julian to
    4 October 1582, Gregorian from the 15th; a double year (1743/44) is Julian.
CC512 warning: a quotation that is not in its source
    The text of the source lies beside the corpus, as texts/ID.txt, and what is quoted is not in it. White space,
    hyphenation, quotation marks and dashes may differ; "…" may leave something out, and square brackets add.
CC513 note: a quotation with another date wording
    What is quoted names a date, but not in the words that stand under `when`. The wording belongs beside its
    reading, so that whoever doubts the reading can see it.
"""


def _codes(registry: str) -> Iterator[tuple[str, Code]]:
    for code, severity, description, explanation in re.findall(
        r"^(CC\d{3}) (\w+): (.+)\n((?: {4}.+\n)+)", registry, re.MULTILINE
    ):
        yield code, Code(Severity(severity), description, " ".join(explanation.split()))


CODES: Mapping[str, Code] = MappingProxyType(dict(_codes(_REGISTRY)))


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
    """A diagnostic as plain text: where, how grave, what, its code; the line, numbered, with a caret; the remedy.

    The caret stands under the right character whatever stands before it: tabs are kept as tabs, wide
    characters count two cells, combining ones none.
    """
    at = diagnostic.position
    printed = [f"{_place(at)}: {diagnostic.severity}: {_shown(diagnostic.message)} [{diagnostic.code}]"]
    number = f"{at.line:>4}"
    margin = " " * len(number)
    if diagnostic.source_line.strip():
        before, marked, after = _excerpt(diagnostic.source_line, at.column - 1, diagnostic.length)
        indent = "".join("\t" if character == "\t" else " " * _cells(character) for character in before)
        printed.append(f"{number} | {before}{marked}{after}".rstrip())
        printed.append(f"{margin} | {indent}{'^' * max(1, _cells(marked))}")
    printed.extend(f"{margin} : {_place(position)}: {_shown(label)}" for position, label in diagnostic.related)
    if diagnostic.remedy:
        printed.append(f"{margin} = {_shown(diagnostic.remedy)}")
    return "\n".join(printed)


def count_of(diagnostics: Iterable[Diagnostic]) -> str:
    """How many diagnostics of each weight there are: "1 error, 2 warnings"; "no problems" where there are none."""
    weights = [found.severity for found in diagnostics]
    said = [
        f"{number} {severity}{'' if number == 1 else 's'}"
        for severity in Severity
        if (number := weights.count(severity))
    ]
    return ", ".join(said) or "no problems"


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
