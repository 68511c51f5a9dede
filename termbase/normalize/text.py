"""Normalizes Chinese text for the readers of one region: its script, its words, and no Unicode defects.

Start from `normalize`, which works in rounds. A round repairs characters (`termbase.text.chinese.defects`), or it
replaces regional words (`termbase.normalize.regional`) and converts the rest to the characters of the region
(`termbase.normalize.characters`).
One round of each is nearly always enough. A further one finds words that the last has produced: 配置文档 becomes
配置文件, then 設定檔.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import Region, canonical, region_of_tag
from termbase.normalize.characters import in_characters_of
from termbase.normalize.composed import composed
from termbase.normalize.prior_terms import PriorTerms
from termbase.normalize.regional import RegionalWords, is_foreign
from termbase.normalize.settled import settled
from termbase.normalize.subject import ALONE, Around, Subject
from termbase.text.addresses import mask_targets
from termbase.text.changes import Change, Step, places_of, replaced, replay, steps
from termbase.text.chinese.defects import repairs
from termbase.text.japanese import mask_japanese
from termbase.text.offsets import MASK
from termbase.text.script import Script, has_han

_ROUNDS = 12
_MASKED = re.compile(f"{MASK}+")

_REMEMBERED = 1024
_LONGEST = 500
"""So many lines of at most so many characters are remembered: documents repeat their headings and boilerplate."""


class _Round(NamedTuple):
    """One round: the repairs, the text after them, the changes of words in it, the text in its new characters."""

    repairs: Sequence[Step]
    text: str
    words: Sequence[Change]
    written: str

    def result(self) -> str:
        return replaced(self.written, (word[:3] for word in self.words)) if self.words else self.written

    def in_turn(self) -> Iterator[Sequence[Change]]:
        """Yield the repairs, each by itself, and the changes of the repaired text."""
        for rule, offset, old, new, reason in self.repairs:
            yield [Change(offset, offset + len(old), new, rule, reason)]
        yield list(self.changes())

    def changes(self) -> Iterator[Change]:
        """Yield the changes to the repaired text in order: regional words, and between them characters."""
        done = 0
        for word in self.words:
            yield from _characters(self.text, self.written, done, word.start)
            yield word
            done = word.end
        yield from _characters(self.text, self.written, done, len(self.text))


class Normalized(NamedTuple):
    """The normalized text, the rounds that have led to it, and the script that the original shows."""

    text: str
    rounds: tuple[_Round, ...]
    script: Script = Script.BOTH

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that lead from the original to the text: `replay` applies them."""
        return tuple(step for now in self.rounds for step in (*now.repairs, *steps(now.text, now.changes())))

    def foreign_words(self, region: Region) -> frozenset[str]:
        """The words of a text in Traditional characters that the region does not use (`is_foreign`)."""
        if self.script is not Script.TRADITIONAL or region is Region.CN:
            return frozenset()
        words = ((now.text[word.start : word.end], word.rule) for now in self.rounds for word in now.words)
        return frozenset(word for word, rule in words if rule == "region" and is_foreign(word, region))


def target_region(tag: str) -> Region:
    """Return the region whose script and words a language tag requires; the tag may have any spelling (`zh_tw`).

    Raise TermbaseError if the tag is not one of Chinese, or if its script is not the script of its region.
    """
    region = region_of_tag(canonical(tag))
    if region is None:
        raise TermbaseError(f"cannot convert to {tag!r}", hint="use zh-CN, zh-TW or zh-HK")
    return region


def normalize(text: str, region: Region, terms: PriorTerms | None = None, around: Around = ALONE) -> Normalized:
    """Return the text in the script and wording of a region, with the steps that lead to it.

    Text that has this form already does not change. Only defects are repaired in text without Chinese. `terms` have
    priority over the tables of regional words. A text that shows no script is read in the script of the lines
    `around` it, and a word that has several senses in the sense of their subject.
    Addresses and the targets of links stay as they are: 文档.md in a link is the name of a file. So does Japanese.
    """
    if text.isascii():
        return Normalized(text, ())
    masked = _masked(text)
    if terms is None and len(text) <= _LONGEST:
        done = _normalized_by_tables(masked, region, around)
    else:
        done = _normalized(masked, region, terms, around)
    return done if masked == text else done._replace(text=_unmasked(done.text, text, masked))


def _masked(text: str) -> str:
    """Return the text with `MASK` for each character that no region writes in another way."""
    return mask_japanese(mask_targets(text))


def _unmasked(written: str, text: str, masked: str) -> str:
    """Return a written text with the characters of the original where these were masked."""
    hidden = chain.from_iterable(text[run.start() : run.end()] for run in _MASKED.finditer(masked))
    return "".join(chain.from_iterable(zip(written.split(MASK), chain(hidden, ("",)), strict=True)))


@lru_cache(maxsize=_REMEMBERED)
def _normalized_by_tables(text: str, region: Region, around: Around) -> Normalized:
    return _normalized(text, region, None, around)


def _normalized(text: str, region: Region, terms: PriorTerms | None, around: Around) -> Normalized:
    rounds: list[_Round] = []
    plain, shown, places = text, None, None
    while len(rounds) < _ROUNDS:
        subject = None
        if (now := _repaired(plain, region)) is None:
            if shown is not None and around.script is not Script.BOTH:  # a further round: the text is converted
                around = around._replace(script=Script(region.script))
            subject = Subject(plain, around=around, written=places)
            shown = shown or subject.shown
            now = _converted(subject, region, terms)
            if places is not None or subject.script in (Script.SIMPLIFIED, Script.BOTH):
                places = places_of(word[:3] for word in now.words)
        written = now.result()
        if written == plain:
            if not rounds:  # what it leaves alone may be words that it knows
                rounds.append(now)
            break
        rounds.append(now)
        plain = written
        if subject is not None and _is_settled(subject, now.words, plain, region, terms):
            break
    return Normalized(plain, tuple(rounds), shown or Script.BOTH)


def _repaired(text: str, region: Region) -> _Round | None:
    if not (taken := repairs(text, region.script)):
        return None
    plain = replay(text, taken)
    return _Round(taken, plain, (), plain)


def _converted(subject: Subject, region: Region, terms: PriorTerms | None = None) -> _Round:
    if not has_han(subject.text):
        return _Round((), subject.text, (), subject.text)
    words = tuple(RegionalWords(subject, region, terms).found())
    return _Round((), subject.text, words, in_characters_of(subject, region))


def _is_settled(
    subject: Subject, words: Sequence[Change], written: str, region: Region, terms: PriorTerms | None
) -> bool:
    """Return whether it is known that a further round would change nothing in a converted text."""
    after = settled(subject, words, written, region)
    if after is None or (words and repairs(written, region.script)):
        return False
    return not RegionalWords(after, region, terms).found()


def changes(text: str, region: Region, around: Around = ALONE) -> list[Change]:
    """Return what `normalize` writes otherwise in a text, as changes at once, whatever rounds lead to it.

    The rule of a change is `region` for a word, `script` for characters, or the name of a repair.
    """
    return composed(each for now in normalize(text, region, around=around).rounds for each in now.in_turn())


def _characters(text: str, written: str, start: int, end: int) -> Iterator[Change]:
    """Yield a change for each run of characters that differ."""
    for differs, run in groupby(range(start, end), lambda place: text[place] != written[place]):
        if differs:
            first, *others = run
            last = first + len(others) + 1
            yield Change(first, last, written[first:last], "script", "characters of the other script or standard")
