"""Compares the placeholders, tags and choices (ICU plural, select) in the plain text of a segment pair.

Start from `compare`. `code_exceptions.py` leaves out the differences that a right translation may have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termbase.check.bilingual.code_exceptions import without_exceptions
from termbase.check.bilingual.emphasis import Difference
from termbase.text.choices import NOT_A_MESSAGE, Choice, choices, syntax
from termbase.text.placeholders import Placeholder, placeholders

_PLURALS = frozenset("zero one two few many other".split())
"""The plural categories of CLDR (UTS 35, 4.1). Which of them a language has differs, so they are not compared."""

_GENDERS = frozenset("male female masculine feminine neuter neutral unknown m f n".split())
"""Keys of `select` that a language without genders may leave out."""

_OTHER = "other"
_KEY_OF_CODE = re.compile(r"(?<=\S) ?[(（][&_~]%\d{1,2}[)）]\Z")
"""Matches a key in a bracket behind a label, where the code stands for the letter: `%1%(&%1)` for `&%1%`."""

_TEX = re.compile(r"(\\[A-Za-z]{2,}\*?)((?:\[[^\[\]]*\]|\{[^{}]*\})+)")
"""Matches a command of TeX with its arguments: `\\label{key}`."""

_ALTERNATIVES = 3
"""The fewest lines of a list of ways to say one thing."""

_SCRIPT = "|/|"
"""What separates a translation in KDE from another that a script makes (ki18n, Transcript)."""


class _Part(NamedTuple):
    """A message or a branch; `argument` is the argument that `#` stands for, "" outside of plurals.

    If `is_joined`, a letter may follow a placeholder directly: `%shint`.
    """

    text: str
    argument: str = ""
    place: str = ""
    is_joined: bool = False


def compare(source: str, target: str) -> list[Difference]:
    """Return what the target lacks and adds.

    Placeholders may stand in any order if their numbers or names are the same. Branches of choices are compared
    with the branch of the same key, or else with the branch `other`. Where a letter follows a placeholder of
    `printf` in one text (`%shint`, `%s提示`), the reading with fewer differences counts. In Chinese, bold type or
    quotation marks may replace italics.
    """
    target = _KEY_OF_CODE.sub("", target.partition(_SCRIPT)[0])
    if _TEX.search(source):
        source, target = (_TEX.sub(_without_arguments, text) for text in (source, target))
    if _are_alternatives(source, target):
        return []
    source = _last_number(source) if "|" in source and "|" not in target else source
    try:
        found = list(_differences(_Part(source), _Part(target)))
    except NOT_A_MESSAGE:
        if _is_whole(source):
            return [Difference("lacks", "a brace or a branch of a plural or select")]
        found = list(_missing_from(placeholders(source), placeholders(target)))
    else:
        if any(one.code.startswith("%") for one in found):
            joined = _differences(_Part(source, is_joined=True), _Part(target, is_joined=True))
            found = min(found, list(joined), key=len)
    return without_exceptions(found, source, target)


def _are_alternatives(source: str, target: str) -> bool:
    """Whether two texts list ways to say one thing, a line each, and all lines have the same codes."""
    lines = [[line for line in text.split("\n") if line.strip()] for text in (source, target)]
    codes = {tuple(sorted(code.identity for code in placeholders(line))) for several in lines for line in several}
    return min(map(len, lines)) >= _ALTERNATIVES and len(codes) == 1 and codes != {()}


def _last_number(source: str) -> str:
    """Return the plural of a text that lists its numbers: `{{ n }} file|{{ n }} files` (Symfony, Laravel, Vue)."""
    numbers = source.split("|")
    codes = {tuple(sorted(code.identity for code in placeholders(number))) for number in numbers}
    return numbers[-1] if len(codes) == 1 and codes != {()} else source


def _without_arguments(command: re.Match[str]) -> str:
    """Return a command of TeX without its arguments, which are translated, but with the name of an environment."""
    arguments = re.findall(r"\[[^\[\]]*\]|\{[^{}]*\}", command[2])
    return command[1] + (arguments[0] if command[1] in ("\\begin", "\\end") else "")


def _is_whole(message: str) -> bool:
    try:
        list(syntax(message))
    except NOT_A_MESSAGE:
        return False
    return True


def _differences(source: _Part, target: _Part, is_number_optional: bool = False) -> Iterator[Difference]:
    before, after = choices(source.text), choices(target.text)
    if Counter(map(_named, before)) != Counter(map(_named, after)) and _in_general(source) == _in_general(target):
        return  # a choice within another one may be around it in the other language
    there, here = (_codes(part, found) for part, found in ((source, before), (target, after)))
    if is_number_optional:
        there, here = ([code for code in codes if code.identity != "#"] for codes in (there, here))
    yield from (found._replace(place=target.place) for found in _missing_from(there, here))
    originals = defaultdict(list)
    for choice in before:
        originals[choice.name, choice.kind].append(choice)
    for choice in after:
        if originals[choice.name, choice.kind]:
            original = originals[choice.name, choice.kind].pop(0)
            yield from _in_branches(source.text, original, target.text, choice)


def _in_general(part: _Part) -> Counter[str]:
    """Return the identities of all placeholders and choices of a text in the general case, the branches `other`."""
    found = choices(part.text)
    own = Counter(f"#{part.argument}" if code.identity == "#" else code.identity for code in _codes(part, found))
    for choice in found:
        argument = choice.name if choice.kind != "select" else part.argument
        start, end = choice.branches.get(_OTHER, (0, 0))
        own += _in_general(_Part(part.text[start:end], argument, is_joined=part.is_joined))
    return own


def _codes(part: _Part, found: Iterable[Choice]) -> list[Placeholder]:
    """Return the placeholders outside of the branches, and each choice as one: `{count, plural}`."""
    text = list(part.text)
    for choice in found:
        text[choice.span.start : choice.span.end] = " " * (choice.span.end - choice.span.start)
    plain = "".join(text)
    codes = placeholders(plain, is_joined=part.is_joined) + [_named(choice) for choice in found]
    if part.argument:
        codes += [Placeholder("#", "#")] * plain.count("#")
        count = re.compile(rf"\{{{re.escape(part.argument)}(?:, number)?\}}")
        codes = [code._replace(identity="#") if count.fullmatch(code.identity) else code for code in codes]
    return codes


def _named(choice: Choice) -> Placeholder:
    code = f"{{{choice.name}, {choice.kind}}}"
    return Placeholder(code, code)


def _missing_from(source: Sequence[Placeholder], target: Sequence[Placeholder]) -> Iterator[Difference]:
    """Compare by identity, and show what is written."""
    for verb, some, others in (("lacks", source, target), ("adds", target, source)):
        left = Counter(code.identity for code in some) - Counter(code.identity for code in others)
        for code in sorted(some):
            if left[code.identity] > 0:
                left[code.identity] -= 1
                yield Difference(verb, code.written)


def _in_branches(source: str, original: Choice, target: str, choice: Choice) -> Iterator[Difference]:
    name, is_plural = _named(choice).written, choice.kind != "select"
    for key in _lacking_keys(original, choice, is_plural):
        yield Difference("lacks", f"“{key}”", name)
    for key, branch in choice.branches.items():
        is_known = key in original.branches or (is_plural and (key in _PLURALS or key.startswith("=")))
        counterpart = original.branches.get(key, original.branches.get(_OTHER))
        if not is_known:
            yield Difference("adds", f"“{key}”", name)
        elif counterpart:
            argument = choice.name if is_plural else ""
            yield from _differences(
                _Part(source[slice(*counterpart)], argument),
                _Part(target[slice(*branch)], argument, f"“{key}” of {name}"),
                is_plural and key != _OTHER,
            )


def _lacking_keys(original: Choice, choice: Choice, is_plural: bool) -> list[str]:
    wanted = [_OTHER] if is_plural else [key for key in original.branches if key not in _GENDERS]
    return [key for key in wanted if key in original.branches and key not in choice.branches]
