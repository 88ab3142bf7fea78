"""The schema as an editor uses it: what a real language server reports and proposes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import plan
from tests.conftest import PLANS
from tests.language_server import CURSOR, LanguageServer, language_server
from tests.plan.test_schema import COMPLETE, SCHEMA, fiche

pytestmark = pytest.mark.tool

MODELINE = "# yaml-language-server: $schema=../schema/plan.schema.json\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """A server that is told of the schema by its settings."""
    with language_server({SCHEMA.as_uri(): "*.yaml"}) as running:
        yield running


@pytest.fixture(scope="module")
def bare_server() -> Iterator[LanguageServer]:
    """A server that knows no schema: only the first line of a file can name one."""
    with language_server({}) as running:
        yield running


def reported(server: LanguageServer, text: str) -> list[tuple[int, int, int, int, str]]:
    """What the server reports, with 1-based lines and columns as ctgkit has them."""
    return [
        (
            found["range"]["start"]["line"] + 1,
            found["range"]["start"]["character"] + 1,
            found["range"]["end"]["line"] + 1,
            found["range"]["end"]["character"] + 1,
            found["message"],
        )
        for found in server.diagnostics(text)
    ]


def proposed(server: LanguageServer, text: str) -> dict[str, str]:
    """What the server proposes at the cursor, with the text it would type."""
    return {item["label"]: item["textEdit"]["newText"] for item in server.completions(text)}


@pytest.mark.parametrize("path", [*sorted(PLANS.glob("*.yaml")), COMPLETE], ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_plans(server: LanguageServer, path: Path) -> None:
    assert server.diagnostics(path.read_text(encoding="utf-8"), path.parent) == []


def test_the_first_line_of_a_plan_leads_to_the_schema(bare_server: LanguageServer) -> None:
    text = fiche("pilots: Caf")
    assert reported(bare_server, text) == []
    ((line, column, _, end, message),) = reported(bare_server, MODELINE + text)
    assert (line, column, end) == (14, 9, 15)
    assert "pilots" in message
    for path in PLANS.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(MODELINE)
    assert (PLANS / "../schema/plan.schema.json").resolve() == SCHEMA.resolve()


def test_every_key_that_an_action_lacks_is_proposed(server: LanguageServer) -> None:
    # The first fiche of the document has a number, a title and the nine headings of its vocabulary.
    before, heading, after = (
        (PLANS / "fier-et-usses.yaml").read_text(encoding="utf-8").partition("            calendrier:")
    )
    found = proposed(server, f"{before}            {CURSOR}\n{heading}{after}")
    assert set(found) == {
        "id",
        "nature",
        "origine",
        "priorite",
        "intitules",
        "publics",
        "moyens",
        "rubriques",
        "etapes",
        "couts",
        "financements",
        "contacts",
        "suivi",
        "bilan",
    }
    assert [text for key, text in found.items() if not text.startswith(f"{key}:")] == []
    # A list starts with its dash, and an entry with what it needs.
    assert found["publics"] == "publics:\n  - "
    assert found["suivi"] == "suivi:\n  - date: "


def test_the_keys_of_a_structured_indicator_are_proposed(server: LanguageServer) -> None:
    found = proposed(server, fiche(f"indicateurs:\n  - nom: Places\n    {CURSOR}"))
    assert set(found) == {"type", "unite", "reference", "cible", "sens", "mesures"}


@pytest.mark.parametrize(
    "text",
    [
        fiche(f"intitules:\n  {CURSOR}"),
        plan(caf=f"caf: C\nvocabulaire:\n  rubriques:\n    {CURSOR}"),
    ],
    ids=["of a fiche", "of the plan"],
)
def test_the_headings_are_proposed(server: LanguageServer, text: str) -> None:
    found = proposed(server, text)
    assert len(found) == 14
    assert {"constats", "pilotes", "calendrier"} < set(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"suivi:\n  - date: 2024-01-01\n    statut: {CURSOR}",
            [
                "à l'étude",
                "à venir",
                "en cours",
                "réalisée",
                "en pause",
                "reportée",
                "bloquée",
                "abandonnée",
            ],
        ),
        (f"origine: {CURSOR}", ["engagée", "nouvelle"]),
        (f"nature: {CURSOR}", ["action", "engagement"]),
        (f"indicateurs:\n  - nom: a\n    sens: {CURSOR}", ["hausse", "baisse"]),
        (f"financements:\n  - etat: {CURSOR}", ["prévu", "sollicité", "acquis", "versé", "refusé"]),
        # Prose is nobody's to complete: neither `true` nor `null` is proposed.
        (f"calendrier: {CURSOR}", []),
        (f"constats:\n  - {CURSOR}", []),
        (f"constats:\n  - Un territoire attractif : {CURSOR}", []),
        (f"moyens: {CURSOR}", []),
    ],
)
def test_the_words_of_a_closed_list_are_proposed(server: LanguageServer, text: str, words: list[str]) -> None:
    assert list(proposed(server, fiche(text))) == words


@pytest.mark.parametrize(
    "text",
    [
        "calendrier: 2024",
        "constats:\n  - Un territoire attractif : le maintien de la natalité",
        "constats:\n  - Des besoins :\n      - Un accueil : le matin\n      - 12\n      -",
        "indicateurs:\n  - Places: 12",
        "pilotes:\n  - Coordination : 0,20 ETP",
        "suivi:",
        "origine:",
        "origine: Nouvelle",
        "suivi:\n  - date: 2024-01-01\n    statut: Réalisé",
        "suivi:\n  - date: 2024-01-01\n    statut: TERMINEE",
    ],
)
def test_french_prose_is_left_alone(server: LanguageServer, text: str) -> None:
    assert reported(server, fiche(text)) == []


def test_a_number_with_a_zero_is_left_alone(server: LanguageServer) -> None:
    assert reported(server, plan(numero="      - numero: 1.10", titre="titre: Non")) == []


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("pilots: Caf", (13, 9, 13, 15), "pilots"),
        ("suivi:\n  - date: 2024-01-01\n    statut: figée", (15, 21, 15, 26), "abandonnée"),
        ("suivi:\n  - date: 2024-01-01\n    statu: en cours\n    note: a", (15, 13, 15, 18), "statu"),
        ("indicateurs:\n  - nom: a\n    unit: places", (15, 13, 15, 17), "unit"),
        ("constats:\n  - texte: a\n    point: b", (15, 13, 15, 18), "point"),
        ("intitules:\n  constat: a", (14, 11, 14, 18), "constat"),
        ("origine: ancienne", (13, 18, 13, 26), "engagée"),
    ],
)
def test_one_mistake_is_one_report_at_its_place(
    server: LanguageServer, text: str, place: tuple[int, int, int, int], words: str
) -> None:
    (found,) = reported(server, fiche(text))
    assert found[:4] == place
    assert words in found[4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (fiche("constats:\n  - a: b\n    c: d"), "Un texte est attendu ici."),
        (fiche("indicateurs:\n  - Nombre :\n      - a"), "Un texte est attendu ici."),
        (fiche('titre: ""').replace("        titre: Une action inventée\n", ""), "Ce texte est vide."),
        (
            fiche("suivi:\n  date: 2024-01-01\n  note: a"),
            "Une liste est attendue ici : chaque élément commence par un tiret et une espace.",
        ),
        (plan(territoire="territoire: Vie"), "Des clés sont attendues ici, chacune sur sa ligne."),
        (plan(caf="caf: C\nsignature: 12/03/2024"), "Une date s'écrit année-mois-jour : 2024-03-15."),
        (
            plan(periode="periode: 2021 2024"),
            "Une période s'écrit en années (2021-2024), ou avec les clés « debut » et « fin ».",
        ),
        (
            plan(numero="      - nature: action"),
            "Cette action n'a ni « numero » ni « id » ; seul un engagement peut s'en passer.",
        ),
        (
            fiche("suivi:\n  - date: 2024-01-01"),
            "Cette entrée ne dit rien : ajoutez « statut », « avancement » ou « note ».",
        ),
        (
            plan(axes="axes:\n  - titre: A\n    actions:"),
            "Une section de premier niveau a un « id » ou un « numero ».",
        ),
    ],
)
def test_a_mistake_is_told_in_french(server: LanguageServer, text: str, message: str) -> None:
    assert [found[4] for found in reported(server, text)] == [message]
