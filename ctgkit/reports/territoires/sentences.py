"""What the report over the territories of a Caf says in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ctgkit.followup import Totals
from ctgkit.french.agreement import number, plural
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date, period
from ctgkit.french.lists import between_commas, listing
from ctgkit.french.nouns import Noun
from ctgkit.french.order import sorting
from ctgkit.page.blocks import Run, Runs
from ctgkit.page.writing import enumerated, runs
from ctgkit.plan.noms import CONVENTION
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.territoires.view import (
    ArgentTerritoires,
    Bilan,
    Ecart,
    Lieu,
    Motif,
    SeanceDe,
    Terme,
    Territoire,
    TerritoiresView,
)
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.moment import EtatConvention
from ctgkit.vocabulary.motif import CodeEcart, CodeMotif

#: How many names a sentence tells at most.
_NAMES = 6


def title(view: TerritoiresView) -> str:
    """What the report is called."""
    return plural(len(view.territoires), "Où en est le territoire", "Où en sont les territoires")


def cafs(view: TerritoiresView) -> str:
    """The Cafs, or how many there are."""
    if not view.cafs:
        return counted(len(view.territoires), "territoire")
    return listing(view.cafs) if len(view.cafs) <= _NAMES else f"{number(len(view.cafs))} Caf"


def contracts(view: TerritoiresView) -> str:
    """What the plans are part of: `Conventions territoriales globales`."""
    names = dict.fromkeys(Noun.of_text(one.entete.convention).many for one in view.territoires)
    return capital(listing(sorted(names, key=sorting) or [Noun.of_text(CONVENTION).many]))


def link(lieu: Lieu) -> Run:
    """A territory, with a link to its line."""
    return Run(lieu.nom, lieu.ancre)


# To be remembered


def incomplete(view: TerritoiresView) -> Runs:
    """That the figures are not those of all the plans that were given; nothing where they are."""
    absent = sum(1 for one in view.ecarts if one.code.facts.absent)
    if not absent:
        return ()
    what = counted(
        absent,
        "plan n'est pas compté, parce qu'il a des erreurs ou n'a pas pu être lu",
        "plans ne sont pas comptés, parce qu'ils ont des erreurs ou n'ont pas pu être lus",
    )
    return runs(f"Ces chiffres ne sont pas complets\u00a0: {what} (", Run("lesquels", "ecarts"), ").")


def retenir(view: TerritoiresView) -> Iterator[Runs]:
    """What is to be remembered: one sentence after the other."""
    yield runs(f"{_territoires(view)}.")
    yield runs(_fiches(view))
    yield from _silent(view)
    yield from map(runs, _alerted(view))
    yield from _to_come(view)
    if view.argent:
        yield runs(_money(view.argent, len(view.territoires)))


def _territoires(view: TerritoiresView) -> str:
    """`Un territoire, dont la convention est en cours`; `3 territoires : 2 conventions en cours et…`."""
    if len(view.territoires) == 1:
        stands = view.territoires[0].convention.etat.facts.says[0].removeprefix("convention ")
        return f"Un territoire, dont la convention est {stands}"
    return f"{counted(len(view.territoires), 'territoire')}\u00a0: {_conventions(view.bilan)}"


def _conventions(bilan: Bilan) -> str:
    counts = bilan.conventions
    numbers = {
        EtatConvention.EN_COURS: counts.en_cours,
        EtatConvention.A_VENIR: counts.a_venir,
        EtatConvention.TERMINEE: counts.terminees,
    }
    return listing(counted(n, *etat.facts.says) for etat, n in numbers.items() if n)


def _fiches(view: TerritoiresView) -> str:
    bilan = view.bilan
    said = capital(shared.fiches(bilan.totaux.fiches))
    if bilan.suivis:
        said += shared.sized(bilan.totaux)
    if bilan.avancement is None:
        return f"{said}."
    return f"{said}. {_where_followed(view)} de {shared.percent(bilan.avancement)}."


def _where_followed(view: TerritoiresView) -> str:
    followed = view.bilan.suivis
    if followed == len(view.territoires):
        return "L'avancement moyen est"
    if followed == 1:
        return "Dans le seul territoire suivi, l'avancement moyen est"
    return f"Dans les {number(followed)} territoires suivis, l'avancement moyen est"


def _silent(view: TerritoiresView) -> Iterator[Runs]:
    """Where nothing was ever noted, and where nothing was for long."""
    never = [
        one.lieu
        for one in view.territoires
        if not one.entete.phase.followed and one.convention.etat is not EtatConvention.A_VENIR
    ]
    if never and len(view.territoires) == 1:
        yield runs("Aucun suivi n'a été noté.")
    elif never:
        yield runs(f"Dans {counted(len(never), 'territoire')}, aucun suivi n'a été noté", _which(never), ".")
    if passed := sum(one.passees for one in view.territoires):
        yield runs(shared.passed(passed))
    if view.bilan.muets:
        where = counted(view.bilan.muets, "territoire")
        those = [
            one.territoire
            for one in view.a_suivre
            if any(motif.code is CodeMotif.MUET for motif in one.motifs)
        ]
        yield runs(f"Dans {where}, rien n'a été noté depuis plus d'un an", _which(those), ".")


def _which(those: Sequence[Lieu]) -> Runs:
    """`: A, B et C`, where they are few."""
    return runs("\u00a0: ", enumerated([link(one) for one in those])) if len(those) <= _NAMES else ()


def _alerted(view: TerritoiresView) -> Iterator[str]:
    """How many fiches call for attention: alerts of one kind in one sentence."""
    bilan = view.bilan
    where = {CodeAlerte.EN_RETARD: bilan.en_retard, CodeAlerte.BLOQUEE: bilan.bloques}
    for first, *others in _kinds():
        if said := _together(bilan.totaux, (first, *others)):
            several = len(view.territoires) > 1 and first in where
            yield f"{said}, dans {counted(where[first], 'territoire')}." if several else f"{said}."
    if bilan.suivis and not bilan.totaux.alertees:
        yield shared.none_alerted()


def _kinds() -> Iterator[tuple[CodeAlerte, ...]]:
    """The alerts: each that presses with those that go with it, then the others."""
    for code in CodeAlerte:
        if code.facts.pressing and code.facts.goes_with is None:
            with_it = (one for one in CodeAlerte if (one.facts.goes_with or ("",))[0] == code)
            yield (code, *with_it)
    yield tuple(one for one in CodeAlerte if not one.facts.pressing)


def _together(totals: Totals, those: tuple[CodeAlerte, ...]) -> str:
    """`3 fiches sont en retard et 2 n'ont pas commencé à temps`: what is said of the first names them."""
    found = [(code.facts.says, n) for code, n in shared.alerts(totals) if code in those]
    said = [counted(n, *says) for says, n in found[:1]]
    said += [counted(n, *(words.split(" ", 1)[1] for words in says)) for says, n in found[1:]]
    return listing(said) if said else ""


def _to_come(view: TerritoiresView) -> Iterator[Runs]:
    soon = [one.territoire for one in view.termes if one.fin >= view.jour]
    if soon:
        ends = counted(
            len(soon),
            "convention s'achève dans les douze mois",
            "conventions s'achèvent dans les douze mois",
        )
        yield runs(ends, _which(soon), ".")
    if view.copils:
        yield _meetings(view.copils)


def _meetings(those: Sequence[SeanceDe]) -> Runs:
    first = those[0]
    planned = counted(len(those), "comité de pilotage est prévu", "comités de pilotage sont prévus")
    which = "le premier le" if len(those) > 1 else "le"
    day = long_date(first.seance.date)
    return runs(f"{planned} dans les douze mois\u00a0: {which} {day} (", link(first.territoire), ").")


def _money(argent: ArgentTerritoires, territoires: int) -> str:
    planned = shared.money(
        argent.etats,
        argent.par_etat,
        argent.total,
        _in_plans(argent, territoires),
        shared.as_sum(argent.taxes, au_moins=argent.au_moins),
    )
    spent = shared.spent_apart(argent.etats, argent.par_etat, argent.depense)
    return " ".join(filter(None, (planned, shared.spent_of(spent) if spent is not None else "")))


def _in_plans(argent: ArgentTerritoires, territoires: int) -> str:
    if territoires == 1:
        return "au plan"
    if len(argent.territoires) == 1:
        return "au plan d'un seul territoire"
    if argent.muets:
        return f"aux plans de {number(len(argent.territoires))} territoires sur {number(territoires)}"
    return "aux plans"


# A territory


def kind(territoire: Territoire, view: TerritoiresView) -> str:
    """What a territory is, and where, if the report is about several Cafs."""
    entete = territoire.entete
    where = (entete.departement or entete.caf) if len(view.cafs) > 1 else None
    return capital(between_commas([entete.type, where]))


def convention(territoire: Territoire) -> str:
    """Where its convention stands."""
    found = territoire.convention
    if found.etat is EtatConvention.EN_COURS:
        return f"Mois {found.mois} sur {found.sur}"
    if found.etat is EtatConvention.A_VENIR:
        return f"Commence le {long_date(territoire.entete.debut)}"
    return f"Terminée le {long_date(territoire.entete.fin)}"


def fiches(totals: Totals, *, followed: bool) -> str:
    """How many fiches, by status."""
    said = capital(shared.fiches(totals.fiches))
    return f"{said}{shared.sized(totals)}" if followed or not totals.fiches else f"{said}, aucun suivi noté"


def passed(deadlines: int) -> str:
    """How many deadlines have passed where nobody follows the plan."""
    return f"{counted(deadlines, 'échéance passée', 'échéances passées')}, rien de noté"


def months(number_of: int | None) -> str:
    """How long."""
    return counted(number_of, "mois", "mois") if number_of else "moins d'un mois"


def motif(one: Motif) -> str:
    """Why a territory is one to look after."""
    facts = one.code.facts
    if facts.alerte is not None:
        return counted(one.nombre, *facts.counted)
    if one.date is None:
        return facts.plainly
    return facts.says.format(day=long_date(one.date), months=months(one.mois))


def motifs(those: Sequence[Motif]) -> str:
    """All the reasons."""
    return capital("\u00a0; ".join(map(motif, those)))


# Committees and ends


def without_meeting(those: Sequence[Lieu]) -> Runs:
    """Which conventions have no committee ahead."""
    named = enumerated([link(one) for one in those])
    one = "Convention en cours sans comité de pilotage prévu"
    several = "Conventions en cours sans comité de pilotage prévu"
    return runs(f"{plural(len(those), one, several)}\u00a0: ", named, ".")


def end(terme: Terme, day: date) -> str:
    """When a convention ends."""
    left = "terminée" if terme.fin < day else f"dans {months(terme.mois)}"
    return f"{long_date(terme.fin)} ({left})"


def following(terme: Terme) -> str:
    """From when the next plan runs."""
    return f"À partir du {long_date(terme.suivant)}" if terme.suivant else "Aucun"


# What is left out


MEAN = f"{shared.MEAN}, sauf dans un plan où aucun ne l'est."


def ecart(one: Ecart) -> Runs:
    """Why a file is not counted."""
    if one.code is CodeEcart.ERREURS:
        errors = counted(one.erreurs, "erreur")
        return runs(
            f"{one.fichier}\u00a0: {errors}. Le plan sera compté une fois corrigé\u00a0;"
            " «\u00a0ctg validate\u00a0» les montre."
        )
    if one.territoire is None or one.debut is None or one.fin is None:
        return runs(f"{one.phrase}.")
    when = period(one.debut, one.fin)
    return runs(
        f"{one.fichier}\u00a0: plan du territoire ",
        link(one.territoire),
        f" pour la période {when}. C'est {one.retenu} qui compte ce jour-là.",
    )


def without_amount(argent: ArgentTerritoires) -> str:
    """What the amounts leave out; empty where they leave out nothing."""
    said = []
    if argent.muets:
        nothing = counted(
            argent.muets, "territoire n'inscrit aucun montant", "territoires n'inscrivent aucun montant"
        )
        said.append(f"{nothing}.")
    left = shared.left_out(argent.sans_montant, argent.hors_taxes, argent.refuses, au_moins=argent.au_moins)
    return " ".join(filter(None, (*said, left)))


def colophon(view: TerritoiresView) -> str:
    """Where the report comes from."""
    number_of = len(view.territoires)
    plans = plural(number_of, "du seul plan d'actions", "des seuls plans d'actions")
    said = f"Rapport écrit par ctgkit à partir {plans}. {shared.state_of_plan(view.jour, number_of)}"
    return f"{said} {shared.non_comptees(view.non_comptees, CONVENTION)}" if view.non_comptees else said
