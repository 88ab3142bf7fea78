"""The invented plan of the documentation: legible, plainly invented, whole, and what its README says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest

from ctgkit.plan import Action, Etape, Fiche, Plan, fiches
from ctgkit.plan.action import EntreeSuivi, Mesure
from ctgkit.plan.base import Element
from ctgkit.plan.reading import read
from ctgkit.plan.reading.keys import KEYS
from ctgkit.plan.suivi import cles_de_suivi
from ctgkit.vocabulary.argent import EtatFinancement, SectionBudget
from ctgkit.vocabulary.statut import Statut
from tests.command import ctg
from tests.conftest import ROOT
from tests.plan.dump import dumped
from tests.plan.test_schema import EXEMPLE, keys

SIGNED, TODAY = "plan-2023-signe.yaml", "plan.yaml"
NAMES = [SIGNED, TODAY]
#: The day at which the follow-up stops.
DAY = date(2026, 6, 30)
#: What every invented name says.
INVENTED = re.compile("imaginaire|invent|ficti|exemple", re.IGNORECASE)
#: The numbers that the Arcep keeps for works of fiction.
FICTION = re.compile(r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d", re.ASCII)


@cache
def plan(name: str) -> Plan:
    reading = read((EXEMPLE / name).read_bytes(), name)
    assert reading.findings == ()
    assert reading.plan is not None
    return reading.plan


def by_address(name: str) -> dict[str, Fiche]:
    return {fiche.adresse: fiche for fiche in fiches(plan(name))}


def elements(value: Any, kind: type[Element]) -> Iterator[Any]:
    """Every element of a kind below `value`, itself included."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, Element):
        yield from (one for name in type(value).KEYS for one in elements(getattr(value, name), kind))
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from elements(item, kind)


def journals(found: Plan) -> list[tuple[EntreeSuivi, ...]]:
    """The journals of the actions and of their steps that hold something."""
    actions = [fiche.action for fiche in fiches(found)]
    of_steps = [step.suivi for action in actions for step in action.etapes]
    return [journal for journal in [*(action.suivi for action in actions), *of_steps] if journal]


