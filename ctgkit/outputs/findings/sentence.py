"""A finding as running text, for readers that show one text and no layout."""

from __future__ import annotations

from ctgkit.french.visible import one_line
from ctgkit.plan.finding import Finding


def sentence(finding: Finding) -> str:
    """The message, where it is, and the hint: the message alone is the first sentence."""
    address = f" [{one_line(finding.address)}]" if finding.address else ""
    hint = f". Aide\u00a0: {finding.hint}" if finding.hint else ""
    return f"{finding.message}{address}{hint}"
