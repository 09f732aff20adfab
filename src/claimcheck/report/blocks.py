"""What a report is made of, the same for every format: sections of paragraphs, tables, items and chains.

Belongs here: the frozen values that `sections` fills and the renderers print. Does not belong here: choosing
what is shown, escaping, layout. All texts are as they stand in the corpus, newlines and all: whoever prints
them escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: a sentence or two, where it stands, and the command that says why (empty: none)."""

    text: str
    place: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in order; `numbered` where they are counted from 1."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A derivation: what it shows, its steps (to be numbered from 1), and the conclusion."""

    title: str
    steps: tuple[Item, ...]
    conclusion: str = ""


Block = Paragraph | Table | Listing | Chain


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `id` is its name on the command line and in links."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title, what stands above everything (banner, perspective), and the sections."""

    title: str
    heading: tuple[str, ...]
    sections: tuple[Section, ...]
