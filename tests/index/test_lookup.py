from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.index.build import index_of
from termbase.lookup import Index, Match, lookup
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase

PREFERRED, DEPRECATED = AdministrativeStatus.PREFERRED, AdministrativeStatus.DEPRECATED
ROAD = ConceptEntry(
    "road",
    (
        LanguageSection("en", (TermSection("Digital Silk Road"), TermSection("DSR"))),
        LanguageSection(
            "zh-Hans-CN",
            (
                TermSection("数位丝绸之路", geographical_usage="TW"),
                TermSection("数字丝绸之路", geographical_usage="CN", proposed=True),
            ),
        ),
    ),
)
NETWORK = ConceptEntry(
    "network",
    (
        LanguageSection("zh-Hant-TW", (TermSection("網路安全", PREFERRED), TermSection("網絡安全", DEPRECATED))),
        LanguageSection(
            "en",
            (
                TermSection("network safety", DEPRECATED),
                TermSection("web security"),
                TermSection("cyber security", PREFERRED),
            ),
        ),
    ),
)
INDEX = index_of(Termbase((ROAD, NETWORK)))


@pytest.mark.parametrize(
    ("query", "concept", "match"),
    [
        ("数位丝绸之路", "road", Match.EXACT),
        ("数字丝绸之路", "road", Match.EXACT),
        ("數位絲綢之路", "road", Match.SCRIPT),
        ("數碼絲綢之路", "road", Match.REGION),
        ("數字絲綢之路", "road", Match.SCRIPT),
        ("数字 丝绸 之路", "road", Match.FOLDED),
        ("Digital Silk Road", "road", Match.EXACT),
        ("digital silk road", "road", Match.FOLDED),
        ("Digital  Silk-Road", "road", Match.FOLDED),
        ("the Digital Silk Road", "road", Match.FOLDED),
        ("dsr", "road", Match.FOLDED),
        ("网络安全", "network", Match.SCRIPT),
        ("网路安全", "network", Match.SCRIPT),
        ("Cyber-Security", "network", Match.FOLDED),
    ],
)
def test_a_term_is_found_however_it_is_written(query: str, concept: str, match: Match) -> None:
    (hit,) = lookup(query, [INDEX], limit=10)
    assert (hit.entry.id, hit.match) == (concept, match)


@pytest.mark.parametrize("query", ["宇宙", "galaxy", "", "-", "\0", "\ud800", '"', "yuzhou"])
def test_other_words_are_not_found(query: str) -> None:
    assert lookup(query, [INDEX], limit=10) == []


def test_translations_are_in_the_other_language_preferred_first_proposed_last() -> None:
    (english,) = lookup("網路安全", [INDEX], limit=1)
    assert [term.term for _, term in english.translations()] == ["cyber security", "web security", "network safety"]
    (chinese,) = lookup("DSR", [INDEX], limit=1)
    assert [term.term for _, term in chinese.translations()] == ["数位丝绸之路", "数字丝绸之路"]


def test_better_matches_come_first_and_the_limit_holds() -> None:
    shouting = ConceptEntry("other", (LanguageSection("en", (TermSection("DIGITAL SILK ROAD"),)),))
    hits = lookup("Digital Silk Road", [index_of(Termbase((shouting,))), INDEX], limit=10)
    assert [hit.entry.id for hit in hits] == ["road", "other"]
    assert [hit.score for hit in hits] == [1.0, 0.97]
    assert len(lookup("Digital Silk Road", [index_of(Termbase((shouting,))), INDEX], limit=1)) == 1


def house(*terms: str) -> Index:
    """Make a termbase with a concept for each term, whose id is the term."""
    sections = (LanguageSection("en" if term.isascii() else "zh-Hans-CN", (TermSection(term),)) for term in terms)
    return index_of(
        Termbase(tuple(ConceptEntry(term, (section,)) for term, section in zip(terms, sections, strict=True)))
    )


ENGLISH = (
    "accommodation", "accordion", "cyber sovereignty", "environment", "government", "movement", "receive",
    "relieve", "separate account", "desperate", "semiconductor", "silk road", "smart city", "smart citizen",
)  # fmt: skip
CHINESE = (
    "博物馆", "博物院", "人工智能", "通用人工智能", "世界知识产权组织", "数字鸿沟", "一带一路", "墨守成规",
    "网络空间",
    "国家互联网信息办公室", "互联网治理", "银行", "行为", "重庆", "重要", "成长", "长江", "单于", "会计", "会议",
    "调查", "调整", "音乐", "快乐", "花儿", "西安", "先后", "女儿", "策略", "西安事变", "乌鲁木齐", "哈尔滨",
    "勒索软件", "角色",
)  # fmt: skip
WORDS = house(*ENGLISH, *CHINESE)


