"""YAML read into text that knows where it stands: the first step from a file to an entry.

Belongs here: nodes (texts, lists, mappings) with their places in the file, made from the event stream of
PyYAML's C parser (of the pure one where the C one is missing). Every scalar stays the text that was written:
no dates, numbers or booleans. Does not belong here: what keys mean (`fields`), which YAML fault is what and
how reading goes on behind it (`layout`).
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple, final

from claimcheck.diagnostics import Diagnostic, Position, Related, diagnostic

DEEPEST = 32  # levels of nesting; the format needs eight, and a bracket bomb must not exhaust the stack


# Characters that no text has: controls, and halves of a character (U+D800 and its like), which no file can hold.
NO_TEXT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_NO_TEXT = re.compile(f"[{NO_TEXT}]")


def refuse_escaped(file: SourceFile, text: str, at: int, found: list[Diagnostic]) -> bool:
    """Reports a character that no text has and that came in by an escape; whether there was one."""
    match = _NO_TEXT.search(text)
    if match is None:
        return False
    found.append(
        file.report(
            "CC007",
            at,
            f"the character U+{ord(match[0]):04X}, written here as an escape, has no place in a text",
            "take it out",
        )
    )
    return True


class Place(NamedTuple):
    """A place in a file: line and column, both counted from 0."""

    line: int
    column: int


# Nodes hold character offsets into the file's text: a line and a column are worked out when one is printed.
# An object for every mark would cost more time than the parsing itself.


@final
class Text(NamedTuple):
    """A scalar: its text, the span it takes in the file (half-open), and how it was quoted ("" is plain)."""

    text: str
    start: int
    stop: int
    style: str = ""


@final
class Listing(NamedTuple):
    """A list; `flow` where it was written in brackets."""

    items: list[Node]
    start: int
    stop: int
    flow: bool = False


@final
class Mapping(NamedTuple):
    """A mapping: key text to key and value, in the order of the file; `flow` where written in braces."""

    entries: dict[str, tuple[Text, Node]]
    start: int
    stop: int
    flow: bool = False


Node = Text | Listing | Mapping


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read: the name to print, its text, its lines without their ends, and where each begins."""

    name: str
    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    def place(self, at: int) -> Place:
        """The line and column of a character offset, from 0."""
        line = bisect_right(self.starts, at) - 1
        return Place(line, at - self.starts[line])

    def position(self, at: int) -> Position:
        """The position of a character offset, counted from 1."""
        line = bisect_right(self.starts, at)
        return Position(self.name, line, at - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The line of that number (from 0) as it stands in the file; empty past the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def report(
        self,
        code: str,
        at: int,
        message: str,
        remedy: str = "",
        *,
        length: int = 1,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """A diagnostic at a character offset, with the line as it stands in the file."""
        position = self.position(at)
        line = self.line(position.line - 1)
        return diagnostic(code, position, message, remedy, length=length, source_line=line, related=related)

    def report_node(self, code: str, node: Node, message: str, remedy: str = "") -> Diagnostic:
        """A diagnostic that underlines a node as far as it reaches on its first line."""
        line, column = self.place(node.start)
        end = min(node.stop, self.starts[line] + len(self.line(line).rstrip()))
        return self.report(code, node.start, message, remedy, length=max(1, end - self.starts[line] - column))

    def written(self, node: Node) -> str:
        """What stands in the file for a node, on one line: the raw text of `[1955, 1956]` is itself."""
        return re.sub(r"\s*[\r\n]\s*", " ", self.text[node.start : node.stop]).strip()


_LINE_END = re.compile(r"\r\n|\r|\n")


def source_file(name: str, text: str) -> SourceFile:
    """A source file of that text. Only CR, LF and CRLF end a line, as editors count them."""
    if "\r" not in text:
        lines = tuple(text.split("\n"))
        starts = (0, *accumulate(len(line) + 1 for line in lines))[:-1]
    else:
        lines = tuple(_LINE_END.split(text))
        starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
    return SourceFile(name, text, lines, starts)


@contextmanager
def many_objects() -> Iterator[None]:
    """Holds back the garbage collector while a great many objects are made that form no circles.

    It would walk through all of them again and again, which takes as long as the reading itself.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Unfinished(Exception):
    """The YAML stops making sense: where, within what, and what was open there."""

    def __init__(
        self,
        at: int,
        context: int | None,
        opened: int | None,
        last: Text | None,
        *,
        too_deep: bool = False,
    ) -> None:
        super().__init__()
        self.too_deep = too_deep
        self.at = at
        self.context = context
        self.opened = opened  # the outermost bracket open at the fault
        self.last = last  # the scalar read before it


def read_nodes(file: SourceFile, text: str, found: list[Diagnostic]) -> Node | None:
    """The one document in `text` (the file's text, perhaps with lines blanked); None if it is empty.

    Appends to `found` what YAML would pass over: duplicate keys, anchors, aliases, tags, second documents.
    Raises `Unfinished` where the text is not YAML.
    """
    import yaml

    stack: list[_Level] = []
    try:
        parser: Any = yaml.CLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
        with many_objects():
            return _document(parser.get_event, yaml.events, file, found, stack)
    except yaml.MarkedYAMLError as fault:
        context = fault.context_mark.index if fault.context_mark is not None else None
        at = fault.problem_mark.index if fault.problem_mark is not None else context or 0
        # The scanner reads ahead, and from libyaml 0.2.6 on it refuses many open brackets before we can.
        too_deep = "nesting depth" in (fault.problem or "")
        raise Unfinished(
            min(at, len(text)), context, _opened(stack), _last_text(stack), too_deep=too_deep
        ) from None
    except yaml.reader.ReaderError as fault:
        # Characters that YAML refuses are reported before parsing; this is what another version may add.
        raise Unfinished(min(fault.position, len(text)), None, None, None) from None


class _Level(NamedTuple):
    """A collection that is being read. A mapping has `items` for none, and its waiting key in `keys`."""

    entries: dict[str, tuple[Text, Node]]
    items: list[Node] | None
    keys: list[Text]
    start: int
    flow: bool


def _opened(stack: list[_Level]) -> int | None:
    """Where the outermost open bracket stands."""
    return next((level.start for level in stack if level.flow), None)


def _last_text(stack: list[_Level]) -> Text | None:
    """The text read last in the innermost open collection."""
    if not stack:
        return None
    level = stack[-1]
    if level.keys:
        return level.keys[-1]
    nodes = level.items if level.items is not None else [value for _, value in level.entries.values()]
    last = nodes[-1] if nodes else None
    return last if type(last) is Text else None


def _document(
    next_event: Callable[[], Any],
    events: Any,
    file: SourceFile,
    found: list[Diagnostic],
    stack: list[_Level],
) -> Node | None:
    """Events into nodes. One flat loop, because this is where the time of reading a corpus goes."""
    scalar, mapping_start, mapping_end = events.ScalarEvent, events.MappingStartEvent, events.MappingEndEvent
    sequence_start, sequence_end = events.SequenceStartEvent, events.SequenceEndEvent
    make, text_type = tuple.__new__, Text
    root: Node | None = None
    documents = 0
    entries: dict[str, tuple[Text, Node]] = {}
    items: list[Node] | None = []  # of the innermost open collection; at the top, a list for the document
    keys: list[Text] = []
    outermost = items
    while True:
        event = next_event()
        kind = type(event)
        node: Node
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                _refuse_tag(event, file, found)
            if event.style == '"':
                refuse_escaped(file, event.value, event.start_mark.index, found)
            node = make(text_type, (event.value, event.start_mark.index, event.end_mark.index, event.style or ""))
            if items is None and not keys:
                keys.append(node)
                if node.text in entries:
                    _refuse_duplicate(entries, node, file, found)
                    keys[-1] = _DROPPED
                continue
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None:
                _refuse_tag(event, file, found)
            entries, items, keys = {}, None if kind is mapping_start else [], []
            stack.append(_Level(entries, items, keys, event.start_mark.index, bool(event.flow_style)))
            if len(stack) > DEEPEST:
                raise Unfinished(event.start_mark.index, None, _opened(stack), None, too_deep=True)
            continue
        elif kind is mapping_end or kind is sequence_end:
            closed = stack.pop()
            stop = event.end_mark.index
            node = (
                Mapping(closed.entries, closed.start, stop, closed.flow)
                if closed.items is None
                else Listing(closed.items, closed.start, stop, closed.flow)
            )
            entries, items, keys, _, _ = stack[-1] if stack else _Level({}, outermost, [], 0, False)
            if items is None and not keys:
                keys.append(_refuse_key(node, file, found))
                continue
        elif kind is events.AliasEvent:
            node = _refuse_alias(event, file, found)
            if items is None and not keys:
                keys.append(_DROPPED)
                continue
        elif kind is events.DocumentStartEvent and documents:
            _refuse_document(event, file, found)
            return root
        elif kind is events.StreamEndEvent:
            return root
        else:
            documents += kind is events.DocumentStartEvent
            continue
        if items is None:
            key = keys.pop()
            if key.start >= 0:
                entries[key.text] = (key, node)
        elif stack:
            items.append(node)
        else:
            root = node


def _refuse_tag(event: Any, file: SourceFile, found: list[Diagnostic]) -> None:
    what = "anchor" if event.anchor is not None else "tag"
    at = event.start_mark.index
    written = (file.text[at : at + 80].split() or ["!"])[0]
    found.append(
        file.report(
            "CC029",
            event.start_mark.index,
            f"{written} is a YAML {what}, which this format does not have",
            f'if the sign belongs to the text, put the whole text in quotes: "{written} …"',
            length=len(written),
        )
    )


def _refuse_alias(event: Any, file: SourceFile, found: list[Diagnostic]) -> Text:
    at = event.start_mark.index
    found.append(
        file.report(
            "CC029",
            at,
            f"*{event.anchor} is a YAML alias, which this format does not have",
            f'if the asterisk belongs to the text, put it in quotes: "*{event.anchor}"',
            length=len(event.anchor) + 1,
        )
    )
    return Text(f"*{event.anchor}", at, event.end_mark.index)


def _refuse_document(event: Any, file: SourceFile, found: list[Diagnostic]) -> None:
    found.append(
        file.report(
            "CC030",
            event.start_mark.index,
            "a second YAML document begins here, and only the first is read",
            "put what follows into a file of its own, or take this line out",
            length=3,
        )
    )


def _refuse_key(node: Node, file: SourceFile, found: list[Diagnostic]) -> Text:
    found.append(
        file.report_node(
            "CC031", node, "a key must be a text, not a list or a mapping", "write it as one word and a colon"
        )
    )
    return _DROPPED


# Stands in the place of a refused key, so that its value is read and dropped.
_DROPPED = Text("", -1, -1)


def _refuse_duplicate(
    entries: dict[str, tuple[Text, Node]], key: Text, file: SourceFile, found: list[Diagnostic]
) -> None:
    first = entries[key.text][0]
    found.append(
        file.report(
            "CC028",
            key.start,
            f"`{key.text}` stands twice here",
            "keep one of the two, or give the second another name",
            length=len(key.text),
            related=((file.position(first.start), "the first"),),
        )
    )
