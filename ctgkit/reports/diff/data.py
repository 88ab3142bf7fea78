"""`ctg diff` for programs: every change, as data and in words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ctgkit import __version__
from ctgkit.vocabulary.changement import Volet

if TYPE_CHECKING:
    from ctgkit.reports.diff import Position, Told, Version, View
    from ctgkit.versions import Comparison, Side

#: Changes when a reader of the last one would misread the next one; a new key is no such change.
VERSION = 1


def data(view: View, comparison: Comparison) -> dict[str, Any]:
    """The whole document."""
    changes = [told for part in view.parts for told in part.changes]

    def told(volet: Volet) -> int:
        return sum(one.change.volet is volet for one in changes)

    return {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "diff",
        "old": _version(view.old),
        "new": _version(view.new),
        "only": view.only,
        "totals": {
            "contract": told(Volet.CONTRAT),
            "followup": told(Volet.SUIVI),
            "ajustements": told(Volet.AJUSTEMENT),
            "corrections": told(Volet.CORRECTION),
            "forme": view.totals[Volet.FORME],
            "typographie": view.totals[Volet.TYPOGRAPHIE],
        },
        "changes": [_change(told) for told in changes],
        "fiches": [plain(one) for one in comparison.fiches],
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "file": version.name,
        "titre": version.titre,
        "territoire": version.territoire,
        "fiches": version.fiches,
    }


def _change(told: Told) -> dict[str, Any]:
    change = told.change
    return {
        "kind": change.kind,
        "subject": change.subject,
        "field": change.field,
        "contract": change.contract,
        "volet": change.volet,
        "fingerprint": change.fingerprint,
        "sentence": told.sentence,
        "old": _side(change.old, told.old),
        "new": _side(change.new, told.new),
        "edits": [plain(edit) for edit in change.edits],
    }


def _side(side: Side, position: Position | None) -> dict[str, Any]:
    return {
        **plain(side),
        "line": position.line if position else None,
        "column": position.column if position else None,
    }


def plain(value: Any) -> Any:
    """Data as JSON has it: what it is made of, named as its attributes are."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return [plain(one) for one in value] if isinstance(value, tuple) else value
