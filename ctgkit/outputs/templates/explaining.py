"""Why a user's template failed: one sentence, from the kind of error and its place, never from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import TracebackType
from typing import Any, NamedTuple

from jinja2 import Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro, TemplateReference

from ctgkit.french.visible import one_line
from ctgkit.outputs.templates.fault import Spot, TemplateFault, quoted, unknown
from ctgkit.outputs.templates.loader import Found, Loader, missing
from ctgkit.outputs.templates.syntax import misread
from ctgkit.outputs.templates.undefined import NOTHING, NoSuchNameError

_LOCAL = re.compile(r"l_\d+_(.+)")
_NATURES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "un texte"),
    (bool, "vrai ou faux"),
    ((int, float), "un nombre"),
    (date, "une date"),
    ((list, tuple), "une liste"),
    (dict, "une table"),
)


class _Step(NamedTuple):
    """One template on the way to an error."""

    template: Template
    line: int
    function: str  #: `root`, or that of a block or a macro
    names: dict[str, Any]  #: the values that Jinja has at hand there, by the names it gives them


def explained(error: BaseException, environment: Environment) -> TemplateFault | None:
    """What to say of an error; `None` if no template of the user's has to do with it."""
    loader = environment.loader
    if not isinstance(loader, Loader) or not loader.own:
        return None
    if isinstance(error, TemplateSyntaxError):
        found = loader.own.get(error.name or "")
        return misread(found, error.lineno, environment) if found else None
    steps = list(_steps(error.__traceback__))
    own = [one for one in steps if (one.template.name or "") in loader.own]
    at = _at_fault(own, loader)
    told = _Told(error, steps, environment, loader)
    if at is not None:
        return told.here(at, inside=at is not steps[-1])
    return told.elsewhere()


def _steps(trace: TracebackType | None) -> Iterator[_Step]:
    while trace is not None:
        frame = trace.tb_frame
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(trace.tb_lineno)
            yield _Step(template, line, frame.f_code.co_name, frame.f_locals)
        trace = trace.tb_next


def _at_fault(own: list[_Step], loader: Loader) -> _Step | None:
    """The innermost template of the user's that does something: extending another is nothing yet."""
    for step in own[::-1]:
        if step.function != "root" or not _extends(loader.own[step.template.name or ""]):
            return step
    return None


def _extends(found: Found) -> bool:
    return "{% extends" in found.source or "{%- extends" in found.source


