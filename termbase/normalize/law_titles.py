"""Finds the titles of laws and official documents, and the names of companies, in a text: words of their makers."""

from __future__ import annotations

import re

from termbase.text.script import HAN

_LAW = re.compile(
    "《[^《》\n]{2,60}?(?:法|法典|条例|办法|规定|细则|规则|规划|纲要|通知|意见|决定|解释|准则|规范|方案|标准|公约|协定|白皮书|目录|规例"
    "|批复|纪要|公告|指引)"
    "(?:[（(][^（()）]*[）)])?》"
)
_COMPANY = re.compile(rf"(?:(?![的了是在由与和及或为于对向从被等该家间给让到])[{HAN}]){{2,14}}有限公司")


def titles_of_laws(simplified: str) -> list[tuple[int, int]]:
    """Return the spans (code points) of the titles in title marks, 《网络安全法》, in a simplified text."""
    return [found.span() for found in _LAW.finditer(simplified)] if "《" in simplified else []


def names_of_companies(simplified: str) -> list[tuple[int, int]]:
    """Return the spans of names that end in 有限公司 in a simplified text: 富住通不动产仲介股份有限公司."""
    return [found.span() for found in _COMPANY.finditer(simplified)] if "有限公司" in simplified else []
