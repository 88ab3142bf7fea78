"""Every format that ctg writes, one line each: `-o`, `--format`, `ctg schema`, what is ours come from it.

A new format is a module that writes it, and its line in :data:`FORMATS`. Pages, and what a run found, are
written by their format alone; a table or a screen is made of its own view, by the report that it is of.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple


class Format(NamedTuple):
    """A format.

    Attributes:
        name: how `--format` and the end of a file's name call it.
        told: what it is, in French.
        kinds: what is written in it: names of :data:`KINDS`.
        suffixes: how the name of such a file ends, the usual ending first.
        synonyms: what may be typed for its name.
        starts: a pattern of how such a file starts where ctgkit wrote it; its name alone would not do,
            since notes about ctgkit have it too.
        page: whether pages are written in it, by the templates.
        streamed: whether it is lines, for a terminal, printed while they are made and in its encoding.
        run_writer: the module that writes in it all that a run found, as one document.
    """

    name: str
    told: str
    kinds: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    starts: str = ""
    page: bool = False
    streamed: bool = False
    run_writer: str | None = None


class Kind(NamedTuple):
    """Something that is written.

    Attributes:
        name: what it is.
        default: its format where none is asked for.
        schema: the module of the JSON Schema of its JSON.
    """

    name: str
    default: str
    schema: str | None = None


#: What is written, in the order in which `ctg schema` lists it.
KINDS = (
    Kind("findings", "full", "ctgkit.outputs.findings.json_schema"),
    Kind("status", "text", "ctgkit.reports.status.schema"),
    Kind("calendar", "text", "ctgkit.reports.calendar.schema"),
    Kind("diff", "text", "ctgkit.reports.diff.schema"),
    Kind("report", "html", "ctgkit.reports.schema"),
    Kind("avenant", "html"),
    Kind("rule", "text"),
)

_SCREENS = ("status", "calendar", "diff", "rule")
_PAGES = ("report", "avenant", "diff")
_FINDINGS = ("findings",)
_JSON = r'\A{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"'
_TEXT = r"\A(?:État au \d|Calendrier au \d|Ce qui change entre deux versions)"
_CSV = "\\A\ufeff(?:(?:axe|pilote|groupe|année);adresse;titre;|plan;territoire;(?:fiches|quoi);)"
_LINE = r"\A(?:.*:\d+:\d+:(?:\x1b\[0m)? (?:\x1b\[[\d;]*m)?CTG\d|\d[\d\u202f]* plans?, )"
#: `gitlab` names no tool, but its first finding has a code of ours; an empty list is nobody's work.
_GITLAB = r'\A(?:\[\]\s*\Z|\[\s*{\s*"check_name": "CTG\d)'
_SARIF = r'\A{\s*"\$schema": "[^"]*sarif[^[]*\[\s*{\s*"tool": {\s*"driver": {\s*"name": "ctgkit"'
_OF_FINDINGS = "ctgkit.outputs.findings"

#: Every format, in the order in which they are listed.
FORMATS = (
    Format("text", "des lignes pour le terminal", _SCREENS, (".txt",), ("texte",), _TEXT, streamed=True),
    Format(
        "md",
        "du Markdown",
        ("status", "calendar", *_PAGES),
        (".md", ".markdown"),
        ("markdown",),
        "<!-- ctgkit ",
        page=True,
    ),
    Format(
        "html",
        "une page web",
        _PAGES,
        (".html", ".htm"),
        ("page",),
        '<meta name="generator" content="ctgkit ',
        page=True,
    ),
    Format("full", "chaque constat avec sa ligne", _FINDINGS, (".txt",), ("complet",), _LINE, streamed=True),
    Format("concise", "une ligne par constat", _FINDINGS, (), ("concis",), _LINE, streamed=True),
    Format(
        "json",
        "des données, pour un programme",
        ("findings", "status", "calendar", "diff", "report", "rule"),
        (".json",),
        (),
        _JSON,
        run_writer=f"{_OF_FINDINGS}.json_document",
    ),
    Format("csv", "un tableau", ("status", "calendar"), (".csv",), ("tableau",), _CSV),
    Format(
        "ics",
        "un agenda (iCalendar)",
        ("calendar",),
        (".ics",),
        ("agenda", "icalendar"),
        r"\ABEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//ctgkit//",
    ),
    Format(
        "github",
        "les annotations de GitHub",
        _FINDINGS,
        starts=r"\A::(?:error|warning|notice) title=CTG\d",
        streamed=True,
    ),
    Format("gitlab", "le rapport de GitLab", _FINDINGS, starts=_GITLAB, run_writer=f"{_OF_FINDINGS}.gitlab"),
    Format(
        "sarif",
        "du SARIF",
        _FINDINGS,
        (".sarif", ".sarif.json"),
        starts=_SARIF,
        run_writer=f"{_OF_FINDINGS}.sarif",
    ),
    Format(
        "junit",
        "du JUnit",
        _FINDINGS,
        (".xml",),
        starts=r'\A<\?xml [^>]*>\s*<testsuites name="ctgkit ',
        run_writer=f"{_OF_FINDINGS}.junit",
    ),
)


def formats(kind: str) -> tuple[Format, ...]:
    """The formats in which something is written, the default one first."""
    default = kind_of(kind).default
    found = [one for one in FORMATS if kind in one.kinds]
    return tuple(sorted(found, key=lambda one: one.name != default))


def kind_of(name: str) -> Kind:
    """What is called so."""
    return next(kind for kind in KINDS if kind.name == name)


def named(kind: str, name: str) -> Format:
    """The format of that name."""
    return next(one for one in formats(kind) if one.name == name)


def by_suffix(kind: str, file: str) -> Format | None:
    """The format that the end of a file's name means, if it means one: `.sarif.json` before `.json`."""
    lower = PurePath(file).name.lower()
    ends = [(suffix, one) for one in formats(kind) for suffix in one.suffixes if lower.endswith(suffix)]
    return max(ends, key=lambda end: len(end[0]))[1] if ends else None


def suffixes(kind: str) -> tuple[str, ...]:
    """How the name of such a file may end, as somebody is told."""
    return tuple(one.suffixes[0] for one in formats(kind) if one.suffixes)


def is_ours(head: str) -> bool:
    """Whether ctgkit wrote what starts so; what is empty is anybody's."""
    return not head or any(one.starts and re.search(one.starts, head) for one in FORMATS)


def run_writer(one: Format) -> Any:
    """The module that writes a run in a format, imported when it is asked for.

    Raises:
        ValueError: if none does.
    """
    if one.run_writer is None:
        raise ValueError(f"no module writes a run as {one.name}")
    return import_module(one.run_writer)


def schema_text(kind: str) -> str:
    """The JSON Schema of the JSON of something that is written.

    Raises:
        ValueError: if it has none.
    """
    module = kind_of(kind).schema
    if module is None:
        raise ValueError(f"{kind} has no schema")
    text: str = import_module(module).schema_text()
    return text
