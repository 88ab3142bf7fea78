"""The words of a document: what is signed, its fiches, its statuses, its territories, its period."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.plan import Plan, fiches
from ctgkit.plan.data import as_data
from ctgkit.plan.plan import noms_de, periode_dite
from ctgkit.plan.reading import read
from ctgkit.vocabulary.statut import Statut

HEAD = """\
format: 1
titre: Plan
caf: Caf
territoire: {nom: %s}
periode: %s
vocabulaire:
  %s
actions:
  - numero: 1
    titre: Ouvrir
    suivi:
      - {date: 2025-01-01, statut: %s}
"""


def text(
    *, nom: str = "Val", periode: str = "2024-2027", words: str = "niveaux: [Axe]", statut: str = "en cours"
) -> str:
    return HEAD % (nom, periode, words, statut)


def plan(**said: str) -> Plan:
    reading = read(text(**said).encode(), "plan.yaml")
    assert reading.plan is not None, reading.findings
    return reading.plan


def messages(**said: str) -> list[tuple[str, str, int]]:
    found = read(text(**said).encode(), "plan.yaml").findings
    return [(one.code.code, one.message.replace("\u00a0", " "), one.place.line) for one in found]


def test_one_territory_or_several_are_named_together() -> None:
    assert noms_de(plan().territoire) == ("Val",)
    two = plan(nom="[Haute Vallée, Basse Vallée]").territoire
    assert (two.nom, noms_de(two)) == ("Haute Vallée et Basse Vallée", ("Haute Vallée", "Basse Vallée"))
    assert as_data(two)["nom"] == "Haute Vallée et Basse Vallée"


def test_a_period_in_words_is_said_so_and_its_dates_count() -> None:
    found = plan(periode="{debut: 2024-03-01, fin: 2029-02-28, texte: cinq ans}").periode
    assert (periode_dite(found), found.debut, found.fin) == ("cinq ans", date(2024, 3, 1), date(2029, 2, 28))
    assert periode_dite(plan().periode) == "2024-2027"


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("action: Mesure", "Mesures"),
        ("action: [Fiche action, Fiches action]", "Fiches action"),
        ("action: {singulier: Fiche action, pluriel: Fiches action}", "Fiches action"),
        ("action: {singulier: Piste}", "Pistes"),
    ],
)
def test_a_fiche_is_called_in_the_singular_and_the_plural(words: str, many: str) -> None:
    assert getattr(plan(words=words).vocabulaire.action, "many", None) == many


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("convention: contrat local de santé", "du contrat local de santé"),
        ("convention: {nom: Boussole des jeunes, genre: féminin}", "de la Boussole des jeunes"),
        ("convention: {nom: Boussole des jeunes, genre: Masculin}", "du Boussole des jeunes"),
        ("niveaux: [Axe]", "de la convention territoriale globale"),
    ],
)
def test_what_is_signed_has_a_gender(words: str, of: str) -> None:
    assert getattr(plan(words=words).vocabulaire.convention, "of", None) == of


OWN = "statuts: {En cours: lancée, terminée: bouclée}"


@pytest.mark.parametrize(
    ("statut", "read_as"),
    [
        ("lancée", Statut.EN_COURS),
        ("Lancee", Statut.EN_COURS),
        ("en cours", Statut.EN_COURS),
        ("bouclée", Statut.REALISEE),
    ],
)
def test_a_status_is_read_in_the_words_of_the_territory(statut: str, read_as: Statut) -> None:
    found = plan(words=OWN, statut=statut)
    assert [entry.statut for fiche in fiches(found) for entry in fiche.action.suivi] == [read_as]
    assert as_data(found.vocabulaire)["statuts"] == {"en cours": "lancée", "réalisée": "bouclée"}


def test_a_word_that_says_two_statuses_is_told_at_its_place() -> None:
    (one,) = messages(words="statuts:\n    en cours: terminée")
    assert one == ("CTG119", "le mot « terminée » dit déjà le statut « réalisée »", 8)
    (two,) = messages(words="statuts:\n    en cours: lancée\n    à venir: Lancée")
    assert two == ("CTG119", "le mot « Lancée » dit déjà le statut « en cours »", 9)


@pytest.mark.parametrize("word", ["<b>lancée</b>", "lancée | finie", '"\\e[31mlancée"', "12", "**lancée**"])
def test_a_word_that_is_none_is_refused(word: str) -> None:
    (found,) = messages(words=f"statuts:\n    en cours: {word if word[0] == chr(34) else repr(word)}")
    assert (found[0], found[2]) == ("CTG119", 8)


def test_a_word_of_no_territory_is_told_as_ever() -> None:
    assert [code for code, *_ in messages(words=OWN, statut="lancé demain")] == ["CTG107"]
    assert [code for code, *_ in messages(words="statuts: {commencée: x}")] == ["CTG107"]
