"""The report over many plans: its numbers are computed again here, from the raw files or by hand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import yaml

from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.territoires.conventions import CountedTwice
from ctgkit.reports.territoires.dossier import Dossier, dossier, months
from ctgkit.reports.territoires.facts import territoires
from ctgkit.reports.territoires.view import Conventions, Ecart, Territoire, TerritoiresView
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.motif import CodeEcart
from ctgkit.vocabulary.statut import Statut
from tests.conftest import ROOT
from tests.reports.copil.plans import plan, without
from tests.reports.copil.test_facts import told
from tests.reports.fiches.plans import minimal
from tests.reports.territoires.caf import DAY, MADE, Made, actions, plans, raw_plan, text

BY_FILE = {made.file: made for made in MADE}
#: The plans that count, in the order of a directory: hyphens, accents and ligatures do not.
ORDER = [
    ("Deux-Vallées (Basse-Fiction)", "homonyme-b.yaml"),
    ("Deux-Vallées (Haute-Fiction)", "homonyme-a.yaml"),
    ("Évreuse-Fictive", "evreuse.yaml"),
    ("Futur-Inventé", "futur.yaml"),
    ("Obscur-Imaginaire", "obscur.yaml"),
    ("Œuvre-Inventée", "oeuvre.yaml"),
    ("Saint Exemple", "saint-b.yaml"),
    ("Saint-Exemple-sur-Fiction", "saint-a.yaml"),
    ("Trois-Exemples", "trois.yaml"),
    ("Vallée Imaginaire", "vallee.yaml"),
]
KEPT = [BY_FILE[file] for _, file in ORDER]


@cache
def dossiers() -> tuple[Dossier, ...]:
    return tuple(dossier(file, one, DAY) for file, one in plans())


@cache
def view() -> TerritoiresView:
    return territoires(dossiers(), DAY)


def line(file: str) -> Territoire:
    (found,) = (one for one in view().territoires if one.fichier == file)
    return found


def raw_on_the_day(made: Made) -> list[dict[str, Any]]:
    """The fiches of a plan as it was written by the day, read by another reader of YAML."""
    return actions(without(yaml.safe_load(text(made)), DAY))


def entries(action: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(action.get("suivi", ()), key=lambda one: one["date"])


def statut_of(action: dict[str, Any]) -> str | None:
    """The last status of a fiche; else what its steps say, as FORMAT and the example have it."""
    written = [one["statut"] for one in entries(action) if "statut" in one]
    if written:
        return str(written[-1])
    steps = {statut_of(step) for step in action.get("etapes", ())} - {None}
    if not steps:
        return None
    if "en cours" in steps or ("réalisée" in steps and len(steps) > 1):
        return "en cours"
    (only,) = steps
    return only


# The table


def test_the_territories_are_in_the_order_of_a_directory() -> None:
    assert [(one.lieu.nom, one.fichier) for one in view().territoires] == ORDER
    assert [one.lieu.ancre for one in view().territoires] == [f"territoire-{rank}" for rank in range(1, 11)]


def test_the_order_of_the_files_changes_nothing() -> None:
    assert territoires(reversed(dossiers()), DAY) == view()


def test_statuses_are_those_of_the_raw_files() -> None:
    everything: Counter[str | None] = Counter()
    for made in KEPT:
        expected = Counter(map(statut_of, raw_on_the_day(made)))
        totals = line(made.file).ensemble.totaux
        assert dict(zip(Statut, totals.statuts, strict=True)) == {one: expected[one] for one in Statut}
        assert totals.non_renseignees == expected[None]
        everything += expected
    totals = view().bilan.totaux
    assert totals.statuts == tuple(everything[one] for one in Statut)
    assert totals.fiches == everything.total() == 118
    assert sum(1 for made in KEPT if made.until < date(2023, 6, 1)) == 2
    assert view().bilan.suivis == 8
    assert view().bilan.conventions == Conventions(a_venir=1, en_cours=8, terminees=1)


def test_progress_and_alerts_of_whole_plans_are_those_that_the_readme_of_the_example_says() -> None:
    rows = told()
    for made in (
        BY_FILE["vallee.yaml"],
        BY_FILE["trois.yaml"],
        BY_FILE["oeuvre.yaml"],
        BY_FILE["saint-b.yaml"],
    ):
        mine = {numero: row for numero, row in rows.items() if int(numero.split(".")[0]) <= made.axes}
        living = [part or 0 for statut, part, _ in mine.values() if statut != "abandonnée"]
        alertes = Counter(code for _, _, code in mine.values() if code)
        part = line(made.file).ensemble
        assert part.avancement == sum(living) // len(living), made
        assert part.totaux.alertes == tuple(alertes[one] for one in CodeAlerte)


def test_the_progress_of_all_is_that_of_their_fiches_and_not_the_mean_of_means() -> None:
    followed = [one for one in view().territoires if one.derniere]
    assert len(followed) == 8
    pairs = [
        (copil(one, DAY), made) for (file, one), made in zip(plans(), MADE, strict=True) if file in BY_FILE
    ]
    points = sur = 0
    for report, made in pairs:
        if made in KEPT and report.ensemble.avancement is not None:
            lignes = [ligne.etat for groupe in report.groupes for ligne in groupe.lignes]
            # What goes on all along the convention is not unfinished where no progress is noted.
            living = [
                etat.avancement or 0
                for etat in lignes
                if etat.statut != "abandonnée"
                and not (etat.avancement is None and etat.calendrier.en_continu)
            ]
            points += sum(living)
            sur += len(living)
    assert view().bilan.avancement == points // sur
    assert sur == 118 - 30 - 2 - 1


def test_a_single_plan_has_the_figures_of_its_own_report() -> None:
    for file, one in plans():
        alone = territoires([dossier(file, one, DAY)], DAY)
        report = copil(one, DAY)
        assert alone.bilan.avancement == report.ensemble.avancement
        assert alone.bilan.totaux == report.ensemble.totaux
        assert alone.territoires[0].ensemble == report.ensemble._replace(avant=None)


@pytest.mark.parametrize(
    ("file", "etat", "mois", "sur"),
    [
        ("vallee.yaml", "en-cours", 42, 60),  # June 2026 is the sixth month of the fourth year
        ("trois.yaml", "en-cours", 46, 48),  # from September 2022: ten months of the fourth year
        ("oeuvre.yaml", "en-cours", 42, 48),
        ("obscur.yaml", "terminee", 36, 36),
        ("futur.yaml", "a-venir", 0, 48),
    ],
)
def test_where_the_contract_stands(file: str, etat: str, mois: int, sur: int) -> None:
    found = line(file).convention
    assert (found.etat, found.mois, found.sur) == (etat, mois, sur)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 0),
        (date(2026, 1, 1), date(2026, 2, 1), 1),
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),  # February has no 31st: its last day is a month later
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 6, 30), date(2026, 6, 30), 0),
    ],
)
def test_whole_months_between_two_days(first: date, last: date, expected: int) -> None:
    assert months(first, last) == expected


def test_the_first_and_the_last_day_of_a_contract_are_in_it() -> None:
    shown = minimal(periode={"debut": "2024-03-15", "fin": "2026-03-14"})
    found = [
        dossier("plan.yaml", shown, day).territoire.convention
        for day in (date(2024, 3, 14), date(2024, 3, 15), date(2026, 3, 14), date(2026, 3, 15))
    ]
    assert [(one.etat, one.mois, one.sur) for one in found] == [
        ("a-venir", 0, 24),
        ("en-cours", 1, 24),
        ("en-cours", 24, 24),
        ("terminee", 24, 24),
    ]


def test_the_last_entry_is_the_last_of_all_journals() -> None:
    for made in KEPT:
        dates = [
            entree["date"]
            for action in raw_on_the_day(made)
            for part in (action, *action.get("etapes", ()))
            for entree in part.get("suivi", ())
        ]
        assert line(made.file).derniere == max(dates, default=None)


def test_committees_before_and_after_the_day() -> None:
    assert [
        (one.fichier, one.precedent and one.precedent.date, one.entete.prochain and one.entete.prochain.date)
        for one in view().territoires
        if one.precedent or one.entete.prochain
    ] == [
        ("homonyme-a.yaml", None, date(2026, 11, 5)),
        ("evreuse.yaml", date(2024, 12, 3), None),
        ("oeuvre.yaml", None, date(2027, 6, 30)),
        ("saint-b.yaml", DAY, date(2027, 1, 14)),  # the one of the day itself has met
        ("vallee.yaml", date(2025, 6, 19), date(2026, 9, 24)),
    ]


# What calls for attention


def test_the_territories_to_look_after_and_why() -> None:
    """By hand. One that has a plan for what follows is not told that its contract ends."""
    late, blocked, start = ("en-retard", 1), ("bloquee", 1), ("demarrage-en-retard", 1)
    assert [(one.territoire.nom, [(m.code, m.nombre) for m in one.motifs]) for one in view().a_suivre] == [
        (
            "Évreuse-Fictive",
            [("en-retard", 2), ("demarrage-en-retard", 3), ("muet", 0), ("sans-copil", 0)],
        ),
        ("Trois-Exemples", [late, blocked, start, ("sans-copil", 0)]),
        ("Vallée Imaginaire", [late, blocked, start]),
        ("Œuvre-Inventée", [blocked, start, ("terme", 0)]),
        ("Deux-Vallées (Basse-Fiction)", [blocked, ("sans-copil", 0)]),
        ("Deux-Vallées (Haute-Fiction)", [blocked]),
        ("Saint Exemple", [blocked]),
        ("Obscur-Imaginaire", [("terminee", 0)]),
        ("Saint-Exemple-sur-Fiction", [("sans-suivi", 0), ("sans-copil", 0)]),
    ]
    dated = {
        (one.territoire.nom, motif.code): (motif.date, motif.mois)
        for one in view().a_suivre
        for motif in one.motifs
        if motif.date
    }
    assert dated == {
        ("Évreuse-Fictive", "muet"): (date(2025, 2, 4), 16),
        ("Évreuse-Fictive", "sans-copil"): (date(2024, 12, 3), 18),
        ("Œuvre-Inventée", "terme"): (date(2026, 12, 31), 6),
        ("Obscur-Imaginaire", "terminee"): (date(2025, 12, 31), 6),  # from the last of a month to the last
        ("Saint-Exemple-sur-Fiction", "sans-suivi"): (date(2023, 1, 1), 41),
    }
    bilan = view().bilan
    assert (bilan.en_retard, bilan.bloques, bilan.muets) == (4, 6, 1)


def test_a_territory_is_silent_from_the_day_after_a_year() -> None:
    shown = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [{"numero": "1", "titre": "T", "suivi": [{"date": "2025-06-30", "note": "x"}]}],
        },
        periode="2025-2028",
    )
    on_time = dossier("plan.yaml", shown, date(2026, 6, 30))
    late = dossier("plan.yaml", shown, date(2026, 7, 1))
    assert "muet" not in [one.code for one in on_time.motifs]
    assert "muet" in [one.code for one in late.motifs]


def test_fiches_late_or_blocked_are_told_once_with_their_pilots_and_last_note() -> None:
    mine = next(one for one in view().pressantes if one.territoire.nom == "Vallée Imaginaire")
    assert [(one.fiche.numero, [alerte.code for alerte in one.alertes]) for one in mine.fiches] == [
        ("4.1", ["en-retard"]),
        ("3.2.1", ["demarrage-en-retard"]),
        ("2.2.1", ["bloquee"]),
    ]
    raw = {action["numero"]: action for action in raw_on_the_day(BY_FILE["vallee.yaml"])}
    for one in mine.fiches:
        key: Any = float(one.fiche.numero) if one.fiche.numero == "4.1" else one.fiche.numero
        notes = [entree["note"] for entree in entries(raw[key]) if "note" in entree]
        if not raw[key].get("etapes"):
            assert one.note is not None
            assert one.note.texte == notes[-1]
        assert one.pilotes
    late = mine.fiches[0].alertes[0]
    assert (late.jour, late.jours) == (date(2025, 12, 31), (DAY - date(2025, 12, 31)).days)


def test_every_fiche_that_calls_for_attention_is_in_one_list() -> None:
    pressing, others = (
        {(one.territoire.nom, each.fiche.complete) for one in those for each in one.fiches}
        for those in (view().pressantes, view().a_relancer)
    )
    assert not pressing & others
    assert len(pressing) + len(others) == view().bilan.totaux.alertees == 33


def test_of_a_plan_that_nobody_follows_yet_nothing_is_late() -> None:
    assert line("saint-a.yaml").ensemble.totaux.alertes == (0, 0, 0, 0, 1)


# What comes


def test_committees_of_the_coming_year_by_date() -> None:
    assert [(one.seance.date, one.territoire.nom) for one in view().copils] == [
        (date(2026, 9, 24), "Vallée Imaginaire"),
        (date(2026, 11, 5), "Deux-Vallées (Haute-Fiction)"),
        (date(2027, 1, 14), "Saint Exemple"),
        (date(2027, 6, 30), "Œuvre-Inventée"),  # a year later to the day is still within it
    ]
    assert [one.nom for one in view().sans_copil] == [
        "Deux-Vallées (Basse-Fiction)",
        "Évreuse-Fictive",
        "Saint-Exemple-sur-Fiction",
        "Trois-Exemples",
    ]


def test_contracts_that_end_and_what_follows() -> None:
    assert [(one.territoire.nom, one.fin, one.mois, one.suivant) for one in view().termes] == [
        ("Obscur-Imaginaire", date(2025, 12, 31), 0, None),
        ("Trois-Exemples", date(2026, 8, 31), 2, date(2026, 9, 1)),
        ("Œuvre-Inventée", date(2026, 12, 31), 6, None),
    ]


# Money


def amounts(made: Made) -> list[tuple[str, int, Decimal]]:
    return [
        (
            line["etat"].replace("réalisé", "versé"),
            line["annee"],
            Decimal(re.sub(r"\D", "", str(line["montant"]))),
        )
        for action in raw_on_the_day(made)
        for line in action.get("financements", ())
    ]


def added(sums: dict[str, Decimal]) -> Decimal:
    return sum(sums.values(), Decimal(0))


def test_the_money_is_that_of_the_raw_files() -> None:
    argent = view().argent
    assert argent is not None
    assert argent.etats == ("prévu", "acquis", "versé")
    by_state: defaultdict[str, Decimal] = defaultdict(Decimal)
    by_year: dict[str, defaultdict[str, Decimal]] = {}
    for made in KEPT:
        mine: defaultdict[str, Decimal] = defaultdict(Decimal)
        for etat, annee, montant in amounts(made):
            for sums in (mine, by_state, by_year.setdefault(str(annee), defaultdict(Decimal))):
                sums[etat] += montant
        told = [one for one in argent.territoires if one.territoire == line(made.file).lieu]
        assert [(one.etats, one.total) for one in told] == (
            [(tuple(mine[str(etat)] for etat in argent.etats), added(mine))] if mine else []
        )
    assert argent.par_etat == tuple(by_state[str(etat)] for etat in argent.etats)
    assert argent.total == added(by_state)
    assert [(str(one.annee), one.total) for one in argent.annees] == [
        (annee, added(by_year[annee])) for annee in sorted(by_year)
    ]
    for one in argent.annees:
        assert one.annee is not None
        assert one.etats == tuple(by_year[str(one.annee)][str(etat)] for etat in argent.etats)
    richest = max(argent.annees, key=lambda one: one.total)
    assert sum(richest.parts) == pytest.approx(1000, abs=2)
    assert argent.muets == sum(1 for made in KEPT if not made.money) == 3


def test_without_money_there_is_no_part_about_it() -> None:
    assert territoires([dossier("plan.yaml", minimal(), DAY)], DAY).argent is None


# Plans of one territory


def test_the_plan_in_force_counts_and_the_others_are_named() -> None:
    assert [(one.code, one.fichier, one.retenu, one.debut, one.fin) for one in view().ecarts] == [
        ("autre-periode", "trois-avant.yaml", "trois.yaml", date(2018, 1, 1), date(2022, 8, 31)),
        ("autre-periode", "trois-suite.yaml", "trois.yaml", date(2026, 9, 1), date(2030, 8, 31)),
    ]


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        (date(2017, 6, 1), "trois-avant.yaml"),  # none has begun: the next
        (date(2018, 1, 1), "trois-avant.yaml"),
        (date(2022, 9, 1), "trois.yaml"),
        (date(2026, 9, 1), "trois-suite.yaml"),
        (date(2035, 1, 1), "trois-suite.yaml"),  # all are over: the last
    ],
)
def test_which_plan_counts_depends_on_the_day(day: date, kept: str) -> None:
    found = [dossier(file, one, day) for file, one in plans() if file.startswith("trois")]
    made = territoires(found, day)
    assert [one.fichier for one in made.territoires] == [kept]
    assert len(made.ecarts) == 2


def test_a_plan_between_two_others_counts_until_the_next_begins() -> None:
    old = minimal(periode={"debut": "2020-01-01", "fin": "2022-12-31"})
    new = minimal(periode={"debut": "2024-01-01", "fin": "2026-12-31"})
    day = date(2023, 6, 30)
    made = territoires([dossier("new.yaml", new, day), dossier("old.yaml", old, day)], day)
    assert [one.fichier for one in made.territoires] == ["old.yaml"]
    assert [(one.fin, one.suivant) for one in made.termes] == [(date(2022, 12, 31), date(2024, 1, 1))]
    assert "terminee" not in [motif.code for one in made.a_suivre for motif in one.motifs]


def renamed(shown: Plan, caf: str = "Caf de la Vendée", **territoire: str | None) -> Plan:
    place = shown.territoire.but(**{"departement": None, "sigle": None, **territoire})
    return shown.but(territoire=place, caf=caf)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"nom": "Vie et Boulogne"}, {"nom": "VIE ET BOULOGNE"}),
        ({"nom": "Vie"}, {"nom": "Vie", "caf": "Caisse d'allocations familiales de Vendée"}),
        ({"nom": "Vie", "caf": "Caf 85", "departement": "Vendée"}, {"nom": "vie", "departement": "vendée"}),
        ({"nom": "Vie et Boulogne", "sigle": "CCVB"}, {"nom": "CC Vie-et-Boulogne", "sigle": "CCVB"}),
    ],
)
def test_two_plans_in_force_of_one_territory_are_refused(
    first: dict[str, str], second: dict[str, str]
) -> None:
    shown = plan("vie-et-boulogne")
    pair = [dossier(f"{rank}.yaml", renamed(shown, **one), DAY) for rank, one in enumerate((first, second))]
    with pytest.raises(CountedTwice) as caught:
        territoires(pair, DAY)
    assert [one.territoire.fichier for one in (caught.value.first, caught.value.second)] == [
        "0.yaml",
        "1.yaml",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"nom": "Vie"}, {"nom": "Boulogne"}),
        ({"nom": "Vie"}, {"nom": "Vie", "caf": "Caf de l'Orne"}),
        ({"nom": "Vie", "sigle": "CCV"}, {"nom": "Vire", "sigle": "CCV", "caf": "Caf de l'Orne"}),
    ],
)
def test_two_territories_may_share_a_name_or_a_short_one(
    first: dict[str, str], second: dict[str, str]
) -> None:
    shown = plan("vie-et-boulogne")
    pair = [dossier(f"{rank}.yaml", renamed(shown, **one), DAY) for rank, one in enumerate((first, second))]
    made = territoires(pair, DAY)
    assert len({one.lieu.nom for one in made.territoires}) == 2


def test_a_third_plan_may_show_that_two_are_of_one_territory() -> None:
    """The first has the name of the third, the second its short name."""

    def of(file: str, years: str, nom: str, sigle: str | None) -> Dossier:
        return dossier(file, renamed(minimal(periode=years), nom=nom, sigle=sigle), DAY)

    found = [
        of("1.yaml", "2018-2020", "Vie et Boulogne", None),
        of("2.yaml", "2021-2023", "Pays de Vie", "CCVB"),
        of("3.yaml", "2024-2027", "Vie et Boulogne", "CCVB"),
    ]
    made = territoires(found, DAY)
    assert [one.fichier for one in made.territoires] == ["3.yaml"]
    assert [one.fichier for one in made.ecarts] == ["1.yaml", "2.yaml"]


def test_both_versions_of_the_example_are_one_plan_twice() -> None:
    path = ROOT / "docs" / "exemple" / "plan-2023-signe.yaml"
    signed = read(path.read_bytes(), "signe.yaml").plan
    assert signed is not None
    with pytest.raises(CountedTwice):
        territoires([dossier("signe.yaml", signed, DAY), dossier("plan.yaml", plan("exemple"), DAY)], DAY)


# The rest


def test_files_that_are_no_plans_come_first_among_what_is_left_out() -> None:
    wrong = Ecart(CodeEcart.ERREURS, fichier="faux.yaml", erreurs=3)
    made = territoires(dossiers(), DAY, [wrong])
    assert made.ecarts == (wrong, *view().ecarts)
    assert made._replace(ecarts=()) == view()._replace(ecarts=())


def test_what_is_dated_later_does_not_count() -> None:
    """The report of a past day is the one of the file as it was."""
    day = DAY - timedelta(days=500)
    for made in MADE:
        whole = read(text(made).encode(), made.file).plan
        before = yaml.safe_dump(without(raw_plan(made), day), allow_unicode=True, sort_keys=False)
        past = read(before.encode(), made.file).plan
        assert whole is not None
        assert past is not None
        one, other = (dossier(made.file, each, day) for each in (whole, past))
        entete = one.territoire.entete._replace(non_comptees=other.territoire.entete.non_comptees)
        assert one._replace(territoire=one.territoire._replace(entete=entete)) == other
