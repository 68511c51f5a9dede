"""Which renderings an answer to a lookup contains."""

from __future__ import annotations

import pytest

from termbase.model import AdministrativeStatus, TermSection
from termbase_service.answers import Preferences

PREFERRED = TermSection("cyberspace", AdministrativeStatus.PREFERRED)
PROPOSED = TermSection("cyber space", proposed=True)
PLAIN = TermSection("cyber domain")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), [PREFERRED, PROPOSED, PLAIN]),
        (("preferred",), [PREFERRED]),
        (("proposed",), [PROPOSED]),
        (("undecided",), [PLAIN]),
        (("preferred", "undecided"), [PREFERRED, PLAIN]),
        (("deprecated",), []),
    ],
)
def test_renderings_are_chosen_by_status(statuses: tuple[str, ...], expected: list[TermSection]) -> None:
    wanted = Preferences(statuses=frozenset(statuses))
    assert [term for term in (PREFERRED, PROPOSED, PLAIN) if wanted.has(term)] == expected
