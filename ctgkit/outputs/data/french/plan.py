"""The parts of the plan that views hold as they are written; the model describes their keys."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Described
from ctgkit.plan.action import Cout, EntreeSuivi, Financement, Indicateur, Mesure, Repere
from ctgkit.plan.contact import Contact
from ctgkit.plan.copil import Copil, Decision
from ctgkit.plan.evaluation import Chiffre
from ctgkit.plan.plan import Avenant, Periode, Signataire, Source, Territoire
from ctgkit.plan.revision import Correction

PLAN: dict[type, Described] = {
    Territoire: Described(
        "un territoire", "territoires", "Le territoire qui signe, ou ceux qui signent ensemble.", {}
    ),
    Periode: Described("une période", "périodes", "La période de la convention.", {}),
    Signataire: Described("un signataire", "signataires", "Quelqu'un qui signe la convention.", {}),
    Contact: Described("un contact", "contacts", "Quelqu'un à qui écrire ou téléphoner.", {}),
    Source: Described("une source", "sources", "Le document public que le fichier transcrit.", {}),
    Copil: Described("un COPIL", "COPIL", "Une réunion du comité de pilotage, telle qu'elle est écrite.", {}),
    Decision: Described("une décision", "décisions", "Ce qu'une instance a décidé.", {}),
    Avenant: Described("un avenant", "avenants", "Un avenant signé.", {}),
    Correction: Described("une rectification", "rectifications", "Une erreur matérielle rectifiée.", {}),
    Chiffre: Described("un chiffre", "chiffres", "Un chiffre clé du territoire, un jour donné.", {}),
    Indicateur: Described("un indicateur", "indicateurs", "Un indicateur, tel qu'il est écrit.", {}),
    Repere: Described("une valeur datée", "valeurs datées", "Une valeur de départ, ou une valeur visée.", {}),
    Mesure: Described("une mesure", "mesures", "Une valeur relevée.", {}),
    Cout: Described("une ligne de coût", "lignes de coût", "Ce que coûte une action.", {}),
    Financement: Described(
        "une ligne de financement", "lignes de financement", "De l'argent pour une action.", {}
    ),
    EntreeSuivi: Described("une entrée du journal", "entrées du journal", "Ce qui a été noté un jour.", {}),
}
