"""The manual of the ways in is true: its files are converted, its commands run, what it shows is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "ways-in.md").read_text(encoding="utf-8")
_FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_session_prints_what_the_page_shows(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "claimcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    places = sorted([*_FILE.finditer(PAGE), *_SESSION.finditer(PAGE)], key=lambda match: match.start())
    assert len(places) > 4
    for place in places:
        if place.re is _FILE:
            (tmp_path / place[1]).write_text(place[2], encoding="utf-8")
            continue
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", place[1], re.MULTILINE):
            done = subprocess.run(
                command,
                shell=True,
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert done.stdout == shown, command
