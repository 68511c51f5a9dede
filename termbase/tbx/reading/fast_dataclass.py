"""A faster constructor for frozen dataclasses, for a reader that creates a million of them.

It takes about a quarter of the time of the normal constructor, because it sets the fields of an ordinary object and
then changes the object's class; see `maker`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import TypeVar

Value = TypeVar("Value")


def maker(frozen: type[Value]) -> Callable[..., Value]:
    """Return a constructor for a frozen dataclass with slots; it takes all fields as positional arguments.

    The normal constructor of a frozen dataclass calls `object.__setattr__` for each field, which is slow. This one
    creates an instance of a second class, with the same fields but not frozen, and then assigns the frozen class to
    its `__class__`. Python allows that between classes with the same slots.
    """
    names = [field.name for field in fields(frozen)]  # type: ignore[arg-type]
    twin = make_dataclass(frozen.__name__, names, slots=True, eq=False)

    def make(*values: object) -> Value:
        made = twin(*values)
        made.__class__ = frozen
        return made  # type: ignore[no-any-return]

    return make
