"""The terms of termbases found in a text. Start from `matcher`; `document` finds them in a whole document."""
