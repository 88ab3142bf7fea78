"""`ctg lint`: how each plan is to be linted, what came of it, and what is said of it all."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.checking.fixing import after_fixes
from ctgkit.app.checking.presenting import ignored
from ctgkit.app.files.configuration import Configurations
from ctgkit.app.files.given import read_one
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count, plural
from ctgkit.lint.baseline import Known, identity, known, new
from ctgkit.lint.engine import lint as run_rules
from ctgkit.lint.settings import Chosen, Settings, Unsuitable, settings
from ctgkit.outputs.findings.run import Checked, RuleInfo
from ctgkit.plan.reading import read
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from ctgkit.app.checking.baseline import Baselines
    from ctgkit.app.files.configuration import Configuration
    from ctgkit.app.files.given import Found
    from ctgkit.outputs.findings.run import Totals
    from ctgkit.plan.finding import Finding


class Job(NamedTuple):
    """One plan to lint, and how."""

    path: str
    settings: Settings
    today: date
    old: Mapping[str, Mapping[str, str]]  #: the baseline that is to be subtracted, by plan


class Outcome(NamedTuple):
    """What came of one plan."""

    checked: Checked
    known: Known | None  #: its findings, for a baseline; `None` where it has errors
    silenced: int  #: findings that a comment silences
    old: int  #: findings that the baseline has
    fails: bool
    misused: bool


class Tally:
    """What the summary says besides the findings that are shown."""

    def __init__(self) -> None:
        self.silenced = self.old = self.unchecked = self.files = 0
        self.fails = self.misused = False
        self.known: list[Known] = []
        self.rules: Counter[tuple[str, str, Gravite]] = Counter()
        self.files_of: Counter[tuple[str, str, Gravite]] = Counter()

    def take(self, outcomes: Iterable[Outcome | str]) -> Iterator[Checked | str]:
        """Counts the outcomes while their findings go on to be shown."""
        for outcome in outcomes:
            if isinstance(outcome, str):
                yield outcome
                continue
            self.files += 1
            self.silenced += outcome.silenced
            self.old += outcome.old
            self.fails |= outcome.fails
            self.misused |= outcome.misused
            if outcome.known is None:
                self.unchecked += 1
            else:
                self.known.append(outcome.known)
            here = Counter((one.code.code, one.code.name, one.severity) for one in outcome.checked.findings)
            self.rules += here
            self.files_of.update(here.keys())
            yield outcome.checked


def jobs_of(paths: Iterable[str], chosen: Chosen, today: date, baselines: Baselines) -> Iterator[Job]:
    """How each plan is to be linted.

    Raises:
        Misuse: if a configuration, or the run's options, make no sense.
    """
    configurations = Configurations()
    asked: dict[Path | None, Settings] = {}
    for path in paths:
        found = configurations.of(path)
        if found.path not in asked:
            asked[found.path] = _settings(found, chosen)
        here = asked[found.path]
        yield Job(path, here, today, baselines.of(found, here.baseline))


def rules_of(jobs: Iterable[Job]) -> list[RuleInfo]:
    """What documents say of the rules that run, in the order of their codes."""
    rules = {one.rule.code: one for job in jobs for one in job.settings.active}
    return [
        RuleInfo(code, one.severity, one.rule.documentation.summary, one.rule.documentation.body)
        for code, one in sorted(rules.items())
    ]


def _settings(found: Configuration, chosen: Chosen) -> Settings:
    try:
        return settings(found.table("lint"), chosen)
    except Unsuitable as wrong:
        if wrong.path[0].startswith("--"):
            raise Misuse(f"{wrong.path[0]} : {wrong.message}") from None
        raise found.wrong(("lint", *wrong.path), wrong.message) from None


def findings(data: bytes, file: str, job: Job) -> tuple[Finding, ...]:
    """What is found in the bytes of a file."""
    return run_rules(read(data, file), job.settings.active, job.today).findings


def outcome_of(job: Job) -> Outcome:
    """Lints one plan.

    Raises:
        Misuse: if it cannot be read.
    """
    reading = read_one(job.path)
    linted = run_rules(reading, job.settings.active, job.today)
    findings, every = list(linted.findings), None
    if reading.plan is not None:
        every = known(identity(reading.plan), findings, reading.lines)
        findings = new(findings, reading.lines, job.old.get(every.plan, {}))
    checked = Checked(reading.file, tuple(findings), reading.lines if findings else (), reading.fiches)
    fails = any(job.settings.fails(finding.severity) for finding in findings)
    old = len(linted.findings) - len(findings)
    return Outcome(checked, every, linted.silenced, old, fails, linted.misused)


def summary(totals: Totals, tally: Tally, found: Found, made: int, gone: int) -> str:
    """The last line: how much was looked at, what was found, what is not shown."""
    counts = zip(Gravite, (totals.errors, totals.warnings, totals.infos), strict=True)
    told = [count(number, gravite.one) for gravite, number in counts if number] or ["rien à signaler"]
    read = (count(totals.files, "plan"), count(totals.fiches, "fiche", none="aucune"))
    line = f"{after_fixes(made)}{', '.join((*read, *told))}"
    hidden = []
    if tally.silenced:
        hidden.append(f"{count(tally.silenced, 'constat tu', 'constats tus')} par un commentaire")
    if tally.old:
        hidden.append(f"{count(tally.old, 'constat')} déjà dans la référence")
    if gone:
        hidden.append(f"{count(gone, 'constat')} de la référence {plural(gone, 'corrigé')}")
    if hidden:
        line += f" ; {', '.join(hidden)}"
    if tally.unchecked:
        where = "un plan qui a" if tally.unchecked == 1 else f"{tally.unchecked} plans qui ont"
        line += f" ; règles non vérifiées dans {where} des erreurs"
    return line + ignored(found)


def print_statistics(tally: Tally) -> None:
    """How often each rule found something, the most frequent first."""
    if not tally.rules:
        print("rien à signaler")
    ordered = sorted(tally.rules.items(), key=lambda item: (-item[1], item[0]))
    wide = max((len(name) for _, name, _ in tally.rules), default=0)
    many = tally.files > 1
    for (code, name, severity), number in ordered:
        noun = plural(number, severity.one, severity.many)
        files = f" dans {count(tally.files_of[code, name, severity], 'plan')}" if many else ""
        print(f"{number:>6}  {code}  {name:<{wide}}  {noun}{files}")
    sys.stdout.flush()
