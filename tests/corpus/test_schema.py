"""The schema of a corpus: every key explained, what is read fits it, and editors say what is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from claimcheck.corpus.fields import AS_READ, COVERAGE, RECORD, SECTIONS, Shape
from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.schema import corpus_schema
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When
from claimcheck.diagnostics import Severity
from consuming import NODE, run_node
from random_corpora import world, written

ROOT = Path(__file__).parent.parent.parent
SCHEMA = corpus_schema()
FITS = Draft7Validator(SCHEMA)


def keys(schema: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows, with what it says of it."""
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            if isinstance(value, dict):
                yield f"{name}.{key}", value
        for key, value in schema.items():
            yield from keys(value, f"{name}.{key}" if key not in ("properties", "definitions") else name)
    elif isinstance(schema, list):
        for one in schema:
            yield from keys(one, name)


KEYS = dict(keys(SCHEMA))


def in_yaml(text: str) -> Any:
    """A text as an editor has it: figures are numbers, and no timestamps are made."""
    loader = YAML(typ="safe", pure=True)
    loader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return loader.load(text)


def problems(text: str) -> list[str]:
    return [fault.message for fault in FITS.iter_errors(in_yaml(text))]


def test_every_key_has_a_description_and_an_example_that_fits() -> None:
    assert len(KEYS) > 250
    for name, value in KEYS.items():
        if name.endswith(".with"):
            continue  # it holds the keys of a claim
        assert re.fullmatch(r"[\w`…].*[.?…]", value["description"]), name
        alone = Draft7Validator({**value, "definitions": SCHEMA["definitions"]})
        assert [fault.message for example in value["examples"] for fault in alone.iter_errors(example)] == [], name


def test_every_example_of_a_date_can_be_read() -> None:
    fields = [field for part in (*SECTIONS.values(), RECORD, AS_READ, COVERAGE) for field in part.values()]
    dates = {str(field.example) for field in fields if field.shape in (Shape.DATE, Shape.DATES)}
    assert len(dates) > 10
    assert [date for date in sorted(dates) if not isinstance(read_date(date), When)] == []


CORPORA = sorted((ROOT / "claims").glob("*/*.yaml"))


@pytest.mark.parametrize("seed", range(40))
def test_what_is_read_without_error_fits(tmp_path: Path, seed: int) -> None:
    text = written(world(seed, widening=seed % 2 == 0))
    (tmp_path / "corpus.yaml").write_text(text, encoding="utf-8")
    assert [found for found in read_corpus(tmp_path)[1] if found.severity is Severity.ERROR] == []
    assert problems(text) == []


@pytest.mark.parametrize("page", ["format.md", "conflicts.md", "page.md"])
def test_the_corpora_of_the_manual_fit(tmp_path: Path, page: str) -> None:
    texts = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.M | re.S)
    read = []
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        if not any(found.severity is Severity.ERROR for found in read_corpus(tmp_path / f"{number}.yaml")[1]):
            read.append(text)
    assert read
    assert [problems(text) for text in read] == [[]] * len(read)


WAYS = """\
question: {ask: When was it?, event: it, lead: yes}
defaults: {calendar: {julian-until: 1752-09-02}, tolerances: {circa-year: 10 years}}
claims:
  - with: {in: annals 480, by: [monk, 7]}
    a: {answers: question, when: [1956-02-14, 1956-02-16], misprint: Yes}
    b: {answers: {question: {when: 1900, extent: course}}, also: {event: it, when: 1901}}
  - c: {1960, 1961}
    d: {when: {as: IX Kal. Sept., read: 24 August 79}, or-when: [1955, 1956]}
events:
  it: {record: [annals 4, {in: annals 5, when: 1900}], when: 1900}
  that: the day after
sources:
  annals: {covers: [1900/1910, {kinds: k, when: 1900}], volume: 3}
kinds: {k: some kind}
"""


def test_each_way_to_write_a_value_fits() -> None:
    assert problems(WAYS) == []


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("claims: {a: {wen: 1900}}", "wen"),
        ("clams: {a: 1900}", "clams"),
        ("claims: {a b: 1900}", "a b"),
        ("claims: {a: {stance: agrees}}", "agrees"),
        ("claims: {a: {by: x, when: }}", "None"),
        ("claims: {a: {when: {as: May}}}", "read"),
        ("format: 2", "2"),
    ],
)
def test_what_is_wrong_is_named(wrong: str, named: str) -> None:
    (said,) = problems(wrong)
    assert named in said


@pytest.mark.parametrize("code", ["CC101", "CC102", "CC105", "CC106", "CC108"])
def test_the_examples_of_unknown_keys_and_words_do_not_fit(code: str) -> None:
    assert any(
        problems(file.read_text(encoding="utf-8")) for file in (ROOT / "tests/errors" / code).glob("*.yaml")
    )


def test_check_jsonschema_finds_the_schema_sound_and_the_cases_fitting(tmp_path: Path) -> None:
    schema = tmp_path / "corpus.schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    check = [sys.executable, "-m", "check_jsonschema"]
    for arguments in (["--check-metaschema", str(schema)], ["--schemafile", str(schema), *map(str, CORPORA)]):
        ran = subprocess.run([*check, *arguments], capture_output=True, encoding="utf-8", check=False)
        assert ran.returncode == 0, ran.stdout
    (tmp_path / "wrong.yaml").write_text("claims: {a: {wen: 1900}}\n", encoding="utf-8")
    ran = subprocess.run(
        [*check, "--schemafile", str(schema), str(tmp_path / "wrong.yaml")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1


def test_an_editor_finds_nothing_in_the_cases_names_a_wrong_key_and_explains_the_right_ones() -> None:
    text = "claims:\n  A:\n    when: 1900\n    "
    given = {
        "schema": SCHEMA,
        "documents": [*(file.read_text(encoding="utf-8") for file in CORPORA), "claims:\n  A: {wen: 1900}\n"],
        "asked": [{"text": text, "line": 2, "character": 5}, {"text": text, "line": 3, "character": 4}],
    }
    found = json.loads(run_node(NODE / "yaml_service.js", given=json.dumps(given)))
    assert found["problems"] == [[]] * len(CORPORA) + [["Property wen is not allowed."]]
    on_when, below = found["shown"]
    assert "The date." in on_when["says"] and "mid-May 1901" in on_when["says"]
    assert {"by", "in", "answers", "quote"} <= set(below["offers"])
