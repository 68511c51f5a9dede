"""Closed lists of words that tell where a term does not begin. Each list is a class of the grammar."""

from __future__ import annotations

ARTICLES = frozenset("the a an".split())
DETERMINERS = frozenset(
    "this that these those its their his her our your my some any each every all both such another several many"
    " most various other".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto under over between among through during against as like than about"
    " after before since until within without via per upon across toward towards around near behind beyond"
    " regarding concerning including involving versus vs".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor yet while although though because if when where that which who whose whom i.e e.g how why what"
    " whether also namely".split()
)
VERBS = frozenset(
    "is are was were be been am has have had do does did will would can could may might shall should must"
    " means meaning meant known called named termed dubbed titled entitled"
    " becomes became become include includes included"
    " said says say calls call using used uses stressed emphasized promoted promotes promote proposed launched"
    " established founded published issued released announced introduced met joined visited wrote written read"
    " produced directed starred signed passed adopted created invented translated reads"
    " not it he she they we i you there here".split()
)
FUNCTION_WORDS = ARTICLES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | VERBS
INNER_WORDS = frozenset("of the and for in on to with a an de von van der la le du di da".split())
"""Words in lower case that capitals run across: Ministry of Industry and Information Technology."""

NAMING_WORDS = frozenset(
    "called named known termed dubbed titled entitled as is are was were or means meaning".split()
)

JOB_TITLES = frozenset(
    "president vice premier minister chairman chairwoman chairperson chair secretary secretary-general general"
    " director director-general deputy spokesman spokeswoman spokesperson spokesmen governor mayor commissioner"
    " commander admiral colonel captain lieutenant marshal major sergeant professor prof dr doctor mr mrs ms sir"
    " madam emperor empress king queen prince princess lord lady author writer poet novelist journalist reporter"
    " editor columnist artist painter sculptor singer musician composer actor actress filmmaker producer scholar"
    " historian philosopher scientist researcher academic economist sociologist physicist engineer analyst expert"
    " lawyer judge prosecutor activist dissident blogger entrepreneur founder co-founder businessman ceo cfo cto"
    " legislator lawmaker senator representative ambassador diplomat diplomats envoy official officials officer"
    " head leader magistrate monk abbot bishop pastor priest saint father mother brother sister son daughter wife"
    " husband uncle aunt teacher student physician surgeon architect designer chef coach player athlete manager"
    " choreographer photographer cinematographer illustrator cartoonist dancer host anchor star director-general"
    " member members user users attorney advocate comrade former then late fellow chief prime foreign"
    " undersecretary adviser advisor counselor councillor warlord strategist politician critic master grandmaster"
    .split()
)  # fmt: skip

MODIFIERS = frozenset(
    "official so-called famous new old former first second third current present modern ancient traditional popular"
    " recent annual chinese china taiwan taiwanese beijing prc ccp party state local national international global"
    " large small major key important main another certain similar"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
"""Words that often stand before a term without being rendered: dropped unless the Chinese has them."""

MODIFIER_ENDINGS = (
    "-based", "-run", "-owned", "-backed", "-led", "-born", "-trained", "-controlled", "-sponsored", "-linked",
)  # fmt: skip
"""Nanjing-based Institute: where a body is or who runs it is seldom in its Chinese name."""

COMPANY_FORMS = frozenset("inc ltd co corp jr sr llc plc no vs dr mr st".split())
"""Abbreviations whose full stop belongs to the name."""

CHINESE_CUTTERS = frozenset(
    (
        "被称为 也称为 又称为 通常称为 称为 称作 叫做 叫作 名为 称之为 即 是 在 的 和 与 及 以及 或 或者 "
        "由 用 使用 利用 通过 对 对于 将 把 从 到 向 于 为 了 以 而 等 也 又 叫 称 让 给 比如 例如 如 "
        "包括 有 这个 一个 一种 这种 某个 每个 进行 实现 采用 引入 基于 根据 关于 作为 成为 属于 所谓 "
        "其中 主要 通常 一般 特别是 尤其是 就是 还是 不是 并 且 并且 但 但是 因为 所以 如果 则 可以 需要 "
        "能够 会 要 就 都 还 不 没有 无 该 此 其 它 他 她 它们 我们 他们 你 我 之 跟 同 自 至 所 使 使得 "
        "来 去 上 下 中 里 后 前 时 个 些 位 名 着 过 地 得 由于 计算 得到 定义 提出 提供 介绍 发布 创办 "
        "推出 举行 召开 发表 制定 实施 加强 推动 推进 促进 坚持 建立 构建 建设 打造 完善 深化 落实 强调 "
        "指出 不过 然而 而且 因此 由此 譬如 最终 目前 首先 其次 最后 其实 同时 此外 另外 后来 当时 随后 "
        "已经 曾 曾经 正 正在 将会 必须 应该 分为 称之 或称 又称 也称 亦称 俗称 简称 表示 认为 参加 出席 "
        "访问 会见 加入 成立 设立 公布 印发 出台 启动 开展"
    ).split()
)
"""Words of Chinese after which a term may begin (simplified): 称为 before a name, 的 before a head."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单"
    "季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄"
    "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查"
    "麻苑迟邝官封谈匡鞠惠荆乐冀胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花"
)
"""Surnames of one character, simplified: those that nine in ten persons bear, and some of Taiwan and Hong Kong."""

COMPOUND_SURNAMES = frozenset(
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 端木 长孙 张简 范姜".split()
)

CHINESE_DETERMINERS = frozenset(
    (
        "一个 一种 一类 一些 一项 一名 一位 一家 这个 这种 这些 那个 某个 某种 每个 该 此 其 各 另一个 两个 两种"
    ).split()
)
"""Words that count or point: a term never begins with them."""

CHINESE_NAMING_WORDS = frozenset(
    "称为 被称为 也称为 又称为 称作 称之为 叫做 叫作 名为 叫 所谓 又称 也称 亦称 俗称 或称 即 一种 一个 称".split()
)
"""Words after which a term is introduced; then it may begin with any word (称为过拟合)."""
