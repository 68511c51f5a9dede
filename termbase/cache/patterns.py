"""Keeps compiled regular expressions as numbers, for tables that have thousands of them.

To compile one takes a third of a millisecond, in every run again, since Python has no public way to keep what it
has compiled. Where its inner parts differ from those that are known here, patterns are compiled as usual.
"""

from __future__ import annotations

import re
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from types import ModuleType

Code = tuple[int, int, bytes]
"""What a pattern without names is compiled to: its flags, how many groups it has, the numbers of its code."""

_DIFFERS = (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError)
"""What comes of other inner parts of Python."""


def code_of(pattern: str) -> Code | None:
    """Return the code of a pattern without names, for `compiled`; None if this Python does not give it.

    The code is only for the same version of Python. Raise re.error if the pattern is wrong.
    """
    with suppress(*_DIFFERS):
        parsed = _inner("re._parser").parse(pattern)
        code = _inner("re._compiler")._code(parsed, 0)
        return parsed.state.flags, parsed.state.groups - 1, array("I", code).tobytes()
    return None


def compiled(pattern: str, code: Code | None) -> re.Pattern[str]:
    """Return a compiled pattern, made of its code if that is known."""
    if code is not None:
        with suppress(*_DIFFERS):
            flags, groups, numbers = code
            names = (None,) * (groups + 1)
            return _inner("_sre").compile(pattern, flags, array("I", numbers).tolist(), groups, {}, names)  # type: ignore[no-any-return]
    return re.compile(pattern)


@cache
def _inner(name: str) -> ModuleType:
    return import_module(name)
