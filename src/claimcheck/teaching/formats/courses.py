"""Exercises for course platforms as XML: Moodle XML, QTI 1.2 (Canvas and others), QTI 2.1. They hold the answers.

Belongs here: these three forms. Does not belong here: GIFT (see `gift`), what stands in an exercise.

Moodle XML: https://docs.moodle.org/en/Moodle_XML_format (matching with answers that return, the ordering of
Moodle 4.4, short answers for figures). QTI: IMS Question & Test Interoperability, ASI 1.2 (2002) and 2.1 (2012),
each in a content package (IMS CP 1.1) with its manifest. Feedback tells of each wrong option what misleads to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimcheck.report.word import text_of
from claimcheck.report.words.grammar import letter
from claimcheck.teaching.formats.plain import material_lines, reasons
from claimcheck.teaching.items import Choice, Exercise, ItemType, Matching, Open, Option, Ordering
from claimcheck.teaching.making import title_of
from claimcheck.teaching.sheets import Sheet

_QTI12 = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QTI21 = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"


def _named(number: int, one: Exercise) -> str:
    return f"{number} {title_of(one.task.type)}"


def _stem(one: Exercise) -> list[str]:
    """The lines of the task, as XML can hold them."""
    lines = (one.task.instruction, *material_lines(one.task), one.task.ask)
    return [text_of(part) for line in lines for part in line.split("\n") if part.strip()]


def _why(one: Exercise) -> list[str]:
    return [text_of(" ".join(line.split())) for line in reasons(one)]


def _html(lines: list[str]) -> str:
    """Lines as paragraphs of HTML, nothing in them obeyed."""
    holder = Element("div")
    for line in lines:
        SubElement(holder, "p").text = line
    return "".join(tostring(child, "unicode") for child in holder)


def _written(root: Element) -> bytes:
    indent(root)
    made: bytes = tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"


def _packed(files: dict[str, bytes]) -> bytes:
    """Files as an archive that bears no trace of when it was made."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)
    return out.getvalue()


# ------------------------------------------------------------------------------------------------ Moodle XML


def moodle_of(sheet: Sheet) -> bytes:
    """The exercises as Moodle XML, in a category of their own."""
    root = Element("quiz")
    category = SubElement(SubElement(root, "question", type="category"), "category")
    SubElement(category, "text").text = f"$course$/top/{text_of(sheet.title).replace('/', '-')}"
    for number, one in enumerate(sheet.exercises, start=1):
        root.append(_moodle(number, one))
    return _written(root)


def _moodle(number: int, one: Exercise) -> Element:
    kind = {Choice: "multichoice", Matching: "matching", Ordering: "ordering", Open: "essay"}[
        type(one.task.answer)
    ]
    is_short = one.task.type is ItemType.FIGURE
    question = Element("question", type="shortanswer" if is_short else kind)
    SubElement(SubElement(question, "name"), "text").text = _named(number, one)
    _marked(question, "questiontext", _html(_stem(one)))
    _marked(question, "generalfeedback", _html(_why(one)))
    SubElement(question, "defaultgrade").text = str(one.task.points or 1)
    SubElement(question, "penalty").text = "0.3333333"
    SubElement(question, "hidden").text = "0"
    match one.task.answer:
        case Choice(options):
            if not is_short:
                SubElement(question, "single").text = "true"
                SubElement(question, "shuffleanswers").text = "true"
                SubElement(question, "answernumbering").text = "ABCD"
            else:
                SubElement(question, "usecase").text = "0"
            for place, option in enumerate(options):
                if place == one.key.right[0]:
                    for text in _spellings(option.text) if is_short else (option.text,):
                        _moodle_answer(question, "100", text, "", is_html=not is_short)
                else:
                    _moodle_answer(question, "0", option.text, option.slip, is_html=not is_short)
        case Matching(prompts, options):
            SubElement(question, "shuffleanswers").text = "true"
            for prompt, right in zip(prompts, one.key.right, strict=True):
                _moodle_pair(question, prompt.text, options[right].text)
            for place, option in enumerate(options):
                if place not in one.key.right:
                    _moodle_pair(question, "", option.text)
        case Ordering(entries):
            for name, value in (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("selectcount", "0")):
                SubElement(question, name).text = value
            SubElement(question, "gradingtype").text = "ABSOLUTE_POSITION"
            SubElement(question, "showgrading").text = "SHOW"
            for place, right in enumerate(one.key.right, start=1):
                _moodle_answer(question, str(place), entries[right].text, "", is_html=True)
        case Open(lines):
            SubElement(question, "responseformat").text = "editor"
            SubElement(question, "responserequired").text = "1"
            SubElement(question, "responsefieldlines").text = str(max(5, lines))
            _marked(question, "graderinfo", _html(_why(one)))
            _marked(question, "responsetemplate", "")
    return question


def _spellings(text: str) -> Iterator[str]:
    """A number as it may be typed: with and without its mark and its commas."""
    bare = text.removesuffix("%").strip()
    yield from dict.fromkeys((text, bare, bare.replace(",", ""), f"{bare}%"))


