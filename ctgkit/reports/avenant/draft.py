"""Two plans and what differs between them → the view of an avenant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from ctgkit.plan import Plan
from ctgkit.reports.avenant.lines import as_point, edit_lines, lines
from ctgkit.reports.avenant.parties import numbering, parties
from ctgkit.reports.avenant.sides import PlanSide, is_fiche
from ctgkit.reports.avenant.view import (
    ArticleView,
    AvenantView,
    DeplacementView,
    FicheRef,
    FichesView,
    GroupeView,
    LigneView,
    ModificationView,
    NumeroView,
    SectionRef,
    SectionTexteView,
)
from ctgkit.reports.fiches import FicheView, PointView, Segment
from ctgkit.reports.fiches.view import SommeView
from ctgkit.versions import Change, Comparison, Edit
from ctgkit.versions.changes import Path
from ctgkit.versions.fields import NAMES, owner_of
from ctgkit.vocabulary.article import CodeArticle
from ctgkit.vocabulary.changement import NatureChangement, Volet

#: Keys of the head of a plan that have an article.
_HEAD = {
    "periode": CodeArticle.PERIODE,
    "territoire": CodeArticle.TERRITOIRE,
    "caf": CodeArticle.PARTIES,
    "signataires": CodeArticle.PARTIES,
}
#: Keys, in a fiche or one of its steps, that have an article.
_PARTS = {
    "couts": CodeArticle.COUTS,
    "financements": CodeArticle.FINANCEMENTS,
    "indicateurs": CodeArticle.INDICATEURS,
    "calendrier": CodeArticle.CALENDRIERS,
}


def draft(old: Plan, new: Plan, comparison: Comparison) -> AvenantView | None:
    """The avenant that leads from `old` to `new`.

    Every contract change is in one article, what the committee validated is consolidated in another, and
    follow-up is in none.

    Args:
        old: the convention as it is in force.
        new: as it is to be.
        comparison: what differs between them.

    Returns:
        The view, or `None` if nothing of the contract changes.
    """
    return _Draft(old, new, comparison).view() if comparison.contract else None


class _Draft:
    def __init__(self, old: Plan, new: Plan, comparison: Comparison) -> None:
        self.old, self.new = PlanSide(old), PlanSide(new)
        self.comparison = comparison
        #: The fiches that only one plan has, by the edit that brings or takes each.
        self.come = self._by_edit("add")
        self.gone = self._by_edit("remove")
        for path in self.new.chemins:
            if any(path in paths for paths in self.come.values()):
                self.new.annexed[path] = self.new.fiche(path).ancre

    def view(self) -> AvenantView:
        which = numbering(self.old.plan, self.new.plan, self.comparison)
        plan = self.new.plan
        return AvenantView(
            numero=which.numero,
            signe_le=which.entree.date if which.entree else None,
            objet=which.entree.objet if which.entree else None,
            titre=self.old.plan.titre,
            territoire=plan.territoire,
            convention=plan.vocabulaire.convention,
            caf=plan.caf,
            signature=self.old.plan.signature or plan.signature,
            periode=self.old.plan.periode,
            fin=plan.periode.fin,
            precedents=which.precedents,
            nouveaux=which.nouveaux,
            parties=parties(plan),
            articles=self.articles(),
            annexe=tuple(
                _linked(self.new.fiche(path), frozenset(self.new.annexed.values()))
                for path in self.new.annexed
            ),
        )

    def articles(self) -> tuple[ArticleView, ...]:
        """The articles that have something to say, numbered."""
        sorted_changes: defaultdict[CodeArticle, list[Change]] = defaultdict(list)
        for change in self.comparison.contract:
            sorted_changes[self.cle(change)].append(change)
        sorted_changes[CodeArticle.AJUSTEMENTS] += self.comparison.of(Volet.AJUSTEMENT)
        kept = [cle for cle in CodeArticle if cle.facts.always or sorted_changes[cle]]
        return tuple(self.article(numero, cle, sorted_changes[cle]) for numero, cle in enumerate(kept, 1))

    def cle(self, change: Change) -> CodeArticle:
        """The article in which a change is told."""
        if change.kind is NatureChangement.REMPLACEMENT:
            return CodeArticle.REMPLACEMENTS
        node = change.subject in {"fiche", "section"}
        numbered = change.kind is NatureChangement.NUMEROTATION
        if numbered or (change.kind is NatureChangement.ORDRE and node):
            return CodeArticle.DEPLACEMENTS
        if change.field is None and node:
            return self.cle_of_node(change)
        path = change.new.path if change.kind is NatureChangement.AJOUT else change.old.path
        owner = owner_of(path)
        rest = path[len(owner) :]
        if not owner:
            return _HEAD.get(str(rest[0]), CodeArticle.AUTRES)
        if not is_fiche(owner):
            return CodeArticle.ORGANISATION
        part = rest[2] if rest[0] == "etapes" and len(rest) > 2 else rest[0]
        return _PARTS.get(str(part), CodeArticle.CONTENU)

    def cle_of_node(self, change: Change) -> CodeArticle:
        """The article of a fiche or a section that comes, goes or moves whole."""
        if change.kind is NatureChangement.AJOUT:
            return CodeArticle.AJOUTS if self.come[change.new.path] else CodeArticle.ORGANISATION
        if change.kind is NatureChangement.RETRAIT:
            return CodeArticle.RETRAITS if self.gone[change.old.path] else CodeArticle.ORGANISATION
        return CodeArticle.DEPLACEMENTS

    def article(self, numero: int, cle: CodeArticle, changes: list[Change]) -> ArticleView:
        if cle is CodeArticle.DEPLACEMENTS:
            return ArticleView(numero, cle, deplacements=tuple(map(self.deplacement, changes)))
        whole = [one for one in changes if one.field is None and one.subject in {"fiche", "section"}]
        others = [one for one in changes if one not in whole]
        return ArticleView(
            numero,
            cle,
            fiches=tuple(map(self.fiches, whole)),
            groupes=self.groupes(cle, others),
            decides=tuple(self.decided(others)) if cle is CodeArticle.AJUSTEMENTS else (),
        )

    def decided(self, changes: Iterable[Change]) -> list[date]:
        """The days on which the committee validated changes."""
        meetings = {change.because[:2] for change in changes if change.because}
        return sorted({date.fromisoformat(self.new.at(one)["date"]) for one in meetings})

    # Fiches and sections that come and go

    def _by_edit(self, op: str) -> defaultdict[Path, tuple[Path, ...]]:
        side = "new" if op == "add" else "old"
        edits = {
            getattr(edit, side).path
            for change in self.comparison.contract
            for edit in change.edits
            if edit.op == op and _is_node(getattr(edit, side).path)
        }
        found: defaultdict[Path, tuple[Path, ...]] = defaultdict(tuple)
        for one in self.comparison.fiches:
            here, there = (one.new, one.old) if op == "add" else (one.old, one.new)
            if here is not None and there is None:
                # The nearest: a section that is added may hold one that moved, with a new fiche.
                ends = range(len(here.path), 0, -1)
                found[next(here.path[:end] for end in ends if here.path[:end] in edits)] += (here.path,)
        return found

    def fiches(self, change: Change) -> FichesView:
        """Fiches that come, go or replace others; with the sections that come or go."""
        old: list[FicheRef] = []
        new: list[FicheRef] = []
        added: list[SectionTexteView] = []
        removed: list[SectionTexteView] = []
        for edit in change.edits:
            if edit.op == "add" and _is_node(edit.new.path):
                new += map(self.new.fiche_ref, self.come[edit.new.path])
                added += _sections(self.new, edit.new.path, edit.after)
            elif edit.op == "remove" and _is_node(edit.old.path):
                old += map(self.old.fiche_ref, self.gone[edit.old.path])
                removed += _sections(self.old, edit.old.path, edit.before)
        return FichesView(change.fingerprint, tuple(old), tuple(new), tuple(added), tuple(removed))

    # Moves, numbers, order

    def deplacement(self, change: Change) -> DeplacementView:
        first = change.edits[0]
        names = [edit for edit in change.edits if _is_name(edit)]
        texts = [edit for edit in change.edits[1:] if edit not in names]
        quoi = de = vers = None
        ordre: tuple[FicheRef | SectionRef, ...] = ()
        if first.op == "move":
            quoi = self.old.ref(first.old.path)
            de = self.old.section_refs(first.old.path[:-2])
            vers = self.new.section_refs(first.new.path[:-2])
        elif first.op == "order":
            above = first.old.path[:-1]
            quoi = self.old.section_ref(above) if above else None
            ranks = first.after if isinstance(first.after, list) else []
            ordre = tuple(self.old.ref((*first.old.path, rank)) for rank in map(_int, ranks))
        return DeplacementView(
            empreinte=change.fingerprint,
            genre=change.kind,
            quoi=quoi,
            de=de or (),
            vers=vers or (),
            numeros=tuple(map(self.number, names)),
            ordre=ordre,
            lignes=self.owned(texts),
        )

    def number(self, edit: Edit) -> NumeroView:
        cle: Literal["numero", "id"] = "numero" if edit.new.path[-1] == "numero" else "id"
        quoi = self.old.ref(owner_of(edit.old.path))
        return NumeroView(quoi, cle, _text(edit.before), _text(edit.after))

    def owned(self, edits: Iterable[Edit]) -> tuple[LigneView, ...]:
        """Lines that say whose they are."""
        return tuple(
            line._replace(fiche=self.old.ref(owner) if (owner := owner_of(edit.old.path)) else None)
            for edit in edits
            for line in edit_lines([edit], self.old, self.new)
        )

    # Texts that face each other

    def groupes(self, cle: CodeArticle, changes: Iterable[Change]) -> tuple[GroupeView, ...]:
        by_owner: defaultdict[Path, list[Change]] = defaultdict(list)
        for change in changes:
            by_owner[owner_of(change.new.path)].append(change)
        return tuple(self.groupe(cle, owner, group) for owner, group in by_owner.items())

    def groupe(self, cle: CodeArticle, owner: Path, changes: list[Change]) -> GroupeView:
        old_owner = owner_of(changes[0].old.path)
        fiche = self.old.fiche_ref(old_owner) if is_fiche(old_owner) else None
        section = self.old.section_ref(old_owner) if old_owner and fiche is None else None
        ancien = self.old.at(old_owner)["numero"] if owner else None
        numero = self.new.at(owner)["numero"] if owner else None
        return GroupeView(
            fiche=fiche,
            section=section,
            nouveau=numero if ancien != numero else None,
            modifications=tuple(
                ModificationView(change.fingerprint, lines(change, self.old, self.new)) for change in changes
            ),
            totaux=_totals(self.old.fiche(old_owner).total, self.new.fiche(owner).total)
            if cle is CodeArticle.FINANCEMENTS
            else None,
        )


def _sections(
    side: PlanSide, path: Path, value: Any, above: tuple[SectionRef, ...] | None = None
) -> Iterator[SectionTexteView]:
    """The section at `path`, and those that come or go with it; none where it is a fiche.

    Args:
        side: the plan it is in.
        path: where it stands.
        value: the section as plain data, without what moved in or out of it.
        above: the sections it is in; by default, those that the plan has above `path`.
    """
    if is_fiche(path):
        return
    above = side.section_refs(path[:-2]) if above is None else above
    niveaux = side.plan.vocabulaire.niveaux
    niveau = niveaux[len(above)] if len(above) < len(niveaux) else None
    name = SectionRef(niveau, value["numero"], value["titre"] or "")
    description = tuple(as_point("points", point) for point in value["description"])
    yield SectionTexteView(name._replace(sections=above), value["intitule"], description)
    for rank, below in enumerate(value["objectifs"]):
        yield from _sections(side, (*path, "objectifs", rank), below, (*above, name))


def _is_node(path: Path) -> bool:
    return bool(path) and owner_of(path) == path


def _is_name(edit: Edit) -> bool:
    """Whether an edit gives a section or a fiche another number or id."""
    path = edit.old.path
    return edit.op == "set" and path[-1] in NAMES and bool(owner_of(path)) and owner_of(path) == path[:-1]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _totals(before: SommeView | None, after: SommeView | None) -> tuple[Decimal, Decimal] | None:
    """What money amounts to before and after; `None` where that is not told by one figure each."""
    told = [one for one in (before, after) if one is not None]
    if any(one.au_moins or one.taxes or one.hors_taxes for one in told):
        return None
    old, new = (one.prevu if one and one.prevu else Decimal(0) for one in (before, after))
    return old, new


def _linked(fiche: FicheView, anchors: frozenset[str]) -> FicheView:
    """`fiche` with no link but to the fiches of the annex."""
    return fiche._replace(
        rubriques=tuple(one._replace(points=_linked_points(one.points, anchors)) for one in fiche.rubriques),
        etapes=tuple(
            step._replace(
                rubriques=tuple(
                    one._replace(points=_linked_points(one.points, anchors)) for one in step.rubriques
                ),
            )
            for step in fiche.etapes
        ),
    )


def _linked_points(points: tuple[PointView, ...], anchors: frozenset[str]) -> tuple[PointView, ...]:
    return tuple(
        point._replace(
            segments=tuple(
                one if one.lien is None or one.lien in anchors else Segment(one.texte)
                for one in point.segments
            ),
            points=_linked_points(point.points, anchors),
        )
        for point in points
    )
