"""Takes the pictures of the page in docs/images: at two widths, in light and dark, and as printed on A4.

Run it after a change to the page: `python docs/make_images.py`; `python docs/make_images.py tutorial` takes those
of the tutorial alone, of the corpus and the sheet that it ends with. It needs Chromium, node with the packages of
tests/consumers (`npm install --prefix tests/consumers`), and pdftoppm.
"""

from __future__ import annotations

import os
import re
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
PRINTED = (("secret-speech", "Findings"), ("elizabeth-1603", "Question by question"))


CORPUS = re.compile(r"^`saltholm/corpus.yaml`:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Writes every picture anew."""
    chromium, pdftoppm = shutil.which("chromium"), shutil.which("pdftoppm")
    if chromium is None or pdftoppm is None:
        sys.exit("make_images: chromium and pdftoppm have to be installed")
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if "tutorial" not in sys.argv:
            _cases(Path(folder), chromium, pdftoppm)
        _tutorial(Path(folder), chromium, pdftoppm)


def _cases(folder: Path, chromium: str, pdftoppm: str) -> None:
    for case in {case for _, case, _ in SHOTS}:
        _claimcheck("report", f"claims/{case}", "-o", f"{folder}/{case}.html")
    _shoot(chromium, folder, [f"{name}={folder}/{case}.html{place}" for name, case, place in SHOTS])
    for picture in sorted(folder.glob("*.png")):
        shutil.copy(picture, TARGET / picture.name)
    names = {case: name for name, case, _ in reversed(SHOTS)}
    for case, words in PRINTED:
        pdf = folder / f"{names[case]}.pdf"
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
        page = next(number for number, one in enumerate(text.split("\f"), 1) if words in " ".join(one.split()))
        _print(pdftoppm, pdf, page, f"printed-{case}")


def _tutorial(folder: Path, chromium: str, pdftoppm: str) -> None:
    corpus = folder / "saltholm.yaml"
    corpus.write_text(CORPUS.findall((ROOT / "docs" / "tutorial.md").read_text("utf-8"))[-1], encoding="utf-8")
    page, sheet = folder / "saltholm.html", folder / "sheet.html"
    _claimcheck("report", str(corpus), "-o", str(page))
    _claimcheck("exercise", str(corpus), "--type", "sourcing", "--type", "date", "-o", str(sheet))
    _shoot(chromium, folder, [f"tutorial-page={page}", f"tutorial-sheet={sheet}"])
    shutil.copy(folder / "tutorial-page-1280-light.png", TARGET / "tutorial-page.png")
    _print(pdftoppm, folder / "tutorial-page.pdf", 1, "tutorial-printed")
    _print(pdftoppm, folder / "tutorial-sheet.pdf", 1, "tutorial-sheet")


def _claimcheck(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "claimcheck", *arguments], cwd=ROOT, check=True)


def _shoot(chromium: str, folder: Path, pages: list[str]) -> None:
    subprocess.run(
        ["node", str(ROOT / "docs" / "make_images.js"), chromium, str(folder), *pages],
        env={**os.environ, "NODE_PATH": str(ROOT / "tests" / "consumers" / "node_modules")},
        check=True,
    )


def _print(pdftoppm: str, pdf: Path, page: int, name: str) -> None:
    """A picture of one page on paper."""
    which = ["-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run([pdftoppm, "-r", "70", "-png", *which, str(pdf), str(TARGET / name)], check=True)


if __name__ == "__main__":
    main()
