"""Values of a plan, as JSON has them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ctgkit.french.agreement import count
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date, period
from ctgkit.french.numbers import decimal
from ctgkit.french.steps import step
from ctgkit.plan import INTITULES
from ctgkit.plan.bilan import Bilan
from ctgkit.plan.declaration import declared
from ctgkit.plan.montant import lire_montant
from ctgkit.plan.rubriques import PARTIES
from ctgkit.reports.diff.terms import CONTAINERS
from ctgkit.reports.fiches.lines import status_words
from ctgkit.versions.changes import Json, Subject
from ctgkit.versions.fields import AMOUNTS, DATES, FIELDS, NAMES
from ctgkit.vocabulary.statut import Statut

_SHOWN = 60
#: Who was at a meeting, and who was not.
_THERE = (("participants", "présents"), ("excuses", "excusés"))
#: What stands between the points of a list told on one line.
BETWEEN = " · "


def field(key: str, value: Json) -> str:
    """The value of a key; nothing at all is an empty text."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return _part(key, value)
    if isinstance(value, list):
        return BETWEEN.join(point(item) if isinstance(item, dict) else str(item) for item in value)
    if key in DATES:
        return day(value)
    if key in AMOUNTS:
        return lire_montant(value).ecrit()
    if key == "avancement":
        return f"{value}\u00a0%"
    if key == "valeur":
        return _number(value)
    if key == "etp":
        return f"{decimal(Decimal(str(value)))}\u00a0ETP"
    return str(value)


def day(value: Json) -> str:
    """A date in words."""
    return long_date(date.fromisoformat(str(value)))


def short(text: str) -> str:
    """A text between French quotes, cut where it is long."""
    line = " ".join(text.split())
    return f"«\u00a0{line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + '…'}\u00a0»"


def element(subject: Subject, value: Json) -> str:
    """A whole element of a list, without what its sentence says (the date of an entry)."""
    if not isinstance(value, dict):
        if subject == "rubrique" and isinstance(value, list):
            return field("rubriques", value)
        return str(value)
    written = _WRITTEN.get(subject)
    return written(value) if written else listed(field(key, one) for key, one in value.items())


def listed(parts: Iterable[str]) -> str:
    """The parts there are, with commas."""
    return ", ".join(part for part in parts if part)


def point(value: dict[str, Any]) -> str:
    """A point, its sub-points after it."""
    below = value.get("points") or value.get("pilotes") or []
    own = value.get("texte") or pilote(value | {"pilotes": []})
    return BETWEEN.join([own, *(f"– {point(one)}" for one in below)])


def pilote(value: dict[str, Any]) -> str:
    """A pilot, with the time it has."""
    name = listed([*(value[key] or "" for key in ("nom", "role", "structure")), field("etp", value["etp"])])
    return BETWEEN.join([name, *(f"– {pilote(one)}" for one in value["pilotes"])])


def _part(key: str, value: dict[str, Any]) -> str:
    if key == "statuts":
        return listed(f"{status}\u00a0: {word}" for status, word in value.items())
    if key == "periode":
        words = period(date.fromisoformat(value["debut"]), date.fromisoformat(value["fin"]))
        return f"{value['texte']} ({words})" if value["texte"] else words
    if key in {"reference", "cible"}:
        return _valued(value)
    return listed(field(name, one) for name, one in value.items())


def _valued(value: dict[str, Any]) -> str:
    return f"{_number(value['valeur'])} au {day(value['date'])}"


def _number(value: Json) -> str:
    text = str(value)
    try:
        return decimal(Decimal(text))
    except ArithmeticError:  # a qualitative value is a text
        return text


def _calendrier(value: dict[str, Any]) -> str:
    debut, fin = value["debut"], value["fin"]
    if debut and fin:
        return f"{value['texte']} (du {day(debut)} au {day(fin)})"
    if debut:
        return f"{value['texte']} (à partir du {day(debut)})"
    return f"{value['texte']} (jusqu'au {day(fin)})" if fin else str(value["texte"])


def _indicateur(value: dict[str, Any]) -> str:
    parts = [value["nom"]]
    parts += [f"unité\u00a0: {value['unite']}"] if value["unite"] else []
    parts += [f"référence\u00a0: {_valued(value['reference'])}"] if value["reference"] else []
    parts += [f"cible\u00a0: {_valued(value['cible'])}"] if value["cible"] else []
    parts += [f"à la {value['sens']}"] if value["sens"] else []
    return listed(parts)


def financement_name(value: dict[str, Any]) -> str:
    """What tells a line of funding from the others."""
    return listed(field(key, value[key]) for key in ("financeur", "annee", "objet"))


def _financement(value: dict[str, Any]) -> str:
    keys = ("financeur", "objet", "montant", "annee", "section", "etat")
    return listed([*(field(key, value[key]) for key in keys), _spent(value)])


def _cout(value: dict[str, Any]) -> str:
    keys = ("objet", "montant", "annee", "section")
    return listed([*(field(key, value[key]) for key in keys), _spent(value)])


