"""The blocks that the reports on a followed plan share: how a fiche is named, badges, bars, tables, cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from ctgkit.followup import Alerte, EtapeState, FicheState, Totals
from ctgkit.french.agreement import number, plural
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.institutions import caf_label
from ctgkit.french.lists import NOTHING
from ctgkit.french.numbers import amount
from ctgkit.french.steps import step
from ctgkit.page.blocks import (
    Bar,
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Cover,
    Fact,
    Facts,
    Legend,
    Paragraph,
    Part,
    Row,
    Run,
    Runs,
    Section,
    Table,
    Tile,
    Tone,
)
from ctgkit.page.writing import bullets, enumerated, paragraph, runs, there
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.fiches.page import fiche_block
from ctgkit.reports.followed import sentences
from ctgkit.reports.followed.view import Annee, DecisionPrise, Echeance, Entete, FichePubliee, Renvoi, Seance
from ctgkit.reports.followed.words import told, told_of_step
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.argent import facts_of as facts_of_money
from ctgkit.vocabulary.statut import StatutFacts, facts_of
from ctgkit.vocabulary.teintes import FAITE, SHADES

# Names


def fiche(one: Renvoi) -> Runs:
    """A fiche, with its title: a link where the document prints it."""
    axis = Run(f" ({one.axe})", one.ancre, "quiet") if one.axe else ""
    name = one.numero or (f"{capital(told)}\u00a0:" if (told := sentences.unnumbered(one)) else None)
    if name is None:
        return runs(Run(one.titre, one.ancre), axis)
    return runs(Run(name, one.ancre, "number"), Run(f" {one.titre}", one.ancre), axis)


def link(one: Renvoi) -> Run:
    """A fiche, in a sentence: its number."""
    return Run(sentences.short(one), one.ancre)


def told_in(words: str) -> Cell:
    """A cell that says a text."""
    return Cell(runs(words))


def named(line: Runs | str, *below: Block | None) -> Cell:
    """A cell that names its row."""
    return Cell(runs(line), there(*below), header=True)


def quietly(words: str) -> Paragraph | None:
    """What is said in passing below something; nothing where there is nothing to say."""
    return paragraph(Run(words, role="quiet")) if words else None


# Where fiches are


def tone(facts: StatutFacts) -> Tone:
    """What the badge of a status draws attention by."""
    if facts.dropped:
        return "dropped"
    if facts.raises:
        return "alert"
    if facts.paused:
        return "pause"
    return "good" if facts.closed else "plain"


def badge(etat: FicheState) -> Run:
    """The status of a fiche."""
    facts = facts_of(etat.statut)
    return Run(facts.one, role="badge", tone=tone(facts))


def badges(etat: FicheState) -> Runs:
    """The status of a fiche, the alerts that it is not by itself, and its progress."""
    raised = (one.code for one in etat.alertes)
    parts = [badge(etat)]
    parts += [
        Run(one.one, role="badge", tone="alert") for one in raised if one is not facts_of(etat.statut).raises
    ]
    if etat.avancement is not None:
        parts.append(Run(sentences.percent(etat.avancement), role="strong"))
    return tuple(run for one in parts for run in (Run(" · "), one))[1:]


def reasons(alertes: Iterable[Alerte]) -> Bullets | None:
    """Why a fiche calls for attention, one alert an item."""
    lines = [capital(sentences.reason(one)) for one in told(alertes)]
    return bullets(lines) if lines else None


def step_reasons(etape: EtapeState, whole: FicheState) -> Paragraph | None:
    """Why a step calls for attention, beyond what its fiche says."""
    found = told_of_step(etape, whole)
    if not found:
        return None
    why = "\u00a0; ".join(map(sentences.reason, found))
    return paragraph(f"{capital(step())} «\u00a0{etape.titre}\u00a0»\u00a0: {why}")


def printed(publiees: Sequence[FichePubliee], *, followed: bool) -> tuple[Block, ...]:
    """Fiches in full, each with where it is; nothing of that at the launch."""
    return tuple(
        fiche_block(one.fiche, state=situation(one.ligne.etat) if followed else ()) for one in publiees
    )


def situation(etat: FicheState) -> tuple[Block, ...]:
    """Where a fiche is, above what it says."""
    note = paragraph(sentences.noted(etat.note), role="quote") if etat.note else None
    return (*standing(etat), *there(note))


def standing(etat: FicheState) -> tuple[Block, ...]:
    """Its status, its progress, and why it calls for attention."""
    alerts = f"{capital(sentences.reasons(etat.alertes))}." if etat.alertes else ""
    put_off = f"{capital(sentences.put_off(etat))}." if etat.reportee_a else ""
    said = (paragraph(one) for one in (put_off, alerts) if one)
    return there(paragraph(badges(etat)), *said)


# Figures


def tile_of(how_many: int, one: str, several: str | None = None, tone: Tone = "plain") -> Tile:
    """A number, and what it counts."""
    return Tile(number(how_many), plural(how_many, one, several), tone)


def status_tiles(totals: Totals) -> Iterator[Tile]:
    """How many fiches are done, and on their way; then how many call for attention."""
    shown = [(facts, n) for facts, n in sentences.statuses(totals) if _in_tiles(facts)]
    for facts, n in sorted(shown, key=lambda pair: not pair[0].closed):
        yield tile_of(n, facts.one, facts.many)
    for code, n in sentences.alerts(totals):
        yield tile_of(n, code.one, code.many, "alert")


def _in_tiles(facts: StatutFacts) -> bool:
    """Whether a status is read first: what is done, and what goes on as it should."""
    hindered = facts.paused or facts.dropped or facts.raises is not None
    return facts.begun and not hindered


def statuses_bar(totals: Totals, *, alt: str = "") -> Bar:
    """The statuses of some fiches, from what is done to what nobody knows anything of."""
    parts = sorted(_parts(totals), key=_shade_rank)
    return Bar(tuple(parts), max(totals.fiches, 1), alt)


def statuses_card(title: str, totals: Totals) -> Card:
    """The same, with a title and what the shades mean."""
    bar = statuses_bar(totals, alt=sentences.in_statuses(totals))
    keys = tuple((one.shade, one.words) for one in bar.parts)
    return Card(runs(title), (bar, Legend(keys)))


def _parts(totals: Totals) -> Iterator[Part]:
    return (Part(n, facts.shade.name, facts.one) for facts, n in sentences.statuses(totals))


_SHADES = tuple(one.name for one in SHADES)


def _shade_rank(part: Part) -> int:
    return _SHADES.index(part.shade)


def progress_bar(share: int) -> Bar:
    """How far something is; the words beside it say it."""
    return Bar((Part(share, FAITE.name, ""),), 100, "", thin=True)


# Money


def euros(sum_: Decimal) -> Cell:
    """An amount; a dash where there is none."""
    return told_in(amount(sum_) if sum_ else NOTHING)


def year_title(annee: AnneesDites | None) -> str:
    """The year of some money."""
    return str(annee) if annee else "Sans année"


def years_table(
    etats: Sequence[EtatFinancement | None],
    annees: Sequence[Annee],
    par_etat: Sequence[Decimal],
    total: Decimal,
    depense: Decimal,
) -> tuple[Block, ...]:
    """The money by year and by state, as a table with bars, and what their shades mean.

    What is spent has a column of its own, unless the states say it.
    """
    apart = sentences.spent_apart(etats, par_etat, depense) is not None
    columns = (
        Column("Année"),
        Column("Répartition", width=30),
        *(Column(sentences.state_title(one), numeric=True) for one in etats),
        *totals_columns(apart=apart),
    )
    rows = [
        Row(
            (
                named(year_title(one.annee)),
                Cell(below=(_year_bar(one, etats),)),
                *map(euros, one.etats),
                *totals_cells(one.total, one.depense, apart=apart),
            )
        )
        for one in annees
    ]
    whole = totals_cells(total, depense, apart=apart)
    sums = (named("Total"), Cell(), *(told_in(amount(one)) for one in par_etat), *whole)
    keys = tuple((_shade(one), sentences.state_title(one)) for one in reversed(etats))
    return (Table("Par année et par état", columns, (*rows, Row(sums, total=True))), Legend(keys))


def totals_columns(*, apart: bool) -> tuple[Column, ...]:
    """The heads of what is planned in all and, where it stands apart, of what is spent."""
    if not apart:
        return (Column("Total", numeric=True),)
    return (Column("Total prévu", numeric=True), Column("Dépensé", numeric=True))


def totals_cells(total: Decimal, depense: Decimal, *, apart: bool) -> tuple[Cell, ...]:
    """What is planned in all, and what is spent."""
    return (told_in(amount(total)), *((euros(depense),) if apart else ()))


def _year_bar(annee: Annee, etats: Sequence[EtatFinancement | None]) -> Bar:
    """The money of a year, by state, the surest first; the longer, the more of it there is."""
    parts = [
        Part(share, _shade(etat), facts_of_money(etat).word)
        for etat, share in zip(etats, annee.parts, strict=True)
    ]
    return Bar(tuple(reversed(parts)), 1000, sentences.sums(etats, annee.etats))


def _shade(etat: EtatFinancement | None) -> str:
    return facts_of_money(etat).shade.name


# What comes


def deadlines_table(caption: str, those: Iterable[Echeance], entete: Entete) -> Table:
    """What comes, or has passed, by date."""
    noun = sentences.noun_of(entete)
    rows = (
        Row(
            (
                told_in(sentences.when(one)),
                told_in(noun.said_in(sentences.what(one)) if one.fiche is None else sentences.what(one)),
                Cell(fiche(one.fiche) if one.fiche else ()),
            )
        )
        for one in those
    )
    columns = (Column("Quand", width=26), Column("Quoi", width=30), Column("Fiche"))
    return Table(caption, columns, tuple(rows))


# What was decided


def decisions_table(caption: str, those: Iterable[DecisionPrise]) -> Table:
    """Decisions, of which fiches, who carries them out, and where they are."""
    columns = (
        Column("Décision"),
        Column("Prise par", width=20),
        Column("Responsable", width=18),
        Column("Échéance", width=17),
        Column("État", width=16),
    )
    return Table(caption, columns, tuple(map(_decision, those)))


def _decision(one: DecisionPrise) -> Row:
    about = [link(fiche) for fiche in one.fiches] + [Run(address) for address in one.autres]
    fiches = runs(f"{plural(len(about), 'Fiche')} ", enumerated(about)) if about else None
    return Row(
        (
            named(one.texte, paragraph(fiches) if fiches else None),
            told_in(f"{one.seance.instance} du {long_date(one.seance.date)}"),
            told_in(one.responsable or NOTHING),
            told_in(sentences.decision_due(one)),
            told_in(one.etat.one),
        )
    )


# The document


def cover(entete: Entete, title: str, *subtitles: str) -> Cover:
    """What a report on a plan begins with."""
    return Cover(
        kicker=f"{capital(entete.convention)} · {entete.territoire}",
        title=title,
        subtitles=(*subtitles, entete.titre),
        facts=Facts(tuple(_facts(entete))),
    )


def _facts(entete: Entete) -> Iterator[Fact]:
    told: tuple[tuple[str, str | None], ...] = (
        ("Territoire", sentences.place(entete)),
        (caf_label(entete.caf), entete.caf),
        ("Période", sentences.convention(entete)),
        ("Signature", _day(entete.signature)),
        ("Situation", sentences.days(entete)),
        ("Séance", _meeting(entete.seance)),
        ("Prochain COPIL", _meeting(entete.prochain)),
    )
    for label, words in told:
        if words:
            yield Fact(label, (paragraph(words),))


def _day(day: date | None) -> str | None:
    return long_date(day) if day else None


def _meeting(seance: Seance | None) -> str | None:
    if seance is None:
        return None
    return sentences.meeting(seance)


def only_told(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple(one for one in sections if one.blocks)
