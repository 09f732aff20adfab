"""Runs the sessions of the manual, and writes what is printed into the pages: `python docs/make_sessions.py`.

A session is a block of `console`: commands behind a dollar sign, each with what it prints. A block that stands
under the name of a file in backquotes and a colon is that file. A page is one story: its files and sessions follow
each other in one folder. A test fails where a page shows what is not printed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from claimcheck.cli.main import app

HERE = Path(__file__).parent
PAGES = ("tutorial.md", "ways-in.md")
_PART = re.compile(
    r"^`(?P<name>[^`\n]+)`:\n\n```\w*\n(?P<content>.*?)^```$|^```console\n(?P<session>.*?)^```$", re.M | re.S
)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def with_sessions(page: str) -> str:
    """The page as it is when every command in it prints what it prints."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        return _PART.sub(_replayed, page)


def _replayed(part: re.Match[str]) -> str:
    if part["name"] is not None:
        Path(part["name"]).parent.mkdir(parents=True, exist_ok=True)
        Path(part["name"]).write_text(part["content"], encoding="utf-8")
        return part[0]
    shown = "".join(f"$ {command}\n{_printed(command)}" for command, _ in _COMMAND.findall(part["session"]))
    return f"```console\n{shown}```"


def _printed(command: str) -> str:
    """What a command prints, on both streams; in this process, unless it is for the shell."""
    words = shlex.split(command)
    if words[0] == "claimcheck" and not set(command) & set("|<>;&$"):
        return CliRunner().invoke(app, words[1:], prog_name="claimcheck", catch_exceptions=False).output
    program = f'claimcheck() {{ {shlex.quote(sys.executable)} -m claimcheck "$@"; }}; {command}'
    sources = f"{HERE.parent / 'src'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    done = subprocess.run(
        ["bash", "-c", program],
        env={**os.environ, "PYTHONPATH": sources},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.stdout


def main() -> None:
    """Writes every page anew."""
    for name in PAGES:
        page = (HERE / name).read_text(encoding="utf-8")
        (HERE / name).write_text(with_sessions(page), encoding="utf-8")


if __name__ == "__main__":
    main()