def _spent(value: dict[str, Any]) -> str:
    return f"réalisé\u00a0: {field('realise', value['realise'])}" if value["realise"] else ""


def _entree(value: dict[str, Any]) -> str:
    statut = Statut.of(value["statut"]) if value["statut"] else None
    said = listed([status_words(statut, value["echeance"]), field("avancement", value["avancement"])])
    note = value["note"] or ""
    whole = f"{said}\u00a0: {note}" if said and note else said or note
    return f"{whole} ({value['auteur']})" if value["auteur"] else whole


def _mesure(value: dict[str, Any]) -> str:
    number = _number(value["valeur"])
    return f"{number}\u00a0: {value['commentaire']}" if value["commentaire"] else number


def _etape(value: dict[str, Any]) -> str:
    return BETWEEN.join([value["titre"], *(f"{label}\u00a0: {text}" for label, text in content(value, {}))])


def _preambule(value: dict[str, Any]) -> str:
    return BETWEEN.join([value["titre"], *map(point, value["texte"])])


def _acteur(value: dict[str, Any]) -> str:
    alias = f" (aussi\u00a0: {', '.join(value['alias'])})" if value["alias"] else ""
    return f"{value['nom']}{alias}"


def _contact(value: dict[str, Any]) -> str:
    return listed(one or "" for one in value.values())


def _copil(value: dict[str, Any]) -> str:
    """A meeting, without its day; what it decided, point by point."""
    there = [f"{words}\u00a0: {', '.join(value[key])}" for key, words in _THERE if value[key]]
    said = listed([value["objet"] or "", value["lieu"] or "", *there])
    return BETWEEN.join(filter(None, [said, *map(_decision, value["decisions"])]))


def _decision(value: dict[str, Any]) -> str:
    fiches = ", ".join(value["actions"])
    parts = [value["responsable"], value["echeance"], value["etat"], fiches and f"fiches {fiches}"]
    return f"{value['texte']} ({listed(filter(None, parts))})"


def _bilan(value: dict[str, Any]) -> str:
    """What a fiche has come to, without its day."""
    said = [field(key, value[key]) for key in ("appreciation", "proposition", "etp")]
    points = [
        f"{declared(Bilan)[key].nom.one}\u00a0: {field(key, value[key])}"
        for key in ("resultats", "freins", "leviers", "suites")
        if value[key]
    ]
    return BETWEEN.join(filter(None, [listed(said), *points]))


def _avenant(value: dict[str, Any]) -> str:
    told = f"du {day(value['date'])}"
    return f"{told}\u00a0: {value['objet']}" if value["objet"] else told


_WRITTEN = {
    "point": point,
    "pilote": pilote,
    "indicateur": _indicateur,
    "calendrier": _calendrier,
    "etape": _etape,
    "cout": _cout,
    "financement": _financement,
    "entree": _entree,
    "mesure": _mesure,
    "preambule": _preambule,
    "acteur": _acteur,
    "contact": _contact,
    "copil": _copil,
    "decision": _decision,
    "bilan": _bilan,
    "avenant": _avenant,
}

_OF_LISTS = {"pilotes": pilote, "indicateurs": _indicateur, "calendrier": _calendrier}


#: The elements of a fiche that are told one by one.
_PARTS = (
    ("etapes", "Étape", _etape),
    ("couts", "Coût", _cout),
    ("financements", "Financement", _financement),
    ("contacts", "Contact", _contact),
)


def content(value: dict[str, Any], labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What a whole fiche, step or section says besides its title, heading by heading.

    Args:
        value: the fiche, as JSON has it.
        labels: what its headings are called, where not as usual.
    """
    for key, held in value.items():
        if held and key not in _IN_TITLE and (key in FIELDS or key == "description"):
            name = FIELDS[key].one if key in FIELDS else CONTAINERS[key]
            yield name[:1].upper() + name[1:], field(key, held)
    for key, usual in INTITULES.items():
        items = value.get(key) or []
        if items and key not in PARTIES:
            yield labels.get(key, usual), BETWEEN.join(map(_OF_LISTS.get(key, point), items))
    for name, items in value.get("rubriques", {}).items():
        yield name, field("rubriques", items)
    for key, name, written in _PARTS:
        for one in value.get(key, ()):
            yield capital(step()) if key == "etapes" else name, written(one)
    if told := _followup(value):
        yield "Suivi", told


def _followup(value: dict[str, Any]) -> str:
    """How much follow-up a part has already: it is no part of the contract."""
    parts = (value, *value.get("etapes", ()))
    entrees = sum(len(part.get("suivi", ())) for part in parts)
    mesures = sum(len(one["mesures"]) for part in parts for one in part.get("indicateurs", ()))
    bilans = sum(len(part.get("bilan", ())) for part in parts)
    return listed(
        [
            count(entrees, "entrée du journal", "entrées du journal") if entrees else "",
            count(mesures, "mesure") if mesures else "",
            count(bilans, "bilan") if bilans else "",
        ]
    )


#: Keys that are told with the title of a fiche, a section or a step.
_IN_TITLE = frozenset({*NAMES, "titre", "nature"})
