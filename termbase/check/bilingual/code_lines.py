"""Leaves out of a text the lines that are code: commands for a shell, statements, formulas and settings.

A manual that is translated as a catalogue has its examples as segments of their own, which stay as they are.
"""

from __future__ import annotations

import re

from termbase.renderings.cedict import is_english_word
from termbase.renderings.usual import usual
from termbase.text.english.english_words import comparable
from termbase.text.small_words import SMALL_WORDS

_OPTION_OR_FILE = re.compile(
    r"(?<!\S)(?:--?[A-Za-z]\S*|\S*[\w./~-]/\S*|[\w-]+\.[a-z]\w{1,4}|[a-z]\w*-\w[\w-]*|[A-Z_]+=\S+)(?!\S)"
)
_LONGEST_LINE = 12
"""A line for a shell has an option, or the name of a file or package; and maximum number of its words."""

_PROGRAMS = frozenset(
    "sudo git cd apt apt-get yum dnf pacman pip pip3 npm npx yarn docker kubectl systemctl wget curl chmod chown cp"
    " mv rm mkdir rmdir ssh scp rsync tar unzip sed awk grep python python3 cargo cmake gcc ls dmesg nano".split()
)
"""Programs of shells, whose lines need no option: `git pull`."""

_OTHER_PROGRAMS = frozenset("cat echo export find kill make mount service source tail time touch".split())
"""Programs whose names are words of texts: `make flash DEVICE=/dev/one`."""

_PATH = re.compile(r"(?:[$>] )?(?:~|\.{1,2})?/[\w./~-]+(?:\s|\Z)")
"""Matches a line that begins with the path of a program: `~/env/bin/python run.py`."""

_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_SENTENCE = re.compile("[A-Za-z]{2,} [a-z]{2,}")
"""Matches two words that stand beside each other as in a sentence; code has signs between its words."""

_STATEMENT = re.compile(
    r".*(?:[;{]|\s\\)|}|[\w.:>-]*[\w>](?:_|::|\.|->)\w+\(.*\)"  # send_all(name);  queue.put(name)
    r"|[\w.$*\[\]-]+(?:\([\w, ]*\))?\s?(?:[-+*/|:]?=|:=|\?=)(?!=)\s?\S.*"  # speed(t) = start + rate*t
    r"|\[\w+(?: [\w.-]+)?\]|[a-z]\w*:\s+\S*/\S*|[a-z]+_\w+:(?:\s+\S+)?"  # [probe]  port: /dev/one  pin_up: PA1
)


_COMMENT = re.compile(r"(?:.*\s)?(?:#|//)\s*\w+,? \w+ \w+.*")
_LEAST_WORDS = 4
"""The number of words of a line among code, from which it may be a sentence."""


def without_code_lines(text: str) -> str:
    """Return a text without its lines that are code, such as `sudo apt install lamp-tools` and `x = speed * 2;`.

    Beside a line of code, every line is code that is no comment or sentence: `make`, `speed: 40`.
    """
    lines = text.split("\n")
    if not any(_is_code(line.strip()) for line in lines):
        return text
    return "\n".join(line for line in lines if _is_sentence(line) and not _is_code(line.strip()))


def _is_sentence(line: str) -> bool:
    words = line.split()
    is_long = len(words) >= _LEAST_WORDS and not SMALL_WORDS.isdisjoint(map(str.lower, words))
    return is_long or _COMMENT.fullmatch(line) is not None


def _is_code(line: str) -> bool:
    return is_shell_line(line) or (
        _STATEMENT.fullmatch(line) is not None and not _SENTENCE.search(_QUOTED.sub("0", line))
    )


def is_shell_line(text: str) -> bool:
    """Return whether a text is a line for a shell: `sudo apt install lamp-tools`, `zgrep -c lamp`.

    Its first word is a program or no word of texts; an option or the name of a file follows, and no small words.
    """
    first, *others = text.split() or [""]
    return (
        0 < len(others) < _LONGEST_LINE
        and (_is_program(first) or _PATH.match(text) is not None)
        and not SMALL_WORDS.intersection(others)
        and not text.rstrip().endswith((".", ":", "!", "?"))
        and (first in _PROGRAMS or _OPTION_OR_FILE.search(text) is not None or _is_target(first, others))
    )


def _is_target(program: str, others: list[str]) -> bool:
    """Whether a program with the name of a word has one argument, which is none: `make menuconfig`."""
    return program in _OTHER_PROGRAMS and len(others) == 1 and not is_english_word(others[0].lower())


def _is_program(word: str) -> bool:
    """Whether a word is the name of a program, or in small letters and no word of texts."""
    if word in _PROGRAMS or word in _OTHER_PROGRAMS:
        return True
    is_lower = word.isascii() and word.isalpha() and word.islower()
    return is_lower and not (is_english_word(word) or usual(comparable(word), ""))
