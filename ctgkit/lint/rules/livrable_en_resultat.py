"""Un résultat attendu est un document ou une réunion, pas un effet pour les familles.

## Ce que la règle vérifie

Qu'un résultat attendu n'est pas un livrable : un document (guide, plan d'actions, diagnostic,
annuaire…), une réunion ou un poste, annoncé comme fait (« guide réalisé », « plan d'actions
partagé »), à faire (« création d'un annuaire », « organisation de trois réunions ») ou seulement nommé,
seul ou dans une suite (« tableaux de bord annuels, fiches de suivi, rapport d'activité »).

Un résultat qui dit ensuite pour quoi faire (« un guide diffusé pour que… », « création d'un poste
afin de… ») n'est pas signalé, ni le plan d'actions d'une fiche d'engagement : l'écrire est son objet.

## Pourquoi

Le livrable dit ce que l'on a produit ; le résultat, ce qui a changé pour les familles. Un guide peut
être imprimé sans que personne ne le lise.

## À éviter

```yaml
resultats:
  - Guide petite enfance réalisé
```

## Corrigé

```yaml
resultats:
  - Les parents connaissent les modes d'accueil près de chez eux
indicateurs:
  - Réalisation du guide petite enfance
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.facts.writing import folded_words
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Point
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG408", "livrable-en-resultat")
SEVERITY = Gravite.REMARQUE

#: What a project hands over, in the singular or not.
_DELIVERABLE = (
    r"(?:affiches?|annuaires?|applications?|bases? de donnees|bilans?|brochures?|cahiers? des charges"
    r"|calendriers?|cartes?|cartographies?|catalogues?|chartes?|comites?|comptes? rendus?|conventions?"
    r"|depliants?|diagnostics?|dossiers?|enquetes?|etats? des lieux|etudes?|evenements?"
    r"|feuilles? (?:de route|de presence|d emargement)|fiches?|films?|flyers?|formations?|forums?"
    r"|grilles?|guides?|journees?|lettres? d information|listes?|livrets?|newsletters?|notes?|outils?"
    r"|plannings?|plans? d actions?|plaquettes?|plateformes?|postes?|proces verba(?:l|ux)|programmes?"
    r"|protocoles?|questionnaires?|rapports?|referentiels?|registres?|releves?|repertoires?|reunions?"
    r"|schemas?|sites? internet|statistiques?|supports?|syntheses?|tableaux? de (?:bord|suivi)|trames?"
    r"|videos?)"
)
_PRODUCTION = (
    r"(?:creation|conception|diffusion|edition|elaboration|formalisation|impression|mise en (?:ligne|place)"
    r"|organisation|production|publication|realisation|recrutement|redaction|signature|tenue)"
)
_DONE = (
    r"(?:adopte|cree|diffuse|disponible|distribue|edite|elabore|finalise|formalise|imprime|organise|partage"
    r"|publie|realise|redige|signe|tenu|termine|valide|mis(?:e|es)? en (?:ligne|place))e?s?"
)
_COUNT = r"(?:(?:l|la|le|les|un|une|des|d|de|du|ou|plusieurs|nouveaux?|nouvelles?|\d+|deux|trois|quatre)\s)*"
#: Made of folded words: "creation d un ou de plusieurs postes", "guide petite enfance realise".
_TO_DO = re.compile(rf"{_COUNT}{_PRODUCTION}\s(?:et\s{_PRODUCTION}\s)?{_COUNT}{_DELIVERABLE}\b")
_MADE = re.compile(rf"{_COUNT}{_DELIVERABLE}\b.*\b{_DONE}(?:\set\s{_DONE})?")
#: What it is of or how often it comes, and nothing of how good it is: "de suivi", "annuels".
_KIND = (
    r"(?:\s(?:(?:bi|tri)?mensuel|annuel|bisannuel|trimestriel|semestriel|hebdomadaire|intermediaire|final"
    r"|interne|individuel|thematique|numerique|papier"
    r"|(?:quantitatif|qualitatif)(?: et qualitatif)?)(?:le)?s?|\sd(?:e|u|es)?(?:\s(?:l|la|les))?\s\w+)*"
)
_NAMED = re.compile(rf"(?:et\s)?{_COUNT}{_DELIVERABLE}{_KIND}")
_BETWEEN = re.compile(r"[,;/+\n]|\bet\b|\s[-–]\s")
_HEADING = re.compile(r"^\s*(?:livrables?|productions?|documents?)\s*:\s*", re.IGNORECASE)
_PLAN = re.compile(r"\bplans? d.actions?\b")
#: What goes on to say what for.
_EFFECT = re.compile(
    r"\b(?:pour|afin|permettant|favorisant|facilitant|ameliorant|de sorte|qui|aupres|connus?|utilises?)\b"
)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The expected results that are things made."""
    for part in parts(context.fiches):
        plan_to_write = part.fiche.action.nature.facts.promise
        for remark, text in _deliverables(part.what.resultats, (*part.path, "resultats")):
            if not (plan_to_write and _PLAN.search(fold(text))):
                yield remark


def _deliverables(points: tuple[Point, ...], path: Path) -> Iterator[tuple[Remark, str]]:
    for rank, point in enumerate(points):
        if point.points:
            yield from _deliverables(point.points, (*path, rank, "points"))
        elif _is_deliverable(point.texte):
            remark = Remark(
                (*path, rank, "texte"),
                "c'est un livrable, pas un résultat\u00a0: rien ne dit ce qui change pour les familles",
                "écrivez ce qui aura changé\u00a0; ce qui aura été produit est un indicateur",
            )
            yield remark, point.texte


def _is_deliverable(text: str) -> bool:
    words = " ".join(folded_words(text))
    if _EFFECT.search(words):
        return False
    parts = (" ".join(folded_words(part)) for part in _BETWEEN.split(_HEADING.sub("", text).rstrip(" .…")))
    return bool(_TO_DO.match(words) or _MADE.fullmatch(words) or _NAMED.fullmatch(words)) or all(
        _NAMED.fullmatch(part) or _MADE.fullmatch(part) for part in parts
    )
