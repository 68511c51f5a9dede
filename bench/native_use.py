"""Makes data/native_use.tsv: the words of other regions that native texts of a region have too.

    ./run python bench/native_use.py FOLDER [--half 0] [--show] > data/native_use.tsv

FOLDER has a folder for each region (`CN`, `TW`, `HK`), in it one for each source (a newspaper, a blog, the laws of
a country), and in that documents of any format that `check` reads. No document is part of the project. A document
counts for a word if it has no other word of another region: whoever writes several of them may have translated or
copied the text. `--half` reads every other source, so that the bounds below can be judged by the rest; `--show`
prints the counts. The sources that the table was made from had 55 (TW), 49 (HK) and 150 million characters (CN).
"""

from __future__ import annotations

import argparse
import math
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from daachorse import DoubleArrayAhoCorasick

from termbase.check.checks.wording import found_words
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import DEFAULTS
from termbase.check.subject import read_subject
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.language import Region
from termbase.text.foreign_words import foreign_forms
from termbase.text.native_use import NativeUse
from termbase.text.regional_words import forms
from termbase.text.script import simplify

SHARE = 0.08
"""From this share on (see `Counts.share`), native writers use the foreign word beside the region's own."""
LEAST_SHARE, RATIO = 0.05, 4
"""A smaller share is enough if texts with other foreign words have the word so many times less often."""
LEAST_DOCUMENTS = LEAST_SOURCES = 3
"""So many documents, of so many sources, must have a word alone before it counts as one of the region."""
LEAST_KNOWN = 5
"""With fewer documents that have the region's own word, nothing can be said."""
MOST_SCRIPT = 3
"""A document with so many characters of the other script is no native one."""
WIDTH = 110
_CODE = "utf-16-le"

HEAD = """\
# Words of other regions that native texts of a region have too, simplified. Made by bench/native_use.py.
# own: a word of the region too. doubtful: foreign only in a text with other foreign words.
# region	use	words
"""


@dataclass
class Counts:
    """How many documents have a foreign word: alone or beside others; or the region's own word. By source."""

    alone: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    beside: int = 0

    @property
    def of_documents(self) -> float:
        """The share of the foreign word among the native documents with it or with the region's own."""
        alone = self.alone.total()
        return alone / (alone + self.own.total()) if alone else 0.0

    @property
    def of_sources(self) -> float:
        """The mean of the shares in each source."""
        sources = {*self.alone, *self.own}
        return sum(self.alone[one] / (self.alone[one] + self.own[one]) for one in sources) / max(len(sources), 1)

    @property
    def share(self) -> float:
        """The geometric mean of both shares: neither a large source nor many small ones decide alone."""
        return math.sqrt(self.of_documents * self.of_sources)


class OwnWords:
    """The words that a region has for each foreign word."""

    def __init__(self, region: Region) -> None:
        table, foreign = dict(forms()), foreign_forms(region)
        self.of = {
            word: {simplify(own).lower() for one in table[word] for own in one.row.wordings[region]} - {word}
            for word in foreign
        }
        self._patterns = sorted({*foreign, *(own for found in self.of.values() for own in found)})
        self._automaton = DoubleArrayAhoCorasick([pattern.encode(_CODE) for pattern in self._patterns])

    def beside(self, text: str) -> Iterator[str]:
        """Yield the foreign words whose own words stand in a text, other than within the foreign word itself."""
        simple = simplify(text).lower().encode(_CODE, "surrogatepass")
        found = self._automaton.find_overlapping(simple)
        counts = Counter(self._patterns[number] for start, _, number in found if not start & 1)
        for word, owns in self.of.items():
            if any(counts[own] > (counts[word] if own in word else 0) for own in owns):
                yield word


def count(folder: Path, region: Region, half: int | None) -> dict[str, Counts]:
    """Count the documents of a region in a folder of sources."""
    counts: dict[str, Counts] = defaultdict(Counts)
    owns = OwnWords(region)
    for source in sorted(folder.iterdir()):
        if half is not None and zlib.crc32(source.name.encode()) % 2 != half:
            continue
        for file in sorted(path for path in source.rglob("*") if path.is_file()):
            try:
                document = read_document(str(file))
            except TermbaseError as error:
                print(error, file=sys.stderr)
                continue
            found = list(found_words(read_subject(document, KnownTerms([]), region.tag, DEFAULTS)))
            words = {one.word for one in found if one.word}
            is_native = len(words) < 2 and sum(not one.word for one in found) < MOST_SCRIPT
            for word in words:
                if is_native:
                    counts[word].alone[source.name] += 1
                else:
                    counts[word].beside += 1
            if is_native:
                for word in owns.beside(document.text):
                    counts[word].own[source.name] += 1
    return counts


def use(counts: Counts) -> NativeUse | None:
    """Return what the counts say of a word; None if it is certainly foreign."""
    alone = counts.alone.total()
    is_wide = alone >= LEAST_DOCUMENTS and len(counts.alone) >= LEAST_SOURCES
    is_own = counts.share >= SHARE and alone >= counts.beside
    if is_wide and (is_own or (counts.of_documents >= LEAST_SHARE and alone >= counts.beside * RATIO)):
        return NativeUse.OWN
    is_known = counts.own.total() >= LEAST_KNOWN and max(counts.share, counts.of_documents) < SHARE
    return None if is_known else NativeUse.DOUBTFUL


def uses(counts: dict[str, Counts], region: Region) -> dict[str, NativeUse]:
    """Return the words that are not certainly foreign. A long word that no text has is as its parts."""
    found = {word: use(counts[word]) for word in sorted(foreign_forms(region))}
    foreign = {word for word, kind in found.items() if kind is None}
    return {
        word: kind
        for word, kind in found.items()
        if kind and (counts[word].alone or not any(part in word for part in foreign))
    }


def lines(words: list[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if len(line) + len(word) > WIDTH:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", action="store_true", help="print the counts of the words instead of the table")
    arguments = parser.parse_args()
    if not arguments.show:
        print(HEAD, end="")
    for region in Region:
        counts = count(arguments.folder / region.value, region, arguments.half)
        found = uses(counts, region)
        if arguments.show:
            for word, one in sorted(counts.items(), key=lambda pair: -pair[1].share):
                kind = found.get(word, "")
                shares = f"{one.of_documents:.3f}", f"{one.of_sources:.3f}"
                print(
                    region.value,
                    word,
                    kind,
                    *shares,
                    one.alone.total(),
                    len(one.alone),
                    one.beside,
                    one.own.total(),
                    sep="\t",
                )
            continue
        for kind in NativeUse:
            for line in lines([word for word, value in found.items() if value is kind]):
                print(region.value, kind.value, line, sep="\t")


if __name__ == "__main__":
    main()
