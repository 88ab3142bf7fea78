"""`ctg diff`: what changed between two versions of a plan, contract and follow-up apart."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.command_line.values import choose, words
from ctgkit.app.documents.templating import faults_told, templates_folder
from ctgkit.app.files.git import own_version
from ctgkit.app.files.given import STDIN, read_one
from ctgkit.app.files.writing import check, save, send
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.nearest import fold
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.text import write_full
from ctgkit.plan.reading import read
from ctgkit.reports.diff import Position, Read, Scope, View, tell
from ctgkit.versions import Comparison, compare

if TYPE_CHECKING:
    from ctgkit.plan import Plan
    from ctgkit.plan.reading import Reading
    from ctgkit.versions.changes import Path as ModelPath

FORMATS = ("text", "md", "html", "json")
#: Those that templates make.
PAGES = ("md", "html")
_SUFFIXES = {
    ".txt": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
#: How each format starts when ctgkit wrote it.
_OURS = (
    r"\ACe qui change entre deux versions|<!-- ctgkit diff -->"
    r'|<meta name="generator" content="ctgkit |\A{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"'
)
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


def diff(
    arguments: list[str],
    *,
    contract: bool,
    followup: bool,
    only: list[str] | None,
    stat: bool,
    exit_code: bool,
    context: str | None,
    output_format: str | None,
    output: str | None,
    force: bool,
    color: str,
    templates: str | None = None,
) -> int:
    """Prints or writes what differs between two plans; returns the exit status."""
    both = contract == followup
    scope = Scope(both or contract, both or followup, words(only or []), _context(context))
    kind = _format(output_format, output)
    if stat and kind == "json":
        raise Misuse("--stat résume pour un lecteur ; le JSON donne déjà les nombres, avec chaque changement")
    if templates is not None and kind not in PAGES:
        raise Misuse("--templates va avec --format html ou md, ou avec --avenant")
    folder = templates_folder(arguments[-1], templates) if kind in PAGES else None
    terminal.colored(color, sys.stdout)  # a wrong word is told before anything is read
    target = None if output in {None, STDIN} else Path(output or "")
    if target is not None:
        check(target, (one for one in arguments if one != STDIN), _OURS, force=force)
    pair = versions(arguments)
    if not valid(pair, color):
        return 2
    if len(arguments) == 2 and not force:
        same_territory(pair)
    view, comparison = compared(pair, scope)
    stream = sys.stdout if target is None else StringIO()
    paint = terminal.Paint(enabled=terminal.colored(color, stream))
    pieces = document(view, comparison, kind, paint, terminal.width(stream), folder, stat=stat)
    if target is not None:
        save(target, "".join(pieces))
        print(target)
    elif kind == "text":
        sys.stdout.writelines(pieces)
    else:
        sys.stdout.flush()
        for piece in pieces:
            send(sys.stdout.fileno(), piece)
    return 1 if exit_code and view.number else 0


def _context(asked: str | None) -> int | None:
    if asked is None:
        return CONTEXT
    if asked == "all":
        return None
    if not asked.isdecimal() or not asked.isascii():
        raise Misuse(f"--context attend un nombre de mots, ou all, et non « {asked} »")
    return int(asked)


def _format(asked: str | None, output: str | None) -> str:
    """The format asked for, or that of the output's extension, or text."""
    if asked is not None:
        return choose("--format", asked, FORMATS)
    if output is None or output == STDIN:
        return "text"
    suffix = Path(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise Misuse(
            f"extension inconnue : « {output} » ; écrivez .txt, .md, .html ou .json, ou donnez --format"
        )
    return _SUFFIXES[suffix]


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
    old = own_version(path, "HEAD")
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
    if fold(old.nom) != fold(new.nom) and (old.sigle is None or old.sigle != new.sigle):
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
    from ctgkit.reports.diff.scope import within  # noqa: PLC0415  (plans with errors need none of it)

    old, new = pair.plans
    comparison = compare(old, new)
    if scope.only:
        comparison = within(comparison, old, new, scope.only)
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
    view: View,
    comparison: Comparison,
    kind: str,
    paint: terminal.Paint,
    columns: int,
    templates: Path | None = None,
    *,
    stat: bool,
) -> Iterator[str]:
    """The document, in pieces."""
    if kind == "json":
        from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
        from ctgkit.reports.diff.data import data  # noqa: PLC0415

        yield dumped(data(view, comparison))
    elif kind == "text":
        from ctgkit.reports.diff.text import Screen  # noqa: PLC0415

        yield from (f"{line}\n" for line in Screen(paint, columns).lines(view, stat=stat))
    else:
        from ctgkit.outputs.templates.comparison import render  # noqa: PLC0415  (Jinja is slow to import)

        with faults_told():
            made = render(view, kind, templates, stat=stat)
        yield made
