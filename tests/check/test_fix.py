"""Fixes put the right form in the right place, and change no other character."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.check.apply_fixes import fixes_of, mend_file
from termbase.check.finding import Finding, Fix
from termbase.check.fix import fixed
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_bitext, check_document
from termbase.check.settings import DEFAULTS
from termbase.document.markdown import blocks
from termbase.document.model import Document
from termbase.tbx.reader import read
from tests.conftest import Run
from tmx.bilingual.segment_pairs import read_bitexts

HOUSE = str(Path(__file__).parent / "house.tbx")
KNOWN = KnownTerms([read(HOUSE)])


def fixes(text: str, file: str = "r.md", language: str | None = None) -> tuple[Fix, ...]:
    document = Document(file, text, "utf-8", tuple(blocks(text)))
    return fixes_of(check_document(document, KNOWN, language, DEFAULTS))


def mended(text: str, file: str = "r.md", language: str | None = None) -> str:
    return fixed(text, fixes(text, file, language))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Risks to network security grow.", "Risks to cybersecurity grow."),
        ("Network security is hard.", "Cybersecurity is hard."),
        ("NETWORK SECURITY IS HARD", "CYBERSECURITY IS HARD"),
        ("## The Network Security Office", "## The Cybersecurity Office"),
        ("the *network security* office’s", "the *cybersecurity* office’s"),
        ("network security’s limits", "cybersecurity’s limits"),
        ("The Digital silk-roads of it", "The Digital Silk-Roads of it"),
        ("a Digital Silk Route", "a Digital Silk Road"),
        ("Two Digital Silk Routes.", "Two Digital Silk Roads."),
        ("the Digital Silk\nRoute of", "the Digital Silk\nRoad of"),
        ("all of network\r\nsecurity now", "all of\r\ncybersecurity now"),
        ("It leads to network\n  security.", "It leads to\n  cybersecurity."),
        ("Risks to network securit&#121; grow.", "Risks to cybersecurity grow."),
        ("a &#110;etwork&nbsp;security&#x2019;s plan", "a cybersecurity&#x2019;s plan"),
        ("An\nnetwork security plan", "A\ncybersecurity plan"),
        ("an **network security** plan", "a **cybersecurity** plan"),
    ],
)
def test_certain_errors_are_fixed(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "這裡路很短。但是这条路已经关闭。我们从后门进去。",
            "這裡路很短。但是這條路已經關閉。我們從後門進去。",
        ),
        (
            "這裡的路徑很短。这条路**已经关闭**，我们从<u>后门</u>进去。",
            "這裡的路徑很短。這條路**已經關閉**，我們從<u>後門</u>進去。",
        ),
        ("我們談**软件**安全。", "我們談**軟體**安全。"),
        ("這裡的路徑很短。给定 $n$ 个顶点，请计算边数。", "這裡的路徑很短。給定 $n$ 個頂點，請計算邊數。"),
        ("這裡的路徑很短。给定 $\\log n$ 个顶点。", "這裡的路徑很短。給定 $\\log n$ 個頂點。"),
    ],
)
def test_whole_sentences_in_the_other_script_are_fixed(text: str, right: str) -> None:
    assert mended(text, language="zh-Hant-TW") == right


@pytest.mark.parametrize(
    "text",
    [
        "the network <b>security</b> plan",  # markup inside
        "> the network\n> security plan",
        "a <i>network security</i> plan",  # an article beyond a tag
        "use `network security` here",  # code
        "he said “network security” twice",
        "[x](network-security.html)",
        "It is a governance of data, and data governance.",  # the author may choose between allowed terms
    ],
)
def test_doubtful_words_stay(text: str) -> None:
    assert mended(text) == text


def test_packed_files_have_no_fixes() -> None:
    assert fixes("Risks to network security grow.", "r.docx") == ()


def test_chinese_keeps_its_line_end() -> None:
    assert mended("他談因特\n網。", language="zh-Hant-TW") == "他談網際\n網路。"


WRONG = [
    "network security", "Network security", "NETWORK SECURITY", "network\nsecurity", "cyber security",
    "Digital Silk Route", "Digital Silk Routes", "digital Silk road", "Network Security Law", "data rule",
    "data rules",
]  # fmt: skip
AROUND = [
    "a ", "an ", "The ", " plan", ", ", ". ", "\n\n", "\r\n", "*", "**", "`", "“", "”", "<b>", "</b>", "> ", "数字",
    "。", "[x](y)", "&amp;", " and ", "-", "’s", "cybersecurity", "\u00a0", "\t", "# ", "(", ")", "IGF ",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*WRONG, *AROUND]), max_size=12).map("".join))
def test_a_fixed_text_needs_no_fix_and_differs_nowhere_else(text: str) -> None:
    found = fixes(text)
    result = fixed(text, found)
    assert fixes(result) == ()
    rest, end = [], 0
    for fix in sorted(set(found), key=lambda fix: fix.start):
        rest.append(text[end : fix.start])
        end = fix.end
    place = 0
    for part in (*rest, text[end:]):
        place = result.index(part, place) + len(part)
    assert result.count("\n") == text.count("\n")
    assert result.count("`") == text.count("`")


SAID = "在网络安全的报告里，因特网很重要。我们都这么说。"
PO = """msgid ""
msgstr "Content-Type: text/plain; charset={1}\\n"

