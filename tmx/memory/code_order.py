"""Finds out which inline code of a source each code of its translation is. Start from `code_order`."""

from __future__ import annotations

from tmx.content import codes
from tmx.model import Content, Element


def code_order(source: Content, target: Content) -> tuple[int, ...] | None:
    """Return, for each code of a translation in order, the number of the same code in the source.

    None if the two do not have the same codes, or have codes inside of others.
    """
    left = [code for code in source if isinstance(code, Element)]
    wanted = [code for code in target if isinstance(code, Element)]
    if len(left) != len(wanted) or len(left) != len(list(codes(source))) or any(code.name == "hi" for code in left):
        return None
    numbers: list[int] = []
    for code in wanted:
        free = [number for number in range(len(left)) if number not in numbers]
        number = next((number for number in free if _key(left[number]) == _key(code)), None)
        if number is None:
            number = next((number for number in free if left[number].name == code.name), None)
        if number is None:
            return None
        numbers.append(number)
    return tuple(numbers)


def _key(code: Element) -> object:
    """What a code and its copy in a translation have in common (TMX 1.4b, `i` and `x`)."""
    return code.name, code.attributes.get("i"), code.attributes.get("x"), code.content