def test_both_plans_are_valid() -> None:
    assert sorted(path.name for path in EXEMPLE.glob("*.yaml")) == NAMES
    assert ctg("validate", str(EXEMPLE)) == (0, "2 plans, 30 fiches, aucune erreur\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_tied_to_its_schema_and_says_first_that_it_is_invented(name: str) -> None:
    first, _, third, *_ = (EXEMPLE / name).read_text(encoding="utf-8").splitlines()
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert (EXEMPLE / schema).resolve() == ROOT / "schema" / "plan.schema.json"
    assert third.startswith("# TOUT EST INVENTÉ ICI")


def test_the_readme_says_first_that_everything_is_invented() -> None:
    _, _, third, *_ = (EXEMPLE / "README.md").read_text(encoding="utf-8").splitlines()
    assert third.startswith("**Tout est inventé ici.**")


@pytest.mark.parametrize("name", NAMES)
def test_every_name_says_that_it_is_invented(name: str) -> None:
    found = plan(name)
    names = [found.titre, found.caf or "", found.territoire.nom, found.territoire.departement or ""]
    names += found.territoire.communes
    names += [acteur.nom for acteur in found.acteurs]
    names += [text for one in found.signataires for text in (one.nom or "", one.structure or "")]
    names += [text for one in found.contacts for text in (one.nom, one.structure or "")]
    names += [entry.auteur or "" for entry in elements(found, EntreeSuivi)]
    assert len(names) > 25
    assert [one for one in names if not INVENTED.search(one)] == []


#: Parts and keys that a plan like this one does without: `tests/data/complet.yaml` has them.
LATER = {
    *("Cout", "couts", "echeance", "priorite", "realise", "convention", "statuts", "etape"),
    *("Revision", "revision", "Correction", "corrections", "Evaluation", "evaluation", "Chiffre", "chiffres"),
    *("Bilan", "bilan", "Decision", "decisions", "role", "instance", "lieu", "participants", "excuses"),
    "rubriques_etape",
}
#: What its steps say.
OF_STEPS = {"titre", "pilotes", "calendrier", "publics", "indicateurs", "suivi"}
#: The same, of keys that others have too.
LATER_OF = {
    *(("Action", "id"), ("Periode", "texte"), ("Plan", "actions"), ("Pilote", "structure")),
    *((part, "contacts") for part in ("Action", "Etape")),
    *(("Etape", key) for key in Etape.KEYS if key not in OF_STEPS),
}


@pytest.mark.parametrize("name", NAMES)
def test_pilots_are_in_the_directory_or_are_invented_communes(name: str) -> None:
    found = plan(name)
    known = {text for acteur in found.acteurs for text in (acteur.nom, *acteur.alias)}
    known |= {f"Commune de {commune}" for commune in found.territoire.communes}
    actions = [fiche.action for fiche in fiches(found)]
    pilots = [pilote for action in actions for pilote in action.pilotes]
    pilots += [pilote for action in actions for step in action.etapes for pilote in step.pilotes]
    assert len(pilots) > 15
    assert {nom for pilote in pilots for nom in pilote.noms()} - known == set()


def test_nobody_can_be_called_or_written_to() -> None:
    contacts = plan(TODAY).contacts
    assert len(contacts) == 2
    assert [one.telephone for one in contacts if not FICTION.fullmatch(one.telephone or "")] == []
    assert [one.courriel for one in contacts if not (one.courriel or "").endswith(".example")] == []


def test_the_two_plans_together_use_every_key() -> None:
    written = {*keys(plan(SIGNED)), *keys(plan(TODAY))}
    every = {(part, key) for key, parts in KEYS.items() for part in parts}
    assert every - written == {one for one in every if one[0] in LATER or one[1] in LATER} | LATER_OF


def test_the_plan_of_today_uses_every_word_of_a_follow_up() -> None:
    actions = [fiche.action for fiche in fiches(plan(TODAY))]
    every = {None, *Statut} - {Statut.A_L_ETUDE, Statut.REPORTEE}
    assert {entry.statut for entry in elements(plan(TODAY), EntreeSuivi)} == every
    money = [line for action in actions for line in action.financements]
    assert {line.etat for line in money} == {
        EtatFinancement.PREVU,
        EtatFinancement.ACQUIS,
        EtatFinancement.VERSE,
    }
    assert {line.section for line in money} == set(SectionBudget)
    assert len({line.financeur for line in money}) >= 5


def test_the_signed_plan_is_the_contract_alone() -> None:
    """But for how sure its money was on that day."""
    assert {key for _, key in keys(plan(SIGNED))} & cles_de_suivi() == {"etat"}


def test_journals_and_measures_go_forward_and_stop_on_the_day() -> None:
    found = plan(TODAY)
    written = journals(found)
    assert len(written) > 15
    assert plan(SIGNED).signature == found.signature == date(2023, 6, 29)
    for journal in written:
        days = [entry.date for entry in journal]
        assert days == sorted(set(days))
        assert date(2023, 6, 29) <= days[0]
        assert days[-1] <= DAY
        assert [entry.date for entry in journal if entry.note is None or entry.auteur is None] == []
    for fiche in fiches(found):
        for indicateur in fiche.action.indicateurs:
            days = [measure.date for measure in indicateur.mesures]
            assert days == sorted(set(days))
            assert not days or found.periode.debut <= days[0] <= days[-1] <= DAY
    assert len({measure.date.year for measure in elements(found, Mesure)}) >= 3


def test_two_committees_have_met_and_one_is_planned() -> None:
    days = [copil.date for copil in plan(TODAY).copils]
    assert days == sorted(days)
    assert [day < DAY for day in days] == [True, True, False]
    assert [(one.numero, one.date < DAY) for one in plan(TODAY).avenants] == [("1", True)]


# ---- the avenant ------------------------------------------------------------------------------------


def contract(value: Any) -> Any:
    """Plain data without what is follow-up."""
    if isinstance(value, dict):
        return {key: contract(one) for key, one in value.items() if key not in cles_de_suivi()}
    return [contract(one) for one in value] if isinstance(value, (list, tuple)) else value


def differences(old: Any, new: Any, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """The keys whose contract changed; elements of a list are told apart only where none came or went."""
    if isinstance(old, dict):
        return {one for key in old for one in differences(old[key], new[key], (*path, key))}
    if isinstance(old, list) and len(old) == len(new):
        return {one for a, b in zip(old, new, strict=True) for one in differences(a, b, path)}
    return {path} if old != new else set()


def frame(section: dict[str, Any]) -> dict[str, Any]:
    """A section and those below it, without their fiches."""
    below = [frame(one) for one in section["objectifs"]]
    return {key: one for key, one in section.items() if key != "actions"} | {"objectifs": below}


def test_the_contract_changed_by_what_the_avenant_says_and_nothing_else() -> None:
    old, new = (contract(dumped(plan(name))) for name in NAMES)
    assert [frame(axe) for axe in old.pop("axes")] == [frame(axe) for axe in new.pop("axes")]
    assert old == new
    before, after = (
        {address: contract(dumped(fiche.action)) for address, fiche in by_address(name).items()}
        for name in NAMES
    )
    # The fiche d'engagement of axis 3 is replaced by two actions, 2.2.2 is withdrawn.
    assert before.keys() - after.keys() == {"jeunesse", "2.2.2"}
    assert after.keys() - before.keys() == {"3.1.1", "3.2.1"}
    assert by_address(SIGNED)["jeunesse"].action.nature == "engagement"
    changed = {
        (address, *path)
        for address in before.keys() & after.keys()
        for path in differences(before[address], after[address])
    }
    assert changed == {
        # ten places become twelve, later
        ("1.1.1", "descriptif", "texte"),
        ("1.1.1", "indicateurs", "cible", "date"),
        ("1.1.1", "indicateurs", "cible", "valeur"),
        ("1.1.1", "calendrier", "texte"),
        ("1.1.1", "etapes", "calendrier", "texte"),
        ("1.1.1", "financements"),
    }
    (avenant,) = plan(TODAY).avenants
    said = set(re.findall(r"\d\.\d(?:\.\d)?", avenant.objet or ""))
    assert said == {"3.1.1", "3.2.1", "2.2.2", "1.1.1", "2.1.1", "2.1.2", "4.1", "4.4"}


# ---- the table of the README ------------------------------------------------------------------------


class Row(NamedTuple):
    """What the README says of a fiche on the day."""

    statut: str
    avancement: str
    alertes: str
    note: str


def rows() -> dict[str, Row]:
    text = (EXEMPLE / "README.md").read_text(encoding="utf-8")
    _, _, table = text.partition("| adresse | statut | avancement | alertes | dernière note (date) |\n")
    lines = table.partition("\n\n")[0].splitlines()[1:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {address: Row(*rest) for address, *rest in cells}


def progress(action: Action) -> str:
    """The progress the journal says, else the mean of the steps, which say theirs."""
    said = [entry.avancement for entry in action.suivi if entry.avancement is not None]
    if said:
        return f"{said[-1]} %"
    steps = [[one.avancement for one in step.suivi if one.avancement is not None] for step in action.etapes]
    return f"{sum(step[-1] for step in steps) / len(steps):.0f} %" if steps else "—"


def test_the_table_of_the_readme_has_every_fiche_in_order() -> None:
    assert list(rows()) == [fiche.adresse for fiche in fiches(plan(TODAY))]


@pytest.mark.parametrize("address", list(rows()))
def test_the_table_of_the_readme_says_what_the_journal_says(address: str) -> None:
    action = by_address(TODAY)[address].action
    row = rows()[address]
    statuts = [entry.statut for entry in action.suivi if entry.statut is not None]
    statut = statuts[-1] if statuts else "non renseignée"
    last = action.suivi[-1].date if action.suivi else None
    steps = [entry.date for step in action.etapes for entry in step.suivi]
    assert last is None or max([last, *steps]) == last
    silent = statut == "en cours" and last is not None and DAY - last > timedelta(days=365)
    told = [
        *(["sans nouvelles"] if silent else []),
        *(["bloquée"] if statut == "bloquée" else []),
        *([] if action.pilotes else ["sans pilote"]),
    ]
    # What is late is read off the calendars, by hand: what the journal must agree with is checked here.
    late = {"4.1": ["en retard"], "3.2.1": ["démarrage en retard"]}.get(address, [])
    note = "—" if last is None else last.isoformat()
    assert row == Row(statut, progress(action), ", ".join([*late, *told]) or "—", note)
