"""What a plan calls its steps, in the sentences of every document."""

from __future__ import annotations

import pytest

from ctgkit.french.steps import step, steps_called


@pytest.mark.parametrize(
    ("name", "of", "many", "added"),
    [
        ("Étape", "de l'étape", "étapes", "ajoutée"),
        ("Opération", "de l'opération", "opérations", "ajoutée"),
        ("Phase", "de la phase", "phases", "ajoutée"),
        ("Chantier", "du chantier", "chantiers", "ajouté"),
        ("Volet", "du volet", "volets", "ajouté"),
    ],
)
def test_a_step_has_its_article_its_plural_and_its_gender(name: str, of: str, many: str, added: str) -> None:
    with steps_called(name):
        assert (step().of, step().many, step().agreed("ajouté")) == (of, many, added)
    assert step() == "étape"
