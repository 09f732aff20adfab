"""Which files make a corpus, and their text: the step before any of it is understood.

Belongs here: finding the files of a folder in a fixed order, opening and decoding them, saying what stands in the
way, and looking a line up again. Does not belong here: what the text says. Nothing here raises on bad input.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from claimcheck.corpus.yaml_nodes import NO_TEXT, SourceFile, source_file
from claimcheck.diagnostics import Diagnostic, Position, Severity, diagnostic

CHIEF = "corpus.yaml"
ENDINGS = (".yaml", ".claims.csv", ".claims.jsonl")
LIBRARIES = (".bib", ".csl.json")  # bibliographies, whose entries are sources where they are cited
LARGEST = 64 * 1024 * 1024  # bytes; beyond it a slip (a video, a dump) is likelier than a corpus
_ALIKE = (".yml", ".claims.tsv", ".claims.json", ".claims.ndjson", ".claims.xlsx")
_CONTROL = re.compile(f"[{NO_TEXT}]")
# What comes before has as many backslashes as make whole ones.
_PAIR = re.compile(r"((?<!\\)(?:\\\\)*)\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})")
_SEPARATOR = re.compile("[\x85\u2028\u2029]")


def find_corpus(start: Path) -> Path | None:
    """The folder of the corpus one stands in: the nearest at or above `start` with a corpus.yaml, or None."""
    try:
        here = start.resolve()
    except (OSError, RuntimeError):
        return None
    for folder in (here, *here.parents):
        try:
            if (folder / CHIEF).is_file():
                return folder
        except OSError:
            return None
    return None


def corpus_files(path: Path, found: list[Diagnostic]) -> list[Path]:
    """The files of the corpus at a path: corpus.yaml first, the others sorted; or the one file it names.

    Hidden files and folders, and folders below with a corpus.yaml of their own, are not part of it.
    """
    try:
        if path.is_dir():
            return _files_of_folder(path, found)
        if not path.exists():
            message, remedy = f"there is no file or folder {path}", "check the spelling of the path"
            if path.is_symlink():
                message = f"{path} {_broken(path)}"
                remedy = "mend or remove the link"
            found.append(about_path("CC001", path, message, remedy))
            return []
    except OSError as fault:
        found.append(about_path("CC002", path, f"{path} cannot be opened: {reason(fault)}", _PERMISSIONS))
        return []
    except ValueError:  # a NUL within the path
        found.append(about_path("CC001", path, "no path can look like this", "check the spelling of the path"))
        return []
    if not path.is_file() or not path.name.endswith((*ENDINGS, ".yml", ".csv", ".jsonl", ".json")):
        found.append(
            about_path(
                "CC003",
                path,
                f"{path.name} is not a corpus file",
                "name a folder with a corpus.yaml, or a file that ends in " + ", ".join(ENDINGS),
            )
        )
        return []
    return [path]


_PERMISSIONS = "give yourself permission to read it, or take it out of the corpus"


def reason(fault: OSError) -> str:
    """Why the system refuses, in its own short words."""
    return (fault.strerror or type(fault).__name__).lower()


def about_path(code: str, path: Path, message: str, remedy: str) -> Diagnostic:
    """A diagnostic that concerns a path as a whole."""
    return diagnostic(code, Position(str(path), 1, 1), message, remedy)


def _files_of_folder(folder: Path, found: list[Diagnostic]) -> list[Path]:
    before = len(found)
    files: list[Path] = []
    nested: list[Path] = []
    _walk(folder, files, nested, found)
    files = [file for file in files if not leads_out(file, folder, found)]
    files.sort(key=lambda file: (file != folder / CHIEF, file.relative_to(folder).parts))
    if all(file.name.endswith(LIBRARIES) for file in files) and len(found) == before:
        message = f"{folder} holds no corpus"
        remedy = f"put a {CHIEF} into it; `claimcheck new` makes one"
        if nested:
            remedy = "name one of the corpora below it: " + ", ".join(str(below) for below in nested[:5])
        found.append(about_path("CC004", folder, message, remedy))
    return files


def _walk(folder: Path, files: list[Path], nested: list[Path], found: list[Diagnostic]) -> None:
    """Gathers corpus files below a folder. Links to folders are not followed, so that no circle can arise."""
    below: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = folder / entry.name
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append(path)
                elif os.path.isdir(path):
                    message = f"{entry.name} is a link to a folder, and is not followed"
                    found.append(about_path("CC009", path, message, "put the folder itself there"))
                elif entry.name.endswith((*ENDINGS, *LIBRARIES)):
                    files.append(path)
                elif entry.name.endswith(_ALIKE):
                    found.append(
                        about_path(
                            "CC009",
                            path,
                            f"{entry.name} is not read",
                            "a corpus file ends in " + ", ".join(ENDINGS),
                        )
                    )
    except OSError as fault:
        found.append(about_path("CC002", folder, f"{folder} cannot be opened: {reason(fault)}", _PERMISSIONS))
        return
    for path in below:
        if _holds_corpus(path):
            nested.append(path)
        else:
            _walk(path, files, nested, found)


def leads_out(file: Path, folder: Path, found: list[Diagnostic]) -> bool:
    """Reports a link to a file outside the corpus: who gets the folder would not get what is read."""
    if not file.is_symlink() or not os.path.exists(file):
        return False
    within, target = os.path.realpath(folder), os.path.realpath(file)
    if os.path.commonpath((within, target)) == within:
        return False
    found.append(
        about_path(
            "CC011",
            file,
            f"{file.name} is a link that leads out of the corpus, to {os.readlink(file)}",
            "put the file itself there; the folder then holds all that is read",
        )
    )
    return True


def _holds_corpus(folder: Path) -> bool:
    try:
        return (folder / CHIEF).is_file()
    except OSError:
        return False  # reported when the folder itself is opened


def read_file(path: Path, found: list[Diagnostic]) -> SourceFile | None:
    """The text of a file, or None and a diagnostic. A byte order mark is taken off."""
    try:
        if not path.is_file():
            found.append(about_path("CC001", path, f"{path} {_broken(path)}", "mend or remove it"))
            return None
        if path.stat().st_size > LARGEST:
            found.append(
                about_path(
                    "CC006",
                    path,
                    f"{path.name} is larger than {LARGEST // 1024 // 1024} MiB",
                    "divide it into several files; claims.jsonl is the form for very many claims",
                )
            )
            return None
        data = path.read_bytes()
    except OSError as fault:
        found.append(about_path("CC002", path, f"{path} cannot be opened: {reason(fault)}", _PERMISSIONS))
        return None
    return decode(str(path), data, found)


def _broken(path: Path) -> str:
    """What is wrong with a path at which no file can be opened."""
    if not path.is_symlink():
        return "is not a file"
    try:
        os.stat(path)
    except OSError as fault:
        if fault.errno == errno.ELOOP:
            return "is a link that leads back to itself"
    return "is a link to something that does not exist"


def decode(name: str, data: bytes, found: list[Diagnostic]) -> SourceFile | None:
    """The text of a file's bytes, or None and a diagnostic that says at which byte it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        found.append(
            diagnostic(
                "CC005", Position(name, 1, 1), "the file is UTF-16, not UTF-8", "save it in the encoding UTF-8"
            )
        )
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
        line = len(re.findall(r"\r\n|\r|\n", before)) + 1
        rest = re.split(rb"[\r\n]", data[fault.start :], maxsplit=1)[0]
        found.append(
            diagnostic(
                "CC005",
                Position(name, line, len(before) - line_start + 1),
                f"byte {fault.start} ({data[fault.start]:#04x}) is not UTF-8",
                "save the file in the encoding UTF-8",
                source_line=before[line_start:] + rest.decode("utf-8", "replace"),
            )
        )
        return None
    file = source_file(name, text)
    return None if _report_controls(file, found) else file


