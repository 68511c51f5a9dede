"""Finds the terms of termbases in text. Start from `matcher`; `document` finds them in a whole document."""
