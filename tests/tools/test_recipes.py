"""The recipes: where they add something, where they look for it, and what CONTRIBUTING.md says of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.recipes.__main__ import table
from tools.recipes.addition import Addition, File, Generated, Lines, Look, Misplaced
from tools.recipes.additions import every_addition
from tools.recipes.looking import absent

EVERY = every_addition()
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Recipes", 1)[1]
RECIPES: dict[str, tuple[int, str]] = {
    name: (int(most), text)
    for name, most, text in re.findall(
        r"^- \*\*(.+?)\*\* \((\d)[^)]*\)\. (.+?)(?=\n- \*\*|\n\n)", GUIDE, re.MULTILINE | re.DOTALL
    )
}


def of_project(text: str) -> set[str]:
    """The files and folders of the project that a text names, with `<…>` where a name is to be chosen."""
    return set(re.findall(r"`((?:ctgkit|docs|tools)/[^`]*)`", text))


def test_every_addition_has_its_recipe_with_its_limit() -> None:
    assert {f"{one.name[0].upper()}{one.name[1:]}": one.most for one in EVERY.values()} == {
        name: most for name, (most, _) in RECIPES.items()
    }
    assert len(EVERY) == 8


@pytest.mark.parametrize("name", EVERY)
def test_a_recipe_names_the_files_that_the_addition_touches(name: str) -> None:
    addition = EVERY[name]
    _, text = RECIPES[f"{addition.name[0].upper()}{addition.name[1:]}"]
    patterns = [re.sub(r"<\w+>", "[a-z_]+", re.escape(one).replace(r"\<", "<")) for one in of_project(text)]
    assert len(addition.touched) <= addition.most
    for file in addition.touched:
        assert any(re.fullmatch(pattern, file) for pattern in patterns), file


def test_what_the_recipes_name_is_there() -> None:
    named = {one.partition("<")[0] for one in of_project(GUIDE)}
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("name", EVERY)
def test_each_addition_finds_its_place_once(name: str, tmp_path: Path) -> None:
    for change in EVERY[name].changes:
        if isinstance(change, Lines):
            (tmp_path / change.file).parent.mkdir(parents=True, exist_ok=True)
            if not (tmp_path / change.file).exists():
                shutil.copyfile(ROOT / change.file, tmp_path / change.file)
        else:
            assert not (ROOT / change.file).exists()
        change.made(tmp_path)
        assert change.text in (tmp_path / change.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_found_before_it_is_added(name: str) -> None:
    """So that each look can fail."""
    told = list(absent(EVERY[name]))
    assert len(told) == len(EVERY[name].looks) > 5


def test_what_has_no_place_or_two_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x\ny\nx\n", encoding="utf-8")
    Lines("a", "y", "z\n").made(tmp_path)
    Lines("a", "z", "w\n", before=True).made(tmp_path)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "x\ny\nw\nz\nx\n"
    for place in ("x", "absent"):
        with pytest.raises(Misplaced):
            Lines("a", place, "z\n").made(tmp_path)
    with pytest.raises(Misplaced):
        File("a", "").made(tmp_path)


def test_what_is_there_is_found() -> None:
    plan = "format: 1\ntitre: Plan\nterritoire:\n  nom: Lieu\ncaf: Caf\nperiode: 2025-2028\naxes: []\n"
    addition = Addition(
        "nothing",
        1,
        (File("f/a.py", ""), File("f/b.py", ""), File("c.py", "")),
        {"plan.yaml": plan},
        (
            Look("aucune section", ("validate", "plan.yaml"), status=1),
            Look("PRODID", ("report", "plan.yaml", "-o", "-"), status=1),
            Generated("| `titre` |", "docs/cles.md"),
            Generated("| `absent` |", "docs/cles.md"),
        ),
        folder="f",
    )
    first, second = absent(addition)
    assert first.startswith("ctg report plan.yaml -o -: no « PRODID »")
    assert second == "docs/cles.md: no « | `absent` | »"
    assert list(table([addition]))[2] == "| nothing | 2 | 1 | `c.py`, `f/` | 4 |"
