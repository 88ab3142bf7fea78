"""`ctg validate --against`: what is found of two versions, where, and in which formats.

In `tests/data/contre`, `avant` and `apres` are the two versions of each case. The expected findings are
written by hand: a line and a column of the new version, a code, a message.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ctgkit.app.checking import against
from ctgkit.plan.finding import Code
from tests.command import COMPLETE, ctg, plan
from tests.commands.repository import Repository

CASES = Path(__file__).parents[1] / "data" / "contre"
GONE = "CTG208 la fiche « 1.2 » (« Tenir un café associatif ») a disparu"
EXPECTED: dict[str, list[str]] = {
    "adresse-reprise": [
        f"26:16: {GONE}",
        # Where the first of the two is: the fiche that came.
        "28:13: CTG207 cette version modifie le plan signé (2 changements), et rien n'y dit ce qui l'a décidé",  # noqa: E501
        "28:21: CTG209 l'adresse « vie/1.2 » était celle d'une autre fiche, « Tenir un café associatif » [1.2]",  # noqa: E501
    ],
    "contrat-avec-avenant": [],
    "contrat-sans-avenant": [
        "14:13: CTG207 cette version modifie le plan signé (2 changements), et rien n'y dit ce qui l'a décidé"
    ],
    # The one that is there was there before.
    "contrat-sans-nouvel-avenant": [
        "7:1: CTG207 cette version modifie le plan signé (1 changement), et rien n'y dit ce qui l'a décidé"
    ],
    "entree-reecrite": ["19:19: CTG211 l'entrée du 2 mai 2024 a été réécrite dans le journal : note [1.1]"],
    "entree-retiree": ["16:9: CTG210 l'entrée du 2 mai 2024 a été retirée du journal [1.1]"],
    "fiche-disparue": [
        "26:16: CTG207 cette version modifie le plan signé (1 changement), et rien n'y dit ce qui l'a décidé",
        f"26:16: {GONE}",
    ],
    "fiche-retiree-par-avenant": [f"30:16: {GONE}"],
    "journal-retire": [
        "12:16: CTG210 l'entrée du 2 mai 2024 a été retirée du journal [1.1]",
        "12:16: CTG210 l'entrée du 1er mars 2025 a été retirée du journal [1.1]",
    ],
    "suivi-seul": [],
}
NAMES = sorted(path.name.removesuffix(".avant.yaml") for path in CASES.glob("*.avant.yaml"))


def arguments(name: str) -> list[str]:
    return ["validate", f"{name}.apres.yaml", "--against", f"{name}.avant.yaml"]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_code_has_a_case() -> None:
    assert sorted(EXPECTED) == NAMES
    codes = {code.code for code in vars(against).values() if isinstance(code, Code)}
    assert set(re.findall(r"CTG\d+", str(EXPECTED))) == codes - {"CTG213", "CTG214"}  # of whole files, below


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_placed_in_the_new_version(name: str) -> None:
    done = ctg(*arguments(name), "--format", "concise", cwd=CASES)
    *found, summary = plain(done.out).splitlines()
    file = f"{name}.apres.yaml:"
    assert [line.removeprefix(file) for line in found] == EXPECTED[name]
    assert all(line.startswith(file) for line in found)
    lawful = name == "fiche-retiree-par-avenant"
    errors = 0 if lawful else len(found)
    assert done.status == (1 if errors else 0)
    assert summary.endswith(", 1 remarque") == lawful
    # Alone, the new version is a good plan.
    assert ctg("validate", f"{name}.apres.yaml", cwd=CASES).status == 0


def test_full_shows_the_first_changes_of_the_contract() -> None:
    lines = plain(ctg(*arguments("contrat-sans-avenant"), cwd=CASES).out).splitlines()
    assert lines[1:5] == [
        "    14 │           - Il manque dix places",
        "       │             ^^^^^^^^^^^^^^^^^^^^",
        "    15 │         calendrier: 2026",
        "       │                     ^^^^ calendrier modifié",
    ]


def test_every_format_has_them() -> None:
    def out(name: str) -> str:
        return ctg(*arguments("adresse-reprise"), "--format", name, cwd=CASES).out

    codes = ["CTG208", "CTG207", "CTG209"]
    (file,) = json.loads(out("json"))["files"]
    assert [one["code"] for one in file["findings"]] == codes
    assert [one["ruleId"] for one in json.loads(out("sarif"))["runs"][0]["results"]] == codes
    assert [one["check_name"] for one in json.loads(out("gitlab"))] == codes
    assert re.findall(r"title=(CTG\d+)", out("github")) == codes
    assert sum(code in ET.tostring(ET.fromstring(out("junit")), encoding="unicode") for code in codes) == 3  # noqa: S314


# --- which old version -----------------------------------------------------------------------------

OLD = plan(suite="        calendrier: 2025")
NEW = plan(suite="        calendrier: 2026")
SAID = "CTG207 cette version modifie le plan signé (1 changement), et rien n'y dit ce qui l'a décidé"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two plans committed as `v1`, one of which changed since, and a new one."""
    made = Repository(tmp_path)
    made.write("plans/a.yaml", OLD)
    made.write("plans/b.yaml", OLD)
    made.commit("v1")
    made.write("plans/b.yaml", NEW)
    made.write("plans/c.yaml", NEW)
    return made


