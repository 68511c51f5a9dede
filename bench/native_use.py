"""Makes data/native_use.tsv: the words of other regions that native texts of a region have too.

    ./run python bench/native_use.py FOLDER [--half 0] [--counts FILE] [--since REV] > data/native_use.tsv

FOLDER has a folder for each region (`CN`, `TW`, `HK`), in it one for each source (a newspaper, a blog, the laws of
a country), and in that documents of any format that `check` reads. No document is part of the project. A document
counts for a word if it has no other word of another region: whoever writes several of them may have translated or
copied the text. `--half` reads every other source, so that the bounds below can be judged by the rest; `--counts`
writes the counts. `--since` counts only the words that regional_words.tsv lacked in a git revision, and keeps what
the table says of the others. The table was made from 107 sources of Taiwan (59 million characters), 81 of Hong Kong
(56) and 124 of the mainland (101); the words after revision 924491bd from 32, 18 and 87 (21, 13 and 32 million).
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
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
from termbase.text.regions.foreign_words import foreign_forms
from termbase.text.regions.native_use import NativeUse, native_use
from termbase.text.regions.regional_rows import read_rows
from termbase.text.regions.regional_words import forms
from termbase.text.script import simplify

SHARE = 0.1
"""From this share on (see `Counts.share`), native writers use the foreign word beside the region's own."""
LEAST_SHARE, RATIO = 0.05, 4
"""A smaller share is enough if texts with other foreign words have the word so many times less often."""
MANY_DOCUMENTS, MANY_SHARE = 10, 0.1
"""So many documents and such a share of them make a word doubtful even if one source has most of them."""
LEAST_DOCUMENTS = LEAST_SOURCES = 3
"""So many documents, of so many sources, must have a word alone before it counts as one of the region."""
LEAST_KNOWN = 5
"""With fewer documents that have the region's own word, nothing can be said."""
LEAST_OTHER, OTHER_SHARE = 20, 0.15
"""So many documents that have it in another sense, and such a share, show that its senses are hard to separate."""
MOST_SCRIPT = 3
"""A document with so many characters of the other script is no native one."""
WIDTH = 110
_CODE = "utf-16-le"

HEAD = """\
# Words of other regions that native texts of a region have too, simplified. Made by bench/native_use.py.
# own: of the region too. doubtful: foreign only in a text with other foreign words. unseen: so in a long text.
# region	use	words
"""


@dataclass
class Counts:
    """How many documents have a foreign word: alone or beside others; or the region's own word. By source."""

    alone: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    beside: int = 0
    other: int = 0
    """Native documents with the characters of the foreign word in another sense, or across two words."""

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

    def __init__(self, region: Region, known: Set[str]) -> None:
        table, foreign = dict(forms()), foreign_forms(region).keys() - known
        self.of = {
            word: {simplify(own).lower() for one in table[word] for own in one.row.wordings[region]} - {word}
            for word in foreign
        }
        self._patterns = sorted({*foreign, *(own for found in self.of.values() for own in found)})
        self._automaton = DoubleArrayAhoCorasick([pattern.encode(_CODE) for pattern in self._patterns])

    def within(self, text: str) -> Counter[str]:
        """Count the foreign words and the region's own in a text, in whatever sense."""
        simple = simplify(text).lower().encode(_CODE, "surrogatepass")
        found = self._automaton.find_overlapping(simple)
        return Counter(self._patterns[number] for start, _, number in found if not start & 1)

    def beside(self, counts: Counter[str]) -> Iterator[str]:
        """Yield the foreign words whose own words are counted, other than within the foreign word itself."""
        for word, owns in self.of.items():
            if any(counts[own] > (counts[word] if own in word else 0) for own in owns):
                yield word


