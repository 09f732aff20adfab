"""A corpus drafted from prose: what is said is quoted with its place, and nothing is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli.main import app
from claimcheck.convert.article import drafted_corpus, sentences_of
from claimcheck.corpus.reading import read_corpus

# Each sentence with a mark: + says something that a corpus could hold, - does not. Marked before the first run.
ABBEY = """\
The Fire in the Choir

- It was a cold night, and nobody slept. + According to Gerald, the choir burnt in the winter of 1185/86.
+ J. H. Stubbs argues that the annalist, who wrote c. 1210, meant 1185. + However, the roll was lost until 1744.
- Nothing of the timber is left. + The next day the abbot wrote to the king.

+ Several historians state that the monks had 60 marks. - Such things were common then.
+ Abbot Hugh died on 24 June 1190. - Everything else is guesswork.
"""
RUSSIAN = """\
+ По мнению В. П. Наумова, вопрос был поднят в конце октября 1955 года. + Однако до января 1956 года речь шла о другом.
- Споры об этом продолжаются. + Н. А. Барсуков утверждал, что доклад одобрили лишь 13 февраля 1956 г.
- Так считалось долго. + Другие историки называют 31 декабря 1955 года.
+ Через два дня текст разослали. + Из 237 412 дел пересмотрели немногие.
"""
BRIDGE = """\
- The old bridge is loved by all. + The Chronicle says that it was built between 1201 and 1204, "not before the flood".
+ Mr. Knowles, in his memoirs, dates it to the reign of King John. + He adds that the builder was a monk.
- Tolls were high. + On 3 May a cart fell into the river. + The town council approved a new one in the 1850s.
- Perhaps that was wise.
"""


def _marked(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """The text without its marks, a paragraph to a line, and its sentences with what is expected of each."""
    expected = [
        (match[2].strip(), match[1] == "+") for match in re.finditer(r"([+-]) ((?:(?! [+-] )[^\n])+)", text)
    ]
    return "\n".join(re.sub(r"(?:^| )[+-] ", " ", line).strip() for line in text.splitlines()) + "\n", expected


@pytest.mark.parametrize(
    ("text", "found", "missed", "falsely"), [(ABBEY, 6, 0, 0), (RUSSIAN, 6, 0, 1), (BRIDGE, 5, 0, 0)]
)
def test_sentences_found_missed_and_falsely_drafted(text: str, found: int, missed: int, falsely: int) -> None:
    plain, expected = _marked(text)
    sentences = sentences_of(plain)
    assert [sentence.text for sentence in sentences] == [words for words, _ in expected]
    drafted = [sentence.is_drafted for sentence in sentences]
    wanted = [says for _, says in expected]
    assert sum(a and b for a, b in zip(drafted, wanted, strict=True)) == found
    assert sum(b and not a for a, b in zip(drafted, wanted, strict=True)) == missed
    assert sum(a and not b for a, b in zip(drafted, wanted, strict=True)) == falsely


def test_dates_claimants_and_what_is_carried_on(tmp_path: Path) -> None:
    sentences = {
        sentence.text[:20]: sentence for text in (ABBEY, RUSSIAN) for sentence in sentences_of(_marked(text)[0])
    }
    gerald = sentences["According to Gerald,"]
    assert gerald.dates == ("winter of 1185/86",)
    stubbs = sentences["J. H. Stubbs argues "]
    assert (stubbs.by, stubbs.dates) == ("J. H. Stubbs", ("c. 1210", "1185"))
    however = sentences["However, the roll wa"]
    assert (however.by, however.carried, however.dates) == ("J. H. Stubbs", True, ("until 1744",))
    assert sentences["The next day the abb"].relative == ("The next day",)
    assert sentences["По мнению В. П. Наум"].by == "В. П. Наумова"
    assert sentences["Н. А. Барсуков утвер"].dates == ("13 февраля 1956 г",)


def test_a_surname_is_a_name_where_the_article_gives_it_in_full() -> None:
    """And a title that asks is no paragraph; what stands within a date lacks no year."""
    text = (
        "Who crossed first?\n\nThe abbot, Hugh Mason, built it. In 1210 Mason stated that it was new, but Gerald denied it."
        " Others, notably Ann Lee, hold that it was not. She adds that the toll was 3 pence.\n\n"
        "Он открыт 25 апреля (7 мая) 1895 года.\n"
    )
    found = sentences_of(text)
    assert [(one.paragraph, one.number, one.by) for one in found] == [
        *((1, 1, None), (1, 2, "Mason"), (1, 3, "Ann Lee"), (1, 4, "Ann Lee"), (2, 1, None)),
    ]
    assert (found[-1].dates, found[-1].relative) == (("25 апреля (7 мая) 1895 года",), ())


def test_the_draft_is_accepted_and_states_nothing(tmp_path: Path) -> None:
    article = tmp_path / "fire.txt"
    article.write_text(_marked(ABBEY)[0], encoding="utf-8")
    done = CliRunner().invoke(app, ["new", "--from", str(article), str(tmp_path / "case")])
    assert done.exit_code == 0, done.stderr
    corpus, diagnostics = read_corpus(tmp_path / "case")
    assert diagnostics == ()
    assert all(claim.statements == () and claim.quote for claim in corpus.claims.values())
    assert list(corpus.claims)[:2] == ["p1-s2", "p2-s1"]
    assert corpus.claims["p2-s1"].locator == "par. 2, s. 1"
    text = (tmp_path / "case" / "corpus.yaml").read_text(encoding="utf-8")
    assert "    # by: J. H. Stubbs   # ? reported\n    # answers: ?\n    # when: c. 1210\n" in text


def test_a_text_that_says_nothing_makes_no_corpus(tmp_path: Path) -> None:
    article = tmp_path / "x.txt"
    article.write_text("it was cold.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["new", "--from", str(article), str(tmp_path / "case")])
    assert (done.exit_code, (tmp_path / "case").exists()) == (2, False)


@pytest.mark.parametrize("words", ['He said: "1204" #1 {x} \\ @y.', "В 1204 году: «да» - `z`."])
def test_any_sentence_is_quoted_as_it_is(tmp_path: Path, words: str) -> None:
    text, _, drafted = drafted_corpus(f"Title: of 'it'\n\n{words}\n", "x")
    (tmp_path / "corpus.yaml").write_text(text, encoding="utf-8")
    corpus, diagnostics = read_corpus(tmp_path)
    assert (drafted, diagnostics) == (1, ())
    assert [claim.quote for claim in corpus.claims.values()] == [words]
