"""One actor under several spellings (CTG401), and against the directory (CTG402)."""

import re

import pytest

from ctgkit.plan.reading import read
from tests.conftest import PLANS
from tests.effort import calls, ends
from tests.lint.examples import found, rule_named, run, whole_plan
from tests.lint.spots import mend, under, words

_COUNTED = re.compile("«\u00a0([^»]+)\u00a0» \\((\\d+)\u00a0fois\\)")


def real(name: str, code: str) -> list[tuple[int, str, int, str, int]]:
    """Where each finding is, with the two spellings that it counts."""
    text = (PLANS / f"{name}.yaml").read_bytes().decode()
    findings = list(run(text, rule_named(code)).findings)
    rows = []
    for (line, written), one in zip(under(findings, text), findings, strict=True):
        (other, times), (main, more) = _COUNTED.findall(one.message)
        assert other == written
        rows.append((line, other, int(times), main, int(more)))
    return rows


def test_the_spellings_of_the_plan_of_fier_et_usses() -> None:
    # Counted by hand in the rubrics of pilots and partners; the key `caf` is another name.
    assert real("fier-et-usses", "CTG401") == [
        (88, "CAF", 4, "Caf", 8),
        (200, "Directrices des crèches", 1, "Directrices de crèche", 2),
        (261, "Coordinatrice petite enfance", 2, "Coordinatrice Petite Enfance", 4),
        (1014, "Coordnatrice", 3, "Coordinatrice", 6),
    ]


def test_the_spellings_of_the_plan_of_vie_et_boulogne() -> None:
    # "Caf de la Vendée" is a pilot, and the key `caf`.
    community = "Communauté de communes Vie et Boulogne"
    assert real("vie-et-boulogne", "CTG401") == [
        (
            148,
            "Professionnels d'accueil de la petite enfance",
            1,
            "Professionnels de l'accueil petite enfance",
            3,
        ),
        (507, "CAF de la Vendée", 4, "Caf de la Vendée", 2),
        (618, "Communauté de Communes Vie et Boulogne", 2, community, 3),
        (767, "Associations parents d'élèves", 1, "associations de parents d'élèves", 2),
        (1093, "Tremplin-Acemus", 1, "Tremplin ACEMUS", 3),
        (1093, "Mission locale", 1, "Mission Locale", 3),
        (1141, "Communautés de communes Vie et Boulogne", 1, community, 3),
    ]


def partners(*lines: str) -> str:
    return "partenaires:\n" + "".join(f"  - {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # case, accents, punctuation, spaces
        (["CAF", "CAF", "Caf"], ["Caf"]),
        (["Pôle Emploi", "Pole Emploi", "Pôle-Emploi", "PôleEmploi", "Pôle Emploi"],
         ["Pole Emploi", "Pôle-Emploi", "PôleEmploi"]),
        (["C.A.F.", "CAF"], ["CAF"]),
        # plurals and small words, where there is a proper name
        (["Maison de la Famille", "Maison des Familles"], ["Maison des Familles"]),
        # strung together, with a role, in parentheses
        (["CAF, PMI / Mission Locale", "Mission locale : suivi des jeunes", "PMI (Mission Locale)"],
         ["Mission locale"]),
        (["Mission Locale", "PMI et Mission locale", "la Mission Locale"], ["Mission locale"]),
        (["Mission Locale", "Collège (Aix) et la Mission locale", "Mission Locale"], ["Mission locale"]),
        (["Mission Locale", "PMI , ; Mission locale", "Parents (tous) : Mission Locale"], ["Mission locale"]),
        (["Mission Locale", "PMI - Mission locale", "Mission Locale pour les jeunes"], ["Mission locale"]),
        # one letter
        (["Mission Locale", "Mission Locale", "Mision Locale"], ["Mision Locale"]),
        (["Mission Locale", "Mission Locale", "Misison Locale"], ["Misison Locale"]),
        (["CAPEJ", "CAPEI", "CAPEJ"], ["CAPEI"]),
        (["Coordinatrice jeunesse", "Coordinatrice enfance", "Coordnatrice santé"], ["Coordnatrice"]),
        # an acronym and its expansion, both standing alone
        (["Centre Intercommunal d'Action (CIA)", "CIA", "CIA", "Centre Intercommunal d'Action"],
         ["Centre Intercommunal d'Action"]),
    ],
)  # fmt: skip
def test_spellings_of_one_actor(lines: list[str], expected: list[str]) -> None:
    assert words("CTG401", partners(*lines)) == expected