msgid "The Internet is important."
msgstr "{0}"
"""


def test_overlapping_fixes_are_left_out() -> None:
    assert fixed("abcd", [Fix(0, 2, "x"), Fix(1, 3, "y"), Fix(3, 4, "z")]) == "abcz"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_bytes("\ufeffRisks to network security.\r\nThe data rule.".encode())
    (folder / "b.txt").write_bytes("在网络安全的报告里，因特网很重要。我们都这么说。".encode("gb18030"))
    (folder / "c.txt").write_text("Fine.\n", "utf-8")
    return folder


def test_fix_changes_nothing_but_the_words(termbase: Run, reports: Path) -> None:
    (reports / "a.md").chmod(0o600)
    unchanged = (reports / "c.txt").stat().st_mtime_ns
    result = termbase("check", reports, "--termbase", HOUSE, "--fix")
    assert result.returncode == 0, result.stdout
    assert (reports / "a.md").read_bytes() == "\ufeffRisks to cybersecurity.\r\nThe data governance.".encode()
    assert (reports / "a.md").stat().st_mode & 0o777 == 0o600
    assert "互联网很重要" in (reports / "b.txt").read_bytes().decode("gb18030")
    assert (reports / "c.txt").stat().st_mtime_ns == unchanged
    assert sorted(path.name for path in reports.iterdir()) == ["a.md", "b.txt", "c.txt"]
    assert "No findings in 3 documents." in result.stdout


def test_diff_changes_nothing_and_can_be_applied(termbase: Run, reports: Path) -> None:
    before = (reports / "a.md").read_bytes()
    result = termbase("check", "a.md", "--termbase", HOUSE, "--diff", cwd=reports)
    assert (result.returncode, (reports / "a.md").read_bytes()) == (1, before)
    assert "-The data rule.\n\\ No newline at end of file\n+" in result.stdout
    assert result.stdout.endswith("+The data governance.\n\\ No newline at end of file\n")
    assert termbase("check", "c.txt", "--termbase", HOUSE, "--diff", cwd=reports).stdout == ""
    (reports / "d.md").write_text("The data rule.\n", "utf-8")
    patch = termbase("check", "d.md", "--termbase", HOUSE, "--diff", cwd=reports).stdout
    subprocess.run(["git", "apply"], input=patch, cwd=reports, check=True, encoding="utf-8")
    assert (reports / "d.md").read_text("utf-8") == "The data governance.\n"


@pytest.mark.parametrize("program", ["git apply patch", "patch -p1 --binary -i patch"])
@pytest.mark.parametrize(
    ("name", "encoding"),
    [("a.txt", "utf-8-sig"), ("两 份.txt", "gb18030"), ("a.txt", "big5"), ("a.po", "gb18030")],
)
def test_a_diff_applies_to_the_bytes_of_the_file(
    termbase: Run, tmp_path: Path, name: str, encoding: str, program: str
) -> None:
    if shutil.which(program.split()[0]) is None:
        pytest.skip(f"{program.split()[0]} is not installed")
    chinese = "在網路安全的報告裡，因特網很重要。我們都這麼說。" if encoding == "big5" else SAID
    text = PO.format(chinese, encoding) if name.endswith(".po") else f"{chinese}\r\nLine.\n{chinese}"
    (tmp_path / name).write_bytes(text.encode(encoding))
    options = ("--termbase", HOUSE, "--diff", "--output-file", "patch")
    assert termbase("check", name, *options, cwd=tmp_path).returncode == 1
    subprocess.run(program.split(), cwd=tmp_path, check=True)
    applied = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(text.encode(encoding))
    termbase("check", name, "--termbase", HOUSE, "--fix", cwd=tmp_path)
    assert applied == (tmp_path / name).read_bytes() != text.encode(encoding)


def test_a_file_that_no_patch_can_change_is_an_error_and_the_others_are_shown(termbase: Run, reports: Path) -> None:
    (reports / "a.md").write_bytes("\ufeffThe data rule.".encode("utf-16-le"))
    (reports / "d.md").write_text("The data rule.\n", "utf-8")
    done = termbase("check", "a.md", "d.md", "--termbase", HOUSE, "--diff", cwd=reports)
    assert (done.returncode, done.stdout.count("\n+The")) == (2, 1)
    assert "a.md: is in UTF-16-LE, which no patch can change (use --fix, or save it as UTF-8)" in done.stderr
    (reports / "d.md").write_bytes("数据。The data rule.\n".encode("gb18030") + b"\x80")
    termbase("check", "a.md", "d.md", "--termbase", HOUSE, "--fix", cwd=reports)
    assert (reports / "a.md").read_bytes() == "\ufeffThe data governance.".encode("utf-16-le")


def test_standard_input_can_be_shown_fixed_only(termbase: Run) -> None:
    text = "The data rule.\n"
    assert "+The data governance." in termbase("check", "-", "--termbase", HOUSE, "--diff", stdin=text).stdout
    assert termbase("check", "-", "--termbase", HOUSE, "--fix", stdin=text).returncode == 2


def test_findings_in_a_baseline_are_not_fixed(termbase: Run, reports: Path) -> None:
    termbase("check", "reports", "--termbase", HOUSE, "--write-baseline", "old.json", cwd=reports.parent)
    result = termbase(
        "check", "reports", "--termbase", HOUSE, "--baseline", "old.json", "--fix", cwd=reports.parent
    )
    assert result.returncode == 0
    assert "network security" in (reports / "a.md").read_text("utf-8")


def test_json_has_the_fix(termbase: Run, reports: Path) -> None:
    record = json.loads(termbase("check", reports / "a.md", "--termbase", HOUSE, "--format", "json").stdout)
    assert record["findings"][0]["fix"] == {"start": 9, "end": 25, "text": "cybersecurity"}


def bilingual(form: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Return a file in a format with these pairs. `@` stands for an inline code, written as in the format."""
    code = {".tmx": '<ph x="1">{0}</ph>', ".xlf": '<x id="1"/>'}.get(form, "{0}")

    def written(text: str) -> str:
        return (escape(text) if form in (".tmx", ".xlf", ".ts") else text).replace("@", code)

    rows = [(written(source), written(target)) for source, target in pairs]
    if form == ".tmx":
        variants = '<tuv xml:lang="zh-CN"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv>'
        body = "\n".join(f"<tu>{variants.format(*row)}</tu>" for row in rows)
        return f'<tmx version="1.4"><header srclang="zh-CN"/><!-- network security --><body>\n{body}</body></tmx>\n'
    if form == ".xlf":
        body = "\n".join(f'<trans-unit id="{n}"><source>{s}</source><target>{t}</target></trans-unit>'
                         for n, (s, t) in enumerate(rows))  # fmt: skip
        return (
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="network security" '
            f'source-language="zh-CN" target-language="en" datatype="plaintext"><body>{body}</body></file></xliff>'
        )
    if form == ".ts":
        body = "".join(f"<message><source>{s}</source><translation>{t}</translation></message>\n" for s, t in rows)
        return (
            f'<TS version="2.1" sourcelanguage="zh_CN" language="en"><context><name>x</name>\n{body}</context></TS>'
        )
    if form == ".po":
        body = "".join(
            f"\nmsgid {_quoted(f'{chr(97 + n)}: {s}')}\nmsgstr {_quoted(t)}\n" for n, (s, t) in enumerate(rows)
        )
        return f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n# network security\n{body}'
    if form == ".csv":
        cells = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
        return "\r\n".join(("zh-CN,en", *cells, ""))
    return "\n".join(("zh-CN\ten", *("\t".join(_in_tsv(cell) for cell in row) for row in rows), ""))


