"""`ctg status` as Markdown: the same totals and tables, for a page or a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count
from ctgkit.french.dates import long_date
from ctgkit.outputs.markdown_tables import row, table
from ctgkit.outputs.templates.markdown import escape
from ctgkit.reports.status import words

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.followup import FicheState, Group, PlanState, Totals
    from ctgkit.reports.status.sums import Sum, Sums

#: What says that ctgkit wrote a page.
HEAD = "<!-- ctgkit status -->\n"
_COLUMNS = ("Adresse", "Titre", "Statut", "Avancement", "Calendrier", "Pilote", "Alerte", "Dernière note")


def lines(state: PlanState, groups: Iterable[Group], by: str, only: str | None) -> Iterator[str]:
    """The lines of the page of one plan; the arguments are those of the terminal's."""
    yield f"# {escape(state.titre)}"
    yield ""
    facts = filter(None, (state.territoire, state.caf, state.periode))
    yield " · ".join((*map(escape, facts), f"**état au {long_date(state.jour)}**"))
    yield ""
    yield from totals(state.totaux)
    if only is not None:
        yield from ("", f"{escape(only)}\u00a0: {count(len(state.fiches), 'fiche', none='aucune')}")
    if state.depuis_le is not None:
        yield from ("", f"{words.moved_since(len(state.fiches), state.depuis_le)}.")
    for group in groups:
        yield from (
            "",
            f"## {escape(words.title(group, by, state))}",
            "",
            escape(words.sentence(group.totaux)),
            "",
        )
        last = "Ce qui a bougé" if state.depuis_le is not None else _COLUMNS[-1]
        yield from table((*_COLUMNS[:-1], last), map(_row, group.fiches))
    for end in (*filter(None, [words.same(by)]), *words.ignored(state)):
        yield from ("", f"*{escape(end)}*")


def totals(one: Totals) -> Iterator[str]:
    """How many fiches have each status and each alert."""
    counts = [*words.counted_statuts(one), ("en tout", one.fiches)]
    yield from table(("Statut", "Fiches"), ((escape(name), str(number)) for name, number in counts))
    yield ""
    yield f"Alertes\u00a0: {words.enumerated(words.counted_alertes(one)) or 'aucune'}"


def of_plans(
    day: date, since: date | None, only: str | None, sums: Iterable[Sum], total: Sums
) -> Iterator[str]:
    """A table with a line for each plan, and their total."""
    yield f"# État au {long_date(day)}" + (f" ({only[0].lower()}{only[1:]})" if only else "")
    yield ""
    heads = ["Plan", "Territoire", "Fiches"]
    heads += [
        escape(name[0].upper() + name[1:]) for name, _ in words.counted_statuts(total.totals, rare=True)
    ]
    heads += ["Alertes", *([f"Ont bougé depuis le {long_date(since)}"] if since else [])]
    rows = (_plan(escape(one.file), escape(one.territoire), one.totals, one.moved) for one in sums)
    yield from table(heads, rows)
    yield row(_plan("**Total**", count(total.plans, "plan"), total.totals, total.moved if since else None))
    for end in words.not_counted(total.uncounted, total.invalid):
        yield from ("", f"*{escape(end)}*")


def _plan(file: str, territoire: str, one: Totals, moved: int | None) -> Iterator[str]:
    yield from (file, territoire, str(one.fiches))
    yield from (str(number) for _, number in words.counted_statuts(one, rare=True))
    yield words.enumerated(words.counted_alertes(one))
    if moved is not None:
        yield str(moved)


def _row(fiche: FicheState) -> Iterator[str]:
    yield escape(fiche.adresse)
    yield escape(fiche.titre)
    yield escape(words.statut(fiche))
    yield words.bar(fiche.avancement)
    yield escape(words.when(fiche))
    yield escape(", ".join(fiche.pilotes))
    yield "<br>".join(escape(told) for _, told in words.alert_sentences(fiche.alertes))
    if fiche.evolution is not None:
        yield "<br>".join(escape(change) for change in words.changes(fiche, fiche.evolution))
    else:
        yield escape(words.note(fiche.note)) if fiche.note else ""
