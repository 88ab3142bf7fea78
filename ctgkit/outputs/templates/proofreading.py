"""What is wrong with a user's template at first sight, which Jinja would not say, or only sometimes.

A misspelt block, text outside of all blocks, or a value that the built-in template sets again is dropped in
silence; an unknown filter is told only once it is reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment, nodes

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.fault import Spot, TemplateFault, quoted, unknown
from ctgkit.outputs.templates.loader import Found, Loader, missing


class _Block(NamedTuple):
    """A block of a template that is extended, and those that it stands in, outermost first."""

    node: nodes.Block
    around: tuple[str, ...]


def proofread(environment: Environment, name: str, found: Found) -> None:
    """Looks through a template of the user's, and through those that it extends.

    Raises:
        TemplateFault: with the first thing that is wrong.
    """
    loader = environment.loader
    if isinstance(loader, Loader):
        _Reader(environment, loader, name, found).read()


class _Reader:
    def __init__(self, environment: Environment, loader: Loader, name: str, found: Found) -> None:
        self._environment = environment
        self._loader = loader
        self._name = name
        self._found = found
        self._tree = environment.parse(found.source, name, found.file)

    def read(self) -> None:
        self._names()
        extended = _extended(self._tree)
        if extended is None:
            return
        ancestors = list(self._ancestors(extended))
        self._outside(ancestors[0])
        if _extended(ancestors[-1]) is None:  # otherwise what it extends is known only to the document
            blocks = {name: block for tree in ancestors for name, block in _blocks(tree)}
            self._blocks(blocks)
            self._set_again(ancestors)

    def _fault(self, line: int, message: str, word: str = "") -> TemplateFault:
        return TemplateFault(message, Spot(self._found.file, line, self._found.source), word)

    def _names(self) -> None:
        """Filters, tests and other templates, where they are named outright."""
        for one in self._tree.find_all(nodes.Filter):
            self._known(one.lineno, "filtre", one.name, self._environment.filters)
        for test in self._tree.find_all(nodes.Test):
            self._known(test.lineno, "test", test.name, self._environment.tests)
        for kind in (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
            for node in self._tree.find_all(kind):
                written = getattr(getattr(node, "template", None), "value", None)
                optional = getattr(node, "ignore_missing", False)
                if isinstance(written, str) and not optional and self._loader.find(written) is None:
                    told = unknown(written, self._loader.names(), listed=False)
                    raise self._fault(node.lineno, f"{missing(written)}{told}", written)

    def _known(self, line: int, what: str, name: str, known: Iterable[str]) -> None:
        if name not in known:
            told = unknown(name, known, listed=False)
            raise self._fault(line, f"aucun {what} ne s'appelle {quoted(name)}{told}", name)

    def _ancestors(self, extended: nodes.Extends) -> Iterator[nodes.Template]:
        """The templates that this one extends, the nearest first, as far as they are named outright."""
        seen = {self._name}
        current: nodes.Extends | None = extended
        while current is not None and isinstance(current.template, nodes.Const):
            name = current.template.value
            found = self._loader.find(name)
            if name in seen:
                built_in = f'{{% extends "{builtin.PREFIX}{name}" %}}'
                mend = f"\u00a0; écrivez {built_in}" if name in builtin.names() else ""
                told = f"ce gabarit s'étend lui-même, sans fin{mend}"
                raise self._fault(extended.lineno, told, str(name))
            if found is None:
                return
            if found.own:  # what is wrong with it comes first
                self._loader.get_source(self._environment, name)
            seen.add(name)
            tree = self._environment.parse(found.source, name, found.file)
            yield tree
            current = _extended(tree)

    def _outside(self, parent: nodes.Template) -> None:
        """Text that stands in no block: it is shown nowhere, or above the whole document."""
        for node in self._tree.body:
            shown = _shown(node)
            if shown is not None:
                example = next((name for name, _ in _blocks(parent)), "main")
                data = shown.data if isinstance(shown, nodes.TemplateData) else ""
                raise self._fault(
                    shown.lineno + data[: len(data) - len(data.lstrip())].count("\n"),
                    "ce qui est hors des blocs ne paraît pas dans un gabarit qui en étend un autre\u00a0; "
                    f"écrivez-le dans un bloc\u00a0: {{% block {example} %}}…{{% endblock %}}",
                )

    def _blocks(self, known: dict[str, _Block]) -> None:
        """Blocks that no template has that this one extends, and blocks that another one here leaves out."""
        own = {node.name: node for node in _outermost(self._tree)}
        for name, node in own.items():
            if name not in known:
                raise self._fault(
                    node.lineno,
                    f"aucun bloc ne s'appelle {quoted(name)} dans ce qui est étendu{unknown(name, known)}",
                    name,
                )
            around = _around(name, known)
            over = next((other for other in around if other in own), None)
            if over is not None and not _keeps(own[over], {name, *around}):
                told = (
                    f"le bloc {quoted(name)} est dans {quoted(over)}, que ce gabarit remplace sans lui"
                    f"\u00a0: il ne paraîtrait pas\u00a0; écrivez {{{{ self.{name}() }}}} dans "
                    f"{quoted(over)}, ou retirez-le"
                )
                raise self._fault(node.lineno, told, name)

    def _set_again(self, ancestors: Iterable[nodes.Template]) -> None:
        """Values and macros that an extended template sets after this one, under the same name."""
        theirs = {name for tree in ancestors for name, _ in _set(tree)}
        for name, line in _set(self._tree):
            if name in theirs:
                raise self._fault(
                    line,
                    f"{quoted(name)} est défini aussi par le gabarit étendu, qui l'emporte\u00a0; "
                    "donnez-lui un autre nom, ou changez le bloc qui l'emploie",
                    name,
                )


def _around(name: str, known: dict[str, _Block]) -> tuple[str, ...]:
    """All the blocks that a block stands in, through all the templates that are extended."""
    near = known[name].around if name in known else ()
    return tuple(dict.fromkeys(other for one in near for other in (one, *_around(one, known))))


def _extended(tree: nodes.Template) -> nodes.Extends | None:
    return next((node for node in tree.body if isinstance(node, nodes.Extends)), None)


def _outermost(tree: nodes.Node) -> Iterator[nodes.Block]:
    """The blocks that stand in no other."""
    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Block):
            yield node
        else:
            yield from _outermost(node)


def _blocks(tree: nodes.Node, around: tuple[str, ...] = ()) -> Iterator[tuple[str, _Block]]:
    """All the blocks, with those around them."""
    for node in _outermost(tree):
        yield node.name, _Block(node, around)
        yield from _blocks(node, (*around, node.name))


def _keeps(block: nodes.Block, names: set[str]) -> bool:
    """Whether a block shows what it replaces, or one of the blocks called `names`."""
    if any(node.name == "super" for node in block.find_all(nodes.Name)):
        return True
    if any(node.name in names for node in block.find_all(nodes.Block)):
        return True
    asked = (node for node in block.find_all(nodes.Getattr) if node.attr in names)
    return any(isinstance(node.node, nodes.Name) and node.node.name == "self" for node in asked)


def _shown(node: nodes.Node) -> nodes.Node | None:
    """What a statement outside of all blocks would show."""
    if isinstance(node, (nodes.Block, nodes.Macro, nodes.AssignBlock)):
        return None
    if isinstance(node, nodes.TemplateData):
        return node if node.data.strip() else None
    if isinstance(node, (nodes.CallBlock, nodes.Include)):
        return node
    if isinstance(node, nodes.Output):
        return next(
            (part for part in node.nodes if not isinstance(part, nodes.TemplateData) or part.data.strip()),
            None,
        )
    return next((found for child in node.iter_child_nodes() if (found := _shown(child))), None)


def _set(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """The names that a template sets outside of its blocks, with their lines; imports do no harm."""
    for node in tree.body:
        if isinstance(node, nodes.Macro):
            yield node.name, node.lineno
        elif isinstance(node, (nodes.Assign, nodes.AssignBlock)):
            for target in node.find_all(nodes.Name):
                if target.ctx == "store":
                    yield target.name, target.lineno
