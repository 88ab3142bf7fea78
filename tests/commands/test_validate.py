"""`ctg validate`: what it prints, for files, folders and standard input."""

import os
from pathlib import Path

import pytest

from ctgkit.plan.reading import MAX_BYTES
from tests.command import ctg, plan
from tests.conftest import ROOT


def test_the_two_real_plans_are_plans() -> None:
    done = ctg("validate", "plans", cwd=ROOT)
    assert done == (0, "2 plans, 50 fiches, aucune erreur\n", "")


def test_full_shows_the_line_a_caret_under_the_words_and_the_hint(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text(plan(action="        titre: Accueil : le soir"), encoding="utf-8")
    done = ctg("validate", "p.yaml", cwd=tmp_path)
    assert done.status == 1
    message = "deux-points que YAML ne sait pas lire ici\u00a0: ce texte doit être entre guillemets"
    assert done.out.splitlines() == [
        f"p.yaml:12:24: CTG012 {message} [1.1]",
        "    12 │         titre: Accueil : le soir",
        "       │                        ^",
        '  aide : écrivez\u00a0: titre: "Accueil : le soir" (--fix)',
        "",
        "1 plan, 1 fiche, 1 erreur",
    ]


def test_concise_is_one_line_a_finding(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text(plan(caf="", action="        tire: Une action"), encoding="utf-8")
    done = ctg("validate", "--format", "concise", "p.yaml", cwd=tmp_path)
    assert done.out.splitlines() == [
        "p.yaml:1:1: CTG102 il manque la clé «\u00a0caf\u00a0» en tête du plan",
        "p.yaml:11:9: CTG101 clé inconnue\u00a0: «\u00a0tire\u00a0» [1.1] (--fix)",
        "1 plan, 1 fiche, 2 erreurs",
    ]


def test_a_duplicate_shows_both_places(tmp_path: Path) -> None:
    twice = "      - numero: 1.1\n        titre: Une autre"
    Path(tmp_path, "p.yaml").write_text(plan(suite=twice), encoding="utf-8")
    lines = ctg("validate", "p.yaml", cwd=tmp_path).out.splitlines()
    assert lines[1:5] == [
        "    13 │       - numero: 1.1",
        "       │                 ^^^",
        "    11 │       - numero: 1.1",
        "       │                 ^^^ première fiche ici",
    ]


def test_a_long_line_is_cut_around_the_fault_and_the_hint_is_whole(tmp_path: Path) -> None:
    sentence = "mot " * 60 + ": suite : " + "fin " * 60
    point = f"        constats:\n          - {sentence.strip()}"
    Path(tmp_path, "p.yaml").write_text(plan(suite=point), encoding="utf-8")
    _, source, caret, hint, *_ = ctg("validate", "p.yaml", cwd=tmp_path).out.splitlines()
    assert len(source) <= 100
    assert source[caret.index("^")] == ":"
    assert source.count("…") == 2
    assert sentence.strip() in hint


def test_standard_input_is_read() -> None:
    done = ctg("validate", "-", data=plan(periode="periode: jamais").encode())
    assert done.status == 1
    assert done.out.startswith("entrée standard:6:10: CTG113 ")


def test_a_folder_gives_its_plans_and_says_what_it_left_aside(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    (folder / "b").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "b" / "deux.yml").write_text(plan(), encoding="utf-8")
    (folder / "a.YAML").write_text(plan(), encoding="utf-8")
    (folder / "utf16.yaml").write_bytes(plan().encode("utf-16"))
    (folder / ".git" / "x.yaml").write_text(plan(), encoding="utf-8")
    (folder / "autre.yaml").write_text("services:\n  web: 1\n", encoding="utf-8")
    (folder / "notes.txt").write_text(plan(), encoding="utf-8")
    done = ctg("validate", "--format", "concise", "plans", cwd=tmp_path)
    assert done.status == 1
    first, summary = done.out.splitlines()
    assert first.startswith(f"plans{os.sep}utf16.yaml:1:1: CTG001 ce fichier est enregistré en UTF-16")
    assert summary == "3 plans, 3 fiches, 1 erreur (1 fichier YAML ignoré, sans clé d'un plan)"


def test_a_broken_plan_in_a_folder_is_never_left_aside(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text("fromat: 1\n\ttitre: x\naxes: [\n", encoding="utf-8")
    assert ctg("validate", str(tmp_path)).status == 1


def test_a_file_given_twice_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(plan(), encoding="utf-8")
    assert ctg("validate", str(file), str(tmp_path)).out == "1 plan, 1 fiche, aucune erreur\n"


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text(plan(), encoding="utf-8")
    Path(tmp_path, "vide").mkdir()
    done = ctg("validate", "absent.yaml", "p.yaml", "vide", cwd=tmp_path)
    assert done.status == 2
    assert done.out == "1 plan, 1 fiche, aucune erreur\n"
    assert done.err.splitlines() == [
        "ctg : aucun plan (.yaml) dans le dossier « vide »",
        "ctg : absent.yaml : fichier introuvable",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(plan(), encoding="utf-8")
    file.chmod(0)
    assert ctg("validate", str(file)) == (2, "", f"ctg : {file} : accès refusé\n")


def test_a_hundred_megabytes_are_refused_without_being_loaded(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    done = ctg("validate", str(large))
    assert done.status == 1
    assert "CTG004 ce fichier dépasse 32\u00a0Mo" in done.out
    assert MAX_BYTES == 32 * 1024 * 1024


def test_terminal_escapes_in_a_plan_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    nasty = '        titre: "\\e[31mrouge\\e[0m \\a"\n        origine: "\\e]0;x\\a"'
    Path(tmp_path, "p.yaml").write_text(plan(action=nasty), encoding="utf-8")
    done = ctg("validate", "p.yaml", cwd=tmp_path)
    assert done.status == 1
    assert "\x1b" not in done.out
    assert "␛]0;x␇" in done.out


def test_many_plans_are_read_in_their_order_by_several_processes(tmp_path: Path) -> None:
    for number in range(230):
        text = plan(caf="") if number in {7, 222} else plan()
        Path(tmp_path, f"{number:03}.yaml").write_text(text, encoding="utf-8")
    done = ctg("validate", "--format", "concise", ".", cwd=tmp_path)
    assert done.status == 1
    assert [line.split(":")[0] for line in done.out.splitlines()[:-1]] == [
        f".{os.sep}007.yaml",
        f".{os.sep}222.yaml",
    ]
    assert done.out.splitlines()[-1] == "230 plans, 230 fiches, 2 erreurs"
