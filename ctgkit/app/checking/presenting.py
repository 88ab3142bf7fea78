"""What the commands that check files share: where findings go, in which format, and the summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ctgkit import __version__
from ctgkit.app.documents.delivery import Form, format_of, target_of
from ctgkit.app.files.given import STDIN_NAME
from ctgkit.app.files.writing import save, send_out
from ctgkit.french.agreement import count
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.run import Checked, Run, Totals
from ctgkit.outputs.registry import run_writer

if TYPE_CHECKING:
    from ctgkit.app.files.given import Found
    from ctgkit.outputs.findings.run import RuleInfo

#: What says that a command runs in a CI, the format that fits there, and where the repository is.
_GITHUB = ("GITHUB_ACTIONS", "github", "GITHUB_WORKSPACE")
_GITLAB = ("GITLAB_CI", "gitlab", "CI_PROJECT_DIR")


def settled(output_format: str | None, output: str | None, color: str) -> Form:
    """What the options `--format`, `-o` and `--color` mean together.

    Without `--format`, the extension of the file decides, then the CI the command runs in.

    Raises:
        Misuse: for an extension that is unknown.
    """
    ci = _ci()
    usual = ci[1] if ci else None
    return Form(format_of("findings", output_format, output, usual), target_of(output), color)


def _ci() -> tuple[str, str, str] | None:
    return next((ci for ci in (_GITHUB, _GITLAB) if os.environ.get(ci[0]) == "true"), None)


def present(
    results: Iterable[Checked | str],
    output: Form,
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
    if not output.format.streamed:
        totals = _document(results, output, command, summary, unread, rules)
    else:
        totals = _lines(results, output, summary, unread)
    sys.stdout.flush()
    terminal.complain(unread)
    return totals._replace(problems=len(unread))


def _document(
    results: Iterable[Checked | str],
    output: Form,
    command: str,
    summary: Callable[[Totals], str],
    unread: list[str],
    rules: Sequence[RuleInfo],
) -> Totals:
    checked = tuple(map(_locator(), _read(results, unread)))
    run = Run(command, __version__, checked, tuple(unread), tuple(rules))
    text = run_writer(output.format)(run)
    totals = run.totals
    if output.target is not None:
        save(output.target, text)
        _tell(output.target, totals, summary)
        return totals
    send_out([text])
    if totals.files:
        print(summary(totals), file=sys.stderr)
    return totals


def _lines(
    results: Iterable[Checked | str], output: Form, summary: Callable[[Totals], str], unread: list[str]
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


def _writer(output: Form, stream: TextIO) -> Callable[[Checked], object]:
    """What prints the findings of one file."""
    if output.format.name == "github":
        from ctgkit.outputs.findings.github import commands  # noqa: PLC0415

        if isinstance(stream, TextIOWrapper):
            # Whatever the console of the machine has.
            stream.reconfigure(encoding="utf-8", errors="replace")
        located = _locator()
        return lambda checked: stream.writelines(f"{line}\n" for line in commands(located(checked)))
    from ctgkit.outputs.findings.text import write_concise, write_full  # noqa: PLC0415

    paint = terminal.Paint(enabled=terminal.colored(output.color, stream))
    if output.format.name == "concise":
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
