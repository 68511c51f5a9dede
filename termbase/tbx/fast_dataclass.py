"""Frozen dataclasses made at a quarter of the cost, for a reader that makes a million of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import TypeVar

Value = TypeVar("Value")


def maker(frozen: type[Value]) -> Callable[..., Value]:
    """The constructor of a frozen dataclass with slots, all of its fields to be given in order.

    A frozen dataclass sets each field through `object.__setattr__`. Here a twin that is not frozen sets them, and
    then becomes one of the class, which Python allows to classes of the same slots.
    """
    names = [field.name for field in fields(frozen)]  # type: ignore[arg-type]
    twin = make_dataclass(frozen.__name__, names, slots=True, eq=False)

    def make(*values: object) -> Value:
        made = twin(*values)
        made.__class__ = frozen
        return made  # type: ignore[no-any-return]

    return make