def _marked(parent: Element, name: str, html: str) -> None:
    SubElement(SubElement(parent, name, format="html"), "text").text = html


def _moodle_answer(question: Element, fraction: str, text: str, slip: str, *, is_html: bool) -> None:
    form = "html" if is_html else "moodle_auto_format"
    answer = SubElement(question, "answer", fraction=fraction, format=form)
    SubElement(answer, "text").text = _html([text_of(text)]) if is_html else text_of(text)
    _marked(answer, "feedback", _html([text_of(slip)]) if slip else "")


def _moodle_pair(question: Element, prompt: str, text: str) -> None:
    pair = SubElement(question, "subquestion", format="html")
    SubElement(pair, "text").text = _html([text_of(line) for line in prompt.split("\n")]) if prompt else ""
    SubElement(SubElement(pair, "answer"), "text").text = text_of(text)


# --------------------------------------------------------------------------------------------------- QTI 1.2


def qti12_of(sheet: Sheet) -> bytes:
    """The exercises as a content package with one QTI 1.2 assessment."""
    root = Element("questestinterop", xmlns=_QTI12)
    assessment = SubElement(root, "assessment", ident="assessment", title=text_of(sheet.title))
    section = SubElement(assessment, "section", ident="root_section")
    for number, one in enumerate(sheet.exercises, start=1):
        section.append(_qti12(number, one))
    manifest = _manifest("imsqti_xmlv1p2", ("assessment.xml",))
    return _packed({"imsmanifest.xml": manifest, "assessment.xml": _written(root)})