@pytest.mark.parametrize(
    "lines",
    [
        # the place in the sentence, the keyboard
        ["Centres sociaux", "CAF, centres sociaux"],
        ["Ecoles", "PMI, écoles"],
        ["L'ADMR", "l’ADMR", "ADMR"],
        ["Relais d'accueil", "Relais d’accueil"],
        # other actors
        ["CAF", "CAP"],
        ["MDA", "MDS"],
        ["CCAS", "CIAS"],
        ["CLSPD", "CISPD"],
        ["CAPEI", "CAPEJ", "CAPEI", "CAPEJ"],
        ["Directrice de crèche", "Directrices de crèche"],
        ["Chargé de coopération jeunesse", "Chargée de coopération jeunesse"],
        ["Conseiller numérique", "Conseillère numérique"],
        ["Maison Départementale des Solidarités", "Maisons Départementales des Solidarités"],
        ["Habitants", "Habitat"],
        ["Personnel de crèche", "Personnes de confiance"],
        ["École 1", "École 2"],
        ["Caf", "Caf de la Vendée"],
        # prose among partners
        ["responsables de structures", "responsables des structures"],
        # an acronym that is only introduced
        ["Centre Intercommunal d'Action Sociale (CIAS)", "CIAS"],
        ["Protection Maternelle (REP)", "REP", "Protection Maternelle"],
    ],
)
def test_actors_that_only_look_alike(lines: list[str]) -> None:
    assert words("CTG401", partners(*lines)) == []


def test_the_name_of_the_territory_is_one_name() -> None:
    fragment = (
        "territoire:\n  nom: Loire et Sillon\naxes:\n  - id: a\n    titre: A\n    actions:\n"
        "      - numero: 1.1\n        titre: T\n        pilotes:\n"
        "          - Communauté de communes Loire et Sillon\n"
        "          - Communautés de communes Loire et Sillon\n"
    )
    assert words("CTG401", fragment) == ["Communautés de communes Loire et Sillon"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Communauté de communes Loire et Sillons", "Communauté de communes Loire et Sillon"),
        ("Communauté de communes Loire et Sillons", "Communauté de communes Loire-et-Sillons"),
        ("Commune de Savenay", "Commune de Savennay"),
        ("Caf du Jura", "Caf du Jurra"),
    ],
)
def test_a_place_misspelt_is_told_once(one: str, other: str) -> None:
    fragment = (
        "territoire:\n  nom: Loire et Sillons\n  communes: [Savenay]\ncaf: Caf du Jura\n"
        "axes:\n  - id: a\n    titre: A\n    actions:\n      - numero: 1.1\n        titre: T\n"
        f"        pilotes: [{one}, {one}, {other}]\n"
    )
    assert words("CTG401", fragment) == []
    assert len(words("CTG403", fragment)) == 1


def test_pilots_steps_and_money_are_names_too() -> None:
    fragment = (
        "pilotes:\n  - nom: Responsable enfance\n    etp: 0,5\n"
        "etapes:\n  - titre: Préparer\n    pilotes:\n      - Responsable Enfance\n"
        "financements:\n  - financeur: responsable enfance\n    montant: 10\n"
    )
    assert words("CTG401", fragment) == ["Responsable Enfance"]


def test_the_spelling_of_the_caf_that_signs_is_the_one_to_keep() -> None:
    fragment = (
        "caf: Caf du Jura\naxes:\n  - id: a\n    titre: A\n    actions:\n      - numero: 1.1\n"
        + "".join(
            f"        {line}\n"
            for line in ["titre: T", "partenaires:", "  - CAF du Jura", "  - 'PMI, CAF du Jura'"]
        )
    )
    (finding,) = found("CTG401", fragment)
    assert finding.hint is not None
    assert "«\u00a0Caf du Jura\u00a0»" in finding.hint
    assert [one.message for one in finding.related] == ["«\u00a0Caf du Jura\u00a0»"]
    assert finding.related[0].place.line == whole_plan(fragment).splitlines().index("caf: Caf du Jura") + 1


