"""Makes docs/errors.md from the examples under tests/errors: one corpus for each code, and what is printed.

An example is a folder named after its code. It is read as it stands, or at the path in `path.txt`; `size.txt`
names a file and a size, for a file too large to keep; `mode.txt` a file that nobody may open; `link.txt` a link
and what it leads to. `expected.txt` is what must be printed.

    python docs/make_error_gallery.py            writes docs/errors.md
    python docs/make_error_gallery.py --update   first writes each expected.txt anew
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from claimcheck.corpus.files import with_source_lines
from claimcheck.corpus.quotations import quotations_of
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.cautions import cautions_of
from claimcheck.diagnostics import CODES, Diagnostic, format_diagnostic
from claimcheck.examine import examine

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "tests" / "errors"
PAGE = HERE / "errors.md"
HELPERS = ("path.txt", "size.txt", "mode.txt", "link.txt", "expected.txt")
CAUTIONS = "CC5"  # how the codes begin that `check` finds in a corpus that has been read without fault
LONGEST = 24  # lines of an example that the page shows


# What one sees, in the words of somebody who does not know the codes, and which of them it can be.
SYMPTOMS = (
    ("“there is no file”, “cannot be opened”, “holds no corpus”", "CC001 CC002 CC003 CC004 CC006 CC011"),
    ("a file in the folder seems not to be read", "CC009 CC011 CC030 CC036"),
    ("strange letters, or a sign that cannot be seen", "CC005 CC007 CC008 CC024"),
    ("a text with a colon, a comma, a # or brackets is refused or cut off", "CC021 CC023 CC026 CC027 CC035 CC104"),
    (
        "a line that looks right “does not fit”, or everything below it is gone",
        "CC020 CC022 CC025 CC034 CC037 CC036",
    ),
    ("what works elsewhere in YAML does not work here", "CC028 CC029 CC030 CC031 CC032 CC033"),
    ("a row or a column of a table does not arrive", "CC040 CC041 CC042"),
    ("a work of the bibliography is missing or undated", "CC044 CC045 CC213"),
    ("a date is not understood, or is another day than was meant", "CC401 CC402 CC503 CC511"),
    ("a key or a word is unknown", "CC101 CC102 CC103 CC105 CC106 CC107"),
    ("an id is refused", "CC108 CC109 CC110 CC111"),
    ("something that is there is not found", "CC201 CC202 CC203 CC204 CC205 CC206 CC207 CC208 CC209 CC210 CC212"),
    ("one source has become two", "CC211 CC213"),
    ("“rests on … which rests on”: a circle", "CC221 CC222 CC223 CC224 CC225 CC226 CC227 CC228"),
    ("there is nothing to compare", "CC010 CC301 CC303 CC310 CC316"),
    ("a claim does not answer the question, or two at once", "CC302 CC303 CC306 CC307 CC310 CC314 CC315"),
    ("a question is not understood", "CC304 CC305"),
    ("a record or a dated event counts for nothing", "CC309 CC311 CC312"),
    ("a bridge is refused, or changes nothing", "CC308 CC509 CC510"),
    ("a number is not recomputed, or read as another", "CC313 CC507 CC508"),
    ("it passes, and something is said all the same", "CC501 CC502 CC504 CC505 CC506 CC511"),
    ("a quotation is not found in its text", "CC512 CC513"),
)

NOBODY = 65534  # a user without rights, as whom to read what nobody may open


def printed(example: Path) -> str:
    """What reading an example prints, with paths relative to the example."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / example.name
        shutil.copytree(example, folder, ignore=shutil.ignore_patterns("expected.txt"))
        path = folder
        closed = None
        for helper in ("path.txt", "size.txt", "mode.txt", "link.txt"):
            if not (folder / helper).exists():
                continue
            word, _, size = (folder / helper).read_text(encoding="utf-8").strip().partition(" ")
            (folder / helper).unlink()
            if helper == "path.txt":
                path = folder / word
            elif helper == "size.txt":
                with (folder / word).open("wb") as large:
                    large.truncate(int(size))
            elif helper == "link.txt":
                (folder / size).write_text("", encoding="utf-8")
                (folder / word).symlink_to(size)
            else:
                closed = folder / word
        corpus, diagnostics = read_corpus(path) if closed is None else (None, _read_closed(path, closed))
        if corpus is not None and example.name.startswith(CAUTIONS):
            cautions = (*cautions_of(examine(corpus)), *quotations_of(corpus, path).cautions)
            diagnostics = (*diagnostics, *with_source_lines(cautions))
        text = "\n".join(format_diagnostic(diagnostic) for diagnostic in diagnostics)
        return text.replace(f"{folder}/", "").replace(str(folder), example.name) + "\n"


def _read_closed(path: Path, closed: Path) -> tuple[Diagnostic, ...]:
    """Reads a corpus of which one file may not be opened; as nobody where we are root, who may open all."""
    closed.chmod(0)
    path.parent.chmod(0o755)
    rights = os.geteuid()
    if rights == 0:
        os.seteuid(NOBODY)
    try:
        return read_corpus(path)[1]
    finally:
        if rights == 0:
            os.seteuid(rights)
        closed.chmod(0o644)


def page() -> str:
    """The whole gallery as Markdown, in the order of the registry."""
    parts = [
        "# What can be wrong, and how to mend it\n",
        "Every message of `claimcheck check` has a code, which never changes its meaning. "
        "`claimcheck explain CC101` prints what stands here. This page is made from `tests/errors` "
        "by `docs/make_error_gallery.py`.\n",
        "## By what one sees\n",
        "\n".join(("| what one sees | what it can be |", "|---|---|", *map(_symptom, SYMPTOMS))) + "\n",
    ]
    for code, entry in CODES.items():
        example = EXAMPLES / code
        parts.append(f"## {code}: {entry.description}\n")
        parts.append(f"*{entry.severity.capitalize()}.* {entry.explanation}\n")
        for file in sorted(example.rglob("*")):
            if file.name not in HELPERS and file.is_file():
                parts.append(f"`{file.relative_to(example)}`\n\n```\n{_shown(file)}\n```\n")
        if (example / "link.txt").exists():
            link, target = (example / "link.txt").read_text(encoding="utf-8").split()
            parts.append(f"`{link}` is a link to `{target}`\n")
        parts.append(f"prints\n\n```\n{_shown(example / 'expected.txt')}\n```\n")
    return "\n".join(parts)


def _symptom(row: tuple[str, str]) -> str:
    seen, codes = row
    links = ", ".join(f'[{code}](#{_anchor(code)} "{CODES[code].description}")' for code in codes.split())
    return f"| {seen} | {links} |"


def _anchor(code: str) -> str:
    """The anchor that Markdown makes of the heading of a code."""
    return re.sub(r"[^\w -]", "", f"{code}: {CODES[code].description}".lower()).replace(" ", "-")


def _shown(file: Path) -> str:
    text = file.read_bytes().decode("utf-8", "replace")
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}").replace("\u2028", "\N{REPLACEMENT CHARACTER}")
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines[:LONGEST] + (["…"] if len(lines) > LONGEST else []))


def main(arguments: list[str]) -> None:
    """Writes the page; with --update, the expected texts too."""
    if "--update" in arguments:
        for example in sorted(EXAMPLES.iterdir()):
            if example.is_dir() and example.name in CODES:
                (example / "expected.txt").write_text(printed(example), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
