"""`--fix` and `--diff`, through both commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import ctg, plan

BROKEN = plan(action="        titre: Accueil : le soir", suite="        pilots:\n          - Mairie")
MENDED = plan(action='        titre: "Accueil : le soir"', suite="        pilotes:\n          - Mairie")
DIFF = """\
--- p.yaml
+++ p.yaml
@@ -9,7 +9,7 @@
     titre: Accueil
     actions:
       - numero: 1.1
-        titre: Accueil : le soir
-        pilots:
+        titre: "Accueil : le soir"
+        pilotes:
           - Mairie
"""


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_diff_shows_the_fixes_and_writes_nothing(tmp_path: Path, command: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    done = ctg(command, "p.yaml", "--diff", cwd=tmp_path)
    told = "2 corrections certaines dans 1 fichier ; rien n'est écrit : --fix les fait\n"
    assert (done.status, done.err) == (1, told)
    assert done.out.splitlines() == [*DIFF.splitlines(), " "]
    assert path.read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_fix_writes_them_and_the_second_time_nothing(tmp_path: Path, command: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    path.chmod(0o640)
    done = ctg(command, "p.yaml", "--fix", cwd=tmp_path)
    assert done.out.splitlines()[-1].startswith("2 corrections faites ; 1 plan, 1 fiche, ")
    assert path.read_text(encoding="utf-8") == MENDED
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]
    before = path.stat().st_mtime_ns
    assert "correction" not in ctg(command, "p.yaml", "--fix", cwd=tmp_path).out.splitlines()[-1]
    assert path.stat().st_mtime_ns == before
    assert ctg("validate", "p.yaml", cwd=tmp_path).status == 0


def test_fix_leaves_what_somebody_must_decide_and_says_it(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(BROKEN + "        inconnue: x\n", encoding="utf-8")
    done = ctg("validate", "p.yaml", "--fix", "--format", "concise", cwd=tmp_path)
    assert done.status == 1
    first, summary = done.out.splitlines()
    assert first.startswith("p.yaml:15:9: CTG101 clé inconnue")
    assert summary == "2 corrections faites ; 1 plan, 1 fiche, 1 erreur"
    assert path.read_text(encoding="utf-8") == MENDED + "        inconnue: x\n"


def test_standard_input_can_be_shown_and_not_fixed(tmp_path: Path) -> None:
    done = ctg("validate", "-", "--diff", data=BROKEN.encode(), cwd=tmp_path)
    assert done.status == 1
    assert '+        titre: "Accueil : le soir"' in done.out
    done = ctg("validate", "-", "--fix", data=BROKEN.encode(), cwd=tmp_path)
    assert done.status == 2
    assert "entrée standard : --fix n'écrit que dans un fichier" in done.err


def test_what_is_no_file_is_told_once(tmp_path: Path) -> None:
    done = ctg("lint", "absent.yaml", "--fix", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (2, "", "ctg : absent.yaml : fichier introuvable\n")


def test_nothing_to_fix_is_said(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text(MENDED, encoding="utf-8")
    done = ctg("validate", "p.yaml", "--diff", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "aucune correction certaine\n")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", "é".encode("latin-1"), b"\x00" * 10])
def test_a_file_that_is_no_text_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(data)
    done = ctg("validate", "p.yaml", "--fix", cwd=tmp_path)
    assert done.status == 1
    assert path.read_bytes() == data


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    Path(tmp_path, "vrai.yaml").write_text(BROKEN, encoding="utf-8")
    Path(tmp_path, "lien.yaml").symlink_to("vrai.yaml")
    assert ctg("validate", "lien.yaml", "--fix", cwd=tmp_path).status == 0
    assert Path(tmp_path, "lien.yaml").is_symlink()
    assert Path(tmp_path, "vrai.yaml").read_text(encoding="utf-8") == MENDED
