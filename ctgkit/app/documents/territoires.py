"""`ctg report DOSSIER`: one report over many plans."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ctgkit.app.bulk import each
from ctgkit.app.checking.many_plans import Sieve, checked
from ctgkit.app.documents.delivery import Form, deliver
from ctgkit.app.documents.report import worded
from ctgkit.app.documents.templating import Presentation
from ctgkit.app.files.given import STDIN, Found, read_one
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.dates import period
from ctgkit.outputs import terminal
from ctgkit.vocabulary.motif import CodeEcart

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Checked
    from ctgkit.reports.document import Asked
    from ctgkit.reports.territoires.conventions import CountedTwice
    from ctgkit.reports.territoires.dossier import Dossier
    from ctgkit.reports.territoires.view import Ecart


def territoires_report(found: Found, asked: Asked, form: Form, shown: Presentation) -> int:
    """Writes the report and prints its name; returns the exit status.

    Args:
        found: the plans.
        asked: what is asked.
        form: how it is written, and where.
        shown: how it is to look.

    Raises:
        Misuse: if two plans of one territory are in force at once.
    """
    from ctgkit.reports.territoires.conventions import CountedTwice  # noqa: PLC0415  (nothing but a report needs it)
    from ctgkit.reports.territoires.facts import territoires  # noqa: PLC0415  (nothing but a report needs it)

    rest = Rest(found.problems)
    read = each(partial(_dossier, day=asked.today), found.paths, alone=STDIN in found.paths)
    dossiers = list(rest.results(read, form.color))
    if dossiers:
        try:
            view = territoires(dossiers, asked.today, rest.ecarts())
        except CountedTwice as twice:
            raise Misuse(_refusal(twice)) from None
        deliver([worded(asked, view, form.format.name, shown)], form)
        sys.stdout.flush()
        terminal.note(rest.notes(sum(1 for one in view.ecarts if one.code is CodeEcart.AUTRE_PERIODE)))
    elif rest.invalid:
        terminal.note(["aucun plan sans erreur : rien n'est écrit"])
    tell_ignored(found)
    return terminal.complain(rest.problems) or int(bool(rest.invalid))


def tell_ignored(found: Found) -> None:
    """Says which files of a folder were left alone, as far as one wants to know."""
    if found.ignored:
        told = count(len(found.ignored), "fichier YAML ignoré", "fichiers YAML ignorés")
        terminal.note([f"{told}, sans clé d'un plan"])


def _dossier(path: str, day: date) -> Dossier | Checked:
    """What is kept of one of the plans, or its findings.

    Raises:
        Misuse: if it cannot be read.
    """
    reading = read_one(path)
    if reading.plan is None:
        return checked(reading)
    from ctgkit.reports.territoires.dossier import dossier  # noqa: PLC0415

    return dossier(reading.file, reading.plan, day)


class Rest(Sieve):
    """What goes by that is no plan."""

    def ecarts(self) -> tuple[Ecart, ...]:
        """The same, for the report."""
        from ctgkit.reports.territoires.view import Ecart  # noqa: PLC0415

        return (
            *(
                Ecart(CodeEcart.ERREURS, fichier=file, erreurs=errors)
                for file, errors in self.invalid.items()
            ),
            *(Ecart(CodeEcart.ILLISIBLE, phrase=sentence) for sentence in dict.fromkeys(self.problems)),
        )

    def notes(self, others: int) -> Iterator[str]:
        """What somebody should know who does not open the report; `others` are of another period."""
        if number := len(self.invalid):
            has = "plan a des erreurs : le rapport le nomme et ne le compte pas"
            have = "plans ont des erreurs : le rapport les nomme et ne les compte pas"
            yield count(number, has, have)
        if others:
            has = "plan d'une autre période du même territoire : le rapport le nomme et ne le compte pas"
            have = "plans d'une autre période du même territoire : le rapport les nomme et ne les compte pas"
            yield count(others, has, have)


def _refusal(twice: CountedTwice) -> str:
    first, second = twice.first.territoire, twice.second.territoire
    periods = [period(one.entete.debut, one.entete.fin) for one in (first, second)]
    return (
        f"{first.fichier} et {second.fichier} sont deux plans d'un même territoire, "
        f"« {first.lieu.nom} », et leurs périodes ({' et '.join(periods)}) se recouvrent : "
        "leurs fiches seraient comptées deux fois ; ne donnez que l'un des deux"
    )
