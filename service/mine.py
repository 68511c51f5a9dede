"""Mines the term pairs of bilingual files, for every interface. Start from `mine_files`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.bitext import Bitext
    from termbase.extract.evidence import ListedPairs
    from termbase.mine.corpus import Corpus, Segment
    from termbase.mine.general import GeneralText
    from termbase.mine.job import MinedPair


@dataclass(frozen=True)
class Read:
    """The segment pairs of a bilingual file, and how many of its translations were left out, by reason.

    `language` is the canonical tag of the Chinese, or "" if the file has no Chinese and English. `repairs` are
    messages about what was repaired or lost in a damaged memory.
    """

    file: str
    corpus: Corpus
    language: str
    left_out: Mapping[str, int] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()


Watch = Callable[[Iterator[Read]], Iterable[Read]]
"""A function that the files pass through as they are read, for example to show progress."""


@dataclass(frozen=True)
class MinedFiles:
    """The pairs that were mined, the best first, and how much they were mined from.

    `language` is the canonical tag of the Chinese in most segment pairs.
    """

    pairs: list[MinedPair]
    corpus: Corpus
    language: str
    left_out: Mapping[str, int]
    repairs: tuple[str, ...] = ()

    def without(self, known: ListedPairs) -> MinedFiles:
        """Return the pairs that are not `known`; `left_out` counts the others."""
        from termbase.mine.keys import key_of

        new = [pair for pair in self.pairs if key_of(pair.zh, pair.en) not in known]
        listed = Counter({"in a termbase": len(self.pairs) - len(new)})
        return replace(self, pairs=new, left_out=+(Counter(self.left_out) + listed))

    def against(self, file: str) -> MinedFiles:
        """Return the pairs ranked by how special they are beside the general text of a file of any kind."""
        from termbase.mine.general import ranked_against

        return replace(self, pairs=ranked_against(self.pairs, self.corpus, _read_general(file)))


def _read_general(file: str) -> GeneralText:
    """Count the words of general text: a bilingual file, a document, or a table of words and their frequencies.

    Raises TermbaseError if the file cannot be read, or has no word.
    """
    from termbase.mine.general import GeneralText
    from tmx.bilingual.segment_pairs import is_bilingual

    general = GeneralText()
    if frequencies := _frequencies(file):
        for word, count in frequencies:
            general.add_word(word, count)
    elif is_bilingual(file):
        general.add_segments(read_segments(None, None, file).corpus.segments)
    else:
        general.add_segments(_monolingual(file))
    if not general.counts:
        raise TermbaseError("has no words", file=file, hint="give text, or a table of words and their frequencies")
    return general


def _monolingual(file: str) -> Iterator[Segment]:
    from termbase.document.reader import read_document
    from termbase.mine.corpus import Segment
    from termbase.text.offsets import unmasked
    from termbase.text.script import has_han

    for block in read_document(file).blocks:
        text = unmasked(block.text)
        yield Segment(text, "") if has_han(text) else Segment("", text)


def _frequencies(file: str) -> list[tuple[str, int]]:
    """Return the words of a table whose second column has only numbers; empty for any other file."""
    from termbase.table.rows import SUFFIXES, read_rows

    if Path(file).suffix.lower() not in SUFFIXES:
        return []
    rows = [row for _, row in read_rows(file)]
    numbers = [(row[0], int(row[1])) for row in rows if len(row) > 1 and row[1].strip().isdecimal()]
    return numbers if len(numbers) >= len(rows) - 1 else []


def mine_files(
    files: Sequence[str], source: str | None = None, target: str | None = None, watch: Watch = iter
) -> MinedFiles:
    """Mine the term pairs of bilingual files together; they are read in several processes if they are large.

    `source` and `target` (canonical tags) choose a direction in files that have several. Raises TermbaseError if a
    file cannot be read, or if no file has Chinese and English.
    """
    from termbase.files.parallel import map_files

    mined = mine_together(watch(map_files(partial(read_segments, source, target), files)))
    if not mined.corpus.segments:
        raise TermbaseError(
            f"{', '.join(files)}: no segment pair in Chinese and English",
            hint="name the languages: --source en --target zh-CN",
        )
    return mined


def mine_together(texts: Iterable[Read]) -> MinedFiles:
    """Mine the term pairs of texts that have been read, whatever they were read from."""
    from termbase.language import SIMPLIFIED
    from termbase.mine.corpus import Corpus
    from termbase.mine.job import mine

    corpus = Corpus()
    languages: Counter[str] = Counter({SIMPLIFIED: 0})
    left_out: Counter[str] = Counter()
    repairs: list[str] = []
    for read in texts:
        corpus.merge(read.corpus)
        languages[read.language] += len(read.corpus.segments)
        left_out.update(read.left_out)
        repairs += read.repairs
    return MinedFiles(mine(corpus), corpus, languages.most_common(1)[0][0], +left_out, tuple(repairs))


def read_segments(source: str | None, target: str | None, file: str) -> Read:
    """Read the Chinese-English segment pairs of a bilingual file, without unfinished translations."""
    from termbase.bitext import State
    from termbase.mine.corpus import Corpus
    from tmx.bilingual.segment_pairs import read_bitexts
    from tmx.report import Repair, Report

    left_out: Counter[str] = Counter()
    repairs: list[Repair] = []
    read = read_bitexts(file, source, target, Report(file, repairs.append), left_out)
    bitexts = [one for one in read if _is_wanted(one)]
    states = (State.UNFINISHED, State.LOCKED)
    left_out.update(pair.state.value for bitext in bitexts for pair in bitext.pairs if pair.state in states)
    corpus = Corpus(segment for bitext in bitexts for segment in _segments(bitext.without(states)))
    return Read(file, corpus, _chinese_of(bitexts[0]) if bitexts else "", +left_out, tuple(map(str, repairs)))


def _is_wanted(bitext: Bitext) -> bool:
    from termbase.language import is_chinese, is_english

    languages = bitext.source_language, bitext.target_language
    return any(map(is_chinese, languages)) and any(map(is_english, languages))


def _chinese_of(bitext: Bitext) -> str:
    from termbase.language import is_chinese

    return bitext.source_language if is_chinese(bitext.source_language) else bitext.target_language


def _segments(bitext: Bitext) -> Iterator[Segment]:
    from termbase.language import is_chinese
    from termbase.mine.corpus import Segment

    source_is_chinese = is_chinese(bitext.source_language)
    for pair in bitext.pairs:
        if source_is_chinese:
            yield Segment(pair.source, pair.target, bitext.file, pair.source_line, pair.source_column)
        else:
            yield Segment(pair.target, pair.source, bitext.file, pair.target_line, pair.target_column)
