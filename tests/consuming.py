"""The real consumers of what the program writes: where they are, and what happens where one is missing.

A consumer that is not installed skips the test with the reason; where all are promised (CI) it fails it.
Belongs here: finding consumers. Does not belong here: what is asked of them (see the tests).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

NODE = Path(__file__).parent / "consumers"


def missing(what: str) -> NoReturn:
    """Skips the test, or fails it where every consumer was promised."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}; .ci/run has to install it")
    pytest.skip(what)


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    for name in names:
        found = shutil.which(name)
        if found is not None:
            return found
    missing(f"{names[0]} is not installed")


def node_packages() -> Path:
    """The folder in which the packages of `tests/consumers/package.json` are installed."""
    packages = NODE / "node_modules"
    if not packages.is_dir():
        missing("the npm packages are not installed (npm install --prefix tests/consumers)")
    return packages


def run_node(script: Path, *arguments: str, given: str | None = None) -> str:
    """What a script of ours prints when node runs it beside the npm packages; its failure fails the test."""
    ran = subprocess.run(
        [program("node"), str(script), *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NODE_PATH": str(node_packages())},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
