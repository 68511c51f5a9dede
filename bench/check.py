"""Measures CPU time and memory of `termbase check` for given sizes of text and termbase, English and Chinese.

    ./run python bench/check.py [--megabytes 1] [--terms 1000 5000]

Every fifth term is deprecated, and one sentence in fifty contains a term. A first run on a few lines compiles the
termbase and is not measured. "again" is a second run on the same file, which uses the stored findings. For
comparison, two other tools run on the same file if they are on the PATH: `textlint` with the rule prh (npm packages
textlint and textlint-rule-prh) and the same deprecated terms, and `codespell`, which only checks single words.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ENGLISH = (
    "network service data policy system user market growth report digital trade rule public health order".split()
)
CHINESE = "网络服务数据政策系统用户市场增长报告数字贸易规则公共卫生发展合作技术安全标准信息经济全球治理"
HEAD = '<?xml version="1.0" encoding="UTF-8"?><martif type="TBX-Basic" xml:lang="en"><text><body>\n'
STATUS = '<termNote type="administrativeStatus">{}Term-admn-sts</termNote>'


def terms(count: int, chance: random.Random) -> list[tuple[str, str]]:
    made: dict[str, str] = {}
    while len(made) < count:
        english = " ".join(chance.choices(ENGLISH, k=3)) + f" {chance.choice('abcdefgh')}{len(made) % 97}"
        made[english] = "".join(chance.choices(CHINESE, k=5))
    return list(made.items())


def termbase(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield HEAD
    for number, (english, chinese) in enumerate(pairs):
        status = STATUS.format("deprecated" if number % 5 == 0 else "preferred")
        sections = (("en", english), ("zh-CN", chinese))
        body = "".join(
            f'<langSet xml:lang="{tag}"><tig><term>{term}</term>{status}</tig></langSet>' for tag, term in sections
        )
        yield f'<termEntry id="c{number}">{body}</termEntry>\n'
    yield "</body></text></martif>\n"


def text(size: int, known: Sequence[str], words: Sequence[str], between: str, chance: random.Random) -> str:
    lines, length = [], 0
    while length < size:
        sentence = chance.choices(words, k=18)
        if chance.random() < 0.02:
            sentence[9] = chance.choice(known)
        lines.append(between.join(sentence) + (".\n\n" if between else "。\n\n"))
        length += len(lines[-1].encode())
    return "".join(lines)


def cost(command: Sequence[str], cache: str = "", output: Path = Path(os.devnull)) -> tuple[float, int]:
    """Return the CPU seconds and the peak memory (MB) of a command that uses the cache folder `cache`."""
    environment = os.environ | ({"XDG_CACHE_HOME": cache} if cache else {})
    nowhere = subprocess.DEVNULL
    with (
        output.open("wb") as written,
        subprocess.Popen(command, stdout=written, stderr=nowhere, env=environment) as process,
    ):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def rules(names: Sequence[str]) -> Iterator[str]:
    """Yield the deprecated terms, every fifth of `names`, as rules of prh."""
    yield "version: 1\nrules:\n"
    for number, name in enumerate(names[::5]):
        pattern = f"/\\b{name}\\b/i" if name.isascii() else f"/{name}/"
        yield f"  - expected: T{number}\n    pattern: {pattern}\n"


def peers(file: Path, names: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the names and commands of the other tools that are installed."""
    if textlint := shutil.which("textlint"):
        file.with_name("prh.yml").write_text("".join(rules(names)), "utf-8")
        settings = file.with_name("textlint.json")
        settings.write_text(json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), "utf-8")
        yield "textlint + prh", [textlint, "--config", str(settings), "--format", "json", str(file)]
    if codespell := shutil.which("codespell"):
        yield "codespell", [codespell, str(file)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--terms", type=int, nargs="+", default=[1000, 5000])
    arguments = parser.parse_args()
    command = str(Path(sys.executable).with_name("termbase"))
    for count in arguments.terms:
        chance = random.Random(20261122)
        pairs = terms(count, chance)
        with tempfile.TemporaryDirectory() as folder:
            base = Path(folder, "terms.tbx")
            base.write_text("".join(termbase(pairs)), "utf-8")
            for name, words, between, side in (("English", ENGLISH, " ", 0), ("Chinese", list(CHINESE), "", 1)):
                file, names = Path(folder, f"{name}.txt"), [pair[side] for pair in pairs]
                size = int(arguments.megabytes * 1_000_000)
                file.write_text(text(size, names, words, between, chance), "utf-8")
                line, cache = file.with_name("line.txt"), str(Path(folder, "cache"))
                line.write_text(file.read_text("utf-8")[:20_000], "utf-8")
                check = [command, "check", "--termbase", str(base), "--format", "json"]
                cost([*check, str(line)], cache)
                seconds, memory = cost([*check, str(file)], cache)
                print(f"{name}, {count} terms, {arguments.megabytes} MB: {seconds:.2f} s CPU, {memory} MB")
                print(f"  again: {cost([*check, str(file)], cache)[0]:.2f} s CPU")
                for peer, its_command in peers(file, names):
                    print(f"  {peer}: {cost(its_command)[0]:.2f} s CPU")


if __name__ == "__main__":
    main()
