"""The Jinja environment: where templates are, how text is escaped, the filters they may use."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sized
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE
from markupsafe import Markup, escape

from ctgkit.french.agreement import number, plural
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital, small
from ctgkit.french.dates import long_date, period
from ctgkit.french.lists import between_commas
from ctgkit.french.numbers import amount, decimal, letters
from ctgkit.french.scalar import on_one_line
from ctgkit.french.typography import printed
from ctgkit.french.units import plural_of
from ctgkit.french.visible import one_line, visible
from ctgkit.outputs.mermaid import label
from ctgkit.outputs.templates import markdown
from ctgkit.outputs.templates.compiled import COMPILED
from ctgkit.outputs.templates.fault import TemplateFault
from ctgkit.outputs.templates.loader import Loader
from ctgkit.outputs.templates.proofreading import proofread
from ctgkit.outputs.templates.sandbox import Sandbox
from ctgkit.outputs.templates.undefined import Undefined

_NOT_CSS = re.compile(r"[^A-Za-z0-9 ]")
#: How many characters stand above a printed page on each side, in three lines at most.
_RUNNING_HEADER = 100
#: What Jinja has that gives another text each time.
_NOT_SURE = ("lipsum", "random")
#: Filters of Jinja's that make HTML of a text, which Markdown would take for markup.
_HTML_ONLY = ("e", "escape", "forceescape", "tojson", "urlize", "xmlattr")
#: The greatest power that a template may raise a number to.
_POWER = 1000


class Templates(Sandbox):
    """Reads and fills in templates: those of a user's folder first.

    An undefined name is an error, and templates reach neither files nor private attributes. What goes
    wrong in a template of the user's is a :class:`ctgkit.outputs.templates.fault.TemplateFault`.
    """

    intercepted_binops = frozenset({"*", "**"})

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Tells an error of a user's template in French; any other is raised as it is."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, TemplateFault):
            from ctgkit.outputs.templates.explaining import explained  # noqa: PLC0415  (only when something is wrong)

            if (fault := explained(error, self)) is not None:
                raise fault from error
        super().handle_exception(source)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiplies, within reason.

        Raises:
            OverflowError: if the result would be out of all proportion.
        """
        size = len(left) if isinstance(left, Sized) else len(right) if isinstance(right, Sized) else None
        if operator == "**":
            beyond = abs(right) > _POWER
        else:
            beyond = size is not None and size * (right if isinstance(left, Sized) else left) > MAX_RANGE
        if beyond:
            raise OverflowError
        return super().call_binop(context, operator, left, right)


def environment(output_format: str, templates: Path | None = None, *, as_typed: bool = False) -> Templates:
    """The environment for `html`, `md` or `yaml`: whatever a template prints is escaped for it.

    Args:
        output_format: what the templates write.
        templates: the folder whose files come before the built-in ones of the same name, which its
            files reach as `ctgkit/copil.html`.
        as_typed: whether texts are shown as they are typed, rather than as a document prints them.
    """
    as_html, lines = (_shown, _as_typed) if as_typed else (_as_html, _printed)
    made = Templates(
        loader=Loader(templates, proofread, COMPILED / output_format),
        autoescape=True,
        finalize={"html": as_html, "md": _as_markdown, "yaml": _as_yaml}[output_format],
        undefined=Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"output_format": output_format, **_functions(output_format)}
    for name in _NOT_SURE:
        made.globals.pop(name, None)
        made.filters.pop(name, None)
    made.filters |= {
        "verbatim": Markup,
        "count": counted,
        "css_string": _css_string,
        "decimal": _decimal,
        "euros": _euros,
        "first_lower": small,
        "first_upper": capital,
        "letters": letters,
        "lines": _as_markdown if output_format == "md" else lines,
        "listed": between_commas,
        "long_date": long_date,
        "mermaid": _mermaid,
        "number": number,
        "period": _period,
        "plural": plural,
        "plural_of": plural_of,
        "replace": _replace,
    }
    if output_format == "html":
        made.filters["words"] = _as_typed  # runs, which have their typography already
    else:
        for name in _HTML_ONLY:
            del made.filters[name]
    return made


def _functions(output_format: str) -> Mapping[str, object]:
    """What the templates of a format ask of blocks."""
    if output_format == "html":
        from ctgkit.outputs.html.functions import FUNCTIONS  # noqa: PLC0415  (of one format only)

        return FUNCTIONS
    if output_format == "md":
        from ctgkit.outputs.markdown.functions import FUNCTIONS  # noqa: PLC0415  (as above)

        return FUNCTIONS
    return {}


def _as_html(value: Any) -> Any:
    """What is printed in HTML: as documents have it, controls made visible; Jinja escapes the rest."""
    return value if isinstance(value, Markup) else printed(visible(str(value)))


def _shown(value: Any) -> Any:
    """The same, as it is typed."""
    return value if isinstance(value, Markup) else visible(str(value))


def _as_markdown(value: Any) -> Markup:
    """What is printed in Markdown: text escaped; what a macro made, as it is."""
    return value if isinstance(value, Markup) else Markup(markdown.escape(str(value)))  # noqa: S704


def _as_yaml(value: Any) -> Markup:
    """What is printed in YAML: a value, between quotes where it needs them; days and years are none."""
    return Markup(value if isinstance(value, (Markup, date, int)) else on_one_line(str(value)))  # noqa: S704


def _mermaid(text: str) -> Markup:
    """A text in a diagram of Markdown, whose grammar obeys nothing of it."""
    return Markup(label(text))  # noqa: S704  (`&` and `<` are written as numbers)


def _css_string(text: str) -> Markup:
    """A CSS string that nothing can leave, not even a style element; cut to what the top of a page holds."""
    line = one_line(printed(text))
    if len(line) > _RUNNING_HEADER:
        line = line[: _RUNNING_HEADER - 1] + "…"
    escaped = _NOT_CSS.sub(lambda found: f"\\{ord(found[0]):x} ", line)
    return Markup(f'"{escaped}"')  # noqa: S704  (every character but letters, digits and spaces is escaped)


def _euros(value: Decimal | float) -> str:
    return amount(_exact(value))


def _decimal(value: Decimal | float | str, unit: str | None = None) -> str:
    return decimal(value if isinstance(value, str) else _exact(value), unit)


def _exact(value: Decimal | float) -> Decimal:
    """A number that a template computed, or wrote, as the plan's are."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _replace(text: Any, old: str, new: str, times: int = -1) -> str:
    """`text` with `new` for `old`, to be escaped as before: Jinja's own filter makes HTML of it."""
    return (text if isinstance(text, str) else str(text)).replace(old, new, times)


def _printed(text: str) -> Markup:
    """Text whose line breaks are kept, as documents have it."""
    return _as_typed(printed(text))


def _as_typed(text: str) -> Markup:
    """Text whose line breaks are kept."""
    shown = visible(text)
    return Markup("<br>").join(map(escape, shown.split("\n"))) if "\n" in shown else escape(shown)


def _period(debut: date, fin: date) -> str:
    return period(debut, fin)
