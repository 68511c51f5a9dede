"""Writes translation units as a PO file (GNU gettext) that `msgfmt -c` accepts. Start from `write_po`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO, NamedTuple

from termbase.language import ENGLISH, primary_language, region_style
from termbase.text.placeholders import placeholders
from tmx.bilingual import marks
from tmx.content import plain, text_of
from tmx.direction import Direction
from tmx.model import Element, TranslationUnit, Variant

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_BRACES = frozenset(["python-brace-format", "perl-brace-format", "java-format", "csharp-format"])
"""Flags of entries whose placeholders are in braces; those of the others begin with a percent sign."""

_ONE_FORM = frozenset("zh yue nan ja ko vi th id ms lo my".split())
_ONE = "nplurals=1; plural=0;"
_TWO = "nplurals=2; plural=(n != 1);"


class _Text(NamedTuple):
    """A pair of texts with the unit that it comes from."""

    unit: TranslationUnit
    source: str
    target: str
    notes: tuple[str, ...]


def write_po(file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction, remarks: Counter[str]) -> None:
    """Write the pairs of units; `remarks` counts what had to be added or left out so that the file is valid.

    A file may hold a source text once for each context, so each repeated one gets the unit's id or number as its
    context. A pair of which one text only begins or ends with a line end is marked as fuzzy.
    """
    plurals = _plural_forms(direction.target)
    source, target = (region_style(tag).replace("-", "_") for tag in (direction.source, direction.target))
    head = ["Content-Type: text/plain; charset=UTF-8\n", f"Language: {target}\n", f"Plural-Forms: {plurals}\n"]
    if source != ENGLISH:  # the language of a source text that a file does not name
        head.append(f"X-Source-Language: {source}\n")
    file.write(f'msgid ""\nmsgstr ""\n{"".join(_string(line) for line in head)}'.encode())
    writer = _Writer(int(plurals[9]), remarks)
    for _, texts in groupby(_texts(units, direction), key=_key):
        file.write(writer.entry(list(texts)).encode("utf-8", "replace"))


def _texts(units: Iterable[TranslationUnit], direction: Direction) -> Iterator[_Text]:
    for unit in units:
        for source, target in direction.texts(unit):
            if text := plain(source.segment):
                yield _Text(unit, text, plain(target.segment), _notes(target))


def _notes(variant: Variant) -> tuple[str, ...]:
    return tuple(
        text_of(item.content) for item in variant.items if isinstance(item, Element) and item.name == "note"
    )


def _key(text: _Text) -> object:
    """What the plural forms of one entry have in common."""
    if not any(text.unit.properties(marks.PLURAL_FORM)):
        return object()
    return _first(text, marks.CONTEXT), _first(text, marks.SINGULAR) or text.source


def _first(text: _Text, type: str) -> str:
    return next(text.unit.properties(type), "")


class _Writer:
    """Makes the entries of one file. `seen` are the hashes of contexts with source texts that it has."""

    def __init__(self, plurals: int, remarks: Counter[str]) -> None:
        self._plurals = plurals
        self._remarks = remarks
        self._seen: set[int] = set()
        self._number = 0

    def entry(self, texts: list[_Text]) -> str:
        """Return the entry for a pair, or for the plural forms of one."""
        self._number += 1
        first = texts[0]
        source = _first(first, marks.SINGULAR) or first.source
        context = self._context(_first(first, marks.CONTEXT), source, first.unit.id)
        strings = [f"msgctxt {_string(context)}" if context else "", f"msgid {_string(source)}"]
        if any(first.unit.properties(marks.PLURAL_FORM)):
            plural = next((text.source for text in texts if _first(text, marks.SINGULAR)), source)
            strings.append(f"msgid_plural {_string(plural)}")
            strings += [f"msgstr[{number}] {_string(form)}" for number, form in enumerate(self._forms(texts))]
        else:
            strings.append(f"msgstr {_string(first.target)}")
        return "\n" + "".join([*_comments(texts, self._is_odd(source, texts)), *strings])

    def _context(self, context: str, source: str, id: str) -> str:
        wanted, count = context, 0
        while hash((wanted, source)) in self._seen:
            count += 1
            wanted = context + (f"-{count}" if context else id if id and count == 1 else f"{self._number}-{count}")
        if count:
            change = "numbered" if context else "added"
            self._remarks[f"contexts {change}, since PO holds a text once for each context"] += 1
        self._seen.add(hash((wanted, source)))
        return wanted

    def _forms(self, texts: list[_Text]) -> list[str]:
        forms = [""] * self._plurals
        for text in texts:
            number = _first(text, marks.PLURAL_FORM)
            at = int(number) if number.isdecimal() else self._plurals
            if at >= self._plurals or forms[at] not in ("", text.target):
                self._remarks["forms of plurals left out, which the language does not have"] += 1
            else:
                forms[at] = text.target
        return forms

    def _is_odd(self, source: str, texts: list[_Text]) -> bool:
        """Whether gettext refuses the entry unless it is fuzzy.

        Only some of its texts begin or end with a line end, or have the placeholders that a flag promises.
        """
        has_other_ends = have_other_ends([source, *(part for text in texts for part in (text.source, text.target))])
        if has_other_ends:
            self._remarks["units marked as fuzzy, since only one text begins or ends with a line end"] += 1
        has_others = any(map(_has_other_placeholders, texts))
        if has_others:
            self._remarks[
                "units marked as fuzzy, since the translation has other placeholders than the source"
            ] += 1
        return has_other_ends or has_others


def _has_other_placeholders(text: _Text) -> bool:
    """Whether a unit with a flag such as `c-format` has unlike placeholders; a singular may lack its number."""
    is_singular = any(text.unit.properties(marks.PLURAL_FORM)) and not _first(text, marks.SINGULAR)
    flags = text.unit.properties(marks.FLAG)
    return not is_singular and have_other_placeholders(text.source, text.target, flags)


def have_other_ends(texts: Iterable[str]) -> bool:
    """Return whether only some texts begin or end with a line end; gettext refuses an entry of such texts."""
    return len({(text.startswith("\n"), text.endswith("\n")) for text in texts if text}) > 1


def have_other_placeholders(source: str, target: str, flags: Iterable[str]) -> bool:
    """Return whether a translation has other placeholders than the flags of its entry promise (`tcl-format`)."""
    signs = {"{" if flag in _BRACES else "%" for flag in flags if _is_promise(flag)}
    if not target or not signs:
        return False
    first, second = (
        Counter(found.identity for found in placeholders(part) if found.written[0] in signs)
        for part in (source, target)
    )
    return first != second


def _is_promise(flag: str) -> bool:
    return flag.endswith("-format") and not flag.startswith("no-")


def _comments(texts: list[_Text], is_odd: bool) -> Iterator[str]:
    """The comment lines of an entry, each once, in the order that gettext gives them."""
    items = list(dict.fromkeys(item for text in texts for item in _named(text.unit)))
    notes = list(dict.fromkeys(note for text in texts for note in text.notes))
    yield from _lines("#", notes)
    yield from _lines("#.", [value for name, value in items if name == "note"])
    yield from (f"#: {_reference(value)}\n" for name, value in items if name == marks.REFERENCE)
    is_fuzzy = is_odd or (marks.FUZZY, "yes") in items
    flags = [*(["fuzzy"] if is_fuzzy else []), *(value for name, value in items if name == marks.FLAG)]
    if flags:
        yield f"#, {', '.join(flags)}\n"
    yield from (f"#| {value}\n" for name, value in items if name == marks.PREVIOUS)


def _named(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    for item in unit.items:
        if isinstance(item, Element):
            yield item.attributes.get("type", "") if item.name == "prop" else item.name, text_of(item.content)


def _lines(sign: str, notes: list[str]) -> Iterator[str]:
    """Notes as comments; an empty comment stands between two of them."""
    for number, note in enumerate(notes):
        if number:
            yield f"{sign}\n"
        yield from (f"{sign} {line}\n" for line in note.splitlines() if line.strip())


def _reference(place: str) -> str:
    """A reference as one word; a name that has spaces stands in isolates, its line behind them."""
    if " " not in place:
        return place
    name, colon, line = place.rpartition(":")
    return f"\u2068{name}\u2069:{line}" if colon and line.isdecimal() else f"\u2068{place}\u2069"


def po_string(text: str) -> str:
    """Return a text as a string of PO, in quotation marks."""
    return f'"{text.translate(_ESCAPES)}"'


def _string(text: str) -> str:
    return po_string(text) + "\n"


def _plural_forms(language: str) -> str:
    """The header field for the plural forms of a language. Chinese, Japanese and others have one form."""
    primary = primary_language(language)
    if primary in _ONE_FORM:
        return _ONE
    if primary in ("en", "de", "es", "it", "nl", "sv", "el", "pt"):
        return _TWO
    from translate.lang.data import languages

    _, count, rule = languages.get(primary, ("", 2, "(n != 1)"))
    return f"nplurals={count}; plural={rule};" if count else _TWO
