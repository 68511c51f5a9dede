"""Measures the check `missing`: its false alarms on published translations, and the omissions that it finds.

    ./run python bench/missing.py ../shared/dev/parallel/libreoffice-help.zh-CN.tsv [--reverse] [--half 0]

Each line of the file is a segment pair: page, tag, English, Chinese. A termbase is derived from it (see
`drawn_termbase.py`), and `termbase check --select missing` runs on the text as TMX. A term counts once for each
segment. For comparison, a plain search that ignores case does the same. Then omissions are planted: renderings are
deleted or replaced by those of other terms, in segments where no other rendering of the term remains, and the
check runs on these segments.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from drawn_termbase import Drawing, Pair

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.bitext_subject import read_bitext_subject
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import DEFAULTS
from termbase.language import ENGLISH, canonical
from termbase.model import Termbase
from termbase.tbx.writer import dump

PLANTED = 3000
TITLE = "Title is: "


def read(file: str, half: int | None, reverse: bool) -> list[Pair]:
    pairs = []
    for line in Path(file).read_text("utf-8").splitlines()[1:]:
        page, tag, english, chinese = line.split("\t")
        is_heading = tag.startswith("h") or english.startswith(TITLE)
        texts = (english.removeprefix(TITLE), chinese.removeprefix(TITLE))
        if half is None or zlib.crc32(page.encode()) % 2 == half:
            pairs.append(Pair(page, is_heading, *(texts[::-1] if reverse else texts)))
    return pairs


def tmx(pairs: Iterable[tuple[str, str]], source: str, target: str) -> str:
    units = (
        f'<tu tuid="{number}"><tuv xml:lang="{source}"><seg>{escape(first)}</seg></tuv>'
        f'<tuv xml:lang="{target}"><seg>{escape(second)}</seg></tuv></tu>\n'
        for number, (first, second) in enumerate(pairs)
    )
    return f'<tmx version="1.4"><header srclang="{source}"/><body>\n{"".join(units)}</body></tmx>\n'


def missing(folder: Path, pairs: Iterable[tuple[str, str]], languages: tuple[str, str]) -> set[tuple[int, str]]:
    """Run the command and return segment and concept of each finding."""
    (folder / "text.tmx").write_text(tmx(pairs, *languages), "utf-8")
    command = [str(Path(sys.executable).with_name("termbase")), "check", "text.tmx", "--termbase", "terms.tbx"]
    options = ["--select", "missing", "--format", "json"]
    result = subprocess.run([*command, *options], cwd=folder, stdout=subprocess.PIPE, check=False)
    return {(int(one["segment"]), one["concept"]) for one in json.loads(result.stdout)["findings"]}


def required(pairs: Sequence[Pair], termbase: Termbase, languages: tuple[str, str]) -> set[tuple[int, str]]:
    """Return the segment and concept of each term in the sources, as found by the check."""
    segments = tuple(SegmentPair(str(number), pair.source, pair.target) for number, pair in enumerate(pairs))
    subject = read_bitext_subject(Bitext("text.tmx", *languages, segments), KnownTerms([termbase]), DEFAULTS)
    return {(number, hit.concept.id) for number, hits in subject.source.hits.items() for hit in hits}


def planted(
    pairs: Sequence[Pair],
    places: Iterable[tuple[int, str]],
    names: Mapping[str, str],
    renderings: Mapping[str, Sequence[str]],
    seed: int,
) -> Iterator[tuple[str, str, str]]:
    """Yield source, target without any rendering of a term, and the concept of the term.

    In about half of them the rendering is replaced by that of another term. Targets that keep another form of a
    rendering (*isolate* for *isolation*) or the term itself are left out. What is done at a place depends on the
    place and the seed alone, so that two versions of the check are asked about the same omissions.
    """
    candidates = {place: random.Random(f"{seed} {place}") for place in places}
    others = sorted(renderings)
    for (number, concept), chance in sorted(candidates.items(), key=lambda each: (each[1].random(), each[0])):
        longest_first = sorted(renderings[concept], key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        wrong = chance.choice(renderings[chance.choice(others)]) if chance.random() < 0.5 else ""
        target = pattern.sub(wrong, pairs[number].target)
        kept = (names[concept], *renderings[concept])
        left = re.compile("|".join(re.escape(each[: max(4, len(each) - 3)]) for each in kept), re.IGNORECASE)
        if target != pairs[number].target and not left.search(target):
            yield pairs[number].source, target, concept


def plain_search(pairs: Sequence[Pair], terms: Mapping[str, Sequence[str]], edge: str) -> float:
    """Return the percentage of terms flagged by a search that ignores case, with `edge` around each term."""
    seen = flagged = 0
    for term, renderings in terms.items():
        pattern = re.compile(f"{edge}{re.escape(term)}{edge}", re.IGNORECASE)
        wanted = re.compile("|".join(f"{edge}{re.escape(each)}{edge}" for each in renderings), re.IGNORECASE)
        targets = [pair.target for pair in pairs if pattern.search(pair.source)]
        seen += len(targets)
        flagged += sum(not wanted.search(target) for target in targets)
    return 100 * flagged / seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--reverse", action="store_true", help="from Chinese to English")
    parser.add_argument("--half", type=int, choices=(0, 1), help="use only one half of the pages")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show N findings and N missed omissions")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chinese = canonical(Path(arguments.file).suffixes[0][1:])
    languages = (chinese, ENGLISH) if arguments.reverse else (ENGLISH, chinese)
    pairs = read(arguments.file, arguments.half, arguments.reverse)
    termbase = Drawing(pairs, *languages).termbase()
    renderings = {entry.id: [term.term for term in entry.languages[1].terms] for entry in termbase.entries}
    names = {entry.id: entry.languages[0].terms[0].term for entry in termbase.entries}
    places = required(pairs, termbase, languages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "terms.tbx").write_bytes(dump(termbase))
        flagged = missing(folder, ((pair.source, pair.target) for pair in pairs), languages)
        made = list(islice(planted(pairs, places - flagged, names, renderings, arguments.seed), PLANTED))
        found = missing(folder, (one[:2] for one in made), languages)
    terms = {names[concept]: several for concept, several in renderings.items()}
    lost = [one for number, one in enumerate(made) if (number, one[2]) not in found]
    print(f"{len(pairs)} segments, {len(names)} terms, {languages[0]} to {languages[1]}")
    print(f"{len(places)} terms in sources, {len(flagged)} flagged: {100 * len(flagged) / len(places):.1f} in 100")
    for label, edge in (("plain search", ""), ("between \\b", r"\b")):
        print(f"  {label}: {plain_search(pairs, terms, edge):.1f} in 100")
    share = 100 - 100 * len(lost) / len(made)
    print(f"{len(made)} omissions planted, {len(made) - len(lost)} found: {share:.1f} in 100")
    for number, concept in random.Random(arguments.seed).sample(sorted(flagged), arguments.show):
        print(f"\n{concept}: {', '.join(renderings[concept])}\n  {pairs[number].source}\n  {pairs[number].target}")
    for source, target, concept in lost[: arguments.show]:
        print(f"\nnot found: {concept}: {', '.join(renderings[concept])}\n  {source}\n  {target}")


if __name__ == "__main__":
    main()
