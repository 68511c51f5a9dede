"""The validation rules by code. A rule is a function from a file to its faults; its docstring documents it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from termbase.severity import Severity
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.rules.validated_file import Node, ValidatedFile


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault that a rule found: the element, what is wrong, and how to correct it."""

    node: Node
    message: str
    hint: str


RuleFunction = Callable[[ValidatedFile], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code and severity."""

    code: str
    severity: Severity
    check: RuleFunction

    @property
    def meaning(self) -> str:
        """The first paragraph of the check's docstring, as one line."""
        return " ".join((self.check.__doc__ or "").partition("\n\n")[0].split())

    def findings(self, subject: ValidatedFile) -> Iterator[TermbaseFinding]:
        """Yield the faults of a file as findings."""
        for fault in self.check(subject):
            node = fault.node
            yield TermbaseFinding(
                self.code, self.severity, fault.message, node.line, node.column, node.path(), fault.hint
            )


RULES: dict[str, Rule] = {}


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[RuleFunction], RuleFunction]:
    """Return a decorator that registers a check as the rule with a code."""

    def register(check: RuleFunction) -> RuleFunction:
        RULES[code] = Rule(code, severity, check)
        return check

    return register
