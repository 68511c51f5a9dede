"""`termbase check` as a user runs it: options, exit status, errors in one line."""

import json
from pathlib import Path

import pytest

from tests.command import Finished, run

FIXTURES = Path(__file__).parents[1] / "check"
HOUSE = str(FIXTURES / "house.tbx")
BAD = str(FIXTURES / "deprecated" / "fail" / "report.md")
EXPECTED = Path(f"{BAD}.expected").read_text("utf-8").splitlines()
GOOD = str(FIXTURES / "deprecated" / "pass" / "quoted.md")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def check(*arguments: str, stdin: str = "") -> Finished:
    return run("check", *arguments, stdin=stdin)


def test_findings_exit_with_1() -> None:
    result = check(BAD, "--termbase", HOUSE)
    assert result.returncode == 1
    assert f"{BAD}:1:3: error deprecated: “network security” is deprecated" in result.stdout


def test_no_findings_exit_with_0() -> None:
    result = check(GOOD, "--termbase", HOUSE)
    assert (result.returncode, result.stdout) == (0, "No findings in 1 document.\n")


def test_exit_zero_keeps_the_findings() -> None:
    result = check(BAD, "--termbase", HOUSE, "--exit-zero", "--format", "json")
    assert result.returncode == 0
    assert json.loads(result.stdout)["summary"]["by_name"]["deprecated"] == len(EXPECTED)


def test_offsets_count_code_points_of_the_file() -> None:
    record = json.loads(check(BAD, "--termbase", HOUSE, "--format", "json").stdout)
    text = Path(BAD).read_text("utf-8")
    assert [text[finding["start"] : finding["end"]] for finding in record["findings"]] == [
        finding["text"] for finding in record["findings"]
    ]


def test_standard_input_and_language() -> None:
    result = check("-", "--termbase", HOUSE, "--language", "zh-TW", "--format", "json", stdin="他談因特網。\n")
    assert [finding["suggestions"] for finding in json.loads(result.stdout)["findings"]] == [["網際網路"]]


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("遍歷節點。", (), " Region not known of 1 document: give --language zh-TW or zh-HK."),
        ("遍歷節點。", ("--language", "zh-TW"), ""),
        ("遍歷節點。", ("--select", "deprecated"), ""),
        ("遍历节点。", (), ""),
        ("他們談網際網路，軟體也談。", (), ""),
    ],
)
def test_a_region_that_the_text_does_not_show_is_told(text: str, options: tuple[str, ...], said: str) -> None:
    result = check("-", "--termbase", HOUSE, *options, stdin=text)
    assert (result.returncode, result.stdout) == (0, f"No findings in 1 document.{said}\n")


@pytest.mark.parametrize(
    ("language", "translation", "options", "said"),
    [
        (
            "cs",
            "Otevřít „deset“ souborů",
            (),
            ": code 1. Numbers and punctuation not checked of 1 translation in other languages.",
        ),
        ("cs", "Otevřít „deset“ souborů", ("--select", "code"), ": code 1."),
        ("zh_CN", "打开几个“文件", (), ": code 1, number 1, punctuation 1."),
    ],
)
def test_numbers_and_quotation_marks_of_other_languages_are_left_out(
    tmp_path: Path, language: str, translation: str, options: tuple[str, ...], said: str
) -> None:
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: {language}\\n"\n'
    file = tmp_path / "a.po"
    file.write_text(f'{header}\nmsgid "Open ten files in {{folder}}"\nmsgstr "{translation}"\n', "utf-8")
    result = check(str(file), *options)
    assert said + "\n" in result.stdout


def test_a_prefix_makes_another_word_of_a_glossed_term(tmp_path: Path) -> None:
    terms, text = tmp_path / "terms.csv", tmp_path / "text.txt"
    terms.write_text("zh-CN,en\n状态,state\n", "utf-8")
    text.write_text("这是一个有状态（stateful）服务，状态（state）很多。\n", "utf-8")
    assert check(str(text), "--termbase", str(terms), "--select", "gloss").returncode == 0


def test_a_memory_of_three_languages_shows_each_finding_in_its_own(tmp_path: Path) -> None:
    texts = {"zh-CN": "网络安全", "en": "network security", "zh-TW": "網絡安全"}
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in texts.items())
    file = tmp_path / "memory.tmx"
    file.write_text(f'<tmx><header srclang="zh-CN"/><body><tu>{variants}</tu></body></tmx>', "utf-8")
    result = check(str(file), "--termbase", HOUSE)
    assert result.returncode == 1
    marked = "    target: network security\n            ^^^^^^^^^^^^^^^^\n    use: cybersecurity\n"
    assert f"    source: 网络安全\n{marked}" in result.stdout
    assert "    target: 網絡安全\n            ^^^^^^^^\n    use: 網路安全\n" in result.stdout


