"""Functions that run the official validators of TBX and TMX in ../shared."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from lxml import etree


def judge_tbx(shared: Path, file: Path) -> dict[str, Any]:
    """Validate a TBX file of version 3 with the official RELAX NG and Schematron schemas."""
    spec = importlib.util.spec_from_file_location("tbx_validate", shared / "tools" / "tbx_validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    verdict: dict[str, Any] = module.validate(str(file))
    return verdict


def tmx_faults(shared: Path, data: bytes) -> list[str]:
    """Return the errors that tmx14.dtd and OmegaT's tmx14.xsd find in a TMX file."""
    document = etree.fromstring(data)
    dtd = etree.DTD(str(shared / "schemas" / "tmx" / "tmx14.dtd"))
    schema = etree.XMLSchema(etree.parse(str(shared / "schemas" / "tmx" / "tmx14.xsd")))
    return [str(error) for judge in (dtd, schema) if not judge.validate(document) for error in judge.error_log]
