"""Un indicateur ne dit pas ce que l'on mesurera.

## Ce que la règle vérifie

Qu'un indicateur laisse voir comment il se mesure : un nombre, un taux, une fréquentation, une
évolution, une enquête, des retours, une chose faite ou non (« réalisation du guide »).

Seuls sont signalés ceux qui commencent par une notion sans mesure (qualité, dynamique, mobilisation,
implication, impact, pérennité, meilleur…) ou par un verbe qui dit un but (« donner envie de… »,
« renforcer les liens ») et ne disent rien d'autre. Un indicateur qui a un `type`,
une `unite`, une `reference`, une `cible` ou des `mesures` est mesurable.

## Pourquoi

Le jour du bilan, personne ne saura quel chiffre ou quelle réponse apporter, et l'indicateur sera
laissé vide.

## À éviter

```yaml
indicateurs:
  - Mobilisation des partenaires
```

## Corrigé

```yaml
indicateurs:
  - Nombre de partenaires présents à chaque réunion
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.lint.facts.writing import folded_words
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Indicateur
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG407", "indicateur-non-mesurable")
SEVERITY = Gravite.REMARQUE

#: Notions that nothing counts, folded.
_NOTION = re.compile(
    r"adaptation entre\b|bien etre\b|(?:accessibilite|adequation|amelioration|appropriation|articulation"
    r"|attractivite|autonomie|climat|coherence|cohesion|complementarite|confiance|coordination"
    r"|developpement|dynamique|dynamisme|efficacite|efficience"
    r"|engagement|envie|epanouissement|fluidite|impact|implication|influence|interconnaissance|interet"
    r"|lisibilite|meilleure?|mobilisation|motivation|notoriete|pertinence|perennite|prise de conscience"
    r"|qualite|rayonnement|reconnaissance|renforcement|sentiment|synergie|valorisation|visibilite)s?\b"
)
#: The infinitive of a verb, by its ending; the nouns that end so are few.
_INFINITIVE = re.compile(
    r"(?:ne pas |mieux |bien |se |s )?"
    r"(?!(?:affaire|avenir|cancer|couloir|danger|dejeuner|desir|devoir|diner|espoir|etranger|flyer|foyer|gouter"
    r"|hiver|leader|loisir|loyer|manager|plaisir|potager|pouvoir|savoir|soir|souvenir|trottoir|usager|verger)\b)"
    r"\w*(?:[^\Wi]er|(?:[ie]f|onf|efic|prec|soc|goc|enc|erc|al|cil|ipl|ubl|rel|t[iu]d|var|mar|pr|env)ier|\wir"
    r"|etre|faire|[dlu]ire|crire|aitre|battre|endre|ondre|indre|mettre|uivre|vivre|rompre|clure)\b"
)
#: Verbs of what is done or is not, of what is counted, and of what is found out.
_TICKED = re.compile(
    r"(?:ne pas |se |s )?(?:adopter|actualiser|constituer|deployer|diffuser|editer|elaborer|embaucher"
    r"|formaliser|inaugurer|installer|lancer|mettre en (?:ligne|oeuvre|place|service)|monter|nommer|designer"
    r"|obtenir|organiser|ouvrir|presenter|produire|publier|recruter|rediger|reunir|signer|tenir|valider"
    r"|atteindre|comparer|constater|denombrer|identifier|quantifier|verifier)\b"
)
#: Beginnings of words that tell a measure, wherever they stand; a year counted from now is none.
_MEASURES = re.compile(
    r"(?<!\bn )\d|\b(?:nombre|nbr|nb\b|taux|part\b|parts\b|pourcent|proportion|ratio|frequen|regularit"
    r"|evolution|hausse|baisse|augment|diminu|progress|reduc|montant|cout|budget|depense|volume|quantit"
    r"|total|duree|delai|date\b|age\b|niveau|score|note\b|indice|statisti|donnees|chiffr|mesur|compt"
    r"|satisf|enquete|question|sondage|retour|avis\b|temoign|entretien|evalu|bilan|observ|suivi|tableau"
    r"|typologie|nature des|profil|repartition|liste|recens|existence|presence|absence|oui\b|non\b|rythme"
    r"|mis(?:e|es)? en\b|realise|cree|signe|obtenu|inscri|adhesion|label|etp\b|rendez|rdv)"
)
_ARTICLES = re.compile(r"^(?:(?:l|la|les?|une?|des)\s)+")
_SIGNS = re.compile(r"[%€?]")
#: What is done or is not, at the start of a clause.
_DONE = re.compile(
    r"(?:^|[:;,(+–-]|\bet\b|\bou\b)\W*(?:(?:la|le|les|l|une?)\W+)?"
    r"(?:realisation|creation|elaboration|obtention|signature|diffusion|publication|organisation|tenue"
    r"|recrutement|redaction|validation|actualisation|mise|ouverture|adoption|formalisation|production)\b"
)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The indicators that start with a notion and name no measure."""
    for fiche in context.fiches:
        yield from _unmeasurable(fiche.action.indicateurs, (*fiche.chemin, "indicateurs"))
        for rank, etape in enumerate(fiche.action.etapes):
            yield from _unmeasurable(etape.indicateurs, (*fiche.chemin, "etapes", rank, "indicateurs"))


def _unmeasurable(indicateurs: tuple[Indicateur, ...], path: Path) -> Iterator[Remark]:
    for rank, indicateur in enumerate(indicateurs):
        if not _is_structured(indicateur) and _is_vague(indicateur.nom):
            yield Remark(
                (*path, rank, "nom"),
                "rien ne dit comment mesurer cet indicateur",
                "dites ce que l'on comptera ou demandera\u00a0: un nombre, un taux, une fréquence, "
                "une enquête, une chose faite ou non",
            )


def _is_structured(indicateur: Indicateur) -> bool:
    return any(
        (indicateur.type, indicateur.unite, indicateur.reference, indicateur.cible, indicateur.mesures)
    )


def _is_vague(text: str) -> bool:
    words = " ".join(folded_words(text))
    aim = _INFINITIVE.match(words) and not _TICKED.match(words)
    return (
        bool(aim or _NOTION.match(_ARTICLES.sub("", words)))
        and not _MEASURES.search(words)
        and not _SIGNS.search(text)
        and not _DONE.search(fold(text))
    )
