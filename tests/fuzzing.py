"""Corpora made up by structure from a number, and all that is done with a corpus done with them.

By hand, for as long as one likes: `python tests/fuzzing.py 0 100000` tries the numbers from 0 up to 100,000 and
prints each that fails, with its reason, or takes more than half a minute; `python tests/fuzzing.py 4711` shows the
files of one and tries it. A short run is among the tests.

Belongs here: making files, and what must hold whatever they are: no exception, known codes, the same corpus after
writing it out. Does not belong here: whether a verdict is right (see the oracles under `engine`).
"""

from __future__ import annotations

import json
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from claimcheck.cli.check import github_of, sarif_of
from claimcheck.convert.bibliographies import bibtex_of, csl_json_of
from claimcheck.convert.conflict_net import conflicts_dot, conflicts_mermaid
from claimcheck.convert.linked_data import trig_of
from claimcheck.convert.tables import csv_of, diagnostics_table, report_tables
from claimcheck.convert.timelines_out import markwhen_of, timelinejs_of
from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import expanded, full_form, json_of, yaml_of
from claimcheck.corpus.fields import DEFAULTS, RECORD, SECTIONS, TOP, Field, Fields, Shape
from claimcheck.corpus.quotations import quotations_of
from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.tables import csv_of_claims
from claimcheck.criticism.cautions import cautions_of
from claimcheck.diagnostics import CODES, Severity, format_diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.document import report as report_document
from claimcheck.report.html.page import render_page
from claimcheck.report.json_models import report_json, written
from claimcheck.report.markdown import render_markdown
from claimcheck.report.screen import compared_briefly, explained_briefly, lineup_briefly
from claimcheck.report.stemma_pictures import stemma_dot, stemma_mermaid
from claimcheck.report.text import render_text

ROOT = Path(__file__).parent.parent
PATIENCE = 30  # seconds of processor time; most numbers take a twentieth of one
DATES = (
    "1204",
    "late October 1955",
    "3 May 1204 to 9 June 1204",
    "[1203, 1205]",
    "{1201, 1203}",
    "1200/1210",
    "120X",
    "c. 1204",
    "before @e1",
    "the day after @e2",
    "mid-May 1204, not before @e1",
    "7 days after @e3",
    "44 BC",
    "AD 79",
    "3 May [1204]",
    "Whitsun 1204",
    "5 Elizabeth I",
    "о начале мая 1204",
    "evening of 3 May 1204",
    "between 2 and 4 a.m. on 3 May 1204",
    "12th century",
    "Y17E8",
    "../1204",
    "1204/..",
    "not 1204",
    "3 May",
    "30 February 1204",
    "yesterday",
    "",
)
SOUND = DATES.index("3 May")  # those before it can be read
TEXTS = (
    "words",
    "a: b",
    "#12",
    "=1+1",
    "<b>&",
    "司馬遷 📜",
    "line\ntwo",
    "'",
    '"',
    "-",
    "yes",
    "null",
    "@e1",
    "x" * 400,
)
IDS = {section: tuple(f"{section[0]}{number}" for number in range(1, 5)) for section in SECTIONS}


