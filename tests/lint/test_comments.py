"""Comments: a text that a sign cuts (CTG409), a suppression without a reason (CTG491)."""

from typing import Any

import pytest

from ctgkit.plan.reading import read
from tests.conftest import PLANS
from tests.lint.examples import found, rule_named, run, whole_plan
from tests.lint.spots import mend, under
from tests.plan.dump import dumped


def test_a_suppression_says_why() -> None:
    fragment = (
        "# ctg: ignore[CTG301]\n"
        "titre: Ouvrir un lieu  # ctg: ignore[CTG301, CTG490] :\n"
        "constats:\n"
        "  - Peu de places  # ctg: ignore[CTG301] vu avec la Caf\n"
    )
    assert [under for _, under in under(found("CTG491", fragment), whole_plan(fragment))] == [
        "# ctg: ignore[CTG301]",
        "# ctg: ignore[CTG301, CTG490] :",
    ]


def cut(fragment: str) -> list[str]:
    return [under for _, under in under(found("CTG409", fragment), whole_plan(fragment))]


@pytest.mark.parametrize("plan", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_have_comments_and_no_sentence_cut(plan: str) -> None:
    text = (PLANS / f"{plan}.yaml").read_text(encoding="utf-8")
    assert text.count("#") > 10
    assert list(run(text, rule_named("CTG409")).findings) == []


@pytest.mark.parametrize(
    ("line", "comment", "meant"),
    [
        ("titre: Accueil #3", "#3", "Accueil #3"),
        ("constats: Un atelier #3 par an", "#3 par an", "Un atelier #3 par an"),
        ("constats:\n  - Secteur : accueil #3", "#3", "Secteur : accueil #3"),
        ("constats:\n  - Un lieu pour # les jeunes", "# les jeunes", "Un lieu pour # les jeunes"),
        ("constats:\n  - Un lieu (le # du quartier)", "# du quartier)", "Un lieu (le # du quartier)"),
        ("constats:\n  - Le mur « Ici # maintenant »", "# maintenant »", "Le mur « Ici # maintenant »"),
        ("constats:\n  - Le tarif n° # à fixer", "# à fixer", "Le tarif n° # à fixer"),
        (
            "constats:\n  - L'atelier \"Bulle\" de l'étage #2 d'Aix",
            "#2 d'Aix",
            "L'atelier \"Bulle\" de l'étage #2 d'Aix",
        ),
        ("pilotes:\n  - nom: Caf #44", "#44", "Caf #44"),
        ("rubriques:\n  Lieu: Salle #4", "#4", "Salle #4"),
        ("constats:\n  - Avec la Caf :\n      - Un lieu\n      - Un guide #2", "#2", "Un guide #2"),
        ("pilotes:\n  - Selon les actions :\n      - Caf #2", "#2", "Caf #2"),
        ("calendrier:\n  - 2026 : atelier #2", "#2", "2026 : atelier #2"),
    ],
)
def test_a_sentence_that_is_certainly_cut_is_quoted(line: str, comment: str, meant: str) -> None:
    findings = found("CTG409", line)
    text = whole_plan(line)
    assert [under for _, under in under(findings, text)] == [comment]
    mended = mend(text, findings)
    plan = read(mended.encode(), "plan.yaml").plan
    assert plan is not None
    assert meant in set(_strings(dumped(plan)))
    assert list(run(mended, rule_named("CTG409")).findings) == []


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [text for part in parts for text in _strings(part)]


@pytest.mark.parametrize(
    ("lines", "comment", "text"),
    [
        (
            "constats:\n  - Le mot-dièse #Jeunesse en fête",
            "#Jeunesse en fête",
            'écrivez "Le mot-dièse #Jeunesse en fête"',
        ),
        ("constats:\n  - Avec les élus, # et la Caf", "# et la Caf", 'écrivez "Avec les élus, # et la Caf"'),
        ("constats:\n  - Un lieu pour  # à finir", "# à finir", 'écrivez "Un lieu pour  # à finir"'),
        (
            "constats:\n  - Un accueil\n    le soir #3",
            "#3",
            "mettez toute la phrase entre guillemets, sur une ligne",
        ),
    ],
)
def test_what_may_be_a_comment_or_spans_lines_is_left_to_the_author(
    lines: str, comment: str, text: str
) -> None:
    (finding,) = found("CTG409", lines)
    assert cut(lines) == [comment]
    assert finding.fix == ()
    otherwise = "finissez la phrase avant lui" if comment[1] == " " else "laissez une espace après le dièse"
    assert finding.hint == f"si la suite est du texte, {text}\u00a0; si c'est un commentaire, {otherwise}"


@pytest.mark.parametrize(
    "lines",
    [
        "constats:\n  - Peu de places # vu avec la Caf",
        "constats:\n  - Peu de places  # 3 par an",
        "constats: # à relire\n  - Peu de places",
        "constats:\n  # 3 : à relire\n  - Peu de places",
        "constats:\n  #Jeunesse\n  - Peu de places",
        "constats:\n  - 'Peu de' #3\n  - \"Peu de\" #3",
        'constats:\n  - Lieu : "la salle" #3',
        "constats:\n  - Peu de#places",
        "constats:\n  - Peu de places # ============",
        "constats:\n  - Peu de places #============",
        "constats:\n  - Un lieu de # ctg: ignore[CTG301] voulu",
        "constats:\n  - Un lieu #ctg: ignore[CTG301] voulu",
        "pilotes:\n  - nom: Caf\n    etp: 0,5 #3",
        "financements:\n  - montant: 1200 #2e tranche",
        "constats:\n  - |  #3\n    Un lieu de #3",
    ],
)
def test_comments_that_cut_nothing(lines: str) -> None:
    assert cut(lines) == []
