"""The full form: sections of entries, and what their keys become."""

from __future__ import annotations

from pathlib import Path

from corpus_reading import read

HEAD = """\
questions:
  crossed: {ask: When was it crossed?, first: crossing}
  builder: {ask: Who built it?, role: builder, of: bridge}
  ever: {ask: Was it ever crossed?, whether: crossing}
kinds:
  crossing: {label: somebody crosses it}
  siege: {label: a siege, presupposes: crossing}
events:
  flood: {label: the flood, kinds: siege, when: 3 May 1204, record: annals 12}
  feast: {label: the feast, when: 5 May 1204, record: annals 13}
sources:
  annals: {type: study, author: [monk, Brother Giles], title: Annals}
"""


def test_a_joint_statement_is_one_claim_of_several_claimants(tmp_path: Path) -> None:
    corpus = read(tmp_path, HEAD + "claims:\n  both: {by: [king, queen], answers: crossed, when: 1204}\n").corpus
    assert corpus.claims["both"].by == ("king", "queen")


def test_without_by_the_author_of_the_source_makes_the_claim(tmp_path: Path) -> None:
    corpus = read(tmp_path, HEAD + "claims:\n  c: {in: annals 480, answers: crossed, when: 1204}\n").corpus
    assert corpus.claims["c"].by == ("monk", "Brother-Giles")
    assert corpus.claimants["Brother-Giles"].name == "Brother Giles"
    assert (corpus.claims["c"].source, corpus.claims["c"].locator) == ("annals", "480")


def test_without_an_author_a_declared_source_makes_the_claim(tmp_path: Path) -> None:
    text = HEAD + "  rolls: {title: The Rolls}\nclaims:\n  c: {in: rolls m. 2, answers: crossed, when: 1204}\n"
    corpus = read(tmp_path, text).corpus
    assert corpus.claims["c"].by == ("rolls",)
    assert corpus.claimants["rolls"].name == "The Rolls"


def test_a_free_text_source_is_no_claimant(tmp_path: Path) -> None:
    text = HEAD + "claims:\n  c: {in: 'Pravda, 5 March 1953', answers: crossed, when: 1204}\n"
    corpus = read(tmp_path, text).corpus
    assert corpus.claims["c"].by == ("c",)
    assert corpus.sources["Pravda-5-March-1953"].title == "Pravda, 5 March 1953"
    assert corpus.claims["c"].locator is None


def test_where_claimants_are_declared_a_text_with_spaces_is_a_name(tmp_path: Path) -> None:
    text = HEAD + "claimants:\n  monk: a monk\nclaims:\n  c: {by: the old king, answers: crossed, when: 1204}\n"
    found = read(tmp_path, text)
    assert found.printed == ""
    assert found.corpus.claimants["the-old-king"].name == "the old king"


def test_the_name_of_a_declared_claimant_is_that_claimant(tmp_path: Path) -> None:
    text = (
        HEAD + "claimants:\n  king: the old king\nclaims:\n  c: {by: the old king, answers: crossed, when: 1204}\n"
    )
    assert read(tmp_path, text).corpus.claims["c"].by == ("king",)


def test_where_claimants_are_declared_an_unknown_id_is_an_error(tmp_path: Path) -> None:
    text = HEAD + "claimants:\n  monk: a monk\nclaims:\n  c: {by: munk, answers: crossed, when: 1204}\n"
    found = read(tmp_path, text)
    assert found.only.code == "CC201"
    assert "`monk`" in found.only.remedy


def test_parts_may_be_stated_without_a_question(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
claims:
  a: {event: flood, when: 3 May 1204, extent: throughout}
  b: {kind: siege, when: 1204, or-when: 1205, not-when: May 1204}
  c: {none: crossing, when: 1204}
  d: {role: builder, of: bridge, value: a monk, from: 1203}
""",
    ).corpus
    a, b, c, d = (corpus.claims[id].statements[0] for id in "abcd")
    assert (a.event, a.extent) == ("flood", "throughout")
    assert b.kind == "siege" and b.or_when[0].text == "1205" and b.not_when is not None
    assert c.none == "crossing"
    assert (d.role, d.of, d.value) == ("builder", "bridge", ("a monk",)) and d.start is not None


def test_a_question_and_the_event_meant_may_stand_together(tmp_path: Path) -> None:
    corpus = read(tmp_path, HEAD + "claims:\n  c: {answers: crossed, event: flood, when: 1204}\n").corpus
    statement = corpus.claims["c"].statements[0]
    assert (statement.question, statement.event, statement.first) == ("crossed", "flood", None)


def test_answers_as_a_mapping_makes_a_claim_for_each_question(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
claims:
  c:
    says: They crossed it in 1204, and a monk built it.
    answers:
      crossed: 1204
      builder: {value: a monk}
  d: {reports: c, says: So the king is told.}
""",
    ).corpus
    assert list(corpus.claims) == ["c/crossed", "c/builder", "d"]
    assert corpus.claims["c/builder"].statements[0].value == ("a monk",)
    assert corpus.claims["c/crossed"].source == corpus.claims["c/builder"].source
    assert corpus.claims["d"].reports == ("c/crossed", "c/builder")


