"""`ctg status`: the state of a plan on its screens, tables and sheets."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from tests.command import Done, ctg, plan
from tests.conftest import PLANS, ROOT, tool
from tests.terminal import shown
from tests.wrong import refused_everywhere

LIFE = """\
format: 1
titre: Plan inventé
territoire: {nom: Territoire inventé}
caf: Caf inventée
periode: 2024-2027
vocabulaire: {niveaux: [Axe, Objectif]}
acteurs:
  - {id: rpe, nom: Relais petite enfance, alias: [RPE]}
axes:
  - id: enfance
    numero: 1
    titre: Enfance
    objectifs:
      - numero: 1.1
        titre: Des places
        actions:
          - numero: 1.1.1
            titre: Ouvrir une crèche
            pilotes: [RPE, Mairie]
            calendrier: 2024-2025
            etapes:
              - titre: Choisir
                suivi:
                  - {date: 2024-05-02, statut: réalisée}
              - titre: Construire
                calendrier: 2025
                suivi:
                  - {date: 2025-03-01, statut: en cours, avancement: 31}
            suivi:
              - {date: 2024-05-02, statut: en cours, note: Le terrain est choisi., auteur: Camille}
              - {date: 2026-06-30, statut: réalisée}
          - numero: 1.1.2
            titre: "=HYPERLINK(1)"
            calendrier: À partir de 2027
            suivi:
              - {date: 2023-02-01, statut: en cours}
              - {date: 2025-11-01, statut: à venir, note: "| a; b"}
  - id: vie
    numero: 2
    titre: Vie sociale
    actions:
      - numero: 2.1
        titre: Tenir un café
        pilotes: [relais petite enfance]
        calendrier: "À partir de 2024 : un café par saison"
        suivi:
          - {date: 2024-01-15, statut: bloquée, avancement: 5, note: Il manque un local.}
