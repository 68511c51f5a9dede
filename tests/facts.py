"""The pairs of terms that the authors of the real reports in ../shared gloss."""

from __future__ import annotations

REAL_PAIRS = {
    "國家互聯網信息辦公室": "Cyberspace Administration of China",
    "福建省人民政府": "Fujian Provincial People’s Government",
    "携手构建中非网络空间命运共同体行动计划": (
        "Action Plan for Building a China-Africa Cyberspace Community with a Shared Future"
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
