"""What a format needs that the program alone does not bring.

Belongs here: saying which package is missing, and which extra of ours brings it. Does not belong here: any format.
"""

from __future__ import annotations


class MissingExtra(Exception):
    """A format needs a package that is not installed: which, and the extra of ours that brings it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed")
        self.package, self.extra = package, extra
