"""The report as one HTML page: a document of sections in, the whole text of the file out.

Belongs here: links, the call of the templates. Does not belong here: what is shown (see
`claimcheck.report.document`), escaping (see `escaping`), how a block looks (see the templates).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck.report.bibliography import Footnotes
from claimcheck.report.blocks import (
    Block,
    Cite,
    Depth,
    Document,
    Fold,
    Group,
    Item,
    Section,
    Spoken,
    Table,
    Target,
)
from claimcheck.report.html.drawings import PATTERNS, style, svg_inline
from claimcheck.report.html.escaping import anchor, environment, href, prose
from claimcheck.report.html.shell import shell

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("page.css",)
SCRIPTS = ("page.js",)


def render_page(document: Document, *, is_full: bool = False) -> str:
    """The document as one HTML file that needs nothing else; ends with a newline.

    What is deeper than the questions is folded; `is_full` leaves every fold open, also on paper.
    """
    from markupsafe import Markup

    links = Linking(frozenset(anchors_in(document.sections)), document.sigla)
    body: Any = environment().get_template("page.html.j2").module
    draw = partial(svg_inline, linked=links.known)
    made = body.page(document, Depth, links, draw, Markup(PATTERNS), is_full)
    return shell(document.title, made, styles=STYLES, scripts=SCRIPTS, more_style=style())


@dataclass(frozen=True, slots=True)
class Linking:
    """What can be linked: the entries that have a place on the page. Anchors stay the same from page to page."""

    known: frozenset[Target]
    sigla: Mapping[Target, str] = field(default_factory=dict)
    notes: Footnotes | None = None

    def note(self, cites: tuple[Cite, ...]) -> Spoken:
        """The text of the next footnote, where the format has footnotes."""
        return self.notes.note(cites) if self.notes is not None else ()

    def beside(self, item: Item) -> tuple[Target, ...]:
        """The entries of an item that are linked after it: its sources."""
        return tuple(one for one in item.about if one in self.known and one[0] == "source")

    def placed(self, item: Item) -> Markup:
        """Where an item stands."""
        return prose(item.place)

    def anchored(self, target: Target) -> str:
        """The name of an entry as an anchor."""
        return anchor(target)

    def name(self, target: Target) -> str:
        """What a link to an entry says."""
        return self.sigla.get(target, target[1])

    def to(self, target: Target) -> Markup:
        """Where a link to an entry leads, as the value of an attribute that needs no quotes."""
        from markupsafe import Markup

        return Markup(href(target))

    def leads(self, target: Target | None) -> bool:
        """Whether the page has a place for it."""
        return target is not None and target in self.known


def anchors_in(sections: Iterable[Section]) -> Iterator[Target]:
    """Every entry that has a place on the page."""
    for block in _all(block for section in sections for block in section.blocks):
        if isinstance(block, Group | Fold) and block.anchor is not None:
            yield block.anchor
        elif hasattr(block, "items"):
            yield from (item.anchor for item in block.items if item.anchor is not None)
        elif isinstance(block, Table):
            yield from (anchor for anchor in block.anchors if anchor is not None)


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Group | Fold):
            yield from _all(block.blocks)
