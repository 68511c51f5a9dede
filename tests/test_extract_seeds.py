"""The five sample reports: their twelve pairs exactly, and nothing else."""

from pathlib import Path

import pytest

from termbase.document.reader import read_documents
from termbase.extract.glosses import extract

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

PAIRS = {
    "國家互聯網信息辦公室": "Cyberspace Administration of China",
    "福建省人民政府": "Fujian Provincial People’s Government",
    "携手构建中非网络空间命运共同体行动计划": (
        "2025-2026 Action Plan for Building a China-Africa Cyberspace Community with a Shared Future"
    ),
    "中国在非洲互联网企业合作网络": "China-Africa Internet Enterprise Cooperation Network",
    "中国故事共创会": "China Storytelling Partnerships",
    "网络空间命运共同体": "community of shared future in cyberspace",
    "人类命运共同体": "community of shared future for mankind",
    "全球网络基础设施建设": "improving global network infrastructure",
    "网上文化交流共享平台": "encouraging cultural interchange",
    "网络经济创新发展": "creating creative digital economies",
    "网络安全": "maintaining network security",
    "数位丝绸之路": "Digital Silk Road",
}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample reports are not beside the repository")
def test_the_reports_give_their_twelve_pairs() -> None:
    found = [gloss for document in read_documents([str(SEEDS)]) for gloss in extract(document)]
    assert {gloss.zh: gloss.en.removeprefix("2025-2026 ") for gloss in found} == {
        zh: en.removeprefix("2025-2026 ") for zh, en in PAIRS.items()
    }
    assert len(found) == len(PAIRS)
