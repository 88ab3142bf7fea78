"""Where each action stands: the document of one plan, or a line for each of several."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ctgkit.app.bulk import each
from ctgkit.app.checking.many_plans import Sieve, checked
from ctgkit.app.checking.one_plan import plan_or_findings
from ctgkit.app.documents.delivery import Form, deliver
from ctgkit.app.documents.own_words import told_as
from ctgkit.app.files.given import STDIN, read_one, shown_name
from ctgkit.outputs import terminal
from ctgkit.reports.status.sums import Sum, Sums
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut, facts_of

if TYPE_CHECKING:
    from ctgkit.followup import By, Group, PlanState
    from ctgkit.outputs.findings.run import Checked

#: An alert, a status, or having none of these.
Kept: TypeAlias = "CodeAlerte | Statut | None"


class Asked(NamedTuple):
    """What is asked of every plan."""

    day: date
    since: date | None
    only: tuple[Kept, ...]  #: the fiches that have one of these; all the fiches without any


# One plan


def one_plan(path: str, asked: Asked, by: By, form: Form) -> int:
    """The state of one plan; returns the exit status."""
    plan = plan_or_findings(path, terminal.Paint(enabled=terminal.colored(form.color, sys.stderr)))
    if plan is None:
        return 1
    from ctgkit.followup import group, state_of  # noqa: PLC0415  (a plan with errors needs none of it)

    state = _chosen(state_of(plan, asked.day, since=asked.since), asked)
    with told_as(plan):
        deliver(_document(path, state, group(state, by), by, asked, form), form)
    if form.format.name == "csv":  # a sheet has no place for sentences
        from ctgkit.reports.status.words import ignored  # noqa: PLC0415

        terminal.note(ignored(state))
    return 0


def _chosen(state: PlanState, asked: Asked, *, still: bool = False) -> PlanState:
    """The plan with the fiches that are asked for; with those that did not move, if `still`."""
    from ctgkit.followup import kept, moved  # noqa: PLC0415

    if asked.only:
        alertes = [one for one in asked.only if isinstance(one, CodeAlerte)]
        statuts = [one for one in asked.only if not isinstance(one, CodeAlerte)]
        state = kept(state, statuts, alertes)
    return moved(state) if asked.since is not None and not still else state


def _document(
    path: str, state: PlanState, groups: tuple[Group, ...], by: By, asked: Asked, form: Form
) -> Iterator[str]:
    """The document of one plan, in pieces."""
    if form.format.name == "json":
        from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
        from ctgkit.reports.status.data import head, one_plan  # noqa: PLC0415

        plan = one_plan(shown_name(path), state, groups, by)
        yield dumped({**head(asked.day, asked.since), "plan": plan})
    elif form.format.name == "csv":
        from ctgkit.reports.status.data import sheet  # noqa: PLC0415

        yield from sheet(state, groups, by)
    elif form.format.name == "md":
        from ctgkit.reports.status.markdown import HEAD, lines  # noqa: PLC0415

        yield HEAD
        yield from (f"{line}\n" for line in lines(state, groups, by, _only(asked)))
    else:
        from ctgkit.reports.status.text import Screen  # noqa: PLC0415

        screen = Screen(form.paint, form.columns)
        yield from (f"{line}\n" for line in screen.lines(state, groups, by, _only(asked)))


def called(one: Kept) -> str:
    """How the fiches that have it are called, after « les fiches »."""
    if isinstance(one, CodeAlerte):
        return one.facts.after_fiches or one.many
    return facts_of(one).many


def _only(asked: Asked) -> str | None:
    """What `--only` asks for, in French."""
    if not asked.only:
        return None
    *others, last = dict.fromkeys(map(called, asked.only))
    return f"Seulement les fiches {', '.join(others)} ou {last}" if others else f"Seulement les fiches {last}"


# Several plans


def several_plans(paths: tuple[str, ...], asked: Asked, form: Form, problems: Iterable[str]) -> int:
    """A line for each plan; returns the exit status."""
    tally = Tally(problems)
    if paths:
        sums = tally.take(each(partial(_sum, asked=asked), paths, alone=STDIN in paths), form.color)
        deliver(_lines(sums, tally, asked, form), form)
    sys.stdout.flush()
    return terminal.complain(tally.problems) or int(bool(tally.invalid))


def _sum(path: str, asked: Asked) -> Sum | Checked:
    """One of several plans, or its findings.

    Raises:
        Misuse: if it cannot be read.
    """
    reading = read_one(path)
    if reading.plan is None:
        return checked(reading)
    from ctgkit.followup import state_of, totals_of  # noqa: PLC0415

    state = _chosen(state_of(reading.plan, asked.day, since=asked.since), asked, still=True)
    moved = sum(1 for one in state.fiches if one.evolution and one.evolution.a_bouge) if asked.since else None
    return Sum(reading.file, state.territoire, totals_of(state.fiches), moved, len(state.non_comptees))


class Tally(Sieve):
    """What goes by, summed up."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__(problems)
        self.sums = Sums(self.invalid)

    def take(self, results: Iterable[Sum | Checked | str], color: str) -> Iterator[Sum]:
        """The plans; the findings of those with errors are printed on standard error."""
        for result in self.results(results, color):
            self.sums.add(result)
            yield result


def _lines(sums: Iterable[Sum], tally: Tally, asked: Asked, form: Form) -> Iterator[str]:
    """The document of several plans, in pieces, made while they are read."""
    if form.format.name == "json":
        yield from _json(sums, tally, asked)
    elif form.format.name == "csv":
        from ctgkit.reports.status.data import totals_line, totals_sheet  # noqa: PLC0415

        yield totals_sheet(with_since=asked.since is not None)
        yield from (totals_line(one.file, one.territoire, one.totals, one.moved) for one in sums)
    elif form.format.name == "md":
        from ctgkit.reports.status.markdown import HEAD, of_plans  # noqa: PLC0415

        yield HEAD
        yield from (f"{line}\n" for line in of_plans(asked.day, asked.since, _only(asked), sums, tally.sums))
    else:
        from ctgkit.reports.status.text import Screen  # noqa: PLC0415

        screen = Screen(form.paint, form.columns)
        yield from (
            f"{line}\n" for line in screen.of_plans(asked.day, asked.since, _only(asked), sums, tally.sums)
        )


def _json(sums: Iterable[Sum], tally: Tally, asked: Asked) -> Iterator[str]:
    """One object, plan by plan: memory does not grow with their number."""
    from ctgkit.outputs.data.plain import plain  # noqa: PLC0415
    from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
    from ctgkit.reports.status.data import head  # noqa: PLC0415

    yield dumped(head(asked.day, asked.since)).removesuffix("\n}\n") + ',\n  "plans": ['
    comma = ""
    for one in sums:
        told = {
            "file": one.file,
            "territoire": one.territoire,
            "totaux": plain(one.totals),
            "ont_bouge": one.moved,
            "non_comptees": one.uncounted,
        }
        yield f"{comma}\n    " + dumped(told).rstrip().replace("\n", "\n    ")
        comma = ","
    rest = {"totaux": plain(tally.sums.totals), "invalid": list(tally.invalid), "problems": tally.problems}
    yield "\n  ],\n" + dumped(rest).removeprefix("{\n")
