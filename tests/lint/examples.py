"""Runs one rule over a plan, or over a piece of one as the documentation of rules shows it."""

import re
from datetime import date
from typing import Any

from ctgkit.lint import Active, Linted, Rule, all_rules, lint
from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import read

#: The day on which the examples are read, as docs/regles.md says.
TODAY = date(2026, 6, 30)
_HEAD = {
    "format": "format: 1",
    "titre": "titre: Plan d'actions d'un territoire inventé",
    "territoire": "territoire:\n  nom: Territoire inventé",
    "caf": "caf: Caf inventée",
    "periode": "periode: 2025-2028",
}
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_TOP = {*_HEAD, "axes", "acteurs", "copils", "avenants", "preambule", "signature", "vocabulaire", "contacts"}


def whole_plan(example: str) -> str:
    """The plan that an example is a piece of: the keys of its head, its axes, or of one fiche.

    A piece with keys of a fiche becomes the only fiche; `titre` alone is a fiche's.
    """
    keys = set(_KEY.findall(example))
    if keys & (_TOP - {"titre"}):
        head = "\n".join(line for key, line in _HEAD.items() if key not in keys)
        fiche = "" if "axes" in keys else _axes("titre: Une action inventée")
        return f"{head}\n{example}{fiche}"
    return "\n".join(_HEAD.values()) + "\n" + _axes(example)


def _axes(fiche: str) -> str:
    number = "" if re.search(r"^numero:", fiche, re.MULTILINE) else "numero: 1.1\n"
    title = "" if re.search(r"^titre:", fiche, re.MULTILINE) else "titre: Une action inventée\n"
    lines = "".join(f"        {line}\n" if line else "\n" for line in (number + title + fiche).splitlines())
    return (
        f"axes:\n  - id: accueil\n    titre: Accueil du jeune enfant\n    actions:\n      - {lines.lstrip()}"
    )


def rule_named(word: str) -> Rule:
    """The rule with that code or name."""
    (found,) = (rule for rule in all_rules() if word in rule.code)
    return found


def run(text: str, *rules: Rule, today: date = TODAY, **options: Any) -> Linted:
    """What some rules find in a whole plan, which must have no error."""
    reading = read(text.encode(), "plan.yaml")
    assert reading.plan is not None, [finding.message for finding in reading.findings]
    return lint(reading, [Active(rule, rule.severity, rule.options(**options)) for rule in rules], today)


def found(word: str, text: str, *, today: date = TODAY, **options: Any) -> list[Finding]:
    """What the rule with that code or name finds in a plan, or in a piece of one."""
    return list(run(whole_plan(text), rule_named(word), today=today, **options).findings)
