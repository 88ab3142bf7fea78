"""What one run of a command found: what the writers of whole documents are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ctgkit.findings.finding import Code, Finding, Severity


class Checked(NamedTuple):
    """One file that was checked."""

    file: str
    findings: tuple[Finding, ...]  #: in file order
    lines: tuple[str, ...]  #: the file's, without their breaks; empty where it has no findings
    fiches: int


class RuleInfo(NamedTuple):
    """What documents say of a rule besides its findings."""

    code: Code
    severity: Severity
    summary: str  #: one sentence, in French
    explanation: str  #: all of its documentation, in Markdown


@dataclass(frozen=True)
class Run:
    """Everything that a run of `command` (`validate` or `lint`) found."""

    command: str
    version: str
    checked: tuple[Checked, ...]
    problems: tuple[str, ...] = ()  #: files that could not be read, one French sentence each
    rules: tuple[RuleInfo, ...] = ()
