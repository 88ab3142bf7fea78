"""Calendars that are not understood, or that leave the contract."""

import pytest

from tests.lint.examples import found
from tests.lint.spots import HEAD, findings, real, spots, words


@pytest.mark.parametrize(
    ("calendar", "under", "message", "hint"),
    [
        ("Selon les salles", "Selon les salles", "quand l'action a lieu", "«\u00a0À partir de 2026\u00a0»"),
        ("Réunions en juin", "juin", "l'année", "«\u00a0juin 2026\u00a0»"),
        ("Rentrée 25", "Rentrée 25", "deux chiffres", "«\u00a0Rentrée 2025\u00a0»"),
        ("Ouverture le 31 juin 2026", "31 juin 2026", "n'existe pas", "corrigez"),
        ("De 2027 à 2025", "2027 à 2025", "finit avant de commencer", "corrigez"),
        ("vers 2026", "vers 2026", "plusieurs dates", "laquelle"),
        ("N+1", "N+1", "à partir de quand", "«\u00a02e année de la CTG\u00a0»"),
        ("Pendant deux ans", "Pendant deux ans", "durée", "le début"),
        ("Selon le budget 2026", "2026", "celle d'autre chose", "À partir de 2026"),
        ("Dès l'ouverture du site en 2026", "Dès l'ouverture du site en 2026", "autre événement", "2026"),
        ("2025-2027, sauf en 2026", "sauf en 2026", "exception", "une à une"),
        ("Lundi 12 mars 2026", "12 mars 2026", "jour de la semaine", "corrigez"),
        ("2026 (année 3 de la CTG)", "2026 (année 3 de la CTG", "se contredisent", "juste"),
        ("PRS 2025-2028", "2025-2028", "celle d'autre chose", "À partir de 2026"),
        ("Pas de réalisation en 2026", "2026", "n'a pas lieu", "«\u00a0Pas avant 2026\u00a0»"),
        ("Abandonné en 2026", "Abandonné en 2026", "abandon", "«\u00a0statut: abandonnée\u00a0»"),
        ("2026, reporté", "2026, reporté", "à quand", "«\u00a0Reporté à 2026\u00a0»"),
    ],
)
def test_each_way_not_to_be_understood_has_its_words(
    calendar: str, under: str, message: str, hint: str
) -> None:
    piece = f"calendrier: {calendar}\n"
    (finding,) = found("CTG501", piece)
    assert words("CTG501", piece) == [under]
    assert message in finding.message
    assert finding.hint is not None
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("calendar", "hint"),
    [
        ("À la rentrée", "rentrée 2026"),
        ("D'ici la fin de l'année", "D'ici la fin de l'année 2026"),
        ("Ouverture le 15/03", "15/03/2026"),
        ("Année scolaire", "Année scolaire 2026-2027"),
        ("Fin de l'année scolaire", "Fin de l'année scolaire 2026-2027"),
        ("De l'automne à juin", "automne à juin 2026"),
        # With a year, these would not say when either.
        ("Semestre", "2nd semestre 2026"),
        ("Mars ou 2026", "2nd semestre 2026"),
    ],
)
def test_what_is_to_be_written_for_want_of_a_year_is_understood(calendar: str, hint: str) -> None:
    (finding,) = found("CTG501", f"calendrier: {calendar}\n")
    assert "il manque l'année" in finding.message
    assert f"«\u00a0{hint}\u00a0»" in (finding.hint or "")
    assert words("CTG501", f"calendrier: {hint}\n") == []


def test_a_year_that_is_written_is_not_asked_for() -> None:
    for calendar in ("1er quadrimestre 2026", "Un semestre de 2026", "Bimestre 2026"):
        (finding,) = found("CTG501", f"calendrier: {calendar}\n")
        assert "plusieurs dates" in finding.message
        assert "2026" not in (finding.hint or "")


def test_the_words_are_pointed_at_where_they_are_not_read_and_not_where_they_are() -> None:
    plan = HEAD + (
        "  - id: a\n"
        "    titre: Accueil\n"
        "    actions:\n"
        "      - numero: 1\n"
        "        titre: Une\n"
        "        calendrier: juin 2026, puis\n"
        "          juin\n"
        "      - numero: 2\n"
        "        titre: Deux\n"
        "        etapes:\n"
        "          - titre: Choisir\n"
        "            calendrier: [2025, 'À l''automne']\n"
    )
    assert spots("CTG501", plan) == [(14, 11, "juin"), (19, 38, "automne")]
    assert "«\u00a0automne 2026\u00a0»" in (findings("CTG501", plan)[1].hint or "")


