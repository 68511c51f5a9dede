"""Tests what is remembered of the wordings of one text for the next."""

from __future__ import annotations

import pytest

from termbase.language import Region
from termbase.normalize.subject import Subject
from termbase.normalize.wordings import Wordings, _beside, _is_dependent, _possible
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


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL])
@pytest.mark.parametrize("region", Region)
def test_no_wording_is_ruled_out_that_the_words_beside_a_form_give_it(script: Script, region: Region) -> None:
    lost, kept = [], int(script == region.script)
    for form, _ in forms():
        if _beside(form, script, region) is None:
            continue
        rows = [word.row for word in _possible(form, script, region)]
        befores = [f"{each}{space}" for row in rows for each in row.before for space in ("", " ")]
        behinds = [f"{space}{each}" for row in rows for each in row.after for space in ("", " ")]
        for before, behind in [*((each, "") for each in befores), *(("", each) for each in behinds)]:
            text, place = before + form + behind, (len(before), len(before) + len(form), form)
            wordings = Wordings(Subject(text, text, script), region)
            written = wordings._wording(*place)
            kept += written is not None
            if wordings.of(*place) != written:
                lost.append(text)
    assert (lost, kept > 0) == ([], True)
