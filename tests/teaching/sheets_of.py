"""Exercises of a corpus, for tests: from a text or a case of the repository to drafts and sheets."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from casework import corpus_of

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.teaching.formats import Sheet
from claimcheck.teaching.items import Draft, Exercise, ItemType
from claimcheck.teaching.material import Material
from claimcheck.teaching.registry import drafts_of
from claimcheck.teaching.selection import Wishes, choose, drawn

_DRAFTS: dict[tuple[int, bool, int | None], tuple[Corpus, dict[ItemType, tuple[Draft, ...]]]] = {}
_MATERIAL: dict[tuple[int, bool, int | None], tuple[Corpus, Material]] = {}
CASES = Path(__file__).parents[2] / "claims"


@cache
def case(name: str) -> Corpus:
    """A case of the repository."""
    return read_corpus(CASES / name)[0]


def drafts(corpus: Corpus, *, plain: bool = False, as_of: int | None = None) -> dict[ItemType, tuple[Draft, ...]]:
    """All drafts that a corpus serves; worked out once for each."""
    key = (id(corpus), plain, as_of)
    if key not in _DRAFTS:
        made = drafts_of(material(corpus, plain, as_of))
        _DRAFTS[key] = (corpus, made)  # the corpus is kept, so that no other can have its id
    return _DRAFTS[key][1]


def material(corpus: Corpus, plain: bool = False, as_of: int | None = None) -> Material:
    """What exercises of a corpus are made from; one examination for each."""
    key = (id(corpus), plain, as_of)
    if key not in _MATERIAL:
        found = next(
            (m.findings for (c, _, year), (_, m) in _MATERIAL.items() if (c, year) == (id(corpus), as_of)), None
        )
        _MATERIAL[key] = (corpus, Material(corpus, found or examine(corpus, Perspective(as_of=as_of)), plain))
    return _MATERIAL[key][1]


def sheet(corpus: Corpus, wishes: Wishes | None = None, *, plain: bool = False) -> Sheet:
    """A sheet of a corpus."""
    chosen = choose(drafts(corpus, plain=plain), wishes or Wishes(), material(corpus, plain).weights)
    return Sheet(corpus.title or "a corpus", f"Version {(wishes or Wishes()).seed}", chosen.exercises)


def some(found: tuple[Draft, ...], most: int, seed: int) -> list[Exercise]:
    """At most so many exercises, drawn from drafts that lie all over the list."""
    rng = Random(seed)
    picked = rng.sample(found, min(most, len(found)))
    return [drawn(draft, rng) for draft in picked]


__all__ = ["CASES", "case", "corpus_of", "drafts", "material", "sheet", "some"]
