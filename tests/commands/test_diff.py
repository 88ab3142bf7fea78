"""`ctg diff`: the same sentences on a screen, in Markdown, in a page and as JSON."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from ctgkit import __version__
from ctgkit.app.documents.comparison import written
from ctgkit.app.documents.templating import BUILT_IN
from ctgkit.french.visible import visible, width
from ctgkit.outputs.terminal import Paint
from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.reports.diff import Read, Scope, View, tell
from ctgkit.reports.diff.data import data
from ctgkit.reports.diff.schema import json_schema, schema_text
from ctgkit.reports.diff.text import Screen
from ctgkit.versions import compare
from tests.command import Done, ctg, plan
from tests.conftest import ROOT
from tests.examples import examples
from tests.outputs.templates.markup import Page, bare, spaced
from tests.outputs.templates.texts import naughty
from tests.versions.drawing import pairs
from tests.versions.real import FIER, Data, fiche, points

SIGNED, TODAY = "docs/exemple/plan-2023-signe.yaml", "docs/exemple/plan.yaml"
SCHEMA = ROOT / "schema" / "diff.schema.json"


def example(*arguments: str) -> Done:
    return ctg("diff", SIGNED, TODAY, *arguments, cwd=ROOT)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def typed(text: str) -> str:
    return plain(spaced(text))


def document(*arguments: str) -> Any:
    return json.loads(example("--format", "json", *arguments).out)


def test_the_avenant_of_the_example_is_told_as_its_object_says() -> None:
    """`avenants` of the example says what the avenant did; the journal is apart."""
    contract = plain(example("--contract").out)
    for words in (
        "une micro-crèche de [-dix-]{+douze+} places",
        "[-Rentrée 2025-]{+D'ici fin 2026+}",
        "Fiche action 2.2.2 – Créer une ludothèque associative à Bourg-Imaginaire",
        "- Fiche retirée (l. 657 → –)",
        "± Fiche d'engagement remplacée par 2 fiches actions",
        "{+3.1.1 – Créer un accueil de jeunes itinérant+}",
        "cible : [-10 au 31 décembre 2025-]{+12 au 31 décembre 2026+}",
        "montant : [-180 000 €-]{+216 000 €+}",
    ):
        assert words in contract
    assert "Suivi" not in re.sub(r"^ +Suivi :", "", contract, flags=re.MULTILINE)
    followup = plain(example("--followup").out)
    assert "+ Avenant n° 1 ajouté" in followup
    assert "Contrat" not in followup
    assert "Rentrée 2025" not in followup


def test_lines_are_those_of_both_files() -> None:
    old, new = ((ROOT / name).read_text(encoding="utf-8").splitlines() for name in (SIGNED, TODAY))
    told = [one for one in document()["changes"] if one["subject"] == "calendrier"]
    assert len(told) == 4
    for one in told:
        edit = one["edits"][0]
        assert edit["before"] in old[one["old"]["line"] - 1][one["old"]["column"] - 1 :]
        assert edit["after"] in new[one["new"]["line"] - 1][one["new"]["column"] - 1 :]
    assert any(one["old"]["line"] is None for one in document()["changes"] if one["kind"] == "added")


def test_without_a_change_nothing_is_told(tmp_path: Path) -> None:
    Path(tmp_path, "a.yaml").write_text(plan(), encoding="utf-8")
    Path(tmp_path, "b.yaml").write_text("# autre\n" + plan(), encoding="utf-8")
    done = ctg("diff", "a.yaml", "b.yaml", "--exit-code", cwd=tmp_path)
    assert done == (
        0,
        (
            "Ce qui change entre deux versions\n"
            "- a.yaml\u00a0: Plan d'essai, 1 fiche\n"
            "+ b.yaml\u00a0: Plan d'essai, 1 fiche\n"
            "\n"
            "Aucun changement au contrat, aucun changement au suivi\n"
        ),
        "",
    )


def test_the_status_is_1_only_when_asked_and_only_for_what_is_told() -> None:
    assert example().status == 0
    assert example("--exit-code").status == 1
    assert example("--exit-code", "--only", "1.2.2", "--contract").status == 0
    assert example("--exit-code", "--only", "1.2.2").status == 1


# --- how much is told ------------------------------------------------------------------------------


def test_only_some_fiches_under_whatever_address() -> None:
    assert {one["new"]["adresse"] for one in document("--only", "2.1.1")["changes"]} == {"2.1.1"}
    # 2.2.2 is in the old plan only, 3.1.1 in the new one only, and « jeunesse » a whole theme.
    assert [one["kind"] for one in document("--only", "2.2.2")["changes"]] == ["removed"]
    assert [one["kind"] for one in document("--only", "3.1.1")["changes"]] == ["replaced"]
    assert [one["kind"] for one in document("--only", "JEUNESSE,2.2.2")["changes"]] == ["removed", "replaced"]
    assert {one["new"]["adresse"] for one in document("--only", "4.1", "--only", "4.4")["changes"]} == {
        "4.1",
        "4.4",
    }


def test_an_address_that_neither_plan_has_is_told_with_the_nearest() -> None:
    done = example("--only", "jeuness")
    assert done == (
        2,
        "",
        (
            "ctg : aucune fiche ni section à l'adresse « jeuness », dans aucun des deux plans ; "
            "vouliez-vous dire « jeunesse » ?\n"
        ),
    )


def test_stat_is_a_line_and_numbers_for_each_fiche() -> None:
    found = [line.strip() for line in plain(example("--stat", "--contract").out).splitlines()]
    assert found[found.index("Fiche action 1.1.1 – Ouvrir une micro-crèche à Pont-Inventé") + 1] == "+1 ~9"
    assert "[-" not in "".join(found)
    done = example("--stat", "--format", "json")
    assert (done.status, done.out) == (2, "")


def test_context_is_a_number_of_words() -> None:
    (one,) = [line for line in example("--context", "1").out.splitlines() if "douze+}" in line]
    assert one.strip() == "… de [-dix-]{+douze+} places"
    (one,) = [line for line in example("--context", "all").out.splitlines() if "douze+}" in line]
    assert one.strip() == "Construire et équiper une micro-crèche de [-dix-]{+douze+} places"
    assert example("--context", "-1").status == 2
    assert example("--context", "²").err == "ctg : --context attend un nombre de mots, ou all, et non « ² »\n"


# --- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "side"), [(0, 1, "l'ancienne version"), (1, 0, "la nouvelle version")]
)
def test_a_side_that_is_no_plan_shows_its_findings(tmp_path: Path, old: int, new: int, side: str) -> None:
    names = ("faux.yaml", "vrai.yaml")
    Path(tmp_path, names[0]).write_text(plan(caf=""), encoding="utf-8")
    Path(tmp_path, names[1]).write_text(plan(), encoding="utf-8")
    done = ctg("diff", names[old], names[new], cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "faux.yaml:1:1: CTG102 il manque la clé" in done.err
    assert done.err.splitlines()[-1] == (
        f"ctg : {side} (faux.yaml) n'est pas un plan : 1 erreur ; rien n'est comparé"
    )


def test_two_sides_that_are_no_plans_show_the_findings_of_both(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        Path(tmp_path, name).write_text(plan(caf=""), encoding="utf-8")
    done = ctg("diff", "a.yaml", "b.yaml", cwd=tmp_path)
    assert done.status == 2
    assert [line[:6] for line in done.err.splitlines() if "CTG102" in line] == ["a.yaml", "b.yaml"]


def test_plans_of_two_territories_are_compared_only_when_asked(tmp_path: Path) -> None:
    Path(tmp_path, "a.yaml").write_text(plan(), encoding="utf-8")
    other = plan(territoire="territoire:\n  nom: Ailleurs")
    Path(tmp_path, "b.yaml").write_text(other, encoding="utf-8")
    assert ctg("diff", "a.yaml", "b.yaml", cwd=tmp_path) == (
        2,
        "",
        (
            "ctg : ces plans sont de deux territoires, « Territoire inventé » et « Ailleurs » ; "
            "--force les compare quand même\n"
        ),
    )
    done = ctg("diff", "a.yaml", "b.yaml", "--force", cwd=tmp_path)
    assert "[-Territoire inventé-]{+Ailleurs+}" in done.out
    # An accent or a capital less is a correction, not another territory.
    Path(tmp_path, "b.yaml").write_text(
        plan(territoire="territoire:\n  nom: TERRITOIRE INVENTE"), encoding="utf-8"
    )
    assert ctg("diff", "a.yaml", "b.yaml", cwd=tmp_path).status == 0


def test_a_file_is_written_whole_and_nobody_else_s_is_replaced(tmp_path: Path) -> None:
    old, new = (str(ROOT / name) for name in (SIGNED, TODAY))
    for name in ("d.txt", "d.md", "d.html", "d.json"):
        for _ in range(2):  # ctgkit's own files are replaced
            assert ctg("diff", old, new, "-o", name, cwd=tmp_path) == (0, f"{name}\n", "")
    Path(tmp_path, "notes.md").write_text("à moi", encoding="utf-8")
    done = ctg("diff", old, new, "-o", "notes.md", cwd=tmp_path)
    assert done.status == 2
    assert Path(tmp_path, "notes.md").read_text(encoding="utf-8") == "à moi"
    assert ctg("diff", old, new, "-o", "notes.md", "--force", cwd=tmp_path).status == 0
    assert ctg("diff", old, new, "-o", "d.pdf", cwd=tmp_path).status == 2
    copy = Path(tmp_path, "copie.yaml")
    copy.write_bytes((ROOT / SIGNED).read_bytes())
    assert (
        ctg("diff", "copie.yaml", new, "-o", "copie.yaml", "--format", "md", "--force", cwd=tmp_path).status
        == 2
    )
    assert copy.read_bytes() == (ROOT / SIGNED).read_bytes()


# --- the four formats say the same -----------------------------------------------------------------


def test_every_format_has_every_sentence() -> None:
    sentences = [plain(one["sentence"]) for one in document()["changes"]]
    assert len(sentences) > 100
    text = " ".join(plain(example().out).split())
    page = " ".join(typed(Page(example("--format", "html").out).text("main")).split())
    markdown = MarkdownIt("commonmark").enable("table").render(example("--format", "md").out)
    marked = " ".join(typed(Page(f"<main>{markdown}</main>").text("main")).split())
    for sentence in sentences:
        for shown in (text, page, marked):
            assert sentence in shown


def test_json_is_what_its_schema_says_and_the_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    assert ctg("schema", "diff").out == schema_text()
    Draft7Validator.check_schema(json_schema())
    for arguments in ((), ("--contract",), ("--only", "2.2.2")):
        assert list(Draft7Validator(json_schema()).iter_errors(document(*arguments))) == []
    found = document()
    assert found["totals"] == {
        "contract": sum(one["contract"] for one in found["changes"]),
        "followup": sum(one["volet"] == "suivi" for one in found["changes"]),
        "ajustements": 0,
        "corrections": 0,
        "forme": 0,
        "typographie": 0,
    }
    addresses = [
        tuple(one[side] and one[side]["complete"] for side in ("old", "new")) for one in found["fiches"]
    ]
    assert sorted(addresses, key=str) == [
        ("jeunesse", None),
        ("parentalite/2.2.2", None),
        (None, "jeunesse/3.1.1"),
        (None, "jeunesse/3.2.1"),
    ]


@examples(25)
@given(pairs())
def test_the_schema_holds_of_any_comparison(pair: tuple[Plan, Plan]) -> None:
    comparison = compare(*pair)
    old, new = (Read(name, one, lambda _: None) for name, one in zip("ab", pair, strict=True))
    found = data(tell(old, new, comparison, Scope(apart=True)), comparison)
    assert list(Draft7Validator(json_schema()).iter_errors(json.loads(json.dumps(found)))) == []
    assert len(found["changes"]) == len(comparison.changes)


def test_colours_add_nothing_to_the_words() -> None:
    coloured = example("--color", "always").out
    assert "\x1b[31m[-dix-]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == example().out


# --- whatever the plan says ------------------------------------------------------------------------


def view(old: Data, new: Data) -> View:
    plans = [judged(Plan, one) for one in (old, new)]
    first, second = (Read(f"{name}.yaml", one, lambda _: None) for name, one in zip("ab", plans, strict=True))
    return tell(first, second, compare(*plans), Scope())


def nasty() -> View:
    old = json.loads(json.dumps(FIER))
    new = json.loads(json.dumps(FIER))
    fiche(new, "3", "3.3.1")["constats"] += points(*naughty())
    fiche(new, "3", "3.3.1")["titre"] = "<b>`Titre`</b> | [x](y) # *fort*"
    new["avenants"] = [{"numero": "<1>", "date": "2025-01-01", "objet": "</style><script>alert(1)</script>"}]
    return view(old, new)


@pytest.mark.parametrize("columns", [80, 60, 40, 20])
def test_no_line_is_longer_than_the_screen(columns: int) -> None:
    for stat in (True, False):
        shown = list(Screen(Paint(enabled=False), columns).lines(nasty(), stat=stat))
        assert len(shown) > 5
        assert max(map(width, shown)) <= columns
        assert "\x1b" not in "".join(shown)


def test_no_word_is_lost_between_the_lines_of_a_screen() -> None:
    found = nasty()
    wide, narrow = (
        Screen(Paint(enabled=False), columns).lines(found, stat=False) for columns in (10_000, 40)
    )
    assert "".join("".join(wide).split()) == "".join("".join(narrow).split())


def test_markdown_runs_nothing_of_a_plan() -> None:
    text = written(nasty(), "md", BUILT_IN, stat=False)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert [token.content for token in tokens if token.type == "html_block"] == [
        f"<!-- ctgkit {__version__} -->\n"
    ]
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
    assert not [child for child in inline if child.type in {"link_open", "image"}]
    items = [token for token in tokens if token.type == "list_item_open"]
    told = [one for part in nasty().parts for one in part.changes]
    cover = ("Ancienne version", "Nouvelle version", "En tout", "Signes")
    assert len(items) == len(cover) + len(told) + sum(len(one.lines) for one in told)


def test_the_page_runs_nothing_of_a_plan_and_shows_it() -> None:
    text = written(nasty(), "html", BUILT_IN, stat=False)
    assert "<script" not in text
    shown = bare(Page(text).text("main"))
    for one in naughty():
        assert bare(visible(one).strip()) in shown


@pytest.mark.process
def test_the_same_plans_give_the_same_bytes() -> None:
    for name in ("text", "md", "html", "json"):
        first, second = (
            subprocess.run(
                [sys.executable, "-m", "ctgkit", "diff", SIGNED, TODAY, "--format", name],
                cwd=ROOT,
                capture_output=True,
                check=True,
                env={**os.environ, "PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("1", "2")
        )
        assert first == second
        assert first.endswith(b"\n")
