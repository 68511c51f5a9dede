"""Random changes to a TBX file of version 3: each changes one thing at a random place."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree

TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Mutation = Callable[[random.Random, etree._Element], None]


def _elements(root: etree._Element, *names: str) -> list[etree._Element]:
    return [
        element
        for element in root.iter(etree.Element)
        if element is not root and (not names or etree.QName(element).localname in names)
    ]


def _delete(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice(_elements(root))
    element.getparent().remove(element)


def _double(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in _elements(root) if len(list(element.iter())) < 30])
    element.addnext(copy.deepcopy(element))


def _move(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in _elements(root) if len(list(element.iter())) < 6])
    inside = set(element.iter())
    target = chance.choice([other for other in root.iter(etree.Element) if other not in inside])
    element.tail = None
    target.insert(chance.randint(0, len(target)), element)


def _retype(chance: random.Random, root: etree._Element) -> None:
    typed = [element for element in root.iter(etree.Element) if element.get("type")]
    words = "context definition subjectField source partOfSpeech termType wrong reading register crossReference"
    chance.choice(typed).set("type", chance.choice([*words.split(), ""]))


def _untell(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in root.iter(etree.Element) if element.attrib])
    del element.attrib[chance.choice(sorted(element.attrib))]


def _tell(chance: random.Random, root: etree._Element) -> None:
    name = chance.choice(["id", "foo", "target", "datatype", LANG, "type"])
    chance.choice(list(root.iter(etree.Element))).set(name, chance.choice(["c1", "x9", "zh_CN", "a b", ""]))


def _revalue(chance: random.Random, root: etree._Element) -> None:
    names = "termNote partOfSpeech administrativeStatus transac transactionType date termType grammaticalGender"
    values = "noun Noun nominal preferred preferredTerm-admn-sts creation 2020-13-01 2020-02-30 20200101 fullForm"
    elements = _elements(root, *names.split())
    if elements:
        chance.choice(elements).text = chance.choice([*values.split(), "2020-01-01T10:00:00Z", ""])


def _rename(chance: random.Random, root: etree._Element) -> None:
    names = [f"{TBX}{name}" for name in ("note", "termEntry", "descrip", "admin", "langSet")]
    chance.choice(_elements(root)).tag = chance.choice(
        [*names, "descrip", "{http://www.tbxinfo.net/ns/min}partOfSpeech"]
    )


def _relabel(chance: random.Random, root: etree._Element) -> None:
    chance.choice(_elements(root, "langSec")).set(LANG, chance.choice(["zh_CN", "---", "", "zh-Hant-TW", "en"]))


def _stray(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice(list(root.iter(etree.Element)))
    element.text = "stray" + (element.text or "")


def _refer(chance: random.Random, root: etree._Element) -> None:
    referring = [element for element in root.iter(etree.Element) if element.get("target")]
    if referring:
        chance.choice(referring).set("target", chance.choice(["nowhere", "http://x.org", "ftp://x.org", "c1"]))


def _reorder(chance: random.Random, root: etree._Element) -> None:
    parent = chance.choice([element for element in root.iter(etree.Element) if len(element) > 1])
    parent.insert(0, parent[-1])


def _mark_up(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice(_elements(root, "term", "note", "descrip", "definition", "context"))
    inline = etree.SubElement(element, TBX + chance.choice(["hi", "foreign", "ph", "sc", "ec", "bpt"]))
    if chance.random() < 0.5:
        inline.set("type", chance.choice(["bold", "italics", "fmt", "x"]))
    inline.text = chance.choice([None, "x"])


def _swap(chance: random.Random, root: etree._Element) -> None:
    parent = chance.choice([element for element in root.iter(etree.Element) if len(element) > 1])
    first, second = sorted(chance.sample(range(len(parent)), 2))
    parent[first], parent[second] = copy.deepcopy(parent[second]), copy.deepcopy(parent[first])


def _misspell(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice(_elements(root))
    name = etree.QName(element).localname
    spellings = [name[:-1] or "x", name.lower(), name.upper(), f"{name}s"]
    element.tag = f"{{{etree.QName(element).namespace}}}{chance.choice(spellings)}"


def _rehome(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([root, *_elements(root)])
    homes = ["", "{urn:iso:std:iso:30042:ed-3}", TBX, "{http://www.tbxinfo.net/ns/core}"]
    element.tag = chance.choice(homes) + etree.QName(element).localname


def _reattribute(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in root.iter(etree.Element) if element.attrib])
    value = element.attrib.pop(chance.choice(sorted(element.attrib)))
    names = ["Type", "lang", "ID", "{http://www.w3.org/XML/1998/namespace}id", "{urn:x}y", "xml-lang", "kind"]
    element.set(chance.choice(names), value)


def _respell(chance: random.Random, root: etree._Element) -> None:
    names = "termNote partOfSpeech administrativeStatus transac transactionType termType register termLocation"
    element = chance.choice([element for element in _elements(root, *names.split()) if element.text] or [root])
    text = element.text or ""
    element.text = chance.choice([text.upper(), f" {text}", f"{text}\n", f"{text}x", text[:-1], f"{text} {text}"])


def _damage_tag(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([root, *_elements(root, "langSec")])
    tag = element.get(LANG, "en")
    tags = [f"{tag}-", f"{tag}_", tag.upper(), f"{tag}-x-own", "x", f"{tag} ", "en-GB-oed", "12", "zh--CN", "a" * 9]
    element.set(LANG, chance.choice(tags))


def _dangle(chance: random.Random, root: etree._Element) -> None:
    referring = [element for element in _elements(root) if element.get("target")]
    named = [element for element in _elements(root) if element.get("id")]
    if referring and chance.random() < 0.5:
        chance.choice(referring).set("target", chance.choice(["", "#", "mailto:a@b", "HTTP://x", "c 1"]))
    else:
        old = chance.choice(named).get("id", "")
        ids = [f"{old} ", f"1{old}", f"{old}:x", f"{old}x", f"é{old}", chance.choice(named).get("id", "")]
        chance.choice(named).set("id", chance.choice(ids))


def _sink(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in _elements(root) if len(list(element.iter())) < 30])
    before = element.getprevious()
    if before is not None:
        element.tail = None
        before.append(element)


def _rise(chance: random.Random, root: etree._Element) -> None:
    small = [element for element in _elements(root) if len(list(element.iter())) < 30]
    element = chance.choice([element for element in small if element.getparent() is not root])
    element.tail = None
    element.getparent().addnext(element)


def _empty(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in _elements(root) if len(list(element.iter())) < 10])
    element[:] = []
    element.text = None


def _trail(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice(_elements(root))
    element.tail = "text" + (element.tail or "")


def _unwrap(chance: random.Random, root: etree._Element) -> None:
    groups = [element for element in _elements(root) if etree.QName(element).localname.endswith("Grp")]
    if groups:
        group = chance.choice(groups)
        for element in reversed(group):
            group.addnext(element)
        group.getparent().remove(group)


def _wrap(chance: random.Random, root: etree._Element) -> None:
    element = chance.choice([element for element in _elements(root) if len(list(element.iter())) < 12])
    names = "descripGrp adminGrp termNoteGrp transacGrp note langSec termSec item".split()
    group = etree.Element(TBX + chance.choice(names))
    element.getparent().replace(element, group)
    element.tail = None
    group.append(element)


def _restyle(chance: random.Random, root: etree._Element) -> None:
    changes = [("style", style) for style in ("dct", "dca", "DCA")]
    changes += [("type", f"TBX-{name}") for name in ("Core", "Min", "Basic", "Linguist")]
    root.set(
        *chance.choice([*changes, *(("type", f"TBX-{name}") for name in ("Core", "Min", "Basic", "Linguist"))])
    )


def _redate(chance: random.Random, root: etree._Element) -> None:
    dates = "2020-1-1 2020-02-29 2019-02-29 2020 20-06-01 2020-06-01T25:00:00 2020-06-01T10:00:00+08:00 0000-01-01"
    found = _elements(root, "date")
    if found:
        chance.choice(found).text = chance.choice(
            [*dates.split(), "2020-06-01 10:00", " 2020-06-01 ", "0000-01-01"]
        )


def _add(chance: random.Random, root: etree._Element) -> None:
    parents = _elements(root, "conceptEntry", "langSec", "termSec", "descripGrp", "transacGrp", "note", "term")
    names = "note date admin descrip termNote ref xref transacNote term langSec hi p adminNote descripNote".split()
    element = etree.SubElement(chance.choice(parents), TBX + chance.choice(names))
    element.text = "noun"
    if chance.random() < 0.6:
        types = "definition context source partOfSpeech crossReference externalCrossReference reading"
        element.set("type", chance.choice(types.split()))
    if chance.random() < 0.3:
        element.set("target", "http://x.org")


MUTATIONS: list[Mutation] = [
    _delete, _double, _move, _retype, _untell, _tell, _revalue, _rename, _relabel, _stray, _refer, _reorder,
    _mark_up, _swap, _misspell, _rehome, _reattribute, _respell, _damage_tag, _dangle, _sink, _rise, _empty,
    _trail, _unwrap, _wrap, _restyle, _redate, _add,
]  # fmt: skip
