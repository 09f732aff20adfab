"""A source that is known to exist and was not seen is silent on nothing, whatever it covers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
    command = [sys.executable, "-m", "claimcheck", "report", str(tmp_path), "--only", "silences"]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert ("Argument from silence: rolls" in said) is silent
