"""What a pilot's list says in words."""

from __future__ import annotations

from ctgkit.followup import PeriodState
from ctgkit.french.agreement import plural
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import small
from ctgkit.french.dates import long_date
from ctgkit.french.lists import listing
from ctgkit.french.steps import step
from ctgkit.reports.fiches.lines import undated
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Echeance, Entete
from ctgkit.reports.pilote.view import Demande, PiloteView


def carried(view: PiloteView) -> str:
    """How much they carry."""
    said = f"{counted(view.ensemble.totaux.fiches, 'fiche')} à votre charge"
    partly = any(one.etapes or one.avec for one in view.fiches)
    return f"{said}, en tout ou en partie" if partly else said


def by_steps(titles: tuple[str, ...]) -> str:
    """Which steps they carry of a fiche that is not theirs."""
    quoted = listing(f"«\u00a0{title}\u00a0»" for title in titles)
    steps = plural(len(titles), step().the, f"les {step().many}")
    return f"Vous portez {steps} {quoted}."


def together(others: tuple[str, ...]) -> str:
    """Whom they carry it with."""
    return f"Avec\u00a0: {listing(others)}."


NOTHING_ASKED = "Rien de particulier à préparer."


def asked(demande: Demande) -> str:
    """What is asked of them."""
    day = demande.alerte.jour if demande.alerte and demande.alerte.jour else demande.derniere
    facts = demande.code.facts
    return (facts.asks if day or demande.echeance else facts.plainly).format(
        day=long_date(day) if day else "",
        indicateur=demande.indicateur,
        echeance=_prepared(demande.echeance) if demande.echeance else "",
        calendrier=_unclear(demande.calendrier) if demande.calendrier else "",
    )


def _unclear(calendrier: PeriodState) -> str:
    """What a calendar lacks."""
    if calendrier.non_compris:
        words = listing(f"«\u00a0{words}\u00a0»" for words, _ in calendrier.non_compris)
        return f"on ne comprend pas {words}"
    return undated(calendrier) or "rien ne dit quand l'action a lieu"


def _prepared(echeance: Echeance) -> str:
    return f"{small(shared.what(echeance))}, {small(shared.when(echeance))}"


def colophon(entete: Entete) -> str:
    """Where the list comes from."""
    return f"Liste écrite par ctgkit à partir du seul plan d'actions. {shared.state_of_plan(entete.jour)}"
