"""Compares the placeholders, tags and choices (ICU plural, select) in the plain text of a segment pair.

Start from `compare`. `emphasis.py` decides which tags a Chinese text may have instead of those of its source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termbase.check.emphasis import Difference, without_emphasis
from termbase.text.choices import NOT_A_MESSAGE, Choice, choices, syntax
from termbase.text.placeholders import Placeholder, placeholders
from termbase.text.script import HAN, has_han

_PLURALS = frozenset("zero one two few many other".split())
"""The plural categories of CLDR (UTS 35, 4.1). Which of them a language has differs, so they are not compared."""

_GENDERS = frozenset("male female masculine feminine neuter neutral unknown m f n".split())
"""Keys of `select` that a language without genders may leave out."""

_SHELL_VARIABLE = re.compile(r"\$\{(\w+)\}")
_USAGE = re.compile(r"([{%])(\w+)([}%])")
_ARGUMENT = re.compile(r"%\d+\$[a-zA-Z]+|\{{1,2}\s?[A-Za-z_]\w*\s?\}{1,2}|%\([A-Za-z_]\w*\)[a-z]")
_ENDING = re.compile(r"(?<=[a-z])\{{1,2}(?:\w*plural|e?s)\}{1,2}", re.IGNORECASE)
_CHOSEN_ENDING = re.compile(
    r"(?<=[a-z])\{(?P<name>\w+), ?plural,\s*(?:(?:\w+|=\d+)\s*\{(?:e?s|y|ies)?\}\s*)+\}", re.IGNORECASE
)

_LANGUAGE = re.compile(r"(?<=/)(?:en|zh)(?:[-_][A-Za-z]+)*(?=[/\"'])", re.IGNORECASE)
_NUMBER = re.compile(r"%\d+\$")
_OTHER = "other"
_SPACED = re.compile(r"\{\s+[^\W\d_]+\s+\}")
_OPTION_VALUE = re.compile(rf"(?:--?[a-z][\w-]*|:[a-z]+(?: [a-z]+)?)[ =]\{{[{HAN}]+\}}")
"""Matches the value of an option or command whose name is translated: `--file {文件名}` for `--file {fname}`."""

_IN_BRACES = re.compile(rf"\{{[a-z{HAN}]+\}}")
_WORDS_IN_BRACES = re.compile(r"\{\w+(?:-\w+){2,}\}|\{[" + HAN + r"]{6,}\}")
"""Matches words in braces that are no name of an argument: `{script-only-if-no-other-script}`."""

_LOUD = re.compile(r"\{[A-Z]{2,}\}")
_HAN_IN_BRACES = re.compile(rf"\\[a-z]\{{[{HAN}]+\}}")
"""Matches an escape whose value has a translated name: `\\x{十六进制数}` for `\\x{HEXNUMBER}`."""

_BRACES, _QUOTED_BRACES = (
    re.compile(r"\bbrac(?:e|ket)s?\b", re.IGNORECASE),
    re.compile(r"[\"'“‘「『]\{\}[\"'”’」』]"),
)
"""Match the name of braces, and braces in quotation marks, which may show them: *curly braces*, 花括号“{}”."""

_KEY_OF_CODE = re.compile(r"(?<=\S) ?[(（][&_~]%\d{1,2}[)）]\Z")
"""Matches a key in a bracket behind a label, where the code stands for the letter: `%1%(&%1)` for `&%1%`."""

_TEX = re.compile(r"(\\[A-Za-z]{2,}\*?)((?:\[[^\[\]]*\]|\{[^{}]*\})+)")
"""Matches a command of TeX with its arguments: `\\label{key}`."""

_QT = re.compile(r"%[1-9]")
_ALTERNATIVES = 3
"""The fewest lines of a list of ways to say one thing."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WRAPPED = re.compile(r"(?<=[A-Za-z,]) ?<br\s*/?>\s?(?=[a-z])", re.IGNORECASE)
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
    found = [one for one in found if not _WORDS_IN_BRACES.fullmatch(one.code)]
    if _OPTION_VALUE.search(target):
        found = [one for one in found if not _IN_BRACES.fullmatch(one.code)]
    if _HAN_IN_BRACES.search(target):
        found = [one for one in found if not (one.verb == "lacks" and _LOUD.fullmatch(one.code))]
    found = _without_joined_lines(_without_spaced_words(found), source)
    found = [one for one in found if not (one.verb == "lacks" and has_han(target) and _is_ending(one, source))]
    found = [one for one in found if not _is_repeated(one, source if one.verb == "adds" else target)]
    if _BRACES.search(source) and _QUOTED_BRACES.search(target):
        found = [one for one in found if one != ("adds", "{}", "")]
    found = _without_units(found)
    found = _without_numbered(_without_translated_words(without_emphasis(found, source, target), source, target))
    return [one for one in found if not (_is_same_variable(one, source, target) or _is_usage(one, source, target))]


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


