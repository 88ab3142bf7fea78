"""`ctg show` in the terminal: the outline of a plan, or one fiche."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count, plural
from ctgkit.french.dates import long_date
from ctgkit.french.lists import between_commas
from ctgkit.french.numbers import decimal
from ctgkit.french.visible import one_line, visible
from ctgkit.plan import INTITULES
from ctgkit.plan.plan import periode_dite
from ctgkit.reports.fiches import FicheView
from ctgkit.reports.fiches.lines import entry_line, measure_line, money_words, outside
from ctgkit.reports.fiches.page import label, step_label

if TYPE_CHECKING:
    from ctgkit.outputs.terminal import Paint
    from ctgkit.plan import Financement, Indicateur
    from ctgkit.plan.action import Cout
    from ctgkit.plan.contact import Contact
    from ctgkit.reports.fiches import (
        BilanView,
        DocumentView,
        EtapeView,
        FaitView,
        PointView,
        RubriqueView,
        SectionView,
    )

_STEP = "  "


class Screen:
    """Lays text out for a terminal; `columns` is `None` where lines must not be cut."""

    def __init__(self, paint: Paint, columns: int | None) -> None:
        self.paint = paint
        self.columns = columns

    def wrap(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """`text` under a prefix, its next lines under another of the same width."""
        rest = " " * len(first) if rest is None else rest
        lines = [visible(line) for line in text.splitlines()] or [""]
        if self.columns is not None:
            room = max(self.columns - len(first), 20)
            lines = [
                piece
                for line in lines
                for piece in textwrap.wrap(line, room, break_long_words=False, break_on_hyphens=False) or [""]
            ]
        return [f"{first if rank == 0 else rest}{line}" for rank, line in enumerate(lines)]

    # The outline

    def outline(self, document: DocumentView) -> Iterator[str]:
        """The sections and fiches of a plan, with their addresses."""
        for line in self.wrap(document.titre):
            yield self.paint("strong", line)
        periode = periode_dite(document.periode)
        number = count(document.nombre, "fiche", none="aucune")
        facts = (document.territoire.nom, document.caf, periode, number)
        yield from self.wrap(" · ".join(one for one in facts if one))
        wide = max((len(fiche.adresse) for fiche in document.fiches()), default=0)
        for section in document.sections:
            yield ""
            for line in self.wrap(f"{_heading(section)} ({count(section.nombre, 'fiche', none='aucune')})"):
                yield self.paint("strong", line)
            yield from self.below((*section.sections, *section.fiches), "", wide)
        if document.hors_section:
            yield ""
            heading = outside(after=bool(document.sections))
            yield self.paint("strong", f"{heading} ({count(len(document.hors_section), 'fiche')})")
            yield from self.below(document.hors_section, "", wide)

    def below(self, items: Sequence[SectionView | FicheView], prefix: str, wide: int) -> Iterator[str]:
        """What hangs from a section, as the branches of a tree."""
        for rank, item in enumerate(items, 1):
            branch, trunk = ("└─ ", "   ") if rank == len(items) else ("├─ ", "│  ")
            if isinstance(item, FicheView):
                label = f"{one_line(item.adresse):<{wide}}"
                hang = f"{prefix}{trunk}{'':<{wide}}  "
                first, *others = self.wrap(item.titre, f"{prefix}{branch}{label}  ", hang)
                yield first.replace(label, self.paint("link", label), 1)
                yield from others
            else:
                deeper = f"{prefix}{trunk}"
                hang = f"{deeper}│  " if item.sections or item.fiches else deeper
                yield from self.wrap(_heading(item), f"{prefix}{branch}", hang)
                yield from self.below((*item.sections, *item.fiches), deeper, wide)

    # One fiche

    def fiche(self, fiche: FicheView) -> Iterator[str]:
        """A fiche with all it carries."""
        if fiche.chemin:
            yield from (self.paint("dim", line) for line in self.wrap(" › ".join(fiche.chemin)))
        for line in self.wrap(f"{label(fiche)} : {fiche.titre}"):
            yield self.paint("strong", line)
        facts = [f"adresse {fiche.adresse}", *([f"action {fiche.origine}"] if fiche.origine else [])]
        yield from self.wrap(" · ".join(facts))
        yield from self.facts(fiche.faits, "")
        yield from self.parts(fiche, "", fiche.etapes)
        yield from self.follow_up(fiche, "")

    def one_step(self, fiche: FicheView, rank: int) -> Iterator[str]:
        """A step alone, below the fiche that it is of."""
        above = f"{label(fiche)} : {fiche.titre}"
        yield from (self.paint("dim", line) for line in self.wrap(" › ".join((*fiche.chemin, above))))
        yield from list(self.step(fiche.etapes[rank]))[1:]

    def parts(
        self, part: FicheView | EtapeView, indent: str, etapes: Sequence[EtapeView] = ()
    ) -> Iterator[str]:
        """The headings of a fiche or a step, its steps and its money, in the order of the document."""
        for one in part.parties:
            if one.rang is not None:
                yield from self.rubrique(part.rubriques[one.rang], indent)
                if one.cle == "indicateurs":
                    yield from self.indicators(part.indicateurs, indent)
            elif one.cle == "etapes":
                yield from self.steps(etapes, one.intitule)
            else:
                yield from self.money(getattr(part, one.cle), one.intitule, indent)

    def steps(self, etapes: Sequence[EtapeView], intitule: str) -> Iterator[str]:
        """The steps of a fiche, under the heading that the document has for them."""
        if intitule != INTITULES["etapes"]:
            yield from self.title(intitule, "")
        for etape in etapes:
            yield from self.step(etape)

    def step(self, etape: EtapeView) -> Iterator[str]:
        """A step with all it carries."""
        yield from self.title(f"{step_label(etape)} : {etape.titre}", "")
        yield from self.wrap(f"adresse {etape.adresse}", _STEP)
        yield from self.facts(etape.faits, _STEP)
        yield from self.parts(etape, _STEP)
        yield from self.follow_up(etape, _STEP)

    def money(self, lignes: Sequence[Cout] | Sequence[Financement], title: str, indent: str) -> Iterator[str]:
        """What a fiche or a step costs, or what pays for it, a line each."""
        yield from self.title(title, indent)
        for ligne in lignes:
            keys = ("montant", "financeur", "annee", "section", "etat", "objet")
            parts = [money_words(getattr(ligne, key, None)) for key in keys]
            if ligne.realise is not None:
                parts.append(f"réalisé\u00a0: {money_words(ligne.realise)}")
            yield from self.wrap(", ".join(part for part in parts if part), f"{indent}- ")

    def title(self, text: str, indent: str) -> Iterator[str]:
        """A heading, after an empty line."""
        yield ""
        for line in self.wrap(text, indent):
            yield self.paint("strong", line)

    def facts(self, faits: Iterable[FaitView], indent: str) -> Iterator[str]:
        """What is said in one value each."""
        for fait in faits:
            yield from self.wrap(f"{fait.intitule} : {fait.valeur}", indent)

    def rubrique(self, rubrique: RubriqueView, indent: str) -> Iterator[str]:
        """A heading and its points."""
        yield from self.title(rubrique.intitule, indent)
        yield from self.points(rubrique.points, indent, numbered=rubrique.numerotee)

    def points(self, points: Iterable[PointView], indent: str, *, numbered: bool = False) -> Iterator[str]:
        """Points and their sub-points."""
        for rank, point in enumerate(points, 1):
            mark = f"{rank}. " if numbered else "- "
            yield from self.wrap(point.texte + _dates(point), f"{indent}{mark}")
            yield from self.points(point.points, indent + _STEP)

    def indicators(self, indicateurs: Iterable[Indicateur], indent: str) -> Iterator[str]:
        """Structured indicators."""
        for indicateur in indicateurs:
            yield from self.title(f"Indicateur : {indicateur.nom}", indent)
            for name, repere in (("référence", indicateur.reference), ("cible", indicateur.cible)):
                if repere is not None:
                    value = decimal(repere.valeur, indicateur.unite)
                    yield from self.wrap(f"{name} : {value} ({long_date(repere.date)})", f"{indent}- ")
            for mesure in indicateur.mesures:
                yield from self.wrap(measure_line(mesure, indicateur.unite), f"{indent}- ")

    def follow_up(self, part: FicheView | EtapeView, indent: str) -> Iterator[str]:
        """Who answers for it, the journal, and what it has come to."""
        yield from self.contacts(part.contacts, indent)
        if part.suivi:
            yield from self.title("Suivi", indent)
        for entree in part.suivi:
            yield from self.wrap(entry_line(entree), f"{indent}- ")
        for bilan in part.bilans:
            yield from self.bilan(bilan, indent)

    def contacts(self, contacts: Sequence[Contact], indent: str) -> Iterator[str]:
        """Who answers for it today, and how to reach them."""
        if contacts:
            yield from self.title(plural(len(contacts), "Contact"), indent)
        for one in contacts:
            details = (one.nom, one.fonction, one.structure, one.telephone, one.courriel)
            yield from self.wrap(between_commas(details), f"{indent}- ")

    def bilan(self, bilan: BilanView, indent: str) -> Iterator[str]:
        """What a fiche has come to, on a day."""
        yield from self.title(f"Bilan du {long_date(bilan.date)}", indent)
        yield from self.facts(bilan.faits, indent)
        for rubrique in bilan.rubriques:
            yield from self.wrap(f"{rubrique.intitule} :", indent)
            yield from self.points(rubrique.points, indent)


def _heading(section: SectionView) -> str:
    label = " ".join(part for part in (section.niveau, section.numero) if part)
    return f"{label} – {section.titre}" if label else section.titre


def _dates(point: PointView) -> str:
    if point.debut and point.fin:
        return f" (du {long_date(point.debut)} au {long_date(point.fin)})"
    if point.debut:
        return f" (à partir du {long_date(point.debut)})"
    return f" (jusqu'au {long_date(point.fin)})" if point.fin else ""
