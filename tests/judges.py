"""The official judges of TBX and TMX in ../shared, as functions."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from lxml import etree


def judge_tbx(shared: Path, file: Path) -> dict[str, Any]:
    """What the official RELAX NG and Schematron say of a TBX v3 file."""
    spec = importlib.util.spec_from_file_location("tbx_validate", shared / "tools" / "tbx_validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    verdict: dict[str, Any] = module.validate(str(file))
    return verdict


def tmx_faults(shared: Path, data: bytes) -> list[str]:
    """What tmx14.dtd and OmegaT's tmx14.xsd object to in a TMX file."""
    document = etree.fromstring(data)
    dtd = etree.DTD(str(shared / "schemas" / "tmx" / "tmx14.dtd"))
    schema = etree.XMLSchema(etree.parse(str(shared / "schemas" / "tmx" / "tmx14.xsd")))
    return [str(error) for judge in (dtd, schema) if not judge.validate(document) for error in judge.error_log]
