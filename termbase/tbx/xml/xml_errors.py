"""Says in plain English what is wrong with a file that is not well-formed XML, or not TBX."""

from __future__ import annotations

import re

from termbase.errors import TermbaseError

_PLAIN = [
    (r"Document is empty", "it is empty"),
    (r"Start tag expected, '<' not found", "it does not begin with <"),
    (
        r"(xmlParse)?EntityRef: (no name|expecting ';')",
        "a & that begins no name such as &amp; must be written &amp;",
    ),
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1> of line \2 is closed by </\3>"),
    (r"Premature end of data in tag (\S+) line (\d+)", r"it ends before </\1>, which belongs to line \2"),
    (r"Extra content at the end of the document", "there is more after the end of the root element"),
    (r"AttValue: .*", "the value of an attribute is not in quotation marks"),
    (r"Specification mandates value for attribute (\S+)", r"the attribute \1 has no value"),
    (r"Unescaped '<' not allowed in attributes values", "a < in the value of an attribute must be written &lt;"),
    (r"StartTag: invalid element name", "a < that begins no tag must be written &lt;"),
    (r"Couldn't find end of Start Tag (\S+) line (\d+)", r"the tag <\1 of line \2 is not closed with >"),
    (r"Attribute (\S+) redefined", r"the attribute \1 stands twice in one tag"),
    (r"Namespace prefix (\S+) (for \S+ )?on (\S+) is not defined", r"the prefix \1 of \3 is not declared"),
    (r".*invalid Char.*?(\d+).*", r"the control character with the number \1 is not allowed"),
    (r"CData section not finished.*", "a <![CDATA[ is not closed with ]]>"),
    (r"Comment not terminated.*", "a comment is not closed with -->"),
]
"""Messages of libxml2 as regular expressions, and what they mean."""
_OTHER_ROOTS = {
    "tmx": "it is a translation memory: use termbase tmx",
    "xliff": "it is a bilingual file: use termbase tmx convert",
    "mtf": "it is MultiTerm XML: convert it first with termbase tbx convert",
    "html": "it is a web page",
    "TS": "it is a bilingual file: use termbase tmx convert",
    "resources": "it holds texts of a program: use termbase tmx convert with --source-file",
    "root": "if it holds texts of a program, use termbase tmx convert with --source-file",
}


class NotWellFormedError(TermbaseError):
    """The error for a file that begins like XML and is not well-formed."""


def plain_reason(message: str) -> str:
    """Return a message of libxml2 in words that do not need knowledge of its parser; an unknown one as it is."""
    for pattern, words in _PLAIN:
        if match := re.fullmatch(pattern, message):
            return match.expand(words)
    return message


def what_it_is(root: str, command: str = "") -> str:
    """Return a hint for a file with another root element: what it is, and the command for it."""
    if root == "tmx" and command:
        return f"{_OTHER_ROOTS[root]} {command}"
    return _OTHER_ROOTS.get(root, "name a .tbx file")