def directory(*lines: str, nom: str = "Pôle Emploi", alias: str = "[PE, Pole emploi]") -> str:
    return (
        f"acteurs:\n  - id: un\n    nom: {nom}\n    alias: {alias}\n"
        "axes:\n  - id: a\n    titre: A\n    actions:\n      - numero: 1.1\n        titre: T\n"
        "        partenaires:\n" + "".join(f"          - {line}\n" for line in lines)
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Pôle Emploi", "PE", "CAF, pôle Emploi"], []),
        (["Pole emploi"], ["Pole emploi"]),  # declared, as a spelling of the name
        (["Pôle-emploi, CAF", "'PMI : l''antenne (Pole Emploi)'"], ["Pôle-emploi", "Pole Emploi"]),
        (["Pôle Enploi", "Pe"], ["Pôle Enploi", "Pe"]),
        (["Pole emploi et pole emploi"], []),
    ],
)
def test_the_directory_tells_how_to_write(lines: list[str], expected: list[str]) -> None:
    fragment = directory(*lines)
    assert words("CTG402", fragment) == expected
    # What the directory knows is told once.
    assert words("CTG401", fragment) == []
    plan = whole_plan(fragment)
    mended = mend(plan, found("CTG402", fragment))
    assert read(mended.encode(), "plan.yaml").plan is not None
    assert list(run(mended, rule_named("CTG402")).findings) == []


def test_the_fix_writes_the_declared_name_and_nothing_else() -> None:
    fragment = directory("Pôle emploi, CAF", '"CAF ; Pôle  emploi"')
    before = whole_plan(fragment)
    after = mend(before, found("CTG402", fragment))
    assert after.splitlines()[-2:] == ["          - Pôle Emploi, CAF", '          - "CAF ; Pôle Emploi"']
    assert after.splitlines()[:-2] == before.splitlines()[:-2]


def test_the_article_of_a_declared_name_stays_where_it_is() -> None:
    fragment = directory("La Caf", "la CAF et la PMI", nom="La Caf", alias="[]")
    assert words("CTG402", fragment) == ["CAF"]
    assert (
        "          - la Caf et la PMI" in mend(whole_plan(fragment), found("CTG402", fragment)).splitlines()
    )


def test_two_declared_actors_that_look_alike_are_two() -> None:
    fragment = (
        "acteurs:\n  - id: un\n    nom: CAPEI\n  - id: deux\n    nom: CAPEJ\n"
        + directory("CAPEI", "CAPEJ", "CAPEJ").split("\n", 4)[4]
    )
    assert words("CTG401", fragment) == []
    assert words("CTG402", fragment) == []


def test_a_declared_name_with_a_comma_is_one_name() -> None:
    nom = "Réseau d'Écoute, d'Appui et d'Accompagnement"
    fragment = directory("Réseau d'écoute, d'Appui et d'Accompagnement, CAF", nom=f'"{nom}"', alias="REAAP")
    assert words("CTG402", fragment) == ["Réseau d'écoute, d'Appui et d'Accompagnement"]


@pytest.mark.parametrize(
    "line", ["a" + " " * 600_000 + "b", "'" + ". " * 300_000 + "'", "a, " * 200_000 + "b"]
)
def test_a_strange_line_costs_no_more_than_its_length(line: str) -> None:
    with ends():
        assert words("CTG401", partners(line)) == []


def test_work_grows_with_the_number_of_names() -> None:
    def work(fiches: int) -> int:
        text = whole_plan("axes:\n  - id: a\n    titre: A\n    actions:\n") + "".join(
            f"      - numero: 1.{rank}\n        titre: T{rank}\n        pilotes:\n"
            f"          - Service {_word(rank)} de la {_word(rank * 7 + 3)}\n"
            for rank in range(fiches)
        )
        return calls(lambda: run(text, rule_named("CTG401")))

    assert work(2000) < work(100) * 20 * 4


def _word(rank: int) -> str:
    return "".join("bcdfglmnprstv"[rank // 13**at % 13] + "aeiou"[(rank + at) % 5] for at in range(4))
