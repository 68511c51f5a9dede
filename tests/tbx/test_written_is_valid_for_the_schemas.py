"""Whatever was read, the published schemas accept what is written in version 3, in each style and dialect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.exchange import Options, convert
from termbase.tbx.reader import load
from termbase.tbx.standard.categories import BY_NAME, CATEGORIES, DataCategory, Dialect
from tests.judges import judge_tbx

NESTED = ("admin", "ref", "transacNote", "xref", "adminNote")
HEADS = ("source", "definition", "context", "subjectField", "partOfSpeech", "termType", "transactionType")
INLINE = 'a <hi type="bold">bold</hi> <foreign xml:lang="la">res</foreign> <ph type="fmt"/>'
FILE = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Linguist" style="dca" xml:lang="en"><tbxHeader>
<fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></tbxHeader><text><body>{concepts}</body></text></tbx>"""


def element(category: DataCategory, attributes: str = "", inner: str = "") -> str:
    target = {"ref": ' target="c0"', "xref": ' target="https://example.org/"'}.get(category.element, "")
    content = category.values[0] if category.values else f"{category.name}{inner}"
    return f'<{category.element} type="{category.name}"{target}{attributes}>{content}</{category.element}>'


def groups(category: DataCategory) -> Iterator[str]:
    """Yield a category alone, as the head of a group, and inside the group of each other category."""
    alone = element(category)
    yield alone
    yield element(category, ' id="i{number}" xml:lang="en" datatype="text"', INLINE)
    if category.element in ("admin", "descrip", "termNote", "transac"):
        note = f"<note>{INLINE}</note>"
        yield f"<{category.element}Grp>{alone}{note}</{category.element}Grp>"
    if category.element in NESTED:
        for name in (
            "source",
            "definition",
            "context",
            "subjectField",
            "partOfSpeech",
            "termType",
            "transactionType",
        ):
            head = BY_NAME[name]
            yield f"<{head.element}Grp>{element(head)}{alone}</{head.element}Grp>"


def concepts() -> Iterator[str]:
    number = 0
    for category in CATEGORIES:
        for group in groups(category):
            for at_concept, at_language, at_term in ((group, "", ""), ("", group, ""), ("", "", group)):
                parts = [part.replace("{number}", str(number)) for part in (at_concept, at_language, at_term)]
                yield (
                    f'<conceptEntry id="c{number}">{parts[0]}<langSec xml:lang="en">{parts[1]}'
                    f"<termSec><term>term {number}</term>{parts[2]}</termSec></langSec></conceptEntry>"
                )
                number += 1


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("form", ["tbx3-dca", "tbx3-dct"])
def test_each_category_in_each_place(form: str, dialect: Dialect, shared: Path, tmp_path: Path) -> None:
    termbase = load(FILE.format(concepts="".join(concepts())).encode(), "made.tbx")
    assert len(termbase.entries) > 3 * 2 * len(CATEGORIES)
    (tmp_path / "written.tbx").write_bytes(convert(termbase, form, Options(dialect=dialect)).data)
    verdict = judge_tbx(shared, tmp_path / "written.tbx")
    in_modules = [message for _, message in verdict.get("module_rng_first", ()) if "unknown ID" not in message]
    assert (verdict["valid"], in_modules) == (True, []), verdict
