"""Renders the findings of a check, and the concepts of a termbase, as text, HTML or formats for other tools."""
