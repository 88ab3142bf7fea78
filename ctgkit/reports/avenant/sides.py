"""The two plans of an avenant, and how it names what is in them."""

from __future__ import annotations

from typing import Any

from ctgkit.followup.money import with_staged_money
from ctgkit.plan import Plan, fiches
from ctgkit.plan.data import as_data
from ctgkit.plan.suivi import sans_suivi
from ctgkit.reports.avenant.view import FicheRef, SectionRef
from ctgkit.reports.fiches import DocumentView, FicheView, SectionView, build
from ctgkit.versions.changes import Path
from ctgkit.versions.fields import in_tree
from ctgkit.vocabulary.nature import NatureAction


class PlanSide:
    """One of the two plans, without its follow-up: nothing of it goes into an avenant."""

    def __init__(self, plan: Plan) -> None:
        """Takes the plan as it was read."""
        self.plan = plan
        self.data: dict[str, Any] = as_data(plan)
        # How sure money is, and what of it is spent, is follow-up: lines that it makes one are one before.
        self.document: DocumentView = build(sans_suivi(with_staged_money(plan)))
        self.chemins: tuple[Path, ...] = tuple(fiche.chemin for fiche in fiches(plan))
        #: The anchors of the fiches that the annex has.
        self.annexed: dict[Path, str] = {}

    def at(self, path: Path) -> Any:
        """The value at `path`, as JSON has it."""
        found: Any = self.data
        for key in path:
            found = found[key]
        return found

    def part(self, path: Path) -> Any:
        """The part of the plan at `path`."""
        found: Any = self.plan
        for key in path:
            found = found[key] if isinstance(key, int) else getattr(found, key)
        return found

    def fiche(self, path: Path) -> FicheView:
        """The fiche at `path`, in full."""
        held = self.section(path[:-2]).fiches if path[:-2] else self.document.hors_section
        return held[_rank(path)]

    def section(self, path: Path) -> SectionView:
        """The section at `path`."""
        found = self.document.sections[int(path[1])]
        for rank in path[3::2]:
            found = found.sections[int(rank)]
        return found

    def section_ref(self, path: Path) -> SectionRef:
        """The name of the section at `path`, and of those above."""
        return self._name(path)._replace(sections=self.section_refs(path[:-2]))

    def _name(self, path: Path) -> SectionRef:
        section = self.section(path)
        return SectionRef(section.niveau, section.numero, section.titre)

    def section_refs(self, path: Path) -> tuple[SectionRef, ...]:
        """The names of the sections down to `path`, outermost first; none for the plan itself."""
        return tuple(self._name(path[:end]) for end in range(2, len(path) + 1, 2))

    def fiche_ref(self, path: Path) -> FicheRef:
        """The name of the fiche at `path`."""
        fiche = self.fiche(path)
        return FicheRef(
            fiche.numero,
            fiche.titre,
            NatureAction.of(fiche.nature),
            self.section_refs(path[:-2]),
            self.annexed.get(path),
            fiche.nom,
        )

    def ref(self, path: Path) -> FicheRef | SectionRef:
        """The name of the fiche or section at `path`."""
        return self.fiche_ref(path) if is_fiche(path) else self.section_ref(path)


def is_fiche(path: Path) -> bool:
    """Whether the node at `path` is a fiche; else it is a section (or the plan)."""
    return path[-2:-1] == ("actions",) and in_tree(path[:-1])


def _rank(path: Path) -> int:
    return int(path[-1])
