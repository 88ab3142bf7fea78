"""Plan → document view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from ctgkit.followup.indicators import structured
from ctgkit.followup.members import followed
from ctgkit.followup.money import Ligne, apart, costs, fundings, paid, planned, staged
from ctgkit.french.capitals import capital
from ctgkit.french.normal import normal
from ctgkit.plan import (
    INTITULES,
    Action,
    Calendrier,
    Etape,
    Fiche,
    Indicateur,
    Pilote,
    Plan,
    Point,
    Rubrique,
    Section,
    fiches,
)
from ctgkit.plan.action import Contenu
from ctgkit.plan.bilan import Bilan
from ctgkit.plan.declaration import declared
from ctgkit.plan.evaluation import Chiffre
from ctgkit.plan.references import Numeros, segments
from ctgkit.plan.rubriques import DITES, PARTIES, libelles, ordre
from ctgkit.reports.fiches.facts import facts_of, name_of
from ctgkit.reports.fiches.lines import described
from ctgkit.reports.fiches.view import (
    BilanView,
    DocumentView,
    EtapeView,
    FicheView,
    PartieView,
    PointView,
    QuestionView,
    RevisionView,
    RubriqueView,
    SectionView,
    SerieView,
    SommeView,
    TexteView,
)

_NOT_IN_ANCHOR = re.compile(r"[^\w]+")


def build(plan: Plan) -> DocumentView:
    """The document that `plan` is."""
    return _Builder(plan).document()


class _Anchors:
    """Anchors made of addresses, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, *words: str) -> str:
        base = _NOT_IN_ANCHOR.sub("-", "-".join(words)).strip("-")
        anchor, rank = base, 2
        while anchor in self._taken:
            anchor, rank = f"{base}-{rank}", rank + 1
        self._taken.add(anchor)
        return anchor


