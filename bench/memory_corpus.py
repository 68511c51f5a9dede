"""Builds real segment pairs from Debian's translation packages: `python bench/memory_corpus.py FOLDER`.

Downloads the packages of bench/memory_packages.txt with `apt-get download` into FOLDER, reads the message
catalogues in them, and writes FOLDER/zh-CN.tsv and FOLDER/zh-TW.tsv: English, a tab, Chinese, each pair once.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGES = Path(__file__).with_name("memory_packages.txt")
LOCALES = {"zh_CN": "zh-CN", "zh_TW": "zh-TW", "zh_Hans": "zh-CN", "zh_Hant": "zh-TW"}


def main() -> None:
    folder = Path(sys.argv[1]).absolute()
    packages = folder / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    if not any(packages.glob("*.deb")):
        for name in PACKAGES.read_text().split():
            subprocess.run(["apt-get", "download", "-qq", name], cwd=packages, check=False)
    for package in sorted(packages.glob("*.deb")):
        unpack(package, folder / "catalogues" / package.name.partition("_")[0])
    for tag in dict.fromkeys(LOCALES.values()):
        locales = [locale for locale, own in LOCALES.items() if own == tag]
        pairs = sorted({pair for locale in locales for pair in all_pairs(folder / "catalogues", locale)})
        lines = (f"{english}\t{chinese}\n" for english, chinese in pairs)
        (folder / f"{tag}.tsv").write_text("".join(lines), "utf-8")
        print(f"{tag}: {len(pairs)} pairs")


def unpack(package: Path, into: Path) -> None:
    if into.is_dir():
        return
    into.mkdir(parents=True)
    wanted = [pattern for locale in LOCALES for pattern in (f"*/{locale}/*.mo", f"*{locale}.mo")]
    data = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=False).stdout
    subprocess.run(["tar", "-x", "-C", into, "--wildcards", *wanted], input=data, capture_output=True, check=False)


def all_pairs(folder: Path, locale: str) -> Iterator[tuple[str, str]]:
    files = {*folder.glob(f"**/{locale}/**/*.mo"), *folder.glob(f"**/*{locale}.mo")}
    for file in sorted(files):
        for english, chinese in messages(file.read_bytes()):
            pair = " ".join(english.split()), " ".join(chinese.split())
            if all(pair) and not chinese.isascii():
                yield pair


def messages(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield source and translation of a compiled catalogue (GNU gettext manual, The Format of GNU MO Files)."""
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, sources, translations = struct.unpack_from(f"{order}3I", data, 8)
    for number in range(count):
        pair = []
        for table in (sources, translations):
            length, start = struct.unpack_from(f"{order}2I", data, table + 8 * number)
            text = data[start : start + length].decode("utf-8", "replace")
            pair.append(text.rpartition("\x04")[2].partition("\0")[0])
        yield pair[0], pair[1]


if __name__ == "__main__":
    main()
