"""Every key of the plan file, and the parts of the plan it belongs to. Read off the model."""

from __future__ import annotations

from typing import Any, ForwardRef, get_args, get_origin

from ctgkit.plan import Plan
from ctgkit.plan.base import Element

#: What each part of the plan is called in a message.
PARTS = {
    "Plan": "en tête du plan",
    "Section": "une section",
    "Action": "une fiche",
    "Etape": "une étape",
    "Territoire": "`territoire`",
    "Periode": "`periode`",
    "Vocabulaire": "`vocabulaire`",
    "Source": "`source`",
    "Signataire": "`signataires`",
    "Contact": "`contacts`",
    "Preambule": "`preambule`",
    "Acteur": "`acteurs`",
    "Copil": "`copils`",
    "Avenant": "`avenants`",
    "Pilote": "`pilotes`",
    "Indicateur": "`indicateurs`",
    "Repere": "`reference` ou `cible`",
    "Mesure": "`mesures`",
    "Calendrier": "`calendrier`",
    "EntreeSuivi": "`suivi`",
    "Financement": "`financements`",
    "Point": "un point",
}


def _elements(annotation: Any, part: type[Element]) -> set[type[Element]]:
    """The parts found under a field of `part`."""
    if isinstance(annotation, ForwardRef):  # a name not resolved yet is that of a list of its own element
        return {part}
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return {annotation}
    return {found for inner in get_args(annotation) for found in _elements(inner, part)}


def _walk() -> dict[type[Element], dict[str, set[type[Element]]]]:
    """Each part of the plan, with its keys and the parts found under each."""
    todo: list[type[Element]] = [Plan]
    walked: dict[type[Element], dict[str, set[type[Element]]]] = {}
    while todo:
        part = todo.pop()
        if part not in walked:
            walked[part] = {
                name: _elements(field.annotation, part) for name, field in part.model_fields.items()
            }
            todo.extend(sorted({e for es in walked[part].values() for e in es}, key=lambda e: e.__name__))
    return walked


TREE = _walk()
#: The parts each key belongs to, by name, in the order of :data:`PARTS`.
KEYS: dict[str, list[str]] = {}
for _part in sorted(TREE, key=lambda part: list(PARTS).index(part.__name__)):
    for _name in _part.model_fields:
        KEYS.setdefault(_name, []).append(_part.__name__)


def _is_list(annotation: Any) -> bool:
    """Whether a field is a list, which is what a name not resolved yet stands for."""
    return get_origin(annotation) is tuple or isinstance(annotation, ForwardRef)


#: The keys that hold a list wherever they stand.
LISTS = frozenset(
    name
    for name in KEYS
    if all(_is_list(part.model_fields[name].annotation) for part in TREE if name in part.model_fields)
)
#: The keys below which others are headings, whatever part of the plan has them too.
HEADINGS = frozenset(
    name for part in TREE for name, field in part.model_fields.items() if get_origin(field.annotation) is dict
)
#: What an element of the list under each key may have for keys; texts have none.
BELOW: dict[str, set[str]] = {}
for _part, _fields in TREE.items():
    for _name, _parts in _fields.items():
        BELOW.setdefault(_name, set()).update(*(part.model_fields for part in _parts))
