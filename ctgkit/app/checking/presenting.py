"""What the commands that check files share: where findings go, in which format, and the summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ctgkit import __version__
from ctgkit.app.command_line.values import choose
from ctgkit.app.files.given import STDIN, STDIN_NAME
from ctgkit.app.files.writing import check, save, send
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.formats import DOCUMENTS, FORMATS, OURS, SUFFIXES, document, format_of
from ctgkit.outputs.findings.run import Checked, Run, Totals

if TYPE_CHECKING:
    from ctgkit.app.files.given import Found
    from ctgkit.outputs.findings.run import RuleInfo

#: What says that a command runs in a CI, the format that fits there, and where the repository is.
_GITHUB = ("GITHUB_ACTIONS", "github", "GITHUB_WORKSPACE")
_GITLAB = ("GITLAB_CI", "gitlab", "CI_PROJECT_DIR")


class Output(NamedTuple):
    """Where findings go, and how they are written."""

    format: str  #: one of :data:`~ctgkit.outputs.findings.formats.FORMATS`
    target: Path | None  #: a file, or standard output
    color: str  #: auto, always or never


def settled(output_format: str | None, output: str | None, color: str) -> Output:
    """What the options `--format`, `-o` and `--color` mean together.

    Without `--format`, the extension of the file decides, then the CI the command runs in.

    Raises:
        Misuse: for a word or an extension that is unknown.
    """
    terminal.colored(color, sys.stdout)  # a wrong word is told before anything is read
    target = None if output in {None, STDIN} else Path(output or "")
    return Output(_format(output_format, output), target, color)


def _format(asked: str | None, output: str | None) -> str:
    if asked is not None:
        return choose("--format", asked, FORMATS)
    if output not in {None, STDIN}:
        meant = format_of(output or "")
        if meant is None:
            known = f"{', '.join(SUFFIXES[:-1])} ou {SUFFIXES[-1]}"
            raise Misuse(f"extension inconnue : « {output} » ; écrivez {known}, ou donnez --format")
        return meant
    ci = _ci()
    return ci[1] if ci else "full"


def _ci() -> tuple[str, str, str] | None:
    return next((ci for ci in (_GITHUB, _GITLAB) if os.environ.get(ci[0]) == "true"), None)


def refuse(output: Output, plans: Iterable[str], *, force: bool) -> None:
    """Makes sure, before anything is read, that the file may be written.

    Args:
        output: where findings go.
        plans: the files that are checked, which are never replaced.
        force: whether to replace a file that ctgkit did not write.

    Raises:
        Misuse: if it may not.
    """
    if output.target is not None:
        check(output.target, (plan for plan in plans if plan != STDIN), OURS, force=force)


def present(
    results: Iterable[Checked | str],
    output: Output,
    command: str,
    summary: Callable[[Totals], str],
    *,
    problems: Sequence[str] = (),
    rules: Sequence[RuleInfo] = (),
) -> Totals:
    """Prints or writes the findings and a summary; then, on standard error, what could not be read.

    `full`, `concise` and `github` are printed while `results` are made; a document comes at the
    end, alone on standard output: its summary goes to standard error.

    Args:
        results: each file, without its `path`, which is found here; a sentence for one that could
            not be read.
        output: from :func:`settled`.
        command: `validate` or `lint`.
        summary: words the last line; it is left out where no file could be read.
        problems: sentences about files, known beforehand.
        rules: what a document says of the rules that ran.

    Returns:
        How much was checked, and how much was found.

    Raises:
        Misuse: if the file cannot be written.
    """
    unread = list(problems)
    if output.format in DOCUMENTS:
        totals = _document(results, output, command, summary, unread, rules)
    else:
        totals = _lines(results, output, summary, unread)
    sys.stdout.flush()
    terminal.complain(unread)
    return totals._replace(problems=len(unread))


def _document(
    results: Iterable[Checked | str],
    output: Output,
    command: str,
    summary: Callable[[Totals], str],
    unread: list[str],
    rules: Sequence[RuleInfo],
) -> Totals:
    checked = tuple(map(_locator(), _read(results, unread)))
    run = Run(command, __version__, checked, tuple(unread), tuple(rules))
    text = document(output.format, run)
    totals = run.totals
    if output.target is not None:
        save(output.target, text)
        _tell(output.target, totals, summary)
        return totals
    sys.stdout.flush()
    send(sys.stdout.fileno(), text)
    if totals.files:
        print(summary(totals), file=sys.stderr)
    return totals


def _lines(
    results: Iterable[Checked | str], output: Output, summary: Callable[[Totals], str], unread: list[str]
) -> Totals:
    stream: TextIO = sys.stdout if output.target is None else StringIO()
    write = _writer(output, stream)
    totals = Totals()
    for checked in _read(results, unread):
        totals = totals.with_file(checked)
        if checked.findings:
            write(checked)
            stream.flush()
    if totals.files:
        print(summary(totals), file=stream)
    if output.target is not None and isinstance(stream, StringIO):
        save(output.target, stream.getvalue())
        _tell(output.target, totals, summary)
    return totals


def _read(results: Iterable[Checked | str], unread: list[str]) -> Iterator[Checked]:
    """The files; what could not be read goes to `unread`."""
    for result in results:
        if isinstance(result, str):
            unread.append(result)
        else:
            yield result


def _writer(output: Output, stream: TextIO) -> Callable[[Checked], object]:
    """What prints the findings of one file."""
    if output.format == "github":
        from ctgkit.outputs.findings.github import commands  # noqa: PLC0415

        if isinstance(stream, TextIOWrapper):
            # Whatever the console of the machine has.
            stream.reconfigure(encoding="utf-8", errors="replace")
        located = _locator()
        return lambda checked: stream.writelines(f"{line}\n" for line in commands(located(checked)))
    from ctgkit.outputs.findings.text import write_concise, write_full  # noqa: PLC0415

    paint = terminal.Paint(enabled=terminal.colored(output.color, stream))
    if output.format == "concise":
        return lambda checked: write_concise(checked.findings, stream, paint)
    columns = terminal.width(stream)
    return lambda checked: write_full(checked.findings, checked.lines, stream, paint, columns)


def ignored(found: Found) -> str:
    """What ends a summary where a folder had other YAML files than plans."""
    number = len(found.ignored)
    told = count(number, "fichier YAML ignoré", "fichiers YAML ignorés")
    return f" ({told}, sans clé d'un plan)" if number else ""


def _tell(target: Path, totals: Totals, summary: Callable[[Totals], str]) -> None:
    print(f"{target} : {summary(totals)}" if totals.files else target)


def _locator() -> Callable[[Checked], Checked]:
    """What gives a file its `path`. A link stays what it is, wherever it leads."""
    ci = _ci()
    root = Path((ci and os.environ.get(ci[2])) or os.curdir).resolve()

    def located(checked: Checked) -> Checked:
        if checked.file == STDIN_NAME or not os.path.isfile(checked.file):  # noqa: PTH113  (may be no path)
            return checked
        path = Path(checked.file)
        path = path.parent.resolve() / path.name
        inside = path.relative_to(root) if path.is_relative_to(root) else path
        return checked._replace(path=inside.as_posix())

    return located
