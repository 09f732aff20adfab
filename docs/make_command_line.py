"""Writes docs/command-line.md from the program itself: every command, argument and option with its help.

Run it after a change to the command line: `python docs/make_command_line.py`. A test fails where it was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from claimcheck.cli.main import app

TARGET = Path(__file__).with_name("command-line.md")

HEAD = """\
# The command line

This page is written from the program by `docs/make_command_line.py`.

`claimcheck [PATH]` prints the findings of a corpus on one screen. A first word that is a command is a
command; anything else is the PATH of a corpus: a folder with a `corpus.yaml`, or one such file. Without PATH
it is the corpus you stand in, that is, the nearest at or above the current folder.

Data go to stdout, diagnostics and progress to stderr. A report goes to a file with `-o`, and the name of the
file says the format (`.txt`, `.md`, `.json`, for a report also `.html`, for a timeline or stemma `.svg`); nothing
is overwritten without `--force`. On a terminal headings are set off; `--color always` or `never`, with any
command, and `FORCE_COLOR` or `NO_COLOR` in the environment say otherwise. `-h` is `--help`, and `claimcheck
--install-completion` sets up completion for bash, zsh or fish. The same corpus and options give the same bytes,
in UTF-8 whatever the locale.

A file is written beside its place and put there when it is whole and on the disk: where there is no room, or
the program is stopped, what was there is still there. It keeps the rights of the file it replaces; of a link
the file it leads to is replaced. Nothing is written where the next run would read it as part of the corpus. A
reader of stdout that has had enough, such as `head`, is no failure.

```sh
claimcheck claims/secret-speech
claimcheck explain claims/secret-speech memoirs-corridors barsukov-approved
claimcheck compare claims/secret-speech --against 'bridge=one-text'
claimcheck report claims/secret-speech --only questions --format markdown
claimcheck report claims/secret-speech -o case.html
claimcheck explain CC204
```

| exit code | meaning |
|---|---|
| 0 | done; contradictions are findings, not failures |
| 1 | the corpus has errors; what remains is reported, under a banner |
| 2 | wrong usage, input that cannot be read at all, a file or stream that takes no more |
| 3 | `--fail-on` was met (errors of the corpus come first) |
| 70 | a fault of the program, told in one line |
| 130 | interrupted |

## Perspective

Wherever a verdict is computed it can be seen from elsewhere; what was changed stands over the result.

- `--trust documented`: only what a record of the time says counts as record, not what a work merely narrates.
  `--trust ID`: what a source, claimant or claim states counts as record as well.
- `--without ID`: that source, claimant, claim, event or record is set aside, and what rests on it alone.
- `--bridge ID`: a bridge of the corpus is granted.
- `--as-of YEAR`: only what was published or opened by the end of that year; a work that states no issue counts
  from its own date (`dated`), unless an archive kept it until it opened. Undated works are set aside, and listed.

`compare --against 'as-of=1990 trust=documented'` sets a second perspective against the one of the options:
KEY=VALUE, several divided by spaces, a key repeated where the option may be. It is a perspective of its own
and takes nothing over from the options.

## `--fail-on`

For use in scripts: the program exits with 3 if the findings hold such a one. The words are the verdicts on
two claims (`contradicts`, `agrees`, `overlaps` …), the standings against the record (`contradicted`,
`contested`, `corroborated` …), and `strained` (a conflict on the narrow reading only), `if-bridge` (a
conflict under an assumption only) and `conflict` (any minimal conflict, of claims with claims or with the
record).
"""


def page() -> str:
    """The whole page as Markdown."""
    group: Any = typer.main.get_command(app)
    parts = [HEAD]
    for name, command in group.commands.items():
        parts.append("\n".join(_command(name, command)))
    return "\n".join(parts)


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    usage = " ".join(
        ["claimcheck", *([] if name.startswith("[") else [name]), *map(_metavar, arguments), "[OPTIONS]"]
    )
    yield f"## `{usage}`"
    yield ""
    yield from (command.help or "").strip().splitlines()
    yield ""
    if arguments or options:
        yield "| argument or option | meaning |"
        yield "|---|---|"
    for argument in arguments:
        yield f"| `{_cell(_metavar(argument))}` | {_cell(getattr(argument, 'help', '') or '')} |"
    for option in options:
        names = ", ".join(f"`{opt}`" for opt in option.opts)
        metavar = "" if option.is_flag else f" `{_cell(_metavar(option))}`"
        yield f"| {names}{metavar} | {_cell(option.help or '')} |"
    yield ""


def _metavar(param: Any) -> str:
    if param.metavar:
        return str(param.metavar)
    return str(param.name).upper()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
