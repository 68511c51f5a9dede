"""Files written whole or not at all, and the one date that may stand in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from termbase.errors import TermbaseError, os_error

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (clause 2.2)."""


def xml_text(text: str) -> str:
    """Text as XML can hold it: a control character becomes U+FFFD, visible, never dropped."""
    return _NO_XML.sub("\ufffd", text)


def refuse_overwriting(folder: str, names: Iterable[str], force: bool) -> None:
    """Raise TermbaseError where a file of these names exists and `force` is not given."""
    existing = [name for name in names if (Path(folder) / name).exists()]
    if existing and not force:
        raise TermbaseError(f"already holds {', '.join(existing)}", file=folder, hint="--force overwrites")


def write_files(folder: str, contents: Mapping[str, bytes]) -> None:
    """Write all files into a folder, made where needed: none replaces an old one before all are on disk."""
    target = Path(folder)
    temporary: dict[Path, Path] = {}
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            temporary[target / name] = _write_temporary(target, name, data)
        for final, written in temporary.items():
            written.replace(final)
    except OSError as error:
        raise os_error(error, folder, "write") from error
    finally:
        for written in temporary.values():
            with suppress(OSError):
                written.unlink()


def _write_temporary(folder: Path, name: str, data: bytes) -> Path:
    with NamedTemporaryFile(dir=folder, prefix=f".{name}.", delete=False) as file:
        path = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def source_date() -> datetime | None:
    """The moment that `SOURCE_DATE_EPOCH` names (seconds since 1970, UTC), or None: then no date is written.

    See the reproducible-builds specification of that variable. Raises TermbaseError where it holds no number.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        raise TermbaseError(f"SOURCE_DATE_EPOCH is no moment: {value!r}", hint="give seconds since 1970") from None
