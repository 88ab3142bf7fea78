"""What `status`, `calendar`, the reports and `lint` say of one plan on one day is the same."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from ctgkit.followup import EtapeState, FicheState, PlanState, state_of
from ctgkit.followup.calendars import calendar_of
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.fiches import build
from ctgkit.reports.pilote.facts import pilote
from ctgkit.reports.pilote.people import known
from ctgkit.reports.status.words import sentence
from ctgkit.reports.territoires.dossier import Dossier, dossier
from ctgkit.reports.territoires.facts import territoires
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.echeance import CodeEcheance
from ctgkit.vocabulary.statut import SITUATIONS, facts_of
from tests.conftest import PLANS, ROOT, SHARED
from tests.lint.examples import rule_named, run
from tests.reports.pages import plain

_DATA = ROOT / "tests" / "data"
_FILES = [
    *sorted(PLANS.glob("*.yaml")),
    *sorted((ROOT / "docs" / "exemple").glob("*.yaml")),
    *sorted((_DATA / "lus").glob("*.yaml")),
    _DATA / "complet.yaml",
    *(SHARED / "data" / "faults" / f"{name}.yaml" for name in ("echeances-fausses", "entree-sans-note")),
    *(SHARED / "data" / "faults" / f"{name}.yaml" for name in ("etapes-pilotees", "prevu-et-depense")),
]
#: Days before, at the start of, in, at the end of and after the conventions of these plans.
_DAYS = [date(2021, 1, 1), date(2024, 9, 12), date(2026, 6, 30), date(2030, 1, 1)]

pytestmark = pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)


@cache
def _text(path: Path) -> str:
    if not path.exists():
        pytest.skip("../shared/data is not there")
    return path.read_text(encoding="utf-8")


@cache
def _plan(path: Path) -> Plan:
    plan = read(_text(path).encode(), path.name).plan
    assert plan is not None
    return plan


@cache
def _all(path: Path, day: date) -> tuple[PlanState, CopilView, Dossier]:
    plan = _plan(path)
    return state_of(plan, day), copil(plan, day), dossier(path.name, plan, day)


def _having(state: PlanState, code: CodeAlerte) -> set[str]:
    return {one.complete for one in state.fiches if code in one.codes}


@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_every_status_has_as_many_fiches_everywhere(path: Path, day: date) -> None:
    state, report, one = _all(path, day)
    statuses = Counter(fiche.statut for fiche in state.fiches)
    numbers = tuple(statuses[situation] for situation in SITUATIONS)
    for totals in (state.totaux, report.ensemble.totaux, one.territoire.ensemble.totaux):
        assert (*totals.statuts, totals.non_renseignees) == numbers
        assert totals.fiches == len(state.fiches)
    drawn = calendar_of(_plan(path), day)
    assert [(fiche.complete, fiche.statut, fiche.avancement) for fiche in drawn.fiches] == [
        (fiche.complete, fiche.statut, fiche.avancement) for fiche in state.fiches
    ]
    grouped = Counter(line.etat.statut for group in report.groupes for line in group.lignes)
    assert grouped == (statuses if report.entete.phase.followed else Counter())
    # The same number, of the same words, in the sentence of the terminal.
    said = plain(sentence(state.totaux))
    for situation in SITUATIONS:
        facts = facts_of(situation)
        if 0 < statuses[situation] < len(state.fiches):
            assert f"{statuses[situation]} {facts.one if statuses[situation] == 1 else facts.many}" in said


@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_what_is_late_in_the_terminal_is_late_or_passed_in_each_report(path: Path, day: date) -> None:
    state, report, one = _all(path, day)
    followed = report.entete.phase.followed
    for code in CodeAlerte:
        alerted = _having(state, code)
        told = {
            about.etat.complete
            for group in report.groupes
            for about in group.lignes
            if code in about.etat.codes
        }
        if followed:
            assert told == alerted
            assert dict(zip(CodeAlerte, one.territoire.ensemble.totaux.alertes, strict=True))[code] == len(
                alerted
            )
            asked = {about.fiche.complete for q in report.decisions if q.code is code for about in q.fiches}
            assert asked <= alerted
    # Where nobody follows, they are deadlines that have passed; a start late with its end is told once.
    if followed:
        assert report.passees == ()
        assert one.territoire.passees == 0
        return
    assert one.territoire.passees == len(report.passees)
    ends = {
        about.fiche.complete
        for about in report.passees
        if about.fiche and about.code is CodeEcheance.FIN and not about.etape
    }
    starts = {
        about.fiche.complete
        for about in report.passees
        if about.fiche and about.code is CodeEcheance.DEBUT and not about.etape
    }
    late = _having(state, CodeAlerte.EN_RETARD)
    assert ends == late
    assert starts == _having(state, CodeAlerte.DEMARRAGE_EN_RETARD) - late


@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_the_report_over_territories_repeats_what_it_is_made_of(path: Path, day: date) -> None:
    state, report, one = _all(path, day)
    view = territoires([one], day)
    assert view.bilan.totaux.fiches == len(state.fiches)
    assert view.bilan.avancement == report.ensemble.avancement
    assert (view.argent is None) == (report.argent is None)
    if view.argent and report.argent:
        assert (view.argent.total, view.argent.depense) == (report.argent.total, report.argent.depense)
        assert view.argent.par_etat == report.argent.par_etat
        assert (view.argent.taxes, view.argent.au_moins) == (report.argent.taxes, report.argent.au_moins)


@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_an_indicator_that_was_never_measured_is_so_everywhere(path: Path, day: date) -> None:
    state, report, _ = _all(path, day)
    owners: list[FicheState | EtapeState] = [*state.fiches]
    owners += [etape for fiche in state.fiches for etape in fiche.etapes]
    followed = [one for owner in owners for one in owner.indicateurs]
    assert report.bilan.suivis == len(followed)
    assert report.bilan.mesures == sum(1 for one in followed if one.mesure is not None)
    assert len(report.indicateurs) == len(followed)


@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_a_pilot_is_told_of_what_is_late_as_the_committee_is(path: Path, day: date) -> None:
    state, _, _ = _all(path, day)
    carrying: list[FicheState | EtapeState] = [*state.fiches]
    carrying += [etape for fiche in state.fiches for etape in fiche.etapes]
    for nom in sorted({nom for one in carrying for nom in one.pilotes}):
        if known(_plan(path), nom) is None:
            continue
        view = pilote(_plan(path), nom, day)
        assert view is not None
        asked = {
            one.ligne.etat.complete
            for one in view.fiches
            for demande in one.demandes
            if demande.alerte and demande.alerte.code is CodeAlerte.EN_RETARD
        }
        assert asked == {one.complete for one in state.fiches if _late(one, nom)}


def _late(fiche: FicheState, nom: str) -> bool:
    """Whether a fiche is late of which somebody is the pilot, or else a step that is theirs."""
    if nom in fiche.propres:
        return CodeAlerte.EN_RETARD in fiche.codes
    steps = (one for one in fiche.etapes if nom in one.pilotes and not facts_of(one.statut).closed)
    return any(alerte.code is CodeAlerte.EN_RETARD for step in steps for alerte in step.alertes)


@pytest.mark.parametrize("day", _DAYS[1:3], ids=str)
def test_lint_says_of_pilots_and_news_what_the_state_says(path: Path, day: date) -> None:
    state, _, _ = _all(path, day)
    silent = {one.adresse for one in state.fiches if CodeAlerte.SANS_NOUVELLES in one.codes}
    told = {one.address for one in run(_text(path), rule_named("CTG510"), today=day).findings}
    assert silent <= told
    alone = {one.adresse for one in state.fiches if CodeAlerte.SANS_PILOTE in one.codes}
    told = {one.address for one in run(_text(path), rule_named("CTG301"), today=day).findings}
    assert told in (alone, {None})


def test_the_money_of_a_plan_is_that_of_its_fiches(path: Path) -> None:
    report = copil(_plan(path), _DAYS[0])
    totals = [fiche.total for fiche in build(_plan(path)).fiches() if fiche.total]
    planned = sum((one.prevu for one in totals if one.prevu), Decimal(0))
    beside = sum((one.hors_taxes for one in totals), Decimal(0))
    if report.argent is None:
        assert planned == beside == Decimal(0)
        return
    assert report.argent.total == sum(report.argent.par_etat)
    assert report.argent.total == sum(one.total for one in report.argent.annees)
    assert report.argent.total == sum(one.total for one in report.argent.financeurs)
    assert report.argent.depense == sum(one.depense for one in report.argent.annees)
    assert report.argent.depense == sum(one.depense for one in report.argent.financeurs)
    # A fiche that has only amounts without taxes is not added to others that have them.
    assert report.argent.total + report.argent.hors_taxes == planned + beside
