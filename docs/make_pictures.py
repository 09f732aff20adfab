"""Draws the picture of the controversy of each case into docs/images, for a page and for a phone.

Run it after a change to the pictures or the cases: `python docs/make_pictures.py`. A test fails where it was
forgotten.
"""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.html.drawings import svg_file
from claimcheck.report.pictures.chart_shapes import phone, wide
from claimcheck.report.pictures.controversy import controversy

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images"
CASES = ("secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79")


def pictures(case: str) -> dict[str, str]:
    """The files of a case, by name."""
    corpus, _ = read_corpus(ROOT / "claims" / case)
    chart = controversy(examine(corpus))
    assert chart is not None, "every case has a question that somebody answers"
    return {
        f"{case}.svg": svg_file(chart.title, [wide(chart)]),
        f"{case}-phone.svg": svg_file(chart.title, [phone(chart)]),
    }


def main() -> None:
    """Writes every picture anew."""
    TARGET.mkdir(exist_ok=True)
    for case in CASES:
        for name, text in pictures(case).items():
            (TARGET / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
