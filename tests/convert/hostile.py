"""A small corpus whose texts are such as other programs obey, and a way to examine any corpus."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

TEXTS = (
    "=1+1",
    "+7 (495)",
    "-2+3",
    "@SUM(A1:A9)",
    'He said "no", and; left',
    "a|b\\c *d* _e_ `f` #g $h$ %i ~j^",
    "<script>alert(1)</script> &amp; <b>bold",
    "{{ x }} {% raw %} {curly} [square](link)",
    "}, @article{x, title={y}",
    "line one\nline two",
    "司馬遷 📜 Émile Žižka",
    "turn\u202ered\u2066 \u200fround",
    "\\end{document} \\input{x}",
    "// #tag section\ngroup: 1900",
    "'apostrophe first",
    "_x0041_ null",
    '<http://example.org/> a \'b\' . """c""" ^^<d>',
)


def corpus_of(texts: tuple[str, ...] = TEXTS) -> str:
    """A corpus in which each text is a claimant's name, what he says, a quote, a note and a title."""
    quoted = [json.dumps(text, ensure_ascii=False) for text in texts]
    claimants = "".join(f"  c{n}: {{name: {text}, interest: {text}}}\n" for n, text in enumerate(quoted))
    sources = "".join(
        f"  s{n}: {{type: study, title: {text}, author: c{n}, publisher: {text}, issued: {1900 + n}}}\n"
        for n, text in enumerate(quoted)
    )
    claims = "".join(
        f"  k{n}: {{by: c{n}, in: s{n} p. {n}, answers: crossed, when: {n + 1} May 1901, says: {text}, "
        f"quote: {text}, note: {text}}}\n"
        for n, text in enumerate(quoted)
    )
    return (
        f"title: {quoted[0]}\nclaimants:\n{claimants}"
        f"sources:\n  ledger: {{type: archival}}\n{sources}"
        f"kinds: {{crossing: {quoted[6]}}}\n"
        f"events:\n  toll: {{label: {quoted[5]}, kinds: crossing, when: 2 May 1901, record: ledger f. 3}}\n"
        f"  other: {{label: {quoted[5]}}}\n"
        f"questions:\n  crossed: {{ask: {quoted[4]}, first: crossing}}\nclaims:\n{claims}"
        f"bridges:\n  one: {{says: {quoted[8]}, same: [toll, other]}}\n"
    )


def examined(text: str, perspective: Perspective | None = None) -> Examination:
    """What is found about the corpus of a text, which has no errors."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "corpus.yaml"
        file.write_text(text, encoding="utf-8")
        corpus, diagnostics = read_corpus(file)
    assert [found.message for found in diagnostics if found.severity is Severity.ERROR] == []
    return examine(corpus, perspective)
