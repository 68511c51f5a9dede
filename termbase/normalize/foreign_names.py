"""Decides whether a short foreign name is only a part of a longer one: 布什 in 布什威克, 卡达 in 苏卡达."""

from __future__ import annotations

import re

from termbase.text.chinese.words import frequency

SHORT_NAME = 3
"""A foreign name of at most so many characters may be a part of another one."""

_SOUNDS = (
    "阿埃艾奥巴贝比波伯布查达戴德蒂迪杜顿多厄恩尔法菲费芬佛夫弗福盖戈格根古哈赫亨霍基加贾杰卡坎科克肯库奎拉莱兰劳勒雷黎里利"
    "琳卢鲁路伦罗洛玛迈曼梅蒙米莫默姆穆纳娜内尼涅纽诺欧帕佩皮珀普齐奇契乔切琼茹瑞萨塞桑瑟沙斯丝司苏索塔泰坦特滕提图托瓦威韦维沃乌希锡谢休雅亚扬耶伊尤约扎詹兹佐森"
)
"""Characters that often render the sounds of foreign names, in simplified form."""

_SOUNDS_BEFORE = f"{_SOUNDS}勃"
_GOES_ON = re.compile(f"[{_SOUNDS}]{{2}}|森")
_BEGINS_BEFORE = "苏阿埃奥亚普贝巴伊"
"""Characters that begin a longer name: 卡达 in 苏卡达."""


def is_in_longer_name(simplified: str, start: int, end: int) -> bool:
    """Return whether a name in a simplified text is a part of a longer name that the dictionary lacks."""
    if _GOES_ON.match(simplified, end) and not any(frequency(simplified[end : end + many]) for many in (2, 3, 4)):
        return True
    before = simplified[max(0, start - 2) : start]
    if not before or before[-1] not in _SOUNDS_BEFORE or frequency(before):
        return False
    behind = simplified[end : end + 1]
    return (
        before[-1] in _BEGINS_BEFORE
        or (len(before) > 1 and before[0] in _SOUNDS_BEFORE)
        or (behind != "" and behind in _SOUNDS and not frequency(simplified[end : end + 2]))
    )
