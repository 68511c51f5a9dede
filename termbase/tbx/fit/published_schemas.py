"""What the published schemas of the dialects forbid beyond the text of the standard, so that it is not written.

The sources are the Schematron and RELAX NG files of TBX-Min, TBX-Basic and TBX-Linguist; docs/tbx.md lists where
the validator here is less strict.
"""

from __future__ import annotations

from termbase.model import Markup
from termbase.tbx.describe import category
from termbase.tbx.standard.categories import BY_NAME, Dialect
from termbase.tbx.xml.serialize import TbxForm

_Parents = dict[str, tuple[str, ...]]
_LEVELS = ("conceptEntry", "langSec", "termSec")
_IMAGE: _Parents = {"xGraphic": ("conceptEntry", "langSec")}
_DCA: _Parents = {"externalCrossReference": _LEVELS}
_DCT_OR_LINGUIST: _Parents = {
    "source": (*_LEVELS, "descripGrp"),
    "customerSubset": ("conceptEntry", "termSec"),
    "projectSubset": ("conceptEntry", "termSec"),
    "reading": ("termSec", "adminGrp"),
}
"""The elements that may be the parent of a data category, for those that may not stand in every group."""
_UNGROUPED = ("administrativeStatus", "partOfSpeech")
"""Term notes that the Schematron of style DCT accepts only directly in a `termSec`."""
_TYPED_INLINE = ("hi", "ph", "ec")
_MODULE_ATTRIBUTES = ("type", "target")


class PublishedSchemas:
    """The restrictions for a form and dialect."""

    def __init__(self, form: TbxForm, dialect: Dialect) -> None:
        self.is_dct = form is TbxForm.TBX3_DCT
        self.parents: _Parents = {}
        if form in (TbxForm.TBX3_DCA, TbxForm.TBX3_DCT) and dialect is not Dialect.CORE:
            self.parents |= _IMAGE | ({} if self.is_dct else _DCA)
            self.parents |= _DCT_OR_LINGUIST if self.is_dct or dialect is Dialect.LINGUIST else {}

    def allow_in(self, parent: str, element: Markup) -> bool:
        """Return whether an element may stand in another one."""
        if parent not in self.parents.get(category(element), (parent,)):
            return False
        return not (self.is_dct and parent == "termNoteGrp" and category(element) in _UNGROUPED)

    def allow_attribute(self, element: Markup, name: str) -> bool:
        """Return whether an element may have an attribute."""
        if self._is_of_module(element):
            return name in _MODULE_ATTRIBUTES
        return not (self.is_dct and element.name in _TYPED_INLINE and name == "type")

    def allow_inline(self, element: Markup) -> bool:
        """Return whether the text of an element may have markup in it."""
        return not self._is_of_module(element)

    def _is_of_module(self, element: Markup) -> bool:
        known = BY_NAME.get(category(element)) if self.is_dct else None
        return known is not None and known.element == element.name
