"""`termbase review` as a user runs it: on a terminal, by pipe, and by options; no decision is ever lost."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import termios
import time
from codecs import getincrementaldecoder
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.width import columns
from tests.cli.test_build import SAMPLES, decide, decisions_in, rows
from tests.command import COMMAND
from tests.conftest import Run

ANSI = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?2004[hl]")


DOUBTFUL = {
    "digital literacy": "0.49",
    "National Institute of Cyber Security": "0.59",
    "Internet Governance Forum": "0.61",
}
"""The first pairs of the review, whatever the weights of extraction are."""


@pytest.fixture(scope="module")
def built(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    assert termbase("build", SAMPLES, "--out", folder).returncode == 0
    sure = {row["en"]: {"confidence": "0.97"} for row in rows(folder / "candidates.tsv")}
    decide(folder / "candidates.tsv", sure | {english: {"confidence": text} for english, text in DOUBTFUL.items()})
    return folder


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    """A folder with the files of a build, of which nothing is decided."""
    shutil.copytree(built, tmp_path / "out")
    return tmp_path / "out"


class Terminal:
    """A command that runs on a terminal of its own."""

    def __init__(self, *arguments: object, width: int = 80) -> None:
        self.seen = ""
        self.decoder = getincrementaldecoder("utf-8")("replace")
        self.process, self.handle = pty.fork()
        if self.process == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # background jobs ignore it
            environment = {name: os.environ[name] for name in os.environ if name not in ("COLUMNS", "NO_COLOR")}
            os.execve(COMMAND, [str(COMMAND), *map(str, arguments)], environment)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))

    def type(self, keys: str) -> None:
        os.write(self.handle, keys.encode())

    def wait_for(self, text: str) -> str:
        """Read until a text is shown, and return what was shown until then."""
        deadline = time.monotonic() + 60
        while text not in ANSI.sub("", self.seen):
            assert time.monotonic() < deadline, self.seen
            if select.select([self.handle], [], [], 0.5)[0]:
                self.seen += self._read()
        before, _, self.seen = self.seen.partition(text) if text in self.seen else (self.seen, "", "")
        return before

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.handle)

    def end(self) -> tuple[int, str]:
        """Wait for the end of the command; return its exit status and the rest of its output."""
        while part := self._read():
            self.seen += part
        _, status = os.waitpid(self.process, 0)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(status), self.seen

    def _read(self) -> str:
        try:
            return self.decoder.decode(os.read(self.handle, 1 << 16))  # a read may end inside a character
        except OSError:  # the command has ended
            return ""


def test_one_key_a_decision_saved_at_once(out: Path) -> None:
    terminal = Terminal("review", out, "--by", "Li")
    first = terminal.wait_for("25 left") + terminal.wait_for("digital literacy")
    assert "confidence 0.49" in ANSI.sub("", first)
    terminal.type("a")
    terminal.wait_for("24 left")
    assert decisions_in(out / "candidates.tsv") == {"digital literacy": "accept"}
    terminal.type("ru")
    terminal.wait_for("took back 1 decision")
    terminal.wait_for("24 left")
    assert decisions_in(out / "candidates.tsv") == {"digital literacy": "accept"}
    terminal.type("pq")
    status, rest = terminal.end()
    assert (status, len(decisions_in(out / "candidates.tsv"))) == (0, 2)
    assert "25 pairs: 1 accepted, 1 preferred, 0 rejected, 23 undecided" in rest
    (row,) = (row for row in rows(out / "candidates.tsv") if row["decision"] == "accept")
    assert (row["by"], len(row["date"])) == ("Li", 10)


def test_a_killed_review_has_lost_nothing_and_continues(out: Path) -> None:
    for number in range(1, 4):
        terminal = Terminal("review", out)
        terminal.wait_for(f"{26 - number} left")
        terminal.type("r")
        terminal.wait_for("rejected")
        terminal.kill()
        assert len(decisions_in(out / "candidates.tsv")) == number
    assert len(rows(out / "candidates.tsv")) == 25
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_terms_are_corrected_on_the_line(out: Path) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("left")
    terminal.type("e")
    terminal.wait_for("Chinese: ")
    terminal.wait_for("数字素养")
    terminal.type("\b\b素质\r")
    terminal.wait_for("English: ")
    terminal.type("\r")
    terminal.wait_for("accepted")
    terminal.type("q")
    assert terminal.end()[0] == 0
    (row,) = (row for row in rows(out / "candidates.tsv") if row["decision"])
    assert (row["zh"], row["corrected_zh"], row["corrected_en"]) == ("数字素养", "数字素质", "")


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_the_end_of_input_leave_cleanly(out: Path, key: str) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("left")
    terminal.type("a")
    terminal.wait_for("accepted")
    terminal.wait_for("left")
    time.sleep(0.2)
    terminal.type(key)
    status, rest = terminal.end()
    assert (status, "Traceback" in rest) == (0, False)
    assert "continues" in rest
    assert len(decisions_in(out / "candidates.tsv")) == 1


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_a_correction_is_taken_back_with_ctrl_c_or_ctrl_d(out: Path, key: str) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("left")
    terminal.type("e")
    terminal.wait_for("Chinese: ")
    terminal.type("\x15")  # Ctrl-U: the line is empty
    time.sleep(0.2)
    terminal.type(key)
    terminal.wait_for("nothing changed")
    terminal.type("rq")
    assert terminal.end()[0] == 0
    assert list(decisions_in(out / "candidates.tsv").values()) == ["reject"]


def test_pasted_text_is_not_read_as_keys(out: Path) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("left")
    time.sleep(0.3)
    terminal.type("\x1b[200~please approve\r中\x1b[201~r")
    terminal.wait_for("rejected")
    terminal.type("q")
    status, rest = terminal.end()
    assert (status, "\x1b[?2004l" in rest) == (0, True)
    assert list(decisions_in(out / "candidates.tsv").values()) == ["reject"]


def test_a_file_without_pairs_is_an_error(termbase: Run, out: Path) -> None:
    (file,) = {row["file"] for row in rows(out / "candidates.tsv")[:1]}
    done = termbase("review", out, "--reject-file", Path(file).name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"no pair was first found in {Path(file).name} (its files are " in done.stderr
    assert file in done.stderr


def test_keys_without_meaning_change_nothing(out: Path) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("left")
    terminal.type("\x1b[A\x1bOPx中ａq")  # an arrow, F1, a letter, a character, a full-width a
    terminal.wait_for("x: not a key")
    terminal.wait_for("中: not a key")
    assert terminal.end()[0] == 0
    assert len(decisions_in(out / "candidates.tsv")) == 1


@pytest.mark.parametrize("width", [40, 60])
def test_lines_fit_a_narrow_terminal(out: Path, width: int) -> None:
    terminal = Terminal("review", out, width=width)
    terminal.type("?ssssssssssssssssssssssssq")
    _, shown = terminal.end()
    lines = [line for line in ANSI.sub("", shown).splitlines() if not line.startswith(("Saved", "Next", "?", "25"))]
    wide = [line for line in lines if columns(line) > width]
    assert wide == []


def test_a_pipe_gives_a_key_a_line(termbase: Run, out: Path) -> None:
    done = termbase("review", out, stdin="a\nreject\nnonsense\n\ne\n\nForum\nq\na\n", COLUMNS="200")
    assert (done.returncode, done.stderr) == (0, "")
    assert "nonsense: not a key" in done.stdout
    assert "公众的【数字素养】（【digital literacy】）" in done.stdout
    assert "\x1b" not in done.stdout
    found = {row["en"]: (row["decision"], row["corrected_en"]) for row in rows(out / "candidates.tsv")}
    assert found["digital literacy"] == ("accept", "")
    assert found["National Institute of Cyber Security"] == ("reject", "")
    assert found["Internet Governance Forum"] in {("accept", "Forum"), ("", "")}
    assert sum(1 for row in rows(out / "candidates.tsv") if row["decision"]) == 3


def test_a_class_is_decided_after_a_count_and_a_yes_and_taken_back_as_one(termbase: Run, out: Path) -> None:
    termbase("review", out, stdin="k\nr\nn\n")
    assert decisions_in(out / "candidates.tsv") == {}
    done = termbase("review", out, stdin="k\nr\ny\n")
    terms = sum(row["kind"] == "term" for row in rows(out / "candidates.tsv"))
    assert f"{terms} undecided pairs of kind term" in done.stdout
    assert {row["kind"] for row in rows(out / "candidates.tsv") if row["decision"] == "reject"} == {"term"}
    termbase("review", out, stdin="b\n0.95\na\ny\nu\nf\np\ny\n")
    decided = {row["file"] for row in rows(out / "candidates.tsv") if row["decision"] == "prefer"}
    assert len(decided) == 1
    assert [row for row in rows(out / "candidates.tsv") if row["decision"] == "accept"] == []


def test_decisions_of_earlier_reviews_are_taken_back(termbase: Run, out: Path) -> None:
    """One at a time, the last one first, also if every pair is decided; by a part of the pair, any of them."""
    table = out / "candidates.tsv"
    termbase("review", out, "--by", "Li", stdin="e\n\nliteracy\nr\n")
    termbase("review", out, "--accept-above", "0")
    decide(table, {"digital divide": {"date": "2031-01-02", "by": "Wang"}})
    done = termbase("review", out, stdin="a\nu\n")
    assert "every pair is decided" in done.stdout
    assert "a: not a key here" in done.stdout
    assert "took back 1 decision of 2031-01-02 by Wang" in done.stdout
    assert set(DOUBTFUL) < set(decisions_in(table))
    assert "digital divide" not in decisions_in(table)
    done = termbase("review", out, stdin="o\nno such\no\ndigital\no\nLITERACY\np\n")
    assert "no decided pair has this" in done.stdout
    assert "数字素养 = digital literacy" in done.stdout
    (row,) = (row for row in rows(table) if row["en"] == "digital literacy")
    assert (row["decision"], row["corrected_en"], row["by"]) == ("prefer", "", "")
    termbase("review", out, stdin="u\n" * 30)
    assert decisions_in(table) == {}


def test_undo_goes_on_with_the_decisions_of_earlier_reviews(termbase: Run, out: Path) -> None:
    termbase("review", out, stdin="a\nr\n")
    done = termbase("review", out, "--by", "Li", stdin="u\na\n")
    assert done.stdout.count("took back 1 decision") == 1
    done = termbase("review", out, "--by", "Chen", stdin="u\nu\n")
    assert done.stdout.count("took back 1 decision") == 1
    assert "nothing to undo" in done.stdout
    assert len(decisions_in(out / "candidates.tsv")) == 1
    done = termbase("review", out, stdin="p\nu\nu\nu\n")
    assert done.stdout.count("took back 1 decision") == 2
    assert "nothing to undo" in done.stdout
    assert decisions_in(out / "candidates.tsv") == {}


def test_options_decide_without_questions(termbase: Run, out: Path) -> None:
    options = ("--reject-kind", "term,slogan", "--reject-below", "0.6", "--accept-above", "0.9")
    done = termbase("review", out, *options)
    assert (done.returncode, done.stderr) == (0, "")
    for row in rows(out / "candidates.tsv"):
        is_out = row["kind"] in ("term", "slogan") or float(row["confidence"]) < 0.6
        expected = "reject" if is_out else "accept" if float(row["confidence"]) >= 0.9 else ""
        assert row["decision"] == expected


def test_the_decisions_of_a_table_are_given_to_the_build(termbase: Run, out: Path) -> None:
    table = out / "candidates.tsv"
    done = termbase("review", table, stdin="r\n")
    assert f"Next: termbase build SOURCE... --out DIR --force --decisions {table}" in done.stdout


def test_after_the_last_pair_the_build_applies_it(termbase: Run, out: Path) -> None:
    done = termbase("review", out, stdin="r\n" + "a\n" * 24)
    assert f"Next: termbase build SOURCE... --out {out} --force" in done.stdout
    assert "0 undecided" in done.stdout
    assert termbase("review", out, stdin="").returncode == 0
    done = termbase("build", SAMPLES, "--out", out, "--force")
    assert "25 decisions read" in done.stdout
    assert "<term>数字素养" not in (out / "termbase.tbx").read_text("utf-8")
    assert "admittedTerm-admn-sts" in (out / "termbase.tbx").read_text("utf-8")


def test_what_others_write_meanwhile_stays(out: Path) -> None:
    terminal = Terminal("review", out)
    terminal.wait_for("25 left")
    decide(out / "candidates.tsv", {"cyber sovereignty": {"decision": "reject", "by": "Wang"}})
    terminal.type("aq")
    terminal.end()
    assert decisions_in(out / "candidates.tsv") == {"cyber sovereignty": "reject", "digital literacy": "accept"}


def test_columns_of_the_reviewer_stay(termbase: Run, out: Path) -> None:
    text = (out / "candidates.tsv").read_text("utf-8").splitlines()
    (out / "candidates.tsv").write_text("\n".join(f"{line}\tremark" for line in text), "utf-8")
    termbase("review", out, stdin="a\n")
    assert all(line.endswith("\tremark") for line in (out / "candidates.tsv").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("candidates.tsv", None, "has no candidates.tsv"),
        ("candidates.tsv", "a\tb\n", "candidates.tsv:1: has no column decision"),
        ("candidates.tsv", "", "candidates.tsv:1: has no column decision"),
        ("candidates.tsv", "decision\tzh\ten\nja\t网\tnet\n", "candidates.tsv:2: unknown decision: ja"),
    ],
)
def test_a_folder_without_a_usable_table_is_an_error(
    termbase: Run, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    done = termbase("review", tmp_path, stdin="a\n")
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


TEXT = st.text(st.sampled_from("ab网络数字 。，（）\x1b\x9b\u202e\u2061é-"), max_size=80)


@given(TEXT, TEXT, TEXT, st.integers(20, 90), st.booleans())
def test_a_card_is_never_wider_than_the_terminal(
    zh: str, en: str, rest: str, width: int, is_coloured: bool
) -> None:
    card = import_module("termbase_cli.review_screen").card
    from termbase_service.review import Candidate

    cells = {"zh": zh, "en": en, "sentence": f"{rest}{zh}（{en}）{rest}" * 3, "file": "目录/" * 9, "line": "3"}
    shown = [ANSI.sub("", line) for line in card(Candidate(cells | {"decision": ""}), 3, width, is_coloured)]
    assert [line for line in shown if columns(line) > width] == []
    assert not re.search("[\x00-\x1f\x9b\u202e]", "".join(shown))
