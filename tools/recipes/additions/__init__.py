"""One module an addition, each with its `ADDITION`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tools.recipes.addition import Addition

#: In the order of the table in `CONTRIBUTING.md`.
_ORDER = ("field", "heading", "statut", "rule", "code", "document", "output_format", "phrase")


def every_addition() -> dict[str, Addition]:
    """All the additions there are, by the names of their modules."""
    found = sorted((module.name for module in iter_modules(__path__)), key=_ORDER.index)
    return {name: import_module(f"{__name__}.{name}").ADDITION for name in found}
