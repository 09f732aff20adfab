"""What every format is made from: the exercises of one sheet, with its title and version.

Belongs here: that value. Does not belong here: any format.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report.blocks import Document
from claimcheck.teaching import sheets
from claimcheck.teaching.items import Exercise


@dataclass(frozen=True, slots=True)
class Sheet:
    """The exercises of a sheet; `heading` stands above them; `width` is that of plain text, in cells."""

    title: str
    version: str
    exercises: tuple[Exercise, ...]
    heading: tuple[str, ...] = ()
    width: int = 80

    @property
    def worksheet(self) -> Document:
        """The sheet for the class, made of the tasks alone."""
        return sheets.worksheet(self.title, self.version, tuple(one.task for one in self.exercises), self.heading)

    @property
    def key(self) -> Document:
        """The sheet for the teacher."""
        return sheets.key(self.title, self.version, self.exercises, self.heading)
