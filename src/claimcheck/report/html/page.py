"""The report as one HTML page: a document of sections in, the whole text of the file out.

Belongs here: contents, the choices that a reader may filter by, the call of the templates. Does not belong here:
what is shown (see `claimcheck.report.page`), escaping (see `escaping`), how a block looks (see the templates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.corpus.entries import Corpus
from claimcheck.report.blocks import Account, Block, Document, Fold, Group, Item, Section, Target
from claimcheck.report.html.escaping import environment, href, prose
from claimcheck.report.html.shell import shell
from claimcheck.report.html.svg import defined_paints, svg

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("picture.css", "page.css")
SCRIPTS = ("page.js",)
_LARGE = 150  # accounts; beyond that a browser lays out a question only when it comes into view


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader may filter by: claimants by id and name, and years in which works appeared.

    (The questions are those of the page itself.)
    """

    claimants: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str], ...]


def render_page(document: Document, corpus: Corpus) -> str:
    """The document as one HTML file that needs nothing else; ends with a newline. The corpus gives the names."""
    accounts = tuple(accounts_in(document.sections))
    known = frozenset(anchors_in(document.sections))
    body = environment().get_template("page.html.j2").module
    made = body.page(  # type: ignore[attr-defined]
        document,
        choices(corpus, accounts),
        Linking(known),
        svg,
        defined_paints(),
        len(accounts) > _LARGE,
    )
    return shell(document.title, made, styles=STYLES, scripts=SCRIPTS)


@dataclass(frozen=True, slots=True)
class Linking:
    """What can be linked: the entries that have a place on the page."""

    known: frozenset[Target]

    def beside(self, item: Item) -> tuple[Target, ...]:
        """The entries of an item that are linked after it: those that its place does not name already."""
        return tuple(one for one in item.about if one in self.known and not self._names(item.place, one))

    def placed(self, item: Item) -> Markup:
        """Where an item stands, with the source that it names first as a link."""
        from markupsafe import Markup

        for target in item.about:
            if target in self.known and self._names(item.place, target):
                named = Markup('<a href="{}">{}</a>').format(Markup(href(target)), Markup(prose(target[1])))
                return named + prose(item.place[len(target[1]) :])
        return prose(item.place)

    def _names(self, place: str, target: Target) -> bool:
        return target[0] == "source" and re.match(rf"{re.escape(target[1])}(?:[ ,]|$)", place) is not None

    def leads(self, target: Target | None) -> bool:
        """Whether the page has a place for it."""
        return target is not None and target in self.known


def accounts_in(sections: Iterable[Section]) -> Iterator[Account]:
    """The accounts that have an entry, in the order of the page."""
    for block in _all(block for section in sections for block in section.blocks):
        if isinstance(block, Group) and block.account is not None:
            yield block.account


def anchors_in(sections: Iterable[Section]) -> Iterator[Target]:
    """Every entry that has a place on the page."""
    for block in _all(block for section in sections for block in section.blocks):
        if isinstance(block, Group | Fold) and block.anchor is not None:
            yield block.anchor
        elif hasattr(block, "items"):
            yield from (item.anchor for item in block.items if item.anchor is not None)


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Group | Fold):
            yield from _all(block.blocks)


def choices(corpus: Corpus, accounts: Iterable[Account]) -> Choices:
    """The claimants and years of the accounts, in the order of the page (years in order of time)."""
    from claimcheck.dates.calendars import year_in_words

    accounts = tuple(accounts)
    by = dict.fromkeys(id for account in accounts for id in account.by)
    years = sorted({account.year for account in accounts if account.year is not None})
    return Choices(
        tuple((id, corpus.claimants[id].name if id in corpus.claimants else id) for id in by),
        tuple((year, year_in_words(year)) for year in years),
    )
