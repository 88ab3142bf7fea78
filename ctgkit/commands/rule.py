"""`ctg rule`: what each code that ctg prints means, why, and how to mend what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument
from ctgkit.app.command_line.shared import Color
from ctgkit.app.misuse import Misuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctgkit.app.checking.codes import Explained
    from ctgkit.outputs.terminal import Paint

RANK = 3
ALIASES = ("règle", "code")


class Options(NamedTuple):
    """Liste les codes que ctg affiche, ou en explique un : pourquoi, un exemple, comment corriger."""

    code: Annotated[
        str | None,
        Argument("CODE", "Un code (CTG301), son nom (sans-pilote), ou le début de codes (CTG3)."),
    ] = None
    output_format: Annotated[str | None, shared.written_in("rule")] = None
    color: Color = "auto"


def rule(options: Options) -> int:
    """Lists the codes, or explains those that are meant; returns the exit status.

    Raises:
        Misuse: if there is no such code.
    """
    from ctgkit.app.checking.codes import all_codes, find_codes
    from ctgkit.outputs import terminal

    found = all_codes() if options.code is None else find_codes(options.code)
    if not found:
        raise _unknown(options.code or "")
    paint = terminal.paint(options.color)
    if options.output_format == "json":
        _print_json(found)
    elif len(found) > 1:
        print("\n".join(_list(found, paint)))
    else:
        print("\n".join(_page(found[0], paint)))
    return 0


def _unknown(word: str) -> Misuse:
    from ctgkit.app.checking.codes import all_codes
    from ctgkit.french.nearest import nearest

    near = nearest(word, [name for known in all_codes() for name in known.code])
    hint = f"vouliez-vous dire « {near} » ?" if near else "« ctg rule » les liste tous"
    return Misuse(f"aucun code ne s'appelle « {word} » ; {hint}")


def _list(found: Sequence[Explained], paint: Paint) -> Iterator[str]:
    """A line for each code, range by range."""
    from itertools import groupby

    from ctgkit.app.checking.codes import FAMILIES
    from ctgkit.french.agreement import count

    wide = max(len(one.code.name) for one in found)
    for family, codes in groupby(found, lambda one: one.family):
        if family != found[0].family:
            yield ""
        yield paint("strong", f"CTG{family} : {FAMILIES[family]}")
        for one in codes:
            gravity = paint(one.severity, f"{one.severity.one:<8}")
            yield f"{one.code.code}  {one.code.name:<{wide}}  {gravity}  {one.documentation.summary}"
    yield f"\n{count(len(found), 'code')} ; « ctg rule CODE » en explique un"


def _page(one: Explained, paint: Paint) -> Iterator[str]:
    """The documentation of a code for a terminal: headings and examples without their marks."""
    yield paint("strong", f"{one.code.code} {one.code.name}") + f" ({one.severity.one})"
    yield ""
    yield one.documentation.summary
    inside = False
    for line in f"\n{one.documentation.body}".splitlines():
        if line.startswith("## "):
            yield paint("strong", line[3:])
        elif line.startswith("```"):
            inside = not inside
        else:
            yield f"    {line}".rstrip() if inside else line


def _print_json(found: Sequence[Explained]) -> None:
    import json

    from ctgkit.app.files.writing import send_out

    data = [
        {
            "code": one.code.code,
            "name": one.code.name,
            "severity": one.severity,
            "summary": one.documentation.summary,
            "documentation": one.documentation.body,
            "failing": one.documentation.failing,
            "mended": one.documentation.mended,
            "options": dict(one.options),
        }
        for one in found
    ]
    send_out([f"{json.dumps(data, ensure_ascii=False, indent=2)}\n"])
