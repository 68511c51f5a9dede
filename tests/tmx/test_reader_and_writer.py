from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.judges import tmx_faults
from tmx.model import TranslationUnit, prop, variant
from tmx.writer import dump

_text = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=20)
_units = st.lists(
    st.builds(
        TranslationUnit,
        attributes=st.fixed_dictionaries({"tuid": st.from_regex(r"u-[0-9a-f]{8}", fullmatch=True)}),
        variants=st.tuples(
            st.builds(variant, st.just("en"), _text),
            st.builds(variant, st.sampled_from(["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK"]), _text),
        ),
        items=st.lists(st.builds(prop, st.just("x-place"), _text), max_size=2).map(tuple),
        before=st.just(()),
        after=st.just(()),
        line=st.just(0),
    ),
    max_size=4,
)
DATE = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_units, st.none() | st.just(DATE))
def test_what_is_written_is_valid_to_dtd_and_schema(
    shared: Path, units: list[TranslationUnit], date: datetime | None
) -> None:
    assert tmx_faults(shared, dump(units, "en", date)) == []


@settings(deadline=None)
@given(_units)
def test_another_tool_reads_every_pair(units: list[TranslationUnit]) -> None:
    from translate.storage.tmx import tmxfile

    store: Any = tmxfile.parsestring(dump(units, "en", None))  # type: ignore[no-untyped-call,unused-ignore]
    read = [(unit.source, unit.target) for unit in store.units]
    assert read == [tuple(variant.segment[0] for variant in unit.variants) for unit in units]


@pytest.mark.parametrize(("date", "attribute"), [(DATE, 'creationdate="20261122T010203Z"'), (None, None)])
def test_the_date_is_written_in_z_form_or_not_at_all(date: datetime | None, attribute: str | None) -> None:
    written = dump([], "en", date).decode()
    assert ("creationdate" in written) == (attribute is not None)
    assert attribute is None or attribute in written
