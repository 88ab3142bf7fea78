"""What a formatter did to the colons of a plan (CTG413)."""

import re

import pytest

from tests.conftest import PLANS
from tests.lint.examples import whole_plan
from tests.lint.spots import findings, real, spots, words

GLUED = ["Un territoire attractif: des naissances", "Le logement: des loyers", "Les bus: deux lignes"]


def points(*lines: str) -> str:
    return "constats:\n" + "".join(f"  - {line}\n" for line in lines)


def test_a_plan_without_a_space_before_any_colon_is_told_once() -> None:
    text = whole_plan(points(*GLUED, "Des besoins:\n      - un lieu", "Rien d'autre, à 12:30"))
    assert spots("CTG413", text) == [(14, 13, GLUED[0])]
    (finding,) = findings("CTG413", text)
    assert finding.message.startswith("aucune des 4 phrases à deux-points de ce plan n'a d'espace devant eux")


def test_quoted_sentences_are_those_that_no_formatter_touches() -> None:
    assert words("CTG413", points(*GLUED, '"Les horaires : le matin"')) == [GLUED[0]]
    assert words("CTG413", points(*(f'"{line}"' for line in GLUED))) == []


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_one_space_before_a_colon_is_a_hand(space: str) -> None:
    assert words("CTG413", points(*GLUED, f"Les horaires{space}: le matin")) == []
    assert words("CTG413", points(*GLUED, f"Les horaires{space}:\n      - le matin")) == []


def test_two_sentences_are_too_few_to_tell() -> None:
    assert words("CTG413", points(*GLUED[:2])) == []


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_a_real_plan_that_a_formatter_saved(name: str) -> None:
    text = (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    # What Prettier does to a key without quotes.
    saved = re.sub(r"""^(\s*(?:- )+[^"'\s][^:]*?) :(?=\s)""", r"\1:", text, flags=re.MULTILINE)
    assert len(findings("CTG413", saved)) == 1


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_have_the_spaces_of_french(name: str) -> None:
    assert real("CTG413", name) == []