class Drawing:
    """Values for keys, by their shapes, most of them such as a historian might write."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def some(self, values: Sequence[Any], most: int = 3) -> list[Any]:
        return [self.random.choice(values) for _ in range(self.random.randint(1, most))]

    def one_or_more(self, values: Sequence[Any]) -> Any:
        found = self.some(values)
        return found[0] if len(found) == 1 else found

    def date(self) -> Any:
        text = self.random.choice(DATES if self.random.random() < 0.1 else DATES[:SOUND])
        return {"as": "words", "read": text} if self.random.random() < 0.05 else text

    def ids(self, field: Field) -> list[str]:
        return [id for target in field.targets for id in IDS[target]] or ["x"]

    def part(self, depth: int) -> Any:
        return self.entry(SECTIONS["claims"], 3, depth + 1, ("kind", "event", "none", "first", "role", "when"))

    def value(self, field: Field, depth: int = 0) -> Any:
        if self.random.random() < 0.03:  # what does not belong there
            return self.random.choice([[], {}, ["a", {"b": "c"}], {"when": "1204"}, "x y z", None])
        match field.shape:
            case Shape.DATE | Shape.DURATION:
                return "7 days" if field.shape is Shape.DURATION and self.random.random() < 0.8 else self.date()
            case Shape.DATES:
                return self.one_or_more(DATES)
            case Shape.ID:
                return self.random.choice(self.ids(field))
            case Shape.IDS | Shape.NAMES:
                return self.one_or_more([*self.ids(field), "Somebody Else"])
            case Shape.CITATION:
                return (
                    f"{self.random.choice([*self.ids(field), 'A book, 1931'])}{self.random.choice(['', ' p. 3'])}"
                )
            case Shape.FLAG:
                return self.random.choice(["yes", "no"])
            case Shape.WORD:
                return self.random.choice(field.words)
            case Shape.ANSWERS if self.random.random() < 0.2:
                return {self.random.choice(IDS["questions"]): self.date()}
            case Shape.ANSWERS:
                return self.random.choice(IDS["questions"])
            case Shape.PARTS if depth < 2:
                return self.part(depth)
            case Shape.RECORDS if depth < 2:
                full = self.entry(RECORD, 3, depth + 1, ("in", "when", "basis"))
                return self.random.choice([f"{self.random.choice(IDS['sources'])} p. 1", full])
            case Shape.COVERAGE:
                return {"when": self.date(), "kinds": self.random.choice(IDS["kinds"])}
            case Shape.CALENDAR:
                return self.random.choice(["julian", "gregorian", "historical", "islamic"])
            case Shape.YEAR_STYLE:
                return self.random.choice(["25 March", "1 September"])
            case Shape.PAIRS:
                return {"circa-year": "3 years"}
        return field.example if self.random.random() < 0.5 else self.random.choice(TEXTS)

    def entry(self, fields: Fields, most: int, depth: int = 0, likely: Sequence[str] = ()) -> dict[str, Any]:
        names = [name for name in likely if name in fields and self.random.random() < 0.5]
        names += self.some(list(fields), most)
        return {name: self.value(fields[name], depth) for name in names}

    def section(self, name: str) -> dict[str, Any]:
        return {id: self.listed(name) for id in IDS[name] if self.random.random() < 0.97}

    def listed(self, name: str) -> dict[str, Any]:
        """An entry of a section, most often as it should be."""
        pick = self.random.choice
        ids = {section: pick(known) for section, known in IDS.items()}
        others = [id for id in IDS["events"] if id != ids["events"]]
        entry: dict[str, Any] = {}
        match name:
            case "questions":
                form = dict.fromkeys(("first", "last", "kind", "whether"), ids["kinds"])
                form |= {"event": ids["events"], "role": "builder"}
                key = pick(list(form))
                entry = {"ask": "When, or who?", key: form[key], **({"of": "bridge"} if key == "role" else {})}
            case "bridges":
                dated = {"event": ids["events"], "when": self.date()}
                entry = pick(
                    [
                        {"same": [ids["events"], pick(others)]},
                        {"order": [ids["events"], pick(others)]},
                        {"permanent": "builder"},
                        {"narrower": "k1", "broader": ids["kinds"]},
                        {"from": ids["events"], "to": pick(others), "takes": "7 days"},
                        {"if": dated, "then": {"kind": ids["kinds"], "when": self.date()}},
                    ]
                )
            case "claims":
                says = [{"answers": ids["questions"]}, {"event": ids["events"]}, {"none": ids["kinds"]}]
                says += [{"kind": ids["kinds"]}, {"role": "builder", "of": "bridge", "value": pick(["A", "B"])}]
                entry = {
                    "when": self.date(),
                    **pick(says),
                    "in": f"{ids['sources']} p. {self.random.randint(1, 3)}",
                }
            case "events":
                entry = {"when": self.date(), "kinds": ids["kinds"], "record": f"{ids['sources']} p. 1"}
            case "figures":
                entry = {"part": "8", "whole": "20", "percent": pick(["40", "41", "4.0"])}
        if self.random.random() < 0.1:
            entry |= self.entry(SECTIONS[name], 1)
        return entry

    def sections(self) -> dict[str, Any]:
        chosen = [name for name in SECTIONS if self.random.random() < 0.98]
        made: dict[str, Any] = {name: self.section(name) for name in chosen}
        if self.random.random() < 0.3:
            made.pop("questions", None)
            made["question"] = self.random.choice(["When was it first crossed?", "When was it?", "When?"])
            for claim in made.get("claims", {}).values():
                claim.pop("answers", None)
        if self.random.random() < 0.2:
            made["defaults"] = self.entry(DEFAULTS, 2)
        if self.random.random() < 0.1:
            made[self.random.choice(list(TOP))] = self.random.choice(TEXTS)
        return made


@cache
def samples() -> tuple[dict[str, Any], ...]:
    """Corpora as people wrote them: of the manual, and the examples of faults."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))]
    texts = [text for page in pages for text in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)]
    found = []
    for text in texts:
        try:
            data = yaml.load(text, yaml.BaseLoader)
        except yaml.YAMLError:
            continue
        if isinstance(data, dict) and isinstance(data.get("claims"), dict):
            found.append(data)
    assert len(found) > 10
    return tuple(found)


