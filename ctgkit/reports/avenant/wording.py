"""The texts of an avenant that face each other: what each line is about, and its wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import singledispatch

from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.lists import between_commas, listing
from ctgkit.french.numbers import decimal
from ctgkit.french.steps import step
from ctgkit.page.blocks import Faced, Facing, Paragraph
from ctgkit.page.writing import paragraph, runs
from ctgkit.plan import Financement, Indicateur, Periode
from ctgkit.plan.action import Cout, Repere
from ctgkit.plan.plan import Signataire, periode_dite
from ctgkit.plan.revision import Revision
from ctgkit.plan.rubriques import DITES
from ctgkit.reports.avenant.naming import quoted, thing
from ctgkit.reports.avenant.view import LigneView, Redaction
from ctgkit.reports.fiches import EtapeView, PointView, RubriqueView
from ctgkit.reports.fiches.page import when

TITLES = ("Objet", "Rédaction actuelle", "Nouvelle rédaction")
#: What stands for the side that a line has not.
NOTHING = ("Néant", "Suppression")
#: What a line is about, where it is no heading of the document and what its field is called would not do.
SUBJECTS = {
    "plan.titre": "Titre du plan d'actions",
    "nature": "Nature de la fiche",
    "origine": "Origine de l'action",
    "description": "Présentation",
    "couts": "Coût",
    "financements": "Financement",
    "preambule": "Texte liminaire",
    "texte": "Texte liminaire",
    "signature": "Date de signature de la convention",
    "periode": "Période",
    "signataires": "Signataire",
    "evaluation": "Question de l'évaluation",
    "revision.article": "Article sur la révision de la convention",
    "revision.comite": "Ce que le comité peut ajuster",
    "revision": "Révision de la convention",
    "rubriques": "Rubriques",
    "territoire.nom": "Nom du territoire",
    "territoire.communes": "Commune",
}
_INDENT = "\u00a0\u00a0"
#: What stands before the words of what a line is in.
_WITHIN = {"preambule": " ", "etape": ", {etape} ", "point": ", sous "}


def facing(lines: Iterable[LigneView], caption: str) -> Facing:
    """Lines, face to face; `caption` says what they are to those who hear the page."""
    return Facing(caption, TITLES, NOTHING, tuple(_faced(line) for line in lines))


def _faced(line: LigneView) -> Faced:
    return Faced(runs(subject(line)), _side(line.avant), _side(line.apres))


def _side(side: Redaction | None) -> tuple[Paragraph] | None:
    return None if side is None else (paragraph(wording(side)),)


def subject(line: LigneView) -> str:
    """What a line is about, and what that is in."""
    owner = f"{capital(thing(line.fiche))} – " if line.fiche else ""
    order = " (ordre)" if line.ordre else ""
    within = "".join(f"{_WITHIN[one.sorte].format(etape=step())}{quoted(one.texte)}" for one in line.contexte)
    return f"{owner}{_about(line)}{order}{within}"


def _about(line: LigneView) -> str:
    if line.intitule is None:
        return capital(step()) if line.cle == "etapes" else SUBJECTS.get(line.cle, line.nom)
    return line.intitule


@singledispatch
def wording(side: Redaction) -> str:
    """One side of a line, in as many lines as it takes."""
    raise NotImplementedError(type(side))


@wording.register
def _(side: str) -> str:
    return side


@wording.register
def _(side: date) -> str:
    return long_date(side)


@wording.register
def _(side: Periode) -> str:
    return periode_dite(side)


@wording.register(tuple)
def _(side: tuple[PointView, ...]) -> str:
    """The points of a list, each on its line and below it those that it has."""
    dash = "– " if len(side) > 1 else ""
    return "\n".join(f"{dash}{_point(one)}" for one in side)


def _point(one: PointView, depth: int = 0) -> str:
    """A point, and on lines of their own those below it."""
    return "\n".join((f"{one.texte}{when(one)}", *(_dashed(below, depth) for below in one.points)))


def _dashed(one: PointView, depth: int = 0) -> str:
    return f"{_INDENT * depth}– {_point(one, depth + 1)}"


@wording.register
def _(side: Indicateur) -> str:
    return "\n".join(_indicator(side))


def _indicator(one: Indicateur) -> Iterator[str]:
    kind = between_commas((one.type, f"à la {one.sens}" if one.sens else None))
    yield f"{one.nom} ({kind})" if kind else one.nom
    if one.unite:
        yield f"Unité\u00a0: {one.unite}"
    if one.reference:
        yield f"Référence\u00a0: {_mark(one.reference, one)}"
    if one.cible:
        yield f"Cible\u00a0: {_mark(one.cible, one)}"


def _mark(repere: Repere, of: Indicateur) -> str:
    return f"{decimal(repere.valeur, of.unite)} au {long_date(repere.date)}"


@wording.register
def _(side: Financement) -> str:
    who = " – ".join(part for part in (side.financeur, side.objet) if part)
    return _money(who, side)


@wording.register
def _(side: Cout) -> str:
    return _money(side.objet or "", side)


def _money(what: str, line: Cout | Financement) -> str:
    """A line of money, without what is follow-up."""
    about = between_commas((str(line.annee) if line.annee else None, line.section))
    told = " ".join(part for part in (what, f"({about})" if about else "") if part)
    if line.montant is None:
        return told
    return f"{told}\u00a0: {line.montant.ecrit()}" if told else line.montant.ecrit()


# A step is a tuple too, as all views are: it is told before the points of a list.
@wording.register(EtapeView)
def _(side: EtapeView) -> str:
    facts = (f"{one.intitule}\u00a0: {one.valeur}" for one in side.faits)
    money = [f"{name}\u00a0: {wording(one)}" for name, lines in _money_of(side) for one in lines]
    others = (*map(wording, side.indicateurs), *money)
    return "\n".join((side.titre, *facts, *map(_heading, side.rubriques), *others))


def _money_of(step: EtapeView) -> Iterator[tuple[str, tuple[Cout, ...] | tuple[Financement, ...]]]:
    yield SUBJECTS["couts"], step.couts
    yield SUBJECTS["financements"], step.financements


def _heading(rubrique: RubriqueView) -> str:
    """A heading of a step: its only point beside it, or its points below."""
    name = f"{rubrique.intitule}\u00a0:"
    if len(rubrique.points) == 1:
        return f"{name} {_point(rubrique.points[0])}"
    return "\n".join((name, *map(_dashed, rubrique.points)))


@wording.register
def _(side: Signataire) -> str:
    return between_commas((side.nom, side.qualite, side.structure))


@wording.register
def _(side: Revision) -> str:
    may = listing(quoted(DITES[key]) for key in side.comite) if side.comite else ""
    return between_commas((side.renvoi(), f"le comité peut ajuster {may}" if may else None))
