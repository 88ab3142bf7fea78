"""`ctg report --watch`: writes the document again whenever what it is made of changes, and shows it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from ctgkit.app.checking.one_plan import tell_findings
from ctgkit.app.documents.report import Order, make
from ctgkit.app.documents.templating import named_folder, presentation
from ctgkit.app.files.configuration import NAME
from ctgkit.app.files.git import at_revision
from ctgkit.app.files.given import STDIN
from ctgkit.app.files.near import hint
from ctgkit.app.files.writing import save
from ctgkit.app.misuse import Misuse
from ctgkit.app.watch.changed_files import Changes, files_under
from ctgkit.app.watch.serving import Page, Server
from ctgkit.french.agreement import count, plural
from ctgkit.french.visible import one_line
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.text import excerpt, plain
from ctgkit.outputs.templates.screen import Constat, Ecran, faults, following, verbatim

if TYPE_CHECKING:
    from ctgkit.plan.finding import Finding
    from ctgkit.plan.reading import Reading

#: Seconds after which what could not be done is tried again: a disk that was full may no longer be.
_AGAIN = 5.0
#: How many files of a folder of templates are looked at: a folder that has more is one of everything.
_TEMPLATES = 1000
#: How many files that changed are named.
_NAMED = 2
#: Columns of an excerpt on a page.
_COLUMNS = 110


def watch(path: str, ordered: Callable[[], Order], templates: str | None, port: int) -> int:
    """Writes the document, and again at each change, until somebody stops it; returns 0.

    Args:
        path: the plan to follow.
        ordered: what is to be written, asked for each time: the day may have changed.
        templates: the value of `--templates`.
        port: where the page is shown; 0 for anywhere.

    Raises:
        Misuse: if it cannot start. What goes wrong later is told, and it goes on.
    """
    order = ordered()
    target = _checked(path, order)
    files = partial(_files, path, templates, target, Path.cwd())
    with Server(port) as server, _Stopped() as stopped:
        writer = _Writer(path, target, ordered, templates, order.form.color, server)
        _say(
            f"{writer.name} sera réécrit à chaque changement ; il se lit à {server.address} "
            "(Ctrl+C pour arrêter)"
        )
        for changed in Changes(files, writer.due, lambda: stopped() or bool(server.fault)):
            writer.turn(changed)
    if server.fault is not None:
        raise server.fault
    # What a terminal writes for Ctrl+C stands on the line.
    _say(("\n" if stopped.by == signal.SIGINT and sys.stdout.isatty() else "") + "surveillance arrêtée")
    return 0


def _checked(path: str, order: Order) -> Path:
    """The file to write, once what does not change or cannot be written twice is refused.

    Raises:
        Misuse: with what to give instead.
    """
    if order.form.target is None:
        raise Misuse("--watch écrit un fichier : donnez son nom avec -o")
    if path == STDIN:
        raise Misuse("--watch surveille un fichier, et non l'entrée standard")
    if not os.path.exists(path):  # noqa: PTH110
        if at_revision(path) is not None:
            raise Misuse(f"{path} : --watch surveille un fichier, et une version de git ne change pas")
        raise Misuse(f"{path} : fichier introuvable{hint(path)}")
    if not os.path.isfile(path):  # noqa: PTH113
        raise Misuse(f"{path} : ce n'est pas un fichier ordinaire ; --watch ne peut pas le surveiller")
    return order.form.target


def _files(path: str, templates: str | None, target: Path, here: Path) -> Iterator[Path]:
    """The files that make the document: the plan, its configuration, the templates.

    A configuration may appear nearer than the one there is. The document is none of them, even where
    it stands among the templates.
    """
    yield Path(path)
    for folder in Path(os.path.realpath(path)).parents:
        candidate = folder / NAME
        yield candidate.relative_to(here) if candidate.is_relative_to(here) else candidate
        if os.path.isfile(candidate):  # noqa: PTH113
            break
    with suppress(Misuse):  # what is wrong with the configuration is told by what needs it
        folder_of_templates = named_folder(path, templates)
        if folder_of_templates is not None:
            own = os.path.realpath(target)
            for file in islice(files_under(folder_of_templates), _TEMPLATES):
                if os.path.realpath(file) != own:
                    yield file


class _Writer:
    """Writes the document, turn after turn, and tells what came of it.

    Attributes:
        name: the file that is written, as it can be printed.
    """

    def __init__(
        self,
        path: str,
        target: Path,
        ordered: Callable[[], Order],
        templates: str | None,
        color: str,
        server: Server,
    ) -> None:
        self.name = one_line(str(target))
        self._path = path
        self._target = target
        self._ordered = ordered
        self._templates = templates
        self._server = server
        self._paint = terminal.Paint(enabled=terminal.colored(color, sys.stderr))
        self._problem: str | None = None
        self._tried = 0.0
        self._noted: list[str] = []

    def due(self) -> bool:
        """Whether to try again what could not be done."""
        return self._problem is not None and time.monotonic() - self._tried > _AGAIN

    def turn(self, changed: Sequence[Path]) -> None:
        """Reads and writes everything again.

        Args:
            changed: why; nothing at first, and for another try.
        """
        before, self._problem, self._tried = self._problem, None, time.monotonic()
        try:
            self._write(changed)
        except Misuse as problem:
            self._problem = str(problem)
            if changed or self._problem != before:
                self._tell(changed)
                print(f"ctg : {self._problem}", file=sys.stderr)
                self._show("constats", faults(self._problem_told()))

    def _write(self, changed: Sequence[Path]) -> None:
        """Writes the document, or tells the findings that stand in its way.

        Raises:
            Misuse: if it cannot be made, or written.
        """
        order = self._ordered()
        made = make(self._path, order, presentation(self._path, self._templates, self._note))
        if not isinstance(made, str):
            self._tell(changed)
            self._find(made)
            return
        kept = self._kept()
        same = self._holds(made)
        if not same:
            save(self._target, made)
        outcome = "reste le même" if same else "est réécrit" if kept else "est écrit"
        self._tell(changed, f"{self.name} {outcome}")
        if order.form.format.name != "html":
            made = verbatim(Ecran(self._path, self.name, self.name, texte=made))
        self._show("document", made)

    def _note(self, sentences: Iterable[str]) -> None:
        """Says what is odd, and not again as long as it is."""
        told = list(sentences)
        terminal.note(sentence for sentence in told if sentence not in self._noted)
        self._noted = told

    def _find(self, reading: Reading) -> None:
        """Tells the findings of a plan that has errors."""
        kept = self._kept()
        outcome = "rien n'est écrit" if kept is None else f"{kept} reste tel qu'il était"
        tell_findings(reading.findings, reading.lines, self._paint, outcome)
        number = count(len(reading.findings), "erreur")
        constats = tuple(_constat(finding, reading.lines) for finding in reading.findings)
        self._show("constats", faults(Ecran(self._path, f"Ce plan a {number}", kept, constats)))

    def _problem_told(self) -> Ecran:
        """What keeps the document from being written: a sentence, and the lines that it is about."""
        told, _, lines = (self._problem or "").partition("\n")
        titre = "Le document n'a pas pu être écrit"
        return Ecran(self._path, titre, self._kept(), probleme=told, extrait=lines)

    def _kept(self) -> str | None:
        """The name of the document, if there is one."""
        return self.name if os.path.isfile(self._target) else None  # noqa: PTH113

    def _holds(self, text: str) -> bool:
        """Whether the document is that already."""
        try:
            return self._target.read_bytes() == text.encode()
        except OSError:
            return False

    def _tell(self, changed: Sequence[Path], outcome: str = "") -> None:
        """One line, with the time of the day: what changed, and what came of it."""
        told = ", ".join(part for part in (_named(changed), outcome) if part)
        if told:
            _say(f"{time.strftime('%H:%M:%S')} : {told}")

    def _show(self, sorte: str, html: str) -> None:
        self._server.show(Page(*following(html, sorte)))


def _named(changed: Sequence[Path]) -> str:
    """`plan.yaml a changé`, `a.html, b.html et 3 autres fichiers ont changé`."""
    names = [one_line(str(path)) for path in changed[:_NAMED]]
    if len(changed) > _NAMED:
        names.append(count(len(changed) - _NAMED, "autre fichier", "autres fichiers"))
    *some, last = names or [""]
    several = f"{', '.join(some)} et {last}" if some else last
    return f"{several} {plural(len(changed), 'a', 'ont')} changé" if several else ""


def _constat(finding: Finding, lines: Sequence[str]) -> Constat:
    return Constat(
        f"{finding.file}:{finding.place.line}:{finding.place.column}",
        finding.code.code,
        finding.message,
        finding.address,
        "".join(
            line
            for place, note in ((finding.place, ""), *finding.related)
            for line in excerpt(place, note, lines, partial(plain, ""), _COLUMNS)
        ),
        finding.hint,
        bool(finding.fix),
    )


class _Stopped:
    """Whether somebody asked the command to stop: Ctrl+C, or the system's own way to ask.

    What is being done is done to its end; who asks twice is obeyed at once.

    Attributes:
        by: the signal that asked.
    """

    def __init__(self) -> None:
        self.by: int | None = None
        self._before: dict[int, Any] = {}

    def __call__(self) -> bool:
        """Whether somebody did."""
        return self.by is not None

    def __enter__(self) -> Self:
        """Listens to the signals; what somebody told the process to ignore stays ignored."""
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Listens no more."""
        self._forget()

    def _ask(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.by = number
        self._forget()

    def _forget(self) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)


def _say(line: str) -> None:
    """Prints at once, whoever reads."""
    print(line, flush=True)
