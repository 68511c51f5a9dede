"""Keeps tables that are worked out from a file in the user's cache folder, in the form of the module `marshal`.

Such tables are loaded several times as fast as they are made. They can hold dictionaries, tuples, sets, strings and
numbers.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from termbase.cache import folder
from termbase.cache.place import place_of
from termbase.garbage import no_collection

_Tables = TypeVar("_Tables", bound=tuple[object, ...])


def kept(source: Path, ending: str, make: Callable[[], _Tables]) -> _Tables:
    """Return the tables that `make` works out from a file, from the cache folder if they were kept there before.

    They are kept under a name with this ending, and made again if the kept ones are missing or damaged.
    """
    with no_collection():
        place = place_of(source, ending)
        if place is None:
            return make()
        with suppress(OSError, ValueError, EOFError, TypeError):
            if folder.is_own(place):
                return cast(_Tables, marshal.loads(place.read_bytes()))
        made = make()
        with suppress(OSError):
            folder.write(place, lambda file: file.write_bytes(marshal.dumps(made)))  # type: ignore[arg-type]
        return made