class _Builder:
    """Builds the view of one plan; knows where its fiches are, to resolve what refers to them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.anchors = _Anchors()
        self.by_action: dict[int, tuple[Fiche, str]] = {}
        every = fiches(plan)
        self.numeros = Numeros(every)
        for fiche in every:
            anchor = self.anchors.take("fiche", fiche.complete)
            self.by_action[id(fiche.action)] = (fiche, anchor)

    def document(self) -> DocumentView:
        plan = self.plan
        sections = tuple(self.section(axe, 0, (), rank) for rank, axe in enumerate(plan.axes))
        outside = tuple(self.fiche(action, (), None) for action in plan.actions)
        return DocumentView(
            titre=plan.titre,
            territoire=plan.territoire,
            convention=plan.vocabulaire.convention,
            caf=plan.caf,
            periode=plan.periode,
            signature=plan.signature,
            signataires=plan.signataires,
            revision=self.revision(),
            contacts=plan.contacts,
            source=plan.source,
            copils=plan.copils,
            avenants=plan.avenants,
            corrections=plan.corrections,
            preambule=tuple(
                TexteView(self.anchors.take("texte", str(rank)), texte.titre, self.points(texte.texte, None))
                for rank, texte in enumerate(plan.preambule, 1)
            ),
            chiffres=series(plan.chiffres),
            evaluation=tuple(
                QuestionView(
                    one.question, self.points(one.criteres, None), self.points(one.reponse, None), one.date
                )
                for one in plan.evaluation
            ),
            sections=sections,
            hors_section=outside,
            nombre=len(outside) + sum(section.nombre for section in sections),
        )

    def revision(self) -> RevisionView | None:
        """What the convention says of its own change, in the words of the document."""
        said = self.plan.revision
        labels = {**DITES, **self.plan.vocabulaire.rubriques}
        return RevisionView(said.renvoi(), tuple(labels[key] for key in said.comite)) if said else None

    def section(self, section: Section, depth: int, above: tuple[str, ...], axis: int) -> SectionView:
        titre = section.titre or ""
        niveaux = self.plan.vocabulaire.niveaux
        name = section.id or section.numero or str(len(above))
        anchor = (
            self.anchors.take("section", name)
            if depth == 0
            else self.anchors.take("section", self.axis_name(axis), name)
        )
        here = (*above, titre)
        sections = tuple(self.section(below, depth + 1, here, axis) for below in section.objectifs)
        own = tuple(self.fiche(action, here, axis) for action in section.actions)
        return SectionView(
            ancre=anchor,
            niveau=niveaux[depth] if depth < len(niveaux) else None,
            profondeur=depth,
            numero=section.numero,
            titre=titre,
            intitule=section.intitule,
            description=self.points(section.description, axis),
            sections=sections,
            fiches=own,
            nombre=len(own) + sum(below.nombre for below in sections),
        )

    def axis_name(self, axis: int) -> str:
        found = self.plan.axes[axis]
        return found.id or found.numero or ""

    def fiche(self, action: Action, above: tuple[str, ...], axis: int | None) -> FicheView:
        fiche, anchor = self.by_action[id(action)]
        rubriques, parties = self.printed(action, axis)
        return FicheView(
            ancre=anchor,
            adresse=fiche.adresse,
            complete=fiche.complete,
            nom=self.plan.vocabulaire.action,
            id=action.id,
            numero=action.numero,
            titre=action.titre,
            nature=action.nature,
            origine=action.origine,
            chemin=above,
            faits=facts_of(action, FicheView._fields),
            rubriques=rubriques,
            parties=parties,
            indicateurs=tuple(structured(action.indicateurs)),
            etapes=tuple(
                self.etape(etape, adresse, axis)
                for etape, adresse in zip(action.etapes, fiche.etapes(), strict=True)
            ),
            couts=action.couts,
            cout=_somme(costs(action)),
            financements=staged(action.financements),
            total=_somme(fundings(action)),
            contacts=action.contacts,
            suivi=action.suivi,
            bilans=tuple(self.bilan(bilan, axis) for bilan in action.bilan),
        )

    def etape(self, etape: Etape, adresse: str, axis: int | None) -> EtapeView:
        rubriques, parties = self.printed(etape, axis)
        return EtapeView(
            adresse=adresse,
            nom=self.plan.vocabulaire.etape,
            id=etape.id,
            numero=etape.numero,
            titre=etape.titre,
            faits=facts_of(etape, EtapeView._fields),
            rubriques=rubriques,
            parties=parties,
            indicateurs=tuple(structured(etape.indicateurs)),
            couts=etape.couts,
            cout=_somme(costs(etape)),
            financements=staged(etape.financements),
            total=_somme(fundings(etape)),
            contacts=etape.contacts,
            suivi=etape.suivi,
            bilans=tuple(self.bilan(bilan, axis) for bilan in etape.bilan),
        )

    def bilan(self, bilan: Bilan, axis: int | None) -> BilanView:
        """What it says in one value each, then what it says point by point."""
        rubriques = (
            RubriqueView(key, name_of(field), self.points(getattr(bilan, key), axis))
            for key, field in declared(Bilan).items()
            if field.shape.container is tuple
        )
        return BilanView(
            bilan.date, facts_of(bilan, BilanView._fields), tuple(one for one in rubriques if one.points)
        )

    def printed(
        self, part: Contenu, axis: int | None
    ) -> tuple[tuple[RubriqueView, ...], tuple[PartieView, ...]]:
        """The headings of a fiche or a step, and all that it prints, in the order of the document."""
        labels = libelles(self.plan.vocabulaire, part)
        rubriques: list[RubriqueView] = []
        parties: list[PartieView] = []
        for name in ordre(self.plan.vocabulaire, part):
            label = labels.get(name, name)
            if name in PARTIES and name in part.KEYS and getattr(part, name):
                parties.append(PartieView(name, label))
            for one in self.headings(part, name, label, axis):
                parties.append(PartieView(one.cle, one.intitule, len(rubriques)))
                rubriques.append(one)
        return tuple(rubriques), tuple(parties)

    def headings(self, part: Contenu, name: str, label: str, axis: int | None) -> Iterator[RubriqueView]:
        """The heading of a name, and the one of its own that a part calls so; none that is empty."""
        if name in INTITULES and name not in PARTIES and (points := self.rubrique(part, name, axis)):
            yield RubriqueView(name, label, points, name in self.plan.vocabulaire.numerotees)
        if name in part.rubriques:
            yield RubriqueView("rubriques", label, self.points(part.rubriques[name], axis))

    def rubrique(self, fiche: Contenu, cle: Rubrique, axis: int | None) -> tuple[PointView, ...]:
        """What is under a heading, as points: by what it holds."""
        held = getattr(fiche, cle)
        kind = declared(type(fiche))[cle].element
        if kind is Pilote:
            return self.pilotes(held, axis)
        if kind is Indicateur:
            return tuple(self.indicateurs(held, axis))
        if kind is Calendrier:
            return tuple(self.calendrier(one, axis) for one in held)
        return self.points(held, axis)

    def indicateurs(self, indicateurs: tuple[Indicateur, ...], axis: int | None) -> Iterator[PointView]:
        """The names of indicators: those of which nothing but their type is said, under its name."""
        typed = [one for one in indicateurs if one.type is not None and one.says_only("nom", "type")]
        for one in indicateurs:
            if one not in typed:
                yield self.point(one.nom if followed(one) else described(one), axis)
        for type_ in dict.fromkeys(one.type for one in typed if one.type is not None):
            names = tuple(self.point(one.nom, axis) for one in typed if one.type is type_)
            yield self.point(capital(type_.many), axis, names)

    def pilotes(self, pilotes: Iterable[Pilote], axis: int | None) -> tuple[PointView, ...]:
        return tuple(
            self.point(pilote.phrase(), axis, self.pilotes(pilote.pilotes, axis)) for pilote in pilotes
        )

    def calendrier(self, ligne: Calendrier, axis: int | None) -> PointView:
        return PointView(segments(ligne.texte, self.resolver(axis)), (), ligne.debut, ligne.fin)

    def points(self, points: Iterable[Point], axis: int | None) -> tuple[PointView, ...]:
        return tuple(self.point(p.texte, axis, self.points(p.points, axis)) for p in points)

    def point(self, texte: str, axis: int | None, below: tuple[PointView, ...] = ()) -> PointView:
        return PointView(segments(texte, self.resolver(axis)), below)

    def resolver(self, axis: int | None) -> Callable[[str], str | None]:
        """Finds the fiche a number means: in the same axis first, else alone in the plan."""

        def resolve(number: str) -> str | None:
            found = self.numeros.meant(number, axis)
            return self.by_action[id(found[0].action)][1] if len(found) == 1 else None

        return resolve


def series(chiffres: Iterable[Chiffre]) -> tuple[SerieView, ...]:
    """The key figures, name by name in the order of the file, those of one name by date."""
    names: dict[str, list[Chiffre]] = {}
    for one in chiffres:
        names.setdefault(normal(one.nom), []).append(one)
    return tuple(
        SerieView(those[0].nom, tuple(sorted(those, key=lambda one: one.date or date.min)))
        for those in names.values()
    )


def _somme(lines: Sequence[Ligne]) -> SommeView | None:
    """What lines of money make; `None` where no amount is figured."""
    prevu, depense = planned(lines), paid(lines)
    told = prevu or depense
    if told is None:
        return None
    spent = any(one.depense not in {None, one.prevu} for one in lines)
    return SommeView(
        prevu.euros if prevu else None,
        told.taxes,
        told.au_moins,
        depense.euros if depense and spent else None,
        depense.taxes if depense else None,
        depense is not None and depense.au_moins,
        apart(lines),
    )
