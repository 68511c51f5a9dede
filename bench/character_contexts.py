"""Learns data/character_contexts.tsv: `./run python bench/character_contexts.py FILE... > FILE`.

Each FILE is text as Taiwan writes it (UTF-8), one sentence, clause or word a line. It is simplified by OpenCC and
converted back by words and rules. Where neither decides a character, its context is counted. Contexts enter the
table from short to long, each only if it corrects more than it spoils in what the shorter ones give, if it is right
nearly always, and if it was seen in several surroundings; so the table stays small, and rare evidence has no say.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from character_round_trip import VARIANTS, simple

from termbase.language import Region
from termbase.normalize.ambiguous import undecided
from termbase.normalize.characters import in_characters_of
from termbase.normalize.contexts import SIZES, contexts, window
from termbase.normalize.subject import Subject
from termbase.text.script import Script
from termbase.text.word_edges import Words

NEEDED = {1: 5, 2: 3}
"""How many more characters a context of one or two characters must correct than it spoils; longer ones two."""

RIGHT = 0.9
REGIONAL = "划台周"
"""Characters whose form is a matter of the region more than of the word: 計畫 in Taiwan, 計劃 in Hong Kong."""

SEEN = 4
"""How often a reading must be seen at all."""


class Place(NamedTuple):
    """A character that words leave open: what is beside it, what it is, what it is without contexts."""

    before: str
    after: str
    form: str
    usual: str


def main(*files: str) -> None:
    places: dict[str, list[Place]] = defaultdict(list)
    for file in files:
        for line in dict.fromkeys(Path(file).read_text("utf-8").splitlines()):
            for char, place in places_of(line):
                places[char].append(place)
    print("# What a simplified character is beside others (_ is its place), where no word decides.")
    print("# Learned by bench/character_contexts.py from the texts that SOURCES.md names")
    for char in sorted(places.keys() - set(REGIONAL)):
        forms = defaultdict(list)
        for (before, after), form in learn(places[char]).items():
            forms[form].append(f"{before}_{after}")
        for form, found in sorted(forms.items()):
            print(char, in_both_regions(form), " ".join(sorted(found)), sep="\t")


def places_of(line: str) -> Iterator[tuple[str, Place]]:
    subject = Subject(line)
    if subject.script not in (Script.TRADITIONAL, Script.BOTH):
        return
    right = in_characters_of(subject, Region.TW)
    simplified = simple(line)
    if len(right) != len(simplified):
        return
    written, open_places = undecided(simplified, Region.TW, Words(simplified))
    for place in open_places:
        form = right[place]
        if form.translate(VARIANTS) == written[place].translate(VARIANTS):
            form = written[place]
        yield simplified[place], Place(*window(simplified, place), form, written[place])


def learn(places: list[Place]) -> dict[tuple[str, str], str]:
    """Return the contexts that decide one character."""
    counts = Counter(place.form for place in places)
    places = [place for place in places if counts[place.form] >= SEEN]
    now = [place.usual for place in places]
    table: dict[tuple[str, str], str] = {}
    for size in reversed(SIZES):
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            for context in contexts(place.before, place.after):
                if (len(context[0]), len(context[1])) == size:
                    groups[context].append(number)
        for context, numbers in groups.items():
            form = better(
                [places[number] for number in numbers],
                [now[number] for number in numbers],
                NEEDED.get(sum(size), 2),
            )
            if form is not None:
                table[context] = form
                for number in numbers:
                    now[number] = form
    return table


def better(places: list[Place], now: Iterable[str], needed: int) -> str | None:
    """Return the form that places with one context should have instead of what they have now, if it is sure."""
    form, count = Counter(place.form for place in places).most_common(1)[0]
    if count < RIGHT * len(places):
        return None
    gain = sum((place.form == form) - (place.form == old) for place, old in zip(places, now, strict=True))
    surroundings = {(place.before, place.after) for place in places if place.form == form}
    return form if min(gain, len(surroundings)) >= needed else None


def in_both_regions(form: str) -> str:
    other = in_characters_of(Subject("國" + form), Region.HK)[1:]
    return form if other == form else f"{form}/{other}"


if __name__ == "__main__":
    main(*sys.argv[1:])
