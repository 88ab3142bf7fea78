"""Every code that ctg prints, with what is said of it: of reading, the schema, coherence, and the rules.

A code costs what declares it: a call of :func:`ctgkit.plan.documentation.declared`, or the module of a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from ctgkit.lint.registry import all_rules
from ctgkit.plan.documentation import DECLARED, HEADINGS, MILDER, Documentation, documentation
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

#: The modules that declare codes that are no rules'.
_MODULES = (
    "ctgkit.plan.reading.codes",
    "ctgkit.plan.reading.coherence",
    "ctgkit.plan.reading.named_fiches",
    "ctgkit.lint.faults",
    "ctgkit.versions.codes",
)
#: The ranges of codes, as the fourth character of a code names them.
FAMILIES = {
    "0": "la lecture",
    "1": "les clés et les valeurs",
    "2": "la cohérence",
    "3": "ce qui manque",
    "4": "ce qui est mal écrit",
    "5": "le calendrier et le suivi",
}


class Explained(NamedTuple):
    """A code, and what is said of it.

    Attributes:
        code: the code.
        severity: how grave what it finds is, unless a configuration says otherwise.
        documentation: what is said of it.
        options: the options of a rule, with their defaults.
    """

    code: Code
    severity: Gravite
    documentation: Documentation
    options: Mapping[str, Any]

    @property
    def family(self) -> str:
        """Its range: a key of :data:`FAMILIES`."""
        return self.code.code[3]


@cache
def all_codes() -> tuple[Explained, ...]:
    """Every code, in their order."""
    for module in _MODULES:
        import_module(module)
    others = [
        Explained(code, MILDER.get(code, Gravite.ERREUR), documentation(text, HEADINGS), {})
        for code, text in DECLARED.items()
    ]
    rules = [
        Explained(
            rule.code,
            rule.severity,
            rule.documentation,
            {field.name: field.default for field in fields(rule.options)},
        )
        for rule in all_rules()
    ]
    return tuple(sorted([*others, *rules], key=lambda one: one.code))


def find_codes(word: str) -> tuple[Explained, ...]:
    """What `word` means: a code, a name, or the first characters of codes (`CTG4`)."""
    code = word.strip().upper()
    return tuple(
        one
        for one in all_codes()
        if one.code.name == word.strip().lower()
        or (code.startswith("CTG") and one.code.code.startswith(code))
    )
