"""Takes the pictures of the page in docs/images: at two widths, in light and dark, and as printed on A4.

Run it after a change to the page: `python docs/make_images.py`. It needs Chromium, node with the packages of
tests/consumers (`npm install --prefix tests/consumers`), and pdftoppm.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images"

# What is taken: a name, the case, and the place on its page.
SHOTS = (
    ("findings", "secret-speech", ""),
    ("question", "elizabeth-1603", "#question-removal"),
    ("stemma", "elizabeth-1603", "#stemma"),
)
# Which page on paper is taken of each case: the first on which the words stand.
PRINTED = (("secret-speech", "Findings"), ("elizabeth-1603", "accounts from"))


def main() -> None:
    """Writes every picture anew."""
    chromium, pdftoppm = shutil.which("chromium"), shutil.which("pdftoppm")
    if chromium is None or pdftoppm is None:
        sys.exit("make_images: chromium and pdftoppm have to be installed")
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for case in {case for _, case, _ in SHOTS}:
            command = [
                sys.executable,
                "-m",
                "claimcheck",
                "report",
                f"claims/{case}",
                "-o",
                f"{folder}/{case}.html",
            ]
            subprocess.run(command, cwd=ROOT, check=True)
        pages = [f"{name}={folder}/{case}.html{place}" for name, case, place in SHOTS]
        subprocess.run(
            ["node", str(ROOT / "docs" / "make_images.js"), chromium, folder, *pages],
            env={**os.environ, "NODE_PATH": str(ROOT / "tests" / "consumers" / "node_modules")},
            check=True,
        )
        for picture in sorted(Path(folder).glob("*.png")):
            shutil.copy(picture, TARGET / picture.name)
        names = {case: name for name, case, _ in reversed(SHOTS)}
        for case, words in PRINTED:
            pdf = f"{folder}/{names[case]}.pdf"
            text = subprocess.run(
                ["pdftotext", pdf, "-"], capture_output=True, encoding="utf-8", check=True
            ).stdout
            page = next(
                str(number) for number, one in enumerate(text.split("\f"), 1) if words in " ".join(one.split())
            )
            out = str(TARGET / f"printed-{case}")
            subprocess.run(
                [pdftoppm, "-r", "70", "-png", "-f", page, "-l", page, "-singlefile", pdf, out], check=True
            )


if __name__ == "__main__":
    main()
