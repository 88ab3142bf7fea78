"""A rule: one module of :mod:`ctgkit.lint.rules`, whose docstring is its documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from types import ModuleType
from typing import Any, NamedTuple

from ctgkit.lint.context import Context
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code, Severity

_HEADINGS = ("Ce que la règle vérifie", "Pourquoi", "À éviter", "Corrigé", "Options")
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class NoOptions:
    """The options of a rule that has none."""


class Documentation(NamedTuple):
    """What a rule's docstring says, in French, in Markdown."""

    summary: str  #: one sentence
    body: str  #: all that follows it, with its headings
    failing: tuple[str, ...]  #: examples the rule has something to say of
    mended: tuple[str, ...]  #: the same, mended


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
    documentation = _documentation(module.__doc__ or "")
    undocumented = [field.name for field in fields(options) if f"- `{field.name}`" not in documentation.body]
    if undocumented:
        raise ValueError(f"{module.__name__}: options without documentation: {undocumented}")
    last = getattr(module, "LAST", False)
    return Rule(module.CODE, module.SEVERITY, options, module.check, documentation, last)


def _documentation(text: str) -> Documentation:
    summary, _, body = text.strip().partition("\n\n")
    pieces = _HEADING.split(body)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    expected = [heading for heading in _HEADINGS if heading != "Options" or heading in parts]
    if pieces[0].strip() or list(parts) != expected:
        raise ValueError(f"the documentation of a rule has the headings {expected}, not {list(parts)}")
    failing, mended = (tuple(_EXAMPLE.findall(parts[heading])) for heading in ("À éviter", "Corrigé"))
    if not failing or len(failing) != len(mended):
        raise ValueError("the documentation of a rule has as many mended examples as failing ones")
    return Documentation(" ".join(summary.split()), body.strip(), failing, mended)
