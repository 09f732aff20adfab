"""Whether a name is a noun ("the approval") or a clause ("the council approves the treaty"), and its number.

Belongs here: names of events and kinds with the sentences that they can stand in; who attests a record. Does not
belong here: what things are called (see `names`), sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from claimcheck.corpus.entries import Corpus, Event, Kind, Record
from claimcheck.engine.parts import target_asked
from claimcheck.report.words import names
from claimcheck.report.words.grammar import clause, is_plural, listed, quoted


def attesting(corpus: Corpus, record: Record) -> tuple[str, bool]:
    """Who attests a record, and whether the verb is in the plural: a document itself, of a work its authors.

    "The record" where the source has no name.
    """
    source = corpus.sources.get(record.source)
    if source is not None and source.author and record.basis == "narrated":
        return listed(names.person(corpus, id) for id in source.author), names.are_many(corpus, source.author)
    name = names.source(corpus, record.source) or "the record"
    return name, is_plural(name)


class Form(Enum):
    """What a name is in a sentence."""

    NOUN = "noun"  # the approval
    CLAUSE = "clause"  # the council approves the treaty
    UNSURE = "unsure"  # either, as far as anybody can tell without a dictionary; it stands in quotes


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, and what that is in a sentence."""

    text: str
    form: Form

    @property
    def subject(self) -> str:
        """As the subject or object of a sentence: "the approval", "that the council approves the treaty"."""
        match self.form:
            case Form.NOUN:
                return self.text
            case Form.CLAUSE:
                return f"that {self.text}"
            case Form.UNSURE:
                return f"the matter of {quoted(self.text)}"

    @property
    def object(self) -> str:
        """Behind a preposition: "the approval", "“the council approves the treaty”"."""
        return self.text if self.form is Form.NOUN else quoted(self.text)


def event_named(corpus: Corpus, id: str) -> Name:
    """An event by its short name or its label; one made for a question by that question."""
    return _named(corpus, corpus.events.get(id), id)


def event_met(corpus: Corpus, id: str) -> str:
    """An event by its name behind a preposition or before a verb; a clause stands in quotes there."""
    name = event_named(corpus, id)
    return quoted(name.text) if name.form is Form.CLAUSE else names.event(corpus, id)


def kind_named(corpus: Corpus, id: str) -> Name:
    """A kind by its short name or its label; one made for a question by that question."""
    return _named(corpus, corpus.kinds.get(id), id)


def _named(corpus: Corpus, entry: Event | Kind | None, id: str) -> Name:
    if entry is not None and entry.declared and (entry.short or entry.label):
        return _name(entry.short, entry.label)
    return _asked(corpus, id) or _name((entry.label if entry is not None else None) or names.words_of(id))


def record_named(corpus: Corpus, record: Record) -> Name:
    """What a record attests: its event, or a name of its own where the event has none but its question."""
    event = corpus.events.get(record.event)
    if record.own_name is not None and not (event is not None and event.declared and event.label):
        return _name(record.own_name)
    return event_named(corpus, record.event)


def end_named(corpus: Corpus, form: str, kind: str) -> tuple[Name, bool]:
    """The first or last of a kind, and whether the name says that it is: "the first raising of the issue".

    A clause is one of any; it does say so where a question is put in such words ("the bridge was first crossed").
    """
    name = kind_named(corpus, kind)
    if name.form is Form.NOUN and kind not in corpus.questions:
        return Name(f"the {form} {without_article(name.text)}", Form.NOUN), True
    for question in corpus.questions.values():
        found = _PUT.fullmatch(" ".join(question.ask.split())) if getattr(question, form) == kind else None
        if found is not None and found["which"] == form:
            return Name(f"{found['what']} {found['was']} {form} {found['rest']}", Form.CLAUSE), True
    return name, kind in corpus.questions


def without_article(noun: str) -> str:
    """A noun to be put behind another word: "the approval" as "approval"."""
    return _ARTICLE.sub("", noun, count=1)


_ARTICLE = re.compile(r"\A(?:the|an?|some)\s+", re.IGNORECASE)
_PUT = re.compile(
    r"When (?P<was>was|were) (?!the (?:first|last)\b|(?:it|he|she|they|this|that) )(?P<what>.+?) "
    r"(?P<which>first|last) (?P<rest>[^?]+)\?"
)


