"""What the templates of `ctg report` are given, by kind of report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.fiches import DocumentView
from ctgkit.reports.pilote.view import PiloteView
from ctgkit.reports.territoires.view import TerritoiresView


class Context(NamedTuple):
    """What a kind of report is about.

    Attributes:
        name: what its template, and its JSON, call the view.
        view: the class of the view.
        title: what the report is, in French.
    """

    name: str
    view: type
    title: str


#: By kind, as `--kind` names it.
CONTEXTS: Mapping[str, Context] = {
    "copil": Context("copil", CopilView, "Le rapport au comité de pilotage"),
    "pilote": Context("pilote", PiloteView, "La liste d'un pilote"),
    "territoires": Context("territoires", TerritoiresView, "Le rapport sur les territoires d'une Caf"),
    "plan": Context("document", DocumentView, "Le plan entier"),
}
#: What every template is given besides, whatever the kind, and what it is in French.
SHARED: Mapping[str, tuple[str, str]] = {
    "date": ("une date", "Le jour du document\u00a0: celui de `--date`, ou aujourd'hui."),
    "version": ("un texte", "La version de ctgkit."),
    "output_format": ("`html` ou `md`", "Ce que le gabarit écrit."),
}
