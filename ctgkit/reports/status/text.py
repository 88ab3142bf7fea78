"""`ctg status` in the terminal: totals, then a table for each group of fiches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count
from ctgkit.french.dates import long_date
from ctgkit.french.steps import step
from ctgkit.french.visible import one_line, width
from ctgkit.outputs.layout import Layout, wrapped
from ctgkit.reports.status import words
from ctgkit.vocabulary.statut import SITUATIONS, facts_of

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.followup import Alerte, FicheState, Group, PlanState, Totals
    from ctgkit.reports.status.sums import Sum, Sums

_GAP = "  "
#: How wide the column of the progress is.
_AVANCEMENT = words.BAR + 6
#: Under this, titles would be a word a line: status and progress go below them.
_LEAST_TITLE = 22


class Screen(Layout):
    """Lays the state of a plan out; no line is longer than `columns`."""

    @property
    def statuts(self) -> int:
        """How wide the column of the status is."""
        return max(len(facts_of(one).one) for one in SITUATIONS)

    def lines(self, state: PlanState, groups: Iterable[Group], by: str, only: str | None) -> Iterator[str]:
        """The whole of a plan.

        Args:
            state: the plan, with the fiches that are to be shown.
            groups: these fiches.
            by: what they are grouped by.
            only: what was asked for, in words, where not all the fiches are shown.
        """
        yield f"État au {long_date(state.jour)}"
        yield from (self.paint("strong", line) for line in self.wrap(state.titre))
        facts = filter(None, (state.territoire, state.caf, state.periode))
        yield from self.wrap(" · ".join((*facts, count(state.totaux.fiches, "fiche", none="aucune"))))
        yield ""
        yield from self.totals(state.totaux)
        if only is not None:
            yield ""
            yield from self.wrap(f"{only}\u00a0: {count(len(state.fiches), 'fiche', none='aucune')}")
        if state.depuis_le is not None:
            yield ""
            yield from self.wrap(words.moved_since(len(state.fiches), state.depuis_le))
        for group in groups:
            yield ""
            heading = words.title(group, by, state)
            yield from (self.paint("strong", line) for line in self.wrap(heading))
            yield from self.wrap(words.sentence(group.totaux))
            yield from self.table(group.fiches)
        ends = [*filter(None, [words.same(by)]), *words.ignored(state)]
        if ends:
            yield ""
            for end in ends:
                yield from (self.paint("dim", line) for line in self.wrap(end))

    def of_plans(
        self, day: date, since: date | None, only: str | None, sums: Iterable[Sum], total: Sums
    ) -> Iterator[str]:
        """A line for each plan, made as they come, and their total."""
        yield f"État au {long_date(day)}" + (f" ({only[0].lower()}{only[1:]})" if only else "")
        for one in sums:
            told = words.of_plan(one.totals, one.moved, since)
            yield from self.wrap(f"{one.file}\u00a0: {told}", "", _GAP)
        told = words.of_plan(total.totals, total.moved, since)
        yield from (self.paint("strong", line) for line in self.wrap(f"{count(total.plans, 'plan')}, {told}"))
        ends = words.not_counted(total.uncounted, total.invalid)
        yield from (self.paint("dim", line) for end in ends for line in self.wrap(end))

    def totals(self, totals: Totals) -> Iterator[str]:
        """How many fiches have each status, with bars, and the alerts."""
        counts = list(words.counted_statuts(totals))
        most = max((number for _, number in counts), default=0) or 1
        digits = len(str(most))
        room = max(min(self.columns - self.statuts - digits - 2 * len(_GAP) - 2, 30), 1)
        for name, number in counts:
            bar = words.FULL * (-(-number * room // most))
            yield f"{_GAP}{name:<{self.statuts + 1}} {number:>{digits}}{_GAP}{bar}".rstrip()
        told = words.enumerated(words.counted_alertes(totals)) or "aucune"
        yield from self.wrap(told, "Alertes\u00a0: ")

    def table(self, fiches: tuple[FicheState, ...]) -> Iterator[str]:
        """Fiches, one after the other, under a line of headings."""
        wide = max((width(one_line(fiche.adresse)) for fiche in fiches), default=0)
        right = self.statuts + _AVANCEMENT + 2 * len(_GAP)
        room = self.columns - wide - len(_GAP) - right
        if room >= _LEAST_TITLE:
            heads = (("adresse", max(wide, 7)), ("titre", room - max(7 - wide, 0)), ("statut", self.statuts))
            line = _GAP.join(f"{name:<{size}}" for name, size in heads) + f"{_GAP}avancement"
            yield self.paint("dim", line)
            wide, room = heads[0][1], heads[1][1]
        for fiche in fiches:
            yield from self.row(fiche, wide, room)

    def row(self, fiche: FicheState, wide: int, room: int) -> Iterator[str]:
        """A fiche: its columns, or its lines where there is no room for them, then what is said of it."""
        adresse = one_line(fiche.adresse)
        statut = self.colored(fiche)
        bar = words.bar(fiche.avancement)
        if room >= _LEAST_TITLE:
            first, *others = wrapped(fiche.titre, room)
            blank = " " * (self.statuts - len(words.statut(fiche)))
            yield (
                f"{self.paint('link', adresse)}{' ' * (wide - width(adresse))}{_GAP}"
                f"{first}{' ' * (room - width(first))}{_GAP}{statut}{blank}{_GAP}{bar}"
            ).rstrip()
            indent = " " * (wide + len(_GAP))
            yield from (f"{indent}{line}" for line in others)
        else:
            indent = _GAP
            first, *others = wrapped(f"{adresse}{_GAP}{fiche.titre}", self.columns)
            yield first.replace(adresse, self.paint("link", adresse), 1)
            yield from (f"{indent}{line}" for other in others for line in wrapped(other, self.columns - 2))
            yield f"{indent}{statut}{_GAP}{bar}".rstrip()
        yield from self.below(fiche, indent)

    def alertes(self, alertes: tuple[Alerte, ...], indent: str, where: str) -> Iterator[str]:
        """Alerts, each on its own line, after a sign that does not depend on colours."""
        for code, told in words.alert_sentences(alertes):
            kind = "error" if code.facts.grave else "warning"
            lines = self.wrap(f"{where}{told}", f"{indent}! ")
            yield from (f"{indent}{self.paint(kind, line[len(indent) :])}" for line in lines)

    def colored(self, fiche: FicheState) -> str:
        """A status in its colour, which says nothing that the word does not."""
        tone, told = facts_of(fiche.statut).tone, words.statut(fiche)
        return self.paint(tone, told) if tone is not None else told

    def below(self, fiche: FicheState, indent: str) -> Iterator[str]:
        """What is said of a fiche under its columns."""
        if said := words.when(fiche):
            yield from self.wrap(said, f"{indent}quand\u00a0: ", f"{indent}{_GAP}")
        if fiche.pilotes:
            yield from self.wrap(", ".join(fiche.pilotes), f"{indent}qui\u00a0: ", f"{indent}{_GAP}")
        if fiche.etapes:
            yield from self.wrap(words.etapes(fiche), f"{indent}{step().many}\u00a0: ", f"{indent}{_GAP}")
        yield from self.alertes(fiche.alertes, indent, "")
        for etape in fiche.etapes:
            yield from self.alertes(etape.alertes, indent, f"{step()} «\u00a0{etape.titre}\u00a0»\u00a0: ")
        if fiche.evolution is not None:
            for change in words.changes(fiche, fiche.evolution):
                yield from self.wrap(change, f"{indent}- ")
        elif fiche.note is not None:
            yield from self.wrap(words.note(fiche.note), indent)