_A_TERM = re.compile(r"""(?:an?[\s\\nt"]+)?(?:cyber|network|digital).*""", re.IGNORECASE | re.DOTALL)
"""Matches an article, a line end or tab as TSV or PO escape it, and the first word of a term."""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '\\n"\n"') + '"'


def _in_tsv(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def findings_in(file: Path) -> list[Finding]:
    bitexts = read_bitexts(str(file), "zh-Hans-CN", "en")
    return [finding for bitext in bitexts for finding in check_bitext(bitext, KNOWN, DEFAULTS)]


PARTS = [
    "network security", "Network security", "cyber security", "Digital Silk Routes", "a ", "An ", "the ", " plan",
    "@", '"', "&", "<", ", ", "\n", " ", "’s", "\\", "\t", "https://network.security.org/network", "cybersecurity",
]  # fmt: skip
TARGETS = st.lists(st.sampled_from(PARTS), max_size=7).map("".join)


@pytest.mark.parametrize("form", [".tmx", ".xlf", ".ts", ".po", ".csv", ".tsv"])
@settings(max_examples=60, deadline=None)
@given(targets=st.lists(TARGETS, min_size=1, max_size=4))
def test_a_fixed_bilingual_file_needs_no_fix_and_differs_nowhere_else(form: str, targets: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"m{form}")
        file.write_text(
            bilingual(form, [(f"网络安全 {len(target)}@", target) for target in targets]), "utf-8", newline=""
        )
        before, found = file.read_bytes().decode(), fixes_of(findings_in(file))
        mend_file(str(file), found)
        after = file.read_bytes().decode()
        assert fixes_of(findings_in(file)) == ()
    assert after == fixed(before, found)
    for fix in found:
        assert _A_TERM.fullmatch(before[fix.start : fix.end])
    if form in (".tmx", ".xlf", ".ts"):
        assert re.findall("<[^<>]*>", after) == re.findall("<[^<>]*>", before)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("m.tmx", "<seg>The network security plan", "<seg>The cybersecurity plan"),
        ("m.xlf", "<target>The network security plan", "<target>The cybersecurity plan"),
        ("m.ts", "<translation>The network security plan", "<translation>The cybersecurity plan"),
        ("m.po", 'msgstr "The network security plan', 'msgstr "The cybersecurity plan'),
        ("m.csv", "The network security plan", "The cybersecurity plan"),
        ("m.tsv", "The network security plan", "The cybersecurity plan"),
    ],
)
def test_each_format_is_mended_in_its_targets(termbase: Run, tmp_path: Path, name: str, old: str, new: str) -> None:
    file = tmp_path / name
    file.write_text(bilingual(file.suffix, [("网络安全计划@", "The network security plan@")]), "utf-8", newline="")
    before = file.read_text("utf-8")
    options = ("--termbase", HOUSE, "--source", "zh-CN", "--target", "en")
    assert termbase("check", file, *options, "--diff").stdout.count("\n+") == 2
    result = termbase("check", file, *options, "--fix")
    assert (result.returncode, result.stderr) == (0, f"{file}: 1 fixed\n") or "header" in result.stderr
    assert file.read_text("utf-8") == before.replace(old, new)


