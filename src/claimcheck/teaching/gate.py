"""The gate: what no exercise may do, whatever its type, a clause each. What fails one reaches no sheet.

Belongs here: the clauses, tested on drafts. Does not belong here: the rules of one type (see `types`), whether a
key is right (the engine's verdicts are).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.corpus.entries import Corpus
from claimcheck.report.blocks import Block, Group, Item, Listing
from claimcheck.teaching.items import Draft, InOrder, ItemType, Labelled, OneRight, Open, Option, Pairs
from claimcheck.teaching.material import Material
from claimcheck.teaching.wording import UNPLAIN, has_words_of, is_foreign, texts_of, words_in

_OF_A_MAN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_GLOSSED = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]")


def is_fit(material: Material, draft: Draft) -> bool:
    """Whether an exercise may stand on a sheet."""
    return not any(clause(material, draft) for clause in CLAUSES)


def says_its_answer(material: Material, draft: Draft) -> bool:
    """The answer stands in the stem, in whatever spelling; unless every option stands there to be chosen from."""
    stem = [draft.ask, *_material(draft)]
    match draft.solution:
        case OneRight(right, wrong) if (
            draft.type is not ItemType.CONFLICT
        ):  # whose options are letters of the stem
            found = [any(has_words_of(option.text, text) for text in stem) for option in (right, *wrong)]
            return found[0] and not all(found)
        case Pairs(pairs):
            return any(
                has_words_of(option.text, text) for prompt, option in pairs for text in (prompt.text, *stem)
            )
        case InOrder(entries):
            return draft.type is ItemType.SEQUENCE and not any(
                material.needs_working_out(material.dating[entry.ref].when) for entry in entries
            )
    return False


def has_equal_options(material: Material, draft: Draft) -> bool:
    """Two options are one in another spelling or another order of words."""
    for options in _option_lists(draft):
        told = [sorted(words_in(option.text)) for option in options]
        if any(one in told[:place] for place, one in enumerate(told)):
            return True
    return False


def has_idle_labels(material: Material, draft: Draft) -> bool:
    """In a sorting, a label belongs to nothing, or all belongs to one."""
    match draft.solution:
        case Labelled(_, labels, right):
            return len(labels) < 2 or set(right) != set(range(len(labels)))
    return False


def has_unnamed_distractors(material: Material, draft: Draft) -> bool:
    """A wrong option of which the key could not say what misleads to it."""
    match draft.solution:
        case OneRight(_, wrong):
            return any(not option.slip for option in wrong)
        case Pairs(_, extra):
            return any(not option.slip for option in extra)
    return False


def takes_a_body_for_a_man(material: Material, draft: Draft) -> bool:
    """Something is asked of a claimant as of a man: it may be a body, a newspaper, or a woman."""
    labels = draft.solution.labels if isinstance(draft.solution, Labelled) else ()
    texts = (draft.instruction, draft.ask, *draft.further, *(label.text for label in labels))
    quoted = {text for entry in material.corpus.questions.values() for text in (entry.ask, entry.plain) if text}
    return any(_OF_A_MAN.search(_without(text, quoted)) for text in texts)


def asks_of_the_unstated(material: Material, draft: Draft) -> bool:
    """It is about a source of which nothing is stated."""
    return not all(is_stated(material.corpus, source) for source in draft.sources)


def is_stated(corpus: Corpus, source: str) -> bool:
    """Whether anything is stated of a source besides a name: of when it is, of what kind, on what it rests."""
    entry = corpus.sources.get(source)
    return entry is not None and bool(
        entry.issued or entry.dated or entry.opened or entry.type or entry.rests_on or entry.independent_of
    )


def keys_the_arguable(material: Material, draft: Draft) -> bool:
    """It keys a verdict that depends on a reading or a bridge."""
    return any(not material.is_clean(a, b) for a, b in _keyed_pairs(material, draft))


def keys_both_true_against_givens(material: Material, draft: Draft) -> bool:
    """Of two claims it keys that both can be true, though a `given` or a `from` may set them at odds."""
    if draft.type is not ItemType.QUESTION or not isinstance(draft.solution, Labelled):
        return False
    claims = material.corpus.claims
    for prompt, number in zip(draft.solution.prompts, draft.solution.right, strict=True):
        pair = [claims[id] for id in prompt.ref.split("+")]
        if draft.solution.labels[number].ref == "different" and any(
            claim.given or any(part.start is not None for part in claim.statements) for claim in pair
        ):
            return True
    return False


def prefers_what_is_ruled_out(material: Material, draft: Draft) -> bool:
    """A model answer prefers a claim that the record rules out."""
    return any(sample.prefers & (draft.key.ruled_out | material.ruled_out) for sample in draft.key.samples)


def lacks_plain_wording(material: Material, draft: Draft) -> bool:
    """A text is shown that has no plain wording where one is wanted, or no translation."""
    return any(UNPLAIN in text for text in _all_texts(draft))


def shows_ids(material: Material, draft: Draft) -> bool:
    """An id, an @id, or the place of something in a source stands on the sheet."""
    if any(item.place for block in draft.blocks for item in _items(block)):
        return True
    return any(
        re.search(r"(?<!\w)@\w", text) or not material.odd_ids.isdisjoint(re.findall(r"[\w./-]*\w", text))
        for text in _all_texts(draft)
    )


def leaves_foreign_words(material: Material, draft: Draft) -> bool:
    """Foreign words stand on the sheet and no translation beside them, in brackets."""
    return any(is_foreign(_GLOSSED.sub("", text)) and not _GLOSSED.search(text) for text in _all_texts(draft))


CLAUSES = (
    says_its_answer,
    has_equal_options,
    has_idle_labels,
    has_unnamed_distractors,
    takes_a_body_for_a_man,
    asks_of_the_unstated,
    keys_the_arguable,
    keys_both_true_against_givens,
    prefers_what_is_ruled_out,
    lacks_plain_wording,
    shows_ids,
    leaves_foreign_words,
)


# What a draft prints.


def _material(draft: Draft) -> list[str]:
    return [text for block in draft.blocks for text in texts_of(block)]


def _option_lists(draft: Draft) -> Iterator[tuple[Option, ...]]:
    match draft.solution:
        case OneRight(right, wrong):
            yield (right, *wrong)
        case Pairs(pairs, extra):
            yield tuple(prompt for prompt, _ in pairs)
            yield (*(option for _, option in pairs), *extra)
        case Labelled(prompts, labels):
            yield prompts
            yield labels
        case InOrder(entries):
            yield entries


def _all_texts(draft: Draft) -> list[str]:
    options = (option.text for found in _option_lists(draft) for option in found)
    return [draft.instruction, draft.ask, *draft.further, *_material(draft), *options]


def _items(block: Block) -> Iterator[Item]:
    match block:
        case Listing(items):
            yield from items
        case Group(blocks=blocks):
            for inner in blocks:
                yield from _items(inner)


def _without(text: str, quoted: set[str]) -> str:
    for own in quoted:
        text = text.replace(" ".join(own.split()), "")
    return text


def _keyed_pairs(material: Material, draft: Draft) -> Iterator[tuple[str, str]]:
    """The pairs of claims of which a verdict is keyed."""
    if draft.type in (ItemType.QUESTION, ItemType.CORROBORATION) and isinstance(draft.solution, Labelled):
        for prompt in draft.solution.prompts:
            ids = prompt.ref.split("+")
            if len(ids) == 2:
                yield ids[0], ids[1]
    elif draft.type is ItemType.SETTLE and not isinstance(draft.solution, Open):
        yield draft.about[0], draft.about[1]
