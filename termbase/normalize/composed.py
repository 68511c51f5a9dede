"""Composes the changes of several rounds to changes of the text before all of them. Start from `composed`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from termbase.text.changes import Change


def composed(rounds: Iterable[Sequence[Change]]) -> list[Change]:
    """Return the changes that make of a text at once what the rounds make of it one after the other.

    The places of each round are places in the text that the round before it has made. Changes that overlap become
    one: 配置文档 is 配置文件 first, then 設定檔. Its rule is `region` if a word of a region is part of it.
    """
    found: list[Change] = []
    for changes in rounds:
        if not found:
            found = list(changes)
            continue
        for change in reversed(changes):  # so that the places of those before it stay right
            found = _with(found, change)
    return found


def _with(found: Iterable[Change], later: Change) -> list[Change]:
    """Return changes with one more, whose place is in the text that they make."""
    before: list[Change] = []
    after: list[Change] = []
    start, head, stop, tail, rules = later.start, "", later.end, "", {later.rule}
    shift = 0
    for one in found:
        first = one.start + shift
        last = first + len(one.new)
        shift += len(one.new) - (one.end - one.start)
        if last <= later.start:
            before.append(one)
            start = later.start - shift
        elif first >= later.end:
            after.append(one)
            continue
        else:
            rules.add(one.rule)
            if first < later.start:
                start, head = one.start, one.new[: later.start - first]
            tail = one.new[later.end - first :]
        stop = one.end if tail else later.end - shift
    rule = "region" if "region" in rules else later.rule
    return [*before, Change(start, stop, head + later.new + tail, rule, later.reason), *after]
