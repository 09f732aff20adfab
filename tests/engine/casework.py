"""Small corpora in the file syntax, examined: what the tests of the rules and of the oracle share.

Belongs here: the way from a text to findings, and looking results up by id. Does not belong here: any rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity, format_diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Conflict, Pair, Row
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective
from claimcheck.engine.verdicts import touching_claims
from claimcheck.examine import examine


@dataclass(frozen=True, slots=True)
class Case:
    """The findings of a small corpus, looked up by id."""

    findings: Examination

    def listed(self, a: str, b: str) -> Pair | None:
        """The pair of two claims named in file order; None if it is not listed."""
        return next((pair for pair in self.findings.pairs if (pair.a, pair.b) == (a, b)), None)

    def pair(self, a: str, b: str) -> Pair:
        """The pair of two claims, which must be listed."""
        found = self.listed(a, b)
        assert found is not None, f"no pair {a}, {b} among {[(p.a, p.b) for p in self.findings.pairs]}"
        return found

    def verdict(self, a: str, b: str) -> str:
        """How two claims stand to each other; "unlisted" where the pair is not listed."""
        found = self.listed(a, b)
        return "unlisted" if found is None else found.verdict.value

    def row(self, claim: str) -> Row:
        """The line-up of one claim."""
        return next(row for row in self.findings.rows if row.claim == claim)

    def standing(self, claim: str) -> str:
        """How a claim stands to the record."""
        return self.row(claim).verdict.value

    def bearing(self, claim: str) -> dict[str, str]:
        """What the records that bear on a claim do to it, by id."""
        return {id: does.value for id, does in self.row(claim).records}

    def conflicts(self) -> list[tuple[str, ...]]:
        """The members of every conflict."""
        return [conflict.members for conflict in self.findings.conflicts]

    def conflict(self, *members: str) -> Conflict:
        """The conflict of exactly these members, in any order."""
        return next(found for found in self.findings.conflicts if set(found.members) == set(members))


def corpus_of(*texts: str) -> Corpus:
    """The corpus in the texts, one file each. Fails if anything in them cannot be read."""
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            name = "corpus.yaml" if number == 0 else f"more-{number}.yaml"
            Path(folder, name).write_text(dedent(text), encoding="utf-8")
        corpus, diagnostics = read_corpus(Path(folder))
    errors = [format_diagnostic(found) for found in diagnostics if found.severity is Severity.ERROR]
    assert not errors, "\n".join(errors)
    return corpus


def pairs_of(inquiry: Inquiry) -> Iterator[Pair]:
    """Every pair of an inquiry of which there is something to say."""
    return (pair for one in touching_claims(inquiry) if (pair := one.tell()) is not None)


def case(
    *texts: str,
    trust: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    bridges: tuple[str, ...] = (),
    as_of: int | None = None,
    through: tuple[str, ...] = (),
) -> Case:
    """The findings on the corpus in the texts, from a perspective."""
    return Case(examine(corpus_of(*texts), Perspective(trust, without, bridges, as_of, through)))
