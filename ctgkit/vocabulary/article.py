"""What the articles of an avenant are about."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ArticleFacts(Words):
    """What an article is.

    Attributes:
        title: how it is titled, where it is about one thing and about several; one way, where it is the same.
        does: what it does, in the list of the first article, of one thing and of several. `{gone}`, `{come}`
            and `{changed}` are fiches: `une fiche action`; `{of_gone}`…: `d'une fiche action`.
        leads: what introduces the texts that face each other, likewise; `{whose}` is `de la fiche action
            suivante`, and `{decided}` is `le 12 mars 2026`.
        always: whether every avenant has it.
    """

    title: tuple[str, ...]
    does: tuple[str, ...] = ()
    leads: tuple[str, ...] = (
        "La convention est modifiée sur le point suivant.",
        "La convention est modifiée sur les points suivants.",
    )
    always: bool = False


class CodeArticle(Terme, noun=("un code d'article", "codes d'article")):
    """What an article is about, in the order of the articles."""

    facts: ArticleFacts

    OBJET = ArticleFacts(
        word="objet", meaning="Ce que fait l'avenant.", title=("Objet de l'avenant",), always=True
    )
    AJOUTS = ArticleFacts(
        word="ajouts",
        meaning="Des fiches nouvelles.",
        title=("Fiche ajoutée", "Fiches ajoutées"),
        does=("l'ajout {of_come}",),
    )
    REMPLACEMENTS = ArticleFacts(
        word="remplacements",
        meaning="Des fiches qui en remplacent d'autres.",
        title=("Fiche remplacée", "Fiches remplacées"),
        does=("le remplacement {of_gone} par {come}",),
    )
    RETRAITS = ArticleFacts(
        word="retraits",
        meaning="Des fiches retirées.",
        title=("Fiche retirée", "Fiches retirées"),
        does=("le retrait {of_gone}",),
    )
    DEPLACEMENTS = ArticleFacts(
        word="deplacements",
        meaning="Des fiches ou des sections qui changent de place ou de numéro.",
        title=("Place et numérotation",),
        does=("la modification de la place et de la numérotation de fiches ou de sections",),
    )
    ORGANISATION = ArticleFacts(
        word="organisation",
        meaning="Des sections qui changent.",
        title=("Organisation du plan d'actions",),
        does=("la modification de l'organisation du plan d'actions",),
    )
    PERIODE = ArticleFacts(
        word="periode",
        meaning="La période de la convention.",
        title=("Période de la convention",),
        does=("la modification de la période de la convention",),
    )
    TERRITOIRE = ArticleFacts(
        word="territoire",
        meaning="Le territoire qui signe.",
        title=("Territoire de la convention",),
        does=("la modification du territoire de la convention",),
    )
    PARTIES = ArticleFacts(
        word="signataires",
        meaning="Les parties, ou qui signe pour elles.",
        title=("Parties et signataires",),
        does=("la modification des parties ou de leurs signataires",),
    )
    COUTS = ArticleFacts(
        word="couts",
        meaning="Ce que coûtent des fiches.",
        title=("Coûts",),
        does=("la modification des coûts {of_changed}",),
        leads=("Les coûts {whose} sont modifiés comme suit.",),
    )
    FINANCEMENTS = ArticleFacts(
        word="financements",
        meaning="Ce qui finance des fiches.",
        title=("Financements",),
        does=("la modification des financements {of_changed}",),
        leads=("Les financements {whose} sont modifiés comme suit.",),
    )
    INDICATEURS = ArticleFacts(
        word="indicateurs",
        meaning="Les indicateurs de fiches.",
        title=("Indicateur", "Indicateurs"),
        does=("la modification d'un indicateur {of_changed}", "la modification des indicateurs {of_changed}"),
        leads=(
            "Un indicateur {whose} est modifié comme suit.",
            "Les indicateurs {whose} sont modifiés comme suit.",
        ),
    )
    CALENDRIERS = ArticleFacts(
        word="calendriers",
        meaning="Le calendrier de fiches.",
        title=("Calendrier", "Calendriers"),
        does=("la modification du calendrier {of_changed}", "la modification des calendriers {of_changed}"),
        leads=(
            "Le calendrier {whose} est modifié comme suit.",
            "Les calendriers {whose} sont modifiés comme suit.",
        ),
    )
    CONTENU = ArticleFacts(
        word="contenu",
        meaning="Ce que disent des fiches, pour le reste.",
        title=("Contenu des fiches",),
        does=("la modification du contenu {of_changed}",),
        leads=("Le contenu {whose} est modifié comme suit.",),
    )
    AJUSTEMENTS = ArticleFacts(
        word="ajustements",
        meaning="Ce que le comité a validé depuis, et que l'avenant consolide.",
        title=("Ajustement validé par le comité", "Ajustements validés par le comité"),
        does=(
            "la consolidation d'un ajustement validé par le comité",
            "la consolidation des ajustements validés par le comité",
        ),
        leads=(
            "L'ajustement {whose}, que le comité a validé {decided}, est consolidé comme suit.",
            "Les ajustements {whose}, que le comité a validés {decided}, sont consolidés comme suit.",
        ),
    )
    AUTRES = ArticleFacts(
        word="autres",
        meaning="Ce que dit la convention, pour le reste.",
        title=("Autre modification", "Autres modifications"),
        does=("une autre modification", "d'autres modifications"),
    )
    INCHANGE = ArticleFacts(
        word="inchange",
        meaning="Que le reste ne change pas.",
        title=("Dispositions inchangées",),
        always=True,
    )
    EFFET = ArticleFacts(
        word="effet",
        meaning="Quand l'avenant prend effet, et jusqu'à quand.",
        title=("Prise d'effet et durée",),
        always=True,
    )
