"""`ctg status` for programs: a sheet (CSV), and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ctgkit import __version__
from ctgkit.outputs.data.plain import plain
from ctgkit.outputs.spreadsheet import BOM, Cell, line
from ctgkit.reports.status import words
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import SITUATIONS, facts_of

if TYPE_CHECKING:
    from ctgkit.followup import FicheState, Group, PlanState, Totals

#: Changes when a reader of the last one would misread the next one; a new key is no such change.
VERSION = 2

_COLUMNS = (
    "adresse",
    "titre",
    "section",
    "nature",
    "statut",
    "statut depuis le",
    "avancement (%)",
    "calendrier",
    "début",
    "fin",
    "pilotes",
    "alertes",
    "dernières nouvelles",
    "jours depuis",
    "dernière note",
    "auteur",
)
#: What the first column is called.
_BY = {"axe": "axe", "pilote": "pilote", "statut": "groupe", "annee": "année"}


def sheet(state: PlanState, groups: Iterable[Group], by: str) -> Iterator[str]:
    """The sheet of one plan, line by line: a fiche a line, in its group; under several, several."""
    since = state.depuis_le is not None
    yield BOM + line((_BY[by], *_COLUMNS, *(["ce qui a bougé"] if since else [])))
    for group in groups:
        name = words.title(group, by, state) if group.cle is not None or by != "axe" else None
        for fiche in group.fiches:
            changes = " ; ".join(words.changes(fiche, fiche.evolution)) if fiche.evolution else ""
            yield line((name, *_cells(fiche, state), *([changes] if since else [])))


def _cells(fiche: FicheState, state: PlanState) -> Iterator[Cell]:
    yield fiche.complete
    yield fiche.titre
    yield " › ".join(words.section(state.sections[rank]) for rank in fiche.sections)
    yield fiche.nature
    yield words.statut(fiche)
    yield fiche.depuis
    yield fiche.avancement
    yield words.when(fiche)
    yield fiche.calendrier.debut.premier if fiche.calendrier.debut else None
    yield fiche.calendrier.fin.dernier if fiche.calendrier.fin else None
    yield ", ".join(fiche.pilotes)
    yield words.alertes(alerte.code for alerte in fiche.alertes)
    yield fiche.derniere
    yield fiche.silence
    yield fiche.note.texte if fiche.note else None
    yield fiche.note.auteur if fiche.note else None


def totals_sheet(*, with_since: bool) -> str:
    """The first line of the sheet of several plans."""
    alertes = [f"alerte\u00a0: {words.alerte(code)}" for code in CodeAlerte]
    columns = ["plan", "territoire", "fiches", *(facts_of(one).one for one in SITUATIONS), *alertes]
    return BOM + line((*columns, *(["ont bougé"] if with_since else [])))


def totals_line(file: str, territoire: str, totals: Totals, moved: int | None) -> str:
    """A plan among several."""
    numbers = (totals.fiches, *totals.statuts, totals.non_renseignees, *totals.alertes)
    return line((file, territoire, *numbers, *([moved] if moved is not None else [])))


def head(day: date, since: date | None) -> dict[str, Any]:
    """What every JSON document of `ctg status` starts with."""
    return {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "status",
        "date": day.isoformat(),
        "depuis_le": since.isoformat() if since else None,
    }


def one_plan(file: str, state: PlanState, groups: Iterable[Group], by: str) -> dict[str, Any]:
    """A plan whole, as JSON has it; its groups name their fiches by their full addresses."""
    return {
        "file": file,
        **plain(state),
        "groupes": [
            {
                "par": by,
                "cle": one.cle,
                "titre": words.title(one, by, state),
                "fiches": [fiche.complete for fiche in one.fiches],
                "totaux": plain(one.totaux),
            }
            for one in groups
        ],
    }
