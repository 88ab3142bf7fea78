"""What alerts make one ask of a pilot."""

from __future__ import annotations

import pytest

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.demande import CodeDemande, demanded


@pytest.mark.parametrize(
    ("alerte", "during", "after"),
    [
        (CodeAlerte.EN_RETARD, CodeDemande.TERME, CodeDemande.BILAN),
        (CodeAlerte.DEMARRAGE_EN_RETARD, CodeDemande.DEMARRAGE, CodeDemande.DEMARRAGE),
        (CodeAlerte.BLOQUEE, CodeDemande.DEBLOCAGE, CodeDemande.DEBLOCAGE),
        (CodeAlerte.SANS_PILOTE, None, None),
    ],
)
def test_what_is_asked_because_of_an_alert_depends_on_whether_the_convention_is_over(
    alerte: CodeAlerte, during: CodeDemande | None, after: CodeDemande | None
) -> None:
    assert demanded(alerte, over=False) is during
    assert demanded(alerte, over=True) is after
