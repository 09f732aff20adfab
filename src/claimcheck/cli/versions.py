"""Of which data, and by which program, a page was made: so that two pages can be told apart, and one repeated.

Belongs here: reading the files once more for their digest. Does not belong here: the page.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from claimcheck import __version__
from claimcheck.cli.opening import Case


def version_of(case: Case) -> tuple[str, ...]:
    """The program with its version, and the files of the corpus with one digest over their names and bytes."""
    from claimcheck.corpus.files import corpus_files, find_corpus

    where = Path(case.named) if case.named is not None else find_corpus(Path.cwd())
    files = corpus_files(where, []) if where is not None else []
    digest = hashlib.sha256()
    for file in files:
        try:
            data = file.read_bytes() if file.is_file() else b""  # a pipe would never end
        except OSError:
            continue
        digest.update(f"{file.name}\0{len(data)}\0".encode())
        digest.update(data)
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    return (
        f"Made by claimcheck {__version__}.",
        f"Version of the data: {case.name}, {count}, SHA-256 {digest.hexdigest()}.",
    )
