"""Rules T201 to T207: data categories, their elements, levels and values (ISO 30042:2019 clauses 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.severity import Severity
from termbase.tbx.rules.registry import Fault, rule
from termbase.tbx.rules.validated_file import LEVELS, Node, ValidatedFile
from termbase.tbx.standard.categories import BY_NAME, TYPED, DataCategory, Dialect, categories_of
from termbase.tbx.standard.vocabulary import read_status, read_transaction_type, status_value


@rule("T201", Severity.WARNING)
def unknown_dialect(subject: ValidatedFile) -> Iterator[Fault]:
    """A dialect that is not a public dialect, so that its data categories cannot be checked.

    Bad: `type="TBX-Acme"`. Good: `TBX-Core`, `TBX-Min`, `TBX-Basic`, `TBX-Linguist`.
    """
    if subject.version == 3 and subject.dialect is None:
        value = subject.root.element.get("type")
        yield Fault(subject.root, f"{value!r} is not a public dialect", f"one of {', '.join(Dialect)}")


@rule("T202")
def category_not_in_dialect(subject: ValidatedFile) -> Iterator[Fault]:
    """A data category that the file's dialect does not have.

    Bad: `context` in TBX-Min. Good: `context` in TBX-Basic. Some samples of 2025 use `usageStatus`; the dialects
    have `administrativeStatus` instead.
    """
    for node in _categorized(subject):
        known = BY_NAME.get(node.category)
        if node.category and (known is None or known not in _categories(subject).values()):
            modules = f"; it belongs to the module {known.module}" if known else ""
            allowed = sorted(
                category.name for category in _categories(subject).values() if category.element == node.name
            )
            hint = _renamed(node) or f"allowed on <{node.name}>: {', '.join(allowed) or 'none'}"
            yield Fault(node, f"{node.category!r} is not a data category of {subject.dialect}{modules}", hint)


@rule("T203")
def category_on_wrong_element(subject: ValidatedFile) -> Iterator[Fault]:
    """A data category on the wrong element.

    Bad: `<descrip type="partOfSpeech">`. Good: `<termNote type="partOfSpeech">`.
    """
    for node, category in _known(subject):
        if category.element != node.name:
            message = f"{category.name} belongs on <{category.element}>, not on <{node.shown}>"
            yield Fault(node, message, f'write <{category.element} type="{category.name}">')


@rule("T204")
def category_on_wrong_level(subject: ValidatedFile) -> Iterator[Fault]:
    """A data category at a level where the dialect does not allow it.

    Bad: `definition` in a `<termSec>`. Good: in the `<conceptEntry>` or `<langSec>`.
    """
    for node, category in _known(subject):
        if node.level and node.level not in category.levels:
            levels = " or ".join(f"<{subject.called(level)}>" for level in category.levels)
            message = f"{category.name} may not stand in <{subject.called(node.level)}>"
            yield Fault(node, message, f"move it to {levels}")


@rule("T205")
def value_not_in_picklist(subject: ValidatedFile) -> Iterator[Fault]:
    """A value that is not in the picklist of its data category.

    Bad: `partOfSpeech` `nominal`. Good: `noun`, `verb`, `adjective`, `adverb`, `other`.
    """
    for node, category in _known(subject):
        value = node.text() if node.module else "".join(node.element.itertext())
        if category.values and value not in category.values:
            hint = _respelt(category, value) or f"one of {', '.join(category.values)}"
            yield Fault(node, f"{category.name} has no value {value.strip()!r}", hint)
    for node in _categorized(subject):
        if node.category == "usageStatus" and read_status(node.text()) is None:
            hint = f"one of {', '.join(BY_NAME['administrativeStatus'].values)}"
            yield Fault(node, f"usageStatus has no value {node.text()!r}", hint)


@rule("T206")
def mixed_styles(subject: ValidatedFile) -> Iterator[Fault]:
    """An element of style DCT in a file of style DCA, or the other way round.

    Bad: `<min:partOfSpeech>` under `style="dca"`. Good: `<termNote type="partOfSpeech">`.
    """
    if subject.version != 3:
        return
    for node in subject.nodes():
        if node.module and subject.style == "dca":
            yield Fault(node, f"<{node.shown}> is of style DCT", f'write <{node.name} type="{node.category}">')
        elif not node.module and node.category and subject.style == "dct" and node.name in TYPED and node.level:
            yield Fault(node, f'<{node.shown} type="{node.category}"> is of style DCA', "use the module's element")


@rule("T207")
def source_alone(subject: ValidatedFile) -> Iterator[Fault]:
    """A `source` directly in a concept or language section, so that it is unclear what it is the source of.

    Bad: `<admin type="source">` directly in `<conceptEntry>`. Good: beside the definition in a `<descripGrp>`.
    """
    for node, category in _known(subject):
        parent = node.parent
        if category.name == "source" and parent is not None and parent.name in LEVELS[:2]:
            hint = "put it into the <descripGrp> of the definition"
            yield Fault(node, f"source stands alone in <{parent.shown}>", hint)


def _categories(subject: ValidatedFile) -> dict[str, DataCategory]:
    return categories_of(subject.dialect) if subject.dialect else BY_NAME


def _categorized(subject: ValidatedFile) -> Iterator[Node]:
    """Yield the elements whose data categories the dialect restricts.

    TBX-Core allows any category in `type`, but no element of a module.
    """
    if subject.version == 3 and subject.dialect is not None:
        is_restricted = subject.dialect is not Dialect.CORE
        yield from (node for node in subject.named(*sorted(TYPED)) if is_restricted or node.module)


def _known(subject: ValidatedFile) -> Iterator[tuple[Node, DataCategory]]:
    categories = _categories(subject)
    for node in _categorized(subject):
        if node.category in categories:
            yield node, categories[node.category]


def _renamed(node: Node) -> str:
    if node.name == "termNote" and (status := read_status(node.text())) and "tatus" in node.category:
        return f'write <termNote type="administrativeStatus">{status_value(status)}</termNote>'
    return ""


def _respelt(category: DataCategory, value: str) -> str:
    if category.name == "administrativeStatus" and (status := read_status(value)):
        return f"write {status_value(status)}"
    if category.name == "transactionType" and (kind := read_transaction_type(value)):
        return f"write {kind}"
    lowered = value.strip().lower()
    return next((f"write {allowed}" for allowed in category.values if allowed.lower() == lowered), "")
