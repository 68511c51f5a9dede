"""Glosses and the decisions of reviewers become concepts."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import DEFAULTS
from termbase.document.language import language_of_document
from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.extract.model import Gloss, TermKind
from termbase.gather.concepts import concepts
from termbase.gather.job import Gathered, gather
from termbase.gather.model import Attestation, AttestedPair, Decision, DocumentGlosses, Evidence, Verdict
from termbase.gather.pairs import distinct_pairs, with_mined
from termbase.gather.review import candidates_tsv, candidates_xlsx, read_reviewed
from termbase.language import HONG_KONG, SIMPLIFIED, TAIWAN, canonical
from termbase.model import AdministrativeStatus, TermSection, TermType, Transaction, TransactionType
from termbase.text.offsets import Span
from tests.document.made_documents import docx, p

REPORT = """Ministers praised a community of shared future in cyberspace (网络空间命运共同体) in June.

Building a community with a shared future in cyberspace takes time, and a Community With a Shared
Future in Cyberspace takes money. Cables of the Digital Silk Road (数字丝绸之路) land here.
"""


NEAR: dict[str, str | bytes] = {
    "tags.html": "<p>a <b>cyberspace</b> community with a shared\nfuture</p>",
    "lines.txt": "a cyberspace community\nwith a shared future and communities of shared\nfuture in cyberspace",
    "quotation.md": "> a **cyberspace** community with\n> a shared future\n\n- community of\n- shared future",
    "address.md": "see community-of-shared-future-in-cyberspace.pdf or `community for shared future in cyberspace`",
    "subtitles.srt": "1\n00:00:01,000 --> 00:00:02,000\na cyberspace community\nwith a shared future\n",
    "paragraphs.docx": docx(p("a cyberspace", " community with a shared future") + p("Elsewhere.")),
}


@pytest.mark.parametrize("name", NEAR)
def test_near_variants_are_found_where_a_check_finds_them(name: str, tmp_path: Path) -> None:
    content = NEAR[name]
    file, glossed = tmp_path / name, tmp_path / "glossed.txt"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    glossed.write_text(
        "They build a community with a shared future in cyberspace (网络空间命运共同体) there.", "utf-8"
    )
    gathered = gather([str(file), str(glossed)])
    variants = {
        (attestation.line, attestation.column, "".join(text for text, is_term in attestation.pieces if is_term))
        for concept in gathered.concepts
        for term in concept.terms
        for attestation in term.attestations
        if attestation.file == str(file)
    }
    document = read_document(str(file))
    settings = replace(DEFAULTS, selected=frozenset({"unlisted"}))
    findings = check_document(document, KnownTerms([gathered.termbase()]), "en", settings)
    assert findings == []  # all near variants are in the termbase now
    terms = {term.section.term for concept in gathered.concepts for term in concept.terms}
    assert not any(sign in term for sign in "<>*\n" for term in terms)
    only_glossed = gather([str(glossed)]).termbase()
    findings = check_document(document, KnownTerms([only_glossed]), "en", settings)
    assert {(finding.line, finding.column) for finding in findings} == {place[:2] for place in variants}
    assert bool(findings) is (name != "address.md")


def test_a_document_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(file: str, standard_input: bytes | None) -> Document:
        read.append(file)
        return read_document(file, standard_input)

    monkeypatch.setattr("termbase.gather.job.read_document", counted)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    gathered = gather([str(tmp_path / "report.txt")])
    assert read == [str(tmp_path / "report.txt")]
    assert any(term.section.type is TermType.VARIANT for term in gathered.concepts[0].terms)


def document(*pairs: tuple[str, str], language: str = SIMPLIFIED, file: str = "a.txt") -> DocumentGlosses:
    """Return the glosses of a document that has one of these pairs on each line."""
    glosses = [
        (
            Gloss(zh, en, Span(0, 1), Span(2, 3), "en (zh)", 0.9),
            Attestation(file, line, 1, ((en, True), (" (", False), (zh, True), (")", False))),
        )
        for line, (zh, en) in enumerate(pairs, 1)
    ]
    return DocumentGlosses(file, (), language, tuple(glosses))


def terms_of(*pairs: tuple[str, str], language: str = SIMPLIFIED) -> dict[str, tuple[str, TermSection]]:
    """Return the terms of the single concept that the pairs form, with their tags."""
    (concept,) = concepts(distinct_pairs([document(*pairs, language=language)]))
    return {term.section.term: (term.language, term.section) for term in concept.terms}


def test_an_abbreviation_that_is_also_glossed_alone_is_one_term(tmp_path: Path) -> None:
    text = "自动导引车（automated guided vehicle，AGV）\n\n自動導引車（AGV）\n\n自动导引车（AGV）\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    (concept,) = gather([str(tmp_path / "a.md")]).concepts
    english = {term.section.term: term for term in concept.terms if term.language == "en"}
    assert [term.language for term in concept.terms].count("en") == len(english) == 2
    assert english["AGV"].section.type is TermType.ACRONYM
    assert {use.line for use in english["AGV"].attestations} == {1, 3, 5}


def test_forms_of_one_key_are_one_concept_and_spellings_one_term() -> None:
    terms = terms_of(
        ("数位丝绸之路", "Digital Silk Road"),
        ("數字絲綢之路", "digital silk road"),
        ("数字丝绸之路", "Digital Silk Road"),
    )
    assert set(terms) == {"Digital Silk Road", "数位丝绸之路", "數字絲綢之路", "数字丝绸之路", "數位絲綢之路"}
    assert len(terms["Digital Silk Road"][1].contexts) == 3


@pytest.mark.parametrize(
    ("form", "document_language", "language", "region", "proposed"),
    [
        ("数位丝绸之路", SIMPLIFIED, "zh-Hans-CN", "TW", {"数字丝绸之路", "數位絲綢之路"}),
        ("數位絲綢之路", TAIWAN, "zh-Hant-TW", "TW", {"数字丝绸之路"}),
        ("數碼絲綢之路", TAIWAN, "zh-Hant-TW", "HK", {"数字丝绸之路"}),
        ("數碼絲綢之路", HONG_KONG, "zh-Hant-HK", "HK", {"数字丝绸之路"}),
        ("數碼絲綢之路", SIMPLIFIED, "zh-Hant-HK", "HK", {"数字丝绸之路"}),
        ("取消文化", TAIWAN, "zh-Hant-TW", None, set()),
        ("流動電話", TAIWAN, "zh-Hant-TW", "HK", {"移动电话"}),
        ("防衞", TAIWAN, "zh-Hant-HK", None, set()),
        ("说明", TAIWAN, "zh-Hans-CN", None, set()),
        ("数字丝绸之路", SIMPLIFIED, "zh-Hans-CN", None, set()),
        ("國家互聯網信息辦公室", TAIWAN, "zh-Hant-TW", "CN", {"国家互联网信息办公室"}),
        ("人工智慧", SIMPLIFIED, "zh-Hans-CN", "TW", {"人工智能"}),
        ("人民", TAIWAN, "zh-Hant-TW", None, set()),
        ("人民", SIMPLIFIED, "zh-Hans-CN", None, set()),
    ],
)
def test_characters_give_the_tag_and_words_the_region(
    form: str, document_language: str, language: str, region: str | None, proposed: set[str]
) -> None:
    terms = terms_of((form, "x"), language=document_language)
    tag, section = terms[form]
    assert (tag, section.geographical_usage, section.proposed) == (language, region, False)
    assert {term for term, (_, section) in terms.items() if section.proposed} == proposed


def test_undecided_terms_have_no_status() -> None:
    assert {section.status for _, section in terms_of(("网络", "network")).values()} == {None}


def test_an_identifier_depends_on_the_chinese_alone() -> None:
    (one,) = concepts(distinct_pairs([document(("数位丝绸之路", "Digital Silk Road"))]))
    first, other = concepts(distinct_pairs([document(("网络", "network"), ("數位絲綢之路", "DSR"))]))
    assert other.id == one.id != first.id


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ((("資訊", "information"), ("訊息", "message")), [{"資訊"}, {"訊息"}]),
        ((("訊息", "message"), ("資訊", "information"), ("資訊", "info")), [{"資訊"}, {"訊息"}]),
        ((("資訊", "information"), ("訊息", "Information")), [{"資訊", "訊息"}]),
        ((("信息", "information"), ("資訊", "information"), ("訊息", "message")), [{"信息", "資訊"}, {"訊息"}]),
        ((("网络", "network"), ("網路", "web")), [{"网络", "網路"}]),
    ],
)
def test_two_words_of_a_region_with_other_english_are_two_concepts(
    pairs: Sequence[tuple[str, str]], found: list[set[str]]
) -> None:
    made = concepts(distinct_pairs([document(*pairs)]))
    assert [{pair.terms[0] for pair in concept.pairs} for concept in made] == found
    assert len({concept.id for concept in made}) == len(found)


def test_near_variants_are_found_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    slogan, road = gather([str(tmp_path / "report.txt")]).concepts
    english = {term.section.term: term for term in slogan.terms if term.language == "en"}
    assert set(english) == {
        "community of shared future in cyberspace",
        "community with a shared future in cyberspace",
    }
    (place,) = english["community with a shared future in cyberspace"].attestations
    assert (place.line, place.column) == (3, 12)
    assert ("community with a shared future in cyberspace", True) in place.pieces
    assert len([term for term in road.terms if term.language == "en"]) == 1


Fill = dict[str, dict[str, str]]


def decide_in_tsv(gathered: Gathered, folder: Path, cells: Fill) -> list[AttestedPair]:
    """Fill in cells of the table, given by Chinese term and column, and read the decisions."""
    header, *rows = csv.reader(candidates_tsv(gathered.pairs).splitlines(), "excel-tab")
    for row in rows:
        for column, value in cells.get(row[header.index("zh")], {}).items():
            row[header.index(column)] = value
    with (folder / "reviewed.tsv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab").writerows([header, *rows])
    return read_reviewed(str(folder / "reviewed.tsv"))


def decide_in_xlsx(gathered: Gathered, folder: Path, cells: Fill) -> list[AttestedPair]:
    """Do the same in a workbook."""
    book = load_workbook(io.BytesIO(candidates_xlsx(gathered.pairs)))
    header, *rows = book.worksheets[0].iter_rows()
    columns = [cell.value for cell in header]
    for row in rows:
        for column, value in cells.get(row[columns.index("zh")].value, {}).items():
            row[columns.index(column)].value = value
    book.save(folder / "reviewed.xlsx")
    return read_reviewed(str(folder / "reviewed.xlsx"))


Decide = Callable[[Gathered, Path, Fill], list[AttestedPair]]
decides = pytest.mark.parametrize("decide", [decide_in_tsv, decide_in_xlsx])


@decides
def test_decisions_are_applied_kept_and_recorded(decide: Decide, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    files = [str(tmp_path / "report.txt")]
    slogan = {
        "decision": "Prefer",
        "corrected_en": "community with a shared future in cyberspace",
        "by": "Li",
        "date": "2026-11-22",
    }
    decided = decide(
        gather(files), tmp_path, {"网络空间命运共同体": slogan, "数字丝绸之路": {"decision": "reject"}}
    )
    again = gather(files, decided)
    (concept,) = again.concepts
    terms = {term.section.term: term.section for term in concept.terms}
    section = terms["community with a shared future in cyberspace"]
    assert section.status is AdministrativeStatus.PREFERRED
    assert section.transactions == (Transaction(TransactionType.MODIFICATION, "Li", "2026-11-22"),)
    left = terms["community of shared future in cyberspace"]  # is still in the report
    assert (left.type, left.status) == (TermType.VARIANT, None)
    assert [pair.decision for pair in decide(again, tmp_path, {})] == [pair.decision for pair in decided]
    assert [pair.decision and pair.decision.verdict for pair in again.pairs] == [Verdict.PREFER, Verdict.REJECT]


@decides
def test_new_documents_only_add(decide: Decide, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(REPORT, "utf-8")
    (tmp_path / "new.txt").write_text("They discussed cyber sovereignty (网络主权) too.\n", "utf-8")
    decided = decide(gather([str(tmp_path / "old.txt")]), tmp_path, {"数字丝绸之路": {"decision": "accept"}})
    later = gather([str(tmp_path / "new.txt")], decided)
    terms = {term.section.term: term.section for concept in later.concepts for term in concept.terms}
    assert {"网络主权", "数字丝绸之路", "Digital Silk Road"} <= set(terms)
    assert terms["Digital Silk Road"].status is AdministrativeStatus.ADMITTED
    assert terms["Digital Silk Road"].contexts[0].text.startswith("Cables of the")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("zh\ten\n网\tnet\n", "t.tsv:1: has no column decision"),
        ("", "t.tsv:1: has no column decision"),
        ("decision\tzh\ten\n\t网\tnet\nmaybe\t网\tnet\n", "t.tsv:3: unknown decision: maybe"),
        ("decision\tzh\ten\naccept\t网\t\n", "t.tsv:2: a decision without a pair"),
        ("decision\tzh\ten\tcorrected_en\n\t网\tnet\tweb\n", "t.tsv:2: a correction without a decision"),
        (
            "decision\tzh\ten\nACCEPT\t网\tnet\nreject\t网\tnet\n",
            "t.tsv:3: 网 = net has another decision in line 2",
        ),
    ],
)
def test_a_fault_in_a_table_is_reported_with_its_line(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "t.tsv").write_text(table, "utf-8")
    with pytest.raises(TermbaseError, match=message):
        read_reviewed(str(tmp_path / "t.tsv"))


def test_all_faults_of_a_table_are_reported_together(tmp_path: Path) -> None:
    rows = "".join(f"{word}\t网{number}\tnet\n" for number, word in enumerate(["yes", "accept", "no", ""] * 10))
    (tmp_path / "t.tsv").write_text("decision\tzh\ten\n" + rows, "utf-8")
    with pytest.raises(TermbaseError) as error:
        read_reviewed(str(tmp_path / "t.tsv"))
    lines = str(error.value).splitlines()
    assert [line.partition("t.tsv:")[2] for line in lines] == [
        f"{4 * number + offset}: unknown decision: {word}"
        + (" (decisions are accept, prefer, reject)" if (number, word) == (9, "no") else "")
        for number in range(10)
        for offset, word in ((2, "yes"), (4, "no"))
    ]


def test_a_decided_pair_is_kept_whole_without_its_documents(tmp_path: Path) -> None:
    place = Attestation("a.txt", 3, 7, (("數位部（MODA）", False),))
    pair = AttestedPair(
        "數位部", "Ministry", 0.5, True, TAIWAN, [place], ["MODA"], Decision(Verdict.ACCEPT), TermKind.ORGANISATION
    )
    (tmp_path / "t.tsv").write_text(candidates_tsv([pair]), "utf-8", newline="")
    assert read_reviewed(str(tmp_path / "t.tsv")) == [pair]
    gathered = gather([], [pair])
    assert gathered.gone == (pair,)
    languages = {term.section.term: term.language for term in gathered.concepts[0].terms}
    assert languages | {"數位部": TAIWAN, "MODA": "en"} == languages


def test_a_file_that_is_not_a_workbook_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("decision\tzh\ten\n", "utf-8")
    with pytest.raises(TermbaseError, match="is not an XLSX workbook"):
        read_reviewed(str(tmp_path / "t.xlsx"))


def test_equal_candidates_give_equal_bytes_and_no_formulas() -> None:
    place = Attestation("a.txt", 1, 1, (("=1+1", False),))
    pair = AttestedPair("网络", "=network()", 0.5, False, SIMPLIFIED, [place])
    earlier = candidates_xlsx([pair])
    time.sleep(1.1)  # times in a workbook are in seconds
    assert candidates_xlsx([pair]) == earlier
    sheet = load_workbook(io.BytesIO(candidates_xlsx([pair]))).worksheets[0]
    assert [cell.data_type for cell in sheet[2] if cell.value] == ["s"] * 11


def test_cells_with_quotes_tabs_and_line_ends_come_back(tmp_path: Path) -> None:
    place = Attestation("a\tb.txt", 3, 1, (('He said "go"\tand\n', False),))
    pair = AttestedPair("网", '"net"', 0.5, False, SIMPLIFIED, [place], decision=Decision(Verdict.ACCEPT, by="李"))
    (tmp_path / "t.tsv").write_text(candidates_tsv([pair]), "utf-8", newline="")
    (again,) = read_reviewed(str(tmp_path / "t.tsv"))
    assert (again.zh, again.en, again.decision) == (pair.zh, pair.en, pair.decision)
    assert again.attestations[0].file == "a\tb.txt"
    assert again.attestations[0].sentence == 'He said "go"\tand'


def test_terms_in_markup_are_kept_as_a_reader_sees_them(tmp_path: Path) -> None:
    html = "<p>Cables of the <b>Digital Silk Road</b> (<i>数字&#19997;绸之路</i>) land here &amp; there.</p>"
    (tmp_path / "page.html").write_text(html, "utf-8")
    (pair,) = gather([str(tmp_path / "page.html")]).pairs
    assert (pair.zh, pair.en) == ("数字丝绸之路", "Digital Silk Road")
    assert pair.attestations[0].sentence == "Cables of the Digital Silk Road (数字丝绸之路) land here & there."


def mined(zh: str, en: str, confidence: float = 0.7) -> AttestedPair:
    """Return a pair that five pairs of sentences have."""
    place = Attestation("zh.md", 4, 1, ((f"用{zh}。 = Use the {en}.", False),))
    return AttestedPair(zh, en, confidence, False, SIMPLIFIED, [place], uses=5, evidence=(Evidence.MINED,))


def test_a_pair_that_is_glossed_and_mined_is_one_as_it_is_glossed() -> None:
    glossed = distinct_pairs([document(("數字絲綢之路", "Digital Silk Road"), ("数字鸿沟", "digital divide"))])
    both, only, alone = with_mined(glossed, [mined("数字丝绸之路", "digital Silk Road"), mined("港口", "port")])
    assert (both.zh, both.en, both.evidence) == ("數字絲綢之路", "Digital Silk Road", tuple(Evidence))
    assert (both.confidence, both.count, len(both.attestations)) == (0.9, 5, 1)
    assert (only.zh, only.evidence) == ("数字鸿沟", (Evidence.GLOSSED,))
    assert (alone.zh, alone.evidence) == ("港口", (Evidence.MINED,))
    (surer, _) = with_mined(glossed, [mined("数字丝绸之路", "digital silk road", 0.95)])
    assert surer.confidence == 0.95


@pytest.mark.parametrize("evidence", [(Evidence.GLOSSED,), (Evidence.MINED,), tuple(Evidence)])
def test_the_table_keeps_the_evidence_of_a_decided_pair(tmp_path: Path, evidence: tuple[Evidence, ...]) -> None:
    pair = replace(mined("港口", "port"), evidence=evidence, decision=Decision(Verdict.ACCEPT))
    (tmp_path / "candidates.tsv").write_text(candidates_tsv([pair]), "utf-8")
    assert [one.evidence for one in read_reviewed(str(tmp_path / "candidates.tsv"))] == [evidence]


def test_near_variants_are_searched_for_glossed_terms_only(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(f"{REPORT}Ports of the sea and sea ports are full.\n", "utf-8")
    gathered = gather([str(tmp_path / "report.txt")], mined=[mined("海港", "sea port")])
    terms = {concept.pairs[0].zh: [term.section for term in concept.terms] for concept in gathered.concepts}
    assert any(section.type is TermType.VARIANT for section in terms["网络空间命运共同体"])
    assert [section.term for section in terms["海港"]] == ["sea port", "海港"]
    assert {section.notes for section in terms["海港"]} == {("evidence: mined",)}


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        (
            "a.html",
            '<html lang="zh-HK"><p>政府討論了長遠經濟（long-term economy）的發展。</p></html>',
            "zh-Hant-HK",
        ),
        (
            "a.html",
            '<html lang="zh-TW"><p>政府討論了長遠經濟（long-term economy）的發展。</p></html>',
            "zh-Hant-TW",
        ),
        (
            "a.html",
            '<html lang="zh-HK"><p>政府讨论了长远经济（long-term economy）的发展。</p></html>',
            "zh-Hans-CN",
        ),
        (
            "script.html",
            "<script>var a = '请更新服务器上的数据';</script><p>教育部討論了長遠經濟（long-term economy）。</p>",
            "zh-Hant-TW",
        ),
        ("a.md", "---\nlang: zh-HK\n---\n政府討論了長遠經濟（long-term economy）的發展。\n", "zh-Hant-HK"),
    ],
)
def test_a_document_has_the_language_that_check_takes_it_for(
    tmp_path: Path, name: str, text: str, language: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    document = read_document(str(tmp_path / name))
    (gathered,) = gather([str(tmp_path / name)]).languages
    assert gathered == language
    assert canonical(language_of_document(document)) in (language, "en")
