"""Which slip of the pen a syntax error of YAML is, said in the historian's terms.

Belongs here: the classification of a fault by what stands in its line, and the quoted form that would work.
Does not belong here: reading on behind it (`layout`). The parser's own wording is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.corpus.fields import RECORD, SECTIONS, TOP
from claimcheck.corpus.values import quoted
from claimcheck.corpus.yaml_nodes import (
    DEEPEST,
    Listing,
    Node,
    SourceFile,
    Text,
    Unfinished,
)
from claimcheck.diagnostics import Diagnostic

_PAIR = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#{\[\"'][^:#{\[]*?)\s*:\s+(?P<value>\S.*)$")
_HALF = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})")  # half of a character, which YAML refuses to read
_KEYS = frozenset((*TOP, *SECTIONS, *RECORD, *(key for fields in SECTIONS.values() for key in fields)))
_LOST = re.compile(r"(?<=[ \t])#(?=[^\s#!])|(?<=[ \t])# ?(?=\d)")


def name_fault(file: SourceFile, fault: Unfinished) -> Diagnostic:
    """The diagnostic for a syntax error: where the slip was made, and how to write it."""
    at = fault.at
    number, column = file.place(at)
    line = file.line(number)
    character = line[column : column + 1]
    if fault.too_deep:
        return file.report(
            "CC032",
            at,
            f"this is nested more than {DEEPEST} levels deep",
            "close the brackets; no part of the format needs more than eight levels",
        )
    half = _half_character(file, fault)
    if half is not None:
        return half
    unclosed = _unclosed(file, fault)
    if unclosed is not None:
        return unclosed
    mixed = mixed_entries(file, fault)
    if mixed:
        return _mixed(file, mixed[0])
    if fault.context is not None and fault.context < at and _lacks_colon(file, fault.context):
        return _no_colon(file, fault.context)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return file.report(
            "CC024",
            file.starts[number] + line.index("\t"),
            "a tab stands in the indentation",
            "indent with spaces",
        )
    if fault.opened is not None and character in "[]" and character:
        return _quote_value(file, "CC035", at, "square brackets within braces end the text")
    if character == ":":
        return _colon(file, at, fault.opened is not None)
    if character in ("@", "`", "%") and character:
        return _quote_value(file, "CC022", at, f"no text can begin with {character} unless it is quoted")
    following = re.match(r"([\w-]+)\s*:(\s|$)", line[column:])
    if fault.opened is not None and following is not None and _goes_on(line, column):
        return _lost_comma(file, at, following[1])
    if character in ("]", "}") and fault.opened is None:
        return file.report("CC020", at, f"the bracket {character} closes nothing", "take it out")
    if _goes_on(line, column):
        return _quote_value(file, "CC023", at, "the text goes on after its closing bracket or quote")
    if _begins_with_sign(line):
        return _quote_value(file, "CC022", at, "the text begins with a sign that YAML keeps for itself")
    if fault.context is not None and file.place(fault.context).line < number and character.strip():
        return file.report(
            "CC034",
            at,
            "the line begins in a column where nothing above it begins",
            "begin it in the same column as the lines it belongs with",
        )
    return file.report(
        "CC020",
        at,
        "the line does not fit the layout of the file",
        "write KEY: TEXT, with the text in quotes if it has signs of its own",
    )


def _half_character(file: SourceFile, fault: Unfinished) -> Diagnostic | None:
    """The escape of half a character within a quoted text, at which YAML stops."""
    if fault.context is None or file.text[fault.context : fault.context + 1] != '"':
        return None
    half = _HALF.search(file.text, fault.context, fault.at + 12)
    if half is None:
        return None
    return file.report(
        "CC007",
        half.start(),
        f"the character U+{half[1].upper()}, written here as an escape, has no place in a text",
        "take it out",
        length=len(half[0]),
    )


def mixed_entries(file: SourceFile, fault: Unfinished) -> list[int]:
    """The lines (from 0) of entries without a dash in a list, or with one among entries without; none otherwise.

    All such entries of the same block are one slip, so that one diagnostic says it.
    """
    if fault.opened is not None:
        return []
    places = [file.place(at) for at in (fault.at, fault.context) if at is not None]
    return next((wrong for place in places if (wrong := _entries_unlike_those_above(file, *place))), [])


def _entries_unlike_those_above(file: SourceFile, number: int, column: int) -> list[int]:
    """Lines from this one on that begin in its column, with a dash where the line above has none or without."""
    line = file.line(number)
    if not line.strip() or _indent(line) != column or "\t" in line[:column]:
        return []
    above = number - 1
    while above >= 0 and (_is_empty(file.line(above)) or _indent(file.line(above)) > column):
        above -= 1
    if above < 0 or _indent(file.line(above)) != column or _is_dashed(file.line(above)) == _is_dashed(line):
        return []
    wrong = []
    for below in range(number, len(file.lines)):
        other = file.line(below)
        if _is_empty(other) or _indent(other) > column:
            continue
        if _indent(other) < column:
            break
        if _is_dashed(other) == _is_dashed(line):
            wrong.append(below)
        elif not _is_dashed(other) and other.rstrip().endswith(":"):
            break  # what has dashes below this key may well be its list
    return wrong


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _is_dashed(line: str) -> bool:
    return line.lstrip().startswith("- ") or line.strip() == "-"


def _mixed(file: SourceFile, number: int) -> Diagnostic:
    line = file.line(number)
    words = line.strip().removeprefix("-").strip()
    key, colon, _ = words.partition(":")
    shown = f"{key}: …" if colon else words
    column = _indent(line)
    parent = next(
        (above for above in file.lines[number::-1] if not _is_empty(above) and _indent(above) < column), ""
    )
    section = parent.strip().removesuffix(":")
    if section in SECTIONS and section != "claims":
        message = f"entries with and without a dash are mixed under `{section}`"
        remedy = f"write each without a dash, all in one column: {shown}"
    elif _is_dashed(line):
        message = "an entry with a dash stands among entries without one"
        remedy = f"write it as the others are, {shown}, in the column of the others; or begin each with a dash"
    else:
        message = "in a list each entry begins with a dash"
        remedy = f"write - {shown}, and so every entry of the list"
    return file.report("CC034", file.starts[number] + column, message, remedy, length=len(line.strip()[:40]))


def _unclosed(file: SourceFile, fault: Unfinished) -> Diagnostic | None:
    """A bracket or quote that its own block does not close."""
    last = fault.last
    if last is not None and last.style in ("'", '"') and _leaves_its_block(file, last):
        return _not_closed(file, last.start)
    if fault.context is not None and file.text[fault.context : fault.context + 1] in ("'", '"'):
        return _not_closed(file, fault.context)
    if fault.opened is not None and _is_open(file, fault.opened):
        return _not_closed(file, fault.opened)
    return None


def _leaves_its_block(file: SourceFile, text: Text) -> bool:
    """Whether a quoted text takes in a line that is not indented under the one it begins in."""
    first, last = file.place(text.start).line, file.place(text.stop).line
    indent = _indent(file.line(first))
    return any(line.strip() and _indent(line) <= indent for line in file.lines[first + 1 : last + 1])


def _is_open(file: SourceFile, bracket: int) -> bool:
    """Whether a bracket is still open at the end of its block."""
    number, column = file.place(bracket)
    line = file.line(number)
    indent = _indent(line)
    depth = _depth(line[column:])
    for below in file.lines[number + 1 :]:
        if depth <= 0 or (below.strip() and _indent(below) <= indent):
            break
        depth += _depth(below)
    return depth > 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _depth(text: str) -> int:
    """How many more brackets a text opens than it closes, quoted ones aside."""
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|(?<![^\s\[{,:])'(?:''|[^'])*'", "", text)
    return sum(bare.count(sign) for sign in "[{") - sum(bare.count(sign) for sign in "]}")


def _not_closed(file: SourceFile, at: int) -> Diagnostic:
    sign = file.text[at : at + 1]
    closing = {"[": "]", "{": "}"}.get(sign, sign)
    what = "quote" if sign in ("'", '"') else "bracket"
    return file.report(
        "CC025",
        at,
        f"the {what} {sign} that opens here is not closed",
        f"close it with {closing}, or put the whole text in quotes if the sign belongs to it",
    )


def _lacks_colon(file: SourceFile, at: int) -> bool:
    number, column = file.place(at)
    rest = file.line(number)[column:]
    return bool(rest.strip()) and rest.lstrip()[0] not in "\"'[{-@`%&*!|>" and not re.search(r":(\s|$)", rest)


def _no_colon(file: SourceFile, at: int) -> Diagnostic:
    words = file.line(file.place(at).line).strip()
    return file.report(
        "CC020",
        at,
        "no colon and space divide a key from its text here",
        f"write {words.partition(':')[0].split(' ')[0]}: …",
        length=len(words),
    )


def _colon(file: SourceFile, at: int, in_brackets: bool) -> Diagnostic:
    number, column = file.place(at)
    before = file.line(number)[:column]
    word = re.search(r"(?:^|(?<=\s))[\w-]+$", before)
    if in_brackets and word is not None and word[0] in _KEYS:
        return _lost_comma(file, file.starts[number] + word.start(), word[0])
    if _PAIR.match(before) is None and not re.search(r"[{\[,]", before):
        above = next((line for line in range(number - 1, -1, -1) if file.line(line).strip()), None)
        if above is not None and _indent(file.line(above)) == _indent(before):
            return _no_colon(file, file.starts[above] + _indent(before))
        return file.report(
            "CC034",
            at,
            "a key stands here, but the line above is a text, which has no keys under it",
            "write that text under a key of its own, or begin this line in the column of the keys it belongs with",
        )
    return _quote_value(file, "CC021", at, "a colon stands unquoted within the text")


def _lost_comma(file: SourceFile, at: int, word: str) -> Diagnostic:
    return file.report(
        "CC037",
        at,
        f"a comma is missing before `{word}`",
        f"write a comma at the end of what stands before `{word}`",
        length=len(word),
    )


def _goes_on(line: str, column: int) -> bool:
    before = line[:column].rstrip()
    return bool(before) and before[-1] in "]}\"'" and line[column : column + 1] not in ":,"


def _begins_with_sign(line: str) -> bool:
    match = _PAIR.match(line)
    return match is not None and match["value"][0] in "@`%&*!|>?-,]}#"


def _quote_value(file: SourceFile, code: str, at: int, message: str) -> Diagnostic:
    """The diagnostic whose remedy shows the pair with its value in quotes."""
    number, column = file.place(at)
    key, value = _pair_at(file.line(number), column)
    if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]  # the quotes around it were meant as such, and one within ended the text
    remedy = f"put the text in quotes: {key}: {quoted(value)}" if value else "put the text in quotes"
    return file.report(code, at, message, remedy)


def _pair_at(line: str, column: int) -> tuple[str, str]:
    """The key and value that a column lies in: of the line, or of the innermost braces around it."""
    start = _brace_before(line, column)
    if start is None:
        match = _PAIR.match(line)
        return (match["key"], match["value"].rstrip()) if match is not None else ("KEY", line.strip())
    inside = line[start:column]
    comma = inside.rfind(", ")
    begin = start + comma + 2 if comma >= 0 and ":" in inside[comma:] else start
    match = re.match(r"\s*([^:{}\[\],]+?)\s*:\s*", line[begin:])
    if match is None:
        return "KEY", line[begin:].strip(" }")
    rest = line[begin + match.end() :]
    end = re.search(r",\s+[\w-]+:\s|\}\s*$|\}\s*#|\}\s*,", rest)
    return match[1], (rest[: end.start()] if end is not None else rest).strip()


def _brace_before(line: str, column: int) -> int | None:
    """The position behind the innermost brace that is open at a column, or None."""
    opened: list[int] = []
    for index, character in enumerate(line[:column]):
        if character == "{":
            opened.append(index + 1)
        elif character == "}" and opened:
            opened.pop()
    return opened[-1] if opened else None


def lost_behind_hash(file: SourceFile, root: Node | None) -> Iterator[Diagnostic]:
    """Texts that YAML ended at ` #`: where the sign is followed by a letter or digit it was hardly a comment.

    A comment as comments are written (`# so`) is left alone, and so is a sign within quotes.
    """
    suspects = {
        number: match.start()
        for number, line in enumerate(file.lines)
        if "#" in line and (match := _LOST.search(line)) is not None
    }
    if not suspects or root is None:
        return
    for text in _plain_texts(root):
        number, stop = file.place(text.stop)
        column = suspects.get(number)
        if text.text and column is not None and stop <= column:
            line = file.line(number)
            if not line[stop:column].strip():
                yield _lost(file, number, column, line)


def _plain_texts(root: Node) -> Iterator[Text]:
    """All unquoted texts below a node."""
    ahead: list[Node] = [root]
    while ahead:
        node = ahead.pop()
        if type(node) is Text:
            if not node.style:
                yield node
        elif type(node) is Listing:
            ahead.extend(node.items)
        else:
            ahead.extend(value for _, value in node.entries.values())


def _lost(file: SourceFile, number: int, column: int, line: str) -> Diagnostic:
    match = _PAIR.match(line)
    remedy = "put the text in quotes"
    if match is not None:
        remedy += f": {match['key']}: {quoted(match['value'].rstrip())}"
    return file.report(
        "CC026",
        file.starts[number] + column,
        "the text ends before the # here, and the rest is lost",
        remedy + "; if it is a comment, put a space behind the #",
        length=max(1, len(line.rstrip()) - column),
    )
