"""A plan that holds every member of every closed list goes through every command and format."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from ctgkit.app import main
from ctgkit.followup import state_of
from ctgkit.plan.reading import read
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.argent import EtatFinancement, SectionBudget
from ctgkit.vocabulary.indicateur import Sens, TypeIndicateur
from ctgkit.vocabulary.nature import NatureAction, Origine
from ctgkit.vocabulary.statut import SITUATIONS, Statut, facts_of

DAY, SINCE = "2026-06-30", "2025-06-30"


def _fiches() -> list[dict[str, Any]]:
    """A fiche for each status and for none, with one of each other list by turns; none where it may lack."""
    made = []
    for rank, statut in enumerate(SITUATIONS):
        entry = {"date": "2025-03-01" if rank % 2 else "2026-03-01", "note": "Un mot"}
        made.append(
            {
                "nature": str([*NatureAction][rank % len(NatureAction)]),
                "origine": str([*Origine][rank % len(Origine)]),
                "calendrier": ["2025", "À partir de 2025", "2027", "chaque mois", "un jour"][rank % 5],
                **({"pilotes": ["Le relais"]} if rank % 3 else {}),
                "indicateurs": [
                    {
                        "nom": f"Places {kind} {sens}",
                        "type": str(kind),
                        "sens": str(sens),
                        "reference": {"date": "2025-01-01", "valeur": "1"},
                        "cible": {"date": "2027-01-01", "valeur": "9" if sens.facts.sign > 0 else "0"},
                        "mesures": [{"date": "2025-02-01", "valeur": "1"}],
                    }
                    for kind in TypeIndicateur
                    for sens in Sens
                ],
                "financements": [
                    {
                        "financeur": "Caf",
                        "objet": f"Objet {place}",
                        "montant": "1000",
                        "annee": "2025",
                        "etat": str(etat),
                        "nature": str([*SectionBudget][place % len(SectionBudget)]),
                    }
                    for place, etat in enumerate(EtatFinancement)
                ],
                "suivi": [entry | ({"statut": str(statut)} if statut else {})],
            }
        )
    late = {"nature": str(NatureAction.ACTION), "calendrier": "2025", "pilotes": ["La commune"]}
    return [*made, late]


def _plan() -> str:
    actions = [
        {"numero": f"1.{rank}", "titre": f"Fiche {rank}", **one} for rank, one in enumerate(_fiches(), 1)
    ]
    whole = {
        "titre": "Plan",
        "territoire": {"nom": "Un lieu"},
        "caf": "Caf inventée",
        "periode": "2025-2028",
        "copils": [{"date": SINCE}],
        "avenants": [{"numero": "1", "date": "2026-01-15"}],
        "axes": [{"id": "a", "titre": "Axe", "actions": actions}],
    }
    return "format: 1\n" + yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "plan.yaml"
    path.write_text(_plan(), encoding="utf-8")
    return str(path)


def _ctg(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capfd.readouterr()
    found = main([*arguments])
    out = capfd.readouterr()
    assert (found, out.err) == (status, ""), (arguments, out.err)
    return html.unescape(out.out)


def test_the_plan_holds_every_status_and_raises_every_alert() -> None:
    whole = read(_plan().encode(), "plan.yaml").plan
    assert whole is not None
    from datetime import date  # noqa: PLC0415

    state = state_of(whole, date.fromisoformat(DAY))
    assert {one.statut for one in state.fiches} == {*Statut, None}
    assert {code for one in state.fiches for code in one.codes} == {*CodeAlerte}
    assert {one.nature for one in state.fiches} == {*NatureAction}


@pytest.mark.parametrize("form", ["text", "md", "csv"])
@pytest.mark.parametrize("since", [(), ("--since", SINCE)])
def test_the_status_says_each_status_and_alert(
    plan: str, form: str, since: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    # A page has the apostrophes of print.
    out = _ctg(capfd, "status", plan, "--date", DAY, "--format", form, *since).replace("’", "'")
    # What did not move is left out, and a sheet has no totals that would still count it.
    words = [facts_of(one).one for one in SITUATIONS]
    if form != "csv" or not since:
        assert [one for one in words if one not in out] == []
        assert [one for one in CodeAlerte if one.one not in out and one.many not in out] == []


@pytest.mark.parametrize("by", ["axe", "pilote", "statut", "annee"])
def test_the_status_is_grouped_whatever_the_members(
    plan: str, by: str, capfd: pytest.CaptureFixture[str]
) -> None:
    out = _ctg(capfd, "status", plan, "--date", DAY, "--by", by)
    if by == "statut":
        titles = [facts_of(one).one.capitalize() for one in SITUATIONS]
        assert [one for one in titles if one not in out.splitlines()] == []


@pytest.mark.parametrize("command", ["status", "calendar"])
def test_programs_are_given_the_texts_of_the_members(
    plan: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    given = json.loads(_ctg(capfd, command, plan, "--date", DAY, "--format", "json"))["plan"]
    assert {one["statut"] for one in given["fiches"]} == {*map(str, Statut), None}
    assert {one["nature"] for one in given["fiches"]} == {*map(str, NatureAction)}


@pytest.mark.parametrize("form", ["text", "md", "csv", "ics"])
def test_the_calendar_says_each_status(plan: str, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    assert main(["calendar", plan, "--date", DAY, "--format", form]) == 0
    out = capfd.readouterr().out
    if form == "ics":  # what is not dated has no event
        out = out.replace("\r\n ", "")
        dated = [one for one in Statut if one.one in out]
        assert len(dated) >= len(Statut) - 2
        return
    out = out.replace("’", "'")
    assert [facts_of(one).one for one in SITUATIONS if facts_of(one).one not in out] == []
    if form != "csv":
        signs = [f"{facts_of(one).sign}\u00a0{facts_of(one).one}" for one in SITUATIONS]
        assert [one for one in signs if one not in out.replace("\\", "").replace("\n", " ")] == []


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("kind", ["copil", "plan", "pilote"])
def test_a_report_is_made_of_every_member(
    plan: str, form: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    who = ("--pilote", "Le relais") if kind == "pilote" else ()
    out = _ctg(capfd, "report", plan, "--kind", kind, *who, "--date", DAY, "--format", form, "-o", "-")
    lowered = out.lower().replace("’", "'")
    if kind == "copil":
        words = [facts_of(one).one for one in SITUATIONS]
        assert [one for one in words if one not in lowered] == []
        assert [one for one in CodeAlerte if one.one not in lowered and one.many not in lowered] == []
    if kind != "pilote":
        assert [one.one for one in EtatFinancement if one.one not in lowered] == []


@pytest.mark.parametrize("kind", ["copil", "plan", "pilote"])
def test_a_report_for_programs_has_every_member(
    plan: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    who = ("--pilote", "Le relais") if kind == "pilote" else ()
    out = _ctg(capfd, "report", plan, "--kind", kind, *who, "--date", DAY, "--format", "json", "-o", "-")
    texts = [f'"{one}"' for one in (*NatureAction, *(Statut if kind != "pilote" else ()))]
    assert [one for one in texts if one not in out] == []


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_report_over_territories_is_made_of_every_member(
    plan: str, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    out = _ctg(capfd, "report", str(Path(plan).parent), "--date", DAY, "--format", form, "-o", "-")
    names = CodeAlerte if form == "json" else ()
    assert [one for one in names if f'"{one}"' not in out] == []


@pytest.mark.parametrize("one", [*CodeAlerte, *(one for one in SITUATIONS if facts_of(one).raises is None)])
def test_each_member_may_be_asked_for(
    plan: str, one: CodeAlerte | Statut | None, capfd: pytest.CaptureFixture[str]
) -> None:
    word = one.one if isinstance(one, CodeAlerte) else facts_of(one).one
    english = (one.facts if isinstance(one, CodeAlerte) else facts_of(one)).synonyms[-1]
    told = _ctg(capfd, "status", plan, "--date", DAY, "--only", word, "--format", "json")
    assert told == _ctg(capfd, "status", plan, "--date", DAY, "--only", english, "--format", "json")
    fiches = json.loads(told)["plan"]["fiches"]
    assert fiches
    for fiche in fiches:
        alertes = {alerte["code"] for alerte in fiche["alertes"]}
        assert one in alertes if isinstance(one, CodeAlerte) else fiche["statut"] == one


def test_the_other_commands_take_every_member(
    plan: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _ctg(capfd, "validate", plan)
    shown = _ctg(capfd, "show", plan, "1.2")
    assert "Fiche 2" in shown
    capfd.readouterr()
    assert main(["lint", plan, "--date", DAY]) == 1
    assert "CTG510" in capfd.readouterr().out
    old = tmp_path / "old.yaml"
    old.write_text(
        _plan().replace(f"statut: {Statut.REALISEE}", f"statut: {Statut.EN_COURS}"), encoding="utf-8"
    )
    for form in ("text", "md", "html", "json"):
        out = _ctg(capfd, "diff", str(old), plan, "--format", form, *(["-o", "-"] if form == "html" else []))
        assert Statut.REALISEE in out
