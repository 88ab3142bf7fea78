"""Adds an entry to the journal of a fiche or of a step, a bilan of it, or a measure to an indicator."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.checking.changes import print_addition
from ctgkit.app.checking.one_plan import plan_or_findings, tell_findings
from ctgkit.app.command_line.questions import possible
from ctgkit.app.command_line.values import day
from ctgkit.app.files.given import load, read_one
from ctgkit.app.files.rewriting import rewrite
from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.addresses import ask_which
from ctgkit.app.tracking.answers import Kind, Said, Typed, asked, corrected_statut, enough, kind_of, told
from ctgkit.app.tracking.doubts import contradiction, doubt, remarks
from ctgkit.app.tracking.targets import Unreadable, part_named, refuse_other_than_a_file, shown, the_only
from ctgkit.french.dates import long_date
from ctgkit.french.lists import listing
from ctgkit.french.scalar import on_one_line
from ctgkit.french.visible import one_line
from ctgkit.outputs import terminal
from ctgkit.plan import Indicateur
from ctgkit.plan.copil import Copil, Decision
from ctgkit.plan.editing.appending import Refused, append
from ctgkit.plan.reading import read
from ctgkit.plan.reading.placing import Addition, Dated
from ctgkit.reports.fiches.lines import entry_line, measure_line
from ctgkit.vocabulary.statut import facts_of, in_words_of

if TYPE_CHECKING:
    from ctgkit.plan import Action, Etape, Plan


def add(
    path: str,
    adresse: str | None,
    typed: Typed,
    jour: date,
    paint: terminal.Paint,
    *,
    diff: bool,
    force: bool,
) -> int:
    """Adds the entry, and prints it; returns the exit status.

    Args:
        path: the plan.
        adresse: the fiche, or the step; without one, somebody at the terminal is asked which.
        typed: what the options say.
        jour: the day of the entry.
        paint: colours.
        diff: whether to show what would be written, and write nothing.
        force: whether to add what is in doubt.

    Raises:
        Misuse: if there is nothing to add or nothing to add it to, or if it cannot be written.
    """
    plan = read_one(path).plan if os.path.isfile(path) else None  # noqa: PTH113  (may be no path)
    with in_words_of(plan.vocabulaire.statuts if plan is not None else {}):
        return _add(path, adresse, typed, jour, paint, diff=diff, force=force)


def _add(
    path: str,
    adresse: str | None,
    typed: Typed,
    jour: date,
    paint: terminal.Paint,
    *,
    diff: bool,
    force: bool,
) -> int:
    """The same, once statuses are said and read in the words of the plan."""
    today = day("--date", None)
    kind = kind_of(typed)
    said, sure = told(typed, kind), False
    refuse_other_than_a_file(path)
    if adresse is None or not enough(said, kind):
        _refuse_without_a_terminal(kind)
        plan = plan_or_findings(path, paint)
        if plan is None:
            return 1
        adresse = adresse or ask_which(plan)
        if not enough(said, kind):
            target = _target(plan, adresse, typed)
            said = _confirmed(target, kind, jour, _asked(target, kind, said, today))
            sure = True
        if not enough(said, kind):
            print("rien n'est ajouté")
            return 0
    asks = _Asks(path, adresse, typed, (("date", jour.isoformat()), *said), today, force, sure or force)
    try:
        added = _added(load(path), asks) if diff else rewrite(path, partial(_added, asks=asks))
    except Unreadable as unreadable:
        tell_findings(unreadable.reading.findings, unreadable.reading.lines, paint)
        return 1
    _print(added, path, jour, paint, diff=diff)
    return 0


def _print(added: _Added, path: str, jour: date, paint: terminal.Paint, *, diff: bool) -> None:
    """Says what was added, or would be."""
    for remark in remarks(added.target.entries, added.element):
        print(f"ctg : attention, {remark}", file=sys.stderr)
    if diff:
        shown(added, path, paint)
    else:
        target = added.target
        print(one_line(f"{path}, {target.words} : {target.done.format(long_date(jour))}"))
        print_addition(added.old, added.data, paint)


class _Asks(NamedTuple):
    """What is to be added, and to what."""

    path: str
    adresse: str
    typed: Typed
    fields: Said
    today: date
    force: bool
    sure: bool  #: whether somebody was asked about a progress that does not go with its status


class _Added(NamedTuple):
    """A plan file with the entry."""

    old: bytes
    data: bytes
    target: _Target
    element: Dated


def _added(old: bytes, asks: _Asks) -> _Added:
    """The file with the entry.

    Raises:
        Misuse: if there is nothing to add it to, or if it is doubtful, or its place is.
    """
    reading = read(old, asks.path)
    if reading.plan is None:
        raise Unreadable(reading)
    target = _target(reading.plan, asks.adresse, asks.typed)
    addition = Addition(target.path, target.key, asks.fields)
    element = _element(addition)
    why = None if asks.force else doubt(reading.plan, target.entries, element, asks.today)
    why = why or (None if asks.sure else contradiction(target.entries, element))
    if why is not None:
        raise Misuse(f"{target.words} : {why} ; --force ajoute quand même l'entrée")
    try:
        new = append(old, reading, addition, structure=asks.force)
    except Refused as refused:
        raise _why(refused, target, addition) from None
    return _Added(old, new, target, element)


def _element(addition: Addition) -> Dated:
    """What is added."""
    element = addition.element()
    if isinstance(element, (Copil, Decision)):
        raise TypeError(addition.key)
    return element


def _refuse_without_a_terminal(kind: Kind) -> None:
    if not possible():
        needed = listing((f"--{name}" for name in kind.told_by), last="ou")
        raise Misuse(f"rien à ajouter : donnez {needed}")


class _Target(NamedTuple):
    """What an entry is added to."""

    part: Action | Etape | Indicateur
    path: tuple[str | int, ...]  #: the keys and indices that lead there
    words: str  #: `fiche 1.1, étape « Chantier »`
    bilan: bool = False  #: whether it is a bilan of it that is added

    @property
    def key(self) -> str:
        """The list it goes to."""
        if isinstance(self.part, Indicateur):
            return "mesures"
        return "bilan" if self.bilan else "suivi"

    @property
    def done(self) -> str:
        """What is added, and the participle that agrees."""
        if isinstance(self.part, Indicateur):
            return "mesure du {} ajoutée"
        return "bilan du {} ajouté" if self.bilan else "entrée du {} ajoutée"

    @property
    def entries(self) -> Sequence[Dated]:
        """What the list has."""
        if isinstance(self.part, Indicateur):
            return self.part.mesures
        return self.part.bilan if self.bilan else self.part.suivi


def _target(plan: Plan, adresse: str, typed: Typed) -> _Target:
    """What the address and the options name.

    Raises:
        Misuse: if there is no such fiche, step or indicator, or more than one.
    """
    part, path, words, _ = part_named(plan, adresse, typed)
    target = _Target(part, path, words, bool(typed["bilan"]))
    indicateur = typed["indicateur"]
    if isinstance(indicateur, str):
        indicateurs = part.indicateurs
        noms = [one.nom for one in indicateurs]
        rank = the_only(noms, indicateur, target.words, "indicateur")
        words = f"{target.words}, indicateur « {noms[rank]} »"
        target = _Target(indicateurs[rank], (*target.path, "indicateurs", rank), words)
    return target


def _asked(target: _Target, kind: Kind, said: Said, today: date) -> Said:
    """What somebody at the terminal wants to add, once the present state is shown.

    Raises:
        Misuse: if nobody answers any more.
    """
    for line in (target.words, *_state(target, today)):
        print(one_line(line))
    print("(Entrée passe une question.)")
    return asked(said, kind)


def _confirmed(target: _Target, kind: Kind, jour: date, said: Said) -> Said:
    """What somebody says once they were asked about a progress that does not go with its status.

    Raises:
        Misuse: if nobody answers any more.
    """
    while enough(said, kind):
        element = _element(Addition(target.path, target.key, (("date", jour.isoformat()), *said)))
        why = contradiction(target.entries, element)
        if why is None or (corrected := corrected_statut(why, said)) is None:
            break
        said = corrected
    return said


def _state(target: _Target, today: date) -> list[str]:
    """Where the target stands."""
    if isinstance(target.part, Indicateur):
        mesures = sorted(target.part.mesures, key=lambda mesure: mesure.date)
        last = [measure_line(mesure, target.part.unite) for mesure in mesures[-1:]]
        return [f"dernière mesure : {line}" for line in last] or ["aucune mesure"]
    entries = sorted((e for e in target.part.suivi if e.date <= today), key=lambda entree: entree.date)
    if not entries:
        return ["aucune entrée au suivi"]
    current = next((e.statut for e in reversed(entries) if e.statut), None)
    statut = facts_of(current).one if current else "statut non renseigné"
    progress = next((f", {e.avancement} %" for e in reversed(entries) if e.avancement is not None), "")
    return [f"aujourd'hui : {statut}{progress}", f"dernière entrée : {entry_line(entries[-1])}"]


def _why(refused: Refused, target: _Target, addition: Addition) -> Misuse | Unreadable:
    """Why an entry cannot be added."""
    if refused.reason == "text" and isinstance(target.part, Indicateur):
        line = f"- nom: {on_one_line(target.part.nom, flow=False)}"
        return Misuse(
            f"{target.words} : cet indicateur est un simple texte ; pour y noter des mesures, "
            f"écrivez-le « {line} » (--force le fait)"
        )
    if refused.reason == "shared":
        return Misuse(
            f"{target.words} : un renvoi de YAML (« & » et « * ») fait que ces lignes servent à plusieurs "
            "endroits du plan, et l'entrée y paraîtrait aussi ; remplacez le renvoi par ce qu'il reprend"
        )
    if refused.tried is not None:
        return Unreadable(refused.tried)
    return Misuse(
        f"{target.words} : ctgkit ne sait pas ajouter une entrée ici sans rien changer d'autre ; "
        f"ajoutez-la sous « {addition.key} » : {addition.on_one_line()}"
    )
