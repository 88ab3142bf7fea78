"""Two versions of a plan: which they are, what changed between them, and the document that says it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.command_line.values import day
from ctgkit.app.documents.own_words import told_as
from ctgkit.app.documents.templating import Presentation
from ctgkit.app.files.git import committed
from ctgkit.app.files.given import STDIN, read_one
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.nearest import fold
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.text import write_full
from ctgkit.plan.plan import noms_de
from ctgkit.plan.reading import read
from ctgkit.reports.diff import Position, Read, Scope, View, tell
from ctgkit.versions import Comparison, compare

if TYPE_CHECKING:
    from ctgkit.plan import Plan
    from ctgkit.plan.reading import Reading
    from ctgkit.versions.changes import Path as ModelPath

#: How many of the words that stay are shown on each side of those that change.
CONTEXT = 12
_SIDES = ("l'ancienne version", "la nouvelle version")


class Pair(NamedTuple):
    """The two plans, read."""

    old: Reading
    new: Reading

    @property
    def plans(self) -> tuple[Plan, Plan]:
        """Both plans.

        Raises:
            TypeError: if one has errors; ask :func:`valid` before.
        """
        if self.old.plan is None or self.new.plan is None:
            raise TypeError(self.old.file)
        return self.old.plan, self.new.plan


# The two versions


def versions(arguments: list[str]) -> Pair:
    """The two plans that the arguments mean; one alone is a file, which is compared with `HEAD`.

    Raises:
        Misuse: if there are more, or if one cannot be read.
    """
    if len(arguments) > 2:
        raise Misuse(f"« ctg diff » compare deux plans, et il y en a {len(arguments)}")
    if len(arguments) == 2:
        if arguments == [STDIN, STDIN]:
            raise Misuse("l'entrée standard ne peut être qu'une des deux versions")
        return Pair(*map(read_one, arguments))
    (path,) = arguments
    if path == STDIN:
        raise Misuse("l'entrée standard n'a pas d'ancienne version : donnez deux plans")
    if not Path(path).is_file() and ":" in path:
        raise Misuse(f"{path} : donnez deux plans, ou un fichier à comparer avec sa version dans HEAD")
    new = read_one(path)
    old = committed(path)
    return Pair(read(old.data, old.name), new)


def valid(pair: Pair, color: str) -> bool:
    """Whether both are plans; the findings of those that are not go to standard error."""
    for side, reading in zip(_SIDES, pair, strict=True):
        if reading.plan is None:
            paint = terminal.Paint(enabled=terminal.colored(color, sys.stderr))
            write_full(reading.findings, reading.lines, sys.stderr, paint, terminal.width(sys.stderr))
            errors = count(len(reading.findings), "erreur")
            terminal.note([f"{side} ({reading.file}) n'est pas un plan : {errors} ; rien n'est comparé"])
    return all(reading.plan is not None for reading in pair)


def same_territory(pair: Pair) -> None:
    """Makes sure that both plans are of one territory.

    Raises:
        Misuse: if they are not.
    """
    old, new = (plan.territoire for plan in pair.plans)
    same = {fold(nom) for nom in noms_de(old)} & {fold(nom) for nom in noms_de(new)}
    if not same and (old.sigle is None or old.sigle != new.sigle):
        raise Misuse(
            f"ces plans sont de deux territoires, « {old.nom} » et « {new.nom} » ; "
            "--force les compare quand même"
        )


# The comparison


def compared(pair: Pair, scope: Scope) -> tuple[View, Comparison]:
    """What differs between two plans, in words and as data, in what is asked for.

    Raises:
        Misuse: for an address that neither plan has.
    """
    from ctgkit.reports.diff.scope import UnknownAddressError, within  # noqa: PLC0415  (plans with errors need none of it)

    old, new = pair.plans
    comparison = compare(old, new)
    try:
        comparison = within(comparison, old, new, scope.only) if scope.only else comparison
    except UnknownAddressError as error:
        hint = f"vouliez-vous dire « {error.near} » ?" if error.near else "« ctg show » les affiche"
        raise Misuse(
            f"aucune fiche ni section à l'adresse « {error.address} », dans aucun des deux plans ; {hint}"
        ) from None
    with told_as(new):
        view = tell(
            Read(pair.old.file, old, locator(pair.old)),
            Read(pair.new.file, new, locator(pair.new)),
            comparison,
            scope,
        )
    return view, comparison


def locator(reading: Reading) -> Callable[[ModelPath], Position | None]:
    """What finds the line and column of a path in a file."""
    from ctgkit.plan.reading.nodes import locate  # noqa: PLC0415

    def located(path: ModelPath) -> Position | None:
        _, _, place = locate(reading.tree, path)
        return Position(place.line, place.column) if place else None

    return located


def document(
    view: View, comparison: Comparison, kind: str, paint: terminal.Paint, columns: int, *, stat: bool
) -> Iterator[str]:
    """The comparison as text or as JSON, in pieces."""
    if kind == "json":
        from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
        from ctgkit.reports.diff.data import data  # noqa: PLC0415

        yield dumped(data(view, comparison))
    else:
        from ctgkit.reports.diff.text import Screen  # noqa: PLC0415

        yield from (f"{line}\n" for line in Screen(paint, columns).lines(view, stat=stat))


def written(view: View, output_format: str, shown: Presentation, *, stat: bool) -> str:
    """The comparison as a page.

    Args:
        view: the comparison, in words.
        output_format: a format of pages.
        shown: how it is to look.
        stat: whether to give only the numbers, fiche by fiche.

    Raises:
        Misuse: if a template of the user's cannot be used.
    """
    from ctgkit.app.documents import pages  # noqa: PLC0415  (pages only)
    from ctgkit.outputs.format import Given  # noqa: PLC0415
    from ctgkit.outputs.templates.page import Source  # noqa: PLC0415
    from ctgkit.reports.diff.page import page  # noqa: PLC0415

    given = Given({"document": view}, day("--date", None), Source(shown.folder))
    return pages.written(page(view, stat=stat), output_format, given, shown)
