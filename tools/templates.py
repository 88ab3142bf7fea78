"""The reference of the templates: which blocks each has, and which macros its helpers offer."""

from collections.abc import Iterator

from jinja2 import nodes

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.environment import environment

_HEAD = """\
# Les blocs et les macros des gabarits

Ce qu'un gabarit peut redéfinir, et ce qu'il peut appeler. [Adapter les documents](gabarits.md) dit comment.

<!-- Cette page est écrite par tools/generate.py, à partir des gabarits. -->
"""
_BLOCKS = """
## Les blocs

Un bloc en retrait est dans celui qui le précède : redéfinir le second remplace aussi le premier.
"""
_MACROS = """
## Les macros

Après `=`, ce que vaut un argument que l'on ne donne pas. Les rapports nomment ces fichiers `m` (`macros`),
`c` (`copil.macros`), `p` (`phrases.jinja`) et `g` (`charts.html`) ;
l'avenant, `m` et `w` (`avenant_mots.txt`).
"""


def reference() -> str:
    """The page of all the blocks and macros."""
    trees = {name: environment("html").parse(builtin.text(name)) for name in builtin.names()}
    blocks = {name: list(_blocks(tree)) for name, tree in trees.items()}
    macros = {name: list(_macros(tree)) for name, tree in trees.items()}
    lines = [_HEAD, _BLOCKS]
    for name, found in blocks.items():
        if found:
            lines += [f"\n### `{name}`{_extended(trees[name])}\n\n", *found]
    lines.append(_MACROS)
    for name, found in macros.items():
        if found:
            lines += [f"\n### `{name}`\n\n", *found]
    return "".join(lines)


def _extended(tree: nodes.Template) -> str:
    found = next(tree.find_all(nodes.Extends), None)
    return f" (qui étend `{getattr(found.template, 'value', '')}`)" if found else ""


def _blocks(tree: nodes.Node, indent: str = "") -> Iterator[str]:
    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Block):
            yield f"{indent}- `{node.name}`\n"
            yield from _blocks(node, indent + "  ")
        else:
            yield from _blocks(node, indent)


def _macros(tree: nodes.Template) -> Iterator[str]:
    for macro in tree.body:
        if isinstance(macro, nodes.Macro):
            names = [argument.name for argument in macro.args]
            plain = len(names) - len(macro.defaults)
            optional = zip(names[plain:], macro.defaults, strict=True)
            given = [f"{name}={_written(default)}" for name, default in optional]
            yield f"- `{macro.name}({', '.join(names[:plain] + given)})`\n"


def _written(value: nodes.Expr) -> str:
    constant = value.as_const()
    return {True: "true", False: "false", None: "none"}.get(constant, f'"{constant}"')
