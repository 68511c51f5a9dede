"""Renders the findings of a check in a format chosen by its name."""

from __future__ import annotations

from importlib import import_module

from termbase.check.finding import Outcome


def render_findings(outcome: Outcome, form: str) -> str:
    """Return the report in a format: "text", "json", "github", "sarif", "junit" or "html".

    It ends with a line feed unless it is empty. Only the module of the requested format is imported.
    """
    rendered = getattr(import_module(f"termbase.report.findings_{form}"), f"findings_{form}")(outcome)
    text = rendered if isinstance(rendered, str) else "\n".join(rendered)
    return text.rstrip("\n") + "\n" if text else ""