class _Told:
    """An error, and what is needed to word it."""

    def __init__(
        self, error: BaseException, steps: list[_Step], environment: Environment, loader: Loader
    ) -> None:
        self._error = error
        self._steps = steps
        self._environment = environment
        self._loader = loader

    def here(self, step: _Step, *, inside: bool) -> TemplateFault:
        """The error, told at a line of the user's; `inside`, if it rose in what that line calls."""
        found = self._loader.own[step.template.name or ""]
        message, word = self._message(step, found)
        if inside:
            last = self._steps[-1]
            message += f" (dans {quoted(last.template.name)}, ligne {last.line})"
        return TemplateFault(message, Spot(found.file, step.line, found.source), word)

    def elsewhere(self) -> TemplateFault | None:
        """An error in a built-in template, which a template of the user's does not suit."""
        last = self._steps[-1] if self._steps else None
        error = self._error
        if last is None:
            return None
        where = f"{quoted(last.template.name)}, ligne {last.line}"
        if isinstance(error, NoSuchNameError) and isinstance(error.obj, TemplateModule):
            name = error.obj.__name__ or ""
            if found := self._loader.own.get(name):
                return TemplateFault(
                    f"{found.file}\u00a0: il manque {quoted(error.name)}, qu'emploie {where}"
                    f"{unknown(error.name or '', _public(error.obj), listed=False)}"
                )
        replaced = [found.file for found in self._loader.own.values() if not _extends(found)]
        if not replaced:
            return None
        message, _ = self._message(last, self._loader.find(last.template.name or ""))
        return TemplateFault(
            f"{', '.join(sorted(replaced))}\u00a0: ne va pas avec les gabarits de ctgkit\u00a0: "
            f"{message} ({where})"
        )

    def _message(self, step: _Step, found: Found | None) -> tuple[str, str]:
        """What is wrong, and the word of the line that is at fault."""
        error = self._error
        if isinstance(error, NoSuchNameError):
            return self._no_such_name(error, step, found), error.name or ""
        if isinstance(error, TemplateNotFound):
            name = str(error.name)
            return missing(name) + unknown(name, self._loader.names(), listed=False), name
        if isinstance(error, SecurityError):
            return "cet appel est hors d'atteinte d'un gabarit", ""
        if isinstance(error, RecursionError):
            return "ce gabarit, ou l'une de ses macros, s'appelle sans fin", ""
        if isinstance(error, (OverflowError, MemoryError)):
            return "ce calcul demande trop\u00a0: une boucle ou un texte d'un gabarit ont une limite", ""
        if isinstance(error, ZeroDivisionError):
            return "ce calcul divise par zéro", ""
        if isinstance(error, TypeError) and (macro := self._macro()) is not None:
            return (
                f"la macro {quoted(macro.name)} ne se laisse pas appeler ainsi\u00a0: "
                f"elle attend {', '.join(macro.arguments) or 'rien'}"
            ), macro.name
        detail = one_line(str(error))
        kind = f"{type(error).__name__}\u00a0: {detail}" if detail else type(error).__name__
        return f"ce calcul, cet appel ou ce filtre ne va pas avec les valeurs qu'il reçoit ({kind})", ""

    def _macro(self) -> Macro | None:
        """The macro that was called with what it does not take."""
        trace = self._error.__traceback__
        last = None
        while trace is not None:
            last = trace.tb_frame.f_locals.get("self")
            trace = trace.tb_next
        return last if isinstance(last, Macro) else None

    def _no_such_name(self, error: NoSuchNameError, step: _Step, found: Found | None) -> str:
        name, obj = error.name, error.obj
        if name is None:
            return "cette valeur n'existe pas\u00a0: le premier d'une liste vide, par exemple"
        if obj is NOTHING:
            if name == "super":
                return f"{quoted('super()')} n'a pas de sens ici\u00a0: aucun gabarit étendu n'a ce bloc"
            return (
                f"{quoted(name)} n'existe pas{unknown(name, _at_hand(step, self._environment), listed=False)}"
            )
        of = self._asked(name, step, found)
        whole = f"{of}.{name}" if of else name
        if error.forbidden or str(name).startswith("_"):
            return f"{quoted(whole)} est hors d'atteinte d'un gabarit"
        if obj is None:
            what = quoted(of) if of else "cette valeur"
            return (
                f"{what} est vide ici, et n'a pas de {quoted(name)}\u00a0; "
                f"demandez d'abord si elle est là\u00a0: {{% if {of or '…'} %}}"
            )
        if isinstance(obj, TemplateReference):
            blocks = _blocks(obj)
            return f"aucun bloc ne s'appelle {quoted(name)}{unknown(str(name), blocks)}"
        nature = next((words for kinds, words in _NATURES if isinstance(obj, kinds)), None)
        if nature is not None and not (isinstance(obj, dict) or hasattr(obj, "_fields")):
            return f"{quoted(whole)} n'existe pas\u00a0: {quoted(of) if of else 'la valeur'} est {nature}"
        return f"{quoted(whole)} n'existe pas{unknown(str(name), _public(obj))}"

    def _asked(self, name: str, step: _Step, found: Found | None) -> str:
        """What the name was asked of, as that line has it: `copil.entete`; nothing where it is no path."""
        if found is None:
            return ""
        tree = self._environment.parse(found.source, step.template.name, found.file)
        for node in tree.find_all(nodes.Getattr):
            if node.attr == name and node.lineno == step.line and (path := _path(node.node)):
                return path
        return ""


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (before := _path(node.node)):
        return f"{before}.{node.attr}"
    return ""


def _blocks(reference: TemplateReference) -> list[str]:
    context = getattr(reference, "_TemplateReference__context", None)
    return list(context.blocks) if isinstance(context, Context) else []


def _public(obj: Any) -> list[str]:
    """What may be asked of a value."""
    if isinstance(obj, dict):
        return [key for key in obj if isinstance(key, str)]
    if isinstance(obj, TemplateModule):
        return [name for name in vars(obj) if not name.startswith("_")]
    told = [name for kind in type(obj).__mro__ for name in vars(kind).get("__annotations__", ())]
    properties = [name for name, value in vars(type(obj)).items() if isinstance(value, property)]
    return [name for name in (*told, *properties) if not name.startswith("_")]


def _at_hand(step: _Step, environment: Environment) -> list[str]:
    """The names that have a value at a line."""
    context = step.names.get("context")
    known = list(context.get_all()) if isinstance(context, Context) else list(environment.globals)
    local = [
        found[1]
        for name, value in step.names.items()
        if value is not NOTHING and (found := _LOCAL.fullmatch(name))
    ]
    return [*known, *local]
