"""Reading a corpus that stands in the test itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import exit_code, read_corpus
from claimcheck.diagnostics import Diagnostic, format_diagnostic

Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Outcome:
    """What reading gave: the corpus, the diagnostics, and these as printed, with bare file names."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    printed: str
    exit_code: int

    @property
    def codes(self) -> list[str]:
        """The codes in order."""
        return [one.code for one in self.diagnostics]

    @property
    def only(self) -> Diagnostic:
        """The one diagnostic; fails if there is another number of them."""
        assert len(self.diagnostics) == 1, self.printed
        return self.diagnostics[0]


def read(tmp_path: Path, text: str | None = None, *, path: str = "", files: Files | None = None) -> Outcome:
    """Reads a corpus given as the text of its corpus.yaml, and further files by name.

    `path` is what to read within the folder, if not the folder itself.
    """
    folder = tmp_path / "corpus"
    folder.mkdir(exist_ok=True)
    named: dict[str, str | bytes] = {} if text is None else {"corpus.yaml": dedent(text)}
    named.update(files or {})
    for name, content in named.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else dedent(content).encode("utf-8"))
    corpus, diagnostics = read_corpus(folder / path if path else folder)
    printed = "\n".join(format_diagnostic(one) for one in diagnostics).replace(f"{folder}/", "")
    return Outcome(corpus, diagnostics, printed, exit_code(corpus, diagnostics))


def without_positions(value: object) -> object:
    """A model's data without its positions, to compare what was read from different places."""
    if isinstance(value, dict):
        return {key: without_positions(inner) for key, inner in value.items() if key != "position"}
    if isinstance(value, list | tuple):
        return [without_positions(inner) for inner in value]
    return value
