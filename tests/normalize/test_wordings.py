"""Tests what is remembered of the wordings of one text for the next."""

from __future__ import annotations

import pytest

from termbase.language import Region
from termbase.normalize.wordings import _is_dependent, _possible
from termbase.text.regions.regional_words import forms
from termbase.text.script import Script


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL])
@pytest.mark.parametrize("region", Region)
def test_no_wording_is_remembered_that_the_words_beside_it_can_rule_out(script: Script, region: Region) -> None:
    remembered = [form for form, _ in forms() if not _is_dependent(form, script, region)]
    barred = [
        form
        for form in remembered
        for word in _possible(form, script, region)
        if word.row.not_after or word.row.not_before or word.row.unless
    ]
    assert remembered
    assert not barred
