"""Pictures as plain shapes with places and classes, before they are written as SVG.

Belongs here: the frozen shapes. Does not belong here: what is drawn (see `timeline_svg`, `stemma_svg`), colours
(they belong to the classes, in the style), escaping.

Across, a place is written as SVG takes it: "12.5%" in a picture that stretches with the page, "120" in one that
does not. Down, it is always in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report.blocks import Target


@dataclass(frozen=True, slots=True)
class Bar:
    """A box. `paint` is the name of a gradient or pattern, or empty where the class colours it."""

    x: str
    y: float
    width: str
    height: float
    look: str
    paint: str = ""
    round: float = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: str
    y1: float
    x2: str
    y2: float
    look: str = ""
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `more` are further stretches of it with looks of their own. `anchor`: start, middle, end."""

    x: str
    y: float
    text: str
    look: str = ""
    anchor: str = "start"
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A small figure about a place: `path` is in pixels around it."""

    x: str
    y: float
    path: str
    look: str


@dataclass(frozen=True, slots=True)
class Bunch:
    """Shapes that belong to one entry."""

    target: Target
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Upright lines of one look and height; `places` are percents of the width."""

    look: str
    places: tuple[str, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Labels:
    """Lines of text of one look, at one height."""

    look: str
    y: float
    words: tuple[Words, ...]


Shape = Bar | Stroke | Words | Glyph | Bunch | Rules | Labels


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes with the height that they take, and the width, where they do not stretch."""

    shapes: tuple[Shape, ...]
    height: float
    width: float | None = None

    @property
    def on_paper(self) -> int:
        """To how many tenths of its size it has to be taken to fit a page of paper (10: as it is)."""
        return max(3, min(10, int(_PAGE * 10 / self.height))) if self.height > 0 else 10


_PAGE = 840  # pixels that a page of Letter has room for, in the print style
