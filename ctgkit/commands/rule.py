"""`ctg rule`: what the rules check, why, and how to mend what they find."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument
from ctgkit.app.command_line.shared import Color
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.nearest import nearest
from ctgkit.outputs import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctgkit.lint.rule import Rule
    from ctgkit.outputs.terminal import Paint

RANK = 3
ALIASES = ("règle", "règles")
SEVERITIES = {"error": "erreur", "warning": "alerte", "info": "remarque"}
#: The ranges of codes, as CLI.md gives them.
FAMILIES = {"3": "ce qui manque", "4": "ce qui est mal écrit", "5": "le calendrier et le suivi"}


class Options(NamedTuple):
    """Liste les règles de « ctg lint », ou en explique une : pourquoi, un exemple, comment corriger."""

    code: Annotated[
        str | None,
        Argument("CODE", "Le code d'une règle (CTG301), son nom, ou le début de codes (CTG3)."),
    ] = None
    output_format: Annotated[str | None, shared.written_in("rule")] = None
    color: Color = "auto"


def rule(options: Options) -> int:
    """Lists the rules, or explains those that are meant; returns the exit status.

    Raises:
        Misuse: if there is no such rule.
    """
    from ctgkit.lint.registry import all_rules, find_rules

    word = options.code
    rules = all_rules() if word is None else find_rules(word)
    if not rules:
        near = nearest(word or "", [name for known in all_rules() for name in known.code])
        hint = f"vouliez-vous dire « {near} » ?" if near else "« ctg rule » les liste toutes"
        raise Misuse(f"aucune règle ne s'appelle « {word} » ; {hint}")
    paint = terminal.paint(options.color)
    if options.output_format == "json":
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
    import json
    from dataclasses import fields

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
