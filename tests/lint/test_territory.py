"""The names at the head of the plan, misspelt (CTG403)."""

import pytest

from ctgkit.plan.reading import read
from tests.conftest import PLANS
from tests.lint.examples import found, rule_named, run, whole_plan
from tests.lint.spots import mend, under, words

HEAD = """\
territoire:
  nom: Communauté de communes Loire et Sillons
  sigle: CCLS
  communes:
    - Saint-Étienne-de-Montluc
    - La Chapelle-Launay
    - Launay
    - Le Temple-de-Bretagne
    - Savenay
    - Maché
caf: Caf de la Loire-Atlantique
"""


def plan(*lines: str) -> str:
    return (
        HEAD + "axes:\n  - id: a\n    titre: Un titre\n    actions:\n      - numero: 1.1\n        titre: T\n"
        "        constats:\n" + "".join(f"          - {line}\n" for line in lines)
    )


def test_the_plan_of_fier_et_usses() -> None:
    text = (PLANS / "fier-et-usses.yaml").read_bytes().decode()
    findings = list(run(text, rule_named("CTG403")).findings)
    # Every line that has "Fier et Usse" and is no comment, found by a plain search in the file.
    expected = [
        (number, "Fier et Usse")
        for number, line in enumerate(text.splitlines(), 1)
        if "Fier et Usse" in line and "Fier et Usses" not in line
    ]
    assert under(findings, text) == expected
    assert len(expected) == 10
    mended = mend(text, findings)
    assert mended == text.replace("Fier et Usse", "Fier et Usses").replace("Usses" + "s", "Usses")
    assert list(run(mended, rule_named("CTG403")).findings) == []


def test_the_plan_of_vie_et_boulogne() -> None:
    text = (PLANS / "vie-et-boulogne.yaml").read_bytes().decode()
    assert list(run(text, rule_named("CTG403")).findings) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Les familles de Loire et Sillon", [("Loire et Sillon", "Loire et Sillons")]),
        ("Les familles de Loir et Sillons", [("Loir et Sillons", "Loire et Sillons")]),
        ("Entre Loire et Silolns", [("Loire et Silolns", "Loire et Sillons")]),
        ("Loire-et-Sillons, Loire Et Sillons",
         [("Loire-et-Sillons", "Loire et Sillons"), ("Loire Et Sillons", "Loire et Sillons")]),
        ("La Ccls et la CCLS", [("Ccls", "CCLS")]),
        ("À Saint-Etienne de Montluc", [("Saint-Etienne de Montluc", "Saint-Étienne-de-Montluc")]),
        ("Au Temple de Bretagne et à La Chapelle-Launey",
         [("Temple de Bretagne", "Temple-de-Bretagne"), ("Chapelle-Launey", "Chapelle-Launay")]),
        ("Crèche de Savennay, crèche de Savenai", [("Savennay", "Savenay"), ("Savenai", "Savenay")]),
        ("Crèche de Mache", [("Mache", "Maché")]),
        ("La CAF de la Loire Atlantique",
         [("CAF de la Loire Atlantique", "CAF de la Loire-Atlantique")]),
        ("La Caf de la Loire-Atlantiques",
         [("Caf de la Loire-Atlantiques", "Caf de la Loire-Atlantique")]),
        ("'L''avis de Loire et Sillon'", [("Loire et Sillon", "Loire et Sillons")]),
    ],
)  # fmt: skip
def test_names_misspelt(line: str, expected: list[tuple[str, str]]) -> None:
    findings = found("CTG403", plan(line))
    text = whole_plan(plan(line))
    assert [
        (under, one.fix[0].text) for (_, under), one in zip(under(findings, text), findings, strict=True)
    ] == (expected)
    mended = mend(text, findings)
    assert read(mended.encode(), "plan.yaml").plan is not None
    assert list(run(mended, rule_named("CTG403")).findings) == []


@pytest.mark.parametrize(
    "line",
    [
        "Les familles de Loire et Sillons",
        "LES FAMILLES DE LOIRE ET SILLONS",
        "La Loire, les Sillons, le Sillon",
        "De la Loire au Sillon",
        "La CAF de la Loire-Atlantique",
        "La CAF, la Caf, les CCAS, la CCLSO",
        "Saint-Étienne-de-Montluc et la Chapelle-Launay",
        "Saint‑Étienne‑de‑Montluc",
        "Le Temple-de-Bretagne",
        "Mâche-moi, la mâche, Marche",
        "Saint-Mache",
        "Savenai",  # the capital of a first word says nothing
        "Voir loire-et-sillons.fr",
    ],
)
def test_names_as_they_should_be(line: str) -> None:
    assert words("CTG403", plan(line)) == []


def test_a_person_or_an_address_is_no_territory() -> None:
    fragment = HEAD + (
        "contacts:\n  - nom: Anne Savennay\n    structure: Ville de Savennay\n"
        "    courriel: contact@Savennay.fr\n"
    )
    assert [one.place.line for one in found("CTG403", fragment)] == [
        whole_plan(fragment).splitlines().index("    structure: Ville de Savennay") + 1
    ]


def test_a_name_given_with_its_acronym() -> None:
    fragment = plan("Loire et Sillon").replace("Loire et Sillons\n", "Loire et Sillons (CCLS)\n")
    assert words("CTG403", fragment) == ["Loire et Sillon"]


@pytest.mark.parametrize(
    ("nom", "line", "expected"),
    [
        ("Ville-la-Grand", "Les rues de Ville la Grand", ["Ville la Grand"]),
        ("Mouilleron le Captif", "À Mouilleron le Captiff", ["Mouilleron le Captiff"]),
        ("CC du Pays de Retz", "Le Pays de Rets", ["Pays de Rets"]),
        ("Communauté d'agglomération d'Arles Crau", "Autour d'Arles-Crau", ["Arles-Crau"]),
    ],
)
def test_names_that_start_like_a_kind_of_territory(nom: str, line: str, expected: list[str]) -> None:
    fragment = plan(line).replace("Communauté de communes Loire et Sillons\n", f"{nom}\n")
    assert words("CTG403", fragment) == expected