@pytest.mark.parametrize(
    ("query", "concept", "match"),
    [
        ("accomodation", "accommodation", Match.FUZZY),
        ("goverment", "government", Match.FUZZY),
        ("recieve", "receive", Match.FUZZY),
        ("soverignty", "cyber sovereignty", Match.FUZZY),
        ("soverignty cyber", "cyber sovereignty", Match.FUZZY),
        ("semi conductor", "semiconductor", Match.FOLDED),
        ("seperate", "separate account", Match.FUZZY),
        ("smrat citys", "smart city", Match.FUZZY),
        ("silkroad", "silk road", Match.FUZZY),
        ("road, silk", "silk road", Match.PARTIAL),
        ("博物管", "博物馆", Match.FUZZY),
        ("一代一路", "一带一路", Match.FUZZY),
        ("默守成规", "墨守成规", Match.FUZZY),
        ("知识产全", "世界知识产权组织", Match.FUZZY),
        ("人工智障能", "人工智能", Match.FUZZY),
        ("數字紅溝", "数字鸿沟", Match.FUZZY),
        ("网信办", "国家互联网信息办公室", Match.ABBREVIATION),
        ("空间网络", "网络空间", Match.PARTIAL),
        ("数字鸿沟的定义", "数字鸿沟", Match.PARTIAL),
        ("the role of cyber sovereignty in trade", "cyber sovereignty", Match.PARTIAL),
        ("yinhang", "银行", Match.READING),
        ("xingwei", "行为", Match.READING),
        ("chongqing", "重庆", Match.READING),
        ("chóng qìng", "重庆", Match.READING),
        ("zhong4yao4", "重要", Match.READING),
        ("chengzhang", "成长", Match.READING),
        ("changjiang", "长江", Match.READING),
        ("chanyu", "单于", Match.READING),
        ("kuaiji", "会计", Match.READING),
        ("huiyi", "会议", Match.READING),
        ("diaocha", "调查", Match.READING),
        ("tiaozheng", "调整", Match.READING),
        ("yinyue", "音乐", Match.READING),
        ("kuaile", "快乐", Match.READING),
        ("huār", "花儿", Match.READING),
        ("huar", "花儿", Match.READING),
        ("hua'er", "花儿", Match.READING),
        ("nver", "女儿", Match.READING),
        ("nü'er", "女儿", Match.READING),
        ("celve", "策略", Match.READING),
        ("Xi'an", "西安", Match.READING),
        ("ha'erbin", "哈尔滨", Match.READING),
        ("lesuo ruanjian", "勒索软件", Match.READING),
        ("juese", "角色", Match.READING),
        ("jiaose", "角色", Match.READING),
        ("wulumuqi", "乌鲁木齐", Match.READING),
        ("wulmuqi", "乌鲁木齐", Match.FUZZY),
        ("bowugan", "博物馆", Match.FUZZY),
    ],
)
def test_the_wanted_term_comes_first(query: str, concept: str, match: Match) -> None:
    first = lookup(query, [WORDS], limit=10)[0]
    assert (first.entry.id, first.match) == (concept, match)


