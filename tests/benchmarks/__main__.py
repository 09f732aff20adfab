"""How long the commands take, as multiples of what starting Python and the libraries costs, and how that grows.

`python tests/benchmarks` prints one table; `--json FILE` writes the same, so that two commits can be compared;
`--large` adds ten thousand claims and more. Processor time of whole processes, medians of five, the base measured
in turn with each command, so that a busy machine slows both. The peers have scripts of their own beside this one;
`--peers` runs them after the table.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tabulate import tabulate

HERE = Path(__file__).parent
CLAIMS = HERE.parents[1] / "claims"
BASE = (sys.executable, "-c", "import pydantic, typer, yaml, jinja2, tabulate")
PEERS = ("edtf_speed.py", "phrase_speed.py", "refusal_speed.py", "conflict_speed.py")
TIMES = 5

# What a command on a shipped case may cost, in multiples of the base.
COMMANDS: tuple[tuple[str, float], ...] = (
    ("--help", 0.6),
    ("check {case}", 2.2),
    ("{case}", 5),
    ("compare {case}", 5),
    ("lineup {case}", 5),
    ("explain {case} {claim}", 5),
    ("compare {case} --format json", 10),
    ("lineup {case} --format json", 10),
    ("report {case} -o {out}.md --force", 8),
    ("report {case} -o {out}.html --force", 8),
)
CASES = {
    "secret-speech": "memoirs-corridors",
    "elizabeth-1603": "clifford-death-20",
    "foundation-of-rome": "timaeus-rome",
}


@dataclass(frozen=True)
class Measured:
    """One row: processor seconds (median), the multiple of the base, and the most that is wanted (0: nothing)."""

    command: str
    seconds: float
    multiple: float
    wanted: float
    megabytes: float


def spent(arguments: Sequence[str]) -> tuple[float, float]:
    """The processor seconds and the megabytes of a whole process."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(command: str, wanted: float, times: int = TIMES) -> Measured:
    """A command beside the base, in turn."""
    rows = []
    for _ in range(times):
        base, _ = spent(BASE)
        seconds, megabytes = spent((sys.executable, "-m", "claimcheck", *command.split()))
        rows.append((seconds, seconds / base, megabytes))
    seconds, multiple, megabytes = (median(column) for column in zip(*rows, strict=True))
    return Measured(command, round(seconds, 3), round(multiple, 1), wanted, round(megabytes))


def made(claims: int, questions: int) -> str:
    """A corpus of so many claims on so many questions: days, months, years, limits and days after a record's."""
    each = claims // questions
    lines = ["questions:"]
    lines += [f"  q-{q}: {{ask: When did event {q} happen?, event: event-{q}}}" for q in range(questions)]
    lines += ["events:"]
    lines += [
        f"  event-{q}: {{label: event {q}, when: {1 + q % 28} May {1700 + q % 200}, record: work-{q % 100} p. 1}}"
        for q in range(questions)
    ]
    lines += ["claims:"]
    for q in range(questions):
        for k in range(each):
            day, year = (q * 5 + k * 3) % 28 + 1, 1700 + q % 200
            wording = (f"{day} May {year}", f"May {year}", f"{year}", f"before {day} May {year}")[k % 4]
            when = wording if k % 5 else f"the day after @event-{q}"
            where = f"book-{(q * 7 + k) % 100} p. {k + 1}"
            lines.append(f'  c-{q}-{k}: {{by: author {k}, in: {where}, answers: q-{q}, when: "{when}"}}')
    return "\n".join(lines) + "\n"


def growth(large: bool) -> Iterator[tuple[str, str, float]]:
    """Corpora of growing size, as many small questions and as few large ones, each with what compare may cost."""
    sizes = [(30, 5), (100, 17), (300, 50), (1000, 170)] + ([(3000, 500), (10_000, 1700)] if large else [])
    for claims, questions in sizes:
        yield f"{claims:,} claims, {questions:,} questions", made(claims, questions), 12 if claims == 1000 else 0
    for claims in (100, 300, *((1000,) if large else ())):
        yield f"{claims:,} claims, 3 questions", made(claims, 3), 0


def rows(large: bool) -> Iterator[Measured]:
    """Every row of the table."""
    with TemporaryDirectory() as folder:
        for case, claim in CASES.items():
            for command, wanted in COMMANDS:
                filled = command.format(case=CLAIMS / case, claim=claim, out=Path(folder, "out"))
                found = measured(filled, wanted)
                shown = command.format(case=case, claim=claim, out="x").replace(" --force", "")
                yield Measured(shown, found.seconds, found.multiple, wanted, found.megabytes)
        for name, text, wanted in growth(large):
            path = Path(folder, "corpus.yaml")
            path.write_text(text, encoding="utf-8")
            for command in ("check", "compare"):
                found = measured(f"{command} {path}", wanted, times=3)
                limit = wanted if command == "compare" else 0
                yield Measured(f"{command}: {name}", found.seconds, found.multiple, limit, found.megabytes)


def main() -> int:
    """Prints the table; the exit code is 0, since a table decides nothing."""
    parser = argparse.ArgumentParser(prog="python tests/benchmarks")
    parser.add_argument("--json", type=Path, help="write the rows as JSON as well")
    parser.add_argument("--large", action="store_true", help="ten thousand claims and more")
    parser.add_argument("--peers", action="store_true", help="then the ratios to peers, each by its script")
    asked = parser.parse_args()
    compileall.compile_dir(HERE.parents[1] / "src", quiet=1)  # as where it is installed
    found = list(rows(asked.large))
    table = [
        (
            row.command,
            f"{row.seconds:.2f}",
            f"{row.multiple:.1f}",
            f"{row.wanted:g}" if row.wanted else "",
            row.megabytes,
        )
        for row in found
    ]
    print(tabulate(table, headers=("command", "CPU s", "× base", "wanted", "MB"), disable_numparse=True))
    if asked.json is not None:
        asked.json.write_text(json.dumps([asdict(row) for row in found], indent=1) + "\n", encoding="utf-8")
    if asked.peers:
        for script in PEERS:
            subprocess.run([sys.executable, str(HERE / script)], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
