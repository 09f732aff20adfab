"""The floors of the house: who may import whom, and what a small report may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimcheck

PACKAGE = Path(claimcheck.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("") for path in PACKAGE.rglob("*.py"))

# Each floor with the modules (by prefix) that it may import besides its own.
ALLOWED: dict[str, tuple[str, ...]] = {
    "diagnostics": (),
    "dates": ("diagnostics",),
    "corpus": ("dates", "diagnostics"),
    "engine": ("corpus.entries", "corpus.stemma", "dates", "diagnostics"),
    "criticism": ("engine", "corpus", "dates", "diagnostics"),
    "examine": ("criticism", "engine", "corpus", "dates", "diagnostics"),
    "report": (
        "engine.examination",
        "engine.findings",
        "engine.parts",
        "engine.perspective",
        "criticism",
        "corpus.entries",
        "corpus.stemma",
        "dates",
        "diagnostics",
    ),
    "teaching": (
        "report",
        "criticism",
        "engine.examination",
        "engine.findings",
        "engine.parts",
        "engine.perspective",
        "corpus.entries",
        "corpus.stemma",
        "dates",
        "diagnostics",
    ),
    "convert": (
        "report",
        "criticism",
        "engine.examination",
        "engine.findings",
        "engine.perspective",
        "corpus",
        "dates",
        "diagnostics",
    ),
    "notebook": (
        "convert",
        "report",
        "examine",
        "engine.examination",
        "engine.perspective",
        "corpus",
        "dates",
        "diagnostics",
    ),
    "cli": (
        "teaching",
        "convert",
        "report",
        "examine",
        "criticism",
        "engine",
        "corpus",
        "dates",
        "diagnostics",
    ),
}


def imports_of(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, anywhere in it, without the package's name."""
    tree = ast.parse((PACKAGE / path).with_suffix(".py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("claimcheck."):
                yield name.removeprefix("claimcheck.")


def floor_of(name: str) -> str:
    return name.partition(".")[0]


@pytest.mark.parametrize("path", [path for path in MODULES if path.name not in ("__init__", "__main__")], ids=str)
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    floor = path.parts[0]
    above = [
        name
        for name in imports_of(path)
        if name != "__version__"
        and floor_of(name) != floor
        and not any(f"{name}.".startswith(f"{allowed}.") for allowed in ALLOWED[floor])
    ]
    assert above == []


ABOVE = ("criticism", "report", "teaching", "convert", "cli")

# What whoever is above the engine asks the examination for, and never makes or works out himself.
ASKED_FOR = (
    "engine.anchoring",
    "engine.assumptions",
    "engine.bearing",
    "engine.corroboration",
    "engine.dating",
    "engine.inquiry.Inquiry",
    "engine.limits.left_of_date",
    "engine.limits.left_of_event",
    "engine.limits.left_of_member",
    "engine.limits.left_of_stated",
    "engine.lineup",
    "engine.network",
    "engine.parts.member_of_claim",
    "engine.parts.member_of_record",
    "engine.perspective.view",
    "engine.premises",
    "engine.scene",
    "engine.theory",
    "dates.relations",
)
SOLVERS = ("inquiry", "lineup", "theory", "theory_in", "is_possible", "givens", "given_date", "scene")


# The memory of a corpus looked at as of many years keys its verdicts by what they rest on, which only the solver
# knows; it goes once the solver remembers for itself.
UNTIL_THEN = Path("criticism/years")


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parts[0] in ABOVE and path != UNTIL_THEN], ids=str
)
def test_above_the_engine_nobody_makes_a_view_or_a_solver_or_resolves_a_date(path: Path) -> None:
    made = [name for name in imports_of(path) if any(f"{name}.".startswith(f"{asked}.") for asked in ASKED_FOR)]
    tree = ast.parse((PACKAGE / path).with_suffix(".py").read_text(encoding="utf-8"))
    asked = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in SOLVERS]
    assert (made, asked) == ([], [])


def test_every_floor_is_named_in_the_plan() -> None:
    floors = {path.parts[0] for path in MODULES} - {"__init__", "__main__"}
    assert floors <= set(ALLOWED)


def test_nothing_below_the_command_line_prints_or_reads_clock_or_environment() -> None:
    found = []
    for path in MODULES:
        if path.parts[0] == "cli":
            continue
        tree = ast.parse((PACKAGE / path).with_suffix(".py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("print", "input")
            ):
                found.append(f"{path}: {node.func.id}")
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "now", "today", "utcnow"):
                found.append(f"{path}: {node.attr}")
            if isinstance(node, ast.Import) and {alias.name for alias in node.names} & {"time", "random"}:
                found.append(f"{path}: {ast.unparse(node)}")
    assert found == []


HEAVY = (
    "bibtexparser",
    "charset_normalizer",
    "convertdate",
    "dateparser",
    "docx",
    "edtf",
    "genanki",
    "jinja2",
    "networkx",
    "numpy",
    "odf",
    "openpyxl",
    "pandas",
    "polars",
    "pysat",
    "python_calamine",
    "rdflib",
    "rich",
    "undate",
    "weasyprint",
    "xlsxwriter",
    "z3",
)

SMALL = """\
question: When was the bridge first crossed?
through: Town Chronicle, 1931
claims:
  Memoirs: mid-May 1901, not before @opening
  Register: late April 1901
record:
  toll-ledger: 2 May 1901
events:
  opening: 14 May 1901
"""

LOADED = """\
import sys
from claimcheck.cli.main import run
sys.argv = ["claimcheck", *sys.argv[1:]]
try:
    run()
finally:
    sys.stderr.write("\\nLOADED " + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_by(*arguments: str) -> set[str]:
    """The top-level modules that a run of the program has loaded when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    "command", [(), ("report",), ("compare",), ("lineup", "--format", "json"), ("exercise",)], ids=str
)
def test_a_small_report_loads_nothing_that_it_does_not_need(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "corpus.yaml").write_text(SMALL, encoding="utf-8")
    loaded = loaded_by(*command, str(tmp_path))
    assert loaded.isdisjoint(HEAVY)
    assert {"typer", "yaml", "pydantic"} <= loaded


def test_help_loads_no_part_of_the_engine() -> None:
    loaded = loaded_by("--help")
    assert loaded.isdisjoint((*HEAVY, "pydantic", "yaml", "tabulate", "wcwidth"))