def test_a_revision_compares_each_plan_with_what_it_was_there(repository: Repository) -> None:
    for folder, name in ((".", "plans"), ("plans", ".")):
        done = ctg("validate", name, "--against", "v1", "--format", "concise", cwd=repository.folder / folder)
        found = plain(done.out).splitlines()
        assert [line.partition(" ")[2].partition(" [")[0] for line in found[:-1]] == [SAID]
        assert "b.yaml:" in found[0]
        assert found[-1] == "3 plans, 3 fiches, 1 erreur"
        assert done.status == 1


def test_one_plan_may_be_compared_with_any_other(repository: Repository) -> None:
    for old in ("v1:plans/b.yaml", "v1", "plans/a.yaml"):
        done = ctg("validate", "plans/b.yaml", "--against", old, "--format", "concise", cwd=repository.folder)
        assert (done.status, "CTG207" in done.out) == (1, True)
    repository.commit("v2")
    done = ctg("validate", "v2:plans/b.yaml", "--against", "v1", cwd=repository.folder)
    assert (done.status, "CTG207" in done.out) == (1, True)
    done = ctg("validate", "-", "--against", "v1:plans/b.yaml", cwd=repository.folder, data=NEW.encode())
    assert (done.status, "CTG207" in done.out) == (1, True)
    done = ctg("validate", "plans/b.yaml", "--against", "-", cwd=repository.folder, data=OLD.encode())
    assert (done.status, "CTG207" in done.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["plans", "--against", "v9"], "git ne connaît pas la révision « v9 »"),
        (["plans", "--against", "plans/a.yaml"], "--against plans/a.yaml est un seul plan, et il y en a 3"),
        (["plans/a.yaml", "--against", "v1:plans/z.yaml"], "git n'a pas de fichier « plans/z.yaml »"),
        (["plans/a.yaml", "--against", "absent.yaml"], "absent.yaml : fichier introuvable"),
        (["plans/a.yaml", "--against=-x"], "« -x » n'est pas une révision de git"),
        (["-", "--against", "v1"], "n'a pas d'autre version"),
        (["-", "--against", "-"], "l'entrée standard ne peut être qu'une des deux versions"),
        (
            ["plans/a.yaml", "--against", "faux.yml"],
            "faux.yml : l'ancienne version n'est pas un plan (1 erreur)",
        ),
        (["plans/a.yaml", "--against", "ailleurs.yml"], "ces plans sont de deux territoires"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(
    repository: Repository, words: list[str], sentence: str
) -> None:
    repository.write("faux.yml", plan(caf=""))
    repository.write("ailleurs.yml", plan(territoire="territoire:\n  nom: Ailleurs"))
    done = ctg("validate", *words, cwd=repository.folder, data=OLD.encode())
    assert done.status == 2
    assert len(done.err.splitlines()) == 1
    assert sentence in done.err


def test_a_territory_that_was_renamed_since_is_a_change_of_the_contract(repository: Repository) -> None:
    repository.write(
        "plans/a.yaml", plan(territoire="territoire:\n  nom: Ailleurs", suite="        calendrier: 2025")
    )
    done = ctg("validate", "plans/a.yaml", "--against", "v1", cwd=repository.folder)
    assert (done.status, "CTG207" in done.out) == (1, True)


def test_a_plan_with_errors_has_only_these(repository: Repository) -> None:
    repository.write("plans/b.yaml", plan(caf="", suite="        calendrier: 2026"))
    done = ctg("validate", "plans/b.yaml", "--against", "v1", "--format", "concise", cwd=repository.folder)
    assert re.findall(r"CTG\d+", done.out) == ["CTG102"]


@pytest.mark.parametrize(
    ("changed", "top", "more"),
    [
        (3, "axes:", "ce qui change"),
        (4, "avenants: []\naxes:", "aussi l'autre"),
        (5, "axes:", "aussi les 2 autres"),
    ],
)
def test_the_changes_that_are_not_shown_are_counted(
    tmp_path: Path, changed: int, top: str, more: str
) -> None:
    texts = [line.partition(": ")[2] for line in COMPLETE.splitlines()]
    assert len(texts) == 5
    old = plan(suite=COMPLETE).replace("axes:", top)
    new = old
    for text in texts[:changed]:
        new = new.replace(text, "À partir de 2026" if "2025" in text else f"{text} et plus")
    for name, content in (("avant.yaml", old), ("apres.yaml", new)):
        Path(tmp_path, name).write_text(content, encoding="utf-8")
    out = ctg("validate", "apres.yaml", "--against", "avant.yaml", cwd=tmp_path).out
    assert f"({changed} changements)" in out
    assert f"«\u00a0ctg diff\u00a0» montre {more}\n" in out
    # The list of avenants is shown above the changes where there is one.
    assert len(re.findall(r"│ +\^", out)) == (4 if "avenants" in top else 3)


# --- a pull request --------------------------------------------------------------------------------


def validated(repository: Repository, revision: str, *plans: str) -> tuple[int, list[str], str]:
    """The status, what is found without columns, and what is said beside it."""
    words = ["validate", *(plans or ["plans"]), "--against", revision, "--format", "concise"]
    done = ctg(*words, cwd=repository.folder)
    found = [re.sub(r":\d+:\d+:", ":", line) for line in plain(done.out).splitlines()]
    return done.status, found, plain(done.err)


@pytest.mark.parametrize("revision", ["main", "main..."])
def test_a_branch_is_compared_with_what_it_left(tmp_path: Path, revision: str) -> None:
    made = Repository(tmp_path)
    made.git("checkout", "-qb", "main")
    made.write("plans/a.yaml", OLD)
    made.write("plans/b.yaml", OLD)
    made.commit()
    made.git("checkout", "-qb", "branche")
    made.write("plans/b.yaml", NEW)
    made.commit()
    made.git("checkout", "-q", "main")
    made.write("plans/a.yaml", NEW)
    made.commit()
    made.git("checkout", "-q", "branche")
    # The plan that only changed on the base did not change here.
    status, found, _ = validated(made, revision)
    assert (status, found) == (1, [f"plans/b.yaml: {SAID}", "2 plans, 2 fiches, 1 erreur"])


def test_a_plan_that_git_knows_again_is_compared_under_its_new_name(repository: Repository) -> None:
    repository.git("mv", "plans/b.yaml", "plans/vallée.yaml")
    status, found, _ = validated(repository, "v1")
    assert (status, found[0]) == (1, f"plans/vallée.yaml: {SAID}")
    assert found[1:] == ["3 plans, 3 fiches, 1 erreur"]


def test_a_plan_that_its_parties_and_period_tell_is_compared_wherever_it_went(repository: Repository) -> None:
    other = "territoire:\n  nom: Ailleurs"
    repository.write("plans/d.yaml", plan(territoire=other, suite="        calendrier: 2025"))
    repository.commit("v2")
    repository.git("rm", "-q", "plans/d.yaml")
    # Nobody has told git of this one.
    repository.write("plans/2025/d.yaml", plan(territoire=other, suite="        calendrier: 2026"))
    status, found, _ = validated(repository, "v2")
    assert (status, found) == (1, [f"plans/2025/d.yaml: {SAID}", "4 plans, 4 fiches, 1 erreur"])


def test_a_plan_that_vanished_is_told(repository: Repository) -> None:
    repository.write("plans/notes.yml", "sujet: réunion\n")
    repository.commit("v2")
    for name in ("b.yaml", "notes.yml"):
        repository.folder.joinpath("plans", name).unlink()
    gone = "plans/b.yaml: CTG213 ce plan n'est plus là, et il était à la révision « v2 »"
    assert validated(repository, "v2") == (0, [gone, "2 plans, 2 fiches, aucune erreur, 1 remarque"], "")
    # Whoever asks for one plan does not ask for the others.
    assert validated(repository, "v2", "plans/a.yaml")[1] == ["1 plan, 1 fiche, aucune erreur"]


def test_errors_of_the_old_version_stop_nothing(repository: Repository) -> None:
    repository.write("plans/a.yaml", plan(caf=""))
    repository.commit("main")
    repository.write("plans/a.yaml", OLD)
    repository.write("plans/b.yaml", OLD)
    status, found, said = validated(repository, "main")
    old = "l'ancienne version, main:plans/a.yaml, n'est pas un plan (1 erreur) : rien n'est comparé"
    assert found == [
        f"plans/a.yaml: CTG214 {old}",
        f"plans/b.yaml: {SAID}",
        "3 plans, 3 fiches, 1 erreur, 1 remarque",
    ]
    assert (status, said) == (1, "")


def test_a_clone_without_its_history_is_told_how_to_get_it(repository: Repository, tmp_path: Path) -> None:
    repository.commit()
    tmp_path.joinpath("clone").mkdir()
    clone = Repository(tmp_path / "clone")
    clone.git("fetch", "-q", "--depth=1", repository.folder.as_uri(), "HEAD")
    clone.git("checkout", "-q", "FETCH_HEAD")
    status, found, said = validated(clone, "v1")
    assert (status, found) == (2, [])
    assert "git ne connaît pas la révision « v1 »" in said
    assert "« git fetch --unshallow »" in said
    # The revision is there, and not what both come from.
    clone.git("fetch", "-q", "--depth=1", repository.folder.as_uri(), "refs/tags/v1:refs/tags/v1")
    status, _, said = validated(clone, "v1")
    assert status == 2
    assert "git ne sait pas ce que « v1 » et cette version ont en commun" in said
    assert "« git fetch --unshallow »" in said
    clone.git("fetch", "-q", "--unshallow", repository.folder.as_uri())
    assert validated(clone, "v1")[0] == 1


def test_a_new_numbering_is_one_finding(tmp_path: Path) -> None:
    def written(first: int) -> str:
        fiches = "".join(
            f"      - numero: 1.{first + rank}\n        titre: {title}\n        descriptif: {title} ici\n"
            for rank, title in enumerate(
                ("Ouvrir une crèche", "Former les agents", "Aider les associations", "Prêter un minibus")
            )
        )
        head, _, _ = plan().partition("      - numero:")
        return head + fiches

    Path(tmp_path, "avant.yaml").write_text(written(1), encoding="utf-8")
    Path(tmp_path, "apres.yaml").write_text(written(2), encoding="utf-8")
    words = ["validate", "apres.yaml", "--against", "avant.yaml", "--format", "concise"]
    found = plain(ctg(*words, cwd=tmp_path).out)
    (said,) = re.findall(r"CTG209 (.*)", found)
    assert said == (
        "3 fiches ont pris l'adresse d'une autre : 1.1 devient 1.2, 1.2 devient 1.3, 1.3 devient 1.4"
    )
