"""Which small changes of the program no test notices: a sample of them, tried one by one. By hand: it takes long.

    python tests/mutants.py 40 engine/network.py tests/engine/test_network.py tests/engine/test_rules_pairs.py

makes forty changes of one module (cosmic-ray's: another operator, another number, a condition turned round …),
drawn always alike, runs the tests on each, and prints those that survive. A survivor is a missing test, or a
change that changes nothing. The program itself is never touched: the changes are made to a copy.

It needs `pip install '.[mutants]'`, and forks: no test is run in this process.
"""

from __future__ import annotations

import difflib
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parent.parent
PATIENCE = 240  # seconds after which a change counts as noticed: the tests do not end
# Of types in annotations, which do nothing; with arguments of their own.
LEFT_OUT = ("_BitOr_", "Variable")


def changes(path: Path) -> list[tuple[str, int]]:
    """All changes of a module: the operator, and which of the places it applies to."""
    nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
    found = []
    for name in operator_names():
        if not any(part in name for part in LEFT_OUT):
            operator = get_operator(name)()
            places = sum(len(list(operator.mutation_positions(node))) for node in nodes)
            found += [(name, place) for place in range(places)]
    return found


def passes(source: Path, tests: list[str]) -> bool:
    """Whether the tests pass with the program as it stands in a folder; in a process of its own."""
    number = os.fork()
    if number == 0:
        sys.path.insert(0, str(source))
        os.environ["PYTHONPATH"] = str(source)
        void = os.open(os.devnull, os.O_WRONLY)
        os.dup2(void, 1), os.dup2(void, 2)
        import pytest

        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])))
    ends = time.monotonic() + PATIENCE
    while True:
        ended, status = os.waitpid(number, os.WNOHANG)
        if ended:
            return status == 0
        if time.monotonic() > ends:
            os.kill(number, signal.SIGKILL)
        time.sleep(0.05)


def main(count: int, module: str, tests: list[str]) -> None:
    """Tries a sample of the changes of a module, and prints what no test noticed."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "src"
        shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
        target = source / "claimcheck" / module
        whole = target.read_text(encoding="utf-8")
        assert passes(source, tests), "the tests fail on the program as it is"
        every = changes(target)
        drawn = Random(1).sample(every, min(count, len(every)))
        survived = tried = 0
        for name, place in drawn:
            changed = mutate_code(whole, get_operator(name)(), place)
            if changed is None or changed == whole:
                continue
            tried += 1
            target.write_text(changed, encoding="utf-8")
            if passes(source, tests):
                survived += 1
                lines = difflib.unified_diff(whole.splitlines(), changed.splitlines(), lineterm="", n=0)
                print(f"survived: {name}", *list(lines)[2:], sep="\n  ", flush=True)
        print(f"{module}: {len(every)} changes, {tried} tried, {tried - survived} noticed, {survived} survived")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
