"""The Jinja environment: where templates are, how text is escaped, the filters they may use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from markupsafe import Markup, escape

from ctgkit.report import markdown
from ctgkit.report.compiled import COMPILED, CompiledLoader
from ctgkit.report.sandbox import Sandbox
from ctgkit.wording.agreement import count, number, plural
from ctgkit.wording.dates import long_date, period
from ctgkit.wording.numbers import amount, decimal, letters
from ctgkit.wording.scalar import on_one_line
from ctgkit.wording.visible import one_line, visible

_NOT_CSS = re.compile(r"[^A-Za-z0-9 ]")
#: How many characters stand above a printed page on each side, in three lines at most.
_RUNNING_HEADER = 100


def templates_folder() -> Path:
    """Where the built-in templates are: in an installed package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def environment(output_format: str) -> Sandbox:
    """The environment for `html`, `md` or `yaml`: whatever a template prints is escaped for it.

    An undefined name is an error, and templates reach neither files nor private attributes.
    """
    made = Sandbox(
        loader=CompiledLoader(templates_folder(), COMPILED / output_format),
        autoescape=True,
        finalize={"html": _as_html, "md": _as_markdown, "yaml": _as_yaml}[output_format],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["output_format"] = output_format
    made.filters |= {
        "verbatim": Markup,
        "count": count,
        "css_string": _css_string,
        "decimal": decimal,
        "euros": amount,
        "first_lower": _first_lower,
        "first_upper": _first_upper,
        "letters": letters,
        "lines": _as_markdown if output_format == "md" else _lines,
        "listed": _listed,
        "long_date": long_date,
        "mermaid": markdown.mermaid,
        "number": number,
        "period": _period,
        "plural": plural,
    }
    return made


def _as_html(value: Any) -> Any:
    """What is printed in HTML: controls made visible; Jinja escapes the rest."""
    return value if isinstance(value, Markup) else visible(str(value))


def _as_markdown(value: Any) -> Markup:
    """What is printed in Markdown: text escaped; what a macro made, as it is."""
    return value if isinstance(value, Markup) else Markup(markdown.escape(str(value)))  # noqa: S704


def _as_yaml(value: Any) -> Markup:
    """What is printed in YAML: a value, between quotes where it needs them; days and years are none."""
    return Markup(value if isinstance(value, (Markup, date, int)) else on_one_line(str(value)))  # noqa: S704


def _css_string(text: str) -> Markup:
    """A CSS string that nothing can leave, not even a style element; cut to what the top of a page holds."""
    line = one_line(text)
    if len(line) > _RUNNING_HEADER:
        line = line[: _RUNNING_HEADER - 1] + "…"
    escaped = _NOT_CSS.sub(lambda found: f"\\{ord(found[0]):x} ", line)
    return Markup(f'"{escaped}"')  # noqa: S704  (every character but letters, digits and spaces is escaped)


def _lines(text: str) -> Markup:
    """Text whose line breaks are kept."""
    shown = visible(text)
    return Markup("<br>").join(map(escape, shown.split("\n"))) if "\n" in shown else escape(shown)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _listed(parts: Iterable[str | None]) -> str:
    """The parts there are, with commas."""
    return ", ".join(part for part in parts if part)


def _period(debut: date, fin: date) -> str:
    return period(debut, fin)