@pytest.mark.parametrize(
    "piece",
    [
        "calendrier: Tout au long de la CTG",
        "calendrier: Une fois par an",
        "calendrier: '2026 : lancement du recensement auprès de 16 communes'",
        "calendrier: 2025-2026, sous réserve du budget 2026",
        "calendrier: [2e semestre 2026, Sous réserve de financement]",
        "calendrier: [Une fois par an, Selon les salles]",
        "calendrier: Chaque année en octobre",
        "calendrier:\n  texte: Après les élections\n  debut: 2026-04-01",
        "pilotes: Caf",
    ],
)
def test_what_is_understood_or_settled_or_said_beside_a_date_is_left(piece: str) -> None:
    assert words("CTG501", piece) == []


def test_lines_that_say_nothing_are_told_if_no_other_says_when() -> None:
    assert words("CTG501", "calendrier: [Selon les moyens, Selon les salles]") == [
        "Selon les moyens",
        "Selon les salles",
    ]
    # A month without a year is missed where nothing comes back every year.
    assert words("CTG501", "calendrier: [Une fois par mois en octobre, Chaque année]") == ["octobre"]
    # Steps have their own.
    steps = "calendrier: 2026\netapes: [{titre: Choisir, calendrier: Selon les salles}]\n"
    assert words("CTG501", steps) == ["Selon les salles"]


def test_the_year_of_the_hint_is_one_of_the_contract() -> None:
    for periode, year in (("2021-2024", 2024), ("2027-2030", 2027), ("2026", 2026)):
        plan = HEAD.replace("2025-2028", periode) + (
            "  - id: a\n    titre: A\n    actions: [{numero: 1, titre: B, calendrier: mars}]\n"
        )
        (finding,) = findings("CTG501", plan)
        assert f"«\u00a0mars {year}\u00a0»" in (finding.hint or "")


def fiche(calendar: str, origin: str = "") -> str:
    return (f"origine: {origin}\n" if origin else "") + f"calendrier: {calendar}\n"


BEFORE = "finirait avant le début de la convention (2025-2028)"
EARLY = "commencerait avant la convention (2025-2028)"
LATE = "commencerait après la fin de la convention (2025-2028)"
LONG = "finirait après la fin de la convention (2025-2028)"
NEW = ", alors que la fiche est dite nouvelle"


@pytest.mark.parametrize(
    ("calendar", "origin", "expected"),
    [
        ("2021", "", [("2021", BEFORE)]),
        ("2021", "nouvelle", [("2021", BEFORE)]),
        ("2021", "engagée", [("2021", BEFORE)]),
        ("Avant 2025", "", [("Avant 2025", BEFORE)]),
        ("À partir de 2021", "", [("À partir de 2021", EARLY)]),
        ("À partir de 2021", "nouvelle", [("À partir de 2021", EARLY + NEW)]),
        ("À partir de 2021", "engagée", []),
        ("Depuis 2021", "", []),
        ("Depuis 2021, à poursuivre", "engagée", []),
        ("Depuis 2021", "nouvelle", [("Depuis 2021", EARLY + NEW)]),
        ("2021-2026", "", []),
        ("2021-2026", "nouvelle", [("2021-2026", EARLY + NEW)]),
        ("2021-2030", "", [("2021-2030", LONG)]),
        ("2021-2030", "nouvelle", [("2021-2030", EARLY + NEW), ("2021-2030", LONG)]),
        ("2026, puis jusqu'en 2030", "", [("jusqu'en 2030", LONG)]),
        ("2029", "engagée", [("2029", LATE)]),
        ("À partir de janvier 2029", "", [("À partir de janvier 2029", LATE)]),
        ("'2024 : étude ; 2026 : travaux'", "", [("2024", BEFORE)]),
        ("'2024 : étude ; 2026 : travaux'", "engagée", []),
        # A bound is in the contract as long as one of its days is.
        ("2025", "nouvelle", []),
        ("2028", "", []),
        ("31 décembre 2028", "", []),
        ("1er janvier 2029", "", [("1er janvier 2029", LATE)]),
        ("31 décembre 2024", "nouvelle", [("31 décembre 2024", BEFORE)]),
        ("1er janvier 2025", "nouvelle", []),
        ("Année scolaire 2024-2025", "", []),
        ("Tout au long de la CTG", "nouvelle", []),
        ("Une fois par an", "", []),
    ],
)
def test_which_dates_are_outside_the_contract(
    calendar: str, origin: str, expected: list[tuple[str, str]]
) -> None:
    piece = fiche(calendar, origin)
    told = [finding.message for finding in found("CTG502", piece)]
    assert list(zip(words("CTG502", piece), told, strict=True)) == [
        (under, f"l'action {message}") for under, message in expected
    ]


