"""A new plan in an editor that knows nothing of ctgkit: its first line is enough."""

from pathlib import Path

import pytest

from tests.command import ctg
from tests.language_server import CURSOR, language_server


@pytest.mark.tool
@pytest.mark.parametrize("niveaux", ["Thématique", "Axe, Objectif"])
def test_an_editor_finds_nothing_wrong_and_completes_the_keys(tmp_path: Path, niveaux: str) -> None:
    # In one folder, the schema is written beside the plan; in the other, it is that of the whole folder.
    beside, shared = Path(tmp_path, "val d'or"), Path(tmp_path, "val d'or", "autres")
    shared.mkdir(parents=True)
    with language_server({}) as server:
        for folder in (beside, shared):
            options = ("--territoire", "Val : d'Or", "--niveaux", niveaux)
            assert ctg("new", "plan.yaml", *options, cwd=folder).status == 0
            text = Path(folder, "plan.yaml").read_text(encoding="utf-8")
            assert server.diagnostics(text, folder) == []
            wrong = text.replace("origine: nouvelle", "origin: nouvelle")
            (found,) = server.diagnostics(wrong, folder)
            line = wrong.splitlines().index(next(one for one in wrong.splitlines() if "origin:" in one))
            assert found["range"]["start"]["line"] == line
            assert "origin" in found["message"]
            before, key, after = text.partition("origine: nouvelle")
            proposed = {
                item["label"]: item["textEdit"]["newText"]
                for item in server.completions(f"{before}{CURSOR}\n{after}", folder)
            }
            # All that the first fiche has not, what stands there in comments included.
            assert set(proposed) == {
                "id",
                "origine",
                "nature",
                "priorite",
                "intitules",
                "rubriques",
                "etapes",
                "couts",
                "financements",
                "contacts",
                "suivi",
                "bilan",
            }
            assert key
    assert [path.name for path in shared.iterdir()] == ["plan.yaml"]
