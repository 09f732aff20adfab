"""What a report is made of, the same for every format: sections of paragraphs, tables, items, chains and pictures.

Belongs here: the frozen values that `document` fills and the renderers print, and how deep a renderer goes. Does
not belong here: choosing what is shown, escaping, layout. All texts are as they stand in the corpus, newlines and
all: whoever prints them escapes them.

A `Target` is an entry of the corpus (its sort and id) that a text is about; where a format has links, it links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from claimcheck.report.words.grammar import letter

if TYPE_CHECKING:
    from claimcheck.report.pictures.chart import Chart
    from claimcheck.report.pictures.stemma import Stemma

Target = tuple[str, str]  # ("claim", id), ("question", id), ("source", id) …


class Depth(IntEnum):
    """How far into a report something stands. A renderer shows what is no deeper than it is asked for."""

    OVERVIEW = 1  # the picture, what is at issue, the findings
    QUESTION = 2  # question by question
    APPARATUS = 3  # accounts with their proofs, and everything that is looked up


Spoken = tuple[tuple[str, bool], ...]  # a text, and whether it is in italics


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a source, by its id; `through` is where that was found, if the source itself was not seen."""

    source: str
    locator: str = ""
    through: Cite | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """How a source is cited: in full where it comes first, and by its short name from then on."""

    full: Spoken
    short: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose. `cites` are its sources, for formats that have footnotes."""

    text: str
    cites: tuple[Cite, ...] = ()

    @property
    def room(self) -> int:
        """How many lines to write on it stands for; 0 where it is a text."""
        return self.text.count("\n") + 1 if self.text and set(self.text) <= {"…", "\n"} else 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row has as many cells as there are heads.

    `about` gives for each row (or for none) what its first cells are about, cell by cell; `anchors` the entry that
    a row is; `cites` its sources, which the cell under the head `cited` is noted with.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    about: tuple[tuple[Target | None, ...], ...] = ()
    anchors: tuple[Target | None, ...] = ()
    cites: tuple[tuple[Cite, ...], ...] = ()
    cited: str = ""

    def noted(self, row: int, head: str) -> tuple[Cite, ...]:
        """The sources that a cell is noted with."""
        return self.cites[row] if self.cites and head == self.cited else ()


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: a sentence or two, where it stands, and the command that says why (empty: none).

    `head` is its headline, where it has one. `about` are the entries that it is about, `anchor` the entry that it
    is, `url` an address of it as written.
    """

    text: str
    place: str = ""
    ask: str = ""
    about: tuple[Target, ...] = ()
    anchor: Target | None = None
    url: str = ""
    head: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in order; `numbered` where they are counted from 1."""

    items: tuple[Item, ...]
    numbered: bool = False

    @property
    def is_lettered(self) -> bool:
        """Whether the items begin with boxes or with A, B, C of their own, so that they need no bullets."""
        texts = (item.text for item in self.items)
        return all(text.startswith(("☐ ", f"{letter(number)}. ")) for number, text in enumerate(texts))


@dataclass(frozen=True, slots=True)
class Chain:
    """A derivation: what it shows, its steps (to be numbered from 1), and the conclusion."""

    title: str
    steps: tuple[Item, ...]
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what it shows in words; a stemma also as a table.

    The title of one that is not `titled` stands above it anyway.
    """

    title: str
    says: str
    drawn: Chart | Stemma
    table: Table = Table((), ())
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """One cell of a matrix: the verdict as a sign and in words, and how far apart."""

    sign: str
    words: str
    kind: str
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every account against every other: `names` head rows and columns under their letters.

    `cells[row][column]` is None on the diagonal. `legend` says what the signs mean that occur.
    """

    title: str
    letters: tuple[str, ...]
    names: tuple[str, ...]
    about: tuple[Target, ...]
    cells: tuple[tuple[Relation | None, ...], ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A line with more beneath it, which a reader may open: a verdict over its reasons."""

    title: str
    blocks: tuple[Block, ...]
    anchor: Target | None = None
    about: tuple[Target, ...] = ()
    depth: Depth = Depth.OVERVIEW


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a section with a heading of its own. `note` stands beside the heading (a verdict in a word).

    `kind` is the tone of the note ("contradicted", "corroborated" …), for whoever sets it off.
    """

    title: str
    blocks: tuple[Block, ...]
    anchor: Target | None = None
    note: str = ""
    kind: str = ""


Block = Paragraph | Table | Listing | Chain | Picture | Matrix | Fold | Group


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty: none) and what stands under it. `id` is its name on the command line and in links."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    depth: Depth = Depth.OVERVIEW


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title, what stands above everything (banner, perspective), and the sections.

    `colophon` says of which data and by which program it was made. `sigla` are short names of entries, for links
    within this document alone; `works` say how each source is cited.
    """

    title: str
    heading: tuple[str, ...]
    sections: tuple[Section, ...]
    colophon: tuple[str, ...] = ()
    sigla: Mapping[Target, str] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)


def shown(document: Document, depth: Depth, questions: int | None = None, more: str = "") -> Document:
    """The document without what is deeper; of the disputed questions at most so many, and the others counted.

    `more` says how to have those, the pictures of all, and with every finding the command that says why.
    """
    folds = depth if questions is None else Depth.OVERVIEW
    sections: list[Section] = []
    for section in document.sections:
        blocks = tuple(_some(_kept(section.blocks, folds), questions, more)) if section.depth <= depth else ()
        if questions is not None and sections and all(isinstance(block, Table) for block in section.blocks):
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *blocks))  # counts need no heading
        elif blocks:
            sections.append(replace(section, blocks=blocks))
    return replace(document, sections=tuple(sections))


def _kept(blocks: Iterable[Block], depth: Depth) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield replace(block, blocks=tuple(_kept(block.blocks, depth)))
        elif not isinstance(block, Fold):
            yield block
        elif block.depth <= depth:
            yield replace(block, blocks=tuple(_kept(block.blocks, depth)))


def _some(blocks: Iterable[Block], most: int | None, more: str) -> Iterator[Block]:
    """Of questions those that are disputed, and have a table of their positions; of tables how long they are."""
    left = shown_groups = 0
    for block in blocks:
        if most is not None and isinstance(block, Listing):
            yield replace(block, items=tuple(replace(item, ask="") for item in block.items))
        elif most is None or not isinstance(block, Group | Table):
            yield block
        elif isinstance(block, Table):
            some = "question has one account" if len(block.rows) == 1 else "questions have one account each"
            yield Paragraph(f"{len(block.rows)} {some}: {more}")
        elif shown_groups < most and any(isinstance(one, Table) for one in block.blocks):
            shown_groups += 1
            yield replace(block, blocks=tuple(one for one in block.blocks if not isinstance(one, Picture)))
        else:
            left += 1
    if left:
        yield Paragraph(f"{left} more {'question is' if left == 1 else 'questions are'} told in full: {more}")
