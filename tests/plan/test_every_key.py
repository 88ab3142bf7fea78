"""Every declared key reaches every writer: what is written of a plan changes where the key does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest

from ctgkit.app.documents.report import document
from ctgkit.outputs import terminal
from ctgkit.outputs.registry import formats
from ctgkit.plan import Plan
from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Field, Regime, declared
from ctgkit.plan.montant import Montant, lire_montant
from ctgkit.plan.reading import read
from ctgkit.plan.reading.keys import TREE
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.avenant import draft
from ctgkit.reports.document import Asked, documents
from ctgkit.reports.fiches import build
from ctgkit.reports.fiches.text import Screen
from ctgkit.versions import compare
from tests.conftest import ROOT

COMPLETE = ROOT / "tests" / "data" / "complet.yaml"
DAY = date(2026, 7, 1)
FORMATS = [one.name for one in formats("report")]


class Place(NamedTuple):
    """Where a key is written."""

    part: str
    key: str
    field: Field
    path: tuple[str | int, ...]
    signed: bool  #: whether it is of the contract, and all that it stands in

    @property
    def name(self) -> str:
        return f"{self.part}.{self.key}"


@cache
def whole() -> Plan:
    plan = read(COMPLETE.read_bytes(), COMPLETE.name).plan
    assert plan is not None
    return plan


def signs(part: Element, field: Field) -> bool:
    """Whether a change of a field is one of the contract; so is a name that no structure answers for."""
    regime = field.champ.regime
    person = regime is Regime.PERSONNE and getattr(part, "structure", None) is None
    return regime is Regime.CONTRAT or person


def places(part: Element, path: tuple[str | int, ...] = (), *, signed: bool = True) -> Iterator[Place]:
    """Every key that is written, where it is."""
    for key, field in declared(type(part)).items():
        value = getattr(part, key)
        if field.optional and value == field.default:
            continue
        one = Place(type(part).__name__, key, field, (*path, key), signed and signs(part, field))
        yield one
        below = value if isinstance(value, tuple) else ()
        if isinstance(value, Element):
            yield from places(value, one.path, signed=one.signed)
        for rank, item in enumerate(below):
            if isinstance(item, Element):
                yield from places(item, (*one.path, rank), signed=one.signed)


def in_a_fiche(place: Place) -> bool:
    """Whether it is in a fiche: a decision has `actions` too, which are addresses."""
    return place.path[0] == "axes" and "actions" in place.path


#: One place for each key, in a fiche if it has any there.
PLACES = {one.name: one for one in sorted(places(whole()), key=in_a_fiche)}


def changed(part: Any, place: Place, path: tuple[str | int, ...]) -> Any:
    """The same, with nothing under the key, or something else where there must be something."""
    step, *rest = path
    if isinstance(step, int):
        return (*part[:step], changed(part[step], place, tuple(rest)), *part[step + 1 :])
    value = getattr(part, step)
    if rest:
        return part.but(**{step: changed(value, place, tuple(rest))})
    return part.but(**{step: place.field.default if place.field.optional else other(value)})


def other(value: Any) -> Any:
    """Something else of the same kind."""
    if isinstance(value, str):
        return f"{value} autrement"
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, Montant):
        return lire_montant("1 €")
    if isinstance(value, AnneesDites):
        return AnneesDites(2031, 2031)
    if isinstance(value, tuple):
        return value[:-1]
    if isinstance(value, Element):
        held = {key: one for key in type(value).KEYS if (one := getattr(value, key)) not in {None, ()}}
        return value.but(**{key: other(one) for key, one in held.items()})
    return value + 1


def without(name: str) -> Plan:
    """The complete plan, changed at a key."""
    place = PLACES[name]
    made: Plan = changed(whole(), place, place.path)
    return made


@cache
def unchanged(form: str) -> str:
    return written(whole(), form)


def written(plan: Plan, form: str) -> str:
    """The plan as a document; as the terminal shows it, with each of its fiches."""
    if form != "text":
        asked = Asked(documents()["plan"], None, DAY, None, coordonnees=True)
        return document(plan, asked, form, again=True)
    screen, view = Screen(terminal.Paint(enabled=False), None), build(plan)
    lines = [*screen.outline(view), *(line for one in view.fiches() for line in screen.fiche(one))]
    return "\n".join(lines)


#: The version of the format, the dates of a period that has words, what only addresses show, and the
#: directory that joins spellings.
UNSEEN = {
    *("Plan.format", "Plan.acteurs", "Periode.debut", "Periode.fin", "Etape.id"),
    *(name for name in PLACES if name.startswith("Acteur.")),
}
#: What the terminal shows: the outline has few keys of the plan, a fiche all but what an indicator is like.
ON_SCREEN = {
    *(name for name, one in PLACES.items() if in_a_fiche(one)),
    *(
        "Plan.titre",
        "Plan.caf",
        "Plan.periode",
        "Plan.vocabulaire",
        "Plan.axes",
        "Plan.actions",
        "Territoire.nom",
    ),
    *("Section.numero", "Section.titre", "Section.objectifs", "Section.actions"),
} - {"Indicateur.type", "Indicateur.sens"}


def test_the_complete_plan_has_every_key() -> None:
    assert set(PLACES) == {f"{part.__name__}.{key}" for part in TREE for key in declared(part)}


_USUAL = ("json", "Vocabulaire.statuts")


@pytest.mark.parametrize(
    ("form", "name"),
    # JSON says the usual word of a status.
    [(form, name) for form in FORMATS for name in sorted(set(PLACES) - UNSEEN) if (form, name) != _USUAL],
)
def test_every_key_is_told_in_every_format(name: str, form: str) -> None:
    assert written(without(name), form) != unchanged(form)


@pytest.mark.parametrize("name", sorted(ON_SCREEN))
def test_every_key_of_a_fiche_is_shown_in_the_terminal(name: str) -> None:
    assert written(without(name), "text") != unchanged("text")


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_key_is_compared_and_what_is_signed_asks_for_an_avenant(name: str) -> None:
    after = without(name)
    found = compare(whole(), after)
    assert found.changes
    assert (draft(whole(), after, found) is not None) == PLACES[name].signed