"""
DAY = ("--date", "2026-03-01")


def status(*arguments: str, **more: Any) -> Done:
    """The state of :data:`LIFE`, from standard input."""
    return ctg("status", "-", *arguments, data=LIFE.encode(), **more)


def lines(text: str) -> list[str]:
    """The lines of a screen, its no-break spaces as plain ones."""
    return text.replace("\u00a0", " ").splitlines()


def test_totals_come_first_then_a_table_for_each_section() -> None:
    done = status(*DAY)
    assert (done.status, done.err) == (0, "")
    head = "adresse  titre                                                      statut          avancement"
    assert lines(done.out) == [
        "État au 1er mars 2026",
        "Plan inventé",
        "Territoire inventé · Caf inventée · 2024-2027 · 3 fiches",
        "",
        "  à venir         1  " + "█" * 30,
        "  en cours        1  " + "█" * 30,
        "  réalisée        0",
        "  en pause        0",
        "  bloquée         1  " + "█" * 30,
        "  abandonnée      0",
        "  non renseignée  0",
        "Alertes : 1 en retard, 1 bloquée, 1 sans nouvelles, 1 sans pilote",
        "",
        "Axe 1 – Enfance",
        "2 fiches : 1 à venir, 1 en cours ; alertes : 1 en retard, 1 sans pilote",
        head,
        # The mean of 100 and 31, rounded down.
        f"1.1.1    Ouvrir une crèche{' ' * 42}en cours        ██████░░░░  65 %",
        "         quand : 2024-2025",
        "         qui : Relais petite enfance, Mairie",
        "         étapes : 1 en cours, 1 réalisée",
        "         ! en retard de 60 jours : à finir le 31 décembre 2025 au plus tard",
        "         ! étape « Construire » : en retard de 60 jours : à finir le 31 décembre 2025 au plus tard",
        "         2 mai 2024 : Le terrain est choisi. (Camille)",
        f"1.1.2    =HYPERLINK(1){' ' * 46}à venir         ░░░░░░░░░░   0 %",
        "         quand : À partir de 2027",
        "         ! sans pilote",
        "         1er novembre 2025 : | a; b",
        "",
        "Axe 2 – Vie sociale",
        "1 fiche, bloquée ; alertes : 1 bloquée, 1 sans nouvelles",
        head,
        f"2.1      Tenir un café{' ' * 46}bloquée         █░░░░░░░░░   5 %",
        "         quand : À partir de 2024 : un café par saison",
        "         qui : Relais petite enfance",
        "         ! bloquée depuis le 15 janvier 2024",
        "         ! sans nouvelles depuis 776 jours : les dernières datent du 15 janvier 2024",
        "         15 janvier 2024 : Il manque un local.",
        "",
        "1 entrée après le 1er mars 2026 n'est pas comptée",
        "1.1.2 : l'entrée du 1er février 2023 n'est pas comptée, elle précède la convention (qui commence le",
        "1er janvier 2024)",
    ]


def test_what_is_late_and_has_not_begun_is_told_once() -> None:
    text = plan(suite="        calendrier: 2025")
    shown = lines(ctg("status", "-", *DAY, data=text.encode()).out)
    assert "Alertes : 1 en retard, 1 démarrage en retard, 1 sans pilote" in shown
    late = "! en retard de 60 jours : à finir le 31 décembre 2025 au plus tard,"
    told = f"{late} et rien ne dit que c'est commencé ! sans pilote"
    assert told in " ".join(" ".join(shown).split())


def groups(*arguments: str) -> list[tuple[str, list[str]]]:
    """The groups of the JSON document: their titles, and the fiches of each."""
    document = json.loads(status(*DAY, "--format", "json", *arguments).out)
    return [
        (one["titre"], [address.rpartition("/")[2] for address in one["fiches"]])
        for one in document["plan"]["groupes"]
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("axe", [("Axe 1 – Enfance", ["1.1.1", "1.1.2"]), ("Axe 2 – Vie sociale", ["2.1"])]),
        (
            "pilote",
            [("Mairie", ["1.1.1"]), ("Relais petite enfance", ["1.1.1", "2.1"]), ("Sans pilote", ["1.1.2"])],
        ),
        ("statut", [("À venir", ["1.1.2"]), ("En cours", ["1.1.1"]), ("Bloquée", ["2.1"])]),
        (
            "annee",
            [
                ("2024", ["1.1.1", "2.1"]),
                ("2025", ["1.1.1", "2.1"]),
                ("2026", ["2.1"]),
                ("2027", ["1.1.2", "2.1"]),
            ],
        ),
    ],
)
def test_fiches_are_grouped_by_what_is_asked(by: str, expected: list[tuple[str, list[str]]]) -> None:
    assert groups("--by", by) == expected
    shown = lines(status(*DAY, "--by", by).out)
    assert [line for line in shown if line in {title for title, _ in expected}] == [
        title for title, _ in expected
    ]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("late", ["1.1.1"]),
        ("blocked", ["2.1"]),
        ("silent", ["2.1"]),
        ("no-pilot", ["1.1.2"]),
        ("late-start", []),
        ("planned,ongoing", ["1.1.1", "1.1.2"]),
        ("late, silent", ["1.1.1", "2.1"]),
        ("unreported", []),
        ("done", []),
    ],
)
def test_only_the_fiches_that_are_asked_for_are_shown(only: str, expected: list[str]) -> None:
    assert [address for _, addresses in groups("--only", only) for address in addresses] == expected


def test_what_is_asked_for_is_said_and_the_totals_stay_whole() -> None:
    shown = lines(status(*DAY, "--only", "late", "--only", "silent").out)
    assert "Seulement les fiches en retard ou sans nouvelles : 2 fiches" in shown
    assert "Territoire inventé · Caf inventée · 2024-2027 · 3 fiches" in shown


def test_what_moved_since_the_last_committee() -> None:
    shown = lines(status(*DAY, "--since", "2025-02-28").out)
    start = shown.index("2 fiches ont bougé depuis le 28 février 2025")
    moved = [line for line in shown[start:] if line.lstrip().startswith("- ")]
    assert moved == [
        "         - 50 % → 65 %",
        "         - nouvelle alerte : en retard",
        "         - 1er mars 2025 : étape « Construire » : en cours, 31 %",
        "         - non renseignée → à venir, – → 0 %",
        "         - 1er novembre 2025 : à venir. | a; b",
    ]


def test_a_past_day_can_be_shown_again_whatever_was_written_since() -> None:
    cut = LIFE.replace("              - {date: 2026-06-30, statut: réalisée}\n", "")
    assert cut != LIFE
    past = ctg("status", "-", *DAY, data=cut.encode())
    told = "1 entrée après le 1er mars 2026 n'est pas comptée"
    assert lines(past.out) == [line for line in lines(status(*DAY).out) if line != told]


def test_the_sheet_is_one_that_a_french_spreadsheet_opens_and_that_runs_nothing() -> None:
    done = status(*DAY, "--format", "csv")
    assert done.out.startswith("\ufeffaxe;adresse;titre;")
    assert done.out.count("\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert [row["adresse"] for row in rows] == ["enfance/1.1.1", "enfance/1.1.2", "vie/2.1"]
    assert rows[1]["titre"] == "'=HYPERLINK(1)"
    assert rows[1]["dernière note"] == "| a; b"
    first = {key: rows[0][key] for key in ("avancement (%)", "début", "fin", "pilotes", "alertes", "section")}
    assert first == {
        "avancement (%)": "65",
        "début": "2024-01-01",
        "fin": "2025-12-31",
        "pilotes": "Relais petite enfance, Mairie",
        "alertes": "en retard",
        "section": "Axe 1 – Enfance › Objectif 1.1 – Des places",
    }
    assert lines(done.err) == [
        "ctg : 1 entrée après le 1er mars 2026 n'est pas comptée",
        (
            "ctg : 1.1.2 : l'entrée du 1er février 2023 n'est pas comptée, elle précède la convention "
            "(qui commence le 1er janvier 2024)"
        ),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d", "\uff20"])
def test_no_cell_of_a_sheet_is_a_formula(start: str) -> None:
    text = plan(action=f'        titre: "{start}1+1"\n        pilotes: ["{start}cmd"]')
    done = ctg("status", "-", *DAY, "--format", "csv", data=text.encode())
    (row,) = csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert (row["titre"], row["pilotes"]) == (f"'{start}1+1", f"'{start}cmd")


def test_json_holds_the_whole_state() -> None:
    document = json.loads(status(*DAY, "--format", "json", "--since", "2025-02-28").out)
    assert {key: document[key] for key in ("version", "command", "date", "depuis_le")} == {
        "version": 2,
        "command": "status",
        "date": "2026-03-01",
        "depuis_le": "2025-02-28",
    }
    one = document["plan"]
    assert one["file"] == "entrée standard"
    assert one["totaux"]["statuts"]["bloquée"] == 1
    fiche = one["fiches"][0]
    assert fiche["alertes"] == [
        {
            "code": "en-retard",
            "jour": "2025-12-31",
            "jours": 60,
            "borne": {
                "premier": "2025-01-01",
                "dernier": "2025-12-31",
                "precision": "annee",
                "portee": "exact",
            },
        }
    ]
    assert fiche["etapes"][0]["avancement"] == 100
    assert fiche["evolution"]["avancement"] == 50
    assert one["non_comptees"] == [
        {"adresse": "1.1.1", "etape": None, "sorte": "entree", "date": "2026-06-30", "motif": "apres"},
        {"adresse": "1.1.2", "etape": None, "sorte": "entree", "date": "2023-02-01", "motif": "avant"},
    ]


def test_numbers_that_readers_of_json_would_round_are_texts() -> None:
    lines = [
        "        indicateurs:",
        "          - nom: Places",
        "            mesures:",
        f"              - {{date: 2025-01-01, valeur: {'7' * 5000}}}",
        "          - nom: Taux",
        "            mesures: [{date: 2025-01-01, valeur: 12.5}]",
    ]
    text = plan(suite="\n".join(lines))
    done = ctg("status", "-", *DAY, "--format", "json", data=text.encode())
    indicators = json.loads(done.out)["plan"]["fiches"][0]["indicateurs"]
    assert [one["mesure"] for one in indicators] == ["7" * 5000, 12.5]


def test_json_follows_its_schema() -> None:
    schema = ctg("schema", "status").out
    assert schema == (ROOT / "schema" / "status.schema.json").read_text(encoding="utf-8")
    validator = Draft7Validator(json.loads(schema))
    whole = str(ROOT / "tests" / "data" / "complet.yaml")
    fier = str(PLANS / "fier-et-usses.yaml")
    documents = []
    for arguments in (
        [whole],
        [fier],
        [whole, "--since", "2025-01-01"],
        [whole, fier],
        [whole, "--by", "pilote"],
    ):
        document = json.loads(ctg("status", *arguments, *DAY, "--format", "json").out)
        assert [error.message for error in validator.iter_errors(document)] == []
        documents.append(document)
    places, made = refused_everywhere(validator, documents)
    assert places > 200
    assert made > 800


def test_markdown_has_the_same_tables() -> None:
    done = status(*DAY, "--format", "md")
    tokens = MarkdownIt().enable("table").parse(done.out)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level > 3:
            rows[-1].append("".join(child.content for child in token.children or []).replace("\u00a0", " "))
    fiches = [row for row in rows if row and row[0] in {"1.1.1", "1.1.2", "2.1"}]
    assert [len(row) for row in fiches] == [8, 8, 8]
    assert fiches[1] == [
        "1.1.2",
        "=HYPERLINK(1)",
        "à venir",
        "░░░░░░░░░░   0 %",
        "À partir de 2027",
        "–",
        "sans pilote",
        "1er novembre 2025 : | a ; b",
    ]


# Several plans


def test_several_plans_are_a_line_each_and_a_total(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(LIFE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(plan(), encoding="utf-8")
    done = ctg("status", ".", *DAY, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert lines(done.out) == [
        "État au 1er mars 2026",
        "./a.yaml : 3 fiches : 1 à venir, 1 en cours, 1 bloquée ; alertes : 1 en retard, 1 bloquée, 1 sans",
        "  nouvelles, 1 sans pilote",
        "./b.yaml : 1 fiche, non renseignée ; alertes : 1 sans pilote",
        "2 plans, 4 fiches : 1 à venir, 1 en cours, 1 bloquée, 1 non renseignée ; alertes : 1 en retard,",
        "1 bloquée, 1 sans nouvelles, 2 sans pilote",
        "2 entrées, mesures ou bilans ne sont pas comptés : « ctg status » sur un seul plan dit pourquoi",
    ]


def test_a_plan_with_errors_does_not_keep_the_others_from_being_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(plan(caf=""), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(plan(), encoding="utf-8")
    done = ctg("status", "a.yaml", "b.yaml", "c.yaml", *DAY, "--format", "json", cwd=tmp_path)
    assert done.status == 2
    assert "a.yaml:1:1: CTG102" in done.err
    assert "ctg : c.yaml : fichier introuvable" in done.err
    document = json.loads(done.out)
    assert [one["file"] for one in document["plans"]] == ["b.yaml"]
    assert (document["totaux"]["fiches"], document["invalid"]) == (1, ["a.yaml"])
    assert document["problems"] == ["c.yaml : fichier introuvable"]
    assert ctg("status", "a.yaml", "b.yaml", *DAY, cwd=tmp_path).status == 1


def test_one_plan_with_errors_is_not_shown() -> None:
    done = ctg("status", "-", data=plan(caf="").encode())
    assert (done.status, done.out) == (1, "")
    assert "entrée standard:1:1: CTG102" in done.err
    assert done.err.endswith("1 erreur : rien n'est affiché ni écrit\n")


@pytest.mark.parametrize("form", ["csv", "md"])
def test_tables_of_several_plans_have_a_row_each(form: str) -> None:
    done = ctg("status", str(PLANS), *DAY, "--format", form, "--since", "2025-01-01")
    assert done.status == 0
    rows = [row for row in done.out.splitlines() if "Fier et Usses" in row or "Vie et Boulogne" in row]
    cells = [row.replace(";", "|").replace(" ", "").split("|") for row in rows]
    assert [("28" in row, "22" in row) for row in cells] == [(True, False), (False, True)]
    assert ("| **Total** | 2 plans | 50 |" in done.out) == (form == "md")


def test_many_plans_give_what_each_gives(tmp_path: Path) -> None:
    for number in range(230):  # more than one process works on so many
        (tmp_path / f"{number:03}.yaml").write_text(LIFE, encoding="utf-8")
    done = ctg("status", ".", *DAY, "--format", "json", cwd=tmp_path)
    document = json.loads(done.out)
    assert [one["file"] for one in document["plans"]] == [f"./{number:03}.yaml" for number in range(230)]
    assert {one["totaux"]["fiches"] for one in document["plans"]} == {3}
    assert document["totaux"]["fiches"] == 690


# Files


@pytest.mark.parametrize("name", ["état.txt", "état.md", "état.csv", "état.json"])
def test_the_extension_decides_and_a_file_is_replaced_by_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = status(*DAY, "-o", name, cwd=tmp_path)
    assert (first.status, first.out) == (0, f"{name}\n")
    written = (tmp_path / name).read_bytes()
    assert status(*DAY, "-o", name, cwd=tmp_path).status == 0
    assert (tmp_path / name).read_bytes() == written
    form = {"txt": "text"}.get(name[5:], name[5:])
    assert status(*DAY, "--format", form).out.encode() == written
    assert ctg("status", str(PLANS), *DAY, "-o", name, cwd=tmp_path).status == 0


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Mes notes\n", encoding="utf-8")
    done = status("-o", "notes.md", cwd=tmp_path)
    assert done.status == 2
    assert "ctgkit ne l'a pas écrit" in done.err
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "# Mes notes\n"
    assert status("-o", "notes.md", "--force", cwd=tmp_path).status == 0


def test_the_plan_itself_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(plan(), encoding="utf-8")
    done = ctg("status", "p.json", "-o", "p.json", "--force", cwd=tmp_path)
    assert (done.status, done.err) == (
        2,
        "ctg : p.json : c'est le plan lui-même ; donnez un autre nom avec -o\n",
    )


# Bad input


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--by", "pilotte"], "valeur inconnue pour --by : « pilotte » ; vouliez-vous dire « pilote » ?"),
        (["--by", "x"], "valeur inconnue pour --by : « x » ; valeurs possibles : axe, pilote, statut, annee"),
        (["--only", "lat"], "valeur inconnue pour --only : « lat » ; vouliez-vous dire « late » ?"),
        (
            ["--only", "en retad"],
            "valeur inconnue pour --only : « en retad » ; vouliez-vous dire « en retard » ?",
        ),
        (
            ["--only", "late,zzz"],
            (
                "valeur inconnue pour --only : « zzz » ; valeurs possibles : en retard, démarrage en retard, "
                "bloquée, sans nouvelles, sans pilote, à l'étude, à venir, en cours, réalisée, en pause, "
                "reportée, abandonnée, non renseignée"
            ),
        ),
        (
            ["--date", "30/06/2026"],
            (
                "--date attend une date, année-mois-jour (2024-03-15), et non « 30/06/2026 » ; "
                "écrivez 2026-06-30"
            ),
        ),
        (
            ["--since", "juin 2025"],
            "--since attend une date, année-mois-jour (2024-03-15), et non « juin 2025 »",
        ),
        (
            ["--date", "2025-06-19", "--since", "2025-06-19"],
            "--since (2025-06-19) doit précéder le jour de l'état (2025-06-19)",
        ),
        (
            ["--format", "xml"],
            "valeur inconnue pour --format : « xml » ; valeurs possibles : text, md, json, csv",
        ),
        (
            ["-o", "x.pdf"],
            "extension inconnue : « x.pdf » ; écrivez .txt, .md, .json ou .csv, ou donnez --format",
        ),
    ],
)
def test_what_is_asked_wrongly_is_told_with_what_can_be_asked(arguments: list[str], sentence: str) -> None:
    assert status(*arguments) == (2, "", f"ctg : {sentence}\n")


def test_groups_are_those_of_one_plan() -> None:
    done = ctg("status", str(PLANS), "--by", "pilote")
    sentence = "--by regroupe les fiches d'un seul plan, et il y en a 2 ; donnez-en un, ou retirez --by"
    assert done == (2, "", f"ctg : {sentence}\n")


# Screens


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
@pytest.mark.parametrize("columns", [40, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(columns: int, tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(LIFE, encoding="utf-8")
    text = shown(columns, "status", str(file), *DAY)
    assert max(len(line) for line in text.splitlines()) <= columns
    words = sorted(word for word in text.split() if "█" not in word)
    piped = sorted(word for word in status(*DAY).out.split() if "█" not in word)
    if columns < 80:  # no room for headings: each fiche has its own lines
        for heading in ("adresse", "titre", "statut", "avancement") * 2:
            piped.remove(heading)
    assert words == piped


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
def test_a_colour_says_nothing_that_words_do_not(tmp_path: Path) -> None:
    import re  # noqa: PLC0415

    file = tmp_path / "p.yaml"
    file.write_text(LIFE, encoding="utf-8")
    plain, colored = (shown(80, "status", str(file), *DAY, color=when) for when in ("never", "auto"))
    assert "\x1b[" not in plain
    assert "\x1b[1;31mbloquée\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_nothing_of_a_plan_drives_the_terminal() -> None:
    text = plan(action='        titre: "a\\e[31m\\u202Eb"\n        pilotes: ["c\\x07"]')
    for form in ("text", "md", "json", "csv"):
        done = ctg("status", "-", *DAY, "--format", form, data=text.encode())
        assert done.status == 0
        assert not {"\x1b", "\u202e", "\x07"} & set(done.out)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_any_day_there_is_can_be_asked_for(day: str, form: str) -> None:
    whole = ROOT / "tests" / "data" / "complet.yaml"
    assert ctg("status", str(whole), "--date", day, "--format", form).status == 0


def test_a_plan_without_any_fiche_is_told_as_it_is() -> None:
    text = plan(axes="axes:\n  - id: vide\n    titre: Vide", numero="", action="")
    for form in ("text", "md", "json", "csv"):
        assert ctg("status", "-", *DAY, "--format", form, data=text.encode())[::2] == (0, "")
    shown = lines(ctg("status", "-", *DAY, data=text.encode()).out)
    assert shown[2] == "Territoire inventé · Caf inventée · 2025-2028 · aucune fiche"
    assert shown[-1] == "Alertes : aucune"


def test_a_file_at_a_git_revision_is_one_plan_too(tmp_path: Path) -> None:
    git = tool("git")
    name = ["-c", "user.name=Essai", "-c", "user.email=essai@example.invalid"]
    (tmp_path / "p.yaml").write_text(LIFE, encoding="utf-8")
    for command in (["init", "-q"], ["add", "p.yaml"], ["commit", "-qm", "un"]):
        subprocess.run([git, *name, *command], cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "p.yaml").write_text(plan(), encoding="utf-8")
    assert ctg("status", "HEAD:p.yaml", *DAY, cwd=tmp_path).out == status(*DAY).out
