"""Lists of terms in both languages are read as tables are, if most of their entries translate each other."""

from pathlib import Path

import pytest

from termbase.document.reader import read_document
from termbase.extract.glosses import extract

WORDS = [
    ("supply chain", "供应链"),
    ("sunk cost", "沉没成本"),
    ("golden parachute", "黄金降落伞"),
    ("red herring", "障眼法"),
]


def _pairs(tmp_path: Path, text: str, name: str = "words.md") -> dict[str, str]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return {gloss.zh: gloss.en for gloss in extract(read_document(str(tmp_path / name)))}


@pytest.mark.parametrize("sign", ["：", ": ", " - ", " — ", " = ", ", ", " → "])
@pytest.mark.parametrize("is_chinese_first", [True, False])
def test_an_entry_that_the_dictionary_lacks_is_a_pair_among_others(
    sign: str, is_chinese_first: bool, tmp_path: Path
) -> None:
    lines = [sign.join((zh, en) if is_chinese_first else (en, zh)) for en, zh in WORDS]
    assert _pairs(tmp_path, "# Words\n\n" + "\n".join(f"- {line}" for line in lines)) == {
        zh: en for en, zh in WORDS
    }


def test_a_further_column_says_something_of_the_entry(tmp_path: Path) -> None:
    text = "\n".join(f"{en}\t{zh}\t经济学用语" for en, zh in WORDS)
    assert _pairs(tmp_path, text, "words.txt") == {zh: en for en, zh in WORDS}


def test_entries_whose_halves_say_different_things_are_no_pairs(tmp_path: Path) -> None:
    text = "- Author：张三\n- Status：已完成\n- Place：北京\n- Editor：李四\n"
    assert _pairs(tmp_path, text) == {}


def test_a_few_entries_prove_nothing(tmp_path: Path) -> None:
    assert _pairs(tmp_path, "- supply chain：供应链\n- red herring：障眼法\n") == {"供应链": "supply chain"}
