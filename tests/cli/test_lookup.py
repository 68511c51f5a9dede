from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from termbase.text.width import columns, wrapped
from tests.command import COMMAND
from tests.conftest import ROOT, Run

SEED = ROOT / "data" / "seed.tbx"


def answer(termbase: Run, *arguments: object, advice: str = "") -> list[str]:
    done = termbase("lookup", "--termbase", SEED, *arguments)
    assert done.stderr.startswith(advice)
    assert bool(done.stderr) is bool(advice)
    return [line.rstrip() for line in done.stdout.splitlines()]


def test_a_concept_is_shown_with_definition_status_and_wording(termbase: Run) -> None:
    lines = answer(termbase, "szsczl")
    assert lines[0] == "szsczl  (initials match: 数字丝绸之路)"
    assert lines[1].startswith("  The digital part of the Belt and Road Initiative")
    assert [line.split() for line in lines[2:]] == [
        ["en", "✓", "Digital", "Silk", "Road", "preferred"],
        ["en", "·", "DSR", "admitted,", "acronym"],
        ["zh-CN", "✓", "数字丝绸之路", "preferred"],
        ["zh-CN", "·", "数字丝路", "admitted,", "short", "form"],
        ["zh-CN", "数位丝绸之路", "Taiwan", "wording"],
        ["zh-TW", "✓", "數位絲綢之路", "preferred,", "Taiwan", "wording"],
        ["zh-TW", "·", "數位絲路", "admitted,", "short", "form,", "Taiwan", "wording"],
        ["zh-HK", "✓", "數碼絲綢之路", "preferred,", "Hong", "Kong", "wording"],
        ["zh-HK", "·", "數字絲綢之路", "admitted"],
    ]


def test_the_region_asked_for_comes_first_in_both_outputs(termbase: Run) -> None:
    assert answer(termbase, "digital divide", "--region", "HK")[2].split()[:3] == ["zh-HK", "✓", "數碼隔膜"]
    (line,) = answer(termbase, "digital divide", "--region", "TW", "--format", "json")
    (hit,) = json.loads(line)["hits"]
    assert [(found["language"], found["status"]) for found in hit["translations"]][:3] == [
        ("zh-Hant-TW", "preferred"),
        ("zh-Hant-TW", "admitted"),
        ("zh-Hans-CN", "preferred"),
    ]


def test_the_fields_of_a_hit_are_the_contract(termbase: Run) -> None:
    (line,) = answer(termbase, "數碼隔膜", "--format", "json")
    record = json.loads(line)
    assert list(record) == ["query", "hits"]
    (hit,) = record["hits"]
    assert list(hit) == [
        *(
            "concept",
            "kind",
            "language",
            "term",
            "status",
            "match",
            "score",
            "translations",
            "definitions",
            "termbase",
        )
    ]
    assert hit["termbase"] == "seed.tbx"
    assert list(hit["translations"][0]) == ["language", "term", "status", "part_of_speech"]


def test_renderings_of_one_status_alone(termbase: Run) -> None:
    lines = answer(termbase, "OBOR", "--status", "preferred,admitted")
    assert [line.split()[1] for line in lines[2:]] == ["✓", "·", "·", "✗", "✓", "·", "✓", "·", "✓", "·"]
    assert "OBOR" in lines[5]  # the term that matched is shown, whatever its status


def test_a_status_that_does_not_exist_is_refused(termbase: Run) -> None:
    done = termbase("lookup", "x", "--status", "good")
    assert done.returncode == 2
    assert "undecided" in done.stderr


def test_one_subject_field_alone(termbase: Run) -> None:
    missed = answer(termbase, "security", "--subject", "international cooperation", advice="try another subject")
    assert missed == ["security: not found"]
    assert answer(termbase, "mankind", "--subject", "LAW", advice="try another subject than LAW, ")
    assert "crime" in "".join(answer(termbase, "犯罪", "--subject", "law"))


