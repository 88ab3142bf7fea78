"""A rule: one module of :mod:`ctgkit.lint.rules`, whose docstring is its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from types import ModuleType
from typing import Any, NamedTuple

from ctgkit.lint.context import Context
from ctgkit.lint.remark import Remark
from ctgkit.plan.documentation import HEADINGS, Documentation, documentation
from ctgkit.plan.finding import Code, Severity

_HEADINGS = ("Ce que la règle vérifie", *HEADINGS)


@dataclass(frozen=True)
class NoOptions:
    """The options of a rule that has none."""


class Rule(NamedTuple):
    """A rule, as its module declares it."""

    code: Code
    severity: Severity
    options: type[Any]  #: a frozen dataclass whose fields all have a default
    check: Callable[[Context, Any], Iterable[Remark]]
    documentation: Documentation
    last: bool  #: whether it looks at what the suppressions silenced


class Active(NamedTuple):
    """A rule that is to run, with what was chosen for it."""

    rule: Rule
    severity: Severity
    options: Any


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module declares, by `CODE`, `SEVERITY`, `check` and perhaps `Options`.

    Raises:
        ValueError: if its documentation is not of the shape that all rules have.
    """
    options = getattr(module, "Options", NoOptions)
    told = documentation(module.__doc__ or "", _HEADINGS)
    if not told.examples:
        raise ValueError(f"{module.__name__}: no example of what the rule finds")
    undocumented = [field.name for field in fields(options) if f"- `{field.name}`" not in told.body]
    if undocumented:
        raise ValueError(f"{module.__name__}: options without documentation: {undocumented}")
    last = getattr(module, "LAST", False)
    return Rule(module.CODE, module.SEVERITY, options, module.check, told, last)