def _asked(corpus: Corpus, id: str) -> Name | None:
    """What a question asks for, where that was made with it: as in a corpus with one question."""
    question = corpus.questions.get(id)
    asked = target_asked(question) if question is not None else None
    if question is None or asked is None or asked.id != id:
        return None
    if len(corpus.questions) == 1:
        return Name("what is asked for", Form.NOUN)
    short = _name(question.short) if question.short else None
    return short if short and short.form is Form.NOUN else Name(f"what {quoted(question.ask)} asks for", Form.NOUN)


def _name(*texts: str | None) -> Name:
    """The first of the texts that is a noun; failing that, the first that is a clause."""
    stated = [clause(text) for text in texts if text]
    return min((Name(text, form_of(text)) for text in stated), key=lambda name: list(Form).index(name.form))


# Finite verbs of which chronicles are full; what is not among them is known by its ending and by what follows it.
_FINITE = re.compile(
    "is|are|was|were|has|have|had|does|do|did|can|could|may|might|will|would|shall|should|must|goes|comes|gives|takes|"
    "makes|puts|sets|lets|gets|says|tells|asks|becomes|begins|ends|opens|closes|meets|falls|dies|lives|leaves|returns|"
    "arrives|departs|writes|sends|reads|signs|speaks|proposes|approves|rejects|decides|resolves|orders|announces|"
    "publishes|prints|hears|learns|enters|crosses|reaches|reigns|marries|wins|loses|founds|builds|burns|sails|lands|"
    "rises|retires|resigns|appears|discusses|debates|raises"
)
_OF_PLURALS = re.compile(
    "go|come|give|take|make|begin|end|open|close|meet|fall|die|live|leave|return|arrive|depart|write|send|read|sign|"
    "speak|propose|approve|reject|decide|resolve|order|announce|publish|hear|learn|enter|cross|reach|rise"
)
_PLURALS = re.compile(r"people|men|women|they|we|\w{3,}[^su\W]s")
_DETERMINERS = re.compile("the|a|an|his|her|its|their|this|that|these|those|no|any|some|two|three")
_BEFORE_NOUNS = re.compile(
    "of|in|on|at|by|for|with|from|to|into|under|over|after|before|between|and|or|the|a|an|his|her|its|their|two|three|"
    "four|five|six|all|both|some|these|those|other",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\b(?:(?:on|in|by|of|to|from|with) )?(?:which|that|who|whose|whom|when|where)\b.*")
_JOINED = re.compile(r"[A-Z]\w+ and [A-Z]\w+ [a-z]+")  # "Odo and Hugo swear"
_RANKED = re.compile(r"first|last|second|third|\w+est")


def form_of(text: str) -> Form:
    """Whether a name is a noun or a clause, as far as its words show; only English is looked at.

    A finite verb makes a clause; words that may be one and may be a plural or a participle leave it unsure.
    """
    if re.search(r"[^\W\d_a-zA-ZÀ-ſ]", text):
        return Form.UNSURE
    words = re.findall(r"[\w’'-]+", _RELATIVE.sub("", text))
    is_unsure = bool(words[1:]) and re.fullmatch(r"[a-z]{3,}ed", words[-1]) is not None
    is_unsure |= any(not _BEFORE_NOUNS.fullmatch(found[0].split()[-1]) for found in _JOINED.finditer(text))
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        may_follow = not _BEFORE_NOUNS.fullmatch(before) and not before.endswith(("'s", "’s", "s'", "s’"))
        if _FINITE.fullmatch(word) and (may_follow or before in ("and", "or")):
            return Form.CLAUSE
        if _PLURALS.fullmatch(before) and _OF_PLURALS.fullmatch(word):
            return Form.CLAUSE
        if re.fullmatch(r"[a-z]{3,}[^su'’]s", word) and may_follow:
            if _DETERMINERS.fullmatch(after):
                return Form.CLAUSE
            is_unsure |= not _RANKED.fullmatch(before)
        elif _PLURALS.fullmatch(before) and word.islower() and not _BEFORE_NOUNS.fullmatch(word):
            is_unsure |= not word.endswith(("ed", "ing", "en"))
    return Form.UNSURE if is_unsure else Form.NOUN