def changed(data: Any, drawing: Drawing) -> Any:
    """A corpus with a few of its values taken out, changed for others of it, or made anew."""
    data = json.loads(json.dumps(data))
    for _ in range(drawing.random.randint(1, 4)):
        holders = [data]
        for holder in holders:
            holders += [one for one in (holder.values() if isinstance(holder, dict) else holder) if one]
            holders[:] = [one for one in holders if isinstance(one, dict | list)]
        holder, other = drawing.random.choice(holders), drawing.random.choice(holders)
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            continue
        key = drawing.random.choice(keys)
        match drawing.random.randrange(4):
            case 0:
                del holder[key]
            case 1:
                holder[key] = drawing.date()
            case 2:
                field = drawing.random.choice(list(SECTIONS["claims"].values()))
                if isinstance(holder, dict):
                    holder[field.name] = drawing.value(field)
            case _ if other and other is not data:
                values = list(other.values()) if isinstance(other, dict) else other
                holder[key] = json.loads(json.dumps(drawing.random.choice(values)))
    return data


def files_of(number: int) -> dict[str, bytes]:
    """The files of a corpus, by their names; always the same for a number."""
    random = Random(number)
    drawing = Drawing(random)
    data = drawing.sections() if random.random() < 0.5 else changed(random.choice(samples()), drawing)
    files: dict[str, bytes] = {}
    if random.random() < 0.15 and isinstance(data.get("claims"), dict):
        table = "id,when,by,in,note,shelf\n"
        for id in data.pop("claims"):
            cells = [id, *(random.choice([*TEXTS, *DATES]) for _ in range(random.randint(2, 6)))]
            table += ",".join(json.dumps(cell, ensure_ascii=False) for cell in cells) + "\n"
        files["table.claims.csv"] = table.encode()
    text = json.dumps(data, ensure_ascii=False) if random.random() < 0.2 else yaml_of(data)
    if random.random() < 0.2:
        at = random.randrange(len(text))
        text = text[:at] + random.choice(["{", "]", ": ", "\t", "\n", "#", "'", "\0", "@", "\u2028"]) + text[at:]
    files["corpus.yaml"] = text.encode()
    if random.random() < 0.1:
        files["texts/s1.txt"] = b"words a: b, and\nline two"
    return files


