"""The examples at the end of each `--help`."""

from __future__ import annotations

import click

_EXAMPLES = {
    "": (
        "termbase build reports --out terms",
        "termbase review terms",
        "termbase lookup shuzi --termbase terms/termbase.tbx",
    ),
    "extract": (
        "termbase extract report.md",
        "termbase extract reports --format jsonl --kind term --min-confidence 0.8",
    ),
    "mine": (
        "termbase mine report.zh.docx report.en.docx",
        "termbase mine --bitext book.xliff --out terms",
    ),
    "build": (
        "termbase build reports --out terms",
        "termbase build reports --out terms --force --kind term,organisation",
        "termbase build --parallel zh en --out terms",
    ),
    "review": (
        'termbase review terms --by "Li Wei"',
        "termbase review terms --reject-kind person --accept-above 0.95",
    ),
    "align": (
        "termbase align report.zh.docx report.en.docx --out report.tmx",
        "termbase align zh.txt en.txt --presegmented --format ladder --out -",
    ),
    "lookup": (
        "termbase lookup 數位落差 --termbase house.tbx",
        "termbase lookup szhg 'digital divide' --region TW",
    ),
    "scan": (
        "termbase scan report.md --termbase house.tbx",
        "termbase scan reports --termbase terms/termbase.tbx --kind term --format jsonl",
    ),
    "check": (
        "termbase check report.md --termbase house.tbx",
        "termbase check docs --termbase house.tbx --since origin/main --format github",
    ),
    "normalize": ("termbase normalize --to zh-TW 网络打印机", "termbase normalize --to zh-CN - < taiwan.txt"),
    "add": (
        'termbase add "digital divide" 数字鸿沟 --preferred --termbase house.tbx',
        "termbase add 數位落差 --concept c-12 --language zh-TW --termbase house.tbx",
    ),
    "edit": (
        'termbase edit "digital gap" --status deprecated --termbase house.tbx',
        'termbase edit "digtal divide" --to "digital divide" --termbase house.tbx',
    ),
    "remove": (
        'termbase remove "digital gap" --termbase house.tbx',
        "termbase remove --concept c-12 --termbase house.tbx",
    ),
    "init": ("termbase init", "termbase init docs --ci github"),
    "tbx": ("termbase tbx validate house.tbx",),
    "tbx validate": ("termbase tbx validate house.tbx", "termbase tbx validate *.tbx --format json"),
    "tbx convert": (
        "termbase tbx convert house.tbx --out house.xlsx",
        "termbase tbx convert house.tbx --to omegat --languages en,zh-TW --out glossary.txt",
    ),
    "tbx merge": ("termbase tbx merge ours.tbx theirs.tbx --out both.tbx",),
    "tbx diff": ("termbase tbx diff old.tbx new.tbx",),
    "tbx stats": ("termbase tbx stats house.tbx",),
    "memory": (
        "termbase memory import old.tmx zh_CN.po",
        "termbase memory export --out all.tmx",
    ),
    "memory import": ("termbase memory import old.tmx zh_CN.po", "termbase memory import --memory team.db *.tmx"),
    "memory search": (
        'termbase memory search "Open the file" --target zh-CN',
        "termbase memory search --queries segments.txt --source en --target zh-TW --limit 1",
    ),
    "memory concordance": (
        "termbase memory concordance 网络",
        "termbase memory concordance cyber --limit 20 --offset 20",
    ),
    "memory pretranslate": (
        "termbase memory pretranslate zh_CN.po --out filled.po",
        "termbase memory pretranslate job.xlf --format json",
    ),
    "memory export": ("termbase memory export --out all.tmx.gz",),
    "memory dedupe": ("termbase memory dedupe --key text --keep newest",),
    "memory delete": (
        "termbase memory delete --origin Robot --before 2020 --dry-run",
        "termbase memory delete --target zh-TW --match 软件",
    ),
    "memory verify": ("termbase memory verify --memory team.db",),
    "memory compact": ("termbase memory compact --memory team.db",),
    "memory stats": ("termbase memory stats --memory team.db",),
    "tmx": ("termbase tmx stats memory.tmx",),
    "tmx validate": ("termbase tmx validate memory.tmx",),
    "tmx convert": (
        "termbase tmx convert memory.tmx --out memory.xlsx",
        "termbase tmx convert messages.po --out messages.tmx",
    ),
    "tmx merge": ("termbase tmx merge one.tmx two.tmx --out all.tmx",),
    "tmx clean": ("termbase tmx clean memory.tmx --out clean.tmx",),
    "tmx filter": ("termbase tmx filter memory.tmx --match contract --out contracts.tmx",),
    "tmx split": ("termbase tmx split memory.tmx --units 10000 --out parts",),
    "tmx diff": ("termbase tmx diff old.tmx new.tmx",),
    "tmx stats": ("termbase tmx stats memory.tmx --format json",),
}


def add_examples(command: click.Command, name: str) -> None:
    """Give a command the examples of its full name (`tbx convert`)."""
    if lines := _EXAMPLES.get(name):
        word = "Example" if len(lines) == 1 else "Examples"
        command.epilog = "\n".join(["\b", f"{word}:", *(f"  {line}" for line in lines)])
