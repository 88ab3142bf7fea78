"""What the reports on a followed plan say in words: where fiches are, what they ask for, what comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from ctgkit.followup import Alerte, FicheState, Note, Totals
from ctgkit.followup.postponing import deadline
from ctgkit.followup.postponing import told as postponed_to
from ctgkit.french.agreement import number, plural
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.lists import NOTHING, between_commas, listing
from ctgkit.french.nouns import Noun
from ctgkit.french.numbers import amount, decimal
from ctgkit.french.steps import step
from ctgkit.reports.followed.view import Argent, DecisionPrise, Echeance, Entete, Part, Renvoi, Seance
from ctgkit.reports.followed.words import told
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.argent import EtatFacts, EtatFinancement, Taxes
from ctgkit.vocabulary.argent import facts_of as facts_of_money
from ctgkit.vocabulary.comite import Instance
from ctgkit.vocabulary.statut import SITUATIONS, StatutFacts, facts_of
from ctgkit.vocabulary.terme import Words


def percent(share: int | None) -> str:
    """`65 %`; a dash where nothing says it."""
    return NOTHING if share is None else f"{share}\u00a0%"


def value(measured: Decimal | str | None, unit: str | None) -> str:
    """A number and its unit, or words between guillemets."""
    if measured is None:
        return NOTHING
    return f"«\u00a0{measured}\u00a0»" if isinstance(measured, str) else decimal(measured, unit)


# The plan


def place(entete: Entete) -> str:
    """`Vallée Imaginaire (communauté de communes, Haute-Fiction)`: a name may say its kind already."""
    known = entete.type and entete.territoire.lower().startswith(entete.type.lower())
    told = between_commas([None if known else entete.type, entete.departement])
    return f"{entete.territoire} ({told})" if told else entete.territoire


def noun_of(entete: Entete) -> Noun:
    """What is signed, by its first word: `convention`, `contrat`."""
    return Noun.of_text(entete.convention).first


def ended(entete: Entete) -> str:
    """When it ended, without a stop."""
    noun = noun_of(entete)
    return f"{capital(noun.the)} est {noun.agreed('arrivé')} à son terme le {long_date(entete.fin)}"


def convention(entete: Entete) -> str:
    """From when to when it runs."""
    return entete.periode


def days(entete: Entete) -> str:
    """The day of the report, and the one that it compares with."""
    since = f", comparée au {long_date(entete.depuis_le)}" if entete.depuis_le else ""
    return f"au {long_date(entete.jour)}{since}"


def non_comptees(number: int, convention: str) -> str:
    """What of a plan does not count, or of several, and what they are plans of."""
    what = counted(
        number,
        "entrée, mesure ou bilan n'est pas compté",
        "entrées, mesures ou bilans ne sont pas comptés",
    )
    before = Noun.of_text(convention).first.to
    return f"{what} (date postérieure au rapport, ou antérieure {before})."


def state_of_plan(day: date, plans: int = 1) -> str:
    """What of a document is of its day, and what is not: most of a plan has no date."""
    written = plural(plans, "du plan tel qu'il est écrit", "des plans tels qu'ils sont écrits")
    return (
        f"Le journal et les mesures sont arrêtés au {long_date(day)}\u00a0; le reste est celui {written}"
        " aujourd'hui."
    )


# Fiches and sections


def called(fiche: Renvoi) -> str:
    """The number of a fiche; its title, or what it is called, where it has none."""
    return fiche.numero or (fiche.axe and unnumbered(fiche)) or f"«\u00a0{fiche.titre}\u00a0»"


def short(fiche: Renvoi) -> str:
    """The same, with the title of its first section where the number alone does not tell it."""
    return f"{called(fiche)} ({fiche.axe})" if fiche.axe else called(fiche)


def unnumbered(fiche: Renvoi) -> str | None:
    """What a fiche without a number is called by what it is; nothing of an action, which is any fiche."""
    return fiche.nature.facts.fiche[0] or None


def titled(niveau: str | None, numero: str | None, titre: str | None) -> str:
    """`Axe 1 – Petite enfance`."""
    name = " ".join(part for part in (niveau, numero) if part)
    return f"{name} – {titre}" if name else titre or ""


def section(part: Part) -> str:
    """A section, with its level and its number."""
    return titled(part.niveau, part.numero, part.titre)


# Where they are


def statuses(totals: Totals) -> Iterator[tuple[StatutFacts, int]]:
    """The statuses that there are, and of how many fiches."""
    numbers = (*totals.statuts, totals.non_renseignees)
    return ((facts_of(one), n) for one, n in zip(SITUATIONS, numbers, strict=True) if n)


def in_statuses(totals: Totals) -> str:
    """`8 en cours et 2 à venir`."""
    return listing(how_many(n, facts) for facts, n in statuses(totals)) if totals.fiches else ""


def fiches(number_of: int) -> str:
    """How many fiches: `aucune fiche`, `une fiche`, `12 fiches`."""
    if number_of < 2:
        return "une fiche" if number_of else "aucune fiche"
    return counted(number_of, "fiche")


def sized(totals: Totals) -> str:
    """What follows a number of fiches: `, en cours`, `: toutes en cours`, `: 8 en cours et 2 à venir`."""
    if not totals.fiches:
        return ""
    facts = [facts for facts, _ in statuses(totals)]
    if totals.fiches == 1:
        return f", {facts[0].one}"
    return f"\u00a0: {f'toutes {facts[0].many}' if len(facts) == 1 else in_statuses(totals)}"


def alerts(totals: Totals) -> Iterator[tuple[CodeAlerte, int]]:
    """The alerts that there are, and of how many fiches."""
    return ((code, n) for code, n in zip(CodeAlerte, totals.alertes, strict=True) if n)


def in_alerts(totals: Totals) -> str:
    """`3 en retard et 1 bloquée`; a dash without any."""
    found = [how_many(n, code.facts) for code, n in alerts(totals)]
    return listing(found) if found else NOTHING


def how_many(number: int, words: Words) -> str:
    """`1 réalisée`, `2 réalisées`."""
    return counted(number, words.one, words.many)


def reason(alerte: Alerte) -> str:
    """An alert, and what it comes from."""
    facts = alerte.code.facts
    if alerte.jour is None:
        return facts.plainly
    return facts.reason.format(days=counted(alerte.jours or 0, "jour"), day=long_date(alerte.jour))


def reasons(alertes: Iterable[Alerte]) -> str:
    """All the alerts that others do not tell already."""
    return "\u00a0; ".join(map(reason, told(alertes)))


def noted(note: Note) -> str:
    """A note, its day, and who wrote it."""
    of_step = f"{capital(step())} «\u00a0{note.etape}\u00a0»\u00a0: " if note.etape else ""
    author = f", {note.auteur}" if note.auteur else ""
    return f"{of_step}{note.texte} ({long_date(note.date)}{author})"


def none_alerted() -> str:
    """That nothing calls for attention."""
    words = (one.facts.one for one in CodeAlerte if one.facts.goes_with is None)
    return f"Aucune fiche n'est {listing(words, last='ou')}."


MEAN = (
    "Avancement\u00a0: moyenne des fiches, hors abandons et hors fiches en continu sans avancement noté"
    "\u00a0; une autre dont l'avancement n'est pas noté compte pour 0\u00a0%"
)


def put_off(etat: FicheState) -> str:
    """`prévu fin 2026, reporté à septembre 2027`; empty of what is not postponed."""
    return postponed_to(etat.reportee_a, etat.calendrier.textes) if etat.reportee_a else ""


# What is asked, and what comes


def asked(code: CodeAlerte, entete: Entete, *, over: bool) -> str:
    """What the committee is asked about an alert; `over`: once the convention has ended."""
    facts = code.facts
    return noun_of(entete).said_in(facts.decision_over if over else facts.decision)


def explains(alerte: Alerte) -> bool:
    """Whether an alert says more than what is asked because of it."""
    facts = alerte.code.facts
    return facts.reason != facts.plainly


def when(echeance: Echeance) -> str:
    """The day of what comes, as precise as it was written."""
    day = long_date(echeance.date)
    if echeance.borne and echeance.borne.portee.facts.doubtful:
        return f"Le {day}{echeance.borne.portee.facts.told}"
    if echeance.borne and echeance.borne.portee.facts.later:
        return f"À partir du {day}"
    if echeance.borne and echeance.borne.premier != echeance.borne.dernier:
        return f"Le {day} au plus tard"
    return f"Le {day}"


def what(echeance: Echeance) -> str:
    """What comes."""
    facts = echeance.code.facts
    return (facts.says_of_step if echeance.etape else facts.says).format(
        de_etape=step().of,
        etape=echeance.etape,
        indicateur=echeance.indicateur,
        cible=value(echeance.cible, echeance.unite),
    )


def passed(deadlines: int) -> str:
    """How many deadlines have passed in plans that nobody follows."""
    if deadlines == 1:
        return "Une échéance est passée, et rien ne dit si elle a été tenue."
    return f"{counted(deadlines, 'échéance')} sont passées, et rien ne dit si elles ont été tenues."


def coming(entete: Entete) -> str:
    """Up to when what comes is told."""
    if entete.prochain:
        return f"D'ici au comité de pilotage du {long_date(entete.prochain.date)}"
    return "Dans les douze mois qui viennent"


# Meetings, and what they decide


def meeting(seance: Seance) -> str:
    """`12 mars 2026, mairie : point annuel`; what it is called first, where it is not the committee."""
    day = long_date(seance.date)
    said = day if seance.instance == Instance.COPIL else f"{seance.instance} du {day}"
    where = f", {seance.lieu}" if seance.lieu else ""
    return f"{said}{where}" + (f"\u00a0: {seance.objet}" if seance.objet else "")


def decision_due(one: DecisionPrise) -> str:
    """For when it is to be carried out; a dash where nothing says it."""
    if one.echeance is None:
        return NOTHING
    return f"{deadline(one.echeance)}{' (échéance passée)' if one.echue else ''}"


def pending(those: Sequence[DecisionPrise]) -> str:
    """How many decisions are still to be carried out; empty where there is none."""
    todo = sum(1 for one in those if one.etat.facts.pending)
    if not todo:
        return ""
    late = sum(1 for one in those if one.echue)
    said = f"{counted(todo, 'décision déjà prise reste', 'décisions déjà prises restent')} à mettre en œuvre"
    if not late:
        return f"{said}."
    after = "après son échéance" if todo == 1 else f"dont {number(late)} après {plural(late, 'son', 'leur')}"
    return f"{said}, {after}{'' if todo == 1 else ' échéance'}."


# Money


def state_title(etat: EtatFinancement | None) -> str:
    """The head of its column."""
    return capital(facts_of_money(etat).word)


def sums(etats: Sequence[EtatFinancement | None], amounts: Sequence[Decimal]) -> str:
    """`1 000 € acquis et 500 € réalisés`; empty without any."""
    found = [
        f"{amount(n)} {_of_sum(facts_of_money(etat), n)}" for etat, n in zip(etats, amounts, strict=True) if n
    ]
    return listing(found) if found else ""


def _of_sum(facts: EtatFacts, euros: Decimal) -> str:
    return facts.many if euros >= 2 else facts.one


def money(
    etats: Sequence[EtatFinancement | None],
    amounts: Sequence[Decimal],
    total: Decimal,
    where: str = "au plan",
    said_as: str = "{}",
) -> str:
    """How much there is, and how sure it is; `dont` where some of it is in no state."""
    told = [(etat, n) for etat, n in zip(etats, amounts, strict=True) if etat and n]
    every = not any(n for etat, n in zip(etats, amounts, strict=True) if etat is None)
    several = total >= 2
    said = f"{said_as.format(amount(total))} {'sont inscrits' if several else 'est inscrit'} {where}"
    if not told:
        return f"{said}."
    if len(told) == 1 and every:
        facts = told[0][0].facts
        return f"{said}, tous {facts.many}." if several else f"{said}\u00a0: il est {facts.one}."
    before = "\u00a0: " if every else ", dont "
    return f"{said}{before}{sums(*zip(*told, strict=True))}."


def of_plan(argent: Argent) -> str:
    """The money of a plan: what is planned, then what is spent."""
    figure = as_sum(argent.taxes, au_moins=argent.au_moins)
    planned = money(argent.etats, argent.par_etat, argent.total, said_as=figure)
    spent = spent_apart(argent.etats, argent.par_etat, argent.depense)
    return " ".join(filter(None, (planned, spent_of(spent) if spent is not None else "")))


def as_sum(taxes: Taxes | None, *, au_moins: bool) -> str:
    """How a sum is said, `{}` in the place of its euros."""
    return f"{'Au moins ' if au_moins else ''}{{}}{f' {taxes}' if taxes else ''}"


def spent_apart(
    etats: Sequence[EtatFinancement | None], par_etat: Sequence[Decimal], depense: Decimal
) -> Decimal | None:
    """What is spent, where the state of what is planned does not say it; `None` where it does."""
    said = sum((n for etat, n in zip(etats, par_etat, strict=True) if facts_of_money(etat).spent), Decimal(0))
    return depense if depense != said else None


def spent_of(euros: Decimal) -> str:
    """What is spent, in a sentence."""
    return f"{amount(euros)} {'sont dépensés' if euros >= 2 else 'est dépensé'}."


def left_out(sans_montant: int, hors_taxes: Decimal, refuses: Decimal, *, au_moins: bool) -> str:
    """What the totals leave out, and whether they may be more; empty where they leave out nothing."""
    several = "financements n'ont pas de montant chiffré et ne sont pas comptés"
    one = "financement n'a pas de montant chiffré et n'est pas compté"
    said = [f"{counted(sans_montant, one, several)}."] if sans_montant else []
    if hors_taxes:
        add = "s'ajoutent" if hors_taxes >= 2 else "s'ajoute"
        said.append(f"{amount(hors_taxes)} {Taxes.HORS} ne {add} pas aux montants taxes comprises.")
    if refuses:
        refused = EtatFinancement.REFUSE
        several = f"sont {refused.many} et ne sont pas comptés"
        said.append(f"{amount(refuses)} {several if refuses >= 2 else f'est {refused} et ne compte pas'}.")
    if au_moins:
        said.append(
            "Une fourchette compte pour son plus petit montant, un montant par an sans années pour une année."
        )
    return " ".join(said)
