"""An invented plan that holds one text in every place where a plan can hold text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ctgkit.plan import INTITULES, Plan
from ctgkit.plan.base import Element
from ctgkit.plan.declaration import declared
from ctgkit.plan.judge import judged
from ctgkit.plan.rubriques import PARTIES
from tests.reports.fiches.plans import minimal

#: What stands where a text would, when the question is what the template does by itself.
HARMLESS = "Zqxjkv"


def filled(text: str) -> Plan:
    """The plan with `text` everywhere.

    Two places take it after other words only: a value that reads as a number is one, and the type
    of territory gets a capital. One number is fixed, so that a text can refer to it.
    """
    journal = [
        {"date": "2025-01-15", "statut": "en cours", "avancement": 40, "note": text, "auteur": text},
        {"date": "2025-01-10", "statut": "reportée", "echeance": text},
    ]
    points = [{"texte": text, "points": [{"texte": text, "points": [{"texte": text, "points": []}]}]}, text]
    reference = f"{text} (voir fiche action 7.7) {text}"
    mark = {"date": "2024-01-01", "valeur": f"≈ {text}"}
    indicator = {
        "nom": text,
        "type": "quantitatif",
        "unite": text,
        "reference": mark,
        "cible": mark,
        "sens": "hausse",
        "mesures": [{**mark, "commentaire": text}],
    }
    pilots = [
        {"nom": text, "etp": "0,5", "structure": text, "role": text},
        {"nom": text, "pilotes": [{"nom": text}]},
    ]
    calendar = [{"texte": text, "debut": "2024-01-01", "fin": "2024-06-30"}, {"texte": reference}]
    contacts = [
        {"nom": text, "fonction": text, "structure": text, "telephone": text, "courriel": text},
        {"nom": text},
    ]
    bilan = {"date": "2025-12-31", "resultats": points, "freins": text, "leviers": text, "suites": text}
    followed = {"suivi": journal, "contacts": contacts, "bilan": [bilan]}
    decision = {"texte": text, "actions": ["7.7", text], "responsable": text, "echeance": text}
    meeting = {
        "date": "2024-06-18",
        "objet": text,
        "instance": text,
        "lieu": text,
        "participants": [text],
        "excuses": [text],
        "decisions": [decision, text],
    }
    step = {
        "titre": text,
        "numero": text,
        "id": text,
        "intitules": {"constats": text},
        **{cle: points for cle in INTITULES if cle not in PARTIES},
        "rubriques": {text: points},
        "pilotes": pilots,
        "calendrier": calendar,
        "publics": text,
        "indicateurs": [{"nom": text}, indicator],
        **followed,
    }
    action: dict[str, Any] = {
        "numero": text,
        "id": text,
        "titre": text,
        "origine": "nouvelle",
        "intitules": dict.fromkeys(INTITULES, text),
        **{cle: points for cle in INTITULES if cle not in {"pilotes", "indicateurs", "calendrier"}},
        "publics": text,
        "moyens": [reference],
        "pilotes": pilots,
        "indicateurs": [{"nom": text}, indicator],
        "calendrier": calendar,
        "rubriques": {text: points, f"{text}.": text},
        "etapes": [step],
        "couts": [{"objet": text, "montant": "18 150 € TTC", "annee": "2025-2026"}],
        "financements": [{"financeur": text, "montant": "12 500,50", "annee": 2025, "objet": text}],
        **followed,
    }
    section = {"id": text, "numero": text, "titre": text, "intitule": text, "description": points}
    plain = {"numero": "7.7", "titre": text, "nature": "engagement", "descriptif": text, "calendrier": text}
    inner = {**section, "actions": [action]}
    return judged(
        Plan,
        {
            "format": 1,
            "titre": text,
            "territoire": {
                "nom": text,
                "sigle": text,
                "type": f"un {text}",
                "departement": text,
                "communes": [text, text],
            },
            "caf": text,
            "periode": {"debut": "2024-01-01", "fin": "2027-12-31", "texte": text},
            "signature": "2024-02-29",
            "signataires": [{"nom": text, "qualite": text, "structure": text}, {"qualite": text}],
            "contacts": contacts,
            "source": {"titre": text, "date": "2024-03-01", "reference": text},
            "revision": {"article": "9", "comite": ["calendrier", "etapes"]},
            "chiffres": [
                {"nom": text, "valeur": f"≈ {text}", "unite": text, "date": "2024-01-01", "source": text}
            ],
            "evaluation": [{"question": text, "criteres": points, "reponse": points, "date": "2027-10-01"}],
            "corrections": [{"date": "2025-02-03", "objet": text, "ou": [text]}],
            "preambule": [{"titre": text, "texte": points}],
            "vocabulaire": {
                "niveaux": [text, text],
                "action": text,
                "etape": "Opération",
                "rubriques": dict.fromkeys(INTITULES, text),
                "rubriques_etape": {"constats": text},
                "numerotees": ["descriptif"],
            },
            "acteurs": [{"id": text, "nom": text, "alias": [text]}],
            "copils": [meeting],
            "avenants": [{"numero": text, "date": "2025-09-01", "objet": text}],
            "axes": [
                {**section, "objectifs": [inner], "actions": [action]},
                {"id": "seconde", "titre": text, "actions": [plain]},
            ],
        },
    )


def listed(texts: Iterable[str]) -> Plan:
    """A plan with one fiche for each text, which has it in its title, headings, points and journal."""
    actions = [
        {
            "numero": str(rank),
            "titre": text,
            "intitules": {"constats": text},
            "constats": [text, {"texte": text, "points": [{"texte": text, "points": []}]}],
            "descriptif": text,
            "pilotes": [{"nom": text}],
            "rubriques": {text: text},
            "suivi": [{"date": "2025-01-15", "note": text}],
        }
        for rank, text in enumerate(texts)
    ]
    return minimal({"id": "a", "titre": "A", "actions": actions})


#: Words that sentences agree with: what stands around them changes with them.
_AGREED = ("convention", "statuts", "article", "etape")


def places_of_the_model() -> set[tuple[str, str]]:
    """Every key of the model that takes text, as `(class, key)`."""
    found: set[tuple[str, str]] = set()
    waiting: list[type[Element]] = [Plan]
    seen: set[type[Element]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for key, field in declared(model).items():
            if field.element is not None:
                waiting.append(field.element)
            texts = field.shape.of is str or field.shape.container is dict
            if texts and key not in {"numerotees", "comite", *_AGREED}:
                found.add((model.__name__, key))
    return found


def places_of(element: Element, text: str) -> set[tuple[str, str]]:
    """The keys of `element`, and of all that is in it, that hold `text`."""
    found = set()
    for key in type(element).KEYS:
        value = getattr(element, key)
        for one in _flat(value):
            if isinstance(one, Element):
                found |= places_of(one, text)
            elif isinstance(one, str) and text in one:
                found.add((type(element).__name__, key))
    return found


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from _flat(tuple(value))
        yield from _flat(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from _flat(one)
    else:
        yield value