def _is_repeated(difference: Difference, other: str) -> bool:
    """Whether one text only shows an argument more often than the other, by its number or name: `%1$s and %1$s`."""
    argument = _ARGUMENT.fullmatch(difference.code)
    return argument is not None and difference.code in {code.identity for code in placeholders(other)}


def _is_ending(difference: Difference, source: str) -> bool:
    """Whether a code only stands for the ending of an English plural: `file{plural}`."""
    written = {found[0] for found in _ENDING.finditer(source)}
    chosen = {f"{{{found['name']}, plural}}" for found in _CHOSEN_ENDING.finditer(source)}
    return difference.code in written | chosen


def _without_arguments(command: re.Match[str]) -> str:
    """Return a command of TeX without its arguments, which are translated, but with the name of an environment."""
    arguments = re.findall(r"\[[^\[\]]*\]|\{[^{}]*\}", command[2])
    return command[1] + (arguments[0] if command[1] in ("\\begin", "\\end") else "")


def _without_units(found: list[Difference]) -> list[Difference]:
    """Leave out placeholders of Qt with a letter directly behind: `%1x` for `%1 x`."""
    lacking = {one.code for one in found if one.verb == "lacks" and _QT.fullmatch(one.code)}
    joined = {
        one.code[:2] for one in found if one.verb == "adds" and one.code[:2] in lacking and len(one.code) == 3
    }
    return [one for one in found if one.code[:2] not in joined]


def _without_spaced_words(found: list[Difference]) -> list[Difference]:
    """Leave out words between braces that the target translates: `{ or }`, `{ 或 }`."""
    if any(one.verb == "adds" and _SPACED.fullmatch(one.code) and has_han(one.code) for one in found):
        return [one for one in found if not _SPACED.fullmatch(one.code)]
    return found


def _without_joined_lines(found: list[Difference], source: str) -> list[Difference]:
    """Leave out `<br>` within a sentence of the source, which only breaks its line: *It may<br>stop*."""
    breaks, kept = len(_WRAPPED.findall(source)), list[Difference]()
    for one in found:
        if one.verb == "lacks" and breaks and _BREAK.fullmatch(one.code):
            breaks -= 1
        else:
            kept.append(one)
    return kept


def _without_numbered(found: list[Difference]) -> list[Difference]:
    """Leave out tags that differ only in numbers of placeholders (`%s`, `%2$s`), or in the language."""
    plain = [_LANGUAGE.sub("", _NUMBER.sub("%", one.code)) if one.code.startswith("<") else "" for one in found]
    both = {code for code, one in zip(plain, found, strict=True) if code and one.verb == "lacks"}
    both &= {code for code, one in zip(plain, found, strict=True) if code and one.verb == "adds"}
    return [one for code, one in zip(plain, found, strict=True) if code not in both]


def _is_same_variable(difference: Difference, source: str, target: str) -> bool:
    """Whether the other text has the same variable of a shell without braces: `${HOME}`, `$HOME`."""
    variable = _SHELL_VARIABLE.fullmatch(difference.code)
    other = target if difference.verb == "lacks" else source
    return variable is not None and re.search(rf"\${variable[1]}\b", other) is not None


def _is_usage(difference: Difference, source: str, target: str) -> bool:
    """Whether a code is a part of a usage message, whose words are explained in it and translated: `{INTEGER}`.

    In the source the word also stands without the marks, and the target has Chinese words in the marks.
    """
    marked = _USAGE.fullmatch(difference.code)
    if marked is None:
        return False
    left, word, right = marked.groups()
    inside = [
        found[1] for found in re.finditer(rf"{re.escape(left)}([^{re.escape(left + right)}\s]+){right}", target)
    ]
    is_translated = any(map(has_han, inside))
    if difference.verb == "adds":
        return has_han(word) and re.search(rf"{re.escape(left)}[A-Z]{{3,}}{right}", source) is not None
    return is_translated and word.isupper() and len(re.findall(rf"\b{word}\b", source)) > 1


def _without_translated_words(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Leave out Chinese words in braces that translate words in braces, not a placeholder: `{State district}`."""
    braced = [one for one in found if one.code.startswith("{")]
    is_translated = source.count("{") == target.count("{") and not has_han(source)
    if is_translated and all(one.verb == "adds" and has_han(one.code) for one in braced):
        return [one for one in found if one not in braced]
    return found


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