Writer = Callable[[Examination], object]
WRITERS: dict[str, Writer] = {
    "text": lambda found: render_text(
        report_document(found, Asking(None, found.perspective), name="x"), 80, False
    ),
    "markdown": lambda found: render_markdown(report_document(found, Asking(None, found.perspective), name="x")),
    "page": lambda found: render_page(report_document(found, Asking(None, found.perspective), name="x")),
    "json": lambda found: json.loads(written(report_json(found, Asking(None, found.perspective), (), None))),
    "tables": lambda found: [csv_of(table) for table in report_tables(found)],
    "timelines": lambda found: (json.loads(timelinejs_of(found, "x")), markwhen_of(found, "x")),
    "bibliographies": lambda found: (json.loads(csl_json_of(found)), bibtex_of(found)),
    "linked data": trig_of,
    "nets": lambda found: [draw(found) for draw in (conflicts_dot, conflicts_mermaid, stemma_dot, stemma_mermaid)],
    "brief": lambda found: (
        compared_briefly(found, "x"),
        lineup_briefly(found, "x"),
        [explained_briefly(found, claim.id) for claim in found.view.claims],
    ),
}


def tried(number: int) -> None:
    """Does with the corpus of a number what the commands do; raises where anything is amiss."""
    put_through(files_of(number), Random(-number))


def put_through(files: dict[str, bytes], random: Random, writers: Sequence[str] = ()) -> None:
    """Reads, examines from some perspective and writes: by all of these writers, or by one of all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(data)
        corpus, diagnostics = read_corpus(folder)
        assert all(one.code in CODES for one in diagnostics)
        for one in diagnostics:
            format_diagnostic(one)
        github_of(diagnostics), json.loads(sarif_of(diagnostics, "0")), csv_of(diagnostics_table(diagnostics))
        if not any(one.severity is Severity.ERROR for one in diagnostics):
            _comes_back(corpus, folder)
        quotations_of(corpus, folder)
        csv_of_claims(corpus)
    ids = [*corpus.sources, *corpus.claims, *corpus.events]
    perspective = Perspective(
        bridges=tuple(id for id in corpus.bridges if random.random() < 0.3),
        without=tuple(id for id in ids if random.random() < 0.03),
        as_of=1500 if random.random() < 0.1 else None,
    )
    found = examine(corpus, perspective)
    cautions_of(found)
    assert len(found.rows) <= len(corpus.claims) and found.pairs is not None
    assert found.conflicts is not None and found.points is not None
    for writer in writers or (random.choice(list(WRITERS)),):
        WRITERS[writer](found)


def _comes_back(corpus: Corpus, folder: Path) -> None:
    full = full_form(corpus)
    for ending, text in (("yaml", expanded(corpus)), ("json", json_of(corpus))):
        (folder / f"full.{ending}").write_text(text, encoding="utf-8")
        again, diagnostics = read_corpus(folder / f"full.{ending}")
        errors = [format_diagnostic(one) for one in diagnostics if one.severity is Severity.ERROR]
        assert not errors, errors
        assert full_form(again) == full


def _take_too_long(*_: object) -> None:
    raise TimeoutError("it does not end")


def main(arguments: list[str]) -> int:
    """Tries one number, or all from one up to another; how many failed."""
    numbers = [int(argument) for argument in arguments]
    if len(numbers) == 1:
        for name, data in files_of(numbers[0]).items():
            print(f"--- {name}\n{data.decode('utf-8', 'replace')}")
        tried(numbers[0])
        return 0
    failed = 0
    signal.signal(signal.SIGVTALRM, _take_too_long)
    for number in range(*numbers):
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
            tried(number)
        except Exception as fault:
            failed += 1
            place = traceback.extract_tb(fault.__traceback__)[-1]
            says = " ".join(str(fault).split())[:160]
            where = f"{Path(place.filename).name}:{place.lineno}"
            print(f"{number}: {type(fault).__name__} in {where}: {says}", flush=True)
        if number % 1000 == 999:
            print(f"up to {number:,}: {failed} failed", flush=True)
    print(f"{len(range(*numbers)):,} tried, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
