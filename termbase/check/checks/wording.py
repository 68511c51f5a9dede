"""Checks that a Chinese text has only words and characters of its region, whether a termbase lists them or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termbase.check.finding import Problem
from termbase.check.foreign.declared_mention import is_declared
from termbase.check.foreign.foreign_mention import is_only_mentioned
from termbase.check.foreign.foreign_word import as_one, foreign_word
from termbase.check.foreign.misspelt import misspelt
from termbase.check.foreign.names_there import is_name_there
from termbase.check.foreign.native_words import FoundWord, well_founded
from termbase.check.foreign.no_prose import is_no_prose
from termbase.check.foreign.other_passages import (
    in_script,
    is_passage,
    joined_paragraphs,
    other_script,
    passages,
    said_of_passages,
    said_with_passages,
)
from termbase.check.foreign.other_script import said_of_whole_text
from termbase.check.foreign.own_spelling import is_list_of_words, is_spelt_otherwise
from termbase.check.preferred import region_of
from termbase.check.subject import Subject
from termbase.check.text_region import own_regions
from termbase.check.uses.chinese_names import is_in_chinese_name
from termbase.check.uses.mention import is_named
from termbase.language import Region, is_chinese, region_of_tag, subtags
from termbase.match.matcher import Hit
from termbase.normalize.lines import LinesAbove
from termbase.normalize.subject import Around
from termbase.normalize.text import changes
from termbase.text.changes import Change
from termbase.text.japanese import mask_japanese
from termbase.text.offsets import Span, is_apart, is_within, lies_in
from termbase.text.regions.foreign_words import ForeignPlace, foreign_characters, foreign_places, is_own_character
from termbase.text.regions.region_topics import names_region
from termbase.text.script import Script, convert, script_of, simplify
from termbase.text.sentence_around import sentence_around

_LONGEST = 200
"""How many characters of a sentence on each side of a word are converted."""

_KANA = re.compile("[ぁ-ヺ]")


def wording(subject: Subject) -> Iterator[Problem]:
    """A word or a character of another Chinese region, whether a termbase lists it or not.

    The words are those that `termbase normalize` replaces and that have one meaning. Quotations, titles, mentions,
    foreign names, and names of bodies and laws are ignored, and so are words in a term that the termbase lists for
    the region, and what `region` reports. Words that are right in the region but are converted for it nevertheless
    are in `data/own_words.tsv`. `data/native_use.tsv` has the words that native texts have too; the doubtful ones
    count only beside other foreign words.

    Bad: `請安裝打印機軟件` (in a text of Taiwan)
    Good: `請安裝印表機軟體`
    """
    if is_chinese(subject.language):
        region = region_of_tag(subject.language) or Region.TW
        found = said_with_passages(well_founded(found_words(subject), region, subject.running.text), region)
        yield from said_of_whole_text(subject, found)


def found_words(subject: Subject) -> Iterator[FoundWord]:
    """Yield the words and characters that the tables give to other regions, without those that are left alone."""
    running = subject.running
    region = region_of_tag(subject.language) or Region.TW
    read = mask_japanese(running.text)
    sentences = _sentences(read, _places(read, subject.language))
    above = LinesAbove(read, region)
    for sentence, places in joined_paragraphs(read, sentences, region):
        text = read[sentence.start : sentence.end]
        if not _KANA.search(text):
            around = above.around(sentence.start)
            is_alone = not subject.is_side and is_passage(read, sentence, region)
            for found in _problems(text, sentence.start, places, region, around):
                problem = found.problem
                place = running.origin(problem.start, problem.end)
                is_right = _is_as_spelt(found, subject) or _is_left_alone(subject, place, problem.suggestions)
                if not is_right:
                    throughout = problem.throughout or (said_of_passages(region) if is_alone else "")
                    written = replace(problem, start=place.start, end=place.end, throughout=throughout)
                    yield found._replace(problem=written, offset=problem.start)


def _places(text: str, tag: str) -> Iterable[ForeignPlace]:
    """Return the places of foreign words and characters; without a region, of characters that its script lacks."""
    region = region_of_tag(tag)
    if region is not None:
        return foreign_places(text, region)
    language, script, _, _ = subtags(tag)
    if (language, script) != ("zh", Script.TRADITIONAL):
        return ()
    of_hong_kong = {*foreign_characters(text, Region.HK)}
    return [place for place in foreign_characters(text, Region.TW) if place in of_hong_kong]


def _sentences(text: str, places: Iterable[ForeignPlace]) -> Iterator[tuple[Span, list[ForeignPlace]]]:
    """Yield the sentences that contain places, with these places; a long sentence in parts that do not overlap."""
    sentence, group = Span(0, 0), list[ForeignPlace]()
    for place in places:
        if place.end > sentence.end:
            if group:
                yield sentence, group
            start, end = sentence_around(text, place.start, place.end, _LONGEST)
            sentence, group = Span(max(start, min(sentence.end, place.start)), end), []
        group.append(place)
    if group:
        yield sentence, group


def _problems(
    text: str, offset: int, places: list[ForeignPlace], region: Region, around: Around
) -> Iterator[FoundWord]:
    """Yield the passages in the other script, foreign words and other characters of a sentence at `offset`."""
    other = other_script(region)
    is_whole = script_of(text) is other  # so 后 and 里, which both scripts have, are of the other script too
    in_other_script = in_script(region)
    inner = [place._replace(start=place.start - offset, end=place.end - offset) for place in places]
    found = changes(text, region, around)
    told = [
        whole
        for passage in passages(text, inner, region)
        if (whole := as_one(text, [change for change in found if not is_apart(change, passage)])) is not None
    ]
    for whole in told:
        problem = _problem(text, offset, whole, in_other_script)
        yield FoundWord(replace(problem, throughout=said_of_passages(region)))
    inner = [place for place in inner if not is_within(place, told)]
    if not inner:
        return
    found = [change for change in found if not is_within(change, told)]
    words = [change for change in found if change.rule == "region"]
    for change in words:
        yield from _of_change(text, offset, change, inner, region)
    starts = {place.start for place in inner if not place.regions}
    if is_whole:
        starts.update(at for change in found if change.rule == "script" for at in range(change.start, change.end))
    starts = {at for at in starts if not is_own_character(text[at], region)}
    starts.difference_update(at for word in words for at in range(word.start, word.end))
    if is_no_prose(text):
        return
    for change in misspelt(text, sorted(starts), found):
        yield FoundWord(_problem(text, offset, change, in_other_script))


def _of_change(
    text: str, offset: int, change: Change, inner: list[ForeignPlace], region: Region
) -> Iterator[FoundWord]:
    """Yield what is said of a word that the converter replaces: of the word, or only of its characters."""
    other, in_other_script = other_script(region), in_script(region)
    old = text[change.start : change.end]
    word = foreign_word(text, change, inner, region)
    if word is not None:
        owners = " and ".join(owner.place for owner in Region if owner in word.place.regions)
        problem = _problem(text, offset, word.change, f"the wording of {owners}")
        has_characters = any(lies_in(place, word.change) for place in inner if not place.regions)
        of_characters = _problem(text, offset, word.change, in_other_script).message if has_characters else ""
        written = simplify(text[word.place.start : word.place.end]).lower()
        is_at_home = any(names_region(text, owner) for owner in word.place.regions)
        yield FoundWord(problem, written, word.place.regions, is_at_home, of_characters)
    elif change.new != old and (
        (script_of(text) is other and convert(old, "s2t") != old)
        or any(lies_in(place, change) for place in inner if not place.regions)
    ):
        yield FoundWord(_problem(text, offset, change, in_other_script))


def _problem(text: str, offset: int, change: Change, fault: str) -> Problem:
    message = f"“{text[change.start : change.end]}” is {fault}"
    return Problem(offset + change.start, offset + change.end, message, suggestions=(change.new,))


def _is_as_spelt(found: FoundWord, subject: Subject) -> bool:
    """Whether a finding about characters, not about a word, is in a text with a spelling of its own."""
    if found.word:
        return False
    is_otherwise = not found.problem.throughout and is_spelt_otherwise(subject.running.text, found.problem)
    return is_otherwise or is_list_of_words(subject.document.text)


def _is_left_alone(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    return (
        subject.is_quoted(place)
        or is_only_mentioned(subject, place, own)
        or is_named(subject, place)
        or is_declared(subject, place)
        or is_name_there(subject, place, own)
        or is_in_chinese_name(subject.running.text, subject.running.place(place))
        or any(_allows(subject, hit) for hit in subject.hits_over(place))
    )


def _allows(subject: Subject, hit: Hit) -> bool:
    """Whether the termbase has a term for the text's region, or `region` must ignore the concept."""
    own = own_regions(subject.language)
    return hit.concept.id in subject.settings.region_except or any(
        not (one.is_reworded or one.term.proposed or one.term.is_forbidden)
        and own[:1] == (region_of(one.language, one.term),)
        for one in hit.designations
    )
