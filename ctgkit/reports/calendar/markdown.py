"""`ctg calendar` as Markdown: a table, and a Gantt diagram that GitHub and GitLab draw (Mermaid)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ctgkit.followup.calendars import FicheCalendar, dated, rows_of, touches
from ctgkit.french.agreement import count
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.nouns import Noun
from ctgkit.outputs import mermaid
from ctgkit.outputs.markdown_tables import table
from ctgkit.outputs.mermaid import Task
from ctgkit.outputs.templates.markdown import escape
from ctgkit.reports.calendar import words
from ctgkit.reports.status.words import statut
from ctgkit.vocabulary.statut import facts_of

if TYPE_CHECKING:
    from ctgkit.followup.calendars import EtapeCalendar, PlanCalendar
    from ctgkit.followup.view import Periode

#: What says that ctgkit wrote a page.
HEAD = "<!-- ctgkit calendar -->\n"
_COLUMNS = ("Adresse", "Titre", "Statut", "Calendrier", "Début", "Fin", "Revient", "Pilote")


def lines(view: PlanCalendar) -> Iterator[str]:
    """The lines of the page of a plan."""
    yield f"# {escape(view.titre)}"
    yield ""
    told = (view.territoire, view.caf, view.periode, count(len(view.fiches), "fiche", none="aucune"))
    facts = [one for one in told if one]
    yield " · ".join((*map(escape, facts), f"**calendrier au {long_date(view.jour)}**"))
    if (asked := words.asked(view)) is not None:
        yield from ("", escape(asked))
    yield from ("", "```mermaid", *gantt(view), "```")
    if statuts := words.statuts(row.statut for fiche in view.fiches for row in rows_of(fiche)):
        yield from ("", f"Une barre couvre tous les jours possibles. {escape(statuts)}")
    if view.jalons:
        yield ""
        for one in view.jalons:
            objet = f"\u00a0: {one.objet}" if one.objet else ""
            yield f"- {escape(f'{words.milestone_title(one)}, {long_date(one.date)}{objet}')}"
    for place, fiches in groupby(view.fiches, _axe):
        if heading := words.group(view, place):
            yield from ("", f"## {escape(heading)}")
        yield ""
        yield from table(_COLUMNS, (row for fiche in fiches for row in _rows(view, fiche)))


def _axe(fiche: FicheCalendar) -> tuple[int, ...]:
    return fiche.sections[:1]


def _rows(view: PlanCalendar, fiche: FicheCalendar) -> Iterator[tuple[str, ...]]:
    for one in rows_of(fiche):
        titre = escape(one.titre) if one is fiche else f"– {escape(one.titre)}"
        start = (escape(fiche.adresse), titre, escape(statut(one)))
        end = escape(", ".join(one.pilotes))
        if not one.phrases:
            by_steps = isinstance(one, FicheCalendar) and one.par_etapes
            yield (*start, words.by_steps() if by_steps else words.UNDATED, "", "", "", end)
        for phrase in one.phrases:
            texte = "<br>".join(
                [escape(phrase.texte), *(f"**{escape(told)}**" for told in words.unread([phrase]))]
            )
            periodes = [periode for periode in phrase.periodes if touches(periode, view.annee)]
            for periode in periodes:
                when = (words.start(periode), words.end(periode)) if periode.datee else ("", "")
                yield (*start, texte, *when, escape(words.retours(periode)), end)
            if not periodes and (phrase.non_compris or not phrase.periodes):
                yield (*start, texte, "", "", "", end)


def gantt(view: PlanCalendar) -> Iterator[str]:
    """The diagram: a task for each dated period, on all the days that it may have."""
    yield from mermaid.gantt(_drawn(view), title=view.titre, monthly=view.annee is not None)


def _drawn(view: PlanCalendar) -> Iterator[tuple[str, Iterable[Task]]]:
    noun = capital(Noun.of_text(view.convention).first)
    whole = Task(f"{noun} {view.periode}", view.debut, view.fin)
    today = Task(f"Au {long_date(view.jour)}", view.jour)
    yield noun, (whole, today, *(Task(words.milestone_title(one), one.date) for one in view.jalons))
    for place, fiches in groupby(view.fiches, _axe):
        yield (
            words.group(view, place) or "Fiches",
            [
                _task(view, fiche, row, periode)
                for fiche in fiches
                for row in rows_of(fiche)
                for _, periode in dated(row, view.annee)
            ],
        )


def _task(view: PlanCalendar, fiche: FicheCalendar, row: FicheCalendar | EtapeCalendar, one: Periode) -> Task:
    name = fiche.adresse if fiche.numero else fiche.titre
    title = words.row_title(fiche, row) if row is fiche else f"{name} – {row.titre}"
    facts = facts_of(row.statut)
    # A side that nothing says is the convention's.
    first, last = one.premier or view.debut, one.dernier or view.fin
    return Task(f"{facts.sign} {title}{_more(one)}", first, last, facts.mermaid)


def _more(one: Periode) -> str:
    """What a bar cannot show."""
    told = [words.start(one)] if one.debut is None else []
    told += [words.end(one)] if one.fin is None else []
    told += [words.retours(one)] if one.retours else []
    return f" ({', '.join(told)})" if told else ""
