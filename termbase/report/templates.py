"""The HTML templates of this package, with the settings that all of them share."""

from __future__ import annotations


def render(template: str, **values: object) -> str:
    """Return a template of this package filled in; values are escaped, and a name without a value is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("termbase.report", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(template).render(values)