def _report_controls(file: SourceFile, found: list[Diagnostic]) -> bool:
    """Reports characters that no text has, each line once; whether there were any."""
    refused = False
    if _CONTROL.search(file.text) is None and _SEPARATOR.search(file.text) is None:
        return False
    for number, line in enumerate(file.lines):
        control, separator = _CONTROL.search(line), _SEPARATOR.search(line)
        if control is not None:
            refused = True
            found.append(
                diagnostic(
                    "CC007",
                    Position(file.name, number + 1, control.start() + 1),
                    f"the character U+{ord(control[0]):04X} has no place in a text",
                    "take it out; if the file is full of them it is no text file",
                    source_line=line,
                )
            )
            if len(found) > 20:
                break
        elif separator is not None:
            found.append(
                diagnostic(
                    "CC008",
                    Position(file.name, number + 1, separator.start() + 1),
                    f"the character U+{ord(separator[0]):04X} is a hidden line separator, read as a space",
                    "replace it by a space",
                    source_line=line,
                )
            )
    return refused


def parsed_text(file: SourceFile) -> str:
    """The text as it is handed to YAML: hidden separators are spaces, or YAML would count lines by them.

    JSON writes a character beyond U+FFFF as two escapes, which YAML does not put together.
    """
    text = _SEPARATOR.sub(" ", file.text)
    return _PAIR.sub(_as_one, text) if file.name.endswith(".json") else text


def _as_one(pair: re.Match[str]) -> str:
    number = 0x10000 + ((int(pair[2], 16) - 0xD800) << 10) + int(pair[3], 16) - 0xDC00
    return f"{pair[1]}\\U{number:08X}"


def with_source_lines(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, each with the line of the file at which it points; without it where the file is gone.

    Errors are left as they are: they have their line already, or are about a file that is not read. Each file is
    read once. Never raises.
    """
    files: dict[str, list[str]] = {}
    filled = []
    for found in diagnostics:
        name = found.position.file
        if found.severity is Severity.ERROR:
            filled.append(found)
            continue
        if name not in files:
            files[name] = _lines(Path(name))
        lines = files[name]
        is_there = 0 < found.position.line <= len(lines)
        filled.append(replace(found, source_line=lines[found.position.line - 1] if is_there else ""))
    return tuple(filled)


def _lines(path: Path) -> list[str]:
    try:  # what is no file, a pipe for instance, might never end
        return path.read_text(encoding="utf-8-sig", errors="replace").split("\n") if path.is_file() else []
    except OSError:
        return []
