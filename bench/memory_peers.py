"""Times the searches of other programs for `memory.py`. Start from `times`.

- `translate-toolkit`: its `search.match`, which compares a text with all others.
- `tantivy`: a full-text index of the grams of a text, whose 100 best answers rapidfuzz compares; `pip install
  tantivy` makes it available.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from rapidfuzz.distance import Levenshtein

_FIRST = 100
_SIZES = {"en": 3, "zh-CN": 2}
"""The number of characters in a gram."""


def times(language: str, queries: list[str], texts: list[str]) -> Iterator[tuple[str, list[float] | str]]:
    """Yield the name of each program, with the milliseconds (CPU) of its searches, or why there are none."""
    yield "translate-toolkit", _timed(queries, _toolkit(texts))
    try:
        find = _tantivy(texts, _SIZES[language])
    except ImportError:
        yield "tantivy", "is not installed"
        return
    yield "tantivy and rapidfuzz", _timed(queries, find)


def _timed(queries: list[str], find: Callable[[str], object]) -> list[float]:
    taken = []
    for query in queries:
        start = time.process_time()
        find(query)
        taken.append(1000 * (time.process_time() - start))
    return taken


def _toolkit(texts: list[str]) -> Callable[[str], object]:
    from translate.search.match import matcher
    from translate.storage.base import TranslationStore, TranslationUnit

    TranslationUnit.__lt__ = lambda *_: False  # type: ignore[operator]  # two units of equal score are compared, which fails
    store: Any = TranslationStore()
    for text in texts:
        store.addsourceunit(text).target = "x"
    searched = matcher(store, max_candidates=5, min_similarity=70, max_length=1000)
    return lambda query: searched.matches(query)


def _tantivy(texts: list[str], size: int) -> Callable[[str], object]:
    tantivy: Any = import_module("tantivy")
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(size, size, False))
        .filter(tantivy.Filter.lowercase())
        .build()
    )
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("text", stored=True, tokenizer_name="grams", index_option="freq")
        .build()
    )
    index = tantivy.Index(schema)
    index.register_tokenizer("grams", analyzer)
    writer = index.writer(200_000_000, 1)
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> list[tuple[float, str]]:
        wanted: Any = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", gram))
            for gram in dict.fromkeys(analyzer.analyze(query))
        ]
        hits = searcher.search(tantivy.Query.boolean_query(wanted), _FIRST).hits
        found = [str(searcher.doc(address)["text"][0]) for _, address in hits]
        return sorted(((Levenshtein.normalized_similarity(query, text), text) for text in found), reverse=True)[:5]

    return find
