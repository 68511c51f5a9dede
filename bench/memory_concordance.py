"""Times the concordance of a memory for `memory.py`, and compares its counts with those of reading all texts.

Start from `measure`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from memory_times import Clock, spread, timed

from tmx.content import plain
from tmx.memory.store import MemoryStore
from tmx.memory.tokens import compared

QUERIES, COUNTED = 200, 20
MOST_FOR_COUNT = 1_000_000
_HAN = re.compile("[㐀-鿿]{2}")


def measure(store: MemoryStore, pairs: list[tuple[str, str, str]], chance: random.Random, clock: Clock) -> None:
    """Print the time of looking for parts of real texts, and whether the counts that are said to be exact are."""
    store.concordance("network")
    is_counted = store.stats().units <= MOST_FOR_COUNT
    texts = (
        [compared(plain(each.segment)) for unit in store.units() for each in unit.variants] if is_counted else []
    )
    for name, make in kinds(pairs, chance).items():
        queries = [text for text in (make() for _ in range(2 * QUERIES)) if is_wanted(text)][:QUERIES]
        answers, times = timed(queries, store.concordance, clock)
        print(f"concordance, {name}: {spread(times)}")
        if not is_counted:
            continue
        exact = [pair for pair in zip(queries, answers, strict=True) if pair[1].is_exact][:COUNTED]
        right = sum(found.total == sum(compared(query) in text for text in texts) for query, found in exact)
        print(
            f"  {right} of {len(exact)} exact counts are right; {sum(each.is_exact for each in answers)} are exact"
        )


def kinds(pairs: list[tuple[str, str, str]], chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return for each kind of string a function that makes one."""
    chinese = [pair[1] for pair in pairs if len(_HAN.findall(pair[1])) > 1]
    english = [pair[0] for pair in pairs if len(pair[0].split()) > 2]
    return {
        "two Chinese characters": lambda: str(chance.choice(_HAN.findall(chance.choice(chinese)))),
        "three characters of a Chinese text": lambda: part_of(chance.choice(chinese), 3, chance),
        "five characters of a Chinese text": lambda: part_of(chance.choice(chinese), 5, chance),
        "two characters of an English text": lambda: part_of(chance.choice(english), 2, chance),
        "a part of a word": lambda: part_of(max(chance.choice(english).split(), key=len), 4, chance),
        "six characters of an English text": lambda: part_of(chance.choice(english), 6, chance),
        "a word": lambda: chance.choice(chance.choice(english).split()),
        "two words": lambda: " ".join(chance.choice(english).split()[:2]),
        "three words": lambda: " ".join(chance.choice(english).split()[:3]),
    }


def is_wanted(text: str) -> bool:
    """Whether a string has two characters or more, beside spaces around it."""
    return len(text.strip()) > 1


def part_of(text: str, length: int, chance: random.Random) -> str:
    start = chance.randrange(max(1, len(text) - length))
    return text[start : start + length]
