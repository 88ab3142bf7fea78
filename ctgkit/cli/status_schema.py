"""The JSON Schema of what `ctg status --format json` writes: what other programs may rely on."""

from __future__ import annotations

from typing import Any, get_args

from ctgkit.cli.status_data import VERSION
from ctgkit.findings.json_text import dumped
from ctgkit.findings.schema_parts import COUNT, TEXT, Schema, listed, nullable, record
from ctgkit.followup import ALERTES, BY, NON_RENSEIGNEE, STATUTS
from ctgkit.followup.view import Origin, Trend, Untold
from ctgkit.model.valeurs import NatureAction, Sens
from ctgkit.schedule.period import Precision, Reason, Sense

_DAY: Schema = TEXT | {"pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PERCENT: Schema = {"type": "integer", "minimum": 0, "maximum": 100}
#: A text where the value is words, or a number of more than 15 digits.
_VALUE: Schema = {"type": ["number", "string"]}
_STATUT: Schema = {"enum": list(STATUTS)}
_CODE: Schema = {"enum": list(ALERTES)}


def _words(liste: Any) -> Schema:
    return {"enum": list(get_args(liste))}


def _bound() -> Schema:
    return record(
        None,
        {
            "first": ("Le premier des jours que les mots peuvent désigner.", _DAY),
            "last": ("Le dernier de ces jours, compris.", _DAY),
            "precision": ("De quoi ces jours viennent.", _words(Precision)),
            "sense": (
                "«\u00a0earliest\u00a0»\u00a0: pas avant\u00a0; «\u00a0latest\u00a0»\u00a0: d'ici là.",
                _words(Sense),
            ),
        },
    )


def _period() -> Schema:
    bound = nullable(_bound())
    span = record(
        "Un intervalle\u00a0; une borne nulle est ouverte.",
        {
            "start": ("Son début.", bound),
            "end": ("Sa fin.", bound),
            "recurrences": ("Les mots qui disent à quel rythme.", listed(TEXT)),
        },
    )
    pair = {"type": "array", "items": [TEXT, _words(Reason)], "minItems": 2, "maxItems": 2}
    return record(
        None,
        {
            "textes": ("Le calendrier, tel qu'il est écrit.", listed(TEXT)),
            "spans": ("Ce qui en a été compris.", listed(span)),
            "start": ("Le début du premier intervalle\u00a0; nul s'il est ouvert ou inconnu.", bound),
            "end": ("La fin du dernier\u00a0; nulle si elle est ouverte ou inconnue.", bound),
            "known": ("Si tout le calendrier a été compris.", {"type": "boolean"}),
            "unread": ("Les mots qui n'ont pas été compris, et pourquoi.", listed(pair)),
            "begun": ("S'il dit que l'action a commencé (« depuis 2023 »).", {"type": "boolean"}),
        },
    )


def _alerte() -> Schema:
    return record(
        "Une alerte, et ce dont elle vient.",
        {
            "code": ("Laquelle.", _CODE),
            "day": ("Depuis quand\u00a0: l'échéance passée, ou la dernière entrée.", nullable(_DAY)),
            "days": ("Combien de jours depuis.", nullable(COUNT)),
            "bound": ("La borne passée du calendrier.", nullable(_bound())),
        },
    )


def _note() -> Schema:
    return record(
        None,
        {
            "date": ("Son jour.", _DAY),
            "texte": ("Ce qu'elle dit.", TEXT),
            "auteur": ("Qui l'a écrite.", nullable(TEXT)),
            "etape": ("L'étape dont c'est le journal.", nullable(TEXT)),
        },
    )


def _indicateur() -> Schema:
    truth: Schema = {"type": "boolean"}
    value = nullable(_VALUE)
    return record(
        "Un indicateur.",
        {
            "nom": ("Ce que l'on mesure.", TEXT),
            "unite": ("Son unité.", nullable(TEXT)),
            "reference": ("La valeur de départ.", value),
            "cible": ("La valeur visée.", value),
            "echeance": ("Le jour où elle l'est.", nullable(_DAY)),
            "mesure": ("La dernière mesure.", value),
            "date": ("Le jour de cette mesure.", nullable(_DAY)),
            "commentaire": ("Ce qui l'explique.", nullable(TEXT)),
            "mesures": ("Combien il y a de mesures.", COUNT),
            "sens": ("Le sens souhaité.", nullable(_words(Sens))),
            "part": ("La part du chemin faite de la référence (0) à la cible (1).", value),
            "ecart": ("Ce qui reste jusqu'à la cible.", value),
            "atteinte": ("Si la cible est atteinte.", nullable(truth)),
            "untold": ("Pourquoi la part ne peut pas être dite.", nullable(_words(Untold))),
            "tendance": ("Comment la dernière mesure se compare à la précédente.", nullable(_words(Trend))),
            "favorable": ("Si c'est le sens souhaité.", nullable(truth)),
        },
    )


def _state() -> dict[str, tuple[str, Schema]]:
    """What a fiche and a step have in common."""
    return {
        "note": ("La dernière note.", nullable(_note())),
        "derniere": ("Le jour de la dernière entrée.", nullable(_DAY)),
        "silence": ("Combien de jours depuis.", nullable(COUNT)),
        "period": ("Quand.", _period()),
        "pilotes": ("Qui, sous les noms de l'annuaire.", listed(TEXT)),
        "alertes": ("Les alertes, la plus pressante d'abord.", listed(_alerte())),
    }


def _etape() -> Schema:
    return record(
        "Une étape.",
        {
            "titre": ("Son titre.", TEXT),
            "statut": ("Son statut.", nullable(_STATUT)),
            "depuis": ("Le jour de l'entrée qui l'a dit.", nullable(_DAY)),
            "avancement": ("En pour cent.", nullable(_PERCENT)),
            "avancement_from": ("D'où il vient.", nullable(_words(Origin))),
            **_state(),
            "indicateurs": ("Ceux que l'on peut suivre.", listed(_indicateur())),
        },
    )


def _evolution() -> Schema:
    entree = record(
        None,
        {
            "date": ("Son jour.", _DAY),
            "statut": ("Le statut qu'elle donne.", nullable(_STATUT)),
            "avancement": ("L'avancement qu'elle donne.", nullable(_PERCENT)),
            "note": ("Sa note.", nullable(TEXT)),
            "auteur": ("Qui l'a écrite.", nullable(TEXT)),
            "etape": ("L'étape dont c'est le journal.", nullable(TEXT)),
        },
    )
    mesure = record(
        None,
        {
            "date": ("Son jour.", _DAY),
            "indicateur": ("Ce que l'on mesure.", TEXT),
            "valeur": ("La valeur.", _VALUE),
            "unite": ("Son unité.", nullable(TEXT)),
            "commentaire": ("Ce qui l'explique.", nullable(TEXT)),
            "etape": ("L'étape dont c'est l'indicateur.", nullable(TEXT)),
        },
    )
    return record(
        None,
        {
            "statut": ("Le statut d'alors.", nullable(_STATUT)),
            "avancement": ("L'avancement d'alors.", nullable(_PERCENT)),
            "entrees": ("Les entrées depuis.", listed(entree)),
            "mesures": ("Les mesures depuis.", listed(mesure)),
            "apparues": ("Les alertes nouvelles.", listed(_CODE)),
            "levees": ("Les alertes qui n'en sont plus.", listed(_CODE)),
        },
    )


def _fiche() -> Schema:
    return record(
        "Une fiche.",
        {
            "adresse": ("Son adresse, telle qu'on la donne.", TEXT),
            "complete": ("Son adresse avec celle de son axe.", TEXT),
            "titre": ("Son titre.", TEXT),
            "nature": ("Ce qu'elle est.", _words(NatureAction)),
            "sections": (
                "Le rang dans «\u00a0sections\u00a0» de chacune des siennes, axe d'abord.",
                listed(COUNT),
            ),
            "statut": ("Son statut\u00a0; nul si elle n'est pas renseignée.", nullable(_STATUT)),
            "statut_from": ("D'où il vient.", nullable(_words(Origin))),
            "depuis": ("Le jour de l'entrée qui l'a dit.", nullable(_DAY)),
            "avancement": ("En pour cent.", nullable(_PERCENT)),
            "avancement_from": ("D'où il vient.", nullable(_words(Origin))),
            **_state(),
            "etapes": ("Ses étapes.", listed(_etape())),
            "indicateurs": ("Ceux que l'on peut suivre.", listed(_indicateur())),
            "evolution": ("Ce qui a bougé depuis le jour demandé.", nullable(_evolution())),
        },
    )


def _totals() -> Schema:
    counts = record(None, {name: (f"«\u00a0{name}\u00a0».", COUNT) for name in (*STATUTS, NON_RENSEIGNEE)})
    return record(
        None,
        {
            "fiches": ("Toutes.", COUNT),
            "statuts": ("Combien ont chaque statut.", counts),
            "alertes": (
                "Combien ont chaque alerte.",
                record(None, {code: (f"«\u00a0{code}\u00a0».", COUNT) for code in ALERTES}),
            ),
            "alertees": ("Combien en ont au moins une.", COUNT),
        },
    )


def _plan() -> Schema:
    section = record(
        "Une section, et ses fiches avec celles des sections du dessous.",
        {
            "niveau": ("Le nom de son niveau dans le document.", nullable(TEXT)),
            "profondeur": ("0 pour un axe.", COUNT),
            "numero": ("Son numéro.", nullable(TEXT)),
            "titre": ("Son titre.", TEXT),
            "totals": ("Ses totaux.", _totals()),
        },
    )
    ignored = record(
        "Ce que le fichier contient et qui n'est pas compté.",
        {
            "adresse": ("La fiche.", TEXT),
            "etape": ("L'étape.", nullable(TEXT)),
            "kind": ("Une entrée du journal, ou une mesure.", {"enum": ["entree", "mesure"]}),
            "date": ("Sa date.", _DAY),
            "reason": ("Après le jour de l'état, ou avant la convention.", {"enum": ["apres", "avant"]}),
        },
    )
    group = record(
        "Des fiches qui ont quelque chose en commun.",
        {
            "by": ("Quoi.", {"enum": list(BY)}),
            "key": (
                "Le rang de l'axe, le nom, le statut ou l'année.",
                {"type": ["integer", "string", "null"]},
            ),
            "title": ("Comment le groupe s'appelle.", TEXT),
            "fiches": ("Leurs adresses complètes.", listed(TEXT)),
            "totals": ("Leurs totaux.", _totals()),
        },
    )
    return record(
        None,
        {
            "file": ("Son nom, comme il a été donné à la commande.", TEXT),
            "titre": ("Le titre du plan.", TEXT),
            "territoire": ("Le nom du territoire.", TEXT),
            "caf": ("La Caf signataire.", TEXT),
            "debut": ("Le premier jour de la convention.", _DAY),
            "fin": ("Le dernier, compris.", _DAY),
            "day": ("Le jour de l'état.", _DAY),
            "since": ("Le jour depuis lequel on dit ce qui a bougé.", nullable(_DAY)),
            "totals": ("Les totaux de tout le plan, quelles que soient les fiches demandées.", _totals()),
            "sections": ("Ses sections, chacune avant celles du dessous.", listed(section)),
            "fiches": ("Les fiches demandées.", listed(_fiche())),
            "ignored": ("Ce qui n'est pas compté.", listed(ignored)),
            "groups": ("Les fiches demandées, regroupées.", listed(group)),
        },
    )


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    tool = {"name": ("Son nom.", {"const": "ctgkit"}), "version": ("Sa version.", TEXT)}
    head: dict[str, tuple[str, Schema]] = {
        "version": (
            "La version de cette grammaire\u00a0; une autre demande un autre lecteur.",
            {"const": VERSION},
        ),
        "tool": ("Le programme qui a écrit ce document.", record(None, tool)),
        "command": ("La commande qui l'a écrit.", {"const": "status"}),
        "date": ("Le jour de l'état.", _DAY),
        "since": ("Le jour depuis lequel on dit ce qui a bougé.", nullable(_DAY)),
    }
    line = record(
        "Un plan parmi plusieurs.",
        {
            "file": ("Son nom, comme il a été donné à la commande.", TEXT),
            "territoire": ("Le nom du territoire.", TEXT),
            "totals": ("Les totaux des fiches demandées.", _totals()),
            "moved": ("Combien ont bougé depuis le jour demandé.", nullable(COUNT)),
            "ignored": ("Combien d'entrées et de mesures ne sont pas comptées.", COUNT),
        },
    )
    several: dict[str, tuple[str, Schema]] = {
        "plans": ("Un plan chacun.", listed(line)),
        "totals": ("Les totaux de tous.", _totals()),
        "invalid": ("Les plans qui ont des erreurs.", listed(TEXT)),
        "problems": ("Ce qui n'a pas pu être lu, une phrase chacun.", listed(TEXT)),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "L'état d'un plan, ou de plusieurs",
        "description": "Ce que «\u00a0ctg status --format json\u00a0» écrit.",
        "oneOf": [
            record("Un seul plan.", {**head, "plan": ("Le plan.", _plan())}),
            record("Plusieurs plans.", {**head, **several}),
        ],
    }


def schema_text() -> str:
    """The schema as the file `schema/status.schema.json` holds it."""
    return dumped(json_schema())
