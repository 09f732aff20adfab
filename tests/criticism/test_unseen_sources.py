"""A source that is known to exist and was not seen is silent on nothing, whatever it covers."""

from __future__ import annotations

from pathlib import Path

import pytest

from console import run

CORPUS = """\
question: When was the bridge crossed?
claims:
  giles: {in: annals 480, when: 3 May 1204}
sources:
  annals: {type: study}
  rolls: {type: archival, covers: 1200/1210UNSEEN}
"""


@pytest.mark.parametrize(("unseen", "silent"), [("", True), (", unseen: yes", False)])
def test_only_what_was_seen_can_be_silent(unseen: str, silent: bool, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(CORPUS.replace("UNSEEN", unseen), encoding="utf-8")
    said = run("report", tmp_path, "--only", "silences").stdout
    assert ("an argument from silence: rolls covers" in said) is silent
