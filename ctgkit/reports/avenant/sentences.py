"""What an avenant says in words: its head, its articles, and where it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ctgkit.french.agreement import plural
from ctgkit.french.capitals import capital, small
from ctgkit.french.dates import long_date
from ctgkit.french.institutions import is_commune
from ctgkit.french.institutions import named as named_place
from ctgkit.french.lists import listing
from ctgkit.french.nouns import Noun
from ctgkit.french.numbers import amount, letters
from ctgkit.page.blocks import Run, Runs
from ctgkit.page.writing import runs
from ctgkit.plan import Periode
from ctgkit.plan.plan import Signataire, nature_de
from ctgkit.reports.avenant.naming import (
    OUTSIDE,
    TOP,
    article_of,
    avenant_of,
    fiche_and_place,
    noun,
    of_several,
    period_of,
    place,
    quoted,
    section_and_place,
    several,
    signatory,
    thing,
    todo,
)
from ctgkit.reports.avenant.view import (
    ArticleView,
    AvenantView,
    DeplacementView,
    FicheRef,
    FichesView,
    GroupeView,
    NumeroView,
    PartieView,
    SectionRef,
    SectionTexteView,
)
from ctgkit.vocabulary.article import ArticleFacts, CodeArticle
from ctgkit.vocabulary.changement import NatureChangement

COLOPHON = "Projet mis en page par ctgkit à partir de deux versions du plan d'actions."
AGREED = "Il est convenu ce qui suit\u00a0:"
TOGETHER = "ci-après désignées ensemble «\u00a0les parties\u00a0»,"
REASONS = todo(
    "motifs de l'avenant\u00a0: ce qui a changé depuis la signature, et l'avis du comité de pilotage"
)
_DECISIONS = todo(
    "délibérations et décisions des parties qui approuvent le présent avenant, avec leurs dates"
)
_PEOPLE = todo("prénom, nom et qualité")
_STRUCTURE = todo("nom de la structure")


def listed(items: Iterable[Runs], last: str = ".") -> Iterator[Runs]:
    """The items of a list that is one sentence."""
    every = list(items)
    for rank, item in enumerate(every, 1):
        yield runs(item, last if rank == len(every) else "\u00a0;")


#: An article about one indicator only, which comes or goes: what it does, and what introduces its texts.
_COMES = ("l'ajout d'un indicateur dans {changed}", "Un indicateur {whose} est ajouté.")
_GOES = ("la suppression d'un indicateur dans {changed}", "Un indicateur {whose} est supprimé.")


# The head


def noun_of(view: AvenantView) -> Noun:
    """What is signed, as a word that sentences agree with."""
    return Noun.of_text(view.convention)


def title(view: AvenantView) -> str:
    """What the document is."""
    return f"Avenant n°\u00a0{view.numero} {noun_of(view).to}"


def running(view: AvenantView) -> str:
    """The same, above printed pages: nobody must take a draft for the avenant."""
    return f"Projet d'avenant n°\u00a0{view.numero} – {capital(view.convention)}"


def kicker(view: AvenantView) -> str:
    """Whose it is."""
    who = view.territoire
    return " – ".join(part for part in (capital(named_place(nature_de(who), who.nom)), view.caf) if part)


def notice(view: AvenantView, today: date, missing: int | None) -> Runs:
    """What the draft is worth, and what is to be done with it.

    Args:
        view: the avenant.
        today: the day on which it is drafted.
        missing: how much is still to be filled in; `None` where a template of the user's may have more.
    """
    drafted = (
        f"Ce projet a été établi le {long_date(today)} en comparant deux versions du plan d'actions\u00a0; "
        "il n'a aucune valeur tant qu'il n'est pas signé. Il est à relire, à compléter et à valider par les "
        "services juridiques des parties."
    )
    said = [drafted, _to_complete(missing)]
    if view.nouveaux > 1:
        said.append(
            f"La nouvelle version du plan mentionne {letters(view.nouveaux)} avenants que l'ancienne n'a "
            "pas\u00a0: ce projet réunit tout ce qu'ils ont changé, et doit être partagé entre eux."
        )
    return runs(Run("Projet d'avenant.", role="strong"), " ", " ".join(part for part in said if part))


def _to_complete(missing: int | None) -> str:
    if missing is None:
        return "Les passages à compléter sont signalés entre crochets."
    if missing == 1:
        return "Un passage reste à compléter\u00a0: il est signalé entre crochets."
    number = capital(letters(missing))
    return (
        f"{number} passages restent à compléter\u00a0: ils sont signalés entre crochets." if missing else ""
    )


# The parties, and what they did before


def party(partie: PartieView) -> Runs:
    """Who a party is, where it sits and who signs for it."""
    name = Run(partie.nom, role="strong") if partie.nom else _STRUCTURE
    commune = partie.nom is not None and is_commune(partie.nom)
    sits, where = ("la mairie est située", "de la mairie") if commune else ("le siège est situé", "du siège")
    seat = (f", dont {sits} ", todo(f"adresse {where}"), ", ")
    why = (" en vertu de ", todo("délibération ou décision, et sa date"))
    return runs(capital(article_of(partie)), name, *seat, _represented(partie), *why)


def _represented(partie: PartieView) -> Runs:
    if partie.genre:
        by = "représentée par " if partie.genre == "f" else "représenté par "
    else:
        by = f"ayant pour {plural(len(partie.signataires), 'signataire')} "
    if not partie.signataires:
        return runs(by, _PEOPLE, ",")
    return runs(by, *_signatories(partie.signataires, "par " if partie.genre else ""))


def _signatories(people: Sequence[Signataire], by: str) -> Iterator[str | Runs]:
    """`A, présidente, et par B,`."""
    for rank, one in enumerate(people, 1):
        if rank > 1:
            yield f"{' et' if rank == len(people) else ','} {by}"
        yield signatory(one)
        if rank == len(people) or (rank == len(people) - 1 and one.qualite):
            yield ","


def between(view: AvenantView) -> Runs:
    """Which convention it is."""
    noun = noun_of(view)
    day = long_date(view.signature) if view.signature else todo(f"date de signature {noun.first.of}")
    return runs(f"{noun.agreed('signé')} le ", day, f" pour {period_of(view.periode)}")


def seen(view: AvenantView) -> Iterator[Runs]:
    """What the parties had before them."""
    yield runs(f"Vu {noun_of(view).the} ", between(view), "\u00a0;")
    for one in view.precedents:
        yield runs(f"Vu {avenant_of(one)}{f' ({quoted(one.objet)})' if one.objet else ''}\u00a0;")
    yield runs("Vu ", _DECISIONS, "\u00a0;")


def recital(view: AvenantView) -> Runs:
    """What has been agreed so far."""
    noun = noun_of(view)
    whole = f", dont fait partie le plan d'actions intitulé {quoted(view.titre)}. "
    amended = (
        f"{capital(noun.first.this)} a été {noun.agreed('modifié')} par "
        f"{listing(map(avenant_of, view.precedents))}."
        if view.precedents
        else f"Aucun avenant ne l'a encore {noun.agreed('modifié')}."
    )
    return runs(f"Les parties ont conclu {noun.a}, ", between(view), whole, amended)


# Articles


def article_number(article: ArticleView) -> str:
    """`Article 1er`."""
    return f"Article {'1er' if article.numero == 1 else article.numero}"


def article_title(article: ArticleView, view: AvenantView) -> str:
    """What an article is about."""
    if article.cle is CodeArticle.DEPLACEMENTS and (alone := _only_kind(article)):
        return alone.facts.article
    titles = article.cle.facts.title
    return noun_of(view).said_in(plural(_number(article), titles[0], titles[-1]))


def _only_kind(article: ArticleView) -> NatureChangement | None:
    """What kind of change all those of an article are; nothing if they are of several."""
    kinds = {one.genre for one in article.deplacements}
    return kinds.pop() if len(kinds) == 1 else None


def _number(article: ArticleView) -> int:
    """How many things an article is about."""
    if article.fiches:
        return len(article.anciennes or article.nouvelles)
    return len(article.groupes if article.cle is CodeArticle.CALENDRIERS else article.modifications)


def purpose_lead(view: AvenantView) -> str:
    """What introduces the list of what the avenant does."""
    if view.objet:
        return f"Le présent avenant a pour objet\u00a0: {quoted(view.objet)}. À ce titre, il prévoit\u00a0:"
    return "Le présent avenant a pour objet\u00a0:"


def purpose(article: ArticleView, view: AvenantView) -> str:
    """What an article does, in that list."""
    return f"{_does(article, noun_of(view))} ({small(article_number(article))})"


def _does(article: ArticleView, noun: Noun) -> str:
    alone = _only_kind(article)
    one, *_, many = (*article.cle.facts.does, *article.cle.facts.does)
    said = alone.facts.does if alone else plural(_number(article), one, many)
    if only := _only_indicator(article):
        said = only[0]
    return noun.said_in(said).format(
        come=several(article.nouvelles),
        of_come=of_several(article.nouvelles),
        of_gone=of_several(article.anciennes),
        changed=several(article.modifiees),
        of_changed=of_several(article.modifiees),
        of_moved=_moved(article) if alone else "",
    )


def _moved(article: ArticleView) -> str:
    if len(article.deplacements) > 1:
        return "de fiches ou de sections"
    what = article.deplacements[0].quoi
    return f"d'une {noun((what,))}" if isinstance(what, FicheRef) else "d'une section"


def _only_indicator(article: ArticleView) -> tuple[str, str] | None:
    """What is said of the only indicator that an article is about, where it comes or goes."""
    if article.cle is not CodeArticle.INDICATEURS or len(article.modifications) > 1:
        return None
    line = article.modifications[0].lignes[0]
    return _COMES if line.avant is None else _GOES if line.apres is None else None


def lead(article: ArticleView, view: AvenantView) -> str:
    """What introduces the texts that face each other."""
    changed = article.modifiees
    whose = f"{plural(len(changed), 'de la', 'des')} {noun(changed)} {plural(len(changed), 'suivante')}"
    leads = article.cle.facts.leads
    only = _only_indicator(article)
    if leads == ArticleFacts.leads:
        return points_lead(_number(article), view)
    days = listing(map(long_date, article.decides)) if article.decides else ""
    decided = f"{plural(len(article.decides), 'le', 'les')} {days}"
    told = only[1] if only else plural(_number(article), leads[0], leads[-1])
    return told.format(whose=whose, decided=decided)


def points_lead(number: int, view: AvenantView) -> str:
    """What introduces so many points."""
    noun, told = noun_of(view), plural(number, *ArticleFacts.leads)
    return noun.said_in(told).replace("modifiée", noun.agreed("modifié"))


def added(fiches: Sequence[FicheRef], view: AvenantView) -> str:
    """What introduces the fiches that come."""
    whole, into = "dont le texte intégral figure en annexe", noun_of(view).first.to
    if len(fiches) == 1:
        return f"La {noun(fiches)} suivante, {whole}, est ajoutée {into}\u00a0:"
    return f"Les {noun(fiches)} suivantes, {whole}, sont ajoutées {into}\u00a0:"


def removed(fiches: Sequence[FicheRef], view: AvenantView) -> str:
    """What introduces the fiches that go."""
    out_of = noun_of(view).first.of
    if len(fiches) == 1:
        return f"La {noun(fiches)} suivante est retirée {out_of}\u00a0:"
    return f"Les {noun(fiches)} suivantes sont retirées {out_of}\u00a0:"


def replaced(one: FichesView) -> Runs:
    """What introduces the fiches that replace others."""
    old, new = one.anciennes, one.nouvelles
    if len(old) == 1:
        gone = runs("La ", fiche_and_place(old[0]), " est remplacée")
    else:
        names = listing(" ".join(part for part in (each.numero, quoted(each.titre)) if part) for each in old)
        gone = runs(f"Les {noun(old)} {names} sont remplacées")
    come = f"{plural(len(new), 'la', 'les')} {noun(new)} {plural(len(new), 'suivante')}"
    return runs(gone, f" par {come}, dont le texte intégral figure en annexe\u00a0:")


def named(fiches: Iterable[FicheRef]) -> Iterator[Runs]:
    """Fiches, one an item."""
    return listed(runs("la ", fiche_and_place(one)) for one in fiches)


def sections_come(sections: Sequence[SectionTexteView]) -> str:
    """What introduces the sections that come."""
    if len(sections) == 1:
        return "La section suivante est créée dans le plan d'actions\u00a0:"
    return "Les sections suivantes sont créées dans le plan d'actions\u00a0:"


def sections_go(sections: Sequence[SectionTexteView]) -> str:
    """What introduces the sections that go."""
    if len(sections) == 1:
        return "La section suivante est supprimée du plan d'actions\u00a0:"
    return "Les sections suivantes sont supprimées du plan d'actions\u00a0:"


def sections_named(sections: Iterable[SectionTexteView]) -> Iterator[Runs]:
    """Sections, one an item."""
    return listed(runs(section_and_place(one.section)) for one in sections)


# Moves, numbers, order


def moved(what: FicheRef | SectionRef, one: DeplacementView) -> str:
    """From where to where something went; with its new number, if that is the only one."""
    top = OUTSIDE if isinstance(what, FicheRef) else TOP
    told = (
        f"La {thing(what)} est déplacée\u00a0: elle quitte {place(one.de, top)} pour {place(one.vers, top)}."
    )
    return f"{told} Elle {_new_name(one.numeros[0])}." if numbered_by_itself(one) else told


def numbered_by_itself(one: DeplacementView) -> bool:
    """Whether the only number that a move changes is that of what moved."""
    moves = one.genre is NatureChangement.DEPLACEMENT
    return moves and len(one.numeros) == 1 and one.numeros[0].quoi == one.quoi


def reordered(one: DeplacementView) -> str:
    """What introduces a new order."""
    parts = "les fiches" if isinstance(one.ordre[0], FicheRef) else "les sections"
    top = OUTSIDE if isinstance(one.ordre[0], FicheRef) else "les sections de premier niveau"
    where = f"Dans la {thing(one.quoi)}, {parts}" if one.quoi else capital(top)
    return f"{where} sont désormais présentées dans l'ordre suivant\u00a0:"


def ordered(one: DeplacementView) -> Iterator[Runs]:
    """What is in that order, one an item."""
    return listed(runs(f"la {thing(part)}") for part in one.ordre)


def numbers_lead(numbers: Sequence[NumeroView]) -> str:
    """What introduces new numbers."""
    if len(numbers) == 1:
        return "La numérotation est modifiée comme suit\u00a0:"
    return "Les numéros sont modifiés comme suit\u00a0:"


def renumbered(one: NumeroView) -> str:
    """What has which new number."""
    return f"la {thing(one.quoi, number=one.cle == 'id')} {_new_name(one)}"


def _new_name(one: NumeroView) -> str:
    the, of = ("l'identifiant", "d'identifiant") if one.cle == "id" else ("le numéro", "de numéro")
    if one.apres is None:
        return f"ne porte plus {of}\u00a0; elle portait {the} {one.avant}"
    told = f"porte désormais {the} {one.apres}"
    return told if one.avant is None else f"{told}, au lieu de {one.avant}"


def references_lead(number: int) -> str:
    """What introduces texts that follow from new numbers."""
    if number == 1:
        return "Le renvoi suivant est mis à jour en conséquence\u00a0:"
    return "Les renvois suivants sont mis à jour en conséquence\u00a0:"


# The head of the plan


def period_change(before: Periode, after: Periode, view: AvenantView) -> str:
    """What becomes of the period of the convention."""
    noun = noun_of(view)
    if (before.debut, before.fin) == (after.debut, after.fin):
        now = f"est désormais {noun.agreed('dit')} {noun.agreed('conclu')} pour {period_of(after)}"
    elif before.debut != after.debut:
        now = f"couvre désormais {period_of(after)}"
    elif before.fin < after.fin:
        now = f"est {noun.agreed('prolongé')} jusqu'au {long_date(after.fin)}"
    else:
        now = f"prend fin le {long_date(after.fin)}, au lieu du {long_date(before.fin)}"
    return (
        f"{capital(noun.first.the)}, {noun.agreed('conclu')} pour {period_of(before)}, {now}. Sa période va "
        f"ainsi du {long_date(after.debut)} au {long_date(after.fin)} inclus."
    )


def communes_come(names: Sequence[str], view: AvenantView) -> str:
    """The communes that join the territory."""
    if len(names) == 1:
        return f"La commune suivante est ajoutée au territoire {noun_of(view).first.of}\u00a0: {names[0]}."
    told = f"Les communes suivantes sont ajoutées au territoire {noun_of(view).first.of}"
    return f"{told}\u00a0: {listing(names)}."


def communes_go(names: Sequence[str], view: AvenantView) -> str:
    """The communes that leave it."""
    if len(names) == 1:
        return f"La commune suivante est retirée du territoire {noun_of(view).first.of}\u00a0: {names[0]}."
    told = f"Les communes suivantes sont retirées du territoire {noun_of(view).first.of}"
    return f"{told}\u00a0: {listing(names)}."


# Groups


def group_name(groupe: GroupeView) -> str:
    """The fiche or section that texts are of; nothing for the head of the plan."""
    what = groupe.fiche or groupe.section
    new = f", qui porte désormais le numéro {groupe.nouveau}" if groupe.nouveau else ""
    return f"{capital(thing(what))}{new}" if what else ""


def totals(groupe: GroupeView) -> str:
    """What the money of a fiche amounts to; nothing where the group is not about money."""
    if groupe.totaux is None:
        return ""
    before, after = groupe.totaux
    if before == after:
        return f"Le total des montants inscrits à cette fiche reste de {amount(after)}."
    return f"Le total des montants inscrits à cette fiche passe de {amount(before)} à {amount(after)}."


# The end


def unchanged(view: AvenantView) -> str:
    """That all the rest stays."""
    since = listing(f"de {avenant_of(one)}" for one in view.precedents) if view.precedents else ""
    wording = f", dans sa rédaction issue {since}," if since else ""
    return (
        f"Les autres dispositions {noun_of(view).first.of}{wording} demeurent inchangées. Elles restent "
        "pleinement applicables tant qu'elles ne sont pas contraires au présent avenant, qui fait partie "
        f"intégrante {noun_of(view).first.of}."
    )


def effect(view: AvenantView) -> str:
    """From when to when."""
    return (
        "Le présent avenant prend effet à compter de sa signature par l'ensemble des parties. Il est conclu "
        f"pour la durée {noun_of(view).first.of} restant à courir, soit jusqu'au {long_date(view.fin)}."
    )


def done_at(view: AvenantView) -> Runs:
    """Where, when, and in how many copies."""
    day = long_date(view.signe_le) if view.signe_le else todo("date de signature")
    return runs("Fait à ", todo("lieu"), ", le ", day, ", en ", todo("nombre"), " exemplaires originaux.")


def signs_for(partie: PartieView) -> Runs:
    """For whom somebody signs."""
    if partie.nom is None:
        return runs("Pour ", _STRUCTURE)
    return runs(Run(f"Pour {article_of(partie)}{partie.nom}", role="strong"))


def signers(partie: PartieView) -> tuple[Runs, ...]:
    """Who signs, each."""
    return tuple(map(signatory, partie.signataires)) or ((_PEOPLE,),)


def annex_title(view: AvenantView) -> str:
    """What the annex holds."""
    whose = plural(len(view.annexe), "de la fiche nouvelle", "des fiches nouvelles")
    return f"Annexe – Texte intégral {whose}"
