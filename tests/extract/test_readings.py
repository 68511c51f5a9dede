"""Chinese with its reading and a translation: the translation is the pair, and the reading belongs to it.

The name of a person or place is its reading, and what a bracket says of it is a remark.
"""

import pytest

from tests.extract.blocks import extract_from_text

IN_BRACKET = [
    ("He stresses *cheng* (诚, wholeheartedness) above all.", {"诚": "wholeheartedness"}),
    ("They founded the Guang Fu Hui (光复会; Restoration League) in 1904.", {"光复会": "Restoration League"}),
    ("The virtue of *qian* (謙, self-effacement) is praised.", {"謙": "self-effacement"}),
    ("It rests on *lizhi* (礼治, rule by ritual) and *jing* (敬, attentiveness).",
     {"礼治": "rule by ritual", "敬": "attentiveness"}),
    ("Critics spoke of *neijuan* (内卷 / endless rivalry) then.", {"内卷": "endless rivalry"}),
    ("The parts are Ding (定, collected calm), Hui (慧, clear insight) and Jie (戒, moral restraint).",
     {"定": "collected calm", "慧": "clear insight", "戒": "moral restraint"}),
    ("He met Lu Wenhai (陆文海, landscape painter) there.", {"陆文海": "Lu Wenhai"}),
    ("They moved to Suzhou (苏州, city of canals) in 1937.", {"苏州": "Suzhou"}),
    ("She reached Yangzhou (扬州, Jiangsu Province) by boat.", {"扬州": "Yangzhou"}),
    ("The general Yue Fei (岳飞, executed in 1142) is honoured.", {"岳飞": "Yue Fei"}),
    ("They walked to Guangyuan (广元, northern Sichuan) then.", {"广元": "Guangyuan"}),
    ("The poet Meng Jiao (孟郊, bitter friend of Han Yu) left.", {"孟郊": "Meng Jiao"}),
]  # fmt: skip

BEHIND_BARE_CHINESE = [
    ("These are called 多音字 duōyīnzì (“many-sound characters”) here.", {"多音字": "many-sound characters"}),
    ("People say 躺平 tǎngpíng (“lying flat”) a lot.", {"躺平": "lying flat"}),
    ("The word 缘分 yuánfèn (fated meeting) has no twin.", {"缘分": "fated meeting"}),
    ("The verb 摸 mō, which usually means “touch,” is common.", {"摸": "touch"}),
    ("The word 关系 guānxi, which often means “connections,” is known.", {"关系": "connections"}),
    ("The old word 江湖 jiānghú, meaning “rivers and lakes,” came back.", {"江湖": "rivers and lakes"}),
    ("She met 周明达 Zhou Mingda (the painter) there.", {"周明达": "Zhou Mingda"}),
    ("She met 周明达 Zhou Mingda (born 1960) there.", {"周明达": "Zhou Mingda"}),
    ("It lies in 周庄 Zhouzhuang (in the south) there.", {"周庄": "Zhouzhuang"}),
    ("It is read 行 háng (second tone) there.", {}),
    ("It is read 长 zhǎng (see above) there.", {}),
    ("The word 打 dǎ, which literally means “hit,” is common.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), [*IN_BRACKET, *BEHIND_BARE_CHINESE])
def test_a_translation_beside_a_reading(text: str, pairs: dict[str, str]) -> None:
    assert {gloss.zh: gloss.en for gloss in extract_from_text(text)} == pairs
