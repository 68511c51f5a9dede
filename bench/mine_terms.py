"""Makes a list of terms from the message catalogues of programs, to measure and learn `termbase mine` with.

    python bench/mine_terms.py FILE.mo... > TERMS.tsv

Prints an English and a Chinese term a line: the messages of one to four words that are translated by two to twelve
characters, without the marks of shortcut keys and dots at the end.
"""

from __future__ import annotations

import argparse
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

from termbase.text.english.folded_english import english_key
from termbase.text.script import HAN, count_han
from termbase.text.word_classes import function_words

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'-]+(?: [A-Za-z'-]+){0,3}")
_CHINESE = re.compile(rf"[{HAN}A-Za-z -]{{2,12}}")
_SHORTCUT = re.compile(r"[（(][~_&]?\w[)）]|[~_]")
_END = " :：.…"


def terms(file: Path) -> Iterator[tuple[str, str]]:
    with file.open("rb") as catalogue:
        messages = gettext.GNUTranslations(catalogue)._catalog  # type: ignore[attr-defined]
    for message, translation in messages.items():
        if isinstance(message, str):
            english = _SHORTCUT.sub("", message.rpartition("\x04")[2]).strip(_END)
            chinese = _SHORTCUT.sub("", translation).strip(_END)
            if _is_term(english, chinese):
                yield english_key(english), chinese


def _is_term(english: str, chinese: str) -> bool:
    if _ENGLISH.fullmatch(english) is None or _CHINESE.fullmatch(chinese) is None or count_han(chinese) < 2:
        return False
    words = english.lower().split()
    return not {words[0], words[-1]} & function_words()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalogues", nargs="+", type=Path)
    found = {term for file in parser.parse_args().catalogues for term in terms(file)}
    for english, chinese in sorted(found):
        print(english, chinese, sep="\t")


if __name__ == "__main__":
    main()