@pytest.mark.parametrize(
    ("calendar", "origin", "hint"),
    [
        ("2021", "", "écrivez «\u00a0origine: engagée\u00a0»"),
        ("2021", "engagée", "jusqu'à quand l'action se poursuit"),
        ("À partir de 2021", "nouvelle", "écrivez «\u00a0origine: engagée\u00a0»"),
        ("2029", "", "si un avenant a prolongé la convention"),
    ],
)
def test_the_hint_says_what_may_be_written_instead(calendar: str, origin: str, hint: str) -> None:
    (finding,) = found("CTG502", fiche(calendar, origin))
    assert hint in (finding.hint or "")


def test_a_day_that_settles_a_calendar_is_pointed_at() -> None:
    plan = HEAD + (
        "  - id: a\n"
        "    titre: Accueil\n"
        "    actions:\n"
        "      - numero: 1\n"
        "        titre: Une\n"
        "        calendrier:\n"
        "          texte: Après les élections\n"
        "          debut: 2020-04-01\n"
        "          fin: 2029-12-31\n"
        "      - numero: 2\n"
        "        titre: Deux\n"
        "        calendrier:\n"
        "          texte: De 2021 à la rentrée\n"
        "          fin: 2024-09-01\n"
        "      - numero: 3\n"
        "        titre: Trois\n"
        "        etapes:\n"
        "          - titre: Choisir\n"
        "            calendrier: 2031\n"
    )
    assert spots("CTG502", plan) == [
        (16, 16, "2029-12-31"),
        (21, 16, "2024-09-01"),
        (26, 25, "2031"),
    ]
    assert findings("CTG502", plan)[2].message.startswith("l'étape commencerait après")
    new = plan.replace("titre: Une", "titre: Une\n        origine: nouvelle")
    assert spots("CTG502", new)[:2] == [(16, 18, "2020-04-01"), (17, 16, "2029-12-31")]


def test_the_past_steps_of_an_action_under_way_are_left() -> None:
    steps = "etapes:\n  - titre: Étudier\n    calendrier: 2023\n  - titre: Construire\n    calendrier: {}\n"
    assert words("CTG502", "origine: engagée\n" + steps.format(2026)) == []
    assert words("CTG502", "origine: engagée\n" + steps.format(2024)) == ["2023", "2024"]
    assert words("CTG502", steps.format(2026)) == ["2023"]


def test_a_period_that_is_not_of_whole_years_is_said_by_its_days() -> None:
    plan = HEAD.replace("2025-2028", "{debut: 2025-03-01, fin: 2028-02-29}") + (
        "  - id: a\n    titre: A\n    actions: [{numero: 1, titre: B, calendrier: mars 2028}]\n"
    )
    (finding,) = findings("CTG502", plan)
    assert "(du 1er\u00a0mars\u00a02025 au 29\u00a0février\u00a02028)" in finding.message


def test_a_date_is_in_a_contract_that_starts_or_ends_within_it() -> None:
    calendars = ("2025", "À partir de 2025", "Jusqu'en 2025", "2028", "À partir de 2028", "Fin février 2028")
    fiches = "".join(
        f"      - {{numero: {rank}, titre: A, origine: nouvelle, calendrier: {calendar}}}\n"
        for rank, calendar in enumerate(calendars)
    )
    plan = HEAD.replace("2025-2028", "{debut: 2025-03-01, fin: 2028-02-29}") + (
        f"  - id: a\n    titre: A\n    actions:\n{fiches}"
    )
    assert spots("CTG502", plan) == []


@pytest.mark.parametrize("rule", ["CTG501", "CTG502"])
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_calendars_of_the_real_plans_are_all_understood_and_in_their_contract(
    rule: str, name: str
) -> None:
    assert real(rule, name) == []
