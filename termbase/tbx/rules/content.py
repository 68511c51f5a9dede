"""Rules T301 to T505: language tags and scripts, references and ids, and problems of the terminology itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from termbase.errors import TermbaseError
from termbase.language import canonical, is_english, region_style
from termbase.model import AdministrativeStatus
from termbase.severity import Severity
from termbase.tbx.rules.registry import Fault, rule
from termbase.tbx.rules.validated_file import Node, ValidatedFile, xml_lang
from termbase.tbx.standard.categories import Dialect
from termbase.tbx.standard.identifiers import LANGUAGE_TAG
from termbase.tbx.standard.vocabulary import XML_LANG, read_category, read_status
from termbase.text.script import has_han, is_wrong_script

_ADDRESS = re.compile(r"https?://.+")
_OUTWARD = ("xref", "sc", "ec")
"""Elements whose `target` may be a web address; on other elements it is an id in the same file."""

_LATIN = re.compile(r"[A-Za-z]")


@rule("T301")
def bad_tag(subject: ValidatedFile) -> Iterator[Fault]:
    """An `xml:lang` that is not a language tag (BCP 47).

    Bad: `zh_CN`, `---`. Good: `zh-CN`.
    """
    for node in subject.nodes():
        tag = node.element.get(XML_LANG)
        if tag is not None and not LANGUAGE_TAG.fullmatch(tag):
            yield Fault(node, f"{tag!r} is not a language tag", f"write {_spelt(tag) or 'zh-CN, zh-TW, en ...'}")


@rule("T302", Severity.WARNING)
def language_twice(subject: ValidatedFile) -> Iterator[Fault]:
    """A concept with two sections for the same language.

    Bad: two `<langSec xml:lang="en">`. Good: one, with all its terms.
    """
    for sections in _sections(subject).values():
        seen: set[str] = set()
        for section in sections:
            tag = _canonical(section)
            if tag in seen:
                yield Fault(section, f"{xml_lang(section)} already has a section in this concept", "join the two")
            seen.add(tag)


@rule("T303", Severity.WARNING)
def wrong_script(subject: ValidatedFile) -> Iterator[Fault]:
    """A term that is not in the script or language of its language tag.

    Bad: 網路 under `zh-CN`. Good: under `zh-TW`.
    """
    for term, tag in _terms(subject):
        text = term.text()
        if is_wrong_script(text, tag):
            yield Fault(term, f"{text} is not in the script of {region_style(tag)}", "move it to its own section")
        elif is_english(tag) and has_han(text) and not _LATIN.search(text):
            yield Fault(term, f"{text} is not English", "move it to a section of its own language")


@rule("T401")
def dangling_reference(subject: ValidatedFile) -> Iterator[Fault]:
    """A `target` that is neither an id in this file nor, on `<xref>`, `<sc>` and `<ec>`, an http address.

    Bad: `target="tommy"` if no element has that id. Good: `<refObject id="tommy">` in `<back>`.
    """
    ids = {node.element.get("id") for node in subject.nodes()}
    for node in subject.nodes():
        target = node.element.get("target")
        takes_address = node.name in _OUTWARD
        if target is None or target in ids or (takes_address and _ADDRESS.match(target)):
            continue
        if subject.version == 3 or node.name != "xref":
            hint = "give an http address" if takes_address else "add an element with that id, or remove the target"
            yield Fault(node, f"target {target!r} does not exist", hint)


@rule("T402")
def repeated_id(subject: ValidatedFile) -> Iterator[Fault]:
    """An id that more than one element has.

    Bad: two concepts `c1`. Good: `c1` and `c2`.
    """
    seen: dict[str, Node] = {}
    for node in sorted(subject.nodes(), key=lambda node: (node.line, node.column)):
        identifier = node.element.get("id")
        if identifier is None:
            continue
        if identifier in seen:
            yield Fault(
                node, f"id {identifier!r} is already used in line {seen[identifier].line}", "give it another id"
            )
        seen.setdefault(identifier, node)


@rule("T501")
def empty_term(subject: ValidatedFile) -> Iterator[Fault]:
    """A `<term>` without text.

    Bad: `<term/>`. Good: `<term>data flow</term>`.
    """
    for node in subject.named("term"):
        if not node.text():
            yield Fault(node, "the term is empty", "write the term, or remove its section")


@rule("T502", Severity.WARNING)
def duplicate_concept(subject: ValidatedFile) -> Iterator[Fault]:
    """A concept that shares terms in at least two languages with an earlier concept.

    Bad: two concepts with 数据流动 and *data flow*. Good: one concept with all its terms.
    """
    first: dict[tuple[str, str], Node] = {}
    shared: dict[tuple[Node, Node], set[str]] = defaultdict(set)
    for term, tag in _terms(subject):
        concept = _above(term, "conceptEntry")
        if concept is None or not (text := term.text().casefold()):
            continue
        earlier = first.setdefault((tag, text), concept)
        if earlier is not concept:
            shared[concept, earlier].add(tag)
    for (concept, earlier), tags in shared.items():
        if len(tags) > 1:
            name = earlier.element.get("id") or f"line {earlier.line}"
            message = f"the concept shares its terms in {', '.join(map(region_style, sorted(tags)))} with {name}"
            yield Fault(concept, message, "join the two: termbase tbx merge")


@rule("T503", Severity.WARNING)
def no_preferred_term(subject: ValidatedFile) -> Iterator[Fault]:
    """A language section with several terms but no preferred term.

    Bad: two admitted terms. Good: one preferred, one admitted.
    """
    for section, statuses in _statuses(subject) if subject.dialect is not Dialect.CORE else ():
        if len(statuses) > 1 and AdministrativeStatus.PREFERRED not in statuses:
            message = f"{xml_lang(section)} has {len(statuses)} terms but no preferred term"
            yield Fault(section, message, "prefer one of them")


@rule("T504", Severity.WARNING)
def two_preferred_terms(subject: ValidatedFile) -> Iterator[Fault]:
    """A language section with two preferred terms for the same region.

    Bad: two `preferredTerm-admn-sts` in a section. Good: one, or each with its own `geographicalUsage`.
    """
    for section in subject.named("langSec"):
        regions = Counter(
            _note(term, "geographicalUsage")
            for term in _term_sections(section)
            if read_status(_note(term, "administrativeStatus")) is AdministrativeStatus.PREFERRED
        )
        if any(count > 1 for count in regions.values()):
            yield Fault(section, f"{xml_lang(section)} has several preferred terms", "prefer one, admit the others")


@rule("T505", Severity.WARNING)
def term_twice(subject: ValidatedFile) -> Iterator[Fault]:
    """The same term twice in one language section.

    Bad: two `<termSec>` with 数据流动. Good: one `<termSec>` with all the information.
    """
    for section in subject.named("langSec"):
        seen: set[str] = set()
        for term in (node for part in _term_sections(section) for node in _below(part, "term")):
            text = term.text()
            if text and text in seen:
                yield Fault(term, f"{text} is in this section twice", "join the two")
            seen.add(text)


def _sections(subject: ValidatedFile) -> dict[Node, list[Node]]:
    return {
        concept: [node for node in concept.children if node.name == "langSec"]
        for concept in subject.named("conceptEntry")
    }


def _terms(subject: ValidatedFile) -> Iterator[tuple[Node, str]]:
    """Yield every term with the canonical tag of its section; a section without a valid tag is left out."""
    for node in subject.named("term"):
        section = _above(node, "langSec")
        if section is not None and (tag := _canonical(section)):
            yield node, tag


def _term_sections(section: Node) -> list[Node]:
    return [node for node in section.children if node.name in ("termSec", "ntig")]


def _statuses(subject: ValidatedFile) -> Iterator[tuple[Node, list[AdministrativeStatus | None]]]:
    for section in subject.named("langSec"):
        yield section, [read_status(_note(term, "administrativeStatus")) for term in _term_sections(section)]


def _note(term: Node, category: str) -> str:
    """Return the value of a term note with a data category, or "" if the term has no such note."""
    return next((node.text() for node in _below(term, "termNote") if read_category(node.category) == category), "")


def _below(node: Node, name: str) -> Iterator[Node]:
    for child in node.children:
        if child.name == name:
            yield child
        yield from _below(child, name)


def _above(node: Node, name: str) -> Node | None:
    while node.parent is not None and node.name != name:
        node = node.parent
    return node if node.name == name else None


def _canonical(section: Node) -> str:
    try:
        return canonical(xml_lang(section))
    except TermbaseError:
        return ""


def _spelt(tag: str) -> str:
    try:
        return region_style(canonical(tag))
    except TermbaseError:
        return ""