def _qti12(number: int, one: Exercise) -> Element:
    kinds = {
        Choice: "multiple_choice_question",
        Matching: "matching_question",
        Ordering: "matching_question",
        Open: "essay_question",
    }
    item = Element("item", ident=f"i{number}", title=_named(number, one))
    fields = SubElement(SubElement(item, "itemmetadata"), "qtimetadata")
    for label, entry in (
        ("question_type", kinds[type(one.task.answer)]),
        ("points_possible", str(one.task.points)),
    ):
        field = SubElement(fields, "qtimetadatafield")
        SubElement(field, "fieldlabel").text = label
        SubElement(field, "fieldentry").text = entry
    presentation = SubElement(item, "presentation")
    _mattext(presentation, _html(_stem(one)), html=True)
    processing = Element("resprocessing")
    outcome = SubElement(SubElement(processing, "outcomes"), "decvar")
    outcome.attrib.update(maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    feedback: dict[str, str] = {"general": " ".join(_why(one))}
    match one.task.answer:
        case Choice(options):
            _lid(presentation, "response1", "", options)
            for place, option in enumerate(options):
                if option.slip:
                    feedback[f"slip{place}"] = text_of(option.slip)
                    _condition(processing, "response1", f"o{place}", None, f"slip{place}")
            _condition(processing, "response1", f"o{one.key.right[0]}", "100", "general")
        case Matching(prompts, options):
            share = f"{100 / len(prompts):.2f}"
            for place, (prompt, right) in enumerate(zip(prompts, one.key.right, strict=True)):
                _lid(presentation, f"response{place}", prompt.text, options)
                _condition(processing, f"response{place}", f"o{right}", share, None)
        case Ordering(entries):
            share = f"{100 / len(entries):.2f}"
            places = tuple(Option(str(place), "") for place in range(1, len(entries) + 1))
            for at, shown in enumerate(entries):
                _lid(presentation, f"response{at}", shown.text, places)
                _condition(processing, f"response{at}", f"o{one.key.right.index(at)}", share, None)
        case Open(lines):
            written = SubElement(presentation, "response_str", ident="response1", rcardinality="Single")
            SubElement(SubElement(written, "render_fib", rows=str(lines)), "response_label", ident="answer1")
    item.append(processing)
    for ident, text in feedback.items():
        flow = SubElement(SubElement(item, "itemfeedback", ident=ident), "flow_mat")
        _mattext(flow, text)
    return item


def _mattext(parent: Element, text: str, *, html: bool = False) -> None:
    made = SubElement(SubElement(parent, "material"), "mattext", texttype="text/html" if html else "text/plain")
    made.text = text


def _lid(presentation: Element, ident: str, prompt: str, options: tuple[Option, ...]) -> None:
    response = SubElement(presentation, "response_lid", ident=ident, rcardinality="Single")
    if prompt:
        _mattext(response, text_of(prompt))
    render = SubElement(response, "render_choice")
    for place, option in enumerate(options):
        _mattext(SubElement(render, "response_label", ident=f"o{place}"), text_of(option.text))


def _condition(processing: Element, respident: str, value: str, points: str | None, feedback: str | None) -> None:
    made = SubElement(processing, "respcondition", {"continue": "Yes"})
    SubElement(SubElement(made, "conditionvar"), "varequal", respident=respident).text = value
    if points is not None:
        SubElement(made, "setvar", varname="SCORE", action="Add").text = points
    if feedback is not None:
        SubElement(made, "displayfeedback", feedbacktype="Response", linkrefid=feedback)


def _manifest(type: str, names: tuple[str, ...]) -> bytes:
    root = Element("manifest", xmlns=_CP, identifier="claimcheck")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "IMS Content" if type == "imsqti_xmlv1p2" else "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.1.3" if type == "imsqti_xmlv1p2" else "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for place, name in enumerate(names, start=1):
        resource = SubElement(resources, "resource", identifier=f"r{place}", type=type, href=name)
        SubElement(resource, "file", href=name)
    return _written(root)


# --------------------------------------------------------------------------------------------------- QTI 2.1


def qti21_of(sheet: Sheet) -> bytes:
    """The exercises as a content package of QTI 2.1 items."""
    files = {f"item{n}.xml": _written(_qti21(n, one)) for n, one in enumerate(sheet.exercises, start=1)}
    return _packed({"imsmanifest.xml": _manifest("imsqti_item_xmlv2p1", tuple(files)), **files})


def _qti21(number: int, one: Exercise) -> Element:
    item = Element("assessmentItem", xmlns=_QTI21, identifier=f"item{number}", title=_named(number, one))
    item.attrib.update(adaptive="false", timeDependent="false")
    answer = one.task.answer
    cardinality, base = {
        Choice: ("single", "identifier"),
        Matching: ("multiple", "directedPair"),
        Ordering: ("ordered", "identifier"),
        Open: ("single", "string"),
    }[type(answer)]
    response = SubElement(
        item, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base
    )
    right = tuple(_right21(one))
    if right:
        correct = SubElement(response, "correctResponse")
        for value in right:
            SubElement(correct, "value").text = value
    for identifier, kind, base in (("SCORE", "single", "float"), ("FEEDBACK", "single", "identifier")):
        SubElement(item, "outcomeDeclaration", identifier=identifier, cardinality=kind, baseType=base)
    body = SubElement(item, "itemBody")
    for line in _stem(one):
        SubElement(body, "p").text = line
    match answer:
        case Choice(options):
            made = SubElement(
                body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="false", maxChoices="1"
            )
            for place, option in enumerate(options):
                choice = SubElement(made, "simpleChoice", identifier=f"o{place}")
                choice.text = text_of(option.text)
                if option.slip:
                    inline = SubElement(
                        choice,
                        "feedbackInline",
                        outcomeIdentifier="FEEDBACK",
                        identifier=f"o{place}",
                        showHide="show",
                    )
                    inline.text = f" ({text_of(option.slip)})"
        case Matching(prompts, options):
            made = SubElement(body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="false")
            made.attrib["maxAssociations"] = str(len(prompts))
            for mark, some, most in (("p", prompts, 1), ("o", options, len(prompts))):
                column = SubElement(made, "simpleMatchSet")
                for place, option in enumerate(some):
                    cell = SubElement(
                        column, "simpleAssociableChoice", identifier=f"{mark}{place}", matchMax=str(most)
                    )
                    cell.text = text_of(option.text)
        case Ordering(entries):
            made = SubElement(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="false")
            for place, entry in enumerate(entries):
                SubElement(made, "simpleChoice", identifier=f"o{place}").text = text_of(entry.text)
        case Open(lines):
            SubElement(body, "extendedTextInteraction", responseIdentifier="RESPONSE", expectedLines=str(lines))
    if right:
        template = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
        SubElement(item, "responseProcessing", template=template)
    return item


def _right21(one: Exercise) -> Iterator[str]:
    match one.task.answer:
        case Choice():
            yield f"o{one.key.right[0]}"
        case Matching():
            yield from (f"p{place} o{right}" for place, right in enumerate(one.key.right))
        case Ordering():
            yield from (f"o{right}" for right in one.key.right)


# ---------------------------------------------------------------------------------------- flash cards as text


def pairs_of(sheet: Sheet) -> bytes:
    """A card for each closed exercise, question and answer divided by a tab: for Quizlet and the like."""
    lines = []
    for one in sheet.exercises:
        stem = " / ".join(" ".join(line.split()) for line in _stem(one))
        match one.task.answer:
            case Choice(options):
                listed = " / ".join(f"{letter(n)}. {text_of(option.text)}" for n, option in enumerate(options))
                right = one.key.right[0]
                lines.append(f"{stem} / {listed}\t{letter(right)}. {text_of(options[right].text)}")
            case Matching(prompts, options):
                for prompt, right in zip(prompts, one.key.right, strict=True):
                    lines.append(f"{text_of(prompt.text)}\t{text_of(options[right].text)}")
            case Ordering(entries):
                lines.append(f"{stem}\t{'; '.join(text_of(entries[right].text) for right in one.key.right)}")
    return ("\n".join(" ".join(part.replace("\n", " / ") for part in [line]) for line in lines) + "\n").encode()
