"""`ctg status`: where each action stands on a day."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.bulk import each
from ctgkit.app.checking.many_plans import Sieve, checked
from ctgkit.app.checking.one_plan import plan_or_findings
from ctgkit.app.command_line.values import choose, day, words
from ctgkit.app.documents.delivery import Form, deliver, format_of, shown_name, target_of
from ctgkit.app.files.given import STDIN, find, read_one
from ctgkit.app.files.writing import check
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import nearest
from ctgkit.outputs import terminal

if TYPE_CHECKING:
    from ctgkit.followup import By, Group, PlanState, Totals
    from ctgkit.followup.view import CodeAlerte
    from ctgkit.outputs.findings.run import Checked
    from ctgkit.plan.valeurs import Statut

_SUFFIXES = {".txt": "text", ".md": "md", ".markdown": "md", ".json": "json", ".csv": "csv"}
#: How each format starts when ctgkit wrote it.
_OURS = (
    r"\A(?:État au \d|<!-- ctgkit status -->"
    r'|{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"'
    "|\ufeff(?:axe|pilote|groupe|année);adresse;titre;|\ufeffplan;territoire;fiches;)"
)
_BY = ("axe", "pilote", "statut", "annee")
#: The words of `--only`: an alert, or a status (`None`: none was written).
_ALERTES: dict[str, tuple[CodeAlerte, str]] = {
    "late": ("en-retard", "en retard"),
    "late-start": ("demarrage-en-retard", "au démarrage en retard"),
    "blocked": ("bloquee", "bloquées"),
    "silent": ("sans-nouvelles", "sans nouvelles"),
    "no-pilot": ("sans-pilote", "sans pilote"),
}
_STATUTS: dict[str, tuple[Statut | None, str]] = {
    "planned": ("à venir", "à venir"),
    "ongoing": ("en cours", "en cours"),
    "done": ("réalisée", "réalisées"),
    "paused": ("en pause", "en pause"),
    "dropped": ("abandonnée", "abandonnées"),
    "unreported": (None, "non renseignées"),
}
ONLY = (*_ALERTES, *_STATUTS)


class Asked(NamedTuple):
    """What is asked of every plan."""

    day: date
    since: date | None
    only: tuple[str, ...]  #: words of :data:`ONLY`; all the fiches without any


class Sum(NamedTuple):
    """A plan among several."""

    file: str
    territoire: str
    totals: Totals
    moved: int | None  #: how many fiches moved since the day asked for
    uncounted: int  #: entries and measures that are not counted


def status(
    plans: list[str],
    date: str | None,
    by: str | None,
    only: list[str] | None,
    since: str | None,
    output_format: str | None,
    output: str | None,
    color: str,
    *,
    force: bool,
) -> int:
    """Prints or writes the state of one plan, or a line for each of several; returns the exit status."""
    asked = Asked(
        day("--date", date), day("--since", since) if since is not None else None, words(only or [])
    )
    if asked.since is not None and asked.since >= asked.day:
        raise Misuse(f"--since ({asked.since}) doit précéder le jour de l'état ({asked.day})")
    for word in asked.only:
        _english(word)
        choose("--only", word, ONLY)
    chosen = choose("--by", by or "axe", _BY)
    kind = format_of(output_format, output, _SUFFIXES, ".txt, .md, .json ou .csv")
    terminal.colored(color, sys.stdout)  # a wrong word is told before anything is read
    target = target_of(output)
    found = find(plans)
    if target is not None:
        check(target, (path for path in found.paths if path != STDIN), _OURS, force=force)
    if len(found.paths) == 1:
        done = _one(found.paths[0], asked, chosen, Form(kind, target, color))  # type: ignore[arg-type]
        return terminal.complain(found.problems) or done
    if by is not None and found.paths:
        raise Misuse(
            f"--by regroupe les fiches d'un seul plan, et il y en a {len(found.paths)} ; "
            "donnez-en un, ou retirez --by"
        )
    return _several(found.paths, asked, Form(kind, target, color), list(found.problems))


def _english(word: str) -> None:
    """Refuses a word of `--only` that is said in French, as the state itself says it.

    Raises:
        Misuse: with the word to write.
    """
    labels = {label: key for key, (_, label) in {**_ALERTES, **_STATUTS}.items()}
    if word not in ONLY and (label := nearest(word, labels)):
        sentence = f"pour les fiches {label}, écrivez « {labels[label]} »"
        raise Misuse(f"valeur inconnue pour --only : « {word} » ; {sentence}")


# One plan


def _one(path: str, asked: Asked, by: By, form: Form) -> int:
    plan = plan_or_findings(path, terminal.Paint(enabled=terminal.colored(form.color, sys.stderr)))
    if plan is None:
        return 1
    from ctgkit.followup import group, state_of  # noqa: PLC0415  (a plan with errors needs none of it)

    state = _chosen(state_of(plan, asked.day, since=asked.since), asked)
    document = _document(path, state, group(state, by), by, asked, form)
    deliver(document, form)
    if form.kind == "csv":  # a sheet has no place for sentences
        from ctgkit.reports.status.words import ignored  # noqa: PLC0415

        terminal.note(ignored(state))
    return 0


def _chosen(state: PlanState, asked: Asked, *, still: bool = False) -> PlanState:
    """The plan with the fiches that are asked for; with those that did not move, if `still`."""
    from ctgkit.followup import kept, moved  # noqa: PLC0415

    if asked.only:
        statuts = [_STATUTS[word][0] for word in asked.only if word in _STATUTS]
        alertes = [_ALERTES[word][0] for word in asked.only if word in _ALERTES]
        state = kept(state, statuts, alertes)
    return moved(state) if asked.since is not None and not still else state


def _document(
    path: str, state: PlanState, groups: tuple[Group, ...], by: By, asked: Asked, form: Form
) -> Iterator[str]:
    """The document of one plan, in pieces."""
    if form.kind == "json":
        from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
        from ctgkit.reports.status.data import head, one_plan  # noqa: PLC0415

        plan = one_plan(shown_name(path), state, groups, by)
        yield dumped({**head(asked.day, asked.since), "plan": plan})
    elif form.kind == "csv":
        from ctgkit.reports.status.data import sheet  # noqa: PLC0415

        yield from sheet(state, groups, by)
    elif form.kind == "md":
        from ctgkit.reports.status.markdown import HEAD, lines  # noqa: PLC0415

        yield HEAD
        yield from (f"{line}\n" for line in lines(state, groups, by, _only(asked)))
    else:
        from ctgkit.reports.status.text import Screen  # noqa: PLC0415

        screen = Screen(form.paint, form.columns)
        yield from (f"{line}\n" for line in screen.lines(state, groups, by, _only(asked)))


def _only(asked: Asked) -> str | None:
    """What `--only` asks for, in French."""
    named = [_ALERTES[word][1] if word in _ALERTES else _STATUTS[word][1] for word in asked.only]
    if not named:
        return None
    *others, last = dict.fromkeys(named)
    return f"Seulement les fiches {', '.join(others)} ou {last}" if others else f"Seulement les fiches {last}"


# Several plans


def _several(paths: tuple[str, ...], asked: Asked, form: Form, problems: list[str]) -> int:
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
    moved = sum(1 for one in state.fiches if one.evolution and one.evolution.moved) if asked.since else None
    return Sum(reading.file, state.territoire, totals_of(state.fiches), moved, len(state.ignored))


class Tally(Sieve):
    """What goes by, summed up."""

    def __init__(self, problems: list[str]) -> None:
        from ctgkit.followup import Totals  # noqa: PLC0415

        super().__init__(problems)
        self.plans = self.moved = self.uncounted = 0
        self.totals = Totals()

    def take(self, results: Iterable[Sum | Checked | str], color: str) -> Iterator[Sum]:
        """The plans; the findings of those with errors are printed on standard error."""
        for result in self.results(results, color):
            self.plans += 1
            self.totals += result.totals
            self.moved += result.moved or 0
            self.uncounted += result.uncounted
            yield result


def _lines(sums: Iterable[Sum], tally: Tally, asked: Asked, form: Form) -> Iterator[str]:
    """The document of several plans, in pieces, made while they are read."""
    if form.kind == "json":
        yield from _json(sums, tally, asked)
    elif form.kind == "csv":
        from ctgkit.reports.status.data import totals_line, totals_sheet  # noqa: PLC0415

        yield totals_sheet(with_since=asked.since is not None)
        yield from (totals_line(one.file, one.territoire, one.totals, one.moved) for one in sums)
    elif form.kind == "md":
        from ctgkit.reports.status.markdown import HEAD, of_plans  # noqa: PLC0415

        yield HEAD
        yield from (f"{line}\n" for line in of_plans(asked.day, asked.since, _only(asked), sums, tally))
    else:
        from ctgkit.reports.status.text import Screen  # noqa: PLC0415

        screen = Screen(form.paint, form.columns)
        yield from (
            f"{line}\n" for line in screen.of_plans(asked.day, asked.since, _only(asked), sums, tally)
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
            "totals": plain(one.totals),
            "moved": one.moved,
            "ignored": one.uncounted,
        }
        yield f"{comma}\n    " + dumped(told).rstrip().replace("\n", "\n    ")
        comma = ","
    rest = {"totals": plain(tally.totals), "invalid": list(tally.invalid), "problems": tally.problems}
    yield "\n  ],\n" + dumped(rest).removeprefix("{\n")
