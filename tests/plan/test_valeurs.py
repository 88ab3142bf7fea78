"""The words of closed lists, however they are typed."""

from __future__ import annotations

import unicodedata

import pytest
from jsonschema import Draft7Validator

from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.schema import json_schema
from ctgkit.plan.valeurs import lire_mot
from ctgkit.vocabulary.argent import EtatFinancement, SectionBudget
from ctgkit.vocabulary.indicateur import Sens, TypeIndicateur
from ctgkit.vocabulary.nature import NatureAction, Origine
from ctgkit.vocabulary.priorite import Priorite
from ctgkit.vocabulary.statut import Statut
from ctgkit.vocabulary.terme import Terme

LISTS: tuple[type[Terme], ...] = (
    *(EtatFinancement, NatureAction, SectionBudget, Origine, Priorite),
    *(Sens, Statut, TypeIndicateur),
)


def bare_accents(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("réalisée", Statut.REALISEE),
        ("Réalisé", Statut.REALISEE),
        ("REALISEE", Statut.REALISEE),
        ("terminée", Statut.REALISEE),
        ("  En cours ", Statut.EN_COURS),
        ("en  cours", Statut.EN_COURS),
        ("À VENIR", Statut.A_VENIR),
        ("Suspendu", Statut.EN_PAUSE),
        ("sans suite", Statut.ABANDONNEE),
        ("Prévue", EtatFinancement.PREVU),
        ("engagé", Origine.ENGAGEE),
        ("Élevé", Priorite.HAUTE),
        ("1", Priorite.HAUTE),
        ("2", Priorite.MOYENNE),
        ("faible", Priorite.BASSE),
        ("3", Priorite.BASSE),
    ],
)
def test_capitals_accents_gender_and_synonyms_change_nothing(written: str, meant: Terme) -> None:
    assert lire_mot(type(meant), written) is meant


@pytest.mark.parametrize("written", ["en retard", "encours", "réaliser", "e", "ok"])
def test_another_word_is_none_of_them(written: str) -> None:
    with pytest.raises(Unreadable) as raised:
        lire_mot(Statut, written)
    assert raised.value.kind == "valeur_inconnue"
    assert raised.value.ctx["valeurs"][0] == "à l'étude"


@pytest.mark.parametrize("liste", LISTS)
def test_every_word_and_synonym_is_read_and_no_two_members_share_one(liste: type[Terme]) -> None:
    for member in liste:
        for word in (member.value, *member.facts.synonyms):
            forms = (
                word,
                word.upper(),
                word.capitalize(),
                bare_accents(word),
                unicodedata.normalize("NFD", word),
            )
            assert [lire_mot(liste, form) for form in forms] == [member] * len(forms)


@pytest.mark.parametrize(
    ("key", "liste"),
    [
        ("EntreeSuivi.statut", Statut),
        ("Financement.etat", EtatFinancement),
        ("Financement.section", SectionBudget),
        ("Action.nature", NatureAction),
        ("Action.origine", Origine),
        ("Action.priorite", Priorite),
    ],
)
def test_the_schema_underlines_nothing_that_is_read(key: str, liste: type[Terme]) -> None:
    part, _, name = key.partition(".")
    schema = json_schema()
    found = schema["definitions"][part]
    # What may also be a text has its keys where it is none.
    keys = found.get("properties") or found["else"]["then"]["properties"]
    check = Draft7Validator({**keys[name], "definitions": schema["definitions"]})
    for member in liste:
        for word in (member.value, *member.facts.synonyms):
            for form in (word, word.upper(), bare_accents(word), unicodedata.normalize("NFD", word)):
                assert check.is_valid(form), form
    if liste is Statut:  # where a territory has words of its own, any may be one
        whole = Draft7Validator({**schema["definitions"]["SuiviUsuel"], "definitions": schema["definitions"]})
        assert whole.is_valid({"actions": [{"suivi": [{"statut": "en cours"}]}]})
        assert not whole.is_valid({"actions": [{"suivi": [{"statut": "en retard"}]}]})
        return
    assert not check.is_valid("en retard")
