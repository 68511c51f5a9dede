"""What the document and the line say of a pair: more in a book than in a list of files, less outside a sentence."""

import pytest

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract

GLOSSES = [
    "数据库（database）",
    "服务器（server）",
    "编译器（compiler）",
    "防火墙（firewall）",
    "计算机（computer）",
]
REMARKS = [
    "船坞钥匙（Stripe）",
    "灯塔钟声（Redis）",
    "渡口账本（Kafka）",
    "茶馆石阶（Nginx）",
    "码头风铃（Celery）",
]
PAIR = "夜间航灯（harbour lamp）"
SENTENCE = "这种东西叫做{}，大家都用。"


def confidence(text: str, around: list[str] | None = None) -> float:
    """The confidence of the pair in a text, among others in the document."""
    texts = [text, *(SENTENCE.format(each) for each in around or ())]
    starts = [sum(len(each) + 1 for each in texts[:number]) for number in range(len(texts))]
    blocks = tuple(Block(start, each) for start, each in zip(starts, texts, strict=True))
    found = extract(Document("a.txt", "\n".join(texts), "utf-8", blocks))
    return next((gloss.confidence for gloss in found if gloss.en == "harbour lamp"), 0)


def test_a_pair_is_surer_where_others_gloss_and_less_sure_where_they_do_not() -> None:
    text = SENTENCE.format(PAIR)
    assert confidence(text, REMARKS) < confidence(text) < confidence(text, GLOSSES)


@pytest.mark.parametrize("others", [[], GLOSSES, REMARKS])
def test_a_pair_that_is_repeated_is_as_sure_as_once(others: list[str]) -> None:
    text = SENTENCE.format(PAIR)
    assert confidence(text, [*others, *[PAIR] * 40]) == confidence(text, others)


@pytest.mark.parametrize(("line", "mark"), [("| 他修{} | 每年 |", "。"), ("它称为{}", "，"), ("关于{}", "？")])
def test_a_pair_is_less_sure_outside_of_sentences(line: str, mark: str) -> None:
    assert 0 < confidence(line.format(PAIR)) < confidence(line.format(PAIR + mark))


def test_marks_show_where_a_term_ends_and_a_dictionary_that_it_is_one() -> None:
    def reasons(text: str) -> set[str]:
        found = extract(Document("a.txt", text, "utf-8", (Block(0, text),)))
        return {reason.name for gloss in found for reason in gloss.reasons}

    assert "set_off_unlisted" in reasons("- **夜间航灯**（night lamp）")
    assert "listed_in_dictionary" in reasons("- **数据库**（database）")
    assert reasons("他们修理航灯（lamp）。").isdisjoint({"set_off_unlisted"})
