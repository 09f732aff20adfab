"""How long the commands take, as multiples of what starting Python and the libraries costs, and how that grows.

`python tests/benchmarks` prints one table; `--json FILE` writes the same, so that two commits can be compared;
`--large` adds ten thousand claims and a hundred thousand. Processor time of whole processes, medians of five (of
fewer, where a command takes long: `runs` says of how many), the base measured in turn with each command, so that a
busy machine slows both. The peers have scripts of their own beside this one; `--peers` runs them after the table.
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
ENOUGH = 12.0  # processor seconds of one command after which it is not run again

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
    "vesuvius-79": "",
}


@dataclass(frozen=True)
class Measured:
    """One row: processor seconds (median), the multiple of the base, and the most that is wanted (0: nothing)."""

    command: str
    seconds: float
    multiple: float
    wanted: float
    megabytes: float
    runs: int


def spent(arguments: Sequence[str]) -> tuple[float, float]:
    """The processor seconds and the megabytes of a whole process."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(command: str, name: str, wanted: float, times: int) -> Measured:
    """A command beside the base, in turn."""
    rows: list[tuple[float, float, float]] = []
    while len(rows) < times and sum(seconds for seconds, _, _ in rows) < ENOUGH:
        base, _ = spent(BASE)
        seconds, megabytes = spent((sys.executable, "-m", "claimcheck", *command.split()))
        rows.append((seconds, seconds / base, megabytes))
    seconds, multiple, megabytes = (median(column) for column in zip(*rows, strict=True))
    return Measured(name, round(seconds, 3), round(multiple, 1), wanted, round(megabytes), len(rows))


@dataclass(frozen=True)
class Made:
    """A corpus of so many claims on so many questions: days, months, years, limits and days after a record's."""

    claims: int
    questions: int
    is_table: bool = False

    def write(self, folder: Path) -> None:
        """Writes it as one YAML file, or with its claims as a table beside it."""
        lines = ["questions:"]
        lines += [f"  q-{q}: {{ask: When did event {q} happen?, event: event-{q}}}" for q in range(self.questions)]
        lines += ["events:"]
        for q in range(self.questions):
            when = f"{1 + q % 28} May {1700 + q % 200}"
            lines.append(f"  event-{q}: {{label: event {q}, when: {when}, record: work-{q % 100} p. 1}}")
        if self.is_table:
            rows = ["id,by,in,answers,when", *(",".join(row) for row in self._claims())]
            (folder / "all.claims.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        else:
            lines += ["claims:"]
            lines += [
                f'  {id}: {{by: {by}, in: {where}, answers: {asked}, when: "{when}"}}'
                for id, by, where, asked, when in self._claims()
            ]
        (folder / "corpus.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _claims(self) -> Iterator[tuple[str, str, str, str, str]]:
        for q in range(self.questions):
            for k in range(self.claims // self.questions):
                day, year = (q * 5 + k * 3) % 28 + 1, 1700 + q % 200
                wording = (f"{day} May {year}", f"May {year}", f"{year}", f"before {day} May {year}")[k % 4]
                when = wording if k % 5 else f"the day after @event-{q}"
                yield f"c-{q}-{k}", f"author {k}", f"book-{(q * 7 + k) % 100} p. {k + 1}", f"q-{q}", when


# How `check` and `compare` grow, and what a thousand claims may cost; of a hundred thousand the claims of a table.
SMALL = (Made(30, 5), Made(100, 17), Made(300, 50), Made(1000, 170), Made(3000, 500))
GROWTH = (*SMALL, Made(1000, 170, is_table=True), Made(100, 3), Made(300, 3))
LARGE = (
    Made(10_000, 1700),
    Made(10_000, 1700, is_table=True),
    Made(1000, 3),
    Made(100_000, 17_000, is_table=True),
)


def rows(large: bool, times: int) -> Iterator[Measured]:
    """Every row of the table."""
    with TemporaryDirectory() as folder:
        for case, claim in CASES.items():
            for command, wanted in COMMANDS:
                if ("{case}" in command or case == "secret-speech") and (claim or "{claim}" not in command):
                    filled = command.format(case=CLAIMS / case, claim=claim, out=Path(folder, "out"))
                    shown = command.format(case=case, claim=claim, out="x").replace(" --force", "")
                    yield measured(filled, shown, wanted, times)
        for made in (*GROWTH, *(LARGE if large else ())):
            with TemporaryDirectory() as corpus:
                made.write(Path(corpus))
                named = f"{made.claims:,} claims, {made.questions:,} questions{', CSV' if made.is_table else ''}"
                for command in ("check", "compare"):
                    wanted = 12 if command == "compare" and made.claims == 1000 and made.questions > 3 else 0
                    yield measured(f"{command} {corpus}", f"{command}: {named}", wanted, times)


def main() -> int:
    """Prints the table; the exit code is 0, since a table decides nothing."""
    parser = argparse.ArgumentParser(prog="python tests/benchmarks")
    parser.add_argument("--json", type=Path, help="write the rows as JSON as well")
    parser.add_argument("--large", action="store_true", help="ten thousand claims and a hundred thousand")
    parser.add_argument("--times", type=int, default=TIMES, help="how often each command is run at most")
    parser.add_argument("--peers", action="store_true", help="then the ratios to peers, each by its script")
    asked = parser.parse_args()
    compileall.compile_dir(HERE.parents[1] / "src", quiet=1)  # as where it is installed
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    found = []
    for row in rows(asked.large, asked.times):
        found.append(row)
        print(f"{row.multiple:8.1f}  {row.command}", file=sys.stderr, flush=True)
    table = [
        (
            row.command,
            f"{row.seconds:.2f}",
            f"{row.multiple:.1f}",
            f"{row.wanted:g}" if row.wanted else "",
            row.megabytes,
            row.runs,
        )
        for row in found
    ]
    print(tabulate(table, headers=("command", "CPU s", "× base", "wanted", "MB", "runs"), disable_numparse=True))
    if asked.json is not None:
        asked.json.write_text(json.dumps([asdict(row) for row in found], indent=1) + "\n", encoding="utf-8")
    if asked.peers:
        for script in PEERS:
            subprocess.run([sys.executable, str(HERE / script)], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
