"""Makes data/usual_renderings.tsv: how message catalogues translate single English words.

    python bench/memory_corpus.py FOLDER
    ./run python bench/usual_renderings.py FOLDER

Reads the catalogues that `memory_corpus.py` has unpacked in FOLDER. The packages in `LEFT_OUT` are not read, so
that their texts, and those of programs that share their texts, can serve to measure the checks. Possible
renderings of a word are the Chinese words that IBM Model 1 links to it, and whole translations of messages that
consist of it. A rendering is kept if it stands in at least one of a hundred messages with the word, and is much
rarer in others.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy
from memory_corpus import LOCALES, messages

from termbase.text.accelerators import without_accelerators
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import words
from termbase.text.english.english_words import comparable
from termbase.text.script import HAN

LEFT_OUT = frozenset(
    "accerciser apper-data baobab brasero-common caja-common cheese-common devhelp-common engrampa-common "
    "file-roller gnome-bluetooth-3-common gnome-calculator gnome-disk-utility gnome-nettool gnome-power-manager "
    "gnome-system-monitor gnome-terminal-data gnote gthumb-data gucharmap libgladeui-common libreoffice-l10n-zh-cn "
    "libreoffice-l10n-zh-tw mate-panel-common mate-power-manager-common mate-settings-daemon-common "
    "mate-terminal-common mate-utils-common nautilus-data network-manager-gnome orca packagekit pluma-common "
    "simple-scan sound-juicer vinagre xfburn xfce4-power-manager-data zenity-common".split()
)
LONGEST = 150
"""Maximum length of a message: in longer ones, too many words stand side by side."""
LEAST, LEAST_KNOWN = 15, 3
"""Minimum number of messages with a word, and with a rendering of it."""
SHARE, LIFT = 0.01, 4
"""Minimum share of a rendering among the messages of its word, and minimum ratio to its share in all messages."""
SHARE_OF_CHARACTER = 0.05
"""The same as `SHARE` for a single character, which stands in many other words by chance."""
LINKED, CHARACTER_LINKED = 0.02, 0.1
ROUNDS = 8
MOST = 12
"""Maximum number of renderings of a word."""
MOST_READ = 6000
"""Maximum number of messages in which the renderings of a word are counted."""

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
CHINESE = re.compile(f"[{HAN}]+")
NO_PROSE = re.compile(r"<[^<>]*>|%[\w$#.'-]*|\{[^{}]*\}|&\w+;")

HEAD = """\
# How message catalogues of free software translate single English words. Made by bench/usual_renderings.py.
# word	region	of 100 messages with it, how many have a rendering	renderings (folded): how many have it
"""


class Message(NamedTuple):
    """The words of a source, in the form of `comparable`, and a folded translation."""

    english: tuple[str, ...]
    chinese: str


def read(folder: Path, tag: str) -> list[Message]:
    """Return the different messages of all catalogues of a language."""
    found: set[tuple[str, str]] = set()
    for package in sorted(folder.joinpath("catalogues").iterdir()):
        if package.name in LEFT_OUT:
            continue
        for locale in (locale for locale, own in LOCALES.items() if own == tag):
            for file in {*package.glob(f"**/{locale}/**/*.mo"), *package.glob(f"**/*{locale}.mo")}:
                found.update((en, zh) for en, zh in messages(file.read_bytes()) if en and len(en) <= LONGEST)
    return [_message(*pair) for pair in sorted(found) if CHINESE.search(pair[1])]


def _message(english: str, chinese: str) -> Message:
    plain, target = (NO_PROSE.sub(" ", without_accelerators(text)) for text in (english, chinese))
    return Message(tuple(comparable(word) for word in WORD.findall(plain)), fold_chinese(target).text)


def links(corpus: Sequence[Message]) -> dict[str, set[str]]:
    """Return the Chinese words that IBM Model 1 links to each English word."""
    sides = [
        (set(one.english), {word for run in CHINESE.findall(one.chinese) for word in words(run)}) for one in corpus
    ]
    english = known(side[0] for side in sides)
    chinese = known(side[1] for side in sides)
    pairs = [
        (english[en], chinese[zh], place)
        for place, (zh, ens) in enumerate((zh, side[0]) for side in sides for zh in side[1] if zh in chinese)
        for en in ens
        if en in english
    ]
    first, second, place = numpy.array(pairs, dtype=numpy.int64).T
    keys, which = numpy.unique(first * len(chinese) + second, return_inverse=True)
    chances = numpy.ones(len(keys))
    for _ in range(ROUNDS):
        given = chances[which]
        shares = numpy.bincount(which, given / numpy.bincount(place, given)[place], len(keys))
        chances = shares / numpy.bincount(keys // len(chinese), shares)[keys // len(chinese)]
    names, renderings = list(english), list(chinese)
    found: dict[str, set[str]] = defaultdict(set)
    for key, chance in zip(keys.tolist(), chances.tolist(), strict=True):
        rendering = renderings[key % len(chinese)]
        if chance > (LINKED if len(rendering) > 1 else CHARACTER_LINKED):
            found[names[key // len(chinese)]].add(rendering)
    return found


def known(sides: Iterator[set[str]]) -> dict[str, int]:
    counts = Counter(word for side in sides for word in side)
    return {word: number for number, word in enumerate(w for w, count in counts.items() if count >= LEAST_KNOWN)}


def whole(corpus: Sequence[Message]) -> dict[str, set[str]]:
    """Return the translations of messages that consist of one word."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in corpus:
        if len(one.english) == 1 and CHINESE.fullmatch(one.chinese) and len(one.chinese) <= len("四个汉字"):
            found[one.english[0]].add(one.chinese)
    return found


def rows(corpus: Sequence[Message], tag: str) -> Iterator[str]:
    possible, alone = links(corpus), whole(corpus)
    where: dict[str, list[str]] = defaultdict(list)
    for one in corpus:
        for word in set(one.english):
            where[word].append(one.chinese)
    everywhere = counts(corpus, {each for several in (*possible.values(), *alone.values()) for each in several})
    for word, texts in sorted(where.items()):
        if len(texts) < LEAST:
            continue
        texts = texts[:: max(1, len(texts) // MOST_READ)]
        found = {
            each: number / len(texts)
            for each in possible.get(word, set()) | alone.get(word, set())
            if (number := sum(each in text for text in texts)) >= LEAST_KNOWN
            and number / len(texts) >= (SHARE if len(each) > 1 else SHARE_OF_CHARACTER)
            and number / len(texts) >= LIFT * everywhere[each] / len(corpus)
        }
        best = sorted(found, key=lambda each: (-found[each], each))[:MOST]
        if best:
            covered = sum(any(each in text for each in best) for text in texts) / len(texts)
            listed = " ".join(f"{each}:{round(100 * found[each])}" for each in best)
            yield f"{word}\t{tag}\t{round(100 * covered)}\t{listed}"


def counts(corpus: Sequence[Message], wanted: set[str]) -> Counter[str]:
    """Return how many translations have each of the wanted strings."""
    lengths = {len(each) for each in wanted}
    found: Counter[str] = Counter()
    for _, text in corpus:
        parts = (text[start : start + length] for length in lengths for start in range(len(text) - length + 1))
        found.update(wanted.intersection(parts))
    return found


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(__file__).parents[1] / "data" / "usual_renderings.tsv"
    lines = [HEAD]
    for tag in dict.fromkeys(LOCALES.values()):
        corpus = read(folder, tag)
        made = list(rows(corpus, tag))
        print(f"{tag}: {len(corpus)} messages, {len(made)} words")
        lines += [f"{line}\n" for line in made]
    out.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
