"""How to ask why: the command that explains a finding, ready to be copied.

Belongs here: that command, with the path and the perspective of the run. Does not belong here: running it.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from claimcheck.engine.perspective import Perspective


@dataclass(frozen=True, slots=True)
class Asking:
    """What a command needs to repeat: the corpus's path, where it was named, and the perspective."""

    path: str | None
    perspective: Perspective

    def why(self, *ids: str) -> str:
        """The command that explains these ids."""
        return self.command("explain", *ids)

    def command(self, name: str, *words: str) -> str:
        """A command on the same corpus from the same perspective."""
        path = [self.path] if self.path is not None else []
        return shlex.join(["claimcheck", name, *path, *words, *self._options()])

    def _options(self) -> list[str]:
        seen = self.perspective
        words: list[str] = []
        for name, values in (
            ("--trust", seen.trust),
            ("--without", seen.without),
            ("--bridge", seen.bridges),
            ("--through", seen.through),
        ):
            for value in values:
                words.extend((name, value))
        if seen.as_of is not None:
            words.append(f"--as-of={seen.as_of}")
        return words
