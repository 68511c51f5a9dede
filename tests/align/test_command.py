"""`termbase align` as a user runs it: formats, languages, folders, documents that do not belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.align.test_align import CHINESE, ENGLISH, RIGHT
from tests.conftest import Run
from tmx.align.beads import Bead
from tmx.align.output import Aligned
from tmx.align.pairing import paired
from tmx.align.sentences import Sentence
from tmx.content import plain
from tmx.reader import read

OTHER = (
    "The committee adopted the budget without a vote.",
    "Wheat prices fell for the third month in a row.",
    "A ferry sank off the coast; all passengers were rescued.",
    "Doctors recommend vaccination before the rainy season.",
    "The museum returned two bronze statues to Nigeria.",
    "Engineers replaced the bridge's bearings overnight.",
    "Apple blossom came late this year.",
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "a.zh.txt").write_text("".join(f"{line}\n" for line in CHINESE), "utf-8")
    (tmp_path / "a.en.txt").write_text("".join(f"{line}\n" for line in ENGLISH), "utf-8")
    (tmp_path / "b.en.txt").write_text("".join(f"{line}\n" for line in OTHER), "utf-8")
    return tmp_path


def test_a_ladder_on_standard_output(termbase: Run, files: Path) -> None:
    made = termbase(
        "align", "a.zh.txt", "a.en.txt", "--presegmented", "--format", "ladder", "--out", "-", cwd=files
    )
    assert (made.returncode, made.stdout.splitlines()) == (0, RIGHT)
    assert "7 source sentences, 7 target sentences: 6 pairs, 0 of them doubtful" in made.stderr


def test_a_memory_has_scores_places_and_both_languages(termbase: Run, files: Path) -> None:
    made = termbase(
        "align", "a.en.txt", "a.zh.txt", "--presegmented", "--out", "a.tmx", "--review", "a.html", cwd=files
    )
    assert made.returncode == 0, made.stderr
    units = list(read(str(files / "a.tmx")).units())
    assert [plain(unit.variants[0].segment) for unit in units][1] == f"{ENGLISH[1]} {ENGLISH[2]}"
    assert plain(units[-1].variants[1].segment) == CHINESE[5] + CHINESE[6]
    assert [variant.tag for variant in units[0].variants] == ["en", "zh-CN"]
    scores = [float(score) for unit in units for score in unit.properties("x-align-score")]
    assert len(scores) == len(units)
    assert all(0.5 <= score <= 1 for score in scores)
    assert list(units[1].properties("x-place")) == ["a.en.txt:2", "a.zh.txt:2"]
    page = (files / "a.html").read_text("utf-8")
    assert all(line in page for line in CHINESE)
    assert termbase("align", "a.en.txt", "a.zh.txt", "--out", "a.tmx", cwd=files).returncode == 2


def test_a_table_has_sentences_without_a_counterpart_too(termbase: Run, files: Path) -> None:
    arguments = ("a.zh.txt", "a.en.txt", "--presegmented", "--format", "tsv", "--out", "-", "--no-encoder")
    credit = "照片由江苏省自然历史博物馆提供，特此致谢。"
    (files / "a.zh.txt").write_text("".join(f"{line}\n" for line in (credit, *CHINESE)), "utf-8")
    header, *rows = [line.split("\t") for line in termbase("align", *arguments, cwd=files).stdout.splitlines()]
    assert header[:3] == ["source", "target", "x-align-score"]
    by_ending = ("a.zh.txt", "a.en.txt", "--presegmented", "--out", "a.tsv", "--no-encoder")
    assert termbase("align", *by_ending, cwd=files).returncode == 0
    assert (files / "a.tsv").read_text("utf-8").splitlines()[0].split("\t") == header
    assert [row[:2] for row in rows[:2]] == [[credit, ""], [CHINESE[0], ENGLISH[0]]]
    assert 0 < float(rows[0][2]) < 1


@pytest.mark.parametrize("pair", [("a.zh.txt", "b.en.txt"), ("empty.txt", "a.en.txt"), ("reverse.txt", "a.en.txt")])
def test_documents_that_do_not_belong_together_are_reported(
    termbase: Run, files: Path, pair: tuple[str, str]
) -> None:
    (files / "empty.txt").write_text("")
    (files / "reverse.txt").write_text("".join(f"{line}\n" for line in reversed(CHINESE)), "utf-8")
    made = termbase("align", *pair, "--presegmented", "--format", "ladder", "--out", "-", cwd=files)
    assert made.returncode == 1
    assert "do not seem to be translations" in made.stderr


def test_the_reason_to_doubt_documents_is_the_one_that_holds() -> None:
    lines, beads = [Sentence("甲")] * 3, [Bead(range(3), range(3), 0.3)]
    for agreement, reason in ((1.5, "1.5 times as much in common as by chance"), (14.2, "most of their sentences")):
        documents = Aligned(lines, lines, "zh-Hans-CN", "en", beads, ("a.txt", "b.txt"), agreement)
        assert not documents.is_translation
        assert reason in documents.doubt


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("a.en.txt", "b.en.txt"), "one must be Chinese and the other English"),
        (("empty.txt", "empty.txt"), "has no text"),
        (("a.zh.txt", "absent"), "absent: does not exist"),
        ((".", "a.en.txt"), "is a folder"),
        (("a.zh.txt", "a.en.txt", "--source", "fr"), "a.zh.txt: is in fr"),
    ],
)
def test_errors_in_one_line(termbase: Run, files: Path, pair: tuple[str, ...], message: str) -> None:
    (files / "empty.txt").write_text("")
    made = termbase("align", *pair, "--out", "x.tmx", cwd=files)
    assert made.returncode == 2
    assert message in made.stderr
    assert made.stderr.count("\n") == 1 + made.stderr.count("no sentence encoder")
    assert not (files / "x.tmx").exists()


@pytest.mark.parametrize("command", [["align", "zh", "en", "--out", "-"], ["mine", "zh", "en"]])
def test_a_document_of_a_folder_that_is_not_translated_yet_is_left_out(
    termbase: Run, files: Path, command: list[str]
) -> None:
    for folder, name, lines in (
        *(("zh", "one", CHINESE), ("en", "one", ENGLISH)),
        *(("zh", "two", ENGLISH), ("en", "two", ENGLISH)),
        *(("zh", "three", []), ("en", "three", ["---", "slug: three", "---"])),
    ):
        (files / folder).mkdir(exist_ok=True)
        suffix = "md" if name == "three" else "txt"
        (files / folder / f"{name}.{suffix}").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    made = termbase(*command, cwd=files)
    assert made.returncode == 0, made.stderr
    assert "zh/two.txt: is in en, and en/two.txt in en: left out" in made.stderr
    assert "zh/three.md: has no text, nor has the other document: left out" in made.stderr
    (files / "zh" / "one.txt").write_text("Only English.\n")
    assert termbase(*command, cwd=files).returncode == 2


def test_folders_are_paired_by_name(termbase: Run, files: Path) -> None:
    for folder, name, lines in (("zh", "one", CHINESE), ("en", "one", ENGLISH), ("zh", "two.zh-CN", CHINESE)):
        (files / folder).mkdir(exist_ok=True)
        (files / folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    (files / "en" / "two.en.txt").write_text("".join(f"{line}\n" for line in ENGLISH), "utf-8")
    (files / "en" / "three.txt").write_text("More.\n")
    made = termbase("align", "zh", "en", "--out", "all.tmx", "--no-encoder", cwd=files)
    assert made.returncode == 0, made.stderr
    assert len(list(read(str(files / "all.tmx")).units())) == 2 * len(RIGHT)
    assert "en/three.txt: has no counterpart" in made.stderr


def test_translated_names_are_paired_by_their_number(tmp_path: Path) -> None:
    for name in ("zh/1-0-前言.md", "zh/2-结论.md", "zh/3-a-附录.md", "zh/3-b-附录.md", "zh/4-notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("字\n", "utf-8")
    for name in ("en/1.0 preface.md", "en/02-end.md", "en/2-conclusion.md", "en/3-appendix.md", "en/4-summary.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("word\n", "utf-8")
    found = paired(str(tmp_path / "zh"), str(tmp_path / "en"))
    assert [tuple(Path(file).name for file in pair) for pair in found.pairs] == [
        ("1-0-前言.md", "1.0 preface.md"),
        ("2-结论.md", "2-conclusion.md"),
    ]
    assert len(found.alone) == 6


@pytest.mark.parametrize(("term", "beads"), [("甲乙木", ["0:0,1", "1:2"]), ("丙丁火", ["0:0", "1:1,2"])])
def test_a_termbase_links_words_that_no_dictionary_has(
    termbase: Run, tmp_path: Path, term: str, beads: list[str]
) -> None:
    (tmp_path / "zh.txt").write_text("甲乙木。\n丙丁火。\n", "utf-8")
    (tmp_path / "en.txt").write_text("Flobnar.\nGrutzel.\nWimple.\n", "utf-8")
    (tmp_path / "terms.csv").write_text(f"zh-CN,en\n{term},Grutzel\n", "utf-8")
    arguments = ("zh.txt", "en.txt", "--presegmented", "--format", "ladder", "--out", "-", "--no-encoder")
    languages = ("--source", "zh-CN", "--target", "en")
    made = termbase("align", *arguments, *languages, "--termbase", "terms.csv", cwd=tmp_path)
    assert made.stdout.splitlines() == beads


@pytest.mark.parametrize(
    "tags", [("--source", "en"), ("--target", "zh-TW"), ("--source", "en-GB", "--target", "zh")]
)
def test_a_document_in_another_language_than_its_option_says_is_refused(
    termbase: Run, files: Path, tags: tuple[str, ...]
) -> None:
    made = termbase("align", "a.zh.txt", "a.en.txt", *tags, "--out", "a.tmx", "--no-encoder", cwd=files)
    assert made.returncode == 2
    assert len(made.stderr.splitlines()) == 1
    assert not (files / "a.tmx").exists()


@pytest.mark.parametrize("command", ["align", "mine", "build"])
def test_a_document_in_another_encoding_is_said_once(termbase: Run, tmp_path: Path, command: str) -> None:
    english = "The dam holds water for the dry months.\n\nBoats pass the lock (船闸) at noon.\n"
    chinese = "大坝为干旱的月份蓄水。\n\n船只在中午通过船闸（lock）。\n"
    (tmp_path / "en.txt").write_text(english, "utf-8")
    (tmp_path / "zh.txt").write_text(chinese, "gb18030")
    arguments = {
        "align": ["zh.txt", "en.txt", "--out", "a.tmx"],
        "mine": ["zh.txt", "en.txt"],
        "build": ["--parallel", "zh.txt", "en.txt", "--out", "terms"],
    }
    made = termbase(command, *arguments[command], cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert made.stderr.count("zh.txt: read as GB18030, not UTF-8\n") == 1
