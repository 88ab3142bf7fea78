"""What of the signed plan a committee may adjust, and what a correction puts right."""

from __future__ import annotations

import copy

import pytest

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.versions import Change, breaches, compare
from ctgkit.versions.changes import Comparison
from ctgkit.vocabulary.changement import Volet
from tests.versions.real import Data, points
from tests.versions.test_regimes import BASE, Edit, action, put

REVISION: Data = {"article": "9", "comite": ["calendrier", "etapes"]}


def sides(*edits: Edit, revision: Data | None) -> tuple[Data, Data]:
    """A plan, and the same after the edits."""
    old = copy.deepcopy(BASE) | {"revision": revision, "copils": [{"date": "2026-03-12"}]}
    new = copy.deepcopy(old)
    for edit in edits:
        edit(new)
    return old, new


def deciding(found: Data, *addresses: str) -> Plan:
    """A plan whose committee decided something of these fiches."""
    decided = {"texte": "Reporter", "actions": list(addresses)}
    found["copils"][0]["decisions"] = [decided] if addresses else []
    return judged(Plan, found)


def decided(
    *edits: Edit, addresses: tuple[str, ...], revision: Data | None, known: tuple[str, ...] = ()
) -> list[Volet]:
    """What edits are once the committee decided of some fiches; of those that are `known`, it had already."""
    return [one.volet for one in changes(*edits, addresses=addresses, revision=revision, known=known)]


def changes(
    *edits: Edit, addresses: tuple[str, ...], revision: Data | None, known: tuple[str, ...] = ()
) -> tuple[Change, ...]:
    old, new = sides(*edits, revision=revision)
    found = compare(deciding(old, *known), deciding(new, *addresses)).changes
    return tuple(one for one in found if one.subject != "decision")


def corrected(where: list[str], *edits: Edit) -> list[Volet]:
    """What edits are, of a plan that says where a mistake was put right."""
    entry = put("/corrections", [{"date": "2026-02-03", "objet": "Mal recopié", "ou": where}])
    old, new = sides(entry, *edits, revision=None)
    comparison = compare(judged(Plan, old), judged(Plan, new))
    return [one.volet for one in comparison.changes if one.subject != "correction"]


LATER = put("calendrier", "2027")
STEP = put("etapes", [{"titre": "Étudier"}])
TITLE = put("titre", "Ouvrir deux lieux")
PARTNERS = put("partenaires", points("CAF"))


@pytest.mark.parametrize("edit", [LATER, STEP])
def test_the_committee_adjusts_the_headings_that_the_convention_names(edit: Edit) -> None:
    assert decided(edit, addresses=("1.1",), revision=REVISION) == [Volet.AJUSTEMENT]
    assert decided(edit, addresses=("pe/1.1",), revision=REVISION) == [Volet.AJUSTEMENT]
    assert decided(edit, addresses=("1.1:1",), revision=REVISION) == [Volet.AJUSTEMENT]


def test_it_adjusts_nothing_that_no_new_decision_names() -> None:
    assert decided(LATER, addresses=(), revision=REVISION) == [Volet.CONTRAT]
    assert decided(LATER, addresses=("1.2",), revision=REVISION) == [Volet.CONTRAT]
    assert decided(LATER, addresses=("1.1",), known=("1.1",), revision=REVISION) == [Volet.CONTRAT]


@pytest.mark.parametrize(
    "edit",
    [
        TITLE,
        PARTNERS,
        put("numero", "1.2"),
        put("/periode", "2025-2029"),
        put("/signataires", []),
        put("/territoire/communes", ["Bourg"]),
        lambda data: data["axes"][0]["actions"].append({"numero": "1.2", "titre": "Former les équipes"}),
        lambda data: data["axes"][0].update(titre="Enfance"),
    ],
)
def test_the_rest_is_never_an_adjustment(edit: Edit) -> None:
    assert set(decided(edit, addresses=("1.1", "1.2", "pe"), revision=REVISION)) == {Volet.CONTRAT}


def test_a_decision_that_came_to_nothing_allows_nothing() -> None:
    old, new = sides(LATER, revision=REVISION)
    new["copils"][0]["decisions"] = [{"texte": "Reporter", "actions": ["1.1"], "etat": "sans suite"}]
    found = compare(judged(Plan, old), judged(Plan, new)).changes
    assert sorted(one.volet for one in found) == [Volet.CONTRAT, Volet.SUIVI]


def test_without_a_word_of_the_convention_a_decision_is_told_and_nothing_is_settled() -> None:
    (change,) = changes(LATER, addresses=("1.1",), revision=None)
    assert (change.volet, change.because) == (Volet.CONTRAT, ("copils", 0, "decisions", 0))
    assert [one.kind for one in breaches(Comparison((change,), ()))] == ["contract-decided"]


def test_an_adjustment_is_looked_at_and_is_no_fault() -> None:
    (change,) = changes(LATER, addresses=("1.1",), revision=REVISION)
    assert [one.kind for one in breaches(Comparison((change,), ()))] == ["adjusted"]


def test_the_convention_in_force_says_what_may_be_adjusted() -> None:
    """Nobody gives leave to what they change along."""
    found = decided(LATER, put("/revision", REVISION), addresses=("1.1",), revision=None)
    assert set(found) == {Volet.CONTRAT}


def test_a_correction_holds_where_it_says_and_nowhere_else() -> None:
    assert corrected(["1.1"], LATER, TITLE) == [Volet.CORRECTION, Volet.CORRECTION]
    assert corrected(["1.1", "calendrier"], LATER, TITLE) == [Volet.CONTRAT, Volet.CORRECTION]
    assert corrected(["calendrier"], LATER, TITLE) == [Volet.CONTRAT, Volet.CORRECTION]
    assert corrected(["1.2"], LATER) == [Volet.CONTRAT]
    assert corrected([], LATER) == [Volet.CONTRAT]
    assert corrected(["periode"], put("/periode", "2025-2029"), LATER) == [Volet.CORRECTION, Volet.CONTRAT]
    assert corrected(["1.1", "periode"], put("/periode", "2025-2029"), LATER) == [Volet.CORRECTION] * 2
    assert corrected(["1.1"], put("/periode", "2025-2029")) == [Volet.CONTRAT]
    # The words of a section are its own, and its fiches have their addresses.
    assert corrected(["pe"], lambda data: data["axes"][0].update(titre="Enfance"), LATER) == [
        Volet.CORRECTION,
        Volet.CONTRAT,
    ]


def test_a_correction_of_old_puts_nothing_more_right() -> None:
    entry = put("/corrections", [{"date": "2026-02-03", "objet": "Mal recopié", "ou": ["1.1"]}])
    old, new = sides(revision=None)
    for data in (old, new):
        entry(data)
    new["corrections"][0]["objet"] = "Bien mal recopié"
    action(new)["calendrier"] = "2027"
    found = compare(judged(Plan, old), judged(Plan, new)).changes
    assert sorted(one.volet for one in found) == [Volet.CONTRAT, Volet.SUIVI]