def test_chinese_and_letters_in_one_query_are_one_concept() -> None:
    assert [hit.entry.id for hit in lookup("数位 Silk Road", [INDEX], limit=3)] == ["road"]
    assert [hit.entry.id for hit in lookup("cyber 安全", [INDEX], limit=3)] == ["network"]


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [("wo men", "我们", "women"), ("women", "women", "我们"), ("wo3men", "我们", "women")],
)
def test_letters_that_are_both_are_the_likelier_first(query: str, first: str, second: str) -> None:
    index = house("women", "我们")
    assert [hit.entry.id for hit in lookup(query, [index], limit=5)] == [first, second]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("jingji", ["经纪", "经济特区"]),
        ("jing ji", ["经纪", "经济特区"]),
        ("jīngjì", ["经纪"]),
        ("jingjitequ", ["经济特区"]),
        ("经纪", ["经纪"]),
    ],
)
def test_few_syllables_without_tones_find_longer_terms_too(query: str, terms: list[str]) -> None:
    hits = lookup(query, [house("经纪", "经济特区", "经济特区办公室")], limit=2)
    assert [hit.entry.id for hit in hits] == terms


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_one_error_in_a_term_never_hides_it(data: st.DataObject) -> None:
    """Terms of at least four characters: a letter is left out, doubled, swapped with the next, or replaced."""
    term = data.draw(st.sampled_from(ENGLISH + tuple(term for term in CHINESE if len(term) > 3)))
    place = data.draw(st.integers(0, len(term) - 2))
    head, char, after, tail = term[:place], term[place], term[place + 1], term[place + 2 :]
    query = data.draw(
        st.sampled_from(
            [
                head + after + tail,
                head + char + char + after + tail,
                head + after + char + tail,
                head + "q" + after + tail,
            ]
        )
    )
    hits = lookup(query, [WORDS], limit=10)
    assert term in [hit.entry.id for hit in hits], (query, [hit.entry.id for hit in hits])


NAMES = index_of(
    Termbase(
        tuple(
            ConceptEntry(
                english,
                (
                    LanguageSection("zh-Hans-CN", (TermSection(chinese),)),
                    LanguageSection("en", (TermSection(english),)),
                ),
            )
            for chinese, english in [
                ("延山县", "Yanshan County"), ("燕山石化", "Yanshan Petrochemical"), ("单雄信", "Shan Xiongxin"),
                ("正式成员", "full member"), ("商务部", "Ministry of Commerce"), ("北京大学", "Peking University"),
                ("尉迟敬德", "Yuchi Jingde"), ("脱氧核糖核酸", "deoxyribonucleic acid"), ("缓存", "cache"),
                ("国际劳工组织", "International Labour Organization"), ("市场监管总局", "market regulator"),
                ("超文本传输协议", "hypertext transfer protocol"), ("出租车", "taxi"), ("巴士", "bus"),
                ("并购", "mergers and acquisitions"), ("河南省", "Henan"), ("荷兰省", "Helan"),
                ("人民法院协作会议", "court conference"), ("正常储蓄", "regular savings"), ("先", "earlier"),
                ("西安市", "capital of Shaanxi"), ("赫南山", "Mount Henan"),
            ]
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("yan1shan1", "Yanshan Petrochemical"),
        ("yán shān", "Yanshan County"),
        ("yan2shan", "Yanshan County"),
        ("sxx", "Shan Xiongxin"),
        ("dxx", "Shan Xiongxin"),
        ("weichijingde", "Yuchi Jingde"),
        ("wcjd", "Yuchi Jingde"),
        ("weichijinged", "Yuchi Jingde"),
        ("danxoingxin", "Shan Xiongxin"),
        ("zhshchy", "full member"),
        ("zscy", "full member"),
        ("MOFCOM", "Ministry of Commerce"),
        ("beida", "Peking University"),
        ("shichang zongju", "market regulator"),
        ("DNA", "deoxyribonucleic acid"),
        ("HTTP", "hypertext transfer protocol"),
        ("caching", "cache"),
        ("regulating markets", "market regulator"),
        ("the ILO conventions", "International Labour Organization"),
        ("ILO公约", "International Labour Organization"),
        ("taxi/tram", "taxi"),
        ("M&A", "mergers and acquisitions"),
        ("M.A.A.", "mergers and acquisitions"),
        ("法协", "court conference"),
        ("zhccx", "regular savings"),
        ("xi'an", "capital of Shaanxi"),
        ("xi an", "capital of Shaanxi"),
        ("hè nán", "Mount Henan"),
        ("ｂｅｉｄａ", "Peking University"),
    ],
)  # fmt: skip
def test_short_forms_other_forms_and_typing_mistakes_of_any_reading_find_a_term(query: str, first: str) -> None:
    assert lookup(query, [NAMES], limit=5)[0].entry.id == first


@pytest.mark.parametrize("query", ["rna", "ern", "ilo", "daxue bei", "who filed it"])
def test_letters_found_by_chance_are_no_match(query: str) -> None:
    chance = house("international law", "World Health Organization", "philosophy", "北京大学")
    assert lookup(query, [chance], limit=5) == []
