"""Dates that a spreadsheet filled down from one fiche to the next (CTG517)."""

import pytest

from tests.lint.examples import found, whole_plan
from tests.lint.spots import real, words


def plan(*fiches: str) -> str:
    """Fiches with what each says beside its number and title."""
    return "axes:\n  - id: a\n    titre: A\n    actions:\n" + "".join(
        f"      - {{numero: {rank}, titre: Fiche{', ' if fiche else ''}{fiche}}}\n"
        for rank, fiche in enumerate(fiches, 1)
    )


@pytest.mark.parametrize(
    ("fiches", "told"),
    [
        (["calendrier: 01/09/2026", "calendrier: 02/09/2026", "calendrier: 03/09/2026"], ["01/09/2026"]),
        (["calendrier: 01/09", "calendrier: 02/09", "calendrier: 03/09"], ["01/09"]),
        (
            ['calendrier: "Échéance : 30/09/2026"', "calendrier: 2026-10-01", "calendrier: 2 octobre 2026"],
            ['"Échéance : 30/09/2026"'],
        ),
        (
            [f"calendrier: Du {day}/01/2026 au {day}/06/2026" for day in ("01", "02", "03", "04")],
            ["Du 01/01/2026 au 01/06/2026"],
        ),
        ([f"calendrier: {{texte: '2026', fin: 2026-12-0{day}}}" for day in (1, 2, 3)], ["2026-12-01"]),
        (
            [f"indicateurs: [{{nom: I, cible: {{date: 2027-01-0{day}, valeur: 1}}}}]" for day in (4, 5, 6)],
            ["2027-01-04"],
        ),
        ([f"suivi: [{{date: 2026-01-0{day}, note: Vu}}]" for day in range(1, 6)], ["2026-01-01"]),
    ],
)
def test_days_that_go_up_from_one_fiche_to_the_next(fiches: list[str], told: list[str]) -> None:
    assert words("CTG517", plan(*fiches)) == told


@pytest.mark.parametrize(
    "fiches",
    [
        ["calendrier: 01/09/2026", "calendrier: 02/09/2026"],
        ["calendrier: 01/09/2026", "calendrier: 01/09/2026", "calendrier: 01/09/2026"],
        ["calendrier: 01/09/2026", "calendrier: 01/10/2026", "calendrier: 01/11/2026"],
        ["calendrier: 2025", "calendrier: 2026", "calendrier: 2027"],
        ["calendrier: 01/09/2026", "", "calendrier: 02/09/2026", "calendrier: 03/09/2026"],
        ["calendrier: 03/09/2026", "calendrier: 02/09/2026", "calendrier: 01/09/2026"],
        [f"suivi: [{{date: 2026-01-0{day}, note: Vu}}]" for day in range(1, 5)],
    ],
)
def test_days_that_may_have_been_meant(fiches: list[str]) -> None:
    assert words("CTG517", plan(*fiches)) == []


def test_what_is_said_of_them() -> None:
    text = plan("calendrier: 31/08/2026", "calendrier: 01/09/2026", "calendrier: 02/09/2026")
    (finding,) = found("CTG517", text)
    assert finding.message == (
        "les dates de 3 fiches qui se suivent vont de jour en jour, du 31\u00a0août\u00a02026 au "
        "2\u00a0septembre\u00a02026\u00a0: un tableur les a sans doute recopiées"
    )
    assert finding.hint == "si la première est la bonne, écrivez le 31\u00a0août\u00a02026 aux autres fiches"
    lines = whole_plan(text).splitlines()
    assert ["numero: 2" in lines[one.place.line - 1] for one in finding.related] == [True, False]


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_have_none(name: str) -> None:
    assert real("CTG517", name) == []