def count(folder: Path, region: Region, half: int | None, known: Set[str]) -> dict[str, Counts]:
    """Count the documents of a region in a folder of sources, for the words that are not known."""
    counts: dict[str, Counts] = defaultdict(Counts)
    owns = OwnWords(region, known)
    for source in sorted(folder.iterdir()):
        if half is not None and zlib.crc32(source.name.encode()) % 2 != half:
            continue
        for file in sorted(path for path in source.rglob("*") if path.is_file()):
            try:
                document = read_document(str(file))
            except TermbaseError as error:
                print(error, file=sys.stderr)
                continue
            within = owns.within(document.text)
            if not within:
                continue
            found = list(found_words(read_subject(document, KnownTerms([]), region.tag, DEFAULTS)))
            words = {one.word for one in found if one.word}
            is_native = len(words) <= 1 and sum(not one.word for one in found) < MOST_SCRIPT
            for word in words & owns.of.keys():
                if is_native:
                    counts[word].alone[source.name] += 1
                else:
                    counts[word].beside += 1
            if is_native:
                for word in owns.beside(within):
                    counts[word].own[source.name] += 1
                for word in owns.of.keys() & within.keys() - words:
                    counts[word].other += 1
    return counts


def use(counts: Counts) -> NativeUse | None:
    """Return what the counts say of a word; None if it is certainly foreign."""
    alone = counts.alone.total()
    is_wide = alone >= LEAST_DOCUMENTS and len(counts.alone) >= LEAST_SOURCES
    is_own = counts.share >= SHARE and alone >= counts.beside
    if is_wide and (is_own or (counts.of_documents >= LEAST_SHARE and alone >= counts.beside * RATIO)):
        return NativeUse.OWN
    own = counts.own.total()
    is_ambiguous = counts.other >= LEAST_OTHER and counts.other >= OTHER_SHARE * (counts.other + own)
    is_common = counts.share >= SHARE or (alone >= MANY_DOCUMENTS and counts.of_documents >= MANY_SHARE)
    is_known = own >= LEAST_KNOWN and not is_common and not is_ambiguous
    if not is_known:
        return NativeUse.DOUBTFUL
    return None if counts.beside else NativeUse.UNSEEN


def uses(counts: dict[str, Counts], region: Region, known: Set[str]) -> dict[str, NativeUse]:
    """Return the words that are not certainly foreign. A long word that no text has is as its parts."""
    table = native_use(region)
    words = sorted(foreign_forms(region))
    found = {word: table.get(word) if word in known else use(counts[word]) for word in words}
    foreign = {word for word, kind in found.items() if kind in (None, NativeUse.UNSEEN)}
    seen = {word for word, kind in found.items() if kind is None}
    return {
        word: kind
        for word, kind in found.items()
        if kind
        and (
            word in known
            or counts[word].alone
            or not any(part in word for part in (seen if kind is NativeUse.UNSEEN else foreign))
        )
    }


def words_of(revision: str) -> set[str]:
    """Return the forms of regional_words.tsv in a git revision, as `foreign_forms` has them."""
    shown = subprocess.run(
        ["git", "show", f"{revision}:data/regional_words.tsv"], capture_output=True, check=True, encoding="utf-8"
    )
    return {form for _, marked in read_rows(shown.stdout, revision) for _, form, _ in marked}


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
    parser.add_argument("--counts", type=Path, help="a file for the counts of each word that is found")
    parser.add_argument("--since", help="a git revision, whose words keep what the table says of them")
    arguments = parser.parse_args()
    before = words_of(arguments.since) if arguments.since else set()
    print(HEAD, end="")
    rows: list[str] = []
    for region in Region:
        known = before | native_use(region).keys() if before else before
        counts = count(arguments.folder / region.value, region, arguments.half, known)
        found = uses(counts, region, known)
        for kind in NativeUse:
            for line in lines([word for word, value in found.items() if value is kind]):
                print(region.value, kind.value, line, sep="\t")
        rows += (row(region, word, one, found.get(word)) for word, one in sorted(counts.items()))
    if arguments.counts:
        arguments.counts.write_text("\n".join(rows) + "\n", "utf-8")


def row(region: Region, word: str, counts: Counts, kind: NativeUse | None) -> str:
    """Return a line of the file of counts."""
    alone = counts.alone.total(), len(counts.alone)
    shares = f"{counts.of_documents:.3f}", f"{counts.of_sources:.3f}"
    cells = region.value, word, kind or "", *shares, *alone, counts.beside, counts.own.total(), counts.other
    return "\t".join(map(str, cells))


if __name__ == "__main__":
    main()
