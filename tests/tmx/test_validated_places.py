"""Where `tmx validate` says that its findings are: at the line and column of what they are about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tmx.validate import MemoryFinding, validate

HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" '
    'datatype="plaintext"/>'
)
EN, ZH = '<tuv xml:lang="en"><seg>Bus</seg></tuv>', '<tuv xml:lang="zh-CN"><seg>公交车</seg></tuv>'


def unit(number: int, first: str = "", second: str = "", rest: str = "") -> str:
    english = first or EN.replace("Bus", f"Bus {number}")
    return f"<tu{rest}>\n {english}\n {second or ZH.replace('公', f'{number}路公')}\n</tu>\n"


def memory(*units: str) -> str:
    return f'<?xml version="1.0"?>\n<tmx version="1.4">\n{HEADER}\n<body>\n{"".join(units)}</body></tmx>\n'


def found(folder: Path, text: str, encoding: str = "utf-8") -> list[MemoryFinding]:
    (folder / "m.tmx").write_bytes(text.encode(encoding))
    findings: list[MemoryFinding] = []
    validate(str(folder / "m.tmx"), findings.append)
    return findings


def shown(text: str, finding: MemoryFinding) -> str:
    assert finding.column, finding
    return text.split("\n")[finding.line - 1][finding.column - 1 :]


BAD = {
    "unit": (unit(9, rest=' usagecount="1" wrong="1"'), 'wrong="1"'),
    "variant": (unit(9, second=ZH.replace(">", ' wrong="1">', 1)), 'wrong="1"'),
    "segment": (unit(9, second='<tuv xml:lang="zh-CN"><seg></seg></tuv>'), "<seg></seg>"),
    "code": (unit(9, first=EN.replace("Bus", 'Bus <b id="x">9</b>')), ('<b id="x">', "<tu>")),
    "the second of two codes": (unit(9, second=ZH.replace("公", "<b>9</b><i>公</i>")), ("<b>", "<i>", "<tu>")),
    "prop": (unit(9).replace(">", "><prop>x</prop>", 1), "<prop>"),
    "date": (unit(9, rest=' creationdate="2024-05-01"'), "2024-05-01"),
    "no date": (unit(9, rest=' changedate="soon"'), "soon"),
    "no segment": (unit(9, second='<tuv xml:lang="zh-CN">公交车9</tuv>'), '<tuv xml:lang="zh-CN">公'),
    "no language": (unit(9, second="<tuv><seg>公交车9</seg></tuv>"), ("<tu>", "<tuv><seg>")),
    "two segments": (unit(9, second=ZH.replace("<seg>", "<seg>9</seg><seg>")), "<seg>9"),
    "control character": (unit(9, first=EN.replace("Bus", "Bus\x0b9")), "\x0b9"),
    "entity": (unit(9, first=EN.replace("Bus", "Bus&nbsp;9")), "&nbsp;"),
    "text between variants": (unit(9).replace(" <tuv", " stray <tuv", 1), "stray"),
    "other element": (unit(9).replace(" <tuv", " <x/><tuv", 1), "<x/>"),
    "a missing end tag": (unit(9, first=EN.replace("</seg>", "")), "</tu"),
}
LAYOUTS: dict[str, Callable[[str], str]] = {
    "lines": str,
    "one line": lambda text: text.replace("\n", " "),
    "prefixed": lambda text: text.replace("<tu", "<x:tu").replace("</tu", "</x:tu"),
    "after other units": lambda text: text.replace("<body>", "<body>" + "".join(map(unit, range(100, 4000))), 1),
}


@pytest.mark.parametrize("layout", ["lines", "one line", "after other units"])
@pytest.mark.parametrize("kind", BAD)
def test_a_finding_is_at_what_it_is_about(tmp_path: Path, kind: str, layout: str) -> None:
    bad, words = BAD[kind]
    text = LAYOUTS[layout](memory(unit(1), unit(2), bad, unit(3)))
    wanted = sorted([words] if isinstance(words, str) else words)
    findings = found(tmp_path, text)
    assert len(findings) == len(wanted)
    places = sorted(shown(text, finding) for finding in findings)
    assert [place[: len(word)] for place, word in zip(places, wanted, strict=True)] == wanted


def test_equal_findings_have_their_own_places(tmp_path: Path) -> None:
    bad = unit(9, second='<tuv xml:lang="zh-CN"><seg></seg></tuv>')
    text = memory(unit(1), bad, unit(2), bad.replace("9", "8")).replace("\n", " ")
    columns = [finding.column for finding in found(tmp_path, text)]
    assert columns == [place + 1 for place in range(len(text)) if text.startswith("<seg></seg>", place)]


def test_the_header_has_its_place_and_a_comment_holds_no_unit(tmp_path: Path) -> None:
    text = memory("<!-- <tu> -->\n", unit(1, rest=' wrong="1"')).replace(' segtype="sentence"', ' segtype="line"')
    assert [shown(text, finding)[:8] for finding in found(tmp_path, text)] == ["<header ", 'wrong="1']
    text = memory(unit(1)).replace(' o-tmf="t"', "").replace(' adminlang="en"', "")
    assert [shown(text, finding)[:8] for finding in found(tmp_path, text)] == ["<header ", "<header "]


def test_columns_count_characters_in_utf_16(tmp_path: Path) -> None:
    text = memory(unit(1), unit(9, second='<tuv xml:lang="zh-CN"><note>公交车</note><seg></seg></tuv>'))
    (finding,) = found(tmp_path, text.replace('"1.0"', '"1.0" encoding="utf-16"'), "utf-16")
    assert shown(text, finding).startswith("<seg></seg>")