def test_a_run_fixes_what_its_own_fixes_show(termbase: Run, tmp_path: Path) -> None:
    """端口 stays beside words that may be of the mainland, but not beside 位址 and 字串."""
    file = tmp_path / "m.tsv"
    rows = [
        ("source", "target", "languages: en, zh-TW"),
        *(("Own IP address", "自有 IP 地址"), ("TLS string", "TLS 字符串(_P)"), ("_Port", "端口(_P)")),
        *(("RIPEMD-160",) * 2, ("HTTP",) * 2, ("OpenVPN",) * 2, ("missing plugin file", "找不到插件文件")),
    ]
    file.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    first = termbase("check", file, "--select", "wording", "--fix", "--format", "json")
    fixed_once = file.read_text("utf-8")
    assert "4 fixed" in first.stderr
    assert all(finding["fix"] is None for finding in json.loads(first.stdout)["findings"])
    again = termbase("check", file, "--select", "wording", "--fix")
    assert (file.read_text("utf-8"), "fixed" in again.stderr) == (fixed_once, False)


def test_a_code_inside_a_term_keeps_it_from_being_mended(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(bilingual(".tmx", [("网络安全@", "network@ security")]), "utf-8")
    assert [finding.fix for finding in findings_in(file) if finding.name == "deprecated"] == [None]


def test_the_variant_in_the_language_of_the_target_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    text = bilingual(".tmx", [("网络安全", "network security")])
    german = '<tuv xml:lang="de"><seg>network security</seg></tuv>'
    text = text.replace("<tu>", f"<tu>{german}").replace("</tu>", f"{german}</tu>")
    file.write_text(text, "utf-8")
    mend_file(str(file), fixes_of(findings_in(file)))
    assert file.read_text("utf-8") == text.replace('"en"><seg>network security', '"en"><seg>cybersecurity')


def test_a_cell_like_another_of_its_row_is_not_mended(tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    file.write_text("网络安全,network security,network security\n", "utf-8")
    assert [finding.fix for finding in findings_in(file) if finding.name == "deprecated"] == [None]


def test_a_workbook_is_checked_but_not_mended(termbase: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    for row in (("zh-CN", "en"), ("网络安全", "network security")):
        workbook.active.append(row)
    workbook.save(tmp_path / "m.xlsx")
    result = termbase("check", tmp_path / "m.xlsx", "--termbase", HOUSE, "--fix")
    assert (result.returncode, "deprecated" in result.stdout) == (1, True)
    assert "m.xlsx: not fixed, because it is a zipped format" in result.stderr


_OTHER = "这条{0}路{1}已经关闭，我们从后门进去。这里的路都很短。"
ESCAPED = {
    "a.po": 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n'
    + f'msgid "a"\nmsgstr "{_OTHER.format("<a href=x>", "</a>")}"\n\nmsgid "b"\nmsgstr "%s"\n',
    "a.tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv>'
    + f'<tuv xml:lang="zh-TW"><seg>{_OTHER.format("&lt;b&gt;", "&lt;/b&gt;")}%s</seg></tuv></tu></body></tmx>',
    "a.csv": f'en,zh-TW\na,"{_OTHER.format("<b>", "</b>")}%s"\n',
}


@pytest.mark.parametrize("name", ESCAPED)
def test_what_a_bilingual_file_writes_with_escapes_stays(termbase: Run, tmp_path: Path, name: str) -> None:
    text = ESCAPED[name] % "這個軟體在圖形介面裡顯示網路與檔案，使用者點選滑鼠開啟它。"
    (tmp_path / name).write_text(text, "utf-8")
    termbase("check", name, "--fix", cwd=tmp_path)
    assert (tmp_path / name).read_text("utf-8") == text
