"""The page of all the rules of `ctg lint`, from their own documentation."""

from collections.abc import Iterator
from itertools import groupby

from ctgkit.commands.rule import FAMILIES, SEVERITIES
from ctgkit.lint import Rule, all_rules

_HEAD = """\
# Les règles

Ce que `ctg lint` vérifie. `ctg rule CTG301` (ou `ctg rule sans-pilote`) affiche la même chose.
[Les réglages](reglages.md) disent comment choisir les règles, changer leur gravité, et taire un constat.

Les exemples sont inventés ; ils sont lus le 30 juin 2026, dans un plan de 2025 à 2028.

<!-- Cette page est écrite par tools/generate.py, à partir des règles. -->
"""


def reference() -> str:
    """The page, in the order of the codes."""
    return _HEAD + "".join(_families())


def _families() -> Iterator[str]:
    for family, rules in groupby(all_rules(), key=lambda rule: rule.code.code[3]):
        every = list(rules)
        title = FAMILIES[family]
        yield f"\n## CTG{family} : {title}\n\n| règle | | gravité |\n|---|---|---|\n"
        yield from map(_row, every)
        yield from map(_section, every)


def _row(rule: Rule) -> str:
    code, name = rule.code
    summary = rule.documentation.summary.replace("|", "\\|")
    return f"| [{code}](#{code.lower()}-{name}) `{name}` | {summary} | {SEVERITIES[rule.severity]} |\n"


def _section(rule: Rule) -> str:
    code, name = rule.code
    body = rule.documentation.body.replace("\n## ", "\n#### ").replace("## ", "#### ", 1)
    return f"\n### {code} {name}\n\n{rule.documentation.summary}\n\n{body}\n"
