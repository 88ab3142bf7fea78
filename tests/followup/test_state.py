"""Status, progress, notes and silence of a fiche, and what is not counted."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.followup import Ignored, state_of
from ctgkit.vocabulary.suivi import Motif, SorteDonnee
from tests.followup.plans import built, codes, journal, on
from tests.plan.reading.plans import plan, with_lines

LIFE = journal(
    "2024-05-02 statut: en cours | avancement: 10 | note: Lancement. | auteur: Camille",
    "2025-03-11 avancement: 40",
    "2025-09-01 note: Le local est trouvé.",
    "2026-02-10 statut: réalisée",
)


@pytest.mark.parametrize(
    ("day", "statut", "avancement", "note", "silence"),
    [
        ("2024-05-01", None, None, None, None),
        ("2024-05-02", "en cours", 10, "Lancement.", 0),
        ("2025-03-10", "en cours", 10, "Lancement.", 312),
        ("2025-03-11", "en cours", 40, "Lancement.", 0),
        ("2025-09-02", "en cours", 40, "Le local est trouvé.", 1),
        # « réalisée » is 100 % where nothing else is written with it or after it.
        ("2026-02-10", "réalisée", 100, "Le local est trouvé.", 0),
    ],
)
def test_the_state_is_what_the_entries_up_to_the_day_say(
    day: str, statut: str | None, avancement: int | None, note: str | None, silence: int | None
) -> None:
    fiche = on(day, *LIFE)
    assert (fiche.statut, fiche.avancement, fiche.silence) == (statut, avancement, silence)
    assert (fiche.note.texte if fiche.note else None) == note


def test_a_fiche_without_an_entry_is_not_said_to_be_to_come() -> None:
    fiche = on("2025-01-01")
    assert (fiche.statut, fiche.provenance_statut, fiche.avancement, fiche.derniere) == (
        None,
        None,
        None,
        None,
    )


def test_the_state_says_since_when_and_from_where() -> None:
    fiche = on(
        "2026-06-30",
        *journal(
            "2024-05-02 statut: bloquée",
            "2024-06-02 statut: en cours",
            "2025-05-02 statut: bloquée",
            "2026-05-02 statut: bloquée | avancement: 20",
        ),
    )
    assert (fiche.statut, fiche.depuis, fiche.provenance_statut) == ("bloquée", date(2025, 5, 2), "journal")
    assert (fiche.avancement, fiche.provenance_avancement) == (20, "journal")
    assert fiche.alertes[0].jour == date(2025, 5, 2)
    assert fiche.alertes[0].jours == 424  # 243 days to the end of 2025, 181 to the end of June


@pytest.mark.parametrize(
    ("entries", "avancement"),
    [
        (("2024-05-02 avancement: 60", "2025-05-02 statut: réalisée"), 100),
        (("2024-05-02 statut: réalisée | avancement: 90",), 90),
        (("2024-05-02 statut: réalisée", "2025-05-02 avancement: 95"), 95),
        # Reopened: what was written before holds, not the 100 % that nobody wrote.
        (("2024-05-02 avancement: 60", "2025-05-02 statut: réalisée", "2025-06-02 statut: en cours"), 60),
        (("2024-05-02 statut: réalisée", "2025-06-02 statut: en cours"), None),
        (("2024-05-02 statut: à venir",), 0),
        (("2024-05-02 avancement: 20", "2025-05-02 statut: à venir"), 20),
        (("2024-05-02 avancement: 30", "2025-05-02 statut: abandonnée"), 30),
        (("2024-05-02 statut: en cours",), None),
    ],
)
def test_progress_is_the_last_written_unless_the_status_says_more(
    entries: tuple[str, ...], avancement: int | None
) -> None:
    assert on("2026-06-30", *journal(*entries)).avancement == avancement


def test_entries_of_one_day_count_in_the_order_of_the_file() -> None:
    fiche = on("2025-06-30", *journal("2025-05-02 statut: en pause", "2025-05-02 statut: en cours"))
    assert fiche.statut == "en cours"


def test_a_journal_need_not_be_in_order() -> None:
    fiche = on("2025-06-30", *journal("2025-05-02 statut: en cours", "2024-05-02 statut: à venir"))
    assert fiche.statut == "en cours"


def test_what_is_not_counted_is_said() -> None:
    lines = (
        *journal(
            "2023-12-31 statut: en cours",
            "2024-01-01 statut: à venir",
            "2025-06-30 note: ce jour",
            "2025-07-01 statut: réalisée",
        ),
        "indicateurs:",
        "  - nom: Places",
        "    mesures:",
        "      - {date: 2023-12-31, valeur: 4}",
        "      - {date: 2025-07-01, valeur: 8}",
        "etapes:",
        "  - titre: Choisir",
        *(f"    {line}" for line in journal("2025-08-01 statut: en cours")),
    )
    state = state_of(plan(with_lines(*lines)), date(2025, 6, 30))
    assert (state.fiches[0].statut, state.fiches[0].derniere) == ("à venir", date(2025, 6, 30))
    # A measure from before the contract counts: that is where a reference comes from.
    assert state.fiches[0].indicateurs[0].mesure == 4
    assert state.non_comptees == (
        Ignored("1.1", None, SorteDonnee.ENTREE, date(2023, 12, 31), Motif.AVANT),
        Ignored("1.1", None, SorteDonnee.ENTREE, date(2025, 7, 1), Motif.APRES),
        Ignored("1.1", None, SorteDonnee.MESURE, date(2025, 7, 1), Motif.APRES),
        Ignored("1.1", "Choisir", SorteDonnee.ENTREE, date(2025, 8, 1), Motif.APRES),
    )


def test_what_was_noted_between_the_signature_and_the_first_day_counts() -> None:
    text = with_lines(*journal("2023-12-15 statut: en cours")) + "signature: 2023-12-15\n"
    state = state_of(plan(text), date(2025, 6, 30))
    assert (state.fiches[0].statut, state.non_comptees) == ("en cours", ())


def test_pilots_have_the_name_of_the_directory() -> None:
    acteurs = (
        {"id": "caf", "nom": "Caf inventée", "alias": ["La Caf", "Caisse d'allocations familiales"]},
        {"id": "rpe", "nom": "Relais petite enfance", "alias": ["RPE"]},
    )
    state = state_of(
        built(
            {"pilotes": ["la caf", "RPE"]},
            {"pilotes": [{"nom": "Selon la commune", "pilotes": ["Caf inventée", "Mairie de Val"]}]},
            {"pilotes": [{"nom": "mairie  de val", "etp": "0,5"}, "R.P.E."]},
            {"pilotes": ["RPE", "Relais Petite Enfance"]},
            acteurs=acteurs,
        ),
        date(2025, 6, 30),
    )
    assert [fiche.pilotes for fiche in state.fiches] == [
        ("Caf inventée", "Relais petite enfance"),
        ("Caf inventée", "Mairie de Val"),
        ("Mairie de Val", "R.P.E."),
        ("Relais petite enfance",),
    ]


def test_a_state_since_a_later_day_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="before"):
        on("2025-06-30", since="2025-06-30")


def steps(*each: tuple[str, ...]) -> tuple[str, ...]:
    """Steps that have these journals."""
    lines = ["etapes:"]
    for rank, entries in enumerate(each):
        lines.append(f"  - titre: Étape {rank}")
        lines += [f"    {line}" for line in journal(*entries)] if entries else []
    return tuple(lines)


DONE = ("2024-05-02 statut: réalisée",)
HALF = ("2024-05-02 statut: en cours | avancement: 50",)
TO_COME = ("2024-05-02 statut: à venir",)
BLOCKED = ("2024-05-02 statut: bloquée | avancement: 30",)
DROPPED = ("2024-05-02 statut: abandonnée | avancement: 10",)
SILENT = ()


@pytest.mark.parametrize(
    ("each", "statut", "avancement"),
    [
        ((DONE, DONE), "réalisée", 100),
        ((DONE, HALF, TO_COME), "en cours", 50),
        ((DONE, TO_COME), "en cours", 50),
        # (100 + 50 + 0) / 3 = 50, and (100 + 100 + 50 + 0) / 4 = 62.5: rounded down.
        ((DONE, DONE, HALF, SILENT), "en cours", 62),
        ((TO_COME, SILENT), "à venir", 0),
        ((DONE, BLOCKED), "bloquée", 65),
        ((HALF, BLOCKED), "en cours", 40),
        # What was dropped does not keep an action from being done.
        ((DONE, DROPPED), "réalisée", 100),
        ((DROPPED, DROPPED), "abandonnée", None),
        ((SILENT, SILENT), None, None),
    ],
)
def test_without_a_word_of_its_own_an_action_is_where_its_steps_are(
    each: tuple[tuple[str, ...], ...], statut: str | None, avancement: int | None
) -> None:
    fiche = on("2024-12-31", *steps(*each))
    assert (fiche.statut, fiche.avancement) == (statut, avancement)
    assert fiche.provenance_statut == (None if statut is None else "etapes")
    assert fiche.provenance_avancement == (None if avancement is None else "etapes")


@pytest.mark.parametrize(
    ("entry", "statut", "avancement", "origin"),
    [
        ("2024-03-01 statut: en cours", "en cours", 75, "etapes"),
        ("2024-03-01 note: Lancement.", "en cours", 75, "etapes"),
        ("2024-03-01 avancement: 20", "en cours", 20, "journal"),
        ("2024-03-01 statut: réalisée", "réalisée", 100, "statut"),
        ("2024-03-01 statut: bloquée", "bloquée", 75, "etapes"),
        ("2024-03-01 statut: à venir", "à venir", 75, "etapes"),
    ],
)
def test_the_journal_of_an_action_says_more_than_its_steps(
    entry: str, statut: str, avancement: int, origin: str
) -> None:
    fiche = on("2024-12-31", *steps(DONE, HALF), *journal(entry))
    assert (fiche.statut, fiche.avancement, fiche.provenance_avancement) == (statut, avancement, origin)


def test_an_entry_of_a_step_is_news_of_the_action() -> None:
    lines = (*steps(("2024-05-02 note: De l'étape.",), HALF), *journal("2024-05-02 note: De l'action."))
    fiche = on("2024-12-31", *lines)
    assert fiche.note is not None
    assert (fiche.note.texte, fiche.note.etape) == ("De l'action.", None)
    fiche = on("2024-12-31", *steps(("2024-06-02 note: De l'étape.",)), *journal("2024-05-02 note: Avant."))
    assert fiche.note is not None
    assert (fiche.note.texte, fiche.note.etape) == ("De l'étape.", "Étape 0")
    assert fiche.derniere == date(2024, 6, 2)


def test_a_step_has_its_own_alerts_until_its_action_is_closed() -> None:
    lines = (
        "etapes:",
        "  - titre: Choisir",
        "    calendrier: mars 2024",
        *(f"    {x}" for x in journal(*HALF)),
    )
    open_, closed = (
        on("2024-12-31", *lines, *journal(f"2024-06-01 statut: {statut}"))
        for statut in ("en cours", "abandonnée")
    )
    assert [alerte.code for alerte in open_.etapes[0].alertes] == ["en-retard"]
    assert open_.etapes[0].alertes[0].jour == date(2024, 3, 31)
    assert closed.etapes[0].alertes == ()
    assert codes(open_) == ["sans-pilote"]
    assert codes(closed) == []


# What steps say, their fiche says

STEPS = (
    "etapes:",
    "  - titre: Choisir",
    "    pilotes: [La commune]",
    "    calendrier: 2025",
    "  - titre: Ouvrir",
    "    pilotes: [Le relais, La commune]",
    "    calendrier: 2026",
)


def test_who_carries_the_steps_carries_a_fiche_that_names_nobody() -> None:
    state = on("2025-06-30", *STEPS)
    assert (state.pilotes, state.par_etapes, state.propres) == (("La commune", "Le relais"), True, ())
    assert state.alertes == ()
    own = on("2025-06-30", "pilotes: [La Caf]", *STEPS)
    assert (own.pilotes, own.par_etapes, own.propres) == (("La Caf",), False, ("La Caf",))
    # A step that nobody carries is in the list of those who carry the others.
    third = (*STEPS, "  - titre: Fermer", "    calendrier: 2027")
    assert on("2025-06-30", *third).alertes == ()
    # One that was dropped says nothing of its fiche.
    dropped = (*third, "    pilotes: [La Caf]", "    suivi: [{date: 2025-01-01, statut: abandonnée}]")
    assert on("2025-06-30", *dropped).pilotes == ("La commune", "Le relais")
    alone = on("2025-06-30", "etapes:", "  - titre: Fermer")
    assert [one.code for one in alone.alertes] == ["sans-pilote"]


def test_a_fiche_without_a_calendar_is_when_its_steps_are() -> None:
    period = on("2025-06-30", *STEPS).calendrier
    assert period.debut is not None
    assert period.fin is not None
    assert (period.debut.premier, period.fin.dernier) == (date(2025, 1, 1), date(2026, 12, 31))
    assert (period.etapes, period.sans_date, period.compris, period.textes) == (2, 0, True, ("2025", "2026"))
    own = on("2025-06-30", "calendrier: 2024", *STEPS).calendrier
    assert own.fin is not None
    assert (own.fin.dernier, own.etapes, own.textes) == (date(2024, 12, 31), 0, ("2024",))
    # One that is not understood does not hold, and stays told.
    unread = on("2025-06-30", "calendrier: un jour", *STEPS).calendrier
    assert (unread.etapes, unread.compris, unread.textes) == (2, True, ("un jour", "2025", "2026"))
    assert [words for words, _ in unread.non_compris] == ["un jour"]


def test_the_end_of_a_fiche_is_known_once_each_of_its_steps_has_one() -> None:
    more = (*STEPS, "  - titre: Fermer", "    pilotes: [Le relais]")
    period = on("2030-06-30", *more).calendrier
    assert period.debut is not None
    assert (period.debut.premier, period.fin) == (date(2025, 1, 1), None)
    assert (period.etapes, period.sans_date, period.compris) == (3, 1, False)
    dropped = (*more, "    suivi: [{date: 2025-01-01, statut: abandonnée}]")
    period = on("2030-06-30", *dropped).calendrier
    assert period.fin is not None
    assert (period.fin.dernier, period.etapes, period.sans_date) == (date(2026, 12, 31), 2, 0)


def test_a_step_that_is_late_is_told_once_as_the_step() -> None:
    state = on("2027-06-30", *STEPS)
    assert state.alertes == ()
    late = [["en-retard", "demarrage-en-retard"]] * 2
    assert [[one.code for one in etape.alertes] for etape in state.etapes] == late


def test_a_measure_is_news() -> None:
    journal_ = journal("2025-01-10 statut: en cours")
    lines = ("indicateurs:", "  - nom: Places", "    mesures: [{date: 2025-07-01, valeur: 1}]")
    told = on("2026-06-30", "pilotes: [Le relais]", *journal_, *lines)
    assert (told.derniere, told.silence, told.alertes) == (date(2025, 7, 1), 364, ())
    assert [one.code for one in on("2026-06-30", "pilotes: [Le relais]", *journal_).alertes] == [
        "sans-nouvelles"
    ]


def test_no_news_is_expected_after_the_end_of_the_contract() -> None:
    for day, silent in (("2026-12-31", False), ("2026-12-30", True)):
        state = on("2030-06-30", "pilotes: [Le relais]", *journal(f"{day} statut: en pause"))
        assert bool([one.code for one in state.alertes if one.code == "sans-nouvelles"]) is silent, day


def test_a_fiche_that_its_steps_block_has_been_so_since_the_first_of_them_was() -> None:
    lines = (
        "pilotes: [Le relais]",
        "etapes:",
        "  - titre: Choisir",
        *(f"    {line}" for line in journal("2025-02-01 statut: bloquée", "2025-05-01 note: a")),
    )
    (alerte,) = on("2025-06-30", *lines).alertes
    assert (alerte.code, alerte.jour) == ("bloquee", date(2025, 2, 1))
