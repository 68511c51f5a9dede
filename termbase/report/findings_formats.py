"""All formats of the findings by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from termbase.check.outcome import Outcome
from termbase.report.findings_github import findings_github
from termbase.report.findings_html import findings_html
from termbase.report.findings_json import findings_json
from termbase.report.findings_junit import findings_junit
from termbase.report.findings_sarif import findings_sarif
from termbase.report.findings_text import findings_text

_FORMATS: dict[str, Callable[[Outcome], str | Iterable[str]]] = {
    "text": findings_text,
    "json": findings_json,
    "github": findings_github,
    "sarif": findings_sarif,
    "junit": findings_junit,
    "html": findings_html,
}


def render_findings(outcome: Outcome, form: str) -> str:
    """The report in a format, ended by a line end unless it is empty."""
    rendered = _FORMATS[form](outcome)
    text = rendered if isinstance(rendered, str) else "\n".join(rendered)
    return text.rstrip("\n") + "\n" if text else ""