def test_without_a_termbase_the_checks_of_all_words_run(tmp_path: Path) -> None:
    file = tmp_path / "taiwan.txt"
    file.write_text("請安裝打印機的驅動程式。\n", "utf-8")
    result = check(str(file), "--language", "zh-TW")
    assert result.returncode == 1
    assert "“打印機” is the wording of the mainland and Hong Kong" in result.stdout
    assert "only these checks can find anything: suppression, " in result.stderr


@pytest.mark.parametrize(
    ("selected", "said"),
    [("number,code", ""), ("number,case", "only these checks can find anything: number\n"), ("all", ", number, ")],
)
def test_what_runs_without_a_termbase_is_said_if_more_was_selected(selected: str, said: str) -> None:
    result = check(BAD, "--select", selected)
    assert said in result.stderr
    assert bool(said) == bool(result.stderr)


def test_several_termbases_are_one() -> None:
    assert check(BAD, "--termbase", HOUSE, "--termbase", HOUSE).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([BAD, "--select", "case,mixed"], "no termbase to check against (give --termbase FILE"),
        (["nowhere.md", "--termbase", HOUSE], "nowhere.md: does not exist"),
        ([BAD, "--termbase", BAD], "report.md"),
        ([BAD, "--termbase", HOUSE, "--language", "Mandarin!"], "is not a language tag"),
        ([BAD, "--termbase", HOUSE, "--language", "fr_CA"], "cannot check documents in fr-CA (the language is en"),
    ],
)
def test_an_error_is_one_line_and_status_2(arguments: list[str], message: str) -> None:
    result = check(*arguments)
    assert result.returncode == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports of ../shared/seeds are not here")
def test_real_reports_have_one_mixed_rendering() -> None:
    """Report 002 renders 网络空间命运共同体 in two ways."""
    record = json.loads(check(str(SEEDS), "--termbase", HOUSE, "--format", "json").stdout)
    (finding,) = (finding for finding in record["findings"] if finding["name"] == "mixed")
    assert finding["text"] == "community of shared future in cyberspace"
    assert "(lines 2, 4)" in finding["message"]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "error"], 1),
        (["--ignore", "deprecated,gloss", "--extend-select", "all"], 0),
        (["--select", "T001"], 1),
        (["--select", "case,mixed"], 0),
        (["--max-warnings", "100"], 1),  # errors do not count as warnings
    ],
)
def test_what_fails_the_job_can_be_chosen(options: list[str], status: int) -> None:
    assert check(BAD, "--termbase", HOUSE, *options).returncode == status


def test_warnings_up_to_a_number_pass() -> None:
    warned = str(FIXTURES / "case" / "fail" / "names.txt")
    number = len(Path(f"{warned}.expected").read_text("utf-8").splitlines())
    assert check(warned, "--termbase", HOUSE, "--select", "case", "--max-warnings", str(number)).returncode == 0
    assert check(warned, "--termbase", HOUSE, "--select", "case", "--max-warnings", str(number - 1)).returncode == 1
    assert check(warned, "--termbase", HOUSE, "--select", "case", "--fail-on", "error").returncode == 0


def test_findings_of_severity_info_do_not_fail_unless_asked_to(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("The meeting opened.\t会议召开。\nThe train was late.\t会议召开。\n", "utf-8")
    arguments = [str(pairs), "--termbase", HOUSE, "--source", "en", "--target", "zh-CN", "--select", "same-target"]
    result = check(*arguments)
    assert (result.returncode, "info same-target" in result.stdout) == (0, True)
    assert check(*arguments, "--fail-on", "info").returncode == 1


def test_a_report_goes_to_a_file_once(tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    arguments = [BAD, "--termbase", HOUSE, "--format", "sarif", "--output-file", str(report)]
    assert (check(*arguments).returncode, check(*arguments).returncode) == (1, 2)
    assert check(*arguments, "--force").stdout == ""
    assert json.loads(report.read_text("utf-8"))["version"] == "2.1.0"


def test_damage_of_a_memory_is_counted_and_reported_with_its_lines(tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="zh-CN"><seg>{}</seg></tuv></tu>\n'
    head = '<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>\n'
    cut = tmp_path / "cut.tmx"
    cut.write_text(head + unit.format("An end", "结尾") + unit.format("A beginning", "开头")[:40], "utf-8")
    result = check(str(cut), "--select", "number")
    assert f"{cut}:3: lost: the unit cannot be read" in result.stderr
    assert f"{cut}:3: repaired: the file ends before </tmx>" in result.stderr
    assert result.stdout == "No findings in 1 document. Damage in the files: 1 repaired, 1 lost.\n"
    summary = json.loads(check(str(cut), "--select", "number", "--format", "json").stdout)["summary"]
    assert summary["damage"] == {"repaired": 1, "lost": 1}


def test_an_unreadable_file_among_good_ones_is_reported_and_fails(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x00\x01\x02\xff" * 30)
    (tmp_path / "b.md").write_text("Fine.\n", "utf-8")
    result = check(str(tmp_path), "--termbase", HOUSE)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "No findings in 1 document." in result.stdout
    assert check(str(tmp_path / "a.md"), "--termbase", HOUSE).returncode == 2
