"""Titles: repeated (CTG404, CTG405) or in capitals (CTG406)."""

import pytest

from tests.conftest import PLANS
from tests.lint.examples import found, rule_named, run, whole_plan
from tests.lint.spots import under


@pytest.mark.parametrize("plan", ["vie-et-boulogne", "fier-et-usses"])
@pytest.mark.parametrize("code", ["CTG404", "CTG405", "CTG406"])
def test_the_titles_of_the_real_plans_are_their_own(plan: str, code: str) -> None:
    # Their transcriptions took titles from the summaries; capitals are only in part of a title.
    assert list(run((PLANS / f"{plan}.yaml").read_text(encoding="utf-8"), rule_named(code)).findings) == []


OBJECTIVES = """\
axes:
  - id: a
    titre: Petite enfance
    intitule: Soutenir les familles
    objectifs:
      - numero: 1
        titre: Mieux accueillir
        actions:
          - numero: 1.1
            titre: mieux accueillir.
          - numero: 1.2
            titre: Soutenir les familles
          - numero: 1.3
            titre: MIEUX ACCUEILLIR
          - numero: 1.4
            titre: Mieux accueillir les bébés
          - numero: 1.5
            titre: Ouvrir un lieu
  - id: b
    titre: Jeunesse
    actions:
      - numero: 2.1
        titre: Ouvrir  un lieu !
      - numero: 2.2
        titre: Mieux accueillir
      - numero: 2.3
        titre: "!"
      - numero: 2.4
        titre: "?"
"""


def test_fiches_titled_as_what_is_above_them() -> None:
    findings = found("CTG404", OBJECTIVES)
    text = whole_plan(OBJECTIVES)
    assert [under for _, under in under(findings, text)] == [
        "mieux accueillir.",
        "Soutenir les familles",
        "MIEUX ACCUEILLIR",
    ]
    lines = text.splitlines()
    assert [lines[one.related[0].place.line - 1].strip() for one in findings] == [
        "titre: Mieux accueillir",
        "intitule: Soutenir les familles",
        "titre: Mieux accueillir",
    ]
    assert [one.address for one in findings] == ["1.1", "1.2", "1.3"]


def test_a_section_of_one_fiche_may_have_its_name() -> None:
    theme = """\
axes:
  - id: a
    titre: Accès aux droits
    intitule: Faciliter l'accès aux droits
    objectifs:
      - titre: Faciliter l'accès aux droits
        actions:
          - {numero: 1.1, titre: "Accès aux droits"}
  - id: b
    titre: Jeunesse
    objectifs:
      - titre: Écouter
        actions:
          - {numero: 2.1, titre: Écouter}
      - titre: Accompagner
        actions:
          - {numero: 2.2, titre: Jeunesse}
"""
    findings = found("CTG404", theme)
    # The theme Jeunesse has two fiches: its name does not tell one from the other.
    assert [one.address for one in findings] == ["2.2"]


def test_a_title_used_twice_is_told_once() -> None:
    # 1.3 repeats 1.1, but both repeat their objective, which is told already.
    findings = found("CTG405", OBJECTIVES)
    text = whole_plan(OBJECTIVES)
    assert [under for _, under in under(findings, text)] == ["Ouvrir  un lieu !", "Mieux accueillir"]
    assert [one.message for one in findings] == [
        "la fiche 1.5 a déjà ce titre",
        "la fiche 1.1 a déjà ce titre",
    ]


def test_titles_in_capitals() -> None:
    fragment = """\
titre: PLAN D'ACTIONS DE LA CONVENTION TERRITORIALE GLOBALE
territoire:
  nom: Loire et Sillons
  sigle: CCLS
axes:
  - id: a
    titre: JEUNESSE
    intitule: DEVELOPPER LA COOPERATION AVEC LA CCLS
    objectifs:
      - numero: 1
        titre: "ACCÈS AUX DROITS : LOIRE ET SILLONS"
        actions:
          - numero: 1.1
            titre: RPE ET LAEP
            constats:
              - La coopération reste à développer
            etapes:
              - titre: PREPARER LE FORUM
              - titre: COPIL REAAP
          - numero: 1.2
            titre: AIDER les familles
"""
    findings = found("CTG406", fragment)
    # Words that the plan writes elsewhere get their accents back; those it does not stay without.
    assert [(one.hint or "").partition("\u00a0: ")[2] for one in findings] == [
        "Plan d'actions de la convention territoriale globale",
        "Développer la coopération avec la CCLS",
        "Accès aux droits : Loire et Sillons",
        "Preparer le forum",
    ]
    assert [one.fix for one in findings] == [()] * 4