def test_also_adds_parts_and_otherwise_replaces_the_date(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
claims:
  a: {answers: crossed, when: 1203}
  c:
    answers: crossed
    when: 1204
    also: {none: siege, when: 1205}
    given: a
    otherwise: 1206
""",
    ).corpus
    claim = corpus.claims["c"]
    assert [statement.none for statement in claim.statements] == [None, "siege"]
    (otherwise,) = claim.otherwise
    assert otherwise.question == "crossed" and otherwise.when is not None and otherwise.when.text == "1206"


def test_grouped_claims_share_keys_and_keep_their_own(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
claims:
  - with: {in: annals 480, answers: crossed}
    dies: 1204
    reigns: {when: 7 years and 3 months after @flood, in: annals 481}
  - alone: {answers: crossed, when: 1205}
""",
    ).corpus
    assert [(claim.id, claim.locator) for claim in corpus.claims.values()] == [
        ("dies", "480"),
        ("reigns", "481"),
        ("alone", None),
    ]


def test_a_claim_that_only_says_something_has_no_statements(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "claims:\n  c: {says: The bridge was fair.}\n")
    assert found.printed == ""
    assert found.corpus.claims["c"].statements == ()


def test_a_claim_that_rejects_the_question_needs_no_date(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "claims:\n  c: {answers: crossed, stance: rejects}\n")
    assert found.printed == ""
    assert found.corpus.claims["c"].stance == "rejects"


def test_whether_is_answered_by_yes_or_no_in_any_spelling(tmp_path: Path) -> None:
    corpus = read(tmp_path, HEAD + "claims:\n  c: {answers: ever, value: NO}\n").corpus
    assert corpus.claims["c"].statements[0].value == ("no",)


def test_records_in_a_list_have_ids_and_dates_of_their_own(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
  deed: {type: archival, title: The deed}
claims:
  c: {event: fair, when: 1204}
figures:
  toll: {says: 12 of 40 paid, part: 12, whole: "40"}
""",
        files={
            "more.yaml": """\
            events:
              fair:
                when: 5 May 1204
                record:
                  - annals 13
                  - {in: deed 2, when: 6 May 1204, first: siege}
            """
        },
    ).corpus
    first, second = corpus.events["fair"].records
    assert (first.id, first.source, first.basis) == ("fair/1", "annals", "narrated")
    assert (second.id, second.basis, second.first) == ("fair/2", "documented", "siege")
    assert first.when is not None and first.when.text == "5 May 1204"
    assert second.when is not None and second.when.text == "6 May 1204"
    assert corpus.figures["toll"].numbers == (("part", "12"), ("whole", "40"))


def test_an_undated_event_with_a_record_attests_existence(tmp_path: Path) -> None:
    text = HEAD.replace("events:\n", "events:\n  fire: {record: annals 3}\n") + "claims:\n  c: {says: words}\n"
    found = read(tmp_path, text)
    assert found.printed == ""
    (record,) = found.corpus.events["fire"].records
    assert (record.when, record.locator) == (None, "3")


def test_bridges_take_their_five_forms(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
claims:
  c: {says: words alone}
bridges:
  a: {same: [flood, feast]}
  b: {order: [flood, feast]}
  d: {permanent: builder}
  e: {narrower: siege, broader: crossing}
  f: {from: flood, to: feast, takes: 3 days, says: Three days.}
""",
    ).corpus
    assert corpus.bridges["a"].same == ("flood", "feast")
    assert corpus.bridges["d"].permanent == "builder"
    takes = corpus.bridges["f"].takes
    assert takes is not None and takes.text == "3 days"


def test_the_nearest_calendar_wins(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        """\
        defaults: {calendar: julian}
        question: When was it crossed?
        sources:
          letters: {title: Letters, calendar: gregorian}
        claims:
          a: 3 May 1704
          b: {in: letters 3, when: 3 May 1704}
          c: {in: letters 3, when: 3 May 1704, calendar: julian}
        """,
    ).corpus
    a, b, c = (corpus.claims[id].statements[0].when for id in "abc")
    assert a is not None and b is not None and c is not None
    assert a.when == c.when
    assert a.when != b.when


def test_sources_keep_bibliographic_fields_and_coverage(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        HEAD
        + """\
  rolls:
    type: archival
    publisher: The Abbey
    covers: {when: 1200/1210, kinds: siege}
    opened: 1990
    rests-on: annals
    independent-of: annals
claims:
  c: {says: words alone}
""",
    ).corpus
    rolls = corpus.sources["rolls"]
    assert rolls.csl == (("publisher", "The Abbey"),)
    assert rolls.covers[0].kinds == ("siege",)
    assert rolls.opened is not None and rolls.opened.text == "1990"
