"""Pictures as SVG: within a page, where they take its colours and width, and as a file of their own.

Belongs here: the writing of shapes, and what a file of its own needs besides. Does not belong here: the shapes
(see `claimcheck.report.timeline_svg`, `stemma_svg`).

Programs that place an SVG in a text know no variables of CSS, so a file of its own has its colours written out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.report.blocks import Picture
from claimcheck.report.html.escaping import HERE, environment
from claimcheck.report.lanes import Timeline
from claimcheck.report.shapes import Drawing
from claimcheck.report.stemma_svg import stemma_drawing
from claimcheck.report.timeline_svg import timeline_drawing

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH = 960  # pixels of a file of its own
_MARGIN = 24
_TITLE = 34  # pixels for the title over each picture


def drawing(picture: Picture) -> Drawing:
    """The shapes of a picture."""
    return (
        timeline_drawing(picture.drawn) if isinstance(picture.drawn, Timeline) else stemma_drawing(picture.drawn)
    )


def svg(picture: Picture, links: object) -> Markup:
    """A picture within a page, whose short names it takes: a timeline stretches, a stemma keeps its size."""
    made: Markup = environment().get_template("picture.svg.j2").module.inline(picture, drawing(picture), links)  # type: ignore[attr-defined]
    return type(made)(re.sub(r">\s*\n\s*<", "><", made))


def defined_paints() -> Markup:
    """The gradients and patterns that all pictures of a page refer to, once."""
    made: Markup = environment().get_template("svg.html.j2").module.paints()  # type: ignore[attr-defined]
    return made


def svg_file(title: str, pictures: Sequence[Picture]) -> str:
    """The pictures one below another as an SVG file that needs nothing else; ends with a newline."""
    from markupsafe import Markup

    drawn = [(picture, drawing(picture)) for picture in pictures]
    width = max([WIDTH, *(one.width + 2 * _MARGIN for _, one in drawn if one.width is not None)])
    placed = []
    top = float(_MARGIN)
    for picture, one in drawn:
        placed.append((picture, one, top))
        top += _TITLE + one.height + _MARGIN
    made: Markup = (
        environment()
        .get_template("picture.svg.j2")
        .module.file(  # type: ignore[attr-defined]
            title, placed, f"{width:g}", f"{top:g}", _MARGIN, f"{width - 2 * _MARGIN:g}", _TITLE, Markup(_style())
        )
    )
    return f"{made}\n"


@cache
def _style() -> str:
    """The looks of pictures with the light colours in place of the variables."""
    tokens = (HERE / "tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+):\s*([^;]+);", tokens[: tokens.index("@media")]))
    looks = re.sub(r"/\*.*?\*/", "", (HERE / "picture.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"var\(--([\w-]+)\)", lambda found: " ".join(light[found[1]].split()), looks).strip()
