"""`ctg new`: the plan it writes, what it asks, and what it refuses."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.outputs.templates.start import Start, starting_plan
from ctgkit.plan.montant import lire_montant
from ctgkit.plan.reading import read
from ctgkit.plan.schema import schema_text
from tests.command import ctg
from tests.examples import examples
from tests.terminal import END, INTERRUPT, at_terminal

ANSWERS = ("--territoire", "Territoire inventé", "--caf", "Caf inventée", "--periode", "2025-2028")
DONE = (
    "plan.yaml : plan à compléter, écrit",
    "plan.schema.json : son schéma, pour les éditeurs, écrit",
    "",
    "Ensuite, dans un éditeur, remplacez chaque « à compléter » ; puis :",
    "  ctg validate plan.yaml",
    "  ctg lint plan.yaml",
)
#: The lines of a new plan that somebody has to complete.
_PLACEHOLDER = re.compile(r"^(?!\s*#).*compléter", re.IGNORECASE)
#: A comment that is a line of YAML: a key, perhaps an item's first, or an item of a list.
_OPTIONAL = re.compile(r"^( *)# ( *(?:- )?[a-z]+:(?: .+)?| {2,}- .+)$", re.MULTILINE)

needs_terminal = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
PLACE, FUND = "Territoire, par exemple Vie et Boulogne : ", "Caf, par exemple Caf de la Vendée : "
YEARS = "Période de la convention, par exemple 2026-2029 : "
LEVELS = "Niveaux au-dessus des fiches [Axe, Objectif] : "
AT = ("new", "plan.yaml", "--date", "2026-06-30")


def new_plan(folder: Path, *options: str) -> str:
    done = ctg("new", "plan.yaml", *options, cwd=folder)
    assert (done.status, done.err) == (0, "")
    return Path(folder, "plan.yaml").read_text(encoding="utf-8")


def test_it_writes_a_plan_and_its_schema_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = ctg("new", "plan.yaml", *ANSWERS, cwd=tmp_path)
    assert done == (
        0,
        "".join(f"{line}\n" for line in DONE),
        "",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.schema.json", "plan.yaml"]
    assert Path(tmp_path, "plan.schema.json").read_text(encoding="utf-8") == schema_text()
    plan = read(Path(tmp_path, "plan.yaml").read_bytes(), "plan.yaml").plan
    assert plan is not None
    assert (plan.territoire.nom, plan.caf) == ("Territoire inventé", "Caf inventée")
    assert (plan.periode.debut.isoformat(), plan.periode.fin.isoformat()) == ("2025-01-01", "2028-12-31")


@pytest.mark.parametrize("niveaux", ["Thématique", "Axe, Objectif", "Axe > Enjeu > Objectif", "A,B,C,D,E"])
@pytest.mark.parametrize(
    "answers",
    [ANSWERS, ("--periode", "2030-2033"), ()],
    ids=["answered", "long before it starts", "nothing said"],
)
def test_it_is_a_plan_and_lint_finds_its_placeholders_and_nothing_else(
    tmp_path: Path, niveaux: str, answers: tuple[str, ...]
) -> None:
    text = new_plan(tmp_path, *answers, "--niveaux", niveaux, "--date", "2026-06-30")
    assert ctg("validate", "plan.yaml", cwd=tmp_path) == (0, "1 plan, 2 fiches, aucune erreur\n", "")
    done = ctg("lint", "plan.yaml", "--date", "2026-06-30", "--format", "json", cwd=tmp_path)
    (checked,) = json.loads(done.out)["files"]
    found = checked["findings"]
    assert {finding["code"] for finding in found} == {"CTG307"}
    placeholders = [number for number, line in enumerate(text.splitlines(), 1) if _PLACEHOLDER.match(line)]
    assert len(placeholders) > 20
    assert sorted({finding["line"] for finding in found}) == placeholders


def test_the_levels_are_nested_as_they_are_named(tmp_path: Path) -> None:
    text = new_plan(tmp_path, *ANSWERS, "--niveaux", "Axe > Enjeu > Objectif")
    plan = read(text.encode(), "plan.yaml").plan
    assert plan is not None
    assert plan.vocabulaire.niveaux == ("Axe", "Enjeu", "Objectif")
    first, second = plan.axes
    (enjeu,) = first.objectifs
    (objectif,) = enjeu.objectifs
    (action,) = objectif.actions
    assert [one.numero for one in (first, enjeu, objectif, action)] == ["1", "1.1", "1.1.1", "1.1.1.1"]
    assert enjeu.titre == "Enjeu 1.1 (à compléter)"
    assert [one.nature for one in second.actions] == ["engagement"]
    (point,) = action.descriptif
    assert [below.texte for below in point.points] == [
        "Une première étape (à compléter)",
        "Une seconde étape : ses dates : à compléter",
    ]
    assert action.indicateurs[1].cible is not None
    assert action.suivi == ()


def test_one_level_has_its_fiches_right_below(tmp_path: Path) -> None:
    plan = read(new_plan(tmp_path, *ANSWERS, "--niveaux", "Thématique").encode(), "plan.yaml").plan
    assert plan is not None
    assert [(axe.objectifs, [one.numero for one in axe.actions]) for axe in plan.axes] == [
        ((), ["1.1"]),
        ((), [None]),
    ]


def test_its_optional_lines_are_right_once_they_are_no_comments(tmp_path: Path) -> None:
    # Those above the first blank line explain how a file is written.
    head, blank, body = new_plan(tmp_path, *ANSWERS).partition("\n\n")
    opened, number = _OPTIONAL.subn(r"\1\2", body)
    assert number == 50
    reading = read((head + blank + opened).encode(), "plan.yaml")
    assert reading.findings == ()
    assert reading.plan is not None
    assert reading.plan.acteurs[0].alias == ("CAF", "Caisse d'allocations familiales")
    action = reading.plan.axes[0].objectifs[0].actions[0]
    assert (action.suivi[0].statut, action.suivi[0].avancement) == ("en cours", 20)
    assert action.indicateurs[1].mesures[0].commentaire == "Une micro-crèche a ouvert en septembre."
    assert action.financements[0].montant == lire_montant("12 500 €")


@pytest.mark.parametrize(
    "text", ["Val : d'Or", "@x", '"', "a # b", "- a", "null", "{{ caf }}", "% d'habitants", "\\", "l'« Or »"]
)
def test_any_text_is_read_back_as_it_was_given(tmp_path: Path, text: str) -> None:
    plan = read(
        new_plan(tmp_path, "--territoire", text, "--caf", text, "--niveaux", text).encode(), "plan.yaml"
    ).plan
    assert plan is not None
    assert (plan.territoire.nom, plan.caf, plan.vocabulaire.niveaux) == (text, text, (text,))


_TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)


@examples(50)
@given(_TEXTS, st.lists(_TEXTS, min_size=1, max_size=3))
def test_no_text_breaks_the_file(text: str, niveaux: list[str]) -> None:
    start = Start(text, text, date(2025, 1, 1), date(2028, 12, 31), True, tuple(niveaux))  # noqa: FBT003
    plan = read(starting_plan(start, "plan.schema.json", date(2025, 6, 30)).encode(), "plan.yaml").plan
    assert plan is not None
    assert (plan.territoire.nom, plan.caf) == (text, text)
    assert plan.vocabulaire.niveaux == tuple(niveaux)


def test_what_nobody_says_is_to_be_completed_and_the_period_to_be_checked(tmp_path: Path) -> None:
    done = ctg("new", "plan.yaml", "--date", "2027-03-01", cwd=tmp_path)
    assert done.status == 0
    assert "La période, 2027-2030, est à vérifier : --periode ne l'a pas donnée\n" in done.out
    lines = Path(tmp_path, "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert {"  nom: Territoire (à compléter)", "caf: Caf (à compléter)", "periode: 2027-2030"} < set(lines)
    assert "# À vérifier : personne n'a donné celle-ci." in lines
    assert "À vérifier" not in new_plan(tmp_path, *ANSWERS, "--force")


@pytest.mark.process
def test_a_machine_without_standard_input_is_asked_nothing(tmp_path: Path) -> None:
    code = "import sys; sys.stdin = None; from ctgkit.app import main; sys.exit(main(['new', 'plan']))"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    assert Path(tmp_path, "plan.yaml").is_file()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--periode", "25-28"], "--periode : une période s'écrit en années : 2025-2028, ou 2025"),
        (["--periode", "0025"], "--periode : une période s'écrit en années : 2025-2028, ou 2025"),
        (["--periode", "2028-2025"], "--periode : « 2028-2025 » finit avant de commencer"),
        (["--territoire", " "], "--territoire : un texte est attendu"),
        (["--caf", "a\tb"], "--caf : il y a un caractère invisible dans ce texte ; tapez-le de nouveau"),
        (["--caf", "a\u202eb"], "--caf : il y a un caractère invisible dans ce texte ; tapez-le de nouveau"),
        (["--niveaux", "Axe,,Objectif"], "--niveaux : un texte est attendu"),
        (["--niveaux", "Axe, Axe"], "--niveaux : deux niveaux ont le même nom"),
        (["--niveaux", "a,b,c,d,e,f"], "--niveaux : 5 niveaux au plus"),
    ],
)
def test_an_option_that_will_not_do_is_told_and_nothing_is_written(
    tmp_path: Path, options: list[str], sentence: str
) -> None:
    assert ctg("new", "plan.yaml", *options, cwd=tmp_path) == (2, "", f"ctg : {sentence}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("plan.txt", "plan.txt : un plan est un fichier .yaml ; écrivez plan.txt.yaml"),
        ("-", "« ctg new » écrit dans un fichier : donnez-lui un nom, plan.yaml par exemple"),
        (".", ". : c'est un dossier ; donnez un nom de fichier, plan.yaml par exemple"),
        ("plans/", "plans/ : c'est un dossier ; donnez un nom de fichier, plans/plan.yaml par exemple"),
        ("ailleurs/plan.yaml", "ailleurs/plan.yaml : le dossier « ailleurs » n'existe pas"),
        ("n" * 300, f"{'n' * 300}.yaml : nom de fichier trop long"),
    ],
)
def test_a_name_that_will_not_do_is_told(tmp_path: Path, name: str, sentence: str) -> None:
    assert ctg("new", name, cwd=tmp_path) == (2, "", f"ctg : {sentence}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_name_without_an_extension_gets_one(tmp_path: Path) -> None:
    assert ctg("new", "mon plan", *ANSWERS, cwd=tmp_path).out.endswith("  ctg lint 'mon plan.yaml'\n")
    assert Path(tmp_path, "mon plan.yaml").is_file()


def test_a_file_is_never_replaced_without_force(tmp_path: Path) -> None:
    target = Path(tmp_path, "plan.yaml")
    for before in ("mon plan\n", ""):
        target.write_text(before, encoding="utf-8")
        assert ctg("new", "plan.yaml", cwd=tmp_path) == (
            2,
            "",
            "ctg : plan.yaml : ce fichier existe ; donnez un autre nom, ou --force pour le remplacer\n",
        )
        assert ctg("new", "plan", cwd=tmp_path).status == 2
        assert target.read_text(encoding="utf-8") == before
        assert list(tmp_path.iterdir()) == [target]
    assert ctg("new", "plan.yaml", "--force", cwd=tmp_path).status == 0
    assert target.read_text(encoding="utf-8").startswith("# yaml-language-server: ")


def test_a_schema_that_is_there_is_used_and_an_old_one_replaced(tmp_path: Path) -> None:
    schema, plans = Path(tmp_path, "schema"), Path(tmp_path, "plans")
    schema.mkdir()
    plans.mkdir()
    Path(schema, "plan.schema.json").write_text(schema_text(), encoding="utf-8")
    first = new_plan(plans, *ANSWERS).splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/plan.schema.json"
    assert [path.name for path in plans.iterdir()] == ["plan.yaml"]

    # Another version's, elsewhere, is left alone; here, it follows ctgkit.
    old = schema_text().replace("Le plan d'actions", "Un plan d'actions")
    Path(schema, "plan.schema.json").write_text(old, encoding="utf-8")
    for _ in range(2):
        first = new_plan(plans, *ANSWERS, "--force").splitlines()[0]
        assert first == "# yaml-language-server: $schema=plan.schema.json"
        assert Path(plans, "plan.schema.json").read_text(encoding="utf-8") == schema_text()
        Path(plans, "plan.schema.json").write_text(old, encoding="utf-8")
    assert Path(schema, "plan.schema.json").read_text(encoding="utf-8") == old


def test_a_file_that_only_has_the_name_of_the_schema_is_not_replaced(tmp_path: Path) -> None:
    other = Path(tmp_path, "plan.schema.json")
    other.write_text("{}\n", encoding="utf-8")
    sentence = (
        "ctg : plan.schema.json : ce fichier existe et n'est pas un schéma de ctgkit ; "
        "renommez-le, ou donnez --force pour le remplacer\n"
    )
    assert ctg("new", "plan.yaml", cwd=tmp_path) == (2, "", sentence)
    assert list(tmp_path.iterdir()) == [other]
    assert other.read_text(encoding="utf-8") == "{}\n"


@pytest.mark.process
@needs_terminal
def test_a_terminal_is_asked_again_until_the_answer_will_do(tmp_path: Path) -> None:
    typed = [
        (PLACE, "\n"),
        (PLACE, "Val : d'Oré\n"),
        (FUND, "a\x16\x01\n"),
        (FUND, "@x\n"),
        (YEARS, "25-28\n"),
        (YEARS, "2028-2025\n"),
        (YEARS, "2025 à 2028\n"),
        (LEVELS, "Axe,\n"),
        (LEVELS, "\n"),
    ]
    done = at_terminal(AT, typed, tmp_path)
    assert done.status == 0
    assert done.screen.splitlines() == [
        PLACE,
        "  un texte est attendu",
        f"{PLACE}Val : d'Oré",
        f"{FUND}a^A",
        "  il y a un caractère invisible dans ce texte ; tapez-le de nouveau",
        f"{FUND}@x",
        f"{YEARS}25-28",
        "  une période s'écrit en années : 2025-2028, ou 2025",
        f"{YEARS}2028-2025",
        "  « 2028-2025 » finit avant de commencer",
        f"{YEARS}2025 à 2028",
        f"{LEVELS}Axe,",
        "  un texte est attendu",
        LEVELS,
        *DONE,
    ]
    plan = read(Path(tmp_path, "plan.yaml").read_bytes(), "plan.yaml").plan
    assert plan is not None
    assert (plan.territoire.nom, plan.caf) == ("Val : d'Oré", "@x")
    assert (plan.periode.debut.year, plan.periode.fin.year) == (2025, 2028)
    assert plan.vocabulaire.niveaux == ("Axe", "Objectif")


@pytest.mark.process
@needs_terminal
def test_a_terminal_is_asked_only_what_the_options_do_not_say(tmp_path: Path) -> None:
    done = at_terminal([*AT, *ANSWERS], [(LEVELS, "Thématique\n")], tmp_path)
    assert (done.status, done.screen.splitlines()[0]) == (0, f"{LEVELS}Thématique")
    done = at_terminal([*AT, "--force", *ANSWERS, "--niveaux", "Axe"], [], tmp_path)
    assert (done.status, done.screen.splitlines()[0]) == (0, "plan.yaml : plan à compléter, écrit")


@pytest.mark.process
@needs_terminal
def test_an_option_that_will_not_do_is_told_before_any_question(tmp_path: Path) -> None:
    done = at_terminal([*AT, "--periode", "x"], [], tmp_path)
    sentence = "ctg : --periode : une période s'écrit en années : 2025-2028, ou 2025\n"
    assert (done.status, done.screen) == (2, sentence)


@pytest.mark.process
@needs_terminal
@pytest.mark.parametrize(
    ("keys", "status", "sentence"),
    [
        (INTERRUPT, 130, "ctg : interrompu, rien n'est écrit"),
        (END, 2, "ctg : la saisie s'est arrêtée : rien n'est écrit"),
    ],
)
def test_whoever_has_had_enough_leaves_nothing_behind(
    tmp_path: Path, keys: str, status: int, sentence: str
) -> None:
    done = at_terminal(AT, [(PLACE, "x\n"), (FUND, keys)], tmp_path)
    assert (done.status, done.screen.splitlines()[-1]) == (status, sentence)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.process
@needs_terminal
def test_a_file_made_during_the_questions_is_not_replaced(tmp_path: Path) -> None:
    target = Path(tmp_path, "plan.yaml")

    def meanwhile() -> str:
        target.write_text("à moi\n", encoding="utf-8")
        return "Axe\n"

    done = at_terminal([*AT, *ANSWERS], [(LEVELS, meanwhile)], tmp_path)
    assert done.status == 2
    assert "ce fichier existe" in done.screen
    assert target.read_text(encoding="utf-8") == "à moi\n"
