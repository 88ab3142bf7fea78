"""French prose reads as it was typed: what the file says, YAML's own types never change."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from ctgkit.plan import Point
from ctgkit.plan.reading import codes, read
from tests.plan.reading.plans import PLAN, fiche, plan, with_lines, with_points

NO_BREAK = "\u00a0"
#: Texts without a colon that YAML would take for a key's, one a line.
TEXTS = """\
1.10
1.0
2024
010
0x1F
0o17
0b101
1e3
1_000
+12
-5
-5 °C
.5
.inf
.NaN
12:30
1:30:00
190:20:30
2024-03-15
2001-12-14t21:59:43.10-05:00
Non
non
Oui
yes
no
on
off
y
n
true
False
TRUE
=
<<
--
---
...
... suite
-- suite
--- suite
http://val-de-brume.fr:80/plan
mail@val-de-brume.fr
a:b
a#b
n° 3
C# et F#
50 %
R&D
l'école
aujourd'hui
L'« accueil » de loisirs
“Bien”
le "bien" grandir
a, b, c
a [b] c
a {b} c
a | b
a > b
a * b
a & b
a ! b
a ? b
a ` b
a @ b
a % b
deux  espaces
?
? mois
?? ans
?quoi
:smile:
::
:-)
fin de ligne:
fin de ligne :
""".splitlines()
ODD_TEXTS = [
    "«\u00a0Bien grandir\u00a0»",
    "une\ttabulation",
    "a \\ b",
    "C:\\Plans",
    "\U0001f600 emoji",
    "עברית",
    "e\u0301te\u0301",
    "a\u2028b",
    "a\u2029b",
    "a\u0085b",
    "\u00a0a",
    "20\u00a0%",
    "a\u202f; b",
    "\ue000\ue001\u2028",
]
#: Sentences that YAML takes for a key and its value.
SENTENCES = """\
Un territoire attractif : le maintien de la natalité
Un territoire attractif: le maintien
Un territoire attractif  :   le maintien
a: b
a : b
a :  b
a  : b
a:  b
Un besoin :
Un besoin:
Un besoin  :
"Bien" : un livret
'Bien' : un livret
"Bien": un livret
"Bien"  :  "mieux"
« Bien » : un livret
Le lieu : la mairie (12:30)
Les horaires : 8h-12h
Le numéro : 010
Réponse : non
Réponse : ~
Réponse : null
Réponse : [à définir]
Réponse : {à définir}
[à définir] : bientôt
{à définir} : bientôt
{à définir}
? mois : à préciser
1.1 : une action
2024 : lancement du recensement
2024-2025 : à renouveler une fois par an
pilotes : la Caf
titre : un accueil
Une adresse : http://val-de-brume.fr:80/
Un mot : l'école
Un mot : le "bien"
Un mot : 'bien'
Un mot : "bien"
Un mot : ''
Un mot: ""
? un : deux
? -
<< : suite
= : égal
""".splitlines()
ODD_SENTENCES = [
    "Un\u0085: deux",
    "Un territoire attractif\u00a0: le maintien",
    "a\u00a0: b",
    "Un : deux\u2028trois",
]


def texts(points: tuple[Point, ...]) -> list[object]:
    """Points as plain lists: a text, or a text and the list of what is below it."""
    return [[point.texte, texts(point.points)] if point.points else point.texte for point in points]


def points(*lines: str) -> list[object]:
    """How `lines`, under `constats`, are read."""
    return texts(fiche(with_lines("constats:", *(f"  {line}" if line else "" for line in lines))).constats)


@pytest.mark.parametrize("text", TEXTS + ODD_TEXTS)
def test_a_text_stays_what_was_typed(text: str) -> None:
    assert points(f"- {text}") == [text]
    if not text.endswith(":") and not text.startswith(("?", "...", "---")):
        assert fiche(PLAN.replace("Ouvrir un accueil", text)).titre == text


@pytest.mark.parametrize("sentence", SENTENCES + ODD_SENTENCES)
def test_a_sentence_with_a_colon_keeps_it_and_its_spacing(sentence: str) -> None:
    assert points(f"- {sentence}", "- fin") == [sentence, "fin"]


def test_spaces_around_a_text_and_comments_are_not_part_of_it() -> None:
    assert points(
        "-   un   ", "- deux # relire", "- trois : quatre   # relire", "- cinq :   ", "- six : # relire"
    ) == [
        "un",
        "deux",
        "trois : quatre",
        "cinq :",
        "six :",
    ]


def test_comments_between_points_are_not_points() -> None:
    assert points("# un", "- deux", "  # trois", "", "- quatre", "# cinq") == ["deux", "quatre"]


def test_points_have_sub_points_at_any_depth() -> None:
    read = points(
        "- Des besoins persistants :",
        "    - le matin",
        "    - le soir :",
        "        - avant 8 h :",
        "            - au nord : Brume",
        "            - au sud",
        "- Un autre point",
    )
    assert read == [
        [
            "Des besoins persistants :",
            ["le matin", ["le soir :", [["avant 8 h :", ["au nord : Brume", "au sud"]]]]],
        ],
        "Un autre point",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Des besoins:",
        "Des besoins  :",
        f"Des besoins{NO_BREAK}:",
        "Des besoins: ",
        "2024 :",
        "pilotes :",
        "1. Des besoins :",
        "Des besoins (matin) :",
        "Non :",
        "[un] :",
    ],
)
def test_a_heading_keeps_its_colon_and_its_spacing(heading: str) -> None:
    assert points(f"- {heading}", "  - un", "  - deux") == [[heading.rstrip(), ["un", "deux"]]]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_heading_between_quotes_is_the_text_within(quote: str) -> None:
    assert points(f"- {quote}Des besoins : précisions{quote} :", "    - un") == [
        ["Des besoins : précisions :", ["un"]]
    ]


def test_sub_points_may_stand_at_the_level_of_their_heading_or_deeper() -> None:
    assert points("- Un :", "  - a", "- Deux :", "        - b") == [["Un :", ["a"]], ["Deux :", ["b"]]]


def test_a_heading_without_sub_points_is_a_sentence() -> None:
    assert points("- Des besoins :", "- Un point") == ["Des besoins :", "Un point"]


def test_a_point_may_be_written_with_its_keys() -> None:
    assert points("- texte: La démarche", "  points:", "    - un", "    - deux : trois") == [
        ["La démarche", ["un", "deux : trois"]]
    ]


def test_the_key_of_a_text_may_be_written_without_sub_points() -> None:
    assert points("- texte: La démarche", "- Un texte") == ["La démarche", "Un texte"]


def test_a_single_text_is_a_list_of_one() -> None:
    action = fiche(
        with_lines(
            "constats: Un besoin",
            "publics: 12:30",
            "pilotes: Caf",
            "indicateurs: Places",
            "calendrier: 2024",
            "rubriques:",
            "  Secteur géographique: Brume",
        )
    )
    assert texts(action.constats) == ["Un besoin"]
    assert texts(action.publics) == ["12:30"]
    assert [pilote.nom for pilote in action.pilotes] == ["Caf"]
    assert [indicateur.nom for indicateur in action.indicateurs] == ["Places"]
    assert [calendrier.texte for calendrier in action.calendrier] == ["2024"]
    assert texts(action.rubriques["Secteur géographique"]) == ["Brume"]


def test_a_single_sentence_on_the_next_line_is_a_list_of_one() -> None:
    action = fiche(with_lines("constats:", "  Un besoin : le matin", "calendrier:", "  2024 : lancement"))
    assert texts(action.constats) == ["Un besoin : le matin"]
    assert [calendrier.texte for calendrier in action.calendrier] == ["2024 : lancement"]


def test_headings_of_other_rubrics_are_any_text() -> None:
    action = fiche(
        with_lines("rubriques:", "  Secteur : [Brume]", "  2024: un", "  Non: deux", '  "A : b": trois')
    )
    assert {title: texts(found) for title, found in action.rubriques.items()} == {
        "2024": ["un"],
        "Non": ["deux"],
        "A : b": ["trois"],
        "Secteur": ["Brume"],
    }


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["- Un texte", "  sur deux lignes"], "Un texte sur deux lignes"),
        (["- Un texte", "      sur", "    trois lignes"], "Un texte sur trois lignes"),
        (["- Un : texte", "    sur deux lignes"], "Un : texte sur deux lignes"),
        (["- Un texte :", "    sur deux lignes"], "Un texte : sur deux lignes"),
        (['- "Un texte', '  sur deux lignes"'], "Un texte sur deux lignes"),
        (["- >", "  Un texte", "  : sur deux lignes"], "Un texte : sur deux lignes"),
        (["- |+", "  Un texte", ""], "Un texte"),
        (["-", "  Un texte"], "Un texte"),
        (["- !!str 1.10"], "1.10"),
        (["- &a Un texte", "- *a"], "Un texte"),
    ],
)
def test_a_text_may_go_over_several_lines(lines: list[str], text: str) -> None:
    assert points(*lines)[0] == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"A : b : c"', "A : b : c"),
        ("'l''école'", "l'école"),
        ("'@brume'", "@brume"),
        ('"\\"Bien\\" \\\\ mieux"', '"Bien" \\ mieux'),
        ('"a\\tb\\nc\\u00e9\\x41\\U0001F600"', "a\tb\ncéA😀"),
        ('"  autour  "', "  autour  "),
        ("'# dièse'", "# dièse"),
        ('"~"', "~"),
    ],
)
def test_quotes_are_taken_off(typed: str, text: str) -> None:
    assert points(f"- {typed}") == [text]
    assert fiche(PLAN.replace("Ouvrir un accueil", typed)).titre == text
    assert fiche(PLAN.replace("Ouvrir un accueil", f"{typed} # relire")).titre == text


def test_characters_that_only_yaml_takes_for_line_breaks_break_no_line() -> None:
    text = with_points("un\u2028deux", "trois\u0085quatre : cinq", "« six\u2029sept »").replace(
        "caf: ", "caf: Caf\u2028"
    )
    assert texts(fiche(text).constats) == ["un\u2028deux", "trois\u0085quatre : cinq", "« six\u2029sept »"]
    assert plan(text).caf == "Caf\u2028Caf de la Haute-Brume"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_composed_or_not_make_the_same_word(form: Literal["NFC", "NFD"]) -> None:
    typed = unicodedata.normalize(form, "réalisée")
    (entry,) = fiche(with_lines("suivi:", "  - date: 2025-03-01", f"    statut: {typed}")).suivi
    assert entry.statut == "réalisée"


def test_decomposed_accents_of_a_text_are_kept() -> None:
    typed = unicodedata.normalize("NFD", "Un accueil réalisé")
    assert points(f"- {typed}") == [typed]


def test_the_schema_alone_decides_what_a_value_is() -> None:
    found = plan(
        PLAN.replace("titre: Plan d'actions du Val de Brume", "titre: 2024")
        .replace("nom: Val de Brume", "nom: Non\n  sigle: 010\n  communes: [1.10, ~x, 12:30]")
        .replace(
            "caf: Caf de la Haute-Brume",
            "caf: off\nsignature: 2024-03-15\ncontacts:\n  - nom: Mme B\n    telephone: 0251981614",
        )
        .replace("numero: 1.1\n", "numero: 1.10\n")
    )
    assert found.titre == "2024"
    assert (found.territoire.nom, found.territoire.sigle) == ("Non", "010")
    assert found.territoire.communes == ("1.10", "~x", "12:30")
    assert found.caf == "off"
    assert found.signature == date(2024, 3, 15)
    assert found.contacts[0].telephone == "0251981614"
    assert found.axes[0].actions[0].numero == "1.10"


def test_a_null_is_nothing_and_said_to_be_wherever_it_is_no_word_of_a_sentence() -> None:
    text = with_lines(
        "constats: ~", "publics:", "  - null", "  - Budget : ~", '  - "null"', "moyens: nulle part"
    )
    reading = read(text.encode(), "plan.yaml")
    assert [(one.code, one.place.line, one.severity) for one in reading.findings] == [
        (codes.NULL, 13, "info"),
        (codes.NULL, 15, "info"),
    ]
    assert reading.plan is not None
    action = reading.plan.axes[0].actions[0]
    assert (action.constats, [point.texte for point in action.publics]) == ((), ["Budget : ~", "null"])
    assert [point.texte for point in action.moyens] == ["nulle part"]


def test_a_null_where_a_value_is_required_is_told_once() -> None:
    reading = read(PLAN.replace("caf: Caf de la Haute-Brume", "caf: ~").encode(), "plan.yaml")
    assert [finding.code for finding in reading.findings] == [codes.MISSING_KEY]


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2021-2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2021 - 2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2021–2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2021/2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2021 à 2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("\n  debut: 2021-03-01\n  fin: 2021-03-01", date(2021, 3, 1), date(2021, 3, 1)),
    ],
)
def test_a_period_is_years_or_dates(typed: str, start: date, end: date) -> None:
    period = plan(PLAN.replace("2024-2027", typed)).periode
    assert (period.debut, period.fin) == (start, end)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12500", "12500"),
        ("12 500", "12500"),
        ("12\u202f500,50", "12500.50"),
        (f"1{NO_BREAK}234{NO_BREAK}567 €", "1234567"),
        ("0,25", "0.25"),
        ("-300.5", "-300.5"),
    ],
)
def test_an_amount_is_written_as_french_does(typed: str, value: str) -> None:
    (line,) = fiche(with_lines("financements:", f"  - montant: {typed}")).financements
    assert line.montant is not None
    assert line.montant.valeur == Decimal(value)


def test_a_negative_number_on_its_own_line_is_a_number() -> None:
    (line,) = fiche(with_lines("financements:", "  - montant:", "      -300")).financements
    assert line.montant is not None
    assert line.montant.valeur == Decimal(-300)


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("100", 100), ("50 %", 50), (f"50{NO_BREAK}%", 50), ("75,0", 75)]
)
def test_progress_is_a_whole_percentage(typed: str, value: int) -> None:
    (entry,) = fiche(with_lines("suivi:", "  - date: 2025-03-01", f"    avancement: {typed}")).suivi
    assert entry.avancement == value


def test_pilots_may_be_named_timed_and_grouped() -> None:
    pilots = fiche(
        with_lines(
            "pilotes:",
            "  - Caf : service enfance",
            "  - Coordinatrice jeunesse : 0,25 ETP",
            "  - nom: Mairie service jeunesse",
            "    etp: 0,5",
            "  - En fonction des actions :",
            "      - CIAS",
            "      - Centre social : 1 ETP",
        )
    ).pilotes
    assert [(pilot.nom, pilot.etp) for pilot in pilots] == [
        ("Caf : service enfance", None),
        ("Coordinatrice jeunesse", Decimal("0.25")),
        ("Mairie service jeunesse", Decimal("0.5")),
        ("En fonction des actions :", None),
    ]
    assert [(pilot.nom, pilot.etp) for pilot in pilots[3].pilotes] == [
        ("CIAS", None),
        ("Centre social", Decimal(1)),
    ]


def test_indicators_and_calendars_are_texts_or_have_keys() -> None:
    action = fiche(
        with_lines(
            "indicateurs:",
            "  - Nombre de places : 12",
            "  - nom: Places",
            "    cible:",
            "      date: 2025-12-31",
            "      valeur: 30",
            "calendrier:",
            "  - 2024 : lancement",
            "  - texte: Le printemps",
            "    debut: 2025-03-20",
            "    fin: 2025-06-20",
        )
    )
    assert [indicator.nom for indicator in action.indicateurs] == ["Nombre de places : 12", "Places"]
    assert [calendar.texte for calendar in action.calendrier] == ["2024 : lancement", "Le printemps"]
    assert action.calendrier[1].fin == date(2025, 6, 20)


EMPTY = """
nature:
origine:
intitules:
constats:
descriptif:
publics:
pilotes:
partenaires:
moyens:
dispositifs:
vigilance:
resultats:
indicateurs:
calendrier:
rubriques:
etapes:
financements:
suivi:
"""


def test_an_empty_known_key_is_absent_whatever_its_shape() -> None:
    bare = plan(PLAN)
    text = with_lines(*EMPTY.split()).replace(
        "caf:",
        "signature:\nsignataires:\ncontacts:\nsource:\npreambule:\nvocabulaire:\nacteurs:\ncopils:\navenants:\ncaf:",
    )
    text = text.replace("  nom: Val", "  sigle: # aucun\n  communes:\n  nom: Val")
    text = text.replace(
        "    titre: Petite", "    intitule:\n    description:\n    objectifs:\n    titre: Petite"
    )
    assert plan(text) == bare


def test_empty_items_of_a_list_are_absent() -> None:
    assert points("-", "- un", "- # rien", "- deux") == ["un", "deux"]


def test_flow_style_and_aliases_are_yaml_and_are_read() -> None:
    action = fiche(
        with_lines(
            "constats: &les [Un besoin, 'Un autre : urgent']",
            "publics: *les",
            "pilotes: [{nom: Caf, etp: 0.5}, Mairie]",
            "suivi:",
            "  - {date: 2025-03-01, statut: en cours}",
            "  - &deux",
            "    date: 2025-03-02",
            "    note: &note Vu",
            "  - date: 2025-03-03",
            "    note: *note",
        )
    )
    assert texts(action.constats) == texts(action.publics) == ["Un besoin", "Un autre : urgent"]
    assert [(pilot.nom, pilot.etp) for pilot in action.pilotes] == [("Caf", Decimal("0.5")), ("Mairie", None)]
    assert [(entry.statut, entry.note) for entry in action.suivi] == [
        ("en cours", None),
        (None, "Vu"),
        (None, "Vu"),
    ]


def test_a_plan_may_be_json() -> None:
    text = (
        '{"format": 1, "titre": "Plan", "territoire": {"nom": "Brume"}, "caf": "Caf", "periode": "2024",\n'
        '\t"axes": [{"id": "a", "titre": "Axe"}]}'
    )
    assert plan(text).axes[0].titre == "Axe"


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{PLAN}",
        f"---\n{PLAN}...\n",
        f"%YAML 1.1\n---\n{PLAN}...\n# fin\n",
        f"--- # plan\n{PLAN}",
        f"# plan\n\n\n{PLAN}\n\n# fin",
        PLAN.rstrip("\n"),
        PLAN.replace(": ", ":   "),
        PLAN.replace(":", " :"),
        PLAN.replace(": ", ":\t"),
        PLAN.replace("\n", "  \n"),
        PLAN.replace("\n", "\t\n"),
        PLAN.replace("    actions:\n      - numero", "    actions:\n    - numero").replace(
            "        titre", "      titre"
        ),
        PLAN.replace("  - id", "  -\n    id"),
        PLAN.replace("format: 1", '"format": "1"'),
    ],
)
def test_the_same_plan_in_other_layouts(text: str) -> None:
    assert plan(text) == plan(PLAN)
