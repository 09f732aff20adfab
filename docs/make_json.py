"""Writes docs/json.md from the models of which the JSON itself is made: every command, object and key.

python docs/make_json.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from claimcheck.dates.date_json import DateJson, ErasJson, RulesJson, SummaryJson
from claimcheck.report.json_models import (
    ChangesJson,
    CheckJson,
    CodesJson,
    CompareJson,
    ExplainJson,
    LineupJson,
    ReportJson,
)

TARGET = Path(__file__).with_name("json.md")

HEAD = """\
# The JSON

This page is written from the program by `docs/make_json.py`; `claimcheck schema report` (or `compare`,
`lineup`, `explain`, `check`, `date`) prints the same as a JSON Schema.

`--format json`, or `-o FILE.json`, gives what a command finds as one object, in UTF-8, always in the same order
and with the same bytes. `"schema"` names the shape; a later version may add keys, and takes none away without
another number. Dates are ISO 8601, inclusive at both ends (13 to 14 February is a gap of one day), with a time
where finer than a day, in the calendar of the corpus (its `defaults`) as in words; null is no limit. Years outside
0 to 9999 are signed: `-0043-03-15` is of 44 BC.
Conflicts, clusters and schools are counted from 0, positions and steps from 1.

```sh
claimcheck compare claims/foundation-of-rome --format json
claimcheck report claims/secret-speech --only sources --format json
claimcheck date --format json "late October 1955"
```
"""

COMMANDS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("`claimcheck compare`", CompareJson),
    ("`claimcheck compare A B`, `claimcheck compare --against …`", ChangesJson),
    ("`claimcheck lineup`", LineupJson),
    ("`claimcheck report`, `claimcheck`", ReportJson),
    ("`claimcheck explain ID …`", ExplainJson),
    ("`claimcheck explain CODE …`", CodesJson),
    ("`claimcheck check`", CheckJson),
    ("`claimcheck date`", DateJson),
    ("`claimcheck date --rules`", RulesJson),
    ("`claimcheck date --eras`", ErasJson),
    ("`claimcheck date --summary`", SummaryJson),
)


def page() -> str:
    """The whole page as Markdown: what each command prints, then the objects within, each once."""
    parts, within = [HEAD], {}
    for title, model in COMMANDS:
        schema = model.model_json_schema(mode="serialization", by_alias=True)
        within.update(schema.get("$defs", {}))
        parts.append("\n".join(_table(f"## {title}", schema, within)))
    parts.append("## The objects within\n")
    for name in sorted(within):
        if "properties" in within[name]:
            parts.append("\n".join(_table(f"### {_called(name)}", within[name], within)))
    return "\n".join(parts)


def _table(heading: str, schema: dict[str, Any], within: dict[str, Any]) -> Iterator[str]:
    yield heading
    yield ""
    yield schema["description"]
    yield ""
    yield "| key | value | |"
    yield "|---|---|---|"
    for key, value in schema["properties"].items():
        yield f"| `{key}` | {_type(value, within)} | {value['description']} |"
    yield ""


def _type(value: dict[str, Any], within: dict[str, Any], many: bool = False) -> str:
    """The type of a value in words; of an object the name under which it is described."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        if "enum" in within[name]:
            return _words(within[name]["enum"])
        return f"[{_called(name)}](#{_called(name).replace(' ', '-')})"
    if "anyOf" in value:
        found = [_type(one, within, many) for one in value["anyOf"]]
        return " or ".join(dict.fromkeys(found))
    if "const" in value or "enum" in value:
        return _words(value.get("enum", [value.get("const")]))
    if "prefixItems" in value:
        return (
            "first and last"
            if value["prefixItems"][0].get("anyOf")
            else "two: " + _type(value["prefixItems"][0], within)
        )
    if value["type"] == "array":
        return f"list of {_type(value['items'], within, True)}"
    if value["type"] == "object":
        return f"mapping to {_type(value['additionalProperties'], within)}"
    one, several = _NAMES[value["type"]]
    return several if many else one


_NAMES = {
    "string": ("text", "texts"),
    "integer": ("number", "numbers"),
    "boolean": ("true or false", "true or false"),
    "null": ("null", "null"),
}


def _words(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _called(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Json")).split()
    return " ".join(words).lower()


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
