"""The French of `ctg status`: what its screens, tables and sheets have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ctgkit.followup import (
    Alerte,
    BilanDit,
    Entree,
    EtapeState,
    Evolution,
    FicheState,
    Group,
    Note,
    PeriodState,
    PlanState,
    Releve,
    SectionState,
    Totals,
    by_date,
)
from ctgkit.followup.postponing import told as reported
from ctgkit.french.agreement import count, plural
from ctgkit.french.agreement import number as numeral
from ctgkit.french.capitals import small
from ctgkit.french.dates import long_date
from ctgkit.french.lists import NOTHING, listing
from ctgkit.french.nouns import Noun
from ctgkit.french.numbers import decimal
from ctgkit.french.steps import step
from ctgkit.reports.fiches.lines import bilan_words, outside, status_words, undated
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import SITUATIONS, Statut, facts_of
from ctgkit.vocabulary.suivi import Motif, SorteDonnee

if TYPE_CHECKING:
    from ctgkit.followup.calendars import EtapeCalendar, FicheCalendar, SectionTitle

#: What a bar is drawn with, and how long it is.
FULL, EMPTY, BAR = "█", "░", 10


def statut(fiche: FicheState | EtapeState | FicheCalendar | EtapeCalendar) -> str:
    """A status, or its absence, in words."""
    return facts_of(fiche.statut).one


def percent(avancement: int | None) -> str:
    """A progress, or a dash."""
    return NOTHING if avancement is None else f"{avancement}\u00a0%"


def bar(avancement: int | None) -> str:
    """`██████░░░░ 65 %`; a full bar is 100 % and an empty one 0 %, nothing else."""
    if avancement is None:
        return NOTHING
    full = max(avancement * BAR // 100, 1 if avancement else 0)
    return f"{FULL * full}{EMPTY * (BAR - full)} {percent(avancement):>5}"


def alerte(code: CodeAlerte) -> str:
    """An alert in two or three words."""
    return code.one


def alertes(codes: Iterable[CodeAlerte]) -> str:
    """Alerts in a few words."""
    return ", ".join(alerte(code) for code in codes)


def alert_sentences(those: tuple[Alerte, ...]) -> Iterator[tuple[CodeAlerte, str]]:
    """The alerts of a fiche or a step, and what makes each one; one that another tells is in its sentence."""
    codes = {one.code for one in those}
    added: dict[str, str] = {}
    for one in those:
        if (other := one.code.facts.goes_with) is not None and other[0] in codes:
            added[other[0]] = added.get(other[0], "") + other[1]
    for one in those:
        if (other := one.code.facts.goes_with) is None or other[0] not in codes:
            yield one.code, _sentence(one) + added.get(one.code, "")


def _sentence(one: Alerte) -> str:
    facts = one.code.facts
    if one.jour is None:
        return facts.plainly
    return facts.reason.format(days=count(one.jours or 0, "jour"), day=long_date(one.jour))


def counted_statuts(totals: Totals, *, rare: bool = False) -> Iterator[tuple[str, int]]:
    """Each status, agreed, with how many fiches have it; that of none last.

    Args:
        totals: the fiches.
        rare: whether a rare status is told although none of them has it: in a column that others share.
    """
    numbers = (*totals.statuts, totals.non_renseignees)
    for one, number in zip(SITUATIONS, numbers, strict=True):
        if number or rare or not facts_of(one).rare:
            yield _agreed(number, one), number


def _agreed(number: int, statut: Statut | None) -> str:
    facts = facts_of(statut)
    return plural(number, facts.one, facts.many)


def counted_alertes(totals: Totals) -> Iterator[tuple[str, int]]:
    """Each alert, agreed, with how many fiches have it."""
    for code, number in zip(CodeAlerte, totals.alertes, strict=True):
        yield plural(number, code.one, code.many), number


def enumerated(counts: Iterable[tuple[str, int]]) -> str:
    """`8 en cours, 1 réalisée`: what there is at least one of; no line ends between a number and its noun."""
    return ", ".join(f"{numeral(number)}\u00a0{name}" for name, number in counts if number)


def sentence(totals: Totals) -> str:
    """`15 fiches : 8 en cours, 1 réalisée ; alertes : 1 en retard`; `1 fiche, en cours`."""
    told = count(totals.fiches, "fiche", none="aucune")
    found = [(name, number) for name, number in counted_statuts(totals) if number]
    if totals.fiches == 1:
        told += f", {found[0][0]}"
    elif totals.fiches:
        told += f"\u00a0: {f'toutes {found[0][0]}' if len(found) == 1 else enumerated(found)}"
    return f"{told}\u00a0; alertes\u00a0: {enumerated(counted_alertes(totals))}" if totals.alertees else told


def etapes(fiche: FicheState) -> str:
    """`2 réalisées, 1 en cours`: the steps of a fiche by status."""
    numbers = Counter(etape.statut for etape in fiche.etapes)
    return enumerated((_agreed(numbers[one], one), numbers[one]) for one in SITUATIONS)


def when(one: FicheState | EtapeState) -> str:
    """When something is planned and, once it is postponed, to when."""
    return period(one.calendrier, one.reportee_a)


def period(when: PeriodState, echeance: str | None = None) -> str:
    """A calendar as the document words it, and what was not understood of it.

    Args:
        when: the calendar.
        echeance: to when what has it is postponed.
    """
    texte = reported(echeance, when.textes) if echeance else "\u00a0; ".join(when.textes)
    if without := undated(when):
        texte += f", {without}"
    if when.non_compris:
        words = ", ".join(f"«\u00a0{words}\u00a0»" for words, _ in when.non_compris)
        texte += f" (non compris\u00a0: {words})"
    return texte


def note(one: Note) -> str:
    """`1er mars 2024 : Les travaux ont commencé. (Camille Exemple)`."""
    return told(one.date, one.texte, one.auteur, one.etape)


def told(when: date, what: str, auteur: str | None, etape: str | None) -> str:
    """What was noted on a day, by whom, and of which step."""
    of_step = f"{step()} «\u00a0{etape}\u00a0»\u00a0: " if etape else ""
    return f"{long_date(when)}\u00a0: {of_step}{what}" + (f" ({auteur})" if auteur else "")


def title(group: Group, by: str, state: PlanState) -> str:
    """What a group of fiches is called."""
    match by:
        case "axe":
            if not isinstance(group.cle, int):
                return outside(after=bool(state.sections))
            return section(state.sections[group.cle])
        case "pilote":
            return "Sans pilote" if group.cle is None else str(group.cle)
        case "statut":
            word = facts_of(group.cle if isinstance(group.cle, Statut) else None).one
            return word[0].upper() + word[1:]
        case _:
            return "Sans date comprise" if group.cle is None else str(group.cle)


def section(one: SectionState | SectionTitle) -> str:
    """`Axe 1 – Petite enfance`."""
    label = " ".join(part for part in (one.niveau, one.numero) if part)
    return f"{label} – {one.titre}" if label else one.titre


def changes(fiche: FicheState, evolution: Evolution) -> Iterator[str]:
    """What became of a fiche: its status and progress, its alerts, each entry, each measure."""
    turns = []
    if evolution.statut != fiche.statut:
        turns.append(f"{facts_of(evolution.statut).one} → {statut(fiche)}")
    if evolution.avancement != fiche.avancement:
        turns.append(f"{percent(evolution.avancement)} → {percent(fiche.avancement)}")
    if turns:
        yield ", ".join(turns)
    if changed := alerts_changed(evolution):
        yield changed
    for one in by_date(evolution):
        yield _news(one)


def alerts_changed(evolution: Evolution) -> str:
    """The alerts that came, and those that went."""
    come = _alerts(evolution.apparues, "nouvelle alerte", "nouvelles alertes")
    gone = _alerts(evolution.levees, "alerte levée", "alertes levées")
    return "\u00a0; ".join(part for part in (come, gone) if part)


def _alerts(those: Sequence[CodeAlerte], one: str, several: str) -> str:
    if not those:
        return ""
    return f"{plural(len(those), one, several)}\u00a0: {listing(code.one for code in those)}"


def _news(one: Entree | Releve | BilanDit) -> str:
    if isinstance(one, BilanDit):
        return told(one.date, bilan_words(one), None, one.etape)
    return _entry(one) if isinstance(one, Entree) else _measure(one)


def _entry(one: Entree) -> str:
    progress = percent(one.avancement) if one.avancement is not None else None
    state = ", ".join(part for part in (status_words(one.statut, one.echeance), progress) if part)
    return told(one.date, ". ".join(part for part in (state, one.note) if part), one.auteur, one.etape)


def _measure(one: Releve) -> str:
    remark = f" – {one.commentaire}" if one.commentaire else ""
    value = decimal(one.valeur, one.unite)
    return told(one.date, f"{one.indicateur}\u00a0: {value}{remark}", None, one.etape)


def ignored(state: PlanState) -> Iterator[str]:
    """What is in the file and is not counted: how much is later, and each entry that is too early."""
    later = Counter(one.sorte for one in state.non_comptees if one.motif is Motif.APRES)
    words = " et ".join(count(later[kind], kind.one, kind.many) for kind in SorteDonnee if later[kind])
    if words:
        total = sum(later.values())
        e = "" if later[SorteDonnee.BILAN] else "e"
        agreed = plural(total, f"n'est pas compté{e}", f"ne sont pas compté{e}s")
        yield f"{words} après le {long_date(state.jour)} {agreed}"
    for one in state.non_comptees:
        if one.motif is Motif.AVANT:
            where = one.adresse + (f", {step()} «\u00a0{one.etape}\u00a0»" if one.etape else "")
            start = long_date(state.debut)
            what = "le bilan" if one.sorte is SorteDonnee.BILAN else "l'entrée"
            e, it = ("", "il") if one.sorte is SorteDonnee.BILAN else ("e", "elle")
            yield (
                f"{where}\u00a0: {what} du {long_date(one.date)} n'est pas compté{e}, "
                f"{it} précède {Noun.of_text(state.convention).first.the} (qui commence le {start})"
            )


def same(by: str) -> str | None:
    """What to know of groups that share fiches."""
    return {
        "pilote": "Une fiche est comptée chez chacun de ses pilotes",
        "annee": "Une fiche est comptée dans chacune des années où elle se déroule",
    }.get(by)


def of_plan(totals: Totals, moved: int | None, since: date | None) -> str:
    """What is said of a plan among several."""
    told = sentence(totals)
    if since is None:
        return told
    return f"{told}\u00a0; {small(moved_since(moved or 0, since))}"


def moved_since(moved: int, since: date) -> str:
    """How many fiches moved since a day."""
    said = count(moved, "fiche a", "fiches ont") if moved else "Aucune fiche n'a"
    return f"{said} bougé depuis le {long_date(since)}"


def not_counted(entries: int, invalid: Collection[str]) -> Iterator[str]:
    """What the totals of several plans leave out."""
    if entries:
        which = count(entries, "entrée, mesure ou bilan", "entrées, mesures ou bilans")
        told = plural(entries, "n'est pas compté", "ne sont pas comptés")
        yield f"{which} {told}\u00a0: « ctg status » sur un seul plan dit pourquoi"
    if invalid:
        has = plural(len(invalid), "plan qui a", "plans qui ont")
        told = plural(len(invalid), "n'est pas compté", "ne sont pas comptés")
        yield f"{len(invalid)} {has} des erreurs {told}"
