"""Functions that run the official validators of TBX and TMX in ../shared."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree


def judge_tbx(shared: Path, file: Path) -> dict[str, Any]:
    """Validate a TBX file of version 3 with the official RELAX NG and Schematron schemas."""
    verdict: dict[str, Any] = _tbx_validator(shared).validate(str(file))
    return verdict


@cache
def _tbx_validator(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("tbx_validate", shared / "tools" / "tbx_validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tmx_faults(shared: Path, data: bytes) -> list[str]:
    """Return the errors that tmx14.dtd and OmegaT's tmx14.xsd find in a TMX file."""
    document = etree.fromstring(data)
    return [
        str(error) for judge in _tmx_judges(shared) if not judge.validate(document) for error in judge.error_log
    ]


@cache
def _tmx_judges(shared: Path) -> tuple[etree.DTD, etree.XMLSchema]:
    schemas = shared / "schemas" / "tmx"
    return etree.DTD(str(schemas / "tmx14.dtd")), etree.XMLSchema(etree.parse(str(schemas / "tmx14.xsd")))
