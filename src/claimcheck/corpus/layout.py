"""Faults of YAML layout in the historian's terms, and reading on behind them.

Belongs here: which slip a syntax error is (a colon, a bracket, a tab …) and the form that would work; blanking
the faulty lines so that the rest of the file is still read; text that YAML would pass over in silence. Does
not belong here: the event stream (`yaml_nodes`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.corpus.draft import Draft
from claimcheck.corpus.fields import SECTIONS, TOP
from claimcheck.corpus.files import parsed_text
from claimcheck.corpus.layout_faults import lost_behind_hash, mixed_entries, name_fault
from claimcheck.corpus.yaml_nodes import Node, SourceFile, Unfinished, read_nodes
from claimcheck.diagnostics import Diagnostic

MOST = 25  # faults of layout in one file; each costs a reading of the file, and more help nobody


class Gap(NamedTuple):
    """A place that could not be read: its line and column (from 0), and the key that stood there, if any.

    `section` is set where the key is that of a whole entry.
    """

    line: int
    column: int
    key: str | None = None
    section: str | None = None


def read_yaml(file: SourceFile, found: list[Diagnostic]) -> tuple[Node | None, list[Gap]]:
    """The document in a file and the places where something was lost.

    Where the text is not YAML, the innermost block with the fault is left out and the rest is read again.
    """
    text = parsed_text(file)
    lines = list(file.lines)
    gaps: list[Gap] = []
    for _ in range(MOST):
        passed: list[Diagnostic] = []
        try:
            root = read_nodes(file, text, passed)
        except Unfinished as fault:
            diagnostic = name_fault(file, fault)
            found.append(diagnostic)
            for at in mixed_entries(file, fault) or [diagnostic.position.line - 1]:
                first, last = _block(file, lines, at, fault)
                gaps.append(_gap(lines, first))
                for number in range(first, last):
                    # As many spaces as there were characters, so that every offset behind stays true.
                    lines[number] = " " * len(lines[number])
                    start = file.starts[number]
                    text = text[:start] + lines[number] + text[start + len(lines[number]) :]
            continue
        passed.extend(lost_behind_hash(file, root))
        found.extend(passed)
        for one in passed:
            places = (one.position, *(position for position, _ in one.related))
            gaps.extend(Gap(place.line - 1, place.column - 1) for place in places)
        return root, gaps
    found.append(
        file.report(
            "CC036",
            file.starts[gaps[-1].line],
            f"more than {MOST} faults of layout; the file is not read",
            "mend those above first",
        )
    )
    gaps.append(Gap(0, 0, None, ""))
    return None, gaps


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_blank(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def _block(file: SourceFile, lines: list[str], at: int, fault: Unfinished) -> tuple[int, int]:
    """The lines to leave out (half-open): the line at fault with what is indented under it.

    If that line is already blank, the block around it.
    """
    at = min(at, len(lines) - 1)
    if fault.opened is not None:
        at = min(at, file.place(fault.opened).line)
    while at > 0 and _is_blank(lines[at]):
        at -= 1
    first, last = at, at + 1
    indent = _indent(lines[first])
    if "\t" in lines[first][:indent]:
        return first, last  # nobody can say what is indented under it
    while last < len(lines) and (_is_blank(lines[last]) or _indent(lines[last]) > indent):
        last += 1
    while last > first + 1 and _is_blank(lines[last - 1]):
        last -= 1
    return first, last


_KEY = re.compile(r"\s*(?:- +)?(?:\"([^\"]*)\"|'([^']*)'|([^\s:#\"'][^:#]*?))\s*:(?:\s|$)")


def _gap(lines: list[str], first: int) -> Gap:
    """What is lost with a line: which key, and whether it is the key of an entry (or of a section)."""
    line = lines[first]
    match = _KEY.match(line)
    words = line.split()
    key: str | None = words[0].partition(":")[0] if words else None  # "b 1204", "b:1204"
    if match is not None:
        key = next((group for group in match.groups() if group is not None), None)
    column = _indent(line)
    if "\t" in line[:column] and key in (*SECTIONS, *TOP):
        return Gap(first, column, key, "")
    if "\t" in line[:column]:
        return Gap(first, len(line))  # nobody can say in which column it stands
    if column == 0:
        return Gap(first, column, key, "")
    parent = first - 1
    while parent >= 0 and (_is_blank(lines[parent]) or _indent(lines[parent]) >= column):
        parent -= 1
    above = lines[parent] if parent >= 0 else ""
    section = _section_above(lines, first)
    is_entry = _indent(above) == 0 or above.lstrip().startswith("- ")
    return Gap(first, column, key, section if is_entry else None)


def _section_above(lines: list[str], at: int) -> str | None:
    for number in range(at, -1, -1):
        if not _is_blank(lines[number]) and _indent(lines[number]) == 0 and not lines[number].startswith("-"):
            match = _KEY.match(lines[number])
            return match[3] if match is not None else None
    return None


def spoil(draft: Draft, file: SourceFile, gaps: list[Gap]) -> None:
    """Marks the entries that a file's gaps belong to: each has an error, and is left out."""
    if not gaps:
        return
    keys = sorted(
        (*file.place(entry.key.start), section, id)
        for section, entries in draft.written.items()
        for id, entry in entries.items()
        if entry.file is file
    )
    for gap in gaps:
        if gap.section == "":
            _lose_section(draft, gap.key)
            continue
        if gap.section is not None and gap.key is not None:
            section = "events" if gap.section == "record" else gap.section
            if section in SECTIONS:
                draft.spoiled[section].add(gap.key)
            continue
        before = [key for key in keys if key[:2] <= (gap.line, gap.column)]
        if before and (before[-1][0] == gap.line or before[-1][1] < _inside(file, gap)):
            draft.spoiled[before[-1][2]].add(before[-1][3])


def _inside(file: SourceFile, gap: Gap) -> int:
    """The column at which the line of a gap begins; a tab counts as deep inside what stands above it."""
    line = file.line(gap.line)
    indent = _indent(line)
    return len(line) if "\t" in line[:indent] else indent


def _lose_section(draft: Draft, key: str | None) -> None:
    if key is not None and key in SECTIONS:
        draft.lost.add(key)
    elif key in ("question", "record", "through"):
        draft.lost.add({"question": "questions", "record": "events"}.get(key, key))
    elif key not in ("format", "title", "background", "plain", "terms", "defaults", "eras"):
        draft.lost.update((*SECTIONS, "through"))
