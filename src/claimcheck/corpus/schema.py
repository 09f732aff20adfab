"""The JSON Schema of a corpus file, made from the table of keys: for editors, and for programs that write corpora.

Belongs here: what the shapes of `fields` are in JSON Schema (draft 7, which editors know). Does not belong here:
what the reader checks besides (references, what excludes what): a file can fit the schema and still have errors.

A file is YAML, of which an editor takes bare figures for numbers and a bare yes for true; so a text may be any of
these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from claimcheck.corpus.fields import (
    AS_READ,
    BARE_PART,
    CONTENTS,
    COVERAGE,
    DEFAULTS,
    EVENT,
    FORMAT,
    PART,
    RECORD,
    REFORM,
    SECTIONS,
    SHORTHAND,
    TOP,
    Example,
    Field,
    Fields,
    Shape,
)
from claimcheck.dates.calendars import CALENDARS, YEAR_STYLES

Schema = dict[str, Any]

BESIDE = "corpus.schema.json"  # the name of the file beside a corpus that holds its schema
MODELINE = f"# yaml-language-server: $schema={BESIDE}\n"  # by which editors complete keys and explain them

_BARE = ("claimants", "sources", "kinds", "events")  # an id alone declares one

_ID = r"""^(?![Cc][Cc][0-9]{3}$)[^\s,\[\]{}"'@]+$"""
_YES_OR_NO = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
# {1960, 1961}, which YAML takes for keys without values.
_BRACES: Schema = {"additionalProperties": {"type": "null"}, "minProperties": 1}
_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": "."}


def corpus_schema() -> Schema:
    """The schema of a file of a corpus; every key has a description and an example."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"claimcheck corpus, format {FORMAT}",
        "description": "A file of a corpus of dated claims: sections that map ids to entries.",
        "type": "object",
        "properties": {
            **{key: _described(field, _of_top(key)) for key, field in TOP.items()},
            **{section: _described(CONTENTS[section], _section(section)) for section in SECTIONS},
        },
        "additionalProperties": False,
        "definitions": {
            "text": _TEXT,
            "texts": _one_or_more(_ref("text")),
            "date": _date(),
            "dates": _one_or_more(_ref("date")),
            "part": _entry(PART),
            "bare-part": _entry(BARE_PART),
            "record": _entry(RECORD),
            "coverage": _entry(COVERAGE),
            **{section: _entry(fields) for section, fields in SECTIONS.items()},
        },
    }


@cache
def corpus_schema_text() -> str:
    """The schema of a file of a corpus, as what stands beside it."""
    return schema_text(corpus_schema())


def schema_text(schema: Schema) -> str:
    """A schema as JSON text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _any(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _in_full(full: Schema, short: Schema, *, dated: bool = False) -> Schema:
    """A mapping, or what stands for it; so said that of a mapping its wrong key is named."""
    return {"if": {"type": "object", **({"not": _BRACES} if dated else {})}, "then": full, "else": short}


def _one_or_more(schema: Schema) -> Schema:
    return {"if": {"type": "array"}, "then": {"items": schema, "minItems": 1}, "else": schema}


def _described(field: Field, schema: Schema) -> Schema:
    """A schema with what the key is for; beside a reference, draft 7 sees nothing else."""
    if "$ref" in schema:
        schema = {"allOf": [schema]}
    return {
        "description": f"{field.summary[:1].upper()}{field.summary[1:]}.",
        "examples": [_plain(field.example)],
        **schema,
    }


def _plain(example: Example) -> Any:
    return dict(example) if isinstance(example, Mapping) else example


def _entry(fields: Fields, required: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": {name: _described(field, _value(field, fields)) for name, field in fields.items()},
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
    }


def _date() -> Schema:
    """A text; a set of EDTF in brackets or braces, which YAML takes for a list or for keys; `{as: …, read: …}`."""
    read = {
        "type": "object",
        "properties": {
            name: _described(field, _ref("date") if field.shape is Shape.DATE else _TEXT)
            for name, field in AS_READ.items()
        },
        "additionalProperties": False,
        "required": ["read"],
    }
    return _in_full({"if": _BRACES, "then": {}, "else": read}, _one_or_more(_TEXT))


def _value(field: Field, fields: Fields) -> Schema:
    """The schema of a key's value, by its shape; `fields` are the keys of the entry."""
    part = "bare-part" if fields is SECTIONS["bridges"] else "part"
    match field.shape:
        case Shape.TEXT | Shape.ID | Shape.CITATION | Shape.DURATION:
            return _ref("text")
        case Shape.TEXTS | Shape.IDS | Shape.NAMES:
            return _ref("texts")
        case Shape.FLAG:
            return _any({"enum": ["yes", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": _YES_OR_NO})
        case Shape.WORD:
            return {"enum": list(field.words)}
        case Shape.DATE:
            return _ref("date")
        case Shape.DATES:
            return _ref("dates")
        case Shape.ANSWERS:
            return _in_full({"additionalProperties": _part_or_date("part")}, _TEXT)
        case Shape.PARTS:
            return _one_or_more(_part_or_date(part) if field.name == "otherwise" else _ref(part))
        case Shape.RECORDS:
            return _one_or_more(_in_full(_ref("record"), _TEXT))
        case Shape.COVERAGE:
            return _one_or_more(_part_or_date("coverage"))
        case Shape.PAIRS | Shape.ENTRIES:
            return {"type": "object", "additionalProperties": _TEXT}
        case Shape.CALENDAR:
            reformed = {"type": "string", "pattern": "^julian-until "}
            return _any({"enum": list(CALENDARS)}, _entry(REFORM, REFORM), reformed)
        case Shape.YEAR_STYLE:
            return _any({"enum": list(YEAR_STYLES)}, _TEXT)


def _part_or_date(part: str) -> Schema:
    as_read = {"required": ["read"]}
    return _in_full({"if": as_read, "then": _ref("date"), "else": _ref(part)}, _ref("date"), dated=True)


def _section(section: str) -> Schema:
    entries = _entries(_short(section, _ref(section)))
    if section != "claims":
        return entries
    group = {
        **entries,
        "properties": {"with": {"description": "The keys that the claims under it share.", **_ref("claims")}},
    }
    return {"if": {"type": "array"}, "then": {"items": group}, "else": entries}


def _short(section: str, full: Schema) -> Schema:
    """An entry in full, or the text (or date) that stands for its chief key; of some, nothing but the id."""
    dated = SHORTHAND[section] == "when"
    short = _ref("date") if dated else _TEXT
    return _in_full(full, _any(short, {"type": "null"}) if section in _BARE else short, dated=dated)


def _entries(entry: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": entry}


def _of_top(key: str) -> Schema:
    match key:
        case "format":
            return {"enum": [FORMAT, int(FORMAT)]}
        case "defaults":
            return _entry(DEFAULTS)
        case "eras" | "terms":
            return _value(TOP[key], TOP)
        case "question":
            return _short("questions", _ref("questions"))
        case "record":
            return _entries(_short("record", _entry({**EVENT, **RECORD})))
        case _:
            return _ref("text")
