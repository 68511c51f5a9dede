from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from termbase.errors import TermbaseError
from termbase.exchange import convert
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.reader import load, read
from termbase.tbx.writer import dump
from tests.judges import judge_tbx
from tests.termbases import termbases


@given(termbases())
def test_what_is_written_is_read_back(termbase: Termbase) -> None:
    again = load(dump(termbase), "termbase.tbx")
    assert again.entries == termbase.entries
    assert again.title == termbase.title


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(termbases().filter(lambda termbase: bool(termbase.entries)))  # the schema requires an entry
def test_what_is_written_is_valid_to_the_official_schemas(shared: Path, tmp_path: Path, termbase: Termbase) -> None:
    file = tmp_path / "termbase.tbx"
    file.write_bytes(convert(termbase, "tbx3-dca").data)
    verdict = judge_tbx(shared, file)
    assert verdict["valid"], verdict


def test_the_seed_termbase_is_read_whole() -> None:
    from importlib.resources import files

    data = files("termbase_data").joinpath("seed.tbx").read_bytes()
    seed = load(data, "seed.tbx")
    assert len(list(seed.entries)) == data.count(b"<conceptEntry")
    assert sum(len(list(entry.terms())) for entry in seed.entries) == data.count(b"<term>")
    assert load(dump(seed), "again").entries == seed.entries


V2 = """<martif type="TBX-Basic"><text><body><termEntry id="t1">
<descrip type="subjectField">law</descrip>
<langSet xml:lang="en-US"><ntig><termGrp><term>data flow</term>
<termNote type="administrativeStatus">{status}</termNote></termGrp></ntig></langSet>
<langSet lang="zh_CN"><tig><term>数据流动</term>
<termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize("status", ["preferred", "preferredTerm-admn-sts"])
def test_version_2_is_read_with_both_kinds_of_term_and_both_vocabularies(status: str) -> None:
    entry = ConceptEntry(
        "t1",
        (
            LanguageSection("en-US", (TermSection("data flow", status=AdministrativeStatus.PREFERRED),)),
            LanguageSection("zh-Hans-CN", (TermSection("数据流动", part_of_speech="noun"),)),
        ),
        subject_field="law",
    )
    assert load(V2.format(status=status).encode(), "v2.tbx").entries == (entry,)


IN_A_TERM = """<martif type="TBX-Basic"><text><body><termEntry id="t1"><langSet xml:lang="en"><tig>
<term>lake</term>{}</tig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("\n  tidal\n    lake\n", "tidal lake"),
        ("<hi>tidal\n  lake</hi>\n", "tidal lake"),
        ("潮汐\n  湖", "潮汐湖"),
        ("tidal  lake", "tidal  lake"),
    ],
)
def test_a_term_is_on_one_line_however_the_file_is_laid_out(written: str, term: str) -> None:
    ((_, found),) = load(IN_A_TERM.format("").replace("lake", written).encode(), "a.tbx").entries[0].terms()
    assert found.term == term


def test_a_second_confidence_stays_a_note() -> None:
    notes = "<note>confidence: 0.71</note><note>confidence: 0.30</note>"
    ((_, term),) = load(IN_A_TERM.format(notes).encode(), "a.tbx").entries[0].terms()
    assert (term.confidence, term.notes) == (0.71, ("confidence: 0.30",))


@pytest.mark.parametrize(("attribute", "extras"), [("", 0), (' target="p1"', 1)])
def test_the_attributes_of_a_transaction_are_kept(attribute: str, extras: int) -> None:
    group = (
        f'<transacGrp{attribute}><transac type="transactionType">origination</transac>'
        "<date>2026-01-02</date></transacGrp>"
    )
    ((_, term),) = load(IN_A_TERM.format(group).encode(), "a.tbx").entries[0].terms()
    assert (len(term.transactions), len(term.extras)) == (1, extras)


@pytest.mark.parametrize("is_grouped", [True, False])
def test_a_context_is_written_in_a_group_only_if_it_was_read_in_one(is_grouped: bool) -> None:
    context = '<descrip type="context">by a lake</descrip>'
    written = f"<descripGrp>{context}</descripGrp>" if is_grouped else context
    again = dump(load(IN_A_TERM.format(written).encode(), "a.tbx"))
    assert (b"by a lake" in again, b"<descripGrp>" in again) == (True, is_grouped)


def test_real_termbases_are_read_whole(shared: Path) -> None:
    counts = {
        "dev/lint/termbase.tbx": (36, 293),
        "samples/tbx3/TBX-Basic_DCA_VALID.tbx": (45, 113),
        "samples/tbx3/TBX-Basic_DCT_VALID.tbx": (45, 113),
        "samples/ref/ref_v2.tbx": (1, 3),
    }
    for name, (concepts, terms) in counts.items():
        termbase = read(str(shared / name))
        assert (len(termbase.entries), sum(len(list(e.terms())) for e in termbase.entries)) == (concepts, terms), (
            name
        )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not xml", "f.tbx:1:1: is not well-formed XML"),
        (b"<tbx>\n<text>\n</tbx>", "f.tbx:3:7: is not well-formed XML"),
        (b"", "f.tbx:1:1: is not well-formed XML"),
        (b"<tmx version='1.4'/>", "f.tbx:1: is not TBX: its root is <tmx>"),
    ],
)
def test_what_is_no_tbx_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(TermbaseError, match=f"^{message}"):
        load(data, "f.tbx")


def test_entities_of_a_file_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    data = f"""<!DOCTYPE tbx [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>
<tbx><conceptEntry id='a'><langSec xml:lang='en'><termSec><term>&x;</term></termSec></langSec>
</conceptEntry></tbx>"""
    with pytest.raises(TermbaseError, match=r"^f\.tbx:1: declares entities"):
        load(data.encode(), "f.tbx")


def test_a_control_character_is_shown_not_dropped() -> None:
    entry = ConceptEntry("c", (LanguageSection("en", (TermSection("a\x01b"),)),))
    assert "a\ufffdb" in dump(Termbase((entry,))).decode()
