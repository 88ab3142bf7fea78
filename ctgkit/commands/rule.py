"""`ctg rule`: what the rules check, why, and how to mend what they find."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctgkit.app.command_line.values import choose
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.nearest import nearest
from ctgkit.lint.registry import all_rules, find_rules
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.run import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctgkit.lint.rule import Rule
    from ctgkit.outputs.terminal import Paint
    from ctgkit.plan.finding import Severity

FORMATS = ("text", "json")
SEVERITIES = {"error": "erreur", "warning": "alerte", "info": "remarque"}
#: The ranges of codes, as CLI.md gives them.
FAMILIES = {"3": "ce qui manque", "4": "ce qui est mal écrit", "5": "le calendrier et le suivi"}


def info(rule: Rule, severity: Severity) -> RuleInfo:
    """What documents say of a rule."""
    return RuleInfo(rule.code, severity, rule.documentation.summary, rule.documentation.body)


def rule(word: str | None, output_format: str, color: str) -> int:
    """Lists the rules, or explains those that `word` means; returns the exit status.

    Raises:
        Misuse: if there is no such rule.
    """
    choose("--format", output_format, FORMATS)
    rules = all_rules() if word is None else find_rules(word)
    if not rules:
        near = nearest(word or "", [name for known in all_rules() for name in known.code])
        hint = f"vouliez-vous dire « {near} » ?" if near else "« ctg rule » les liste toutes"
        raise Misuse(f"aucune règle ne s'appelle « {word} » ; {hint}")
    paint = terminal.paint(color)
    if output_format == "json":
        _print_json(rules)
    elif word is None or len(rules) > 1:
        _print_list(rules, paint)
    else:
        print("\n".join(_page(rules[0], paint)))
    return 0


def _print_list(rules: Sequence[Rule], paint: Paint) -> None:
    family = ""
    wide = max(len(one.code.name) for one in rules)
    for one in rules:
        if one.code.code[3] != family:
            family = one.code.code[3]
            print(("" if one is rules[0] else "\n") + paint("strong", f"CTG{family} : {FAMILIES[family]}"))
        gravity = f"{SEVERITIES[one.severity]:<8}"
        head = f"{one.code.code}  {one.code.name:<{wide}}  {paint(one.severity, gravity)}"
        print(f"{head}  {one.documentation.summary}")
    print(f"\n{count(len(rules), 'règle')} ; « ctg rule CODE » en explique une")
    sys.stdout.flush()


def _page(one: Rule, paint: Paint) -> Iterator[str]:
    """The documentation of a rule for a terminal: headings and examples without their marks."""
    yield paint("strong", f"{one.code.code} {one.code.name}") + f" ({SEVERITIES[one.severity]})"
    yield ""
    yield one.documentation.summary
    inside = False
    for line in f"\n{one.documentation.body}".splitlines():
        if line.startswith("## "):
            yield paint("strong", line[3:])
        elif line.startswith("```"):
            inside = not inside
        else:
            yield f"    {line}".rstrip() if inside else line


def _print_json(rules: Sequence[Rule]) -> None:
    import json  # noqa: PLC0415  (only where it is asked for)
    from dataclasses import fields  # noqa: PLC0415

    data = [
        {
            "code": one.code.code,
            "name": one.code.name,
            "severity": one.severity,
            "summary": one.documentation.summary,
            "documentation": one.documentation.body,
            "failing": one.documentation.failing,
            "mended": one.documentation.mended,
            "options": {field.name: field.default for field in fields(one.options)},
        }
        for one in rules
    ]
    print(json.dumps(data, ensure_ascii=False, indent=2))
