"""Many plans → the report over the territories of a Caf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ctgkit.followup import Totals, summed
from ctgkit.followup.alerts import later
from ctgkit.french.nearest import fold
from ctgkit.french.order import sorting
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.followed.money import ETATS, annees
from ctgkit.reports.followed.on_day import HORIZON
from ctgkit.reports.followed.view import Argent, Decision
from ctgkit.reports.followed.words import codes
from ctgkit.reports.territoires.conventions import in_force, successive
from ctgkit.reports.territoires.dossier import Dossier, months
from ctgkit.reports.territoires.view import (
    ArgentTerritoires,
    ASuivre,
    Bilan,
    Conventions,
    Dotation,
    Ecart,
    FichesDe,
    Lieu,
    SeanceDe,
    Terme,
    TerritoiresView,
)
from ctgkit.vocabulary.argent import EtatFinancement, Taxes
from ctgkit.vocabulary.moment import EtatConvention
from ctgkit.vocabulary.motif import CodeEcart, CodeMotif


class _Choice(NamedTuple):
    """The plan of a territory that counts, and those that do not."""

    kept: Dossier
    others: tuple[Dossier, ...]

    @property
    def lieu(self) -> Lieu:
        return self.kept.territoire.lieu

    @property
    def following(self) -> date | None:
        """The first day of the contract after the one that counts."""
        debut = self.kept.territoire.entete.debut
        return min(
            (one.territoire.entete.debut for one in self.others if one.territoire.entete.debut > debut),
            default=None,
        )


def territoires(dossiers: Iterable[Dossier], day: date, ecarts: Iterable[Ecart] = ()) -> TerritoiresView:
    """The report over many plans.

    Of the plans of one territory, one after the other, the one in force counts; without one, the
    last that has begun, else the next to begin. The others are named in `ecarts`.

    Args:
        dossiers: what was kept of each plan, all of them on `day`.
        day: the day of the report.
        ecarts: the files of which there is no plan to count.

    Raises:
        CountedTwice: if two plans of one territory are in force at once.
    """
    chosen = _named(
        _Choice(kept, tuple(one for one in plans if one is not kept))
        for plans in successive(dossiers)
        for kept in (in_force(plans, day),)
    )
    kept = [one.kept for one in chosen]
    return TerritoiresView(
        jour=day,
        cafs=tuple(sorted({caf for one in kept if (caf := one.territoire.entete.caf)}, key=sorting)),
        territoires=tuple(one.territoire for one in kept),
        bilan=_bilan(kept),
        a_suivre=_to_look_after(chosen),
        pressantes=_fiches(kept, pressing=True),
        a_relancer=_fiches(kept, pressing=False),
        copils=tuple(
            sorted(
                (SeanceDe(one.territoire.lieu, seance) for one in kept for seance in one.copils),
                key=lambda one: one.seance.date,
            )
        ),
        sans_copil=tuple(
            one.territoire.lieu
            for one in kept
            if one.territoire.convention.etat is EtatConvention.EN_COURS
            and one.territoire.entete.prochain is None
        ),
        termes=_ends(chosen, day),
        argent=_money(kept),
        ecarts=(*ecarts, *(ecart for one in chosen for ecart in _left(one))),
        non_comptees=sum(one.territoire.entete.non_comptees for one in kept),
    )


def _named(found: Iterable[_Choice]) -> list[_Choice]:
    """In alphabetical order, those of one name told apart by their department, else by their Caf."""
    every = list(found)
    same = Counter(fold(one.lieu.nom) for one in every)
    named = []
    for one in every:
        nom, entete = one.lieu.nom, one.kept.territoire.entete
        where = entete.departement or entete.caf
        place = f" ({where})" if where and same[fold(nom)] > 1 else ""
        named.append((f"{nom}{place}", one))
    named.sort(key=lambda pair: (sorting(pair[0]), pair[1].kept.territoire.fichier))
    return [_placed(one, Lieu(nom, f"territoire-{rank}")) for rank, (nom, one) in enumerate(named, 1)]


def _placed(one: _Choice, lieu: Lieu) -> _Choice:
    territoire = one.kept.territoire._replace(lieu=lieu)
    return one._replace(kept=one.kept._replace(territoire=territoire))


def _bilan(kept: Sequence[Dossier]) -> Bilan:
    totals = Totals()
    for one in kept:
        totals = summed(totals, one.territoire.ensemble.totaux)
    sur = sum(one.sur for one in kept)
    etats = Counter(one.territoire.convention.etat for one in kept)
    return Bilan(
        totaux=totals,
        avancement=sum(one.points for one in kept) // sur if sur else None,
        conventions=Conventions(*(etats[etat] for etat in EtatConvention)),
        suivis=sum(1 for one in kept if one.territoire.entete.phase.followed),
        en_retard=_having(kept, CodeMotif.EN_RETARD, CodeMotif.DEMARRAGE_EN_RETARD),
        bloques=_having(kept, CodeMotif.BLOQUEE),
        muets=_having(kept, CodeMotif.MUET),
    )


def _having(kept: Iterable[Dossier], *codes: CodeMotif) -> int:
    """How many territories are ones to look after for one of these reasons."""
    return sum(1 for one in kept if any(motif.code in codes for motif in one.motifs))


def _to_look_after(chosen: Iterable[_Choice]) -> tuple[ASuivre, ...]:
    """The most fiches late or blocked first; among equals, by name."""
    made = []
    for one in chosen:
        motifs = tuple(motif for motif in one.kept.motifs if not (one.following and motif.code.facts.expires))
        if motifs:
            made.append(ASuivre(one.lieu, motifs))
    return tuple(sorted(made, key=lambda one: -sum(motif.nombre for motif in one.motifs)))


def _fiches(kept: Iterable[Dossier], *, pressing: bool) -> tuple[FichesDe, ...]:
    """The fiches that call for attention: those that are late or blocked, or the others."""

    def wanted(decision: Decision) -> bool:
        return any(code.facts.pressing for code in codes(decision.alertes)) == pressing

    made = (FichesDe(one.territoire.lieu, tuple(filter(wanted, one.alertees))) for one in kept)
    return tuple(one for one in made if one.fiches)


def _ends(chosen: Iterable[_Choice], day: date) -> tuple[Terme, ...]:
    limit = later(day, HORIZON)
    made = [
        Terme(
            one.lieu,
            one.kept.territoire.entete.fin,
            months(day, max(day, one.kept.territoire.entete.fin)),
            one.kept.territoire.ensemble.avancement,
            one.following,
        )
        for one in chosen
        if one.kept.territoire.entete.fin <= limit
    ]
    return tuple(sorted(made, key=lambda one: one.fin))


def _left(one: _Choice) -> tuple[Ecart, ...]:
    return tuple(
        Ecart(
            CodeEcart.AUTRE_PERIODE,
            fichier=other.territoire.fichier,
            territoire=one.lieu,
            debut=other.territoire.entete.debut,
            fin=other.territoire.entete.fin,
            retenu=one.kept.territoire.fichier,
        )
        for other in one.others
    )


# Money


def _money(kept: Sequence[Dossier]) -> ArgentTerritoires | None:
    every = [(one.territoire.lieu, one.argent) for one in kept if one.argent is not None]
    if not every:
        return None
    said = {argent.taxes for _, argent in every}
    # Amounts without taxes are not added to others, unless no other is there.
    told = [one for one in every if len(said) == 1 or one[1].taxes is not Taxes.HORS]
    etats = tuple(etat for etat in ETATS if any(etat in argent.etats for _, argent in told))
    by_year: dict[AnneesDites | None, tuple[list[Decimal], list[Decimal]]] = {}
    for _, argent in told:
        for year in argent.annees:
            sums, spent = by_year.setdefault(year.annee, ([Decimal(0)] * len(etats), []))
            for etat, euros in zip(argent.etats, year.etats, strict=True):
                sums[etats.index(etat)] += euros
            spent.append(year.depense)
    territoires = tuple(
        Dotation(lieu, _aligned(argent, etats), argent.total, argent.depense) for lieu, argent in told
    )
    apart = sum((argent.total for _, argent in every), Decimal(0)) - _sum(one.total for one in territoires)
    return ArgentTerritoires(
        etats=etats,
        annees=annees({year: (tuple(sums), _sum(spent)) for year, (sums, spent) in by_year.items()}),
        territoires=territoires,
        par_etat=tuple(_sum(one.etats[rank] for one in territoires) for rank in range(len(etats))),
        total=_sum(one.total for one in territoires),
        depense=_sum(one.depense for one in territoires),
        taxes=next(iter(said)) if len(said) == 1 else None,
        au_moins=any(argent.au_moins for _, argent in told),
        hors_taxes=_sum(argent.hors_taxes for _, argent in every) + apart,
        refuses=_sum(argent.refuses for _, argent in every),
        sans_montant=sum(argent.sans_montant for _, argent in every),
        muets=len(kept) - len(every),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _aligned(argent: Argent, etats: tuple[EtatFinancement | None, ...]) -> tuple[Decimal, ...]:
    """The money of a plan in each of these states."""
    sums = dict(zip(argent.etats, argent.par_etat, strict=True))
    return tuple(sums.get(etat, Decimal(0)) for etat in etats)
