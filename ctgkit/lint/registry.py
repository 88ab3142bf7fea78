"""All the rules there are, and how they are called."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ctgkit.lint import rules
from ctgkit.lint.rule import Rule, rule_of


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    names = [module.name for module in iter_modules(rules.__path__) if not module.name.startswith("_")]
    found = [rule_of(import_module(f"{rules.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))


def find_rule(word: str) -> Rule | None:
    """The rule that `word`, a code or a name, means."""
    return next((rule for rule in all_rules() if word in rule.code), None)


def find_rules(word: str) -> tuple[Rule, ...]:
    """The rules that `word` means: a code, a name, or the first characters of codes (`CTG4`)."""
    code = word.strip().upper()
    return tuple(
        rule
        for rule in all_rules()
        if rule.code.name == word.strip().lower()
        or (code.startswith("CTG") and rule.code.code.startswith(code))
    )