def test_what_is_wanted_of_a_subject_field_is_found_beside_better_matches_elsewhere(termbase: Run) -> None:
    assert "c-cyberspace" in answer(termbase, "网络空间", "--format", "json")[0]
    (line,) = answer(termbase, "网络空间", "--subject", "international cooperation", "--format", "json")
    assert {hit["match"] for hit in json.loads(line)["hits"]} == {"partial"}


def test_a_query_without_hits_is_reported(termbase: Run) -> None:
    assert answer(termbase, "xyzzy", advice="try a part of the term") == ["xyzzy: not found"]
    assert answer(termbase, "数字素养", "--region", "HK")[-1] == "  no term of Hong Kong is listed"
    assert answer(termbase, "DSR", "--status", "deprecated")[-1] == "  no rendering is deprecated"
    done = termbase("lookup", "--termbase", SEED, stdin="xyzzy\nDSR\n\n")
    assert done.stderr.startswith("2 of 3 not found; try a part")
    assert "no query: not found" in done.stdout


@pytest.mark.parametrize(
    ("table", "language"), [("中文\n长城\n", "Chinese"), ("en,status\ncolour,deprecated\n", "English")]
)
def test_a_termbase_of_one_language_is_named_if_a_query_finds_nothing(
    termbase: Run, tmp_path: Path, table: str, language: str
) -> None:
    (tmp_path / "one.csv").write_text(table, encoding="utf-8")
    done = termbase("lookup", "zebra", "--termbase", tmp_path / "one.csv")
    assert f"one.csv has only {language} terms, so it gives no translations" in done.stderr


def test_a_query_is_printed_shortened_and_without_control_characters(termbase: Run) -> None:
    done = termbase("lookup", "--termbase", SEED, stdin="a\x1b[31mb\x00c\n" + "长" * 5000)
    assert done.stdout.splitlines()[0] == "a [31mb c: not found"
    assert done.stdout.splitlines()[2] == "长" * 80 + "…: not found"


@pytest.mark.parametrize(
    "text",
    [
        "Slogan for a cyberspace whose opportunities, risks and rules are the common business of all states.",
        "代表们认为，弥合数字鸿沟（digital divide）不能只靠铺设网络，还要提升“数字素养”（digital literacy）。",
    ],
)
def test_prose_fits_the_terminal_and_no_line_begins_with_a_stop(text: str) -> None:
    for width in range(24, 90):
        lines = list(wrapped(text, width))
        assert max(map(columns, lines)) <= width
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert not [line for line in lines if line[0] in "，。）”" or line[-1] in "（“"]


def test_several_termbases_answer_together(termbase: Run, tmp_path: Path) -> None:
    house = tmp_path / "house.tsv"
    house.write_text("en\tzh-CN\nDSR\t数据主体权利\n", "utf-8")
    (line,) = answer(termbase, "DSR", "--termbase", house, "--format", "json")
    assert [hit["translations"][0]["term"] for hit in json.loads(line)["hits"]] == ["数字丝绸之路", "数据主体权利"]
    assert [hit["termbase"] for hit in json.loads(line)["hits"]] == ["seed.tbx", "house.tsv"]
    assert "DSR  (exact match)  [house.tsv]" in answer(termbase, "DSR", "--termbase", house)


def on_a_terminal(**environment: str) -> str:
    pty = pytest.importorskip("pty")
    terminal, side = pty.openpty()
    command = [str(COMMAND), "lookup", "DSR", "--termbase", str(SEED)]
    variables = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | environment
    subprocess.run(command, stdout=side, env=variables, check=True)
    os.close(side)
    return os.read(terminal, 100_000).decode("utf-8")


def test_colours_are_for_terminals_alone_and_for_none_with_no_color(termbase: Run) -> None:
    assert "\x1b[" in on_a_terminal()
    assert "\x1b[" not in on_a_terminal(NO_COLOR="1")
    assert "\x1b[" not in "".join(answer(termbase, "DSR"))
