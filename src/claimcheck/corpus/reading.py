"""The way from a path to a corpus: files, nodes, shorthand, entries, checks; and every problem on the way.

Belongs here: the order of the steps, and what holds for the corpus as a whole. Does not belong here: any of
the steps. Nothing here raises on bad input.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from claimcheck.corpus.answers import Asked
from claimcheck.corpus.bibliography import cite, is_bibliography, read_bibliography
from claimcheck.corpus.builders import (
    build_claimant,
    build_figure,
    build_kind,
    build_question,
    build_source,
)
from claimcheck.corpus.checks import check
from claimcheck.corpus.draft import Draft, Entries, Written
from claimcheck.corpus.entries import Citation, Claim, Corpus, Entry, Source, Table
from claimcheck.corpus.events import build_event
from claimcheck.corpus.fields import SECTIONS, SINGULAR
from claimcheck.corpus.files import about_path, corpus_files, decode, read_file
from claimcheck.corpus.layout import Gap, read_yaml, spoil
from claimcheck.corpus.shorthand import Top, collect, full_entry
from claimcheck.corpus.statements import build_bridge, build_claims
from claimcheck.corpus.tables import read_csv, read_json_lines
from claimcheck.corpus.toplevel import (
    conventions_of_corpus,
    read_defaults,
    read_eras,
    read_format,
    read_terms,
    read_text_of_corpus,
    write_out,
)
from claimcheck.corpus.yaml_nodes import Mapping, Node, SourceFile, many_objects
from claimcheck.diagnostics import Diagnostic, Severity

# What leaves nothing to report on: the exit code for unreadable input, if nothing else was read.
UNREADABLE = frozenset(("CC001", "CC002", "CC003", "CC004", "CC005", "CC006", "CC007", "CC011"))


def read_corpus(path: Path, without: Path | None = None) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus at a path, and all that is wrong with it, in the order of files and lines.

    `path` is a folder or a single file; `without` a file of it that is left out. Never raises on bad input. An
    entry with an error is left out, and what refers to it does not complain again; everything sound is in the
    corpus.
    """
    with many_objects():
        draft = Draft()
        files = corpus_files(path, draft.found)
        if _has_errors(draft.found):
            draft.lost.update((*SECTIONS, "through"))  # nobody knows what stands in what could not be opened
        texts = {str(file): read_file(file, draft.found) for file in files if file != without}
        return _read(draft, path, texts)


def read_text_as_corpus(text: str, name: str) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus that a text is, as if it stood in a file of that name; else as `read_corpus`."""
    with many_objects():
        draft = Draft()
        return _read(draft, Path(name), {name: decode(name, text.encode("utf-8", "replace"), draft.found)})


def _read(draft: Draft, path: Path, files: dict[str, SourceFile | None]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus of these files, by their names; None is one that could not be opened."""
    tops: dict[str, list[Top]] = {}
    for file in files.values():
        if file is None:
            draft.lost.update((*SECTIONS, "through"))
            continue
        if is_bibliography(file.name):
            read_bibliography(draft, file)
            continue
        root, gaps = _read_nodes(draft, file)
        if gaps:
            draft.mended.add(file.name)
        collect(draft, file, root, tops)
        spoil(draft, file, gaps)
    corpus = _build(draft, tops)
    if not corpus.claims and not _has_errors(draft.found):
        draft.found.append(
            about_path(
                "CC010",
                path,
                "the corpus has no claims",
                "write at least one under `claims:`, as WHO: WHEN",
            )
        )
    order = {name: number for number, name in enumerate(files)}
    found = sorted(
        _once_for_each_place(draft.found),
        key=lambda one: (
            order.get(one.position.file, -1),
            one.position.file,
            one.position.line,
            one.position.column,
            one.code,
        ),
    )
    return corpus, tuple(found)


