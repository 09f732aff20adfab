"""A corpus in the making: what has been declared, what was found wrong, what is still to be looked up.

Belongs here: the state that one run of reading hands from step to step, and the rule that an entry with an
error is left out while whatever refers to it stays silent. Does not belong here: reading values (`values`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher, get_close_matches
from typing import Any, NamedTuple

from claimcheck.corpus.entries import (
    Bridge,
    Claim,
    Claimant,
    Event,
    Figure,
    Kind,
    Question,
    Source,
)
from claimcheck.corpus.fields import SECTIONS
from claimcheck.corpus.yaml_nodes import Mapping, Node, SourceFile, Text
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.when import Fault, When
from claimcheck.diagnostics import Diagnostic, Position, Related, Severity


class Written(NamedTuple):
    """An entry as it stands in a file: its id, where the id stands, its value, and the keys its group shares."""

    id: str
    key: Text
    node: Node
    file: SourceFile
    shared: Mapping | None = None


class Reference(NamedTuple):
    """An id that an entry refers to, to be looked up when everything has been read."""

    id: str
    targets: tuple[str, ...]
    code: str
    file: SourceFile
    node: Node
    offset: int
    length: int
    owner: tuple[str, str]


@dataclass(slots=True)
class Draft:
    """The state of one reading. `lost` are sections of which something could not be read at all.

    `spoiled` are the ids of entries with an error; `faulty` says whether the entry in hand has one.
    """

    found: list[Diagnostic] = field(default_factory=list)
    written: dict[str, dict[str, Written]] = field(default_factory=lambda: {section: {} for section in SECTIONS})
    sections: set[str] = field(default_factory=set)  # those that stand in some file
    lost: set[str] = field(default_factory=set)
    spoiled: dict[str, set[str]] = field(default_factory=lambda: {section: set() for section in SECTIONS})
    references: list[Reference] = field(default_factory=list)
    dates: dict[tuple[str, Conventions], When | Fault] = field(default_factory=dict)
    conventions: Conventions = field(default_factory=Conventions)
    sources: dict[str, Source] = field(default_factory=dict)  # declared, then those named in passing
    named: dict[str, Claimant] = field(default_factory=dict)  # claimants named in passing
    names: dict[str, str] = field(default_factory=dict)  # the names of declared claimants -> their ids
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)  # a claim -> its CLAIM/QUESTION
    owner: tuple[str, str] = ("", "")
    faulty: bool = False
    rows: dict[str, int] = field(default_factory=dict)  # the tables, by name: how many rows each has
    library: dict[str, Written] = field(default_factory=dict)  # what bibliographies hold, cited or not
    mended: set[str] = field(default_factory=set)  # files of which lines were left out to read on

    def report(
        self,
        file: SourceFile,
        code: str,
        at: int,
        message: str,
        remedy: str = "",
        *,
        length: int = 1,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Notes what is wrong at a place of a file; an error makes the entry in hand faulty."""
        self._note(file.report(code, at, message, remedy, length=length, related=related))

    def report_node(self, file: SourceFile, code: str, node: Node, message: str, remedy: str = "") -> None:
        """Notes what is wrong with a node of a file, underlined as far as it reaches on its line."""
        self._note(file.report_node(code, node, message, remedy))

    def _note(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)
        if diagnostic.severity is Severity.ERROR:
            self.faulty = True

    def is_declared(self, section: str, id: str) -> bool:
        """Whether a file declares an entry of that id, sound or not."""
        return id in self.written[section] or id in self.spoiled[section]

    def entry_of(self, section: str, id: str) -> str:
        """The id under which an entry stands in a file: of CLAIM/QUESTION the claim's."""
        return id if id in self.written[section] else id.rpartition("/")[0]

    def refer(
        self,
        targets: tuple[str, ...],
        code: str,
        file: SourceFile,
        node: Node,
        id: str,
        offset: int = 0,
        length: int = 0,
    ) -> None:
        """Notes a reference that no declared entry answers yet."""
        self.references.append(Reference(id, targets, code, file, node, offset, length or len(id), self.owner))


@dataclass(slots=True)
class Entries:
    """The entries of a corpus by section and id, while what does not hold together is being taken out."""

    claimants: dict[str, Claimant]
    sources: dict[str, Source]
    kinds: dict[str, Kind]
    events: dict[str, Event]
    questions: dict[str, Question]
    claims: dict[str, Claim]
    bridges: dict[str, Bridge]
    figures: dict[str, Figure]

    def by_section(self) -> dict[str, dict[str, Any]]:
        """The sections by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A remedy that names the nearest known words, or the known words if they are few, or nothing."""
    word = word[:80]
    near = get_close_matches(word, known, n=2, cutoff=0.6)
    if near:
        if len(near) == 2 and _likeness(word, near[0]) - _likeness(word, near[1]) > 0.1:
            near = near[:1]
        return "did you mean " + " or ".join(f"`{match}`" for match in near) + "?"
    if 0 < len(known) <= 8:
        return "known here: " + ", ".join(f"`{match}`" for match in known)
    return ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def id_from(text: str) -> str:
    """The id made of a free text: its letters, digits and dots, with hyphens between (`Town-Chronicle-1931`)."""
    words = re.findall(r"(?:[^\W_]|\.)+", unicodedata.normalize("NFC", text))
    return "-".join(words) or re.sub(r"[\s,\[\]{}\"'@]+", "-", text.strip())


def name_claimant(draft: Draft, name: str, position: Position) -> str:
    """The id of a claimant who is only named, here or before: made of the letters of the name.

    The name of a declared claimant, letter for letter, is that claimant.
    Two names that make the same id ("A. B." and "A B") stay two claimants; the later gets a number.
    """
    if name in draft.names:
        return draft.names[name]
    id = id_from(name)
    candidate, number = id, 1
    while candidate in draft.written["claimants"] or (
        candidate in draft.named and draft.named[candidate].name != name
    ):
        number += 1
        candidate = f"{id}-{number}"
    if candidate not in draft.named:
        draft.named[candidate] = Claimant(id=candidate, position=position, name=name, declared=False)
    return candidate
