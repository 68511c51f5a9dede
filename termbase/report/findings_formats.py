"""All formats of the findings by name."""

from __future__ import annotations

from importlib import import_module

from termbase.check.finding import Outcome


def render_findings(outcome: Outcome, form: str) -> str:
    """The report in a format (text, json, github, sarif, junit, html), ended by a line end unless it is empty.

    Its module is imported when it is asked for.
    """
    rendered = getattr(import_module(f"termbase.report.findings_{form}"), f"findings_{form}")(outcome)
    text = rendered if isinstance(rendered, str) else "\n".join(rendered)
    return text.rstrip("\n") + "\n" if text else ""
