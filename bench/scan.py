"""Measures the speed of finding terms in a long text, by the number of terms: `./run python bench/scan.py`.

The text consists of filler sentences, each with one term of the smallest termbase, in English and Chinese in turn.
It contains hardly any other terms of the larger termbases, so the number of hits stays the same. The comparison is
the bare automaton (daachorse) with the unfolded terms. The difference is the cost of folding, of finding the limits
of words, and of computing the places of hits.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator

from daachorse import CharwiseDoubleArrayAhoCorasick
from dictionary import dictionary

from termbase.document.model import Document
from termbase.document.plain import blocks
from termbase.match.document import find_terms
from termbase.match.matcher import Matcher
from termbase.model import ConceptEntry, Termbase
from termbase.text.english.folded_english import english_key

MEGABYTES = 10
SIZES = (1_000, 10_000, 100_000)
_ENGLISH = (
    "however the delegates from several nearby cities then agreed that quite few of these ought to wait until"
)
_CHINESE = "与会者随后又就此谈了很久仍然没有结果因此大家决定下次再议而且还要请更多的人来听一听"


def main() -> None:
    entries = [entry for entry in dictionary(115_000).entries if not _is_filler(entry)]
    entries.sort(key=_is_long, reverse=True)
    text = _text(list(_up_to(entries, SIZES[0])))
    size = len(text.encode()) / 1e6
    document = Document("text.txt", text, "utf-8", tuple(blocks(text)))
    print(f"{size:.1f} MB of text; CPU time after the terms are loaded")
    for number in SIZES:
        _measure(document, Termbase(tuple(_up_to(entries, number))), size)


def _measure(document: Document, termbase: Termbase, size: float) -> None:
    names = sorted({term.term for entry in termbase.entries for _, term in entry.terms()})
    automaton, matcher = CharwiseDoubleArrayAhoCorasick(names), Matcher(termbase)
    gc.collect()
    gc.freeze()  # not to collect the entries of the dictionary, which the command does not have
    sum(1 for _ in find_terms(Document("warm.txt", "网络主权", "utf-8", tuple(blocks("网络主权"))), matcher))
    hits, seconds = _timed(lambda: sum(1 for _ in find_terms(document, matcher)))
    bare_hits, bare = _timed(lambda: len(automaton.find_overlapping(document.text)))
    print(
        f"{len(names):7} terms: {size / seconds:5.2f} MB/s, {hits:7} hits;"
        f" bare automaton {size / bare:6.2f} MB/s, {bare_hits:7} hits"
    )


def _is_long(entry: ConceptEntry) -> bool:
    """Whether an entry has terms of several words, as termbases have. Single words would match everywhere."""
    (english, *_), (simplified, *_) = entry.languages[0].terms, entry.languages[1].terms
    return 1 < len(english.term.split()) < 6 and len(simplified.term) > 2


def _is_filler(entry: ConceptEntry) -> bool:
    return any(term.term in _CHINESE or english_key(term.term) in _ENGLISH for _, term in entry.terms())


def _up_to(entries: list[ConceptEntry], terms: int) -> Iterator[ConceptEntry]:
    for entry in entries:
        terms -= len({term.term for _, term in entry.terms()})
        if terms < 0:
            return
        yield entry


def _text(entries: list[ConceptEntry]) -> str:
    random.seed(7)
    sentences, size = [], 0
    while size < MEGABYTES * 1_000_000:
        entry = random.choice(entries)
        english, chinese = entry.languages[0].terms[0].term, random.choice(entry.languages[1:]).terms[0].term
        words = random.sample(_ENGLISH.split(), 14)
        start = random.randrange(len(_CHINESE) - 20)
        sentences.append(f"{' '.join(words[:7])} {english} {' '.join(words[7:])}.")
        sentences.append(f"{_CHINESE[start : start + 12]}，{chinese}，{_CHINESE[start + 8 : start + 20]}。")
        size += sum(len(sentence.encode()) for sentence in sentences[-2:])
    paragraphs = (" ".join(sentences[number : number + 10 : 2]) for number in range(0, len(sentences), 10))
    chinese_ones = ("".join(sentences[number + 1 : number + 10 : 2]) for number in range(0, len(sentences), 10))
    return "\n\n".join(f"{first}\n\n{second}" for first, second in zip(paragraphs, chinese_ones, strict=True))


def _timed(function: Callable[[], int]) -> tuple[int, float]:
    start = time.process_time()
    return function(), time.process_time() - start


if __name__ == "__main__":
    main()
