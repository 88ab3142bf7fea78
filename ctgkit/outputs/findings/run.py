"""What one run of a command found: what the writers of whole documents are given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from ctgkit.plan.finding import Code, Finding
from ctgkit.vocabulary.gravite import Gravite


class Checked(NamedTuple):
    """One file that was checked."""

    file: str  #: its name, as the user gave it
    findings: tuple[Finding, ...]  #: in file order
    lines: tuple[str, ...]  #: the file's, without their breaks; empty where it has no findings
    fiches: int
    #: the file from the root of the repository, with slashes; absolute where it is elsewhere, and
    #: `None` where there is no such file (standard input, a revision of git's)
    path: str | None = None
    there: bool = True  #: whether there is such a file: a plan may have vanished


class RuleInfo(NamedTuple):
    """What documents say of a rule besides its findings."""

    code: Code
    severity: Gravite
    summary: str  #: one sentence, in French
    explanation: str  #: all of its documentation, in Markdown


class Totals(NamedTuple):
    """How much was checked, and how much was found."""

    files: int = 0
    fiches: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    problems: int = 0  #: files that could not be read

    @property
    def findings(self) -> int:
        """All the findings, whatever their severity."""
        return self.errors + self.warnings + self.infos

    def with_file(self, checked: Checked) -> Totals:
        """These totals, and one file more."""
        found = Counter(finding.severity for finding in checked.findings)
        return self._replace(
            files=self.files + checked.there,
            fiches=self.fiches + checked.fiches,
            errors=self.errors + found[Gravite.ERREUR],
            warnings=self.warnings + found[Gravite.ALERTE],
            infos=self.infos + found[Gravite.REMARQUE],
        )


@dataclass(frozen=True)
class Run:
    """Everything that a run of `command` (`validate` or `lint`) found."""

    command: str
    version: str
    checked: tuple[Checked, ...]
    problems: tuple[str, ...] = ()  #: files that could not be read, one French sentence each
    rules: tuple[RuleInfo, ...] = ()

    @property
    def totals(self) -> Totals:
        """How much was checked, and how much was found."""
        totals = Totals(problems=len(self.problems))
        for checked in self.checked:
            totals = totals.with_file(checked)
        return totals
