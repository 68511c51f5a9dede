"""Tests that a text with any form of a term that `lookup` finds gives a hit: both use one match key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from termbase import read, read_with_findings
from termbase.check.known_terms import KnownTerms
from termbase.check.preferred import region_of
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.check.text_region import foreign_region, has_own_term, own_regions, own_terms, written_there
from termbase.document.model import Block, Document
from termbase.errors import TermbaseError
from termbase.gather.concepts import concepts
from termbase.gather.model import Attestation, AttestedPair
from termbase.index.build import index_of
from termbase.index.whole import SURE
from termbase.language import SIMPLIFIED, Region, is_chinese, is_english
from termbase.lookup import Match, lookup
from termbase.match.matcher import Matcher
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.normalize.text import normalize
from termbase.text.chinese.folded_chinese import chinese_patterns, fold_chinese
from termbase.text.chinese_key import chinese_key, script_key
from termbase.text.regions.regional_words import forms
from termbase.text.regions.wording import mainland_forms, wordings
from termbase.text.script import convert
from tests.conftest import ROOT

SEED = ROOT / "data" / "seed.tbx"
SPELLED = (Match.EXACT, Match.FOLDED, Match.SCRIPT, Match.REGION)
PREFERRED, DEPRECATED = AdministrativeStatus.PREFERRED, AdministrativeStatus.DEPRECATED
PLACES = [Attestation("a.txt", 1, 1, (("x", True),))]
REGIONS = {"zh-Hans-CN": "CN", "zh-Hant-TW": "TW", "zh-Hant-HK": "HK"}


def concept(identifier: str, **terms: str) -> ConceptEntry:
    """Make a concept from `zh_Hans_CN="数字经济|数码经济"`."""
    return ConceptEntry(
        identifier,
        tuple(
            LanguageSection(tag.replace("_", "-"), tuple(map(TermSection, written.split("|"))))
            for tag, written in terms.items()
        ),
    )


def document(text: str) -> Document:
    return Document("text.txt", text, "utf-8", (Block(0, text),))


def chinese_forms(term: str) -> set[str]:
    """Return a term in the wording of every region and in both scripts, as the conversion of texts writes it."""
    worded = {term, *(normalize(term, region).text for region in Region)}
    return {convert(form, way) for form in worded for way in ("t2s", "s2tw", "s2hk")} | worded


def english_forms(term: str) -> set[str]:
    """Return forms in which English texts may have a term."""
    return {term, term.lower(), term.upper(), term.replace(" ", "-"), term.replace("-", " "), f"{term}’s",
            term.replace(" ", "\n"), term.replace("is", "iz"), term.replace("our", "or"), f"{term}s"}  # fmt: skip


def missed(termbase: Termbase, forms_of: object, text_of: str) -> Iterator[str]:
    """Return the forms of terms that `lookup` finds, but that are not found at their place in a text.

    Forms that stand for a term only in some sentences are left to `tests/one_answer/test_wordings.py`.
    """
    assert callable(forms_of)
    index, matcher = index_of(termbase), Matcher(termbase)
    of_language = is_english if text_of.isascii() else is_chinese
    for entry in termbase.entries:
        for term in {term.term for tag, term in entry.terms() if of_language(tag)}:
            for form in sorted(forms_of(term)):
                found = lookup(form, [index], 10)
                sure = [hit for hit in found if hit.match in SPELLED and hit.score > SURE]
                best = [hit.entry.id for hit in sure if hit.match is found[0].match]
                if entry.id in best and len(form) > 1:
                    start = text_of.index("{}")
                    hits = matcher.find(text_of.format(form))
                    places = {(hit.start, hit.end) for hit in hits if hit.concept.id == entry.id}
                    if (start, start + len(form.removesuffix("’s"))) not in places:
                        yield form


def sample_termbases(shared: Path) -> Iterator[Termbase]:
    for file in sorted([*shared.glob("samples/**/*.tbx"), *shared.glob("dev/**/*.tbx")]):
        try:
            yield read_with_findings(str(file)).termbase
        except TermbaseError:
            continue


each_language = pytest.mark.parametrize(
    ("forms_of", "text"),
    [(chinese_forms, "他们提出：{}。"), (english_forms, "They say: {}.")],
    ids=["Chinese", "English"],
)


@each_language
def test_what_lookup_finds_in_the_seed_termbase_is_found_in_texts(forms_of: object, text: str) -> None:
    assert list(missed(read(str(SEED)), forms_of, text)) == []


@each_language
def test_what_lookup_finds_in_sample_termbases_is_found_in_texts(shared: Path, forms_of: object, text: str) -> None:
    assert [form for termbase in sample_termbases(shared) for form in missed(termbase, forms_of, text)] == []


WORDS = sorted({word for word in mainland_forms().values() if len(word) > 1})
terms = st.lists(st.one_of(st.sampled_from(WORDS), st.text("的与大中新上化", max_size=2)), max_size=3).map("".join)


@pytest.mark.parametrize(
    "term", ["数字经济", "信息通信技术", "软件程序", "网络安全", "二维码", "元数据", "数据位", "模块"]
)
def test_wordings_are_all_that_have_the_key(term: str) -> None:
    table: dict[str, list[str]] = {}
    for form, _ in forms():
        table.setdefault(chinese_key(form), []).append(form)

    def replaced(key: str) -> Iterator[str]:
        yield key
        for start in range(len(key)):
            for end in range(start + 1, len(key) + 1):
                for form in table.get(key[start:end], ()):
                    yield from (key[:start] + form + rest for rest in replaced(key[end:]))

    key = chinese_key(term)
    assert {key, *wordings(script_key(term))} == {form for form in replaced(key) if chinese_key(form) == key}


@given(terms)
def test_every_wording_has_the_key_of_its_term(term: str) -> None:
    for form in wordings(script_key(term)):
        assert chinese_key(form) == chinese_key(term)
        assert form != script_key(term)


@given(terms, st.sampled_from(["t2s", "s2tw", "s2hk"]), st.data())
def test_every_wording_is_found_at_its_place(term: str, script: str, data: st.DataObject) -> None:
    assume(len(term) > 1)
    written = data.draw(st.sampled_from([term, *wordings(script_key(term))]))
    written = convert(written, script)
    assume(len(written) > 1 and chinese_key(written) == chinese_key(term))
    hits = Matcher(Termbase((concept("c", zh_Hans_CN=term),))).find(f"他：{written}，")
    assert [(hit.start, hit.end) for hit in hits] == [(2, 2 + len(written))]


SIGNS = list("数字网络經濟的著名 　\u200b\ufe0f\u200e·•・ＡIaé㎡①…ﬁ⺠⼈「“○〇-\n*")


@given(st.text(SIGNS, max_size=8))
def test_a_term_in_a_text_reads_as_its_key(term: str) -> None:
    folded = chinese_patterns(term)
    key = script_key(term.replace("*", "")).replace("\n", "")
    assert not folded or folded[0].replace(" ", "") == key.replace(" ", "")


@given(st.text(SIGNS, max_size=6), st.text(SIGNS, min_size=1, max_size=6), st.text(SIGNS, max_size=6))
def test_a_place_in_the_folded_text_leads_back_to_what_folds_to_it(before: str, inner: str, after: str) -> None:
    text = before + inner + after
    folded = fold_chinese(text)
    for start in range(len(folded.text)):
        begin, end = folded.span(start, start + 1)
        assert 0 <= begin < end <= len(text)
        assert folded.text[start] in fold_chinese(text[begin:end]).text


@pytest.mark.parametrize("region", REGIONS)
def test_every_form_of_a_seed_term_is_one_concept_and_right_or_corrected(region: str) -> None:
    """In a text of a region, each form is its own wording or gives a finding with a suggestion of the termbase.

    For a region that the termbase lacks, the suggestion is the converter's.
    """
    for entry in read(str(SEED)):
        own = own_terms(entry.terms(), region)
        for term in {term.term for tag, term in entry.terms() if own and is_chinese(tag) and not term.proposed}:
            for form in (form for form in chinese_forms(term) if chinese_key(form) == chinese_key(term)):
                pairs = (AttestedPair(zh, "x", 1, False, SIMPLIFIED, PLACES) for zh in (term, form))
                assert len(concepts(pairs)) == 1
                found = findings_of(Termbase((entry,)), region, f"他们提出：{form}。")
                is_foreign = foreign_region(form, region, own)
                is_own = any(
                    script_key(form) == script_key(one.term) and region_of(tag, one) in own_regions(region)
                    for tag, one in entry.terms()
                )
                assert found or is_own or not is_foreign, (term, form)
                suggested = {one for _, _, terms in found for one in terms.split("|")}
                listed = {script_key(term.term) for _, term in entry.terms()}
                known = listed if has_own_term(entry.terms(), region) else {script_key(written_there(form, region))}
                assert {*map(script_key, suggested)} <= known


def findings_of(termbase: Termbase, language: str, text: str, *checks: str) -> list[tuple[str, str, str]]:
    settings = Settings(selected=frozenset(checks or ("region",)), language=language)
    found = check_document(document(text), KnownTerms([termbase]), language, settings)
    return [(finding.name, finding.text, "|".join(finding.suggestions)) for finding in found]


@pytest.mark.parametrize(
    ("listed", "language", "text", "expected"),
    [
        ({"zh_Hans_CN": "数字经济"}, "zh-Hans-CN", "数位经济发展迅速", [("region", "数位经济", "数字经济")]),
        ({"zh_Hans_CN": "数字经济"}, "zh-Hans-CN", "數碼經濟發展迅速", [("region", "數碼經濟", "数字经济")]),
        ({"zh_Hans_CN": "数字经济"}, "zh-Hans-CN", "数字经济发展迅速", []),
        ({"zh_Hans_CN": "数字经济"}, "zh-Hant-TW", "數位經濟發展迅速", []),  # nothing is listed for Taiwan
        ({"zh_Hant_TW": "數位經濟"}, "zh-Hant-TW", "數字經濟發展迅速", [("region", "數字經濟", "數位經濟")]),
        ({"zh_Hant_TW": "程式碼"}, "zh-Hant-TW", "這段代碼", []),  # Taiwan uses it too
        ({"zh_Hant_TW": "軟體工程"}, "zh-Hant-TW", "軟件工程課", [("region", "軟件工程", "軟體工程")]),
        ({"zh_Hant_HK": "數碼經濟"}, "zh-Hant-HK", "數字經濟發展迅速", []),  # Hong Kong uses 數字 too
        ({"zh_Hant_HK": "數碼經濟"}, "zh-Hant-HK", "數位經濟發展迅速", [("region", "數位經濟", "數碼經濟")]),
        ({"zh_Hans_CN": "模块"}, "zh-Hans-CN", "这个模组", []),  # the mainland uses it too
        ({"zh_Hans_CN": "分组"}, "zh-Hans-CN", "一个封包", []),  # the same for characters that both scripts share
        ({"zh_Hans_CN": "互联网", "zh_Hant_TW": "網路"}, "zh-Hans-CN", "社会网络", []),  # 网络 has a wider sense
        (
            {"zh_Hans_CN": "互联网", "zh_Hant_TW": "網際網路|網路"}, "zh-Hant-TW", "無線網絡",
            [("region", "網絡", "網路")],
        ),
        ({"zh_Hans_CN": "数字"}, "zh-Hans-CN", "三个数位", []),  # alone 数字 is a figure, and 数位 its digits
        ({"zh_Hant_TW": "數位"}, "zh-Hant-TW", "這個數字", []),
        ({"zh_Hant_TW": "機率"}, "zh-Hant-TW", "概率很小", []),  # Taiwan uses both
        ({"zh_Hans_CN": "数据", "zh_Hant_TW": "資料"}, "zh-Hans-CN", "学习资料", []),
        ({"zh_Hans_CN": "信息", "zh_Hant_TW": "資訊"}, "zh-Hans-CN", "财经资讯", []),  # news on the mainland
        ({"zh_Hans_CN": "数据"}, "zh-Hans-CN", "学习资料", []),  # an everyday word of the mainland, listed or not
    ],
)  # fmt: skip
def test_wording_that_nobody_lists_is_a_finding_where_the_region_has_its_own(
    listed: dict[str, str], language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert findings_of(Termbase((concept("c", **listed),)), language, text) == expected


def test_a_form_that_is_listed_goes_before_another_wording_of_a_term() -> None:
    both = Termbase((concept("numbers", zh_Hans_CN="数字经济"), concept("bits", zh_Hans_CN="数位经济")))
    assert [hit.concept.id for hit in Matcher(both).find("数位经济")] == ["bits"]
    apart = Matcher(Termbase(both.entries[:1]), Termbase(both.entries[1:]))
    assert [hit.concept.id for hit in apart.find("数位经济")] == ["bits"]


def test_another_wording_of_a_deprecated_term_is_a_matter_of_region_alone() -> None:
    chinese = (TermSection("数字鸿沟", DEPRECATED), TermSection("信息鸿沟", PREFERRED))
    termbase = Termbase((ConceptEntry("c", (LanguageSection("zh-Hans-CN", chinese),)),))
    checks = ("deprecated", "region", "mixed")
    found = findings_of(termbase, "zh-Hans-CN", "数位鸿沟，信息鸿沟", *checks)
    assert found == [("region", "数位鸿沟", "信息鸿沟")]
    assert findings_of(termbase, "zh-Hans-CN", "数字鸿沟", *checks) == [("deprecated", "数字鸿沟", "信息鸿沟")]