def _once_for_each_place(found: list[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once; what YAML has no right to at a place is the only thing said of that place."""
    refused = {one.position for one in found if one.code == "CC029"}
    return [one for one in dict.fromkeys(found) if one.code == "CC029" or one.position not in refused]


def exit_code(corpus: Corpus, diagnostics: tuple[Diagnostic, ...]) -> int:
    """The exit code that reading alone gives: 0, 1 for errors, 2 where the input could not be read at all."""
    if not _has_errors(diagnostics):
        return 0
    nothing = not (corpus.claims or corpus.events or corpus.questions or corpus.sources)
    return 2 if nothing and any(one.code in UNREADABLE for one in diagnostics) else 1


def _has_errors(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)


def _read_nodes(draft: Draft, file: SourceFile) -> tuple[Node | None, list[Gap]]:
    if file.name.endswith(".csv"):
        root, gaps, draft.rows[file.name] = read_csv(file, draft.found)
        return root, gaps
    if file.name.endswith(".jsonl"):
        return read_json_lines(file, draft.found)
    return read_yaml(file, draft.found)


def _build(draft: Draft, tops: dict[str, list[Top]]) -> Corpus:
    """The entries of the draft, section by section in the order of their references; then what holds for all."""
    read_format(draft, tops)
    title = read_text_of_corpus(draft, tops, "title")
    background = read_text_of_corpus(draft, tops, "background")
    plain = read_text_of_corpus(draft, tops, "plain")
    terms = read_terms(draft, tops)
    defaults = read_defaults(draft, tops)
    relay = defaults.through
    eras = read_eras(draft, tops, defaults)
    draft.conventions = conventions_of_corpus(defaults, eras)
    write_out(draft, tops, relay)
    cite(draft)

    claimants = _entries(draft, "claimants", build_claimant)
    draft.names = {claimant.name: id for id, claimant in reversed(claimants.items()) if " " in claimant.name}
    sources = _entries(draft, "sources", build_source, draft.sources)
    kinds = _entries(draft, "kinds", build_kind)
    questions = _entries(draft, "questions", build_question)
    events = _entries(draft, "events", lambda draft, entry, node: build_event(draft, entry, node, relay))
    asked = draft.written["questions"]
    sole = next(iter(asked)) if len(asked) == 1 else None
    claims = _claims(draft, Asked(questions, len(asked), sole))
    bridges = _entries(draft, "bridges", build_bridge)
    figures = _entries(draft, "figures", build_figure)
    named = {id: source for id, source in draft.sources.items() if id not in draft.written["sources"]}
    entries = Entries(
        claimants={**claimants, **draft.named},
        sources=relayed({**sources, **named}, relay),
        kinds=kinds,
        events=events,
        questions=questions,
        claims=claims,
        bridges=bridges,
        figures=figures,
    )
    check(draft, entries)
    return Corpus(
        title=title,
        background=background,
        plain=plain,
        terms=terms,
        defaults=defaults,
        eras=eras,
        library=frozenset(draft.library),
        tables=_tables(draft, entries),
        **entries.by_section(),
    )


def _tables(draft: Draft, entries: Entries) -> tuple[Table, ...]:
    """The tables that were read, each with how many rows it has and how many of them became claims."""
    claims = dict.fromkeys(draft.rows, 0)
    for id, entry in draft.written["claims"].items():
        if entry.file.name in claims and any(one in entries.claims for one in draft.split.get(id, (id,))):
            claims[entry.file.name] += 1
    return tuple(Table(file=name, rows=rows, claims=claims[name]) for name, rows in draft.rows.items())


_E = TypeVar("_E", bound=Entry)


def _entries(
    draft: Draft,
    section: str,
    build: Callable[[Draft, Written, Mapping], _E | None],
    all_built: dict[str, _E] | None = None,
) -> dict[str, _E]:
    """The sound entries of a section, in the order of the files; those with errors too go into `all_built`.

    A source with an error still settles the calendar and the authors of what stands in it.
    """
    found: dict[str, _E] = {}
    for id, entry in draft.written[section].items():
        node = _begin(draft, section, entry)
        if node is None:
            continue
        built = build(draft, entry, node)
        if built is not None and all_built is not None:
            all_built[id] = built
        if draft.faulty:
            draft.spoiled[section].add(id)
        elif built is not None:
            found[id] = built
    return found


def _begin(draft: Draft, section: str, entry: Written) -> Mapping | None:
    """Turns to an entry; None, and a diagnostic, if it is neither a text nor a mapping."""
    draft.owner = (section, entry.id)
    draft.faulty = entry.id in draft.spoiled[section]
    node = full_entry(section, entry)
    if node is None:
        draft.spoiled[section].add(entry.id)
        draft.report_node(
            entry.file,
            "CC104",
            entry.node,
            f"the {SINGULAR[section]} `{entry.id}` is a list",
            "write its keys under it, each on a line of its own",
        )
    return node


def _claims(draft: Draft, asked: Asked) -> dict[str, Claim]:
    """The claims by id; one that answers several questions becomes several, CLAIM/QUESTION."""
    found: dict[str, Claim] = {}
    for id, entry in draft.written["claims"].items():
        node = _begin(draft, "claims", entry)
        if node is None:
            continue
        built = build_claims(draft, entry, node, asked)
        if draft.faulty:
            draft.spoiled["claims"].add(id)
        else:
            found.update((claim.id, claim) for claim in built)
            if len(built) != 1 or built[0].id != id:
                draft.split[id] = tuple(claim.id for claim in built)
    return found


def relayed(sources: dict[str, Source], relay: Citation | None) -> dict[str, Source]:
    """Sources, those without a `through` of their own having come through the relay of the corpus.

    The relay did not come through itself, nor did what it came through.
    """
    if relay is None:
        return sources
    apart: set[str] = set()
    step: str | None = relay.source
    while step is not None and step not in apart:
        apart.add(step)
        source = sources.get(step)
        step = source.through.source if source is not None and source.through is not None else None
    return {
        id: source if source.through is not None or id in apart else source.model_copy(update={"through": relay})
        for id, source in sources.items()
    }
