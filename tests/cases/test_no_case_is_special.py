"""The verdicts follow from general rules: other names, other years, another order, and the same findings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

CASE = Path(__file__).parents[2] / "claims" / "secret-speech"
SECTIONS = ("claimants", "sources", "kinds", "events", "questions", "claims", "bridges", "figures")
Tree = dict[str, "Tree"] | list["Tree"] | str
_TURNED = {Verdict.REFINES: Verdict.REFINED_BY, Verdict.REFINED_BY: Verdict.REFINES}


def written() -> dict[str, Tree]:
    """The whole case as one mapping of texts."""
    merged: dict[str, Tree] = {}
    for path in sorted(CASE.glob("*.yaml"), key=lambda path: (path.stem != "corpus", path)):
        for key, value in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items():
            section = merged.setdefault(key, {} if isinstance(value, dict) else value)
            if isinstance(section, dict):
                section.update(value)
    return merged


def mapped(tree: Tree, change: Callable[[str], str]) -> Tree:
    if isinstance(tree, dict):
        return {change(key): mapped(value, change) for key, value in tree.items()}
    if isinstance(tree, list):
        return [mapped(item, change) for item in tree]
    return change(tree)


def reversed_entries(corpus: dict[str, Tree]) -> dict[str, Tree]:
    return {
        key: dict(reversed(value.items())) if key in SECTIONS and isinstance(value, dict) else value
        for key, value in reversed(corpus.items())
    }


def renaming(corpus: dict[str, Tree]) -> dict[str, str]:
    """A new name for every id, all of one shape."""
    ids = [id for section in SECTIONS if isinstance(entries := corpus.get(section), dict) for id in entries]
    return {id: f"q{number}" for number, id in enumerate(dict.fromkeys(ids))}


def renamed(text: str, names: dict[str, str]) -> str:
    longest_first = "|".join(re.escape(id) for id in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{longest_first})(?![\w-])", lambda found: names[found[0]], text)


def later(text: str) -> str:
    """Every year since 1950 28 years later: weekdays and leap years stay."""
    return re.sub(r"\b(?:19[5-9]|20[0-2])\d\b", lambda found: str(int(found[0]) + 28), text)


def found_in(folder: Path, corpus: dict[str, Tree], perspective: Perspective) -> Examination:
    for number, (section, entries) in enumerate(corpus.items()):
        name = "corpus" if section == "format" else f"{number:02}"
        text = yaml.safe_dump({section: entries}, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    read, diagnostics = read_corpus(folder)
    assert [d.message for d in diagnostics if d.severity == "error"] == []
    return examine(read, perspective)


def summary(findings: Examination, name: Callable[[str], str]) -> dict[str, object]:
    """What was found, without regard to order, ids under their names.

    A search that was cut short knows some of the conflicts, and which ones is a matter of order.
    """

    def sets(conditions: tuple[tuple[str, ...], ...]) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(name(id) for id in condition) for condition in conditions)

    pairs = {}
    for pair in findings.pairs:
        a, b = name(pair.a), name(pair.b)
        verdict = pair.verdict if a < b else _TURNED.get(pair.verdict, pair.verdict)
        gap = pair.gap.days if pair.gap is not None else None
        shown = (verdict, pair.dimension, pair.strained, gap, sets(pair.if_bridge), sets(pair.unless))
        pairs[min(a, b), max(a, b)] = shown
    rows = {
        name(row.claim): (
            row.verdict,
            row.in_part,
            frozenset((name(id), bearing) for id, bearing in row.records),
            row.independence,
            row.strained,
            sets(row.if_bridge),
        )
        for row in findings.rows
    }
    if not findings.complete:
        return {"pairs": pairs, "rows": rows}
    conflicts = sets(tuple(conflict.members for conflict in findings.conflicts))
    schools = sets(tuple(school.holds for cluster in findings.clusters for school in cluster.schools))
    return {"pairs": pairs, "rows": rows, "conflicts": conflicts, "schools": schools}


@pytest.mark.parametrize(
    ("change", "through"),
    [("names", "bb-lv"), ("years", "bb-lv"), ("order", "bb-lv"), ("all three", "bb-lv"), ("all three", "")],
)
def test_other_names_years_and_order_give_the_same_findings(change: str, through: str, tmp_path: Path) -> None:
    corpus = written()
    read, _ = read_corpus(CASE)
    names = renaming(corpus)
    changed = corpus
    if change in ("years", "all three"):
        changed = {key: mapped(value, later) for key, value in changed.items()}
        names = {later(id): new for id, new in names.items()}
    years_only = {id: later(id) for id in renaming(corpus)} if change in ("years", "all three") else {}
    if change in ("names", "all three"):
        changed = {key: mapped(value, lambda text: renamed(text, names)) for key, value in changed.items()}
    if change in ("order", "all three"):
        changed = reversed_entries(changed)

    def new_name(id: str) -> str:
        id = "".join(years_only.get(word, word) for word in re.split(r"(#|/)", id))
        return renamed(id, names) if change in ("names", "all three") else id

    article, elsewhere = (
        Perspective(through=(id,)) if id else Perspective() for id in (through, through and new_name(through))
    )
    expected = summary(examine(read, article), new_name)
    found = summary(found_in(tmp_path, changed, elsewhere), lambda id: id)
    assert found == expected
