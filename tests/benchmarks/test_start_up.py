"""How long the program takes to start and to report, as multiples of a bare Python in the same run.

Processor time is measured, the best of several runs taken in turn, with compiled files in place, as after an
installation.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNS = 7

# The libraries that every report needs (typer, pydantic, PyYAML, tabulate) alone take some 15 times as long to
# import as a bare Python takes to start.
HELP_AT_MOST = 9.0
REPORT_AT_MOST = 50.0


def processor_time(compiled: Path, *arguments: str) -> float:
    """The seconds of processor time that one run of Python with these arguments takes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def ratio(compiled: Path, *arguments: str) -> float:
    """The best of several runs, in multiples of the best of as many bare ones."""
    processor_time(compiled, *arguments)
    bare, taken = [], []
    for _ in range(RUNS):
        bare.append(processor_time(compiled, "-c", "pass"))
        taken.append(processor_time(compiled, *arguments))
    return min(taken) / min(bare)


def thirty_claims(folder: Path) -> Path:
    """A corpus of thirty claims on six questions, by seven sources."""
    lines = ["format: 1", "sources:", "  ledger: {title: The ledger}"]
    lines += [f"  source-{n}: {{title: Source {n}}}" for n in range(7)]
    lines += ["events:"]
    for n in range(6):
        lines += [f"  b{n}:", "    when: May 1901", f"    record: {{in: ledger p. {n}}}"]
    lines += ["questions:"]
    lines += [f'  q{n}: {{ask: "When was bridge {n} crossed?", event: b{n}}}' for n in range(6)]
    lines += ["claims:"]
    lines += [
        f"  w{n}: {{in: source-{n % 7} p. {n}, answers: q{n % 6}, when: {1 + n % 3} May 1901}}" for n in range(30)
    ]
    (folder / "corpus.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.mark.benchmark
def test_help_is_printed_soon(tmp_path: Path) -> None:
    found = ratio(tmp_path, "-m", "claimcheck", "--help")
    print(f"\n--help: {found:.1f} times a bare Python")
    assert found <= HELP_AT_MOST


@pytest.mark.benchmark
def test_the_findings_on_thirty_claims_are_printed_soon(tmp_path: Path) -> None:
    found = ratio(tmp_path, "-m", "claimcheck", str(thirty_claims(tmp_path)))
    print(f"\nfindings on 30 claims: {found:.1f} times a bare Python")
    assert found <= REPORT_AT_MOST


@pytest.mark.benchmark
def test_a_report_on_thirty_claims_is_written_soon(tmp_path: Path) -> None:
    found = ratio(tmp_path, "-m", "claimcheck", "report", str(thirty_claims(tmp_path)))
    print(f"\nreport on 30 claims: {found:.1f} times a bare Python")
    assert found <= REPORT_AT_MOST
