"""Reads the settings of the checks from the table `[check]` of `termbase.toml`. `Rules` gives those of a file.

The table has this form:

[check]                       # also takes options of the command: select, ignore, extend-select ...
[check.deprecated]            # a check may have a table of its name
severity = "warning"
except = ["c-12"]             # ids of concepts that the check ignores
[check.words]                 # no check reports anything within these words
except = ["network security team"]
[check.paths."archive/**"]    # pattern as in .gitignore, relative to termbase.toml; later tables win
ignore = ["mixed"]
language = "zh-TW"
severity = { deprecated = "info" }
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from termbase.check.catalogue import CATALOGUE, DEFAULT_NAMES, NAMES
from termbase.check.settings import Settings
from termbase.errors import TermbaseError
from termbase.language import canonical, is_chinese, is_english, region_style, subtags
from termbase.severity import Severity

_SCRIPTS = ("Hans", "Hant")
_PATH_KEYS = ("select", "ignore", "extend-select", "language", "severity")


@dataclass(frozen=True, slots=True)
class Selection:
    """The user's choice of checks, by name or code.

    `select` replaces the checks that run by default, `extend` adds to them, `ignore` removes from the result.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()

    def names(self, default: frozenset[str]) -> frozenset[str]:
        """Return the names of the chosen checks. `default` is used if `select` is empty."""
        return ((names_of(self.select) or default) | names_of(self.extend)) - names_of(self.ignore)


@dataclass(frozen=True)
class Rules:
    """The settings of a run. `paths` are the tables of `[check.paths]`; their patterns are relative to `folder`."""

    general: Settings
    paths: Mapping[str, Mapping[str, Any]]
    folder: Path

    def settings(self, file: str) -> Settings:
        """Return the settings for a file: the general ones, changed by each matching table of `paths`."""
        path = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow symbolic links
        if file == "-" or not self.paths or not path.is_relative_to(self.folder):
            return self.general
        relative, settings = path.relative_to(self.folder).as_posix(), self.general
        for pattern, table in self.paths.items():
            if self._patterns[pattern].match_file(relative):
                settings = _overridden(settings, table)
        return settings

    @cached_property
    def _patterns(self) -> Mapping[str, Any]:
        from pathspec import GitIgnoreSpec

        return {pattern: GitIgnoreSpec.from_lines([pattern]) for pattern in self.paths}


def read_rules(check: Mapping[str, Any], path: Path | None, selection: Selection) -> Rules:
    """Read the rules of a run from the table `check` of the file at `path`.

    Raises TermbaseError for an unknown table, key or value, because a misspelt one would silently have no effect.
    """
    reader = _ValueReader(str(path))
    tables: dict[str, Any] = {key: value for key, value in check.items() if isinstance(value, dict)}
    reader.known("[check]", tables, (*NAMES, "words", "paths"))
    by_name = {NAMES[key]: table for key, table in tables.items() if key in NAMES}
    for name, table in by_name.items():
        reader.known(f"[check.{name}]", table, ("except", "severity"))
    words: Mapping[str, Any] = tables.get("words", {})
    reader.known("[check.words]", words, ("except",))
    general = Settings(
        selected=selection.names(DEFAULT_NAMES),
        severities=reader.severities({n: t["severity"] for n, t in by_name.items() if "severity" in t}),
        excepted={
            n: frozenset(reader.texts(f"[check.{n}] except", t.get("except", ()))) for n, t in by_name.items()
        },
        words=tuple(reader.texts("[check.words] except", words.get("except", ()))),
    )
    rules = Rules(general, tables.get("paths", {}), (path or Path.cwd() / "-").parent)
    for pattern, table in rules.paths.items():
        reader.path(pattern, table)
    if not general.selected and not rules.paths:
        raise TermbaseError("no check is left to run", hint="do not ignore all that are selected")
    return rules


def names_of(spellings: Iterable[str]) -> frozenset[str]:
    """Return the names of checks that are given by name or code. `all` means every check.

    A spelling may hold several, separated by commas. Raises TermbaseError if a check does not exist.
    """
    names: set[str] = set()
    for spelling in (part.strip() for text in spellings for part in text.split(",")):
        if spelling == "all":
            names.update(NAMES.values())
        elif spelling in NAMES:
            names.add(NAMES[spelling])
        elif spelling:
            known = ", ".join(check.name for check in CATALOGUE)
            raise TermbaseError(f"there is no check {spelling!r}", hint=f"the checks are {known}")
    return frozenset(names)


def document_language(tag: str) -> str:
    """Return the canonical form of a tag, in any spelling, for the language of a document.

    Raises TermbaseError if it is not a tag, or if no check knows the language.
    """
    language = canonical(tag)
    is_known = is_chinese(language) and subtags(language).script in _SCRIPTS
    if not is_known and not is_english(language):
        message = f"cannot check documents in {region_style(language)}"
        raise TermbaseError(message, hint="the language is en, zh-CN, zh-TW or zh-HK")
    return language


def _overridden(settings: Settings, table: Mapping[str, Any]) -> Settings:
    selection = Selection(
        *(tuple(table.get(key, ())) for key in ("select", "ignore", "extend-select")),
    )
    severities = {NAMES[name]: Severity(level) for name, level in table.get("severity", {}).items()}
    return replace(
        settings,
        selected=selection.names(DEFAULT_NAMES if settings.selected is None else settings.selected),
        severities={**settings.severities, **severities},
        language=document_language(table["language"]) if "language" in table else settings.language,
    )


@dataclass(frozen=True, slots=True)
class _ValueReader:
    """Reads values of one configuration file. Its methods raise TermbaseError for an invalid value."""

    file: str

    def refuse(self, message: str, hint: str) -> TermbaseError:
        return TermbaseError(message, file=self.file, hint=hint)

    def known(self, where: str, table: object, keys: Sequence[str]) -> None:
        if not isinstance(table, Mapping):
            raise self.refuse(f"{where} is not a table", "write its keys below a line with its name in brackets")
        for key in table:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(keys)}"
                raise self.refuse(f"has an unknown key in {where}: {key}", hint)

    def texts(self, where: str, value: object) -> list[str]:
        if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(v, str) for v in value):
            raise self.refuse(f"{where} is not a list of strings", 'write ["...", "..."]')
        return list(value)

    def severities(self, table: Mapping[str, object]) -> dict[str, Severity]:
        found: dict[str, Severity] = {}
        for name, level in table.items():
            if level not in tuple(Severity):
                raise self.refuse(f"has an unknown severity for {name}: {level!r}", f"use {', '.join(Severity)}")
            found[NAMES[name]] = Severity(str(level))
        return found

    def path(self, pattern: str, table: object) -> None:
        where = f'[check.paths."{pattern}"]'
        self.known(where, table, _PATH_KEYS)
        assert isinstance(table, Mapping)
        for key in ("select", "ignore", "extend-select"):
            names_of(self.texts(f"{where} {key}", table.get(key, ())))
        self.known(f"{where} severity", table.get("severity", {}), tuple(NAMES))
        self.severities(table.get("severity", {}))
        if not isinstance(table.get("language", "en"), str):
            raise self.refuse(f"{where} language is not a string", 'write language = "zh-TW"')
        document_language(table.get("language", "en"))
