"""Writes the first screen of the first case into the README, as the program prints it.

Run it after a change to the findings or the case: `python docs/make_first_screen.py`. A test fails where it was
forgotten.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def main() -> None:
    """Replaces the block of text in the README."""
    command = [sys.executable, "-m", "claimcheck", "claims/secret-speech"]
    screen = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    page = README.read_text(encoding="utf-8")
    page = re.sub(r"(?<=^```text\n).*?(?=^```$)", lambda _: screen, page, count=1, flags=re.MULTILINE | re.DOTALL)
    README.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
