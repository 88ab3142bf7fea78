"""What things are called, and whether they are feminine: read off what the plan classes declare."""

from __future__ import annotations

from ctgkit.french.steps import step
from ctgkit.plan import Etape, Plan
from ctgkit.plan.declaration import Nom, below, declared
from ctgkit.plan.suivi import champs, regime_at
from ctgkit.versions.changes import Change
from ctgkit.versions.fields import RECORDS
from ctgkit.versions.naming import path_of

_FIELDS = tuple(field for part in below(Plan) for field in declared(part).values())

#: What a change is about. Sections and fiches are called so whatever the document calls them: its
#: words are in the heading, and nothing says whether they are feminine.
SUBJECTS: dict[str, Nom] = {
    nom.code: nom for nom in (Plan.CALLED, *(field.liste.of for field in _FIELDS if field.liste))
}

#: What the parts that hold others are called where something in them changed, and their element does not
#: say it.
CONTAINERS: dict[str, str] = {
    field.key: field.nom.one
    for field in _FIELDS
    if field.key in RECORDS or (field.shape.container is not None and field.champ.nom)
}


def named(subject: str) -> Nom:
    """What a change is about, a step by the word of the plan that is told."""
    if subject != Etape.CALLED.code:
        return SUBJECTS[subject]
    return Nom(step(), step().many, feminine=step().feminine, code=subject)


def word_of(change: Change) -> str:
    """What the field is called that makes of a change what it is to the convention."""
    path = path_of(change.edits[0])
    regime = regime_at(path)
    return next(field.nom.one for field in champs(path) if field.champ.regime is regime)
